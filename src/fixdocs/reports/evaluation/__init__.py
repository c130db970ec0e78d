"""《方案评估报告》: which alternative, and how firm the choice is."""

from __future__ import annotations

from ...diagnostics import Aspect
from ..shared.deliverable import Deliverable

DELIVERABLE = Deliverable(
    number=5,
    needs=(("alternatives",), ("criteria",), ("scores",)),
    reads=("measures", "reviewers", "decision"),
    shows=(Aspect.SCORES,),
)
