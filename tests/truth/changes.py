"""Flows before and after for the tests of changes, and what is claimed of them."""

from __future__ import annotations

from typing import Any

from fixdocs.analysis.claim import Claim
from fixdocs.analysis.findings import Findings, OptionFlow, analyse
from fixdocs.pipeline import terms
from fixdocs.reports.shared.writer import Writer
from fixdocs.words import words_of
from tests.reports.plans import flows, thin

Line = dict[str, Any]


def found(**sheets: Any) -> Findings:
    """The findings of a small project with the sheets that are given."""
    return analyse(thin(**sheets), terms(words_of("zh")))


def option(before: list[Line], after: list[Line], **sheets: Any) -> OptionFlow:
    """The only flow to be, beside the present one."""
    (only,) = found(**flows(before, after), **sheets).options
    return only


class _Hand(Writer):
    domain = "plan"


def said(claim: Claim | None) -> str:
    """What a claim says; empty where its guard does not hold."""
    return _Hand(found(), words_of("zh")).claim(claim)
