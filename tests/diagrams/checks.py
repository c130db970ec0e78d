"""What every figure of one kind is checked for: the faults found by numbers, but for lines that share their way."""

from __future__ import annotations

from fixdocs.diagrams.scene import Scene, Shape
from tests.diagrams.geometry import (
    doubled_names,
    lines_through_shapes,
    loose_ends,
    off_page,
    overlaps,
    small_text,
    text_outside,
)


def faults(scenes: list[Scene]) -> list[str]:
    """All faults of all scenes, and pages of one figure that have one name."""
    found = [
        fault
        for scene in scenes
        for check in (overlaps, lines_through_shapes, loose_ends, text_outside, small_text, off_page, doubled_names)
        for fault in check(scene)
    ]
    names = [scene.name for scene in scenes]
    return found + [f"two scenes are named {name}" for name in names if names.count(name) > 1]


def words_of(scene: Scene) -> str:
    """All text of a scene, without line breaks and spaces."""
    return "".join("".join("".join(shape.text.lines).split()) for shape in scene.shapes() if shape.text)


def texts(scene: Scene) -> list[str]:
    """The text of each shape on one line."""
    return ["".join(shape.text.lines) for shape in scene.shapes() if shape.text]


def shape_of(scene: Scene, text: str) -> Shape:
    """The one shape whose text is ``text``."""
    found = [shape for shape in scene.shapes() if shape.text and "".join(shape.text.lines) == text]
    assert len(found) == 1, (text, texts(scene))
    return found[0]
