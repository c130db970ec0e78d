""".xlsx → raw sheets, in one pass over each part.

Neither library at hand gives all that is needed: one reads an error cell and a formula never calculated as empty
text and loses number formats, the other takes five times as long and two passes. The parts are plain XML; this
reads values, formats, faults, merged ranges and what is hidden together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, Any

from lxml import etree

from ...diagnostics import Source
from ...opc import Archive, PackageProblem, opened, parse
from .raw import LIMITS, FormulaFault, Merge, Percentage, RawSheet, UnreadableError

_LARGE = 8 << 20
"""Bytes of a sheet's part beyond which another library reads it, if it is plain: some 20,000 rows of ten cells."""
_SPECIAL = (b"<f>", b"<f ", b":f>", b":f ", b"mergeCell ", b't="e"', b't="d"', b'hidden="1"', b'hidden="true"')
"""What only a reading cell by cell can tell: formulas, merged ranges, errors, ISO dates, hidden rows and columns."""

_PLAIN, _DATE, _SPAN, _PERCENT = range(4)
_BUILT_IN = {9: _PERCENT, 10: _PERCENT, 46: _SPAN} | dict.fromkeys(
    # 27–36 and 50–58 are dates in Chinese, Japanese and Korean Excel.
    (*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)),
    _DATE,
)
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?")


def read_xlsx(path: Path, file: str) -> list[RawSheet]:
    """The worksheets of the workbook at ``path``, in order; ``file`` is its name in places. Raises Unreadable."""
    try:
        with opened(path, LIMITS) as package:
            return _Book(package, path, file).sheets()
    except PackageProblem as problem:
        raise UnreadableError("too_large" if problem.reason == "part_too_large" else "damaged") from problem
    except (KeyError, RuntimeError, etree.LxmlError) as error:
        raise UnreadableError("damaged") from error


class _Book:
    """What the sheets of a workbook share: strings, formats and the date system."""

    def __init__(self, package: Archive, path: Path, file: str) -> None:
        self.package, self.path, self.file = package, path, file
        self.main = next((r.part for r in package.relations("") if r.kind == "officeDocument"), "")
        self.related = {relation.id: relation for relation in package.relations(self.main)}
        self.strings = list(self._strings())
        self.formats = self._formats()
        self.epoch = datetime(1899, 12, 30)

    def sheets(self) -> list[RawSheet]:
        """Every worksheet, charts and macros left out."""
        root = self._parse(self.main)
        properties = root.find("{*}workbookPr")
        if properties is not None and properties.get("date1904") in ("1", "true"):
            self.epoch = datetime(1904, 1, 1)
        found = []
        for sheet in root.iterfind("{*}sheets/{*}sheet"):
            relation = self.related.get(next((v for k, v in sheet.attrib.items() if k.endswith("}id")), ""))
            if relation and relation.kind == "worksheet":
                raw = self._sheet(relation.part, Source(self.file, sheet.get("name") or ""))
                raw.hidden = sheet.get("state") in ("hidden", "veryHidden")
                found.append(raw)
        return found

    def _parse(self, part: str) -> Any:
        with self.package.open(part) as stream:
            return parse(stream.read())

    def _part(self, kind: str) -> str:
        return next((relation.part for relation in self.related.values() if relation.kind == kind), "")

    def _strings(self) -> Iterator[str]:
        part = self._part("sharedStrings")
        if not part:
            return
        with self.package.open(part) as stream:
            for _, item in _events(stream, "si"):
                yield _text(item)
                _forget(item)

    def _formats(self) -> list[int]:
        """What each cell style shows: a plain number, a date, a span of time or a percentage."""
        part = self._part("styles")
        if not part:
            return []
        root = self._parse(part)
        own = {
            int(item.get("numFmtId")): _shown(item.get("formatCode") or "")
            for item in root.iterfind("{*}numFmts/{*}numFmt")
        }
        numbers = (int(style.get("numFmtId") or 0) for style in root.iterfind("{*}cellXfs/{*}xf"))
        return [own[number] if number in own else _BUILT_IN.get(number, _PLAIN) for number in numbers]

    def _sheet(self, part: str, source: Source) -> RawSheet:
        raw = RawSheet(source)
        if self.package.size(part) > _LARGE and self._is_plain(part):
            from .foreign import read_large

            raw.rows = read_large(self.path, source.tab)
            return raw
        merges, hidden_rows, hidden_columns = [], [], []
        following = 1
        with self.package.open(part) as stream:
            for kind, item in _events(stream, "row", "mergeCell", "col"):
                if kind == "row":
                    number = int(item.get("r") or following)
                    following = number + 1
                    if item.get("hidden") in ("1", "true"):
                        hidden_rows.append(number)
                    if values := self._row(item):
                        raw.rows.append((number, values))
                    _forget(item)
                elif kind == "col" and item.get("hidden") in ("1", "true"):
                    hidden_columns.append((int(item.get("min")), int(item.get("max"))))
                elif kind == "mergeCell" and (merge := _merge(item.get("ref") or "")):
                    merges.append(merge)
        raw.hidden_rows, raw.hidden_columns = frozenset(hidden_rows), tuple(hidden_columns)
        raw.merges = tuple(merges)
        return raw

    def _is_plain(self, part: str) -> bool:
        """Whether a sheet holds values alone."""
        if _PERCENT in self.formats:
            return False
        tail = b""
        with self.package.open(part) as stream:
            while block := stream.read(1 << 20):
                block = tail + block
                if any(mark in block for mark in _SPECIAL):
                    return False
                tail = block[-16:]
        return True

    def _row(self, row: Any) -> list[Any]:
        """The values of a row from column A to the last that holds anything."""
        values: list[Any] = []
        column = 0
        for cell in row:
            address = cell.get("r")
            column = column_number(address) if address else column + 1
            if not len(cell) or (value := self._value(cell)) is None:
                continue
            if column > len(values):
                values.extend([None] * (column - len(values)))
            values[column - 1] = value
        return values

    def _value(self, cell: Any) -> Any:
        kind = cell.get("t") or "n"
        if kind == "inlineStr":
            return _text(cell) if any(map(str.strip, cell.itertext())) else None
        value, formula = None, False
        for child in cell:
            if child.tag.endswith("}v"):
                value = child.text
            elif child.tag.endswith("}f"):
                formula = True
        if value is None:
            # Text that a formula returned empty comes with its type; a cell never calculated has none.
            return FormulaFault() if formula and kind == "n" else None
        match kind:
            case "s":
                text = self.strings[int(value)]
                return text if text and not text.isspace() else None
            case "n":
                return self._number(value, int(cell.get("s") or 0))
            case "b":
                return value.strip() in ("1", "true")
            case "e":
                return FormulaFault(value)
            case "d":
                return datetime.fromisoformat(value)
        return _unescape(value) if value.strip() else None

    def _number(self, text: str, style: int) -> Any:
        shown = self.formats[style] if style < len(self.formats) else _PLAIN
        number: float = int(text) if text.isdecimal() else float(text)
        if shown == _PLAIN:
            return number
        if shown == _PERCENT:
            return Percentage(number)
        # A day's fraction is no exact second in binary, and some programs lose the last bits: 59.999 s is a minute.
        seconds = round(number * 86_400, 3)
        span = timedelta(seconds=round(seconds) if abs(seconds - round(seconds)) < 0.003 else seconds)
        try:
            return span if shown == _SPAN else self.epoch + span
        except OverflowError:
            return number


