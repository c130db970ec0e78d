"""Tables of a Word document: rows, cells, spans and merges."""

from __future__ import annotations

from collections.abc import Iterator

from tests.support.ooxml_lint.package import Element, Finding, W

CODES = {
    "cell-without-paragraph": "a cell that does not end in a paragraph: Word refuses the file",
    "table-without-rows": "a table without rows: Word refuses the file",
    "row-without-cells": "a row without cells: Word refuses the file",
    "grid-exceeded": "a row wider than its table's grid",
    "merge-without-start": "a cell that goes on a vertical merge which no cell above it begins",
}

_WRAPPERS = {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"}
_BLOCKS = {f"{W}p", f"{W}tbl", f"{W}sdt", f"{W}customXml", f"{W}altChunk"}


def check_table(part: str, table: Element) -> Iterator[Finding]:
    """Findings on one table; tables within its cells are not entered."""
    rows = list(_children(table, f"{W}tr"))
    if not rows:
        yield Finding("table-without-rows", part, "a table has no rows")
    width = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    merged: set[int] = set()
    for number, row in enumerate(rows, start=1):
        cells = list(_children(row, f"{W}tc"))
        if not cells:
            yield Finding("row-without-cells", part, f"row {number}")
        column = _count(row, f"{W}trPr/{W}gridBefore", 0)
        going_on: set[int] = set()
        for cell in cells:
            yield from _check_end(part, number, cell)
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None:
                going_on.add(column)
                if merge.get(f"{W}val", "continue") == "continue" and column not in merged:
                    yield Finding("merge-without-start", part, f"row {number}, grid column {column + 1}")
            column += _count(cell, f"{W}tcPr/{W}gridSpan", 1)
        column += _count(row, f"{W}trPr/{W}gridAfter", 0)
        merged = going_on
        if column > width:
            yield Finding("grid-exceeded", part, f"row {number} spans {column} of {width} grid columns")


def _check_end(part: str, row: int, cell: Element) -> Iterator[Finding]:
    blocks = [child for child in cell if child.tag in _BLOCKS]
    # A content control may stand last: it holds the paragraph itself.
    if not blocks or (blocks[-1].tag != f"{W}p" and blocks[-1].find(f".//{W}p") is None) or blocks[-1].tag == f"{W}tbl":
        yield Finding("cell-without-paragraph", part, f"row {row}")


def _children(element: Element, tag: str) -> Iterator[Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)


def _count(element: Element, path: str, default: int) -> int:
    found = element.find(path)
    return default if found is None else int(found.get(f"{W}val", default))
