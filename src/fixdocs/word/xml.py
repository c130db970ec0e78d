"""Names and small readers of WordprocessingML that the finishing pass shares."""

from __future__ import annotations

from typing import Any, Final

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NS: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
P, TBL, TR, TC, T, RUN = (W + name for name in ("p", "tbl", "tr", "tc", "t", "r"))
PPR, SECTPR, STYLE, VAL = W + "pPr", W + "sectPr", W + "pStyle", W + "val"
FLD, INSTR, TYPE = W + "fldChar", W + "instrText", W + "fldCharType"
START, END, NAME, ID = W + "bookmarkStart", W + "bookmarkEnd", W + "name", W + "id"
DRAWING = W + "drawing"

LEVELS: Final = {"Heading1": 1, "AnnexHeading": 1, "Heading2": 2, "Heading3": 3}


def style_of(paragraph: Any) -> str:
    """The style id of a paragraph, empty for none or for another element."""
    properties = paragraph.find(PPR)
    style = properties.find(STYLE) if properties is not None else None
    return style.get(VAL) if style is not None else ""


def text_of(element: Any) -> str:
    """All text in an element."""
    return "".join(node.text or "" for node in element.iter(T))


def section_of(paragraph: Any) -> Any | None:
    """The section properties a paragraph carries."""
    properties = paragraph.find(PPR)
    return properties.find(SECTPR) if properties is not None else None
