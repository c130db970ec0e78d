"""The library's printed figures, recomputed from its rows by other ways than the product's."""

from __future__ import annotations

import random
import re
from functools import cache
from itertools import permutations
from statistics import mean

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from fixdocs.project import Columns
from fixdocs.reports import REPORTS
from fixdocs.schema.choices import PartyKind, StepKind, TimeUnit, ValueType
from fixdocs.schema.survey import Step
from tests.reports.reading import Read, built

from .projects.library import library

HOURS = 7.5
CASES = 30_000


@cache
def read(number: int) -> Read:
    return Read(built(REPORTS[number - 1], library()))


def prints(number: int, text: str) -> None:
    assert text in read(number).text


def frame(columns: Columns) -> pd.DataFrame:
    return pd.DataFrame({name: list(values) for name, values in columns.values.items()})


# ----------------------------------------------------------------- the flow


def workdays(value: float | None, unit: TimeUnit | None) -> float:
    """A duration in workdays of 7.5 hours; natural days as five to seven."""
    if value is None:
        return 0.0
    return value * {TimeUnit.MINUTES: 1 / 60 / HOURS, TimeUnit.HOURS: 1 / HOURS, TimeUnit.WORKDAYS: 1.0,
                    TimeUnit.DAYS: 5 / 7}[unit]  # fmt: skip


class Case:
    """One simulated case: what it took, as it went."""

    def __init__(self) -> None:
        self.touch = self.wait = self.work = self.value = self.days = 0.0
        self.returns = 0
        self.stays: dict[str, float] = {}


def ways(steps: list[Step], at: int) -> list[str]:
    named = [way.target for way in steps[at].exits if way.target]
    return named or [steps[at + 1].id]


def simulated(steps: list[Step], draw: random.Random) -> Case:
    """A case walked from the start; at a fork both ways are walked, and the longer one counts for the time."""
    at = {step.id: n for n, step in enumerate(steps)}
    case, here = Case(), steps[0]
    while True:
        _pass(case, here)
        if here.kind is StepKind.END:
            return case
        onward = ways(steps, at[here.id])
        if here.kind is StepKind.FORK:
            branches = [steps[at[key]] for key in onward]
            _longest(case, branches)
            here = steps[at[ways(steps, at[branches[0].id])[0]]]
        elif here.kind is StepKind.DECISION:
            chosen = draw.choices(onward, [way.share for way in here.exits])[0]
            here = steps[at[chosen]]
        else:
            case.returns += at[onward[0]] < at[here.id]
            here = steps[at[onward[0]]]


def _pass(case: Case, step: Step) -> None:
    touch, wait = workdays(step.touch, step.touch_unit), workdays(step.wait, step.wait_unit)
    case.touch += touch
    case.wait += wait
    case.work += touch
    case.value += touch if step.value is ValueType.VALUE_ADDING else 0
    case.days += step.wait or 0 if step.wait_unit is TimeUnit.DAYS else 0
    case.stays[step.id] = case.stays.get(step.id, 0) + touch + wait


def _longest(case: Case, branches: list[Step]) -> None:
    walked = []
    for branch in branches:
        alone = Case()
        _pass(alone, branch)
        walked.append(alone)
    longest = max(walked, key=lambda one: one.touch + one.wait)
    case.touch += longest.touch
    case.wait += longest.wait
    case.value += longest.value
    case.work += sum(one.work for one in walked)


@cache
def cases(sheet: str) -> list[Case]:
    draw = random.Random(20261015)
    steps = list(library().rows(sheet))
    return [simulated(steps, draw) for _ in range(CASES)]


def figure(row: str, column: int, number: int, caption: str) -> float:
    """The number in a cell of the row that begins with ``row``."""
    cells = next(cells for cells in read(number).table(caption) if cells[0] == row)
    return float(re.sub(r"[^\d.]", "", cells[column]))


def near(printed: float, found: float, digits: int) -> None:
    """Whether a simulated mean agrees with a printed one: half a last digit and a hundredth of it."""
    assert abs(printed - found) <= 0.5 * 10**-digits + 0.012 * abs(found), (printed, found)


@pytest.mark.parametrize(
    ("row", "unit", "digits", "attribute"),
    [("总历时", 1, 1, "lead"), ("作业时间", 60 * HOURS, 0, "touch"), ("总作业量", 60 * HOURS, 0, "work"),
     ("等待时间", 1, 1, "wait"), ("其中以自然日填写", 1, 1, "days")],
)  # fmt: skip
def test_the_times_of_the_present_flow_come_out_of_a_simulation(
    row: str, unit: float, digits: int, attribute: str
) -> None:
    held = [c.touch + c.wait if attribute == "lead" else getattr(c, attribute) for c in cases("steps")]
    near(figure(row, 1, 1, "流程指标"), unit * mean(held), digits)


