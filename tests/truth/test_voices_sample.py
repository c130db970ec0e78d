"""Planned, actual and recorded numbers; interviews by number; observations with blanks; evidence by row."""

from __future__ import annotations

import pandas as pd
import pytest
from msgspec.structs import replace

from fixdocs.analysis.findings import analyse
from fixdocs.rules import check
from fixdocs.sample import project as sample
from fixdocs.schema.choices import SurveyMethod, TimeUnit
from fixdocs.schema.improve import Issue
from fixdocs.schema.survey import Interview
from tests.reports.reading import Read, built

from .voiced import (
    BRIGHT,
    CUSTOMER,
    DEPARTMENT,
    FRONT,
    LIKERT,
    MANAGEMENT,
    PAIN,
    STRATEGY,
    SUGGESTION,
    findings,
    party,
    project,
    said,
    seen,
    sheets,
    survey,
)  # fmt: skip

ASKED = {"methods": (SurveyMethod.QUESTIONNAIRE,)}
ANSWERS = {"questions": LIKERT, "answers": sheets((CUSTOMER, 40, {"Q1": 4, "Q2": 2}))}


def sampled(*parties: object, **held: object) -> str:
    return survey(parties=parties, **held).texts("方法与样本")


def test_kind_16_planned_and_actual_numbers_that_differ_are_said() -> None:
    assert "一线（窗口）计划 5、实际 3，完成率 60.0%。" in sampled(party(planned=5, actual=3))
    assert "一线（窗口）计划 2、实际 3，超出计划。" in sampled(party(planned=2, actual=3))
    assert "完成率" not in sampled(party(planned=3, actual=3))


def test_kind_16_what_is_blank_is_said_and_is_not_0() -> None:
    text = sampled(party(planned=5), party(CUSTOMER, "办事人", sent=60, **ASKED))
    assert "一线（窗口）计划 5，没有填实际数；客户（办事人）发放 60 份，没有填回收数。" in text
    assert "完成率" not in text
    assert "回收率" not in text
    rows = survey(parties=(party(planned=5), party(MANAGEMENT, "领导", actual=2))).table("调研对象")
    assert [row[3:] for row in rows[1:]] == [("5", "—"), ("—", "2")]


def test_kind_16_interviews_planned_done_and_held_that_differ_are_said_where_the_number_stands() -> None:
    rows = [said(f"I{n}", party=FRONT) for n in range(3)] + [said("I9", party=MANAGEMENT)]
    parties = (party(actual=4), party(MANAGEMENT, "领导", actual=1), party(DEPARTMENT, "质量", actual=2))
    made = survey(parties=parties, interviews=tuple(rows))
    assert "一线登记的访谈实际数为 4，访谈记录有 3 次；跨部门登记的访谈实际数为 2，没有访谈记录。" in made.texts(
        "方法与样本"
    )
    assert "管理层登记" not in made.text
    text = "做了访谈的对象，调研对象表登记的实际数合计 7，访谈记录有 4 次。"
    assert text in made.texts("访谈")
    assert any(text in point for point in made.points())
    blank = survey(parties=(*parties[:2], party(DEPARTMENT, "质量")), interviews=tuple(rows))
    assert "实际数合计" not in blank.text  # a sum over a blank is not known
    assert "跨部门登记" not in blank.text


def test_interviews_of_a_party_nobody_listed_are_said_and_not_held_against_the_others() -> None:
    rows = (said("I1"), said("I2", party=CUSTOMER))
    made = survey(parties=(party(actual=1),), interviews=rows)
    assert "客户有 1 次访谈，调研对象表没有登记。" in made.texts("方法与样本")
    assert "实际数合计" not in made.text
    assert "没有登记" not in survey(parties=(party(actual=1),), interviews=rows[:1]).text


def test_kind_16_questionnaires_stated_and_sheets_held_that_differ_are_said() -> None:
    fifty = party(CUSTOMER, "办事人", sent=80, returned=60, valid=50, **ASKED)
    made = survey(parties=(fifty,), **ANSWERS)
    assert "客户问卷发放 80 份，回收 60 份，回收率 75.0%。客户有效问卷 50 份，有效率 83.3%。" in made.texts(
        "方法与样本"
    )
    assert "调研对象表登记有效问卷 50 份，问卷答卷有 40 份。客户登记有效问卷 50 份，答卷有 40 份。" in made.texts(
        "方法与样本"
    )
    assert "调研对象表登记有效问卷 50 份，问卷答卷有 40 份。" in made.texts("问卷")
    forty = party(CUSTOMER, "办事人", sent=80, returned=60, valid=40, **ASKED)
    assert "登记有效问卷" not in survey(parties=(forty,), **ANSWERS).text
    assert "调研对象表登记有效问卷 50 份，没有答卷明细。" in sampled(fifty)
    unasked = sampled(fifty, answers=ANSWERS["answers"])  # sheets whose questions are not in the list are sheets too
    assert "本次调研依据问卷 40 份。" in unasked
    assert "调研对象表登记有效问卷 50 份，问卷答卷有 40 份。" in unasked


