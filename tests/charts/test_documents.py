"""Charts in a document: their parts and relationships, valid for Word, shown by LibreOffice."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.oxml import parse_xml
from lxml import etree

from fixdocs.charts import attach, build, inline_xml
from tests.charts.samples import AWKWARD, KINDS, every_chart, foul_text, likert, pareto, stacked, trend
from tests.support.programs import requires
from tests.support.render import page_texts, to_pdf
from tests.support.validate import assert_valid

W = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def document(charts):
    made = Document()
    for index, (name, chart) in enumerate(charts.items(), 1):
        part = build(chart)
        rel_id = attach(made.part, part, index)
        run = made.add_paragraph().add_run()
        xml = inline_xml(rel_id, 100 + index, name, part.alt, part.width_pt, part.height_pt)
        run._r.append(parse_xml(xml))
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def test_a_document_holds_each_chart_and_its_workbook():
    data = document({"a": trend(), "b": pareto()})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("word/charts/chart1.xml") == build(trend()).xml
        assert archive.read("word/embeddings/chart2.xlsx") == build(pareto()).workbook
        types = archive.read("[Content_Types].xml").decode()
        relations = etree.fromstring(archive.read("word/charts/_rels/chart1.xml.rels"))
    assert 'ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"' in types
    assert [(one.get("Id"), one.get("Type").rpartition("/")[2], one.get("Target")) for one in relations] == [
        ("rId1", "package", "../embeddings/chart1.xlsx")
    ]


def test_the_relationship_given_back_leads_to_the_chart():
    made = Document()
    part = build(trend())
    rel_id = attach(made.part, part, 7)
    found = made.part.rels[rel_id].target_part
    assert found.partname == "/word/charts/chart7.xml"
    assert found.blob == part.xml


def test_the_drawing_names_and_describes_the_chart():
    part = build(foul_text())
    drawing = parse_xml(inline_xml("rId9", 12, 'a "b" <c>\x07', part.alt, 453.5, 200))
    described = drawing.find(f".//{W}docPr")
    assert dict(described.attrib) == {"id": "12", "name": 'a "b" <c>', "descr": part.alt}
    assert dict(drawing.find(f".//{W}extent").attrib) == {"cx": "5759450", "cy": "2540000"}


@requires("validator")
def test_every_document_and_workbook_is_valid(tmp_path):
    files = []
    for name, group in (("kinds", KINDS), ("awkward", AWKWARD)):
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(document({key: make() for key, make in group.items()}))
    for name, chart in every_chart().items():
        files.append(tmp_path / f"{name}.xlsx")
        files[-1].write_bytes(build(chart).workbook)
    assert_valid(files)


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    folder = tmp_path_factory.mktemp("charts")
    file = folder / "charts.docx"
    file.write_bytes(document({"a": trend(), "b": pareto(), "c": stacked(), "d": likert()}))
    return "".join("\n".join(page_texts(to_pdf([file], folder)[0])).split())


@requires("soffice", "pdftotext", "cjk-font")
def test_libreoffice_shows_names_values_and_units(page):
    for text in (
        "目标3.0",
        "平均耗时5.2",
        "（工作日）",
        "2024-06",
        "累计占比",
        "83%",
        "26.0",
        "平均耗时（小时）",
        "非常不满意",
    ):
        assert text in page
