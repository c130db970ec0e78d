"""Parts → a zip with the same bytes every time; and back, bounded, from a file that others made.

A ``.docx`` is a zip of named parts. What is written here carries no time, no platform and no order but the
names', so that the same parts give the same bytes in any folder, time zone and second on one machine (zlib's
output may differ between its builds; the parts are the same everywhere).
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from docx.document import Document

CONTENT_TYPES: Final = "[Content_Types].xml"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What a package may weigh, unpacked, before reading stops; sizes are bytes."""

    parts: int = 2_000
    part_size: int = 64 << 20
    total_size: int = 160 << 20


class PackageProblem(Exception):
    """A package that is none, or that is beyond the limits.

    ``reason`` is ``not_a_package``, ``damaged``, ``encrypted``, ``doubled_part``, ``too_many_parts``,
    ``part_too_large`` or ``too_large``; ``part`` names the part where there is one.
    """

    def __init__(self, reason: str, part: str = "") -> None:
        super().__init__(reason, part)
        self.reason = reason
        self.part = part


def read_parts(data: bytes, limits: Limits | None = None) -> dict[str, bytes]:
    """Unpack ``data`` into its parts by name.

    The sizes a zip declares are not trusted: every part is read in pieces and reading stops at the limit.

    Raises:
        PackageProblem: ``data`` is no zip, is damaged, or is heavier than ``limits``.
    """
    limits = limits or Limits()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read_all(archive, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise PackageProblem("not_a_package" if not data.startswith(b"PK") else "damaged") from error


def _read_all(archive: zipfile.ZipFile, limits: Limits) -> dict[str, bytes]:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > limits.parts:
        raise PackageProblem("too_many_parts")
    parts: dict[str, bytes] = {}
    room = limits.total_size
    for info in infos:
        if info.flag_bits & 1:
            raise PackageProblem("encrypted", info.filename)
        if info.filename in parts:  # two programs may read two different parts
            raise PackageProblem("doubled_part", info.filename)
        reason = "too_large" if room < limits.part_size else "part_too_large"
        content = _read_one(archive, info, min(room, limits.part_size))
        if content is None:
            raise PackageProblem(reason, info.filename)
        parts[info.filename] = content
        room -= len(content)
    return parts


def _read_one(archive: zipfile.ZipFile, info: zipfile.ZipInfo, room: int) -> bytes | None:
    """One part, or ``None`` as soon as it proves longer than ``room`` bytes."""
    pieces: list[bytes] = []
    with archive.open(info) as stream:
        while piece := stream.read(min(_CHUNK, room + 1)):
            room -= len(piece)
            if room < 0:
                return None
            pieces.append(piece)
    return b"".join(pieces)


def write_parts(parts: Mapping[str, bytes] | Iterable[tuple[str, bytes]]) -> bytes:
    """Pack ``parts`` (name without leading slash → content) into a zip; the same parts give the same bytes.

    The content types come first, because some readers look no further for them, then the rest by name.
    """
    items = sorted(dict(parts).items(), key=lambda item: (item[0] != CONTENT_TYPES, item[0]))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in items:
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # else the platform's number is written
            archive.writestr(info, content)
    return buffer.getvalue()


class _Collector:
    """Takes the place of python-docx's zip writer and keeps the parts instead."""

    def __init__(self) -> None:
        self.parts: dict[str, bytes] = {}

    def write(self, pack_uri: str, blob: bytes) -> None:
        self.parts[pack_uri.lstrip("/")] = blob


def document_parts(document: Document) -> dict[str, bytes]:
    """The parts of a python-docx document as it would save them."""
    from docx.opc.pkgwriter import PackageWriter

    package = document.part.package
    parts = package.parts
    for part in parts:
        part.before_marshal()
    collector = _Collector()
    writer: Any = PackageWriter  # its steps take any object with a `write`
    writer._write_content_types_stream(collector, parts)
    writer._write_pkg_rels(collector, package.rels)
    writer._write_parts(collector, parts)
    return collector.parts
