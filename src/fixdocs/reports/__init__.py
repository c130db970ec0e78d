"""Findings → one context a report: what each of the five says. One folder a deliverable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..analysis.findings import Findings
    from ..diagnostics import Diagnostic
    from ..schema import Report
    from ..words import Words


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
