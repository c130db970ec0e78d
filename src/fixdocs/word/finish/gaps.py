"""Mark what a draft lacks: the dashes in table rows that tell of something faulty become a yellow 待补."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from lxml import etree

from ..xml import RUN, TC, TR, VAL, T, W, text_of

_PIECES: Final = re.compile(r"[\s\u3001,;\uff0c\uff1b\uff08\uff09()]+")


def mark_gaps(body: Any, named: Sequence[Sequence[Sequence[str]]], dash: str, word: str) -> None:
    """Write ``word`` in the style Gap for every cell that holds only ``dash``, in rows that name one of ``named``.

    A row names a record where each part of its key stands in a cell, by any of the texts for it.
    """
    for row in body.iter(TR):
        cells = [(cell, text_of(cell).strip()) for cell in row.iterchildren(TC)]
        empty = [cell for cell, text in cells if text == dash]
        if not empty:
            continue
        held = {piece for _, text in cells for piece in (text, *_PIECES.split(text))}
        if any(all(not held.isdisjoint(texts) for texts in parts) for parts in named):
            for cell in empty:
                _mark(cell, word)


def _mark(cell: Any, word: str) -> None:
    run = next(run for run in cell.iter(RUN) if text_of(run).strip())
    for node in run.iter(T):
        node.text = word
    properties = run.find(W + "rPr")
    if properties is None:
        properties = etree.Element(W + "rPr")
        run.insert(0, properties)
    style = etree.Element(W + "rStyle")
    style.set(VAL, "Gap")
    properties.insert(0, style)
