"""What an examiner found of the flow: averages of one pass, several ends, branches, and flows to be that prove nothing."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from fixdocs.analysis.claims import change, flow
from fixdocs.schema.choices import Adoption, Direction, StepKind, TimeUnit, Trial
from fixdocs.schema.improve import Alternative, Measure
from fixdocs.schema.survey import Exit
from tests.reports.plans import END, START, box, flows, goal, read, step, thin
from tests.truth import flow_cases as cases
from tests.truth.changes import Line, found, option, said

DAY, MIN = TimeUnit.WORKDAYS, TimeUnit.MINUTES


def waits(key: str, days: float | None, **more: Any) -> Line:
    held = {} if days is None else {"wait": days, "wait_unit": DAY}
    return step(key, 5, **held, **more)


def one(trial: Trial | None, adoption: Adoption | None = Adoption.ADOPTED, key: str = "M1") -> Measure:
    return Measure(id=key, roots=("R1",), name=f"措施{key}", content="做", post="主管", trial=trial, adoption=adoption)


SLOW, FAST = [START, waits("F2", 10), END], [START, waits("F2", 2, measures=("M1",)), END]
GONE = [START, waits("F2", None), END]


class TestLost:
    """8: a duration that the flow to be leaves blank is no 0."""

    def test_the_lead_time_is_at_least_what_is_left(self) -> None:
        made = option(SLOW, GONE)
        assert made.flow.lead is not None
        assert made.flow.lead.fact.partly
        assert said(change.lead(made)).startswith("总历时无从比较")
        assert "至少 5 分钟" in said(change.lead(made))
        assert said(change.lost(made)).startswith("F2 步骤F2在现状中有作业或等待时间，改进后没有填写")

    def test_the_headline_says_so(self) -> None:
        made = read(thin(**flows(SLOW, GONE)))
        assert "至少 5 分钟" in made.text
        assert "改进后（预计）：5 分钟" not in made.text
        assert "两者不可比" in made.text

    def test_what_both_have_is_compared(self) -> None:
        made = option(SLOW, FAST)
        assert change.lost(made) is None
        assert made.flow.lead is not None
        assert not made.flow.lead.fact.partly
        assert "两者不可比" not in read(thin(**flows(SLOW, FAST))).text

    def test_a_flow_without_decisions_is_not_said_to_have_filled_shares(self) -> None:
        asking = [START, waits("F2", 10), step("F3", 0, StepKind.DECISION, exits=(
            Exit(target="F9", result="是"), Exit(target="F2", result="否"))), END]  # fmt: skip
        text = said(change.lead(option(asking, FAST)))
        assert "现状流程没有填全分支占比，按主路径计算" in text
        assert "改进后预计为" in text
        assert "改进后流程没有填全分支占比" in said(change.lead(option([START, waits("F2", 2), END], asking)))


class TestFailed:
    """9: a flow to be whose changes come from measures that failed promises nothing."""

    def test_no_benefit_comes_of_failed_measures(self) -> None:
        held = thin(**flows(SLOW, FAST), measures=(one(Trial.FAILED),))
        made = read(held)
        assert box(made)["预期效益"] == "改进后流程中注明措施的变化都来自 M1（试行无效），预计的总历时不计为效益。"
        assert "总历时（工作日，预期）" not in made.text

    def test_some_changes_of_failed_measures_are_named(self) -> None:
        before = [START, waits("F2", 10), waits("F3", 5), END]
        after = [START, waits("F2", 2, measures=("M1",)), waits("F3", 1, measures=("M2",)), END]
        measures = (one(None), one(None, Adoption.REJECTED, "M2"))
        held = found(**flows(before, after), measures=measures)
        (only,) = held.options
        assert said(change.failed(held, only)).startswith("改进后流程中有的变化来自措施 M2（不采纳）")

    @pytest.mark.parametrize(("after", "told"), [(30, True), (31, True), (20, False)])
    def test_a_trial_without_betterment_does_not_bear_the_flow(self, after: float, told: bool) -> None:
        tried = one(Trial.EFFECTIVE).model_copy(update={"indicator": "耗时", "before": 30, "after": after})
        aim = goal(direction=Direction.LOWER)
        held = found(**flows(SLOW, FAST), measures=(tried,), goals=(aim,))
        made = change.unborne(held, held.options[0])
        assert (made is not None) is told
        text = read(thin(**flows(SLOW, FAST), measures=(tried,), goals=(aim,))).text
        assert ("来自措施 M1，试行值没有改善" in text) is told

    def test_what_is_adopted_is_not(self) -> None:
        held = found(**flows(SLOW, FAST), measures=(one(None),))
        assert change.failed(held, held.options[0]) is None
        assert "总历时" in box(read(thin(**flows(SLOW, FAST), measures=(one(None),))))["预期效益"]


class TestMainPath:
    """19 and 65: one pass along the main path is no average, and the main path goes where most cases go."""

    def test_one_pass_is_not_called_an_average(self) -> None:
        made = cases.read(*cases.returning(None, None))
        assert made.points()[0].startswith("按主路径走一遍（不含退回）需要")
        assert made.points()[1].startswith("按主路径走一遍的停留时间")
        assert "平均" not in "".join(made.points()[:2])

    def test_shares_make_an_average(self) -> None:
        made = cases.read(*cases.returning())
        assert made.points()[0].startswith("一个案例从头到尾平均需要")
        assert "含重复经过" in made.points()[1]
        assert "含重复经过" not in cases.read(*cases.both_clocks()).text

    @pytest.mark.parametrize(("aside", "n"), [(0.6, 2), (0.4, 0), (None, 0)])
    def test_hand_offs_are_counted_where_most_cases_go(self, aside: float | None, n: int) -> None:
        rest = None if aside is None else 1 - aside
        steps = cases.line(
            cases.step("F01", cases.ASK, ways={"F03": rest, "F02": aside}),
            cases.step("F02", touch=(1, cases.HOUR), post="乙岗"),
            cases.step("F03", touch=(1, cases.HOUR)),
        )
        assert cases.found(*steps).handoffs == n


class TestEnds:
    """26: cases that are given up are in the average."""

    def test_the_share_of_each_end_is_told(self) -> None:
        made = flow.ends(cases.found(*cases.given_up()))
        assert said(made) == "70.0%的案例止于“F99 步骤9”、30.0%的案例止于“F98 步骤8”，平均值包括各种终点的案例。"

    def test_the_main_path_has_one_end(self) -> None:
        made = flow.ends(cases.found(*cases.given_up(None, None)))
        assert said(made) == "主路径止于“F98 步骤8”，止于F99 步骤9的案例不在其中。"
        assert flow.ends(cases.found(*cases.returning())) is None

    def test_a_flow_to_be_that_gives_up_less_says_so(self) -> None:
        def flow_of(off: float) -> list[Line]:
            ways = (Exit(target="F9", result="是", share=1 - off), Exit(target="F8", result="否", share=off))
            return [START, waits("F2", 10), step("F3", 0, StepKind.DECISION, exits=ways), END,
                    step("F8", 0, StepKind.END)]  # fmt: skip

        text = said(change.ends(option(flow_of(0.2), flow_of(0.1))))
        assert (
            text
            == "止于“F9 步骤F9”的案例由 80.0%变为 90.0%、止于“F8 步骤F8”的案例由 20.0%变为 10.0%，改进前后总历时的平均值因此含不同构成的案例。"
        )
        assert change.ends(option(flow_of(0.2), flow_of(0.2))) is None


class TestBranches:
    """23, 24 and 25: which branch is longest, and what changes beside it."""

    def test_the_mean_of_the_longest_is_longer_than_the_longest_mean(self) -> None:
        held, dice = cases.found(*cases.varying()), Random(7)

        def passes() -> int:
            n = 1
            while dice.random() < 0.2:
                n += 1
            return n

        mean = sum(max(100 * passes(), 110) for _ in range(20_000)) / 20_000
        assert held.lead is not None
        assert mean > held.lead + 3
        assert said(flow.varying(held)).startswith("并行各支内有判断（F03 步骤3）")
        assert said(flow.headline(held)).startswith("并行时按平均耗时最长的一支计")
        assert flow.varying(cases.found(*cases.parallel())) is None
        assert flow.varying(cases.found(*cases.varying(0.0))) is None

    def test_a_blank_beside_the_longest_branch_leaves_it_open(self) -> None:
        assert said(flow.branch_open(cases.found(*cases.varying()))).startswith(
            "F04 步骤4在并行的其他支上，耗时没有填全"
        )
        assert flow.branch_open(cases.found(*cases.varying(0.0))) is None  # the branch with the blank is the longest

    def test_a_step_beside_the_longest_branch_shortens_nothing(self) -> None:
        def flow_of(long: float, short: float) -> list[Line]:
            fork = step("F2", 0, StepKind.FORK, exits=(Exit(target="F3"), Exit(target="F4")))
            return [START, fork, waits("F3", long, exits=(Exit(target="F5"),)), waits("F4", short),
                    step("F5", 0, StepKind.JOIN), END]  # fmt: skip

        text = said(change.off_longest(option(flow_of(10, 5), flow_of(10, 2))))
        assert text.startswith("F4 步骤F4的耗时有变化，但不在并行各支中耗时最长的一支上")
        assert change.off_longest(option(flow_of(10, 5), flow_of(8, 5))) is None
        assert change.off_longest(option(flow_of(10, 5), flow_of(4, 5))) is None  # the other branch is longest now


def test_27_the_lead_times_of_alternatives_name_what_they_rest_on_where_it_differs() -> None:
    ask = step("N3", 0, StepKind.DECISION, alternatives=("S2",), exits=(
        Exit(target="F9", result="是"), Exit(target="N2", result="否")))  # fmt: skip
    after = [START, waits("N1", 2, alternatives=("S1",)), waits("N2", 3, alternatives=("S2",)), ask, END]
    held: dict[str, Any] = {
        "measures": (one(None), one(None, key="M2")),
        "alternatives": (Alternative(id="S1", name="甲案", measures=("M1",)),
                         Alternative(id="S2", name="乙案", measures=("M2",))),
    }  # fmt: skip
    row = next(r for r in read(thin(**flows(SLOW, after), **held)).table("备选方案比较") if r[0] == "总历时（预期）")
    assert row[1].endswith("（按各分支占比的期望值）")
    assert row[2].endswith("（按主路径）")
    pending = read(thin(**flows(SLOW, after), **held)).table("现状与各备选方案的流程指标")
    assert pending[0][2:] == ("S1（预期，按各分支占比的期望值）", "S2（预期，按主路径）")
    alike = [line for line in after if line is not ask]
    row = next(r for r in read(thin(**flows(SLOW, alike), **held)).table("备选方案比较") if r[0] == "总历时（预期）")
    assert "（" not in row[1] + row[2]


def test_57_at_least_has_no_stray_blank() -> None:
    gap = [START, waits("F2", 10), step("F3", 0), END]
    assert "为 至少" not in said(change.lead(option(SLOW, gap)))
    assert "：至少" in said(change.lead(option(SLOW, gap)))


def test_59_a_way_to_the_same_step_under_another_number_is_no_change_of_number() -> None:
    def asking(a: str, b: str, c: str, last: float, **more: Any) -> list[Line]:
        ways = (Exit(target=b, result="是", share=1 - last), Exit(target=c, result="否", share=last))
        return [START, {**step(a, 0, StepKind.DECISION, exits=ways), "name": "判断"} | ({"origins": ("F2",)} if more else {}),
                {**waits(b, 1), "name": "办理"} | ({"origins": ("F3",)} if more else {}),
                {**waits(c, 1), "name": "补正"} | ({"origins": ("F4",)} if more else {}),
                {**END, "name": "结束"}]  # fmt: skip

    made = read(thin(**flows(asking("F2", "F3", "F4", 0.3), asking("B2", "B3", "B4", 0.1, to=True))))
    assert "由“是 70%至 办理、否 30%至 补正”改为“是 90%至 办理、否 10%至 补正”" in made.text
    assert "结束（结束）" not in made.text
    other = asking("B2", "B3", "B4", 0.1, to=True)
    other[2]["name"] = "速办"
    made = read(thin(**flows(asking("F2", "F3", "F4", 0.3), other)))
    assert "由“是 70%至 F3 办理、否 30%至 补正”改为“是 90%至 B3 速办、否 10%至 补正”" in made.text


def test_72_a_step_told_over_all_visits_and_at_one_is_told_in_one_unit() -> None:
    steps = cases.line(
        cases.step("F01", cases.ASK, ways={"F02": 0.6, "F99": 0.4}),
        cases.step("F02", touch=(1, cases.HOUR), wait=(2, cases.WORKDAY)),
        cases.step("F03", touch=(1, cases.HOUR), wait=(0, cases.HOUR)),
    )
    text = cases.read(*steps).points()[1]
    assert "为 1.3 个工作日" in text
    assert "等待 1.2 个工作日" in text
    assert "每次停留 2.1 个工作日" in text
