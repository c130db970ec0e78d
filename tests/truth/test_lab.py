"""The laboratory's printed figures, computed by another way from its rows: simulation, pandas, and by hand."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Sequence
from functools import cache
from statistics import mean

import numpy as np
import pandas as pd
import pytest
from msgspec.structs import replace

from fixdocs.diagnostics import Severity
from fixdocs.diagnostics.codes import CODES
from fixdocs.project import Columns, Project
from fixdocs.rules import check
from fixdocs.schema.choices import Direction, StepKind, TimeUnit, ValueType
from fixdocs.schema.survey import Step
from tests.reports.reading import Read, built
from tests.support.rounding import half_up

from .projects.lab import lab, lab_two

CASES = 20_000
ALTERNATIVES = ("S01", "S02", "S03")


@cache
def report(name: str) -> Read:
    return Read(built(name, lab()))


def cells(name: str, caption: str) -> dict[str, tuple[str, ...]]:
    """A table's rows by their first cell."""
    return {row[0]: row[1:] for row in report(name).table(caption)[1:]}


def number(text: str) -> float:
    """The first number of a text."""
    found = re.search(r"[−+-]?\d[\d,]*\.?\d*", text)
    assert found, text
    return float(found[0].replace(",", "").replace("−", "-"))


def frame(table: Columns) -> pd.DataFrame:
    return pd.DataFrame({name: list(column) for name, column in table.values.items()})


class Walk:
    """Cases sent through a flow one by one with a fixed seed; every branch of a split is done, the longest counts."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self.steps = {step.id: step for step in steps}
        self.order = [step.id for step in steps]
        self.chance = random.Random(20260814)
        self.spent: list[tuple[float, float, float, float]] = []  # lead, touch, value-adding touch, all touch
        self.passed: list[set[str]] = []
        self.returns: list[int] = []
        for _ in range(CASES):
            self._one()

    def _next(self, key: str) -> list[tuple[str, float]]:
        ways = [(str(way.target), way.share or 1.0) for way in self.steps[key].exits]
        return ways or [(self.order[self.order.index(key) + 1], 1.0)]

    def _one(self) -> None:
        key, lead, touch, adding, work, back = self.order[0], 0.0, 0.0, 0.0, 0.0, 0
        seen: set[str] = set()
        while True:
            step = self.steps[key]
            seen.add(key)
            lead += (step.touch or 0) + (step.wait or 0)
            touch += step.touch or 0
            work += step.touch or 0
            adding += (step.touch or 0) if step.value is ValueType.VALUE_ADDING else 0
            if step.kind is StepKind.END:
                break
            if step.kind is StepKind.FORK:
                branches = [self.steps[k] for k, _ in self._next(key)]
                longest = max(branches, key=lambda s: (round((s.touch or 0) + (s.wait or 0), 6), s.touch or 0))
                lead += (longest.touch or 0) + (longest.wait or 0)
                touch += longest.touch or 0
                adding += longest.touch or 0
                work += sum(s.touch or 0 for s in branches)
                key = self._next(branches[0].id)[0][0]
                continue
            ways = self._next(key)
            ahead = self.chance.choices([k for k, _ in ways], [share for _, share in ways])[0]
            back += self.order.index(ahead) < self.order.index(key)
            key = ahead
        self.spent.append((lead, touch, adding, work))
        self.passed.append(seen)
        self.returns.append(back)

    def mean(self, which: int) -> float:
        return mean(row[which] for row in self.spent)

    def share(self, key: str) -> float:
        return sum(key in seen for seen in self.passed) / CASES


@cache
def walked(flow: str) -> Walk:
    """The present flow, or an alternative's."""
    steps = lab().steps if flow == "now" else [s for s in lab().to_be if s.alternatives == (flow,)]
    return Walk(steps)


class TestProject:
    @pytest.mark.parametrize("make", [lab, lab_two])
    def test_no_rule_reports_an_error(self, make: object) -> None:
        assert callable(make)
        assert [d for d in check(make()) if CODES[d.code].severity is Severity.ERROR] == []

    def test_all_durations_are_calendar_days(self) -> None:
        units = {u for s in (*lab().steps, *lab().to_be) for u in (s.touch_unit, s.wait_unit) if u}
        assert units == {TimeUnit.DAYS}

    def test_without_a_reason_a_choice_below_the_first_is_an_error(self) -> None:
        held = lab()
        assert held.decision is not None
        bare = replace(held, decision=held.decision.model_copy(update={"reason": None}))
        assert {d.code for d in check(bare)} - {d.code for d in check(held)} == {"FD907"}
        text = Read(built("evaluation", bare, draft=True)).text
        assert "不按得分采纳的理由：" not in text
        assert "与评分结果一致" not in text


