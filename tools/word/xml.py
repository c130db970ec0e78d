"""Small writers of WordprocessingML, one a thing, in schema order."""

from __future__ import annotations

from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'


def text(value: str) -> str:
    """One ``w:t``."""
    return f'<w:t xml:space="preserve">{escape(value)}</w:t>'


def run(value: str, properties: str = "") -> str:
    """A run of text; a tab or a line break in it becomes the element."""
    parts = []
    for n, line in enumerate(value.split("\n")):
        if n:
            parts.append("<w:br/>")
        for m, piece in enumerate(line.split("\t")):
            if m:
                parts.append("<w:tab/>")
            if piece:
                parts.append(text(piece))
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{''.join(parts)}</w:r>"


def paragraph(style: str, content: str = "", properties: str = "") -> str:
    """A paragraph of ``style`` (a style id); ``content`` is runs, ``properties`` follow the style in order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def field(instruction: str, cached: str, properties: str = "") -> str:
    """A complex field with its cached result."""
    pr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{pr}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{pr}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r>{pr}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{pr}{text(cached)}</w:r>"
        f'<w:r>{pr}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmarked(name: str, number: int, content: str) -> str:
    """``content`` inside a bookmark."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def cell(width: int, content: str, properties: str = "") -> str:
    """A table cell ``width`` twips wide."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def row(cells: str, *, header: bool = False, height: int = 0) -> str:
    """A table row that does not split over pages; ``header`` repeats it."""
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}{'<w:tblHeader/>' if header else ''}</w:trPr>{cells}</w:tr>"


def table(style: str, widths: list[int], rows: str, look: str = "0420", properties: str = "") -> str:
    """A table of fixed widths (twips). ``look`` says which parts of the style apply."""
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/>{properties}<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{look}" w:firstRow="{int(look == "0420")}" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def section(*, landscape: bool = False, kind: str = "nextPage", references: str = "", title_page: bool = False) -> str:
    """Section properties: A4, 2.5 cm margins."""
    long, short = 16838, 11906
    width, height = (long, short) if landscape else (short, long)
    orient = ' w:orient="landscape"' if landscape else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="{kind}"/><w:pgSz w:w="{width}" w:h="{height}"{orient}/>'
        '<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="737" w:footer="737" '
        f'w:gutter="0"/><w:cols w:space="425"/>{"<w:titlePg/>" if title_page else ""}'
        '<w:docGrid w:linePitch="312"/></w:sectPr>'
    )
