"""Questionnaire, interviews, observations and coverage recomputed with pandas."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixdocs.analysis import voices as own
from fixdocs.sample import project as sample
from fixdocs.schema.choices import Nature, ObservationKind, PartyKind, QuestionKind, TimeUnit, Wording
from fixdocs.schema.survey import Observation, Question

from .helpers import frame, table


def check(questions: list[Question], columns: Any) -> None:
    """Every figure of the questionnaire again."""
    found = own.questionnaire(questions, columns)
    assert found is not None
    data = frame(columns)
    assert found.answers == len(data)
    assert dict(found.by_party) == data["party"].dropna().value_counts().to_dict()
    good: dict[str, list[float]] = {}
    satisfied = answered = 0
    for question, item in zip(questions, found.items, strict=True):
        column = f"values[{question.id}]"
        given_by = data[column].dropna() if column in data else pd.Series(dtype=object)
        if question.kind is QuestionKind.OPEN:
            assert list(item.texts) == [str(v) for v in given_by]
            continue
        if question.kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE):
            parts = given_by.astype(str)
            if question.kind is QuestionKind.MULTIPLE:
                parts = parts.str.split(r"[┋、;；|]", regex=True).explode().str.strip()
            assert dict(item.counts) == parts[parts != ""].value_counts().to_dict()
            continue
        nps = question.kind is QuestionKind.NPS
        low, high = (0, 10) if nps else (1, question.scale or 5)
        levels = pd.to_numeric(given_by, errors="coerce").dropna()
        levels = levels[levels.between(low, high)]
        assert item.n == len(levels)
        assert dict(item.counts) == {str(n): int((levels == n).sum()) for n in range(low, high + 1)}
        if levels.empty:
            assert item.mean is item.good is item.csat is item.nps is None
            continue
        turned = low + high - levels if question.wording is Wording.REVERSE else levels
        assert (item.mean, item.good) == pytest.approx((levels.mean(), turned.mean()))
        if nps:
            assert item.nps == pytest.approx(100 * ((levels >= 9).mean() - (levels <= 6).mean()))
            assert item.csat is None
            continue
        assert item.nps is None
        assert item.csat == (pytest.approx((turned >= 4).mean()) if high == 5 else None)
        if high == 5:
            satisfied, answered = satisfied + int((turned >= 4).sum()), answered + len(turned)
        if question.dimension:
            good.setdefault(question.dimension, []).append(float(turned.mean()))
    assert found.satisfaction == (pytest.approx(satisfied / answered) if answered else None)
    scales = {q.scale or 5 for q in questions if q.kind is QuestionKind.LIKERT}
    if len(scales) == 1:
        assert {d: (mean, n) for d, mean, n in found.dimensions} == {
            d: (pytest.approx(sum(v) / len(v)), len(v)) for d, v in good.items()
        }
        means = [mean for _, mean, _ in found.dimensions]
        assert means == sorted(means)
    else:
        assert found.dimensions == ()


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
    found = own.interviews(rows)
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


MINUTES = {"minutes": 1.0, "hours": 60.0, "workdays": 480.0}


def check_observations(rows: list[Observation]) -> None:
    found = own.observations(rows)
    assert found is not None
    data = pd.DataFrame([row.model_dump() for row in rows])
    data["times"] = data["times"].fillna(1)
    data["spent"] = data["duration"].astype(float) * data["duration_unit"].map(MINUTES).astype(float) * data["times"]
    assert found.count == len(data)
    for key, groups in (("kind", found.by_kind), ("step", found.by_step)):
        frames = dict(list(data.groupby(key, dropna=False)))
        assert len(frames) == len(groups)
        for name, count, times, spent in groups:
            part = frames[name] if name is not None else data[data[key].isna()]
            total = part["spent"].sum(min_count=1)
            assert (count, times) == (len(part), part["times"].sum())
            assert spent == (None if pd.isna(total) else pytest.approx(total))
    days = data[data["duration_unit"] == TimeUnit.DAYS]
    apart = (days["duration"].astype(float) * 1440 * days["times"]).sum(min_count=1)
    assert found.calendar == (None if pd.isna(apart) else pytest.approx(apart))
    most = [own.minutes(row) or 0 for row in found.top]
    assert most == pytest.approx(list(data["spent"].astype(float).fillna(0).nlargest(5)))


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


def test_a_calendar_day_is_no_sum_of_working_minutes() -> None:
    row = Observation(
        id="O1", kind=ObservationKind.WAITING, description="等批复", duration=2, duration_unit=TimeUnit.DAYS
    )
    found = own.observations([row])
    assert found is not None
    assert (found.by_kind[0][3], found.calendar) == (None, 2880)


def test_the_samples_coverage() -> None:
    for each in own.coverage(sample().parties):
        p = each.party
        for ratio, one, two in (
            (each.reached, p.actual, p.planned),
            (each.returned, p.returned, p.sent),
            (each.valid, p.valid, p.returned),
        ):
            assert ratio == (pytest.approx(one / two) if one is not None and two else None)
