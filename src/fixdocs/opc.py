"""A package as Office files are one: named parts in a zip. Read within limits, related, written the same every time.

What is written carries no time, no platform and no order but the names', so that the same parts give the same bytes
in any folder, time zone and second on one machine (zlib's output may differ between its builds; the parts are the
same everywhere).
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final
from zipfile import ZipFile
from zipfile import ZipInfo as Entry

from msgspec import Struct

__all__ = [
    "CONTENT_TYPES", "RELATIONSHIPS", "Archive", "Entry", "Limits", "PackageProblem", "Relation", "entry", "opened",
    "pack", "parse", "read_parts", "read_relations", "relations_name", "write_parts",
]  # fmt: skip

CONTENT_TYPES: Final = "[Content_Types].xml"
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold
_CHUNK: Final = 1 << 20
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError)


class Limits(Struct, frozen=True):
    """What a package may weigh, unpacked, before reading stops; sizes are bytes."""

    parts: int = 2_000
    part_size: int = 64 << 20
    total_size: int = 160 << 20


class PackageProblem(Exception):
    """A package that is none, or that is beyond the limits.

    ``reason`` is ``not_a_package``, ``damaged``, ``encrypted``, ``missing_part``, ``doubled_part``,
    ``too_many_parts``, ``part_too_large`` or ``too_large``; ``part`` names the part where there is one.
    """

    def __init__(self, reason: str, part: str = "") -> None:
        super().__init__(reason, part)
        self.reason = reason
        self.part = part


# Reading


class Relation(Struct, frozen=True):
    """A relationship of a part: ``target`` as it is written, ``part`` the part it leads to.

    ``type`` is the whole type, ``kind`` what it says in one word (``worksheet``). One that is ``external`` leads out
    of the package, to no part.
    """

    id: str
    type: str
    target: str
    part: str
    external: bool

    @property
    def kind(self) -> str:
        """The type without the namespaces that the editions of the standard put before it."""
        return self.type.partition("/relationships/")[2] or self.type.rpartition("/")[2]


class Archive:
    """An open package whose parts are read one by one, none larger than ``limits`` say."""

    def __init__(self, archive: ZipFile, limits: Limits) -> None:
        self._archive, self._limits = archive, limits
        self.entries = [info for info in archive.infolist() if not info.is_dir()]
        self._known = {info.filename: info for info in self.entries}

    def __contains__(self, part: str) -> bool:
        return part in self._known

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    @property
    def declared_size(self) -> int:
        """What all parts weigh unpacked, by their own account."""
        return sum(info.file_size for info in self.entries)

    def size(self, part: str) -> int:
        """What ``part`` weighs unpacked, by its own account: no more than that is ever read of it."""
        return self._entry(part).file_size

    def open(self, part: str) -> IO[bytes]:
        """The bytes of ``part`` as a stream."""
        info = self._entry(part)
        if info.flag_bits & 1:
            raise PackageProblem("encrypted", part)
        if info.file_size > self._limits.part_size:
            raise PackageProblem("part_too_large", part)
        return self._archive.open(info)

    def relations(self, part: str) -> list[Relation]:
        """The relationships of ``part`` (empty: the package's own); where there are none, the part is missing."""
        with self.open(relations_name(part)) as stream:
            return read_relations(stream.read(), part)

    def read_all(self) -> dict[str, bytes]:
        """Every part by name, read in pieces: the sizes a zip declares are not trusted."""
        if len(self.entries) > self._limits.parts:
            raise PackageProblem("too_many_parts")
        parts: dict[str, bytes] = {}
        room = self._limits.total_size
        for info in self.entries:
            if info.filename in parts:  # two programs may read two different parts
                raise PackageProblem("doubled_part", info.filename)
            if info.flag_bits & 1:
                raise PackageProblem("encrypted", info.filename)
            reason = "too_large" if room < self._limits.part_size else "part_too_large"
            content = self._read(info, min(room, self._limits.part_size))
            if content is None:
                raise PackageProblem(reason, info.filename)
            parts[info.filename] = content
            room -= len(content)
        return parts

    def _entry(self, part: str) -> Entry:
        if part not in self._known:
            raise PackageProblem("missing_part", part)
        return self._known[part]

    def _read(self, info: Entry, room: int) -> bytes | None:
        """One part, or ``None`` as soon as it proves longer than ``room`` bytes."""
        pieces: list[bytes] = []
        with self._archive.open(info) as stream:
            while piece := stream.read(min(_CHUNK, room + 1)):
                room -= len(piece)
                if room < 0:
                    return None
                pieces.append(piece)
        return b"".join(pieces)


@contextmanager
def opened(source: bytes | Path, limits: Limits | None = None) -> Iterator[Archive]:
    """The package in ``source`` (its bytes, or the file it is in), open for as long as the block runs.

    Raises:
        PackageProblem: it is no zip or is damaged, wherever in the block that shows.
        OSError: the file cannot be read.
    """
    try:
        with ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source) as archive:
            yield Archive(archive, limits or Limits())
    except _BROKEN as error:
        raise _broken(source) from error
    except OSError as error:
        if isinstance(source, Path):
            raise
        raise _broken(source) from error  # a zip that points outside itself


def _broken(source: bytes | Path) -> PackageProblem:
    if isinstance(source, Path):
        with source.open("rb") as stream:
            source = stream.read(2)
    return PackageProblem("damaged" if source.startswith(b"PK") else "not_a_package")


def read_parts(data: bytes, limits: Limits | None = None) -> dict[str, bytes]:
    """Unpack ``data`` into its parts by name.

    Raises:
        PackageProblem: ``data`` is no zip, is damaged, or is heavier than ``limits``.
    """
    with opened(data, limits) as archive:
        return archive.read_all()


def parse(data: bytes, *, huge: bool = False) -> Any:
    """The root of an XML part: no entities, nothing outside it is read; raises lxml's XMLSyntaxError.

    ``huge`` lifts lxml's own limits, for parts that were weighed before.
    """
    from lxml import etree

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=huge))


def relations_name(part: str) -> str:
    """The name of the part that holds the relationships of ``part`` (empty: the package's own)."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def read_relations(content: bytes, part: str) -> list[Relation]:
    """The relationships of ``part`` from the ``content`` of the part that holds them."""
    folder = posixpath.dirname(part)
    found = []
    for item in parse(content).iter("{*}Relationship"):
        target = item.get("Target") or ""
        outside = item.get("TargetMode") == "External"
        inside = "" if outside else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found.append(Relation(item.get("Id") or "", item.get("Type") or "", target, inside, outside))
    return found


# Writing


def entry(name: str, like: Entry | None = None) -> Entry:
    """What the zip says of the part ``name``: nothing of time and machine, or what it said of it before."""
    made = Entry(name, like.date_time if like else _EPOCH)
    made.create_system = like.create_system if like else 0  # else the platform's number is written
    made.external_attr = like.external_attr if like else made.external_attr
    made.compress_type = zipfile.ZIP_DEFLATED
    return made


def pack(parts: Iterable[tuple[Entry, bytes]]) -> bytes:
    """A zip of ``parts`` in the order given."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for info, content in parts:
            archive.writestr(info, content)
    return buffer.getvalue()


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """Pack ``parts`` (name without leading slash → content) into a zip; the same parts give the same bytes.

    The content types come first, because some readers look no further for them, then the rest by name.
    """
    names = sorted(parts, key=lambda name: (name != CONTENT_TYPES, name))
    return pack((entry(name), parts[name]) for name in names)
