"""Questionnaire, interviews, observations and coverage recomputed with pandas."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixdocs.analysis import answers as own
from fixdocs.analysis import voices as seen
from fixdocs.sample import project as sample
from fixdocs.schema.choices import Nature, ObservationKind, PartyKind, QuestionKind, TimeUnit, Wording
from fixdocs.schema.survey import Observation, Question

from .helpers import frame, table


def groups(data: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The answer sheets of customers, of staff, and of those whose party is blank."""
    named = data["party"].map(lambda p: "unstated" if pd.isna(p) else "customers" if p == "customer" else "staff")
    return {str(name): part for name, part in data.groupby(named)}


def check(questions: list[Question], columns: Any) -> None:
    """Every figure of the questionnaire again, a group at a time."""
    found = own.questionnaire(questions, columns)
    assert found is not None
    data = frame(columns)
    assert found.answers == len(data)
    assert dict(found.by_party) == data["party"].dropna().value_counts().to_dict()
    parts = groups(data)
    assert {held.group for held in found.groups} == parts.keys()
    scales = {q.scale or 5 for q in questions if q.kind is QuestionKind.LIKERT}
    assert set(found.scales) == scales
    for held in found.groups:
        check_group(questions, parts[held.group], held, one_scale=len(scales) == 1)


def check_group(questions: list[Question], data: pd.DataFrame, found: own.GroupFindings, *, one_scale: bool) -> None:
    assert found.answers == len(data)
    good: dict[str, list[float]] = {}
    satisfied = answered = 0
    for question, item in zip(questions, found.items, strict=True):
        column = f"values[{question.id}]"
        given_by = data[column].dropna() if column in data else pd.Series(dtype=object)
        if question.kind is QuestionKind.OPEN:
            assert item.n == len(given_by)
            continue
        if question.kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE):
            check_options(question, given_by.astype(str), item)
            continue
        nps = question.kind is QuestionKind.NPS
        low, high = (0, 10) if nps else (1, question.scale or 5)
        levels = pd.to_numeric(given_by, errors="coerce").dropna()
        levels = levels[levels.between(low, high)]
        assert item.n == len(levels)
        assert dict(item.levels) == {n: int((levels == n).sum()) for n in range(low, high + 1)}
        if levels.empty:
            assert item.mean is item.csat is item.nps is None
            continue
        turned = low + high - levels if question.wording is Wording.REVERSE else levels
        if nps:
            assert item.nps == pytest.approx(100 * ((levels >= 9).mean() - (levels <= 6).mean()))
            assert item.csat is item.mean is None
            continue
        assert item.nps is None
        assert item.mean == pytest.approx(turned.mean())
        assert item.csat == (pytest.approx((turned >= 4).mean()) if high == 5 else None)
        if high == 5:
            satisfied, answered = satisfied + int((turned >= 4).sum()), answered + len(turned)
        if question.dimension:
            good.setdefault(question.dimension, []).append(float(turned.mean()))
    assert found.satisfaction == (pytest.approx(satisfied / answered) if answered else None)
    if not one_scale:
        assert found.dimensions == ()
        return
    assert {d.name: (d.mean, d.items) for d in found.dimensions} == {
        d: (pytest.approx(sum(v) / len(v)), len(v)) for d, v in good.items()
    }
    means = [d.mean for d in found.dimensions]
    assert means == sorted(means)


def check_options(question: Question, cells: pd.Series, item: own.ItemFindings) -> None:
    parts = cells
    if question.kind is QuestionKind.MULTIPLE:
        parts = cells.reset_index(drop=True).str.split(r"[┋、;；|]", regex=True).explode().str.strip()
        parts = parts.reset_index().drop_duplicates().iloc[:, 1]  # an option twice in one cell is chosen once
    assert {o.text: o.count for o in item.options} == parts[parts != ""].value_counts().to_dict()
    assert all(o.share == pytest.approx(o.count / item.n) for o in item.options)
    assert [o.count for o in item.options] == sorted((o.count for o in item.options), reverse=True)


def test_the_samples_questionnaire() -> None:
    project = sample()
    kinds = {q.kind for q in project.questions}
    assert {QuestionKind.LIKERT, QuestionKind.NPS} <= kinds
    check(list(project.questions), project.answers)


@st.composite
def questionnaires(draw: st.DrawFn) -> tuple[list[Question], Any]:
    questions = [
        Question(id=f"Q{n}", text=f"题{n}", kind=kind, scale=scale if kind is QuestionKind.LIKERT else None,
                 dimension=dimension, wording=wording)
        for n, (kind, scale, dimension, wording) in enumerate(draw(st.lists(st.tuples(
            st.sampled_from(QuestionKind), st.sampled_from([None, 5, 7]), st.sampled_from(["时效", "态度", None]),
            st.sampled_from([None, Wording.POSITIVE, Wording.REVERSE])), min_size=1, max_size=5)))
    ]  # fmt: skip

    def answer(question: Question) -> st.SearchStrategy[Any]:
        if question.kind in (QuestionKind.LIKERT, QuestionKind.NPS):
            return st.none() | st.integers(-1, 11).map(float)
        return st.none() | st.sampled_from(["慢", "贵", "慢┋贵", "慢；乱", "都好"])

    rows = draw(st.lists(st.fixed_dictionaries(
        {"party": st.none() | st.sampled_from(PartyKind)} | {f"values[{q.id}]": answer(q) for q in questions}
    ), min_size=1, max_size=25))  # fmt: skip
    return questions, table("answers", rows)


