"""FD5xx: the survey's periods, evidence and running data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..analysis.voices import evidence_of
from ..diagnostics import Diagnostic
from ..project import Project
from ..schema.choices import Direction, QuestionKind
from .base import at_place, at_row, rule

_LISTED = 20  # equal faults of a mass table beyond this many are counted, not listed


@rule
def periods(project: Project) -> Iterator[Diagnostic]:
    """FD501, FD502: periods run forwards; data cover three to six months."""
    info = project.info
    if info is None:
        return
    for begin, end in (("data_from", "data_to"), ("survey_from", "survey_to")):
        one, two = getattr(info, begin), getattr(info, end)
        if one and two and two < one:
            yield at_row(project, "FD501", info, end, others=[(info, begin)], found=two, begin=one)
    if info.data_from <= info.data_to:
        months = months_between(info.data_from, info.data_to)
        if not 3 <= months <= 6:
            yield at_row(project, "FD502", info, "data_to", found=months)


def months_between(begin: date, end: date) -> int:
    """The calendar months a period touches, both ends included; part months at the end count from 15 days."""
    months = (end.year - begin.year) * 12 + end.month - begin.month
    rest = end.day - begin.day + 1
    return months + (1 if rest >= 15 else 0)


@rule
def revisions(project: Project) -> Iterator[Diagnostic]:
    """FD513: the version on the cover stands in the record of revisions, where one is kept."""
    info = project.info
    if info and info.version and project.revisions:
        known = {r.version for r in project.revisions}
        if info.version not in known:
            yield at_row(project, "FD513", info, "version", found=info.version)


@rule
def parties(project: Project) -> Iterator[Diagnostic]:
    """FD503, FD506: every party has evidence, and its numbers fit one another."""
    answered = tuple({p for p in project.answers.column("party") if p})
    for party in project.parties:
        if not evidence_of(party, project.interviews, answered):
            yield at_row(project, "FD503", party, "group", found=party.group)
        for less, more in (("returned", "sent"), ("valid", "returned")):
            one, two = getattr(party, less), getattr(party, more)
            if one is not None and two is not None and one > two:
                yield at_row(project, "FD506", party, less, others=[(party, more)], found=one, limit=two)


@rule
def goals(project: Project) -> Iterator[Diagnostic]:
    """FD511: the target lies on the better side of the baseline."""
    for goal in project.goals:
        if goal.baseline is None or goal.target is None or goal.direction is None:
            continue
        better = goal.target < goal.baseline if goal.direction is Direction.LOWER else goal.target > goal.baseline
        if not better:
            yield at_row(
                project, "FD511", goal, "target", others=[(goal, "baseline")], goal=goal.id,
                found=f"{goal.target:g}", baseline=f"{goal.baseline:g}",
            )  # fmt: skip


@rule
def indicators(project: Project) -> Iterator[Diagnostic]:
    """FD507, FD508: an indicator's months fit the data period."""
    info = project.info
    if info is None or info.data_to < info.data_from:
        return
    span = max(1, months_between(info.data_from, info.data_to))
    span = max(span, (info.data_to.year - info.data_from.year) * 12 + info.data_to.month - info.data_from.month + 1)
    for row in project.indicators:
        beyond = sorted(m for m in row.months if m > span)
        if beyond:
            yield at_row(project, "FD508", row, f"months[{beyond[0]}]", indicator=row.name, found=beyond[0], limit=span)
        missing = [m for m in range(1, span + 1) if m not in row.months]
        if missing and row.months and not beyond:
            yield at_row(
                project, "FD507", row, f"months[{missing[0]}]", indicator=row.name,
                found=len(row.months), limit=span,
            )  # fmt: skip


@rule
def outside(project: Project) -> Iterator[Diagnostic]:
    """FD504: rows outside the data period are said."""
    info = project.info
    if info is None:
        return
    for table, attribute in ((project.tickets, "created"), (project.log, "finished")):
        stamps = table.column(attribute)
        off = [n for n, at in enumerate(stamps) if at and not info.data_from <= at.date() <= info.data_to]
        if off:
            place = table.place(off[0], attribute)
            yield at_place("FD504", place, found=len(off), count=len(table), begin=info.data_from, end=info.data_to)


@rule
def order(project: Project) -> Iterator[Diagnostic]:
    """FD505: nothing ends before it begins."""
    pairs = (
        (project.tickets, "created", "closed"),
        (project.tickets, "created", "responded"),
        (project.log, "started", "finished"),
    )
    for table, begin, end in pairs:
        both = zip(table.column(begin), table.column(end), strict=True)
        wrong = [n for n, (one, two) in enumerate(both) if one and two and two < one]
        for n in wrong[:_LISTED]:
            yield at_place(
                "FD505", table.place(n, end), others=(table.place(n, begin),),
                found=table.column(end)[n], begin=table.column(begin)[n], count=len(wrong),
            )  # fmt: skip


@rule
def answers(project: Project) -> Iterator[Diagnostic]:
    """FD509: an answer is a level of its question's scale."""
    table = project.answers
    for question in project.questions:
        if question.kind not in (QuestionKind.LIKERT, QuestionKind.NPS):
            continue
        low, high = (0, 10) if question.kind is QuestionKind.NPS else (1, question.scale or 5)
        attribute = f"values[{question.id}]"
        wrong = [n for n, v in enumerate(table.column(attribute)) if isinstance(v, float) and not low <= v <= high]
        for n in wrong[:_LISTED]:
            value = table.column(attribute)[n]
            yield at_place(
                "FD509", table.place(n, attribute), question=question.id, found=f"{value:g}", low=low, high=high
            )
