"""Small pieces of text that the parts of the root cause report share."""

from __future__ import annotations

from collections.abc import Sequence

from ..analysis.causes import IssueCauses
from ..schema.choices import Verdict
from ..words import Words
from .format import Formatter

_LISTED = 8  # keys a sentence names
_HEADING = 44  # characters a heading may hold before it is cut; the full text follows below it


def bare(text: str) -> str:
    """A person's text without the stop at its end, so that it can stand inside a sentence."""
    return " ".join(text.split()).rstrip("\u3002.;\uff1b")


def clipped(text: str, most: int = _HEADING) -> str:
    """``text`` for a heading, cut with an ellipsis where it is too long for one."""
    flat = bare(text)
    return flat if len(flat) <= most else f"{flat[: most - 1]}\u2026"


def counted(words: Words, item: IssueCauses) -> list[str]:
    """How many causes of an issue were confirmed, excluded and are open; those there are."""
    open_ones = item.verdicts(Verdict.PENDING) + item.verdicts(None)
    numbers = (
        ("confirmed", item.verdicts(Verdict.CONFIRMED)),
        ("excluded", item.verdicts(Verdict.EXCLUDED)),
        ("pending", open_ones),
    )
    return [words.say(f"causes.{key}", n=n) for key, n in numbers if n]


def listed(words: Words, form: Formatter, keys: Sequence[str]) -> str:
    """Keys as a sentence names them: all of a few, the first ones of many."""
    if len(keys) <= _LISTED:
        return form.join(keys)
    return words.say("causes.and_more", keys=form.join(keys[: _LISTED - 2]))
