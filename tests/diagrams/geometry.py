"""Faults of a drawing, found by numbers: each function returns what it found, in words; none is what one wants.

Crossings alone are counted, not named: no drawing of some graphs is without.

Nothing here is shared with the layouts that are checked, but for the estimate of text widths.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from math import cos, hypot, pi, sin

from fixdocs.diagrams.scene import Line, Scene, Shape
from fixdocs.diagrams.text import LINE_HEIGHT, text_width
from fixdocs.look import LANDSCAPE_HEIGHT, LANDSCAPE_WIDTH, PAGE_HEIGHT, PAGE_WIDTH

Point = tuple[float, float]
Polygon = list[Point]

TOUCH = 0.05  # points of overlap that are rounding


def faults(scene: Scene) -> list[str]:
    """Everything below, together."""
    return [
        *overlaps(scene),
        *lines_through_shapes(scene),
        *lines_on_lines(scene),
        *loose_ends(scene),
        *text_outside(scene),
        *small_text(scene),
        *off_page(scene),
        *doubled_names(scene),
    ]


def outline(shape: Shape) -> Polygon:
    """The shape's outline as a convex polygon."""
    x, y, width, height = shape.x, shape.y, shape.width, shape.height
    corners = {
        "diamond": [(0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)],
        "pentagon": [(0.0, 0.0), (1.0, 0.0), (1.0, 0.8), (0.5, 1.0), (0.0, 0.8)],
    }.get(shape.kind, [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)])
    if shape.kind in ("ellipse", "circle"):
        corners = [(0.5 + cos(k * pi / 24) / 2, 0.5 + sin(k * pi / 24) / 2) for k in range(48)]
    if shape.kind == "terminator":
        end = 3475 / 21600
        arc = [(end * sin(k * pi / 24), 0.5 - cos(k * pi / 24) / 2) for k in range(25)]
        corners = [(1 - end + px, py) for px, py in arc] + [(end - px, 1 - py) for px, py in arc]
    if shape.kind == "parallelogram":
        lean = min(8.0 / width, 0.2)
        corners = [(lean, 0.0), (1.0, 0.0), (1 - lean, 1.0), (0.0, 1.0)]
    if shape.kind == "hexagon":
        rise = width * 0.25 / height
        corners = [(0.5, 0.0), (1.0, rise), (1.0, 1 - rise), (0.5, 1.0), (0.0, 1 - rise), (0.0, rise)]
    if shape.kind == "pointer":
        neck = 1 - height / 2 / width
        corners = [(0.0, 0.0), (neck, 0.0), (1.0, 0.5), (neck, 1.0), (0.0, 1.0)]
    return [(x + width * px, y + height * py) for px, py in corners]


def depth(one: Polygon, other: Polygon) -> float:
    """How far two convex polygons (or segments) reach into each other; 0 or less if they don't."""
    least = float("inf")
    for polygon in (one, other):
        for (x1, y1), (x2, y2) in pairwise([*polygon, polygon[0]]):
            length = hypot(x2 - x1, y2 - y1)
            if length == 0:
                continue
            nx, ny = (y1 - y2) / length, (x2 - x1) / length
            a = [px * nx + py * ny for px, py in one]
            b = [px * nx + py * ny for px, py in other]
            least = min(least, max(a) - min(b), max(b) - min(a))
            if least <= 0:
                return 0.0
    return least


def overlaps(scene: Scene) -> Iterator[str]:
    """Shapes that lie on one another, lanes, frames and decorations left out; a badge may lie on its own node."""
    shapes = [shape for shape in scene.shapes() if shape.role in ("node", "label", "badge")]
    for one, other in combinations(shapes, 2):
        if _far(one, other) or depth(outline(one), outline(other)) <= TOUCH:
            continue
        owned = {one.role, other.role} == {"badge", "node"} and _owner(one, other)
        if not owned:
            yield f"{one.name!r} lies on {other.name!r}"


