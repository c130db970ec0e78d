"""The one hand of all reports: how it joins and lists, what it says of what is not known, in which unit it tells times."""

from __future__ import annotations

import pytest

from fixdocs.analysis.findings import analyse
from fixdocs.reports import REPORTS
from fixdocs.reports.causes.base import CausesWriter
from fixdocs.reports.evaluation.texts import Texts
from fixdocs.reports.issues.base import IssuesWriter
from fixdocs.reports.plan.base import PlanWriter
from fixdocs.reports.shared.format import Formatter, Scale, dashed
from fixdocs.reports.shared.texts import bare, clipped, trimmed
from fixdocs.reports.shared.writer import Writer
from fixdocs.reports.survey.base import SurveyWriter
from fixdocs.sample import project as sample
from fixdocs.words import words_of

WORDS = words_of("zh")
HANDS: tuple[type[Writer], ...] = (SurveyWriter, IssuesWriter, CausesWriter, PlanWriter, Texts)


@pytest.fixture(scope="module")
def writer() -> SurveyWriter:
    return SurveyWriter(analyse(sample()), WORDS)


def test_every_report_is_written_by_the_same_hand() -> None:
    assert [hand.domain for hand in HANDS] == list(REPORTS)
    assert all(issubclass(hand, Writer) and "say" not in vars(hand) for hand in HANDS)


@pytest.mark.parametrize(
    ("minutes", "scale", "text"),
    [
        (0, "minutes", "0 分钟"),
        (5.5, "minutes", "5.5 分钟"),
        (90, "minutes", "90 分钟"),
        (119.9, "minutes", "120 分钟"),
        (120, "hours", "2.0 小时"),
        (959, "hours", "16.0 小时"),
        (960, "workdays", "2.0 个工作日"),
        (-960, "workdays", "−2.0 个工作日"),
    ],
)
def test_times_are_told_in_the_unit_a_reader_would_say(minutes: float, scale: Scale, text: str) -> None:
    form = Formatter(WORDS)
    assert form.scale(minutes)[0] == scale
    assert form.measured(minutes)[1] == scale
    assert form.duration(minutes) == text


def test_days_are_as_long_as_the_project_says() -> None:
    assert Formatter(WORDS, 7.5).scale(900) == ("workdays", 450.0)
    assert Formatter(WORDS, 8).scale(900) == ("hours", 60.0)


def test_what_is_not_known_stays_none_until_it_is_printed(writer: SurveyWriter) -> None:
    form = writer.form
    unknown = (
        form.number(None), form.percent(None), form.value(None, "天"), form.duration(None), form.money(None),
        form.long_date(None), form.day(None), form.period(None, None), form.text("  "), form.join([]),
        writer.step(None), writer.steps(()), writer.keys(()), writer.few(()), writer.listed(()),
    )  # fmt: skip
    assert set(unknown) == {None}
    assert dashed(None) == dashed("") == "—"
    assert dashed("0") == "0"
    assert writer.say("chart_lead", figure=None, table=form.number(0)) == WORDS.say(
        "survey.chart_lead", figure="—", table="0"
    )


def test_lists_name_all_of_a_few_and_the_first_of_many(writer: SurveyWriter) -> None:
    keys = [f"C{n:02}" for n in range(1, 10)]
    assert writer.few(keys[:8]) == "、".join(keys[:8])
    assert writer.few(keys) == "、".join(keys[:6]) + "等"
    plan = PlanWriter(analyse(sample()), WORDS)
    assert plan.few(keys[:5]) == "、".join(keys[:5])
    assert plan.few(keys) == "、".join(keys[:4]) + "等"
    assert writer.listed(keys[:3]) == "、".join(keys[:3])
    assert writer.listed(keys) == "、".join(keys[:3]) + "等 9 项"
    assert writer.keys(keys[:3], 2) == "C01、C02、\nC03"
    assert writer.flat("C01、C02、\nC03。") == "C01、C02、C03"


def test_particulars_leave_out_what_is_not_known(writer: SurveyWriter) -> None:
    plan = PlanWriter(analyse(sample()), WORDS)
    said = plan.particulars("risk", (("answer", "先试点。\n再推广"), ("post", None)))
    assert said == [WORDS.say("plan.risk_answer", value="先试点。 再推广")]
    assert writer.phrases(["甲", "", "乙"]) == "甲，乙"
    assert writer.sentences("甲。", "", "乙。") == "甲。乙。"
    assert writer.stacked(["甲", None, "乙"]) == "甲\n乙"


def test_a_persons_text_loses_the_stop_at_its_end() -> None:
    assert bare(" 等待\n过长 。；") == "等待 过长"
    assert trimmed("第一行\n第二行。") == "第一行\n第二行"
    assert clipped("一二三四五六。", 5) == "一二三四…"


def test_small_samples_are_cautioned(writer: SurveyWriter) -> None:
    assert [bool(writer.small(n)) for n in (0, 1, 29, 30)] == [False, True, True, False]
