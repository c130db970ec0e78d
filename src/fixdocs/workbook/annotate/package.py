"""A workbook's package while it is patched: its parts, what changes, and the list that is added."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from .xml import CONTENT_TYPES, etree, parse, serialise

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


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
