"""What an outside examiner found untrue: input, the panel's results, causes, evidence, adjustments."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from fixdocs.project import Project
from fixdocs.schema import SHEETS, expand
from fixdocs.schema.choices import Attendance, YesNo
from fixdocs.schema.improve import Decision, FiveW, Task
from fixdocs.words import words_of
from fixdocs.workbook.read.convert import Converter
from tests.reports.reading import Read, built

from . import printed, rows, running_data, voiced
from .panels import LEVEL, THIN, changed, composed, panel, said
from .rows import NO, OPEN, cause, chain, issue, root


def _read(sheet: str, column: str, text: str) -> Any:
    owner, _, member = column.partition(".")
    held = next(c for c in SHEETS[sheet].columns if c.key == owner)
    if member:
        held = next(c.column for c in expand(held) if c.column.key == member)
    return Converter(words_of("zh")).convert(text, held)


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("exits.result", "无异议"),
        ("exits.result", "没有"),
        ("exits.result", "不适用"),
        ("outputs", "无异议"),
        ("note", "没有意见"),
    ],
)
def test_01_a_word_for_nothing_is_a_value_where_it_does_not_mean_that_there_is_none(column: str, text: str) -> None:
    assert _read("steps", column, text) == text
    assert _read("to_be", column, text) == text


@pytest.mark.parametrize(
    ("sheet", "column", "text"),
    [
        ("decision", "dissent", "无异议"), ("decision", "conditions", "无附带条件。"), ("scores", "comment", "没有意见"),
        ("decision", "dissent", "无"), ("steps", "system", "无"), ("steps", "regulation", "不适用"), ("steps", "note", "无"),
        ("steps", "exits.result", "—"), ("interviews", "quote", "/"), ("measures", "basis", "没有"),
    ],
)  # fmt: skip
def test_01_where_it_means_that_there_is_none_the_cell_is_blank(sheet: str, column: str, text: str) -> None:
    assert _read(sheet, column, text) is None


def unseen(decision: Decision | None = None) -> Project:
    """Two reviewers score S1 and S2 alike and abstain on S3 throughout."""
    return panel(LEVEL | {(who, "S3"): (None, None, None) for who in ("E1", "E2")}, decision)


def test_12_first_choices_are_counted_among_the_alternatives_that_have_a_total() -> None:
    made = composed(unseen())
    assert made.agreement == (
        "评分完整的 2 人各有几个方案并列首选，没有人有唯一的首选方案。首选和评分是否完整只看有总分的方案 S1、S2。"
    )
    assert (made.incomplete, "都有弃权或缺分" in said(unseen())) == ("", False)
    assert made.totals is not None
    column = list(made.totals.headings).index("首选（人）")
    assert [row[column] for row in made.totals.rows] == ["0", "0", "—"]
    assert "只看有总分的方案" not in composed(panel(LEVEL)).agreement


def test_13_only_the_alternatives_that_were_scored_are_level() -> None:
    assert "可行性上方案 S1、S2 相同（4.00 分）" in composed(unseen()).criterion_finding
    assert "可行性上各方案相同（4.00 分）" in composed(panel(LEVEL)).criterion_finding
    # S3 has no total, yet the highest mean under 可行性.
    best = composed(panel(THIN | {("E1", "S3"): (5, 5, None), ("E2", "S3"): (5, 5, None)}))
    assert "可行性以方案 S3 最高（5.00 分）" in best.criterion_finding
    assert "在各维度上都不落后" not in best.finding


def test_21_attendance_left_blank_is_not_presence() -> None:
    filled = composed(changed(panel(THIN), "reviewers", "*", attendance=Attendance.PRESENT))
    blank = composed(changed(panel(THIN), "reviewers", "*", attendance=None))
    assert filled.panel is not None
    assert blank.panel is not None
    assert {row[-1] for row in filled.panel.rows} == {"出席"}
    assert {row[-1] for row in blank.panel.rows} == {"已评分"}


def test_37_a_choice_among_tied_alternatives_needs_a_reason_too() -> None:
    bare = composed(panel(LEVEL, Decision(adopted="S2")))
    told = composed(panel(LEVEL, Decision(adopted="S2", reason="先易后难")))
    assert "没有写明在并列的方案中选定它的理由。" in bare.decision_finding
    assert "在并列的方案中选定它的理由：先易后难。" in told.decision_finding
    assert "没有写明" not in told.decision_finding
    assert "理由" not in composed(panel(THIN, Decision(adopted="S1", reason="得分最高"))).decision_finding


def test_38_an_alternative_that_everybody_abstained_on_is_told_so() -> None:
    assert "参加评分的人对方案 S3 全部弃权，没有总分，不参加排名。" in composed(unseen()).exceptions
    part = composed(panel(THIN | {("E1", "S3"): (4, 4, None), ("E2", "S3"): (4, 4, None)}))
    assert "方案 S3 有维度无人评分，没有总分，不参加排名。" in part.exceptions


def test_39_two_criteria_shift_as_one_and_a_failed_veto_is_told() -> None:
    made = panel(THIN)
    two = replace(
        made,
        criteria=tuple(
            c.model_copy(update={"weight": w, "veto": line}) for c, w, line in zip(made.criteria, (0.6, 0.4), (4, None))
        ),
    )
    told = composed(two).sensitivity
    assert "不止一处" not in told
    assert "但方案 S2 未过否决线。" in told
    assert "否决线" not in composed(made).sensitivity


def test_74_reviewers_who_left_out_the_same_are_told_together() -> None:
    several = panel(THIN | {("E3", "S1"): (4, 3, 2), ("E4", "S1"): (4, 3, 2)})
    assert "评审E3、评审E4都只评了方案 S1。" in composed(several).exceptions
    assert "只评了" not in composed(unseen()).exceptions


def scheduled(*milestones: bool) -> Project:
    """An adopted alternative whose plan has a task each, some of them milestones."""
    tasks = tuple(
        Task(
            id=f"T{n}", name="定规则", post="主管", start=date(2026, 9, n), finish=date(2026, 9, n + 9),
            milestone=YesNo.YES if marked else None,
        )
        for n, marked in enumerate(milestones, 1)
    )  # fmt: skip
    return replace(panel(THIN, Decision(adopted="S1")), tasks=tasks)


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ((True, False), "里程碑一项：T1 定规则（主管，2026年9月10日）。"),
        ((False,), "任务一项：T1 定规则（主管，2026年9月10日完成）。"),
        ((True, True), "里程碑见"),
        ((False, False), "各项任务见"),
        ((False,) * 9, "实施期为2026年9月1日至2026年9月18日。"),
    ],
)
def test_68_the_schedule_is_told_whatever_the_number_of_milestones(marked: tuple[bool, ...], told: str) -> None:
    assert any(told in str(point.text) for point in composed(scheduled(*marked)).follow)


def causes(*more: Any) -> str:
    """Report 3 on two core issues, a confirmed cause, an open one, and ``more``."""
    return printed.said("causes", rows.project(issue(1), issue(2), cause(1), cause(2, OPEN), *more)).text


def test_11_the_six_questions_are_told_of_the_issues_that_answer_them() -> None:
    one, two = FiveW(issue="P01", what="等"), FiveW(issue="P02", what="等")
    assert "P01 以六何（5W1H）界定" in causes(one)
    assert "每个问题先以六何" not in causes(one)
    assert "每个问题先以六何（5W1H）界定" in causes(one, two)
    assert "六何" not in causes()


def test_16_a_chain_from_an_excluded_cause_does_not_hold() -> None:
    start = (cause(3, NO), chain(1, start="C03"))
    assert "W01 的起始原因 C03 已排除，这条链不成立，也没有得出根因。" in causes(*start, root())
    assert "W01 的起始原因 C03 已排除，这条链不成立。" in causes(*start, root(sources=("W01",)))
    assert "已排除，这条链不成立" not in causes(cause(3, NO), chain(1, start="C01"), root(sources=("W01",)))


def test_48_root_causes_without_a_chain_are_told_beside_those_with_one() -> None:
    drawn = (chain(), root(sources=("W01",)))
    assert "R02 直接取自鱼骨图中的原因，没有用五问法追问。" in causes(*drawn, root(2, issues=("P02",)))
    assert "没有用五问法追问" not in causes(*drawn)
    assert "没有用五问法追问" not in causes(root())


def test_69_the_root_causes_of_the_only_core_issue_are_counted_once() -> None:
    both = (root(), root(2, sources=("C02",)))
    alone = printed.said("causes", rows.project(issue(1), cause(1), cause(2, OPEN), *both)).text
    assert "查出 2 个根因，其中 R02 待验证" in alone
    assert "查出 2 个根因，已确认" not in alone
    assert "查出 2 个根因，已确认 1 个，待验证 1 个（R02）。" in causes(*both)


def test_73_no_brackets_after_brackets() -> None:
    wide = root(1, sources=("C02",), issues=("P01", "P02"))
    text = causes(wide, root(2))
    assert "牵涉问题最多（2 个）的根因是" in text
    assert "）（" not in text


def test_46_56_all_issues_in_one_quadrant_are_not_told_apart() -> None:
    def told(*given: Any) -> str:
        return printed.said("issues", rows.project(*given)).text

    assert "都落在右上角的“立即解决”象限，阈值没有分出先后" in told(issue(1), issue(2))
    assert "其中 1 个落在右上角的“立即解决”象限" in told(issue(1), issue(2, 1))


@pytest.mark.parametrize(
    ("mark", "said"),
    [(YesNo.NO, "4 张都不是重复的。"), (YesNo.YES, "4 张都标为重复。"), (None, "")],
)
def test_56_all_and_none_of_the_marked_tickets_are_said_in_words(mark: YesNo | None, said: str) -> None:
    text = running_data.everything(running_data.project(tickets=running_data.tickets([5.0] * 4, repeated=mark)))
    assert said in text
    assert "标为重复的占" not in text


@pytest.mark.parametrize(("answers", "proof"), [([5, 5], False), ([5, 4], True)])
def test_15_a_question_with_the_best_answer_alone_is_no_evidence(answers: list[int], proof: bool) -> None:
    made = voiced.project(
        questions=voiced.LIKERT[:1],
        answers=voiced.sheets((voiced.CUSTOMER, 2, {"Q1": answers})),
        issues=(issue(1, evidence=("Q1",)),),
    )
    assert ("所列来源都不能作为这一问题的证据" in printed.said("issues", made).text) is not proof


@pytest.mark.parametrize(("times", "proof"), [(0, False), (None, True), (3, True)])
def test_15_what_was_seen_0_times_is_no_evidence(times: int | None, proof: bool) -> None:
    made = voiced.project(observations=(voiced.seen("O01", times),), issues=(issue(1, evidence=("O01",)),))
    assert ("所列来源都不能作为这一问题的证据" in printed.said("issues", made).text) is not proof


def test_20_the_caption_above_tasks_speaks_of_no_milestones() -> None:
    made = Read(built("evaluation", scheduled(False, False)))
    assert "里程碑" not in made.text
    assert "实施安排" in made.text