def _owner(one: Shape, other: Shape) -> bool:
    badge, node = (one, other) if one.role == "badge" else (other, one)
    return badge.name.startswith(node.name)


def _far(one: Shape, other: Shape) -> bool:
    return one.right < other.x or other.right < one.x or one.bottom < other.y or other.bottom < one.y


def lines_through_shapes(scene: Scene) -> Iterator[str]:
    """Lines that run through a node, a label or a badge."""
    shapes = [(shape, outline(shape)) for shape in scene.shapes() if shape.role in ("node", "label", "badge")]
    for line in scene.lines():
        for start, end in pairwise(line.points):
            low, high = (min(start[0], end[0]), min(start[1], end[1])), (max(start[0], end[0]), max(start[1], end[1]))
            for shape, polygon in shapes:
                if high[0] < shape.x or low[0] > shape.right or high[1] < shape.y or low[1] > shape.bottom:
                    continue
                if _into(start, end, polygon) > 0.3:
                    yield f"line {line.name!r} runs through {shape.name!r}"


def _into(start: Point, end: Point, polygon: Polygon) -> float:
    """The length of a segment inside a convex polygon."""
    enter, leave = 0.0, 1.0
    dx, dy = end[0] - start[0], end[1] - start[1]
    middle = (sum(x for x, _ in polygon) / len(polygon), sum(y for _, y in polygon) / len(polygon))
    for (x1, y1), (x2, y2) in pairwise([*polygon, polygon[0]]):
        nx, ny = y2 - y1, x1 - x2
        if (middle[0] - x1) * nx + (middle[1] - y1) * ny > 0:
            nx, ny = -nx, -ny
        reach = hypot(nx, ny)
        if reach == 0:
            continue
        distance = ((start[0] - x1) * nx + (start[1] - y1) * ny) / reach + TOUCH
        slope = (dx * nx + dy * ny) / reach
        if abs(slope) < 1e-9:
            if distance >= 0:
                return 0.0
        elif slope > 0:
            leave = min(leave, -distance / slope)
        else:
            enter = max(enter, -distance / slope)
    return max(0.0, leave - enter) * hypot(dx, dy)


def lines_on_lines(scene: Scene, *, apart: float = 1.5) -> Iterator[str]:
    """Lines that run along one another nearer than ``apart`` points, or along a lane's edge."""
    for one, other in combinations(scene.lines(), 2):
        if _along(one, other, apart):
            yield f"line {one.name!r} lies on line {other.name!r}"
    for lane in (shape for shape in scene.shapes() if shape.role == "lane"):
        for x in (lane.x, lane.right):
            edge = Line("", ((x, lane.y), (x, lane.bottom)))
            for line in scene.lines():
                if _along(line, edge, 1.0):
                    yield f"line {line.name!r} lies on the edge of lane {lane.name!r}"


def _along(one: Line, other: Line, apart: float) -> bool:
    for (ax, ay), (bx, by) in pairwise(one.points):
        for (cx, cy), (dx, dy) in pairwise(other.points):
            if ax == bx and cx == dx and abs(ax - cx) < apart:
                shared = min(max(ay, by), max(cy, dy)) - max(min(ay, by), min(cy, dy))
            elif ay == by and cy == dy and abs(ay - cy) < apart:
                shared = min(max(ax, bx), max(cx, dx)) - max(min(ax, bx), min(cx, dx))
            else:
                continue
            if shared > 0.2:
                return True
    return False


def loose_ends(scene: Scene) -> Iterator[str]:
    """Ends of joining lines that don't lie on the outline of the shape they name."""
    known = {shape.name: shape for shape in scene.shapes()}
    for line in scene.lines():
        if line.joins is None:
            continue
        for name, point in zip(line.joins, (line.points[0], line.points[-1]), strict=True):
            polygon = outline(known[name])
            gap = min(_distance(point, a, b) for a, b in pairwise([*polygon, polygon[0]]))
            if gap > 0.4:
                yield f"line {line.name!r} ends {gap:.1f} pt off {name!r}"


