"""The many rows of a long table, kept out of the tree while the rest of the document is worked on.

Parsing and writing 5,000 rows costs more than making them, and plain rows need nothing that the later steps do
(figures, numbered captions, references). So of a plain row loop only the first rows and the last enter the tree; the
others wait here as text and are put back into the text that the document is written as.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .text import break_lines

_TOUCHED: Final = re.compile(
    r"<w:(?:bookmark|instrText|fldChar|fldSimple|drawing|pict|object|hyperlink|sectPr|footnoteReference|endnoteReference"
    r"|comment|ins|del|sdt|tblPrEx|vMerge|tbl[ >])|\sw:rsidTr=|\sr:|<w:tc></w:tc>|</w:tcPr></w:tc>"
)
_MARK: Final = "\ue000"
_SEEN_ROWS: Final = 40  # rows of a table that the later steps see; more than a page
_MANY_ROWS: Final = 300
_NAME: Final = ' w:rsidTr="0FD{number:05X}"'  # a revision mark, which Word reads and nothing depends on


def is_plain_row(source: str) -> bool:
    """Whether ``source``, the fixed text of a loop's body, is whole table rows that no later step looks at."""
    source = source.strip()
    return source.startswith("<w:tr") and source.endswith("</w:tr>") and not _TOUCHED.search(source)


class LongRows:
    """Keeps rows aside and puts them back into what was written of their part."""

    def __init__(self) -> None:
        self._kept: list[str] = []

    def shortened(self, rows: Sequence[str]) -> Sequence[str]:
        """Of the ``rows`` that a plain row loop made, those that enter the tree."""
        if len(rows) < _MANY_ROWS:
            return rows
        middle = "".join(rows[_SEEN_ROWS + 1 : -1])
        if _MARK in middle:  # an object among the values: it wants to be asked in document order
            return rows
        self._kept.append(break_lines(middle))
        name = _NAME.format(number=len(self._kept) - 1)
        marked = rows[_SEEN_ROWS].replace("<w:tr", "<w:tr" + name, 1)
        return [*rows[:_SEEN_ROWS], marked, rows[-1]]

    def put_back(self, content: bytes) -> bytes:
        """``content``, the part as it was written, with the rows where they were."""
        for number, rows in reversed([*enumerate(self._kept)]):  # what was kept last may hold what was kept before
            name = _NAME.format(number=number).encode("ascii")
            at = content.find(name)
            if at >= 0:  # a loop in a branch that was thrown away has no place
                end = content.index(b"</w:tr>", at) + len(b"</w:tr>")
                content = b"".join((content[:at], content[at + len(name) : end], rows.encode("utf-8"), content[end:]))
        return content
