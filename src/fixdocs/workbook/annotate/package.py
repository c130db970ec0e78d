"""A workbook's package while it is patched: its parts, what changes, and the list that is added."""

from __future__ import annotations

import posixpath

from msgspec import Struct, field

from ...opc import (
    CONTENT_TYPES,
    RELATIONSHIPS,
    Entry,
    PackageProblem,
    Relation,
    entry,
    opened,
    pack,
    read_relations,
    relations_name,
)
from .xml import etree, parse, serialise


class ListRow(Struct, frozen=True):
    """A row of the list: its cells, and the address it leads to (``tab`` empty for none)."""

    grave: int
    cells: tuple[str, ...]
    tab: str = ""
    cell: str = ""


class FaultList(Struct, frozen=True):
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


class Package(Struct):
    """A workbook's parts by name; ``changed`` are those that are written anew or added."""

    parts: dict[str, bytes]
    entries: list[Entry]
    changed: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def read(cls, content: bytes) -> Package:
        """Unpack what is no heavier than a workbook that is read; raises NotMarkableError."""
        from ..open.raw import LIMITS

        try:
            with opened(content, LIMITS) as archive:
                entries, parts = archive.entries, archive.read_all()
        except PackageProblem as error:
            raise NotMarkableError from error
        if CONTENT_TYPES not in parts or "content.xml" in parts or "xl/workbook.bin" in parts:
            raise NotMarkableError
        return cls(parts, entries)

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
        kept = [(entry(info.filename, like=info), self.get(info.filename)) for info in self.entries]
        new = sorted(self.changed.keys() - self.parts.keys())
        return pack([*kept, *((entry(name), self.changed[name]) for name in new)])

    def related(self, part: str) -> list[Relation]:
        """The relationships of ``part`` (empty: the package's own) that stay inside the package."""
        name = relations_name(part)
        if name not in self.parts and name not in self.changed:
            return []
        return [relation for relation in read_relations(self.get(name), part) if not relation.external]

    def relate(self, part: str, kind: str, target: str) -> str:
        """A new relationship of ``part``; its id."""
        name = relations_name(part)
        known = name in self.parts or name in self.changed
        root = (
            parse(self.get(name))
            if known
            else etree().Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap={None: RELATIONSHIPS})
        )
        used = {relation.get("Id") for relation in root}
        fresh = next(f"rIdMark{n}" for n in range(1, len(used) + 2) if f"rIdMark{n}" not in used)
        relative = posixpath.relpath("/" + target, "/" + posixpath.dirname(part))
        etree().SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", Id=fresh, Type=kind, Target=relative)
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
