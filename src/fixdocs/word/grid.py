"""A table whose columns depend on the data (issues by root causes, scores by reviewer), printed by ``{{p name }}``.

Tables with fixed columns stand in the template, where people can change them; a table with a column for each root
cause cannot. It has the same styles, a caption with its SEQ field and a bookmark for references.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from msgspec import Struct

from ..words import Words
from .inline import bookmark
from .xml import BOLD, LANDSCAPE, PORTRAIT, alone, bookmarked, cell, paragraph, row, run, sequence, table

Align = Literal["text", "number", "code"]
_STYLES = {"text": "TableText", "number": "TableNumber", "code": "TableCode"}


class Grid(Struct, frozen=True):
    """``shares`` are the columns' parts of the width; ``strong`` names rows (from 0) printed bold."""

    anchor: str
    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    aligns: tuple[Align, ...]
    shares: tuple[float, ...]
    label: str
    wide: bool = False
    strong: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.rows)

    def __html__(self) -> str:
        raise TypeError("a grid is rendered into its document")

    def render_into(self, _: Any, number: int) -> str:
        """Caption and table; ``number`` is the object's own in the document."""
        if not self.rows:
            return ""
        total = LANDSCAPE if self.wide else PORTRAIT
        widths = [round(total * share / sum(self.shares)) for share in self.shares]
        heads = zip(self.headings, widths, strict=True)
        head = row("".join(_cell(text, width, "TableHead") for text, width in heads), header=True)
        body = "".join(self._body_row(n, texts, widths) for n, texts in enumerate(self.rows))
        return self._caption(number) + alone(table("ReportTable", widths, head + body)) + alone(paragraph("Spacer"))

    def _body_row(self, number: int, texts: Sequence[str], widths: Sequence[int]) -> str:
        properties = BOLD if number in self.strong else ""
        cells = zip(texts, widths, self.aligns, strict=True)
        return row("".join(_cell(text, width, _STYLES[align], properties) for text, width, align in cells))

    def _caption(self, number: int) -> str:
        numbered = bookmarked(bookmark(self.anchor), number, run(f"{self.label} ") + sequence(self.label))
        return alone(paragraph("TableCaption", numbered + run(f"　{self.caption}")))


def grid(
    words: Words,
    anchor: str,
    caption: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    aligns: Sequence[Align],
    shares: Sequence[float],
    wide: bool = False,
    strong: frozenset[int] = frozenset(),
) -> Grid | None:
    """A grid; None without rows, so that a template can leave it out."""
    if not rows:
        return None
    return Grid(
        anchor, caption, tuple(headings), tuple(tuple(r) for r in rows), tuple(aligns), tuple(shares),
        words.say("front.table"), wide, strong,
    )  # fmt: skip


def _cell(text: str, width: int, style: str, properties: str = "") -> str:
    return cell(width, paragraph(style, run(text, properties)))
