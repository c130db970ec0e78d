"""What the finishing pass over a report is told: words, the dash, and what a draft's errors are about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..schema import SHEETS
from ..word.finish.document import Finishing, Named
from .shared.format import dashed

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic
    from ..project import Project
    from ..words import Words


def finishing(project: Project, words: Words, *, draft: bool, gaps: Sequence[Diagnostic]) -> Finishing:
    """What the pass over a report of ``project`` is told; ``gaps`` are the errors that a draft is built in spite of."""
    return Finishing(
        chapter=words.say("front.chapter"),
        annex=words.say("front.annex"),
        dash=dashed(None),
        watermark=words.say("front.draft") if draft else "",
        gaps=named_by(project, gaps),
        gap=words.say("front.gap"),
    )


def named_by(project: Project, gaps: Sequence[Diagnostic]) -> tuple[Named, ...]:
    """What the rows that ``gaps`` point to are called in a report: each part of their keys, by number or by name."""
    at = {(place.source, place.row) for gap in gaps for place in (gap.place, *gap.others) if place.row}
    if not at:
        return ()
    rows = [row for sheet in SHEETS for row in project.rows(sheet)]
    names = {getattr(row, "id", None): getattr(row, "name", None) for row in rows}
    found: dict[Named, None] = {}
    for row in rows:
        origin = project.origins.get(id(row))
        if origin is not None and (origin.source, origin.row) in at:
            keys = [str(getattr(row, key)) for key in type(row).sheet.key or ("id",) if getattr(row, key, None)]
            if keys:
                found[tuple(tuple(filter(None, (key, names.get(key)))) for key in keys)] = None
    return tuple(found)
