"""备选方案比较: all alternatives beside one another, a column each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from msgspec import Struct

from ...analysis.chain import Standing, measured
from ...analysis.claims.alternatives import common, compared, if_adopted, pending_counted
from ...analysis.claims.benefit import basis
from ...analysis.claims.change import missing, own_basis, shared
from ...analysis.claims.scoring import placed
from ...analysis.coverage import Coverage
from ...analysis.facts import Cells, Count, Fact, Quantity, tally
from ...analysis.money import Money, Sum
from ...analysis.options import belongs
from ...analysis.scoring import Standing as Place
from ...schema.choices import Adoption
from ...schema.improve import Alternative, Measure
from ...word.grid import Grid, grid
from ...word.inline import Prose, prose
from ...word.xml import LANDSCAPE, PORTRAIT
from ..shared.anonymous import telling
from ..shared.format import dashed
from ..shared.texts import bare, clipped
from .base import PlanWriter

_PADDING, _LETTER = 11.0, 4.7  # points: a cell's margins, a letter of a key
_PORTRAIT: Final = 4  # alternatives that stand side by side on a portrait page
_KEYS: Final = 12  # keys a cell lists in full
_NAMED: Final = 4  # alternatives a sentence names
_OWN: Final = ("tasks", "tools", "risks")
_SUMS: Final[tuple[Sum, ...]] = ("investment", "running_cost", "saving", "person_days")
_STANDINGS: Final[dict[str, Callable[[Measure], bool]]] = {
    "failed": lambda m: measured(m) is Standing.FAILED,
    "rejected": lambda m: m.adoption is Adoption.REJECTED,
    "pending": lambda m: m.adoption is Adoption.PENDING,
}
_LABEL: Final = 0.75  # width of the column of labels, an alternative's being 1


class AlternativeChapter(Struct, frozen=True):
    """All alternatives. ``wide`` asks for a landscape page."""

    finding: str | Prose
    table: Grid | None
    wide: bool
    note: str


class AlternativeWriter(PlanWriter):
    """Writes the chapter."""

    def chapter(self) -> AlternativeChapter | None:
        """The alternatives in a table; None where there is no other."""
        held = self.plan.alternatives
        if len(held) < 2:
            return None
        wide = len(held) > _PORTRAIT
        table = grid(
            self.words, "alternatives", self.say("alternatives_caption"),
            (self.say("row_name"), *map(self._heading, held)), self._rows(held),
            aligns=["text"] * (1 + len(held)), shares=(_LABEL, *(1.0 for _ in held)), wide=wide,
        )  # fmt: skip
        return AlternativeChapter(
            finding=prose(self.finding()),
            table=table,
            wide=wide,
            note=self._note(held),
        )

    def finding(self) -> str:
        """Which alternative is chosen and why, or that the choice is open; empty without a second one."""
        held = self.plan.alternatives
        if len(held) < 2:
            return ""
        chosen, see = self.plan.chosen, self.see("alternatives")
        others = [a for a in held if a is not chosen]
        names = self._few(others)
        if chosen is None:
            return self.say("alternatives_pending", see=see, n=self._number(), names=names)
        n = tally("alternative.others", others, "alternatives", ("id",), (chosen.id,))
        text = self.say("alternatives", see=see, n=n, names=names, chosen=self.alternative(chosen))
        decision = self.project.decision
        if decision and decision.reason and not telling(self.project, decision.reason):
            text += self.say("chosen_reason", reason=bare(decision.reason))
        return text + self.claim(compared(self.plan))

    def standing_of_chosen(self) -> str:
        """Where the chosen alternative stands among all, in half a sentence; empty without a second one."""
        held, chosen = self.plan.alternatives, self.plan.chosen
        if len(held) < 2:
            return ""
        if chosen is None:
            return self.say("value_pending", n=self._number())
        text = self.say("value_chosen", name=self.alternative(chosen))
        return self.phrases([text, self.claim(placed(self.findings.scoring, chosen.id))])

    def _number(self) -> Count:
        """How many alternatives there are."""
        return tally("plan.alternatives", self.plan.alternatives, "alternatives", ("id",))

    def _few(self, held: Sequence[Alternative]) -> str:
        """Alternatives by name: all of a few, the first of many."""
        names = dashed(self.form.join(self.alternative(a) for a in held[:_NAMED]))
        return names if len(held) <= _NAMED else self.form.say("format.and_more", items=names)

    # The table

    def _heading(self, held: Alternative) -> str:
        name = self.named(key=held.id, name=clipped(held.name, 24))
        return self.say("chosen_mark", name=name) if held is self.plan.chosen else name

    def _rows(self, held: Sequence[Alternative]) -> list[tuple[str, ...]]:
        """A row an aspect; one that no alternative says anything of is left out."""
        aspects: list[tuple[str, Callable[[Alternative], str | None]]] = [
            (self.say("row_description"), lambda a: self.form.text(a.description)),
            (self.say("row_measures"), self._measured),
            (self.say("row_roots"), self._covered),
            *((self.say(f"row_{name}"), self._own(name)) for name in _OWN if self._differ(name)),
            *((self.say(f"row_{name}"), self._sum(name)) for name in _SUMS),
            (self.say("row_one_off"), self._one_off),
            (self.say("row_payback"), self._payback),
            (self.say("row_lead"), self._lead),
            *((label, self._benefit_of(n)) for n, label in self._objectives()),
            (self.say("row_total"), self._total),
            (self.say("row_rank"), self._rank),
        ]
        rows = [(label, [said(alternative) for alternative in held]) for label, said in aspects]
        return [(label, *map(dashed, cells)) for label, cells in rows if any(cells)]

    def _measured(self, held: Alternative) -> str | None:
        cells = (Cells("alternatives", ("measures",), (held,)),)
        n = Count(len(held.measures), Fact("alternative.measures", (held.id,), cells, "count"))
        lines = (self._standing_in(kind, self._coverage(held).measures) for kind in _STANDINGS)
        return self.stacked([self._keys(n, held.measures), *lines])

    def _standing_in(self, kind: str, measures: Sequence[Measure]) -> str:
        """Which of ``measures`` failed, were not adopted or wait for their adoption; empty for none."""
        keys = [m.id for m in measures if _STANDINGS[kind](m)]
        return self.say(f"{kind}_in", keys=self.keys(keys)) if keys else ""

    def _covered(self, held: Alternative) -> str | None:
        """The root causes it covers, or would cover if it were adopted."""
        found = self._coverage(held)
        return self._keys(found.count("possible"), [root.id for root in found.possible])

    def _rows_of(self, name: str, held: Alternative) -> list[Any]:
        return [row for row in getattr(self.project, name) if belongs(row, held, self.project)]

    def _differ(self, name: str) -> bool:
        """Whether the alternatives do not all have the same tasks, tools or risks."""
        first, *others = (self._rows_of(name, a) for a in self.plan.alternatives)
        return any(rows != first for rows in others)

    def _own(self, name: str) -> Callable[[Alternative], str | None]:
        def said(held: Alternative) -> str | None:
            rows = self._rows_of(name, held)
            columns = ("alternatives",) if name == "risks" else ("alternatives", "measures")
            return self._keys(tally(f"alternative.{name}", rows, name, columns, (held.id,)), [row.id for row in rows])

        return said

    def _sum(self, name: Sum) -> Callable[[Alternative], str | None]:
        """A sum over its measures, with how many of them state it where some do not."""

        def said(held: Alternative) -> str | None:
            sums = self._money(held)
            value: Quantity | None = getattr(sums, name)
            if value is None or sums.whole(name):
                return self.form.fact(value)
            key = "sum_counted" if name == "saving" and sums.dropped else "sum_part"
            return self.say(key, sum=value, n=sums.given(name), of=sums.measures)

        return said

    def _one_off(self, held: Alternative) -> str | None:
        """All one-off money, where tools add to that of the measures."""
        found = self._money(held).one_off
        if found.low is None or not any(sums.one_off.tools for _, sums in self.plan.money_of):
            return None
        sums = self._money(held)
        text = self.form.fact(found.low) if found.single else self.say("span_money", low=found.low, high=found.high)
        if sums.whole("investment"):
            return text
        if sums.investment is None:
            return self.say("sum_tools", sum=text)
        return self.say("sum_part", sum=text, n=sums.given("investment"), of=sums.measures)

    def _payback(self, held: Alternative) -> str | None:
        """The months until the money is back, as far as it can be told."""
        sums = self._money(held)
        if sums.net is not None and sums.net <= 0:
            return self.say("no_net")
        if sums.net is not None and sums.free:
            return self.say("no_cost")
        if sums.payback is None:
            return None
        low, high = sums.payback
        return self.form.fact(low) if low == high else self.say("span", low=low, high=high)

    def _keys(self, n: Count, keys: Sequence[str]) -> str | None:
        """How many, and which: all of a few."""
        if not keys:
            return None
        shown = self.keys(keys[:_KEYS], self._a_line(keys))
        if len(keys) > _KEYS:
            shown = self.form.say("format.and_more", items=shown)
        return self.say("keys_counted", n=n, keys=shown)

    def _a_line(self, keys: Sequence[str]) -> int:
        """How many keys a line of an alternative's column holds: none may break inside."""
        n = len(self.plan.alternatives)
        width = (PORTRAIT if n <= _PORTRAIT else LANDSCAPE) / (n + _LABEL) / 20 - _PADDING
        return max(1, int(width / (_LETTER * max(map(len, keys)) + 2 * _LETTER)))

    def _coverage(self, held: Alternative) -> Coverage:
        return next(found for alternative, found in self.plan.coverage_of if alternative is held)

    def _money(self, held: Alternative) -> Money:
        return next(sums for alternative, sums in self.plan.money_of if alternative is held)

    def _lead(self, held: Alternative) -> str | None:
        """Its lead time, with what it rests on where those of others rest on something else."""
        option = next((o for o in self.findings.options if o.alternative is held), None)
        if option is None or not option.flow.lead:
            return None
        basis = own_basis(option, self.findings.options)
        if basis is None:
            return self.form.fact(option.flow.lead)
        return self.say("lead_based", lead=option.flow.lead, basis=self.claim(basis))

    def _objectives(self) -> list[tuple[int, str]]:
        """The objectives with an indicator, by their place among all; those of one indicator and its values once."""
        held: dict[tuple[object, ...], tuple[int, str]] = {}
        for n, goal in enumerate(self.project.goals):
            if goal.indicator:
                values = [of[n] for _, of in self.plan.benefits_of]
                held.setdefault((goal.indicator, *((b.after, b.measured) for b in values)), (n, goal.indicator))
        return list(held.values())

    def _benefit_of(self, goal: int) -> Callable[[Alternative], str | None]:
        def said(held: Alternative) -> str | None:
            found = next(of for alternative, of in self.plan.benefits_of if alternative is held)[goal]
            if found.after is None:
                return None
            return self.say("value_kind", value=found.after, kind=self.claim(basis(found)))

        return said

    def _total(self, held: Alternative) -> str | None:
        standing = self._standing(held)
        return self.form.fact(standing.total) if standing else None

    def _rank(self, held: Alternative) -> str | None:
        standing = self._standing(held)
        if standing is None or standing.rank is None:
            return None
        return self.say("rank_tied", n=standing.rank) if standing.tied else self.form.fact(standing.rank)

    def _standing(self, held: Alternative) -> Place | None:
        return self.findings.scoring.standing(held.id) if self.findings.scoring else None

    def _note(self, held: Sequence[Alternative]) -> str:
        timed = any(map(self._lead, held))
        scored = any(map(self._total, held))
        promised = any(b.after is not None for _, of in self.plan.benefits_of for b in of)
        kinds = (("benefit_row_note", promised), ("lead_note", timed), ("alternatives_note", scored))
        told = [self.say(key) for key, holds in kinds if holds]
        return self.sentences(
            *told,
            self.claimed(if_adopted(self.plan), pending_counted(self.plan), common(self.plan)),
            self.claimed(shared(self.findings), missing(self.findings)),
        )
