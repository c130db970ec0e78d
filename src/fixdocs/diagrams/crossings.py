"""How often the lines of a scene cross one another."""

from __future__ import annotations

from itertools import combinations, pairwise

from fixdocs.diagrams.scene import Scene

Point = tuple[float, float]


def count_crossings(scene: Scene) -> int:
    """The number of points at which a line passes through another; touching ends don't count."""
    total = 0
    for one, other in combinations(scene.lines(), 2):
        for a, b in pairwise(one.points):
            total += sum(_cross(a, b, c, d) for c, d in pairwise(other.points))
    return total


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
