"""Every word a user reads, a catalogue a language; the only place a person's text stands.

A catalogue is a package of plain dictionaries, loaded a module at a time when first asked for:

=================  =================================================================
``sheets.py``      ``SHEETS``: titles, purposes, column labels, help and examples
``choices.py``     ``CHOICES``: the words for the members of a list of values
``messages.py``    ``MESSAGES``: what a diagnostic says, by code
``fields_X.py``    ``FIELDS``: the names of a template: meaning, and heading where a column prints it
``guide.py``       ``GUIDE``: the guide sheets of the workbooks
``say_X.py``       ``SAY``: sentences and labels of one domain (``cli``, ``survey`` …)
``claim_X.py``     ``SAY``: what the claims of one subject say (``flow``, ``scoring`` …)
``facts_X.py``     ``FACTS``: what the facts of one subject are and how each is computed
=================  =================================================================
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Any, NamedTuple

from msgspec import Struct, field

LANGUAGES: tuple[str, ...] = ("zh", "en")  # of messages, help and workbooks
EDITIONS: tuple[str, ...] = ("zh",)  # of the reports, the one that stands in for a missing one first


class ColumnWords(Struct, frozen=True):
    """A column for people: its heading (``{n}`` is the number in a repeated group), help and an example."""

    label: str
    help: str = ""
    example: str = ""


class SheetWords(Struct, frozen=True):
    """A sheet for people. ``like`` names a sheet whose column words are taken where none stand here."""

    title: str
    purpose: str = ""
    who: str = ""
    columns: dict[str, ColumnWords] = field(default_factory=dict)
    like: str | None = None


class MessageWords(Struct, frozen=True):
    """A diagnostic for people.

    ``text`` says what was found and what is wanted; ``cure`` what to do. Both use the names of the diagnostic's
    values in braces. ``title`` and ``cause`` are for the table of codes.
    """

    title: str
    text: str
    cure: str = ""
    cause: str = ""


class FieldWords(NamedTuple):
    """A name of a template for people, where a table prints it: the column's heading, and what the name means.

    ``layouts`` are the headings it has in other tables, by the table's name. A name that no column prints has a
    meaning alone, a plain text.
    """

    heading: str
    meaning: str
    layouts: Mapping[str, str] = MappingProxyType({})


class FactWords(NamedTuple):
    """A kind of fact for people: what it is, and how it is computed."""

    name: str
    rule: str


class Words:
    """One language's catalogue. Missing words raise KeyError: a test holds the catalogues complete."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._modules: dict[str, ModuleType] = {}  # a build asks some seven thousand times

    def module(self, name: str) -> ModuleType:
        """The catalogue module ``name`` of this language."""
        found = self._modules.get(name)
        if found is None:
            found = self._modules[name] = import_module(f".{self.language}.{name}", __name__)
        return found

    def sheet(self, sheet: str) -> SheetWords:
        """Title, purpose and column words of a sheet."""
        words: SheetWords = self.module("sheets").SHEETS[sheet]
        return words

    def column(self, sheet: str, column: str) -> ColumnWords:
        """The words of a column; members of a group are ``exits.target``."""
        words = self.sheet(sheet)
        if column not in words.columns and words.like:
            return self.column(words.like, column)
        return words.columns[column]

    def label(self, sheet: str, column: str, number: int | str | None = None) -> str:
        """The heading of a column, numbered where it repeats."""
        return self.column(sheet, column).label.replace("{n}", str(number))

    def choice(self, member: StrEnum) -> str:
        """The word for a member of a list of values."""
        word: str = self.module("choices").CHOICES[type(member).__name__][member.value]
        return word

    def message(self, code: str) -> MessageWords:
        """What the diagnostic ``code`` says."""
        words: MessageWords = self.module("messages").MESSAGES[code]
        return words

    def say(self, key: str, /, **values: Any) -> str:
        """The sentence ``domain.name`` filled with ``values``."""
        domain, _, name = key.partition(".")
        text: str = self.module(f"say_{domain}").SAY[name]
        return text.format(**values) if values else text

    def claim(self, key: str, /, **values: Any) -> str:
        """What the claim ``subject.name`` says, filled with ``values``."""
        subject, _, name = key.partition(".")
        text: str = self.module(f"claim_{subject}").SAY[name]
        return text.format(**values)

    def fact(self, kind: str) -> FactWords:
        """What a kind of fact (``flow.lead``) is and how it is computed."""
        words: FactWords = self.module(f"facts_{kind.partition('.')[0]}").FACTS[kind]
        return words


@cache
def words_of(language: str) -> Words:
    """The catalogue of ``language`` (``zh`` or ``en``); raises KeyError for another."""
    if language not in LANGUAGES:
        raise KeyError(language)
    return Words(language)
