"""Indicators, tickets and log recomputed with pandas: over the sample and over tables made at random."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixdocs.analysis import running as own
from fixdocs.analysis.consistency import consistency
from fixdocs.analysis.findings import analyse
from fixdocs.analysis.terms import Terms
from fixdocs.project import Columns, project_of
from fixdocs.sample import project as sample
from fixdocs.schema.choices import Direction, TimeUnit, YesNo
from fixdocs.schema.survey import Indicator

from .helpers import frame, table

MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 6, 30, 23, 59)).map(lambda at: at.replace(microsecond=0))


@pytest.mark.parametrize("row", sample().indicators, ids=lambda row: row.name)
def test_indicators(row: Indicator) -> None:
    found = own.indicator(row)
    assert found is not None
    series = pd.Series(row.months).sort_index()
    assert list(found.months) == list(series.items())
    assert found.mean == pytest.approx(series.mean())
    moves = series.diff().dropna()
    assert found.steady == bool((moves > 0).all() or (moves < 0).all())
    assert found.low == (series.min(), tuple(series.index[series == series.min()]))
    assert found.high == (series.max(), tuple(series.index[series == series.max()]))
    if row.target is not None and row.direction:
        reached = series <= row.target if row.direction is Direction.LOWER else series >= row.target
        assert found.met == reached.sum()
    if found.trend in ("rise", "fall") and row.direction:
        assert found.better == ((found.trend == "fall") == (row.direction is Direction.LOWER))


@given(
    st.dictionaries(st.integers(1, 12), st.floats(-1e4, 1e4), min_size=1, max_size=12),
    st.none() | st.floats(-1e4, 1e4), st.none() | st.sampled_from(Direction),
)  # fmt: skip
def test_any_indicator(months: dict[int, float], target: float | None, direction: Direction | None) -> None:
    found = own.indicator(Indicator(name="指标", months=months, target=target, direction=direction))
    assert found is not None
    series = pd.Series(months).sort_index()
    assert found.mean == pytest.approx(series.mean(), abs=1e-6)
    assert (found.p is None) == (len(series) < 5)
    assert (found.trend == "constant") == (len(series) > 1 and series.nunique() == 1)
    assert (found.met is None) == (target is None or direction is None)
    if found.steady:
        assert len(series) > 2
        assert found.trend == ("few" if len(series) < 5 else "rise" if series.iloc[-1] > series.iloc[0] else "fall")
    assert (found.better is None) == (direction is None or found.trend not in ("rise", "fall"))


TICKETS = st.lists(
    st.tuples(
        MOMENTS, st.none() | st.floats(0, 90), st.none() | st.floats(0, 40),
        st.sampled_from(["等待", "退回", "其他"]) | st.none(), st.none() | st.sampled_from(YesNo),
    ),
    min_size=1, max_size=40,
)  # fmt: skip


def tickets(rows: list[tuple[Any, ...]]) -> Columns:
    """Tickets with whole seconds, as workbooks hold them."""

    def after(start: datetime, days: float | None) -> datetime | None:
        return None if days is None else start + timedelta(seconds=round(days * 86400))

    return table("tickets", [
        {"id": f"T{n}", "created": at, "closed": after(at, close), "responded": after(at, reply), "kind": kind,
         "repeated": mark}
        for n, (at, close, reply, kind, mark) in enumerate(rows)
    ])  # fmt: skip


def check_tickets(columns: Columns, begin: date | None, end: date | None) -> None:
    """Every figure of the tickets again, from a frame."""
    found = own.tickets(columns, begin, end)
    assert found is not None
    whole = frame(columns).astype(
        {"created": "datetime64[us]", "closed": "datetime64[us]", "responded": "datetime64[us]"}
    )
    day = whole["created"].dt.date
    within = pd.Series(True, index=whole.index)
    if begin and end:
        within = (day >= begin) & (day <= end)
    assert found.outside == (~within).sum()
    used = whole[within] if within.any() else whole
    assert found.count == len(used)
    closing, response = (
        (used[name] - used["created"]).dropna() / pd.Timedelta(minutes=1) for name in ("closed", "responded")
    )
    for summary, series in ((found.closing, closing), (found.response, response)):
        if series.empty:
            assert summary is None
        else:
            assert summary is not None
            assert (summary.n, summary.mean, summary.median, summary.p90) == pytest.approx(
                (len(series), series.mean(), series.median(), series.quantile(0.9)), abs=1e-6
            )
    assert found.unanswered == used["responded"].isna().sum()
    assert found.all_outside == (not within.any())
    before = whole[whole["created"] < used["created"].min()]
    inside = within.any() and begin and end  # the months are those of the data period, with and without tickets
    months = pd.period_range(*((begin, end) if inside else (used["created"].min(), used["created"].max())), freq="M")
    still = before["closed"].isna() | (before["closed"] >= months[0].start_time)
    assert found.earlier == still.sum()
    recorded = whole["closed"].notna().any()  # a column without any closing time tells nothing of what is open
    assert found.open == (used["closed"].isna().sum() if recorded else None)
    marks = used["repeated"].dropna()
    assert found.marked == len(marks)
    assert found.repeated == (pytest.approx((marks == YesNo.YES).mean()) if len(marks) else None)
    kinds = used["kind"].dropna().value_counts()
    assert dict(found.kinds) == kinds.to_dict()
    assert (found.first, found.last) == (used["created"].min().date(), used["created"].max().date())
    assert [m.month for m in found.months] == [m.start_time.date() for m in months]
    counted = whole[whole["created"] <= used["created"].max()]  # tickets of before may still have been open
    for month, period in zip(found.months, months):
        opened = used[(used["created"] >= period.start_time) & (used["created"] <= period.end_time)]
        closed = counted[(counted["closed"] >= period.start_time) & (counted["closed"] <= period.end_time)]
        held = counted[(counted["created"] <= period.end_time) & ~(counted["closed"] <= period.end_time)]
        assert month.opened == len(opened)
        assert (month.closed, month.backlog) == ((len(closed), len(held)) if recorded else (None, None))
        spans = (opened["closed"] - opened["created"]).dropna() / pd.Timedelta(minutes=1)
        assert (month.closing.mean if month.closing else None) == (pytest.approx(spans.mean()) if len(spans) else None)
    assert found.backlog == found.months[-1].backlog


def test_the_samples_tickets() -> None:
    project = sample()
    assert project.info is not None
    check_tickets(project.tickets, project.info.data_from, project.info.data_to)


@given(TICKETS)
def test_any_tickets(rows: list[tuple[Any, ...]]) -> None:
    check_tickets(tickets(rows), None, None)


@given(TICKETS)
def test_tickets_of_a_period(rows: list[tuple[Any, ...]]) -> None:
    check_tickets(tickets(rows), date(2026, 3, 1), date(2026, 5, 15))


EVENTS = st.lists(
    st.tuples(st.sampled_from("xyz"), st.sampled_from("甲乙丙丁"), MOMENTS, st.none() | st.integers(0, 90), st.none() | st.sampled_from("张李")),
    min_size=1, max_size=40,
)  # fmt: skip


def events(rows: list[tuple[Any, ...]]) -> Columns:
    return table("log", [
        {"case": case, "activity": activity, "finished": at, "resource": who,
         "started": None if span is None else at - timedelta(minutes=span)}
        for case, activity, at, span, who in rows
    ])  # fmt: skip


def check_log(columns: Columns, begin: date | None = None, end: date | None = None) -> None:
    """Every figure of the log again."""
    found = own.log(columns, begin, end)
    assert found is not None
    data = frame(columns).astype({"finished": "datetime64[us]", "started": "datetime64[us]"})
    data = data.sort_values("finished", kind="stable")
    groups = data.groupby("case", sort=False)
    assert (found.cases, found.events) == (groups.ngroups, len(data))
    assert {a.name: a.events for a in found.activities} == data["activity"].value_counts().to_dict()
    assert found.kinds == data["activity"].nunique()
    assert found.resources == data["resource"].nunique()
    assert found.resources.fact.partly == data["resource"].isna().any()
    traces = groups["activity"].agg(tuple)
    assert found.variants == traces.nunique()
    common = traces.value_counts()
    shown = found.top_variants
    assert [way.cases for way in shown] == sorted(common, reverse=True)[: len(shown)]
    assert all(common[way.path] == way.cases for way in shown)
    assert len(shown) <= 8
    if len(shown) < len(common):  # no tie is cut in two
        assert not shown or sorted(common, reverse=True)[len(shown)] < shown[-1].cases
    assert [way.rank for way in shown] == list(common.rank(ascending=False, method="min").loc[[w.path for w in shown]])
    first = data[["started", "finished"]].min(axis=1).groupby(data["case"]).min()
    spans = (groups["finished"].max() - first) / pd.Timedelta(minutes=1)
    spans = spans[(groups.size() > 1) | groups["started"].count().astype(bool)]  # of one stamp there is no span
    assert found.single == groups.ngroups - len(spans)
    assert (found.throughput is None) == spans.empty
    if found.throughput:
        assert [found.throughput.n, found.throughput.mean, found.throughput.median, found.throughput.p90] == (
            pytest.approx([len(spans), spans.mean(), spans.median(), spans.quantile(0.9)], abs=1e-6)
        )
    repeats = data.groupby(["case", "activity"]).size()
    again = repeats[repeats > 1].reset_index()
    assert found.rework == pytest.approx(again["case"].nunique() / groups.ngroups)
    assert found.no_repeat == pytest.approx(1 - found.rework)
    assert {a.name: a.repeated for a in found.activities if a.repeated} == again["activity"].value_counts().to_dict()
    assert found.repeating == again["case"].nunique()
    named = data[~data["case"].isin(data.loc[data["resource"].isna(), "case"])]
    assert found.named == named["case"].nunique()
    if named.empty:
        assert found.handoffs is None
    else:
        before = named.groupby("case")["resource"].shift()
        assert found.handoffs == pytest.approx((before.notna() & (before != named["resource"])).sum() / found.named)
    gaps = (data["finished"] - groups["finished"].shift()) / pd.Timedelta(minutes=1)
    means = gaps.dropna().groupby(data["activity"]).mean()
    stays = {a.name: a.stay for a in found.activities if a.stay is not None}
    assert stays == pytest.approx(means.to_dict(), abs=1e-6)
    work = ((data["finished"] - data["started"]) / pd.Timedelta(minutes=1)).dropna().groupby(data["activity"]).mean()
    assert dict(found.service) == pytest.approx(work.to_dict(), abs=1e-6)
    days = data["finished"].dt.date
    assert (found.first, found.last) == (days.min(), days.max())
    assert found.outside == ((days < begin) | (days > end)).sum() if begin and end else found.outside == 0


def test_the_samples_log() -> None:
    project = sample()
    assert project.info is not None
    check_log(project.log, project.info.data_from, project.info.data_to)


@given(EVENTS)
def test_any_log(rows: list[tuple[Any, ...]]) -> None:
    check_log(events(rows), date(2026, 2, 1), date(2026, 4, 1))


TERMS = Terms(lead=("平均耗时",), units={"分钟": 1, "小时": 60, "工作日": 0})


def test_the_samples_durations_agree() -> None:
    """Lead time against indicator, tickets and log: working days, and calendar days at 7 for 5."""
    project = sample()
    found = analyse(project, TERMS)
    assert found.flow is not None
    days = found.flow.lead / 480
    assert found.flow.calendar is None
    stated = next(np.mean(list(i.months.values())) for i in project.indicators if "平均耗时" in i.name)
    closing = frame(project.tickets).dropna(subset=["closed"])
    closing = closing[closing["created"].dt.date.between(project.info.data_from, project.info.data_to)]
    spans = (closing["closed"].astype("datetime64[us]") - closing["created"]) / pd.Timedelta(days=1)
    expected = {"indicator": (days, stated), "tickets": (days * 1.4, spans.mean())}
    cases = frame(project.log).astype({"finished": "datetime64[us]", "started": "datetime64[us]"}).groupby("case")
    first = cases[["started", "finished"]].min().min(axis=1)
    expected["log"] = (days * 1.4, ((cases["finished"].max() - first) / pd.Timedelta(days=1)).mean())
    assert {c.source: (c.computed, c.stated) for c in found.consistency} == {
        k: pytest.approx(v) for k, v in expected.items()
    }
    for each in found.consistency:
        assert each.gap == pytest.approx(each.stated / each.computed - 1)
        assert each.wide == (abs(each.gap) > 0.3)
    assert consistency(project, TERMS) == found.consistency


def test_units_of_an_indicator() -> None:
    steps = sample().steps
    for unit, value in (("工作日", 8.0), ("小时", 64.0), ("分钟", 3840.0)):
        rows = [*steps, Indicator(name="平均耗时", unit=unit, months={1: value})]
        (found,) = consistency(project_of(rows), TERMS)
        assert (found.stated, found.unit) == (pytest.approx(8), "workdays")
    for name, unit in (("平均耗时", "自然日"), ("投诉量", "工作日"), ("平均耗时", None)):
        assert consistency(project_of([*steps, Indicator(name=name, unit=unit, months={1: 8})]), TERMS) == ()
    assert TimeUnit.DAYS  # calendar units are never compared with working ones