def test_the_return_counts_only_lines_that_state_both_and_says_so() -> None:
    text = sampled(
        party(CUSTOMER, "甲", sent=80, returned=40, **ASKED), party(CUSTOMER, "乙", sent=20, **ASKED), party(planned=1)
    )
    assert "客户问卷的 2 个发放对象中有 1 个填了发放数和回收数：发放 80 份，回收 40 份，回收率 50.0%。" in text
    assert "有效率" not in text


# Interviews


def test_kind_16_a_theme_is_counted_by_interviews_not_by_rows() -> None:
    rows = (said("I1", "排队"), said("I1", "排队"), said("I1", "排队"), said("I2", "退件"), said("I3", "退件"))
    made = survey(interviews=rows)
    assert "3 次访谈共得到 5 条发现。2 类痛点中，退件提到最多，有 2 次访谈提到。" in made.texts("访谈")
    assert [row[:2] for row in made.table("痛点")[1:]] == [("退件", "2"), ("排队", "1")]
    tied = survey(interviews=(*rows, said("I4", "排队"), said("I4", "搬家")))
    assert "3 类痛点中，排队、退件并列最多，各有 2 次访谈提到。" in tied.texts("访谈")
    even = survey(interviews=(*rows, said("I4", "排队")))
    assert "2 类痛点（排队、退件）各有 2 次访谈提到。" in even.texts("访谈")
    assert "提到的痛点只有排队一类，有 1 次访谈提到。" in survey(interviews=rows[:3]).texts("访谈")
    assert "痛点" not in survey(interviews=(said("I1", nature=BRIGHT),)).texts("访谈")


def test_an_interview_with_several_parties_counts_for_each_and_that_is_said() -> None:
    rows = (said("I1"), said("I1", party=MANAGEMENT), said("I2"))
    assert "有的访谈有几类对象参加，各类的访谈次数相加多于 2 次。" in survey(interviews=rows).texts("访谈")
    assert "几类对象参加" not in survey(interviews=rows[1:]).text


# Evidence


def evidence(*rows: Interview, steps: tuple[str, ...] = ("F02",)) -> list[str]:
    issue = Issue(id="P01", description="审核慢", kind="efficiency", scope="全部", impact=5, frequency=5, steps=steps,
                  evidence=("I1", "I2"))  # fmt: skip
    held = project(interviews=(*rows, said("I2", "别的", steps=steps)), issues=(issue,))
    return [row[2] for row in Read(built("issues", held)).table("P01 的证据")[1:]][:-1]


def test_kind_16_evidence_is_cited_by_row() -> None:
    rows = (
        said("I1", "审核", steps=("F02",)), said("I1", "受理", steps=("F01",)),
        said("I1", "审核", BRIGHT, steps=("F02",)), said("I1", "审核", SUGGESTION, steps=("F02",)),
    )  # fmt: skip
    assert evidence(*rows) == ["一线（痛点）：说到审核", "一线（建议）：说到审核"]
    assert evidence(*rows, steps=("F03",)) == [
        "一线（痛点）：说到审核",
        "一线（痛点）：说到受理",
        "一线（建议）：说到审核",
    ]
    wish = said("I1", "审核", STRATEGY, party=MANAGEMENT, steps=("F02",))
    assert evidence(wish) == ["管理层（战略要求）：说到审核"]


def test_kind_16_a_bright_spot_is_no_evidence_of_a_pain() -> None:
    bright = said("I1", "晨会", BRIGHT, steps=("F02",))
    assert evidence(bright) == ["一线（亮点）：说到晨会（这次访谈只有亮点，不能作为问题的证据）"]
    assert evidence(bright, said("I1", "排队", PAIN)) == ["一线（痛点）：说到排队"]
    issue = Issue(id="P01", description="审核慢", kind="efficiency", scope="全部", impact=5, frequency=5,
                  steps=("F02",), evidence=("I1",))  # fmt: skip

    def codes(*rows: Interview) -> list[str]:
        return [d.code for d in check(project(interviews=rows, issues=(issue,))) if d.code == "FD525"]

    assert codes(bright) == ["FD525"]
    assert codes(bright, said("I1", "排队", PAIN)) == []


# Observations


