"""One section a chapter, with its title in the running header, and landscape pages where they are marked.

A section's properties stand in its last paragraph, the last section's at the end of the body. LibreOffice shows a
STYLEREF's cached text on every page, so each chapter has a header part of its own whose cache is right.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from .. import xml
from ..xml import FLD, INSTR, LEVELS, PPR, RUN, SECTPR, STYLE, TYPE, P, R, T, W, section_of, style_of
from .number import Heading
from .watermark import mark_front, watermark_paragraph

if TYPE_CHECKING:
    from docx.document import Document

_LINES: Final = 3  # paragraphs between a heading and its landscape table that still count as leading to it


class _Stretch(Struct):
    """A run of body elements that share a section."""

    elements: list[Any]
    heading: Heading | None
    landscape: bool


def divide(document: Document, headings: list[Heading], watermark: str = "") -> None:
    """Divide the body after the front matter into sections."""
    body = document.element.body
    model = body.find(SECTPR)
    if model is None:
        return
    front = [section for e in body.iterchildren(P) if (section := section_of(e)) is not None]
    stretches = _stretches(body, headings)
    headers: dict[tuple[str, bool], str] = {}
    footer = ""
    for n, stretch in enumerate(stretches):
        title, wide = stretch.heading.full if stretch.heading else "", stretch.landscape
        if (title, wide) not in headers:
            change = partial(_running_head, stretch.heading, wide, watermark)
            headers[title, wide] = _copied(document, model, "header", len(headers) + 1, change)
        section = deepcopy(model)
        _turn(section, wide)
        _refer(section, "header", headers[title, wide])
        if wide:
            footer = footer or _copied(document, model, "footer", 1, _widen)
            _refer(section, "footer", footer)
        if n == len(stretches) - 1:
            body.replace(model, section)
        else:
            _close(stretch, section)
    if watermark:
        mark_front(document, front, watermark)  # last: the chapters' headers are copies of the front matter's
    for mark in [e for e in body.iterchildren(P) if style_of(e).startswith("Landscape")]:
        if section_of(mark) is None:
            body.remove(mark)


def _stretches(body: Any, headings: list[Heading]) -> list[_Stretch]:
    """The stretches after the front matter (which ends at the last section break the template itself has)."""
    starts = {id(h.element): h for h in headings if h.level == 1}
    elements = [e for e in body if e.tag != SECTPR]
    fixed = [n for n, e in enumerate(elements) if e.tag == P and section_of(e) is not None]
    found: list[_Stretch] = []
    current = _Stretch([], None, False)
    for element in elements[fixed[-1] + 1 if fixed else 0 :]:
        style = style_of(element) if element.tag == P else ""
        heading = starts.get(id(element))
        landscape = {"LandscapeStart": True, "LandscapeEnd": False}.get(style, current.landscape)
        if heading is not None or landscape != current.landscape:
            carried = _opening(current) if landscape and heading is None else []
            if _has_content(current):
                found.append(current)
                current = _Stretch(carried, heading or current.heading, landscape)
            else:
                current.elements += carried
                current.heading, current.landscape = heading or current.heading, landscape
        current.elements.append(element)
    if _has_content(current) or not found:
        found.append(current)
    return found


def _opening(stretch: _Stretch) -> list[Any]:
    """Take the heading that leads to a landscape page, with its few lines of text, off the end of ``stretch``.

    A heading alone on the page before its table would be an orphan; headings above it go along.
    """
    elements = stretch.elements
    n = len(elements)
    while n and _is_text(elements[n - 1]) and len(elements) - n < _LINES:
        n -= 1
    first = n
    while first and style_of(elements[first - 1]) in LEVELS:
        first -= 1
    if first == n:
        return []
    taken = elements[first:]
    del elements[first:]
    return taken


def _is_text(element: Any) -> bool:
    return element.tag == P and style_of(element) not in (*LEVELS, "Figure", "Caption")


def _has_content(stretch: _Stretch) -> bool:
    return any(style_of(e) not in ("LandscapeStart", "LandscapeEnd", "Spacer") for e in stretch.elements)


def _close(stretch: _Stretch, section: Any) -> None:
    """Hang a section on its last paragraph, or on a small one after its last table or drawing."""
    from lxml import etree

    inside = [e for e in stretch.elements if not style_of(e).startswith("Landscape")]
    last = inside[-1]
    if last.tag != P or style_of(last) in ("Figure",):
        fresh = etree.fromstring(xml.alone(xml.paragraph("Spacer")))
        last.addnext(fresh)
        last = fresh
    properties = last.find(PPR)
    if properties is None:
        properties = etree.Element(PPR)
        last.insert(0, properties)
    properties.append(section)


def _turn(section: Any, landscape: bool) -> None:
    size = section.find(f"{W}pgSz")
    short, long = sorted(int(size.get(f"{W}{side}")) for side in ("w", "h"))
    width, height = (long, short) if landscape else (short, long)
    size.set(f"{W}w", str(width))
    size.set(f"{W}h", str(height))
    if landscape:
        size.set(f"{W}orient", "landscape")
    elif size.get(f"{W}orient"):
        del size.attrib[f"{W}orient"]


def _refer(section: Any, kind: str, relation: str) -> None:
    for reference in section.iterchildren(f"{W}{kind}Reference"):
        if relation and reference.get(f"{W}type") == "default":
            reference.set(f"{R}id", relation)


def _copied(document: Document, model: Any, kind: str, number: int, change: Callable[[Any], None]) -> str:
    """A copy of the model section's header or footer part after ``change``; its relationship's id."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from lxml import etree

    references = model.iterchildren(f"{W}{kind}Reference")
    reference = next((r for r in references if r.get(f"{W}type") == "default"), None)
    if reference is None:
        return ""
    part = document.part
    origin = part.related_parts[reference.get(f"{R}id")]
    root = etree.fromstring(origin.blob)
    change(root)
    blob = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    fresh = Part(PackURI(f"/word/{kind}_chapter{number}.xml"), origin.content_type, blob, part.package)
    for relation in origin.rels.values():  # a team's logo in the header keeps its id
        fresh.load_rel(relation.reltype, relation._target, relation.rId, relation.is_external)
    return str(part.relate_to(fresh, f"{xml.RELATIONS}/{kind}"))


def _running_head(heading: Heading | None, wide: bool, watermark: str, root: Any) -> None:
    _cache(root, heading)
    if wide:
        _widen(root)
    if watermark:
        root.append(watermark_paragraph(watermark))


def _widen(root: Any) -> None:
    """Move the right tab of a running head or foot to the margin of a landscape page."""
    from lxml import etree

    for paragraph in root.iter(P):
        properties = paragraph.find(PPR)
        style = properties.find(STYLE) if properties is not None else None
        if properties is None or properties.find(f"{W}tabs") is not None:
            continue
        stops = etree.fromstring(xml.alone(xml.tabs(("clear", xml.PORTRAIT), ("right", xml.LANDSCAPE))))
        properties.insert(0 if style is None else 1, stops)


def _cache(root: Any, heading: Heading | None) -> None:
    """Point the header's STYLEREF at the style of its chapter's heading, and put the title into its cache."""
    title = heading.full if heading else ""
    phase, ours = "", False
    for run in root.iter(RUN):
        mark = run.find(FLD)
        if mark is not None:
            phase = mark.get(TYPE)
            ours = ours and phase != "begin"
        for node in run.iter(INSTR):
            if "STYLEREF" in (node.text or ""):
                ours = True
        if ours and phase == "separate":
            for node in run.iter(T):
                node.text = title
