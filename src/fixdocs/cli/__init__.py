"""Arguments, progress, printing and exit codes; nothing else.

Exit codes: 0 done (warnings allowed) · 1 the data or a template have errors · 2 wrong usage · 3 a file could not be
read or written.
"""

from __future__ import annotations

import sys


def main() -> None:
    """The ``fixdocs`` command."""
    from .app import run

    sys.exit(run(sys.argv[1:]))


__all__ = ["main"]
