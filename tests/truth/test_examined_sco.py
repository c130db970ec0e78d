"""What an outside examiner found untrue: input, the panel's results, causes, evidence, adjustments."""

from __future__ import annotations

from typing import Any

import pytest

from fixdocs.schema import SHEETS, expand
from fixdocs.words import words_of
from fixdocs.workbook.read.convert import Converter


def _read(sheet: str, column: str, text: str) -> Any:
    owner, _, member = column.partition(".")
    held = next(c for c in SHEETS[sheet].columns if c.key == owner)
    if member:
        held = next(c.column for c in expand(held) if c.column.key == member)
    return Converter(words_of("zh")).convert(text, held)


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("exits.result", "无异议"),
        ("exits.result", "没有"),
        ("exits.result", "不适用"),
        ("outputs", "无异议"),
        ("note", "没有意见"),
    ],
)
def test_01_a_word_for_nothing_is_a_value_where_it_does_not_mean_that_there_is_none(column: str, text: str) -> None:
    assert _read("steps", column, text) == text
    assert _read("to_be", column, text) == text


@pytest.mark.parametrize(
    ("sheet", "column", "text"),
    [
        ("decision", "dissent", "无异议"), ("decision", "conditions", "无附带条件。"), ("scores", "comment", "没有意见"),
        ("decision", "dissent", "无"), ("steps", "system", "无"), ("steps", "regulation", "不适用"), ("steps", "note", "无"),
        ("steps", "exits.result", "—"), ("interviews", "quote", "/"), ("measures", "basis", "没有"),
    ],
)  # fmt: skip
def test_01_where_it_means_that_there_is_none_the_cell_is_blank(sheet: str, column: str, text: str) -> None:
    assert _read(sheet, column, text) is None
