"""What an outside examiner found of the running data, answers and objectives."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fixdocs.analysis.benefit import benefits, trials
from fixdocs.analysis.claims import goals as of_goals
from fixdocs.analysis.claims import running as of_running
from fixdocs.analysis.claims import trials as of_trials
from fixdocs.schema.choices import Direction, Trial
from fixdocs.schema.survey import Goal
from tests.reports.reading import Read, built, info
from tests.truth.plans import goal, measure, tried
from tests.truth.running_data import LOWER, found, project, said_of, series


def own(baseline: float, target: float | None = 3, **more: Any) -> Goal:
    given = {"indicator": "积压", "unit": "件", "baseline": baseline, "target": target}
    return goal(**(given | more))


# 2 and 70: a baseline is the worst month where it equals it, not where rounding makes it so


@pytest.mark.parametrize(
    ("baseline", "worst", "said"),
    [(9.0, 9.4, False), (9.4, 9.4, True), (9.0, 9.0, True), (9.45, 9.4, False)],
)
def test_a_baseline_is_the_worst_month_only_at_the_finer_precision(baseline: float, worst: float, said: bool) -> None:
    months = series(6.5, worst, 7.1, 8.2, 6.9, direction=LOWER)
    (item,) = found(project(months)).indicators
    made = of_running.baseline(own(baseline), item, info())
    assert (made is not None and made.key == "running.baseline_worst") == said
    (held,) = benefits([own(baseline)], [measure("M1", goals=("G1",), indicator="积压", expected=5.0)], [months])
    assert held.from_worst == said
    (told,) = trials([own(baseline)], [tried("M1", Trial.EFFECTIVE, baseline, 5.0, indicator="积压")], [months])
    assert told.worst == said
    assert (of_trials.worst([told]) is not None) == said


def test_what_most_months_have_is_no_worst_month() -> None:
    (item,) = found(project(series(15, 15, 15, 15, 12, 15, direction=LOWER))).indicators
    assert of_running.baseline(own(15), item, info()) is None
    (item,) = found(project(series(15, 14, 13, 15, 12, 11, direction=LOWER))).indicators
    made = of_running.baseline(own(15), item, info())
    assert made is not None
    assert made.key == "running.baseline_worst"


# 6: what the months have reached before anything is done


def reached(*values: float, **more: Any) -> str | None:
    (item,) = found(project(series(*values, direction=LOWER))).indicators
    made = of_goals.reached(own(16, 10, **more), item, info())
    return made.key if made else None


def test_months_that_meet_the_target_already_are_told() -> None:
    assert reached(16, 14, 12, 10, 9, 8) == "goals.reached_since"
    assert reached(10, 9, 8, 10, 9, 8) == "goals.reached_all"
    assert reached(9, 8, 7, 14, 9, 8) is None  # two months are a chance
    assert reached(9, 8, 7, 9, 9, 12) is None  # the last month counts
    assert reached(16, 14, 12, 10, 9, 8, unit="天") is None
    assert reached(16, 14, 12, 10, 9, 8, indicator="别的") is None
    assert reached(16, 14, 12, 10, 9, 8, direction=Direction.HIGHER) is None


def test_reports_1_and_4_say_since_when_the_target_is_met() -> None:
    text = "优化目标 G1 的目标值 10 件，积压自2025年12月起有数据的 3 个月都已达到。"
    held = series(16, 14, 12, 10, 9, 8, direction=LOWER, target=10)
    assert text in said_of(held, goals=(own(16, 10),))
    made = Read(built("plan", project(held, goals=(own(16, 10),), **plan())))
    assert text in made.text
    level = series(10, 9, 8, 10, 9, 8, direction=LOWER, target=10)
    assert "都已达到" not in said_of(level, goals=(own(16, 10),))  # told of the indicator already
    assert "积压有数据的 6 个月都已达到。" in said_of(level, goals=(own(16, 11),))


def plan() -> dict[str, Any]:
    from tests.truth.plans import root

    return {"roots": (root("R1"),), "measures": (measure("M1", "R1"),)}


# 45: an objective that was due before the report


def test_an_objective_due_before_the_report_is_told() -> None:
    day = info().report_date
    late, now = own(16, due=date(2026, 1, 31)), own(16, id="G2", due=day)
    text = "1 项目标的达成日期早于本报告的日期（2026年3月1日）：G1"
    for held in (project(goals=(late, now)), project(goals=(late, now), **plan())):
        made = of_goals.past(held)
        assert made is not None
        assert made.slots["n"] == 1
    assert of_goals.past(project(goals=(now,))) is None
    assert text in Read(built("survey", project(goals=(late, now)))).text
    assert text in Read(built("plan", project(goals=(late, now), **plan()))).text
