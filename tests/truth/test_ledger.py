"""Every figure that a report prints comes from a fact, and a fact prints one value everywhere."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

import pytest

from fixdocs.reports import REPORTS, Report
from fixdocs.schema import SHEETS
from fixdocs.sources.book import explained
from fixdocs.word.noted import unmarked
from fixdocs.words import words_of

from .marked import Made, loose, own_texts, texts_of
from .marked import made as make
from .projects import PROJECTS

CASES = [(name, report) for name in PROJECTS for report in REPORTS]


@cache
def made(name: str, report: Report) -> Made:
    return make(PROJECTS[name](), report)


@pytest.mark.parametrize(("name", "report"), CASES)
def test_noting_changes_no_text(name: str, report: Report) -> None:
    held = made(name, report)
    assert [unmarked(block) for block in held.marked] == held.plain


@pytest.mark.parametrize(("name", "report"), CASES)
def test_no_number_stands_without_its_fact(name: str, report: Report) -> None:
    own = own_texts(PROJECTS[name]())
    found = [piece for block in made(name, report).marked for piece in loose(block, own)]
    assert found == []


@pytest.mark.parametrize("name", PROJECTS)
def test_a_fact_prints_one_value(name: str) -> None:
    values: dict[str, set[float]] = defaultdict(set)
    texts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for report in REPORTS:
        for row in made(name, report).printed:
            values[row.fact.id].add(float(row.value))
            texts[row.fact.id, _unit(row.printed)].add(_number(row.printed))
    assert {key: held for key, held in values.items() if len(held) > 1} == {}
    assert {key: held for key, held in texts.items() if len(held) > 1} == {}


@pytest.mark.parametrize("name", PROJECTS)
def test_every_fact_is_explained_and_leads_to_cells(name: str) -> None:
    for report in REPORTS:
        for row in made(name, report).printed:
            if row.fact.kind != "filled":
                assert all(words_of("zh").fact(row.fact.kind)), row.fact.kind
            assert row.fact.sources, row.fact.id


def _number(text: str) -> str:
    return "".join(c for c in text if c.isdigit() or c in "−+.,").lstrip("+−")


def _unit(text: str) -> str:
    return "".join(c for c in text if not (c.isdigit() or c in "−+.,")).strip()


@pytest.mark.parametrize("name", PROJECTS)
def test_what_a_fact_speaks_of_is_said_in_words(name: str) -> None:
    words = words_of("zh")
    project = PROJECTS[name]()
    own = {text for sheet in SHEETS for row in project.rows(sheet) for text in texts_of(row) if type(text) is str}
    told = {explained(row.fact, words)[0] for report in REPORTS for row in made(name, report).printed}
    keys = {key for text in told for key in re.findall(r"[a-z_]{3,}", text) if not any(key in text for text in own)}
    assert keys == set()
