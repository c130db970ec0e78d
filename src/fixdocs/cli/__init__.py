"""Arguments, progress, printing and exit codes; nothing else.

Exit codes: 0 done (warnings allowed) · 1 the data or a template have errors · 2 wrong usage · 3 a file could not be
read or written · 4 an unexpected fault, told in a sentence with the place of its log.
"""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """The ``fixdocs`` command."""
    # A command makes many records, drops few and ends: looking for circles after every 700 takes 7 % of a build.
    gc.set_threshold(100_000, 20, 20)
    # The models take no plugins, and looking for some reads the metadata of every package installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from .app import run
    except ImportError as error:  # an installation that lacks a package
        from . import console, fault

        console.err(fault.said(error, sys.argv[1:], console.spoken()))
        sys.exit(fault.EXIT_CODE)
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except OSError:  # who reads the answer has gone, or the disk it goes to is full
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = code or 3
    gc.freeze()  # the system takes all memory back: no last look for circles, a tenth of a short command
    sys.exit(code)


__all__ = ["main"]
