"""What is to be decided, what was decided, what was said, what follows."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from ...analysis.conditions import conditions
from ...analysis.options import belongs
from ...analysis.plan import Money, included_measures, money
from ...schema.choices import Attendance, Trial, YesNo
from ...schema.improve import Alternative, Task
from ...word.grid import Grid
from ...word.inline import ref
from ...word.printed import Printed
from ..shared.decision import AskLine, SignLine
from ..shared.format import dashed
from ..shared.front import Point, points
from ..shared.texts import bare, trimmed
from .panel import Column, columns_grid
from .texts import Texts

_MOST_TASKS = 8


class FollowLine(Struct, frozen=True):
    """A task that follows from the decision."""

    number: Annotated[str, Printed(10, "code")]
    task: Annotated[str, Printed(34)]
    post: Annotated[str, Printed(18)]
    date: Annotated[str, Printed(16, "code")]
    output: Annotated[str, Printed(22)]


class DecisionWriter:
    """提请决策事项, 评审意见, 评审结论 and what follows."""

    def __init__(self, texts: Texts) -> None:
        self.texts, self.say, self.form = texts, texts.say, texts.form
        self.project = texts.project
        self.decision = texts.project.decision
        self.adopted = self.decision.adopted if self.decision else None
        self.chosen = next((a for a in self.project.alternatives if a.id == texts.candidate), None)

    # 提请决策事项

    def ask_finding(self) -> str:
        """What is asked, in a sentence."""
        if self.adopted:
            return self.say("ask_approve", name=self.texts.told(self.adopted))
        if self.texts.winner is not None:
            key = "ask_adopt" if len(self.texts.ranked) > 1 else "ask_adopt_only"
            return self.say(key, name=self.texts.told(self.texts.winner.alternative.id))
        return self.say("ask_settle" if self.texts.top else "ask_score")

    def asks(self, basis: str, firmness: str) -> tuple[AskLine, ...]:
        """The box: what, why, money, people, dates, conditions, who. Lines without a value are left out."""
        info = self.project.info
        decision = self.decision
        lines = (
            ("ask", self._ask()),
            ("basis", basis),
            ("firmness", firmness),
            ("money", self._money()),
            ("people", self._people()),
            ("dates", self._dates()),
            ("conditions", self.texts.stacked(self.conditions())),
            ("dissent", self.texts.people.masked(bare(decision.dissent)) if decision else ""),
            ("owner", info.leader if info else ""),
            ("approver", (info.approver or "") if info else ""),
        )
        return tuple(AskLine(self.say(f"label_{key}"), value) for key, value in lines if value)

    def _ask(self) -> str:
        texts = self.texts
        if self.adopted:
            return self.say("box_approve", name=texts.whole(self.adopted))
        if texts.winner is not None:
            return self.say("box_adopt", name=texts.whole(texts.winner.alternative.id))
        return self.say("box_settle", names=texts.tags(s.alternative.id for s in texts.top)) if texts.top else ""

    def _sums(self) -> Money | None:
        return money(included_measures(self.project.measures, self.chosen)) if self.chosen else None

    def _money(self) -> str:
        sums = self._sums()
        if sums is None:
            return ""
        parts = self.texts.costs(sums)
        return self.texts.phrases(parts) + self.texts.stated(sums) if parts else ""

    def _people(self) -> str:
        sums = self._sums()
        return self.say("days", n=self.form.number(sums.person_days)) if sums and sums.person_days else ""

    def _tasks(self) -> list[Task]:
        if self.chosen is None:
            return []
        return [t for t in self.project.tasks if belongs(t, self.chosen, self.project)]

    def _dates(self) -> str:
        tasks = self._tasks()
        if not tasks:
            return ""
        return self.form.period(min(t.start for t in tasks), max(t.finish for t in tasks))

    # 评审意见

    def comments_finding(self) -> str:
        """How many comments there are, and on how many alternatives."""
        held = self._opinions()
        if not held:
            return ""
        key = "comments_anonymous" if self.texts.people.anonymous else "comments"
        if len(held) == 1:
            alternative, text, who = held[0]
            by = self.say("by", name=who) if who else ""
            return self.say("comment", name=self.texts.tag(alternative), text=text, by=by)
        return self.say(key, n=len(held), alternatives=len({o[0] for o in held}), table=ref("comments"))

    def comments(self) -> Grid | None:
        """The comments, a row each; one alone is told in the sentence."""
        held = self._opinions()
        if len(held) < 2:
            return None
        return columns_grid(
            self.texts, "comments", self.say("comments_caption"),
            [
                Column(self.say("head_alternative"), 26, "text", [self.texts.in_row(o[0]) for o in held], True),
                Column(self.say("head_opinion"), 56, "text", [o[1] for o in held], True),
                Column(self.say("head_reviewer"), 18, "text", [o[2] for o in held]),
            ],
        )  # fmt: skip

    def _opinions(self) -> list[tuple[str, str, str]]:
        """Alternative, comment, reviewer, in the order of ranks; anonymous ones shuffled and without a name."""
        people = self.texts.people
        counted = {r.id: r for r in people.present}
        found: list[tuple[str, str, str]] = []
        for standing in self.texts.standings:
            key = standing.alternative.id
            given = [s for s in self.project.scores if s.alternative == key and s.comment and s.reviewer in counted]
            texts = [(trimmed(s.comment), counted[s.reviewer]) for s in given]
            if people.anonymous:
                found += [(key, t, "") for t in people.shuffle(people.masked(t) for t, _ in texts)]
            else:
                found += [(key, t, people.label(r)) for t, r in texts]
        return found

    # 评审结论

    def finding(self) -> str:
        """What the meeting decided; 待评审 where it has not."""
        if not self.adopted:
            return self.say("undecided")
        assert self.decision is not None
        name = self.texts.told(self.adopted)
        if self.decision.day:
            text = self.say("decided_on", day=self.form.long_date(self.decision.day), name=name)
        else:
            text = self.say("decided", name=name)
        return text + self._against_scores()

    def _against_scores(self) -> str:
        """Whether the choice follows the scores; the reason where it does not."""
        texts = self.texts
        top = [s.alternative.id for s in texts.top]
        if not top or self.decision is None:
            return self.texts.stop
        if top == [self.adopted]:
            return self.say("as_scored")
        if self.adopted in top:
            return self.say("among_tied", names=texts.tags(top))
        standing = next((s for s in texts.standings if s.alternative.id == self.adopted), None)
        rank = standing.rank if standing and standing.rank else None
        text = self.say("not_top", rank=rank, names=texts.tags(top))
        return text + (self.say("reason", text=bare(self.decision.reason)) if self.decision.reason else "")

    def veto(self) -> str:
        """Said where the adopted alternative passes a veto line."""
        standing = next((s for s in self.texts.standings if s.alternative.id == self.adopted), None)
        if standing is None or not standing.vetoes:
            return ""
        return self.say("adopted_vetoed", criteria=self.form.join(standing.vetoes))

    def conditions(self) -> list[str]:
        """The conditions of the decision, one each."""
        return list(conditions(self.decision))

    def attached(self) -> str:
        """How many conditions and whether dissent are on record, for the summary."""
        n, dissent = len(self.conditions()), bool(self.decision and bare(self.decision.dissent))
        if n:
            return self.say("attached_both" if dissent else "attached", n=n)
        return self.say("attached_dissent") if dissent else ""

    def condition_points(self) -> tuple[Point, ...]:
        """The conditions as a list, where there are several."""
        return points(self.conditions())

    def dissent(self) -> str:
        """What was said against it."""
        text = bare(self.decision.dissent) if self.decision else ""
        if text:
            return self.say("dissent", text=self.texts.people.masked(text))
        return self.say("no_dissent") if self.adopted else ""

    # 后续事项

    def follow(self) -> tuple[Point, ...]:
        """What is open: conditions to be planned, measures not yet tried or failed, people to be told."""
        if self.chosen is None or not self.adopted:
            return points([self.say("follow_decide")])
        conditions = len(self.conditions())
        return points(
            [
                self.say("follow_conditions", n=conditions) if conditions else "",
                self._trial(Trial.FAILED, "follow_failed"),
                self._trial(Trial.UNTRIED, "follow_untried"),
                self._trial(Trial.PARTIAL, "follow_partial"),
                self._absent(),
                self._schedule(),
            ]
        )

    def _trial(self, trial: Trial, key: str) -> str:
        held = [m for m in included_measures(self.project.measures, self.chosen) if m.trial is trial]
        return self.say(key, n=len(held), names=self.texts.measures_named(held)) if held else ""

    def _absent(self) -> str:
        people = self.texts.people
        away = people.absent(Attendance.ABSENT)
        if not away:
            return ""
        if people.anonymous:
            return self.say("follow_absent_count", n=len(away))
        return self.say("follow_absent", names=people.labels(away))

    def _schedule(self) -> str:
        lines = self.follow_tasks()
        if not lines:
            return ""
        key = "follow_milestones" if self._milestones() else "follow_tasks"
        return self.say(key, table=ref("follow"), period=self._dates())

    def _milestones(self) -> list[Task]:
        return [t for t in self._tasks() if t.milestone is YesNo.YES]

    def follow_tasks(self) -> tuple[FollowLine, ...]:
        """The milestones of the adopted alternative; all its tasks where none is marked and they are few."""
        if not self.adopted:
            return ()
        tasks = self._milestones() or self._tasks()
        if not 2 <= len(tasks) <= max(_MOST_TASKS, len(self._milestones())):
            return ()
        return tuple(
            FollowLine(t.id, t.name, t.post, self.form.day(t.finish), dashed(self.form.text(t.output)))
            for t in sorted(tasks, key=lambda t: (t.finish, t.start))
        )

    def signers(self) -> tuple[SignLine, ...]:
        """Who signs: the reviewers who scored (unless anonymous), then chair, author, reviewer and approver."""
        info, people = self.project.info, self.texts.people
        posts = {t for r in people.present for t in (r.post, r.name)}
        lines = [] if people.anonymous else [
            SignLine(r.post or self.say("role_panel"), people.label(r)) for r in people.present
        ]  # fmt: skip
        names = (
            ("chair", self.decision.chair if self.decision and not people.anonymous else None),
            ("leader", info.leader if info else None),
            ("approver", info.approver if info else None),
        )
        roles = (SignLine(self.say(f"role_{key}"), name) for key, name in names if name and name not in posts)
        return (*lines, *roles)


__all__ = ["Alternative", "AskLine", "DecisionWriter", "FollowLine", "SignLine"]
