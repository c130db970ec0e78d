"""Scene → one ``wp:inline`` that holds one group of Word shapes, as XML text.

Nothing is decided here: places, sizes and line breaks are those of the scene. The text can be put into a
``w:drawing`` of any document: it declares its own namespaces.
"""

from __future__ import annotations

from collections.abc import Iterator

from fixdocs.characters import one_line
from fixdocs.diagrams.outline import corner_radius, half_height, half_width, slant, text_area, text_size, tip
from fixdocs.diagrams.scene import Line, Scene, Shape, Text
from fixdocs.diagrams.text import LINE_HEIGHT
from fixdocs.look import COLOURS, FONT_FIGURE_CJK, FONT_FIGURE_LATIN
from fixdocs.markup import attribute, content

_EMU = 12700  # English Metric Units in a point
_NS = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
)
_GROUP_URI = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_PRESETS = {
    "rect": "rect",
    "round": "roundRect",
    "terminator": "flowChartTerminator",
    "diamond": "flowChartDecision",
    "ellipse": "ellipse",
    "circle": "flowChartConnector",
    "bar": "rect",
    "pentagon": "flowChartOffpageConnector",
    "pointer": "homePlate",
}
_DASHES = {"dash": '<a:prstDash val="dash"/>', "dot": '<a:prstDash val="sysDot"/>'}
_ALIGN = {"left": "left", "center": "center", "right": "right"}
_ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}
_FONTS = (
    f'<w:rFonts w:ascii="{FONT_FIGURE_LATIN}" w:hAnsi="{FONT_FIGURE_LATIN}" '
    f'w:eastAsia="{FONT_FIGURE_CJK}" w:cs="{FONT_FIGURE_LATIN}" w:hint="eastAsia"/>'
)
# A diamond whose text uses the room beside the inner half needs a text rectangle of its own.
_WIDE_DIAMOND = (
    "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst>"
    '<a:cxn ang="16200000"><a:pos x="hc" y="t"/></a:cxn><a:cxn ang="10800000"><a:pos x="l" y="vc"/></a:cxn>'
    '<a:cxn ang="5400000"><a:pos x="hc" y="b"/></a:cxn><a:cxn ang="0"><a:pos x="r" y="vc"/></a:cxn>'
    '</a:cxnLst><a:rect l="l" t="t" r="r" b="b"/><a:pathLst><a:path w="2" h="2">'
    '<a:moveTo><a:pt x="0" y="1"/></a:moveTo><a:lnTo><a:pt x="1" y="0"/></a:lnTo>'
    '<a:lnTo><a:pt x="2" y="1"/></a:lnTo><a:lnTo><a:pt x="1" y="2"/></a:lnTo><a:close/>'
    "</a:path></a:pathLst></a:custGeom>"
)


def inline(scene: Scene, ids: Iterator[int]) -> str:
    """The scene as ``<wp:inline>…</wp:inline>``.

    ``ids`` yields numbers that are used nowhere else in the document (``itertools.count(1)`` shared by all
    its figures); one is taken for the picture and one for each item. Put the result into
    ``<w:r><w:drawing>…</w:drawing></w:r>``, alone in a paragraph with single line spacing.
    """
    size = f'cx="{_emu(scene.width)}" cy="{_emu(scene.height)}"'
    picture = next(ids)
    numbers = [next(ids) for _ in scene.items]
    known = {
        item.name: (number, item) for number, item in zip(numbers, scene.items, strict=True) if isinstance(item, Shape)
    }
    parts = [
        _shape(item, number) if isinstance(item, Shape) else _line(item, number, known)
        for number, item in zip(numbers, scene.items, strict=True)
    ]
    return (
        f'<wp:inline {_NS} distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{picture}" name={attribute(scene.name)} descr={attribute(scene.alt)}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_GROUP_URI}"><wpg:wgp><wpg:cNvGrpSpPr/>'
        f'<wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/><a:chOff x="0" y="0"/><a:chExt {size}/>'
        f"</a:xfrm></wpg:grpSpPr>{''.join(parts)}</wpg:wgp></a:graphicData></a:graphic></wp:inline>"
    )


def _emu(points: float) -> int:
    return round(points * _EMU)


def _colour(role: str) -> str:
    return COLOURS.get(role, role)


