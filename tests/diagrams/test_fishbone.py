"""Fishbones of 1 to 60 causes: nothing overlaps, nothing is lost, and the form is a fishbone's."""

from __future__ import annotations

from math import atan2, degrees

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixdocs.diagrams.fishbone import Bone, Cause, Words, layout
from fixdocs.diagrams.scene import Scene
from fixdocs.look import LANDSCAPE_WIDTH, PAGE_WIDTH
from tests.diagrams.checks import faults, shape_of, texts, words_of

WORDS = Words("已确认", "已排除", "待验证", "{title}（续）", "{alt}（第 {page} 幅，共 {pages} 幅）")
TITLES = "人机料法环测"
EFFECT = "投诉平均处理时长 5.8 天，超过承诺的 3 天"
LONG = (
    "部门之间没有同步机制，信息到达技术支持工程师时已经迟了两个工作日，客户反复来电催问进度，客服只能逐个打电话核实情况"
)
VERDICTS = (None, "confirmed", "excluded", "pending")


def draw(bones: list[Bone], effect: str = EFFECT) -> list[Scene]:
    return layout(effect, bones, WORDS, name="鱼骨图", alt="六个维度的原因")


def spread(count: int, length: int) -> list[Bone]:
    """``count`` causes dealt over six bones, each text of about ``length`` characters and different."""
    causes = [Cause(f"{i}{LONG[: length - len(str(i))]}", VERDICTS[i % 4], key=f"C{i:02}") for i in range(count)]
    return [Bone(title, tuple(causes[k::6])) for k, title in enumerate(TITLES)]


def every(bones: list[Bone]) -> list[str]:
    def walk(causes: tuple[Cause, ...]) -> list[str]:
        return [text for cause in causes for text in ("".join(cause.text.split()), *walk(cause.causes))]

    return [text for bone in bones for text in walk(bone.causes)]


@pytest.mark.parametrize("length", [4, 14, 60])
@pytest.mark.parametrize("count", [1, 2, 5, 6, 7, 12, 18, 25, 33, 42, 60])
def test_one_to_sixty_causes_stand_clear_of_each_other(count: int, length: int) -> None:
    bones = spread(count, length)
    scenes = draw(bones)
    assert faults(scenes) == []
    everything = "".join(map(words_of, scenes))
    assert [text for text in every(bones) if text not in everything] == []


CAUSES = st.recursive(
    st.builds(Cause, st.text("部门流程审批ERP，。 a", min_size=1, max_size=60), st.sampled_from(VERDICTS)),
    lambda inner: st.builds(
        Cause,
        st.text("系统接口数据x", min_size=1, max_size=30),
        st.sampled_from(VERDICTS),
        st.lists(inner, max_size=4).map(tuple),
    ),
    max_leaves=20,
)


def trimmed(cause: Cause, levels: int) -> Cause:
    inner = tuple(trimmed(child, levels - 1) for child in cause.causes) if levels > 1 else ()
    return Cause(cause.text, cause.verdict, inner)


@settings(max_examples=60)
@given(
    st.lists(st.lists(CAUSES, max_size=7), min_size=1, max_size=8),
    st.text("投诉处理时长days 5.8，", min_size=1, max_size=80),
)
def test_any_tree_of_causes_on_one_to_eight_bones(trees: list[list[Cause]], effect: str) -> None:
    bones = [Bone(f"维度{i}", tuple(trimmed(cause, 3) for cause in causes)) for i, causes in enumerate(trees)]
    scenes = draw(bones, effect)
    assert faults(scenes) == []
    assert scenes == draw(bones, effect)
    shown = "".join(map(words_of, scenes))
    assert [text for text in every(bones) if text not in shown] == []


def test_all_titles_are_shown_and_a_bone_without_causes_takes_little_room() -> None:
    (scene,) = draw([Bone(title, (Cause("登记字段缺产品序列号"),) if title == "料" else ()) for title in TITLES])
    assert set(TITLES) <= set(texts(scene))
    used, bare = shape_of(scene, "料"), shape_of(scene, "人")
    assert used.fill == "primary_tint"
    assert bare.fill != "primary_tint"
    assert shape_of(scene, "机").x - bare.x < used.x - shape_of(scene, "机").x


def test_titles_are_shown_on_every_page_of_a_divided_figure() -> None:
    scenes = draw(spread(60, 60))
    assert len(scenes) > 1
    for number, scene in enumerate(scenes, 1):
        assert set(TITLES) <= {text[0] for text in texts(scene) if text[0] in TITLES and len(text) in (1, 5)}
        assert scene.alt == f"六个维度的原因（第 {number} 幅，共 {len(scenes)} 幅）"


def test_sixty_short_causes_stand_on_one_page() -> None:
    scenes = draw(spread(60, 6))
    assert len(scenes) == 1


def test_main_bones_lean_at_about_sixty_degrees_and_meet_the_spine_in_pairs() -> None:
    (scene,) = draw(spread(18, 10))
    bones = {line.name[0]: line for line in scene.lines() if line.name.endswith("|")}
    assert set(bones) == set(TITLES)
    for line in bones.values():
        (x1, y1), (x2, y2) = line.points
        assert 58 <= degrees(atan2(abs(y2 - y1), x2 - x1)) <= 64
    for above, below in ("人法", "机环", "料测"):
        assert bones[above].points[-1] == bones[below].points[-1]
        assert bones[above].points[0][1] < bones[above].points[1][1] < bones[below].points[0][1]


