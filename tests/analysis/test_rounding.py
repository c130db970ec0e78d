"""A half is rounded up, as the reports say they do."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fixdocs.analysis.rounding import rounded
from fixdocs.reports.shared.format import Formatter
from fixdocs.words import words_of


@pytest.mark.parametrize(
    ("value", "digits", "printed"),
    [(4.225, 2, "4.23"), (31.25, 1, "31.3"), (0.525, 2, "0.53"), (-0.125, 2, "-0.13"), (2.5, 0, "3"), (0.1 + 0.2, 1, "0.3"),
     (0.3 * 4.5 + 0.3 * 4.75 + 0.2 * 3.25 + 0.2 * 4, 2, "4.23"), (1e30, 1, "1000000000000000000000000000000.0")],
)  # fmt: skip
def test_a_half_goes_up(value: float, digits: int, printed: str) -> None:
    assert rounded(value, digits) == Decimal(printed)


def test_reports_print_so() -> None:
    form = Formatter(words_of("zh"))
    assert form.percent(5 / 16) == "31.3%"
    assert form.number(4.225, 2) == "4.23"
    assert form.number(1234567.125) == "1,234,567.13"