def test_kind_16_blanks_among_observations_are_said_and_sums_are_at_least() -> None:
    made = survey(observations=(seen("O1", 3, 20), seen("O2", None, 50), seen("O3", 2, None, step="F01")))
    text = made.texts("现场观察")
    assert "现场观察记录 3 条，共出现至少 5 次。" in text
    assert "3 条观察中有 2 条没有填全次数和时长，没有计入合计时间。" in text
    assert [row[1:] for row in made.table("按步骤统计的观察")[1:]] == [("2", "至少 3", "至少 60"), ("1", "2", "—")]
    assert "最多" not in text  # one alone is no ranking
    whole = survey(observations=(seen("O1", 3, 20), seen("O2", 1, 50))).texts("现场观察")
    assert "共出现 4 次。" in whole
    assert "至少" not in whole
    assert "现场观察记录 1 条，没有填写次数。" in survey(observations=(seen("O1", None),)).texts("现场观察")


def test_what_took_most_time_is_one_alone_and_of_how_many() -> None:
    def told(*rows: object) -> str:
        return survey(observations=rows).texts("现场观察")

    assert "累计耗时（次数×单次时长）最多的是“等着1”（F02 审核），共 60 分钟。" in told(
        seen("O1", 3, 20), seen("O2", 1, 50)
    )
    known = told(seen("O1", 3, 20), seen("O2", 1, 50), seen("O3", None, 500))
    assert "3 条观察中有 2 条填了次数和时长，其中累计耗时（次数×单次时长）最多的是“等着1”" in known
    tied = told(seen("O1", 3, 20), seen("O2", 1, 60), seen("O3", 1, 5))
    assert "累计耗时（次数×单次时长）并列最多的是“等着1”（F02 审核）、“等着2”（F02 审核），各 60 分钟。" in tied
    assert "最多" not in told(seen("O1", 3, 20), seen("O2", 1, 60))  # all alike


def test_kind_16_calendar_days_are_converted_and_said() -> None:
    rows = (seen("O1", 1, 7, TimeUnit.DAYS), seen("O2", 1, 4, TimeUnit.WORKDAYS))
    text = survey(observations=rows).texts("现场观察")
    assert "最多的是“等着1”（F02 审核），共 5.0 个工作日。" in text
    assert "以自然日计的时长合计 7.0 个自然日，已按 5/7 折算为工作时间，计入合计。" in text
    assert "自然日" not in survey(observations=rows[1:]).texts("现场观察")


# By another way, and with another input


def test_the_samples_interviews_are_what_pandas_counts() -> None:
    rows = pd.DataFrame([row.model_dump() for row in sample().interviews])
    text = Read(built("survey", sample())).texts("访谈")
    assert f"{rows.id.nunique()} 次访谈共得到 {len(rows)} 条发现。" in text
    raised = rows[rows.nature == "pain"].groupby("topic").id.nunique()
    top = raised[raised == raised.max()]
    assert f"{len(raised)} 类痛点中，" in text
    assert f"并列最多，各有 {raised.max()} 次访谈提到。" in text
    assert all(topic in text for topic in top.index)


def test_the_order_of_rows_changes_no_finding() -> None:
    held = sample()
    turned = replace(held, interviews=held.interviews[::-1], observations=held.observations[::-1])
    assert analyse(held).interviews == analyse(turned).interviews
    reports = [Read(built("survey", each)) for each in (held, turned)]
    assert reports[0].points() == reports[1].points()
    for heading in ("访谈", "现场观察", "初步发现"):
        one, other = ([b.text or b.rows for b in made.under(heading)] for made in reports)
        assert one == other, heading


def test_twice_the_duration_is_twice_the_sum() -> None:
    rows = (seen("O1", 3, 20), seen("O2", 2, 35, step="F01"))
    once, twice = (findings(observations=tuple(
        r.model_copy(update={"duration": r.duration * by}) for r in rows)).observations for by in (1, 2))  # fmt: skip
    assert once
    assert twice
    assert [s.minutes for s in twice.by_step] == [pytest.approx(2 * (s.minutes or 0)) for s in once.by_step]


def test_first_findings_hold_only_what_stands() -> None:
    thin = survey(interviews=(said("I1", nature=BRIGHT),), observations=(seen("O1", 1),))
    assert "现有数据不足以得出初步发现" in thin.texts("初步发现")
    made = survey(interviews=(said("I1"), said("I2"), said("I3", "退件")), **ANSWERS)
    rows = [row[1:] for row in made.table("初步发现")[1:]]
    assert ("2 类痛点中，排队提到最多，有 2 次访谈提到。", "访谈") in rows
    assert ("客户问卷满意度为 100.0%（40 份答卷）。客户对各题的平均分相同，都是 4.00 分（满分 5 分）。", "问卷") in rows
