"""Placed flow → Scene: lanes, lines, labels, steps, badges and the legend as shapes."""

from __future__ import annotations

from collections.abc import Iterator

from fixdocs.diagrams.flow_fit import BADGE_HEIGHT
from fixdocs.diagrams.flow_label import Label, badge_boxes
from fixdocs.diagrams.flow_model import Edge, Flow, Node, Words
from fixdocs.diagrams.flow_place import Frame
from fixdocs.diagrams.scene import Item, Line, Scene, Shape, Text
from fixdocs.diagrams.text import block_height, text_width
from fixdocs.look import SIZE_FIGURE, SIZE_FIGURE_MIN

LEGEND_ROW = 16.0
_LEGEND_GAP = 14.0
_SWATCH = 18.0
_MARKS = ("added", "removed", "changed", "moved", "merged")
_FLAT_FILL = {"start": "primary", "end": "primary", "parallel": "muted", "join": "muted"}


class _Names:
    """Names of shapes, each given once."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def new(self, wish: str) -> str:
        name, number = wish, 2
        while name in self.taken:
            name, number = f"{wish} ({number})", number + 1
        self.taken.add(name)
        return name


def draw(flow: Flow, frame: Frame, labels: list[Label], words: Words, name: str, alt: str) -> Scene:
    """The scene of one page."""
    names = _Names()
    node_names = [names.new(" ".join(part for part in (node.number, node.name) if part)) for node in flow.nodes]
    number = {node.id: index for index, node in enumerate(flow.nodes)}
    items: list[Item] = [*_lanes(flow, frame, names)]
    for index, edge in enumerate(flow.edges):
        joins = node_names[number[edge.source]], node_names[number[edge.target]]
        items.append(_line(edge, frame.polylines[index], joins, names))
    items.extend(_label(label, flow.edges[label.edge], names) for label in labels)
    for index, node in enumerate(flow.nodes):
        items.extend(_node(node, index, frame, node_names[index], names))
    legend = list(_legend(flow, words, frame, names))
    height = frame.height + 0.5
    if legend:
        height = max(item.bottom for item in legend) + 1
    return Scene(name, round(frame.width, 2), round(height, 2), (*items, *legend), alt)


def legend_height(flow: Flow, words: Words, width: float) -> float:
    """The room below the chart that its legend takes; 0 without one."""
    rows = _legend_rows(flow, words, width)
    return len(rows) * LEGEND_ROW + 5 if rows else 0.0


def _lanes(flow: Flow, frame: Frame, names: _Names) -> Iterator[Shape]:
    for index, lane in enumerate(flow.lanes):
        left, right = frame.borders[index], frame.borders[index + 1]
        fill = "paper" if index % 2 == 0 else "shade"
        yield Shape(
            names.new(f"{lane.title} |"), "rect", left, frame.header, right - left, frame.height - frame.header,
            fill=fill, stroke="rule", stroke_width=0.75, role="lane",
        )  # fmt: skip
        yield Shape(
            names.new(lane.title), "rect", left, 0.0, right - left, frame.header,
            Text(frame.titles[index], SIZE_FIGURE, bold=True, colour="primary", inset=3.0),
            fill="primary_tint", stroke="rule", stroke_width=0.75, role="lane",
        )  # fmt: skip


def _line(edge: Edge, points: list[tuple[float, float]], joins: tuple[str, str], names: _Names) -> Line:
    marked = edge.mark != "none"
    clean = [points[0]]
    for point in points[1:]:
        if abs(point[0] - clean[-1][0]) > 1e-6 or abs(point[1] - clean[-1][1]) > 1e-6:
            clean.append(point)
    return Line(
        names.new(f"{joins[0]} → {joins[1]}"),
        tuple((round(x, 3), round(y, 3)) for x, y in clean),
        stroke=edge.mark if marked else "muted",
        width=1.2 if marked else 0.9,
        dash="dash" if edge.mark == "removed" else "solid",
        arrow_end=True,
        joins=joins,
    )


def _label(label: Label, edge: Edge, names: _Names) -> Shape:
    left, top, right, bottom = label.box
    text = " ".join(label.text.lines)
    colour = edge.mark if edge.mark != "none" else "ink"
    shown = Text(label.text.lines, label.text.size, colour=colour, inset=0.0)
    return Shape(names.new(text), "rect", left, top, right - left, bottom - top, shown, role="label")


def _node(node: Node, index: int, frame: Frame, name: str, names: _Names) -> Iterator[Shape]:
    (x, y), size = frame.centres[index], frame.fitted[index]
    text, fill, stroke, width = size.text, _FLAT_FILL.get(node.kind), "primary", 0.9
    if fill is None:
        fill = "primary_tint" if node.kind == "decision" else "paper"
    if node.mark != "none":
        fill, stroke, width = f"{node.mark}_tint", node.mark, 1.5
        text = Text(text.lines, text.size, text.bold, "ink", inset=text.inset, minor=text.minor)
    if node.highlight:
        stroke, width = ("accent" if node.mark == "none" else stroke), 2.0
    if node.kind in ("parallel", "join") and node.mark == "none":
        stroke = "muted"
    yield Shape(
        name, size.kind, x - size.width / 2, y - size.height / 2, size.width, size.height, text, fill, stroke, width,
        dash="dash" if node.mark == "removed" else "solid",
    )  # fmt: skip
    badge, highlight = badge_boxes((x, y), size)
    for box, word, role in ((badge, node.badge, node.mark), (highlight, node.highlight, "accent")):
        if box:
            yield Shape(
                names.new(f"{name}: {word}"), "round", box[0], box[1], box[2] - box[0], BADGE_HEIGHT,
                Text((word,), SIZE_FIGURE_MIN, bold=True, colour="paper", inset=0.0),
                fill="muted" if role == "none" else role, role="badge",
            )  # fmt: skip


def _legend_rows(flow: Flow, words: Words, width: float) -> list[list[tuple[str, str]]]:
    """The legend's entries as (mark, word), as many in a row as there is room for."""
    marks = {node.mark for node in flow.nodes} | {edge.mark for edge in flow.edges}
    found: list[str] = [mark for mark in _MARKS if mark in marks]
    if any(node.highlight for node in flow.nodes):
        found.append("highlight")
    rows: list[list[tuple[str, str]]] = []
    used = width
    for mark in found:
        word = words.legend.get(mark, "")
        need = _entry_width(word)
        if not word:
            continue
        if used + need > width:
            rows.append([])
            used = 0.0
        rows[-1].append((mark, word))
        used += need
    return rows


def _entry_width(word: str) -> float:
    return _SWATCH + 4 + text_width(word, SIZE_FIGURE_MIN) + 1 + _LEGEND_GAP


def _legend(flow: Flow, words: Words, frame: Frame, names: _Names) -> Iterator[Shape]:
    y = frame.height + 5
    high = block_height(1, SIZE_FIGURE_MIN)
    for row in _legend_rows(flow, words, frame.width):
        x = 0.5
        for mark, word in row:
            colour = "accent" if mark == "highlight" else mark
            fill = "paper" if mark == "highlight" else f"{mark}_tint"
            yield Shape(
                names.new(f"{word} ▭"), "rect", x, y + 1, _SWATCH, high - 2, fill=fill, stroke=colour,
                stroke_width=2.0 if mark == "highlight" else 1.5,
                dash="dash" if mark == "removed" else "solid", role="decoration",
            )  # fmt: skip
            x += _SWATCH + 4
            wide = text_width(word, SIZE_FIGURE_MIN) + 1
            yield Shape(
                names.new(word), "rect", x, y, wide, high,
                Text((word,), SIZE_FIGURE_MIN, align="left", inset=0.0), role="label",
            )  # fmt: skip
            x += wide + _LEGEND_GAP
        y += LEGEND_ROW
