"""Swimlane flowcharts: judged by numbers, over made flows and over random ones."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections import Counter
from itertools import count, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from fixdocs.diagrams.drawingml import inline
from fixdocs.diagrams.flow_model import Edge, Flow, Lane, Node, Words
from fixdocs.diagrams.flowchart import LANDSCAPE, PORTRAIT, flowchart
from fixdocs.diagrams.scene import Line, Scene, Shape
from tests.diagrams.flows import LONG, WORDS, made_flow
from tests.diagrams.geometry import count_crossings, faults

LANES = (Lane("a", "客户"), Lane("b", "客服专员"), Lane("c", "技术支持工程师"))


def flow(nodes: list[Node], edges: list[Edge], lanes: tuple[Lane, ...] = LANES) -> Flow:
    return Flow("流程", tuple(nodes), tuple(edges), lanes)


def step(number: int, lane: str = "a", name: str = "处理", **more: str) -> Node:
    kind = more.pop("kind", "activity")
    return Node(f"F{number:02d}", name, kind, lane, f"F{number:02d}", **more)  # type: ignore[arg-type]


def chain(length: int, lanes: tuple[Lane, ...] = LANES) -> Flow:
    nodes = [step(i, lanes[i % len(lanes)].id, duration="5 分钟") for i in range(length)]
    nodes[0], nodes[-1] = replace(nodes[0], kind="start"), replace(nodes[-1], kind="end")
    return flow(nodes, [Edge(one.id, other.id) for one, other in pairwise(nodes)], lanes)


def decision() -> Flow:
    """A decision with one way on and one way back."""
    nodes = [
        step(1, "a", "提交", kind="start"),
        step(2, "b", "审核", kind="decision", duration="30 分钟"),
        step(3, "c", "办理", duration="2 小时"),
        step(4, "b", "结束", kind="end"),
    ]
    edges = [
        Edge("F01", "F02"),
        Edge("F02", "F03", "通过", "78%"),
        Edge("F02", "F01", "退回", "22%"),
        Edge("F03", "F04"),
    ]
    return flow(nodes, edges)


def nodes_of(scene: Scene) -> dict[str, Shape]:
    return {shape.name: shape for shape in scene.shapes() if shape.role == "node"}


def words_of(shape: Shape) -> str:
    assert shape.text is not None
    return "".join("".join(shape.text.lines).split())


def told(scenes: list[Scene]) -> Counter[str]:
    """All texts of the figure's shapes, spaces and line breaks left out."""
    return Counter(words_of(shape) for scene in scenes for shape in scene.shapes() if shape.text)


def assert_complete(drawn: Flow, scenes: list[Scene]) -> None:
    """Every step, every branch's label and every badge is there, once."""
    found = told(scenes)
    names = Counter(shape.name for scene in scenes for shape in scene.shapes())
    for node in drawn.nodes:
        assert names[f"{node.number} {node.name}"] == 1, node
    text = "\n".join(found)
    for node in drawn.nodes:
        assert all("".join(part.split()) in text for part in (node.number, node.name, node.duration)), node
    labels = Counter("".join(f"{edge.label}{edge.share}".split()) for edge in drawn.edges)
    del labels[""]
    assert labels <= found
    assert Counter(node.badge for node in drawn.nodes if node.badge) <= found
    lines = [line for scene in scenes for line in scene.lines()]
    assert len(lines) >= len(drawn.edges)
    assert all(line.arrow_end and line.joins for line in lines)


@settings(max_examples=40)
@given(
    seed=st.integers(0, 10**6),
    steps=st.integers(5, 80),
    lanes=st.integers(1, 12),
    loops=st.integers(0, 4),
    marks=st.booleans(),
    long_name=st.booleans(),
)
def test_any_flow_is_drawn_whole_and_without_fault(
    seed: int, steps: int, lanes: int, loops: int, marks: bool, long_name: bool
) -> None:
    made = made_flow(seed, steps, lanes, loops=loops, marks=marks, long_name=long_name)
    scenes = flowchart(made, WORDS, "一张图")
    assert [fault for scene in scenes for fault in faults(scene)] == []
    assert_complete(made, scenes)


@settings(max_examples=25)
@given(
    ends=st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30),
    lanes=st.lists(st.sampled_from("abc"), min_size=12, max_size=12),
)
def test_any_graph_is_drawn_without_fault(ends: list[tuple[int, int]], lanes: list[str]) -> None:
    """Also what no process is: self-loops, doubled edges, several components, no start."""
    made = flow([step(i, lanes[i]) for i in range(12)], [Edge(f"F{a:02d}", f"F{b:02d}") for a, b in ends])
    assert [fault for scene in flowchart(made, WORDS, "") for fault in faults(scene)] == []


