"""Widths of Chinese and Latin text, estimated without a font, and wrapping that uses them.

Widths are ems of Arial (the widest of the Latin faces a reader's machine falls back to) and a full em for
East Asian characters. They err on the wide side: text that is estimated to fit does fit.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

LINE_HEIGHT = 1.35  # line pitch in ems; 微软雅黑 and Noto Sans CJK need about 1.32
# What may not start a line, what may not end one; the full-width forms by number, because they are easily
# lost to a tool that folds widths.
_NO_START = frozenset("、。》〉」』】〕”’…—·％%),.;:!?]}" + "\uff0c\uff1b\uff1a\uff01\uff1f\uff09\uff05\uff0e")
_NO_END = frozenset("《〈「『【〔“‘([{" + "\uff08")
_NARROW = {**dict.fromkeys("iljI|.,:;'!", 0.28), **dict.fromkeys('ftr()[]{}/\\ -`"', 0.36)}
_WIDE = {
    **dict.fromkeys("ABCDEFGHKNOPQRSTUVXYZ&w", 0.74),
    **dict.fromkeys("GOQ", 0.78),
    **dict.fromkeys("mM%", 0.92),
    **dict.fromkeys("W", 0.95),
    "@": 1.02,
}


@lru_cache(maxsize=8192)
def char_width(char: str) -> float:
    """The width of one character in ems."""
    if unicodedata.combining(char) or char in "\u200b\ufeff":
        return 0.0
    if unicodedata.east_asian_width(char) in "WFA":
        return 1.0
    return _NARROW.get(char) or _WIDE.get(char) or 0.58


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line of ``text`` in points at ``size`` points."""
    width = _ems(text) * size
    return width * 1.06 if bold else width


def block_height(lines: int, size: float) -> float:
    """The height of ``lines`` lines in points."""
    return lines * size * LINE_HEIGHT


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break ``text`` into lines no wider than ``width`` points.

    Breaks between East Asian characters and at spaces, keeps Latin words whole where they fit a line, and
    keeps closing punctuation off a line's start and opening punctuation off its end. Only a single character
    wider than ``width`` makes a line that is wider.
    """
    room = (width + 1e-6) / (size * 1.06 if bold else size)
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        lines.extend(_wrap_paragraph(paragraph.strip(), room))
    return tuple(lines)


def _wrap_paragraph(text: str, room: float) -> list[str]:
    """Break one paragraph into lines of at most ``room`` ems."""
    lines: list[str] = []
    line: list[str] = []
    used = 0.0
    for unit, wide, whole in _units(text):
        if line and used + wide > room:
            lines.append("".join(line).strip())
            line, used = [], 0.0
        while wide > room and len(unit) > 1:
            cut = _fitting(unit, room)
            lines.append(unit[:cut].strip())
            unit = unit[cut:]
            wide, whole = _ems(unit.rstrip()), _ems(unit)
        line.append(unit)
        used += whole
    lines.append("".join(line).strip())
    return [part for part in lines if part] or [""]


@lru_cache(maxsize=8192)  # fitting a figure tries the same text at many widths
def _ems(text: str) -> float:
    return sum(map(char_width, text))


@lru_cache(maxsize=2048)
def _units(text: str) -> tuple[tuple[str, float, float], ...]:
    """What may not be broken: words with the space behind them, East Asian characters with their punctuation.

    With each its width in ems without that space, and with it.
    """
    units: list[str] = []
    in_word = False
    for char in text:
        wide = unicodedata.east_asian_width(char) in "WFA"
        joined = not wide and char != " " and in_word
        if units and (joined or char == " " or char in _NO_START or units[-1][-1] in _NO_END):
            units[-1] += char
        else:
            units.append(char)
        in_word = not wide and char != " "
    return tuple((unit, _ems(unit.rstrip()), _ems(unit)) for unit in units)


def _fitting(unit: str, room: float) -> int:
    """How many characters of a unit wider than a line still fit one."""
    cut, used = 1, char_width(unit[0])
    while cut < len(unit) and used + char_width(unit[cut]) <= room:
        used += char_width(unit[cut])
        cut += 1
    return cut
