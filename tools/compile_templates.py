"""Compile the pack's Word templates beforehand, into build/compiled/: ``python -m tools.compile_templates``.

A build does this by itself (``hatch_build.py``); in a checkout it is to be done again after ``make templates``.
"""

from __future__ import annotations

from fixdocs.pack import DOCX, compiled_folder, pack_files
from fixdocs.word.render.engine import keep_templates


def main() -> None:
    """Compile all five."""
    keep_templates((path.read_bytes() for path in pack_files(DOCX)), compiled_folder())


if __name__ == "__main__":
    main()
