"""Scenes as SVG: the same geometry, colours by class, and nothing that could clash on a page."""

from __future__ import annotations

import re

from lxml import etree

from fixdocs.diagrams.flowchart import flowchart
from fixdocs.diagrams.scene import Line, Scene, Shape, Text
from fixdocs.diagrams.svg import DARK, stylesheet, svg
from fixdocs.look import COLOURS
from tests.diagrams.flows import WORDS, made_flow
from tests.diagrams.test_drawingml import KINDS, box, sheet

SVG = "{http://www.w3.org/2000/svg}"


def read(scene: Scene) -> etree._Element:
    return etree.fromstring(svg(scene))


def test_every_colour_role_has_a_light_and_a_dark_value() -> None:
    assert set(DARK) == set(COLOURS)
    rules = stylesheet()
    for role in COLOURS:
        assert rules.count(f"--fd-{role}:#{COLOURS[role]}") == 2
        assert rules.count(f"--fd-{role}:#{DARK[role]}") == 2
        assert f".fd .f-{role}{{fill:var(--fd-{role})}}" in rules


def contrast(one: str, other: str) -> float:
    """Contrast of two colours as WCAG 2 defines it."""

    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_text_is_legible_on_its_ground_in_light_and_in_dark() -> None:
    grounds = [("ink", "paper"), ("ink", "shade"), ("muted", "paper"), ("primary", "primary_tint")]
    for mark in ("added", "removed", "changed", "moved", "merged", "accent"):
        grounds += [("ink", f"{mark}_tint"), ("muted", f"{mark}_tint"), ("paper", mark)]
    grounds += [("paper", "primary"), ("paper", "muted"), ("muted", "primary_tint")]
    for palette in (COLOURS, DARK):
        poor = [pair for pair in grounds if contrast(palette[pair[0]], palette[pair[1]]) < 4.5]
        assert poor == []


def test_every_kind_of_shape_is_drawn_where_it_stands() -> None:
    drawn = read(sheet())
    groups = drawn.findall(f"{SVG}g")
    assert len(groups) == len(KINDS)
    assert [group.find(f"{SVG}title").text for group in groups] == [f"S{i} {k}" for i, k in enumerate(KINDS)]
    for index, group in enumerate(groups):
        text = group.find(f"{SVG}text")
        assert 10 + index % 4 * 100 < float(text.get("x")) < 70 + index % 4 * 100
        assert 10 + index // 4 * 70 < float(text.get("y")) < 50 + index // 4 * 70


def test_polygons_have_the_corners_of_their_shapes() -> None:
    drawn = read(Scene("s", 100, 100, (box("d", 10, 20, kind="diamond"),), ""))
    assert drawn.find(f".//{SVG}polygon").get("points") == "40,20 70,40 40,60 10,40"


def test_lines_end_under_their_arrowheads() -> None:
    scene = Scene("s", 100, 100, (Line("l", ((10, 10), (10, 50)), arrow_end=True, dash="dash"),), "")
    drawn = read(scene)
    assert drawn.find(f"{SVG}polyline").get("points") == "10,10 10,45"
    assert drawn.find(f"{SVG}polyline").get("stroke-dasharray")
    assert drawn.find(f"{SVG}path").get("d").startswith("M10 50 L")


def test_a_figure_has_no_ids_and_tells_what_it_shows() -> None:
    scene = Scene("s", 100, 100, (Shape("a<b", "rect", 0, 0, 50, 20, Text(("1 < 2 & \x07",))),), '甲 "乙"')
    drawn = read(scene)
    assert drawn.get("aria-label") == '甲 "乙"'
    assert drawn.get("role") == "img"
    assert drawn.find(f".//{SVG}text").text == "1 < 2 & "
    assert not re.search(r"\sid=", svg(scene))


def test_the_page_can_bring_the_rules_itself() -> None:
    scene = flowchart(made_flow(1, 8, 3), WORDS, "")[0]
    assert "<style>" in svg(scene)
    assert "<style>" not in svg(scene, style=False)


def test_plain_colours_are_taken_as_they_are() -> None:
    drawn = svg(Scene("s", 50, 50, (Shape("a", "rect", 0, 0, 9, 9, fill="0072B2", stroke="ink"),), ""), style=False)
    assert 'style="fill:#0072B2"' in drawn
    assert 'class="s-ink"' in drawn
