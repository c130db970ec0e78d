"""The formats of a workbook: one family with the reports, a format made once."""

from __future__ import annotations

from typing import Any

from ... import look
from ...words import Words

_SIZE = 10
_NUMBERS = {
    "date": "yyyy-mm-dd", "datetime": "yyyy-mm-dd hh:mm", "percent": "0%", "integer": "0", "number": "General",
    "reference": "@", "choice": "@", "key": "@",
    "general": "General", "score": "General", "money": "#,##0",
}  # fmt: skip
_CENTRED = frozenset({"key", "score", "date", "datetime", "choice", "reference", "integer", "percent"})

_TABS = {"required": "primary", "optional": "line", "guide": "added", "reference": "rule"}


def font_of(words: Words) -> str:
    """The typeface of a language's workbooks."""
    return look.FONT_HEADING_CJK if words.language == "zh" else look.FONT_HEADING_LATIN


def colour(role: str) -> str:
    """The colour of a role, as XlsxWriter takes it."""
    return f"#{look.COLOURS[role]}"


def tab_colour(need: str) -> str:
    """The colour of a tab: to fill (required or optional), guide or reference."""
    return colour(_TABS[need])


class Styles:
    """Formats of one workbook by what they are for."""

    def __init__(self, book: Any, words: Words) -> None:
        self._book = book
        self._font = font_of(words)
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def make(self, **properties: Any) -> Any:
        """A format with these properties over the family's."""
        # No font scheme: with one, a program shows the theme's font whatever the name says.
        full = {"font_name": self._font, "font_scheme": "none", "font_size": _SIZE, "font_color": colour("ink"),
                "valign": "vcenter"}  # fmt: skip
        full |= properties
        key = tuple(sorted(full.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(full)
        return self._made[key]

    def title(self) -> Any:
        """A sheet's title."""
        return self.make(bold=True, font_size=16, font_color=colour("primary"))

    def badge(self, required: bool) -> Any:
        """The word beside the title that says whether the sheet is needed."""
        return self.make(bold=True, font_color=colour("accent" if required else "muted"))

    def guidance(self) -> Any:
        """What the sheet is for, in grey italics."""
        return self.make(italic=True, font_color=colour("muted"), text_wrap=True, valign="top")

    def guidance_line(self) -> Any:
        """The same in one line that may run over its cell."""
        return self.make(italic=True, font_color=colour("muted"))

    def hint(self) -> Any:
        """What goes into a line of a form."""
        return self.make(font_size=9, font_color=colour("muted"), text_wrap=True, indent=1)

    def link(self) -> Any:
        """A link within the workbook."""
        return self.make(font_color=colour("moved"), underline=1)

    def live(self, **properties: Any) -> Any:
        """A figure that follows what is filled."""
        return self.make(font_size=9, font_color=colour("muted"), **properties)

    def heading(self, kind: str) -> Any:
        """A heading: ``required``, ``optional`` or ``computed``."""
        base = {"bold": True, "text_wrap": True, "align": "center", "border": 1, "border_color": colour("rule")}
        if kind == "required":
            return self.make(bg_color=colour("primary"), font_color=colour("paper"), **base)
        if kind == "computed":
            return self.make(bg_color=colour("shade"), font_color=colour("muted"), italic=True, **base)
        return self.make(bg_color=colour("primary_tint"), **base)

    def value(self, kind: str, *, long: bool = False, many: bool = False, open: bool = True, form: bool = False) -> Any:
        """A cell to fill: number format and alignment by kind. ``open`` cells can be filled on a locked sheet."""
        properties: dict[str, Any] = {"text_wrap": True}
        number = _NUMBERS.get(kind, "General" if long or form else "@")
        if number != "General":
            properties["num_format"] = number
        if form or long or many or kind == "text":
            properties |= {"align": "left", "indent": 1}
        elif kind in _CENTRED:
            properties["align"] = "center"
        properties["locked"] = not open
        return self.make(**properties)

    def share(self) -> Any:
        """A percentage that is no whole number."""
        return self.make(num_format="0.0%", align="center", text_wrap=True, locked=False)

    def label(self, required: bool) -> Any:
        """The label of a line of a form."""
        if required:
            return self.make(bold=True, bg_color=colour("primary"), font_color=colour("paper"), indent=1)
        return self.make(bold=True, bg_color=colour("primary_tint"), indent=1)

    def computed(self) -> Any:
        """A cell the workbook computes."""
        return self.make(align="center", font_color=colour("muted"), bold=True)

    def rule(self, **properties: Any) -> Any:
        """A differential format for conditional formatting."""
        return self._book.add_format(properties)
