"""The package around the parts: names, content types, relationships; the same for documents and workbooks."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple

from lxml import etree

CODES = {
    "part-doubled": "two parts under one name: which one is read is a matter of luck",
    "xml-broken": "a part that is no well-formed XML",
    "content-type-missing": "a part without a content type: Office calls the whole file damaged",
    "content-type-stray": "a content type for a part that is not there",
    "relationship-target-missing": "a relationship to a part that is not there",
    "relationship-doubled": "two relationships of one part under one id",
    "relationship-unknown": "an r:id that the part's relationships do not hold",
}

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

Element = Any
"""An lxml element; lxml brings no types."""


class Finding(NamedTuple):
    """One defect: its code, the part it stands in, and what was found there."""

    code: str
    part: str
    detail: str

    def __str__(self) -> str:
        return f"{self.code} in {self.part}: {self.detail}"


class Relationship(NamedTuple):
    """One relationship of a part; the target of an internal one is a part's name."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """A zip of parts, each parsed once."""

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(BytesIO(data))
        self.names = [name for name in self._zip.namelist() if not name.endswith("/")]
        self._roots: dict[str, Element | None] = {}
        self._relationships: dict[str, list[Relationship]] = {}

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        return self._zip.read(name)

    def root(self, name: str) -> Element | None:
        """The root of an XML part without its fallbacks; None where there is no such part or it is broken."""
        if name not in self._roots:
            self._roots[name] = self._parse(name) if name in self.names else None
        return self._roots[name]

    def relationships(self, part: str) -> list[Relationship]:
        """What a part refers to; the package itself is the part ''."""
        if part not in self._relationships:
            folder, base = posixpath.split(part)
            root = self.root(posixpath.join(folder, "_rels", f"{base}.rels"))
            children = root.iterchildren("{*}Relationship") if root is not None else ()
            self._relationships[part] = [_relationship(folder, child) for child in children]
        return self._relationships[part]

    def related(self, part: str, kind: str) -> list[str]:
        """The names of the parts that ``part`` refers to by relationships whose type ends in ``kind``."""
        return [
            link.target for link in self.relationships(part) if link.kind.endswith(f"/{kind}") and not link.external
        ]

    @cached_property
    def main(self) -> str:
        """The name of the main part: the document or the workbook."""
        return next(iter(self.related("", "officeDocument")), "")

    @cached_property
    def kind(self) -> str:
        """docx or xlsx, told by the main part's content type; '' for anything else."""
        main_type = self.content_type(self.main) or ""
        return "docx" if "wordprocessingml" in main_type else "xlsx" if "spreadsheetml" in main_type else ""

    @cached_property
    def types(self) -> tuple[dict[str, str], dict[str, str]]:
        """Content types by extension, and by part."""
        root = self.root("[Content_Types].xml")
        if root is None:
            return {}, {}
        defaults = {
            item.get("Extension", "").lower(): item.get("ContentType", "")
            for item in root.iterchildren(f"{_TYPES}Default")
        }
        overrides = {
            item.get("PartName", "").lstrip("/"): item.get("ContentType", "")
            for item in root.iterchildren(f"{_TYPES}Override")
        }
        return defaults, overrides

    def content_type(self, part: str) -> str | None:
        """A part's content type, or None where it has none."""
        defaults, overrides = self.types
        return overrides.get(part) or defaults.get(part.rpartition(".")[2].lower())

    def _parse(self, name: str) -> Element | None:
        try:
            root = etree.fromstring(self.read(name), etree.XMLParser(resolve_entities=False, huge_tree=True))
        except etree.XMLSyntaxError:
            return None
        for fallback in list(root.iter(_FALLBACK)):  # only readers of 2007 see them; their ids repeat the choice's
            fallback.getparent().remove(fallback)
        return root


def check(package: Package) -> Iterator[Finding]:
    """Findings on the package as such."""
    yield from _check_names(package)
    yield from _check_types(package)
    for part in ["", *package.names]:
        yield from _check_relationships(package, part)


def _check_names(package: Package) -> Iterator[Finding]:
    seen: set[str] = set()
    for name in package.names:
        if name.lower() in seen:
            yield Finding("part-doubled", name, "stands in the package twice")
        seen.add(name.lower())
        if name.endswith((".xml", ".rels")) and package.root(name) is None:
            yield Finding("xml-broken", name, "cannot be parsed")


def _check_types(package: Package) -> Iterator[Finding]:
    for name in package.names:
        if name != "[Content_Types].xml" and package.content_type(name) is None:
            yield Finding("content-type-missing", name, "no content type by name or extension")
    for name in package.types[1]:
        if name not in package.names:
            yield Finding("content-type-stray", "[Content_Types].xml", f"{name} is not in the package")


def _check_relationships(package: Package, part: str) -> Iterator[Finding]:
    links = package.relationships(part)
    where = part or "_rels/.rels"
    ids: set[str] = set()
    for link in links:
        if link.id in ids:
            yield Finding("relationship-doubled", where, link.id)
        ids.add(link.id)
        if not link.external and link.target not in package.names:
            yield Finding("relationship-target-missing", where, f"{link.id} → {link.target}")
    root = package.root(part) if part.endswith(".xml") else None
    for element in root.iter(etree.Element) if root is not None else ():
        for attribute, value in element.attrib.items():
            if attribute.startswith(R) and value and value not in ids:
                yield Finding("relationship-unknown", where, f"{etree.QName(element).localname} {value}")


def _relationship(folder: str, element: Element) -> Relationship:
    external = element.get("TargetMode") == "External"
    target = element.get("Target", "")
    if not external:
        target = target.partition("#")[0]
        target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return Relationship(element.get("Id", ""), element.get("Type", ""), target, external)
