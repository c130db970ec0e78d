"""What a command line asks for, understood or refused with what can be asked for."""

from __future__ import annotations

import sys
from pathlib import Path

from ..errors import UsageError
from ..reports import DELIVERABLES, REPORTS, Report
from ..words import LANGUAGES, words_of

_LONG = 120  # characters of a folder from which a file in it may pass the 260 that Windows takes without ado

FORMATS = ("text", "json")


def checked_format(found: str) -> str:
    """``--format`` as given; raises UsageError for another than text and json."""
    if found not in FORMATS:
        raise UsageError("cli.bad_format", found=found, known=", ".join(FORMATS))
    return found


def checked_language(language: str | None) -> str | None:
    """``--lang`` as given; raises UsageError for a language there is no catalogue of."""
    if language is not None and language not in LANGUAGES:
        raise UsageError("cli.bad_language", found=language, known=", ".join(LANGUAGES))
    return language


def checked_reports(only: str | None) -> tuple[Report, ...]:
    """``--only`` as reports: keys (survey), numbers (1, 01) and names are understood."""
    found: list[Report] = []
    for part in (only or "").replace("\uff0c", ",").split(","):
        asked = part.strip()
        if not asked:
            continue
        names = {key: _names(key, held.number) for key, held in DELIVERABLES.items()}
        match = next((key for key, known in names.items() if asked.lower() in known), None)
        if match is None:
            known = ", ".join(REPORTS)
            raise UsageError("cli.bad_report", found=asked, known=known)
        found.append(match)
    return tuple(key for key in REPORTS if key in found)


def reachable(folder: Path, platform: str = sys.platform) -> Path:
    """``folder`` so that files in it can be reached whatever the length of their paths.

    On Windows a long one gets the prefix that lifts the limit of 260 characters; elsewhere nothing changes.
    """
    if platform != "win32":
        return folder
    whole = str(folder if sys.platform != "win32" else folder.absolute())
    if len(whole) < _LONG or whole.startswith("\\\\?\\"):
        return folder
    if whole.startswith("\\\\"):
        return Path("\\\\?\\UNC\\" + whole[2:])
    return Path("\\\\?\\" + whole)


def _names(report: Report, number: int) -> set[str]:
    """What a report may be called: its key, its number, its name in either language."""
    names = {words_of(language).say(f"reports.{report}").lower() for language in LANGUAGES}
    return {report, str(number), f"{number:02}", *names}
