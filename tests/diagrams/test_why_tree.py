"""Why trees of 1 to 12 chains with shared beginnings: merged, numbered, marked, legible."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixdocs.diagrams.scene import Scene
from fixdocs.diagrams.why_tree import Chain, Words, layout
from tests.diagrams.checks import faults, shape_of, texts, words_of

WORDS = Words(
    "问题", "起始原因", "为什么{n}", "根因", "反向验证通过", "反向验证不通过", "未做反向验证", "{alt}（{page}/{pages}）"
)
EFFECT = "投诉平均处理时长 5.8 天，超过承诺的 3 天"
LONG = (
    "部门之间没有同步机制，信息到达技术支持工程师时已经迟了两个工作日，客户反复来电催问进度，客服只能逐个打电话核实情况"
)


def draw(chains: list[Chain], effect: str = EFFECT) -> list[Scene]:
    return layout(effect, chains, WORDS, name="五问图", alt="从问题到根因")


def grown(count: int, links: int, shared: int, length: int) -> list[Chain]:
    """``count`` chains whose first ``shared`` links are the same."""
    return [
        Chain(
            f"W{i:02}",
            tuple(f"{k}{'' if k < shared else chr(0x4E00 + i)}{LONG}"[:length] for k in range(links)),
            check=(None, "passed", "failed")[i % 3],  # type: ignore[arg-type]
            root=f"R{i:02}",
        )
        for i in range(count)
    ]


@pytest.mark.parametrize("length", [6, 20, 60])
@pytest.mark.parametrize(("links", "shared"), [(2, 0), (2, 1), (5, 2), (7, 0), (7, 5)])
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 8, 12])
def test_chains_stand_clear_and_whole(count: int, links: int, shared: int, length: int) -> None:
    chains = grown(count, links, shared, length)
    scenes = draw(chains)
    assert faults(scenes) == []
    shown = "".join(map(words_of, scenes))
    for chain in chains:
        assert [text for text in chain.links if text not in shown] == []
        assert shown.count(f"{chain.key}{WORDS.passed if chain.check == 'passed' else ''}") >= 1


LINKS = st.lists(st.text("部门流程审批ERP，。 a", min_size=1, max_size=60).filter(str.strip), min_size=2, max_size=7)


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(LINKS, st.integers(0, 6), st.sampled_from((None, "passed", "failed")), st.sampled_from(("", "转办要审批", "系统旧"))),
        min_size=1, max_size=12,
    )
)  # fmt: skip
def test_any_chains_with_any_shared_beginnings(drawn: list[tuple[list[str], int, str | None, str]]) -> None:
    chains: list[Chain] = []
    for i, (links, shared, check, start) in enumerate(drawn):
        before = chains[-1].links[:shared] if chains else ()
        chains.append(Chain(f"W{i}", (*before, *links)[:7], start, check))  # type: ignore[arg-type]
    scenes = draw(chains)
    assert faults(scenes) == []
    assert scenes == draw(chains)
    shown = "".join(map(words_of, scenes))
    results = {None: WORDS.unchecked, "passed": WORDS.passed, "failed": WORDS.failed}
    assert [chain.key for chain in chains if f"{chain.key}{results[chain.check]}" not in shown] == []


def test_shared_beginnings_are_merged_and_part_where_they_differ() -> None:
    first = Chain("W01", ("收到工单晚", "转办要审批", "审批不分金额"), check="passed")
    second = Chain("W02", ("收到工单晚", "工单靠邮件", "系统没有接口"), check="failed")
    (scene,) = draw([first, second])
    assert texts(scene).count("收到工单晚") == 1
    joins = {line.joins for line in scene.lines()}
    assert {("收到工单晚", "转办要审批"), ("收到工单晚", "工单靠邮件")} <= joins
    assert len(joins) == 6 - 1


def test_beginnings_that_differ_in_width_spaces_or_a_full_stop_are_the_same() -> None:
    (scene,) = draw([Chain("W01", ("收到 ＥＲＰ 工单晚。", "甲")), Chain("W02", ("收到ERP工单晚", "乙"))])
    assert sum("工单晚" in text for text in texts(scene)) == 1


def test_levels_run_downwards_and_carry_their_number() -> None:
    (scene,) = draw([Chain("W01", ("甲一", "甲二", "甲三"))])
    boxes = [shape_of(scene, EFFECT.replace("，", "，")), *(shape_of(scene, text) for text in ("甲一", "甲二"))]
    labels = [shape_of(scene, text) for text in ("问题", "为什么1", "为什么2", "为什么3")]
    assert [box.y for box in boxes] == sorted(box.y for box in boxes)
    for box, mark in zip(boxes, labels, strict=False):
        assert box.y <= mark.y + mark.height / 2 <= box.bottom
        assert mark.right < box.x


def test_the_end_of_every_chain_is_marked_as_its_root_with_the_check_in_words() -> None:
    short = Chain("W01", ("甲", "乙"), check="failed", root="R01")
    longer = Chain("W02", ("甲", "乙", "丙"), check="passed", root="R02")
    (scene,) = draw([short, longer])
    roots = [shape for shape in scene.shapes() if shape.text and shape.text.lines[0].startswith("根因")]
    assert [shape.text.lines for shape in roots if shape.text] == [("根因 R01", "乙"), ("根因 R02", "丙")]
    plain = shape_of(scene, "甲")
    assert all(shape.stroke_width > plain.stroke_width and shape.text and shape.text.bold for shape in roots)
    badges = {"".join(shape.text.lines): shape for shape in scene.shapes() if shape.role == "badge" and shape.text}
    assert list(badges) == ["W01 反向验证不通过", "W02 反向验证通过"]
    assert [badge.dash for badge in badges.values()] == ["dash", "solid"]
    for root, badge in zip(roots, badges.values(), strict=True):
        assert (badge.x, badge.y) == (root.x, pytest.approx(root.bottom))


def test_two_chains_with_one_end_share_the_box_and_keep_two_results() -> None:
    (scene,) = draw([Chain("W01", ("甲", "乙"), check="passed"), Chain("W02", ("甲", "乙"))])
    assert {"W01 反向验证通过", "W02 未做反向验证"} <= set(texts(scene))
    assert sum(text.endswith("乙") for text in texts(scene)) == 1


def test_starting_causes_take_a_level_that_other_chains_pass() -> None:
    (scene,) = draw([Chain("W01", ("甲", "甲二"), start="鱼骨原因"), Chain("W02", ("乙", "乙二"))])
    assert "起始原因" in texts(scene)
    one, two = shape_of(scene, "甲"), shape_of(scene, "乙")
    assert one.y == two.y
    through = next(line for line in scene.lines() if line.joins and line.joins[1] == "乙")
    assert through.joins == (EFFECT, "乙")
    assert through.points[-1] == (pytest.approx(two.x + two.width / 2), pytest.approx(two.y))


def test_lines_of_one_parent_leave_it_together_and_those_of_others_stay_apart() -> None:
    chains = [Chain(f"W{a}{b}", (f"甲{a}", f"乙{a}{b}")) for a in range(2) for b in range(2)]
    (scene,) = draw(chains)
    spans: dict[str, tuple[float, float]] = {}
    for line in scene.lines():
        assert line.joins
        xs = [x for x, _ in line.points] + list(spans.get(line.joins[0], ()))
        spans[line.joins[0]] = (min(xs), max(xs))
    (left, right), (other_left, other_right) = spans["甲0"], spans["甲1"]
    assert right < other_left or other_right < left


def test_up_to_four_chains_are_a_portrait_figure() -> None:
    for count in range(1, 5):
        (scene,) = draw(grown(count, 5, 1, 24))
        assert not scene.landscape


def test_a_divided_tree_repeats_shared_beginnings_and_keeps_neighbours_together() -> None:
    chains = grown(12, 7, 3, 60)
    scenes = draw(chains)
    assert len(scenes) > 1
    for number, scene in enumerate(scenes, 1):
        assert scene.alt == f"从问题到根因（{number}/{len(scenes)}）"
        assert chains[0].links[0] in words_of(scene)
    ends = [
        [chain.key for chain in chains if any(text.startswith(chain.key) for text in texts(scene))] for scene in scenes
    ]
    assert [key for page in ends for key in page] == [chain.key for chain in chains]


def test_a_chain_too_tall_for_a_page_goes_on_from_its_last_link() -> None:
    chain = Chain("W01", tuple(f"{i}{LONG * 6}" for i in range(7)), check="passed")
    first, second = draw([chain])
    assert faults([first, second]) == []
    assert "根因" not in words_of(first)
    assert "根因" in words_of(second)
    assert "问题" not in texts(second)
    numbers = [[text for text in texts(scene) if text.startswith("为什么")] for scene in (first, second)]
    assert numbers[0] == [f"为什么{n}" for n in range(1, len(numbers[0]) + 1)]
    assert numbers[1] == [f"为什么{n}" for n in range(len(numbers[0]), 8)]  # the last link is repeated


def test_blank_links_are_passed_over() -> None:
    assert draw([Chain("W01", ("甲", " ", "乙"))]) == draw([Chain("W01", ("甲", "乙"))])
    assert draw([Chain("W01", ("", "\n"))]) == []


def test_no_chains_are_no_figure() -> None:
    assert draw([]) == []
