"""《服务流程问题清单》 read back: its chapters, its figures recomputed, its sentences for every state, thin and large lists."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from fixdocs.sample import project as sample
from fixdocs.schema import WHOLE
from fixdocs.schema.choices import Direction, GoalKind, PartyKind, Rated, Treatment, YesNo
from fixdocs.schema.improve import Issue, RatingStandard
from fixdocs.schema.survey import Goal, Interview, Observation, Step
from tests.reports.reading import Read, built, dangling, info
from tests.support.rounding import half_up

from fixdocs.project import project_of  # isort: skip

LONG = "跨部门协同流程缺少统一牵头岗位导致责任边界模糊处理反复" * 8
LIST = "问题清单（按优先级）"


@pytest.fixture(scope="module")
def report() -> Read:
    return Read(built("issues", sample()))


def issue(number: int = 1, impact: int = 5, frequency: int = 5, **changes: Any) -> Issue:
    given = {
        "id": f"P{number:02}", "description": f"第{number}个问题", "kind": "efficiency", "scope": "全体员工",
        "impact": impact, "frequency": frequency, **changes,
    }  # fmt: skip
    return Issue(**given)


def read(*rows: Any, **form: Any) -> Read:
    return Read(built("issues", project_of([info(**form), *rows])))


# The sample


def test_chapters_are_those_of_the_deliverable(report: Read) -> None:
    assert report.headings() == [
        "问题清单", "问题概览", "核心问题", "暂缓与不处理的问题", "评级标准", "其他问题的来源", "文档信息",
    ]  # fmt: skip
    assert [text.split()[0] for text in report.headings(2)] == ["按类别", "按象限", "P01", "P02", "P03", "P04", "P05"]


def test_the_list_is_reached_by_page_three(report: Read) -> None:
    """Cover, one page of summary with contents a level deep, then the list: two section breaks before it."""
    at = next(n for n, b in enumerate(report.blocks) if b.style == "Heading1")
    contents = [b.text for b in report.blocks[:at] if b.style.startswith("TOC")]
    assert len(contents) == len(report.headings())
    assert all("P01" not in text for text in contents)
    summary = sum(len(text) for text in report.points())
    assert summary < 400  # about 33 characters a line, so that the contents find room below


def test_the_list_holds_what_the_deliverable_asks_for(report: Read) -> None:
    head, *rows = report.table(LIST)
    assert head == (
        "编号", "问题描述", "类别", "涉及步骤", "影响范围", "来源", "影响", "频率", "优先级", "象限", "责任部门",
        "处理决定", "期望完成",
    )  # fmt: skip
    held = {i.id: i for i in sample().issues}
    assert sorted(row[0] for row in rows) == sorted(held)
    for row in rows:
        wanted = held[row[0]]
        assert row[1] == wanted.description
        assert row[4] == wanted.scope
        assert row[5].split() == list(wanted.evidence)
        assert [int(text) for text in row[6:9]] == [wanted.impact, wanted.frequency, wanted.impact * wanted.frequency]


def test_the_list_is_by_priority(report: Read) -> None:
    """Core first; then by quadrant, within it by the product."""
    rows = report.table(LIST)[1:]
    assert [row[0] for row in rows[:5]] == ["P01", "P02", "P03", "P04", "P05"]
    order = ["立即解决", "重点规划", "快速改善", "持续观察"]
    rest = [(order.index(row[9]), -int(row[8])) for row in rows[5:]]
    assert rest == sorted(rest)
    assert rows[4][9] == "重点规划（人工列为核心）"
    assert {row[9] for row in rows[:4]} == {"立即解决（核心）"}


def test_classes_and_quadrants_counted_by_hand(report: Read) -> None:
    held = sample().issues
    names = {"efficiency": "效率类", "quality": "质量类", "experience": "体验类", "cost": "成本类"}
    counts = Counter(names[i.kind] for i in held)
    rows = {row[0]: row[1:] for row in report.table("各类别的问题数")[1:]}
    assert {name: int(row[0]) for name, row in rows.items()} == counts
    assert {name: row[1] for name, row in rows.items()} == {
        n: f"{half_up(100 * c / len(held), 1)}%" for n, c in counts.items()
    }
    assert sum(int(row[2]) for row in rows.values()) == 5
    fields = {
        "立即解决": {i.id for i in held if i.impact >= 4 and i.frequency >= 4},
        "重点规划": {i.id for i in held if i.impact >= 4 and i.frequency < 4},
        "快速改善": {i.id for i in held if i.impact < 4 and i.frequency >= 4},
        "持续观察": {i.id for i in held if i.impact < 4 and i.frequency < 4},
    }
    shown = {row[0]: set(row[3].split()) for row in report.table("各象限的问题")[1:]}
    assert shown == fields
    assert f"其中 {len(fields['立即解决'])} 个落在右上角" in report.text


def test_summary_says_what_to_do(report: Read) -> None:
    said = report.points()
    assert len(said) <= 6
    held = sample().issues
    assert said[0].startswith("共识别 16 个问题，其中核心问题 5 个，应最先处理：P01 小额补偿")
    assert "P05 列为核心，理由是直接影响优化目标G02" in said[1]
    counts = Counter(i.treatment for i in held)
    assert (
        f"处理决定：立即处理 {counts[Treatment.NOW]} 个、列入方案 {counts[Treatment.PLANNED]} 个、"
        f"暂缓 {counts[Treatment.DEFERRED]} 个、不处理 {counts[Treatment.NONE]} 个。" in "".join(said)
    )
    steps = Counter(key for i in held for key in i.steps)
    assert f"F02 信息登记牵涉的问题最多，有 {steps['F02']} 个。" in "".join(said)


def test_core_issues_show_evidence_step_and_objective(report: Read) -> None:
    text = report.texts("P01 小额补偿")
    assert "影响程度 5 分，发生频率 5 分，位于“立即解决”象限" in text
    assert "涉及步骤：F10 方案审批" in text
    goal = next(g for g in sample().goals if g.id == "G01")
    assert (
        f"对应目标：G01 {goal.description}（{goal.indicator} {goal.baseline:g} 工作日 → {goal.target:g} 工作日）"
        in text
    )
    assert "责任与处理：售后服务部，立即处理" in text
    rows = report.table("P01 的证据")[1:]
    assert {row[1] for row in rows} == set(next(i for i in sample().issues if i.id == "P01").evidence)
    assert {row[0] for row in rows} == {"访谈", "现场观察", "问卷", "运行数据"}


def test_evidence_is_quoted_as_the_survey_has_it(report: Read) -> None:
    rows = {(row[0], row[1]): row[2] for row in report.table("P02 的证据")[1:]}
    share = next(c.count for c in sample().complaints if c.kind == "处理进度不透明") / sum(
        c.count for c in sample().complaints
    )
    assert f"占 {share:.1%}" in rows["投诉分类", "处理进度不透明"]
    column = sample().answers.values["values[Q03]"]
    given = [(party, float(v)) for party, v in zip(sample().answers.column("party"), column, strict=True) if v]
    for name, customer in (("客户", True), ("内部人员", False)):
        own = [value for party, value in given if (party is PartyKind.CUSTOMER) is customer]
        assert f"{name}平均 {sum(own) / len(own):.2f} 分（{len(own)} 份作答，满分 5 分）" in rows["问卷", "Q03"]


def test_core_evidence_is_counted(report: Read) -> None:
    rows = {row for n in range(1, 6) for row in report.table(f"P0{n} 的证据")[1:]}
    proofs = [row for row in rows if "（战略要求）" not in row[2]]
    assert len(proofs) == len(rows) - 1
    assert f"5 个核心问题共有 {len(proofs)} 条证据" in report.texts("核心问题")


def test_the_other_issues_have_their_sources_in_an_annex(report: Read) -> None:
    rows = report.table("核心问题以外的问题的来源")[1:]
    wanted = {(i.id, key) for i in sample().issues if i.id > "P05" for key in i.evidence}
    assert {(row[0], row[2]) for row in rows} == wanted
    assert all(row[3] for row in rows)


def test_what_is_put_off_and_why(report: Read) -> None:
    rows = report.table("暂缓与不处理的问题")[1:]
    held = {i.id: i for i in sample().issues}
    assert [(row[0], row[3]) for row in rows] == [("P14", "暂缓"), ("P15", "暂缓"), ("P16", "不处理")]
    assert all(row[4] == held[row[0]].deferral_reason for row in rows)


def test_rating_standard(report: Read) -> None:
    rows = report.table("评级标准")[1:]
    assert [row[0] for row in rows] == ["5", "4", "3", "2", "1"]
    assert rows[0][1:] == ("引起投诉升级、赔付或声誉损失", "30%以上的工单；不按单发生的，每天")


def test_every_table_and_figure_is_led_to(report: Read) -> None:
    text = "\n".join(b.text for b in report.blocks if b.style not in ("TableCaption", "FigureCaption"))
    for style, word in (("TableCaption", "表"), ("FigureCaption", "图")):
        numbers = [b.text.partition("\u3000")[0] for b in report.blocks if b.style == style]
        assert numbers == [f"{word} {n}" for n in range(1, len(numbers) + 1)]
        assert [n for n in numbers if not re.search(rf"{n}(?!\d)", text)] == []


def test_figures_tell_their_content_in_words(report: Read) -> None:
    told = report.drawings()
    assert told == [
        "效率类、质量类问题最多，各有 5 个，各占 16 个问题的 31.3%。",
        "优先级矩阵：16 个问题按影响程度和发生频率排列，核心问题 5 个：P01、P02、P03、P04、P05。",
    ]


def test_nothing_dangles(report: Read) -> None:
    assert dangling(report.text) == []
    assert "显著" not in report.text


# Sentences by state


def test_no_core_issue_names_the_nearest() -> None:
    found = read(issue(1, 3, 5), issue(2, 4, 3), issue(3, 2, 2))
    assert "没有一个同时达到高影响和高频率" in found.points()[0]
    assert "最近的是 P02、P01，两项合计还差 1 分" in found.text
    assert "核心问题" not in found.headings()


def column(found: Read, heading: str) -> dict[str, str]:
    """A column of the list by the issues' numbers; columns that hold nothing are left out of the table."""
    head, *rows = found.table(LIST)
    return {row[0]: row[head.index(heading)] for row in rows}


