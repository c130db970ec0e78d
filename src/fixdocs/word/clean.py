"""Text as people type and paste it → text that a document can hold, and what had to be left out.

XML forbids most control characters; private-use characters show as an empty box on any machine but the one they
were made on. Breaks in their many forms become a line feed, which the renderer turns into a line break.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

_BREAKS: Final = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNPRINTABLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff"
    "\U000f0000-\U0010ffff]"
    "|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U0004fffe\U0004ffff\U0005fffe\U0005ffff"
    "\U0006fffe\U0006ffff\U0007fffe\U0007ffff\U0008fffe\U0008ffff\U0009fffe\U0009ffff\U000afffe\U000affff"
    "\U000bfffe\U000bffff\U000cfffe\U000cffff\U000dfffe\U000dffff\U000efffe\U000effff]"
)
_SUSPECT: Final = re.compile("[^\t\n -~\u00a0-\u2027\u202a-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe\uff00-\uffef]")
_QUIET: Final = "\ufeff"  # a byte order mark is no text anyone wrote: nothing to report
_EXCERPT: Final = 20


@dataclass(frozen=True, slots=True)
class Removal:
    """What was left out of one text: an excerpt of what stayed, and the characters as ``U+0007``."""

    excerpt: str
    characters: tuple[str, ...]


def clean_text(text: str) -> str:
    """``text`` without what XML forbids and what no other machine can show; breaks become ``\\n``."""
    if not _SUSPECT.search(text):
        return text
    return _UNPRINTABLE.sub("", _BREAKS.sub("\n", text))


def removed_characters(text: str) -> tuple[str, ...]:
    """The characters that :func:`clean_text` leaves out of ``text``, each once, as ``U+0007``."""
    found = dict.fromkeys(_UNPRINTABLE.findall(_BREAKS.sub("\n", text)))
    return tuple(f"U+{ord(char):04X}" for char in found if char not in _QUIET)


def is_printable(text: str) -> bool:
    """Whether :func:`clean_text` would leave nothing out."""
    return not removed_characters(text)


@dataclass(slots=True)
class Cleaner:
    """Cleans texts and remembers what it left out, for the message that tells the user."""

    _removals: dict[Removal, None] = field(default_factory=dict)

    def __call__(self, text: str) -> str:
        """``text`` cleaned; what was left out is remembered."""
        if not _SUSPECT.search(text):
            return text
        cleaned = clean_text(text)
        if characters := removed_characters(text):
            self._removals[Removal(_excerpt(cleaned), characters)] = None
        return cleaned

    @property
    def removals(self) -> tuple[Removal, ...]:
        """Every removal once, in the order it was first met."""
        return tuple(self._removals)


def _excerpt(text: str) -> str:
    line = "".join(_without_breaks(text))
    return line if len(line) <= _EXCERPT else line[:_EXCERPT] + "…"


def _without_breaks(text: str) -> Iterator[str]:
    for char in text:
        yield " " if unicodedata.category(char) == "Cc" else char
