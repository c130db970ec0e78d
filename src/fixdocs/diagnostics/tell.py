"""Diagnostics → the lines a person reads, and the records a program reads.

Equal faults down a column are told once, with the range of their cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from ..schema import SHEETS
from ..words import Words
from .codes import Severity
from .model import Diagnostic, Place, column_letter

_STAR = re.compile(r"\s*[*\uff0a]\s*$")
_ID = re.compile(r"^(?P<key>\w+)(\[(?P<index>[^\]]+)\])?(\.(?P<member>\w+))?$")


class Told(Struct, frozen=True):
    """One message: where, what, and what to do. ``count`` diagnostics are gathered in it."""

    code: str
    severity: Severity
    where: str
    text: str
    cure: str
    count: int
    first: Diagnostic


def heading(place: Place, words: Words) -> str:
    """The heading of a place's column, as it stands in the file or else as the catalogue has it."""
    if place.heading or not place.attribute or place.sheet not in SHEETS:
        return _STAR.sub("", place.heading.partition("\n")[0])  # the star marks a required column, it is no name
    found = _ID.match(place.attribute)
    if found is None:
        return place.attribute
    key, index, member = found["key"], found["index"], found["member"]
    column = SHEETS[place.sheet].column(key)
    if column.spread is not None and column.spread.source != "months":
        return index or key
    return words.label(place.sheet, f"{key}.{member}" if member else key, index)


def where(place: Place, words: Words, cells: str = "") -> str:
    """``02-问题清单.xlsx > 问题清单 > E7 影响程度``; parts that are not known are left out."""
    sheet = place.source.tab or (words.sheet(place.sheet).title if place.sheet in SHEETS else "")
    cell = cells or place.cell or (str(place.row) if place.row else "")
    last = f"{cell} {heading(place, words)}".strip()
    return " > ".join(part for part in (place.source.file, sheet, last) if part)


def tell(diagnostics: Iterable[Diagnostic], words: Words) -> list[Told]:
    """The messages, errors first, then by file, sheet and cell."""
    groups: dict[tuple[Any, ...], list[Diagnostic]] = {}
    for diagnostic in sorted(diagnostics, key=_order):
        groups.setdefault(_likeness(diagnostic), []).append(diagnostic)
    return [_told(group, words) for group in groups.values()]


def _order(diagnostic: Diagnostic) -> tuple[Any, ...]:
    place = diagnostic.place
    rank = list(Severity).index(diagnostic.severity)
    sheets = list(SHEETS)
    at = sheets.index(place.sheet) if place.sheet in SHEETS else len(sheets)
    return (rank, place.source.file, at, place.source.tab, diagnostic.code, place.column, place.row)


def _likeness(diagnostic: Diagnostic) -> tuple[Any, ...]:
    place = diagnostic.place
    alone: tuple[Any, ...] = () if place.cell else (place.row, place.attribute)
    values = tuple(sorted(diagnostic.values.items()))
    return (diagnostic.code, place.source, place.sheet, place.column, values, diagnostic.others, alone)


def _told(group: Sequence[Diagnostic], words: Words) -> Told:
    first = group[0]
    message = words.message(first.code)
    values = {**first.values, "count": first.values.get("count", str(len(group)))}
    others = [where(place, words) for place in first.others]
    if others:
        values["other"] = "; ".join(others)
    return Told(
        first.code,
        first.severity,
        where(first.place, words, _cells([d.place for d in group])),
        message.text.format(**values),
        message.cure.format(**values),
        len(group),
        first,
    )


def _cells(places: Sequence[Place]) -> str:
    """``E7:E56`` for a run, ``E7:E9, E12`` for several; empty where a place has no cell."""
    if not places[0].cell:
        return ""
    letter = column_letter(places[0].column)
    rows = sorted({place.row for place in places})
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    parts = [f"{letter}{a}" if a == b else f"{letter}{a}:{letter}{b}" for a, b in runs]
    return ", ".join(parts[:4]) + (" …" if len(parts) > 4 else "")


def record(diagnostic: Diagnostic, words: Words, blocks: Iterable[str]) -> dict[str, Any]:
    """One diagnostic for a program: keys are stable, the message is in the language asked for.

    ``blocks`` are the reports it keeps from being written.
    """
    told = _told([diagnostic], words)
    place = diagnostic.place
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "file": place.source.file,
        "sheet": place.source.tab,
        "cell": place.cell,
        "row": place.row,
        "column": heading(place, words),
        "attribute": f"{place.sheet}.{place.attribute}" if place.attribute else place.sheet,
        "message": told.text,
        "cure": told.cure,
        "values": dict(diagnostic.values),
        "others": [where(other, words) for other in diagnostic.others],
        "blocks": sorted(blocks),
    }
