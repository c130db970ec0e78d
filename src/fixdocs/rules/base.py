"""What every rule is made with: the register, and the making of a diagnostic at a row's cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from ..diagnostics import Diagnostic, Place
from ..project import Project
from ..schema import Row

Rule = Callable[[Project], Iterator[Diagnostic]]

RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Register a rule; it runs with all others in :func:`fixdocs.rules.check`."""
    RULES.append(function)
    return function


def at_row(
    project: Project,
    code: str,
    row: Row,
    attribute: str = "",
    *,
    others: Iterable[tuple[Row, str]] = (),
    **values: object,
) -> Diagnostic:
    """A diagnostic at the cell ``attribute`` of ``row``; ``others`` are further cells it names."""
    place = project.place(row, attribute)
    also = [project.place(r, a) for r, a in others]
    return made(code, place, also, values)


def at_sheet(project: Project, code: str, sheet: str, **values: object) -> Diagnostic:
    """A diagnostic about a sheet as a whole: something is missing from it."""
    return made(code, project.sheet_place(sheet), (), values)


def at_place(
    code: str,
    place: Place,
    *,
    others: Iterable[Place] = (),
    **values: object,
) -> Diagnostic:
    """A diagnostic at any place."""
    return made(code, place, others, values)


def made(code: str, place: Place, others: Iterable[Place], values: Mapping[str, object]) -> Diagnostic:
    """A diagnostic at any place, its values as one mapping."""
    return Diagnostic(code, place, {k: str(v) for k, v in values.items()}, tuple(others))
