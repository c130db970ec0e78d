"""Line feeds and tabs of data → Word's own breaks."""

from __future__ import annotations

import re
from typing import Final

from ..xml import BREAKS

_BREAK: Final = re.compile("[\n\t]")


def break_lines(xml: str) -> str:
    """Line feeds and tabs in text as Word's own breaks; elsewhere (attributes, between elements) as spaces."""
    pieces: list[str] = []
    done = 0
    for match in _BREAK.finditer(xml):
        at = match.start()
        element = xml.rfind("<", 0, at)
        in_text = xml.startswith(("<w:t>", "<w:t "), element) and xml.find(">", element, at) > 0
        pieces += (xml[done:at], BREAKS[match[0]] if in_text else " ")
        done = at + 1
    return "".join((*pieces, xml[done:])) if done else xml
