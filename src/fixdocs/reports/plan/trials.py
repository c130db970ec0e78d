"""Section 试行结果: what was tried, on how many cases and when, what it measured, and what that says."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from ...analysis.benefit import Tried
from ...analysis.claims import trials as told
from ...word.inline import Prose, prose, ref
from ...word.printed import Printed
from ..shared.format import dashed
from .base import PlanWriter


class TrialLine(Struct, frozen=True):
    """What a trial showed. ``result`` is the team's verdict; below it, what the figures say of it."""

    measure: Annotated[str, Printed(16)]
    sample: Annotated[str, Printed(14)]
    indicator: Annotated[str, Printed(11)]
    before: Annotated[str, Printed(13, "number")]
    after: Annotated[str, Printed(13, "number")]
    change: str
    target: Annotated[str, Printed(12, "number")]
    result: Annotated[str, Printed(21)]


class TrialWriter(PlanWriter):
    """Writes the section: a single trial is told in sentences, several stand in a table."""

    def finding(self) -> str:
        """What was tried, with what result, and where that calls for care; empty where nothing is said of trials."""
        tried = self.plan.trials
        alone, worst = len(tried) == 1, (told.worst(tried), told.worst_undated(tried))
        text = self.claimed(told.results(tried), told.failed(tried), told.untried(self.plan.included),
                            told.unsaid(self.plan.included))  # fmt: skip
        if alone:
            return self.sentences(text, self.claimed(*told.told(tried[0]), *worst, told.unsized(tried)))
        lines = map(self._against, tried)
        filled = told.unsized(tried), told.undated(tried)
        return self.sentences(text, *lines, self.claimed(told.few(tried), told.apart(tried), *worst, *filled))

    def _against(self, held: Tried) -> str:
        """What goes against a verdict, with whose it is."""
        text = self.claim(told.against(held))
        return self.say("trial_of", measure=self.measure_named(held.measure), text=text) if text else ""

    def lead(self) -> str | Prose:
        """What leads to the table."""
        return prose(self.say("trials_lead", table=ref("trials"))) if len(self.plan.trials) > 1 else ""

    def lines(self) -> tuple[TrialLine, ...]:
        """A row a trial."""
        return tuple(map(self._line, self.plan.trials)) if len(self.plan.trials) > 1 else ()

    def _line(self, held: Tried) -> TrialLine:
        form = self.form
        return TrialLine(
            self.measure_named(held.measure), dashed(self._sample(held)), dashed(form.text(held.indicator)),
            dashed(form.fact(held.before)), dashed(form.fact(held.after)), dashed(self._change(held)),
            dashed(form.fact(held.target)), self._result(held),
        )  # fmt: skip

    def _sample(self, held: Tried) -> str:
        """The number of cases, and the days from and to."""
        begin, end = held.measure.trial_from, held.measure.trial_to
        days = self.say("trial_days", begin=self.form.day(begin), end=self.form.day(end)) if begin or end else ""
        return self.stacked([self.say("trial_n", n=held.n) if held.n is not None else "", days])

    def _change(self, held: Tried) -> str | None:
        """The difference with its sign, in the indicator's unit."""
        change = held.change
        if change is None or change.fact.unit == "points":
            return self.form.fact(change)
        return self.say("change", n=self.form.signed(change), unit=change.fact.word or "").rstrip()

    def _result(self, held: Tried) -> str:
        """The verdict; whether the target was met, and where the value lies to the months before."""
        parts, span = [], self.claim(told.span(held))
        if held.reached is not None:
            key = ("kept" if held.kept else "reached") if held.reached else "missed"
            parts.append(self.say(f"trial_{key}"))
        if held.place is not None:
            parts.append(self.say(f"trial_{held.place}", low=held.low, high=held.high, span=span))
        assert held.measure.trial is not None
        return self.stacked([self.words.choice(held.measure.trial), self.clauses(parts)])
