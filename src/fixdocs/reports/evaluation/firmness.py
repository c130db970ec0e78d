"""How firm the outcome is: agreement of the reviewers, sensitivity to the weights, and how both are computed."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from ...analysis.claims import panel, sensitivity
from ...analysis.claims.scoring import total_rounded
from ...analysis.sensitivity import Switch
from ...word.grid import Grid, grid
from ...word.inline import ref
from ...word.printed import Printed
from .texts import Texts


class SwitchLine(Struct, frozen=True):
    """The weight at which another alternative draws level with the winner."""

    criterion: Annotated[str, Printed(18)]
    weight: Annotated[str, Printed(14, "number")]
    challenger: Annotated[str, Printed(30)]
    level: Annotated[str, Printed(20, "number")]
    change: Annotated[str, Printed(18, "number")]


class FirmnessWriter:
    """The chapter on agreement and sensitivity, and the annex that shows the computation."""

    def __init__(self, texts: Texts) -> None:
        self.texts, self.say, self.form = texts, texts.say, texts.form
        self.found = texts.found

    # Agreement

    def agreement(self) -> str:
        """First choices in words, and where the panel's majority and the totals part ways."""
        found = self.found
        return self.texts.claimed(
            panel.firsts(found), panel.firsts_among(found), panel.open_(found), panel.pair(found),
            panel.against(found), panel.complete_differs(found),
        )  # fmt: skip

    def brief(self) -> str:
        """First choices and what speaks against the totals, without the counts that explain them."""
        found = self.found
        return self.texts.claimed(panel.firsts(found), panel.against(found), panel.complete_differs(found))

    def concordance(self) -> str:
        """The band of W in words; the number stands in the annex."""
        made = self.texts.claim(panel.concordance(self.found))
        return made + self.say("ranks_lead", table=ref("ranks")) if made and self.ranks() else made

    # Sensitivity

    def sensitivity(self) -> str:
        """What would change the choice: the nearest switch in words."""
        found = self.found
        return self.texts.claimed(sensitivity.sensitivity(found), sensitivity.overtaking_vetoed(found))

    def firm(self) -> str:
        """Criteria on whose weight the first place does not depend at all."""
        return self.texts.claim(sensitivity.firm(self.found))

    def sensitivity_lead(self) -> str:
        """The sentence that leads to the table of switches."""
        if len(self.found.switches) < 2:
            return ""
        return self.say("switches_lead", table=ref("switches")) + self.texts.claim(
            sensitivity.change_rounded(self.found)
        )

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
            self.form.fact(switch.present),
            self.texts.in_row(switch.challenger),
            self.say(key, level=switch.weight),
            self.form.signed(switch.change, switch.change.fact.digits),
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
                "term", weight=self.found.weights[c.name], score=self.found.cell(first.alternative.id, c.name).converted
            )
            for c in texts.criteria
        )
        name, rounded = texts.tag(first.alternative.id), texts.claim(total_rounded(self.found, first))
        return self.say("total_formula", name=name, terms=terms, total=first.total, rounded=rounded)

    def kendall(self) -> str:
        """Kendall's W with the numbers it was made of."""
        held = self.found.agreement
        if held.w is None:
            return ""
        key, band = "w" if held.ties else "w_untied", self.texts.claim(panel.band_claim(self.found))
        return self.say(key, m=held.complete, n=held.objects, s=held.s, ties=held.ties, w=held.w, band=band,
                        table=ref("ranks"))  # fmt: skip

    def switching(self) -> str:
        """The formula of the switching weight, worked out for the nearest switch."""
        winner = self.texts.winner
        if winner is None or not self.found.switches:
            return ""
        near = sensitivity.nearest(self.found)[0]
        other = next(s for s in self.texts.ranked if s.alternative.id == near.challenger)
        keys = winner.alternative.id, near.challenger
        ahead, lead = self.found.margin(*keys, near.criterion), self.found.lead(winner, other)
        return self.say(
            "switching", criterion=near.criterion, one=self.texts.tag(keys[0]), two=self.texts.tag(keys[1]),
            lead=lead, ahead=ahead, weight=near.present, level=near.weight,
        )  # fmt: skip

    def ranks(self) -> Grid | None:
        """The complete reviewers' ranks of the alternatives, and their sums."""
        held, rows = self.found.agreement, self.texts.ranked
        people = [r for r in self.texts.people.present if r in self.found.complete]
        if held.w is None:
            return None
        totalled = [a.id for a in self.texts.project.alternatives if a.id in {s.alternative.id for s in rows}]
        order = [totalled.index(s.alternative.id) for s in rows]
        fact = self.form.fact
        body = [(self.texts.people.label(r), *(fact(held.ranks[r.id][n]) for n in order)) for r in people]
        body.append((self.say("rank_sum"), *(fact(held.rank_sums[n]) for n in order)))
        return grid(
            self.texts.words, "ranks", self.say("ranks_caption"),
            [self.say("head_reviewer"), *(self.texts.short(s.alternative.id) if len(rows) < 5 else s.alternative.id
                                          for s in rows)],
            body, aligns=["text", *["number"] * len(rows)],  # type: ignore[list-item] # literals
            shares=[26, *[74 / len(rows)] * len(rows)], strong=frozenset({len(people)}),
        )  # fmt: skip
