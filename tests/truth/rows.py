"""Rows of small projects: sound but for what a test changes, and without a digit in any text."""

from __future__ import annotations

from typing import Any

from fixdocs.project import Project, project_of
from fixdocs.schema import Row
from fixdocs.schema.choices import Adoption, Dimension, ReverseCheck, Treatment, Trial, Verdict
from fixdocs.schema.improve import Cause, Chain, Issue, Measure, RootCause
from tests.reports.reading import info

YES, NO, OPEN = Verdict.CONFIRMED, Verdict.EXCLUDED, Verdict.PENDING
PASSED, FAILED = ReverseCheck.PASSED, ReverseCheck.FAILED
NOW, PLANNED, DEFERRED = Treatment.NOW, Treatment.PLANNED, Treatment.DEFERRED
ADOPTED, REJECTED, WAITING = Adoption.ADOPTED, Adoption.REJECTED, Adoption.PENDING
WORKED, FLOPPED = Trial.EFFECTIVE, Trial.FAILED


def issue(n: int = 1, impact: int = 5, frequency: int = 5, **changes: Any) -> Issue:
    """A core issue of the first class."""
    given = {"id": f"P{n:02}", "description": "等得太久", "kind": "efficiency", "scope": "全体员工"}
    return Issue(impact=impact, frequency=frequency, **(given | changes))


def cause(n: int = 1, verdict: Verdict | None = YES, dimension: str = "method", **changes: Any) -> Cause:
    """A confirmed cause of P01."""
    given = {"issue": "P01", "text": "没有规则", "evidence": "抽查" if verdict is YES else None}
    return Cause(id=f"C{n:02}", dimension=Dimension(dimension), verdict=verdict, **(given | changes))


def chain(n: int = 1, reverse: ReverseCheck | None = PASSED, **changes: Any) -> Chain:
    """A chain of P01 that reads back."""
    return Chain(id=f"W{n:02}", reverse=reverse, **({"issue": "P01", "whys": ("人手不够", "没有规则")} | changes))


def root(n: int = 1, **changes: Any) -> RootCause:
    """A root cause of P01, drawn from the cause C01."""
    given = {"issues": ("P01",), "sources": ("C01",), "description": "没有规则", "evidence": "记录"}
    return RootCause(id=f"R{n:02}", **(given | changes))


def measure(n: int = 1, **changes: Any) -> Measure:
    """A measure against R01, not yet decided."""
    return Measure(
        id=f"M{n:02}", **({"roots": ("R01",), "name": "立规则", "content": "写成文件", "post": "主管"} | changes)
    )


def project(*rows: Row, **form: Any) -> Project:
    """The form and ``rows``."""
    return project_of([info(**form), *rows])
