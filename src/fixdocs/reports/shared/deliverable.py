"""What a report says of itself, once: its place in the order, what it needs and what it depends on.

Every command imports this at its start, so it knows sheets by their keys alone and loads no schema.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...diagnostics import CODES, Aspect, Code, Diagnostic, Severity

Report = str
"""The key of a report: the name of its folder."""

FORM = "project"
FRONT = (FORM, "revisions")
"""The sheets of the cover and the document control, which every report has."""


@dataclass(frozen=True, slots=True)
class Deliverable:
    """One report. What blocks it, whether it is filled and which file it is written to follow from this.

    ``number`` is its place in the order of the reports. ``needs`` are groups of sheets beside the project form: it is
    filled when one sheet of each group holds a record. ``reads`` are the further sheets it reads, and ``shows`` what
    it shows of sheets beyond their rows: an error in a sheet, or in that, blocks it.
    """

    number: int
    needs: tuple[tuple[str, ...], ...]
    reads: tuple[str, ...] = ()
    shows: tuple[Aspect, ...] = ()

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The groups of sheets of which one each must hold a record."""
        return ((FORM,), *self.needs)

    @property
    def sheets(self) -> frozenset[str]:
        """Every sheet it depends on."""
        return frozenset((*FRONT, *self.reads, *(sheet for group in self.needs for sheet in group)))

    def depends_on(self, code: Code, sheets: frozenset[str]) -> bool:
        """Whether it can't be written while an error ``code`` makes ``sheets`` unsound."""
        seen = code.aspect is None or code.aspect in self.shows
        return code.severity is Severity.ERROR and seen and not self.sheets.isdisjoint(sheets)

    def blocked_by(self, diagnostic: Diagnostic) -> bool:
        """Whether it can't be written while ``diagnostic`` stands."""
        return self.depends_on(CODES[diagnostic.code], diagnostic.unsound)
