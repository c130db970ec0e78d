"""Every claim about a flow and about the sources' agreement: a project in which it stands, a near one in which not."""

from __future__ import annotations

import re

import pytest

from fixdocs.analysis.claim import CLAIMS, watching
from fixdocs.analysis.claims import check, flow
from fixdocs.analysis.findings import analyse
from fixdocs.analysis.flow import analyse as flow_of
from fixdocs.pipeline import terms
from fixdocs.project import Project
from fixdocs.sample import project as sample
from fixdocs.schema.choices import DurationSource
from fixdocs.words import words_of

from .flow_cases import (
    ADD,
    ASK,
    DAY,
    END,
    HOUR,
    MIN,
    NEED,
    YES,
    both_clocks,
    calendar_only,
    duration,
    given_up,
    line,
    parallel,
    project,
    returning,
    step,
    varying,
)  # fmt: skip
from .marked import blocks, loose, own_texts
from .marked import made as make
from .projects import PROJECTS as PARTS

ZH = words_of("zh")
KEYS = sorted(key for key in CLAIMS if key.startswith(("flow.", "check.")))

BLANK = line(step("F01", touch=(1, HOUR), wait=(1, HOUR)), step("F02"), step("F03", wait=(3, HOUR)))
GAP = line(step("F01", touch=(1, HOUR), wait=(5, HOUR)), step("F02"), step("F03", wait=(3, HOUR)))
TOUCH = line(step("F01", touch=(1, HOUR)), step("F02", touch=(2, HOUR), source=DurationSource.ESTIMATE))
WAIT = line(step("F01", wait=(1, HOUR)), step("F02", wait=(2, HOUR), post="乙岗"))
MIXED = line(
    step("F01", touch=(1, HOUR), wait=(1, HOUR), value=ADD, approval=YES, source=DurationSource.ESTIMATE),
    step("F02", touch=(2, HOUR), value=NEED, source=DurationSource.MEASURED),
)
CHOOSING = line(
    step("F01", ASK, ways={"F02": 0.5, "F03": 0.5}),
    step("F02", touch=(1, HOUR), wait=(1, HOUR), approval=YES, value=ADD, system="台账", customer=YES),
    step("F03", touch=(3, HOUR), wait=(1, HOUR)),
)
TWO_ENDS = (*CHOOSING, step("F98", END))
GUESSED = line(step("F01", touch=(1, HOUR), wait=(1, HOUR), source=DurationSource.ESTIMATE))
QUIET = tuple(s.model_copy(update={"touch": 0.0, "touch_unit": MIN, "wait": (s.wait or 0) + 1, "wait_unit": MIN})
              if s.kind == "activity" else s for s in parallel())  # fmt: skip
ANSWERED = tuple(s.model_copy(update={"approval": YES if s.id == "F01" else "no"}) for s in both_clocks())
APART = line(  # the main path has no durations; what is beside it has
    step("F01", ASK, ways={"F99": None, "F02": None}), step("F02", touch=(1, HOUR), wait=(1, HOUR)),
)  # fmt: skip
BESIDE = tuple(s.model_copy(update={"wait": 0.01, "wait_unit": DAY}) if s.id == "F05" else s for s in parallel())
ZERO = line(step("F01", touch=(0, MIN), wait=(0, MIN)))
FLOWS = {
    "parallel": parallel(), "quiet": QUIET, "returning": returning(), "no shares": returning(None, None),
    "clocks": both_clocks(), "calendar": calendar_only(), "blank": BLANK, "gap": GAP, "touch": TOUCH, "wait": WAIT,
    "two ends": TWO_ENDS, "guessed": GUESSED, "mixed": MIXED, "choosing": CHOOSING, "answered": ANSWERED, "zero": ZERO, "apart": APART, "beside": BESIDE, "one": line(step("F01")), "given up": given_up(), "given up, no shares": given_up(None, None), "varying": varying(),
}  # fmt: skip
_RATE = "平均耗时", "工作日"
PROJECTS: dict[str, Project] = {
    **{name: project(*steps) for name, steps in FLOWS.items()},
    "close": project(*both_clocks(), rows=[duration(*_RATE, m1=8.5)]),
    "wide": project(*both_clocks(), rows=[duration(*_RATE, m1=20)]),
    "both": project(*both_clocks(), rows=[duration(*_RATE, m1=20), duration("平均耗时（系统）", "工作日", m1=8.4)]),
    "calendar, close": project(*calendar_only(), rows=[duration(*_RATE, m1=8.2)]),
    "sample": sample(),
    "a part in the log": PARTS["lab"](),
}


