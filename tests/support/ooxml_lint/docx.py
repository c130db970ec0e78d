"""A Word document: structure that Word repairs or refuses, links that lead nowhere, leavings a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.support.ooxml_lint.package import Element, Finding, Package, W
from tests.support.ooxml_lint.tables import CODES as TABLE_CODES
from tests.support.ooxml_lint.tables import check_table
from tests.support.ooxml_lint.text import check_text

CODES = {
    **TABLE_CODES,
    "field-unbalanced": "a field that is not begun, separated and ended in this order",
    "style-unknown": "a style that the document does not define, or of another kind",
    "numbering-unknown": "a numId without a numbering, which Word shows without a number",
    "bookmark-name-doubled": "two bookmarks of one name: Word keeps one",
    "bookmark-id-doubled": "two bookmarks of one id",
    "bookmark-name-bad": "a name Word does not allow: at most 40 letters, digits and _, a letter first",
    "bookmark-unclosed": "a bookmark without its start or its end",
    "drawing-id-doubled": "two drawings or shapes of one id, which Word may call damage",
    "alt-text-missing": "a figure that a screen reader cannot tell",
    "reference-missing": "a REF, PAGEREF or link to a bookmark that is not there",
    "note-missing": "a reference to a footnote or endnote that is not there",
    "heading-empty": "a heading without text, which stands in the contents as a blank line",
    "heading-order": "a heading more than one level below the one before it",
    "image-part": "a bitmap; figures are native here",
    "update-fields": "a setting that makes Word ask the reader a question on opening",
}

_STORIES = {"document", "hdr", "ftr", "footnotes", "endnotes", "comments"}
_OWN_STORY = {f"{W}{name}" for name in ("txbxContent", "footnote", "endnote", "comment")}
_STYLE_USES = {
    "pStyle": "paragraph",
    "rStyle": "character",
    "tblStyle": "table",
    "basedOn": "",
    "next": "paragraph",
    "link": "",
}
_BOOKMARK_NAME = re.compile(r"[^\W\d][\w]{0,39}|_[\w]{0,39}")
_REFERENCE = re.compile(r'\s*(REF|PAGEREF|NOTEREF)\s+"?([^\s"\\]+)')
_LINK = re.compile(r'\s*HYPERLINK\s.*?\\l\s+"?([^\s"]+)')
_PICTURE = re.compile(r"image/")


@dataclass
class _Field:
    separated: bool = False
    instruction: str = ""


@dataclass
class _Styles:
    kinds: dict[str, str] = field(default_factory=dict)
    levels: dict[str, int] = field(default_factory=dict)


def check(package: Package) -> Iterator[Finding]:
    """Findings on a document's stories: body, headers, footers, notes, comments."""
    stories = [(name, root) for name, root in _roots(package) if _local(root) in _STORIES]
    styles = _styles(package)
    numbers = _numbers(package)
    for name, root in _roots(package):
        if root.tag.startswith(W):
            yield from _check_style_uses(name, root, styles)
            yield from _check_numbering(name, root, numbers)
    for name, root in stories:
        yield from _check_paragraphs(name, root, styles)
        for table in root.iter(f"{W}tbl"):
            yield from check_table(name, table)
    yield from _check_bookmarks(stories)
    yield from _check_fields_and_links(stories)
    yield from _check_notes(package, stories)
    yield from _check_drawings(stories)
    yield from _check_leavings(package)


def paragraph_text(paragraph: Element) -> str:
    """What a reader sees in a paragraph, without the texts of shapes anchored in it."""
    pieces: list[str] = []
    pending = [paragraph]
    while pending:
        element = pending.pop()
        if element.tag == f"{W}t":
            pieces.append(element.text or "")
        elif element.tag in {f"{W}tab", f"{W}br", f"{W}cr"}:
            pieces.append(" ")
        if element.tag not in _OWN_STORY and element.tag != f"{W}pPr":
            pending.extend(reversed(element))
    return "".join(pieces)


