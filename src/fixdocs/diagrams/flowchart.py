"""Flow → swimlane flowchart, one Scene a page.

1. :mod:`.flow_rank` tells loops from forward edges; 2. :mod:`.flow_grid` gives each node a cell; 3.
:mod:`.flow_route` finds each edge's way through channels and empty cells; 4. :mod:`.flow_track` puts lines that
share a channel side by side; 5. :mod:`.flow_place` turns all that into points; 6. :mod:`.flow_label` finds room
for the branches' labels; 7. :mod:`.flow_draw` transcribes. A flow that is too long for one page is cut into
several (:mod:`.flow_page`), each laid out by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from fixdocs.diagrams.flow_draw import draw, legend_height
from fixdocs.diagrams.flow_grid import Grid, grid
from fixdocs.diagrams.flow_label import Label, place_labels
from fixdocs.diagrams.flow_model import Flow, Words
from fixdocs.diagrams.flow_page import fill, row_heights, split
from fixdocs.diagrams.flow_place import Frame, Measure, Placement, Slot
from fixdocs.diagrams.flow_rank import Graph, graph
from fixdocs.diagrams.flow_route import ways
from fixdocs.diagrams.flow_track import runs
from fixdocs.diagrams.scene import Scene
from fixdocs.look import LANDSCAPE_HEIGHT, LANDSCAPE_WIDTH, PAGE_HEIGHT, PAGE_WIDTH

__all__ = ["LANDSCAPE", "PORTRAIT", "Page", "flowchart"]

_CAPTION = 34.0  # the caption's line and the space around it
_MOST_LANES = 6  # on a portrait page
_MOST_STEPS = 32  # on any page: more can be squeezed in, but not read
_LABEL_ROUNDS = 24
_MORE = 5.0  # points that a channel grows by when a label found no place
_COLUMN = 84.0  # page width that a further column within a lane must find


@dataclass(frozen=True, slots=True)
class Page:
    """What a figure may take of a page, in points; ``least`` is the narrowest column that reads well."""

    width: float
    height: float
    least: float


PORTRAIT = Page(PAGE_WIDTH, PAGE_HEIGHT - _CAPTION, 46.0)
LANDSCAPE = Page(LANDSCAPE_WIDTH, LANDSCAPE_HEIGHT - _CAPTION, 30.0)


@dataclass(frozen=True, slots=True)
class _Style:
    """How dense a layout is; the first that fits is taken."""

    hops: int
    measure: Measure


_STYLES = (
    _Style(1, Measure()),
    _Style(1, Measure(pitch=5.5, gap=13.5)),
    _Style(3, Measure(pitch=5.5, gap=13.5)),
)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One page laid out."""

    graph: Graph
    grid: Grid
    frame: Frame
    labels: list[Label]

    def height(self, words: Words) -> float:
        return self.frame.height + 0.5 + legend_height(self.graph.flow, words, self.frame.width)


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
    sheets = _sheets(flow, page, words)
    if page is PORTRAIT and min(sheet.frame.column for sheet in sheets) < page.least:
        sheets = _sheets(flow, LANDSCAPE, words)
    if len(sheets) == 1:
        return [draw(sheets[0].graph.flow, sheets[0].frame, sheets[0].labels, words, flow.name, alt)]
    scenes = []
    for number, sheet in enumerate(sheets, 1):
        where = {"page": number, "pages": len(sheets)}
        name, told = words.scene.format(text=flow.name, **where), words.alt.format(text=alt, **where)
        scenes.append(draw(sheet.graph.flow, sheet.frame, sheet.labels, words, name, told))
    return scenes


def _sheets(flow: Flow, page: Page, words: Words) -> list[_Sheet]:
    if len(flow.nodes) <= _MOST_STEPS:
        sheet = _best(flow, page, words)
        if sheet.height(words) <= page.height:
            return [sheet]
    pages = _cut(flow, page, words)
    return [_best(part, page, words) for part in split(flow, pages, words)]


def _cut(flow: Flow, page: Page, words: Words) -> list[int]:
    """The page of each node, counted from 0: page after page is filled with as many rows as it takes."""
    style = _STYLES[-1]
    cells = grid(graph(flow), columns=int(page.width // _COLUMN), hops=style.hops)
    rows = [row for row, _ in cells.cells]
    heights = row_heights(flow, cells, page.width / min(cells.columns, _MOST_LANES) * 0.66, style.measure.gap)
    begin, number, pages = 0, 0, [0] * len(rows)

    def takes(end: int) -> bool:
        """Whether the rows from ``begin`` to before ``end`` fit one page."""
        where = [0 if row < begin else 1 if row < end else 2 for row in rows]
        if where.count(1) > _MOST_STEPS:
            return False
        return _lay_out(split(flow, where, words)[1], page, style).height(words) <= page.height

    while begin < cells.rows:
        end = fill(heights, begin, page.height)
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


def _best(flow: Flow, page: Page, words: Words) -> _Sheet:
    """The roomiest layout that fits the page, else the densest."""
    for style in _STYLES:
        sheet = _lay_out(flow, page, style)
        if sheet.height(words) <= page.height:
            break
    return sheet


def _lay_out(flow: Flow, page: Page, style: _Style) -> _Sheet:
    routed = graph(flow)
    cells = grid(routed, columns=int(page.width // _COLUMN), hops=style.hops)
    placement = Placement(routed, cells, runs(ways(routed, cells)), style.measure)
    gaps: dict[Slot, float] = {}
    for attempt in range(_LABEL_ROUNDS):
        frame = placement.frame(page.width, gaps)
        labels, wanted = place_labels(placement, frame, attempt)
        if not wanted:
            break
        for slot in wanted:
            gaps[slot] = gaps.get(slot, 0.0) + _MORE
    return _Sheet(routed, cells, frame, labels)
