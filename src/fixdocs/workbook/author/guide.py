"""The guide sheet: who fills what and when, what colours mean, and how cells are filled; linked to the sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from ...words import Words
from .layout import Layout, quoted
from .meanings import Meanings, meanings
from .sheet import LINE, row_lines
from .styles import Styles, colour, tab_colour

_WIDTHS = (22, 12, 22, 26, 84)
_ONE_PAGE = 24
"""Sheets and choices together whose guide a page holds in readable type."""
Sections = Mapping[str, Sequence[tuple[str, str]]]
"""Heading → lines of name and text."""


class Texts(Struct, frozen=True):
    """What a guide says of its own workbook; ``sections`` stand in place of what holds for all."""

    title: str
    text: str
    sections: Sections


def write_guide(sheet: Any, styles: Styles, words: Words, texts: Texts, layouts: Sequence[Layout]) -> None:
    """Write the guide of a workbook whose sheets are ``layouts``."""
    guide = words.module("guide")
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.hide_gridlines(2)
    sheet.set_tab_color(tab_colour("guide"))
    sheet.write_string(0, 0, texts.title, styles.title())
    sheet.set_row(0, 32)
    sheet.merge_range(1, 0, 1, len(_WIDTHS) - 1, "")
    sheet.write_string(1, 0, texts.text, styles.make(font_color=colour("muted"), text_wrap=True))
    sheet.set_row(1, LINE * row_lines(texts.text, sum(_WIDTHS)) + 8)
    row = _sheets(sheet, styles, words, layouts, 3)
    if not texts.sections:
        row = _colours(sheet, styles, guide, row + 1)
    sections = texts.sections or {guide.HEADINGS["rules"]: guide.RULES}
    for heading, lines in sections.items():
        row = _section(sheet, styles, row + 1, heading, lines)
    lists = [] if texts.sections else meanings(words, layouts)
    if lists:
        _meanings(sheet, styles, words, lists, row + 1)
    told = len(layouts) + sum(len(held) for _, held in lists)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1 if told <= _ONE_PAGE else 0)
    sheet.set_footer(f"&C&9{words.say('workbook.page')}")


def _head(sheet: Any, styles: Styles, row: int, text: str) -> int:
    sheet.write_string(row, 0, text, styles.make(bold=True, font_size=12, font_color=colour("primary")))
    sheet.set_row(row, 24)
    return row + 1


def _sheets(sheet: Any, styles: Styles, words: Words, layouts: Sequence[Layout], row: int) -> int:
    """The table of sheets, each linked; under the title of its step where there are several."""
    guide = words.module("guide")
    row = _head(sheet, styles, row, guide.HEADINGS["sheets"])
    for column, key in enumerate(("sheet", "need", "who", "when", "how")):
        sheet.write_string(row, column, guide.HEADINGS[key], styles.heading("required"))
    sheet.set_row(row, 22)
    line = {"bottom": 1, "bottom_color": colour("rule"), "text_wrap": True}
    steps = len({layout.sheet.workbook for layout in layouts})
    step = 0
    for layout in layouts:
        row += 1
        if steps > 1 and layout.sheet.workbook != step:
            step = layout.sheet.workbook
            style = styles.make(bold=True, bg_color=colour("primary_tint"))
            sheet.merge_range(row, 0, row, len(_WIDTHS) - 1, "")
            sheet.write_string(row, 0, f"{step}  {guide.BOOKS[step][0]}", style)
            sheet.set_row(row, 22)
            row += 1
        name = layout.sheet.name
        how, who, when = guide.SHEETS[name]
        required = layout.sheet.need == "required"
        link = styles.make(font_color=colour("moved"), underline=1, bold=required, **line)
        sheet.write_url(row, 0, f"internal:{quoted(layout.title)}!A1", link, layout.title)
        need = words.say(f"workbook.{layout.sheet.need}")
        sheet.write_string(row, 1, need, styles.make(bold=required, align="center", **line,
                                                     font_color=colour("accent" if required else "muted")))  # fmt: skip
        for column, text in enumerate((who, when, how), 2):
            sheet.write_string(row, column, text, styles.make(**line))
        sheet.set_row(row, max(20, LINE * max(row_lines(t, w) for t, w in zip((who, when, how), _WIDTHS[2:])) + 6))
    return row + 1


def _colours(sheet: Any, styles: Styles, guide: Any, row: int) -> int:
    """What each look of a cell means, shown as it looks."""
    row = _head(sheet, styles, row, guide.HEADINGS["colours"])
    samples = {
        "required": styles.heading("required"),
        "optional": styles.heading("optional"),
        "computed": styles.heading("computed"),
        "idle": styles.make(bg_color=colour("shade"), font_color=colour("muted"), align="center"),
        "missing": styles.make(bg_color=colour("changed_tint"), border=1, border_color=colour("changed")),
        "wrong": styles.make(bg_color=colour("removed_tint"), font_color=colour("removed"), bold=True, align="center"),
        "core": styles.make(bg_color=colour("accent_tint"), font_color=colour("accent"), bold=True, align="center"),
    }
    for key, text in guide.COLOURS:
        sample = guide.HEADINGS["look"] + (" *" if key == "required" else "")
        sheet.write_string(row, 0, "" if key == "missing" else sample, samples[key])
        sheet.write_string(row, 1, text, styles.make(indent=1))
        sheet.set_row(row, 20)
        row += 1
    return row


def _section(sheet: Any, styles: Styles, row: int, heading: str, texts: Sequence[tuple[str, str]]) -> int:
    """Names and texts under a heading."""
    row = _head(sheet, styles, row, heading)
    for name, text in texts:
        sheet.write_string(row, 0, name, styles.make(bold=True, valign="top", text_wrap=True))
        sheet.merge_range(row, 1, row, len(_WIDTHS) - 1, "")
        sheet.write_string(row, 1, text, styles.make(text_wrap=True, valign="top", indent=1))
        tallest = max(row_lines(text, sum(_WIDTHS[1:])), row_lines(name, _WIDTHS[0]))
        sheet.set_row(row, LINE * tallest + 5)
        row += 1
    return row


def _meanings(sheet: Any, styles: Styles, words: Words, lists: Meanings, row: int) -> None:
    """The words of the dropdowns and what they mean; a list that several columns share stands once."""
    row = _head(sheet, styles, row, words.module("guide").HEADINGS["choices"])
    strong, plain = styles.make(bold=True), styles.make()
    for name, held in lists:
        sheet.write_string(row, 0, name, styles.make(bold=True, valign="top", text_wrap=True))
        sheet.merge_range(row, 1, row, len(_WIDTHS) - 1, "")
        said = [words.say("workbook.choice_means", word=word, text=text) for word, text in held.items()]
        pieces: list[Any] = []
        for n, (word, text) in enumerate(zip(held, said, strict=True)):
            end = "" if n == len(said) - 1 else "\n"
            pieces += [strong, word, plain, text.removeprefix(word) + end]
        sheet.write_rich_string(row, 1, *pieces, styles.make(text_wrap=True, valign="top", indent=1))
        tallest = max(row_lines("\n".join(said), sum(_WIDTHS[1:])), row_lines(name, _WIDTHS[0]))
        sheet.set_row(row, LINE * tallest + 6)
        row += 1