@pytest.mark.parametrize(
    ("row", "unit", "digits", "attribute"),
    [("总历时", 1, 1, "lead"), ("作业时间", 60 * HOURS, 0, "touch"), ("总作业量", 60 * HOURS, 0, "work"),
     ("等待时间", 1, 1, "wait"), ("其中以自然日填写的耗时", 1, 1, "days")],
)  # fmt: skip
def test_the_times_of_the_new_flow_come_out_of_a_simulation(row: str, unit: float, digits: int, attribute: str) -> None:
    held = [c.touch + c.wait if attribute == "lead" else getattr(c, attribute) for c in cases("to_be")]
    near(figure(row, 2, 4, "流程指标的前后对比"), unit * mean(held), digits)


def test_the_longest_step_and_its_share() -> None:
    held = cases("steps")
    lead = mean(c.touch + c.wait for c in held)
    stays = {step.id: sum(c.stays.get(step.id, 0) for c in held) / CASES for step in library().steps}
    longest = max(stays, key=lambda key: stays[key])
    said = re.search(r"最长的步骤是“(\w+) .*?，为 ([\d.]+) 个工作日。这一步占总历时的 ([\d.]+)%", read(1).text)
    assert said
    assert said[1] == longest
    near(float(said[2]), stays[longest], 1)
    near(float(said[3]), 100 * stays[longest] / lead, 1)


def test_the_efficiency_of_both_flows() -> None:
    for sheet, number, caption, column, name in (("steps", 1, "流程指标", 1, "流程周期效率（PCE）"),
                                                 ("to_be", 4, "流程指标的前后对比", 2, "流程周期效率（PCE）")):  # fmt: skip
        held = cases(sheet)
        near(figure(name, column, number, caption),
             100 * mean(c.value for c in held) / mean(c.touch + c.wait for c in held), 1)  # fmt: skip


def test_returns_of_the_one_loop() -> None:
    held = cases("steps")
    said = re.search(r"([\d.]+)%的案例至少退回一次，平均每个案例退回 ([\d.]+) 次", read(1).text.replace("% 的", "%的"))
    assert said
    near(float(said[1]), 100 * mean(c.returns > 0 for c in held), 1)
    assert abs(float(said[2]) - mean(c.returns for c in held)) < 0.015


def test_posts_times_add_up_to_all_the_branches() -> None:
    table = read(1).table("各岗位的时间")[1:]
    total = sum(sum(c.stays.values()) + workdays(25, TimeUnit.MINUTES) + workdays(2, TimeUnit.HOURS)
                + workdays(10, TimeUnit.MINUTES) + 1.0 for c in cases("steps")) / CASES  # fmt: skip
    printed = sum(float(re.sub(r"[^\d.]", "", cell)) / (1 if "工作日" in cell else HOURS if "小时" in cell else 60 * HOURS)
                  for row in table for cell in row[1:3])  # fmt: skip
    assert abs(printed - total) < 0.15


def test_handovers_decisions_and_columns_with_gaps() -> None:
    steps = library().steps
    assert figure("判断", 1, 1, "流程指标") == sum(s.kind is StepKind.DECISION for s in steps)
    rows = {cells[0]: cells[1] for cells in read(1).table("流程指标")}
    assert rows["客户操作"] == f"至少 {sum(s.customer == 'yes' for s in steps)}"
    assert rows["系统或工具"] == f"至少 {len({s.system for s in steps if s.system})}"
    assert rows["审批节点"] == str(sum(s.approval == "yes" for s in steps))


def test_a_column_left_blank_throughout_gives_no_figure() -> None:
    rows = {cells[0]: cells for cells in read(4).table("流程指标的前后对比")}
    assert all(step.approval is None and step.customer is None for step in library().to_be)
    assert rows["审批节点"][2] == "—"
    assert rows["客户操作"][2] == "—"


# ---------------------------------------------------------- running figures


def exact(values: list[float]) -> float:
    """The two-sided p of Kendall's S by every order of the values."""

    def score(order: tuple[float, ...]) -> int:
        return sum(int(np.sign(b - a)) for n, a in enumerate(order) for b in order[n + 1 :])

    held = abs(score(tuple(values)))
    orders = [abs(score(order)) >= held for order in permutations(values)]
    return sum(orders) / len(orders)


