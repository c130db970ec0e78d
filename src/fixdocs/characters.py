"""What a document can hold: the one definition, for cells that are read and for whatever is written.

XML forbids most control characters; private-use characters show as an empty box on any machine but the one they
were made on. Breaks in their many forms become a line feed, which Word's and a chart's writers take further.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_BREAKS: Final = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SUSPECT: Final = re.compile("[^\t\n -~\u00a0-\u2027\u202a-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe\uff00-\uffef]")
_SPACED: Final = re.compile("[\t\n]+")
_QUIET: Final = "\ufeff"  # a byte order mark is no text anyone wrote: nothing to report


@cache
def _unprintable() -> re.Pattern[str]:
    """What :func:`clean_text` leaves out. Compiled when a text asks for it: that takes 4 ms."""
    return re.compile(
        "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff"
        "\U000f0000-\U0010ffff]"
        "|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U0004fffe\U0004ffff\U0005fffe\U0005ffff"
        "\U0006fffe\U0006ffff\U0007fffe\U0007ffff\U0008fffe\U0008ffff\U0009fffe\U0009ffff\U000afffe\U000affff"
        "\U000bfffe\U000bffff\U000cfffe\U000cffff\U000dfffe\U000dffff\U000efffe\U000effff]"
    )


def is_plain(text: str) -> bool:
    """Whether :func:`clean_text` certainly leaves ``text`` as it is: quickly told, true of nearly every text."""
    return _SUSPECT.search(text) is None


def clean_text(text: str) -> str:
    """``text`` without what XML forbids and what no other machine can show; breaks become ``\\n``."""
    return text if is_plain(text) else _unprintable().sub("", _BREAKS.sub("\n", text))


def one_line(text: str) -> str:
    """``text`` cleaned, for where there is one line only: breaks and tabs become a space."""
    return _SPACED.sub(" ", clean_text(text))


def removed_characters(text: str) -> tuple[str, ...]:
    """The characters that :func:`clean_text` leaves out of ``text``, each once, as ``U+0007``."""
    found = dict.fromkeys(_unprintable().findall(_BREAKS.sub("\n", text)))
    return tuple(f"U+{ord(char):04X}" for char in found if char not in _QUIET)
