"""The blank workbooks: five, or one that holds all sheets."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from ...errors import FileError
from ...schema import SHEETS, WORKBOOKS, choices, sheets_of
from ...words import Words
from .book import Plan, SheetPlan, write_workbook


def file_name(number: int, words: Words) -> str:
    """The name of workbook 1 to 5; 0 is the one that holds all sheets."""
    return words.say(f"workbook.file_{number or 'single'}") + ".xlsx"


def blank_plan(number: int, words: Words) -> Plan:
    """What the blank workbook 1 to 5 holds; 0 holds all sheets."""
    title, text = words.module("guide").BOOKS[number]
    sheets = [sheet.name for one in (WORKBOOKS if number == 0 else (number,)) for sheet in sheets_of(one)]
    return Plan(tuple(blank_sheet(name, words) for name in sheets), title, text)


def blank_sheet(name: str, words: Words) -> SheetPlan:
    """A sheet as it comes: numbered, and with what the method gives everyone."""
    hidden = ("sample",) if name == "project" else ()
    return SheetPlan(name, rows=tuple(_prefilled(name, words)), number_to=SHEETS[name].numbered, hidden=hidden)


def _prefilled(name: str, words: Words) -> list[dict[str, Any]]:
    """The rows that a sheet comes with."""
    guide = words.module("guide")
    match name:
        case "project":
            return [{"hours_per_day": 8, "high_impact": 4, "high_frequency": 4, "anonymous": choices.YesNo.NO}]
        case "indicators":
            return [{"name": n, "unit": unit, "direction": choices.Direction(way)} for n, unit, way in guide.INDICATORS]
        case "rating":
            return [
                {"what": choices.Rated(what), "level": level, "meaning": text}
                for what, texts in guide.RATING.items()
                for level, text in enumerate(texts, 1)
            ]
        case "criteria":
            keys = ("name", "weight", "direction", "description", "anchor_low", "anchor_middle", "anchor_high")
            rows = [dict(zip(keys, row)) for row in guide.CRITERIA]
            return [row | {"direction": choices.Direction(row["direction"]), "low": 1, "high": 5} for row in rows]
    return []


def write_blank(folder: Path, words: Words, *, single: bool = False) -> tuple[list[Path], list[Path]]:
    """Write the blank workbooks into ``folder``, over nothing; the paths written, and those left as they were.

    Raises FileError where the folder cannot be made or a file cannot be written.
    """
    make_folder(folder)
    written: list[Path] = []
    left: list[Path] = []
    for number in (0,) if single else WORKBOOKS:
        path = folder / file_name(number, words)
        if path.exists():
            left.append(path)
            continue
        (written if write_new(path, write_workbook(blank_plan(number, words), words)) else left).append(path)
    return written, left


def make_folder(folder: Path) -> None:
    """Make the folder where there is none; raises FileError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError("output.no_folder", folder=str(folder), reason=error.strerror or "") from error


def write_new(path: Path, content: bytes) -> bool:
    """Write a file that is not there yet, whole or not at all; False where one is. Raises FileError."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
    except FileExistsError:
        return False
    except OSError as error:
        raise FileError("output.failed", path=str(path), reason=error.strerror or "") from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise FileError("output.failed", path=str(path), reason=error.strerror or "") from error
    return True
