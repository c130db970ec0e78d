"""Pages as Jinja texts: the names they may use, and how they are filled.

Every page, written by hand or made here, is filled with the same names, so that a figure of the sample, a sheet's
title or a message's number is never typed twice. An unknown name stops the build.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from fixdocs.cli.build import code_table
from fixdocs.diagnostics import CODES
from fixdocs.diagrams.svg import svg
from fixdocs.pipeline import file_name
from fixdocs.reports import REPORTS, readers
from fixdocs.reports.names import field_rows
from fixdocs.reports.shared.format import Formatter, dashed
from fixdocs.sample import project
from fixdocs.schema import SHEETS, WORKBOOKS, Column, Sheet, sheets_of
from fixdocs.words import Words, words_of
from fixdocs.workbook.author import blank
from guide import raised
from guide.commands import commands
from guide.downloads import downloads, told
from guide.sample import Drawn, contexts, figures, findings

_VALUE = re.compile(r"(\{[^{}]*\})+")  # where a message has its values
_NEAR = re.compile(r"(?<! )\{near\}$")  # "did you mean", which most messages end without
TEXTS = Path(__file__).resolve().parents[2] / "pages"


def made_pages(language: str) -> Iterator[tuple[str, str]]:
    """The pages made from the code: where each stands among the sources, and its Markdown."""
    environment = _environment(language)

    def filled(text: str, uri: str, **values: Any) -> tuple[str, str]:
        return uri, environment.get_template(f"{text}.md.j2").render(names(uri, language) | values)

    for number in WORKBOOKS:
        title, intro = words_of(language).module("guide").BOOKS[number]
        yield filled("workbook", f"workbooks/{number:02}.md", number=number, title=title, intro=intro)
    for report in REPORTS:
        rows = field_rows(report, words_of(language), project())
        yield filled("names", f"word/{report}.md", report_key=report, rows=rows)
    yield filled("commands", "commands.md", commands=commands(words_of(language)))
    yield filled("messages", "messages.md", rows=code_table(words_of(language)))
    yield filled("downloads", "downloads.md", files=downloads(language))
    yield filled("gallery", "gallery.md", figures=figures(language))


def report_pages(language: str) -> list[dict[str, str]]:
    """The pages of the reports' names, in order, as entries of the navigation."""
    return [{words_of(language).say(f"reports.{report}"): f"word/{report}.md"} for report in REPORTS]


def fill(markdown: str, uri: str, language: str) -> str:
    """A page written by hand with its names filled in; raises jinja2.UndefinedError for an unknown one."""
    return _environment(language).from_string(markdown).render(names(uri, language))


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEXTS / language),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # Markdown, and nothing but our own code and catalogue comes in
        finalize=lambda value: dashed(None) if value is None else value,
    )
    environment.filters["cell"] = _cell
    environment.filters["example"] = lambda text: _VALUE.sub("…", _NEAR.sub("", text))
    return environment


def _cell(text: object) -> str:
    """A text for a cell of a Markdown table."""
    return escape(str(text), quote=False).replace("|", "&#124;").replace("\n", "<br>").replace("*", "&#42;")


def names(uri: str, language: str) -> dict[str, Any]:
    """What the page at ``uri`` may use."""
    words, found = words_of(language), findings(language)
    info = found.project.info
    form = Formatter(words, info.hours_per_day if info else 8.0)
    to = _links(uri)
    return {
        "f": found,
        "p": found.project,
        "contexts": contexts(language),
        "words": words,
        "form": form,
        "n": form.number,
        "pct": form.percent,
        "dur": form.duration,
        "figure": lambda name, caption="": figure_mark(name, caption, language),
        "sheets_of": sheets_of,
        "schema": SHEETS,
        "readers": readers,
        "to": to,
        "report_names": {report: words.say(f"reports.{report}") for report in REPORTS},
        "report_files": {report: file_name(report, words) for report in REPORTS},
        "book_files": {number: blank.file_name(number, words) for number in (0, *WORKBOOKS)},
        "codes_of": raised.codes_of,
        "codes_of_sheet": raised.codes_of_sheet,
        "places_of": raised.places_of,
        "told": told(language),
        "any_cell": raised.ANY_CELL,
        "any_sheet": raised.ANY_SHEET,
        **_linked(words, to),
    }


