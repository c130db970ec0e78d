"""Whose a row is: each alternative has its own flow, tasks, tools, duties and risks.

A row belongs to the alternatives that 适用方案 names. Where that is blank it belongs to those that hold one of its
measures (措施编号, 关联措施), if some of the alternatives hold one and others none. Any other row is everybody's.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..project import Project
from ..schema.improve import Alternative, Duty, Risk, Task, ToBeStep, Tool

Planned = ToBeStep | Task | Tool | Duty | Risk
"""A row that 适用方案 or a measure may give to some of the alternatives."""


def owners(row: Planned, alternatives: Sequence[Alternative]) -> tuple[Alternative, ...]:
    """The alternatives a row belongs to: all of them where nothing tells them apart."""
    if row.alternatives:
        return tuple(a for a in alternatives if a.id in row.alternatives)
    held: Sequence[str] = getattr(row, "measures", ())
    return tuple(a for a in alternatives if any(key in a.measures for key in held)) or tuple(alternatives)


def belongs(row: Planned, alternative: Alternative | None, project: Project) -> bool:
    """Whether a row is part of ``alternative``; of no one's yet (None), every row is."""
    return alternative is None or alternative in owners(row, project.alternatives)


def flows(project: Project) -> tuple[tuple[Alternative | None, tuple[ToBeStep, ...]], ...]:
    """The flows to be: one for all (``None``) where nothing tells them apart, else one an alternative that has its own.

    An alternative without a step of its own has no flow where others have: it is not lent theirs. Nor has one whose
    steps, told by measures alone, are a part of another's, or lead to steps that it has not: what it does there
    instead is not written. Before there are alternatives (they stand in a later workbook), a flow for each that
    适用方案 names already.
    """
    steps, alternatives = project.to_be, project.alternatives
    if not alternatives:
        marks = dict.fromkeys(key for step in steps for key in step.alternatives) or {"": None}
        split = (tuple(s for s in steps if not s.alternatives or key in s.alternatives) for key in marks)
        return tuple((None, flow) for flow in dict.fromkeys(split) if flow)
    of = {step.id: owners(step, alternatives) for step in steps}
    if all(len(held) == len(alternatives) for held in of.values()):
        return ((None, steps),) if steps else ()
    held = {a.id: tuple(s for s in steps if a in of[s.id]) for a in alternatives}
    told = {a.id: tuple(s for s in held[a.id] if len(of[s.id]) < len(alternatives)) for a in alternatives}
    return tuple((a, held[a.id]) for a in alternatives if told[a.id] and _whole(a, told[a.id], held, steps))


def _whole(
    alternative: Alternative,
    told: Sequence[ToBeStep],
    held: dict[str, tuple[ToBeStep, ...]],
    steps: Sequence[ToBeStep],
) -> bool:
    """Whether its steps are a flow that somebody wrote for ``alternative``; ``told`` are those not everybody's."""
    own = {step.id for step in held[alternative.id]}
    left_out = {step.id for step in steps if step.id not in own and not step.alternatives}
    if any(way.target in left_out for step in held[alternative.id] for way in step.exits):
        return False
    if any(step.alternatives for step in told):
        return True
    return not any(own < {step.id for step in other} for other in held.values())
