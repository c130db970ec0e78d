"""Text as XML's content and as its attributes, without the characters XML forbids.

The standard library's own functions for this live in a module that loads an HTTP client.
"""

from __future__ import annotations

import re
from html import escape

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BLANKS = str.maketrans({"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})  # a reader makes plain spaces of them


def content(text: str) -> str:
    """``text`` to stand between two tags."""
    return escape(_FORBIDDEN.sub("", text), quote=False)


def attribute(text: str) -> str:
    """``text`` as the value of an attribute, with its quotation marks."""
    value = content(text).translate(_BLANKS)
    if '"' in value and "'" not in value:
        return f"'{value}'"
    return '"' + value.replace('"', "&quot;") + '"'