@pytest.mark.parametrize("name", ["月末在途件数", "退回补充率", "读者满意度", "境外申请量"])
def test_a_trend_by_every_order_of_its_months(name: str) -> None:
    values = list(next(i for i in library().indicators if i.name == name).months.values())
    text = next(b.text for b in read(1).blocks if b.text.startswith(f"{name} 6 个月"))
    assert f"p = {exact(values):.3f}" in text
    if len(set(values)) == len(values):
        assert f"{stats.kendalltau(range(6), values, method='exact').pvalue:.3f}" in text


@pytest.mark.parametrize("indicator", library().indicators, ids=lambda i: i.name)
def test_means_of_months_and_months_on_target(indicator: object) -> None:
    row = next(cells for cells in read(1).table("各项指标逐月数值") if cells[0] == indicator.name)
    values = pd.Series(indicator.months)
    assert float(row[8]) == pytest.approx(values.mean(), abs=0.05)
    if indicator.target is None:
        assert row[10] == "—"
        return
    met = values <= indicator.target if indicator.direction == "lower" else values >= indicator.target
    assert row[10] == f"{met.sum()}/{values.size}"


def test_tickets_of_the_period_by_pandas() -> None:
    all_of = frame(library().tickets)
    inside = all_of[(all_of.created >= "2026-03-01") & (all_of.created < "2026-09-01")]
    days = (inside.closed - inside.created).dropna().dt.total_seconds() / 86400
    hours = (inside.responded - inside.created).dropna().dt.total_seconds() / 3600
    prints(1, f"数据期间的工单共 {len(inside)} 张")
    prints(1, f"已关闭的 {days.size} 张，从创建到关闭的时间中位数为 {days.median():.1f} 个自然日")
    prints(1, f"平均 {days.mean():.1f} 个自然日，P90 为 {days.quantile(0.9):.1f} 个自然日")
    prints(1, f"首次响应时间中位数为 {hours.median():.1f} 小时（自然时间），P90 为 {hours.quantile(0.9):.1f} 小时")
    prints(1, f"标为重复的占 {100 * (inside.repeated == 'yes').mean():.1f}%")
    prints(1, f"另有 {len(all_of) - len(inside)} 张创建于数据期间之外")


def test_tickets_by_month_by_pandas() -> None:
    held = frame(library().tickets)
    for number, row in enumerate(read(1).table("各月工单")[1:], 3):
        month = pd.Period(f"2026-{number:02}", "M")
        new = held[held.created.dt.to_period("M") == month]
        days = (new.closed - new.created).dropna().dt.total_seconds() / 86400
        done = held[held.closed.dt.to_period("M") == month]
        end = month.end_time
        waiting = held[(held.created <= end) & ~(held.closed <= end)]
        assert [int(cell) for cell in row[1:4]] == [len(new), len(done), len(waiting)], row
        assert row[4:] == (f"{days.median():.1f}", f"{days.quantile(0.9):.1f}"), row


def test_the_log_by_pandas() -> None:
    log = frame(library().log)
    spans = log.groupby("case").apply(
        lambda g: (g.finished.max() - pd.concat([g.started, g.finished]).dropna().min()).total_seconds() / 86400
    )
    variants = log.groupby("case").activity.apply(" → ".join).value_counts()
    again = log.groupby("case").activity.apply(lambda a: a.duplicated().any())
    prints(
        1,
        f"流程日志含 {len(spans)} 个案例、{len(log)} 个事件、{log.activity.nunique()} 种活动，共 {len(variants)} 种走法",
    )
    prints(
        1,
        f"时间中位数为 {spans.median():.1f} 个自然日，平均 {spans.mean():.1f} 个自然日，P90 为 {spans.quantile(0.9):.1f}",
    )
    prints(1, f"返工率为 {100 * again.mean():.1f}%")
    rows = read(1).table("最常见的走法")[1:]
    assert {row[1]: int(row[2]) for row in rows} == variants.to_dict()


# ------------------------------------------------------------------- voices


