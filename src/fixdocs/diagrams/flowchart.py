"""Flow → swimlane flowchart, one Scene a page.

1. :mod:`.flow_rank` tells loops from forward edges; 2. :mod:`.flow_grid` gives each node a cell; 3.
:mod:`.flow_route` finds each edge's way through channels and empty cells; 4. :mod:`.flow_track` puts lines that
share a channel side by side; 5. :mod:`.flow_place` turns all that into points; 6. :mod:`.flow_label` finds room
for the branches' labels; 7. :mod:`.flow_draw` transcribes. A flow that is too long for one page is cut into
several (:mod:`.flow_page`), each laid out by itself.
"""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from msgspec.structs import replace

from fixdocs.diagrams.flow_draw import draw, legend_height
from fixdocs.diagrams.flow_grid import Grid, grid
from fixdocs.diagrams.flow_label import Label, place_labels
from fixdocs.diagrams.flow_model import Flow, Words
from fixdocs.diagrams.flow_page import fill, row_heights, split
from fixdocs.diagrams.flow_place import Frame, Measure, Placement, Slot, least_height
from fixdocs.diagrams.flow_rank import Graph, graph
from fixdocs.diagrams.flow_route import ways
from fixdocs.diagrams.flow_track import Run, runs
from fixdocs.diagrams.scene import Scene
from fixdocs.look import LANDSCAPE_HEIGHT, LANDSCAPE_WIDTH, PAGE_HEIGHT, PAGE_WIDTH

__all__ = ["LANDSCAPE", "PORTRAIT", "Page", "flowchart"]

_CAPTION = 34.0  # the caption's line and the space around it
_MOST_LANES = 6  # on a portrait page
_MOST_STEPS = 32  # on any page: more can be squeezed in, but not read
_LABEL_ROUNDS = 24
_MORE = 5.0  # points that a channel grows by when a label found no place
_HOPELESS = 1.15  # pages: room for labels can make diamonds lower, but a chart higher than this never fits
_COLUMN = 84.0  # page width that a further column within a lane must find


class Page(NamedTuple):
    """What a figure may take of a page, in points; ``least`` is the narrowest column that reads well."""

    width: float
    height: float
    least: float


PORTRAIT = Page(PAGE_WIDTH, PAGE_HEIGHT - _CAPTION, 46.0)
LANDSCAPE = Page(LANDSCAPE_WIDTH, LANDSCAPE_HEIGHT - _CAPTION, 30.0)


class _Style(NamedTuple):
    """How dense a layout is; the first that fits is taken."""

    hops: int
    measure: Measure


_STYLES = (
    _Style(1, Measure()),
    _Style(1, Measure(pitch=5.5, gap=13.5)),
    _Style(3, Measure(pitch=5.5, gap=13.5)),
)


class _Sheet(NamedTuple):
    """One page laid out."""

    flow: Flow
    frame: Frame
    labels: list[Label]


def flowchart(flow: Flow, words: Words, alt: str) -> list[Scene]:
    """Draw ``flow``; more than one scene where it takes more than one page, none without nodes.

    ``alt`` tells the whole flow in a sentence. Each scene says by ``landscape`` which way its page lies, and
    is no larger than :data:`PORTRAIT` or :data:`LANDSCAPE`. Raises ValueError where ids don't match.
    """
    flow.check()
    used = {node.lane for node in flow.nodes}
    flow = replace(flow, lanes=tuple(lane for lane in flow.lanes if lane.id in used))
    if not flow.nodes:
        return []
    page = LANDSCAPE if len(flow.lanes) > _MOST_LANES else PORTRAIT
    sheets = _Pages(page, words).sheets(flow)
    if page is PORTRAIT and min(sheet.frame.column for sheet in sheets) < page.least:
        sheets = _Pages(LANDSCAPE, words).sheets(flow)
    if len(sheets) == 1:
        return [draw(sheets[0].flow, sheets[0].frame, sheets[0].labels, words, flow.name, alt)]
    scenes = []
    for number, sheet in enumerate(sheets, 1):
        where = {"page": number, "pages": len(sheets)}
        name, told = words.scene.format(text=flow.name, **where), words.alt.format(text=alt, **where)
        scenes.append(draw(sheet.flow, sheet.frame, sheet.labels, words, name, told))
    return scenes