def _events(stream: IO[bytes], *names: str) -> Iterator[tuple[str, Any]]:
    """The named elements as they end, with their names."""
    tags = [f"{{*}}{name}" for name in names]
    parsed = etree.iterparse(stream, events=("end",), tag=tags, resolve_entities=False, no_network=True)
    for _, item in parsed:
        yield item.tag.rpartition("}")[2], item


def _forget(item: Any) -> None:
    """Free an element that has been read, and those before it: a large sheet never stands in memory whole."""
    item.clear()
    parent = item.getparent()
    while item.getprevious() is not None:
        del parent[0]


def _text(item: Any) -> str:
    """The text of a string item; phonetic guides (``rPh``) are no part of it."""
    pieces = [node.text for node in item.iter("{*}t") if node.text and not node.getparent().tag.endswith("}rPh")]
    return _unescape("".join(pieces))


def _unescape(text: str) -> str:
    """``_x000D_`` → the character: how a workbook writes what XML forbids."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _shown(code: str) -> int:
    """What a number format shows."""
    bare = _LITERAL.sub("", code.split(";")[0]).lower()
    if "%" in bare:
        return _PERCENT
    if "[h" in bare or "[m" in bare or "[s" in bare:
        return _SPAN
    return _DATE if any(letter in bare for letter in "ymdhs") and "general" not in bare else _PLAIN


_COLUMNS: dict[str, int] = {}


def column_number(address: str) -> int:
    """``B7`` → 2."""
    letters = address.rstrip("0123456789")
    if letters not in _COLUMNS:
        number = 0
        for letter in letters:
            number = number * 26 + ord(letter.upper()) - 64
        _COLUMNS[letters] = number
    return _COLUMNS[letters]


def _merge(reference: str) -> Merge | None:
    match = _REFERENCE.fullmatch(reference)
    if not match or not match[3]:
        return None
    return Merge(int(match[2]), column_number(match[1]), int(match[4]), column_number(match[3]))