def _roots(package: Package) -> Iterator[tuple[str, Element]]:
    for name in package.names:
        root = package.root(name) if name.endswith(".xml") else None
        if root is not None:
            yield name, root


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2] if str(element.tag).startswith(W) else ""


def _value(parent: Element | None, path: str) -> str | None:
    found = parent.find(path) if parent is not None else None
    return None if found is None else str(found.get(f"{W}val"))


def _styles(package: Package) -> _Styles:
    styles = _Styles()
    bases: dict[str, str | None] = {}
    for name in package.related(package.main, "styles"):
        root = package.root(name)
        for style in root.iterchildren(f"{W}style") if root is not None else ():
            key = style.get(f"{W}styleId", "")
            styles.kinds[key] = style.get(f"{W}type", "paragraph")
            bases[key] = _value(style, f"{W}basedOn")
            level = _value(style, f"{W}pPr/{W}outlineLvl")
            if level is not None:
                styles.levels[key] = int(level)
    for key in bases:
        base, steps = bases[key], 0
        while key not in styles.levels and base is not None and steps < len(bases):
            if base in styles.levels:
                styles.levels[key] = styles.levels[base]
            base, steps = bases.get(base), steps + 1
    return styles


def _numbers(package: Package) -> set[str]:
    known = {"0"}
    for name in package.related(package.main, "numbering"):
        root = package.root(name)
        if root is not None:
            lists = {item.get(f"{W}abstractNumId") for item in root.iterchildren(f"{W}abstractNum")}
            for number in root.iterchildren(f"{W}num"):
                if _value(number, f"{W}abstractNumId") in lists:
                    known.add(number.get(f"{W}numId", ""))
    return known


def _check_style_uses(name: str, root: Element, styles: _Styles) -> Iterator[Finding]:
    for use, kind in _STYLE_USES.items():
        for value in dict.fromkeys(element.get(f"{W}val", "") for element in root.iter(f"{W}{use}")):
            actual = styles.kinds.get(value)
            if actual is None:
                yield Finding("style-unknown", name, f"{use} {value}")
            elif kind and actual != kind:
                yield Finding("style-unknown", name, f"{use} {value} is a {actual} style")


def _check_numbering(name: str, root: Element, numbers: set[str]) -> Iterator[Finding]:
    if _local(root) == "numbering":
        return
    for value in dict.fromkeys(element.get(f"{W}val", "") for element in root.iter(f"{W}numId")):
        if value not in numbers:
            yield Finding("numbering-unknown", name, f"numId {value}")


def _check_paragraphs(name: str, root: Element, styles: _Styles) -> Iterator[Finding]:
    previous = 0
    for paragraph in root.iter(f"{W}p"):
        text = paragraph_text(paragraph)
        yield from check_text(name, text)
        level = _heading_level(paragraph, styles)
        if level is None:
            continue
        if not text.strip():
            yield Finding("heading-empty", name, f"level {level}")
        if level > previous + 1:
            yield Finding("heading-order", name, f"level {level} after level {previous}: {text[:30]}")
        previous = level


