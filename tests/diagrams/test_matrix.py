"""Priority matrices: every issue inside its cell, however many share one, and the core told without colour."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixdocs.diagrams.matrix import Issue, Words, layout
from fixdocs.diagrams.scene import Scene, Shape
from tests.diagrams.checks import faults, shape_of, texts

WORDS = Words(
    "影响程度", "发生频率", "立即解决", "重点规划", "快速改善", "持续观察",
    "核心问题", "其他问题", "人工列为核心", "人工不列为核心", "{alt}（{page}/{pages}）",
)  # fmt: skip


def draw(issues: list[Issue], **options: float) -> list[Scene]:
    return layout(issues, WORDS, name="优先级矩阵", alt="问题按影响与频率", **options)  # type: ignore[arg-type]


def cell(scene: Scene, impact: int, frequency: int) -> Shape:
    return next(shape for shape in scene.shapes() if shape.name == f"影响程度 {impact} · 发生频率 {frequency}")


def badges(scene: Scene) -> dict[str, Shape]:
    legend = ("核心问题", "其他问题", "人工列为核心", "人工不列为核心")
    return {s.name: s for s in scene.shapes() if s.role == "badge" and not s.name.startswith(legend)}


def inside(badge: Shape, room: Shape) -> bool:
    return room.x < badge.x and badge.right < room.right and room.y < badge.y and badge.bottom < room.bottom


@pytest.mark.parametrize("count", range(1, 21))
@pytest.mark.parametrize(("impact", "frequency"), [(5, 5), (1, 1), (3, 4), (5, 1)])
def test_one_to_twenty_issues_share_a_cell(count: int, impact: int, frequency: int) -> None:
    issues = [Issue(f"P{i:02}", impact, frequency, core=i % 2 == 0, manual=i % 3 == 0) for i in range(count)]
    (scene,) = draw(issues)
    assert faults([scene]) == []
    found = badges(scene)
    assert set(found) == {issue.key for issue in issues}
    assert all(inside(badge, cell(scene, impact, frequency)) for badge in found.values())


RATED = st.builds(Issue, st.just(""), st.integers(1, 5), st.integers(1, 5), st.booleans(), st.booleans())


@settings(max_examples=60)
@given(
    st.lists(RATED, max_size=120),
    st.sampled_from(("P{:02}", "{}", "问题-2024-{:03}", "ISSUE {:04} / westward")),
    st.floats(0, 7), st.floats(0, 7),
)  # fmt: skip
def test_any_issues_stand_in_their_cells(rated: list[Issue], key: str, impact: float, frequency: float) -> None:
    issues = [Issue(key.format(i), r.impact, r.frequency, r.core, r.manual) for i, r in enumerate(rated)]
    scenes = draw(issues, high_impact=impact, high_frequency=frequency)
    assert faults(scenes) == []
    assert scenes == draw(issues, high_impact=impact, high_frequency=frequency)
    found = [(scene, name, badge) for scene in scenes for name, badge in badges(scene).items()]
    assert [name for _, name, _ in found if name] == sorted((i.key for i in issues), key=[n for _, n, _ in found].index)
    by_key = {issue.key: issue for issue in issues}
    for scene, name, badge in found:
        assert inside(badge, cell(scene, by_key[name].impact, by_key[name].frequency))


def test_impact_runs_upwards_and_frequency_to_the_right() -> None:
    (scene,) = draw([Issue("P01", 5, 5), Issue("P02", 1, 5), Issue("P03", 5, 1)])
    high, low, left = (badges(scene)[key] for key in ("P01", "P02", "P03"))
    assert high.bottom < low.y
    assert left.right < high.x
    assert shape_of(scene, "影响程度").y < cell(scene, 5, 1).y
    assert shape_of(scene, "发生频率").y > cell(scene, 1, 5).bottom


@pytest.mark.parametrize(("impact", "frequency"), [(4, 4), (3, 5), (5, 2), (3.5, 3.5)])
def test_the_core_quadrant_is_what_reaches_both_thresholds(impact: float, frequency: float) -> None:
    (scene,) = draw([], high_impact=impact, high_frequency=frequency)
    tinted = {(i, f) for i in range(1, 6) for f in range(1, 6) if cell(scene, i, f).fill == "accent_tint"}
    assert tinted == {(i, f) for i in range(1, 6) for f in range(1, 6) if i >= impact and f >= frequency}
    edge = cell(scene, 5, min(f for _, f in tinted)).x
    base = cell(scene, min(i for i, _ in tinted), 5).bottom
    thresholds = [line for line in scene.lines() if "≥" in line.name]
    assert [line.points[0][0] for line in thresholds if "频率" in line.name] == [edge]
    assert [line.points[0][1] for line in thresholds if "影响" in line.name] == [base]


def test_names_of_quadrants_stand_in_the_outer_corners() -> None:
    (scene,) = draw([Issue("P01", 5, 5)])
    places = {"立即解决": (5, 5), "重点规划": (5, 1), "快速改善": (1, 5), "持续观察": (1, 1)}
    for name, (impact, frequency) in places.items():
        assert inside(shape_of(scene, name), cell(scene, impact, frequency))


def test_a_quadrant_that_does_not_exist_has_no_name() -> None:
    (scene,) = draw([Issue("P01", 5, 5)], high_impact=1, high_frequency=1)
    assert "立即解决" in texts(scene)
    assert not {"重点规划", "快速改善", "持续观察"} & set(texts(scene))
    assert not [line for line in scene.lines() if "≥" in line.name]
    (scene,) = draw([Issue("P01", 5, 5)], high_impact=6, high_frequency=6)
    assert "立即解决" not in texts(scene)
    assert "持续观察" in texts(scene)


def test_core_and_manual_issues_are_told_apart_without_colour() -> None:
    issues = [Issue(f"P{i}", 3, 3, core, manual) for i, (core, manual) in enumerate([(0, 0), (1, 0), (0, 1), (1, 1)])]
    (scene,) = draw(issues)
    plain, core, manual, both = badges(scene).values()
    assert all(b.text for b in (plain, core, manual, both))
    assert [b.text.bold for b in (plain, core, manual, both) if b.text] == [False, True, False, True]
    assert [b.kind for b in (plain, core, manual, both)] == ["round", "round", "rect", "rect"]
    assert [b.dash for b in (plain, core, manual, both)] == ["solid", "solid", "dash", "dash"]
    assert [b.text.lines[0][-1] == "*" for b in (plain, core, manual, both) if b.text] == [False, False, True, True]
    assert {"核心问题", "其他问题", "人工列为核心", "人工不列为核心"} <= set(texts(scene))


def test_the_legend_leaves_out_what_the_figure_does_not_show() -> None:
    (scene,) = draw([Issue("P01", 5, 5, core=True)])
    assert "核心问题" in texts(scene)
    assert not {"其他问题", "人工列为核心", "人工不列为核心"} & set(texts(scene))


def test_a_value_off_the_scale_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="P07: impact 6, frequency 1"):
        draw([Issue("P07", 6, 1)])
