"""What a trial showed is a benefit, told with its sample, period, target and months; a verdict is held to its figures."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from fixdocs.analysis.benefit import trials
from fixdocs.analysis.claims import trials as told
from fixdocs.rules import check
from fixdocs.sample import project as sample
from fixdocs.schema.choices import Adoption, Direction, Trial

from .plans import findings, goal, measure, months, plan, read, tried

MONTHS = months(9.0, 12.0, 10.0, 11.0)


def said(*measures: Any, **sheets: Any) -> str:
    return read(plan(measures=measures, **({"goals": (goal(),), "indicators": (MONTHS,)} | sheets))).text


class TestKind11:
    """Benefit "尚不能估算" where the trial's figures stand in a table; verdicts against their own figures."""

    def test_kind_11_a_trial_is_a_benefit(self) -> None:
        text = said(tried("M1", Trial.EFFECTIVE, 10.0, 5.5, goals=("G1",)))
        assert "耗时由 10 天改善到 5.5 天（试行）。可达到目标值。" in text
        assert "尚不能估算" not in text

    def test_kind_11_a_blank_indicator_is_that_of_the_only_objective(self) -> None:
        blank = {"indicator": None, "goals": ("G1",)}
        assert "耗时由 10 天改善到 5.5 天（试行）" in said(tried("M1", Trial.PARTIAL, 10.0, 5.5, **blank))
        assert "耗时由 10 天改善到 7 天（预期）" in said(measure("M1", expected=7.0, basis="测算", **blank))
        two = (goal(), goal("G2", indicator="差错率", unit="%"))
        vague = said(tried("M1", Trial.PARTIAL, 10.0, 5.5, indicator=None, goals=("G1", "G2")), goals=two)
        assert "2 项目标都没有试行值或预期值，效益尚不能估算。" in vague  # of which of the two nobody can tell

    def test_kind_11_pending_measures_count_and_failed_or_rejected_ones_do_not(self) -> None:
        assert "5.5 天（试行）" in said(tried("M1", Trial.EFFECTIVE, 10.0, 5.5, adoption=Adoption.PENDING))
        assert "M1 办法M1试行无效（由 10 天变为 10.5 天）" in said(tried("M1", Trial.FAILED, 10.0, 10.5))
        gone = tried("M2", Trial.EFFECTIVE, 10.0, 5.5, adoption=Adoption.REJECTED, reason="太贵")
        assert "尚不能估算" in said(measure("M1"), gone)

    def test_kind_11_trial_before_expected_with_the_other_beside_it(self) -> None:
        hoped = measure("M2", "R2", indicator="耗时", expected=5.0, basis="测算", trial=Trial.UNTRIED)
        text = said(tried("M1", Trial.EFFECTIVE, 10.0, 8.0), hoped)
        assert "耗时由 10 天改善到 8 天（试行）。按试行值尚达不到目标值。" in text
        assert "耗时试行测得 8 天，M2 办法M2的预期值为 5 天，可达到目标值，但尚未试行，以试行值为准。" in text
        small = measure("M2", "R2", indicator="耗时", expected=9.0, basis="测算")
        assert "M2 办法M2的预期值为 9 天，以试行值为准。" in said(tried("M1", Trial.EFFECTIVE, 10.0, 8.0), small)
        same = measure("M2", "R2", indicator="耗时", expected=8.0, basis="测算")
        assert "以试行值为准" not in said(tried("M1", Trial.EFFECTIVE, 10.0, 8.0), same)

    @pytest.mark.parametrize(
        ("after", "sentence"),
        [
            (8.0, "试行后的值好于该指标此前 4 个月中的任何一个月（9 天至 12 天）。"),
            (9.0, "试行后的值仍在该指标此前 4 个月的范围（9 天至 12 天）之内"),
            (12.5, "试行后的值差于该指标此前 4 个月中的任何一个月（9 天至 12 天）。"),
        ],
    )
    def test_kind_11_a_trial_is_held_against_the_months(self, after: float, sentence: str) -> None:
        assert sentence in said(tried("M1", Trial.PARTIAL, 10.0, after, trial_from=date(2026, 1, 5)))
        assert "个月" not in said(tried("M1", Trial.PARTIAL, 10.0, after), indicators=())

    def test_kind_11_only_the_months_before_the_trial_count(self) -> None:
        """The data begin in September: a trial from December on has three months before it; fewer are no range."""
        text = said(tried("M1", Trial.PARTIAL, 10.0, 9.5, trial_from=date(2025, 12, 10)))
        assert "仍在该指标此前 3 个月的范围（9 天至 12 天）之内" in text
        assert "个月" not in said(tried("M1", Trial.PARTIAL, 10.0, 9.5, trial_from=date(2025, 11, 10)))

    def test_kind_11_sample_and_period_are_told(self) -> None:
        days = {"trial_from": date(2026, 2, 1), "trial_to": date(2026, 2, 28)}
        one = said(tried("M1", Trial.PARTIAL, 10.0, 8.0, trial_n=12, **days))
        assert "试行期为2026年2月1日至2026年2月28日，样本 12 个。样本不足 30 个，结果仅供参考。" in one
        assert "不足" not in said(tried("M1", Trial.PARTIAL, 10.0, 8.0, trial_n=30, **days))
        assert "试行样本 30 个，起止日期没有填。" in said(tried("M1", Trial.PARTIAL, 10.0, 8.0, trial_n=30))
        assert "样本数没有填" in said(tried("M1", Trial.PARTIAL, 10.0, 8.0, **days))
        bare = said(tried("M1", Trial.PARTIAL, 10.0, 8.0))
        assert "没有填写试行样本数与起止日期的措施：M1 办法M1。" in bare

    def test_kind_11_another_start_than_the_baseline_is_said(self) -> None:
        sentence = "试行前值 9 天与目标的基线值 10 天不同"
        assert sentence in said(tried("M1", Trial.PARTIAL, 9.0, 8.0))
        assert "不同，两者" not in said(tried("M1", Trial.PARTIAL, 10.0, 8.0))

    @pytest.mark.parametrize(
        ("result", "before", "after", "sentence", "code"),
        [
            (Trial.EFFECTIVE, 21.9, 25.0, "结论为“有效”，试行值却没有改善，须核对。", "FD820"),
            (Trial.PARTIAL, 10.0, 10.0, "结论为“部分有效”，试行值却没有改善，须核对。", "FD820"),
            (Trial.FAILED, 10.0, 5.0, "结论为“无效”，试行值却有改善，须说明理由。", "FD820"),
            (Trial.EFFECTIVE, 10.0, 7.0, "结论为“有效”，但试行值未达到目标值 6 天。", "FD821"),
            (Trial.EFFECTIVE, 10.0, 6.0, "", ""),
            (Trial.PARTIAL, 10.0, 7.0, "", ""),
            (Trial.FAILED, 10.0, 11.0, "", ""),
        ],
    )
    def test_kind_11_a_verdict_against_its_figures(
        self, result: Trial, before: float, after: float, sentence: str, code: str
    ) -> None:
        """Said in the report, and a warning."""
        rows = (tried("M1", result, before, after), measure("M2", "R1 R2"))
        text = said(*rows)
        assert sentence in text
        assert ("结论为" in text) == bool(sentence)
        held = check(plan(measures=rows, goals=(goal(),), indicators=(MONTHS,)))
        assert {d.code for d in held} & {"FD820", "FD821"} == ({code} if code else set())

    def test_kind_11_the_direction_turns_every_verdict(self) -> None:
        """Higher is better: what was better is worse, reached is missed, beyond is beneath."""
        low, high = (
            trials((goal(direction=way, baseline=None),), (tried("M1", Trial.PARTIAL, 10.0, 5.0),), (MONTHS,))[0]
            for way in (Direction.LOWER, Direction.HIGHER)
        )
        assert (low.better, low.reached, low.place) == (True, True, "beyond")
        assert (high.better, high.reached, high.place) == (False, False, "worse")

    def test_kind_11_without_a_direction_nothing_is_judged(self) -> None:
        vague = goal(direction=None, target=None)
        text = said(tried("M1", Trial.PARTIAL, 10.0, 8.0), goals=(vague,), indicators=(months(9.0, direction=None),))
        assert "没有注明方向，不判断好坏" in text
        assert "改善到" not in text
        assert "没有改善" not in text
        (held,) = trials((vague,), (tried("M1", Trial.PARTIAL, 10.0, 8.0),), ())
        assert [told.target(held), told.place(held), told.against(held)] == [None, None, None]

    def test_kind_11_units_that_differ_are_not_compared(self) -> None:
        text = said(tried("M1", Trial.PARTIAL, 10.0, 5.0), indicators=(months(9.0, unit="小时"),))
        assert "耗时基线为 10 天，改进后为 5 小时（试行），单位不同，不作比较" in text
        assert "可达到目标值" not in text

    def test_kind_11_a_change_of_a_percentage_is_in_points(self) -> None:
        aim = goal(unit="%", baseline=20.9, target=12.4)
        text = said(tried("M1", Trial.PARTIAL, 20.9, 15.0), goals=(aim, goal("G2", indicator="其他")), indicators=())
        assert "+28.2%\n（−5.9 个百分点）" in text
        assert "69%" in text  # attained: (20.9 − 15) ÷ (20.9 − 12.4)


