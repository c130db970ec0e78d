"""The table of codes: complete, in words of every language, and each code raised somewhere (its workbook stands in
tests/rules/faults*.py, where every code must have one).
"""

from __future__ import annotations

import ast
import json
import re
import string
from pathlib import Path

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner

from fixdocs.cli.app import app
from fixdocs.cli.build import code_table
from fixdocs.diagnostics import CODES, Aspect, Code, Severity
from fixdocs.reports import DELIVERABLES, blocked_by
from fixdocs.schema import SHEETS
from fixdocs.words import LANGUAGES, words_of

SOURCE = Path(__file__).resolve().parents[1] / "src" / "fixdocs"


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_code_has_its_words(code: str, language: str) -> None:
    message = words_of(language).message(code)
    assert message.title
    assert message.text
    assert message.cause
    assert message.cure


@pytest.mark.parametrize("code", CODES)
def test_languages_say_the_same(code: str) -> None:
    said = [words_of(language).message(code) for language in LANGUAGES]
    assert len({frozenset(names(m.text)) for m in said}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_without_a_code(language: str) -> None:
    assert set(words_of(language).module("messages").MESSAGES) == set(CODES)


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.id)
def test_errors_block_and_nothing_else_does(code: Code) -> None:
    anywhere = replace(code, sheets=code.sheets or tuple(SHEETS))
    assert bool(blocked_by(anywhere)) == (code.severity is Severity.ERROR)
    assert set(code.sheets) <= SHEETS.keys()
    assert code.severity is Severity.ERROR or not code.sheets, "what blocks nothing need not say where it stands"
    assert code.sheets or code.aspect is None


def test_every_aspect_is_spoiled_and_shown() -> None:
    assert {code.aspect for code in CODES.values()} == {None, *Aspect}
    assert {aspect for held in DELIVERABLES.values() for aspect in held.shows} == set(Aspect)


def test_codes_stand_in_order_and_in_their_family() -> None:
    assert list(CODES) == sorted(CODES)
    assert all(re.fullmatch(r"FD[1-9]\d\d", code) for code in CODES)


def raised() -> set[str]:
    """Codes that stand as a text of their own in the code, the table and the words apart."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        if "words" in path.parts or path.name == "codes.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"FD\d{3}", node.value):
                found.add(node.value)
    return found


def test_every_code_is_raised_and_every_code_raised_is_in_the_table() -> None:
    assert raised() == set(CODES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_shows_every_code(language: str) -> None:
    done = CliRunner().invoke(app, ["codes", "--format", "json", "--lang", language])
    assert done.exit_code == 0
    rows = json.loads(done.stdout)
    assert rows == code_table(words_of(language))
    assert [row["code"] for row in rows] == list(CODES)
    for row in rows:
        assert row["title"]
        assert row["cause"]
        assert row["cure"]
        assert bool(row["blocks"]) == (CODES[row["code"]].severity is Severity.ERROR)


def test_the_table_reads_as_text() -> None:
    done = CliRunner().invoke(app, ["codes", "--lang", "zh"])
    assert done.exit_code == 0
    assert re.findall(r"^FD\d{3}", done.stdout, re.MULTILINE) == list(CODES)
