"""A fact is a number that knows where it comes from; a claim stands only where its guard holds."""

from __future__ import annotations

import pytest

from fixdocs.analysis.claim import Claim, claims, watching
from fixdocs.analysis.facts import Cells, Count, Fact, Quantity, filled, known, sources, tally, total, whole
from fixdocs.reports.shared.format import Formatter
from fixdocs.reports.shared.ledger import noting
from fixdocs.schema.choices import GoalKind
from fixdocs.schema.survey import Goal
from fixdocs.word.noted import marked, unmarked
from fixdocs.words import words_of
from tests.support.guards import lacking

GOAL = Goal(id="G1", kind=GoalKind.QUALITY, description="少错", baseline=20.5, target=12.0)


def test_a_fact_calculates_as_its_number() -> None:
    held = Quantity(12.5, Fact("flow.lead", unit="working"))
    assert held + 1 == 13.5
    assert f"{held:.1f}" == "12.5"
    assert Count(3, Fact("issues.core")) == 3


def test_what_is_not_known_stays_none() -> None:
    assert known(None, Fact("flow.lead")) is None
    assert filled(Goal(id="G1", kind=GoalKind.COST, description="省"), "baseline") is None
    assert total([None, None]) is None
    assert total([None, 2.0]) == 2.0


def test_a_cell_tells_its_sheet_row_and_column() -> None:
    held = filled(GOAL, "baseline", word="%")
    assert held is not None
    assert held.fact.id == "filled:goals:G1:baseline"
    assert held.fact.sources == (Cells("goals", ("baseline",), (GOAL,)),)


def test_sources_are_those_of_the_parts_each_once() -> None:
    one, two = filled(GOAL, "baseline"), filled(GOAL, "target")
    assert len(sources(one, two, one, 3.0, None)) == 2


def test_a_count_over_a_column_with_blanks_is_no_match_for_another() -> None:
    partly = tally("flow.approvals", [], "steps", ("approval",), partly=True)
    assert whole(tally("flow.approvals", [], "steps"), 3.0)
    assert not whole(partly, 3.0)
    assert not whole(None, 3.0)
    assert Formatter(words_of("zh")).fact(partly) == "至少 0"


@pytest.mark.parametrize(
    ("value", "fact", "printed"),
    [
        (48.0, Fact("x", unit="working"), "48 分钟"),
        (48.0, Fact("x", unit="calendar"), "48 分钟（自然时间）"),
        (0.0042, Fact("x"), "0.0042"),
        (0.0042, Fact("x", word="次"), "0.0042 次"),
        (0.00004, Fact("x", unit="share"), "0.004%"),
        (-1.5, Fact("x", unit="points"), "−1.5 个百分点"),
        (-36000.0, Fact("x", unit="money"), "−3.6 万元"),
        (3.8333, Fact("x", unit="score"), "3.83"),
        (0.0, Fact("x", unit="share"), "0.0%"),
        (0.0051, Fact("x"), "0.0051"),  # not 0.01
        (0.05137, Fact("x"), "0.051"),
        (0.125, Fact("x"), "0.13"),
        (0.1 + 0.045, Fact("x"), "0.15"),  # 0.145 in decimals, below it in binary
        (360.0, Fact("x", unit="calendar"), "6.0 小时（自然时间）"),
        (9.625, Fact("x", digits=2), "9.63"),
        (0.125, Fact("filled"), "0.125"),
        (2 / 3, Fact("filled"), "0.67"),
        (1286400.0, Fact("filled"), "1,286,400"),
    ],
)
def test_a_fact_is_printed_in_its_unit_and_never_as_a_false_0(value: float, fact: Fact, printed: str) -> None:
    assert Formatter(words_of("zh")).fact(Quantity(value, fact)) == printed


def test_a_figure_is_noted_only_while_a_ledger_is_open() -> None:
    form, held = Formatter(words_of("zh")), filled(GOAL, "baseline", word="%")
    assert form.fact(held) == "20.5%"
    with noting() as ledger:
        text = form.fact(held)
        assert text == marked(0, "20.5%")
        assert unmarked(text) == "20.5%"
        assert form.number(3.0) == "3"
    assert [fact.id for fact in ledger.facts] == ["filled:goals:G1:baseline"]


def test_a_claim_is_made_only_under_its_declared_keys() -> None:
    @claims("made.up")
    def make(stands: bool, key: str = "made.up") -> Claim | None:
        return Claim(key) if stands else None

    with watching() as seen:
        assert make(True) == Claim("made.up")
        assert make(False) is None
    assert seen == {"made.up": {True, False}}
    with pytest.raises(LookupError, match=r"made\.other"):
        make(True, "made.other")


def test_a_watch_tells_the_one_around_it() -> None:
    @claims("made.within")
    def make(stands: bool) -> Claim | None:
        return Claim("made.within") if stands else None

    with watching() as outer:
        make(True)
        with watching() as inner:
            make(False)
    assert inner == {"made.within": {False}}
    assert outer == {"made.within": {True, False}}


def test_a_claim_seen_one_way_only_is_named() -> None:
    seen = {"a.both": {True, False}, "b.stands": {True}, "c.refused": {False}}
    assert lacking({"a.both", "b.stands", "c.refused", "d.never"}, seen) == ["b.stands", "c.refused", "d.never"]
