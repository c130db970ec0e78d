"""What the chapters of 《服务流程改进方案说明书》 share: findings, names of keys, units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from ...analysis.findings import Findings
from ...analysis.plan import PlanFindings
from ...schema import WHOLE
from ...schema.improve import Alternative, Measure
from ...word.inline import ref
from ...words import Words
from ..shared.texts import bare, clipped
from ..shared.writer import Writer

_TOLD: Final = 5  # keys a sentence tells


class PlanWriter(Writer):
    """A chapter's hand: ``say`` speaks from the plan's catalogue."""

    def __init__(self, findings: Findings, words: Words) -> None:
        super().__init__(findings, words)
        if findings.plan is None:
            raise ValueError("the improvement plan needs measures")
        self.plan: PlanFindings = findings.plan
        indicators = {row.name: row.unit for row in self.project.indicators}
        goals = {goal.indicator: goal.unit for goal in self.project.goals if goal.indicator and goal.unit}
        self._units = goals | {name: unit for name, unit in indicators.items() if unit}
        self._measures = {measure.id: measure for measure in self.project.measures}

    def say(self, key: str, /, **values: object) -> str:
        """A sentence or word of the improvement plan."""
        return self.words.say(f"plan.{key}", **values)

    @property
    def undecided(self) -> bool:
        """Whether several alternatives still wait for a choice."""
        return self.plan.chosen is None and len(self.plan.alternatives) > 1

    def scale(self, longest: float) -> tuple[str, float]:
        """The unit for times up to ``longest`` minutes, as the text tells them, and its length in minutes."""
        day = 60 * self.form.hours_per_day
        if longest >= 2 * day:
            return "days", day
        return ("hours", 60.0) if longest >= 120 else ("minutes", 1.0)

    def unit(self, indicator: str | None) -> str | None:
        """The unit of an indicator, where one is stated."""
        return self._units.get(indicator) if indicator else None

    def keys(self, keys: Sequence[str], a_line: int = 0) -> str:
        """Keys in a cell, all of them; ``a_line`` of them a line where the cell is narrow: none may break inside."""
        shown = [self.words.say("evidence.whole") if key == WHOLE else key for key in keys]
        if not a_line or len(shown) <= a_line:
            return self.form.join(shown)
        lines = [self.form.join(shown[n : n + a_line]) for n in range(0, len(shown), a_line)]
        return self.say("line_end").join(lines)

    def flat(self, text: str) -> str:
        """A cell's text inside a sentence: keys on one line, no stop at its end."""
        return bare(text.replace(self.say("line_end"), self.words.say("format.joint")))

    def see(self, anchor: str) -> str:
        """The aside that leads to a table."""
        return self.say("see", table=ref(anchor))

    def few(self, keys: Sequence[str]) -> str:
        """Keys in a sentence: the first of many, for LibreOffice never breaks a line between them."""
        if len(keys) <= _TOLD:
            return self.form.join(keys)
        return self.words.say("format.and_more", items=self.form.join(keys[: _TOLD - 1]))

    def named(self, measure: Measure) -> str:
        """A measure in a sentence: number and name."""
        return self.say("named", key=measure.id, name=clipped(measure.name, 24))

    def named_all(self, measures: Sequence[Measure]) -> str:
        """Measures in a sentence: by name while they are few, else by number."""
        if len(measures) > 4:
            return self.few([m.id for m in measures])
        return self.form.join(self.named(m) for m in measures)

    def measure_names(self, keys: Iterable[str]) -> str:
        """Measures in a cell by number and name, a line each."""
        held = [self._measures.get(key) for key in keys]
        lines = [self.named(m) for m in held if m is not None]
        return self.say("newline").join(lines) if lines else self.form.text("")

    def alternative(self, held: Alternative) -> str:
        """An alternative in a sentence: number and name."""
        return self.say("alternative_named", key=held.id, name=clipped(held.name, 24))

    def full(self, held: Alternative) -> str:
        """An alternative where it is introduced: number and whole name."""
        return self.say("named", key=held.id, name=held.name)

    def where(self, name: str, alternatives: Sequence[str]) -> str:
        """A row's name, with the alternatives it is meant for while the choice is open."""
        if not alternatives or not self.undecided:
            return name
        return self.say("only_for", name=name, keys=self.form.join(alternatives))
