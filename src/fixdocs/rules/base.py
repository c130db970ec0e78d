"""What every rule is made with: the register, and the making of a diagnostic at a row's cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from ..diagnostics import Diagnostic, Place
from ..project import Project
from ..schema import Row

Rule = Callable[[Project], Iterator[Diagnostic]]

RULES: list[Rule] = []

PLACES: dict[str, tuple[str, ...]] = {}
"""Code → where it points: ``"issues.found"`` is a column, ``"issues."`` a sheet as a whole."""

LISTED = 20
"""Equal faults of a mass table beyond this many are counted, not listed."""


def rule(**places: str) -> Callable[[Rule], Rule]:
    """Register a rule; it runs with all others in :func:`fixdocs.rules.check`.

    ``places`` are the codes it gives and where they point (see :data:`PLACES`), several places with spaces between.
    """

    def register(function: Rule) -> Rule:
        RULES.append(function)
        PLACES.update({code: (*PLACES.get(code, ()), *named.split()) for code, named in places.items()})
        return function

    return register


def at_row(
    project: Project,
    code: str,
    row: Row,
    attribute: str = "",
    *,
    others: Iterable[tuple[Row, str]] = (),
    **values: object,
) -> Diagnostic:
    """A diagnostic at the cell ``attribute`` of ``row``; ``others`` are further cells it names.

    Without ``attribute`` it is the one that the rule says for its code.
    """
    place = project.place(row, attribute or _column(code, row.sheet.name))
    also = [project.place(r, a) for r, a in others]
    return made(code, place, also, values)


def _column(code: str, sheet: str) -> str:
    (attribute,) = (place.removeprefix(f"{sheet}.") for place in PLACES[code] if place.startswith(f"{sheet}."))
    return attribute


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
