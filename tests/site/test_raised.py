"""The guide says of every message where it can stand; every fault that the rules' tests know is told there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from fixdocs.diagnostics import CODES, Diagnostic
from fixdocs.pipeline import check
from tests.rules import faults_improve, faults_input, faults_survey  # noqa: F401 - they register
from tests.rules.draft import draft
from tests.rules.faults import FAULTS

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "site" / "hooks"))

from guide.raised import ANY_CELL, ANY_SHEET, places_of, unplaced

GROUPS = sorted({each.apart for each in FAULTS})


@pytest.fixture(scope="module", params=GROUPS)
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Diagnostic, ...]:
    """The diagnostics of a project that has all faults of a group."""
    sheet = draft()
    for each in FAULTS:
        if each.apart == request.param:
            each.change(sheet)
    return check(sheet.write(tmp_path_factory.mktemp("faulty")), "zh").diagnostics


def test_every_code_has_its_place() -> None:
    assert unplaced() == []


def test_the_table_of_codes_says_the_same() -> None:
    """What an error blocks follows from the sheets that its code names."""
    own = {code.id: set(code.sheets) for code in CODES.values() if code.sheets}
    assert own == {key: {sheet.name for sheet, _ in places_of(key)} for key in own}


def test_what_any_cell_can_raise_is_known() -> None:
    assert {*ANY_CELL, *ANY_SHEET} < CODES.keys()


def test_diagnostics_stand_where_the_guide_says(told: tuple[Diagnostic, ...]) -> None:
    elsewhere = set()
    for diagnostic in told:
        places = {(sheet.name, column.key if column else "") for sheet, column in places_of(diagnostic.code)}
        here = (diagnostic.place.sheet, diagnostic.place.attribute.split("[")[0].split(".")[0])
        if places and here not in places:
            elsewhere.add((diagnostic.code, *here))
    assert elsewhere == set()
