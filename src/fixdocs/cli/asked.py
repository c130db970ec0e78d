"""What a command line asks for, understood or refused with what can be asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

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
    """A language as given; raises UsageError for one there is no catalogue of."""
    if language is not None and language not in LANGUAGES:
        raise UsageError("cli.bad_language", found=language, known=", ".join(LANGUAGES))
    return language


def asked_language(ctx: typer.Context, language: str | None) -> str | None:
    """``--lang`` of a command, else the one written before it; None where neither stands.

    Raises UsageError for a language there is no catalogue of.
    """
    above = ctx.parent
    while language is None and above is not None:
        language, above = above.params.get("lang"), above.parent
    return checked_language(language)


def spoken_language(ctx: typer.Context, language: str | None) -> str | None:
    """The language of messages: ``--lang`` before or after the command, else the machine's; None: the project's."""
    return asked_language(ctx, language) or machine_language()


def machine_language() -> str | None:
    """The language of LC_ALL, LC_MESSAGES or LANG, the first that decides.

    C, POSIX, nothing at all and a language there is no catalogue of do not: en_GB.UTF-8 is en, C.UTF-8 is none.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        language = os.environ.get(name, "").replace("-", "_").split(".")[0].split("_")[0].lower()
        if language in LANGUAGES:
            return language
    return None


def written_language(arguments: Sequence[str]) -> str | None:
    """The last ``--lang`` of a command line, read ahead of parsing: help and usage errors speak it too.

    None where there is none. Raises UsageError for a language there is no catalogue of.
    """
    found: str | None = None
    for n, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and n + 1 < len(arguments):
            found = arguments[n + 1]
        elif argument.startswith("--lang="):
            found = argument.partition("=")[2]
    return checked_language(found)


def expected_language(folder: Path) -> str:
    """What a project will turn out to speak, before it is read: by the names of its workbooks, else Chinese."""
    for language in LANGUAGES:
        stems = {words_of(language).say(f"workbook.file_{key}") for key in (1, 2, 3, 4, 5, "single")}
        if any((folder / f"{stem}.xlsx").exists() for stem in stems):
            return language
    return LANGUAGES[0]


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
