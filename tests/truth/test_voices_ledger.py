"""Every number of the survey's frame, interviews, questionnaire and observations is a fact with its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import replace

from fixdocs.analysis.facts import Fact
from fixdocs.analysis.findings import analyse
from fixdocs.project import Columns, Project
from fixdocs.reports.shared.figures import Figure
from fixdocs.reports.shared.ledger import noting
from fixdocs.reports.survey.report import context
from fixdocs.sample import project as sample
from fixdocs.schema.choices import SurveyMethod, TimeUnit
from fixdocs.word.noted import MARKED
from fixdocs.words import words_of

from .voiced import CHOICE, CUSTOMER, FRONT, LIKERT, MANAGEMENT, NPS, OPEN, party, project, said, seen, sheets

MINE = ("sample", "interviews", "questionnaire", "observations", "findings_lead", "interview_notes", "answers",
        "observation_notes")  # fmt: skip
PLAIN = re.compile(r"\b[A-Z]+\d+\b|表 \d+|图 \d+|\d{4}-\d\d-\d\d|不足 30 份|按 5/7 折算|9 至 10")  # ids, dates, our own


def mixed() -> Project:
    """Blanks, ties, both clocks, customers, staff and sheets without a party."""
    answers = {
        "Q1": [2, 4],
        "Q2": [5, 2, 3],
        "Q3": [9, 3],
        "Q4": ["审核", "受理┋审核"],
        "Q5": ["太慢", "太慢。", "很好"],
    }
    return project(
        parties=(
            party(planned=4, actual=3), party(MANAGEMENT, "领导", planned=2),
            party(CUSTOMER, "办事人", methods=(SurveyMethod.QUESTIONNAIRE,), sent=60, returned=50, valid=41),
        ),
        interviews=(said("I1"), said("I2", "退件", quote="退了又退"), said("I2", party=MANAGEMENT)),
        questions=(*LIKERT, NPS, CHOICE, OPEN),
        answers=sheets((CUSTOMER, 40, answers), (FRONT, 7, answers), (None, 3, answers)),
        observations=(
            seen("O1", 3, 20), seen("O2", None, 5), seen("O3", 1, 2, TimeUnit.DAYS), seen("O4", 2, 1, step="F01"),
        ),
    )  # fmt: skip


def strings(value: Any) -> Iterator[str]:
    """Every text of a context; figures are exempt."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Figure):
        return
    elif isinstance(value, tuple | list):
        for each in value:
            yield from strings(each)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from strings(getattr(value, name))
    elif value is not None:
        yield str(value)


HELD = {"sample": lambda: replace(sample(), tickets=Columns("tickets"), log=Columns("log")), "mixed": mixed}


@pytest.fixture(scope="module", params=HELD)
def printed(request: pytest.FixtureRequest) -> tuple[Project, list[str], list[Fact], list[float]]:
    held = HELD[request.param]()
    with noting() as ledger:
        made = context(analyse(held), words_of("zh"))
    texts = [text for name in MINE for text in strings(getattr(made, name))]
    return held, texts, ledger.facts, ledger.values


def own(held: Project) -> list[str]:
    """The team's own texts in which digits stand, the longest first."""
    rows = [*held.interviews, *held.questions, *held.observations, *held.parties, *held.steps]
    texts = {str(value).rstrip("。") for row in rows for value in row.model_dump().values() if isinstance(value, str)}
    return sorted((text for text in texts if re.search(r"\d", text)), key=len, reverse=True)


def test_no_digit_stands_without_a_fact(printed: tuple[Project, list[str], list[Fact], list[float]]) -> None:
    held, texts, _, _ = printed
    loose = set()
    for text in texts:
        rest = MARKED.sub("", text)
        for theirs in own(held):
            rest = rest.replace(theirs, "")
        if re.search(r"\d", PLAIN.sub("", rest)):
            loose.add(text)
    assert loose == set()


def test_a_fact_has_one_value_one_text_words_and_cells(
    printed: tuple[Project, list[str], list[Fact], list[float]],
) -> None:
    _, texts, facts, values = printed
    said_of: dict[str, set[tuple[str, float]]] = {}
    for text in texts:
        for number, shown in MARKED.findall(text):
            fact, value = facts[int(number)], values[int(number)]
            said_of.setdefault(fact.id, set()).add((shown, float(value)))
            if fact.kind.startswith("voices."):
                assert words_of("zh").fact(fact.kind).rule.endswith("。")
                assert fact.sources or fact.kind == "voices.order", fact.id
    assert said_of
    assert {key: found for key, found in said_of.items() if len(found) > 1} == {}


def test_no_mark_reaches_a_drawing() -> None:
    with noting():
        made = context(analyse(sample()), words_of("zh"))
    assert made.questionnaire
    assert made.questionnaire.chart
    assert not MARKED.search(str(made.questionnaire.chart))
