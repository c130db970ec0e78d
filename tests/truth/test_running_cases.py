"""Tickets and the process log: what was left out is said where the number is used, and ties are named."""

from __future__ import annotations

import random
from datetime import datetime

import pytest

from fixdocs.analysis.claim import CLAIMS, watching
from fixdocs.analysis.claims import running, running_cases
from fixdocs.project import Columns, Project
from fixdocs.reports.shared.evidence import Evidence
from fixdocs.reports.survey.cases import CasesWriter
from fixdocs.reports.survey.running import RunningWriter
from fixdocs.schema.choices import GoalKind, StepKind, YesNo
from fixdocs.schema.improve import Issue
from fixdocs.schema.survey import Goal, Step
from fixdocs.words import words_of

from .running_data import (
    HIGHER,
    LOWER,
    WORDS,
    chapter,
    complaints,
    everything,
    found,
    log,
    log_text,
    project,
    series,
    tickets,
)  # fmt: skip


def text(table: Columns, **more: object) -> str:
    findings = found(project(tickets=table, **more))
    assert findings.tickets is not None
    return CasesWriter(findings, WORDS).tickets(findings.tickets)


def test_what_the_tickets_leave_out_is_said() -> None:
    start = datetime(2025, 8, 20, 9)
    told = text(tickets([None, 60, 60, None, *[60] * 30], start))
    assert "数据期间的工单共 31 张" in told
    assert "已关闭的 30 张" in told
    assert "尚未关闭的 1 张（创建于2025年9月）没有计入关闭时间，其创建月份的关闭时间可能偏短。" in told
    assert "另有 3 张创建于数据期间之外，没有计入以上数字。" in told
    assert "各月的关闭数和月末积压还含更早创建的 1 张。" in told
    whole = text(tickets([60] * 30))
    for word in ("尚未关闭", "期间之外", "更早创建", "重复"):
        assert word not in whole


def test_shares_say_of_how_many() -> None:
    held = tickets([60] * 40)
    marks = [YesNo.YES] * 5 + [YesNo.NO] * 15 + [None] * 20
    responses = [at if n < 30 else None for n, at in enumerate(held.column("created"))]
    held = Columns(
        held.sheet, {**held.values, "repeated": marks, "responded": responses}, held.rows, held.sources, held.origin,
        held.positions,
    )  # fmt: skip
    told = text(held)
    assert "注明是否重复的 20 张中，标为重复的占 25.0%。" in told
    assert "有首次响应记录的 30 张" in told
    assert "没有首次响应记录的 10 张没有计入。" in told


def test_a_period_without_tickets_is_left_aside_and_said() -> None:
    told = text(tickets([60] * 10, datetime(2024, 1, 1)))
    assert "工单共 10 张" in told
    assert "都在数据期间之外；以下按全部工单统计" in told
    assert "数据期间的工单" not in told


@pytest.mark.parametrize(
    ("cases", "said"),
    [
        (("abca", "abcb", "abca"), "重复最多的活动是“a”，涉及 2 个案例。"),
        (("abca", "abcb"), "重复最多的活动有a、b，各涉及 1 个案例。"),
        (("abca", "abc"), "重复过的活动只有“a”，涉及 1 个案例。"),
        (("abc", "abc"), "2 个案例中没有重复的活动。"),
        (
            ("abca", "abc", "abc", "abc"),
            "4 个案例中有 1 个出现过重复的活动，返工率为 25.0%；无重复活动案例占比为 75.0%",
        ),
        (("abc", "acb", "bac"), "3 个案例的走法各不相同。"),
    ],
)
def test_superlatives_of_the_log_name_their_ties(cases: tuple[str, ...], said: str) -> None:
    told = log_text(*cases)
    assert said in told
    assert ("重复最多的活动是" in told) == ("重复最多的活动是" in said)


def test_ways_that_all_differ_are_said_once_there_are_two() -> None:
    assert "各不相同" not in log_text("abc", "acb", "abc")
    assert "各不相同" not in log_text("abc")


def test_blank_resources_are_no_hand_offs_of_0() -> None:
    named, some = log_text("ab", "ab", posts={"a": "张", "b": "李"}), log_text("ab", "cd", posts={"a": "张", "b": "李"})
    assert "处理人填写齐全的 2 个案例平均换手 1.0 次，2 位人员或岗位参与" in named
    assert "处理人填写齐全的 1 个案例平均换手 1.0 次，至少 2 位人员或岗位参与" in some
    assert "换手" not in log_text("ab", "ab", posts={"a": "张"})


