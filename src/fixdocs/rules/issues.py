"""FD6xx: issues are rated, sourced and treated."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..analysis.chain import sourceless
from ..analysis.claims.issues import overdue_items
from ..analysis.issues import Quadrant, of_project
from ..diagnostics import Diagnostic
from ..project import Project
from ..schema.choices import Rated
from ..words import LANGUAGES, words_of
from .base import at_row, at_sheet, rule


@cache
def not_an_issue() -> tuple[str, ...]:
    """How a cause or a solution begins in place of an issue, in every language."""
    return tuple(word for language in LANGUAGES for word in words_of(language).module("terms").NOT_AN_ISSUE)


@rule(FD601="issues.evidence", FD602="issues.description")
def sources(project: Project) -> Iterator[Diagnostic]:
    """FD601, FD602: an issue names its evidence and is no cause."""
    for issue in project.issues:
        if sourceless([issue]):
            yield at_row(project, "FD601", issue, issue=issue.id)
        start = issue.description.strip().lower()
        word = next((w for w in not_an_issue() if start.startswith(w)), None)
        if word:
            yield at_row(project, "FD602", issue, issue=issue.id, found=word.strip())


@rule(FD604="issues.", FD606="issues.treatment")
def core(project: Project) -> Iterator[Diagnostic]:
    """FD604, FD606: there is a core issue, and it is treated."""
    found = of_project(project)
    if found is None:
        return
    # Where a person took the only ones out of the core, nothing is near: they reach both thresholds.
    if not found.core and not found.within(Quadrant.CORE) and "issues" not in project.faulty:
        near = ", ".join(item.issue.id for item in found.nearest)
        yield at_sheet(
            project,
            "FD604",
            "issues",
            near=near,
            impact=f"{found.high_impact:g}",
            frequency=f"{found.high_frequency:g}",
        )
    for item in found.untreated:
        if item.core:
            yield at_row(project, "FD606", item.issue, issue=item.issue.id)


@rule(FD609="issues.due")
def in_time(project: Project) -> Iterator[Diagnostic]:
    """FD609: an issue is closed by the date it is wanted by, where that is before the report."""
    found, info = of_project(project), project.info
    if found is None or info is None:
        return
    for item in overdue_items(found, info.report_date):
        row = item.issue
        yield at_row(project, "FD609", row, issue=row.id, due=row.due, report=info.report_date)


@rule(FD607="rating.")
def standard(project: Project) -> Iterator[Diagnostic]:
    """FD607: the rating standard says what each of ten levels means, where one is given."""
    given = {(row.what, row.level) for row in project.rating}
    if not given or "rating" in project.faulty:
        return
    missing = {what: [str(level) for level in range(1, 6) if (what, level) not in given] for what in Rated}
    if any(missing.values()):
        named = {what.value: ", ".join(levels) or "—" for what, levels in missing.items()}
        yield at_sheet(project, "FD607", "rating", found=len(given), **named)
