"""Text as XML's content and as its attributes, without the characters that no document can hold.

The standard library's own functions for this live in a module that loads an HTTP client.
"""

from __future__ import annotations

from html import escape

from .characters import clean_text

_BLANKS = str.maketrans({"\n": "&#10;", "\t": "&#9;"})  # a reader makes plain spaces of them


def content(text: str) -> str:
    """``text`` to stand between two tags."""
    return escape(clean_text(text), quote=False)


def attribute(text: str) -> str:
    """``text`` as the value of an attribute, with its quotation marks."""
    value = content(text).translate(_BLANKS)
    if '"' in value and "'" not in value:
        return f"'{value}'"
    return '"' + value.replace('"', "&quot;") + '"'