def test_thresholds_are_the_projects_own() -> None:
    found = read(issue(1, 3, 3), issue(2, 2, 5), high_impact=3, high_frequency=3)
    assert "影响程度 3 分及以上为高影响，发生频率 3 分及以上为高频率" in found.text
    assert column(found, "象限")["P01"] == "立即解决（核心）"


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ("cost cost quality", "成本类问题最多，有 2 个，占 3 个问题的 66.7%。"),
        ("cost quality", "2 个问题分属 2 个类别，每类 1 个。"),
        ("cost cost quality quality 其他", "质量类、成本类问题最多，各有 2 个，各占 5 个问题的 40.0%。"),
        ("cost cost", "全部 2 个问题都属于成本类。"),
        ("风险类 风险类 cost", "风险类问题最多，有 2 个，占 3 个问题的 66.7%。"),
    ],
)
def test_classes(kinds: str, said: str) -> None:
    rows = [issue(n, kind=kind) for n, kind in enumerate(kinds.split(), 1)]
    assert said in read(*rows).points()


def test_one_class_needs_neither_chart_nor_table() -> None:
    found = read(issue(1), issue(2))
    assert "按类别" not in found.headings(2)
    assert "各类别的问题数" not in found.captions()


def test_decided_by_hand() -> None:
    raised = issue(1, 2, 2, core_override=YesNo.YES, override_reason="领导要求。")
    lowered = issue(2, 5, 5, core_override=YesNo.NO)
    same = issue(3, 5, 5, core_override=YesNo.YES, override_reason="本来就是")
    found = read(raised, lowered, same)
    said = "有 2 个问题由人工判定：P01 列为核心，理由是领导要求；P02 不列为核心，未写理由。"
    assert said in found.points()
    assert column(found, "象限") == {
        "P01": "持续观察（人工列为核心）",
        "P02": "立即解决（人工列为非核心）",
        "P03": "立即解决（核心）",
    }


