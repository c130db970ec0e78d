"""Small flows for the tests of what is said of one, each tricky in one respect."""

from __future__ import annotations

from typing import Any

from fixdocs.analysis.flow import FlowFindings, analyse
from fixdocs.project import Project, project_of
from fixdocs.schema.choices import DurationSource, StepKind, TimeUnit, ValueType, YesNo
from fixdocs.schema.survey import Exit, Indicator, Step
from tests.reports.reading import Read, built, info

MIN, HOUR, WORKDAY, DAY = TimeUnit.MINUTES, TimeUnit.HOURS, TimeUnit.WORKDAYS, TimeUnit.DAYS
ADD, NEED, NONE = ValueType.VALUE_ADDING, ValueType.NECESSARY, ValueType.NON_VALUE
YES, NO = YesNo.YES, YesNo.NO
START, ACT, ASK, FORK, JOIN, END = (
    StepKind.START, StepKind.ACTIVITY, StepKind.DECISION, StepKind.FORK, StepKind.JOIN, StepKind.END,
)  # fmt: skip
Span = tuple[float, TimeUnit] | None


def step(key: str, kind: StepKind = ACT, touch: Span = None, wait: Span = None, **more: Any) -> Step:
    """A step; ``ways`` are targets, or targets with shares."""
    ways = more.pop("ways", {})
    exits = tuple(Exit(target=t, result=f"去{t}" if kind is ASK else None, share=share) for t, share in ways.items())
    timed: dict[str, Any] = {}
    for name, span in (("touch", touch), ("wait", wait)):
        if span is not None:
            timed |= {name: span[0], f"{name}_unit": span[1]}
    given = {"post": "甲岗", "name": f"步骤{key[-1]}"} | more
    return Step(id=key, kind=kind, exits=exits, **timed, **given)


def project(*steps: Step, **more: Any) -> Project:
    return project_of([info(), *steps, *more.get("rows", ())])


def found(*steps: Step) -> FlowFindings:
    made = analyse(steps)
    assert made is not None
    return made


def read(*steps: Step, **more: Any) -> Read:
    return Read(built("survey", project(*steps, **more)))


def figures(made: Read) -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in made.table("流程指标")[1:]}


def line(*steps: Step) -> tuple[Step, ...]:
    """The steps between a start and an end."""
    return (step("F00", START), *steps, step("F99", END))


def parallel() -> tuple[Step, ...]:
    """60 minutes' queue, then branches of 100, 100 and 90 minutes of work: the first of the issue's instances."""
    no = (0, MIN)
    return (
        step("F00", START),
        step("F01", touch=no, wait=(60, MIN), value=NEED),
        step("F02", FORK, ways={"F03": None, "F04": None, "F05": None}),
        step("F03", touch=(100, MIN), wait=no, value=ADD, post="乙岗", ways={"F06": None}),
        step("F04", touch=(100, MIN), wait=no, value=ADD, post="丙岗", ways={"F06": None}),
        step("F05", touch=(90, MIN), wait=no, value=ADD, post="丁岗", ways={"F06": None}),
        step("F06", JOIN),
        step("F99", END),
    )


def returning(first: float | None = 0.62, second: float | None = 0.38) -> tuple[Step, ...]:
    """F02 is judged at F03, and what fails goes by F04 back to F02."""
    return line(
        step("F01", touch=(30, MIN), wait=(1, HOUR)),
        step("F02", touch=(45, MIN), wait=(2, HOUR)),
        step("F03", ASK, ways={"F05": first, "F04": second}),
        step("F04", touch=(10, MIN), wait=(1, WORKDAY), ways={"F02": None}),
        step("F05", touch=(5, MIN), wait=(10, MIN)),
    )


def given_up(on: float | None = 0.7, off: float | None = 0.3) -> tuple[Step, ...]:
    """After F01 some cases end at F98, the others go on to F99."""
    hour = (1, HOUR)
    return (
        step("F00", START),
        step("F01", touch=hour, wait=hour),
        step("F02", ASK, ways={"F98": off, "F03": on}),
        step("F03", touch=hour, wait=hour, post="乙岗"),
        step("F99", END),
        step("F98", END),
    )


def varying(again: float = 0.2) -> tuple[Step, ...]:
    """Two branches: 100 minutes, in ``again`` of the passes once more, beside 110 minutes whose waiting is blank."""
    return (
        step("F00", START),
        step("F01", FORK, ways={"F02": None, "F04": None}),
        step("F02", touch=(100, MIN), wait=(0, MIN)),
        step("F03", ASK, ways={"F05": 1 - again, "F02": again}),
        step("F04", touch=(110, MIN), post="乙岗", ways={"F05": None}),
        step("F05", JOIN),
        step("F99", END),
    )


def both_clocks() -> tuple[Step, ...]:
    return line(
        step("F01", touch=(2, HOUR), wait=(3, WORKDAY), value=ADD, source=DurationSource.ESTIMATE),
        step("F02", touch=(1, HOUR), wait=(7, DAY), value=NEED, post="乙岗"),
    )


def calendar_only() -> tuple[Step, ...]:
    return line(step("F01", touch=(1, DAY), wait=(3, DAY)), step("F02", touch=(0.5, DAY), wait=(7, DAY)))


def duration(name: str, unit: str, **months: float) -> Indicator:
    return Indicator(name=name, unit=unit, months={int(key[1:]): value for key, value in months.items()})