def test_the_head_stands_at_the_right_with_the_effect() -> None:
    (scene,) = draw(spread(6, 10))
    head = next(shape for shape in scene.shapes() if shape.fill == "primary")
    assert head.text is not None
    assert "".join("".join(head.text.lines).split()) == "".join(EFFECT.split())
    assert all(shape.right <= head.x for shape in scene.shapes() if shape is not head and shape.role == "node")


def test_twigs_run_parallel_to_the_spine_and_end_on_their_bone() -> None:
    (scene,) = draw([Bone("人", (Cause("培训不足"), Cause("交接无记录")))])
    bone = next(line for line in scene.lines() if line.name == "人 |")
    (x1, y1), (x2, y2) = bone.points
    for text in ("培训不足", "交接无记录"):
        twig = next(line for line in scene.lines() if line.name == f"{text} -")
        (left, y), (right, same) = twig.points
        assert y == same
        assert left < right
        assert right == pytest.approx(x1 + (x2 - x1) * (y - y1) / (y2 - y1))


@pytest.mark.parametrize("place", [0, 3])
def test_sub_causes_hang_on_the_twig_of_their_cause(place: int) -> None:
    inner = Cause("立项没有统一规划", None, (Cause("没有信息化规划岗"),))
    bones = [
        Bone(title, (Cause("系统没有接口", None, (inner,)),) if i == place else ()) for i, title in enumerate(TITLES)
    ]
    (scene,) = draw(bones)
    twigs = {line.name[:-2]: line.points for line in scene.lines() if line.name.endswith(" -")}
    small = {line.name[:-2]: line.points for line in scene.lines() if line.name.endswith(" /")}
    for parent, child in (("系统没有接口", "立项没有统一规划"), ("立项没有统一规划", "没有信息化规划岗")):
        start, end = small[parent]
        assert start == twigs[child][1]
        assert end[1] == twigs[parent][0][1]
        assert twigs[parent][0][0] < end[0] < twigs[parent][1][0]


def test_verdicts_are_told_apart_without_colour() -> None:
    names = ("培训不足", "夜班无人", "口径不一", "没有时限")
    (scene,) = draw([Bone("人", tuple(Cause(text, verdict) for text, verdict in zip(names, VERDICTS, strict=True)))])
    plain, confirmed, excluded, pending = (shape_of(scene, text) for text in names)
    assert all(shape.text for shape in (plain, confirmed, excluded, pending))
    assert [shape.stroke is not None for shape in (plain, confirmed, excluded, pending)] == [False, True, False, False]
    assert excluded.text is not None
    assert excluded.text.strike
    marks = {shape.name: shape for shape in scene.shapes() if shape.text and shape.text.lines in (("×",), ("?",))}
    assert set(marks) == {"口径不一 ×", "没有时限 ?", "已排除 ×", "待验证 ?"}  # the legend's own
    assert marks["口径不一 ×"].right == excluded.x
    assert marks["没有时限 ?"].right == pending.x


def test_the_legend_names_the_verdicts_in_the_figure_and_no_others() -> None:
    (scene,) = draw([Bone("人", (Cause("培训不足", "pending"),))])
    assert "待验证" in texts(scene)
    assert "已确认" not in texts(scene)
    (scene,) = draw([Bone("人", (Cause("培训不足"),))])
    assert not {"待验证", "已确认", "已排除"} & set(texts(scene))


def test_a_figure_for_few_causes_is_portrait_and_crowded_ones_use_the_width() -> None:
    (few,) = draw(spread(12, 12))
    assert few.width <= PAGE_WIDTH
    assert not few.landscape
    (many,) = draw(spread(36, 20))
    assert PAGE_WIDTH < many.width <= LANDSCAPE_WIDTH


def test_one_bone_with_sixty_causes_goes_on_beside_itself() -> None:
    bones = [
        Bone(title, tuple(Cause(f"{i}数据重复录入") for i in range(60)) if title == "机" else ()) for title in TITLES
    ]
    scenes = draw(bones)
    assert faults(scenes) == []
    assert len(scenes) <= 3
    assert "机（续）" in texts(scenes[0])
    shown = [text for scene in scenes for text in texts(scene) if text.endswith("数据重复录入")]
    assert sorted(shown) == sorted(f"{i}数据重复录入" for i in range(60))


def test_very_long_texts_are_cut_with_an_ellipsis_and_still_drawn() -> None:
    scenes = draw([Bone("人", (Cause(LONG * 40),))], effect=LONG * 20)
    assert faults(scenes) == []
    assert "…" in words_of(scenes[0])


def test_no_bones_are_no_figure() -> None:
    assert draw([]) == []


def test_no_causes_at_all_still_show_the_titles() -> None:
    (scene,) = draw([Bone(title) for title in TITLES])
    assert faults([scene]) == []
    assert set(TITLES) <= set(texts(scene))