def test_a_case_of_one_stamp_has_no_duration() -> None:
    told = log_text("abc", "a")
    assert "1 个案例从首个事件到最后一个事件历时 2.0 小时（自然时间）" in told
    assert "另有 1 个案例只有一个时刻，不计时间。" in told
    assert "不计时间" not in log_text("abc", "ab")
    assert "中位数" not in log_text("a", "b")


def test_ways_are_shown_without_cutting_a_tie() -> None:
    def shown(*cases: str) -> list[tuple[str, str]]:
        return [(row.rank, row.cases) for row in chapter(project(log=log(*cases))).variants]

    assert shown("abc", "abc", "acb") == [("1", "2"), ("2", "1")]
    assert shown("ab", "ab", "ac", "ac", "ad") == [("1", "2"), ("1", "2"), ("3", "1")]
    assert shown("ab", "ab", *(f"a{x}" for x in "cdefghijk")) == [("1", "2")]  # nine more with a case each
    assert shown("ab", "ac", "ad") == []


def test_the_order_of_rows_decides_nothing() -> None:
    table = log("abca", "acb", "abcb", "ab", "ac", posts={"a": "张", "b": "李"})
    order = list(range(len(table)))
    random.Random(3).shuffle(order)
    shuffled = Columns(
        table.sheet, {key: [column[n] for n in order] for key, column in table.values.items()}, table.rows,
        table.sources, table.origin, table.positions,
    )  # fmt: skip
    assert everything(project(log=shuffled)) == everything(project(log=table))


def goal(baseline: float, direction: object = None) -> Goal:
    return Goal(
        id="G01", kind=GoalKind.QUALITY, description="好", indicator="积压", unit="件", baseline=baseline,
        direction=direction,
    )  # fmt: skip


def projects() -> list[Project]:
    """Projects among which every claim stands in one and not in another."""
    rise, fall = (1, 2, 3, 4, 5, 6), (6, 5, 4, 3, 2, 1)
    loose = (10, 12, 11, 14, 15, 16)
    months = [
        [series(*rise, direction=LOWER, target=9, unit="%")], [series(*fall, direction=LOWER)],
        [series(*loose, direction=LOWER)], [series(*loose[::-1], direction=LOWER, target=1), series(*rise)],
        [series(1, 2, None, 4, 5, 6)], [series(3, 9, 2, 8, 1, 7, target=2, direction=LOWER)],
        [series(100, 101, 99, 100, 101, 100)], [series(2, 2, 2)], [series(1, 2, target=0, direction=LOWER)],
        [series(1, target=1, direction=LOWER)], [series(1, target=0, direction=LOWER)],
        [series(1, 2), series(1, 2, name="乙")],
        [series(*rise, name=name, direction=LOWER) for name in "甲乙丙丁戊"],
        [series(*rise, direction=LOWER), series(*loose, name="乙", direction=LOWER), series(*loose[::-1], name="丙",
         direction=HIGHER), series(*fall, name="丁", direction=HIGHER)],
        [series(1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 10, 12)],
    ]  # fmt: skip
    held = [project(*rows) for rows in months]
    held += [project(series(1, 6, 2, 5, 3, 4, direction=LOWER), goals=(goal(b),)) for b in (6, 7, 3)]
    counts = [
        {"甲": 66, "乙": 14, "丙": 14, "丁": 2, "戊": 2, "己": 2}, {"甲": 60, "乙": 30, "丙": 9}, {"甲": 9}, {"甲": 5, "乙": 5, "丙": 5}, {"甲": 10, "乙": 9},
        {"甲": 60, "乙": 10}, {"甲": 60, "乙": 60, "丙": 9}, {"甲": 8, "乙": 2, "其他": 20}, {"甲": 8, "乙": 2, "其他": 8},
        {"甲": 8, "乙": 8, "丙": 1, "其他": 20},
    ]  # fmt: skip
    held += [project(complaints=complaints(each)) for each in counts]
    held += [project(tickets=tickets([5.0] * 40, kind="甲"))]
    concentrated = tickets([5.0] * 40)
    kinds = ["甲"] * 36 + ["乙", "丙", "丁", "戊"]
    held += [project(tickets=Columns("tickets", {**concentrated.values, "kind": kinds}, concentrated.rows))]
    logs = [("abca", "abc"), ("abca", "abcb"), ("abca", "abcb", "abca"), ("ab", "ab")]
    held += [project(tickets=tickets([5.0] * 15, start)) for start in (datetime(2025, 9, 1), datetime(2025, 11, 20))]
    held += [
        project(tickets=tickets([None, *[5.0] * 2], datetime(2026, 5, 1))),
        project(tickets=tickets([None, *[5.0] * 14])),
    ]
    held += [project(series(*loose[3:], *loose[:3]), series(3, 9, 2, 8, 1, 7, name="乙"))]
    held += [project(tickets=tickets([5.0, *[None] * 3], datetime(2025, 8, 29)))]
    held += [project(tickets=tickets([None, 5.0] * 15))]
    held += [project(tickets=tickets([5.0] * 4, repeated=mark)) for mark in (YesNo.YES, YesNo.NO)]
    some = tickets([5.0] * 2)
    marks = [YesNo.YES, YesNo.NO]
    held += [project(tickets=Columns("tickets", {**some.values, "repeated": marks}, some.rows))]
    held += [project(series(0, 2, 0, 0, 0, 1))]
    held += [
        project(tickets=tickets([None] * 15)),
        project(tickets=tickets([5.0, *[90000.0] * 4], datetime(2026, 2, 1))),
    ]
    ways = [f"a{n}" for n in "bcdefghij"]
    started = log("ab", "ab")
    started = Columns("log", {**started.values, "started": [datetime(2025, 10, 1, 8), *[None] * 3]}, started.rows)
    held += [
        project(log=started),
        project(log=log("ab", "a"), steps=(Step(id="F01", name="b", kind=StepKind.END, post="甲岗"),)),
    ]
    step = Step(id="F01", name="a", kind=StepKind.START, post="甲岗")
    held += [
        project(log=log("abc"), steps=(step,)),
        project(series(*loose[::-1][3:], *loose[:3]), series(1, 2, name="乙")),
    ]
    counted = complaints({"甲": 8, "乙": 2})
    held += [project(series(5, 5, name="投诉量"), tickets=tickets([5.0] * 3, kind="甲"), complaints=counted)]
    held += [project(series(5, 4, name="投诉量"), series(5, 6, name="投诉数"), complaints=counted)]
    return held + [project(log=log(*cases)) for cases in (*logs, ("ab",), ("a",), ("ab", "ab", "ac", "ac", *ways))]


