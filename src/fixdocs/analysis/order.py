"""The order of numbered records: by their numbers, so that the order of rows in a workbook changes no report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from msgspec.structs import replace

from ..project import Project
from ..schema import SHEETS, Row

_R = TypeVar("_R", bound=Row)


def number(key: str) -> tuple[tuple[int, int, str], ...]:
    """What ``key`` is ordered by: its digits as numbers, so that P2 comes before P10."""
    parts = (part for part in re.split(r"(\d+)", key) if part)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def by_number(rows: Iterable[_R]) -> tuple[_R, ...]:
    """Records in the order of their keys; those with the same key as they stand."""
    return tuple(sorted(rows, key=lambda row: number(str(getattr(row, type(row).sheet.key[0])))))


_FLOWS = ("steps", "to_be")  # a blank way out leads to the next row


def ordered(project: Project) -> Project:
    """``project`` with the rows of every numbered sheet by their numbers; those of flows stay as they stand."""
    names = [name for name, sheet in SHEETS.items() if sheet.prefix and name not in _FLOWS]
    return replace(project, **{name: by_number(project.rows(name)) for name in names})
