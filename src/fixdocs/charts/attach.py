"""A chart part → a document: its relationship, its workbook's, and the run content that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fixdocs.charts.text import clean, escape
from fixdocs.charts.xml import WORKBOOK_REL

if TYPE_CHECKING:
    from docx.opc.part import Part

    from fixdocs.charts.build import ChartPart

_EMU: Final = 12_700  # a point
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE: Final = "application/vnd.openxmlformats-officedocument"
_NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_MAIN: Final = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_CHART: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def attach(part: Part, chart: ChartPart, index: int) -> str:
    """Hang ``chart`` and its workbook on a python-docx document ``part``; the relationship's id.

    ``index`` numbers the chart within the package and must be its own; the parts are
    ``/word/charts/chart{index}.xml`` and ``/word/embeddings/chart{index}.xlsx``.
    """
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = part.package
    drawn = Part(PackURI(f"/word/charts/chart{index}.xml"), f"{_TYPE}.drawingml.chart+xml", chart.xml, package)
    name = PackURI(f"/word/embeddings/chart{index}.xlsx")
    book = Part(name, f"{_TYPE}.spreadsheetml.sheet", chart.workbook, package)
    made = drawn.relate_to(book, f"{_OFFICE}/package")
    if made != WORKBOOK_REL:  # the chart's XML names it
        raise AssertionError(f"a new part's first relationship is {made}, not {WORKBOOK_REL}")
    return part.relate_to(drawn, f"{_OFFICE}/chart")


def inline_xml(rel_id: str, doc_pr_id: int, name: str, alt: str, width: float, height: float) -> str:
    """A ``w:drawing`` for a run: the chart of relationship ``rel_id``, ``width`` × ``height`` points.

    ``doc_pr_id`` is unique in the document; ``name`` stands in the selection pane, ``alt`` is read aloud.
    """
    extent = f'cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"'
    described = f'id="{doc_pr_id}" name="{escape(clean(name))}" descr="{escape(clean(alt))}"'
    return (
        f'<w:drawing {_NAMESPACES}><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr {described}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic {_MAIN}><a:graphicData uri="{_CHART}">'
        f'<c:chart xmlns:c="{_CHART}" xmlns:r="{_OFFICE}" r:id="{rel_id}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
