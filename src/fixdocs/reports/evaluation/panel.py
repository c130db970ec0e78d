"""Who reviewed, what was put before them, and by which standard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from msgspec import Struct

from ...analysis.claims import panel as claims
from ...analysis.claims.adoption import holds_failed, sums_partly
from ...analysis.claims.alternatives import if_adopted
from ...analysis.claims.change import missing
from ...analysis.claims.plan import roots_unverified
from ...analysis.claims.scoring import weighing, weightless
from ...analysis.facts import Cells, Fact, Quantity, filled, tally
from ...analysis.scoring import alternatives
from ...schema.choices import Attendance, Direction, ReviewerKind
from ...schema.improve import Alternative, Criterion, Reviewer
from ...word.grid import Align, Grid, grid
from ...word.inline import ref
from ...word.printed import Printed
from ..shared.format import dashed
from ..shared.texts import bare
from .texts import Texts


class AnchorLine(Struct, frozen=True):
    """What the lowest, the middle and the highest score of a criterion mean."""

    name: Annotated[str, Printed(16)]
    low: Annotated[str, Printed(28)]
    middle: Annotated[str, Printed(28)]
    high: Annotated[str, Printed(28)]


class Column(Struct, frozen=True):
    """A column of a grid that is left out where no row fills it; None is printed as the dash, "" as nothing."""

    heading: str
    share: float
    align: Align
    cells: Sequence[str | None]
    always: bool = False


def columns_grid(texts: Texts, anchor: str, caption: str, columns: Sequence[Column]) -> Grid | None:
    """A grid of the columns that hold something; None where one column is all."""
    kept = [c for c in columns if c.always or any(c.cells)]
    if len(kept) < 2:
        return None
    rows = list(zip(*([dashed(cell) if cell is None else cell for cell in c.cells] for c in kept), strict=True))
    return grid(
        texts.words, anchor, caption, [c.heading for c in kept], rows,
        aligns=[c.align for c in kept], shares=[c.share for c in kept],
    )  # fmt: skip


class PanelWriter:
    """The chapter on the panel."""

    def __init__(self, texts: Texts) -> None:
        self.texts, self.say, self.form, self.found = texts, texts.say, texts.form, texts.found
        self.everyone = texts.project.reviewers
        self.people = texts.people

    def finding(self) -> str:
        """How many were invited, how many scored, who did not."""
        return self.texts.claim(claims.attendance(self.found, named=not self.people.anonymous))

    def meeting(self) -> str:
        """When the meeting was held and who chaired it."""
        decision = self.texts.project.decision
        if decision is None or decision.day is None:
            return ""
        day = self.form.long_date(decision.day)
        chair = self.people.shown(decision.chair)
        if chair:
            return self.say("meeting_chair", day=day, chair=chair)
        return self.say("meeting", day=day)

    def composition(self) -> str:
        """The panel by kind, by department too where names may be told; what is one-sided is said."""
        found, named = self.found, not self.people.anonymous
        return self.texts.sentences(
            self._kinds(),
            self.texts.claim(claims.no_front_line(found)),
            self.texts.claim(claims.departments(found)) if named else "",
            self.say("anonymous") if self.people.anonymous else "",
        )

    def _kinds(self) -> str:
        present = self.found.present
        held = {kind: [r for r in present if r.kind is kind] for kind in ReviewerKind}
        if len(present) < 2 or sum(map(len, held.values())) < len(present):
            return ""
        counts = {k: tally("scoring.kind", rows, "reviewers", ("kind",), (k,)) for k, rows in held.items() if rows}
        items = (self.say("kind_item", name=self.texts.words.choice(k), n=n) for k, n in counts.items())
        return self.say("composition", items=self.form.join(items))

    def weights(self) -> str:
        """Said where reviewers weigh differently, or where somebody's scores don't count."""
        return self.texts.claimed(
            claims.weighted(self.found), claims.uncounted(self.found, named=not self.people.anonymous)
        )

    def lead(self) -> str:
        """The sentence that leads to the table of reviewers."""
        return self.say("panel_lead", table=ref("panel")) if self.table() else ""

    def table(self) -> Grid | None:
        """Everyone invited, with attendance; none where the scoring was anonymous or one person makes the panel."""
        if self.people.anonymous or len(self.everyone) < 2:
            return None
        words, form, rows = self.texts.words, self.form, self.everyone
        weigh = claims.weighted(self.found) is not None
        return columns_grid(
            self.texts, "panel", self.say("panel_caption"),
            [
                Column(self.say("head_number"), 10, "code", [r.id for r in rows], always=True),
                Column(self.say("head_name"), 18, "text", [r.name for r in rows], always=True),
                Column(self.say("head_post"), 24, "text", [form.text(r.post) for r in rows]),
                Column(self.say("head_department"), 20, "text", [form.text(r.department) for r in rows]),
                Column(self.say("head_kind"), 14, "code", [words.choice(r.kind) if r.kind else None for r in rows]),
                Column(self.say("head_weight"), 9, "number",
                       [form.fact(filled(r, "weight")) if weigh else None for r in rows]),
                Column(self.say("head_attendance"), 13, "code", [self._there(r) for r in rows], always=True),
            ],
        )  # fmt: skip

    def _there(self, reviewer: Reviewer) -> str:
        """Attendance as it was filled; where it is blank, or somebody there gave no score, what the scores show."""
        scored = reviewer in self.found.present
        if reviewer.attendance is None or (reviewer.attendance is Attendance.PRESENT and not scored):
            return self.say("scored_mark" if scored else "silent_mark")
        return self.texts.words.choice(reviewer.attendance)


class StandardWriter:
    """The chapter on the alternatives and the criteria."""

    def __init__(self, texts: Texts) -> None:
        self.texts, self.say, self.form = texts, texts.say, texts.form
        self.plan = texts.findings.plan

    def alternatives_finding(self) -> str:
        """How many alternatives there are, and how far apart in money."""
        items = self.texts.project.alternatives
        if len(items) == 1:
            text = self.say("alternatives_one", name=self.texts.told(items[0].id))
            about = bare(items[0].description)
            return text + (self.say("alternatives_about", text=about) if about else "")
        n = alternatives(items)
        if self.alternatives() is None:
            return self.say("alternatives_named", n=n, names=self.form.join(self.texts.whole(a.id) for a in items))
        table, partly = ref("alternatives"), self.texts.claim(sums_partly(self.plan))
        money = [v for a in items if (v := self._money(a, "investment")) is not None]
        if not partly and len(money) == len(items) and max(money) > min(money):
            return self.say("alternatives_money", n=n, table=table, low=self.form.money(min(money)),
                            high=self.form.money(max(money)))  # fmt: skip
        return self.say("alternatives", n=n, table=table) + partly

    def reserves(self) -> str:
        """What the table does not show: root causes 待验证, measures that failed, alternatives without a flow."""
        if self.plan is None or self.alternatives() is None:
            return ""
        texts, project = self.texts, self.texts.project
        answers = (if_adopted(self.plan), roots_unverified(self.plan.coverage)) if self._answers() else ()
        failed = (holds_failed(project, a) for a in project.alternatives)
        return texts.claimed(*answers, *failed, missing(texts.findings))

    def _money(self, alternative: Alternative, name: str) -> float | None:
        held = {a.id: money for a, money in self.plan.money_of} if self.plan else {}
        money = held.get(alternative.id)
        return getattr(money, name) if money else None

    def alternatives(self) -> Grid | None:
        """The alternatives with measures, coverage of root causes and money."""
        items = self.texts.project.alternatives
        if len(items) < 2:
            return None

        def money(name: str) -> list[str | None]:
            return [self.form.number(self._money(a, name)) for a in items]

        return columns_grid(
            self.texts, "alternatives", self.say("alternatives_caption"),
            [
                Column(self.say("head_alternative"), 24, "text", [self.texts.whole(a.id) for a in items], always=True),
                Column(self.say("head_description"), 28, "text", [self.form.text(a.description) for a in items]),
                Column(self.say("head_measures"), 27, "text", [self.texts.keys(a.measures, 3) for a in items]),
                Column(self.say("head_roots"), 12, "code", [self._roots(a) for a in items]),
                Column(self.say("head_investment"), 13, "number", money("investment")),
                Column(self.say("head_running"), 13, "number", money("running_cost")),
                Column(self.say("head_days"), 9, "number", money("person_days")),
            ],
        )  # fmt: skip

    def _answers(self) -> bool:
        """Whether the table says how many root causes an alternative answers."""
        return any(self._roots(a) for a in self.texts.project.alternatives)

    def _roots(self, alternative: Alternative) -> str | None:
        """Root causes that a measure of the alternative answers; one that failed in trial answers none."""
        held = {a.id: coverage for a, coverage in self.plan.coverage_of} if self.plan else {}
        found = held.get(alternative.id)
        if found is None or not found.roots:
            return None
        return self.say("of", part=found.count("possible"), whole=found.count("roots"))

    def criteria_finding(self) -> str:
        """The criteria by weight."""
        found = self.texts.found
        criteria = self.texts.criteria
        items = self.form.join(self.say("criterion_item", name=c.name, weight=found.weights[c.name]) for c in criteria)
        n = tally("scoring.criteria", criteria, "criteria", ("name",))
        return self.say("criteria_finding", n=n, items=items) + self.texts.claimed(weighing(found), weightless(found))

    def criteria(self) -> Grid | None:
        """A row a criterion, its weight normalised; one alone is told in the sentences."""
        words, form, rows = self.texts.words, self.form, self.texts.criteria
        if len(rows) < 2:
            return None
        weights = [form.fact(self.texts.found.weights[c.name]) for c in rows]
        return columns_grid(
            self.texts, "criteria", self.say("criteria_caption"),
            [
                Column(self.say("head_criterion_name"), 16, "text", [c.name for c in rows], True),
                Column(self.say("head_about"), 36, "text", [form.text(c.description) for c in rows]),
                Column(self.say("head_share"), 10, "number", weights, True),
                Column(self.say("head_direction"), 14, "code", [words.choice(c.direction) for c in rows], True),
                Column(self.say("head_scale"), 12, "code", [self._scale(c) for c in rows], True),
                Column(self.say("head_veto_line"), 12, "code", [form.fact(filled(c, "veto")) for c in rows]),
            ],
        )  # fmt: skip

    def _scale(self, criterion: Criterion) -> str:
        """A criterion's scale: 1–5 分."""
        return self.say("scale", low=filled(criterion, "low"), high=filled(criterion, "high"))

    def criteria_lead(self) -> str:
        """The sentence that leads to the tables of criteria and of what the scores mean."""
        table, anchors = len(self.texts.criteria) > 1, bool(self.anchors())
        if not table and not anchors:
            return ""
        key = ("criteria_anchors" if anchors else "criteria_lead") if table else "anchors_lead"
        return self.say(key, table=ref("criteria"), anchors=ref("anchors"))

    def conversion(self) -> str:
        """How criteria with low as good are converted, with the numbers of the scale."""
        lower = [c for c in self.texts.criteria if c.direction is Direction.LOWER]
        if not lower:
            return ""
        sums = {c.low + c.high for c in lower}
        names = self.form.join(c.name for c in lower)
        if len(sums) == 1:
            cells = Cells("criteria", ("low", "high"), tuple(lower))
            return self.say(
                "conversion", names=names, total=Quantity(sums.pop(), Fact("scoring.conversion", (), (cells,)))
            )
        return self.say("conversion_scales", names=names)

    def vetoes(self) -> str:
        """Which criteria have a veto line."""
        lines = [c for c in self.texts.criteria if c.veto is not None]
        if not lines:
            return ""
        items = self.form.join(self.say(self._veto(c), name=c.name, line=filled(c, "veto")) for c in lines)
        return self.say("veto_rule", items=items)

    @staticmethod
    def _veto(criterion: Criterion) -> str:
        return "veto_above" if criterion.direction is Direction.LOWER else "veto_below"

    def anchors(self) -> tuple[AnchorLine, ...]:
        """What the scores mean, for criteria that say it."""
        return tuple(
            AnchorLine(c.name, *(dashed(self.form.text(t)) for t in (c.anchor_low, c.anchor_middle, c.anchor_high)))
            for c in self.texts.criteria
            if c.anchor_low or c.anchor_middle or c.anchor_high
        )
