"""Figures of the running data: never a false 0, one unit and precision a column, each with its fact."""

from __future__ import annotations

import re
from datetime import date, datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixdocs.analysis.running.indicators import places
from fixdocs.analysis.running.months import month_of
from fixdocs.project import Project
from fixdocs.reports.shared.evidence import Evidence
from fixdocs.reports.shared.format import Formatter
from fixdocs.reports.shared.ledger import noting
from fixdocs.reports.survey.cases import CasesWriter
from fixdocs.reports.survey.running import RunningWriter
from fixdocs.sample import project as sample
from fixdocs.schema.choices import Direction
from fixdocs.word.noted import MARKED
from tests.reports.reading import Read, built, dangling

from .running_data import LOWER, WORDS, chapter, complaints, found, log, project, said_of, series, strings, tickets


def tickets_text(minutes: list[float | None]) -> str:
    findings = found(project(tickets=tickets(minutes)))
    assert findings.tickets is not None
    return CasesWriter(findings, WORDS).tickets(findings.tickets)


def months_table(minutes: list[float | None]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    made = chapter(project(tickets=tickets(minutes))).months
    assert made is not None
    return made.headings, made.rows


def test_kind_07_small_values_are_never_printed_as_0() -> None:
    text = said_of(series(0.0042, 0.0051, 0.0047, 0.0066, 0.0049, 0.0058, unit="次"))
    assert "最低 0.0042 次" in text
    assert "最高 0.0066 次" in text
    assert " 0 次" not in text
    assert "0.0 次" not in text


@pytest.mark.parametrize(
    ("minutes", "said"), [(48, "48 分钟（自然时间）"), (300, "5.0 小时（自然时间）"), (4320, "3.0 个自然日")]
)
def test_kind_07_a_median_below_a_day_is_in_hours_or_minutes(minutes: float, said: str) -> None:
    text = tickets_text([minutes] * 20)
    assert f"中位数为 {said}，平均 {said}，P90 为 {said}" in text
    assert "0.0" not in text
    held = Read(built("survey", project(tickets=tickets([minutes] * 20))))
    assert said in held.text
    assert "0.0 天" not in held.text


@pytest.mark.parametrize(
    ("minutes", "unit", "shown"),
    [(48, "分钟，自然时间", "48.0"), (300, "小时，自然时间", "5.0"), (4320, "自然日", "3.0")],
)
def test_kind_07_a_column_of_times_has_one_unit_which_its_heading_names(minutes: float, unit: str, shown: str) -> None:
    headings, rows = months_table([minutes] * 20)
    assert headings[-2:] == (f"关闭时间中位数（{unit}）", f"关闭时间 P90（{unit}）")
    assert {cell for row in rows for cell in row[-2:]} == {shown, "—"}  # months without tickets


def test_kind_07_minutes_beside_days_stand_in_a_unit_that_both_can_be_read_in() -> None:
    headings, rows = months_table([48.0] * 8 + [4320.0] * 8)
    assert "（小时，自然时间）" in headings[-1]
    assert rows[0][-2] == "0.8"
    assert rows[1][-2] == "72.0"
    headings, rows = months_table([2000.0] * 8 + [43200.0] * 8)
    assert "（自然日）" in headings[-1]
    assert (rows[0][-2], rows[1][-2]) == ("1.4", "30.0")


def test_kind_07_the_activities_share_one_unit() -> None:
    made = chapter(project(log=log("abc", "abc", minutes=90))).activities
    assert made is not None
    assert made.headings[-1] == "平均停留（分钟，自然时间）"
    assert [row[-1] for row in made.rows] == ["90.0", "90.0", "—"]  # the first of a case has none before it


@pytest.mark.parametrize(
    ("values", "digits"),
    [
        ([12, 7], 0),
        ([12.5, 7], 1),
        ([12.25, 7.1], 2),
        ([1 / 3, 7], 2),
        ([0.0042, 5], 4),
        ([1 / 300, 5], 4),
        ([0, 0], 0),
    ],
)
def test_kind_07_a_line_has_the_precision_it_was_written_with(values: list[float], digits: int) -> None:
    assert places(values) == digits


def test_kind_07_the_months_of_an_indicator_have_one_precision() -> None:
    grid = chapter(
        project(series(12.5, 7, 8.25, 9, 10, 11, target=3, direction=LOWER), series(1, 2, name="乙"))
    ).indicator_table
    assert grid is not None
    assert grid.rows[0][2:] == ("12.50", "7.00", "8.25", "9.00", "10.00", "11.00", "9.63", "3.00", "0/6")
    assert grid.rows[1][2:] == ("1", "2", "—", "—", "—", "—", "1.5", "—", "—")


@pytest.mark.parametrize(
    ("counts", "said"), [({"甲": 1, "乙": 1, "丙": 1}, True), ({"甲": 2, "乙": 1, "丙": 1}, False)]
)
def test_kind_07_parts_that_do_not_add_up_as_printed_are_said(counts: dict[str, int], said: bool) -> None:
    made = chapter(project(complaints=complaints(counts)))
    shares = [round(float(row.share.rstrip("%")) * 10) for row in made.complaints]
    adds = np.cumsum(shares).tolist() == [round(float(row.cumulative.rstrip("%")) * 10) for row in made.complaints]
    assert adds != said
    assert ("四舍五入" in str(made.complaints_text)) == said
    assert made.complaints[-1].cumulative == "100.0%"


def test_kind_07_a_month_that_has_tickets_but_none_closed_has_a_dash() -> None:
    headings, rows = months_table([600.0] * 7 + [None] * 8)
    assert rows[0][-1] == "10.0"
    assert rows[1][-2:] == ("—", "—")
    assert len(headings) == 6


def test_a_table_without_closing_times_tells_nothing_of_them() -> None:
    headings, rows = months_table([None] * 15)
    assert len(headings) == 4
    assert {row[2:] for row in rows} == {("—", "—")}
    text = tickets_text([None] * 15)
    assert "没有填写关闭时间" in text
    assert "尚未关闭" not in text
    assert "尚未关闭的 1 张（创建于2025年9月）没有计入关闭时间" in tickets_text([None, *[60.0] * 14])


# The ledger


def tricky() -> Project:
    """Months missing, ties, small numbers, open tickets, a log without resources."""
    minutes = [None if n % 5 == 4 else 30.0 + n for n in range(45)]  # from before the period to after its months
    return project(
        series(30, None, 44, None, None, 58, name="甲", target=40, direction=LOWER),
        series(0.0042, 0.005, 0.0047, 0.0066, 0.0049, 0.0058, name="乙"),
        series(20, 21, 22, 23, 24, 25, name="丙", unit="%", direction=LOWER, target=20),
        complaints=complaints({"甲类": 40, "乙类": 30, "丙类": 30, "其他": 50}),
        tickets=tickets(minutes, datetime(2025, 8, 20, 9), kind="咨询", repeated=None),
        log=log("abca", "abc", "abdb", "a", posts={"a": "张", "b": "李", "c": "张"}),
    )


@pytest.mark.parametrize("held", [sample(), tricky()], ids=["sample", "tricky"])
def test_no_number_of_the_chapter_stands_without_its_fact(held: Project) -> None:
    findings = found(held)
    with noting() as ledger:
        writer = RunningWriter(findings, WORDS)
        made, highlights = writer.chapter(), writer.highlights()
    assert made is not None
    for text in [*strings(made), *highlights]:
        bare = re.sub(r"\d{4}年\d+月(\d+日)?(、\d+月)*|^\d+月$|P90|p < 0.001|不足 30 个|C\d+", "", MARKED.sub("", text))
        assert not re.search(r"\d", bare), bare
    assert len(ledger.facts) > 100


@pytest.mark.parametrize("held", [sample(), tricky()], ids=["sample", "tricky"])
def test_no_fact_of_the_chapter_has_two_values_or_two_texts(held: Project) -> None:
    findings = found(held)
    with noting() as ledger:
        writer = RunningWriter(findings, WORDS)
        texts = [*strings(writer.chapter()), *writer.highlights()]
    values: dict[str, set[float]] = {}
    shown: dict[str, set[str]] = {}
    for number, text in (match.groups() for whole in texts for match in MARKED.finditer(whole)):
        fact, value = ledger.facts[int(number)], ledger.values[int(number)]
        values.setdefault(fact.id, set()).add(float(value))
        shown.setdefault(fact.id, set()).add(re.sub(r"[^\d.,−+]", "", text))
    assert {key for key, found_ in values.items() if len(found_) > 1} == set()
    assert {key for key, found_ in shown.items() if len(found_) > 1} == set()
    assert all(fact.sources for fact in ledger.facts)


def test_every_kind_of_fact_is_explained() -> None:
    with noting() as ledger:
        for held in (sample(), tricky(), project(tickets=tickets([None, 5.0] * 20))):
            RunningWriter(found(held), WORDS).chapter()
    kinds = {fact.kind for fact in ledger.facts} - {"filled"}
    assert len(kinds) > 35
    for kind in kinds:
        assert WORDS.fact(kind).rule.endswith("。")


def test_no_mark_reaches_a_drawing() -> None:
    findings = found(sample())
    with noting():
        made = RunningWriter(findings, WORDS).chapter()
    assert made is not None
    drawn = [item.chart for item in made.indicators if item.chart]
    assert len(drawn) == len(made.indicators) - 1  # 审批节点数 never changes
    for figure in (made.complaints_chart, made.tickets_chart, *drawn):
        assert figure is not None
        for drawing in figure.drawings:
            assert not MARKED.search(repr(drawing))


def test_the_evidence_of_an_issue_is_of_the_same_facts() -> None:
    findings = found(sample())
    evidence = Evidence(RunningWriter(findings, WORDS))
    issue = next(issue for issue in sample().issues if "重复投诉率" in issue.evidence)
    with noting() as ledger:
        (line,) = [line for line in evidence.lines(issue) if line.reference == "重复投诉率"]
        kind = next(bar.key for bar in findings.classes.bars)
        (complaint,) = evidence.lines(issue.model_copy(update={"evidence": (kind,)}))
    assert "波动，看不出方向" in line.content
    assert {"running.mean:重复投诉率", "filled:indicators:重复投诉率:target"} <= {fact.id for fact in ledger.facts}
    assert f"running.class_share:complaints:{kind}" in {fact.id for fact in ledger.facts}
    assert not re.search(r"\d", MARKED.sub("", complaint.content))


def test_months_are_named_with_their_year_once() -> None:
    months = [month_of(date(2025, 9, 1), number) for number in (1, 3, 5, 6)]
    assert Formatter(WORDS).months(months) == "2025年9月、11月、2026年1月、2月"


MINUTES = st.lists(st.none() | st.floats(0, 90_000), min_size=1, max_size=40)
SERIES = st.lists(st.none() | st.floats(-1e5, 1e5).map(lambda value: round(value, 4)), min_size=1, max_size=6)
CASES = st.lists(st.text("abc", min_size=1, max_size=5), min_size=1, max_size=12)
WAYS = st.none() | st.sampled_from(Direction)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(SERIES, WAYS, st.none() | st.floats(-10, 10)), max_size=4),
    MINUTES,
    CASES,
    st.sampled_from(["%", "件", None]),
)
def test_any_chapter_is_whole_and_every_number_has_its_fact(
    rows: list[tuple[list[float | None], Direction | None, float | None]],
    minutes: list[float | None],
    cases: list[str],
    unit: str | None,
) -> None:
    indicators = [
        series(*values, name=f"指标{name}", unit=unit, direction=way, target=target)
        for name, (values, way, target) in zip("甲乙丙丁", rows, strict=False)
    ]
    held = project(*indicators, tickets=tickets(minutes, kind="咨询"), log=log(*cases))
    with noting() as ledger:
        writer = RunningWriter(found(held), WORDS)
        texts = [*strings(writer.chapter()), *writer.highlights()]
    for text in texts:
        assert dangling(MARKED.sub(r"\2", text)) == []
        bare = re.sub(r"\d{4}年\d+月(\d+日)?(、\d+月)*|^\d+月$|P90|p < 0.001|不足 30 个", "", MARKED.sub("", text))
        assert not re.search(r"\d", bare), bare
        for number, shown in MARKED.findall(text):
            zero = not re.search("[1-9]", shown)
            assert zero == (ledger.values[int(number)] == 0), shown  # 0 is printed for 0 alone
