"""Which messages a sheet or column can raise: from the kind of its cells, and from the rules across sheets.

What the kind of a cell brings follows from the schema. Where the rules (families 4 to 9) point to stands in
:data:`RULES`; a code that is in neither place stops the build (:func:`unplaced`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fixdocs.diagnostics import CODES
from fixdocs.schema import SHEETS, Column, Sheet

ANY_CELL: Final = ("FD207", "FD208", "FD210", "FD211", "FD215", "FD302")
ANY_SHEET: Final = ("FD101", "FD102", "FD103", "FD104", "FD105", "FD106", "FD109", "FD110", "FD306")

_FLOWS: Final = ("steps", "to_be")


def _in_flows(*places: str) -> tuple[str, ...]:
    return tuple(f"{sheet}.{place}" for sheet in _FLOWS for place in places)


# Code → where it points: "sheet.column", or "sheet." for the sheet as a whole.
RULES: Final[dict[str, tuple[str, ...]]] = {
    "FD107": ("mapping.file", "mapping.tab", "mapping.source"),
    "FD108": ("mapping.column",),
    "FD111": ("project.",),
    "FD209": (
        "indicators.months",
        "indicators.target",
        "goals.baseline",
        "goals.target",
        "roots.value",
        "measures.expected",
        "measures.before",
        "measures.after",
    ),
    "FD401": _in_flows(""),
    "FD402": _in_flows(""),
    "FD403": _in_flows("id"),
    "FD404": _in_flows("exits"),
    "FD405": _in_flows("exits"),
    "FD406": _in_flows("exits"),
    "FD407": _in_flows("exits"),
    "FD408": _in_flows("exits"),
    "FD409": _in_flows("value"),
    "FD410": _in_flows("kind"),
    "FD411": _in_flows("touch", "wait"),
    "FD412": _in_flows("kind"),
    "FD413": _in_flows(""),
    "FD414": _in_flows("exits"),
    "FD501": ("project.data_to", "project.survey_to"),
    "FD502": ("project.data_to",),
    "FD503": ("parties.group",),
    "FD504": ("tickets.created", "log.finished"),
    "FD505": ("tickets.closed", "tickets.responded", "log.finished"),
    "FD506": ("parties.returned", "parties.valid"),
    "FD507": ("indicators.months",),
    "FD508": ("indicators.months",),
    "FD509": ("answers.values",),
    "FD510": ("answers.",),
    "FD511": ("goals.target",),
    "FD512": ("indicators.name", "tickets.", "log."),
    "FD513": ("project.version", "revisions.version"),
    "FD601": ("issues.evidence",),
    "FD602": ("issues.description",),
    "FD603": ("issues.override_reason",),
    "FD604": ("issues.",),
    "FD605": ("issues.deferral_reason",),
    "FD606": ("issues.treatment",),
    "FD607": ("rating.",),
    "FD701": ("issues.id",),
    "FD702": ("causes.evidence",),
    "FD703": ("roots.sources",),
    "FD704": ("chains.whys",),
    "FD705": ("chains.reverse",),
    "FD706": ("causes.parent",),
    "FD707": ("causes.parent",),
    "FD708": ("roots.sources",),
    "FD709": ("issues.id",),
    "FD710": ("chains.start",),
    "FD801": ("roots.id",),
    "FD802": ("measures.adoption",),
    "FD803": ("tasks.finish",),
    "FD804": ("to_be.",),
    "FD805": ("steps.regulation",),
    "FD806": ("tasks.start",),
    "FD807": ("alternatives.measures",),
    "FD808": ("alternatives.measures",),
    "FD809": ("measures.reason",),
    "FD810": ("to_be.",),
    "FD811": ("measures.basis",),
    "FD812": ("measures.before", "measures.after"),
    "FD813": ("measures.id",),
    "FD814": ("to_be.measures",),
    "FD901": ("scores.values", "reviewers.id"),
    "FD902": ("scores.reviewer",),
    "FD903": ("scores.values",),
    "FD904": ("criteria.weight",),
    "FD905": ("reviewers.",),
    "FD906": ("scores.values",),
    "FD907": ("decision.reason",),
    "FD908": ("scores.reviewer",),
    "FD909": ("alternatives.id",),
    "FD910": ("decision.adopted",),
    "FD911": ("criteria.low", "criteria.high", "criteria.veto"),
}
_NUMBERS: Final = ("integer", "number", "percent")


def codes_of(sheet: Sheet, column: Column) -> list[str]:
    """The codes that cells of ``column`` can raise, in order."""
    return sorted({*_by_kind(sheet, column), *_at(f"{sheet.name}.{column.key}")})


def codes_of_sheet(sheet: Sheet) -> list[str]:
    """The codes that speak of the sheet as a whole."""
    return sorted(_at(f"{sheet.name}."))


def places_of(code: str) -> list[tuple[Sheet, Column | None]]:
    """Where ``code`` can stand; empty for what any cell or any sheet can raise."""
    if code in ANY_CELL or code in ANY_SHEET:
        return []
    found: list[tuple[Sheet, Column | None]] = []
    for sheet in SHEETS.values():
        if code in codes_of_sheet(sheet):
            found.append((sheet, None))
        found += [(sheet, column) for column in sheet.columns if code in codes_of(sheet, column)]
    return found


def unplaced() -> list[str]:
    """Codes of which nothing says where they stand, and places that are not in the schema."""
    placed = {*ANY_CELL, *ANY_SHEET, *(code for s in SHEETS.values() for c in s.columns for code in codes_of(s, c))}
    placed |= {code for sheet in SHEETS.values() for code in codes_of_sheet(sheet)}
    known = {f"{s.name}.{key}" for s in SHEETS.values() for key in ("", *(c.key for c in s.columns))}
    wrong = [place for places in RULES.values() for place in places if place not in known]
    return [*sorted(CODES.keys() - placed), *sorted(RULES.keys() - CODES.keys()), *wrong]


def _at(place: str) -> Iterator[str]:
    return (code for code, places in RULES.items() if place in places)


def _by_kind(sheet: Sheet, column: Column) -> Iterator[str]:
    if column.formula:
        return
    for part in (column, *column.members):
        yield from _by_type(part)
    if column.required:
        yield "FD201"
    if column.key in sheet.key:
        yield "FD301"
    if column.unit_of or any(other.unit_of == column.key for other in sheet.columns):
        yield "FD214"


def _by_type(column: Column) -> Iterator[str]:
    if column.kind in _NUMBERS and not column.members:
        yield "FD202"
    if column.kind == "percent":
        yield "FD209"
    if column.kind == "integer":
        yield "FD203"
    if column.minimum is not None or column.maximum is not None:
        yield "FD204"
    if column.kind in ("date", "datetime"):
        yield "FD205"
    if column.kind == "choice":
        yield "FD212" if column.open else "FD206"
    if column.reference is not None:
        yield "FD303"
        if column.many:
            yield "FD304"
        if "self" in column.reference.targets:
            yield "FD305"
    if column.long:
        yield "FD213"
