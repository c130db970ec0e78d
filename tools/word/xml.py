"""What only templates need of WordprocessingML; the elements themselves are spelled in ``fixdocs.word.xml``."""

from __future__ import annotations

from fixdocs.word import xml as spelled
from fixdocs.word.xml import NAMESPACES, TAB, bookmarked, cell, paragraph, row, run, table

__all__ = ["HEAD", "NAMESPACES", "TAB", "bookmarked", "cell", "field", "paragraph", "row", "run", "section", "table"]

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def field(instruction: str, cached: str) -> str:
    """A complex field with its cached result."""
    return spelled.field(instruction, run(cached))


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
