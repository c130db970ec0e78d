"""The many rows of a long table, kept out of the tree while the rest of the document is worked on.

Parsing and writing 5,000 rows costs more than making them, and plain rows need nothing that the later steps do
(figures, numbered captions, references). So of a long run of plain rows only the first and the last enter the tree;
the others wait here as text and are put back into the text that the document is written as. Whether a row is plain is
read from what was rendered, whatever loop made it and whoever wrote the loop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docx.oxml.ns import qn
from lxml import etree

from .assemble import is_sound

_END: Final = "</w:tr>"
_TEXT: Final = re.compile(">[^<]+")
_TOUCHED: Final = re.compile(
    r"<w:(?:bookmark|instrText|fldChar|fldSimple|drawing|pict|object|hyperlink|sectPr|footnoteReference|endnoteReference"
    r"|comment|ins|del|sdt|tblPrEx|vMerge|tbl[ >])|\sr:|<[!?]"
)
_MARK: Final = "\ue000"
_NOT_XML: Final = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#34|#39);)|\]\]>")
_SEEN_ROWS: Final = 40  # rows of a table that the later steps see; more than a page
_MANY_ROWS: Final = 300
_NAME: Final = '<w:tr rows="{number}"'  # never written: it goes when the rows come back


class LongRows:
    """Keeps rows aside and puts them back into what was written of their part."""

    def __init__(self) -> None:
        self._kept: list[str] = []

    def shortened(self, xml: str) -> str:
        """``xml``, a rendered part, without the middle of its long runs of plain rows."""
        pieces = xml.split(_END)
        if len(pieces) <= _MANY_ROWS:
            return xml
        root = xml[: xml.index(">") + 1]
        out: list[str] = []
        done = 0
        for start, end in _runs(pieces):
            first, last = start + _SEEN_ROWS, end - 1
            if _are_plain(pieces[first:last], root):
                marked = pieces[first].replace("<w:tr", _NAME.format(number=len(self._kept)), 1)
                self._kept.append("".join(row + _END for row in pieces[first + 1 : last]))
                out += (*pieces[done:first], marked)
                done = last
        return _END.join((*out, *pieces[done:]))

    def put_back(self, content: bytes) -> bytes:
        """``content``, the part as it was written, with the rows where they were."""
        for number, rows in enumerate(self._kept):
            name = _NAME.format(number=number).encode("ascii")
            at = content.find(name)
            if at >= 0:  # the finishing may have taken the whole table away
                end = content.index(_END.encode("ascii"), at) + len(_END)
                row = content[at:end].replace(name, b"<w:tr", 1)
                content = b"".join((content[:at], row, rows.encode("utf-8"), content[end:]))
        return content


def _runs(pieces: list[str]) -> Iterator[tuple[int, int]]:
    """Where many pieces in a row begin as a table row does: from, to. The last piece is what follows the last row."""
    start = 0
    for number, piece in enumerate(pieces):
        if number == len(pieces) - 1 or not piece.lstrip().startswith(("<w:tr>", "<w:tr ")):
            if number - start >= _MANY_ROWS:
                yield start, number
            start = number + 1


def _are_plain(rows: list[str], root: str) -> bool:
    """Whether no later step has anything to do in ``rows``, and nothing to mend: each is without its end.

    Rows that differ in their texts alone are looked at once.
    """
    text = "".join(rows)
    if _MARK in text or _NOT_XML.search(text):  # an object among the values wants to be asked in document order
        return False
    return all(_is_plain(skeleton, root) for skeleton in {_TEXT.sub(">", row) for row in rows})


def _is_plain(skeleton: str, root: str) -> bool:
    if _TOUCHED.search(skeleton):
        return False
    name = root[1:].split(maxsplit=1)[0].rstrip(">")
    try:
        parent = etree.fromstring(f"{root}{skeleton}{_END}</{name}>")
    except etree.XMLSyntaxError:
        return False  # told where the part is put together
    return len(parent) == 1 and parent[0].tag == qn("w:tr") and is_sound(parent)