class TestFlow:
    @pytest.mark.parametrize(
        ("row", "which", "near"), [("总历时", 0, 0.08), ("作业时间", 1, 0.06), ("总作业量", 3, 0.06)]
    )
    def test_times_are_those_of_cases_sent_through(self, row: str, which: int, near: float) -> None:
        printed = cells("survey", "流程指标")[row][0]
        assert printed.endswith(" 个自然日")
        assert number(printed) == pytest.approx(walked("now").mean(which), abs=near)

    def test_waiting_is_the_rest_and_the_ratio_that_of_value(self) -> None:
        table, walk = cells("survey", "流程指标"), walked("now")
        assert number(table["等待时间"][0]) == pytest.approx(walk.mean(0) - walk.mean(1), abs=0.08)
        assert number(table["流程周期效率（PCE）"][0]) == pytest.approx(100 * walk.mean(2) / walk.mean(0), abs=0.2)

    def test_a_loop_is_told_by_its_cases_and_its_times(self) -> None:
        returned = walked("now").returns
        assert 100 * mean(n > 0 for n in returned) == pytest.approx(38.0, abs=0.6)
        text = report("survey").texts("流程概况与效率")
        assert "38.0%的案例至少退回一次" in text
        assert f"{mean(returned):.1f}" == "0.6"
        assert "0.61 次" in text

    def test_posts_share_the_times_of_their_steps(self) -> None:
        steps, returned = lab().steps, mean(walked("now").returns)
        visits = {"F10": 0.85 + returned, "F11": 0.15, "F12": 1 + returned}
        spent = [(s.post, visits.get(s.id, 1.0) * ((s.touch or 0) + (s.wait or 0))) for s in steps]
        held = pd.DataFrame(spent, columns=["post", "days"]).groupby("post").days.sum()
        for post, row in cells("survey", "各岗位的时间").items():
            assert number(row[2]) == pytest.approx(100 * held[post] / held.sum(), abs=0.4), post

    @pytest.mark.parametrize(("column", "flow"), [(0, "S01"), (1, "S02")])
    def test_every_alternative_has_the_lead_time_of_its_own_flow(self, column: int, flow: str) -> None:
        row = cells("plan", "备选方案比较")["总历时（预期）"]
        assert number(row[column]) == pytest.approx(walked(flow).mean(0), abs=0.08)
        assert row[2] == "—"

    def test_the_change_is_that_of_the_two_flows(self) -> None:
        before, after = walked("now"), walked("S02")
        table = cells("plan", "流程指标的前后对比")
        for row, which in (("总历时", 0), ("作业时间", 1), ("总作业量", 3)):
            share = 100 * (before.mean(which) - after.mean(which)) / before.mean(which)
            assert table[row][2].startswith("减少")
            assert number(table[row][2]) == pytest.approx(share, abs=0.5), row

    def test_the_required_check_is_gone_round_by_the_share_that_goes_round_it(self) -> None:
        assert walked("now").share("F12") == 1.0
        assert 100 * (1 - walked("S02").share("B12")) == pytest.approx(15.0, abs=0.5)
        assert re.search(r"F12 原始记录核验.*15\.0% 的案例不再经过", report("plan").text)


