"""The catalogues of words: complete, alike in both languages, fit for a workbook's cells, true to the schema."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from fixdocs.diagnostics.codes import CODES
from fixdocs.reports import REPORTS, Report
from fixdocs.reports.names import context_class, meaning
from fixdocs.sample import project
from fixdocs.schema import SHEETS, Cell, choices, expand
from fixdocs.word.template.fields import fields_of
from fixdocs.words import LANGUAGES, FieldWords, MessageWords, Words, words_of
from fixdocs.workbook.author.cells import row_cells
from fixdocs.workbook.read.convert import Converter, pieces

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "fixdocs"
WORDS = SOURCE / "words"

TITLE, HEADING, PROMPT = 31, 32, 255  # Excel's limits in characters: sheet title, title and text of an input prompt
FORBIDDEN = frozenset("[]:*?/\\")  # in a sheet's title
HELP = {"zh": 110, "en": 200}

# Modules of the catalogue that the English edition still lacks. Take one out as soon as it is written.
LATER: frozenset[str] = frozenset(
    {
        "claim_check", "claim_flow", "facts_check", "facts_flow", "say_causes", "say_evaluation", "say_evidence", "say_flow", "say_issues", "say_plan", "say_survey",
        "say_template_causes", "say_template_evaluation", "say_template_front", "say_template_issues",
        "say_template_plan", "say_template_survey",
        "claim_benefit", "claim_money", "claim_named", "claim_plan", "claim_trials", "facts_benefit", "facts_coverage",
        "claim_causes", "claim_change", "claim_issues", "claim_scoring", "facts_causes", "facts_alternative", "facts_chain",
        "facts_change", "facts_issues", "facts_money", "facts_plan", "facts_scoring", "facts_trials",
    }
)  # fmt: skip

# Dictionaries keyed by words that stand in data: each language has its own.
OWN = frozenset({"DATE_WORDS", "UNITS"})
# Texts that may be empty: the end of a sentence without a suggestion.
MAY_BE_EMPTY = {
    "say_input": {".end"},
    "say_format": {".between"},  # Chinese sentences follow one another without a space
}


def modules(language: str) -> set[str]:
    return {path.stem for path in (WORDS / language).glob("*.py")} - {"__init__"}


BOTH = sorted(modules("zh") & modules("en"))


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    return words_of(request.param)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


# Both languages


def test_english_lacks_only_what_comes_later() -> None:
    assert modules("zh") - modules("en") - LATER == set(), "write it, or say in LATER that it comes with the edition"
    assert modules("en") - modules("zh") == set()


def test_later_shrinks() -> None:
    assert LATER & modules("en") == set(), "written: take it out of LATER"


def texts(held: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text below a catalogue's dictionary, with its path; lists of words that differ by nature are left out."""
    if isinstance(held, str):
        yield path, held
    elif isinstance(held, MessageWords):
        yield from texts({name: getattr(held, name) for name in ("title", "text", "cure", "cause")}, path)
    elif isinstance(held, FieldWords):
        yield path, held.meaning  # its headings are of one edition: tests/reports/test_columns.py
    elif isinstance(held, Mapping):
        for key, value in held.items():
            yield from texts(value, f"{path}.{key}")


def values(text: str) -> set[str]:
    """What a text is filled with. A heading's number is ``n`` in Chinese numerals and ``d`` in digits."""
    return {"n" if name == "d" else name for name in placeholders(text)}


@pytest.mark.parametrize("name", BOTH)
def test_catalogues_hold_the_same(name: str) -> None:
    zh, en = (vars(words_of(language).module(name)) for language in ("zh", "en"))
    public = {key for key in {**zh, **en} if key.isupper()}
    assert public, name
    for key in sorted(public - OWN):
        first, second = dict(texts(zh.get(key))), dict(texts(en.get(key)))
        assert first.keys() == second.keys(), key
        unlike = {path for path in first if values(first[path]) != values(second[path])}
        assert unlike == set(), f"placeholders differ: {key}"


@pytest.mark.parametrize("name", sorted(modules("zh")))
def test_nothing_is_left_empty(name: str) -> None:
    for language in LANGUAGES:
        if name in modules(language):
            held = vars(words_of(language).module(name))
            shown = {key for key in held if key.isupper()} - OWN
            empty = {path for key in shown for path, text in texts(held[key]) if not text}
            assert empty <= MAY_BE_EMPTY.get(name, set()), language


# Sheets and columns


def cells() -> Iterator[tuple[str, Cell]]:
    """Every physical column of every sheet; one for a spread, whose headings come from data."""
    for name, sheet in SHEETS.items():
        for column in sheet.columns:
            given = ("Q01",) if column.spread and column.spread.source != "months" else ()
            for cell in expand(column, given):
                yield name, cell


def word_key(cell: Cell) -> str:
    """The key of a cell's words: a group's member is named after its group."""
    member = cell.column is not cell.owner
    return f"{cell.owner.key}.{cell.column.key}" if member else cell.owner.key


