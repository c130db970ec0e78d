"""What the chapters of 《服务流程改进方案说明书》 share: findings, names of keys, units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...analysis.findings import Findings
from ...analysis.plan import PlanFindings
from ...schema.improve import Measure
from ...word.inline import ref
from ...words import Words
from ..shared.texts import clipped
from ..shared.writer import Writer


class PlanWriter(Writer):
    """A chapter's hand: ``say`` speaks from the plan's catalogue."""

    domain = "plan"
    most = (5, 4)

    def __init__(self, findings: Findings, words: Words) -> None:
        super().__init__(findings, words)
        if findings.plan is None:
            raise ValueError("the improvement plan needs measures")
        self.plan: PlanFindings = findings.plan
        indicators = {row.name: row.unit for row in self.project.indicators}
        goals = {goal.indicator: goal.unit for goal in self.project.goals if goal.indicator and goal.unit}
        self._units = goals | {name: unit for name, unit in indicators.items() if unit}
        self._measures = {measure.id: measure for measure in self.project.measures}

    @property
    def undecided(self) -> bool:
        """Whether several alternatives still wait for a choice."""
        return self.plan.chosen is None and len(self.plan.alternatives) > 1

    def unit(self, indicator: str | None) -> str | None:
        """The unit of an indicator, where one is stated."""
        return self._units.get(indicator) if indicator else None

    def see(self, anchor: str) -> str:
        """The aside that leads to a table."""
        return self.say("see", table=ref(anchor))

    def measure_named(self, measure: Measure) -> str:
        """A measure in a sentence: number and name."""
        return self.named(measure.id, clipped(measure.name, 24))

    def measure_names(self, keys: Iterable[str]) -> str | None:
        """Measures in a cell by number and name, a line each."""
        held = [self._measures.get(key) for key in keys]
        return self.stacked(self.measure_named(m) for m in held if m is not None) or None

    def where(self, name: str, alternatives: Sequence[str]) -> str:
        """A row's name, with the alternatives it is meant for while the choice is open."""
        if not alternatives or not self.undecided:
            return name
        return self.say("only_for", name=name, keys=self.form.join(alternatives))
