"""《现状流程调研报告》: how the process runs today."""

from __future__ import annotations

from ...diagnostics import Aspect
from ..shared.deliverable import Deliverable

DELIVERABLE = Deliverable(
    number=1,
    needs=(("steps",),),
    reads=(
        "goals", "parties", "indicators", "complaints", "interviews", "questions", "answers",
        "observations", "tickets", "log", "mapping",
    ),
    shows=(Aspect.FLOW, Aspect.OVER_TIME),
)  # fmt: skip
