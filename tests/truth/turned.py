"""Ways to change a project of which it is known what must change in the reports, and what must not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from fixdocs.analysis.flow import edges_of
from fixdocs.project import Columns, Project
from fixdocs.schema import SHEETS, Row
from fixdocs.schema.survey import Exit, Step

FLOWS = ("steps", "to_be")
POSTS = ("steps", "to_be", "duties", "tasks", "measures", "risks")


def each(project: Project, sheet: str, change: Callable[[Any], Row | None]) -> Project:
    """``project`` with every row of ``sheet`` changed; a row that becomes None is left out."""
    name = "info" if sheet == "project" else sheet
    held = getattr(project, name)
    if held is None:
        return project
    if isinstance(held, Row):
        return replace(project, **{name: change(held)})
    return replace(project, **{name: tuple(new for row in held if (new := change(row)) is not None)})


def updated(row: Any, **values: Any) -> Any:
    """A copy of a row with other values."""
    return row.model_copy(update=values)


def with_ways_written(project: Project) -> Project:
    """The same flows with every way out written down, so that the order of rows says nothing."""
    for sheet in FLOWS:
        steps: tuple[Step, ...] = getattr(project, sheet)
        implied = {edge.source: edge.target for edge in edges_of(steps)}

        def written(step: Any, implied: dict[str, str] = implied) -> Any:
            if any(way.target for way in step.exits) or step.id not in implied:
                return step
            return updated(step, exits=(Exit(target=implied[step.id]),))

        project = each(project, sheet, written)
    return project


def reordered(project: Project, sheet: str) -> Project:
    """The rows of ``sheet`` from the last to the first."""
    held = getattr(project, sheet)
    if isinstance(held, Columns):
        values = {name: tuple(reversed(column)) for name, column in held.values.items()}
        rows, origin = tuple(reversed(held.rows)), tuple(reversed(held.origin))
        return replace(project, **{sheet: replace(held, values=values, rows=rows, origin=origin)})
    return replace(project, **{sheet: tuple(reversed(held))})


def with_other_posts(project: Project) -> Project:
    """Every post under another name."""
    names: dict[str, str] = {}

    def renamed(row: Any) -> Any:
        held = {name: getattr(row, name, None) for name in ("post", "old_post", "new_post")}
        given = {name: text for name, text in held.items() if isinstance(text, str)}
        return updated(row, **{name: names.setdefault(old, f"岗位{len(names) + 1:02}") for name, old in given.items()})

    for sheet in POSTS:
        project = each(project, sheet, renamed)
    return project


def slower(project: Project, factor: float) -> Project:
    """All durations of the flows times ``factor``."""

    def changed(step: Any) -> Any:
        given = {name: getattr(step, name) for name in ("touch", "wait")}
        return updated(step, **{name: value * factor for name, value in given.items() if value is not None})

    for sheet in FLOWS:
        project = each(project, sheet, changed)
    return project


def backwards(project: Project) -> Project:
    """The months of every indicator from the last to the first, the gaps too."""
    size = max((month for row in project.indicators for month in row.months), default=0)
    return each(
        project, "indicators", lambda row: updated(row, months={size + 1 - m: v for m, v in row.months.items()})
    )


def swapped(project: Project, one: str, two: str) -> Project:
    """The scores of two alternatives exchanged."""
    other = {one: two, two: one}
    return each(project, "scores", lambda row: updated(row, alternative=other.get(row.alternative, row.alternative)))


def dearer(project: Project, factor: float) -> Project:
    """All amounts of money times ``factor``."""
    for sheet, names in (("measures", ("investment", "running_cost", "saving")), ("tools", ("budget",))):

        def changed(row: Any, names: tuple[str, ...] = names) -> Any:
            held = {name: getattr(row, name) for name in names}
            return updated(row, **{name: value * factor for name, value in held.items() if value is not None})

        project = each(project, sheet, changed)
    return project


def optional_columns() -> list[tuple[str, str]]:
    """Every optional column of every sheet of rows."""
    return [
        (name, column.key)
        for name, sheet in SHEETS.items()
        if sheet.shape != "mass"
        for column in sheet.columns
        if not column.required and not column.formula
    ]


def blanked(project: Project, sheet: str, column: str) -> Project:
    """``project`` with a column of ``sheet`` blank, and its unit with it."""
    row_class = SHEETS[sheet].row
    names = {column} | {c.key for c in SHEETS[sheet].columns if c.unit_of == column}
    names |= {str(SHEETS[sheet].column(column).unit_of)} & set(row_class.model_fields)
    blank = {name: row_class.model_fields[name].get_default(call_default_factory=True) for name in names}
    return each(project, sheet, lambda row: updated(row, **blank))
