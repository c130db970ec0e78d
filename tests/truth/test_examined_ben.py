"""What an outside examiner found of benefit, objectives, trials and money, each at its kind."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from fixdocs.analysis.benefit import kept_target
from fixdocs.analysis.claims import benefit as promised
from fixdocs.analysis.claims import goals as of_goals
from fixdocs.analysis.claims import money as of_money
from fixdocs.analysis.claims import trials as told
from fixdocs.analysis.findings import analyse
from fixdocs.analysis.money import money
from fixdocs.analysis.plan import PlanFindings
from fixdocs.project import Project
from fixdocs.reports.shared.writer import Writer
from fixdocs.schema.choices import Adoption, Direction, Trial
from fixdocs.schema.improve import Alternative, Decision
from fixdocs.words import words_of
from tests.reports.reading import Read, built, info

from .flow_cases import MIN, line, step
from .plans import findings, goal, measure, months, plan, read, task, tool, tried

DAYS = {"trial_from": date(2026, 1, 5), "trial_to": date(2026, 1, 30)}
SERIES = months(9.0, 12.0, 10.0, 11.0)


def made(*measures: Any, **sheets: Any) -> Project:
    return plan(measures=measures, **({"goals": (goal(),), "indicators": (SERIES,)} | sheets))


def said(*measures: Any, **sheets: Any) -> str:
    return read(made(*measures, **sheets)).text


def of(*measures: Any, **sheets: Any) -> PlanFindings:
    return findings(made(*measures, **sheets))


def surveyed(project: Project) -> str:
    return Read(built("survey", replace(project, steps=line(step("F01", touch=(30, MIN)))))).text


def aims(project: Project) -> str:
    found = analyse(project)
    return Writer(found, words_of("zh")).claimed(*of_goals.of_all(project, found.indicators))


class TestTargetsMetAsThingsAre:
    """Finding 3 and 4: 可达到目标值 of what was reached before anything was done."""

    @pytest.mark.parametrize(
        ("baseline", "target", "way", "kind"),
        [
            (30.0, 30.0, Direction.LOWER, "same"),
            (96.0, 90.0, Direction.HIGHER, "behind"),
            (10.0, 12.0, Direction.LOWER, "behind"),
            (10.0, 6.0, Direction.LOWER, None),
            (10.0, 6.0, None, None),
            (10.0, None, Direction.LOWER, None),
            (None, 6.0, Direction.LOWER, None),
        ],
    )
    def test_a_target_that_is_no_better_than_the_baseline(
        self, baseline: Any, target: Any, way: Any, kind: Any
    ) -> None:
        assert kept_target(goal(baseline=baseline, target=target, direction=way), None) == kind

    def test_a_target_behind_the_baseline_is_not_attained(self) -> None:
        behind = goal(baseline=96.0, target=90.0, direction=Direction.HIGHER, unit="%")
        text = said(tried("M1", Trial.PARTIAL, 96.0, 91.0, **DAYS), goals=(behind,), indicators=())
        assert "耗时由 96%变为 91%（试行），变差。目标值不优于基线值，维持现状即达到。" in text
        assert "可达到" not in text
        assert "达成率 8" not in text
        assert "试行前已达到目标值 90%，试行后仍达到。" in text

    def test_those_that_are_met_anyway_are_counted_apart(self) -> None:
        goals = (goal(), goal("G2", indicator="退回率", baseline=30.0, target=30.0), goal("G3", indicator="差错率"))
        rows = (tried("M1", Trial.PARTIAL, 10.0, 5.0), measure("M2", "R2", indicator="退回率", expected=30.0))
        text = said(*rows, goals=goals, indicators=())
        first = "1 项目标的目标值与基线值相同，维持现状即达到，不计入（退回率）"
        assert f"{first}；另外 2 项目标中 1 项可达到目标值（耗时，试行），其余无从比较。" in text
        two = said(*rows, goals=goals[:2], indicators=())
        assert f"{first}；耗时可达到目标值。" in two
        short = said(tried("M1", Trial.PARTIAL, 10.0, 7.0), rows[1], goals=goals[:2], indicators=())
        assert f"{first}；按试行值，耗时尚达不到目标值。" in short
        assert promised.idle(of(rows[0], goals=goals[:1], indicators=()).benefits) is None

    def test_one_that_is_missed_all_the_same_is_a_miss(self) -> None:
        same = goal(baseline=10.0, target=10.0)
        text = said(tried("M1", Trial.PARTIAL, 10.0, 11.0), goals=(same,), indicators=())
        assert "尚达不到目标值" in text
        assert "维持现状即达到：G1" in text  # told of the objective, not of the trial

    def test_the_objectives_say_so_in_the_first_report_too(self) -> None:
        same = made(measure("M1"), goals=(goal(baseline=10.0, target=10.0),))
        assert "1 项目标的目标值与基线值相同，维持现状即达到：G1 目标G1的说明。" in surveyed(same)
        behind = made(measure("M1"), goals=(goal(baseline=5.0, target=10.0),))
        assert "1 项目标的目标值不优于基线值，维持现状即达到" in aims(behind)
        assert "维持现状" not in aims(made(measure("M1")))


class TestValuesThatDoNotCount:
    """Finding 5: 没有值 where a trial that failed measured one."""

    def test_what_failed_is_told_with_its_figures(self) -> None:
        text = said(tried("M1", Trial.FAILED, 15.0, 16.0))
        assert "所填的值都不计入效益：M1 办法M1试行无效（由 15 天变为 16 天）。" in text
        assert "没有试行值或预期值" not in text
        assert "\n目标值 6 天。" not in text

    def test_beside_objectives_that_have_one(self) -> None:
        goals = (goal(), goal("G2", indicator="差错率"))
        bare = measure("M2", "R2", indicator="差错率", expected=3.0, trial=Trial.FAILED)
        text = said(tried("M1", Trial.PARTIAL, 10.0, 5.0), bare, goals=goals, indicators=())
        assert "1 项目标只有不计入效益的值：M2 办法M2试行无效。" in text
        none = said(tried("M1", Trial.PARTIAL, 10.0, 5.0), goals=goals, indicators=())
        assert "不计入效益的值" not in none

    def test_what_was_not_adopted_is_told_so(self) -> None:
        gone = measure("M2", "R2", indicator="耗时", expected=3.0, adoption=Adoption.REJECTED)
        assert promised.drop(gone, of(measure("M1")).benefits[0]) is not None
        assert promised.drop(measure("M2"), of(measure("M1")).benefits[0]) is None


class TestReachedLately:
    """Finding 6: an objective that the last months meet already."""

    def test_three_months_in_a_row(self) -> None:
        low = made(measure("M1"), indicators=(months(9.0, 12.0, 6.0, 5.0, 5.5),))
        sentence = "最近几个月已达到目标值的目标：G1的耗时自2025年11月至2026年1月连续 3 个月达到目标值 6 天。"
        assert sentence in aims(low)
        assert sentence in surveyed(low)
        assert sentence in read(low).texts("预期效益")
        for values in ((9.0, 12.0, 7.0, 5.0, 5.5), (6.0, 5.0, 5.0, 9.0)):
            assert "最近" not in aims(made(measure("M1"), indicators=(months(*values),)))
        other = made(measure("M1"), indicators=(months(6.0, 5.0, 5.0, unit="小时"),))
        assert "最近" not in aims(other)


class TestUnits:
    """Finding 63: hours and working days held against each other, or not, without a word."""

    def test_units_that_differ_are_said(self) -> None:
        held = made(measure("M1"), indicators=(months(9.0, 8.0, unit="小时"),))
        sentence = "1 项目标的单位与其指标的单位不同，基线值没有与各月数据核对：G1（目标为天，指标为小时）。"
        assert sentence in aims(held)
        assert "单位不同" not in aims(made(measure("M1")))
        assert of_goals.pair(goal(), "天") is None


class TestWhatATrialRestsOn:
    """Findings 32 to 35: a gain from another start, two cases, no dates, a range of one month."""

    def test_the_start_and_the_sample_stand_in_the_headline(self) -> None:
        off = said(tried("M1", Trial.PARTIAL, 8.0, 5.0, trial_n=40, **DAYS))
        assert "耗时由 10 天改善到 5 天（试行，试行前为 8 天）" in off
        few = said(tried("M1", Trial.PARTIAL, 10.0, 5.0, trial_n=2, **DAYS))
        assert "耗时由 10 天改善到 5 天（试行，样本只有 2 个）" in few
        both = said(tried("M1", Trial.PARTIAL, 8.0, 5.0, trial_n=2, **DAYS))
        assert "（试行，试行前为 8 天，样本只有 2 个）" in both
        assert "（试行）" in said(tried("M1", Trial.PARTIAL, 10.0, 5.0, trial_n=40, **DAYS))

    def test_a_sample_without_dates_is_named_and_no_month_called_earlier(self) -> None:
        rows = (tried("M1", Trial.PARTIAL, 10.0, 9.5, trial_n=40), tried("M2", Trial.PARTIAL, 10.0, 9.5, **DAYS))
        text = said(*rows)
        assert "填了试行样本数、没有填全起止日期的措施：M1 办法M1。" in text
        assert "仍在全部 4 个月（试行开始日期没有填）的范围" in text
        assert "仍在此前 4 个月的范围" in text
        assert told.undated(of(rows[1]).trials) is None

    def test_fewer_than_three_months_are_no_range(self) -> None:
        one = of(tried("M1", Trial.PARTIAL, 10.0, 13.0), indicators=(months(12.0, 11.0),)).trials[0]
        assert told.place(one) is None
        assert told.span(one) is None
        three = of(tried("M1", Trial.PARTIAL, 10.0, 13.0), indicators=(months(12.0, 11.0, 12.0),)).trials[0]
        assert told.place(three) is not None


class TestDays:
    """Finding 33: a decision before its evidence, approval asked for after the start."""

    ONE = (Alternative(id="S1", name="甲案", measures=("M1", "M2")),)

    def days(self, meeting: date, start: date, end: date, trial_to: date) -> str:
        row = tried("M1", Trial.PARTIAL, 10.0, 5.0, trial_from=date(2026, 1, 5), trial_to=trial_to)
        return said(row, measure("M2"), alternatives=self.ONE, decision=Decision(adopted="S1", day=meeting),
                    tasks=(task("T1", start, end),))  # fmt: skip

    def test_a_trial_that_ran_past_the_meeting(self) -> None:
        held = date(2026, 1, 20), date(2026, 4, 1), date(2026, 5, 1)
        sentence = "评审会于2026年1月20日召开时，试行尚未结束：M1 办法M1（至2026年1月30日）"
        text = self.days(*held, date(2026, 1, 30))
        assert text.count(sentence) == 2  # beside the schedule and in the box
        assert "试行尚未结束" not in self.days(*held, date(2026, 1, 20))

    def test_work_that_had_begun_by_the_report_s_date(self) -> None:
        """The report is of 1 March."""
        before, over = date(2026, 1, 20), date(2026, 1, 20)
        text = self.days(before, date(2026, 2, 1), date(2026, 5, 1), over)
        assert text.count("到本报告的日期（2026年3月1日），T1 事项T1已于2026年2月1日开始") == 2
        done = self.days(before, date(2026, 2, 1), date(2026, 2, 8), over)
        assert "到本报告的日期（2026年3月1日），全部任务已于2026年2月8日结束" in done
        assert "到本报告的日期" not in self.days(before, date(2026, 3, 1), date(2026, 5, 1), over)
        late = self.days(date(2026, 2, 10), date(2026, 2, 1), date(2026, 5, 1), over)
        assert "到本报告的日期" not in late  # the meeting was late already
        assert "评审会于2026年2月10日召开，T1 事项T1已于2026年2月1日开始" in late


class TestSayingOnce:
    """Finding 54: two objectives with one indicator."""

    def test_one_indicator_is_told_once(self) -> None:
        goals = (goal(), goal("G2", target=5.0), goal("G3", indicator="别的"))
        text = said(tried("M1", Trial.PARTIAL, 10.0, 5.0), goals=goals, indicators=())
        assert "耗时由 10 天改善到 5 天（试行）；耗时" not in text
        assert "可达到目标值（耗时，试行），其余" in text
        hoped = measure("M2", "R2", indicator="耗时", expected=4.0)
        assert said(tried("M1", Trial.PARTIAL, 10.0, 7.0), hoped, goals=goals, indicators=()).count("以试行值为准") == 1
        both = (
            Alternative(id="S1", name="甲案", measures=("M1",)),
            Alternative(id="S2", name="乙案", measures=("M2",)),
        )
        rows = (tried("M1", Trial.PARTIAL, 10.0, 7.0), hoped)
        table = read(made(*rows, alternatives=both, goals=goals)).table("备选方案比较")
        assert [row[0] for row in table].count("耗时") == 1


class TestDueBeforeTheReport:
    """Finding 45."""

    def test_an_objective_that_is_due_before_the_report(self) -> None:
        late = made(measure("M1"), goals=(goal(due=date(2026, 2, 1)),))
        assert "1 项目标的达成日期早于本报告的日期：G1 目标G1的说明。" in surveyed(late)
        assert "早于本报告" not in aims(made(measure("M1"), goals=(goal(due=date(2026, 3, 1)),), info=info()))


PRICED = measure("M1", investment=40000.0, running_cost=2000.0)


class TestMoney:
    """Findings 7 and 36: savings that are left out, what is known of a net that is not, a loss, nothing to pay back."""

    def test_a_saving_that_does_not_count_is_named(self) -> None:
        failed = tried("M2", Trial.FAILED, 10.0, 11.0, roots="R2", saving=5000.0)
        text = said(PRICED, failed)
        assert "试行无效、所填年节约不计入的措施：M2 办法M2。" in text
        assert "没有估算年节约" not in text
        both = said(PRICED.model_copy(update={"saving": 9000.0}), failed)
        assert "年节约 9,000 元（2 项措施中 1 项计入）" in both
        assert "所填年节约不计入" not in said(PRICED)
        assert "没有估算年节约" in said(PRICED)

    @pytest.mark.parametrize(
        ("rows", "start"),
        [
            (({"adoption": Adoption.REJECTED},), "没有采纳、"),
            (({"adoption": Adoption.REJECTED}, {"trial": Trial.FAILED}), "试行无效或没有采纳、"),
        ],
    )
    def test_why_it_does_not_count(self, rows: Any, start: str) -> None:
        sums = money(tuple(measure(f"M{n}", saving=1.0, **more) for n, more in enumerate(rows)))
        writer = Writer(analyse(made(measure("M1"))), words_of("zh"))
        assert writer.claim(of_money.uncounted(sums)).startswith(start)

    def test_what_is_known_of_a_net_that_is_not(self) -> None:
        bare = measure("M2", "R2", saving=1500.0)
        short = said(PRICED, bare)
        assert "年净节约与回收期不能计算；仅就已给出的计，年节约 1,500 元少于年运行费 2,000 元。" in short
        assert "少于年运行费" not in said(PRICED, measure("M2", "R2", saving=2500.0))

    def test_a_saving_below_nought_is_a_loss(self) -> None:
        loss = PRICED.model_copy(update={"saving": -1000.0})
        assert "年节约 −1,000 元（负数表示每年多支出）" in said(loss)
        assert "（负数表示每年多支出；2 项措施中 1 项给出）" in said(loss, measure("M2", "R2"))
        counted = said(loss, tried("M2", Trial.FAILED, 10.0, 11.0, roots="R2", saving=1.0))
        assert "（负数表示每年多支出；2 项措施中 1 项计入）" in counted
        assert "多支出" not in said(PRICED.model_copy(update={"saving": 1000.0}))

    def test_nothing_spent_is_nothing_to_pay_back(self) -> None:
        free = measure("M1", investment=0.0, running_cost=0.0, saving=1000.0)
        assert "没有一次性投入，无须回收。" in said(free)
        blank = free.model_copy(update={"investment": None})
        assert "无须回收" not in said(blank)
        assert "无须回收" not in said(free, tools=(tool("Y1", "M1"),))  # it may cost something
        both = (
            Alternative(id="S1", name="甲案", measures=("M1",)),
            Alternative(id="S2", name="乙案", measures=("M2",)),
        )
        rows = (free, PRICED.model_copy(update={"id": "M2", "saving": 9000.0}))
        table = {row[0]: row[1:] for row in read(made(*rows, alternatives=both)).table("备选方案比较")}
        assert table["回收期（月）"] == ("无须投入", "69")
