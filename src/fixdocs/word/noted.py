"""Marks around a printed figure, by which it is found again in the finished document.

They are three invisible operators of mathematics: a document can hold them, they take no room, and no text a person
wrote stands between the three of them in this order.
"""

from __future__ import annotations

import re
from typing import Final

_OPEN, _MIDDLE, _CLOSE = "\u2063", "\u2064", "\u2062"
MARKED: Final = re.compile(f"{_OPEN}([0-9]+){_MIDDLE}([^{_OPEN}{_MIDDLE}{_CLOSE}]*){_CLOSE}")
"""A marked figure: its number, and the text that is printed."""


def marked(number: int, text: str) -> str:
    """``text`` between marks that name ``number``."""
    return f"{_OPEN}{number}{_MIDDLE}{text}{_CLOSE}"


def unmarked(text: str) -> str:
    """``text`` as it is printed without the marks."""
    return MARKED.sub(r"\2", text)
