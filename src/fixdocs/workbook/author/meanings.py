"""What the words of dropdowns mean, for the guide sheet: of those lists whose words do not explain themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...schema import Column
from ...words import Words
from .layout import Layout

Meanings = Sequence[tuple[str, Mapping[str, str]]]
"""The name of a list, and the sentence of each of its words."""


def explained(column: Column, words: Words) -> Mapping[str, str]:
    """The sentence of each value of the column's list, by its word; empty where there is no list or none is needed."""
    if column.choices is None:
        return {}
    sentences: Mapping[str, str] = words.module("choices").CHOICE_HELP.get(column.choices.__name__, {})
    return {words.choice(member): sentences[member.value] for member in column.choices} if sentences else {}


def meanings(words: Words, layouts: Sequence[Layout]) -> Meanings:
    """Every explained list of a workbook, once, under the sheet and column that ask for it first."""
    found: dict[str, tuple[str, Mapping[str, str]]] = {}
    for layout in layouts:
        for cell in layout.cells:
            if cell.column.choices is None or not (held := explained(cell.column, words)):
                continue
            heading = layout.headings[cell.id].split("\n")[0].rstrip(" *")
            name = words.say("workbook.choice_of", sheet=layout.title, column=heading)
            found.setdefault(cell.column.choices.__name__, (name, held))
    return list(found.values())
