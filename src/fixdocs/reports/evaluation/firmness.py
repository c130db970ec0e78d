"""How firm the outcome is: agreement of the reviewers, sensitivity to the weights, and how both are computed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from msgspec import Struct

from ...analysis.scoring import Switch
from ...analysis.statistics import average_ranks
from ...schema.improve import Reviewer
from ...word.grid import Grid, grid
from ...word.inline import ref
from ...word.printed import Printed
from .texts import Texts

_BANDS = ((0.2, "poor"), (0.4, "fair"), (0.6, "moderate"), (0.8, "strong"))


class SwitchLine(Struct, frozen=True):
    """The weight at which another alternative draws level with the winner."""

    criterion: Annotated[str, Printed(18)]
    weight: Annotated[str, Printed(14, "number")]
    challenger: Annotated[str, Printed(30)]
    level: Annotated[str, Printed(20, "number")]
    change: Annotated[str, Printed(18, "number")]


def band(w: float) -> str:
    """The band of Kendall's W: poor, fair, moderate, strong, very_strong."""
    return next((name for limit, name in _BANDS if w < limit), "very_strong")


class FirmnessWriter:
    """The chapter on agreement and sensitivity, and the annex that shows the computation."""

    def __init__(self, texts: Texts) -> None:
        self.texts, self.say, self.form = texts, texts.say, texts.form
        self.found = texts.found

    # Agreement

    def agreement(self) -> str:
        """First choices in words: 7 人中 5 人首选方案 B."""
        texts, n = self.texts, len(self.found.present)
        if n == 0 or len(texts.ranked) < 2:
            return ""
        if n == 1:
            return self.say("agreement_single")
        firsts = sorted((s for s in texts.standings if s.first_choices), key=lambda s: -s.first_choices)
        if not firsts:
            return self.say("agreement_none", n=n) + self._uncounted(0)
        top, rest = firsts[0], firsts[1:]
        if top.first_choices == n:
            return self.say("agreement_all", n=n, name=texts.tag(top.alternative.id))
        counted = sum(s.first_choices for s in firsts)
        parts = [
            self.say("first_choice", count=s.first_choices, name=texts.tag(s.alternative.id)) for s in (top, *rest)
        ]
        return self.say("agreement", n=n, parts=self.texts.phrases(parts)) + self._uncounted(counted)

    def _uncounted(self, counted: int) -> str:
        """Reviewers without a single first choice: level totals, or a score missing."""
        open_ = len(self.found.present) - len(self.found.complete)
        level = len(self.found.complete) - counted
        parts = []
        if level > 0:
            parts.append(self.say("level", n=level))
        if open_ > 0:
            parts.append(self.say("unscored", n=open_))
        return self.say("uncounted", parts=self.form.join(parts)) if parts else self.texts.stop

    def disagreement(self) -> str:
        """Said where the most first choices and the highest total part ways."""
        majority, winner = self.found.majority, self.texts.winner
        if majority is None or winner is None or majority[1] <= winner.first_choices:
            return ""
        if majority[0] == winner.alternative.id:
            return ""
        return self.say("disagreement", name=self.texts.tag(majority[0]), winner=self.texts.tag(winner.alternative.id))

    def concordance(self) -> str:
        """The band of W in words; the number stands in the annex."""
        found = self.found.concordance
        if found is None:
            return self.say("no_concordance") if len(self.found.complete) > 1 else ""
        key = "concordance_whole" if len(self.found.complete) == len(self.found.present) else "concordance"
        return self.say(key, band=self.say(f"band_{band(found.w)}"), n=found.m, table=ref("ranks"))

    # Sensitivity

    def sensitivity(self) -> str:
        """What would change the choice: the nearest switch in words."""
        texts = self.texts
        if texts.winner is None:
            return self.say("sensitivity_tied") if texts.top else ""
        if len(texts.ranked) < 2:
            return ""
        if len(texts.criteria) == 1:
            return self.say("sensitivity_one")
        if not self.found.switches:
            return self.say("robust", name=texts.tag(texts.winner.alternative.id))
        near = self.nearest()
        decision = texts.project.decision
        adopted = decision.adopted if decision else None
        plain = adopted is None or adopted == texts.winner.alternative.id
        return self.say(
            "sensitivity_up" if near.rising else "sensitivity_down",
            criterion=near.criterion,
            present=texts.weight(near.present),
            level=self.form.percent(near.weight),
            points=self.form.number(abs(near.weight - near.present) * 100, 1),
            outcome=self.say("outcome" if plain else "outcome_top", name=texts.tag(near.challenger)),
        )

    def nearest(self) -> Switch:
        """The switch that the smallest change of a weight brings about."""
        return min(self.found.switches, key=lambda s: abs(s.weight - s.present))

    def firm(self) -> str:
        """Criteria on whose weight the first place does not depend at all."""
        if not self.found.switches:
            return ""
        moved = {s.criterion for s in self.found.switches}
        names = [c.name for c in self.texts.criteria if c.name not in moved]
        return self.say("firm", names=self.form.join(names)) if names else ""

    def sensitivity_lead(self) -> str:
        """The sentence that leads to the table of switches."""
        return self.say("switches_lead", table=ref("switches")) if len(self.found.switches) > 1 else ""

    def switches(self) -> tuple[SwitchLine, ...]:
        """Every switch, the nearest of a criterion first; none where one sentence says it all."""
        if len(self.found.switches) < 2:
            return ()
        order = {c.name: n for n, c in enumerate(self.texts.criteria)}
        ordered = sorted(self.found.switches, key=lambda s: (order[s.criterion], abs(s.weight - s.present)))
        return tuple(self._line(s) for s in ordered)

    def _line(self, switch: Switch) -> SwitchLine:
        key = "level_up" if switch.rising else "level_down"
        return SwitchLine(
            switch.criterion,
            self.texts.weight(switch.present),
            self.texts.in_row(switch.challenger),
            self.say(key, level=self.form.percent(switch.weight)),
            self.form.signed((switch.weight - switch.present) * 100, 1),
        )

    # How it is computed

    def total_formula(self) -> str:
        """The weighted total, worked out for the first alternative."""
        texts = self.texts
        if not texts.ranked:
            return ""
        first = texts.ranked[0]
        terms = self.say("plus").join(
            self.say(
                "term",
                weight=texts.weight(self.found.weights[c.name]),
                score=texts.score(self.found.cell(first.alternative.id, c.name).converted),
            )
            for c in texts.criteria
        )
        name = texts.tag(first.alternative.id)
        return self.say("total_formula", name=name, terms=terms, total=texts.total(first.total))

    def kendall(self) -> str:
        """Kendall's W with the numbers it was made of; why not, where it cannot be computed."""
        found = self.found.concordance
        if found is None:
            return self.say("w_tied") if len(self.found.complete) > 1 and len(self.texts.ranked) > 1 else ""
        key = "w" if found.ties else "w_untied"
        return self.say(
            key,
            m=found.m,
            n=found.n,
            s=self.form.number(found.s),
            ties=self.form.number(found.ties),
            w=self.form.number(found.w, 3),
            band=self.say(f"band_{band(found.w)}"),
            table=ref("ranks"),
        )

    def switching(self) -> str:
        """The formula of the switching weight, worked out for the nearest switch."""
        winner = self.texts.winner
        if winner is None or not self.found.switches:
            return ""
        near = self.nearest()
        other = next(s for s in self.texts.ranked if s.alternative.id == near.challenger)
        one = self.found.cell(winner.alternative.id, near.criterion).converted or 0.0
        two = self.found.cell(near.challenger, near.criterion).converted or 0.0
        return self.say(
            "switching",
            criterion=near.criterion,
            one=self.texts.tag(winner.alternative.id),
            two=self.texts.tag(near.challenger),
            lead=self.form.number((winner.total or 0) - (other.total or 0), 4),
            ahead=self.form.number(one - two, 4),
            weight=self.form.number(near.present, 3),
            level=self.form.number(near.weight, 4),
        )

    def ranks(self) -> Grid | None:
        """The complete reviewers' ranks of the alternatives, and their sums."""
        people = [r for r in self.texts.people.present if r.id in self.found.complete]
        rows = self.texts.standings
        if self.found.concordance is None or len(people) < 2:
            return None
        ranks = [self._ranked(r) for r in people]
        body = [(self.texts.people.label(r), *map(self._rank, row)) for r, row in zip(people, ranks)]
        sums = [sum(column) for column in zip(*ranks)]
        body.append((self.say("rank_sum"), *map(self._rank, sums)))
        return grid(
            self.texts.words, "ranks", self.say("ranks_caption"),
            [self.say("head_reviewer"), *(self.texts.short(s.alternative.id) if len(rows) < 5 else s.alternative.id
                                          for s in rows)],
            body, aligns=["text", *["number"] * len(rows)],  # type: ignore[list-item] # literals
            shares=[26, *[74 / len(rows)] * len(rows)], strong=frozenset({len(people)}),
        )  # fmt: skip

    def _ranked(self, reviewer: Reviewer) -> Sequence[float]:
        place = self.texts.people.place(reviewer)
        return average_ranks([v for s in self.texts.standings if (v := s.by_reviewer[place]) is not None])

    def _rank(self, value: float) -> str:
        return self.form.number(value, 1)