def _links(uri: str) -> Callable[[str], str]:
    """A way from the page at ``uri`` to another, given from the top."""
    folder = posixpath.dirname(uri)

    def to(target: str) -> str:
        path, mark, anchor = target.partition("#")
        return posixpath.relpath(path, folder or ".") + mark + anchor

    return to


def _linked(words: Words, to: Callable[[str], str]) -> dict[str, Callable[..., Any]]:
    """Links to sheets, columns and messages, under the names people know them by."""

    def sheet(key: str) -> str:
        return f"[{words.sheet(key).title}]({to(f'workbooks/{SHEETS[key].workbook:02}.md#{key}')})"

    def column(key: str) -> str:
        """``"issues.impact"``, or a member of a group: ``"steps.exits.target"``."""
        name, attribute, *member = key.split(".")
        held = SHEETS[name].column(attribute)
        label = heading(words, SHEETS[name], held)
        if member:
            label = {one.key: text for one, text in _members(words, SHEETS[name], held)}[member[0]]
        return f"[{label}]({to(f'workbooks/{SHEETS[name].workbook:02}.md#{name}-{attribute}')})"

    def code(key: str) -> str:
        CODES[key]
        return f"[{key}]({to(f'messages.md#{key}')})"

    def choice(key: str, value: str) -> str:
        """The word for a member of a list of values, ``("Nature", "pain")``."""
        return str(words.module("choices").CHOICES[key][value])

    return {
        "sheet": sheet,
        "column": column,
        "code": code,
        "choice": choice,
        "heading": lambda sheet_, column_: heading(words, sheet_, column_),
        "members": lambda sheet_, column_: _members(words, sheet_, column_),
        "choices": lambda column_: [words.choice(member) for member in column_.choices] if column_.choices else [],
        "sheet_title": lambda key: words.sheet(key).title,
        "help": lambda sheet_, column_: words.column(sheet_.name, column_.key),
        "words_default": lambda column_: _default(words, column_),
    }


def _default(words: Words, column: Column) -> str:
    """What a blank cell of ``column`` counts as, for people."""
    if isinstance(column.default, StrEnum):
        return words.choice(column.default)
    return f"{column.default:g}"


def heading(words: Words, sheet: Sheet, column: Column) -> str:
    """A column as people know it: 去向1–4 for a repeated one, the word itself otherwise."""
    if column.members:
        return " / ".join(label for _, label in _members(words, sheet, column))
    label = words.column(sheet.name, column.key).label
    size = column.group.size if column.group else column.spread.size if column.spread else 0
    text = label.replace("{n}", f"1–{size}" if size else "")
    return text or f"（{words.sheet(column.spread.source).title}）" if column.spread else text


def _members(words: Words, sheet: Sheet, column: Column) -> list[tuple[Column, str]]:
    """The columns of a repeated group with their headings."""
    size = column.group.size if column.group else 0
    return [
        (member, words.column(sheet.name, f"{column.key}.{member.key}").label.replace("{n}", f"1–{size}"))
        for member in column.members
    ]


def figure_mark(name: str, caption: str, language: str) -> str:
    """A mark that :func:`draw` replaces when the page is whole: the search does not read what is drawn."""
    if name not in figures(language):
        raise KeyError(f"no figure {name}; there are {', '.join(figures(language))}")
    return f'<div data-figure="{name}" data-caption="{escape(caption)}"></div>'


def draw(name: str, caption: str, language: str) -> str:
    """A figure of the sample as HTML, every page of it."""
    drawn: Drawn = figures(language)[name]
    pages = "".join(
        f'<div class="drawn__page" tabindex="0" role="group" aria-label="{escape(drawn.caption)}">'
        f"{svg(scene, style=False)}</div>"
        for scene in drawn.scenes
    )
    return f'<figure class="drawn">{pages}<figcaption>{caption or escape(drawn.caption)}</figcaption></figure>'
