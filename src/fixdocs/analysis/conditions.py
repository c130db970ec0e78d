"""The conditions of a decision, one each: the one place that says how many there are.

The minute's cell holds them as a text: parted by semicolons or lines, or as a list numbered from 1. A semicolon or a
number inside figures parts nothing ("1;2", "1.5").
"""

from __future__ import annotations

import re

from ..schema.improve import Decision
from .facts import Count, tally

_BREAKS = re.compile(r"(?<!\d)[;\uff1b]|[;\uff1b](?!\d)|[\r\n]+")
# (1)  （1）  1.  1、  1）  ①: never before a further digit ("1.5", "2、3").
_NUMBER = re.compile(
    r"[(\uff08](\d{1,2})[)\uff09]|(?<![\d.])(\d{1,2})[.\uff0e\u3001)\uff09](?!\s*\d)|([\u2460-\u2473])"
)
_AROUND = " \t\u3000,\uff0c;\uff1b.\u3002\u3001"


def conditions(decision: Decision | None) -> tuple[str, ...]:
    """The conditions under which the alternative was adopted, in order, without their numbers and stops."""
    text = (decision.conditions if decision else None) or ""
    found = [part for line in _BREAKS.split(text) for part in _numbered(line)]
    return tuple(kept for part in found if (kept := " ".join(part.split()).strip(_AROUND)))


def _numbered(line: str) -> list[str]:
    """The items of a list numbered within ``line``; the line alone where it is none.

    A number at the beginning is the item's, whichever it is; after it only its followers, one by one, begin an item.
    """
    items: list[str] = []
    begin, due = 0, None
    for found in _NUMBER.finditer(line):
        number = _read(found)
        if due is None and line[: found.start()].strip(_AROUND):
            return [line]
        if due is None or number == due:
            items.append(line[begin : found.start()])
            begin, due = found.end(), number + 1
    return [*items, line[begin:]]


def _read(found: re.Match[str]) -> int:
    plain = found[1] or found[2]
    return int(plain) if plain else ord(found[3]) - 0x245F


def counted(decision: Decision | None) -> Count | None:
    """How many conditions there are; None without a decision."""
    if decision is None:
        return None
    held = tally("scoring.conditions", (decision,), "decision", ("conditions",))
    return Count(len(conditions(decision)), held.fact)