def _distance(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    share = 0.0
    if square:
        share = min(1.0, max(0.0, ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / square))
    return hypot(point[0] - start[0] - share * dx, point[1] - start[1] - share * dy)


def text_outside(scene: Scene) -> Iterator[str]:
    """Text whose lines don't stand inside their shape's outline."""
    for shape in scene.shapes():
        text = shape.text
        if text is None:
            continue
        heights = [text.line_size(i) * LINE_HEIGHT for i in range(len(text.lines))]
        if sum(heights) > shape.height + TOUCH and len(text.lines) > 1:
            yield f"{shape.name!r}: {sum(heights):.1f} pt of text in {shape.height:.1f} pt"
        y = _text_top(shape, sum(heights))
        for index, line in enumerate(text.lines):
            size = text.line_size(index)
            bold = text.bold and index not in text.minor
            width = text_width(line, size, bold=bold)
            middle = y + heights[index] / 2
            room = min(_room(shape, middle - size / 2), _room(shape, middle + size / 2))
            if width > room + TOUCH:
                yield f"{shape.name!r}: {line!r} is {width:.1f} pt wide, has {room:.1f} pt"
            y += heights[index]


def _text_top(shape: Shape, height: float) -> float:
    assert shape.text is not None
    if shape.text.anchor == "top":
        return shape.y + shape.text.inset
    if shape.text.anchor == "bottom":
        return shape.bottom - shape.text.inset - height
    area = shape.height * 0.8 if shape.kind == "pentagon" else shape.height
    return shape.y + (area - height) / 2


def _room(shape: Shape, y: float) -> float:
    """The width that a level line at ``y`` has inside the shape, for text that is centred in it."""
    polygon = outline(shape)
    xs = []
    for (x1, y1), (x2, y2) in pairwise([*polygon, polygon[0]]):
        if y1 != y2 and min(y1, y2) - 1e-9 <= y <= max(y1, y2) + 1e-9:
            xs.append(x1 + (x2 - x1) * (y - y1) / (y2 - y1))
    return max(xs) - min(xs) if len(xs) > 1 else 0.0


def small_text(scene: Scene, *, least: float = 8.0) -> Iterator[str]:
    """Text under ``least`` points."""
    for shape in scene.shapes():
        for index in range(len(shape.text.lines) if shape.text else 0):
            assert shape.text is not None
            if shape.text.line_size(index) < least:
                yield f"{shape.name!r} has text of {shape.text.line_size(index)} pt"


def off_page(scene: Scene) -> Iterator[str]:
    """Items that leave the scene, and scenes that are larger than a page."""
    for item in scene.items:
        if isinstance(item, Shape):
            box = item.x, item.y, item.right, item.bottom
        else:
            xs, ys = [x for x, _ in item.points], [y for _, y in item.points]
            box = min(xs), min(ys), max(xs), max(ys)
        if box[0] < -TOUCH or box[1] < -TOUCH or box[2] > scene.width + TOUCH or box[3] > scene.height + TOUCH:
            yield f"{item.name!r} leaves the scene: {box}"
    page = (LANDSCAPE_WIDTH, LANDSCAPE_HEIGHT) if scene.landscape else (PAGE_WIDTH, PAGE_HEIGHT)
    if scene.width > page[0] + TOUCH or scene.height > page[1] + TOUCH:
        yield f"the scene is {scene.width} × {scene.height}, the page {page[0]} × {page[1]}"


def doubled_names(scene: Scene) -> Iterator[str]:
    """Names that two items share."""
    names = [item.name for item in scene.items]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"{name!r} names more than one item"


def count_crossings(scene: Scene) -> int:
    """The number of points at which a line passes through another: no fault, but the fewer the better."""
    total = 0
    for one, other in combinations(scene.lines(), 2):
        for a, b in pairwise(one.points):
            total += sum(_cross(a, b, c, d) for c, d in pairwise(other.points))
    return total


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
