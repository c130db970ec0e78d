"""What a person may write for a value, in either language, looked up under one normal form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from ...schema.choices import YesNo
from ...schema.markers import Nothing
from ...words import LANGUAGES, Words, words_of

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STOPS = ".;,\u3002"
_SPACES = re.compile(r"[\s\u200b-\u200d\ufeff]+")
_HINT = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def normal(text: str) -> str:
    """The form in which names are compared: width, case and spaces make no difference."""
    return "".join(text.split()).lower() if text.isascii() else _folded(text)


@lru_cache(1 << 14)
def _folded(text: str) -> str:
    return _SPACES.sub("", unicodedata.normalize("NFKC", text)).casefold()


@lru_cache(1 << 12)
def heading(text: str) -> str:
    """The normal form of a heading: marks of a required column and a closing colon are no part of it."""
    return normal(text).strip("*:")


@lru_cache(1 << 12)
def bare(text: str) -> str:
    """A heading without hints in brackets."""
    return _HINT.sub("", heading(text)).strip("*:")


@cache
def listed(name: str) -> frozenset[str]:
    """The words of the list ``name`` of the catalogue's ``say_input``, both languages, in normal form."""
    words = (word for language in LANGUAGES for word in getattr(words_of(language).module("say_input"), name))
    return frozenset(map(normal, words))


@cache
def month_forms(year: int, month: int) -> frozenset[str]:
    """How a heading may name a month, in normal form."""
    forms = (form for language in LANGUAGES for form in words_of(language).module("say_input").MONTH_FORMS)
    return frozenset(heading(form.format(y=year, m=month, name=_MONTHS[month - 1])) for form in forms)


@cache
def date_words() -> tuple[tuple[str, str], ...]:
    """Words inside dates and what stands for them in plain notation, the longest first."""
    pairs = (pair for code in LANGUAGES for pair in words_of(code).module("say_input").DATE_WORDS.items())
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def is_blank(text: str) -> bool:
    """Whether the text says that there is nothing: ``—``, ``/``, 无, N/A."""
    return normal(text) in listed("BLANKS")


def says_nothing(text: str, nothing: Nothing | None) -> bool:
    """Whether a cell of text says that there is nothing: by a dash in any column, by a word where ``nothing`` marks it.

    A stop at the end makes no difference.
    """
    plain = normal(text).rstrip(_STOPS)
    known = {normal(text), plain} & listed("BLANKS")
    if nothing is None:
        return any(not any(map(str.isalnum, word)) for word in known)
    return bool(known) or plain in listed("NOTHING") or (nothing.objections and plain in listed("NO_OBJECTION"))


@cache
def members(choices: type[StrEnum]) -> dict[str, StrEnum]:
    """Every way to write a member: its word in either language, with or without what stands in brackets, its key."""
    found: dict[str, StrEnum] = {}
    words = [(words_of(language).choice(member), member) for language in LANGUAGES for member in choices]
    for form in (normal, bare):
        for word, member in words:
            found.setdefault(form(word), member)
    for member in choices:
        found.setdefault(normal(member.value), member)
    if choices is YesNo:
        found |= dict.fromkeys(listed("YES"), YesNo.YES) | dict.fromkeys(listed("NO"), YesNo.NO)
    return found


def near(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The one of ``known`` that ``word`` most resembles, or None; ids such as P9 and P09 resemble one another."""
    forms: dict[str, str] = {}
    for each in known:
        forms.setdefault(normal(each), each)
    wanted = normal(word)
    if (number := _numbered(wanted)) and (same := next((f for f in forms if _numbered(f) == number), None)):
        return forms[same]
    found = get_close_matches(wanted, forms, 1, cutoff)
    return forms[found[0]] if found else None


def _numbered(text: str) -> tuple[str, int] | None:
    """``p09`` → (p, 9): an id without its leading zeros."""
    match = re.fullmatch(r"(\D*?)[-_.]?0*(\d{1,9})", text)
    return (match[1], int(match[2])) if match else None


def ending(words: Words, suggestion: str | None) -> dict[str, Any]:
    """The values that close a sentence: with the near miss, where there is one."""
    if suggestion is None:
        return {"near": words.say("input.end")}
    return {"near": words.say("input.near", near=suggestion), "suggestion": suggestion}