class _Pages:
    """Lays a flow out on pages of one size.

    Ways are kept by what they depend on: styles often give a graph the same cells, and a page that has been
    tried is laid out again with other words on its connectors.
    """

    def __init__(self, page: Page, words: Words) -> None:
        self.page, self.words = page, words
        self._runs: dict[tuple[Graph, Grid], list[list[Run]]] = {}

    def sheets(self, flow: Flow) -> list[_Sheet]:
        """The pages of ``flow``; one higher than the page only where a single row is."""
        if len(flow.nodes) <= _MOST_STEPS and (sheet := self._fitting(flow)):
            return [sheet]
        return [self._fitting(part) or self._densest(part) for part in split(flow, self._cut(flow), self.words)]

    def _cut(self, flow: Flow) -> list[int]:
        """The page of each node, counted from 0: page after page is filled with as many rows as it takes."""
        style, width = _STYLES[-1], self.page.width
        cells = self._grid(graph(flow), style)
        rows = [row for row, _ in cells.cells]
        heights = row_heights(flow, cells, width / min(cells.columns, _MOST_LANES) * 0.66, style.measure.gap)
        begin, number, pages = 0, 0, [0] * len(rows)

        def takes(end: int) -> bool:
            """Whether the rows from ``begin`` to before ``end`` fit one page."""
            where = [0 if row < begin else 1 if row < end else 2 for row in rows]
            if where.count(1) > _MOST_STEPS:
                return False
            return self._lay_out(split(flow, where, self.words)[1], style) is not None

        while begin < cells.rows:
            end = fill(heights, begin, self.page.height)
            if takes(end):
                while end < cells.rows and takes(end + 1):
                    end += 1
            else:
                end -= 1
                while end > begin + 1 and not takes(end):
                    end -= 1
                end = max(end, begin + 1)
            pages = [number if begin <= row < end else old for row, old in zip(rows, pages, strict=True)]
            begin, number = end, number + 1
        return pages

    def _fitting(self, flow: Flow) -> _Sheet | None:
        """The roomiest layout that fits the page."""
        return next((sheet for style in _STYLES if (sheet := self._lay_out(flow, style))), None)

    def _densest(self, flow: Flow) -> _Sheet:
        """The last style's layout, however high it is."""
        routed = graph(flow)
        sheet = self._label(flow, self._placement(flow, routed, self._grid(routed, _STYLES[-1]), _STYLES[-1]), inf)
        assert sheet is not None
        return sheet

    def _lay_out(self, flow: Flow, style: _Style) -> _Sheet | None:
        """The page in one style, None where it is too high; most that are show it before a line is drawn."""
        routed = graph(flow)
        cells = self._grid(routed, style)
        if least_height(flow, cells, style.measure, self.page.width) > self.page.height * _HOPELESS:
            return None
        return self._label(flow, self._placement(flow, routed, cells, style), self.page.height)

    def _grid(self, routed: Graph, style: _Style) -> Grid:
        return grid(routed, columns=int(self.page.width // _COLUMN), hops=style.hops)

    def _placement(self, flow: Flow, routed: Graph, cells: Grid, style: _Style) -> Placement:
        key = routed, cells
        if key not in self._runs:
            self._runs[key] = runs(ways(routed, cells))
        return Placement(flow, routed, cells, self._runs[key], style.measure)

    def _label(self, flow: Flow, placement: Placement, most: float) -> _Sheet | None:
        """Widen channels until every label has its room; None once that takes more than ``most`` points."""
        gaps: dict[Slot, float] = {}
        for attempt in range(_LABEL_ROUNDS):
            frame = placement.frame(self.page.width, gaps)
            height = frame.height + 0.5 + legend_height(flow, self.words, frame.width)
            if height > most * _HOPELESS:
                return None
            labels, wanted = place_labels(placement, frame, attempt)
            if not wanted:
                break
            for slot in wanted:
                gaps[slot] = gaps.get(slot, 0.0) + _MORE
        return _Sheet(flow, frame, labels) if height <= most else None