def claimed(held: Project) -> None:
    """Asks for every claim there is about the flow of a project."""
    findings = analyse(held, terms(ZH))
    found = findings.flow
    assert found is not None
    for make_claim in (
        flow.untimed, flow.headline, flow.converted, flow.basis, flow.split, flow.branches_tied, flow.blank, flow.unwaited, flow.untouched, flow.estimated,
        flow.recounted, flow.no_pce, flow.longest, flow.longest_share, flow.longest_visits, flow.most_post, flow.aside, flow.value, flow.value_aside,
        flow.returns, flow.ends, flow.varying, flow.branch_open,
    ):  # fmt: skip
        make_claim(found)
    assert held.info is not None
    flow.day(found, held.info)
    flow.span(held.steps)
    flow.span(held.steps[:1])
    flow.approvals(found, [s for s in held.steps if s.approval is YES])
    check.verdict(findings.consistency)
    check.conversion(found, findings.consistency)
    check.log_part(findings.consistency, findings.log, held.steps)
    for row in findings.consistency:
        check.of_row(row)


def test_every_claim_stands_in_one_project_and_not_in_another() -> None:
    with watching() as seen:
        for held in PROJECTS.values():
            claimed(held)
    assert {key: seen.get(key) for key in KEYS if seen.get(key) != {True, False}} == {}


@pytest.mark.parametrize("key", KEYS)
def test_a_claim_has_its_sentence(key: str) -> None:
    subject, _, name = key.partition(".")
    assert ZH.module(f"claim_{subject}").SAY[name]


@pytest.mark.parametrize("name", [name for name in PROJECTS if name != "sample"])
def test_no_digit_of_the_chapter_comes_from_nowhere(name: str) -> None:
    held = PROJECTS[name]
    made = make(held, "survey").marked
    texts = own_texts(held)
    begin, end = made.index("现状流程"), next(n for n, text in enumerate(made) if text in ("运行数据", "初步发现"))
    assert [found for text in made[begin:end] for found in loose(text, texts)] == []


@pytest.mark.parametrize("name", PROJECTS)
def test_every_fact_of_a_flow_is_explained_and_leads_to_cells(name: str) -> None:
    values: dict[str, set[float]] = {}
    for printed in make(PROJECTS[name], "survey").printed:
        fact = printed.fact
        if fact.kind.startswith(("flow.", "check.")):
            assert all(ZH.fact(fact.kind))
            assert fact.sources, fact.id
            values.setdefault(fact.id, set()).add(float(printed.value))
    assert values
    assert {key: held for key, held in values.items() if len(held) > 1} == {}


def test_every_kind_of_fact_is_made() -> None:
    kinds = set()
    for held in PROJECTS.values():
        kinds |= {printed.fact.kind for printed in make(held, "survey").printed}
    told = {*ZH.module("facts_flow").FACTS, *ZH.module("facts_check").FACTS}
    assert {kind for kind in told if kind not in kinds} <= {"flow.timed"}


def test_sources_name_the_steps_that_a_figure_rests_on() -> None:
    found = flow_of(both_clocks())
    (durations, *routing) = found.lead.fact.sources
    assert [step.id for step in durations.rows] == ["F01", "F02"]
    assert durations.columns == ("touch", "touch_unit", "wait", "wait_unit")
    assert routing == []
    (_, ways) = flow_of(returning()).lead.fact.sources
    assert "exits[2].share" in ways.columns
    assert re.match(r"flow\.lead:as_is$", found.lead.fact.id)
    assert blocks
