"""Captions, references, bookmarks and contents, numbered in document order."""

from __future__ import annotations

import re
from typing import Any, Final

from msgspec import Struct

from .. import xml
from ..xml import END, FLD, ID, INSTR, LEVELS, NAME, PPR, RUN, START, TYPE, P, T, style_of, text_of

_DIGITS: Final = "零一二三四五六七八九"
_SEQ: Final = re.compile(r"^SEQ (\S+)")
_REF: Final = re.compile(r"^REF (\S+)")
_LEVELS: Final = re.compile(r'\\o "1-(\d)"')


class Heading(Struct, frozen=True):
    """A heading of the body: its element, level, number as printed, text and bookmark."""

    element: Any
    level: int
    number: str
    text: str
    bookmark: str

    @property
    def full(self) -> str:
        """Number and text, as the contents and the running header print them."""
        return f"{self.number}\u3000{self.text}" if self.number else self.text


class _Field(Struct):
    """A complex field: its instruction and the runs of its cached result."""

    instruction: str
    begin: Any
    result: list[Any]
    end: Any = None


def number(body: Any, chapter: str, annex: str) -> list[Heading]:
    """Number captions, fill references, make bookmarks unique, write the contents; the headings in order."""
    fields = _fields(body)
    _number_captions(fields)
    places = _unique_bookmarks(body)
    _fill_references(body, fields, places)
    found = headings(body, chapter, annex)
    _bookmark_headings(body, found)
    _unique_drawing_ids(body)
    _write_contents(fields, found)
    return found


def _fields(body: Any) -> list[_Field]:
    """The complex fields in document order; nested ones are not looked into."""
    found: list[_Field] = []
    current: _Field | None = None
    phase = ""
    for run in body.iter(RUN):
        mark = run.find(FLD)
        if mark is not None:
            phase = mark.get(TYPE)
            if phase == "begin":
                current = _Field("", run, [])
            elif phase == "end" and current is not None:
                current.end = run
                found.append(current)
                current = None
        elif current is not None:
            if phase == "separate":
                current.result.append(run)
            else:
                current.instruction += "".join(i.text or "" for i in run.iter(INSTR)).strip()
    return found


def _number_captions(fields: list[_Field]) -> None:
    counts: dict[str, int] = {}
    for item in fields:
        match = _SEQ.match(item.instruction)
        if match is None:
            continue
        label = match[1]
        if "\\c" not in item.instruction:
            counts[label] = counts.get(label, 0) + 1
        _set_result(item, str(counts.get(label, 0)))


def _set_result(item: _Field, text: str) -> None:
    """Put ``text`` into the first run of a field's result and empty the others."""
    for run in item.result[1:]:
        run.getparent().remove(run)
    if item.result:
        node = item.result[0].find(T)
        if node is not None:
            node.text = text


def _unique_bookmarks(body: Any) -> dict[str, list[tuple[str, Any]]]:
    """Renumber bookmarks and give doubled names (from loops) a number; original name → (name, start) in order."""
    places: dict[str, list[tuple[str, Any]]] = {}
    ends = iter(list(body.iter(END)))
    for n, start in enumerate(list(body.iter(START)), 1):
        name = start.get(NAME)
        held = places.setdefault(name, [])
        fresh = name if not held else f"{name}_{len(held) + 1}"
        start.set(NAME, fresh)
        start.set(ID, str(n))
        next(ends).set(ID, str(n))  # bookmarks of ours never nest: ends come in the order of starts
        held.append((fresh, start))
    return places


def _fill_references(body: Any, fields: list[_Field], places: dict[str, list[tuple[str, Any]]]) -> None:
    """Point each REF at the nearest bookmark of its name (the one after it where two are near), and fill it.

    A reference to what is not in the document (a part that was left out) becomes nothing.
    """
    order: dict[Any, int] | None = None
    for item in fields:
        match = _REF.match(item.instruction)
        if match is None:
            continue
        held = places.get(match[1], [])
        if not held:
            _drop_field(item)
            continue
        name, start = held[0]
        if len(held) > 1:
            order = order or {element: n for n, element in enumerate(body.iter())}
            at = order[item.begin]
            near = order
            name, start = min(held, key=lambda h: (near[h[1]] < at, abs(near[h[1]] - at)))
        for node in _between(item.begin, INSTR):
            node.text = f" REF {name} \\h "
        _set_result(item, _bookmarked_text(start))