def _heading_level(paragraph: Element, styles: _Styles) -> int | None:
    """1 to 9 for a heading, None for body text (whose outline level is 9, counted from 0)."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return None
    direct = _value(properties, f"{W}outlineLvl")
    level = int(direct) if direct is not None else styles.levels.get(_value(properties, f"{W}pStyle") or "", 9)
    return level + 1 if level < 9 else None


def _check_bookmarks(stories: list[tuple[str, Element]]) -> Iterator[Finding]:
    names: set[str] = set()
    ids: set[str] = set()
    for part, root in stories:
        starts = list(root.iter(f"{W}bookmarkStart"))
        ends = {end.get(f"{W}id") for end in root.iter(f"{W}bookmarkEnd")}
        for start in starts:
            name, key = start.get(f"{W}name", ""), start.get(f"{W}id", "")
            if name in names:
                yield Finding("bookmark-name-doubled", part, name)
            if key in ids:
                yield Finding("bookmark-id-doubled", part, f"{key} ({name})")
            if not _BOOKMARK_NAME.fullmatch(name):
                yield Finding("bookmark-name-bad", part, name)
            if key not in ends:
                yield Finding("bookmark-unclosed", part, f"{name} has no end")
            names.add(name)
            ids.add(key)
        for key in sorted(ends - {start.get(f"{W}id") for start in starts}, key=str):
            yield Finding("bookmark-unclosed", part, f"the end {key} has no start")


def _check_fields_and_links(stories: list[tuple[str, Element]]) -> Iterator[Finding]:
    names = {mark.get(f"{W}name") for _, root in stories for mark in root.iter(f"{W}bookmarkStart")}
    for part, root in stories:
        instructions: list[str] = [simple.get(f"{W}instr", "") for simple in root.iter(f"{W}fldSimple")]
        yield from _check_fields(part, root, instructions)
        targets = [link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink") if link.get(f"{W}anchor")]
        for instruction in instructions:
            reference, link = _REFERENCE.match(instruction), _LINK.match(instruction)
            targets += [reference[2]] if reference else [link[1]] if link else []
        for target in targets:
            if target not in names and target != "_top":
                yield Finding("reference-missing", part, target)


def _check_fields(part: str, root: Element, instructions: list[str]) -> Iterator[Finding]:
    """Findings on the part's complex fields; adds the instruction of each to ``instructions``."""
    open_fields: dict[Element, list[_Field]] = {}
    for element in root.iter(f"{W}fldChar", f"{W}instrText"):
        story = next((above for above in element.iterancestors() if above.tag in _OWN_STORY), root)
        stack = open_fields.setdefault(story, [])
        kind = "instruction" if element.tag == f"{W}instrText" else element.get(f"{W}fldCharType")
        if kind == "begin":
            stack.append(_Field())
        elif not stack or (kind != "end" and stack[-1].separated):
            yield Finding("field-unbalanced", part, f"{kind} outside a field {element.text or ''}".strip())
        elif kind == "instruction":
            stack[-1].instruction += element.text or ""
        elif kind == "separate":
            stack[-1].separated = True
        else:
            instructions.append(stack.pop().instruction)
    for stack in open_fields.values():
        for unclosed in stack:
            yield Finding("field-unbalanced", part, f"not ended: {unclosed.instruction.strip()}")


def _check_notes(package: Package, stories: list[tuple[str, Element]]) -> Iterator[Finding]:
    for kind in ("footnote", "endnote", "comment"):
        known: set[str | None] = set()
        for part in package.related(package.main, f"{kind}s"):
            root = package.root(part)
            known |= {note.get(f"{W}id") for note in root.iter(f"{W}{kind}")} if root is not None else set()
        for part, root in stories:
            for reference in root.iter(f"{W}{kind}Reference"):
                if reference.get(f"{W}id") not in known:
                    yield Finding("note-missing", part, f"{kind} {reference.get(f'{W}id')}")


def _check_drawings(stories: list[tuple[str, Element]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for part, root in stories:
        for element in root.iter("{*}docPr", "{*}cNvPr"):
            # A picture's own cNvPr is numbered within the picture; Word itself writes 0 there.
            if str(element.tag).endswith("}cNvPr") and "/picture}" in str(element.tag):
                continue
            key = element.get("id", "")
            if key in seen:
                yield Finding("drawing-id-doubled", part, f"{key} ({element.get('name', '')})")
            seen.add(key)
            if str(element.tag).endswith("}docPr") and not element.get("descr", "").strip():
                yield Finding("alt-text-missing", part, f"{key} ({element.get('name', '')})")


def _check_leavings(package: Package) -> Iterator[Finding]:
    for name in package.names:
        if _PICTURE.match(package.content_type(name) or ""):
            yield Finding("image-part", name, package.content_type(name) or "")
    for name in package.related(package.main, "settings"):
        root = package.root(name)
        setting = root.find(f"{W}updateFields") if root is not None else None
        if setting is not None and setting.get(f"{W}val", "true") not in {"0", "false", "off"}:
            yield Finding("update-fields", name, "updateFields is on")
