"""A worksheet that says two things which XlsxWriter leaves unsaid: a height that may grow, a formula's empty text."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet


class GrowingSheet(Worksheet):  # type: ignore[misc] # XlsxWriter's class is untyped
    """Heights set by :meth:`grow` are shown on opening but not fixed, as XlsxWriter fixes every height it writes;
    a formula that gives empty text says so.
    """

    def grow(self, row: int, height: float) -> None:
        """Give a row (from 0) a height in points, as a program that fits heights to text would."""
        self.set_row(row, height)
        self.__dict__.setdefault("_growing", set()).add(row + 1)

    def _xml_formula_element(self, formula: str, result: Any, attributes: Any = ()) -> None:
        if result == "":  # text, and calculated: without its type the cell reads as never calculated
            attributes = [*attributes, ("t", "str")]
        super()._xml_formula_element(formula, result, attributes)

    def _xml_start_tag_unencoded(self, tag: str, attributes: Any = None) -> None:
        if tag == "row" and attributes and attributes[0][1] in self.__dict__.get("_growing", ()):
            attributes = [each for each in attributes if each[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)
