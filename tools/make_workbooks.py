"""Make the blank workbooks in templates/xlsx/: ``python -m tools.make_workbooks``."""

from __future__ import annotations

from pathlib import Path

from fixdocs.schema import WORKBOOKS
from fixdocs.words import words_of
from fixdocs.workbook.author.blank import blank_plan, file_name
from fixdocs.workbook.author.book import write_workbook

FOLDER = Path(__file__).parent.parent / "templates" / "xlsx"


def contents() -> dict[str, bytes]:
    """The five workbooks by file name, in Chinese."""
    words = words_of("zh")
    return {file_name(number, words): write_workbook(blank_plan(number, words), words) for number in WORKBOOKS}


def main() -> None:
    """Write the five over those that are there."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in contents().items():
        (FOLDER / name).write_bytes(content)


if __name__ == "__main__":
    main()