def _shape(shape: Shape, number: int) -> str:
    fill = f'<a:solidFill><a:srgbClr val="{_colour(shape.fill)}"/></a:solidFill>' if shape.fill else "<a:noFill/>"
    stroke = _stroke(shape.stroke, shape.stroke_width, shape.dash) if shape.stroke else "<a:ln><a:noFill/></a:ln>"
    text_box = ' txBox="1"' if shape.text and not shape.fill and not shape.stroke else ""
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name={attribute(shape.name)}/><wps:cNvSpPr{text_box}/>'
        f'<wps:spPr><a:xfrm><a:off x="{_emu(shape.x)}" y="{_emu(shape.y)}"/>'
        f'<a:ext cx="{_emu(shape.width)}" cy="{_emu(shape.height)}"/></a:xfrm>'
        f"{_geometry(shape)}{fill}{stroke}</wps:spPr>{_body(shape)}</wps:wsp>"
    )


def _geometry(shape: Shape) -> str:
    adjust = "<a:avLst/>"
    if shape.kind == "diamond" and shape.text and not _inside_half(shape, shape.text):
        return _WIDE_DIAMOND
    if shape.kind == "parallelogram":
        return _parallelogram(shape)
    if shape.kind == "hexagon":
        return _hexagon(shape)
    if shape.kind == "round":
        share = corner_radius(shape.width, shape.height) / max(min(shape.width, shape.height), 0.1)
        adjust = f'<a:avLst><a:gd name="adj" fmla="val {round(share * 100000)}"/></a:avLst>'
    return f'<a:prstGeom prst="{_PRESETS[shape.kind]}">{adjust}</a:prstGeom>'


def _parallelogram(shape: Shape) -> str:
    """ISO 5807's data symbol; the preset one wastes two fifths of its width on the slant."""
    width, height, lean = _emu(shape.width), _emu(shape.height), _emu(slant(shape.width))
    corners = ((lean, 0), (width, 0), (width - lean, height), (0, height))
    return _polygon(width, height, corners, f"*/ w {lean} {width}")


def _hexagon(shape: Shape) -> str:
    width, height, rise = _emu(shape.width), _emu(shape.height), _emu(tip(shape.width))
    half, low = width // 2, height - rise
    corners = ((half, 0), (width, rise), (width, low), (half, height), (0, low), (0, rise))
    return _polygon(width, height, corners, "val 0")


def _polygon(width: int, height: int, corners: tuple[tuple[int, int], ...], margin: str) -> str:
    """A closed outline; text has the whole height, and the width less ``margin`` (a formula) on both sides."""
    points = [f'<a:pt x="{x}" y="{y}"/>' for x, y in corners]
    return (
        f'<a:custGeom><a:avLst/><a:gdLst><a:gd name="il" fmla="{margin}"/><a:gd name="ir" fmla="+- r 0 il"/>'
        '</a:gdLst><a:ahLst/><a:cxnLst/><a:rect l="il" t="t" r="ir" b="b"/>'
        f'<a:pathLst><a:path w="{width}" h="{height}"><a:moveTo>{points[0]}</a:moveTo>'
        f"{''.join(f'<a:lnTo>{point}</a:lnTo>' for point in points[1:])}<a:close/></a:path></a:pathLst></a:custGeom>"
    )


def _inside_half(shape: Shape, text: Text) -> bool:
    width, height = text_size(text)
    room_x, room_y = text_area("diamond", shape.width, shape.height)
    return width <= room_x and height <= room_y


def _stroke(role: str, width: float, dash: str, arrows: str = "") -> str:
    return (
        f'<a:ln w="{_emu(width)}"><a:solidFill><a:srgbClr val="{_colour(role)}"/></a:solidFill>'
        f'{_DASHES.get(dash, "")}<a:miter lim="800000"/>{arrows}</a:ln>'
    )


def _body(shape: Shape) -> str:
    text = shape.text
    if text is None:
        return "<wps:bodyPr/>"
    # Centred text needs no inset to stand where the layout wants it; what is not spent here is spare room for
    # a reader's font that runs wider than the estimate.
    left = _emu(text.inset) if text.align == "left" else 0
    right = _emu(text.inset) if text.align == "right" else 0
    top = _emu(text.inset) if text.anchor == "top" else 0
    bottom = _emu(text.inset) if text.anchor == "bottom" else 0
    return (
        f"<wps:txbx><w:txbxContent>{''.join(_paragraphs(text))}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr rot="0" vertOverflow="overflow" horzOverflow="overflow" vert="horz" wrap="square" '
        f'lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" anchor="{_ANCHOR[text.anchor]}" '
        f'anchorCtr="0"><a:noAutofit/></wps:bodyPr>'
    )


