"""Diagnostics → a marked copy of a workbook: faulty cells coloured, notes beside them, a list with links.

A workbook library that loads and saves would drop what it does not model (pictures, charts, threaded comments). So
the package's XML is patched: styles gain the marking fills, marked cells point to them, notes join the sheet's own,
one sheet is added. Every other part keeps its bytes, its place and its time.
"""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from .annotate_xml import CONTENT_TYPES, Namespaces, etree, parse, serialise

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said of one cell. ``row`` and ``column`` count from 1; ``grave`` is 0 for an error, 1 for a warning, 2
    for a hint; ``text`` is the note.
    """

    tab: str
    row: int
    column: int
    grave: int
    text: str


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of the list: its cells, and the address it leads to (``tab`` empty for none)."""

    grave: int
    cells: tuple[str, ...]
    tab: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class FaultList:
    """The sheet that is added: its name, its headings, the widths of its columns in characters, its rows. The third
    column carries the link.
    """

    tab: str
    author: str
    headings: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[ListRow, ...]


class NotMarkableError(Exception):
    """A file that is no package of XML parts (.xls, .ods, .csv …): it gets the list only."""


@dataclass
class Package:
    """A workbook's parts by name; ``changed`` are those that are written anew or added."""

    parts: dict[str, bytes]
    infos: list[ZipInfo]
    changed: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def read(cls, content: bytes) -> Package:
        """Unpack; raises NotMarkableError."""
        try:
            with ZipFile(io.BytesIO(content)) as archive:
                infos = archive.infolist()
                parts = {info.filename: archive.read(info) for info in infos}
        except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
            raise NotMarkableError from error
        if CONTENT_TYPES not in parts or "content.xml" in parts or "xl/workbook.bin" in parts:
            raise NotMarkableError
        return cls(parts, infos)

    def get(self, name: str) -> bytes:
        """A part as it now is."""
        return self.changed.get(name) or self.parts[name]

    def free(self, pattern: str) -> str:
        """The first name of ``pattern`` (with ``{n}``) that no part has."""
        number = 1
        while pattern.format(n=number) in self.parts or pattern.format(n=number) in self.changed:
            number += 1
        return pattern.format(n=number)

    def write(self) -> bytes:
        """Pack again: parts that did not change keep order, time and bytes; new ones come last."""
        stream = io.BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
            for info in self.infos:
                archive.writestr(_like(info), self.get(info.filename), ZIP_DEFLATED)
            for name in sorted(self.changed.keys() - self.parts.keys()):
                archive.writestr(ZipInfo(name, _EPOCH), self.changed[name], ZIP_DEFLATED)
        return stream.getvalue()

    def relations(self, part: str) -> str:
        """The name of the relationships part of ``part``."""
        folder, name = posixpath.split(part)
        return posixpath.join(folder, "_rels", f"{name}.rels")

    def targets(self, part: str) -> Iterator[tuple[str, str, str]]:
        """(id, type, part) of each relationship of ``part``."""
        name = self.relations(part)
        if name not in self.parts and name not in self.changed:
            return
        for relation in parse(self.get(name)):
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), relation.get("Target") or ""))
                yield relation.get("Id") or "", relation.get("Type") or "", target.lstrip("/")

    def relate(self, part: str, kind: str, target: str) -> str:
        """A new relationship of ``part``; its id."""
        name = self.relations(part)
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        known = name in self.parts or name in self.changed
        root = parse(self.get(name)) if known else etree().Element(f"{{{space}}}Relationships", nsmap={None: space})
        used = {relation.get("Id") for relation in root}
        fresh = next(f"rIdMark{n}" for n in range(1, len(used) + 2) if f"rIdMark{n}" not in used)
        relative = posixpath.relpath("/" + target, "/" + posixpath.dirname(part))
        etree().SubElement(root, f"{{{space}}}Relationship", Id=fresh, Type=kind, Target=relative)
        self.changed[name] = serialise(root)
        return fresh

    def declare(self, *, part: str = "", ending: str = "", kind: str) -> None:
        """Say what ``part``, or every part with ``ending``, holds."""
        root = parse(self.get(CONTENT_TYPES))
        space = etree().QName(root).namespace
        if part:
            etree().SubElement(root, f"{{{space}}}Override", PartName=f"/{part}", ContentType=kind)
        elif not any((d.get("Extension") or "").lower() == ending for d in root):
            root.insert(0, root.makeelement(f"{{{space}}}Default", Extension=ending, ContentType=kind))
        self.changed[CONTENT_TYPES] = serialise(root)


def _like(info: ZipInfo) -> ZipInfo:
    fresh = ZipInfo(info.filename, info.date_time)
    fresh.external_attr = info.external_attr
    return fresh


def annotate(content: bytes, marks: Sequence[Mark], faults: FaultList) -> bytes:
    """A copy of the workbook ``content`` with ``marks`` on its cells and ``faults`` as its last sheet.

    Raises NotMarkableError for what is no .xlsx or .xlsm.
    """
    from .annotate_list import add_list
    from .annotate_notes import add_notes
    from .annotate_styles import Styles

    package = Package.read(content)
    main = next((t for _, kind, t in package.targets("") if kind.endswith("/officeDocument")), "")
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
    targets = {key: (kind, part) for key, kind, part in package.targets(main)}
    found = {}
    for sheet in parse(package.get(main)).iterfind("{*}sheets/{*}sheet"):
        relation = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "")
        kind, part = targets.get(relation, ("", ""))
        if kind.endswith("/worksheet"):
            found[sheet.get("name") or ""] = part
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


def _colour(
    package: Package, part: str, marks: Mapping[tuple[int, int], tuple[int, str]], styles: Any
) -> None:
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
    package.changed[part] = serialise(root)


def _cell(row: Any, number: int, column: int, names: Namespaces, style: int) -> Any:
    """The cell at ``column`` of ``row``; made with the column's own style where it is not there."""
    from ..diagnostics.model import column_letter
    from .xlsx import _column

    at, after = 0, None
    for cell in row:
        address = cell.get("r")
        at = _column(address) if address else at + 1
        if at == column:
            return cell
        if at > column:
            after = cell
            break
    fresh = row.makeelement(names("c"), r=f"{column_letter(column)}{number}", s=str(row.get("s") or style))
    row.append(fresh) if after is None else after.addprevious(fresh)
    return fresh
