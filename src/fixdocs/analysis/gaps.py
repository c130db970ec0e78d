"""What a plan leaves open: measures without a task, objectives without a measure, what comes too late, who is missing.

Rules warn of each and the plan's report says it: both ask here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from msgspec import Struct

from ..schema.choices import Adoption, Treatment
from ..schema.improve import Duty, Issue, Measure, Risk, Task, Tool
from ..schema.survey import Goal
from .benefit import aim
from .chain import Links, Standing, measured

SHARED: Final = 4
"""Characters in a row that a condition and a task must share to be taken for the same matter."""


class Late(Struct, frozen=True):
    """A tool that comes after the last of the tasks it is for (``task``), or after the whole plan's last one."""

    tool: Tool
    due: date
    task: Task
    end: bool


class Wait(Struct, frozen=True):
    """A task and one that it waits for."""

    task: Task
    before: Task


class Begun(Struct, frozen=True):
    """A decision of ``day`` on work that had begun with ``task``; ``over`` where all of it was done by then."""

    day: date
    task: Task
    over: bool


def untasked(measures: Sequence[Measure], tasks: Sequence[Task]) -> tuple[Measure, ...]:
    """Measures that no task names, where there is a schedule; one that is not adopted needs none."""
    held = {key for task in tasks for key in task.measures}
    wanted = (m for m in measures if m.adoption is not Adoption.REJECTED)
    return tuple(m for m in wanted if m.id not in held) if tasks else ()


def unserved(goals: Sequence[Goal], measures: Sequence[Measure]) -> tuple[Goal, ...]:
    """Objectives that no measure names, neither by number nor by indicator."""
    named = {key for m in measures for key in m.goals}
    about = {goal.id for m in measures if (goal := aim(m, goals)) is not None}
    return tuple(goal for goal in goals if goal.id not in named | about)


def late(tools: Sequence[Tool], tasks: Sequence[Task]) -> tuple[Late, ...]:
    """Tools that are due after the plan's end, or after the last task of the measures they are for."""
    found = []
    for tool in tools:
        own = [t for t in tasks if set(t.measures) & set(tool.measures)]
        if tool.due is None or not tasks:
            continue
        last = max(tasks, key=lambda t: t.finish)
        if tool.due > last.finish:
            found.append(Late(tool, tool.due, last, True))
        elif own and tool.due > max(t.finish for t in own):
            found.append(Late(tool, tool.due, max(own, key=lambda t: t.finish), False))
    return tuple(found)


def waits(tasks: Sequence[Task]) -> tuple[Wait, ...]:
    """Each task with each one it waits for."""
    of = {task.id: task for task in tasks}
    return tuple(Wait(task, of[key]) for task in tasks for key in task.after if key in of)


def overdue(goals: Sequence[Goal], tasks: Sequence[Task]) -> tuple[Goal, ...]:
    """Objectives that are due before the last task is done."""
    last = max((task.finish for task in tasks), default=None)
    return tuple(goal for goal in goals if last is not None and goal.due is not None and goal.due < last)


def begun(day: date | None, tasks: Sequence[Task]) -> Begun | None:
    """Whether work had begun when it was decided on ``day``."""
    first = min(tasks, key=lambda t: t.start, default=None)
    if day is None or first is None or day <= first.start:
        return None
    return Begun(day, first, day > max(t.finish for t in tasks))


def moved(duty: Duty) -> bool:
    """Whether the responsible post of a duty changes: not where the same post is filled before and after."""
    new = (duty.new_post or "").strip()
    return not new or new != (duty.old_post or "").strip()


def unowned(risks: Sequence[Risk]) -> tuple[Risk, ...]:
    """Risks that nobody is responsible for."""
    return tuple(risk for risk in risks if not (risk.post or "").strip())


def unplanned(links: Links) -> tuple[Issue, ...]:
    """Issues put into the plan and still open that have no root cause, and so no measure.

    Those whose root causes no measure names are told apart (:func:`.claims.causes.planned_measureless`), as are those
    whose measures do not count (:func:`unanswered`).
    """
    held = (link for link in links.issues if link.planned and link.issue.treatment is Treatment.PLANNED)
    return tuple(link.issue for link in held if not link.roots)


def unanswered(links: Links, measures: Sequence[Measure]) -> tuple[Issue, ...]:
    """Issues to be solved in this round, still open, that have measures of which none counts.

    They failed in trial, were not adopted, or are not among ``measures``.
    """
    keys = {m.id for m in measures if measured(m) in (Standing.ANSWERS, Standing.PROPOSED)}
    held = (link for link in links.issues if link.planned and link.measures)
    return tuple(link.issue for link in held if not any(m.id in keys for m in link.measures))


def unscheduled(conditions: Sequence[str], tasks: Sequence[Task]) -> tuple[str, ...]:
    """Conditions of a decision that no task takes up.

    A task takes one up if the condition names its number, or shares four characters in a row with its name or output.
    """
    return tuple(text for text in conditions if not any(_takes_up(task, text) for task in tasks))


def _takes_up(task: Task, text: str) -> bool:
    if task.id in text:
        return True
    said = (task.name, task.output or "")
    return any(part[n : n + SHARED] in text for part in said for n in range(len(part) - SHARED + 1))
