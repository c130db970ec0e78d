"""Scenes as Word shapes: read back as XML, held to Microsoft's validator, and seen by LibreOffice."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

from lxml import etree

from fixdocs.diagrams.drawingml import inline
from fixdocs.diagrams.flowchart import flowchart
from fixdocs.diagrams.outline import fits
from fixdocs.diagrams.scene import Item, Line, Scene, Shape, Text
from tests.diagrams.flows import WORDS, made_flow
from tests.diagrams.preview import write_docx
from tests.support.programs import requires
from tests.support.render import page_texts, to_pdf
from tests.support.validate import assert_valid

NS = {
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
}
KINDS = (
    "rect", "round", "terminator", "diamond", "hexagon", "parallelogram", "ellipse", "circle", "bar", "pentagon",
    "pointer",
)  # fmt: skip


def read(*items: Item, name: str = "图", alt: str = "一张图", first: int = 1) -> etree._Element:
    return etree.fromstring(inline(Scene(name, 300, 200, items, alt), count(first)))


def find(element: etree._Element, path: str) -> list[etree._Element]:
    return element.xpath(path, namespaces=NS)  # type: ignore[no-any-return, return-value]


def box(name: str, x: float, y: float, text: Text | None = None, kind: str = "rect") -> Shape:
    return Shape(name, kind, x, y, 60, 40, text, "paper", "primary")  # type: ignore[arg-type]


def test_a_figure_is_one_group_of_named_shapes_with_an_alternative_text() -> None:
    drawn = read(box("F01 登记", 10, 20), box('F02 "<&>', 100, 20), alt='甲 & "乙"')
    assert [element.get("descr") for element in find(drawn, "wp:docPr")] == ['甲 & "乙"']
    assert len(find(drawn, ".//wpg:wgp")) == 1
    assert [element.get("name") for element in find(drawn, ".//wps:cNvPr")] == ["F01 登记", 'F02 "<&>']
    (offset,) = find(drawn, ".//wps:wsp[1]//a:off")
    assert (offset.get("x"), offset.get("y")) == ("127000", "254000")
    assert [element.get("cx") for element in find(drawn, "wp:extent")] == ["3810000"]


def test_ids_are_taken_from_the_caller_and_never_twice() -> None:
    ids = count(7)
    scene = Scene("图", 300, 200, (box("a", 0, 0), box("b", 100, 0), Line("c", ((60, 20), (100, 20)))), "")
    found = [
        element.get("id")
        for _ in range(2)
        for element in find(etree.fromstring(inline(scene, ids)), ".//wp:docPr | .//wps:cNvPr")
    ]
    assert found == [str(number) for number in range(7, 15)]


def test_a_straight_line_between_sites_is_a_connector_that_names_both_shapes() -> None:
    line = Line("a → b", ((60, 20), (100, 20)), arrow_end=True, joins=("a", "b"))
    drawn = read(box("a", 0, 0), box("b", 100, 0), line)
    (start,), (end,) = find(drawn, ".//a:stCxn"), find(drawn, ".//a:endCxn")
    assert (start.get("id"), start.get("idx")) == ("2", "3")
    assert (end.get("id"), end.get("idx")) == ("3", "1")
    assert len(find(drawn, ".//a:tailEnd[@type='triangle']")) == 1


def test_a_line_off_the_sites_names_none_and_flips_where_it_runs_backwards() -> None:
    drawn = read(box("a", 0, 0), box("b", 100, 0), Line("b → a", ((100, 30), (60, 10)), joins=("b", "a")))
    assert find(drawn, ".//a:stCxn | .//a:endCxn") == []
    (form,) = find(drawn, ".//a:xfrm[@flipH]")
    assert (form.get("flipH"), form.get("flipV")) == ("1", "1")


def test_a_bent_line_is_drawn_through_the_points_given() -> None:
    drawn = read(Line("bent", ((10, 10), (10, 50), (80, 50)), dash="dash"))
    points = [(int(p.get("x")) / 12700, int(p.get("y")) / 12700) for p in find(drawn, ".//a:path//a:pt")]
    assert points == [(0, 0), (0, 40), (70, 40)]
    assert len(find(drawn, ".//a:prstDash[@val='dash']")) == 1


def test_text_carries_its_fonts_sizes_and_line_breaks() -> None:
    text = Text(("分类转办", "投诉", "F03"), size=9, minor=(2,), bold=True, colour="primary")
    drawn = read(box("F03", 0, 0, text))
    assert ["".join(p.itertext()) for p in find(drawn, ".//w:p")] == ["分类转办投诉", "F03"]
    assert len(find(drawn, ".//w:br")) == 1
    assert [element.get(f"{{{NS['w']}}}val") for element in find(drawn, ".//w:sz")] == ["18", "16"]
    assert {element.get(f"{{{NS['w']}}}eastAsia") for element in find(drawn, ".//w:rFonts")} == {"微软雅黑"}


def test_characters_that_no_document_holds_are_left_out() -> None:
    drawn = read(box("bell\x07\ue123", 0, 0, Text(("a\x0c\ue123b",))), name="n\x00", alt="x\x1f")
    assert "".join(find(drawn, ".//w:t")[0].itertext()) == "a b"
    assert find(drawn, ".//wps:cNvPr")[0].get("name") == "bell"


def test_a_diamond_is_the_preset_one_unless_its_text_needs_the_room_beside_the_middle() -> None:
    small, wide = box("a", 0, 0, Text(("是?",)), "diamond"), box("b", 0, 0, Text(("材料齐?",)), "diamond")
    assert fits(small)
    assert fits(wide)
    drawn = read(small, wide)
    assert len(find(drawn, ".//a:prstGeom[@prst='flowChartDecision']")) == 1
    assert len(find(drawn, ".//a:custGeom/a:cxnLst/a:cxn")) == 4


def sheet() -> Scene:
    """A shape of every kind, and lines of every sort."""
    shapes = tuple(
        box(f"S{i} {kind}", 10 + i % 4 * 100, 10 + i // 4 * 70, Text(("文字",), minor=(0,)), kind)
        for i, kind in enumerate(KINDS)
    )
    lines = (
        Line("across", ((70, 30), (110, 30)), arrow_end=True, joins=(shapes[0].name, shapes[1].name)),
        Line("bent", ((40, 50), (40, 70), (140, 70), (140, 80)), arrow_start=True, arrow_end=True, dash="dot"),
    )
    return Scene("各种形状", 400, 230, shapes + lines, "每种形状一个")


@requires("validator")
def test_word_documents_with_figures_are_valid(tmp_path: Path) -> None:
    charts = [
        scene
        for seed, lanes in ((1, 5), (2, 9))
        for scene in flowchart(made_flow(seed, 40, lanes, marks=True, long_name=True), WORDS, "流程图")
    ]
    assert_valid([write_docx(tmp_path / "figures.docx", [sheet(), *charts])])


@requires("soffice", "pdftotext", "cjk-font")
def test_every_text_of_a_figure_is_on_its_page(tmp_path: Path) -> None:
    scenes = [sheet(), *flowchart(made_flow(3, 20, 4), WORDS, "流程图")]
    (pdf,) = to_pdf([write_docx(tmp_path / "figures.docx", scenes)], tmp_path)
    pages = page_texts(pdf)
    assert len(pages) == len(scenes)
    for scene, page in zip(scenes, pages):
        letters = re.sub(r"\s", "", page)
        for shape in scene.shapes():
            for line in shape.text.lines if shape.text else ():
                assert all(part in letters for part in line.split()), (shape.name, line)