def _paragraphs(text: Text) -> Iterator[str]:
    """One paragraph for each run of lines of one size; the document's own styles must not show through."""
    start = 0
    for end in range(1, len(text.lines) + 1):
        minor = start in text.minor
        if end < len(text.lines) and (end in text.minor) == minor:
            continue
        size = text.line_size(start)
        colour = _colour(text.minor_colour if minor else text.colour)
        bold = "<w:b/><w:bCs/>" if text.bold and not minor else '<w:b w:val="0"/><w:bCs w:val="0"/>'
        half_points = f'w:val="{round(size * 2)}"'
        strike = "<w:strike/>" if text.strike else ""
        run = f'{_FONTS}{bold}{strike}<w:color w:val="{colour}"/><w:sz {half_points}/><w:szCs {half_points}/>'
        lines = "<w:br/>".join(
            f'<w:t xml:space="preserve">{content(one_line(line))}</w:t>' for line in text.lines[start:end]
        )
        yield (
            '<w:p><w:pPr><w:keepNext w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
            '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:beforeLines="0" w:after="0" w:afterLines="0" '
            f'w:line="{round(size * LINE_HEIGHT * 20)}" w:lineRule="exact"/><w:ind w:left="0" w:leftChars="0" '
            f'w:right="0" w:rightChars="0" w:firstLine="0" w:firstLineChars="0"/><w:jc w:val="{_ALIGN[text.align]}"/>'
            f"</w:pPr><w:r><w:rPr>{run}</w:rPr>{lines}</w:r></w:p>"
        )
        start = end


def _line(line: Line, number: int, known: dict[str, tuple[int, Shape]]) -> str:
    arrow = 'type="triangle" w="med" len="med"'
    arrows = (f"<a:headEnd {arrow}/>" if line.arrow_start else "") + (f"<a:tailEnd {arrow}/>" if line.arrow_end else "")
    xs, ys = [x for x, _ in line.points], [y for _, y in line.points]
    left, top, width, height = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
    flip = ""
    if len(line.points) == 2:
        flip = (' flipH="1"' if xs[1] < xs[0] else "") + (' flipV="1"' if ys[1] < ys[0] else "")
        kind = f"<wps:cNvCnPr>{_joins(line, known)}</wps:cNvCnPr>"
        geometry = '<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>'
    else:
        kind, geometry = "<wps:cNvSpPr/>", _polyline(line, left, top, width, height)
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name={attribute(line.name)}/>{kind}<wps:spPr><a:xfrm{flip}>'
        f'<a:off x="{_emu(left)}" y="{_emu(top)}"/><a:ext cx="{_emu(width)}" cy="{_emu(height)}"/></a:xfrm>'
        f"{geometry}<a:noFill/>{_stroke(line.stroke, line.width, line.dash, arrows)}</wps:spPr>"
        "<wps:bodyPr/></wps:wsp>"
    )


def _polyline(line: Line, left: float, top: float, width: float, height: float) -> str:
    points = [f'<a:pt x="{_emu(x - left)}" y="{_emu(y - top)}"/>' for x, y in line.points]
    steps = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in points[1:])
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{_emu(width)}" h="{_emu(height)}" fill="none"><a:moveTo>{points[0]}</a:moveTo>{steps}'
        "</a:path></a:pathLst></a:custGeom>"
    )


def _joins(line: Line, known: dict[str, tuple[int, Shape]]) -> str:
    """The connection sites a straight line ends at, where it ends at one."""
    if line.joins is None:
        return ""
    ends = (("stCxn", line.joins[0], line.points[0]), ("endCxn", line.joins[1], line.points[-1]))
    parts = []
    for tag, name, point in ends:
        if name in known:
            number, shape = known[name]
            site = _site(shape, point)
            if site is not None:
                parts.append(f'<a:{tag} id="{number}" idx="{site}"/>')
    return "".join(parts)


def _site(shape: Shape, point: tuple[float, float]) -> int | None:
    """The index of the connection site at ``point``: top, left, bottom, right where the shape has four."""
    x, y = shape.x + shape.width / 2, shape.y + shape.height / 2
    if shape.kind not in ("rect", "round", "terminator", "diamond", "bar"):
        return None
    up = half_height(shape.kind, shape.width, shape.height, 0)
    side = half_width(shape.kind, shape.width, shape.height, 0)
    sites = ((x, y - up), (x - side, y), (x, y + up), (x + side, y))
    for index, (site_x, site_y) in enumerate(sites):
        if abs(site_x - point[0]) < 0.01 and abs(site_y - point[1]) < 0.01:
            return index
    return None
