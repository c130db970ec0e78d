"""The checks on drawings find what they are for: each is shown a drawing with that one fault."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from fixdocs.diagrams.scene import Item, Line, Scene, Shape, Text
from tests.diagrams import geometry

LEFT = Shape("left", "rect", 20, 20, 60, 40, Text(("text",)))
RIGHT = Shape("right", "diamond", 200, 20, 60, 40, Text(("?",)))
ARROW = Line("arrow", ((80, 40), (200, 40)), arrow_end=True, joins=("left", "right"))


def scene(*items: Item) -> Scene:
    return Scene("scene", 300, 100, items, "alt")


def test_a_sound_drawing_has_no_fault() -> None:
    assert geometry.faults(scene(LEFT, RIGHT, ARROW)) == []


@pytest.mark.parametrize(
    ("items", "fault"),
    [
        ([LEFT, replace(RIGHT, x=70)], "'left' lies on 'right'"),
        ([LEFT, RIGHT, Line("through", ((10, 30), (100, 30)))], "line 'through' runs through 'left'"),
        ([LEFT, RIGHT, replace(ARROW, points=((80, 40), (210, 40)))], "line 'arrow' runs through 'right'"),
        ([LEFT, RIGHT, replace(ARROW, points=((80, 40), (190, 40)))], "line 'arrow' ends 10.0 pt off 'right'"),
        ([ARROW, LEFT, RIGHT, Line("along", ((100, 41), (150, 41)))], "line 'arrow' lies on line 'along'"),
        ([replace(LEFT, width=10)], "'left': 'text' is 16.9 pt wide, has 10.0 pt"),
        ([replace(LEFT, text=Text(("a", "b"), size=20))], "'left': 54.0 pt of text in 40.0 pt"),
        ([replace(LEFT, text=Text(("text",), size=7.5))], "'left' has text of 7.5 pt"),
        ([replace(LEFT, text=Text(("text",), minor=(0,), minor_size=7))], "'left' has text of 7 pt"),
        ([replace(LEFT, x=250)], "'left' leaves the scene: (250, 20, 310, 60)"),
        ([LEFT, replace(RIGHT, name="left")], "'left' names more than one item"),
    ],
)
def test_a_planted_fault_is_named(items: list[Item], fault: str) -> None:
    assert fault in geometry.faults(scene(*items))


def test_a_diamond_leaves_its_corners_free() -> None:
    corner = Shape("label", "rect", 202, 22, 12, 6, role="label")
    assert list(geometry.overlaps(scene(RIGHT, corner))) == []
    assert list(geometry.overlaps(scene(RIGHT, replace(corner, x=210)))) != []


def test_a_line_on_a_lane_edge_is_named() -> None:
    lane = Shape("lane", "rect", 50, 0, 100, 100, role="lane")
    found = list(geometry.lines_on_lines(scene(lane, Line("line", ((150, 10), (150, 60))))))
    assert found == ["line 'line' lies on the edge of lane 'lane'"]


def test_scenes_larger_than_a_page_are_named() -> None:
    assert list(geometry.off_page(Scene("s", 453, 720, (), "")))
    assert list(geometry.off_page(Scene("s", 600, 460, (), "")))
    assert not list(geometry.off_page(Scene("s", 600, 450, (), "")))


def test_crossings_are_counted_and_touching_ends_are_not() -> None:
    level = Line("level", ((0, 50), (100, 50)))
    crosses = Line("crosses", ((50, 0), (50, 80), (70, 80), (70, 20)))
    touches = Line("touches", ((20, 0), (20, 50)))
    assert geometry.count_crossings(scene(level, crosses, touches)) == 2
