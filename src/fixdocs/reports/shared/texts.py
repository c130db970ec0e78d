"""Small pieces of text that the reports share: a person's text inside a sentence, in a cell, in a heading."""

from __future__ import annotations

_STOPS = "\u3002.\uff1b;\uff0c,\u3001 "  # what may stand at the end of a person's text
_HEADING = 44  # characters a heading may hold before it is cut; the full text follows below it


def trimmed(text: str | None) -> str:
    """A person's text without the stop at its end; its lines stay."""
    return (text or "").strip().rstrip(_STOPS)


def bare(text: str | None) -> str:
    """A person's text without the stop at its end and on one line, so that it can stand inside a sentence."""
    return trimmed(" ".join((text or "").split()))


def clipped(text: str, most: int = _HEADING) -> str:
    """``text`` for a heading, cut with an ellipsis where it is too long for one."""
    flat = bare(text)
    return flat if len(flat) <= most else f"{flat[: most - 1]}\u2026"
