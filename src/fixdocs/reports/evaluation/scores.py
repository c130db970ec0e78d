"""The scores: totals and ranks, by criterion, by reviewer, each score as it was given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated

from msgspec import Struct

from ...analysis.ballot import convert
from ...analysis.claims import scoring as claims
from ...analysis.claims.ties import ties_uneven
from ...analysis.facts import Cells, Count, Fact, Quantity, filled
from ...analysis.scoring import CriterionScore, Standing
from ...schema.choices import Direction
from ...schema.improve import Criterion, Reviewer, Score
from ...word.grid import Grid, grid
from ...word.inline import ref
from ...word.printed import Printed
from ..shared.figures import Figure, figure
from ..shared.format import dashed
from ..shared.ledger import unnoted
from .panel import Column, columns_grid
from .texts import Texts

_MOST_SECOND = 2  # alternatives tied second that sentences hold against the winner
_MOST_IN_CHART = 6  # series that can be told apart
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
        found, decision = self.found, self.texts.project.decision
        suggestion = claims.suggestion(found, decided=decision is not None and bool(decision.adopted))
        return self.texts.claimed(claims.result(found), suggestion)

    def rounding(self) -> str:
        """That the lead is the difference of totals that were not rounded, beside the table of totals."""
        return self.texts.claim(claims.lead_rounded(self.found))

    def why(self) -> str:
        """How the winner stands to those second, criterion by criterion."""
        found, ranked = self.found, self.texts.ranked
        second = [s for s in ranked[1:] if s.rank == ranked[1].rank]
        if len(second) > _MOST_SECOND:
            return self.texts.claim(claims.nowhere_behind(found))
        return self.texts.claimed(*(claims.compared(found, s) for s in second), claims.nowhere_behind(found))

    def exceptions(self) -> str:
        """Alternatives without a total or past a veto line."""
        found = self.found
        return self.texts.claimed(
            claims.untotalled(found),
            claims.unscored(found),
            *(claims.vetoed(found, s, c) for s in found.standings for c in self.texts.criteria),
        )

    def unvetoed(self) -> str:
        """That no alternative passes a veto line."""
        return self.texts.claim(claims.veto_none(self.found))

    def shorts(self) -> str:
        """Means that stand on fewer scores than there are reviewers, and reviewers who left alternatives out."""
        found = self.found
        return self.texts.claimed(
            *claims.partials(found, self.people.present), *claims.shorts(found), *ties_uneven(found)
        )

    def lead(self) -> str:
        """The sentence that leads to the table of totals and the chart of what they are made of."""
        if len(self.texts.standings) < 2 or not self.texts.ranked:
            return ""
        if not self._comparable():
            return self.say("totals_lead_table", table=ref("totals"))
        lead = self.say("totals_lead", table=ref("totals"), figure=ref("contributions"))
        return lead + self.texts.claim(claims.parts_rounded(self.found))

    def totals(self) -> Grid | None:
        """Alternatives by rank: converted means, total, rank, first choices."""
        texts, rows = self.texts, self.texts.standings
        if len(rows) < 2 or not self._scored():
            return None
        columns = [Column(self.say("head_alternative"), 30, "text", [texts.in_row(s.alternative.id) for s in rows])]
        for c in texts.criteria:
            weight = self.found.weights[c.name]
            cells = [self.form.fact(self.found.cell(s.alternative.id, c.name).converted) for s in rows]
            columns.append(Column(self.say("head_criterion", name=c.name, weight=weight), 13, "number", cells, True))
        columns += [
            Column(self.say("head_total"), 12, "number", [self.form.fact(s.total) for s in rows], True),
            Column(self.say("head_rank"), self._rank_share(rows), "code", [self._rank(s) for s in rows], True),
            Column(self.say("head_first"), 11, "number", [self._firsts(s) for s in rows]),
            Column(self.say("head_veto"), 12, "code", [self.form.join(s.vetoes) for s in rows]),
        ]  # fmt: skip
        made = columns_grid(texts, "totals", self.say("totals_caption"), columns)
        return _with_strong(made, [n for n, s in enumerate(rows) if s.rank == 1])

    def _firsts(self, standing: Standing) -> str | None:
        """How many put it first; nothing where nobody could, or where one person makes the panel."""
        found = self.found
        if standing.total is None or len(found.ranked) < 2 or len(found.present) < 2 or not found.complete:
            return None
        return self.form.fact(standing.first_choices)

    @staticmethod
    def _rank_share(rows: Sequence[Standing]) -> float:
        """The width of the column of ranks; a tie is said in it."""
        return 13 if any(s.tied for s in rows) else 8

    def _rank(self, standing: Standing) -> str | None:
        if standing.rank is None:
            return None
        return self.say("rank_tied", n=standing.rank) if standing.tied else self.form.fact(standing.rank)

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
            alt=self._unnoted(self.finding),
            categories=tuple(self.texts.short(s.alternative.id) for s in rows),
            value=Axis(self.say("axis_contribution"), "0.00"),
            series=tuple(
                Series(
                    c.name,
                    tuple(self.found.weights[c.name] * (self._converted(s, c) or 0.0) for s in rows),
                    _TONES[n % len(_TONES)],
                )
                for n, c in enumerate(self.texts.criteria)
                if self.found.weights[c.name] > 0
            ),
        )
        return figure(self.texts.words, "contributions", self.say("contributions_caption"), [chart])

    @staticmethod
    def _unnoted(said: Callable[[], str]) -> str:
        """A sentence for a drawing, without the ledger's marks."""
        with unnoted():
            return said()

    def _converted(self, standing: Standing, criterion: Criterion) -> float | None:
        """A converted mean as a drawing takes it."""
        mean = self.found.cell(standing.alternative.id, criterion.name).converted
        return None if mean is None else float(mean)

    # By criterion

    def by_criterion(self) -> str:
        """Which alternative leads on each criterion."""
        parts = [self.texts.claim(claims.best(self.found, c)) for c in self.texts.criteria]
        return self.say("by_criterion", parts=self.texts.clauses(parts)) if all(parts) else ""

    def criterion_lead(self) -> str:
        """The sentence that leads to chart and table of the criteria."""
        if not self._scored():
            return ""
        key = "criterion_lead" if self.criterion_chart() else "criterion_lead_table"
        key += "_single" if len(self.people.present) < 2 else ""
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
            alt=self._unnoted(self.by_criterion),
            categories=tuple(c.name for c in self.texts.criteria),
            value=Axis(self.say("axis_score"), f"0.{'0' * self._mean_digits()}", low, high),
            series=tuple(
                Series(
                    self.texts.short(s.alternative.id),
                    tuple(self._converted(s, c) for c in self.texts.criteria),
                )
                for s in sorted(rows, key=lambda s: self._order[s.alternative.id])
            ),
        )
        return figure(self.texts.words, "by_criterion", self.say("criterion_caption"), [chart])

    def _mean_digits(self) -> int:
        """The decimals in which means are printed: the figure prints none in fewer."""
        return max(
            (cell.converted.fact.digits or 2 for cell in self.found.cells if cell.converted is not None), default=2
        )

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

    def criterion_note(self) -> str:
        """How the columns on spread are to be read; no deviation stands there where each mean is one score."""
        spread = any(cell.deviation is not None for cell in self.found.cells)
        return self.say("criterion_note" if spread else "criterion_note_single")

    def _criterion_line(self, cell: CriterionScore, criterion: Criterion, standing: Standing) -> CriterionScoreLine:
        fact = self.form.fact
        spread = None if cell.low is None else self.say("range", low=cell.low, high=cell.high)
        return CriterionScoreLine(
            criterion.name,
            self.texts.in_row(standing.alternative.id),
            dashed(fact(cell.raw)),
            dashed(fact(cell.converted)),
            dashed(fact(cell.deviation)),
            dashed(spread),
            fact(cell.n),
        )

    def spread(self) -> str:
        """Where the reviewers differ most."""
        return self.texts.claim(claims.spread(self.found))

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
        choice = len(rows) > 1  # of one alternative nobody has a first choice
        body = [
            (self.people.label(r), *(self._total(s, r) for s in rows), *([dashed(self.first(r))] * choice))
            for r in people
        ]
        best = [dashed(self._best())] * choice
        body.append((self.say("whole_panel"), *(dashed(self.form.fact(s.total)) for s in rows), *best))
        return grid(
            self.texts.words, "reviewer_totals",
            self.say("reviewers_caption" if choice else "reviewers_caption_only"),
            [self.say("head_reviewer"), *self._headings(rows), *([self.say("head_choice")] * choice)], body,
            aligns=["text", *["number"] * len(rows), *["code"] * choice],  # type: ignore[list-item] # literals
            shares=[22, *[self._share(rows)] * len(rows), *[18] * choice], strong=frozenset({len(people)}),
        )  # fmt: skip

    def _total(self, standing: Standing, reviewer: Reviewer) -> str:
        return dashed(self.form.fact(standing.by_reviewer[self.people.place(reviewer)]))

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
        alternatives = self.texts.project.alternatives
        return self.form.join(alternatives[n].id for n in self.found.firsts(reviewer))

    def incomplete(self) -> str:
        """What the dash in the table by reviewer means."""
        if len(self.found.complete) == len(self.found.present):
            return ""
        return self.say("incomplete" if len(self.texts.ranked) > 1 else "incomplete_only")

    # Each score as it was given

    def raw_lead(self) -> str:
        """What the table of single scores holds, and how many scores there are."""
        ballot, rows = self.found.ballot, self._counted()
        given = sum(s.values.get(c.name) is not None for s in rows for c in self.texts.criteria)
        if not given:
            return ""
        n = Count(given, Fact("scoring.given", (), (ballot.cells(rows, self.texts.criteria),), "count"))
        lead = self.say("raw_lead", n=n, people=ballot.scored)
        return lead + (self.say("raw_abstained") if any(cell.abstained for cell in self.found.cells) else "")

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
        place = {a.id: n for n, a in enumerate(self.texts.project.alternatives)}
        cells = [self.form.fact(self.found.own[r.id][place[a.id]]) for r, a in pairs]
        columns.append(Column(self.say("head_total"), 13, "number", cells, True))
        lower = any(c.direction is Direction.LOWER for c in self.texts.criteria)
        caption = self.say("raw_caption" if lower else "raw_caption_plain")
        return columns_grid(self.texts, "raw_scores", caption, columns)

    def _given(self, score: Score | None, criterion: Criterion) -> str | None:
        if score is None or criterion.name not in score.values:
            return None  # a gap; an abstention is written down
        value, name = score.values[criterion.name], f"values[{criterion.name}]"
        return self.say("abstained") if value is None else self.form.fact(filled(score, name, value))

    def _turned(self, score: Score | None, criterion: Criterion) -> str | None:
        value = score.values.get(criterion.name) if score else None
        if score is None or value is None:
            return None
        about = (score.reviewer, score.alternative, criterion.name)
        cells = (self.found.ballot.cells([score], [criterion]), Cells("criteria", ("low", "high"), (criterion,)))
        return self.form.fact(Quantity(convert(value, criterion), Fact("scoring.converted", about, cells)))


def _with_strong(made: Grid | None, rows: Sequence[int]) -> Grid | None:
    from msgspec.structs import replace

    return replace(made, strong=frozenset(rows)) if made else None