@pytest.mark.parametrize(("party", "word", "name"), [
    (PartyKind.CUSTOMER, "客户", "客户"), (PartyKind.FRONT_LINE, "内部人员", "内部人员"),
])  # fmt: skip
def test_answers_by_pandas(party: PartyKind, word: str, name: str) -> None:
    held = frame(library().answers)
    held = held[held.party == party]
    values = {n: held[f"values[Q{n:02}]"].dropna().astype(object) for n in range(1, 8)}
    top = pd.concat([values[1] >= 4, 6 - values[3] >= 4]).mean()
    prints(1, f"{word}问卷满意度为 {100 * top:.1f}%（{len(held)} 份答卷）")
    marks = values[5].astype(float)
    nps = round(100 * ((marks >= 9).mean() - (marks <= 6).mean()))
    assert f"净推荐值（NPS）为 {str(nps).replace('-', '−')}（{len(held)} 份作答）" in read(1).text
    rows = {
        (c[0], c[1].rpartition("（")[2].rstrip("）").partition("，")[0]): c for c in read(1).table("量表题结果")[1:]
    }
    for n, scored in ((1, values[1]), (2, values[2]), (3, 6 - values[3]), (4, values[4])):
        row = rows[f"Q{n:02}", name]
        assert int(row[3]) == len(scored)
        assert row[4] == f"{scored.astype(float).mean():.2f}"


def test_the_class_of_others_is_counted_as_what_it_is() -> None:
    held = frame(library().answers)
    held = held[held.party == PartyKind.CUSTOMER]["values[Q06]"].value_counts()
    assert held.idxmax() == "其他"
    rows = [row for row in read(1).table("选择题结果")[1:] if row[1] == "其他"]
    assert rows[0][2:] == (str(held["其他"]), f"{100 * held['其他'] / held.sum():.1f}%")


def test_open_answers_said_word_for_word_are_merged() -> None:
    given = frame(library().answers).dropna(subset=["values[Q08]"])
    for text, own in given.groupby("values[Q08]"):
        customers = int((own.party == PartyKind.CUSTOMER).sum())
        parts = [f"{who} {n} 份" for who, n in (("客户", customers), ("内部人员", len(own) - customers)) if n]
        prints(1, f"{text}（Q08，{'、'.join(parts)}）")


def test_shares_of_the_survey() -> None:
    for who, customers in (("客户", True), ("内部人员", False)):
        rows = [r for r in library().parties if (r.kind is PartyKind.CUSTOMER) is customers]
        sent, back, good = (sum(getattr(r, name) or 0 for r in rows) for name in ("sent", "returned", "valid"))
        prints(1, f"{who}问卷发放 {sent} 份，回收 {back} 份，回收率 {100 * back / sent:.1f}%")
        prints(1, f"{who}有效问卷 {good} 份，有效率 {100 * good / back:.1f}%")


# ------------------------------------------------------------------ choices


@cache
def panel() -> pd.DataFrame:
    rows = [
        {"who": s.reviewer, "what": s.alternative, "criterion": name, "raw": value}
        for s in library().scores
        for name, value in s.values.items()
    ]
    held = pd.DataFrame(rows).dropna()
    held["raw"] = held.raw.astype(float)
    held["turned"] = held.raw.where(held.criterion != "推行阻力", 6 - held.raw)
    return held


WEIGHTS = {criterion.name: criterion.weight for criterion in library().criteria}


@cache
def means() -> pd.DataFrame:
    return panel().groupby(["what", "criterion"]).turned.mean().unstack()


def totals(weights: dict[str, float]) -> pd.Series:
    return (means() * pd.Series(weights)).sum(axis=1)


def test_totals_and_the_tie() -> None:
    held = totals(WEIGHTS)
    assert held["S02"] == pytest.approx(held["S03"], abs=1e-12)
    rows = {row[0][:3]: row for row in read(5).table("各方案的换算均分、加权总分与排名")[1:]}
    for key, row in rows.items():
        assert float(row[5]) == pytest.approx(held[key], abs=0.0051)
    assert [rows[key][6] for key in ("S01", "S02", "S03")] == ["1", "2（并列）", "2（并列）"]


def test_each_reviewers_total() -> None:
    held = panel().assign(weighed=lambda d: d.turned * d.criterion.map(WEIGHTS))
    held = held.groupby(["who", "what"]).weighed.sum()
    names = {r.name: r.id for r in library().reviewers}
    for row in read(5).table("各评审人的加权总分与首选方案")[1:-1]:
        for alternative, cell in zip(("S01", "S02", "S03"), row[1:4], strict=True):
            if cell == "—":
                assert (names[row[0]], alternative) == ("E04", "S03")
            else:
                assert float(cell) == pytest.approx(held[names[row[0]], alternative], abs=0.0051)


