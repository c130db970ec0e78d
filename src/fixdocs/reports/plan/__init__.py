"""《服务流程改进方案说明书》: measures, the flow to be, delivery and value."""

from __future__ import annotations

from ...diagnostics import Aspect
from ..shared.deliverable import Deliverable

DELIVERABLE = Deliverable(
    number=4,
    needs=(("measures",),),
    reads=(
        "goals", "steps", "issues", "roots", "to_be", "duties", "tools", "tasks", "risks", "alternatives",
        "criteria", "scores", "decision",
    ),
    shows=(Aspect.FLOW, Aspect.MEASURES),
)  # fmt: skip
