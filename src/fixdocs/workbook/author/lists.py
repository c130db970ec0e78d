"""The reference sheet: the lists that dropdowns point to, and figures that live formulas share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from ...diagnostics import column_letter
from ...words import Words
from .layout import display_width, quoted
from .styles import Styles, tab_colour

_HEADING, FIRST_LINE = 4, 5
"""Rows from 1."""


class Lists(Struct):
    """Lists by name, each a column of the sheet; a formula may stand in place of a value."""

    words: Words
    columns: dict[str, tuple[str, tuple[Any, ...]]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The sheet's tab."""
        return self.words.say("workbook.reference")

    def add(self, name: str, heading: str, values: Sequence[Any]) -> str:
        """The range that holds ``values``, written once under ``name``."""
        self.columns.setdefault(name, (heading, tuple(values)))
        letter = column_letter(list(self.columns).index(name) + 1)
        last = FIRST_LINE + max(1, len(self.columns[name][1])) - 1
        return f"{quoted(self.title)}!${letter}${FIRST_LINE}:${letter}${last}"

    def write(self, sheet: Any, styles: Styles) -> None:
        """Write the sheet, after all others: only then every list is known."""
        sheet.hide_gridlines(2)
        sheet.write_string(0, 0, self.words.say("workbook.reference_title"), styles.title())
        sheet.write_string(1, 0, self.words.say("workbook.reference_note"), styles.guidance_line())
        for n, (heading, values) in enumerate(self.columns.values()):
            sheet.write_string(_HEADING - 1, n, heading, styles.heading("optional"))
            widest = max((display_width(str(value)) for value in (heading, *values) if not isinstance(value, Formula)),
                         default=8.0)  # fmt: skip
            sheet.set_column(n, n, min(max(widest + 3, 10), 40))
            for row, value in enumerate(values, FIRST_LINE - 1):
                if isinstance(value, Formula):
                    sheet.write_formula(row, n, value.text, styles.make(align="left"), value.cached)
                else:
                    sheet.write(row, n, value, styles.make(align="left"))
        sheet.freeze_panes(_HEADING, 0)
        sheet.set_tab_color(tab_colour("reference"))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.print_area(0, 0, self._last_shown(), max(1, len(self.columns)) - 1)

    def _last_shown(self) -> int:
        """The last row, from 0, with something to see: a list that may grow has formulas far below, empty till then."""
        shown = [
            row
            for _, values in self.columns.values()
            for row, value in enumerate(values, FIRST_LINE - 1)
            if not isinstance(value, Formula) or value.cached != ""
        ]
        return max(shown, default=_HEADING - 1)


class Formula(Struct, frozen=True):
    """A formula with the value that a reader which does not calculate sees."""

    text: str
    cached: Any


def list_key(values: Mapping[str, Any] | Sequence[Any]) -> str:
    """A name for a plain list: equal lists share a column."""
    return "\n".join(map(str, values))