def test_the_weight_that_changes_the_first_is_found_by_trying() -> None:
    turned: dict[str, float] = {}
    for name in WEIGHTS:
        rest = 1 - WEIGHTS[name]
        for weight in np.arange(0, 1.001, 0.002):
            tried = {key: held * (1 - weight) / rest for key, held in WEIGHTS.items()} | {name: weight}
            held = totals(tried)
            if held.drop("S01").max() > held["S01"] + 1e-9:
                turned[name] = weight
                break
    assert list(turned) == ["推行阻力"]
    said = re.search(r"推行阻力的权重由 20% 升至约 ([\d.]+)% 以上", read(5).text)
    assert said
    assert float(said[1]) == pytest.approx(100 * turned["推行阻力"], abs=0.21)
    prints(5, "可行性、有效性、读者受益的权重无论怎样变动")


def test_agreement_by_scipy() -> None:
    held = panel().assign(weighed=lambda d: d.turned * d.criterion.map(WEIGHTS))
    held = held.groupby(["who", "what"]).weighed.sum().unstack().dropna()
    w = stats.friedmanchisquare(*(held[key] for key in held)).statistic / (len(held) * (held.shape[1] - 1))
    prints(5, f"m = {len(held)} 位评分完整的评审人")
    prints(5, f"得 W = {w:.3f}")


def test_counts_of_scores_and_their_spread() -> None:
    held = panel()
    prints(5, f"给出的 {len(held)} 个评分")
    widest = held.groupby(["what", "criterion"]).raw.std().idxmax()
    prints(5, f"分歧最大的是方案 {widest[0]} 的{widest[1]}")


# -------------------------------------------------------------------- plan


def test_sums_of_the_chosen_measures() -> None:
    project = library()
    chosen = set(next(a for a in project.alternatives if a.id == "S01").measures)
    held = pd.DataFrame([m.model_dump() for m in project.measures if m.id in chosen])
    given = held[["investment", "running_cost", "saving", "person_days"]].astype(float)
    sums, counts = given.sum(), given.count()
    prints(4, f"一次性投入 {sums.investment / 1e4:g} 万元（5 项措施中 {counts.investment} 项给出）")
    prints(4, f"年运行费 {sums.running_cost:,.0f} 元（5 项措施中 {counts.running_cost} 项给出）")
    prints(4, f"年节约 {sums.saving / 1e4:g} 万元（5 项措施中 {counts.saving} 项给出）")
    prints(4, f"投入人力 {sums.person_days:g} 人天（5 项措施中 {counts.person_days} 项给出）")
    prints(4, f"投入人力折合 {sums.person_days * project.info.day_rate / 1e4:.2f} 万元")
    assert "回收期为" not in read(4).text  # a running cost is missing, so nothing is earned back


def test_reach_of_the_goals() -> None:
    measures = {m.id: m for m in library().measures}
    for row in read(4).table("各项目标的预期效益")[1:]:
        goal = next(g for g in library().goals if g.id == row[0])
        if row[8] == "—":
            assert row[3] == row[5] == row[7] == "—"
            continue
        held = measures[row[8]]
        value = held.after if row[4] == "试行" else held.expected
        share = (goal.baseline - value) / (goal.baseline - goal.target)
        assert float(row[7].rstrip("%")) == pytest.approx(100 * share, abs=0.5001)


def test_issues_counted_by_hand() -> None:
    held = pd.DataFrame([i.model_dump() for i in library().issues])
    core = held[((held.impact >= 4) & (held.frequency >= 4)) | (held.core_override == "yes")]
    prints(2, f"共识别 {len(held)} 个问题，其中核心问题 {len(core)} 个")
    kinds = held.kind.value_counts()
    assert sorted(kinds) == [1, 3, 3, 3]
    prints(2, "各占 10 个问题的 30.0%")


def test_verdicts_of_causes_counted_by_hand() -> None:
    held = pd.Series([c.verdict.value if c.verdict else "pending" for c in library().causes]).value_counts()
    prints(
        3, f"共排查 {held.sum()} 条可能原因：确认 {held['confirmed']} 条（{100 * held['confirmed'] / held.sum():.1f}%）"
    )
    prints(3, f"排除 {held['excluded']} 条、待验证 {held['pending']} 条")


def test_waiting_seen_on_site() -> None:
    held = pd.DataFrame([
        {"kind": o.kind, "n": o.times, "minutes": (o.times or 0) * workdays(o.duration, o.duration_unit) * 60 * HOURS}
        for o in library().observations
    ])  # fmt: skip
    waiting = held[held.kind == "waiting"]
    row = next(cells for cells in read(1).table("按类型统计的观察") if cells[0] == "等待")
    assert row[1:] == (str(len(waiting)), str(waiting.n.sum()), f"{waiting.minutes.sum():,.0f}")
