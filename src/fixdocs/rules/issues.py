"""FD6xx: issues are rated, sourced and treated."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..analysis.chain import sourceless
from ..analysis.issues import of_project
from ..diagnostics import Diagnostic
from ..project import Project
from ..schema.choices import Rated, Treatment
from ..words import LANGUAGES, words_of
from .base import at_row, at_sheet, rule


@cache
def not_an_issue() -> tuple[str, ...]:
    """How a cause or a solution begins in place of an issue, in every language."""
    return tuple(word for language in LANGUAGES for word in words_of(language).module("terms").NOT_AN_ISSUE)


@rule
def sources(project: Project) -> Iterator[Diagnostic]:
    """FD601, FD602: an issue names its evidence and is no cause."""
    for issue in project.issues:
        if sourceless([issue]):
            yield at_row(project, "FD601", issue, "evidence", issue=issue.id)
        start = issue.description.strip().lower()
        word = next((w for w in not_an_issue() if start.startswith(w)), None)
        if word:
            yield at_row(project, "FD602", issue, "description", issue=issue.id, found=word.strip())


@rule
def overrides(project: Project) -> Iterator[Diagnostic]:
    """FD603: whoever overrides the matrix says why."""
    for issue in project.issues:
        if issue.core_override is not None and not issue.override_reason:
            yield at_row(project, "FD603", issue, "override_reason", issue=issue.id)


@rule
def core(project: Project) -> Iterator[Diagnostic]:
    """FD604, FD605, FD606: there is a core issue, and it is treated; what is put off has a reason."""
    found = of_project(project)
    if found is None:
        return
    if not found.core and "issues" not in project.faulty:
        near = ", ".join(item.issue.id for item in found.nearest)
        yield at_sheet(project, "FD604", "issues", near=near, impact=found.high_impact, frequency=found.high_frequency)
    for item in found.untreated:
        issue = item.issue
        if not issue.deferral_reason:
            yield at_row(project, "FD605", issue, "deferral_reason", issue=issue.id)
        if item.core and issue.treatment in (Treatment.DEFERRED, Treatment.NONE):
            yield at_row(project, "FD606", issue, "treatment", issue=issue.id)


@rule
def standard(project: Project) -> Iterator[Diagnostic]:
    """FD607: the rating standard says what each of ten levels means, where one is given."""
    given = {(row.what, row.level) for row in project.rating}
    if not given or "rating" in project.faulty:
        return
    missing = {what: [str(level) for level in range(1, 6) if (what, level) not in given] for what in Rated}
    if any(missing.values()):
        named = {what.value: ", ".join(levels) or "—" for what, levels in missing.items()}
        yield at_sheet(project, "FD607", "rating", found=len(given), **named)
