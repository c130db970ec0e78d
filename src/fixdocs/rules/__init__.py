"""The rules that tie sheets together, each small, named by its code, run on what is sound.

A rule is a function from a Project to diagnostics, marked with :func:`fixdocs.rules.base.rule`. What a row of a sheet
must keep by itself is a marker on the column; one rule follows all of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Diagnostic
from ..project import Project
from .base import PLACES, RULES


def check(project: Project) -> list[Diagnostic]:
    """Run every rule; in the order of the families, then of the rows."""
    _register()
    return [diagnostic for rule in RULES for diagnostic in rule(project)]


def places() -> Mapping[str, tuple[str, ...]]:
    """Where the code of each rule points: ``"issues.found"`` is a column, ``"issues."`` a sheet as a whole."""
    _register()
    return PLACES


def _register() -> None:
    from . import causes, evaluation, flow, issues, markers, plan, plan_gaps, survey  # noqa: F401 - they register


__all__ = ["check", "places"]