CELLS = {f"{name}.{cell.id}": (name, cell) for name, cell in cells()}
KEYS = {f"{name}.{word_key(cell)}": (name, cell) for name, cell in reversed(CELLS.values())}


def test_sheets_are_those_of_the_schema(words: Words) -> None:
    held = words.module("sheets").SHEETS
    assert list(held) == list(SHEETS)
    known: dict[str, set[str]] = {}
    for name, cell in CELLS.values():
        known.setdefault(name, set()).add(word_key(cell))
    for name, sheet in held.items():
        own = set(sheet.columns)
        shared = set(held[sheet.like].columns) if sheet.like else set()
        assert own <= known[name], name
        assert known[name] <= own | shared, name


def test_titles_suit_excel(words: Words) -> None:
    titles = [words.sheet(name).title for name in SHEETS]
    assert len({title.casefold() for title in titles}) == len(titles)
    for title in titles:
        assert 0 < len(title) <= TITLE
        assert not FORBIDDEN & set(title)
        assert title.strip("' ") == title


def test_sheets_say_what_they_are_for_and_who_fills_them(words: Words) -> None:
    for name in SHEETS:
        sheet = words.sheet(name)
        assert sheet.purpose, name
        assert sheet.who, name


def test_columns_fit_an_input_prompt(words: Words) -> None:
    for key, (name, cell) in KEYS.items():
        column = words.column(name, word_key(cell))
        assert all((column.label, column.help, column.example)), key
        assert len(words.label(name, word_key(cell), 12)) <= HEADING, key
        assert len(column.help) <= HELP[words.language], key
        assert len(column.label + column.help + column.example) <= PROMPT, key
        assert placeholders(column.label) | placeholders(column.help) <= {"n"}, key


def test_headings_of_a_sheet_differ(words: Words) -> None:
    for name, sheet in SHEETS.items():
        found = [
            words.label(name, word_key(cell), cell.index).casefold()
            for column in sheet.columns
            for cell in expand(column, ("Q01",))
        ]
        assert len(set(found)) == len(found), name


# Choices


LISTS: dict[str, type[StrEnum]] = {
    name: value
    for name, value in vars(choices).items()
    if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
}


def test_every_choice_has_its_word(words: Words) -> None:
    held = words.module("choices").CHOICES
    assert held.keys() == LISTS.keys()
    for name, members in LISTS.items():
        assert list(held[name]) == [member.value for member in members]
        assert len({word.casefold() for word in held[name].values()}) == len(members), name


def test_explained_choices_are_explained_throughout(words: Words) -> None:
    for name, sentences in words.module("choices").CHOICE_HELP.items():
        assert list(sentences) == [member.value for member in LISTS[name]]
        assert all(sentence.endswith(("。", ".")) for sentence in sentences.values()), name


# Examples


def test_examples_are_accepted(words: Words) -> None:
    for key, (name, cell) in KEYS.items():
        converter = Converter(words)
        value = converter.convert(words.column(name, word_key(cell)).example, cell.column)  # raises for a wrong one
        assert value not in (None, "", ()), key
        assert converter.remarks == [], key
        assert cell.column.minimum is None or value >= cell.column.minimum, key
        assert cell.column.maximum is None or value <= cell.column.maximum, key


@cache
def keys_of(sheet: str) -> frozenset[str]:
    """What rows of the sample may be referred to by."""
    held = project()
    mass = {"tickets": held.tickets}
    if sheet in mass:
        return frozenset(mass[sheet].column("id"))
    schema = SHEETS[sheet]
    attribute = schema.key[0] if schema.key else "id"
    return frozenset(getattr(row, attribute) for row in sample_rows(sheet))


@cache
def sample_rows(sheet: str) -> tuple[Any, ...]:
    from fixdocs.sample import _rows

    return tuple(row for row in _rows() if type(row).sheet.name == sheet)


def test_examples_refer_to_rows_of_the_sample() -> None:
    referring = {key: found for key, found in KEYS.items() if found[1].column.reference is not None}
    assert len(referring) > 30
    for key, (name, cell) in referring.items():
        assert cell.column.reference is not None
        zh, en = (words_of(language).column(name, word_key(cell)).example for language in ("zh", "en"))
        targets = [name if target == "self" else target for target in cell.column.reference.targets]
        known = frozenset().union(*(keys_of(target) for target in targets))
        parts = pieces(zh, known.__contains__)
        assert set(parts) <= known, key
        assert cell.column.many or len(parts) == 1, key
        if targets != ["indicators"]:  # an indicator goes by its name, which has a language
            assert pieces(en, known.__contains__) == parts, key


@cache
def sample_values(sheet: str) -> Mapping[str, list[Any]]:
    """What the sample's workbooks hold in a sheet, by column."""
    found: dict[str, list[Any]] = {}
    for row in sample_rows(sheet):
        for cell, value in row_cells(row, words_of("zh")).items():
            found.setdefault(re.sub(r"\[.*?\]", "", cell), []).append(value)
    return found


