"""A python-docx document → its parts, without the zip that its own writer would make of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document


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
