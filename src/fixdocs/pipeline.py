"""The six steps on one page: find, read, check, analyse, compose, write.

Steps 1 to 3 give a Project and diagnostics; a report is built where no error blocks it and the sheets it needs are
filled. Nothing is printed here: the caller gets values.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from .diagnostics import Diagnostic, Severity
from .project import Project
from .schema import REPORTS, Report
from .words import Words, words_of

if TYPE_CHECKING:
    from .analysis.findings import Findings, Terms

log = logging.getLogger("fixdocs")

# A report is filled when one sheet of each group holds a record.
NEEDS: dict[Report, tuple[tuple[str, ...], ...]] = {
    "survey": (("project",), ("steps",)),
    "issues": (("project",), ("issues",)),
    "causes": (("project",), ("issues",), ("causes", "chains", "roots")),
    "plan": (("project",), ("measures",)),
    "evaluation": (("project",), ("alternatives",), ("criteria",), ("scores",)),
}


@dataclass(frozen=True)
class Checked:
    """Steps 1 to 3: what is sound, what is wrong, and the language to speak."""

    folder: Path
    project: Project
    diagnostics: tuple[Diagnostic, ...]
    words: Words

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(d.severity is Severity.ERROR for d in self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many warnings there are, hints not counted."""
        return sum(d.severity is Severity.WARNING for d in self.diagnostics)

    def blocking(self, report: Report) -> tuple[Diagnostic, ...]:
        """The errors that keep ``report`` from being written."""
        return tuple(d for d in self.diagnostics if report in d.blocks and d.severity is Severity.ERROR)

    def unfilled(self, report: Report) -> tuple[str, ...]:
        """The sheets that ``report`` still needs; empty when it can be built."""
        return tuple(group[0] for group in NEEDS[report] if not any(self._filled(sheet) for sheet in group))

    def _filled(self, sheet: str) -> bool:
        # A sheet whose rows are all faulty is filled: its errors block, it is not "not yet there".
        return self.project.count(sheet) > 0 or sheet in self.project.faulty


def check(folder: Path, language: str | None = None) -> Checked:
    """Find, read and check the project in ``folder``. Raises FileError where the folder cannot be read."""
    from .rules import check as check_rules
    from .workbook.load import load

    log.info("1 find   2 read")
    project, diagnostics = load(folder)
    log.info("3 check")
    diagnostics += check_rules(project)
    words = words_of(language or language_of(project))
    return Checked(folder, project, tuple(diagnostics), words)


def language_of(project: Project) -> str:
    """The language most of the tables are titled in; Chinese where none tells."""
    english = words_of("en")
    tabs = [(sheet, source.tab) for sheet, sources in project.tables.items() for source in sources]
    return "en" if tabs and sum(tab == english.sheet(s).title for s, tab in tabs) > len(tabs) / 2 else "zh"


def findings(checked: Checked) -> Findings:
    """Step 4: everything the reports speak of."""
    from .analysis.findings import analyse

    log.info("4 analyse")
    return analyse(checked.project, terms(checked.words))


def terms(words: Words) -> Terms:
    """The catalogue's words of the data that analysis must know."""
    from .analysis.findings import Terms

    held = words.module("terms")
    return Terms(held.OTHER, held.LEAD, held.UNITS)
