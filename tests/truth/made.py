"""Projects made by Hypothesis: a grown flow and its successor, months with gaps, ties, blanks, abstentions."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from fixdocs.project import Project, project_of
from fixdocs.schema import Row
from fixdocs.schema.choices import Adoption, Dimension, Direction, GoalKind, IssueClass, Verdict
from fixdocs.schema.improve import (
    Alternative,
    Cause,
    Criterion,
    Issue,
    Measure,
    Reviewer,
    RootCause,
    Score,
    Task,
    ToBeStep,
)
from fixdocs.schema.survey import Exit, Goal, Indicator, Step
from tests.analysis.flows import LEAVES, TREES, planted
from tests.reports.reading import info

POSTS = ("受理员", "审核员", "主管")
Draw = Any


@st.composite
def projects(draw: Draw) -> Project:
    """A project that all five reports can be made of."""
    rows = [*draw(flows()), *draw(indicators()), *draw(chains())]
    return project_of([info(day_rate=draw(st.sampled_from([None, 800.0]))), *rows, *draw(panels(rows))])


@st.composite
def flows(draw: Draw) -> list[Row]:
    """A flow as it is, and one to be that keeps some of its steps."""
    held = [updated(draw, step) for step in planted(draw(TREES))]
    after = planted(draw(st.one_of(TREES, LEAVES)))
    known = {step.id for step in held}
    to_be = [
        ToBeStep(**updated(draw, step).model_dump(exclude={"id", "exits"}), id=new(step.id),
                 exits=tuple(Exit(**e.model_dump(exclude={"target"}), target=new(e.target or "")) for e in step.exits),
                 origins=(step.id,) if step.id in known else ())
        for step in after
    ]  # fmt: skip
    return [*held, *to_be]


def new(key: str) -> str:
    return key.replace("F", "N")


def updated(draw: Draw, step: Step) -> Step:
    return step.model_copy(update={"post": draw(st.sampled_from(POSTS))})


@st.composite
def indicators(draw: Draw) -> list[Row]:
    """Two indicators with months that may be missing, each with an objective."""
    found: list[Row] = []
    for n, name in enumerate(("办理时长", "退件率"), 1):
        months = draw(st.dictionaries(st.integers(1, 6), st.integers(10, 30).map(float), max_size=6))
        way = draw(st.sampled_from([None, *Direction]))
        target = draw(st.sampled_from([None, 12.0, 25.0]))
        found.append(Indicator(name=name, unit="天" if n == 1 else "%", direction=way, target=target, months=months))
        if draw(st.booleans()):
            found.append(Goal(id=f"G{n:02}", kind=GoalKind.EFFICIENCY, description=f"改善{name}", indicator=name,
                              direction=way or Direction.LOWER, baseline=25.0, target=target))  # fmt: skip
    return found


@st.composite
def chains(draw: Draw) -> list[Row]:
    """Issues, each with a cause, a root cause and a measure; measures with and without money; a task each."""
    found: list[Row] = []
    money = st.sampled_from([None, 0.0, 12000.0, 35000.0])
    for n in range(1, draw(st.integers(1, 3)) + 1):
        rated = {"impact": draw(st.integers(1, 5)), "frequency": draw(st.integers(1, 5))}
        kind = draw(st.sampled_from(IssueClass))
        verdict = draw(st.sampled_from([None, *Verdict]))
        saving = draw(money)
        begin = date(2026, 4, 1) + timedelta(days=draw(st.integers(0, 40)))
        found += [
            Issue(id=f"P{n:02}", description=f"办得太慢之{'甲乙丙'[n - 1]}", kind=kind, scope="全部", **rated),
            Cause(issue=f"P{n:02}", id=f"C{n:02}", dimension=draw(st.sampled_from(Dimension)), text="没有规则",
                  verdict=verdict, evidence="抽查" if verdict is Verdict.CONFIRMED else None),
            RootCause(id=f"R{n:02}", issues=(f"P{n:02}",), sources=(f"C{n:02}",), description="没有规则"),
            Measure(id=f"M{n:02}", roots=(f"R{n:02}",), name="立规则", content="写成文件", post=draw(st.sampled_from(POSTS)),
                    investment=draw(money), running_cost=draw(money), saving=saving,
                    saving_basis="每月少办" if saving is not None else None, person_days=draw(st.sampled_from([None, 5.0])),
                    adoption=draw(st.sampled_from([None, Adoption.ADOPTED]))),
            Task(id=f"T{n:02}", name="起草", post=POSTS[0], start=begin, finish=begin + timedelta(days=10),
                 measures=(f"M{n:02}",)),
        ]  # fmt: skip
    return found


@st.composite
def panels(draw: Draw, rows: list[Row]) -> list[Row]:
    """Two or three alternatives, scored by up to four reviewers, who may abstain."""
    measures = tuple(row.id for row in rows if isinstance(row, Measure))
    criteria = [
        Criterion(name="可行性", weight=0.5),
        Criterion(name="有效性", weight=0.3),
        Criterion(name="风险性", weight=0.2, direction=Direction.LOWER),
    ]
    options = [
        Alternative(id=f"S{n:02}", name=f"{'甲乙丙'[n - 1]}案", measures=measures[: max(1, len(measures) - n + 1)])
        for n in range(1, draw(st.integers(2, 3)) + 1)
    ]
    reviewers = [
        Reviewer(id=f"E{n:02}", name="赵钱孙李"[n - 1] + "一", weight=draw(st.sampled_from([1.0, 2.0])))
        for n in range(1, draw(st.integers(1, 4)) + 1)
    ]
    given = st.sampled_from([1.0, 2.0, 3.0, 4.0, 5.0, None])
    scores = [
        Score(reviewer=r.id, alternative=a.id, values={c.name: draw(given) for c in criteria})
        for r in reviewers
        for a in options
    ]
    return [*criteria, *options, *reviewers, *scores]
