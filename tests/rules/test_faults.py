"""Every code: a workbook that has its fault gives it, at its cell, in words that tell, blocking what it should."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixdocs.diagnostics import CODES, Severity
from fixdocs.diagnostics.tell import tell
from fixdocs.pipeline import check
from fixdocs.reports import blocked

from . import faults_improve, faults_input, faults_survey  # noqa: F401 - they register
from .draft import At, Draft, draft
from .faults import ALL, FAULTS, Fault


def place(found: object, sheet: Draft, at: At) -> bool:
    """Whether a diagnostic stands where a fault says."""
    file, tab, cell = sheet.where(at)
    held = found.place
    return (held.source.file, held.source.tab, held.cell) == (file.strip(), tab if file.strip() else "", cell)


def test_a_sound_project_has_no_faults(tmp_path: Path) -> None:
    checked = check(draft().write(tmp_path))
    assert [(t.code, t.where, t.text) for t in tell(checked.diagnostics, checked.words)] == []


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_workbook(code: str) -> None:
    """A code without a fault above is a code nobody has seen."""
    assert [each for each in FAULTS if each.code == code]


@pytest.mark.parametrize("case", FAULTS, ids=str)
def test_fault(case: Fault, tmp_path: Path) -> None:
    sheet = draft()
    at = case.change(sheet)
    checked = check(sheet.write(tmp_path), "zh")
    told = tell(checked.diagnostics, checked.words)
    assert {t.code for t in told} == {case.code} | case.also, [(t.code, t.where, t.text) for t in told]
    own = [d for d in checked.diagnostics if d.code == case.code and place(d, sheet, at)]
    assert len(own) == 1, (sheet.where(at), [(t.code, t.where) for t in told])
    assert set(blocked(own[0])) & set(ALL) == set(case.blocks)
    assert bool(case.blocks) == (CODES[case.code].severity is Severity.ERROR)
    if CODES[case.code].sheets:
        assert own[0].unsound <= set(CODES[case.code].sheets), "the table of codes says it stands elsewhere"
    (line,) = (t for t in told if own[0] == t.first)
    for part in case.says:
        assert part in line.text + line.where, line.text
    if at.heading and at.record:
        assert at.heading in line.where
    assert line.cure


@pytest.mark.parametrize("case", FAULTS, ids=str)
def test_english_messages_fill(case: Fault, tmp_path: Path) -> None:
    """The other language says as much: every value it names is there."""
    sheet = draft()
    case.change(sheet)
    checked = check(sheet.write(tmp_path), "en")
    for each in tell(checked.diagnostics, checked.words):
        assert "{" not in each.text + each.cure
        assert each.text
