"""Every project of the tests is sound: the rules find no error in it, and all five reports are made of it."""

from __future__ import annotations

import pytest

from fixdocs.diagnostics import Severity
from fixdocs.reports import REPORTS, Report
from fixdocs.rules import check
from tests.reports.reading import Read, built, dangling

from .projects import PROJECTS


@pytest.mark.parametrize("name", PROJECTS)
def test_no_rule_finds_an_error(name: str) -> None:
    assert [found for found in check(PROJECTS[name]()) if found.severity is Severity.ERROR] == []


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("name", PROJECTS)
def test_a_report_is_made_and_its_sentences_are_whole(name: str, report: Report) -> None:
    text = Read(built(report, PROJECTS[name]())).text
    assert text
    assert dangling(text) == []
