"""A part's XML → its paragraphs in order, each with the place a person finds it by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from msgspec import Struct

from ..xml import W
from .fault import Spot

_HEADING_NAME: Final = re.compile(r"(?:heading|标题)\s*[1-9]$", re.IGNORECASE)
_HEADING_LENGTH: Final = 40
_BREAKING: Final = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n"}


class Paragraph(Struct, frozen=True):
    """A ``w:p``: its own text (not that of text boxes inside it), its element and its place."""

    element: Any
    text: str
    spot: Spot


class _Counter:
    """Where the walk stands: the heading above, and what was counted below it."""

    def __init__(self) -> None:
        self.heading = ""
        self.paragraphs = 0
        self._tables: dict[Any, int] = {}
        self._rows: dict[Any, int] = {}
        self._counts: dict[Any, int] = {}

    def enter(self, heading: str) -> None:
        """A heading begins: what stands below it is counted anew."""
        self.heading, self.paragraphs = heading, 0
        self._tables.clear()

    def row(self, row: Any) -> tuple[int, int]:
        """The number of a row's table below the heading, and of the row in it; rows come in document order."""
        table = row.getparent()
        number = self._tables.setdefault(table, len(self._tables) + 1)
        if row not in self._rows:
            self._rows[row] = self._counts[table] = self._counts.get(table, 0) + 1
        return number, self._rows[row]


def paragraphs(kind: str, root: Any, styles: Any) -> Iterator[Paragraph]:
    """Every paragraph of the part ``root``, in the order of its XML; ``styles`` is the styles part or None."""
    headings = heading_styles(styles)
    counter = _Counter()
    for element in root.iter(W + "p"):
        text = text_of(element)
        yield Paragraph(element, text, _spot(kind, element, text, headings, counter))


def text_of(paragraph: Any) -> str:
    """The text of a ``w:p`` without that of text boxes inside it."""
    return "".join(text for _, text in runs_of(paragraph))


def runs_of(paragraph: Any) -> Iterator[tuple[Any, str]]:
    """Each text element of a ``w:p`` with its text, outside text boxes and deleted text."""
    for node in paragraph.iter(W + "t", *_BREAKING):
        if next(node.iterancestors(W + "p"), None) is paragraph:
            yield node, node.text or "" if node.tag == W + "t" else _BREAKING[node.tag]


def heading_styles(styles: Any) -> frozenset[str]:
    """The ids of the styles that make a heading: by outline level or name, their own or inherited."""
    if styles is None:
        return frozenset()
    parents: dict[str, str] = {}
    found: set[str] = set()
    for style in styles.iter(W + "style"):
        identity = style.get(W + "styleId") or ""
        based, name = style.find(W + "basedOn"), style.find(W + "name")
        if based is not None:
            parents[identity] = based.get(W + "val") or ""
        level = style.find(f"{W}pPr/{W}outlineLvl")
        named = name is not None and _HEADING_NAME.match(name.get(W + "val") or "")
        if named or (level is not None and level.get(W + "val") != "9"):
            found.add(identity)
    for identity in list(parents):
        seen, ancestor = {identity}, parents[identity]
        while ancestor not in found and ancestor in parents and ancestor not in seen:
            seen.add(ancestor)
            ancestor = parents[ancestor]
        if ancestor in found:
            found.add(identity)
    return frozenset(found)


def _spot(kind: str, element: Any, text: str, headings: frozenset[str], counter: _Counter) -> Spot:
    row = next(element.iterancestors(W + "tr"), None)
    if row is not None:
        return Spot(kind, counter.heading, 0, *counter.row(row))
    style = element.find(f"{W}pPr/{W}pStyle")
    if style is not None and style.get(W + "val") in headings:
        counter.enter(text.strip()[:_HEADING_LENGTH])
        return Spot(kind, counter.heading)
    counter.paragraphs += 1
    return Spot(kind, counter.heading, counter.paragraphs)
