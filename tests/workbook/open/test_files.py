"""Which files are read, and in what shapes they come."""

from __future__ import annotations

import csv
import datetime as dt
import io
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from fixdocs.errors import UsageError
from fixdocs.reports import REPORTS, blocked
from fixdocs.sample import project as sample
from fixdocs.schema import SHEETS
from fixdocs.workbook.open.find import find
from fixdocs.workbook.open.raw import FormulaFault, Percentage, UnreadableError
from fixdocs.workbook.open.xlsx import read_xlsx
from fixdocs.workbook.read.load import load
from tests.support.programs import need, requires

from ..books import PROJECT, write, write_project

TICKETS = [
    ["工单号", "类型", "创建时间", "关闭时间"],
    ["T1", "质量", "2026-02-01 08:00", None],
    ["T2", "服务", "2026-02-02", "2026-02-05"],
]


def test_outputs_hidden_and_lock_files_are_passed_over(tmp_path: Path) -> None:
    issues = {"问题清单": [["问题编号", "问题描述"], ["P1", "等待"]]}
    for name in (
        "交付文档/a.xlsx",
        "检查结果/b.xlsx",
        "模板/c.xlsx",
        ".hidden/d.xlsx",
        "~$01.xlsx",
        ".e.xlsx",
        "f.docx",
    ):
        write(tmp_path / name, issues)
    for name in ("01 现状（终稿）.xlsx", "回收/甲 [1].xlsx", "回收/深/乙.XLSX", "z.csv"):
        write(tmp_path / name, {"项目信息": PROJECT})
    (tmp_path / "z.csv").write_text("\n".join(",".join(row) for row in TICKETS[:1]), encoding="utf-8")
    assert [f.file for f in find(tmp_path)] == ["01 现状（终稿）.xlsx", "z.csv", "回收/深/乙.XLSX", "回收/甲 [1].xlsx"]


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as error:
        load(tmp_path / "nowhere")
    assert error.value.key == "input.no_folder"


def test_guide_and_reference_sheets_are_skipped(tmp_path: Path) -> None:
    lists = [["步骤编号", "步骤名称", "类型", "责任岗位"], ["F01", "登记", "活动", "甲"]]
    write(tmp_path / "a.xlsx", {"说明": lists, "项目信息": PROJECT, "参考": lists, "填写说明": lists, "Guide": lists})
    project, found = load(tmp_path)
    assert found == []
    assert project.steps == ()


def test_own_sheets_beside_ours_are_a_warning(tmp_path: Path) -> None:
    write(tmp_path / "a.xlsx", {"项目信息": PROJECT, "会议记录": [["日期", "内容"], ["周一", "讨论"]], "空": []})
    _, found = load(tmp_path)
    assert [(d.code, d.place.source.tab) for d in found] == [("FD102", "会议记录")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"])
def test_text_tables(tmp_path: Path, encoding: str, separator: str) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator)
    writer.writerow([])
    writer.writerows([*TICKETS, ["T3", "多行\n文字，含 , ; | 标点", "2026/2/3 9:05:07", "明天"]])
    write(tmp_path / "a.xlsx", {"项目信息": PROJECT})
    (tmp_path / "工单明细.csv").write_bytes(stream.getvalue().encode(encoding))
    project, found = load(tmp_path)
    assert [(d.code, d.place.source.file, d.place.cell) for d in found] == [("FD205", "工单明细.csv", "D5")]
    assert list(project.tickets.column("id")) == ["T1", "T2"]
    assert project.tickets.place(1, "closed").cell == "D4"


def password(path: Path) -> None:
    """An OLE file that names an encrypted package, as Excel writes for a workbook with a password."""
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    )


def bad_xml(path: Path) -> None:
    write(path, {"项目信息": PROJECT})
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data.replace(b"<sheetData>", b"<sheetData><row>") if "sheet1" in name else data)