def test_examples_come_from_the_sample() -> None:
    compared, strange = 0, set()
    for key, (name, cell) in KEYS.items():
        held, own = sample_values(name).get(word_key(cell)), words_of("zh").sheet(name).columns.get(word_key(cell))
        if held and own:
            compared += 1
            value = Converter(words_of("zh")).convert(own.example, cell.column)
            if value not in held and not any(own.example in str(each) for each in held if not isinstance(each, float)):
                strange.add(f"{key}: {own.example}")
    assert compared > 150
    assert strange == set()


# Messages


def fields_of_message(code: str) -> set[str]:
    held = [words_of(language).message(code) for language in LANGUAGES]
    return set().union(*(placeholders(part) for message in held for part in (message.text, message.cure)))


def test_every_code_has_its_words(words: Words) -> None:
    held = words.module("messages").MESSAGES
    assert held.keys() == CODES.keys()
    assert len({message.title for message in held.values()}) == len(held)
    for code, message in held.items():
        assert all((message.title, message.text, message.cure, message.cause)), code
        assert not placeholders(message.title), code
        assert not placeholders(message.cause), code


# Words asked for in code


@cache
def trees() -> dict[str, ast.Module]:
    """Every module of the package beside the catalogues."""
    paths = (path for path in sorted(SOURCE.rglob("*.py")) if WORDS not in path.parents)
    return {str(path.relative_to(SOURCE)): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def called(node: ast.Call) -> str:
    match node.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def wrappers(tree: ast.Module) -> dict[str, str]:
    """Functions of a module that say within one domain, with that domain: ``say(f"issues.{key}")``."""
    found: dict[str, set[str]] = {}
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and called(node) == "say" and node.args:
                match node.args[0]:
                    case ast.JoinedStr(values=[ast.Constant(value=str(start)), ast.FormattedValue()]):
                        found.setdefault(function.name, set()).add(start)
    domains = {name: starts.pop() for name, starts in found.items() if len(starts) == 1}
    return {name: start[:-1] for name, start in domains.items() if start.endswith(".") and start.count(".") == 1}


def asked() -> Iterator[tuple[str, str, ast.Call]]:
    """Every sentence named in code by a literal: place, ``domain.name``, the call."""
    for name, tree in trees().items():
        own = wrappers(tree)
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or called(node) not in ("say", "_say") or not node.args:
                continue
            match node.args[0]:
                case ast.Constant(value=str(key)) if "." in key:
                    yield f"{name}:{node.lineno}", key, node
                case ast.Constant(value=str(key)) if called(node) in own:
                    yield f"{name}:{node.lineno}", f"{own[called(node)]}.{key}", node


def test_every_sentence_asked_for_exists() -> None:
    found = list(asked())
    assert len(found) > 100
    missing = set()
    for place, key, _ in found:
        domain, _, name = key.partition(".")
        for language in LANGUAGES:
            if language == "en" and f"say_{domain}" in LATER - modules("en"):
                continue
            if f"say_{domain}" not in modules(language) or name not in words_of(language).module(f"say_{domain}").SAY:
                missing.add((place, key, language))
    assert missing == set()


def test_sentences_are_given_what_they_need() -> None:
    lacking = {}
    for place, key, call in asked():
        domain, _, name = key.partition(".")
        if f"say_{domain}" not in modules("zh"):
            continue  # the test above names it
        text = words_of("zh").module(f"say_{domain}").SAY.get(name, "")
        given = {keyword.arg for keyword in call.keywords}
        if None not in given and placeholders(text) - given and (given or call.args[1:]):
            lacking[place] = placeholders(text) - given
    assert lacking == {}


CODE = re.compile(r"FD\d{3}")
BY_PLACE = {"other"}  # the first of a diagnostic's other places, which the diagnostic fills in itself


def test_diagnostics_are_given_what_their_messages_need() -> None:
    lacking, seen = {}, set()
    for name, tree in trees().items():
        if name == "diagnostics/codes.py" or name.startswith("schema/"):
            continue  # where codes are named, none is told
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            for code in [a.value for a in call.args if isinstance(a, ast.Constant) and CODE.fullmatch(str(a.value))]:
                given = {keyword.arg for keyword in call.keywords} | BY_PLACE
                dictionaries = [argument for argument in call.args if isinstance(argument, ast.Dict)]
                given |= {key.value for each in dictionaries for key in each.keys if isinstance(key, ast.Constant)}
                spread = None in given or any(None in each.keys for each in dictionaries)
                seen.add(code)
                if not spread and fields_of_message(code) - given:
                    lacking[f"{name}:{call.lineno} {code}"] = fields_of_message(code) - given
    assert lacking == {}
    assert len(seen) > len(CODES) / 2


# Names of templates


WRITTEN = [report for report in REPORTS if (SOURCE / "reports" / report / "report.py").exists()]


@pytest.mark.parametrize("report", WRITTEN)
def test_names_of_templates_have_meanings(report: Report, words: Words) -> None:
    without = {field.meaning for field in fields_of(context_class(report)) if not meaning(field.meaning, words)}
    assert without == set()
