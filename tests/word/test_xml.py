"""The writers of WordprocessingML: what they give is read back as Word would read it."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from fixdocs.word import xml
from fixdocs.word.xml import RUN, SECTPR, TC, TYPE, VAL, P, T, W, section_of, style_of, text_of


def read(element: str) -> Any:
    """The element an XML text stands for."""
    return etree.fromstring(xml.alone(element))


def names(element: Any) -> list[str]:
    return [child.tag.removeprefix(W) for child in element.iter()]


@pytest.mark.parametrize("element", ["<w:p/>", "<w:p></w:p>", '<w:p w:x="1"/>', "<w:p>a > b</w:p>"])
def test_an_element_alone_declares_its_namespace_once(element: str) -> None:
    made = xml.alone(element)
    assert made.count("xmlns:w=") == 1
    assert etree.fromstring(made).tag == P
    assert etree.fromstring(xml.alone(element, 'xmlns:v="urn:v"')).nsmap["v"] == "urn:v"


def test_a_text_is_escaped_and_cleaned_and_its_breaks_are_words_own() -> None:
    found = read(xml.run("a<&>\u0007b\nc\td\ue123 "))
    assert names(found) == ["r", "t", "br", "t", "tab", "t"]
    assert [node.text for node in found.iter(T)] == ["a<&>b", "c", "d "]
    assert all(node.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve" for node in found.iter(T))


def test_properties_come_first() -> None:
    assert names(read(xml.run("x", xml.character_style("Gap") + xml.BOLD))) == ["r", "rPr", "rStyle", "b", "t"]
    paragraph = read(
        xml.paragraph("TOC1", xml.short_run("7"), xml.tabs(("clear", 1), ("right", 2)) + xml.spacing(after=3))
    )
    assert names(paragraph) == ["p", "pPr", "pStyle", "tabs", "tab", "tab", "spacing", "r", "t"]
    assert (style_of(paragraph), text_of(paragraph), section_of(paragraph)) == ("TOC1", "7", None)
    assert dict(paragraph[0][2].attrib) == {W + "after": "3"}


def test_a_field_opens_holds_its_result_and_closes() -> None:
    field = read(xml.paragraph("X", xml.field('TOC \\o "1-2" & more', xml.run("所有"), xml.BOLD)))
    marks = [node.get(TYPE) for node in field.iter(W + "fldChar")]
    assert marks == ["begin", "separate", "end"]
    assert field.find(f".//{W}instrText").text == ' TOC \\o "1-2" & more '
    assert text_of(field) == "所有"
    assert [run.find(f"{W}rPr") is not None for run in field.iter(RUN)] == [True, True, True, False, True]


def test_a_sequence_counts_or_repeats() -> None:
    found = [read(xml.paragraph("X", xml.sequence("图", again=again))) for again in (False, True)]
    assert [p.find(f".//{W}instrText").text for p in found] == [" SEQ 图 \\* ARABIC ", " SEQ 图 \\* ARABIC \\c "]


def test_a_bookmark_is_a_pair_around_its_content() -> None:
    paragraph = read(
        xml.paragraph("X", xml.bookmarked("fx_a", 7, xml.run("表 1")) + xml.hyperlink("fx_a", xml.run("b")))
    )
    start, run, end, link = paragraph[1:]
    assert (start.get(xml.NAME), start.get(xml.ID), end.get(xml.ID)) == ("fx_a", "7", "7")
    assert (start.tag, run.tag, end.tag) == (xml.START, RUN, xml.END)
    assert link.get(W + "anchor") == "fx_a"


def test_a_table_is_as_wide_as_its_columns_and_a_heading_row_repeats() -> None:
    heads = xml.row(xml.cell(300, xml.paragraph("A")) + xml.cell(200, xml.paragraph("A")), header=True, height=400)
    cells = xml.cell(300, xml.paragraph("B"), xml.standing("top")) + xml.cell(200, xml.paragraph("B"))
    table = read(xml.table("ReportTable", [300, 200], heads + xml.row(cells)))
    properties, grid, *rows = table
    assert names(properties) == ["tblPr", "tblStyle", "tblW", "jc", "tblLayout", "tblLook"]
    assert properties[1].get(W + "w") == "500"
    assert [column.get(W + "w") for column in grid] == ["300", "200"]
    assert [names(row[0]) for row in rows] == [["trPr", "cantSplit", "trHeight", "tblHeader"], ["trPr", "cantSplit"]]
    assert [names(cell[0]) for cell in rows[1].iter(TC)] == [["tcPr", "tcW", "vAlign"], ["tcPr", "tcW"]]


@pytest.mark.parametrize(("look", "first"), [("0420", "1"), ("0400", "0")])
def test_the_look_says_whether_the_first_row_is_a_heading(look: str, first: str) -> None:
    table = read(xml.table("X", [1], "", look=look))
    shown = table.find(f"{W}tblPr/{W}tblLook")
    assert (shown.get(VAL), shown.get(W + "firstRow")) == (look, first)


def test_a_section_is_found_in_its_paragraph() -> None:
    paragraph = read(xml.paragraph("Spacer", "", "<w:sectPr/>"))
    section = section_of(paragraph)
    assert section is not None
    assert section.tag == SECTPR


def test_what_is_drawn_stands_in_a_run() -> None:
    assert names(read(xml.drawn(xml.drawing("<w:x/>"), xml.NO_PROOF))) == ["r", "rPr", "noProof", "drawing", "x"]
    assert names(read(xml.drawn(xml.picture("<w:x/>")))) == ["r", "pict", "x"]
    assert names(read(xml.header(xml.paragraph("X", xml.TAB)))) == ["hdr", "p", "pPr", "pStyle", "r", "tab"]
    assert names(read(xml.numbering(0, 0))) == ["numPr", "ilvl", "numId"]