@pytest.mark.parametrize(
    ("steps", "lanes", "most"),
    [(15, 5, {"pages": 14, "crossings": 42, "bends": 383}), (25, 6, {"pages": 23, "crossings": 65, "bends": 584})],
)
def test_ten_flows_are_drawn_as_tidily_as_ever(steps: int, lanes: int, most: dict[str, int]) -> None:
    """A quicker layout must not be paid for with more pages, crossings or bends."""
    scenes = [scene for seed in range(1, 11) for scene in flowchart(made_flow(seed, steps, lanes), WORDS, "")]
    bends = sum(len(line.points) - 2 for scene in scenes for line in scene.lines())
    found = {"pages": len(scenes), "crossings": sum(map(count_crossings, scenes)), "bends": bends}
    assert {fault: (count, most[fault]) for fault, count in found.items() if count > most[fault]} == {}


def test_steps_stand_in_their_lanes_and_follow_one_another_downwards() -> None:
    (scene,) = flowchart(chain(12), WORDS, "")
    lanes = [shape for shape in scene.shapes() if shape.role == "lane" and shape.text]
    assert [words_of(lane) for lane in lanes] == [lane.title for lane in LANES]
    middles = []
    for index, shape in enumerate(nodes_of(scene).values()):
        lane = lanes[index % 3]
        assert lane.x < shape.x
        assert shape.right < lane.right
        middles.append(shape.y + shape.height / 2)
    assert middles == sorted(middles)
    assert middles[-1] > middles[0]


def test_kinds_have_the_symbols_of_iso_5807() -> None:
    kinds = ("start", "activity", "decision", "data", "parallel", "join", "end")
    nodes = [step(i, "a", kind=kind) for i, kind in enumerate(kinds)]
    (scene,) = flowchart(flow(nodes, [Edge(a.id, b.id) for a, b in pairwise(nodes)]), WORDS, "")
    drawn = [shape.kind for shape in nodes_of(scene).values()]
    assert drawn == ["terminator", "rect", "diamond", "parallelogram", "bar", "bar", "terminator"]


def test_a_branch_shows_its_result_and_share_beside_its_line() -> None:
    (scene,) = flowchart(decision(), WORDS, "")
    lines = {line.joins: line for line in scene.lines()}
    for target, text in (("F03 办理", "通过78%"), ("F01 提交", "退回22%")):
        (label,) = (shape for shape in scene.shapes() if shape.role == "label" and words_of(shape) == text)
        assert near(label, lines["F02 审核", target]) < 5


def near(shape: Shape, line: Line) -> float:
    """The least distance from a box to a right-angled line."""
    return min(
        max(min(ax, bx) - shape.right, shape.x - max(ax, bx), 0)
        + max(min(ay, by) - shape.bottom, shape.y - max(ay, by), 0)
        for (ax, ay), (bx, by) in pairwise(line.points)
    )


def test_a_loop_runs_back_up_beside_the_steps() -> None:
    nodes = [step(i, "a") for i in range(4)]
    edges = [*(Edge(a.id, b.id) for a, b in pairwise(nodes)), Edge("F03", "F01")]
    (scene,) = flowchart(flow(nodes, edges), WORDS, "")
    (loop,) = (line for line in scene.lines() if line.joins == ("F03 处理", "F01 处理"))
    column = next(iter(nodes_of(scene).values()))
    sides = {x for (x, y), (x2, y2) in pairwise(loop.points) if x == x2 and y2 < y}
    assert sides
    assert all(x < column.x or x > column.right for x in sides)


def test_marks_show_by_colour_badge_dashes_and_legend() -> None:
    base = decision()
    nodes = (
        replace(base.nodes[0], mark="moved", badge="重排"),
        replace(base.nodes[1], highlight="瓶颈"),
        replace(base.nodes[2], mark="removed", badge="取消"),
        base.nodes[3],
    )
    edges = (*base.edges[:3], replace(base.edges[3], mark="removed"))
    (scene,) = flowchart(replace(base, nodes=nodes, edges=edges), WORDS, "")
    drawn = nodes_of(scene)
    assert (drawn["F03 办理"].stroke, drawn["F03 办理"].dash) == ("removed", "dash")
    assert (drawn["F01 提交"].stroke, drawn["F01 提交"].dash) == ("moved", "solid")
    assert drawn["F02 审核"].stroke == "accent"
    dashed = [line.joins for line in scene.lines() if line.dash == "dash"]
    assert dashed == [("F03 办理", "F04 结束")]
    found = told([scene])
    # Each badge once on its step and once in the legend; marks that don't occur are not explained.
    assert {word: found[word] for word in WORDS.legend.values() if found[word]} == {"重排": 2, "取消": 2, "瓶颈": 2}


