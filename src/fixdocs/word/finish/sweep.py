"""Take away what rendering left empty: paragraphs, tables without rows, their captions, headings over nothing."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Final

from ..xml import DRAWING, LEVELS, SECTPR, TBL, TR, P, W, section_of, style_of, text_of

_KEPT_EMPTY: Final = {"Spacer", "LandscapeStart", "LandscapeEnd", "CoverText", "Figure"}
_HEADER_ROW: Final = f".//{W}tblHeader"


def sweep(body: Any) -> None:
    """Sweep the body; order matters: an empty table takes its caption with it, then its heading may stand alone."""
    for table in list(body.iterchildren(TBL)):
        if not _has_rows(table):
            _drop_table(body, table)
    for paragraph in list(body.iterchildren(P)):
        if _is_empty(paragraph):
            body.remove(paragraph)
    _drop_lonely(body)


def _has_rows(table: Any) -> bool:
    """Whether a table holds a row that is not a heading row."""
    return any(row.find(_HEADER_ROW) is None for row in table.iterchildren(TR))


def _drop_table(body: Any, table: Any) -> None:
    before, after = table.getprevious(), table.getnext()
    if before is not None and style_of(before) == "TableCaption":
        body.remove(before)
    if after is not None and style_of(after) == "Spacer" and section_of(after) is None:
        body.remove(after)
    body.remove(table)


def _is_empty(paragraph: Any) -> bool:
    if style_of(paragraph) in _KEPT_EMPTY or section_of(paragraph) is not None:
        return False
    if text_of(paragraph).strip():
        return False
    return paragraph.find(f".//{DRAWING}") is None and paragraph.find(f".//{W}fldChar") is None


def _drop_lonely(body: Any) -> None:
    """Drop headings over nothing, and landscape marks around nothing, from the end to the beginning.

    ``below`` is the level of heading that content was met under: 0 once a heading's own content is met.
    """
    nearest = 1  # the level of what follows: a heading of this level or a higher one leaves nothing in between
    content = False
    for element in reversed(list(body)):
        if element.tag == SECTPR:
            continue
        style = style_of(element) if element.tag == P else ""
        level = LEVELS.get(style)
        if level is None:
            if style == "Spacer" or style.startswith("Landscape"):
                continue
            content = True
        elif content or nearest > level:
            nearest, content = level, False
        else:
            body.remove(element)
    _drop_empty_landscapes(body)


def _drop_empty_landscapes(body: Any) -> None:
    """A landscape start that meets its end with nothing in between turns no page; an end that meets a start neither."""
    marks = [e for e in body.iterchildren(P) if style_of(e).startswith("Landscape")]
    for one, two in pairwise(marks):
        if one.getparent() is None or style_of(one) == style_of(two):
            continue
        between = one.getnext()
        while between is not None and between is not two and style_of(between) == "Spacer":
            between = between.getnext()
        if between is two:
            body.remove(one)
            body.remove(two)
