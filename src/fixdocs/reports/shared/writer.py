"""What the chapters of 《现状流程调研报告》, and the plan's after it, share: findings, words, formats, objectives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from ...analysis.findings import Findings
from ...analysis.statistics import SMALL_SAMPLE
from ...project import Project
from ...schema.survey import Goal, ProjectInfo
from ...word.printed import Printed
from ...words import Words
from .format import NONE, Formatter


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class GoalLine:
    """An objective."""

    number: Annotated[str, Printed(8, "code")]
    kind: Annotated[str, Printed(11, "code")]
    description: Annotated[str, Printed(30), Printed(31, layout="plan")]
    indicator: Annotated[str, Printed(15)]
    baseline: Annotated[str, Printed(13, "number")]
    target: Annotated[str, Printed(13, "number")]
    due: Annotated[str, Printed(13, "code")]


class Writer:
    """A chapter's hand: ``say`` speaks from the survey's catalogue."""

    def __init__(self, findings: Findings, words: Words) -> None:
        info = findings.project.info
        if info is None:
            raise ValueError("the survey report needs the project's form")
        self.findings, self.words = findings, words
        self.project: Project = findings.project
        self.info: ProjectInfo = info
        self.form = Formatter(words, info.hours_per_day)
        self._names = {step.id: step.name for step in findings.project.steps}

    def say(self, key: str, /, **values: object) -> str:
        """A sentence or word of the survey report."""
        return self.words.say(f"survey.{key}", **values)

    def step(self, key: str | None) -> str:
        """A step by number and name; the dash for none."""
        if not key:
            return NONE
        return f"{key} {self._names[key]}" if key in self._names else key

    def goal(self, goal: Goal) -> GoalLine:
        """An objective as both reports that list them print it."""
        form = self.form
        return GoalLine(
            goal.id, self.words.choice(goal.kind), goal.description, form.text(goal.indicator),
            form.value(goal.baseline, goal.unit), form.value(goal.target, goal.unit), form.day(goal.due),
        )  # fmt: skip

    def small(self, n: int) -> str:
        """The caution that a small sample asks for; empty from 30 up."""
        return self.say("small", n=n) if 0 < n < SMALL_SAMPLE else ""

    def sentences(self, *parts: str) -> str:
        """Sentences one after the other, empty ones left out."""
        return self.say("between").join(part for part in parts if part)

    def listed(self, items: Sequence[str], most: int = 3) -> str:
        """The first items joined, with the number of the rest."""
        shown = self.form.join(items[:most])
        return shown if len(items) <= most else self.say("and_more", items=shown, n=len(items))
