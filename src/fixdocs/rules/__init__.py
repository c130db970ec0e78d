"""The rules that tie sheets together, each small, named by its code, run on what is sound.

A rule is a function from a Project to diagnostics, marked with :func:`fixdocs.rules.base.rule`.
"""

from __future__ import annotations

from ..diagnostics import Diagnostic
from ..project import Project
from .base import RULES


def check(project: Project) -> list[Diagnostic]:
    """Run every rule; in the order of the families, then of the rows."""
    from . import causes, evaluation, flow, issues, plan, survey  # noqa: F401 - importing registers the rules

    return [diagnostic for rule in RULES for diagnostic in rule(project)]


__all__ = ["check"]
