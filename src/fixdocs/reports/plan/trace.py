"""The whole chain as one table: step ← evidence → issue → cause → root cause → measure → alternative → score."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from ...analysis.chain import Standing, measured
from ...analysis.claims import plan as claims
from ...analysis.facts import Count
from ...analysis.plan import TraceRow
from ...schema.choices import Adoption, Trial
from ...schema.improve import Measure
from ...word.inline import Prose, prose, ref
from ...word.printed import Printed
from ..shared.format import dashed
from ..shared.texts import clipped
from .base import PlanWriter


class TraceLine(Struct, frozen=True):
    """One path from evidence to choice; a dash where a link is missing."""

    steps: Annotated[str, Printed(9, "code")]
    evidence: Annotated[str, Printed(14)]
    issue: Annotated[str, Printed(18)]
    cause: Annotated[str, Printed(10, "code")]
    root: Annotated[str, Printed(18)]
    measure: Annotated[str, Printed(15)]
    alternatives: Annotated[str, Printed(8, "code")]
    total: Annotated[str, Printed(8, "number")]


class TraceWriter(PlanWriter):
    """Writes the annex."""

    def rows(self) -> tuple[TraceLine, ...]:
        """Every path, in the order of issues, root causes and measures."""
        paths = self.plan.trace
        if len(paths) < 2:
            return ()
        return tuple(self._row(row, above) for row, above in zip(paths, (None, *paths)))

    def lead(self) -> str | Prose:
        """How many paths there are, and which root causes end without a measure."""
        paths = self.plan.trace
        if not paths:
            return ""
        if len(paths) == 1:
            return self._single(paths[0])
        text = self.say("trace", n=self._paths(), issues=self._issues(), table=ref("trace"))
        found = self.plan.coverage
        return prose(self.sentences(text, self.claimed(claims.covered(self.plan), *claims.uncovered(found))))

    def _paths(self) -> Count:
        """How many paths there are; the measures name root causes, these name issues."""
        made = self.tell("paths", self.project.roots, "roots", "issues")
        return Count(len(self.plan.trace), made.fact)

    def _issues(self) -> Count:
        traced = {row.issue for row in self.plan.trace}
        return self.tell("traced", [i for i in self.project.issues if i.id in traced], "issues", "id")

    def _single(self, row: TraceRow) -> str:
        """The only path as a sentence."""
        line = self._row(row, None)
        ways = [line.issue, line.root, line.measure if row.measure else self.say("trace_gap")]
        into = self.form.join(self.alternative(a) for a in self.plan.alternatives if a.id in row.alternatives)
        return self.say("trace_single", path=self.say("arrow").join([*ways, *([into] if into else [])]))

    def _row(self, row: TraceRow, above: TraceRow | None) -> TraceLine:
        """A path; steps and evidence of an issue are told once, they would make every row of it tall."""
        project = self.project
        issue = next(i for i in project.issues if i.id == row.issue)
        root = next((r for r in project.roots if r.id == row.root), None)
        measure = next((m for m in project.measures if m.id == row.measure), None)
        text = self._named
        again = above is not None and above.issue == row.issue
        return TraceLine(
            steps=dashed(self._once(self.keys(issue.steps, 1), again)),
            evidence=dashed(self._once(self.keys(issue.evidence, 2), again)),
            issue=text(issue.id, issue.description),
            cause=dashed(self.keys(root.sources, 1) if root else None),
            root=dashed(self.root_named(root, 28) if root else None),
            measure=dashed(self._measure(measure) if measure else None),
            alternatives=dashed(self.keys(row.alternatives, 1)),
            total=self._totals(row.alternatives),
        )

    def _measure(self, measure: Measure) -> str:
        """A measure; one that counts for nothing, or not yet, says why."""
        text, standing = self._named(measure.id, measure.name), measured(measure)
        why = [self.words.choice(Adoption.PENDING)] if measure.adoption is Adoption.PENDING else []
        if standing is Standing.FAILED:
            why.append(self.say("tried", result=self.words.choice(Trial.FAILED)))
        if standing is Standing.REJECTED:
            why.append(self.words.choice(Adoption.REJECTED))
        return self.say("trace_measure", name=text, standing=self.form.join(why)) if why else text

    def _once(self, text: str | None, again: bool) -> str | None:
        return self.say("same") if again and text else text

    def _named(self, key: str, text: str) -> str:
        return self.named(key=key, name=clipped(text, 28))

    def _totals(self, keys: tuple[str, ...]) -> str:
        """The weighted totals of the alternatives, in their order."""
        found = self.findings.scoring
        if found is None or not keys:
            return dashed(None)
        totals = {s.alternative.id: s.total for s in found.standings}
        return self.stacked(dashed(self.form.number(totals.get(key), 2)) for key in keys)
