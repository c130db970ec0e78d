"""A figure in a report: one or more native drawings with a caption below, as the paragraphs a template prints.

``{{p flow.chart }}`` stands alone in its paragraph; the figure brings its paragraphs: the drawing, alone, then the
caption with its SEQ field and bookmark. A drawing wider than a portrait page stands between landscape marks, which
the finishing pass turns into sections.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from ...look import PAGE_WIDTH
from ...word.inline import bookmark
from ...word.xml import alone, bookmarked, drawing, drawn, paragraph, run, sequence

if TYPE_CHECKING:
    from ...charts import Chart
    from ...diagrams.scene import Scene
    from ...words import Words

_IDS_A_FIGURE = 10000
_GAP = "\u3000"  # between a caption's number and its text


class Figure(Struct, frozen=True):
    """``drawings`` are pages of one figure; ``label`` (图) and ``again`` (图 {n}（续）) come from the catalogue.

    ``anchor`` names it for cross-references (:func:`~.inline.ref`).
    """

    anchor: str
    caption: str
    drawings: tuple[Scene | Chart, ...]
    label: str
    again: str

    def __bool__(self) -> bool:
        return bool(self.drawings)

    def __html__(self) -> str:
        raise TypeError("a figure is rendered into its document")

    def render_into(self, part: Any, number: int) -> str:
        """The figure's paragraphs; charts are hung on ``part``. ``number`` is the object's own in the document."""
        ids = count(number * _IDS_A_FIGURE)
        blocks = []
        for page, shown in enumerate(self.drawings):
            width, xml = self._drawn(shown, part, ids)
            block = _paragraph("Figure", drawn(xml)) + self._caption(page, number)
            if width > PAGE_WIDTH + 1:
                block = _paragraph("LandscapeStart") + block + _paragraph("LandscapeEnd")
            blocks.append(block)
        return "".join(blocks)

    def _drawn(self, shown: Scene | Chart, part: Any, ids: count[int]) -> tuple[float, str]:
        from ...diagrams.scene import Scene

        if isinstance(shown, Scene):
            from ...diagrams.drawingml import inline

            return shown.width, alone(drawing(inline(shown, ids)))
        from ...charts import attach, build, inline_xml

        made = build(shown)
        relation = attach(part, made, _next_chart(part))
        return made.width_pt, inline_xml(relation, next(ids), self.caption, made.alt, made.width_pt, made.height_pt)

    def _caption(self, page: int, number: int) -> str:
        if page == 0:
            numbered = bookmarked(bookmark(self.anchor), number, run(f"{self.label} ") + sequence(self.label))
            return _paragraph("FigureCaption", numbered + run(_GAP + self.caption))
        before, _, after = self.again.partition("{n}")
        again = run(before) + sequence(self.label, again=True) + run(after + _GAP + self.caption)
        return _paragraph("FigureCaption", again)


def figure(words: Words, anchor: str, caption: str, drawings: Sequence[Scene | Chart]) -> Figure | None:
    """A figure of ``drawings``; None where there is nothing to draw, so that a template can leave it out."""
    if not drawings:
        return None
    pages = tuple(page for drawing in drawings for page in _pages(drawing))
    return Figure(anchor, caption, pages, words.say("front.figure"), words.say("front.figure_again"))


def _pages(drawing: Scene | Chart) -> tuple[Scene | Chart, ...]:
    """A drawing, or the pages of a chart whose rows don't fit one."""
    if not getattr(drawing, "splits", False):
        return (drawing,)
    from ...charts import split

    return split(drawing)  # type: ignore[type-var] # a scene has no "splits"


def _next_chart(part: Any) -> int:
    return 1 + int(sum(relation.reltype.endswith("/chart") for relation in part.rels.values()))


def _paragraph(style: str, content: str = "") -> str:
    return alone(paragraph(style, content))
