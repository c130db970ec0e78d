"""Marked copies: faults where they are, and nothing else of the workbook changed."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from lxml import etree

from fixdocs.workbook.annotate.copy import FaultList, ListRow, Mark, NotMarkableError, annotate
from fixdocs.workbook.annotate.styles import FILLS
from fixdocs.workbook.open.xlsx import read_xlsx
from tests.support.programs import requires
from tests.support.validate import assert_valid

REAL = Path(__file__).resolve().parents[4] / "shared" / "real" / "odd-workbooks"
HEADINGS, WIDTHS = ("级别", "代码", "位置", "发现"), (8, 9, 40, 60)
MARKS = [
    Mark("问题清单", 3, 2, 0, "【错误 FD201】一"),
    Mark("问题清单", 3, 2, 1, "【警告 FD301】二"),
    Mark("问题清单", 5, 3, 1, "【警告 FD302】三"),
    Mark("问题清单", 9, 30, 0, "【错误 FD202】四"),
]


def faults(*rows: ListRow) -> FaultList:
    return FaultList(
        "检查结果",
        "fixdocs",
        HEADINGS,
        WIDTHS,
        rows or (ListRow(0, ("错误", "FD201", "B3", "<一> & 二"), "问题清单", "B3"),),
    )


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    body = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(b"\0\1\2\3"))
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")


def rich_book(*, notes: bool) -> bytes:
    """What a person's workbook may hold: a chart, a picture, formats, a filter, a list, notes."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("问题清单")
    other = book.add_worksheet("自己的表")
    money = book.add_format({"num_format": "0.00", "bold": True, "font_color": "#00AA00"})
    for row in range(8):
        sheet.write_row(row, 0, [f"P{row}", row * 1.5, "文字"], money)
    other.write("A1", "不动")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=问题清单!$B$1:$B$8"})
    sheet.insert_chart("F2", chart)
    sheet.insert_image("F20", "dot.png", {"image_data": io.BytesIO(png())})
    sheet.autofilter("A1:C8")
    sheet.data_validation("C2:C9", {"validate": "list", "source": ["甲", "乙"]})
    if notes:
        sheet.write_comment("B3", "同事写的")
        sheet.write_comment("A8", "别处的批注")
    book.close()
    return stream.getvalue()


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("notes", [False, True])
def test_cells_are_coloured_and_noted_and_keep_their_format(notes: bool) -> None:
    book = openpyxl.load_workbook(io.BytesIO(annotate(rich_book(notes=notes), MARKS, faults())))
    sheet = book["问题清单"]
    assert sheet["B3"].fill.fgColor.rgb == f"FF{FILLS[0]}", "the graver of two marks decides"
    assert sheet["C5"].fill.fgColor.rgb == f"FF{FILLS[1]}"
    assert sheet["AD9"].fill.fgColor.rgb == f"FF{FILLS[0]}", "a cell that was not there"
    assert (sheet["B3"].number_format, sheet["B3"].font.b, sheet["B3"].value) == ("0.00", True, 3)
    assert sheet["B4"].fill.fill_type is None
    text = sheet["B3"].comment.text
    assert "FD201】一\n【警告 FD301】二" in text
    assert text.startswith("同事写的") is notes
    assert (sheet["A8"].comment is not None) is notes
    assert sheet["AD9"].comment.text == "【错误 FD202】四"


