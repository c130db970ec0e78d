"""A printed column is declared once: at the attribute of its row's class, its heading beside its meaning."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, get_args

import pytest
from msgspec import Struct

from fixdocs import reports
from fixdocs.reports import REPORTS
from fixdocs.reports.names import heading, meaning
from fixdocs.word.grid import Align
from fixdocs.word.printed import Printed
from fixdocs.word.template.fields import columns_of, marks_of, names_of
from fixdocs.words import LANGUAGES, FieldWords, Words, words_of
from tools import make_templates
from tools.word.builder import Builder, Col

DOMAINS = ("front", *REPORTS)
FOLDER = Path(reports.__file__).parents[1] / "words"
# The languages that have templates: what an outline says is written.
EDITIONS = [language for language in LANGUAGES if (FOLDER / language / "say_template_front.py").exists()]


@pytest.fixture(params=EDITIONS)
def words(request: pytest.FixtureRequest) -> Words:
    return words_of(request.param)


@cache
def rows() -> tuple[type, ...]:
    """Every class of the reports that declares a printed column."""
    names = [found.name for found in pkgutil.walk_packages(reports.__path__, f"{reports.__name__}.")]
    held = [kind for name in names for kind in vars(importlib.import_module(name)).values() if isinstance(kind, type)]
    return tuple(kind for kind in dict.fromkeys(held) if issubclass(kind, Struct) and marks_of(kind))


def declared() -> dict[str, tuple[Printed, ...]]:
    """The marks of every printed column, by ``ClassName.attribute``."""
    return {f"{row.__name__}.{name}": marks for row in rows() for name, marks in marks_of(row).items()}


def catalogued(words: Words) -> dict[str, FieldWords]:
    """The words of every printed column."""
    held = [item for domain in DOMAINS for item in words.module(f"fields_{domain}").FIELDS.items()]
    return {key: value for key, value in held if isinstance(value, FieldWords)}


@dataclass(frozen=True)
class Outlines:
    """What the outlines of the five templates asked for: tables by class and layout, and sentences."""

    tables: set[tuple[str, str]]
    sentences: set[str]


@cache
def outlines(language: str, folder: Path) -> Outlines:
    asked = Outlines(set(), set())

    class Listening(Builder):
        def columns(
            self, owner: type, item: str, *, layout: str = "", cells: Mapping[str, str] | None = None
        ) -> list[Col]:
            asked.tables.add((owner.__name__, layout))
            assert set(cells or ()) <= columns_of(owner, layout).keys()
            return super().columns(owner, item, layout=layout, cells=cells)

    class Spoken(Words):
        def say(self, key: str, /, **values: object) -> str:
            asked.sentences.add(key)
            return super().say(key, **values)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(make_templates, "Builder", Listening)
        for report in REPORTS:
            make_templates.make(report, folder, Spoken(language))
    return asked


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("templates")


def test_rows_are_found_and_told_apart_by_name() -> None:
    names = [row.__name__ for row in rows()]
    assert len(names) > 50
    assert len(set(names)) == len(names)


def test_every_printed_column_has_heading_and_meaning(words: Words) -> None:
    held = catalogued(words)
    assert declared().keys() - held.keys() == set(), "declared as printed, without a heading"
    empty = {key for key, value in held.items() if not all((value.heading, value.meaning, *value.layouts.values()))}
    assert empty == set()


def test_no_heading_is_left_without_its_column(words: Words) -> None:
    assert catalogued(words).keys() - declared().keys() == set(), "a heading that no attribute declares"


def test_every_declared_table_is_in_a_template(words: Words, folder: Path) -> None:
    """A class with marks, a layout of a mark and a layout of a heading: each is asked for by an outline, and no other."""
    tables = {(key.partition(".")[0], mark.layout) for key, marks in declared().items() for mark in marks}
    tables |= {(key.partition(".")[0], name) for key, value in catalogued(words).items() for name in value.layouts}
    assert outlines(words.language, folder).tables == tables


def test_no_word_of_an_outline_is_left_over(words: Words, folder: Path) -> None:
    held = {f"template_{domain}.{key}" for domain in DOMAINS for key in words.module(f"say_template_{domain}").SAY}
    assert held - outlines(words.language, folder).sentences == set()


def test_marks_are_sound() -> None:
    """Type checkers do not look into Annotated."""
    for key, marks in declared().items():
        assert all(mark.share > 0 and mark.align in get_args(Align) for mark in marks), key
        assert len({mark.layout for mark in marks}) == len(marks), key


# The mark itself, on a class of its own


class Row(Struct, frozen=True):
    number: Annotated[str, Printed(8, "code")]
    aside: str
    text: Annotated[str, Printed(30), Printed(31, layout="wide")]
    extra: Annotated[str | None, Printed(5, "number", "wide")]


def test_columns_are_the_marked_attributes_in_order() -> None:
    assert columns_of(Row) == {"number": Printed(8, "code"), "text": Printed(30)}


def test_a_layout_comes_before_what_holds_for_all() -> None:
    assert columns_of(Row, "wide") == {
        "number": Printed(8, "code"),
        "text": Printed(31, layout="wide"),
        "extra": Printed(5, "number", "wide"),
    }


def test_a_mark_does_not_change_the_name() -> None:
    held = names_of(Row).members
    assert [(name, found.kind, found.optional) for name, found in held.items()] == [
        ("number", "text", False), ("aside", "text", False), ("text", "text", False), ("extra", "text", True),
    ]  # fmt: skip


def test_words_of_a_column() -> None:
    zh = words_of("zh")
    assert heading("SeenRow.name", zh) != heading("SeenRow.name", zh, "steps")
    assert heading("GoalLine.description", zh, "plan") == heading("GoalLine.description", zh)
    assert meaning("SeenRow.name", zh)
    with pytest.raises(KeyError):
        heading("SurveyContext.scope", zh)  # no column prints it
    with pytest.raises(KeyError):
        heading("GoalLine.unheard", zh)


def test_a_cell_may_say_more_than_its_attribute() -> None:
    from fixdocs.reports.shared.writer import GoalLine

    made = Builder(words_of("zh")).columns(GoalLine, "goal", cells={"target": "≥ {{ goal.target }}"})
    assert [column.cell for column in made][-3:] == ["{{ goal.baseline }}", "≥ {{ goal.target }}", "{{ goal.due }}"]
