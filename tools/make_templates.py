"""Make the Word templates in templates/docx/: ``python -m tools.make_templates [REPORT …]``."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from fixdocs.pipeline import file_name
from fixdocs.reports import REPORTS
from fixdocs.words import Words, words_of

from .word.builder import Builder
from .word.front import front_matter
from .word.package import write

FOLDER = Path(__file__).parent.parent / "templates" / "docx"


def make(report: str, folder: Path, words: Words) -> Path:
    """Write the template of ``report`` into ``folder``; the file is named as the report is."""
    doc = Builder(words)
    module = import_module(f".word.{report}", __package__)
    front_matter(doc, words, short=getattr(module, "SHORT_FRONT", False))
    module.outline(doc, words)
    name = words.say(f"reports.{report}")
    path = folder / file_name(report, words)
    write(doc, path, name)
    return path


def main() -> None:
    """Make the templates named, all by default."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for report in sys.argv[1:] or REPORTS:
        make(report, FOLDER, words_of("zh"))


if __name__ == "__main__":
    main()
