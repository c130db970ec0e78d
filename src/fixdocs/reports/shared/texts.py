"""Small pieces of text that the reports share: a person's text inside a sentence, in a heading, keys in a list."""

from __future__ import annotations

from collections.abc import Sequence

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


def listed(form: Formatter, keys: Sequence[str]) -> str:
    """Keys as a sentence names them: all of a few, the first ones of many."""
    if len(keys) <= _LISTED:
        return form.join(keys)
    return form.words.say("format.and_more", items=form.join(keys[: _LISTED - 2]))