def test_the_benefits_of_the_sample_are_those_of_pandas() -> None:
    project = sample()
    found = findings(project)
    frame = pd.DataFrame([m.model_dump() for m in found.included])
    for benefit in found.benefits:
        goal_ = benefit.goal
        rows = frame[(frame.indicator == goal_.indicator) & (frame.trial != "failed")]
        after = rows[rows.trial.isin(["effective", "partial"])].after.dropna()
        values = after if len(after) else rows.expected.dropna()
        lower = goal_.direction is Direction.LOWER
        best = values.min() if lower else values.max()
        assert benefit.after == best
        assert benefit.measured == bool(len(after))
        assert benefit.reached == ((best <= goal_.target) if lower else (best >= goal_.target))
        assert benefit.ratio == pytest.approx((best - goal_.baseline) / abs(goal_.baseline) * (-1 if lower else 1))


def test_the_order_of_the_measures_changes_no_benefit() -> None:
    rows = (tried("M1", Trial.EFFECTIVE, 10.0, 5.0), tried("M2", Trial.PARTIAL, 10.0, 8.0), measure("M3", "R2"))
    one, two = (findings(plan(measures=held, goals=(goal(),))).benefits for held in (rows, rows[::-1]))
    assert [(b.after, b.ratio, b.reached) for b in one] == [(b.after, b.ratio, b.reached) for b in two]