class TestRunning:
    def test_months_and_their_mean(self) -> None:
        table = cells("survey", "各项指标逐月数值")
        for row in lab().indicators:
            printed = table[row.name]
            values = list(row.months.values())
            assert [number(text) for text in printed[1:5]] == values
            assert number(printed[5]) == pytest.approx(np.mean(values), rel=0.006), row.name

    def test_targets_are_missed_in_every_month(self) -> None:
        table = cells("survey", "各项指标逐月数值")
        for row in lab().indicators:
            if row.target is not None:
                met = sum(v <= row.target if row.direction is Direction.LOWER else v >= row.target
                          for v in row.months.values())  # fmt: skip
                assert table[row.name][-1] == f"{met}/4"

    def test_enquiries_are_48_minutes_at_the_middle(self) -> None:
        held = frame(lab().tickets)
        held = held[held.created >= "2026-03-01"]
        spans = (held.closed - held.created).dt.total_seconds().dropna() / 60
        text = report("survey").texts("工单")
        assert spans.median() == 48
        for figure in (f"数据期间的工单共 {len(held)} 张", f"已关闭的 {len(spans)} 张", f"中位数为 {spans.median():.0f} 分钟",
                       f"平均 {spans.mean():.0f} 分钟", f"P90 为 {spans.quantile(0.9):.0f} 分钟"):  # fmt: skip
            assert figure in text
        answered = (held.responded - held.created).dt.total_seconds().dropna() / 60
        assert f"首次响应时间中位数为 {answered.median():.0f} 分钟" in text
        again = 100 * (held.repeated.dropna() == "yes").mean()
        assert f"标为重复的占 {again:.1f}%" in text

    def test_enquiries_month_by_month(self) -> None:
        held = frame(lab().tickets)
        held = held[held.created >= "2026-03-01"].assign(
            minutes=lambda f: (f.closed - f.created).dt.total_seconds() / 60
        )
        rows = report("survey").table("各月工单")[1:]
        for row, (_, month) in zip(rows, held.groupby(held.created.dt.month), strict=True):
            closed = month.closed.notna().sum()
            assert (int(row[1]), int(row[2])) == (len(month), closed)
            assert number(row[4]) == month.minutes.median() == 48
            assert number(row[5]) == pytest.approx(month.minutes.quantile(0.9), abs=0.05)
        backlog = list(itertools.accumulate(int(row[1]) - int(row[2]) for row in rows))
        assert [int(row[3]) for row in rows] == backlog

    def test_cases_of_the_log(self) -> None:
        held = frame(lab().log)
        spans = held.groupby("case").agg(
            begin=("started", "min"), first=("finished", "min"), last=("finished", "max"), n=("case", "size")
        )
        long = spans[spans.n > 1]
        minutes = (long["last"] - long.begin).dt.total_seconds() / 60
        text = report("survey").texts("流程日志")
        assert f"流程日志含 {len(spans)} 个案例、{len(held)} 个事件、{held.activity.nunique()} 种活动" in text
        assert f"中位数为 {minutes.median():.0f} 分钟" in text
        assert f"P90 为 {half_up(minutes.quantile(0.9), 0)} 分钟" in text


class TestVoices:
    def test_questions_are_what_pandas_makes_of_the_columns(self) -> None:
        table = cells("survey", "量表题结果")
        held = frame(lab().answers)
        for key, turned in (("Q01", False), ("Q02", False), ("Q03", True)):
            column = held[f"values[{key}]"].dropna()
            column = 6 - column if turned else column
            assert table[key][2] == str(len(column))
            assert table[key][3] == half_up(column.mean(), 2)

    def test_satisfaction_counts_the_questions_of_five_levels(self) -> None:
        held = frame(lab().answers)
        five = pd.concat([held["values[Q01]"], 6 - held["values[Q03]"]]).dropna()
        assert f"{half_up(100 * (five >= 4).mean(), 1)}%" in "\n".join(report("survey").points())

    def test_planned_and_held_stand_apart(self) -> None:
        rows = report("survey").table("调研对象")[1:]
        customers = next(row for row in rows if row[0] == "客户")
        assert customers[3:] == ("30", "21", "30", "21", "21")


class TestPlan:
    def test_costs_add_up_by_alternative(self) -> None:
        project, table = lab(), cells("plan", "备选方案比较")
        money = pd.DataFrame([m.model_dump() for m in project.measures]).set_index("id")
        for n, alternative in enumerate(project.alternatives):
            held = money.loc[list(alternative.measures)]
            total = held.investment.sum() / 10000
            printed = table["措施的一次性投入"][n]
            assert number(printed) == total
            assert ("给出" in printed) == bool(held.investment.isna().any())
        assert [number(t) for t in table["措施的一次性投入"][:2]] == [27.5, 28.5]

    def test_saving_and_negative_running_cost_of_the_one_adopted(self) -> None:
        held = [m for m in lab().measures if m.id in ("M01", "M04", "M05")]
        text = report("plan").texts("资源与预算")
        assert f"年节约 {sum(m.saving or 0 for m in held) / 10000:g} 万元" in text
        assert f"年运行费 −{-sum(m.running_cost or 0 for m in held) / 10000:g} 万元" in text

    def test_goals_by_hand(self) -> None:
        table = cells("plan", "各项目标的预期效益")
        for key, after in (("G02", 0.0026), ("G03", 9.0)):
            goal = next(g for g in lab().goals if g.id == key)
            assert goal.baseline is not None
            assert goal.target is not None
            assert number(table[key][4]) == float(half_up(100 * (goal.baseline - after) / goal.baseline, 1))
            reached = 100 * (goal.baseline - after) / (goal.baseline - goal.target)
            assert table[key][6] == f"{half_up(reached, 0)}%"

    def test_the_range_of_tiny_values_keeps_its_figures(self) -> None:
        values = next(i for i in lab().indicators if i.name == "证书差错率").months.values()
        assert f"{min(values)} 处/份至 {max(values)} 处/份" in str(report("plan").table("试行前后的数值"))


