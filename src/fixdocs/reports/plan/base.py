"""What the chapters of 《服务流程改进方案说明书》 share: findings, names of keys, units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...analysis.benefit import unit_of
from ...analysis.claims.plan import Kind, counted
from ...analysis.facts import Basis, Count, Quantity, filled, tally
from ...analysis.findings import Findings
from ...analysis.money import ids
from ...analysis.plan import PlanFindings
from ...schema import Row
from ...schema.improve import Duty, Measure, RootCause, Task
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
        self._unverified = {root.id for root in findings.plan.coverage.unverified}
        self._measures = {measure.id: measure for measure in self.project.measures}

    @property
    def undecided(self) -> bool:
        """Whether several alternatives still wait for a choice."""
        return self.plan.undecided

    def count(self, kind: Kind) -> Count:
        """How many measures, tasks, tools, risks or duties the plan has."""
        return counted(self.plan, kind)

    def tell(self, kind: str, rows: Sequence[Row], sheet: str, column: str, *about: str) -> Count:
        """How many ``rows`` of a ``sheet`` the plan has, told by a ``column``."""
        return tally(f"plan.{kind}", rows, sheet, (column,), (*about, *ids(self.plan.included)))

    def posts(self, rows: Sequence[Measure | Task | Duty], column: str = "post") -> Count:
        """How many posts ``rows`` name in ``column``."""
        names = {str(getattr(row, column)).strip() for row in rows if getattr(row, column)}
        sheet = type(rows[0]).sheet.name
        return Count(len(names), self.tell("posts", rows, sheet, column, sheet).fact)

    def measured(self, measure: Measure, name: str) -> Quantity | None:
        """A value of a measure's indicator, in its unit."""
        basis: Basis = "expected" if name == "expected" else "trial"
        return filled(measure, name, word=unit_of(measure, self.project.goals, self.project.indicators), basis=basis)

    def root_named(self, root: RootCause, most: int) -> str:
        """A root cause by number and text; one that is 待验证 says so."""
        name = clipped(root.description, most)
        return self.named(root.id, self.verified(root, name))

    def verified(self, root: RootCause, text: str) -> str:
        """The ``text`` of a root cause, with its standing where it is not confirmed."""
        return self.say("unverified", text=text) if root.id in self._unverified else text

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
