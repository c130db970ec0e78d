"""Scene → SVG text with one CSS class a colour role, so that a page's light or dark scheme colours it.

Colours come from custom properties: light by default, dark where the reader's system asks for it or where the
page says ``data-md-color-scheme="slate"``. No ids are used: any number of figures can stand in one page.
"""

from __future__ import annotations

from math import hypot
from typing import Final

from fixdocs.characters import one_line
from fixdocs.diagrams.outline import TERMINATOR_END, corner_radius, slant, tip
from fixdocs.diagrams.scene import Line, Scene, Shape, Text
from fixdocs.diagrams.text import block_height
from fixdocs.look import COLOURS, FONT_FIGURE_CJK, FONT_FIGURE_LATIN
from fixdocs.markup import attribute, content

DARK: Final[dict[str, str]] = {
    "ink": "E6EAF0",
    "muted": "A9B4C2",
    "line": "7D8898",
    "rule": "3A4452",
    "shade": "1C232D",
    "paper": "12171E",
    "primary": "7FB2E5",
    "primary_tint": "1D3148",
    "input": "18222F",
    "accent": "FF8A80",
    "accent_tint": "43201E",
    "added": "81C784",
    "added_tint": "1B3320",
    "removed": "EF9A9A",
    "removed_tint": "3F1E20",
    "changed": "FFB74D",
    "changed_tint": "3D2C12",
    "moved": "90CAF9",
    "moved_tint": "16304A",
    "merged": "C5A5E8",
    "merged_tint": "2E2140",
    "gap": "6B6200",
}
_DASHES = {"dash": "4 3", "dot": "1 2.5"}
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_ARROW = 5.0  # length of an arrowhead in line widths, about what Word draws for "med" on thin lines


def stylesheet() -> str:
    """The rules for every colour role, once for a page or inside each figure."""
    light = "".join(f"--fd-{role}:#{value};" for role, value in COLOURS.items())
    dark = "".join(f"--fd-{role}:#{value};" for role, value in DARK.items())
    roles = "".join(
        f".fd .f-{role}{{fill:var(--fd-{role})}}.fd .s-{role}{{stroke:var(--fd-{role})}}" for role in COLOURS
    )
    return (
        f".fd{{{light}}}@media (prefers-color-scheme:dark){{.fd{{{dark}}}}}"
        f'[data-md-color-scheme="default"] .fd{{{light}}}[data-md-color-scheme="slate"] .fd{{{dark}}}'
        f".fd text{{font-family:{FONT_FIGURE_LATIN},'{FONT_FIGURE_CJK}','PingFang SC','Noto Sans CJK SC',sans-serif}}"
        f".fd .n{{fill:none}}{roles}"
    )


def svg(scene: Scene, *, style: bool = True) -> str:
    """The scene as one ``<svg>`` element; ``style=False`` leaves the rules to the page (:func:`stylesheet`)."""
    rules = f"<style>{stylesheet()}</style>" if style else ""
    body = "".join(_shape(item) if isinstance(item, Shape) else _line(item) for item in scene.items)
    width, height = _n(scene.width), _n(scene.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="fd" viewBox="0 0 {width} {height}" width="{width}pt" '
        f'height="{height}pt" role="img" aria-label={attribute(scene.alt)}>{rules}{body}</svg>'
    )


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _paint(fill: str | None, stroke: str | None) -> str:
    """Class and style attributes for a role, or for a plain hexadecimal colour."""
    classes, styles = [], []
    for prefix, name, value in (("f", "fill", fill), ("s", "stroke", stroke)):
        if value in COLOURS:
            classes.append(f"{prefix}-{value}")
        elif value:
            styles.append(f"{name}:#{value}")
    if not fill:
        classes.append("n")
    result = f' class="{" ".join(classes)}"' if classes else ""
    return result + (f' style="{";".join(styles)}"' if styles else "")


def _shape(shape: Shape) -> str:
    outline = ""
    if shape.fill or shape.stroke:
        paint = _paint(shape.fill, shape.stroke) + _pen(shape.stroke_width, shape.dash, shape.stroke)
        outline = f"<{_outline(shape)}{paint}/>"
    text = _text(shape, shape.text) if shape.text else ""
    if shape.role != "node":
        return outline + text
    return f"<g><title>{content(shape.name)}</title>{outline}{text}</g>"


def _pen(width: float, dash: str, stroke: str | None) -> str:
    if not stroke:
        return ""
    dashes = f' stroke-dasharray="{_DASHES[dash]}"' if dash in _DASHES else ""
    return f' stroke-width="{_n(width)}"{dashes}'


