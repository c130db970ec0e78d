"""A table whose columns depend on the data (issues by root causes, scores by reviewer), printed by ``{{p name }}``.

Tables with fixed columns stand in the template, where people can change them; a table with a column for each root
cause cannot. It has the same styles, a caption with its SEQ field and a bookmark for references.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal
from xml.sax.saxutils import escape

from ..words import Words
from .clean import clean_text
from .inline import bookmark

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PORTRAIT, LANDSCAPE = 9070, 14002  # twips between the margins
Align = Literal["text", "number", "code"]
_STYLES = {"text": "TableText", "number": "TableNumber", "code": "TableCode"}


@dataclass(frozen=True, slots=True)
class Grid:
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
        grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
        head = _row([_cell(t, w, "TableHead") for t, w in zip(self.headings, widths, strict=True)], header=True)
        body = "".join(self._body_row(n, row, widths) for n, row in enumerate(self.rows))
        return (
            f"{self._caption(number)}<w:tbl {_W}><w:tblPr>"
            f'<w:tblStyle w:val="ReportTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>'
            f'<w:p {_W}><w:pPr><w:pStyle w:val="Spacer"/></w:pPr></w:p>'
        )

    def _body_row(self, number: int, row: Sequence[str], widths: Sequence[int]) -> str:
        bold = number in self.strong
        return _row(
            [_cell(t, w, _STYLES[a], bold) for t, w, a in zip(row, widths, self.aligns, strict=True)], header=False
        )

    def _caption(self, number: int) -> str:
        seq = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> SEQ {self.label} \\* ARABIC </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
        return (
            f'<w:p {_W}><w:pPr><w:pStyle w:val="TableCaption"/></w:pPr>'
            f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(self.anchor)}"/>{_run(self.label + " ")}{seq}'
            f'<w:bookmarkEnd w:id="{number}"/>{_run(f"　{self.caption}")}</w:p>'
        )


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


def _row(cells: Sequence[str], *, header: bool) -> str:
    mark = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(text: str, width: int, style: str, bold: bool = False) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f"{_run(text, bold)}</w:p></w:tc>"
    )


def _run(text: str, bold: bool = False) -> str:
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    content = escape(clean_text(text)).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r>{properties}<w:t xml:space="preserve">{content}</w:t></w:r>'
