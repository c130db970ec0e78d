"""The input is changed in a way of which it is known what must change in the reports, over all test projects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest

from fixdocs.analysis.facts import Fact
from fixdocs.project import Project
from fixdocs.schema import SHEETS
from tests.reports.reading import dangling

from . import turned as c
from .noticed import Noticed, noticed
from .projects import PROJECTS

NAMES = list(PROJECTS)
ORDERED = [name for name, sheet in SHEETS.items() if sheet.shape != "form" and name not in ("mapping", "revisions")]


@cache
def before(name: str) -> Noticed:
    return noticed(PROJECTS[name]())


def after(name: str, change: Callable[[Project], Project]) -> Noticed:
    return noticed(change(PROJECTS[name]()))


def sheets(fact: Fact) -> set[str]:
    return {cells.sheet for cells in fact.sources}


def differing(one: dict[str, float], two: dict[str, float]) -> dict[str, tuple[float | None, float | None]]:
    """The facts whose values differ by more than rounding, or that only one has."""
    return {
        key: (one.get(key), two.get(key))
        for key in one.keys() | two.keys()
        if key not in one or key not in two or one[key] != pytest.approx(two[key], rel=1e-9, abs=1e-9)
    }


@pytest.mark.parametrize("sheet", ORDERED)
@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_rows_changes_no_figure(name: str, sheet: str) -> None:
    plain = noticed(c.with_ways_written(PROJECTS[name]())) if sheet in c.FLOWS else before(name)
    turned = after(name, lambda p: c.reordered(c.with_ways_written(p) if sheet in c.FLOWS else p, sheet))
    assert differing(plain.values, turned.values) == {}


@pytest.mark.parametrize("name", NAMES)
def test_other_names_of_posts_change_no_figure(name: str) -> None:
    one, two = before(name), after(name, c.with_other_posts)
    assert _by_kind(one) == _by_kind(two)


def _by_kind(held: Noticed) -> Counter[tuple[str, float]]:
    """Facts about posts carry the posts' names in their ids: they are held against each other by kind."""
    return Counter((fact.kind, round(value, 9)) for fact, value in held.facts.values())


@pytest.mark.parametrize("name", NAMES)
def test_twice_the_durations_are_twice_the_times_and_the_same_shares(name: str) -> None:
    one, two = before(name), after(name, lambda p: c.slower(p, 2))
    times = 0
    for key, (fact, value) in one.facts.items():
        if not fact.kind.startswith("flow.") or not sheets(fact) <= {*c.FLOWS, "project"}:
            continue
        factor = 2 if fact.unit in ("working", "calendar") else 1
        times += factor == 2
        assert two.values[key] == pytest.approx(factor * value), key
    timed = any(step.touch or step.wait for step in PROJECTS[name]().steps)
    assert bool(times) == timed


@pytest.mark.parametrize("name", NAMES)
def test_months_the_other_way_turn_every_word_of_direction(name: str) -> None:
    one, two = before(name), after(name, c.backwards)
    turned = {"running.rising": "running.falling", "running.falling": "running.rising"}
    for key, other in turned.items():
        assert (True in one.claims.get(key, set())) == (True in two.claims.get(other, set())), key


@pytest.mark.parametrize("name", NAMES)
def test_scores_exchanged_exchange_totals_and_ranks(name: str) -> None:
    project = PROJECTS[name]()
    if len(project.alternatives) < 2:
        return
    first, second = (a.id for a in project.alternatives[:2])
    one, two = before(name), after(name, lambda p: c.swapped(p, first, second))
    found = {s.alternative.id: (s.total, s.rank) for s in one.found.scoring.standings} if one.found.scoring else {}
    other = {s.alternative.id: (s.total, s.rank) for s in two.found.scoring.standings} if two.found.scoring else {}
    assert other[first] == pytest.approx(found[second])
    assert other[second] == pytest.approx(found[first])


@pytest.mark.parametrize("name", NAMES)
def test_ten_times_the_money_is_ten_times_every_amount(name: str) -> None:
    one, two = before(name), after(name, lambda p: c.dearer(p, 10))
    for key, (fact, value) in one.facts.items():
        if fact.unit == "money" and sheets(fact) <= {"measures", "tools"}:
            assert two.values[key] == pytest.approx(10 * value), key


@pytest.mark.parametrize("name", NAMES)
def test_a_threshold_moves_only_the_matrix_and_what_follows(name: str) -> None:
    moved = after(name, lambda p: c.each(p, "project", lambda row: c.updated(row, high_impact=3, high_frequency=3)))
    still = ("flow", "running", "voices", "scoring", "change", "money", "filled")
    kept = {k: v for k, v in before(name).values.items() if k.partition(".")[0].partition(":")[0] in still}
    there = {k: v for k, v in kept.items() if k in moved.values}
    assert differing(there, {k: moved.values[k] for k in there}) == {}
    lost = [k for k in kept if k not in there and not k.startswith("filled")]
    assert lost == []


BLANKS = [pair for pair in c.optional_columns() if pair[0] != "revisions"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sheet", sorted({sheet for sheet, _ in BLANKS}))
def test_a_blank_column_leaves_no_figure_of_it(name: str, sheet: str) -> None:
    """No fact is told by a column that nobody filled, and every sentence still reads."""
    project = PROJECTS[name]()
    for column in [column for held, column in BLANKS if held == sheet and project.rows(sheet)]:
        if (sheet, column) in (("project", "data_from"), ("project", "data_to")):
            continue
        made = noticed(c.blanked(project, sheet, column))
        told = [
            key for key, (fact, value) in made.facts.items()
            if value and any(cells.sheet == sheet and cells.columns == (column,) for cells in fact.sources)
        ]  # fmt: skip
        assert told == [], f"{sheet}.{column}"
        assert dangling(made.text) == [], f"{sheet}.{column}"