def _outline(shape: Shape) -> str:
    x, y, width, height = shape.x, shape.y, shape.width, shape.height
    if shape.kind in ("ellipse", "circle"):
        centre = f'cx="{_n(x + width / 2)}" cy="{_n(y + height / 2)}"'
        return f'ellipse {centre} rx="{_n(width / 2)}" ry="{_n(height / 2)}"'
    if shape.kind in _CORNERS:
        return _polygon(*((x + width * px, y + height * py) for px, py in _CORNERS[shape.kind]))
    if shape.kind == "pointer":
        neck = x + width - height / 2
        return _polygon((x, y), (neck, y), (x + width, y + height / 2), (neck, y + height), (x, y + height))
    if shape.kind == "hexagon":
        rise, middle = tip(width), x + width / 2
        right, low, end = x + width, y + rise, y + height
        return _polygon((middle, y), (right, low), (right, end - rise), (middle, end), (x, end - rise), (x, low))
    if shape.kind == "parallelogram":
        lean = slant(width)
        return _polygon((x + lean, y), (x + width, y), (x + width - lean, y + height), (x, y + height))
    corner = {
        "round": f' rx="{_n(corner_radius(width, height))}"',
        "terminator": f' rx="{_n(TERMINATOR_END * width)}" ry="{_n(height / 2)}"',
    }.get(shape.kind, "")
    return f'rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"{corner}'


def _polygon(*corners: tuple[float, float]) -> str:
    return f'polygon points="{" ".join(f"{_n(x)},{_n(y)}" for x, y in corners)}"'


# Corners as shares of width and height.
_CORNERS: Final[dict[str, tuple[tuple[float, float], ...]]] = {
    "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "pentagon": ((0, 0), (1, 0), (1, 0.8), (0.5, 1), (0, 0.8)),
}


def _text(shape: Shape, text: Text) -> str:
    heights = [block_height(1, text.line_size(i)) for i in range(len(text.lines))]
    area = shape.height * 0.8 if shape.kind == "pentagon" else shape.height
    tops = {
        "top": shape.y + text.inset,
        "middle": shape.y + (area - sum(heights)) / 2,
        "bottom": shape.bottom - text.inset - sum(heights),
    }
    xs = {
        "left": shape.x + text.inset,
        "center": shape.x + (shape.width - (shape.height / 4 if shape.kind == "pointer" else 0)) / 2,
        "right": shape.right - text.inset,
    }
    y, parts = tops[text.anchor], []
    for index, line in enumerate(text.lines):
        size, minor = text.line_size(index), index in text.minor
        baseline = y + heights[index] / 2 + size * 0.36  # the middle of a capital or a Chinese character
        bold = ' font-weight="bold"' if text.bold and not minor else ""
        bold += ' text-decoration="line-through"' if text.strike else ""
        paint = _paint(text.minor_colour if minor else text.colour, None)
        parts.append(
            f'<text x="{_n(xs[text.align])}" y="{_n(baseline)}" font-size="{_n(size)}"{bold} '
            f'text-anchor="{_ANCHORS[text.align]}"{paint}>{content(one_line(line))}</text>'
        )
        y += heights[index]
    return "".join(parts)


def _line(line: Line) -> str:
    points, heads = list(line.points), ""
    for wanted, end, before in ((line.arrow_end, -1, -2), (line.arrow_start, 0, 1)):
        if wanted:
            head, points[end] = _head(points[before], points[end], max(line.width, 1.0) * _ARROW)
            heads += f"<path d={attribute(head)}{_paint(line.stroke, None)}/>"
    path = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
    return f'<polyline points="{path}"{_paint(None, line.stroke)}{_pen(line.width, line.dash, line.stroke)}/>{heads}'


def _head(start: tuple[float, float], tip: tuple[float, float], size: float) -> tuple[str, tuple[float, float]]:
    """The path of an arrowhead at ``tip``, and the point where the line under it stops."""
    length = hypot(tip[0] - start[0], tip[1] - start[1]) or 1.0
    ux, uy = (tip[0] - start[0]) / length, (tip[1] - start[1]) / length
    base = (tip[0] - ux * size, tip[1] - uy * size)
    left = (base[0] - uy * size * 0.4, base[1] + ux * size * 0.4)
    right = (base[0] + uy * size * 0.4, base[1] - ux * size * 0.4)
    corners = " L".join(f"{_n(x)} {_n(y)}" for x, y in (tip, left, right))
    return f"M{corners} Z", base
