"""The scores: totals and ranks, by criterion, by reviewer, each score as it was given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from msgspec import Struct

from ...analysis.scoring import CriterionScore, Standing, convert, declared_order
from ...schema.choices import Direction
from ...schema.improve import Criterion, Reviewer, Score
from ...word.grid import Grid, grid
from ...word.inline import ref
from ...word.printed import Printed
from ..shared.figures import Figure, figure
from ..shared.format import dashed
from .panel import Column, columns_grid
from .texts import Texts

_MOST_IN_CHART = 6  # series that can be told apart
_TIE = 1e-9
# Criteria in tones of the primary colour: the series' colours stand for the alternatives.
_TONES = ("1F4E79", "8DB9DC", "DCE6F1", "5B6675", "B9C2CE", "6A9CC6")


class CriterionScoreLine(Struct, frozen=True):
    """An alternative under a criterion: mean as scored, mean converted, spread and number of scores."""

    criterion: Annotated[str, Printed(16)]
    alternative: Annotated[str, Printed(28)]
    raw: Annotated[str, Printed(13, "number")]
    converted: Annotated[str, Printed(13, "number")]
    deviation: Annotated[str, Printed(11, "number")]
    range: Annotated[str, Printed(14, "code")]
    n: Annotated[str, Printed(12, "number")]


class ScoreWriter:
    """The chapter on the results."""

    def __init__(self, texts: Texts) -> None:
        self.texts, self.say, self.form = texts, texts.say, texts.form
        self.found, self.people = texts.found, texts.people
        self._order = {a.id: n for n, a in enumerate(texts.project.alternatives)}  # its colour in every chart

    # Totals

    def finding(self) -> str:
        """Who is ahead and by how much; ties stay ties."""
        texts, ranked = self.texts, self.texts.ranked
        if not ranked:
            return self.say("no_total")
        if len(ranked) == 1:
            return self.say("one_total", name=texts.told(ranked[0].alternative.id), total=texts.total(ranked[0].total))
        if texts.winner is None:
            return self._tied()
        first, second = ranked[0], ranked[1]
        behind = [s.alternative.id for s in ranked if s.rank == second.rank]
        return self.say(
            "winner",
            name=texts.told(first.alternative.id),
            total=texts.total(first.total),
            n=len(ranked),
            second=self.texts.tags(behind),
            lead=texts.total((first.total or 0) - (second.total or 0)),
        )

    def _tied(self) -> str:
        texts = self.texts
        keys = [s.alternative.id for s in texts.top]
        text = self.say("tied", names=texts.tags(keys), total=texts.total(texts.top[0].total))
        if self.found.suggestion is None:
            return text + self.say("tied_open")
        order = self.say("arrow").join(c.name for c in declared_order(texts.criteria))
        return text + self.say("tied_suggestion", name=texts.told(self.found.suggestion), order=order)

    def why(self) -> str:
        """Where the winner is ahead of the second and where it is behind, by the widest margins."""
        texts = self.texts
        if texts.winner is None or len(texts.ranked) < 2:
            return ""
        one, two = texts.ranked[0].alternative.id, texts.ranked[1].alternative.id
        margins = [(self._converted(one, c) - self._converted(two, c), c.name) for c in texts.criteria]
        best, worst = max(margins, key=lambda m: m[0]), min(margins, key=lambda m: m[0])
        values: dict[str, object] = {"one": texts.tag(one), "two": texts.tag(two)}
        if best[0] > _TIE:
            values |= {"best": best[1], "ahead": texts.score(best[0])}
        if worst[0] >= -_TIE:
            return self.say("why_ahead", **values) if best[0] > _TIE else ""
        return self.say("why", worst=worst[1], behind=texts.score(-worst[0]), **values)

    def _converted(self, alternative: str, criterion: Criterion) -> float:
        return self.found.cell(alternative, criterion.name).converted or 0.0

    def untotalled(self) -> str:
        """Alternatives without a total, because nobody scored one of their criteria."""
        keys = [s.alternative.id for s in self.texts.standings if s.total is None]
        return self.say("untotalled", names=self.texts.tags(keys)) if keys and self.texts.ranked else ""

    def vetoed(self) -> str:
        """Alternatives that pass a veto line on the bad side."""
        failed = [s for s in self.texts.standings if s.vetoes]
        return "".join(
            self.say("vetoed", name=self.texts.tag(s.alternative.id), criteria=self.form.join(s.vetoes)) for s in failed
        )

    def lead(self) -> str:
        """The sentence that leads to the table of totals and the chart of what they are made of."""
        if len(self.texts.standings) < 2 or not self.texts.ranked:
            return ""
        key = "totals_lead" if self._comparable() else "totals_lead_table"
        return self.say(key, table=ref("totals"), figure=ref("contributions"))

    def totals(self) -> Grid | None:
        """Alternatives by rank: converted means, total, rank, first choices."""
        texts, rows = self.texts, self.texts.standings
        if len(rows) < 2 or not self._scored():
            return None
        columns = [Column(self.say("head_alternative"), 30, "text", [texts.in_row(s.alternative.id) for s in rows])]
        for c in texts.criteria:
            weight = texts.weight(self.found.weights[c.name])
            cells = [texts.score(self.found.cell(s.alternative.id, c.name).converted) for s in rows]
            columns.append(Column(self.say("head_criterion", name=c.name, weight=weight), 13, "number", cells, True))
        columns += [
            Column(self.say("head_total"), 12, "number", [texts.total(s.total) for s in rows], True),
            Column(self.say("head_rank"), 8, "code", [str(s.rank) if s.rank else None for s in rows], True),
            Column(self.say("head_first"), 11, "number", [str(s.first_choices) for s in rows]
                   if len(self.found.present) > 1 else [None] * len(rows)),
            Column(self.say("head_veto"), 12, "code", [self.form.join(s.vetoes) for s in rows]),
        ]  # fmt: skip
        made = columns_grid(texts, "totals", self.say("totals_caption"), columns)
        return _with_strong(made, [n for n, s in enumerate(rows) if s.rank == 1])

    def _comparable(self) -> bool:
        values = [c.converted or 0.0 for c in self.found.cells]
        return len(self.texts.ranked) > 1 and min(values) >= 0

    def contributions(self) -> Figure | None:
        """What each total is made of: weight × converted mean, stacked."""
        if not self._comparable():
            return None
        from ...charts import Axis, Series, Stacked

        rows = self.texts.ranked
        chart = Stacked(
            alt=self.finding(),
            categories=tuple(self.texts.short(s.alternative.id) for s in rows),
            value=Axis(self.say("axis_contribution"), "0.00"),
            series=tuple(
                Series(
                    c.name,
                    tuple(self.found.weights[c.name] * self._converted(s.alternative.id, c) for s in rows),
                    _TONES[n % len(_TONES)],
                )
                for n, c in enumerate(self.texts.criteria)
            ),
        )
        return figure(self.texts.words, "contributions", self.say("contributions_caption"), [chart])

    # By criterion

    def by_criterion(self) -> str:
        """Which alternative leads on each criterion."""
        if len(self.texts.ranked) < 2:
            return ""
        parts = []
        for c in self.texts.criteria:
            scored = [(self._converted(s.alternative.id, c), s.alternative.id) for s in self.texts.ranked]
            best = max(value for value, _ in scored)
            leaders = [key for value, key in scored if value >= best - _TIE]
            if len(leaders) == len(scored):
                parts.append(self.say("leads_level", name=c.name, score=self.texts.score(best)))
            else:
                parts.append(self.say("leads", name=c.name, who=self.texts.tags(leaders), score=self.texts.score(best)))
        return self.say("by_criterion", parts=self.texts.clauses(parts))

    def criterion_lead(self) -> str:
        """The sentence that leads to chart and table of the criteria."""
        if not self._scored():
            return ""
        key = "criterion_lead" if self.criterion_chart() else "criterion_lead_table"
        return self.say(key, figure=ref("by_criterion"), table=ref("criterion_scores"))

    def criterion_chart(self) -> Figure | None:
        """Converted means side by side, a colour an alternative; none where colours could not be told apart."""
        rows = self.texts.ranked
        if not 2 <= len(rows) <= _MOST_IN_CHART:
            return None
        from ...charts import Axis, Clustered, Series

        scales = {(c.low, c.high) for c in self.texts.criteria}
        low, high = next(iter(scales)) if len(scales) == 1 else (None, None)
        chart = Clustered(
            alt=self.by_criterion(),
            categories=tuple(c.name for c in self.texts.criteria),
            value=Axis(self.say("axis_score"), "0.0", low, high),
            series=tuple(
                Series(
                    self.texts.short(s.alternative.id),
                    tuple(self.found.cell(s.alternative.id, c.name).converted for c in self.texts.criteria),
                )
                for s in sorted(rows, key=lambda s: self._order[s.alternative.id])
            ),
        )
        return figure(self.texts.words, "by_criterion", self.say("criterion_caption"), [chart])

    def _scored(self) -> bool:
        return any(c.n for c in self.found.cells)

    def criterion_lines(self) -> tuple[CriterionScoreLine, ...]:
        """Criterion by criterion, the alternatives in the order of their ranks."""
        if not self._scored():
            return ()
        return tuple(
            self._criterion_line(self.found.cell(s.alternative.id, c.name), c, s)
            for c in self.texts.criteria
            for s in self.texts.standings
        )

    def _criterion_line(self, cell: CriterionScore, criterion: Criterion, standing: Standing) -> CriterionScoreLine:
        texts = self.texts
        spread = None if cell.low is None else self.say("range", low=texts.raw(cell.low), high=texts.raw(cell.high))
        return CriterionScoreLine(
            criterion.name,
            texts.in_row(standing.alternative.id),
            dashed(texts.score(cell.raw)),
            dashed(texts.score(cell.converted)),
            dashed(texts.score(cell.deviation)),
            dashed(spread),
            str(cell.n),
        )

    def spread(self) -> str:
        """Where the reviewers differ most, by the standard deviation."""
        known = [c for c in self.found.cells if c.deviation is not None]
        if not known:
            return ""
        widest = max(known, key=lambda c: c.deviation or 0.0)
        if not widest.deviation:
            return self.say("spread_none")
        return self.say(
            "spread",
            name=self.texts.tag(widest.alternative),
            criterion=widest.criterion,
            low=self.texts.raw(widest.low),
            high=self.texts.raw(widest.high),
            deviation=self.texts.score(widest.deviation),
        )

    def abstentions(self) -> str:
        """Means that stand on fewer scores than there are reviewers."""
        n = len(self.found.present)
        if not self._scored():
            return ""
        short = [c for c in self.found.cells if c.n < n]
        if not short:
            return ""
        if len(short) > 4:
            return self.say("abstentions_many", n=len(short))
        parts = (
            self.say("abstention", name=self.texts.tag(c.alternative), criterion=c.criterion, n=n - c.n, left=c.n)
            for c in short
        )
        return self.say("abstentions", parts=self.texts.clauses(parts))

    # By reviewer

    def reviewer_lead(self) -> str:
        """The sentence that leads to the totals by reviewer, with the order the reviewers stand in."""
        if len(self.people.present) < 2:
            return ""
        key = "reviewer_lead_anonymous" if self.people.anonymous else "reviewer_lead"
        return self.say(key, table=ref("reviewer_totals"), annex=ref("raw_scores"))

    def reviewers(self) -> Grid | None:
        """Each reviewer's weighted totals and first choice, the whole panel last."""
        people, rows = self.people.present, self.texts.ranked
        if len(people) < 2 or not rows:
            return None
        body = [(self.people.label(r), *(self._total(s, r) for s in rows), dashed(self.first(r))) for r in people]
        body.append((self.say("whole_panel"), *(dashed(self.texts.total(s.total)) for s in rows), dashed(self._best())))
        return grid(
            self.texts.words, "reviewer_totals", self.say("reviewers_caption"),
            [self.say("head_reviewer"), *self._headings(rows), self.say("head_choice")], body,
            aligns=["text", *["number"] * len(rows), "code"],  # type: ignore[list-item] # literals
            shares=[22, *[self._share(rows)] * len(rows), 18], strong=frozenset({len(people)}),
        )  # fmt: skip

    def _total(self, standing: Standing, reviewer: Reviewer) -> str:
        return dashed(self.texts.total(standing.by_reviewer[self.people.place(reviewer)]))

    def _headings(self, rows: Sequence[Standing]) -> list[str]:
        if len(rows) > 4:
            return [s.alternative.id for s in rows]
        return [self.texts.short(s.alternative.id) for s in rows]

    @staticmethod
    def _share(rows: Sequence[Standing]) -> float:
        return 20 if len(rows) < 4 else 60 / len(rows)

    def _best(self) -> str | None:
        return self.form.join(s.alternative.id for s in self.texts.top)

    def first(self, reviewer: Reviewer) -> str | None:
        """The alternative the reviewer puts first; several where totals are level; None where one is missing."""
        place = self.people.place(reviewer)
        totals = [(s.by_reviewer[place], s.alternative.id) for s in self.texts.standings]
        known = [(value, key) for value, key in totals if value is not None]
        if len(known) < len(totals):
            return None
        best = max(value for value, _ in known)
        return self.form.join(key for value, key in known if value >= best - _TIE)

    def incomplete(self) -> str:
        """What the dash in the table by reviewer means."""
        return self.say("incomplete") if len(self.found.complete) < len(self.found.present) else ""

    # Each score as it was given

    def raw_lead(self) -> str:
        """What the table of single scores holds, and how many scores there are."""
        given = sum(s.values.get(c.name) is not None for s in self._counted() for c in self.texts.criteria)
        return self.say("raw_lead", n=given, people=len(self.people.present)) if given else ""

    def _counted(self) -> list[Score]:
        present = {r.id for r in self.people.present}
        return [s for s in self.texts.project.scores if s.reviewer in present]

    def raw(self) -> Grid | None:
        """A row a reviewer and alternative: scores as given, converted ones beside them, the weighted total."""
        given = {(s.reviewer, s.alternative): s for s in self.texts.project.scores}
        pairs = [(r, a) for r in self.people.present for a in self.texts.project.alternatives]
        rows = [given.get((r.id, a.id)) for r, a in pairs]
        columns = [
            Column(self.say("head_reviewer"), 20, "text", [self.people.label(r) for r, _ in pairs], True),
            Column(self.say("head_key"), 10, "code", [a.id for _, a in pairs], True),
        ]
        for c in self.texts.criteria:
            columns.append(Column(c.name, 14, "number", [self._given(s, c) for s in rows], True))
            if c.direction is Direction.LOWER:
                heading = self.say("head_converted", name=c.name)
                columns.append(Column(heading, 16, "number", [self._turned(s, c) for s in rows], True))
        totals = {s.alternative.id: s.by_reviewer for s in self.texts.standings}
        cells = [self.texts.total(totals[a.id][self.people.place(r)]) for r, a in pairs]
        columns.append(Column(self.say("head_total"), 13, "number", cells, True))
        return columns_grid(self.texts, "raw_scores", self.say("raw_caption"), columns)

    def _given(self, score: Score | None, criterion: Criterion) -> str | None:
        if score is None or criterion.name not in score.values:
            return None  # a gap; an abstention is written down
        value = score.values[criterion.name]
        return self.say("abstained") if value is None else self.texts.raw(value)

    def _turned(self, score: Score | None, criterion: Criterion) -> str | None:
        value = score.values.get(criterion.name) if score else None
        return None if value is None else self.texts.raw(convert(value, criterion))


def _with_strong(made: Grid | None, rows: Sequence[int]) -> Grid | None:
    from msgspec.structs import replace

    return replace(made, strong=frozenset(rows)) if made else None
