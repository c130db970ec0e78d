"""The questionnaire: customers and staff apart, one mean a question, ties named, the same answer told once."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from msgspec.structs import replace

from fixdocs.analysis.findings import analyse
from fixdocs.project import Columns
from fixdocs.sample import project as sample
from fixdocs.schema.choices import PartyKind, Wording
from fixdocs.schema.improve import Issue
from tests.analysis.helpers import frame
from tests.reports.reading import Read, built
from tests.support.rounding import half_up

from .voiced import CHOICE, CUSTOMER, FRONT, LIKERT, MANAGEMENT, NPS, OPEN, project, sheets, survey

QUESTIONS = (*LIKERT, NPS, CHOICE, OPEN)
GOOD = {"Q1": [5, 4], "Q2": [2, 1], "Q3": 10, "Q4": "审核", "Q5": "很好"}
BAD = {"Q1": [3, 2], "Q2": [5, 4], "Q3": [3, 6], "Q4": "受理┋审核", "Q5": "太慢"}
BOTH = sheets((CUSTOMER, 40, BAD), (FRONT, 6, GOOD), (MANAGEMENT, 4, GOOD))


def both(**more: Any) -> Read:
    return survey(questions=QUESTIONS, answers=BOTH, **more)


def test_kind_16_customers_and_staff_are_not_pooled_under_satisfaction() -> None:
    text = both().texts("问卷")
    assert "问卷答卷 50 份，按对象分开统计：客户 40 份；内部人员（一线、管理层）10 份。" in text
    assert "客户问卷满意度为 0.0%（40 份答卷）。" in text
    assert "内部人员问卷满意度为 100.0%（10 份答卷）。" in text
    assert "20.0%" not in text  # what the two would make together
    one = survey(questions=QUESTIONS, answers=sheets((CUSTOMER, 40, BAD))).texts("问卷")
    assert "问卷答卷 40 份，都来自客户。" in one
    assert "内部人员" not in one


def test_kind_16_without_parties_nothing_is_said_by_party() -> None:
    blank = sheets((None, 40, BAD), (None, 10, GOOD))
    made = survey(questions=QUESTIONS, answers=blank)
    assert "问卷答卷 50 份，都没有注明对象类别，不能按对象统计。" in made.texts("问卷")
    assert "客户问卷" not in made.text
    assert "内部人员" not in made.text


def test_kind_16_sheets_without_a_party_are_said_and_counted_apart() -> None:
    made = survey(questions=QUESTIONS, answers=sheets((CUSTOMER, 40, BAD), (None, 5, GOOD)))
    assert "按对象分开统计：客户 40 份；未注明对象的 5 份。" in made.texts("问卷")
    assert "客户问卷满意度为 0.0%（40 份答卷）。" in made.texts("问卷")


def test_kind_16_a_question_has_one_mean_the_converted_one_in_both_reports() -> None:
    issue = Issue(id="P01", description="话要说几遍", kind="experience", scope="全部", impact=5, frequency=5,
                  steps=("F02",), evidence=("Q2",))  # fmt: skip
    held = project(questions=QUESTIONS, answers=BOTH, issues=(issue,))
    first, second = Read(built("survey", held)), Read(built("issues", held))
    raw = frame(BOTH)
    turned = 6 - raw[raw.party == CUSTOMER]["values[Q2]"]
    row = next(r for r in first.table("量表题结果") if r[:2] == ("Q2", "要反复说明（客户，反向题）"))
    assert row[4] == f"{turned.mean():.2f}" == "1.50"
    words = "“要反复说明”（反向题，分数已换算为越高越好）"
    assert f"{words}：客户平均 1.50 分（40 份作答，满分 5 分）；内部人员平均 4.50 分" in second.text
    assert "4.50" not in second.text.replace("内部人员平均 4.50", "")
    assert f"客户评分最低的题目是{words}，平均 1.50 分" in first.text


def test_the_lowest_item_is_one_alone_and_of_answers_enough() -> None:
    def told(*answers: Any) -> str:
        return survey(questions=LIKERT, answers=sheets(*answers)).texts("问卷")

    assert "客户评分最低的题目是“办得快”，平均 2.00 分（40 份作答，满分 5 分）。" in told(
        (CUSTOMER, 40, {"Q1": 2, "Q2": 1})
    )
    assert "评分最低" not in told((CUSTOMER, 4, {"Q1": 2, "Q2": 1}))
    alike = told((CUSTOMER, 40, {"Q1": 2, "Q2": 4}))
    assert "客户对各题的平均分相同，都是 2.00 分" in alike
    assert "评分最低" not in alike


def test_scales_that_differ_are_neither_ranked_nor_averaged() -> None:
    seven = LIKERT[1].model_copy(update={"scale": 7})
    made = survey(questions=(LIKERT[0], seven), answers=sheets((CUSTOMER, 40, {"Q1": 2, "Q2": 6})))
    assert "量表的满分不同（5、7 分）" in made.texts("问卷")
    assert "最低的题目" not in made.text
    assert "各维度平均分" not in made.captions()


def test_the_same_open_answer_is_told_once_with_its_number() -> None:
    words = ["太慢。", "太慢", " 太 慢 ", "能网上办就好", "能网上办就好！"]
    made = survey(questions=(OPEN,), answers=sheets((CUSTOMER, 5, {"Q5": words})))
    told = [block.text for block in made.under("开放题") if block.style == "ListBullet"]
    assert [line[-8:] for line in told] == ["（Q5，3 份）", "（Q5，2 份）"]
    assert "开放题共有 5 条回答，内容相同的合并后为 2 条。" in made.texts("开放题")
    apart = survey(questions=(OPEN,), answers=sheets((CUSTOMER, 2, {"Q5": ["太慢", "太贵"]})))
    assert "开放题共有 2 条回答。" in apart.texts("开放题")


def test_options_of_equal_number_have_no_first() -> None:
    issue = Issue(id="P01", description="审核慢", kind="efficiency", scope="全部", impact=5, frequency=5,
                  steps=("F02",), evidence=("Q4",))  # fmt: skip

    def evidence(answers: Any) -> str:
        return Read(built("issues", project(questions=(CHOICE,), answers=answers, issues=(issue,)))).text

    assert "客户选择最多的是审核，5 份作答中有 3 份，占 60.0%" in evidence(
        sheets((CUSTOMER, 5, {"Q4": ["审核", "审核", "审核", "受理", "办结"]}))
    )
    tied = evidence(sheets((CUSTOMER, 5, {"Q4": ["审核", "审核", "受理", "受理", "办结"]})))
    assert "客户选择并列最多的是审核、受理，5 份作答中各有 2 份，各占 40.0%" in tied
    alike = evidence(sheets((CUSTOMER, 2, {"Q4": ["受理", "审核"]})))
    assert "客户选择并列最多的是审核、受理，2 份作答中各有 1 份" in alike  # 办结 was offered, and nobody chose it
    alike = evidence(sheets((CUSTOMER, 3, {"Q4": ["受理", "审核", "办结"]})))
    assert "客户选择审核、受理、办结的同样多" in alike
    assert "最多" not in alike.partition("P01 ")[2]


def test_a_question_nobody_answered_is_named() -> None:
    made = survey(questions=(*LIKERT, NPS), answers=sheets((CUSTOMER, 9, {"Q1": 4, "Q3": 11})))
    assert "2 道题没有人作答：Q2、Q3。" in made.texts("问卷")
    assert "没有人作答" not in both().text


def test_a_questionnaire_of_nps_alone_tells_it() -> None:
    made = survey(questions=(NPS,), answers=sheets((CUSTOMER, 4, {"Q3": [10, 9, 6, 8]})))
    assert "客户对“愿意推荐”的净推荐值（NPS）为 +25（4 份作答）。" in made.texts("问卷")
    assert "满意度" not in made.text


# By another way, and with another input


def test_the_samples_figures_by_party_are_what_pandas_makes_of_the_raw_columns() -> None:
    held = sample()
    raw = frame(held.answers)
    made = Read(built("survey", held))
    reversed_ = {q.id for q in held.questions if q.wording is Wording.REVERSE}
    rows = {(r[0], r[1].rpartition("（")[2].rstrip("）").partition("，")[0]): r for r in made.table("量表题结果")[1:]}
    assert len(rows) == 12
    for name, own in (("客户", raw[raw.party == CUSTOMER]), ("内部人员", raw[raw.party != CUSTOMER])):
        five = {q.id: pd.to_numeric(own[f"values[{q.id}]"]) for q in held.questions if q.kind == "likert"}
        five = {key: 6 - column if key in reversed_ else column for key, column in five.items()}
        for key, column in five.items():
            n, mean, top = rows[key, name][3:]
            assert (n, mean) == (str(column.count()), half_up(column.mean(), 2))
            assert top == f"{half_up((column >= 4).mean() * 100, 1)}%"
        every = pd.concat(five.values())
        assert f"{name}问卷满意度为 {half_up((every >= 4).mean() * 100, 1)}%（{len(own)} 份答卷）" in made.text
        scores = pd.to_numeric(own["values[Q07]"])
        nps = ((scores >= 9).mean() - (scores <= 6).mean()) * 100
        assert (
            f"{name}对“您愿意向亲友推荐我们的产品和服务吗”的净推荐值（NPS）为 {nps:.0f}".replace("-", "−") in made.text
        )


def test_the_order_of_the_sheets_changes_nothing() -> None:
    held = sample()
    order = list(range(len(held.answers)))[::-1]
    turned = Columns(
        "answers", {k: [v[n] for n in order] for k, v in held.answers.values.items()}, held.answers.rows,
        held.answers.sources, held.answers.origin, held.answers.positions,
    )  # fmt: skip
    first, second = (Read(built("survey", replace(held, answers=a))) for a in (held.answers, turned))
    assert first.text == second.text


def test_swapping_parties_swaps_the_figures() -> None:
    swapped = sheets((FRONT, 40, BAD), (CUSTOMER, 10, GOOD))
    text = survey(questions=QUESTIONS, answers=swapped).texts("问卷")
    assert "内部人员问卷满意度为 0.0%（40 份答卷）。" in text
    assert "客户问卷满意度为 100.0%（10 份答卷）。" in text
    assert "客户的答卷只有 10 份" in text


def test_an_answer_outside_its_scale_is_in_no_figure() -> None:
    found = analyse(project(questions=LIKERT, answers=sheets((CUSTOMER, 6, {"Q1": [5, 9, 3.5], "Q2": 1}))))
    assert found.questionnaire
    (item, _) = found.questionnaire.groups[0].items
    assert (item.n, item.n.fact.left_out, item.mean) == (2, 4, pytest.approx(5))


def test_a_group_is_customers_or_staff_whatever_the_order() -> None:
    found = analyse(project(questions=LIKERT, answers=BOTH)).questionnaire
    assert found
    assert [(held.group, held.parties) for held in found.groups] == [
        ("customers", (PartyKind.CUSTOMER,)),
        ("staff", (PartyKind.FRONT_LINE, PartyKind.MANAGEMENT)),
    ]