def _between(begin: Any, tag: str) -> list[Any]:
    found = []
    run = begin.getnext()
    while run is not None and run.find(FLD) is None:
        found.extend(run.iter(tag))
        run = run.getnext()
    return found


def _bookmarked_text(start: Any) -> str:
    """The text a bookmark covers, field instructions left out."""
    parts: list[str] = []
    node = start.getnext()
    while node is not None and node.tag != END:
        parts.append(text_of(node))
        node = node.getnext()
    return "".join(parts)


def _drop_field(item: _Field) -> None:
    run = item.begin
    while run is not None:
        following = run.getnext()
        run.getparent().remove(run)
        if run is item.end:
            return
        run = following


def headings(body: Any, chapter: str, annex: str) -> list[Heading]:
    """The headings of a body in order, numbered by the patterns ``chapter`` and ``annex``."""
    found: list[Heading] = []
    counts = [0, 0, 0, 0]
    annexes = 0
    for paragraph in body.iterchildren(P):
        style = style_of(paragraph)
        level = LEVELS.get(style)
        if level is None:
            continue
        if style == "AnnexHeading":
            annexes += 1
            counts = [counts[0], 0, 0, 0]
            label = annex.format(n=chr(64 + annexes))
        else:
            counts[level] += 1
            counts[level + 1 :] = [0] * (3 - level)
            label = chapter.format(n=chinese(counts[1]), d=counts[1]) if level == 1 else ""
            label = label or ".".join(str(n) for n in counts[1 : level + 1])
        found.append(Heading(paragraph, level, label, text_of(paragraph).strip(), f"_Toc{len(found) + 1:06}"))
    return found


def chinese(value: int) -> str:
    """``12`` → 十二, as Word's chineseCountingThousand list numbers do, up to 99."""
    tens, ones = divmod(value, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def _bookmark_headings(body: Any, headings: list[Heading]) -> None:
    from lxml import etree

    number = sum(1 for _ in body.iter(START))
    for heading in headings:
        number += 1
        start = etree.Element(START, {ID: str(number), NAME: heading.bookmark})
        end = etree.Element(END, {ID: str(number)})
        properties = heading.element.find(PPR)
        heading.element.insert(0 if properties is None else 1, start)
        heading.element.append(end)


def _unique_drawing_ids(body: Any) -> None:
    """``docPr`` ids are the drawings' own already; loops over text boxes of a team's template may double them."""
    seen: set[str] = set()
    highest = 0
    drawn = list(body.iter("{*}docPr"))
    for node in drawn:
        highest = max(highest, int(node.get("id") or 0))
    for node in drawn:
        if node.get("id") in seen:
            highest += 1
            node.set("id", str(highest))
        seen.add(node.get("id"))


def _write_contents(fields: list[_Field], headings: list[Heading]) -> None:
    """Replace the contents field's cached paragraph by an entry a heading, each linked to its bookmark."""
    from lxml import etree

    contents = next((f for f in fields if f.instruction.startswith("TOC ")), None)
    entries = [h for h in headings if contents and h.level <= _depth(contents.instruction)]
    if contents is None or not entries:
        return
    paragraph = contents.begin.getparent()
    at = paragraph.getparent().index(paragraph)
    made = []
    for n, heading in enumerate(entries):
        first, last = n == 0, n == len(entries) - 1
        made.append(etree.fromstring(_entry(heading, contents.instruction if first else "", last)))
    parent = paragraph.getparent()
    parent.remove(paragraph)
    for n, entry in enumerate(made):
        parent.insert(at + n, entry)


def _depth(instruction: str) -> int:
    """How many levels of headings a contents field lists: 2 for ``\\o "1-2"``."""
    match = _LEVELS.search(instruction)
    return int(match[1]) if match else 2


def _entry(heading: Heading, instruction: str, last: bool) -> str:
    begin = xml.field_start(instruction) if instruction else ""
    entry = xml.hyperlink(heading.bookmark, xml.run(heading.full))
    end = xml.field_end() if last else ""
    return xml.alone(xml.paragraph(f"TOC{heading.level}", begin + entry + end))