def bad_block(path: Path) -> None:
    """A sheet whose compressed bytes are no longer what was written."""
    write(path, {"项目信息": PROJECT})
    with zipfile.ZipFile(path) as package:
        at = package.getinfo("xl/worksheets/sheet1.xml").header_offset + 60
    content = bytearray(path.read_bytes())
    content[at : at + 40] = b"\xff" * 40
    path.write_bytes(content)


def bomb(path: Path) -> None:
    """A sheet of more than a gigabyte in a file of one megabyte."""
    write(path, {"项目信息": PROJECT})
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, data in parts.items():
            with package.open(name, "w", force_zip64=True) as part:
                part.write(data)
                if "sheet1" in name:
                    for _ in range(1025):
                        part.write(b" " * (1 << 20))


UNREADABLE: dict[str, Any] = {
    "文件有打开密码": password,
    "文件已损坏，或不是完整的工作簿": bad_xml,
    "文件为空": lambda path: path.write_bytes(b""),
    "文件不是工作簿": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0" * 9),
    "文件其实是网页，只是用了表格文件的扩展名": lambda path: path.write_text("<html><table></table></html>"),
    "文字编码既不是 UTF-8 也不是 GB18030": lambda path: path.write_bytes(b"a,b\n\xff\xff,\x80\xff\n"),
}


def test_a_damaged_block_is_a_damaged_file(tmp_path: Path) -> None:
    bad_block(tmp_path / "05-方案评估.xlsx")
    (found,) = find(tmp_path)
    assert found.cause == "damaged"


@pytest.mark.parametrize("cause", UNREADABLE)
def test_files_that_cannot_be_opened(tmp_path: Path, cause: str) -> None:
    UNREADABLE[cause](tmp_path / "05-方案评估.xlsx")
    write(tmp_path / "a.xlsx", {"项目信息": PROJECT})
    _, found = load(tmp_path)
    assert [(d.code, d.place.source.file, d.values, blocked(d)) for d in found] == [
        ("FD101", "05-方案评估.xlsx", {"cause": cause}, ("plan", "evaluation"))
    ]


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb(tmp_path / "a.xlsx")
    assert (tmp_path / "a.xlsx").stat().st_size < 3 << 20
    (found,) = find(tmp_path)
    assert found.cause == "too_large"


def test_a_package_without_its_own_relationships_is_read(tmp_path: Path) -> None:
    """Such files come from home-made exporters; Excel opens them after a repair."""
    book = Workbook()
    book.active.title = "项目信息"
    for row in PROJECT:
        book.active.append(row)
    steps = book.create_sheet("流程步骤")
    steps.append(["步骤编号", "步骤名称", "类型", "责任岗位", "去向1占比", "作业时间"])
    steps.append(["F01", "登记", "活动", "甲", 0.25, "=1/0"])
    steps["E2"].number_format = "0%"
    steps.column_dimensions["C"].hidden = True
    steps.row_dimensions[5].hidden = True
    steps.merge_cells("A6:B7")
    book.save(tmp_path / "whole.xlsx")
    with zipfile.ZipFile(tmp_path / "whole.xlsx") as whole, zipfile.ZipFile(tmp_path / "a.xlsx", "w") as odd:
        for name in whole.namelist():
            if name != "_rels/.rels":
                odd.writestr(name, whole.read(name))
    (tmp_path / "whole.xlsx").unlink()
    with pytest.raises(UnreadableError):
        read_xlsx(tmp_path / "a.xlsx", "a.xlsx")
    info, read = find(tmp_path)[0].sheets
    assert [(n, values[:2]) for n, values in info.rows] == [(n, list(row[:2])) for n, row in enumerate(PROJECT, 1)]
    share, formula = read.value(2, 5), read.value(2, 6)
    assert isinstance(share, Percentage)
    assert share == 0.25
    assert formula == FormulaFault()  # never calculated
    assert read.hidden_columns == ((3, 3),)
    assert read.hidden_rows == {5}
    assert [(m.top, m.left, m.bottom, m.right) for m in read.merges] == [(6, 1, 7, 2)]


