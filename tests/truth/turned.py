"""Ways to change a project of which it is known what must change in the reports, and what must not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import count
from typing import Any

from msgspec.structs import replace

from fixdocs.analysis.flow import edges_of
from fixdocs.analysis.running.months import months_touched
from fixdocs.project import Columns, Project
from fixdocs.schema import SHEETS, Row
from fixdocs.schema.improve import Reviewer, Score
from fixdocs.schema.survey import Exit, Step

FLOWS = ("steps", "to_be")
POSTS = ("post", "old_post", "new_post")


def each(project: Project, sheet: str, change: Callable[[Any], Row | None]) -> Project:
    """``project`` with every row of ``sheet`` changed; a row that becomes None is left out."""
    name = "info" if sheet == "project" else sheet
    held = getattr(project, name)
    if held is None or isinstance(held, Columns):
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


def with_other_posts(project: Project) -> tuple[Project, dict[str, str]]:
    """Every post under another name, as long as its own and in the same order; the old names by the new."""
    held = {
        text
        for sheet in SHEETS
        for row in project.rows(sheet)
        for name in POSTS
        if (text := getattr(row, name, None)) is not None
    }
    names = {old: chr(0x3400 + n) * len(old) for n, old in enumerate(sorted(held))}

    def renamed(row: Any) -> Any:
        given = {name: getattr(row, name, None) for name in POSTS}
        return updated(row, **{name: names[text] for name, text in given.items() if text is not None})

    for sheet in SHEETS:
        project = each(project, sheet, renamed)
    return project, {new: old for old, new in names.items()}


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
    months = [month for row in project.indicators for month in row.months]
    spans = [months_touched(project.info.data_from, project.info.data_to)] if project.info else []
    size = max([*months, *spans], default=0)
    return each(
        project, "indicators", lambda row: updated(row, months={size + 1 - m: v for m, v in row.months.items()})
    )


def swapped(project: Project, one: str, two: str) -> Project:
    """The scores of two alternatives exchanged, and the decision with them."""
    other = {one: two, two: one}
    project = each(project, "scores", lambda r: updated(r, alternative=other.get(r.alternative, r.alternative)))
    return each(project, "decision", lambda row: updated(row, adopted=other.get(row.adopted, row.adopted)))


def with_the_mean(project: Project, means: Mapping[tuple[str, str], float]) -> Project:
    """One reviewer more, who gives every alternative under every criterion the mean."""
    new = Reviewer(id="E999", name="均分")
    scores = [
        Score(reviewer=new.id, alternative=a.id, values={c.name: means[a.id, c.name] for c in project.criteria})
        for a in project.alternatives
    ]
    return replace(project, reviewers=(*project.reviewers, new), scores=(*project.scores, *scores))


def dearer(project: Project, factor: float) -> Project:
    """All amounts of money times ``factor``."""
    for name, sheet in SHEETS.items():
        names = [column.key for column in sheet.columns if column.money]

        def changed(row: Any, names: list[str] = names) -> Any:
            held = {name: getattr(row, name) for name in names}
            return updated(row, **{name: value * factor for name, value in held.items() if value is not None})

        if names:
            project = each(project, name, changed)
    return project


def later(project: Project, days: int) -> Project:
    """All dates moved by ``days``."""
    by = timedelta(days=days)

    def moved(value: Any) -> Any:
        return value + by if isinstance(value, date) else value

    for name, sheet in SHEETS.items():
        if sheet.shape == "mass":
            held = getattr(project, name)
            values = {key: [moved(value) for value in column] for key, column in held.values.items()}
            project = replace(project, **{name: replace(held, values=values)})
        else:
            names = [column.key for column in sheet.columns if column.kind in ("date", "datetime")]
            project = each(project, name, lambda row, n=names: updated(row, **{k: moved(getattr(row, k)) for k in n}))
    return project


def optional_columns() -> list[tuple[str, str]]:
    """Every optional column of every sheet. One with a default is never blank, one with a formula is never read."""
    return [
        (name, column.key)
        for name, sheet in SHEETS.items()
        for column in sheet.columns
        if not column.required and not column.formula and column.default is None
    ]


def blanked(project: Project, sheet: str, column: str, every: int = 1) -> Project:
    """``project`` with a column of ``sheet`` blank, and its unit with it; in ``every`` second, third … row only."""
    if SHEETS[sheet].shape == "mass":
        held = getattr(project, sheet)
        values = {
            key: [None if n % every == 0 else value for n, value in enumerate(values)]
            if key.partition("[")[0] == column
            else values
            for key, values in held.values.items()
        }
        return replace(project, **{sheet: replace(held, values=values)})
    row_class = SHEETS[sheet].row
    names = {column} | {c.key for c in SHEETS[sheet].columns if c.unit_of == column}
    blank = {name: row_class.model_fields[name].get_default(call_default_factory=True) for name in names}
    turn = count()
    return each(project, sheet, lambda row: updated(row, **blank) if next(turn) % every == 0 else row)
