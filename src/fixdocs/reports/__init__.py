"""Findings → one context a report: what each says. One folder a deliverable, found by its being there.

A folder's ``__init__`` declares the :class:`Deliverable` of the report, its ``report`` module composes it. Importing
this package composes nothing and is cheap.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from ..diagnostics import Code, Diagnostic
from .shared.deliverable import Deliverable, Report

if TYPE_CHECKING:
    from ..analysis.findings import Findings
    from ..words import Words


def _discovered() -> dict[Report, Deliverable]:
    names = [found.name for found in iter_modules(__path__) if found.ispkg and found.name != "shared"]
    held: dict[Report, Deliverable] = {name: import_module(f".{name}", __package__).DELIVERABLE for name in names}
    return dict(sorted(held.items(), key=lambda item: item[1].number))


DELIVERABLES: dict[Report, Deliverable] = _discovered()
"""Every report by its key, in order."""

REPORTS: tuple[Report, ...] = tuple(DELIVERABLES)
"""The keys of the reports, in order."""


def blocked(diagnostic: Diagnostic) -> tuple[Report, ...]:
    """The reports that can't be written while ``diagnostic`` stands, in order."""
    return tuple(report for report, held in DELIVERABLES.items() if held.blocked_by(diagnostic))


def blocked_by(code: Code) -> tuple[Report, ...]:
    """The reports that an error ``code`` blocks in one of the sheets it stands in, in order."""
    return tuple(report for report, held in DELIVERABLES.items() if held.depends_on(code, frozenset(code.sheets)))


def readers(sheet: str) -> tuple[Report, ...]:
    """The reports that read a sheet, in order."""
    return tuple(report for report, held in DELIVERABLES.items() if sheet in held.sheets)


def compose(
    report: Report,
    findings: Findings,
    words: Words,
    *,
    draft: bool = False,
    gaps: Sequence[Diagnostic] = (),
) -> Any:
    """The context of ``report``: a frozen dataclass whose attributes are the names its template may use.

    ``gaps`` are the errors in spite of which a draft is built; they are listed in it.
    """
    module = import_module(f".{report}.report", __package__)
    context = module.context(findings, words, draft=draft)
    if not (draft and gaps):
        return context
    from .shared.front import with_gaps

    return replace(context, front=with_gaps(context.front, gaps, words))


__all__ = ["DELIVERABLES", "REPORTS", "Deliverable", "Report", "blocked", "blocked_by", "compose", "readers"]
