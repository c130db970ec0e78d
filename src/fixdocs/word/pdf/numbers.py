"""A copy of a document whose heading numbers LibreOffice prints right.

The headings are one linked list: 第一章, 1.1, 1.1.1. That 1.1 shows its chapter in Arabic digits is said by ``isLgl``,
which Word and WPS follow and LibreOffice (7.4) does not: it would print 一.1. In the copy that is only printed, the
numbers below the chapter stand as text.
"""

from __future__ import annotations

from ...opc import PackageProblem, read_parts, write_parts
from ..xml import LEVELS, PPR, P, alone, numbering, run, style_of

_BODY = "word/document.xml"
_NUMBERING = "word/numbering.xml"


def for_office(content: bytes) -> bytes:
    """``content`` (a finished ``.docx``) with the numbers of its lower headings as text, as it is without ``isLgl``."""
    from lxml import etree

    try:
        parts = read_parts(content)
    except PackageProblem:
        return content  # LibreOffice will say what is wrong with it
    if b"isLgl" not in parts.get(_NUMBERING, b""):
        return content
    root = etree.fromstring(parts[_BODY])
    counts = [0, 0, 0, 0]
    for paragraph in root[0].iterchildren(P):
        style = style_of(paragraph)
        level = LEVELS.get(style)
        if level is None or style == "AnnexHeading":
            continue
        counts[level] += 1
        counts[level + 1 :] = [0] * (3 - level)
        if level > 1:
            _number(paragraph, ".".join(str(n) for n in counts[1 : level + 1]))
    parts[_BODY] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return write_parts(parts)


def _number(paragraph: object, number: str) -> None:
    """Take a heading out of the list and put ``number`` before its text."""
    from lxml import etree

    properties = paragraph.find(PPR)  # type: ignore[attr-defined] # an lxml element; it has no types
    style = properties[0]
    style.addnext(etree.fromstring(alone(numbering(0, 0))))
    properties.addnext(etree.fromstring(alone(run(f"{number} "))))
