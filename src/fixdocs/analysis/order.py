"""The order of numbered records: by their numbers, so that the order of rows in a workbook changes no report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from ..schema import Row

_R = TypeVar("_R", bound=Row)


def number(key: str) -> tuple[tuple[int, int, str], ...]:
    """What ``key`` is ordered by: its digits as numbers, so that P2 comes before P10."""
    parts = (part for part in re.split(r"(\d+)", key) if part)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def by_number(rows: Iterable[_R]) -> tuple[_R, ...]:
    """Records in the order of their keys; those with the same key as they stand."""
    return tuple(sorted(rows, key=lambda row: number(str(getattr(row, type(row).sheet.key[0])))))
