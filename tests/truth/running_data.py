"""Small projects with running data, and what chapter 运行数据 says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct

from fixdocs import pipeline
from fixdocs.analysis.claims import running_cases
from fixdocs.analysis.findings import Findings, analyse
from fixdocs.project import Columns, Project
from fixdocs.reports.shared.figures import Figure
from fixdocs.reports.survey.cases import CasesWriter
from fixdocs.reports.survey.running import RunningChapter, RunningWriter
from fixdocs.schema.choices import Direction, StepKind
from fixdocs.schema.survey import Complaint, Indicator, Step
from fixdocs.words import words_of
from tests.analysis.helpers import table
from tests.reports.reading import info

WORDS = words_of("zh")
LOWER, HIGHER = Direction.LOWER, Direction.HIGHER
STEP = Step(id="F1", name="受理", kind=StepKind.ACTIVITY, post="专员")


def series(*values: float | None, name: str = "积压", unit: str | None = "件", **more: Any) -> Indicator:
    """An indicator with a value a month from September 2025; None for a month without."""
    months = {n: value for n, value in enumerate(values, 1) if value is not None}
    return Indicator(name=name, unit=unit, months=months, **more)


def project(*indicators: Indicator, **sheets: Any) -> Project:
    """September 2025 to February 2026, one step, and what is given."""
    held: dict[str, Any] = {"info": info(), "steps": (STEP,), "indicators": indicators}
    return Project(**(held | sheets))  # a sheet given stands in place of ours


def complaints(counts: Mapping[str, int]) -> tuple[Complaint, ...]:
    return tuple(Complaint(kind=kind, count=count) for kind, count in counts.items())


def tickets(minutes: Sequence[float | None], start: datetime = datetime(2025, 9, 1, 8), **more: Any) -> Columns:
    """A ticket every four days, closed after so many minutes (None: still open)."""
    rows = []
    for n, span in enumerate(minutes):
        at = start + timedelta(days=4 * n)
        rows.append(
            {"id": f"T{n}", "created": at, "closed": None if span is None else at + timedelta(minutes=span), **more}
        )
    return table("tickets", rows)


def log(*cases: str, posts: Mapping[str, str | None] | None = None, minutes: float = 60) -> Columns:
    """A case a word: an event a letter, one after the other."""
    rows = []
    for number, trace in enumerate(cases):
        at = datetime(2025, 10, 1, 9) + timedelta(days=number)
        for activity in trace:
            who = (posts or {}).get(activity)
            rows.append({"case": f"C{number}", "activity": activity, "finished": at, "resource": who, "started": None})
            at += timedelta(minutes=minutes)
    return table("log", rows)


def found(held: Project) -> Findings:
    return analyse(held, pipeline.terms(WORDS))


def chapter(held: Project) -> RunningChapter:
    made = RunningWriter(found(held), WORDS).chapter()
    assert made is not None
    return made


def said_of(indicator: Indicator, **sheets: Any) -> str:
    """What the chapter says of one indicator."""
    return chapter(project(indicator, **sheets)).indicators[0].text


def classes(counts: Mapping[str, int]) -> str:
    return str(chapter(project(complaints=complaints(counts))).complaints_text)


def log_text(*cases: str, **more: Any) -> str:
    findings = found(project(log=log(*cases, **more)))
    assert findings.log is not None
    return CasesWriter(findings, WORDS).log(findings.log)


def strings(held: object) -> Iterator[str]:
    """Every text below a part of a report, drawings apart."""
    if isinstance(held, str):
        yield held
    elif isinstance(held, list | tuple):
        for each in held:
            yield from strings(each)
    elif isinstance(held, Struct) and not isinstance(held, Figure):
        for name in held.__struct_fields__:
            yield from strings(getattr(held, name))


def everything(held: Project) -> str:
    """All texts of the chapter with what the summary takes of it."""
    writer = RunningWriter(found(held), WORDS)
    return re.sub("[\ue000-\uf8ff]", "", "\n".join([*strings(writer.chapter()), *writer.highlights()]))


def claimed(held: Project) -> list[str]:
    """The keys of the claims on the classes that stand."""
    findings = found(held)
    assert findings.classes is not None
    return [made.key for made in running_cases.of_classes(findings.classes) if made]
