"""Where each marked figure of a finished document stands: its chapter, and its sentence or its place in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from msgspec import Struct

from ..noted import MARKED, unmarked
from ..xml import TBL, TC, TR, P, style_of, text_of
from .number import headings

_SENTENCE: Final = re.compile(r"[^。；\n]*[。；\n]?")


class Standing(Struct, frozen=True):
    """A marked figure where it stands.

    ``chapter`` is the heading above it with its number, ``table`` the caption of its table (empty in prose), ``text``
    the sentence it stands in, in a table the row's first cell and the column's heading.
    """

    number: int
    printed: str
    chapter: str
    table: str
    text: str


def standing(content: bytes, chapter: str, annex: str) -> Iterator[Standing]:
    """The marked figures of a finished .docx, in document order; ``chapter`` and ``annex`` are the list patterns."""
    import docx

    body = docx.Document(BytesIO(content)).element.body
    titles = {heading.element: unmarked(heading.full) for heading in headings(body, chapter, annex)}
    above, caption = "", ""
    for element in body:
        above = titles.get(element, above)
        if element.tag == TBL:
            yield from _in_table(element, above, caption)
            caption = ""
        elif element.tag == P:
            text = text_of(element)
            caption = unmarked(text) if style_of(element) == "TableCaption" else caption
            yield from _in_text(text, above)


def _in_text(text: str, chapter: str) -> Iterator[Standing]:
    for sentence in _SENTENCE.findall(text):
        for match in MARKED.finditer(sentence):
            yield Standing(int(match[1]), match[2], chapter, "", unmarked(sentence).strip())


def _in_table(table: Any, chapter: str, caption: str) -> Iterator[Standing]:
    rows = [[_cell(cell) for cell in row.iter(TC)] for row in table.iter(TR)]
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            parts = [row[0] if column and (caption or len(row) == 2) else ""]
            parts.append((rows[0][column] if at and column < len(rows[0]) else "") if caption else text)
            place = " · ".join(unmarked(part).replace("\n", " ") for part in parts if part)
            for match in MARKED.finditer(text):
                yield Standing(int(match[1]), match[2], chapter, caption, place)


def _cell(cell: Any) -> str:
    return "\n".join(text_of(paragraph) for paragraph in cell.iter(P))