def test_a_long_flow_goes_on_with_matched_connectors() -> None:
    scenes = flowchart(chain(60), WORDS, "六十步")
    assert len(scenes) > 1
    letters = [{words_of(shape)[0] for shape in scene.shapes() if shape.kind == "pentagon"} for scene in scenes]
    assert letters[0] == {"A"}
    for here, following in pairwise(letters):
        assert len(here & following) == 1
    counted = Counter(letter for page in letters for letter in page)
    assert set(counted.values()) == {2}
    assert [scene.name for scene in scenes] == [f"流程 {n}/{len(scenes)}" for n in range(1, len(scenes) + 1)]
    assert words_of(next(shape for shape in scenes[0].shapes() if shape.kind == "pentagon")) == "A第2页"


def test_orientation_follows_the_number_of_lanes() -> None:
    def lanes(number: int) -> tuple[Lane, ...]:
        return tuple(Lane(f"L{i}", f"岗位{i}") for i in range(number))

    (upright,) = flowchart(chain(6, lanes(6)), WORDS, "")
    (lying,) = flowchart(chain(7, lanes(7)), WORDS, "")
    assert (upright.landscape, lying.landscape) == (False, True)
    assert upright.width <= PORTRAIT.width
    assert lying.height <= LANDSCAPE.height


def test_twenty_five_plain_steps_fit_one_portrait_page() -> None:
    (scene,) = flowchart(chain(25), WORDS, "")
    assert not scene.landscape
    assert scene.height <= PORTRAIT.height


def test_a_name_of_sixty_characters_is_wrapped_inside_its_shape() -> None:
    for kind in ("activity", "decision", "data", "start", "parallel"):
        nodes = [step(1, "a", kind="start"), step(2, "b", LONG, kind=kind), step(3, "c", kind="end")]
        scenes = flowchart(flow(nodes, [Edge("F01", "F02"), Edge("F02", "F03")]), WORDS, "")
        assert [fault for scene in scenes for fault in faults(scene)] == []
        assert any(LONG in text for text in told(scenes))


def test_lanes_without_steps_are_left_out_and_no_steps_give_no_figure() -> None:
    (scene,) = flowchart(flow([step(1, "b")], []), WORDS, "")
    assert [words_of(shape) for shape in scene.shapes() if shape.role == "lane" and shape.text] == ["客服专员"]
    assert flowchart(flow([], []), WORDS, "") == []


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (flow([step(1), step(1)], []), "node 'F01' is given twice"),
        (flow([step(1, "x")], []), "node 'F01' stands in the unknown lane 'x'"),
        (flow([step(1)], [Edge("F01", "F09")]), "edge 'F01' → 'F09' names the unknown node 'F09'"),
    ],
)
def test_ids_that_lead_nowhere_are_refused(broken: Flow, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        flowchart(broken, Words(), "")


_DRAW = """
from itertools import count
from fixdocs.diagrams.drawingml import inline
from fixdocs.diagrams.flowchart import flowchart
from tests.diagrams.flows import WORDS, made_flow
print("".join(inline(s, count(1)) for n in (1, 2, 3) for s in flowchart(made_flow(n, 30, 5, marks=True), WORDS, "")))
"""


def test_the_same_flow_gives_the_same_drawing_in_every_process() -> None:
    root = Path(__file__).resolve().parents[2]
    found = set()
    for seed in ("1", "2"):
        path = os.pathsep.join((str(root / "src"), str(root)))
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run([sys.executable, "-c", _DRAW], capture_output=True, check=True, env=environment)
        found.add(hashlib.sha256(done.stdout).hexdigest())
    here = "".join(
        inline(s, count(1)) for n in (1, 2, 3) for s in flowchart(made_flow(n, 30, 5, marks=True), WORDS, "")
    )
    found.add(hashlib.sha256((here + os.linesep).encode()).hexdigest())
    assert len(found) == 1
