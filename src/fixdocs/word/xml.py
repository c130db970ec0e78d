"""WordprocessingML, spelled here and nowhere else: names and small readers, then a writer an element, in schema order.

A writer gives text. ``content`` and ``properties`` are XML that another writer gave; ``value`` is a text as a person
wrote it, which is cleaned and escaped here. Widths and places are twips (a twentieth of a point).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from ..markup import content as escaped

MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W: Final = f"{{{MAIN}}}"
R: Final = f"{{{RELATIONS}}}"
NS: Final = f'xmlns:w="{MAIN}"'
NAMESPACES: Final = f'{NS} xmlns:r="{RELATIONS}"'
P, TBL, TR, TC, T, RUN = (W + name for name in ("p", "tbl", "tr", "tc", "t", "r"))
PPR, SECTPR, STYLE, VAL = W + "pPr", W + "sectPr", W + "pStyle", W + "val"
FLD, INSTR, TYPE = W + "fldChar", W + "instrText", W + "fldCharType"
START, END, NAME, ID = W + "bookmarkStart", W + "bookmarkEnd", W + "name", W + "id"
DRAWING = W + "drawing"

LEVELS: Final = {"Heading1": 1, "AnnexHeading": 1, "Heading2": 2, "Heading3": 3}
PORTRAIT, LANDSCAPE = 9070, 14002  # between the margins

OPEN_TEXT: Final = '<w:t xml:space="preserve">'
BREAKS: Final = {"\n": f"</w:t><w:br/>{OPEN_TEXT}", "\t": f"</w:t><w:tab/>{OPEN_TEXT}"}
"""What a line feed and a tab inside a text become."""
OPEN_RUN, CLOSE_RUN = f"<w:r>{OPEN_TEXT}", "</w:t></w:r>"
"""What a text in a run stands between: closed and opened again around runs that are put into it."""
TAB: Final = "<w:r><w:tab/></w:r>"
BOLD: Final = "<w:b/>"
NO_PROOF: Final = "<w:noProof/>"
_BREAKING: Final = str.maketrans(BREAKS)


# Readers


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


# Writers


def alone(element: str, others: str = "") -> str:
    """``element`` with its namespace (and ``others``) declared: it can be parsed, or put into any part, by itself."""
    end = min(at for at in (element.find(mark) for mark in (" ", "/", ">")) if at > 0)
    return f"{element[:end]} {' '.join((NS, others)).strip()}{element[end:]}"


def plain(value: str) -> str:
    """A text as it stands inside ``w:t``: line feeds and tabs close it and open it again."""
    return escaped(value).translate(_BREAKING)


def run(value: str, properties: str = "") -> str:
    """A run of text."""
    return f"<w:r>{_run_properties(properties)}{OPEN_TEXT}{plain(value)}</w:t></w:r>"


def short_run(value: str) -> str:
    """A run of one word, number or mark: it has no spaces at its ends to keep."""
    return f"<w:r><w:t>{escaped(value)}</w:t></w:r>"


def drawn(content: str, properties: str = "") -> str:
    """A run that holds something else than text: a drawing, a picture."""
    return f"<w:r>{_run_properties(properties)}{content}</w:r>"


def drawing(content: str) -> str:
    """The element around a drawing's own XML; for :func:`drawn`."""
    return f"<w:drawing>{content}</w:drawing>"


def picture(content: str) -> str:
    """The element around VML; for :func:`drawn`."""
    return f"<w:pict>{content}</w:pict>"


def _run_properties(properties: str) -> str:
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""


def character_style(name: str) -> str:
    """The style of a run (a style id), for its properties."""
    return f'<w:rStyle w:val="{name}"/>'


def paragraph(style: str, content: str = "", properties: str = "") -> str:
    """A paragraph of ``style`` (a style id); ``content`` is runs, ``properties`` follow the style in order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def numbering(level: int, number: int) -> str:
    """The list a paragraph belongs to, for its properties; number 0 for none."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def tabs(*stops: tuple[str, int]) -> str:
    """Tab stops (kind, place), for a paragraph's properties; the kind ``clear`` takes one away."""
    held = "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in stops)
    return f"<w:tabs>{held}</w:tabs>"


def spacing(before: int | None = None, after: int | None = None) -> str:
    """The room above and below, for a paragraph's properties."""
    above = "" if before is None else f' w:before="{before}"'
    below = "" if after is None else f' w:after="{after}"'
    return f"<w:spacing{above}{below}/>"


def aligned(kind: str) -> str:
    """How the lines of a paragraph are aligned, for its properties."""
    return f'<w:jc w:val="{kind}"/>'


def field(instruction: str, result: str, properties: str = "") -> str:
    """A complex field; ``result`` are the runs it shows until it is updated."""
    return field_start(instruction, properties) + result + field_end(properties)


def field_start(instruction: str, properties: str = "") -> str:
    """A field up to its result, for one that runs over paragraphs."""
    held = _run_properties(properties)
    return (
        f'<w:r>{held}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{held}<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        f'<w:r>{held}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end(properties: str = "") -> str:
    """What closes a field."""
    return f'<w:r>{_run_properties(properties)}<w:fldChar w:fldCharType="end"/></w:r>'


def sequence(label: str, *, again: bool = False) -> str:
    """A caption's number; ``again`` repeats the one before. The finishing pass counts."""
    return field(f"SEQ {label} \\* ARABIC" + (" \\c" if again else ""), short_run("1"))


def bookmarked(name: str, number: int, content: str) -> str:
    """``content`` inside a bookmark."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def hyperlink(anchor: str, content: str) -> str:
    """``content`` linked to the bookmark ``anchor``."""
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{content}</w:hyperlink>'


def standing(place: str) -> str:
    """Where a cell's content stands (top, center, bottom), for its properties."""
    return f'<w:vAlign w:val="{place}"/>'


def cell(width: int, content: str, properties: str = "") -> str:
    """A table cell."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def row(cells: str, *, header: bool = False, height: int = 0) -> str:
    """A table row that does not split over pages; ``header`` repeats it."""
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}{'<w:tblHeader/>' if header else ''}</w:trPr>{cells}</w:tr>"


def grid(widths: Sequence[int]) -> str:
    """The columns of a table."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def table(style: str, widths: Sequence[int], rows: str, look: str = "0420", properties: str = "") -> str:
    """A table of fixed widths. ``look`` says which parts of the style apply: 0420 the heading row, 0400 none."""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'{aligned("center")}{properties}<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{look}" w:firstRow="{int(look == "0420")}" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>{grid(widths)}{rows}</w:tbl>'
    )


def header(content: str = "") -> str:
    """The root of a header part."""
    return f"<w:hdr>{content}</w:hdr>"