@given(questionnaires())
def test_any_questionnaire(drawn: tuple[list[Question], Any]) -> None:
    check(*drawn)


def test_the_samples_interviews() -> None:
    rows = sample().interviews
    found = seen.interviews(rows)
    assert found is not None
    data = pd.DataFrame([row.model_dump() for row in rows])
    assert (found.interviews, found.findings) == (data["id"].nunique(), len(data))
    groups = data.groupby("party")
    assert {p: (n, m) for p, n, m in found.by_party} == {PartyKind(p): (g["id"].nunique(), len(g)) for p, g in groups}
    said = {Nature.PAIN: found.pains, Nature.BRIGHT: found.bright, Nature.SUGGESTION: found.suggestions,
            Nature.STRATEGY: found.strategy}  # fmt: skip
    for nature, topics in said.items():
        own_rows = data[data["nature"] == nature]
        raised = own_rows.groupby("topic")["id"].nunique()
        assert {t.topic: t.raised_by for t in topics} == raised.to_dict()
        assert [t.raised_by for t in topics] == sorted((t.raised_by for t in topics), reverse=True)
        assert sum(len(t.findings) for t in topics) == len(own_rows)
    assert len(found.quotes) == data["quote"].notna().sum()


MINUTES = {"minutes": 1.0, "hours": 60.0, "workdays": 480.0, "days": 480.0 * 5 / 7}


def check_observations(rows: list[Observation]) -> None:
    found = seen.observations(rows)
    assert found is not None
    data = pd.DataFrame([row.model_dump() for row in rows])
    data["times"] = data["times"].astype(float)
    data["spent"] = data["duration"].astype(float) * data["duration_unit"].map(MINUTES).astype(float) * data["times"]
    assert found.count == len(data)
    for key, groups in (("kind", found.by_kind), ("step", found.by_step)):
        frames = dict(list(data.groupby(key, dropna=False)))
        assert len(frames) == len(groups)
        for held in groups:
            part = frames[held.key] if held.key is not None else data[data[key].isna()]
            assert held.rows == len(part)
            for value, column in ((held.times, "times"), (held.minutes, "spent")):
                total = part[column].sum(min_count=1)
                assert value == (None if pd.isna(total) else pytest.approx(total))
                assert value is None or value.fact.partly is bool(part[column].isna().any())
    days = data[data["duration_unit"] == TimeUnit.DAYS]
    apart = (days["duration"].astype(float) * 1440 * days["times"]).sum(min_count=1)
    assert found.calendar == (None if pd.isna(apart) else pytest.approx(apart))
    spent = data["spent"].dropna().sort_values(ascending=False)
    assert [taken for _, taken in found.timed] == pytest.approx(list(spent))
    assert (found.known, found.untold) == (len(spent), len(data) - len(spent))


def test_the_samples_observations() -> None:
    check_observations(list(sample().observations))


OBSERVATIONS = st.lists(
    st.builds(
        Observation, id=st.just("O1"), kind=st.sampled_from(ObservationKind), description=st.just("甲"),
        step=st.sampled_from(["F01", "F02"]) | st.none(), times=st.none() | st.integers(0, 9), day=st.none(),
        duration=st.none() | st.integers(0, 100).map(float), duration_unit=st.none() | st.sampled_from(TimeUnit),
        case=st.none(), observer=st.none(),
    ),
    min_size=1, max_size=20,
)  # fmt: skip


@given(OBSERVATIONS)
def test_any_observations(rows: list[Observation]) -> None:
    check_observations(rows)


def test_calendar_days_stand_in_the_sums_as_working_time() -> None:
    row = Observation(
        id="O1", kind=ObservationKind.WAITING, description="等批复", times=1, duration=7, duration_unit=TimeUnit.DAYS
    )
    found = seen.observations([row])
    assert found is not None
    assert (found.by_kind[0].minutes, found.calendar) == (pytest.approx(5 * 480), 7 * 1440)


def test_the_samples_coverage() -> None:
    for each in seen.coverage(sample().parties):
        p = each.party
        assert (each.planned, each.actual, each.sent, each.returned, each.valid) == (
            p.planned, p.actual, p.sent, p.returned, p.valid
        )  # fmt: skip
        known = p.actual is not None and p.planned
        assert each.reached == (pytest.approx((p.actual or 0) / (p.planned or 1)) if known else None)
