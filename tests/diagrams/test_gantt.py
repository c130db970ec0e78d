"""Gantt charts of 1 to 80 tasks: bars where their dates are, lines round them, labels where there is room."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixdocs.diagrams.gantt import Calendar, Task, Words, layout
from fixdocs.diagrams.scene import Line, Scene, Shape
from tests.diagrams.checks import faults, shape_of, texts, words_of

WORDS = Words(
    "编号", "任务", "责任岗位", "任务项", "里程碑", "前置关系", "休息日", "前置：{keys}", "{alt}（{page}/{pages}）"
)
CALENDAR = Calendar("{year}年", "{year}年{month}月", "{month}月", "{month}/{day}", "{day}")
START = date(2025, 3, 3)  # a Monday


def day(number: int) -> date:
    return START + timedelta(days=number)


def task(
    key: str, first: int, days: int, after: str = "", *, milestone: bool = False, name: str = "修订分类口径"
) -> Task:
    start, end = day(first), day(first + days - 1)
    labels = (f"{start.month}/{start.day}–{end.month}/{end.day}", f"{days}天")
    return Task(key, f"{name}{key}", "质量主管", start, end, milestone, tuple(after.split()), labels)


def draw(tasks: list[Task], calendar: Calendar = CALENDAR) -> list[Scene]:
    return layout(tasks, WORDS, calendar, name="甘特图", alt="实施计划")


def bar(scene: Scene, key: str) -> Shape:
    return next(s for s in scene.shapes() if s.role == "node" and s.name.split()[0] == key)


def dependencies(scene: Scene) -> list[Line]:
    return [line for line in scene.lines() if " → " in line.name]


def tangled(scene: Scene) -> list[str]:
    """Lines with neither bar in common that run on each other."""
    found = []
    for one, other in combinations(dependencies(scene), 2):
        (a, b), (c, d) = (line.name.split(" (")[0].split(" → ") for line in (one, other))
        if a == c or b == d:
            continue
        for (ax, ay), (bx, by) in pairwise(one.points):
            for (cx, cy), (dx, dy) in pairwise(other.points):
                if abs(ax - bx) + abs(cx - dx) + abs(ax - cx) < 0.5:
                    shared = min(max(ay, by), max(cy, dy)) - max(min(ay, by), min(cy, dy))
                elif abs(ay - by) + abs(cy - dy) + abs(ay - cy) < 0.5:
                    shared = min(max(ax, bx), max(cx, dx)) - max(min(ax, bx), min(cx, dx))
                else:
                    continue
                if shared > 3:
                    found.append(f"{one.name} on {other.name}")
    return found


def plan(count: int, length: int) -> list[Task]:
    """A plan in which each task waits for the last, and some for earlier ones."""
    tasks = []
    at = 0
    for i in range(count):
        after = " ".join(
            f"T{j:02}" for j in {i - 1, i - 3 if i % 3 == 0 else i - 1, i - 7 if i % 5 == 0 else i - 1} if j >= 0
        )
        tasks.append(task(f"T{i:02}", at, length, after, milestone=i % 9 == 8))
        at += length
    return tasks


@pytest.mark.parametrize("length", [1, 4, 30])
@pytest.mark.parametrize("count", [1, 2, 5, 11, 20, 30, 31, 45, 80])
def test_one_to_eighty_tasks(count: int, length: int) -> None:
    tasks = plan(count, length)
    scenes = draw(tasks)
    assert faults(scenes) == []
    shown = "".join(map(words_of, scenes))
    assert [t.name for t in tasks if t.name not in shown] == []
    for scene in scenes:
        assert tangled(scene) == []


NAMES = st.text("部门流程审批ERP，。 a", min_size=1, max_size=60)


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(NAMES, NAMES, st.integers(0, 400), st.integers(1, 90), st.booleans(), st.lists(st.integers(0, 79), max_size=3)),
        min_size=1, max_size=80,
    ),
    st.sampled_from((1, 8, 40)),
)  # fmt: skip
def test_any_plan(drawn: list[tuple[str, str, int, int, bool, list[int]]], shrink: int) -> None:
    tasks = [
        Task(
            f"T{i:02}", name, owner, day(first // shrink), day(first // shrink + days // shrink), milestone,
            tuple(f"T{k:02}" for k in after if k != i), (f"{days // shrink + 1} 个工作日", f"{days}天"),
        )
        for i, (name, owner, first, days, milestone, after) in enumerate(drawn)
    ]  # fmt: skip
    scenes = draw(tasks)
    assert faults(scenes) == []
    assert scenes == draw(tasks)


@pytest.mark.parametrize(("days", "unit"), [(1, "日"), (35, "日"), (36, "周"), (180, "周"), (200, "月"), (1500, "月")])
def test_the_scale_follows_the_span(days: int, unit: str) -> None:
    calendar = Calendar("{year}", "{year}-{month}", "{month}月", "{month}/{day}周", "{day}日")
    (scene,) = draw([task("T01", 0, days)], calendar)
    heads = [shape for shape in scene.shapes() if shape.role == "lane" and shape.y == 14 and shape.text]
    assert heads
    assert all(shape.text and shape.text.lines[0].endswith(unit) for shape in heads)
    assert ("休息日" in texts(scene)) == (unit == "日" and days > 5)


@pytest.mark.parametrize("span", [20, 100, 400])
def test_bars_are_as_long_as_their_dates_and_begin_at_them(span: int) -> None:
    (scene,) = draw([task("T01", 0, span), task("T02", span // 2, span // 4), task("T03", span - 1, 1)])
    whole, part, last = (bar(scene, key) for key in ("T01", "T02", "T03"))
    a_day = whole.width / span
    assert part.width == pytest.approx(a_day * (span // 4))
    assert part.x == pytest.approx(whole.x + a_day * (span // 2))
    assert last.x == pytest.approx(whole.right - a_day)
    assert last.width == pytest.approx(max(a_day, 3))


def test_headings_stand_over_the_days_they_name() -> None:
    (scene,) = draw([task("T01", 0, 10), task("T02", 4, 1)])
    heads = {s.text.lines[0]: s for s in scene.shapes() if s.role == "lane" and s.y == 14 and s.text}
    assert heads["7"].x == pytest.approx(bar(scene, "T02").x)  # 3 March + 4
    assert heads["7"].width == pytest.approx(bar(scene, "T02").width)
    shaded = next(s for s in scene.shapes() if s.role == "lane" and s.fill == "shade")
    assert shaded.x == pytest.approx(heads["8"].x)  # a Saturday and a Sunday
    assert shaded.right == pytest.approx(heads["9"].right)


def test_weeks_begin_on_monday_and_months_on_the_first() -> None:
    (scene,) = draw([task("T01", 3, 60)])
    assert "3/3" in texts(scene)
    assert "2025年3月" in texts(scene)
    (scene,) = draw([task("T01", 3, 300)])
    assert {"3月", "2025年"} <= set(texts(scene))


def test_month_names_come_in() -> None:
    english = Calendar(
        "{year}", "{name} {year}", "{name}", "{day} {name}", "{day}",
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    )  # fmt: skip
    (scene,) = draw([task("T01", 0, 100)], english)
    assert {"Mar 2025", "3 Mar"} <= set(texts(scene))


def test_milestones_are_diamonds_on_their_day() -> None:
    (scene,) = draw([task("T01", 0, 10), task("T02", 9, 1, milestone=True)])
    whole, mark = bar(scene, "T01"), bar(scene, "T02")
    assert mark.kind == "diamond"
    assert mark.x + mark.width / 2 == pytest.approx(whole.right - whole.width / 20)
    assert {"里程碑", "任务项"} <= set(texts(scene))


def test_a_line_leads_from_the_end_of_a_task_to_the_start_of_the_next() -> None:
    (scene,) = draw([task("T01", 0, 5), task("T02", 7, 5), task("T03", 12, 5, "T01")])
    (line,) = dependencies(scene)
    first, last = bar(scene, "T01"), bar(scene, "T03")
    assert line.name == "T01 → T03"
    assert line.arrow_end
    assert line.points[0] == pytest.approx((first.right, first.y + first.height / 2))
    x, y = line.points[-1]
    assert last.x <= x <= last.x + 8
    assert y == pytest.approx(last.y) or y == pytest.approx(last.y + last.height / 2)
    assert all(x1 == x2 or y1 == y2 for (x1, y1), (x2, y2) in pairwise(line.points))


def test_a_line_goes_round_bars_that_stand_in_the_way() -> None:
    blocking = [task(f"B{i}", 2, 24) for i in range(5)]
    (scene,) = draw([task("T01", 0, 3), *blocking, task("T02", 10, 5, "T01")])
    assert faults([scene]) == []
    (line,) = dependencies(scene)
    assert len(line.points) > 4


def test_a_task_that_is_waited_for_by_earlier_rows_is_reached_upwards() -> None:
    (scene,) = draw([task("T01", 10, 5, "T03"), task("T02", 2, 12), task("T03", 0, 5)])
    assert faults([scene]) == []
    (line,) = dependencies(scene)
    assert line.points[0][1] > line.points[-1][1]


def test_what_waits_for_a_task_on_another_page_says_so() -> None:
    tasks = plan(70, 2)
    scenes = draw(tasks)
    assert len(scenes) >= 2
    drawn = {line.name for scene in scenes for line in dependencies(scene)}
    for number, scene in enumerate(scenes, 1):
        assert scene.alt == f"实施计划（{number}/{len(scenes)}）"
        written = words_of(scene)
        here = [t for t in tasks if t.name in written]
        for t in here:
            missing = [key for key in t.after if f"{key} → {t.key}" not in drawn]
            assert not missing or f"{t.name}前置：{''.join(missing)}" in written


def test_pages_are_alike_full_and_share_one_scale() -> None:
    scenes = draw(plan(66, 2))
    counts = [sum(s.kind in ("rect", "diamond") and s.role == "node" for s in scene.shapes()) for scene in scenes]
    assert sum(counts) == 66
    assert max(counts) - min(counts) <= 3
    heads = [[s.text for s in scene.shapes() if s.role == "lane" and s.y == 14] for scene in scenes]
    assert all(head == heads[0] for head in heads)


def test_thirty_tasks_with_short_names_stand_on_one_page() -> None:
    assert len(draw(plan(30, 3))) == 1


def test_the_longest_label_that_fits_is_written() -> None:
    (scene,) = draw([task("T01", 0, 20), task("T02", 20, 2)])
    assert bar(scene, "T01").text is not None
    assert shape_of(scene, "3/3–3/22") is bar(scene, "T01")
    beside = shape_of(scene, "3/23–3/24")
    assert beside.right <= bar(scene, "T02").x or beside.x >= bar(scene, "T02").right


def test_wide_scales_turn_the_page() -> None:
    (narrow,) = draw([task("T01", 0, 20)])
    assert not narrow.landscape
    (wide,) = draw([task("T01", 0, 1000)])
    assert wide.landscape


def test_no_tasks_are_no_figure() -> None:
    assert draw([]) == []
