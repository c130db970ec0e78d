"""What a reading of reports 1 to 3, once all parts of them had come together, had to mend, each by its kind."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import pytest
from msgspec.structs import replace

from fixdocs.reports import Report
from fixdocs.sample import project as sample
from fixdocs.schema.choices import Wording
from fixdocs.schema.survey import Complaint
from tests.reports.reading import Read, built

from .printed import said
from .projects import PROJECTS
from .rows import OPEN, cause, chain, issue, project, root
from .running_data import tickets
from .voiced import CUSTOMER, FRONT, LIKERT, sheets, survey

NAMES = ["sample", "library", "lab"]


@cache
def report(kind: Report, name: str) -> Read:
    return Read(built(kind, PROJECTS[name]()))


# The survey


def figures(text: str, unit: str) -> list[Decimal]:
    return [Decimal(each) for each in re.findall(rf"([\d.]+) {unit}", text)]


def test_a_figure_that_was_rounded_is_excused_wherever_it_is_told() -> None:
    found = report("survey", "lab")
    for text in (found.texts("现状流程"), found.table("初步发现")[1][1]):
        lead = next(line for line in text.splitlines() if "一个案例从头到尾" in line)
        whole, *parts = figures(lead, "个自然日")
        assert whole != sum(parts)
        assert "各数分别四舍五入，合计略有出入" in lead
    assert "四舍五入" not in report("survey", "sample").table("初步发现")[1][1]  # 4.8 hours and 6.6 days: not added


def test_columns_and_branches_that_do_not_add_up_as_printed_are_excused() -> None:
    found = report("survey", "lab")
    (work,) = (figures(row[1], "个自然日")[0] for row in found.table("流程指标") if row[0] == "总作业量")
    (touch,) = (figures(row[1], "个自然日")[0] for row in found.table("流程指标") if row[0] == "作业时间")
    column = [figures(row[1], "个自然日") for row in found.table("各岗位的时间")[1:]]
    assert sum(cell[0] for cell in column if cell) != work
    posts = next(b.text for b in found.blocks if b.text.startswith("按岗位看"))
    assert posts.endswith("各数分别四舍五入，合计略有出入。")
    value = next(b.text for b in found.blocks if b.text.startswith("作业时间分为"))
    assert touch + figures(value.partition("其余各支")[2], "个自然日")[0] != work
    assert value.endswith("各数分别四舍五入，合计略有出入。")
    posts = next(b.text for b in report("survey", "sample").blocks if b.text.startswith("按岗位看"))
    assert "四舍五入" not in posts


@pytest.mark.parametrize("name", NAMES)
def test_a_reversed_item_is_known_by_its_row(name: str) -> None:
    turned = {q.id for q in PROJECTS[name]().questions if q.wording is Wording.REVERSE}
    assert turned
    for caption in ("量表题结果", "问卷作答分布"):
        rows = report("survey", name).table(caption)[1:]
        assert {row[0] for row in rows if "反向题" in row[1]} == turned
    (said_,) = {b.text for b in report("survey", name).blocks if b.style == "Finding" and b.text.startswith("问卷答卷")}
    assert f"五级题中 {'、'.join(sorted(turned))} 为反向题，已换算。" in said_


def test_where_no_item_is_reversed_none_is_said_to_be() -> None:
    plain = (LIKERT[0], LIKERT[0].model_copy(update={"id": "Q2", "text": "看得懂"}))
    for groups in ([(CUSTOMER, 40, {"Q1": 2, "Q2": 1})], [(who, 40, {"Q1": 2, "Q2": 1}) for who in (CUSTOMER, FRONT)]):
        text = survey(questions=plain, answers=sheets(*groups)).text
        assert "为各题作答的分布" in text
        assert "反向题" not in text


@pytest.mark.parametrize("name", ["library", "lab"])
def test_items_of_several_scales_stand_as_asked_each_with_its_scale(name: str) -> None:
    asked = {q.id: q.scale or 5 for q in PROJECTS[name]().questions if q.kind == "likert"}
    rows = report("survey", name).table("量表题结果")[1:]
    assert [row[0] for row in rows] == [*asked] * (len(rows) // len(asked))
    assert all(f"满分 {asked[row[0]]} 分" in row[1] for row in rows)


def test_items_of_one_scale_stand_by_their_means() -> None:
    rows = [row for row in report("survey", "sample").table("量表题结果")[1:] if "客户" in row[1]]
    assert [float(row[4]) for row in rows] == sorted(float(row[4]) for row in rows)
    assert not any("满分" in row[1] for row in rows)


def test_classes_that_are_all_alike_have_no_order() -> None:
    (alt,) = (each for each in report("survey", "library").drawings() if "累计占比" in each)
    assert "从多到少" not in alt
    assert "数量都相同" in alt
    (alt,) = (each for each in report("survey", "sample").drawings() if "累计占比" in each)
    assert "从多到少" in alt


def test_tickets_open_in_every_month_are_said_to_be() -> None:
    assert (
        "尚未关闭的 6 张（有工单的各月都有）没有计入关闭时间，各月的关闭时间可能偏短。"
        in report("survey", "library").text
    )
    assert "（创建于2026年5月、6月）" in report("survey", "lab").text
    made = survey(tickets=tickets([None, 5.0])).text
    assert "各月都有" not in made


def test_ways_that_are_left_out_are_said_beside_those_that_are_listed() -> None:
    shown = len(report("survey", "sample").table("最常见的走法")) - 1
    assert f"下表列出最常见的 {shown} 种走法，另有" in report("survey", "sample").text


def points(name: str) -> list[str]:
    return [b.text for b in report("survey", name).blocks if b.style == "SummaryPoint"]


@pytest.mark.parametrize(("name", "doubted"), [("library", True), ("lab", True), ("sample", False)])
def test_the_summary_does_not_keep_silent_on_sources_that_contradict_its_lead_time(name: str, doubted: bool) -> None:
    found = report("survey", name)
    verdict = found.texts("数据一致性核对").splitlines()[0]
    assert ("相差超过 30%：" in verdict) is doubted
    assert (verdict in points(name)[0]) is doubted
    assert "一个案例从头到尾" in points(name)[0]
    assert len(points(name)) <= 6


def test_what_gets_better_is_told_beside_what_gets_worse() -> None:
    (told,) = (line for line in points("library") if "在变差" in line)
    assert told.endswith("在变好的运行指标有 1 项：读者满意度。")
    assert not any("在变好" in line for line in points("sample"))


# The issue list


def test_issues_without_a_source_count_among_the_others() -> None:
    held = PROJECTS["library"]()
    core = {"P01", "P02", "P03", "P04"}
    others = [row for row in held.issues if row.id not in core]
    sourced = [row for row in others if row.evidence]
    assert len(sourced) < len(others)
    text = report("issues", "library").text
    assert f"核心问题以外的 {len(others)} 个问题中，{len(sourced)} 个注明了来源，共 " in text
    every = sample()
    assert "核心问题以外的 11 个问题有来源 24 条" in said("issues", every).text
    bare = tuple(row.model_copy(update={"evidence": ()}) if row.id == "P16" else row for row in every.issues)
    assert "核心问题以外的 11 个问题中，10 个注明了来源，共 23 条" in said("issues", replace(every, issues=bare)).text


def test_a_row_that_two_issues_share_is_said_to_count_once() -> None:
    text = report("issues", "lab").text
    tables = [len(report("issues", "lab").table(f"P0{n} 的证据")) - 1 for n in (1, 2, 3)]
    assert sum(tables) == 7
    assert "3 个核心问题共有 6 条证据" in text
    assert "几个问题共用的证据只计一次。" in text
    assert "只计一次" not in report("issues", "sample").text


@pytest.mark.parametrize("name", NAMES)
def test_kinds_of_evidence_stand_in_one_order(name: str) -> None:
    order = ["访谈", "现场观察", "问卷", "运行数据", "投诉分类", "工单"]
    (text,) = (b.text for b in report("issues", name).blocks if "条证据，其中" in b.text)
    named = re.findall(r"([\u4e00-\u9fff]+) \d+ 条", text.partition("其中")[2])
    assert named == [kind for kind in order if kind in named]


@pytest.mark.parametrize("name", NAMES)
def test_sentences_in_a_cell_end_with_a_stop(name: str) -> None:
    tables = [b.rows for b in report("issues", name).blocks if b.rows and b.rows[0][-1] == "内容"]
    cells = [row[-1] for rows in tables for row in rows[1:] if "。" in row[-1]]
    assert cells
    assert all(cell.endswith(("。", "）")) for cell in cells)


# The causes


def test_what_is_open_is_counted_whole_not_on_top_of_what_was_named() -> None:
    text = report("causes", "sample").text
    assert "W07 从根因读不回现象" in text
    assert "共有 5 项未经证实" in text  # W07 is one of them
    assert "还有 5 项" not in text
    assert len(report("causes", "sample").table("待验证事项")) - 1 == 5


def test_the_most_shared_root_causes_are_named_without_brackets_on_brackets() -> None:
    text = report("causes", "library").text
    assert "）（" not in "".join(b.text for b in report("causes", "library").blocks if b.style == "SummaryPoint")
    assert "牵涉问题最多（各 2 个）的根因有：R02 " in text
    assert "其中 2 个问题（P05、P06）是引用这些根因，没有单独验证。" in text
    one = project(
        issue(1), issue(2), cause(1), cause(2, OPEN), root(1, sources=("C02",), issues=("P01", "P02")), root(2)
    )
    assert "牵涉问题最多（2 个）的根因是 R01 没有规则（待验证）。" in said("causes", one).text


def test_counts_over_all_issues_say_what_is_no_core_issue_s() -> None:
    assert "这 6 条中有 1 条属于核心问题以外的问题（P04）。" in report("causes", "lab").texts("核心问题分析")
    assert "核心问题以外的问题" not in report("causes", "sample").text
    rows = (issue(1), issue(3, 1), cause(1), cause(2, OPEN), root(), chain(1), chain(2, issue="P03"))
    assert "这 2 条因果链中有 1 条属于核心问题以外的问题（P03）。" in said("causes", project(*rows)).text


def test_classes_of_one_count_among_others_keep_their_order() -> None:
    counts = {"太慢": 9, "太贵": 9, "太远": 3}
    made = survey(complaints=tuple(Complaint(kind=kind, count=n) for kind, n in counts.items()))
    (alt,) = (each for each in made.drawings() if "累计占比" in each)
    assert "从多到少为太慢、太贵、太远" in alt