def test_a_truncated_file_is_damaged(tmp_path: Path) -> None:
    path = write(tmp_path / "评分-张三.xlsx", {"评分": [["评审人", "方案编号"]]})
    path.write_bytes(path.read_bytes()[:-400])
    _, found = load(tmp_path)
    assert [(d.code, blocked(d)) for d in found if d.code == "FD101"] == [("FD101", ("plan", "evaluation"))]


def test_nothing_follows_from_a_file_nobody_could_open(tmp_path: Path) -> None:
    """References to what may stand in it are no further faults, nor is the missing project form."""
    (tmp_path / "01-现状调研.xlsx").write_bytes(b"PK\x03\x04broken")
    headings = ["问题编号", "问题描述", "类别", "影响范围", "影响程度", "发生频率", "涉及步骤"]
    write(tmp_path / "02.xlsx", {"问题清单": [headings, ["P01", "等", "效率类", "甲", 1, 2, "F09"]]})
    _, found = load(tmp_path)
    assert [(d.code, blocked(d)) for d in found] == [("FD101", REPORTS)]


def test_an_ending_says_little(tmp_path: Path) -> None:
    """A workbook named .xls, and text named .xlsx, are read for what they are."""
    write(tmp_path / "a.xlsx", {"项目信息": PROJECT}).rename(tmp_path / "a.xls")
    (tmp_path / "工单明细.xlsx").write_text(
        "\n".join(",".join(map(str, row)) for row in TICKETS[:2]), encoding="gb18030"
    )
    project, found = load(tmp_path)
    assert project.info is not None
    assert [d.code for d in found] == ["FD210"]  # "None" says that there is nothing
    assert found[0].place.cell == "D2"


def values(path: Path) -> list[list[Any]]:
    return [values for _, values in read_xlsx(path, path.name)[0].rows]


