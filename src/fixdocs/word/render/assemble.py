"""Rendered XML and the objects' own XML → the parts of a python-docx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from docx.oxml import OxmlElement
from docx.oxml.parser import parse_xml
from lxml import etree

from ..environment import Marks, fill_marks
from ..xml import MAIN

if TYPE_CHECKING:
    from docx.document import Document

_W: Final = {"w": MAIN}
_EMPTY_TABLES: Final = etree.XPath("//w:tbl[not(w:tr)]", namespaces=_W)
_OPEN_CELLS: Final = etree.XPath("//w:tc[not(*[last()][self::w:p])]", namespaces=_W)
_MISPLACED: Final = etree.XPath("//w:t/* | //w:r/w:p | //w:r/w:tbl | //w:p/w:p | //w:p/w:tbl", namespaces=_W)
_ROWS_WITHOUT_CELLS: Final = etree.XPath("//w:tr[not(w:tc) and not(w:sdt) and not(w:customXml)]", namespaces=_W)


class BrokenXml(Exception):
    """What was rendered into ``part`` is no XML, or has an element where none may be; ``detail`` says what."""

    def __init__(self, part: str, detail: str) -> None:
        super().__init__(part, detail)
        self.part = part
        self.detail = detail


def put_parts(document: Document, parts: Mapping[str, str], marks: Marks) -> None:
    """Put the rendered XML in the place of each part's own, the objects' XML in the place of their marks.

    Raises BrokenXml where the outcome is no document: nothing is recovered, since recovery loses text.
    """
    writer = _BlockWriter(marks)
    by_name: dict[str, Any] = {str(part.partname): part for part in document.part.package.iter_parts()}
    for partname, xml in parts.items():
        part = by_name[partname]
        writer.part = part
        try:
            root: Any = parse_xml(fill_marks(xml, writer.xml))
        except etree.XMLSyntaxError as error:
            raise BrokenXml(partname, str(error)) from error
        misplaced = _MISPLACED(root)
        if misplaced:  # Word refuses such a file, though it is XML
            raise BrokenXml(partname, etree.QName(misplaced[0]).localname)
        mend(root)
        if hasattr(part, "_element"):
            part._element = root
        else:
            part._blob = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


class _BlockWriter:
    """Asks each object for its XML, numbering them in document order."""

    def __init__(self, marks: Marks) -> None:
        self.part: Any = None
        self._marks = marks
        self._count = 0

    def xml(self, number: int) -> str:
        """The XML of the object ``number`` of the marks."""
        if number >= len(self._marks.objects):  # a private-use character of the template's own text
            return ""
        block: Any = self._marks.objects[number]
        render_into = getattr(block, "render_into", None)
        if render_into is None:
            return str(block.__html__())
        self._count += 1
        return str(render_into(self.part, self._count))


def is_sound(root: Any) -> bool:
    """Whether nothing below ``root`` stands where it may not, and :func:`mend` has nothing to do there."""
    return not any(find(root) for find in (_MISPLACED, _ROWS_WITHOUT_CELLS, _EMPTY_TABLES, _OPEN_CELLS))


def mend(root: Any) -> None:
    """Mend what Word would refuse: rows without cells, tables without rows, cells that don't end in a paragraph."""
    for emptied in (_ROWS_WITHOUT_CELLS, _EMPTY_TABLES):
        for element in emptied(root):
            element.getparent().remove(element)
    for cell in _OPEN_CELLS(root):
        cell.append(OxmlElement("w:p"))
