"""FD5xx: the survey's periods, evidence and running data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from ..analysis.consistency import consistency
from ..analysis.flow_times import WORKDAYS_SHARE
from ..analysis.terms import Terms
from ..analysis.voices import evidence_of
from ..diagnostics import Diagnostic
from ..project import Project
from ..schema.choices import Direction, QuestionKind
from ..words import LANGUAGES, words_of
from .base import LISTED, at_place, at_row, rule


@rule(FD502="project.data_to")
def period(project: Project) -> Iterator[Diagnostic]:
    """FD502: data cover three to six months."""
    info = project.info
    if info and info.data_from <= info.data_to:
        months = months_between(info.data_from, info.data_to)
        if not 3 <= months <= 6:
            yield at_row(project, "FD502", info, found=months)


def months_between(begin: date, end: date) -> int:
    """The months from ``begin`` to ``end``, both included; a part of a month at the end counts from 15 days."""
    after = end + timedelta(days=1)
    months = (after.year - begin.year) * 12 + after.month - begin.month
    rest = after.day - begin.day
    if rest < 0:  # the last month is not whole: its days count from the same day of the month before
        months, rest = months - 1, rest + (after - timedelta(days=after.day)).day
    return months + (1 if rest >= 15 else 0)


def months_touched(begin: date, end: date) -> int:
    """The calendar months a period has a day in: as many columns 第1月 … an indicator may fill."""
    return (end.year - begin.year) * 12 + end.month - begin.month + 1


@rule(FD513="project.version")
def revisions(project: Project) -> Iterator[Diagnostic]:
    """FD513: the version on the cover stands in the record of revisions, where one is kept."""
    info = project.info
    if info and info.version and project.revisions:
        known = {r.version for r in project.revisions} | project.known.get("revisions", frozenset())
        if info.version not in known:
            yield at_row(project, "FD513", info, found=info.version)


@rule(FD503="parties.group", FD506="parties.returned parties.valid")
def parties(project: Project) -> Iterator[Diagnostic]:
    """FD503, FD506: every party has evidence, and its numbers fit one another."""
    answered = tuple({p for p in project.answers.column("party") if p})
    unsure = not {"interviews", "answers"}.isdisjoint(project.faulty)  # evidence may stand in rows left out
    for party in project.parties:
        if not unsure and not evidence_of(party, project.interviews, answered):
            yield at_row(project, "FD503", party, found=party.group)
        for less, more in (("returned", "sent"), ("valid", "returned")):
            one, two = getattr(party, less), getattr(party, more)
            if one is not None and two is not None and one > two:
                yield at_row(project, "FD506", party, less, others=[(party, more)], found=one, limit=two)


@rule(FD511="goals.target")
def goals(project: Project) -> Iterator[Diagnostic]:
    """FD511: the target lies on the better side of the baseline."""
    for goal in project.goals:
        if goal.baseline is None or goal.target is None or goal.direction is None:
            continue
        better = goal.target < goal.baseline if goal.direction is Direction.LOWER else goal.target > goal.baseline
        if not better:
            yield at_row(
                project, "FD511", goal, others=[(goal, "baseline")], goal=goal.id,
                found=f"{goal.target:g}", baseline=f"{goal.baseline:g}",
            )  # fmt: skip


@rule(FD507="indicators.months", FD508="indicators.months")
def indicators(project: Project) -> Iterator[Diagnostic]:
    """FD507, FD508: an indicator's months fit the data period."""
    info = project.info
    if info is None or info.data_to < info.data_from:
        return
    span = months_touched(info.data_from, info.data_to)
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


@rule(FD504="tickets.created log.finished")
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


@cache
def _terms() -> Terms:
    """The words of the data in every language: a project is checked before its language matters."""
    held = [words_of(language).module("terms") for language in LANGUAGES]
    return Terms(
        tuple(word for each in held for word in each.OTHER),
        tuple(word for each in held for word in each.LEAD),
        {unit: minutes for each in held for unit, minutes in each.UNITS.items()},
    )


@rule(FD512="indicators.name tickets. log.")
def durations_agree(project: Project) -> Iterator[Diagnostic]:
    """FD512: the steps' lead time against an indicator, the tickets and the log, all in working days."""
    if not {"project", "steps"}.isdisjoint(project.faulty):
        return
    rows = {row.name: row for row in project.indicators}
    for item in consistency(project, _terms()):
        if not item.wide or (item.source != "indicator" and item.source in project.faulty):
            continue
        share = 1.0 if item.unit == "workdays" else WORKDAYS_SHARE
        row = rows.get(item.name) if item.source == "indicator" else None
        yield at_place(
            "FD512", project.place(row, "name") if row else project.sheet_place(item.source),
            computed=f"{item.computed * share:.3g}", found=f"{item.stated * share:.3g}", gap=f"{item.gap * 100:+.0f}%",
        )  # fmt: skip


@rule(FD509="answers.values")
def answers(project: Project) -> Iterator[Diagnostic]:
    """FD509: an answer is a level of its question's scale."""
    table = project.answers
    for question in project.questions:
        if question.kind not in (QuestionKind.LIKERT, QuestionKind.NPS):
            continue
        low, high = (0, 10) if question.kind is QuestionKind.NPS else (1, question.scale or 5)
        attribute = f"values[{question.id}]"
        column = table.column(attribute)
        wrong = [n for n, value in enumerate(column) if value is not None and not _is_level(value, low, high)]
        for n in wrong[:LISTED]:
            found = f"{column[n]:g}" if isinstance(column[n], float) else column[n]
            yield at_place(
                "FD509", table.place(n, attribute), question=question.id, found=found, low=low, high=high,
                count=len(wrong),
            )  # fmt: skip


def _is_level(value: object, low: int, high: int) -> bool:
    return isinstance(value, float) and low <= value <= high and value.is_integer()