def test_numbers_are_read_by_their_formats(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    formats = {
        "yyyy-mm-dd": dt.datetime(2023, 3, 15), 'm"月"d"日"': dt.datetime(2023, 3, 15), "[$-804]yyyy/m/d": dt.datetime(2023, 3, 15),
        "0.0%": Percentage(45000), "General": 45000, '0.0"days"': 45000, "[Red]0": 45000, "#,##0_);(#,##0)": 45000,
        "[h]:mm": dt.timedelta(days=45000), "h:mm AM/PM": dt.datetime(2023, 3, 15),
    }  # fmt: skip
    for row, form in enumerate(formats, 1):
        sheet.cell(row, 1, 45000).number_format = form
    book.save(tmp_path / "a.xlsx")
    found = [row[0] for row in values(tmp_path / "a.xlsx")]
    assert found == list(formats.values())
    assert [type(value) for value in found] == [type(value) for value in formats.values()]


def test_the_other_date_system(tmp_path: Path) -> None:
    book = Workbook()
    book.epoch = dt.datetime(1904, 1, 1)
    book.active["A1"] = dt.datetime(2026, 3, 5, 9, 30)
    book.save(tmp_path / "a.xlsx")
    assert values(tmp_path / "a.xlsx") == [[dt.datetime(2026, 3, 5, 9, 30)]]


def test_far_cells_and_empty_rows(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet["C4"], sheet["B9"] = "x", " "
    sheet["XEC900"].number_format = "0.00"
    sheet["A12"] = "_x0041_ 甲\n乙"
    book.save(tmp_path / "a.xlsx")
    (raw,) = read_xlsx(tmp_path / "a.xlsx", "a.xlsx")
    assert raw.rows == [(4, [None, None, "x"]), (12, ["A 甲\n乙"])]


def test_cells_without_addresses_and_every_kind(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", {"表": [["x"]]})
    cells = (
        '<row><c t="inlineStr"><is><r><t>富</t></r><r><t>文本</t></r><rPh sb="0" eb="1"><t>fu</t></rPh></is></c><c/>'
        '<c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1</f><v></v></c><c><f>B1</f></c>'
        '<c t="d"><v>2026-03-05T00:00:00</v></c><c><v>1.5E3</v></c></row>'
    )
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = next(name for name in parts if name.endswith("sheet1.xml"))
    start, end = parts[sheet].index(b"<row"), parts[sheet].index(b"</sheetData>")
    parts[sheet] = parts[sheet][:start] + cells.encode() + parts[sheet][end:]
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    assert values(path) == [
        ["富文本", None, True, FormulaFault("#N/A"), None, FormulaFault(), dt.datetime(2026, 3, 5), 1500.0]
    ]


def test_large_sheets_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever library reads them."""
    rows = [
        [None, "工单号", "创建时间"],
        *([None, f"T{n}", dt.datetime(2026, 1, 1) + dt.timedelta(minutes=n)] for n in range(50)),
    ]
    path = write(tmp_path / "a.xlsx", {"说明": [["x"]], "工单明细": rows})
    slow = read_xlsx(path, "a.xlsx")[1].rows
    monkeypatch.setattr("fixdocs.workbook.open.xlsx._LARGE", 100)
    monkeypatch.setattr("fixdocs.workbook.open.xlsx._Book._row", None)  # not called
    assert read_xlsx(path, "a.xlsx")[1].rows == slow
    assert len(slow) == 51


def test_large_sheets_with_errors_are_read_cell_by_cell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fixdocs.workbook.open.xlsx._LARGE", 100)
    path = write(tmp_path / "a.xlsx", {"工单明细": [["工单号"], ["=1/0"]]})
    assert read_xlsx(path, "a.xlsx")[0].rows == [(1, ["工单号"]), (2, [FormulaFault()])]


@requires("soffice")
@pytest.mark.parametrize("form", ["xlsx", "xls", "ods"])
def test_the_sample_saved_again_by_libreoffice(tmp_path: Path, form: str) -> None:
    write_project(sample(), tmp_path / "in")
    command = [need("soffice"), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", form,
               "--outdir", str(tmp_path / "out"), *map(str, sorted((tmp_path / "in").glob("*.xlsx")))]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    project, found = load(tmp_path / "out")
    assert [(d.code, d.place.cell, d.values) for d in found] == []
    for name, sheet in SHEETS.items():
        if sheet.shape != "mass":
            assert project.rows(name) == sample().rows(name), name
    for name in ("tickets", "log", "answers"):
        one, other = getattr(project, name), getattr(sample(), name)
        assert [list(one.column(a)) for a in other.values] == [list(other.column(a)) for a in other.values], name


def test_the_english_edition_is_read_as_well(tmp_path: Path) -> None:
    write_project(sample(), tmp_path, "en")
    project, found = load(tmp_path)
    assert [(d.code, d.place.cell, d.values) for d in found] == []
    assert project.issues == sample().issues
    assert project.steps == sample().steps


def test_nothing_depends_on_the_order_of_the_files(tmp_path: Path) -> None:
    write_project(sample(), tmp_path)
    before, _ = load(tmp_path)
    for number, path in enumerate(sorted(tmp_path.glob("*.xlsx"))):
        path.rename(tmp_path / f"{9 - number}.xlsx")
    after, found = load(tmp_path)
    assert found == []
    assert [after.rows(name) for name in SHEETS] == [before.rows(name) for name in SHEETS]


def test_columns_in_any_order(tmp_path: Path) -> None:
    write_project(sample(), tmp_path)
    path = tmp_path / "02.xlsx"
    book = load_workbook(path)
    sheet = book["问题清单"]
    rows = [list(reversed(row)) for row in sheet.iter_rows(values_only=True)]
    del book["问题清单"]
    turned = book.create_sheet("问题清单")
    for row in rows:
        turned.append(row)
    book.save(path)
    project, found = load(tmp_path)
    assert found == []
    assert project.issues == sample().issues
