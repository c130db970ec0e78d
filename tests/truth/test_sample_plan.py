"""Item 18: the sample's plan: its trials, money, schedule and alternatives agree with its data and with one another."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
import pandas as pd
import pytest

from fixdocs.sample import project as sample
from fixdocs.schema.choices import Adoption, ReverseCheck, StepKind, Treatment, Trial, YesNo
from fixdocs.schema.improve import Measure, ToBeStep
from fixdocs.schema.survey import Exit

from .test_sample_volumes import MINUTES, months, numbers, tickets, visits

A_YEAR = 800  # tickets: the half year's 400 twice
MEASURES = {row.id: row for row in sample().measures}
FLOWS = {
    alternative.id: [step for step in sample().to_be if alternative.id in step.alternatives]
    for alternative in sample().alternatives
}


def lead(steps: list[ToBeStep]) -> float:
    """Working days of a case; branches side by side are single steps and count as the longest of them."""
    at = {step.id: n for n, step in enumerate(steps)}
    follow = np.zeros((len(steps), len(steps)))
    own = np.array([(step.touch or 0) + (step.wait or 0) * (MINUTES[step.wait_unit] if step.wait_unit else 0)
                    for step in steps])  # fmt: skip
    for n, step in enumerate(steps):
        ways = step.exits or ((Exit(target=steps[n + 1].id),) if step.kind is not StepKind.END else ())
        if step.kind is StepKind.FORK:
            branches = [at[str(way.target)] for way in ways]
            own[n], ways = own[branches].max(), steps[branches[0]].exits
        for way in ways:
            follow[n, at[str(way.target)]] += way.share or 1.0
    return float(np.linalg.solve(np.eye(len(steps)) - follow.T, np.eye(len(steps))[0]) @ own) / 480


class TestFlaws:
    def test_kind_18_one_chain_fails_in_reverse(self) -> None:
        assert [row.id for row in sample().chains if row.reverse is not ReverseCheck.PASSED] == ["W07"]

    def test_kind_18_one_trial_failed_and_its_measure_is_rejected(self) -> None:
        assert [row.id for row in sample().measures if row.trial is Trial.FAILED] == ["M07"]
        assert MEASURES["M07"].adoption is Adoption.REJECTED
        assert not any("M07" in row.measures for row in sample().alternatives)

    def test_kind_18_nothing_else_is_missing_in_the_chain(self) -> None:
        project = sample()
        rooted = {key for root in project.roots for key in root.issues}
        for row in project.issues:
            assert (row.id in rooted) == (row.treatment in (Treatment.NOW, Treatment.PLANNED)), row.id
        answered = {key for row in project.measures if row.adoption is Adoption.ADOPTED for key in row.roots}
        assert answered == {root.id for root in project.roots}
        done = {key for task in project.tasks for key in task.measures}
        adopted = {row.id for row in project.measures if row.adoption is Adoption.ADOPTED}
        assert adopted == done
        assert {key for m in adopted for key in MEASURES[m].goals} == {goal.id for goal in project.goals}


class TestTrials:
    def test_kind_18_a_trial_has_its_sample_and_its_days(self) -> None:
        decision, info = sample().decision, sample().info
        assert decision is not None
        assert decision.day is not None
        assert info is not None
        for row in sample().measures:
            if row.trial is Trial.UNTRIED:
                assert (row.trial_n, row.trial_from, row.trial_to, row.before, row.after) == (None,) * 5
                continue
            assert row.trial_n is not None
            assert row.trial_from is not None
            assert row.trial_to is not None
            assert info.data_from < row.trial_from < row.trial_to < decision.day <= info.report_date
            weeks = ((row.trial_to - row.trial_from).days + 1) / 7
            assert row.trial_n <= months("投诉量")[6] * weeks / 4.3, row.id  # no more than come in

    def test_kind_18_shares_of_trials_are_of_their_samples(self) -> None:
        for row in sample().measures:
            if row.trial_n and row.after and row.after > 9.5:
                counted = row.after / 100 * row.trial_n
                assert round(round(counted) / row.trial_n * 100, 1) == row.after, row.id

    def test_kind_18_a_trial_begins_at_a_value_of_the_months(self) -> None:
        for row in sample().measures:
            if row.before is not None:
                held = months(str(row.indicator))
                known = {*held.values(), round(float(np.mean(list(held.values()))), 1)}
                assert row.before in known, row.id

    def test_kind_18_verdicts_are_those_of_the_figures(self) -> None:
        lower = {row.name: row.direction is not None and row.direction.value == "lower" for row in sample().indicators}
        for row in sample().measures:
            if row.before is not None and row.after is not None:
                better = (row.after < row.before) == lower[str(row.indicator)]
                assert better == (row.trial is not Trial.FAILED), row.id


class TestMoney:
    def test_kind_18_a_budget_stands_in_one_place(self) -> None:
        for tool in sample().tools:
            paid = [key for key in tool.measures if MEASURES[key].investment is not None]
            assert tool.budget is None or not paid, tool.id
            assert tool.budget is not None or paid, tool.id

    def test_kind_18_savings_come_out_as_their_basis_says(self) -> None:
        steps = {step.id: step for step in sample().steps}
        new = {step.id: step for step in sample().to_be}
        rate = 60
        assert sample().info.day_rate == rate * 8
        small = next(way.share for way in new["N08"].exits if way.result == "授权内")
        touch = sum(visits()[key] * (step.touch or 0) for key, step in steps.items())
        before, after = MEASURES["M08"].before, MEASURES["M08"].after
        fewer = round(A_YEAR * ((before or 0) - (after or 0)) / 100)  # as its trial has it
        assert numbers(str(MEASURES["M08"].saving_basis))[:4] == [before, after, A_YEAR, fewer]
        hours = {
            "M01": A_YEAR * visits()["F10"] * (small or 0) * (steps["F10"].touch or 0) / 60,
            "M03": A_YEAR * (8.6 + 0.45 * ((steps["F08"].touch or 0) - (new["N06"].touch or 0))) / 60,
            "M08": fewer * round(touch / 60, 1),
        }
        assert numbers(str(MEASURES["M03"].saving_basis))[1:4] == [8.6, 6, 1.43]
        assert round(6 * visits()["F02"], 1) == 8.6
        extra = {"M08": fewer * 118}
        for row in sample().measures:
            assert (row.saving is None) == (row.saving_basis is None) == (row.id not in hours), row.id
            if row.saving is not None:
                assert row.saving == pytest.approx(hours[row.id] * rate + extra.get(row.id, 0), rel=0.005), row.id

    def test_kind_18_the_basis_of_an_expected_value_computes_it(self) -> None:
        def told(measure: Measure) -> list[float]:
            return numbers(str(measure.basis))

        mean = {row.name: round(float(np.mean(list(row.months.values()))), 1) for row in sample().indicators}
        june = {row.name: row.months[6] for row in sample().indicators}
        name = "流程平均耗时"
        assert MEASURES["M01"].expected == mean[name] - 1
        present = lead([ToBeStep(**step.model_dump()) for step in sample().steps])
        ratio = june[name] / present
        assert told(MEASURES["M03"]) == [
            round(lead(FLOWS["S02"]), 1), round(present, 1), 6, june[name], round(ratio, 2), MEASURES["M03"].expected
        ]  # fmt: skip
        assert MEASURES["M03"].expected == round(lead(FLOWS["S02"]) * ratio, 1)
        trial = MEASURES["M04"]
        assert trial.expected == round(mean["客户满意度"] + (trial.after or 0) - (trial.before or 0))
        waiting = visits()["F07"] * (1.5 + 30 / 480) / present
        assert MEASURES["M06"].expected == round(mean["工单积压量"] * (1 - round(waiting, 2)))
        assert told(MEASURES["M08"])[-2] == pytest.approx(mean["重复投诉率"] * (1 - 5 / 11), abs=0.05)


class TestSchedule:
    def test_kind_18_a_milestone_lasts_a_day(self) -> None:
        marks = [row for row in sample().tasks if row.milestone is YesNo.YES]
        assert len(marks) == 4
        assert all(row.start == row.finish for row in marks)

    def test_kind_18_work_fits_together(self) -> None:
        project = sample()
        tasks = {row.id: row for row in project.tasks}
        assert project.decision is not None
        assert project.decision.day is not None
        for row in tasks.values():
            assert project.decision.day < row.start <= row.finish <= max(g.due for g in project.goals if g.due)
            assert all(tasks[key].finish <= row.start for key in row.after), row.id
            if row.alternatives:  # what it waits for is done in each of its alternatives
                before = [tasks[key].alternatives for key in row.after if tasks[key].alternatives]
                assert all(set(row.alternatives) <= set(held) for held in before), row.id
        for tool in project.tools:
            ends = [t.finish for t in tasks.values() if set(t.measures) & set(tool.measures)] or [
                max(t.finish for t in tasks.values())
            ]
            assert tool.due is not None
            assert tool.due <= max(ends), tool.id

    def test_kind_18_conditions_of_the_decision_are_in_the_schedule(self) -> None:
        assert sample().decision is not None
        cap, stages = str(sample().decision.conditions).split("；")
        assert any(re.findall(r"\d+元", cap) == re.findall(r"\d+元", str(row.output)) for row in sample().tasks)
        assert "两期" in stages
        going_live = [row.name for row in sample().tasks if row.milestone and "接口" in row.name]
        assert going_live == ["接口第一期上线", "接口第二期上线"]


class TestAlternatives:
    def test_kind_18_each_has_a_flow_of_its_own(self) -> None:
        assert all(len(step.alternatives) == 1 for step in sample().to_be)
        leads = {key: round(lead(steps), 1) for key, steps in FLOWS.items()}
        assert leads == {"S01": 5.1, "S02": 2.7, "S03": 4.4}

    def test_kind_18_a_flow_changes_by_its_own_measures(self) -> None:
        for alternative in sample().alternatives:
            used = {key for step in FLOWS[alternative.id] for key in step.measures}
            assert used == set(alternative.measures), alternative.id

    def test_kind_18_shares_and_legal_steps_stay(self) -> None:
        steps = {step.id: step for step in sample().steps}
        assert [key for key, step in steps.items() if step.regulation] == ["F07"]
        for key, flow in FLOWS.items():
            kept = [step for step in flow if "F07" in step.origins]
            assert [step.regulation for step in kept] == [steps["F07"].regulation], key
            kinds = next(step for step in flow if "F05" in step.origins)
            assert [way.share for way in kinds.exits] == [way.share for way in steps["F05"].exits]

    def test_kind_18_each_has_its_tasks_tools_and_risks(self) -> None:
        project = sample()
        for rows in (project.tasks, project.tools):
            for row in rows:
                holders = {a.id for a in project.alternatives if set(row.measures) & set(a.measures)}
                assert set(row.alternatives or FLOWS) == (holders or set(FLOWS)), row.id
        counts = Counter(key for row in project.risks for key in row.alternatives or FLOWS)
        assert all(counts[key] >= 3 for key in FLOWS)
        posts = {key: {step.post for step in flow} for key, flow in FLOWS.items()}
        for duty in project.duties:
            for key in duty.alternatives or FLOWS:
                assert duty.new_post in posts[key] or duty.new_post == "联合处理小组"

    def test_kind_18_they_cost_what_their_measures_cost(self) -> None:
        frame = pd.DataFrame([row.model_dump() for row in sample().measures]).set_index("id")
        cost = {a.id: int(frame.loc[list(a.measures)].investment.sum()) for a in sample().alternatives}
        assert cost == {"S01": 14000, "S02": 104000, "S03": 38000}
        assert frame.loc["M07"].trial_n < len(tickets().query("month == 6 and channel == '400电话'"))
