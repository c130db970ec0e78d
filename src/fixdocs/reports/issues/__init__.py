"""《服务流程问题清单》: the issues by priority."""

from __future__ import annotations

from ..shared.deliverable import Deliverable

DELIVERABLE = Deliverable(
    number=2,
    needs=(("issues",),),
    reads=(
        "goals", "steps", "indicators", "complaints", "interviews", "questions", "observations", "tickets",
        "rating",
    ),
)  # fmt: skip
