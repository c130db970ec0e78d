"""Page numbers for the contents, on request: counted by LibreOffice, so an approximation of what Word will count.

The contents come without page numbers, linked, which is true with any fonts. Numbers are put behind the entries'
text in the finished document; an entry has room for one, so the pages stay what was counted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from ...opc import read_parts, write_parts
from ..xml import TAB, short_run
from .convert import bookmark_pages, to_pdf

_BODY: Final = "word/document.xml"
_ENTRY: Final = re.compile(
    r'(<w:pStyle w:val="TOC[1-9]"/>(?:(?!</w:p>).)*?<w:hyperlink [^>]*?w:anchor="([^"]+)"[^>]*>(?:(?!</w:p>).)*?)'
    r"(</w:hyperlink>)",
    re.DOTALL,
)
_WITHOUT_NUMBERS: Final = re.compile(r"(<w:instrText[^>]*>\s*TOC\b[^<]*?)\s\\n(?=\s)")


def paginated(documents: Mapping[str, bytes], *, seconds: int | None = None) -> dict[str, bytes]:
    """``documents`` (file name → content of a ``.docx``) with page numbers in their contents.

    Raises FileError where LibreOffice is missing or fails, as :func:`~.pdf.to_pdf` does.
    """
    pdfs = to_pdf(documents, seconds=seconds)
    return {
        name: with_page_numbers(content, bookmark_pages(pdfs[name], contents_bookmarks(content)))
        for name, content in documents.items()
    }


def contents_bookmarks(document: bytes) -> list[str]:
    """The bookmarks that the contents of ``document`` lead to, in order."""
    return [entry[1] for entry in _ENTRY.findall(read_parts(document)[_BODY].decode("utf-8"))]


def with_page_numbers(document: bytes, pages: Mapping[str, int]) -> bytes:
    """``document`` with the page (bookmark → page) behind each entry of its contents; entries without one stay.

    The contents field loses its switch for no numbers, so that an update in Word keeps them.
    """

    def numbered(match: re.Match[str]) -> str:
        page = pages.get(match[2])
        if page is None:
            return match[0]
        return f"{match[1]}{TAB}{short_run(str(page))}{match[3]}"

    parts = read_parts(document)
    body = parts[_BODY].decode("utf-8")
    parts[_BODY] = _WITHOUT_NUMBERS.sub(r"\1", _ENTRY.sub(numbered, body)).encode("utf-8")
    return write_parts(parts)
