"""Sentences with references in them: what Python composes, as runs that a template prints.

A sentence is composed as plain text with tokens (private-use characters that no cleaned text can hold) and becomes
:class:`Prose`, which gives its own runs. A reference is a REF field to an anchor's bookmark; its number is filled in
the pass after rendering, when the order of the document is known.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from .xml import CLOSE_RUN, OPEN_RUN, character_style, field, plain, run, short_run

_OPEN, _CLOSE = "\uf8e0", "\uf8e1"
_TOKEN: Final = re.compile(f"{_OPEN}(ref|strong|gap):([^{_OPEN}{_CLOSE}]*){_CLOSE}")
_REF_BEFORE_HAN: Final = re.compile(f"({_OPEN}ref:[^{_OPEN}{_CLOSE}]*{_CLOSE})(?=[\u4e00-\u9fff])")
_STYLES: Final = {"strong": "Emphasis1", "gap": "Gap"}


def ref(anchor: str) -> str:
    """A token that becomes a cross-reference (图 3) to the figure or table ``anchor``."""
    return f"{_OPEN}ref:{anchor}{_CLOSE}"


def strong(text: str) -> str:
    """A token that sets ``text`` in bold."""
    return f"{_OPEN}strong:{text}{_CLOSE}"


def gap(text: str) -> str:
    """A token that marks ``text`` as a gap of a draft (yellow)."""
    return f"{_OPEN}gap:{text}{_CLOSE}"


def bookmark(anchor: str) -> str:
    """The name of an anchor's bookmark: a letter first, 40 characters at most, as Word wants it."""
    safe = re.sub(r"\W", "_", anchor)
    return f"fx_{safe}"[:36]


class Prose(Struct, frozen=True):
    """Composed text. ``str`` gives it without its tokens; a template prints its runs with ``{{ name }}``."""

    text: str

    def __str__(self) -> str:
        return _TOKEN.sub(lambda m: "" if m[1] == "ref" else m[2], self.text)

    def shown(self, reference: str = "\u2026") -> str:
        """The text as an example shows it: ``reference`` stands for the numbers that only the document knows."""
        return _TOKEN.sub(lambda m: reference if m[1] == "ref" else m[2], self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __html__(self) -> str:
        """Runs that close the run they stand in and open it again, so the run's own properties hold around them."""
        parts: list[str] = []
        at = 0
        for match in _TOKEN.finditer(self.text):
            parts.append(plain(self.text[at : match.start()]))
            parts.append(f"{CLOSE_RUN}{_token(match[1], match[2])}{OPEN_RUN}")
            at = match.end()
        parts.append(plain(self.text[at:]))
        return "".join(parts)


def prose(text: str) -> Prose | str:
    """``text`` as Prose where it holds tokens, else as it is; a number and a Chinese word are set apart by a blank."""
    return Prose(_REF_BEFORE_HAN.sub(r"\1 ", text)) if _OPEN in text else text


def _token(kind: str, value: str) -> str:
    return ref_field(bookmark(value)) if kind == "ref" else run(value, character_style(_STYLES[kind]))


def ref_field(name: str) -> str:
    """A REF field to bookmark ``name``; its cached text is filled by the finishing pass."""
    return field(f"REF {name} \\h", short_run("?"))
