"""A workbook: what Excel repairs or refuses, dropdowns that offer nothing, leavings a reader sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from openpyxl.utils import range_boundaries

from tests.support.ooxml_lint.formulas import parse
from tests.support.ooxml_lint.package import Element, Finding, Package, R, S
from tests.support.ooxml_lint.text import check_text

CODES = {
    "list-too-long": "a list of choices longer than 255 characters: Excel drops the rule",
    "list-target-missing": "a dropdown whose list is on no sheet and under no name",
    "prompt-too-long": "a title over 32 or a message over 255 characters: Excel drops the rule",
    "validation-silent": "a rule that lets everything pass, or a prompt that is never shown",
    "merge-overlap": "two merged ranges that overlap: Excel repairs the sheet",
    "merge-in-table": "merged cells within a table: Excel repairs the sheet",
    "formula-broken": "a formula that does not parse",
    "formula-target-missing": "a formula that refers to no sheet, or to no name, of the workbook",
    "function-unknown": "a function that Excel shows as #NAME?",
    "error-value": "a cell that shows an error",
    "table-heading-differs": "a table whose headings are not those of its cells: Excel repairs the sheet",
    "table-name-doubled": "two tables, or a table and a name, of one name",
    "table-overlap": "two tables of one sheet that overlap",
    "sheet-name-bad": "a sheet name over 31 characters, or with a character Excel forbids",
    "sheet-name-doubled": "two sheets whose names differ at most in case",
    "name-hidden": "a hidden defined name: readers lose it, people cannot see it",
    "name-doubled": "two defined names of one name and scope",
    "style-missing": "a format the workbook does not hold: Excel repairs the file",
    "string-missing": "a text the workbook does not hold",
    "cell-order": "rows or cells out of order or doubled: Excel repairs the sheet",
    "column-overlap": "two column definitions for one column: Excel repairs the sheet",
    "link-target-missing": "a link to a sheet that is not there",
}

_OWN_NAMES = ("_xlnm.",)  # print areas, titles and filters: Excel's own, some of them hidden by Excel itself
_FORBIDDEN = set("[]:*?/\\")


@dataclass
class _Book:
    package: Package
    sheets: list[tuple[str, str]]
    names: set[str] = field(default_factory=set)
    strings: list[str] = field(default_factory=list)
    formats: int = 0
    marks: int = 0

    @property
    def sheet_names(self) -> set[str]:
        return {name.casefold() for name, _ in self.sheets}


@dataclass
class _Sheet:
    part: str
    root: Element
    cells: dict[str, str] = field(default_factory=dict)
    tables: list[tuple[int, int, int, int]] = field(default_factory=list)


def check(package: Package) -> Iterator[Finding]:
    """Findings on a workbook: its names, then its sheets one by one."""
    root = package.root(package.main)
    if root is None:
        return
    book = _book(package, root)
    yield from _check_sheet_names(package.main, book)
    yield from _check_names(package.main, root, book)
    for _, part in book.sheets:
        sheet_root = package.root(part)
        if sheet_root is None or sheet_root.tag != f"{S}worksheet":
            continue
        sheet = _Sheet(part, sheet_root)
        yield from _check_cells(sheet, book)
        yield from _check_columns(sheet)
        yield from _check_tables(sheet, book)
        yield from _check_merges(sheet)
        yield from _check_validations(sheet, book)
        yield from _check_marks(sheet, book)
        yield from _check_links(sheet, book)


def _book(package: Package, root: Element) -> _Book:
    targets = {link.id: link.target for link in package.relationships(package.main)}
    sheets = [(item.get("name", ""), targets.get(item.get(f"{R}id"), "")) for item in root.iter(f"{S}sheet")]
    book = _Book(package, sheets)
    for part in package.related(package.main, "sharedStrings"):
        strings = package.root(part)
        if strings is not None:
            book.strings = [_text(item) for item in strings.iterchildren(f"{S}si")]
    for part in package.related(package.main, "styles"):
        styles = package.root(part)
        if styles is not None:
            book.formats = len(styles.findall(f"{S}cellXfs/{S}xf"))
            book.marks = len(styles.findall(f"{S}dxfs/{S}dxf"))
    return book


def _text(item: Element) -> str:
    return "".join(
        piece.text or ""
        for piece in item.iter(f"{S}t")
        if piece.getparent().tag != f"{S}rPh"  # how a word is read, not what it is
    )


def _check_sheet_names(part: str, book: _Book) -> Iterator[Finding]:
    seen: set[str] = set()
    for name, _ in book.sheets:
        if not 1 <= len(name) <= 31 or _FORBIDDEN & set(name) or name.startswith("'") or name.endswith("'"):
            yield Finding("sheet-name-bad", part, name)
        if name.casefold() in seen:
            yield Finding("sheet-name-doubled", part, name)
        seen.add(name.casefold())


def _check_names(part: str, root: Element, book: _Book) -> Iterator[Finding]:
    defined = list(root.iter(f"{S}definedName"))
    seen: set[tuple[str, str | None]] = set()
    for item in defined:
        name = item.get("name", "")
        if (name.casefold(), item.get("localSheetId")) in seen:
            yield Finding("name-doubled", part, name)
        seen.add((name.casefold(), item.get("localSheetId")))
        book.names.add(name.casefold())
        if item.get("hidden") in {"1", "true"} and not name.startswith(_OWN_NAMES):
            yield Finding("name-hidden", part, name)
    for sheet_part in [target for _, target in book.sheets]:
        for table in _tables(book.package, sheet_part):
            name = table.get("displayName", "")
            if name.casefold() in book.names:
                yield Finding("table-name-doubled", sheet_part, name)
            book.names.add(name.casefold())
    for item in defined:
        yield from _check_formula(part, item.get("name", ""), item.text or "", book)


def _tables(package: Package, sheet_part: str) -> list[Element]:
    roots = [package.root(part) for part in package.related(sheet_part, "table")]
    return [root for root in roots if root is not None]


def _check_formula(part: str, place: str, text: str, book: _Book, code: str = "") -> Iterator[Finding]:
    formula = parse(text)
    missing = [sheet for sheet in formula.sheets if sheet.casefold() not in book.sheet_names]
    missing += [name for name in formula.names if name.casefold() not in book.names]
    if formula.fault:
        yield Finding("formula-broken", part, f"{place} {text}: {formula.fault}")
    elif "#REF!" in text or missing:
        yield Finding(code or "formula-target-missing", part, f"{place} {text}: {', '.join(missing) or '#REF!'}")
    for function in formula.unknown_functions:
        yield Finding("function-unknown", part, f"{place}: {function}")


def _check_cells(sheet: _Sheet, book: _Book) -> Iterator[Finding]:
    last_row = 0
    for row in sheet.root.iter(f"{S}row"):
        number = int(row.get("r", last_row + 1))
        if number <= last_row:
            yield Finding("cell-order", sheet.part, f"row {number} after row {last_row}")
        last_row, last_column = number, 0
        if int(row.get("s", 0)) >= max(book.formats, 1):
            yield Finding("style-missing", sheet.part, f"row {number}: {row.get('s')}")
        for cell in row.iterchildren(f"{S}c"):
            place = cell.get("r", "")
            column = range_boundaries(place)[0] if place else last_column + 1
            if column <= last_column:
                yield Finding("cell-order", sheet.part, place)
            last_column = column
            yield from _check_cell(sheet, book, place, cell)


def _check_cell(sheet: _Sheet, book: _Book, place: str, cell: Element) -> Iterator[Finding]:
    if int(cell.get("s", 0)) >= max(book.formats, 1):
        yield Finding("style-missing", sheet.part, f"{place}: {cell.get('s')}")
    formula = cell.findtext(f"{S}f")
    if formula:
        yield from _check_formula(sheet.part, place, formula, book)
    kind, value = cell.get("t", "n"), cell.findtext(f"{S}v", "")
    text = value
    if kind == "e":
        yield Finding("error-value", sheet.part, f"{place}: {value}")
    elif kind == "s":
        if int(value) >= len(book.strings):
            yield Finding("string-missing", sheet.part, f"{place}: {value}")
            return
        text = book.strings[int(value)]
    elif kind == "inlineStr":
        inline = cell.find(f"{S}is")
        text = _text(inline) if inline is not None else ""
    sheet.cells[place] = text
    if kind in {"s", "inlineStr", "str"}:
        yield from check_text(sheet.part, text)


def _check_columns(sheet: _Sheet) -> Iterator[Finding]:
    last = 0
    for column in sheet.root.iter(f"{S}col"):
        first = int(column.get("min", 0))
        if first <= last:
            yield Finding("column-overlap", sheet.part, f"columns {first}–{column.get('max')}")
        last = max(last, int(column.get("max", 0)))


def _check_tables(sheet: _Sheet, book: _Book) -> Iterator[Finding]:
    for table in _tables(book.package, sheet.part):
        left, top, right, bottom = range_boundaries(table.get("ref", "A1"))
        area = (left, top, right, bottom)
        if any(_overlap(area, other) for other in sheet.tables):
            yield Finding("table-overlap", sheet.part, table.get("ref", ""))
        sheet.tables.append(area)
        columns = [column.get("name", "") for column in table.iter(f"{S}tableColumn")]
        if table.get("headerRowCount") == "0":
            continue
        headings = [_cell_text(sheet, left + offset, top) for offset in range(right - left + 1)]
        if columns != headings or len({name.casefold() for name in columns}) < len(columns):
            wrong = [f"{name} for {heading}" for name, heading in zip(columns, headings) if name != heading]
            yield Finding("table-heading-differs", sheet.part, "; ".join(wrong) or "doubled, or not one a column")


def _cell_text(sheet: _Sheet, column: int, row: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return sheet.cells.get(f"{letters}{row}", "").replace("\n", "_x000a_")


def _overlap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _check_merges(sheet: _Sheet) -> Iterator[Finding]:
    seen: list[tuple[int, int, int, int]] = []
    for merge in sheet.root.iter(f"{S}mergeCell"):
        left, top, right, bottom = range_boundaries(merge.get("ref", ""))
        area = (left, top, right, bottom)
        if any(_overlap(area, other) for other in seen):
            yield Finding("merge-overlap", sheet.part, merge.get("ref", ""))
        if any(_overlap(area, table) for table in sheet.tables):
            yield Finding("merge-in-table", sheet.part, merge.get("ref", ""))
        seen.append(area)


def _check_validations(sheet: _Sheet, book: _Book) -> Iterator[Finding]:
    for rule in sheet.root.iter(f"{S}dataValidation"):
        place = rule.get("sqref", "")
        kind = rule.get("type", "none")
        for name, most in (("promptTitle", 32), ("errorTitle", 32), ("prompt", 255), ("error", 255)):
            if len(rule.get(name, "")) > most:
                yield Finding("prompt-too-long", sheet.part, f"{place}: {name}")
        shown = {name for name in ("showErrorMessage", "showInputMessage") if rule.get(name) in {"1", "true"}}
        # A list of suggestions: other words are welcome, so nothing is to be said of them.
        suggests = kind == "list" and rule.get("errorStyle") == "information" and "showInputMessage" in shown
        if kind != "none" and "showErrorMessage" not in shown and not suggests:
            yield Finding("validation-silent", sheet.part, f"{place}: showErrorMessage is off")
        if rule.get("prompt") and "showInputMessage" not in shown:
            yield Finding("validation-silent", sheet.part, f"{place}: showInputMessage is off")
        for formula in (rule.findtext(f"{S}formula1"), rule.findtext(f"{S}formula2")):
            if formula and kind == "list" and formula.startswith('"'):
                if len(formula) - 2 > 255:
                    yield Finding("list-too-long", sheet.part, f"{place}: {len(formula) - 2} characters")
            elif formula:
                code = "list-target-missing" if kind == "list" else ""
                yield from _check_formula(sheet.part, place, formula, book, code)


def _check_marks(sheet: _Sheet, book: _Book) -> Iterator[Finding]:
    for area in sheet.root.iter(f"{S}conditionalFormatting"):
        for rule in area.iterchildren(f"{S}cfRule"):
            place = area.get("sqref", "")
            if rule.get("dxfId") is not None and int(rule.get("dxfId", 0)) >= book.marks:
                yield Finding("style-missing", sheet.part, f"{place}: conditional format {rule.get('dxfId')}")
            for formula in rule.iterchildren(f"{S}formula"):
                if rule.get("type") in {"expression", "cellIs"}:
                    yield from _check_formula(sheet.part, place, formula.text or "", book)


def _check_links(sheet: _Sheet, book: _Book) -> Iterator[Finding]:
    for link in sheet.root.iter(f"{S}hyperlink"):
        location = link.get("location")
        if location is None or link.get(f"{R}id"):
            continue
        formula = parse(location)
        missing = [name for name in formula.sheets if name.casefold() not in book.sheet_names]
        missing += [name for name in formula.names if name.casefold() not in book.names]
        if missing or formula.fault:
            yield Finding("link-target-missing", sheet.part, f"{link.get('ref')}: {location}")