def test_many_decisions_by_hand_are_counted_and_the_first_told() -> None:
    found = read(*(issue(n, 1, 1, core_override=YesNo.YES, override_reason=f"理由{n}") for n in range(1, 6)))
    (point,) = [text for text in found.points() if "人工判定" in text]
    assert point.startswith("有 5 个问题由人工判定，其中：P01 列为核心，理由是理由1；")
    assert point.endswith("P03 列为核心，理由是理由3；其余见清单。")


def test_treatments_not_decided_yet() -> None:
    assert "处理决定" not in "".join(read(issue(1), issue(2)).points())
    part = read(issue(1, treatment=Treatment.NOW), issue(2))
    assert "处理决定：立即处理 1 个、尚未决定 1 个。" in part.points()


def test_a_core_issue_put_off_is_said() -> None:
    rows = [issue(n, treatment=Treatment.DEFERRED, deferral_reason="预算" if n == 2 else None) for n in (1, 2)]
    text = read(*rows).texts("暂缓与不处理的问题")
    assert "P01、P02 是核心问题，暂缓或不处理须由管理层认可。" in text
    assert "P01 没有写明理由。" in text


def test_one_issue_put_off_is_a_sentence() -> None:
    found = read(issue(1), issue(2, 2, 2, treatment=Treatment.NONE, deferral_reason="不足五件。"))
    assert "1 个问题本轮不处理：P02 第2个问题（影响 2、频率 2）；理由：不足五件。" in found.text
    assert "暂缓与不处理的问题" not in found.headings()