@cache
def scored() -> pd.DataFrame:
    """Converted scores, a row each."""
    rows = []
    for score in lab().scores:
        for criterion in lab().criteria:
            value = score.values[criterion.name]
            assert value is not None
            turned = 6 - value if criterion.direction is Direction.LOWER else value
            rows.append((score.reviewer, score.alternative, criterion.name, turned, turned * criterion.weight))
    return pd.DataFrame(rows, columns=["who", "what", "criterion", "score", "weighted"])


class TestScores:
    def totals(self) -> pd.Series[float]:
        return scored().groupby(["what", "who"]).weighted.sum().groupby("what").mean()

    def test_totals_and_ranks(self) -> None:
        totals, table = self.totals(), report("evaluation").table("各方案的换算均分、加权总分与排名")[1:]
        ranks = totals.round(9).rank(method="min", ascending=False)
        for row in table:
            key = row[0].split()[0]
            assert row[5] == half_up(totals[key], 2)
            assert number(row[6]) == ranks[key]
        assert totals["S01"] == pytest.approx(totals["S02"])
        assert ["并列" in row[6] for row in table] == [False, True, True]

    def test_means_by_criterion(self) -> None:
        means = scored().groupby(["criterion", "what"]).score.mean()
        spread = scored().groupby(["criterion", "what"]).score.std()
        assert spread.round(6).nunique() == 1  # nothing is disputed more than the rest
        for row in report("evaluation").table("各维度得分与差异")[1:]:
            key = (row[0], row[1].split()[0])
            assert (row[3], row[4]) == (half_up(means[key], 2), half_up(spread[key], 2))

    def test_weights_at_which_the_first_changes(self) -> None:
        means = scored().groupby(["what", "criterion"]).score.mean().unstack()
        weights = pd.Series({c.name: c.weight for c in lab().criteria})
        values, names = means[weights.index].to_numpy(), list(weights.index)
        rows = [ALTERNATIVES.index(key) for key in means.index]
        found: dict[tuple[str, str], float] = {}
        for at, name in enumerate(names):
            for share in np.arange(round(weights[name] * 1000) + 1, 1000) / 1000:
                moved = weights.to_numpy() * (1 - share) / (1 - weights[name])
                moved[at] = share
                totals = values @ moved
                for n in rows[:2]:
                    if totals[n] >= totals[2] - 1e-9:
                        found.setdefault((name, ALTERNATIVES[n]), float(100 * share))
        printed: dict[tuple[str, str], float] = {}
        for row in report("evaluation").table("各维度的持平权重")[1:]:
            printed[row[0], row[2].split()[0]] = number(row[3])
        assert printed == {key: pytest.approx(value, abs=0.11) for key, value in found.items()}

    def test_conditions_are_counted_through_three_kinds_of_mark(self) -> None:
        decision = lab().decision
        assert decision is not None
        conditions = re.split(r"[；;\n]", decision.conditions or "")
        assert f"附带条件 {len(conditions)} 项" in report("evaluation").text
        for name in ("plan", "evaluation"):
            for condition in conditions:
                assert condition in report(name).text

    def test_the_approver_signs_though_a_reviewer_holds_the_same_post(self) -> None:
        info = lab().info
        assert info is not None
        assert info.approver in {r.post for r in lab().reviewers}
        for name in ("plan", "evaluation"):
            assert f"批准人\t{info.approver}" in report(name).text


def test_branches_side_by_side_last_as_long_as_the_longest_of_them() -> None:
    held: Project = lab()
    branches = [round((s.touch or 0) + (s.wait or 0), 2) for s in held.steps if s.id in ("F05", "F06", "F07")]
    assert branches == [4.17, 4.17, 3.75]  # 100, 100 and 90 hours
    rows = {row[0]: row for row in report("survey").table("现状流程步骤")[1:]}
    assert [number(rows[key][4]) + number(rows[key][5]) for key in ("F05", "F06", "F07")] == pytest.approx(branches)
