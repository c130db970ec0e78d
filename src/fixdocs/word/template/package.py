"""A Word template's package: its parts that may hold tags, and what a template may not bring along.

A team's template comes from anywhere. What could run, fetch or include something when the report is opened is refused
by name: macros, embedded programs, links to outside files, included documents, XML entities, fields that fetch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from lxml import etree
from msgspec import Struct

from ...opc import CONTENT_TYPES, Limits, PackageProblem, Relation, parse, read_parts, read_relations, relations_name
from ..xml import INSTR, P, W
from .fault import NOWHERE, Spot, TemplateFault, TemplateFaults

_LIMITS: Final = Limits(parts=1_000, part_size=24 << 20, total_size=64 << 20)
_TEMPLATE_BYTES: Final = 32 << 20
_KINDS: Final = {"header": "header", "footer": "footer", "footnotes": "footnotes"}
_SAFE_LINK: Final = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)
_FETCHING_FIELD: Final = re.compile(
    r"\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON|RD)\b", re.IGNORECASE
)
_DOCTYPES: Final = tuple(
    mark.encode(encoding) for mark in ("<!DOCTYPE", "<!ENTITY") for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
_ENCODING: Final = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)")
_PLAIN_ENCODINGS: Final = (b"utf-8", b"utf8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252")
_FORBIDDEN_RELATIONS: Final = {
    "attachedTemplate": "attached_template",
    "aFChunk": "alt_chunk",
    "vbaProject": "macro",
    "wordVbaData": "macro",
    "control": "active_content",
    "activeXControlBinary": "active_content",
    "oleObject": "active_content",
    "subDocument": "outside_link",
    "frame": "outside_link",
    "ui/extensibility": "active_content",
}
_FORBIDDEN_NAMES: Final = (
    (re.compile(r"vbaProject|vbaData", re.IGNORECASE), "macro"),
    (re.compile(r"activeX/|customUI|oleObject", re.IGNORECASE), "active_content"),
)


class TextPart(Struct, frozen=True):
    """A part that may hold tags: ``kind`` as in :class:`Spot`, ``name`` without leading slash."""

    kind: str
    name: str
    root: Any


class TemplatePackage(Struct, frozen=True):
    """A template opened safely: the parts that may hold tags, body first, and the styles (None without)."""

    parts: dict[str, bytes]
    texts: tuple[TextPart, ...]
    styles: Any


def open_template(template: str, data: bytes) -> TemplatePackage:
    """Open the template named ``template``; raises TemplateFaults where it is no document or brings what it may not."""
    if len(data) > _TEMPLATE_BYTES:
        raise _refusal(template, "too_large", "")
    try:
        parts = read_parts(data, _LIMITS)
    except PackageProblem as problem:
        raise _refusal(template, problem.reason, problem.part) from problem
    if any(name.startswith(("xl/", "ppt/")) for name in parts):  # a workbook or slides: sound, but no template
        raise _refusal(template, "not_a_package", "")
    faults = tuple(TemplateFault(key, template, NOWHERE, found) for key, found in _refused(parts))
    if faults:
        raise TemplateFaults(template, faults)
    try:
        return _opened(parts)
    except (KeyError, etree.XMLSyntaxError) as error:
        raise _refusal(template, "damaged", str(error).strip("'")[:80]) from error


def fetching_fields(root: Any) -> list[str]:
    """The names of fields below ``root`` that would fetch or run something when the document is opened."""
    found: dict[str, None] = {}
    for paragraph in root.iter(P):
        code = "".join(node.text or "" for node in paragraph.iter(INSTR))
        found.update(dict.fromkeys(match.upper() for match in _FETCHING_FIELD.findall(code)))
    for field in root.iter(W + "fldSimple"):
        found.update(dict.fromkeys(name.upper() for name in _FETCHING_FIELD.findall(field.get(W + "instr") or "")))
    return list(found)


def _refusal(template: str, key: str, found: str) -> TemplateFaults:
    return TemplateFaults(template, (TemplateFault(key, template, Spot("package"), found),))


def _refused(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    for name, content in parts.items():
        for pattern, key in _FORBIDDEN_NAMES:
            if pattern.search(name):
                yield key, name
        if not name.lower().endswith((".xml", ".rels", ".vml")):
            continue
        if _declares_entities(content):
            yield "entity", name
            return  # nothing is parsed beside it
    if b"macroEnabled" in parts.get(CONTENT_TYPES, b""):
        yield "macro", CONTENT_TYPES
    for name, content in parts.items():
        if name.endswith(".rels"):
            yield from _refused_relations(name, content)
        elif name.startswith("word/") and name.endswith(".xml"):
            yield from _refused_content(name, content)


def _declares_entities(content: bytes) -> bool:
    """Whether a part declares a document type, or is encoded in a way that could hide it."""
    if any(mark in content for mark in _DOCTYPES):
        return True
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16, searched above
        return False
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    declared = _ENCODING.match(start)
    return not start.startswith(b"<") or bool(declared and declared[1].lower() not in _PLAIN_ENCODINGS)


def _refused_relations(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    try:
        relations = read_relations(content, "")
    except etree.XMLSyntaxError:
        yield "damaged", name
        return
    for relation in relations:
        if relation.kind in _FORBIDDEN_RELATIONS:
            yield _FORBIDDEN_RELATIONS[relation.kind], relation.target
        elif relation.external and not (relation.kind == "hyperlink" and _SAFE_LINK.match(relation.target)):
            yield "outside_link", relation.target


def _refused_content(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    if b"altChunk" in content:
        yield "alt_chunk", name
    if b"instr" in content:
        try:
            root = parse(content)
        except etree.XMLSyntaxError:
            return  # reported where the part is opened
        for found in fetching_fields(root):
            yield "fetching_field", found


def _opened(parts: dict[str, bytes]) -> TemplatePackage:
    package = read_relations(parts[relations_name("")], "")
    main = next((relation.part for relation in package if relation.kind == "officeDocument"), None)
    if not main:
        raise KeyError("officeDocument")
    texts = [TextPart("body", main, parse(parts[main]))]
    styles = None
    for kind, name in sorted({(r.kind, r.part) for r in _related(parts, main)}, key=lambda item: item[::-1]):
        if kind in _KINDS:
            texts.append(TextPart(_KINDS[kind], name, parse(parts[name])))
        elif kind == "styles":
            styles = parse(parts[name])
    if texts[0].root.find(W + "body") is None:
        raise KeyError(main)
    return TemplatePackage(parts, tuple(texts), styles)


def _related(parts: Mapping[str, bytes], source: str) -> list[Relation]:
    """The relationships of ``source`` that stay inside the package."""
    content = parts.get(relations_name(source))
    return [relation for relation in read_relations(content, source) if not relation.external] if content else []
