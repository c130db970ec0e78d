"""A paragraph's text → its tags, and what is wrong with the way they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from msgspec import Struct

from ..xml import W
from .fault import Spot
from .places import Paragraph, runs_of

_OPEN: Final = re.compile(r"\{[{%#]")
_CLOSE: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_STRAY_CLOSE: Final = re.compile(r"[%}#]\}")
_FULL_WIDTH: Final = re.compile(
    r"[｛{]\s*[｛{％%][^｛｝{}]*?[｝}％%]\s*[｝}]|[｛{]\s*[｛{％%][^｛｝{}]*|[｝}％%]\s*[｝}]"
)
_FULL_WIDTH_CHARS: Final = re.compile("[｛｝]|[{]％|％[}]")
_SPACED: Final = re.compile(r"\{\s+[{%][^{}]*|\{[{%][^{}]*?[}%]\s+\}")
_SPACED_LEVEL: Final = re.compile(
    r"\{%-?\s+(?:p|tr|tc|r)\s+\w|\{\{\s+(?:p|tr|tc|r)\s+(?!if\b|and\b|or\b|is\b|in\b|not\b)\w"
)
_GLUED_LEVEL: Final = re.compile(r"\{%(?:p|tr|tc|r)(?:if|for|endif|endfor|else|elif|set)\b")
_LEVEL: Final = re.compile(r"\{[{%#](p|tr|tc|r)\s")
_QUOTES: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_SHOWN: Final = 40


class Tag(Struct, frozen=True):
    """One tag: ``source`` as typed, ``mark`` (``{{``, ``{%``, ``{#``), ``level`` (``p`` … or none).

    ``code`` is what stands between the marks, without the level. ``element`` is what the tag takes the place of,
    ``holder`` what that stands in: a block must begin and end in one holder.
    """

    source: str
    mark: str
    level: str
    code: str
    spot: Spot
    element: Any
    holder: Any

    @property
    def word(self) -> str:
        """The statement's first word (``for``), empty for what is none."""
        return self.code.split(None, 1)[0] if self.mark == "{%" and self.code else ""


class Finding(Struct, frozen=True):
    """A fault before it knows its template's name."""

    key: str
    spot: Spot
    found: str = ""
    near: str = ""
    detail: str = ""


def scan(paragraph: Paragraph) -> tuple[list[Tag], list[Finding]]:
    """The tags of ``paragraph`` and what is wrong with each by itself."""
    text = paragraph.text
    if not any(char in text for char in "{}｛｝"):
        return [], []
    findings = [Finding(key, paragraph.spot, found) for key, found in _typing(text)]
    if findings:  # what follows would only repeat it
        return [], findings
    tags: list[Tag] = []
    spans: list[tuple[int, int]] = []
    at = 0
    while opening := _OPEN.search(text, at):
        findings += _stray(text, at, opening.start(), paragraph)
        end = text.find(_CLOSE[opening[0]], opening.end())
        if end < 0:
            return tags, [*findings, Finding("unclosed_tag", paragraph.spot, shortened(text[opening.start() :]))]
        at = end + 2
        spans.append((opening.start(), at))
        tags.append(_tag(text[opening.start() : at], paragraph))
    findings += _stray(text, at, len(text), paragraph)
    findings += (Finding("split_tag", paragraph.spot, text[start:end]) for start, end in _split(paragraph, spans))
    for tag in tags:
        findings += _misplaced(tag)
    return tags, findings


def _typing(text: str) -> Iterator[tuple[str, str]]:
    for key, pattern in (("spaced_braces", _SPACED), ("spaced_level", _SPACED_LEVEL), ("glued_level", _GLUED_LEVEL)):
        for match in pattern.finditer(text):
            yield key, shortened(text[match.start() :] if key != "spaced_braces" else match[0].strip())
    for match in _FULL_WIDTH.finditer(text):
        if _FULL_WIDTH_CHARS.search(match[0]):
            yield "full_width_braces", shortened(match[0])
            return


def _stray(text: str, start: int, end: int, paragraph: Paragraph) -> list[Finding]:
    match = _STRAY_CLOSE.search(text, start, end)
    return [Finding("unopened_tag", paragraph.spot, shortened(text[start : match.end()], tail=True))] if match else []


def _tag(source: str, paragraph: Paragraph) -> Tag:
    mark = source[:2]
    match = _LEVEL.match(source)
    level = match[1] if match else ""
    code = source[2 + len(level) : -2].strip("-+ \t\n").translate(_QUOTES)
    element, holder = _held(level, paragraph.element)
    return Tag(source, mark, level, code, paragraph.spot, element, holder)


def _held(level: str, paragraph: Any) -> tuple[Any, Any]:
    if level in ("tr", "tc"):
        element = next(paragraph.iterancestors(W + level), None)
        return element, None if element is None else element.getparent()
    return paragraph, paragraph if level == "r" else paragraph.getparent()


def _split(paragraph: Paragraph, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Tags that begin in one container (a link, a tracked change, a content control) and end in another."""
    places: list[tuple[int, int, Any]] = []
    at = 0
    for node, text in runs_of(paragraph.element):
        places.append((at, at + len(text), node.getparent().getparent()))
        at += len(text)
    for start, end in spans:
        holders = {id(holder) for first, last, holder in places if first < end and last > start}
        if len(holders) > 1:
            yield start, end


def _misplaced(tag: Tag) -> Iterator[Finding]:
    if not tag.level:
        return
    if tag.element is None:
        yield Finding("row_tag_outside" if tag.level == "tr" else "cell_tag_outside", tag.spot, tag.source)
        return
    if "}" in tag.code or "%" in tag.code:
        yield Finding("braces_in_level_tag", tag.spot, tag.source)
    if tag.level == "r":
        return
    whole, tags_of_level = _surroundings(tag.element, tag.level)
    if len(tags_of_level) > 1:
        if tags_of_level[0] == tag.source:
            yield Finding("two_tags", tag.spot, shortened("".join(tags_of_level[:3])), detail=tag.level)
    elif around := whole.replace(tag.source, "", 1).strip():
        yield Finding(f"lost_text_{tag.level}", tag.spot, tag.source, detail=shortened(around))


@lru_cache(maxsize=1)  # tags come in document order: those of one row or paragraph one after another
def _surroundings(element: Any, level: str) -> tuple[str, list[str]]:
    """The whole text of what a tag takes the place of, and the tags of its level in it."""
    whole = "".join(_texts_of(element))
    return whole, re.findall(r"\{[{%]" + level + r"\s.*?[}%]\}", whole)


def _texts_of(element: Any) -> Iterator[str]:
    paragraphs = [element] if element.tag == W + "p" else element.iter(W + "p")
    for paragraph in paragraphs:
        for _, text in runs_of(paragraph):
            yield text


def shortened(text: str, *, tail: bool = False) -> str:
    """``text`` on one line and no longer than a message bears; ``tail`` keeps its end."""
    text = " ".join(text.split())
    if len(text) <= _SHOWN:
        return text
    return "…" + text[-_SHOWN:] if tail else text[:_SHOWN] + "…"