def test_issues_without_a_source_are_named() -> None:
    found = read(issue(1), issue(2, evidence=("I01",)), Interview(
        id="I01", party="front_line", topic="审批", nature="pain", content="等得太久。", interviewee="专员甲"))  # fmt: skip
    assert "1 个问题（P01）没有注明来源，应补上依据。" in found.points()
    assert "2 个核心问题共有 1 条证据，其中访谈 1 条。P01 没有注明来源，应补上依据。" in found.texts("核心问题")
    assert "证据：访谈 I01，专员甲（痛点）：等得太久。" in found.text  # a table of one row is a sentence


def test_steps_by_number_and_name() -> None:
    step = Step(id="F01", name="登记", kind="activity", post="专员")
    found = read(step, issue(1, steps=("F01",)), issue(2, steps=("F01", WHOLE)))
    assert "F01 登记牵涉的问题最多，有 2 个。" in "".join(found.points())
    assert found.table(LIST)[2][3] == "F01 登记、全流程"


def test_many_steps_alike_are_no_finding() -> None:
    rows = [issue(n, steps=tuple(f"F{k:02}" for k in range(1, 6))) for n in (1, 2)]
    assert "牵涉的问题最多" not in read(*rows).text


def test_a_goal_without_figures_is_named_without_them() -> None:
    goal = Goal(id="G01", kind=GoalKind.EFFICIENCY, description="更快", direction=Direction.LOWER)
    text = read(goal, issue(1, goals=("G01", "G09"))).text
    assert "对应目标：G01 更快；G09" in text


def test_an_observation_without_times() -> None:
    seen = Observation(id="O01", kind="waiting", description="排队")
    text = read(seen, issue(1, evidence=("O01",))).text
    assert "证据：现场观察 O01，排队。" in text


# Thin and large lists


def test_one_issue_is_a_sentence_not_a_list() -> None:
    found = read(issue(1))
    assert found.headings() == ["问题清单", "核心问题", "文档信息"]
    assert found.captions() == []
    assert found.drawings() == []
    assert "只识别了 1 个问题：P01 第1个问题。它属于效率类" in found.points()[0]
    assert dangling(found.text) == []


def test_a_list_of_five_has_no_ceremony() -> None:
    found = read(*(issue(n, 5, n % 3 + 1) for n in range(1, 6)))
    assert found.headings() == ["问题清单", "问题概览", "文档信息"]
    assert found.captions() == [LIST, "各象限的问题"]
    assert dangling(found.text) == []


def test_sixty_issues_with_long_names() -> None:
    rows = [issue(n, n % 5 + 1, n * 3 % 5 + 1, description=LONG if n % 4 == 0 else f"第{n}个问题", scope=LONG)
            for n in range(1, 61)]  # fmt: skip
    found = read(*rows)
    assert len(found.table(LIST)) == 61
    core = [key for key, mark in column(found, "象限").items() if mark.endswith("（核心）")]
    headings = [text for text in found.headings(2) if text.startswith("P")]
    assert [text.split()[0] for text in headings] == core
    assert all(len(text) < 60 for text in headings)
    assert f"问题全文：{LONG}。" in found.text
    assert sum(map(len, found.points())) < 500
    assert dangling(found.text) == []


def test_a_standard_for_one_scale_only() -> None:
    rows = [RatingStandard(what=Rated.IMPACT, level=n, meaning=f"影响{n}") for n in (1, 5)]
    found = read(issue(1), issue(2), *rows)
    assert found.table("评级标准")[1:] == [("5", "影响5"), ("1", "影响1")]


def test_the_same_project_gives_the_same_bytes() -> None:
    project = project_of([info(), issue(1), issue(2)])
    assert built("issues", project) == built("issues", project)