def test_every_claim_of_the_running_data_stands_somewhere_and_not_elsewhere() -> None:
    with watching() as seen:
        for held in projects():
            everything(held)
            for each in held.goals:
                running.baseline_months(each, found(held).indicators, held.info)
            if (sheet := found(held).tickets) is not None:
                running_cases.ticket_kind(sheet, "没有的类型")
    own = {key for key in CLAIMS if key.startswith("running.")}
    assert len(own) > 50
    assert {key for key in own if seen.get(key) != {True, False}} == set()


def test_every_claim_has_its_sentence_and_every_sentence_its_claim() -> None:
    said = words_of("zh").module("claim_running").SAY
    assert {f"running.{key}" for key in said} == {key for key in CLAIMS if key.startswith("running.")}


def evidence(key: str, **sheets: object) -> tuple[str, str]:
    """What stands behind a source of an issue."""
    issue = Issue(id="P01", kind="quality", description="慢", scope="客户", evidence=(key,), impact=5, frequency=5)
    (line,) = Evidence(RunningWriter(found(project(**sheets)), WORDS)).lines(issue)
    return line.kind, line.content


def test_a_ticket_as_evidence_says_what_its_row_says() -> None:
    held = tickets([90.0, None], kind="退款")
    assert evidence("T0", tickets=held) == ("工单", "退款，2025年9月1日创建，从创建到关闭 90 分钟（自然时间）")
    assert evidence("T1", tickets=held) == ("工单", "退款，2025年9月5日创建，没有关闭时间")


def test_a_source_that_is_nowhere_is_no_ticket() -> None:
    assert evidence("T9", tickets=tickets([90.0])) == ("待查", "各表中没有这个来源")
    assert evidence("积压", indicators=(series(name="积压"),)) == ("运行数据", "没有逐月数据")
    assert evidence("乙", complaints=complaints({"乙": 0})) == ("投诉分类", "投诉分类表中乙没有数量")
    assert evidence("乙", complaints=complaints({"甲": 3, "乙": 1})) == ("投诉分类", "乙 1 件，占 25.0%")
