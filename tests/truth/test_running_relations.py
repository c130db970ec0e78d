"""What must change with the input, and what must not: over the sample and a tricky project."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from msgspec.structs import replace

from fixdocs.project import Columns, Project
from fixdocs.sample import project as sample

from .running_data import chapter, everything, found
from .test_running_figures import tricky

BOTH = pytest.mark.parametrize("held", [sample(), tricky()], ids=["sample", "tricky"])


def shuffled(table: Columns, seed: int) -> Columns:
    """The table's rows in another order."""
    order = list(range(len(table)))
    random.Random(seed).shuffle(order)
    values = {key: [column[n] for n in order] for key, column in table.values.items()}
    return Columns(table.sheet, values, table.rows, table.sources, table.origin, table.positions)


def blanked(table: Columns, *names: str) -> Columns:
    """The table with those columns blank."""
    values = {key: [None] * len(table) if key in names else column for key, column in table.values.items()}
    return Columns(table.sheet, values, table.rows, table.sources, table.origin, table.positions)


def months(held: Project, change: object) -> Project:
    """The project with every indicator's months changed, the number of the month kept where it has a value."""
    rows = []
    for row in held.indicators:
        keys = sorted(row.months)
        rows.append(row.model_copy(update={"months": dict(zip(keys, change([row.months[k] for k in keys])))}))
    return replace(held, indicators=tuple(rows))


@BOTH
@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_rows_changes_nothing(held: Project, seed: int) -> None:
    other = replace(
        held, tickets=shuffled(held.tickets, seed), log=shuffled(held.log, seed), complaints=held.complaints[::-1]
    )
    assert everything(other) == everything(held)


@BOTH
def test_reversed_months_turn_every_direction(held: Project) -> None:
    back = months(held, lambda values: values[::-1])
    opposite = {"rise": "fall", "fall": "rise"}
    turned = 0
    for one, other in zip(found(held).indicators, found(back).indicators, strict=True):
        assert other.trend == opposite.get(one.trend, one.trend)
        assert other.better == (None if one.better is None else not one.better)
        assert (other.p, other.mean, other.met) == (one.p, pytest.approx(one.mean), one.met)
        turned += one.trend in opposite
    assert turned
    forth, text = everything(held), everything(back)
    assert "在变差" in forth
    assert "在变好" not in forth
    assert "在变好" in text
    assert "在变差" not in text


@BOTH
def test_values_a_hundredfold_keep_every_direction(held: Project) -> None:
    """No direction, p or month of a lowest or highest value depends on the unit."""
    other = months(held, lambda values: [value * 100 for value in values])
    for one, large in zip(found(held).indicators, found(other).indicators, strict=True):
        assert (large.trend, large.p, large.steady, large.better) == (one.trend, one.p, one.steady, one.better)
        assert (large.low[1], large.high[1]) == (one.low[1], one.high[1])


@BOTH
def test_blank_directions_leave_no_verdict(held: Project) -> None:
    rows = tuple(row.model_copy(update={"direction": None}) for row in held.indicators)
    text = everything(replace(held, indicators=rows))
    for word in ("在变好", "在变差", "全部达到", "都没有达到", "个月达到", "越低越好", "越高越好"):
        assert word not in text


@BOTH
def test_blank_columns_leave_no_sentence_about_them(held: Project) -> None:
    table = blanked(held.tickets, "closed", "responded", "repeated", "kind")
    text = everything(replace(held, tickets=table, log=blanked(held.log, "resource")))
    for word in ("已关闭", "尚未关闭", "首次响应记录", "标为重复", "更早创建", "换手", "位人员"):
        assert word not in text
    assert "没有填写关闭时间" in text
    assert chapter(replace(held, tickets=table, complaints=())).complaints_text == ""


@BOTH
def test_twice_the_durations_are_told_as_twice_as_long(held: Project) -> None:
    created, closed = held.tickets.column("created"), held.tickets.column("closed")
    later = [None if at is None else at + (at - start) for start, at in zip(created, closed, strict=True)]
    values = {**held.tickets.values, "closed": later}
    table = Columns("tickets", values, held.tickets.rows, held.tickets.sources, held.tickets.origin)
    one, two = found(held).tickets, found(replace(held, tickets=table)).tickets
    assert one is not None
    assert two is not None
    assert one.closing is not None
    assert two.closing is not None
    for name in ("mean", "median", "p90"):
        assert getattr(two.closing, name) == pytest.approx(2 * getattr(one.closing, name))
    assert two.closing.n == one.closing.n
    assert [month.opened for month in two.months] == [month.opened for month in one.months]


@BOTH
def test_a_log_of_a_week_later_says_the_same(held: Project) -> None:
    """Only the dates move: the same counts, times and repetitions."""

    def moved(table: Columns, *names: str) -> Columns:
        values = {
            key: [at and at + timedelta(days=7) for at in column] if key in names else column
            for key, column in table.values.items()
        }
        return Columns(table.sheet, values, table.rows, table.sources, table.origin, table.positions)

    one = found(held).log
    two = found(replace(held, log=moved(held.log, "started", "finished"))).log
    assert one is not None
    assert two is not None
    assert (two.cases, two.variants, two.rework, two.handoffs) == (one.cases, one.variants, one.rework, one.handoffs)
    assert two.throughput == one.throughput
    assert [a.stay for a in two.activities] == [a.stay for a in one.activities]
