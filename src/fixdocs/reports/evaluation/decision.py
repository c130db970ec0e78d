"""What is to be decided, what was decided, what was said, what follows."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from msgspec import Struct

from ...analysis.claim import Claim
from ...analysis.claims import adoption, change
from ...analysis.claims import money as costs
from ...analysis.claims import trials as tests
from ...analysis.claims.asked import of_dates
from ...analysis.claims.panel import away
from ...analysis.claims.plan_open import conditions as open_conditions
from ...analysis.conditions import conditions
from ...analysis.facts import tally
from ...analysis.money import Money
from ...analysis.options import belongs
from ...analysis.plan import included_measures
from ...schema.choices import Trial, YesNo
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
        self.found = texts.found
        self.chosen = next((a for a in self.project.alternatives if a.id == texts.candidate), None)

    # 提请决策事项

    def ask_finding(self) -> str:
        """What is asked, in a sentence."""
        return self.texts.claim(adoption.asked(self.found, self.chosen if self.adopted else None, self.before))

    @cached_property
    def before(self) -> tuple[Claim, ...]:
        """What has to be settled before the conclusion is approved, as the plan says it.

        Before the meeting has decided, what the plan leaves open: that there is no decision is what is asked for.
        """
        held = self.texts.findings
        return adoption.before_approval(held.plan, self.found if self.adopted else None, self.project, held.chain)

    def asks(self, basis: str, firmness: str) -> tuple[AskLine, ...]:
        """The box: what, why, money, people, dates, conditions, who. Lines without a value are left out."""
        info = self.project.info
        decision = self.decision
        lines = (
            ("ask", self._ask()),
            ("basis", basis),
            ("ranking" if self.departs() else "firmness", firmness),
            ("money", self._money()),
            ("people", self._people()),
            ("dates", self._dates()),
            ("conditions", self.texts.stacked(self.conditions())),
            ("open", self.texts.clauses(bare(self.texts.claim(each)) for each in self.before)),
            ("caution", self._caution()),
            ("dissent", self.texts.people.masked(bare(decision.dissent)) if decision and self.adopted else ""),
            ("owner", info.leader if info else ""),
            ("approver", (info.approver or "") if info else ""),
        )
        return tuple(AskLine(self.say(f"label_{key}"), value) for key, value in lines if value)

    def _caution(self) -> str:
        """Steps that law or internal control asks for and that the adopted alternative drops or lets cases go round."""
        return self.texts.claimed(*change.cautions(self.texts.findings.diff if self.adopted else None))

    def _ask(self) -> str:
        texts = self.texts
        if self.adopted and self.chosen is not None:
            return self.say("box_approve", name=texts.whole(self.adopted))
        if texts.winner is None or texts.winner.vetoes:
            return self.say("box_settle", names=texts.tags(s.alternative.id for s in texts.top)) if texts.top else ""
        return self.say("box_adopt", name=texts.whole(texts.winner.alternative.id))

    def _sums(self) -> Money | None:
        """The sums of the alternative put forward, as the plan has them."""
        plan = self.texts.findings.plan
        return next((sums for a, sums in plan.money_of if a is self.chosen), None) if plan else None

    def _money(self) -> str:
        sums = self._sums()
        if sums is None:
            return ""
        once = costs.one_off(sums) if sums.one_off.tools else costs.investment(sums)
        made = (once, costs.running(sums), costs.saving(sums), costs.uncounted(sums), costs.payback(sums))
        return self.texts.clauses(bare(self.texts.claim(each)) for each in made if each)

    def _people(self) -> str:
        sums = self._sums()
        return self.texts.claim(costs.days(sums)) if sums else ""

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
        rows = [s for s in self.project.scores if s.comment and s.reviewer in {r.id for r in self.found.present}]
        n = tally("scoring.comments", rows, "scores", ("comment",))
        on = tally("scoring.commented", list({s.alternative: s for s in rows}.values()), "scores", ("comment",))
        return self.say(key, n=n, alternatives=on, table=ref("comments"))

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
        decision, texts = self.decision, self.texts
        day = self.form.long_date(decision.day) if decision and decision.day else ""
        if not self.adopted:
            return self.say("undecided_on", day=day) if day else self.say("undecided")
        return texts.sentences(
            self.say("decided_on" if day else "decided", day=day, name=texts.told(self.adopted)),
            texts.claimed(adoption.against_scores(self.found, decision), adoption.unchosen(self.found, decision)),
            self._reason(),
            texts.claim(adoption.no_reason(self.found, decision)),
        )

    def _reason(self) -> str:
        """Why the choice departs from the scores, or falls on one of those tied, where the minute says it."""
        why = bare(self.decision.reason) if self.decision else ""
        held = adoption.against_scores(self.found, self.decision)
        if not why or held is None or held.key == "scoring.adopted_top":
            return ""
        key = "reason_tied" if held.key == "scoring.adopted_tied" else "reason"
        return self.say(key, text=self.texts.people.masked(why))

    def departs(self) -> str:
        """That the choice departs from the scores, and why; nothing where it follows them."""
        held = adoption.departs(self.found, self.decision)
        return self.texts.claim(held) + self._reason() if held else ""

    def warnings(self) -> str:
        """Said where the adopted alternative passes a veto line, or holds measures that failed in trial."""
        if not self.adopted:
            return ""
        failed = adoption.trial(self.project, self.chosen, Trial.FAILED)
        return self.texts.claimed(adoption.adopted_vetoed(self.found, self.decision), failed)

    def conditions(self) -> list[str]:
        """The conditions of the decision, one each; before there is one nothing is bound to them."""
        return list(conditions(self.decision)) if self.adopted else []

    def attached(self) -> str:
        """How many conditions and whether dissent are on record, for the summary."""
        if not self.adopted:
            return ""
        made = self.texts.claim(adoption.attached(self.decision))
        return made + (self.say("attached_dissent") if self.decision and bare(self.decision.dissent) else "")

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
        trials = adoption.trials(self.project, self.chosen)
        return points(
            [
                self._unplanned(),
                *map(self.texts.claim, trials),
                *self._verdicts(),
                *map(self.texts.claim, self._gaps()),
                self._absent(),
                self._begun(),
                self._schedule(),
            ]
        )

    def _unplanned(self) -> str:
        """The conditions, and those of them that no task of the plan takes up."""
        attached, plan = self.texts.claim(adoption.attached(self.decision)), self.texts.findings.plan
        if not attached:
            return ""
        if plan is None or not plan.tasks:
            return attached + self.say("follow_conditions")
        unplanned = self.texts.claim(open_conditions(plan, self.conditions()))
        return attached + unplanned if unplanned else ""

    def _verdicts(self) -> list[str]:
        """Trials of the adopted alternative whose verdict goes against their own figures, as the plan says it."""
        plan = self.texts.findings.plan
        held = plan.trials if plan else ()
        own = {m.id for m in included_measures(self.project.measures, self.chosen)}
        made = [(t.measure, tests.against(t)) for t in held if t.measure.id in own]
        return [self.say("verdict", measure=self.texts.record(m), text=self.texts.claim(c)) for m, c in made if c]

    def _gaps(self) -> tuple[Claim | None, ...]:
        """The objectives and issues that the plan leaves without a measure, as the plan says it."""
        plan = self.texts.findings.plan
        return adoption.gaps(plan, self.texts.findings.chain) if plan else ()

    def _absent(self) -> str:
        """Those who were absent are to be told."""
        made = away(self.found, "absent", named=not self.texts.people.anonymous)
        return self.say("follow_absent", who=self.texts.claim(made)) if made else ""

    def _begun(self) -> str:
        """What its days say against the decision, as the plan says it."""
        plan = self.texts.findings.plan
        return "".join(map(self.texts.claim, of_dates(plan, self.project))) if plan else ""

    def _schedule(self) -> str:
        lines, marked = self.follow_tasks(), self._milestones()
        if lines:
            return self.say(
                "follow_milestones" if marked else "follow_tasks", table=ref("follow"), period=self._dates()
            )
        if not self._tasks():
            return ""
        said = self.say("follow_period", period=self._dates())
        if len(marked or self._tasks()) > 1:
            return said
        (only,) = marked or self._tasks()
        key = "follow_milestone" if marked else "follow_task"
        return said + self.say(key, task=self.texts.record(only), post=only.post, day=self.form.long_date(only.finish))

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
        """Who signs: the reviewers who scored (unless anonymous), chair, leader, reviewer and approver.

        Where names are told, one person in several roles signs once, with all of them; a post that stands for a name
        is no person's name, and the approver signs in any case.
        """
        info, people = self.project.info, self.texts.people
        named = (
            ("chair", people.shown(self.decision.chair if self.decision else None)),
            ("leader", info.leader if info else None),
            ("reviewer", info.reviewer if info else None),
            ("approver", info.approver if info else None),
        )
        lines = [] if people.anonymous else [
            (r.name, SignLine(r.post or self.say("role_panel"), people.label(r))) for r in people.present
        ]  # fmt: skip
        lines += [(name, SignLine(self.say(f"role_{key}"), name)) for key, name in named if name]
        if people.anonymous:
            return tuple(line for _, line in lines)
        return _joined(lines, self.texts)


def _joined(lines: list[tuple[str, SignLine]], texts: Texts) -> tuple[SignLine, ...]:
    """Lines of one name as one line with all roles; names that several reviewers share stay apart."""
    shared = [r.name.strip() for r in texts.project.reviewers]
    found: dict[str, SignLine] = {}
    for n, (name, line) in enumerate(lines):
        key = name.strip() if shared.count(name.strip()) < 2 else f"{n} {name}"
        held = found.get(key)
        roles = (held.role, line.role) if held and held.role != line.role else (line.role,)
        found[key] = SignLine(texts.form.join(roles) or "", held.name if held else line.name)
    return tuple(found.values())


__all__ = ["Alternative", "AskLine", "DecisionWriter", "FollowLine", "SignLine"]
