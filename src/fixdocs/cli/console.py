"""Printing that works on any console: characters it cannot show are replaced, never a traceback.

Colour is never the only sign: every line says in words what it is.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING

from ..words import Words, words_of

if TYPE_CHECKING:  # help is to come at once: what it does not need is loaded where it is needed
    from ..diagnostics import Diagnostic, Severity
    from ..diagnostics.tell import Told
    from ..errors import FixdocsError

_COLOURS = {"error": "31", "warning": "33", "hint": "36"}


def prepare() -> None:
    """Let both streams replace what their encoding cannot show (a GBK console, a pipe of ASCII)."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


_spoken = [words_of("zh")]


def speak(words: Words) -> None:
    """Remember what the user is spoken to in: a failure is told where nothing else is known any more."""
    _spoken[0] = words


def spoken() -> Words:
    """The catalogue that the user is spoken to in, as far as is known."""
    return _spoken[0]


def out(text: str = "") -> None:
    """A line of the command's answer."""
    print(text)


def err(text: str) -> None:
    """A line beside the answer: progress, a failure."""
    print(text, file=sys.stderr)


def coloured(text: str, colour: str, stream: IO[str] | None = None) -> str:
    """``text`` in an ANSI colour where the stream is a terminal and NO_COLOR is not set."""
    stream = stream or sys.stdout
    if not stream.isatty() or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb":
        return text
    return f"\x1b[{colour}m{text}\x1b[0m"


def error_text(error: FixdocsError, words: Words) -> str:
    """What an exception says in a person's language."""
    faults = getattr(error, "faults", None)
    if faults:
        return "\n".join(fault.message(words) for fault in faults)
    return words.say(error.key, **error.values)


def print_diagnostics(diagnostics: Iterable[Diagnostic], words: Words) -> None:
    """Every message, grouped by severity: code, place, what, cure."""
    from ..diagnostics.tell import tell

    shown: Severity | None = None
    for told in tell(diagnostics, words):
        if told.severity is not shown:
            shown = told.severity
            out(coloured(words.say(f"cli.{shown.value}s"), f"1;{_COLOURS[shown.value]}"))
        _print_told(told, words)


def _print_told(told: Told, words: Words) -> None:
    from ..reports import blocked

    code = coloured(told.code, _COLOURS[told.severity.value])
    many = words.say("cli.places", n=told.count) if told.count > 1 else ""
    out(f"  {code}  {told.where}{many}")
    out(f"         {told.text}{words.say('cli.stop')}{told.cure}")
    if reports := blocked(told.first):
        names = words.say("cli.joint").join(
            words.say("cli.title", name=words.say(f"reports.{report}")) for report in reports
        )
        out(f"         {words.say('cli.blocks', reports=names)}")


def print_counts(errors: int, warnings: int, words: Words) -> None:
    """The closing line of a check."""
    key = "cli.clean" if not errors and not warnings else "cli.counts"
    out(words.say(key, errors=errors, warnings=warnings))
