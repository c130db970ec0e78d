"""《根因分析报告》: from each core issue to its root causes."""

from __future__ import annotations

from ...diagnostics import Aspect
from ..shared.deliverable import Deliverable

DELIVERABLE = Deliverable(
    number=3, needs=(("issues",), ("causes", "chains", "roots")), reads=("five_w",), shows=(Aspect.ROOT_CAUSES,)
)
