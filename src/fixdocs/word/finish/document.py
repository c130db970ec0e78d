"""The pass after rendering, in document order: what depends on the order and on what is there.

Teams reorder chapters, loops repeat bookmarks, conditions leave nothing under a heading: so numbers, references,
contents and sections are made when the document is whole.

0. mark       what a draft lacks, in rows that an error names                      (finish_gaps)
1. sweep      what rendering left empty: paragraphs, tables, captions, headings   (finish_sweep)
   fit        tables to what they hold                                             (finish_tables)
2. number     SEQ fields, bookmarks, REF fields, contents                          (finish_number)
3. divide     one section a chapter, landscape pages, headers                      (finish_sections)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from docx.document import Document


# A record as a table row may name it: for each part of its key the texts that stand for it (number, name).
Named = tuple[tuple[str, ...], ...]


class Finishing(Struct, frozen=True):
    """What the pass is told.

    ``chapter`` and ``annex`` are the list patterns (第{n}章, 附录 {n}), ``dash`` stands for none in a table.
    ``watermark`` is the word that runs across a draft's pages, empty for none. ``gaps`` are what a draft's errors are
    about: in the table rows that name it, the dash becomes ``gap``.
    """

    chapter: str
    annex: str
    dash: str
    watermark: str = ""
    gaps: tuple[Named, ...] = ()
    gap: str = ""


def finish(document: Document, options: Finishing) -> None:
    """Finish a rendered document in place."""
    from .number import number
    from .sections import divide
    from .sweep import sweep
    from .tables import fit_tables

    body = document.element.body
    if options.gaps:
        from .gaps import mark_gaps

        mark_gaps(body, options.gaps, options.dash, options.gap)
    sweep(body)
    fit_tables(body, options.dash)
    headings = number(body, options.chapter, options.annex)
    divide(document, headings, options.watermark)
