"""Diagnostics → a marked copy of a workbook: faulty cells coloured, notes beside them, a list with links.

A workbook library that loads and saves would drop what it does not model (pictures, charts, threaded comments). So
the package's XML is patched: styles gain the marking fills, marked cells point to them, notes join the sheet's own,
one sheet is added. Every other part keeps its bytes, its place and its time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from .package import FaultList, ListRow, NotMarkableError, Package
from .styles import FILLS, Styles
from .xml import Namespaces, parse, serialise

__all__ = ["FaultList", "ListRow", "Mark", "NotMarkableError", "annotate", "sheet_parts"]


class Mark(Struct, frozen=True):
    """What is said of one cell. ``row`` and ``column`` count from 1; ``grave`` is 0 for an error, 1 for a warning, 2
    for a hint; ``text`` is the note.
    """

    tab: str
    row: int
    column: int
    grave: int
    text: str


def annotate(content: bytes, marks: Sequence[Mark], faults: FaultList) -> bytes:
    """A copy of the workbook ``content`` with ``marks`` on its cells and ``faults`` as its last sheet.

    Raises NotMarkableError for what is no .xlsx or .xlsm.
    """
    from .list import add_list
    from .notes import add_notes

    package = Package.read(content)
    main = next((r.part for r in package.related("") if r.kind == "officeDocument"), "")
    if main not in package.parts:
        raise NotMarkableError
    styles = Styles(package, main)
    grouped: dict[str, list[Mark]] = {}
    for mark in marks:
        grouped.setdefault(mark.tab, []).append(mark)
    for tab, part in sheet_parts(package, main).items():
        if tab in grouped:
            held = _gathered(grouped[tab])
            _colour(package, part, held, styles)
            add_notes(package, part, held, faults.author)
    add_list(package, main, faults, styles)
    styles.save()
    return package.write()


def sheet_parts(package: Package, main: str) -> dict[str, str]:
    """The part of each worksheet by its name."""
    targets = {relation.id: relation for relation in package.related(main)}
    found = {}
    for sheet in parse(package.get(main)).iterfind("{*}sheets/{*}sheet"):
        relation = targets.get(next((v for k, v in sheet.attrib.items() if k.endswith("}id")), ""))
        if relation and relation.kind == "worksheet":
            found[sheet.get("name") or ""] = relation.part
    return found


def _gathered(marks: Sequence[Mark]) -> dict[tuple[int, int], tuple[int, str]]:
    """(row, column) → the gravest mark there and the notes of all."""
    held: dict[tuple[int, int], list[Mark]] = {}
    for mark in marks:
        held.setdefault((mark.row, max(mark.column, 1)), []).append(mark)
    return {
        place: (min(m.grave for m in found), "\n".join(dict.fromkeys(m.text for m in found)))
        for place, found in sorted(held.items())
    }


def _colour(package: Package, part: str, marks: Mapping[tuple[int, int], tuple[int, str]], styles: Styles) -> None:
    """Point every marked cell to its own style with the marking fill; cells that are not there are made."""
    root = parse(package.get(part))
    names = Namespaces.of(root)
    data = root.find(names("sheetData"))
    if data is None:
        return
    rows: dict[int, Any] = {}
    last = 0
    for row in data:
        last = int(row.get("r") or last + 1)
        rows[last] = row
    for (number, column), (grave, _) in marks.items():
        if number not in rows:
            rows[number] = row = data.makeelement(names("row"), r=str(number))
            after = next((rows[n] for n in sorted(rows) if n > number), None)
            data.append(row) if after is None else after.addprevious(row)
        cell = _cell(rows[number], number, column, names, styles.of_column(root, column, names))
        cell.set("s", str(styles.marked(int(cell.get("s") or 0), grave)))
    _over_conditions(root, names, marks, styles)
    package.changed[part] = serialise(root)


def _over_conditions(
    root: Any, names: Namespaces, marks: Mapping[tuple[int, int], tuple[int, str]], styles: Styles
) -> None:
    """Where the sheet colours cells by conditions of its own, the marks come first; those stay, one step behind."""
    from ...diagnostics.model import column_letter

    held = root.findall(names("conditionalFormatting"))
    if not held:
        return
    for rule in root.iter(names("cfRule")):
        rule.set("priority", str(int(rule.get("priority") or 1) + len(FILLS)))
    for grave in sorted({grave for grave, _ in marks.values()}):
        cells = " ".join(f"{column_letter(c)}{r}" for (r, c), (kind, _) in marks.items() if kind == grave)
        group = root.makeelement(names("conditionalFormatting"), sqref=cells)
        rule = root.makeelement(
            names("cfRule"), type="expression", dxfId=str(styles.difference(grave)), priority=str(grave + 1),
            stopIfTrue="1",
        )  # fmt: skip
        formula = root.makeelement(names("formula"))
        formula.text = "TRUE"
        rule.append(formula)
        group.append(rule)
        held[0].addprevious(group)


def _cell(row: Any, number: int, column: int, names: Namespaces, style: int) -> Any:
    """The cell at ``column`` of ``row``; made with the column's own style where it is not there."""
    from ...diagnostics.model import column_letter
    from ..open.xlsx import column_number

    at, after = 0, None
    for cell in row:
        address = cell.get("r")
        at = column_number(address) if address else at + 1
        if at == column:
            return cell
        if at > column:
            after = cell
            break
    fresh = row.makeelement(names("c"), r=f"{column_letter(column)}{number}", s=str(row.get("s") or style))
    row.append(fresh) if after is None else after.addprevious(fresh)
    return fresh
