"""A place in a workbook, and a diagnostic that points to it."""

from __future__ import annotations

from msgspec import Struct, field

from .codes import CODES, Severity


class Source(Struct, frozen=True, order=True):
    """One table as it was found.

    ``file`` is relative to the project folder, ``tab`` the sheet's own name (empty for a .csv).
    """

    file: str
    tab: str = ""


class Place(Struct, frozen=True, order=True):
    """A cell, a row (``column`` 0), a sheet (``row`` 0) or a file (``source.tab`` empty).

    ``row`` and ``column`` count from 1. ``sheet`` is the schema's key, ``attribute`` the id of the physical column
    (``exits[2].share``), from which the catalogue makes the heading.
    """

    source: Source
    row: int = 0
    column: int = 0
    sheet: str = ""
    attribute: str = ""
    heading: str = ""  # as it stands in the file, where it was read

    @property
    def cell(self) -> str:
        """The address, for instance ``E7``; empty for a whole sheet."""
        return f"{column_letter(self.column)}{self.row}" if self.row and self.column else ""


class Diagnostic(Struct, frozen=True):
    """One fault or hint.

    ``values`` fill the catalogue's text. ``others`` are further places it names (the other of two doubled keys).
    ``sheets`` are the sheets it makes unsound where that is not the one it stands in.
    """

    code: str
    place: Place
    values: dict[str, str] = field(default_factory=dict)
    others: tuple[Place, ...] = ()
    sheets: frozenset[str] = frozenset()

    @property
    def severity(self) -> Severity:
        """How grave it is, from the table of codes."""
        return CODES[self.code].severity

    @property
    def unsound(self) -> frozenset[str]:
        """The sheets whose content can't be relied on while it stands, if it is an error."""
        return self.sheets or frozenset((self.place.sheet,))


def column_letter(number: int) -> str:
    """``1`` → ``A``, ``27`` → ``AA``."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