def test_marks_show_over_conditional_formats() -> None:
    """A sheet that colours its cells by rules of its own would hide the marks below them."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("问题清单")
    sheet.write_row(2, 0, ["P1", 25, "文字"])
    red = book.add_format({"bg_color": "#FF0000"})
    sheet.conditional_format("B1:B9", {"type": "cell", "criteria": ">", "value": 9, "format": red})
    book.close()
    page = openpyxl.load_workbook(io.BytesIO(annotate(stream.getvalue(), MARKS, faults())))["问题清单"]
    rules = {str(area.sqref): rule for area, held in page.conditional_formatting._cf_rules.items() for rule in held}
    first = min(rules.values(), key=lambda rule: rule.priority)
    assert rules["B3 AD9"] is first
    assert first.stopIfTrue
    assert first.dxf.fill.bgColor.rgb == f"FF{FILLS[0]}"
    assert rules["C5"].dxf.fill.bgColor.rgb == f"FF{FILLS[1]}"
    assert rules["B1:B9"].priority > rules["C5"].priority > first.priority


@pytest.mark.parametrize("notes", [False, True])
def test_every_other_part_keeps_its_bytes(notes: bool) -> None:
    before, after = parts(content := rich_book(notes=notes)), parts(annotate(content, MARKS, faults()))
    touched = {
        "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
        "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels",
    }  # fmt: skip
    if notes:
        touched |= {"xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}
    assert {name for name in before if after[name] != before[name]} <= touched
    added = {"xl/worksheets/sheetMarks1.xml"} | (
        set() if notes else {"xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}
    )
    assert after.keys() - before.keys() == added
    assert etree.fromstring(after["xl/drawings/vmlDrawing1.vml"]) is not None
    assert after["xl/drawings/vmlDrawing1.vml"].count(b"<v:shape ") == (4 if notes else 3)


def test_the_list_leads_to_the_cells() -> None:
    rows = (
        ListRow(0, ("错误", "FD1", "B3", "=1+1"), "问题清单", "B3"),
        ListRow(2, ("提示", "FD2", "整表", "x"), "it's", "A1"),
    )
    book = openpyxl.load_workbook(io.BytesIO(annotate(rich_book(notes=False), [], faults(*rows))))
    assert book.sheetnames == ["问题清单", "自己的表", "检查结果"]
    sheet = book["检查结果"]
    assert [[c.value for c in row] for row in sheet.iter_rows()] == [list(HEADINGS), *(list(r.cells) for r in rows)]
    assert [sheet[cell].hyperlink.location for cell in ("C2", "C3")] == ["'问题清单'!B3", "'it''s'!A1"]


def test_the_list_prints_as_wide_as_a_page() -> None:
    book = openpyxl.load_workbook(io.BytesIO(annotate(rich_book(notes=False), [], faults())))
    sheet = book["检查结果"]
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert int(sheet.page_setup.fitToHeight) == 0


def test_a_sheet_of_that_name_stays() -> None:
    once = annotate(rich_book(notes=False), MARKS, faults())
    book = openpyxl.load_workbook(io.BytesIO(annotate(once, MARKS, faults())))
    assert book.sheetnames[2:] == ["检查结果", "检查结果 (2)"]


def test_the_same_input_gives_the_same_bytes() -> None:
    content = rich_book(notes=True)
    assert annotate(content, MARKS, faults()) == annotate(content, MARKS, faults())


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"\xd0\xcf\x11\xe0 old", b"PK\x03\x04 torn"])
def test_what_is_no_package_is_refused(content: bytes) -> None:
    with pytest.raises(NotMarkableError):
        annotate(content, MARKS, faults())


@requires("validator")
@pytest.mark.parametrize("notes", [False, True])
def test_marked_copies_are_valid(notes: bool, tmp_path: Path) -> None:
    path = tmp_path / "marked.xlsx"
    path.write_bytes(annotate(rich_book(notes=notes), MARKS, faults()))
    assert_valid([path])


@requires("real-files")
def test_real_workbooks_read_the_same_when_marked(tmp_path: Path) -> None:
    tried = 0
    for path in sorted(REAL.glob("*.xlsx")):
        try:
            sheets = read_xlsx(path, path.name)
        except Exception:
            continue
        marks = [Mark(s.source.tab, s.rows[-1][0] + 1, 2, 0, "注") for s in sheets if s.rows]
        copy = tmp_path / path.name
        content = path.read_bytes()
        copy.write_bytes(annotate(content, marks, faults()))
        again = read_xlsx(copy, path.name)
        assert [s.rows for s in again[: len(sheets)]] == [s.rows for s in sheets]
        before, after = parts(content), parts(copy.read_bytes())
        media = [name for name in before if "/media/" in name or "/charts/" in name or "threaded" in name.lower()]
        assert all(after[name] == before[name] for name in media)
        tried += 1
    assert tried >= 6
