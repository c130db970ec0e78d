"""Words and numbers as XML may hold them, and as Word's number formats show them."""

from __future__ import annotations

import re
from typing import Final

from fixdocs.characters import one_line
from fixdocs.charts.spec import Number

MINUS: Final = "\u2212"

_SPECIAL: Final = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}
_LONGEST_CELL: Final = 32_767  # what a cell of a workbook can hold


def clean(text: str) -> str:
    """One line of text without what no document can hold, as long as a cell of a workbook may be."""
    return one_line(text).strip()[:_LONGEST_CELL]


def escape(text: str) -> str:
    """``text`` for an element or a quoted attribute."""
    return text.translate(_SPECIAL)


def number(value: float) -> str:
    """The shortest text that reads back as ``value``; the same in cache and cell."""
    text = repr(value + 0)  # −0.0 becomes 0.0, True becomes 1
    return text.removesuffix(".0")


def signed(code: str, values: tuple[Number, ...]) -> str:
    """The number format ``code`` with a true minus, where there is something below zero to show."""
    below = any(value is not None and value < 0 for value in values)
    return f"{code};{MINUS}{code}" if below and ";" not in code and code != "General" else code


def places(code: str) -> int:
    """How many decimals of the value itself the number format ``code`` shows."""
    if code == "General":
        return 12
    decimals = re.search(r"\.([0#]+)", code)
    return (len(decimals[1]) if decimals else 0) + (2 if "%" in code else 0)


def shown(value: float, code: str) -> str:
    """About what Word shows for ``value`` in the format ``code``: enough to estimate a width."""
    plain = code.split(";")[0]
    if plain == "General":
        return f"{value:g}"
    percent = "%" in plain
    decimals = places(plain) - (2 if percent else 0)
    text = f"{abs(value) * (100 if percent else 1):{',' if ',' in plain else ''}.{decimals}f}"
    return (MINUS if value < 0 else "") + text + ("%" if percent else "")
