"""Item 18: what the sample says of volumes, shares and durations is what its own tables hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import numpy as np
import pandas as pd
import pytest

from fixdocs.project import Project
from fixdocs.sample import project as sample
from fixdocs.schema.choices import PartyKind, StepKind, SurveyMethod, TimeUnit
from fixdocs.schema.survey import Exit

MINUTES = {TimeUnit.MINUTES: 1, TimeUnit.HOURS: 60, TimeUnit.WORKDAYS: 480}
WORKDAYS_A_MONTH = 22
DIGITS = "〇一二三四五六七八九"


@cache
def tickets() -> pd.DataFrame:
    held = sample().tickets
    frame = pd.DataFrame({name: list(column) for name, column in held.values.items()})
    return frame.assign(month=frame.created.dt.month, again=frame.repeated == "yes")


@cache
def months(name: str) -> dict[int, float]:
    return next(row.months for row in sample().indicators if row.name == name)


@cache
def visits() -> dict[str, float]:
    """How often a case is expected at each step of the present flow, by the linear system of its shares."""
    steps = sample().steps
    at = {step.id: n for n, step in enumerate(steps)}
    follow = np.zeros((len(steps), len(steps)))
    for n, step in enumerate(steps):
        ways = step.exits or ((Exit(target=steps[n + 1].id),) if step.kind is not StepKind.END else ())
        for way in ways:
            follow[n, at[str(way.target)]] += way.share or 1.0
    found = np.linalg.solve(np.eye(len(steps)) - follow.T, np.eye(len(steps))[0])
    return dict(zip(at, found, strict=True))


def prose(project: Project) -> Iterator[str]:
    """Every text that people wrote, sheet by sheet."""
    for sheet in ("interviews", "observations", "issues", "five_w", "causes", "chains", "roots", "measures", "risks"):
        for row in project.rows(sheet):
            for value in row.model_dump().values():
                yield from (text for text in (value if isinstance(value, tuple) else (value,)) if isinstance(text, str))


def number(text: str) -> int:
    """32, 三十二, 二三十 (read as its upper end)."""
    if text.isdecimal():
        return int(text)
    head, ten, tail = text.partition("十")
    return (DIGITS.index(head[-1]) if head else 1) * 10 + (DIGITS.index(tail[0]) if tail else 0) if ten else (
        DIGITS.index(text[-1])
    )  # fmt: skip


def numbers(text: str) -> list[float]:
    return [float(found) for found in re.findall(r"\d+(?:\.\d+)?", text)]


def issue(key: str) -> str:
    return next(f"{row.description}；{row.scope}" for row in sample().issues if row.id == key)


class TestTables:
    def test_kind_18_classes_are_those_of_the_tickets(self) -> None:
        assert {row.kind: row.count for row in sample().complaints} == tickets().kind.value_counts().to_dict()

    def test_kind_18_months_are_those_of_the_tickets(self) -> None:
        by_month = tickets().groupby("month")
        assert months("投诉量") == by_month.size().to_dict()
        assert months("重复投诉率") == (by_month.again.mean() * 100).round(1).to_dict()
        ends = [pd.Timestamp(2026, month, 1) for month in range(2, 8)]
        frame = tickets()
        open_ = [int(((frame.created < end) & ~(frame.closed < end)).sum()) for end in ends]
        assert list(months("工单积压量").values()) == open_

    def test_kind_18_the_mean_duration_is_that_of_the_tickets(self) -> None:
        """Working days from the day of creation to that of closing; June is not over yet."""
        frame = tickets().dropna(subset=["closed"])
        days = np.busday_count(frame.created.dt.date.tolist(), frame.closed.dt.date.tolist())
        means = pd.Series(days).groupby(frame.month.to_numpy()).mean()
        for month in range(1, 6):
            assert means[month] == pytest.approx(months("流程平均耗时")[month], abs=1.0)

    def test_kind_18_baselines_are_the_means_of_their_months(self) -> None:
        for goal in sample().goals:
            assert goal.baseline == round(float(np.mean(list(months(str(goal.indicator)).values()))), 1)

    def test_kind_18_the_log_takes_the_ways_of_the_flow(self) -> None:
        log = sample().log
        frame = pd.DataFrame({name: list(log.column(name)) for name in ("case", "activity", "finished")})
        per_case = frame.groupby("case").activity.value_counts().unstack(fill_value=0)
        share = {step.id: {way.result: way.share for way in step.exits} for step in sample().steps}
        assert (per_case["信息登记"] > 1).mean() == pytest.approx(share["F03"]["不完整"])
        assert (per_case["技术诊断"] > 0).mean() == pytest.approx(share["F05"]["技术类"])
        assert (per_case["结果反馈"] > 1).mean() == pytest.approx(share["F13"]["不满意"])
        closing = tickets().set_index("id").closed
        assert (frame.groupby("case").finished.max() <= closing[per_case.index]).all()


class TestProse:
    def test_kind_18_no_text_has_more_tickets_a_day_than_come(self) -> None:
        most = max(months("投诉量").values()) / WORKDAYS_A_MONTH
        said = re.compile(rf"(?:每天|一天|每日)[^，。；]{{0,4}}?([{DIGITS}十\d]+)多?[单件张]")
        found = [number(match[1]) for text in prose(sample()) for match in said.finditer(text)]
        assert [n for n in found if n > most * max(visits().values())] == []
        assert number("二三十") == 30  # what was written once: 每天审批二三十单
        assert number("二三十") > most * max(visits().values())

    def test_kind_18_scopes_of_issues_are_counted(self) -> None:
        frame, kinds = tickets(), {row.kind: row.count for row in sample().complaints}
        flow = {way.result: way.share for step in sample().steps for way in step.exits}
        assert numbers(issue("P01")) == [6, months("投诉量")[6]]
        assert numbers(issue("P02")) == [round(kinds["处理进度不透明"] / len(frame) * 100)]
        assert numbers(issue("P04")) == [round((flow["技术类"] or 0) * 100)]
        assert numbers(issue("P05")) == [round(frame.again.sum() / 6), round(frame.again.mean() * 100, 1)]
        assert numbers(issue("P10")) == [kinds["配件缺货"] / 6]
        assert numbers(issue("P12"))[1:] == [round((flow["服务类"] or 0) * 100)]
        assert numbers(issue("P15")) == [round((frame.channel == "门店").mean() * 100)]
        assert flow["不完整"] == 0.3 == round(float(np.mean(list(months("退回补充率").values()))) / 100, 2)
        assert (frame.created.dt.hour >= 20).sum() / 6 < numbers(issue("P16"))[0]

    def test_kind_18_frequency_follows_the_standard(self) -> None:
        """The share of tickets that an issue meets, where its scope tells it, gives its frequency."""
        floors = [int(numbers(row.meaning)[0]) for row in sample().rating if row.what.value == "frequency"]
        assert floors == [5, 5, 10, 20, 30]
        shares = {"P03": 30, "P04": 55, "P05": 17.5, "P06": 100, "P07": 10, "P08": 100, "P09": 55, "P10": 6, "P11": 20,
                  "P12": 45, "P15": 17, "P16": 2}  # fmt: skip
        for row in sample().issues:
            if row.id in shares:
                assert row.frequency == 1 + sum(shares[row.id] >= floor for floor in floors[1:]), row.id

    def test_kind_18_samples_of_evidence_exist(self) -> None:
        frame = tickets()
        may, june = frame[frame.month == 5], frame[frame.month == 6]
        held = {row.id: row for row in sample().causes}
        checked, small = numbers(str(held["C01"].evidence))[1:3]
        assert checked == len(may)
        assert may.closed.notna().all() or may.closed.max() < pd.Timestamp(held["C01"].day)
        root = {row.id: row for row in sample().roots}
        assert root["R01"].value == round(small / checked * 100)
        repeats, same = numbers(str(held["C23"].evidence))[1:3]
        assert repeats == june.again.sum()
        technical = june[june.again & june.kind.isin(["维修超时", "重复报修", "配件缺货"])]
        assert same == root["R06"].value <= len(technical)

    def test_kind_18_durations_in_texts_are_those_of_the_steps(self) -> None:
        steps = {step.id: step for step in sample().steps}
        root = {row.id: row for row in sample().roots}
        assert (root["R05"].value, root["R05"].unit) == (steps["F07"].wait, "工作日")
        assert steps["F08"].touch == numbers(issue("P12"))[0]
        waits = {key: visits()[key] * (step.wait or 0) * MINUTES[step.wait_unit or TimeUnit.MINUTES]
                 for key, step in steps.items()}  # fmt: skip
        most = max(waits.values())
        assert {key for key, wait in waits.items() if wait == most} == {"F10", "F11"}  # 与执行处理同为等待最长的步骤
        own = {key: wait + visits()[key] * (steps[key].touch or 0) for key, wait in waits.items()}
        technical = sum(own.values()) - own["F06"] - own["F07"] - own["F08"]
        technical += (own["F06"] + own["F07"]) / visits()["F06"]
        assert 0.17 < waits["F07"] / visits()["F07"] / technical < 0.2  # 占技术类投诉总历时的近两成


class TestSamples:
    def test_kind_18_interviews_and_answers_are_those_registered(self) -> None:
        project = sample()
        front = {row.group: row for row in project.parties}
        people = pd.DataFrame([row.model_dump() for row in project.interviews]).drop_duplicates("id")
        for party in PartyKind:
            actual = sum(row.actual or 0 for row in project.parties if row.kind is party)
            assert (people.party == party).sum() == actual, party
        assert (people.interviewee.str.startswith("客服专员")).sum() == front["客服专员"].actual
        answered = pd.Series(list(project.answers.column("party"))).value_counts()
        for party in (PartyKind.FRONT_LINE, PartyKind.CUSTOMER):
            assert answered[party] == sum(row.valid or 0 for row in project.parties if row.kind is party)
        for row in project.parties:
            if row.sent is not None:
                assert (row.valid or 0) <= (row.returned or 0) <= row.sent

    def test_kind_18_everything_was_surveyed_in_time(self) -> None:
        project, info = sample(), sample().info
        assert info is not None
        assert info.survey_from is not None
        assert info.survey_to is not None
        days = [row.day for row in (*project.interviews, *project.observations)] + list(project.answers.column("day"))
        assert all(info.survey_from <= day <= info.survey_to for day in days)
        assert all(info.survey_to < row.day <= info.report_date for row in project.revisions if row.day)

    def test_kind_18_parties_were_surveyed_as_they_say(self) -> None:
        project = sample()
        posts = {step.id: step.department for step in project.steps}
        seen = {posts[str(row.step)] for row in project.observations}
        for row in project.parties:
            departments = set(str(row.department).split("、"))
            assert (SurveyMethod.OBSERVATION in row.methods) == bool(departments & seen), row.group

    def test_kind_18_a_day_on_site_sees_no_more_than_a_day_or_two_brings(self) -> None:
        daily = months("投诉量")[6] / WORKDAYS_A_MONTH
        steps = {step.id: step for step in sample().steps}
        frame = tickets().set_index("id")
        for row in sample().observations:
            assert (row.times or 0) <= 2 * daily * visits()[str(row.step)], row.id
            step = steps[str(row.step)]
            if row.kind.value == "waiting" and step.wait and row.step != "F06":
                assert row.duration == pytest.approx(step.wait * MINUTES[step.wait_unit or TimeUnit.MINUTES], rel=0.1)
            if row.case:
                day, case = pd.Timestamp(row.day), frame.loc[row.case]
                assert case.created.normalize() <= day
                assert pd.isna(case.closed) or day <= case.closed.normalize()

    def test_kind_18_the_lowest_answers_are_those_named(self) -> None:
        answers = sample().answers
        frame = pd.DataFrame({name: list(column) for name, column in answers.values.items()})
        customers = frame[frame.party == PartyKind.CUSTOMER]
        means = {q.id: customers[f"values[{q.id}]"].astype(float).mean() for q in sample().questions if q.scale}
        means["Q06"] = 6 - means["Q06"]
        assert min(means, key=means.__getitem__) == "Q03"
        said = next(row.how for row in sample().five_w if row.issue == "P02")
        assert numbers(str(said))[0] == round(means["Q03"], 1)
