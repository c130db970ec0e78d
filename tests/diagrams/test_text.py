"""Wrapping keeps to the width, loses nothing, and follows the rules for the ends of lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixdocs.diagrams.text import char_width, text_width, wrap

PROSE = st.text(alphabet="部门之间没有同步，。、；：？！（）《》“”ERPcrm system0123456789/-·…—é\u0301", max_size=80)


@given(PROSE, st.floats(30, 300), st.sampled_from((8.0, 9.0, 10.5)), st.booleans())
def test_no_line_is_wider_than_the_room_and_no_character_is_lost(
    text: str, width: float, size: float, bold: bool
) -> None:
    lines = wrap(text, width, size, bold=bold)
    assert all(text_width(line, size, bold=bold) <= width + 0.01 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(line == line.strip() for line in lines)


@pytest.mark.parametrize("mark", "，。、；：？！）》」”…％,.;:?!)")
@pytest.mark.parametrize("before", range(1, 12))
def test_closing_punctuation_never_starts_a_line(mark: str, before: int) -> None:
    lines = wrap("部" * before + mark + "门" * 8, 60, 10)
    assert not [line for line in lines if line.startswith(mark)], lines


@pytest.mark.parametrize("mark", "（《「“([")
@pytest.mark.parametrize("before", range(1, 12))
def test_opening_punctuation_never_ends_a_line(mark: str, before: int) -> None:
    lines = wrap("部" * before + mark + "门" * 8, 60, 10)
    assert not [line for line in lines if line.endswith(mark)], lines


def test_a_latin_word_stays_whole_where_a_line_holds_it_also_before_a_full_stop() -> None:
    assert wrap("登记系统CRM。", 70, 10) == ("登记系统", "CRM。")
    assert wrap("tell the customer", 60, 10) == ("tell the", "customer")


def test_a_word_wider_than_a_line_is_broken() -> None:
    lines = wrap("internationalisation", 40, 10)
    assert len(lines) > 1
    assert "".join(lines) == "internationalisation"


def test_line_breaks_in_the_text_are_kept_and_an_empty_text_is_one_empty_line() -> None:
    assert wrap("一\n二", 100, 9) == ("一", "二")
    assert wrap("", 100, 9) == ("",)


@pytest.mark.parametrize(
    ("char", "ems"),
    [("W", 0.944), ("@", 1.015), ("M", 0.833), ("G", 0.778), ("Q", 0.778), ("m", 0.833), ("%", 0.889), ("0", 0.556)],
)
def test_widths_are_no_narrower_than_those_of_arial(char: str, ems: float) -> None:
    assert char_width(char) >= ems
