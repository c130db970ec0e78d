"""What a root cause stands on: confirmed causes, chains that read true in reverse."""

from __future__ import annotations

import pytest

from fixdocs.analysis.chain import basis
from fixdocs.schema.choices import Dimension, ReverseCheck, Verdict
from fixdocs.schema.improve import Cause, Chain, RootCause

PASSED, FAILED = ReverseCheck.PASSED, ReverseCheck.FAILED


def cause(verdict: Verdict | None) -> Cause:
    return Cause(issue="P01", id="C01", dimension=Dimension.METHOD, text="说明", verdict=verdict)


def chain(reverse: ReverseCheck | None, start: str | None = None) -> Chain:
    return Chain(id="W01", issue="P01", whys=("一", "二"), start=start, reverse=reverse)


def root(*sources: str) -> RootCause:
    return RootCause(id="R01", issues=("P01",), sources=sources, description="说明")


@pytest.mark.parametrize(
    ("verdict", "sound"),
    [(Verdict.CONFIRMED, True), (Verdict.PENDING, False), (Verdict.EXCLUDED, False), (None, False)],
)
def test_a_cause_holds_where_it_is_confirmed(verdict: Verdict | None, sound: bool) -> None:
    found = basis(root("C01"), [cause(verdict)], [])
    assert (found.sound, found.doubtful) == ((("C01",), ()) if sound else ((), ("C01",)))


@pytest.mark.parametrize(
    ("reverse", "verdict", "sound"),
    [
        (PASSED, Verdict.CONFIRMED, True),
        (PASSED, Verdict.PENDING, False),
        (FAILED, Verdict.CONFIRMED, False),
        (None, Verdict.CONFIRMED, False),
    ],
)
def test_a_chain_holds_where_it_reads_back_from_a_confirmed_cause(
    reverse: ReverseCheck | None, verdict: Verdict, sound: bool
) -> None:
    found = basis(root("W01"), [cause(verdict)], [chain(reverse, "C01")])
    assert bool(found.sound) is sound


def test_a_chain_without_a_start_needs_only_its_own_check() -> None:
    assert basis(root("W01"), [], [chain(PASSED)]).sound == ("W01",)


def test_sources_that_lead_nowhere_count_for_nothing() -> None:
    found = basis(root("C09", "W09", "C01"), [cause(Verdict.CONFIRMED)], [])
    assert (found.sound, found.doubtful) == (("C01",), ())
