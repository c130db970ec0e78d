"""A flow on foot: cases that walk through its rows by chance, and what each of them met."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from fixdocs.schema.choices import StepKind, TimeUnit
from fixdocs.schema.survey import Step

MINUTES = {TimeUnit.MINUTES: 1, TimeUnit.HOURS: 60, TimeUnit.WORKDAYS: 480, TimeUnit.DAYS: 480 * 5 / 7}


def stay(step: Step) -> tuple[float, float]:
    """Touch and waiting time of a visit, in working minutes of 8 hours a day."""
    touch = (step.touch or 0) * MINUTES[step.touch_unit or TimeUnit.MINUTES]
    return touch, (step.wait or 0) * MINUTES[step.wait_unit or TimeUnit.MINUTES]


@dataclass
class Case:
    """What a case met: on its longest branches the time, over all branches visits and ways taken."""

    touch: float = 0.0
    wait: float = 0.0
    work: float = 0.0
    visits: Counter[str] = field(default_factory=Counter)
    ways: Counter[tuple[str, str]] = field(default_factory=Counter)


class Walker:
    """Walks through steps whose ways out are all written down."""

    def __init__(self, steps: Sequence[Step], seed: int) -> None:
        self.steps = {step.id: step for step in steps}
        self.start = next(step.id for step in steps if step.kind is StepKind.START)
        self.dice = random.Random(seed)

    def case(self) -> Case:
        made = Case()
        made.touch, made.wait, _ = self._walk(self.start, made, None)
        return made

    def _walk(self, key: str | None, case: Case, block: str | None) -> tuple[float, float, str | None]:
        """On to the end, within a ``block`` to the join of its branches or back to it; the time and where it stopped."""
        touch = wait = 0.0
        begun, joined = False, ""
        while key is not None:
            step = self.steps[key]
            left = step.kind is StepKind.JOIN and key != joined
            if block is not None and (left or (begun and key == block)):
                return touch, wait, key
            begun = True
            own = stay(step)
            touch, wait, case.work = touch + own[0], wait + own[1], case.work + own[0]
            case.visits[key] += 1
            if step.kind is StepKind.FORK:
                branches = [self._walk(way.target, case, self.back_of(key)) for way in step.exits]
                longest = max(branches, key=lambda branch: branch[0] + branch[1])
                touch, wait = touch + longest[0], wait + longest[1]
                back = [branch[2] for branch in branches if self.steps[branch[2] or key].kind is not StepKind.JOIN]
                key = back[0] if back else branches[0][2]
                joined = "" if back else key or ""
                continue
            if not step.exits:
                return touch, wait, None
            ahead = self.dice.choices(step.exits, [1.0 if way.share is None else way.share for way in step.exits])[0]
            case.ways[key, ahead.target or ""] += 1
            key = ahead.target
        return touch, wait, None

    def back_of(self, fork: str) -> str:
        """The step before a fork: a branch may lead back to it."""
        return next(s.id for s in self.steps.values() if any(way.target == fork for way in s.exits))


def close(sample: Sequence[float], expected: float) -> bool:
    """Whether the mean of a sample is what was expected, within five standard errors."""
    error = float(np.std(sample, ddof=1)) / len(sample) ** 0.5
    return abs(float(np.mean(sample)) - expected) <= 5 * error + 1e-6 * max(1.0, abs(expected))
