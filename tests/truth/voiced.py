"""Small projects with interviews, answers, observations and parties, and their survey report read back."""

from __future__ import annotations

from typing import Any

from fixdocs.analysis.findings import Findings, analyse
from fixdocs.project import Project
from fixdocs.schema.choices import (
    Nature,
    ObservationKind,
    PartyKind,
    QuestionKind,
    StepKind,
    SurveyMethod,
    TimeUnit,
    Wording,
)
from fixdocs.schema.survey import Interview, Observation, Party, Question, Step
from tests.analysis.helpers import table
from tests.reports.reading import Read, built, dangling, info

CUSTOMER, FRONT, DEPARTMENT, MANAGEMENT = (
    PartyKind.CUSTOMER, PartyKind.FRONT_LINE, PartyKind.DEPARTMENT, PartyKind.MANAGEMENT,
)  # fmt: skip
PAIN, BRIGHT, SUGGESTION, STRATEGY = Nature.PAIN, Nature.BRIGHT, Nature.SUGGESTION, Nature.STRATEGY

STEPS = (
    Step(id="F01", name="受理", kind=StepKind.START, post="窗口"),
    Step(id="F02", name="审核", kind=StepKind.ACTIVITY, post="审核员"),
    Step(id="F03", name="办结", kind=StepKind.END, post="窗口"),
)

LIKERT = (
    Question(id="Q1", text="办得快", kind=QuestionKind.LIKERT, dimension="效率"),
    Question(id="Q2", text="要反复说明", kind=QuestionKind.LIKERT, dimension="透明", wording=Wording.REVERSE),
)
NPS = Question(id="Q3", text="愿意推荐", kind=QuestionKind.NPS)
CHOICE = Question(id="Q4", text="最该改哪里", kind=QuestionKind.MULTIPLE, options="审核、受理、办结")
OPEN = Question(id="Q5", text="还有什么要说", kind=QuestionKind.OPEN)


def said(key: str, topic: str = "排队", nature: Nature = PAIN, party: PartyKind = FRONT, **more: Any) -> Interview:
    return Interview(id=key, party=party, topic=topic, nature=nature, **({"content": f"说到{topic}"} | more))


def seen(
    key: str, times: int | None, minutes: float | None = 10, unit: TimeUnit = TimeUnit.MINUTES, **more: Any
) -> Any:
    given = {"kind": ObservationKind.WAITING, "description": f"等着{key[1:]}", "step": "F02"}
    return Observation(id=key, times=times, duration=minutes, duration_unit=unit, **(given | more))


def party(kind: PartyKind = FRONT, group: str = "窗口", **more: Any) -> Party:
    return Party(kind=kind, group=group, **({"methods": (SurveyMethod.INTERVIEW,)} | more))


def sheets(*groups: tuple[PartyKind | None, int, dict[str, Any]]) -> Any:
    """Answer sheets: so many of a party, each with these answers; a list gives one to each sheet in turn."""
    rows = [
        {"party": kind} | {f"values[{q}]": v[n % len(v)] if isinstance(v, list) else v for q, v in answers.items()}
        for kind, count, answers in groups
        for n in range(count)
    ]
    return table("answers", rows)


def project(**held: Any) -> Project:
    return Project(**({"info": info(), "steps": STEPS} | held))


def findings(**held: Any) -> Findings:
    return analyse(project(**held))


def survey(**held: Any) -> Read:
    made = Read(built("survey", project(**held)))
    assert dangling(made.text) == []
    return made
