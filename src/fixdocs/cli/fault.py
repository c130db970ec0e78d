"""An unexpected fault: what the program knows of it goes into a log, a person gets one sentence."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from .. import __version__
from ..words import Words

EXIT_CODE = 4


def said(error: BaseException, arguments: Sequence[str], words: Words) -> str:
    """The sentence that tells of ``error``, which came of the command line ``arguments``; its log is written."""
    kind = type(error).__name__
    log = write_log(error, arguments)
    if log is None:
        return words.say("cli.fault_unlogged", kind=kind)
    return words.say("cli.fault", kind=kind, log=log)


def write_log(error: BaseException, arguments: Sequence[str]) -> Path | None:
    """A file of its own with the traceback, the command and the versions; None where none can be written.

    It stands in the system's temporary folder, else in the user's folder for such things, and in no project: a folder
    named in the command stays as it is.
    """
    trace = "".join(traceback.format_exception(error))
    lines = [f"fixdocs {__version__}", f"Python {sys.version}", sys.platform, f"fixdocs {' '.join(arguments)}", trace]
    content = "\n".join(lines).encode("utf-8", errors="backslashreplace")
    for room in _rooms():
        try:
            if any(_within(room, Path(argument)) for argument in arguments):
                continue
            room.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix="fixdocs-", suffix=".log", dir=room)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
        except (OSError, ValueError):  # a disk that is full, a folder without rights, an argument that is no path
            continue
        return Path(name)
    return None


def _rooms() -> Iterator[Path]:
    """Where a log may stand, best first."""
    with suppress(OSError):  # no temporary folder can be written
        yield Path(tempfile.gettempdir())
    with suppress(RuntimeError):  # nobody's home
        base = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA")
        yield (Path(base) if base else Path.home() / ".local" / "state") / "fixdocs"


def _within(room: Path, folder: Path) -> bool:
    """Whether ``room`` is the folder or stands in it."""
    return folder.is_dir() and room.resolve().is_relative_to(folder.resolve())
