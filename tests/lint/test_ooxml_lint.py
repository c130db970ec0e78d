"""The lint finds each defect it knows, in a file that has this defect alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.lint.good_files import Parts, good_document, good_workbook, pack
from tests.support.ooxml_lint import CODES, lint
from tests.support.ooxml_lint.formulas import parse
from tests.support.programs import requires
from tests.support.validate import assert_valid

WIDE_COMMA, WIDE_BRACKETS = "\uff0c", "\uff08\uff09"


@dataclass(frozen=True)
class Defect:
    """What makes a good file a bad one: in one part, one text for another."""

    code: str
    part: str
    old: str
    new: str
    found_in: str = ""
    """Where the finding stands, if not in the part that was changed."""

    def applied_to(self, parts: Parts) -> bytes:
        content = parts[self.part]
        assert isinstance(content, str)
        assert self.old in content, f"{self.old!r} does not stand in {self.part}"
        return pack({**parts, self.part: content.replace(self.old, self.new, 1)})


BODY = "word/document.xml"
FIRST_PARAGRAPH = "<w:t>最长的停留在审批。见</w:t>"
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
BOOKMARK = '<w:bookmarkStart w:id="1" w:name="_chapter"/>'
LAST_ROW = "<w:t>合计</w:t></w:r></w:p></w:tc></w:tr>"


def text(new: str) -> tuple[str, str, str]:
    """A change of the first paragraph's text."""
    return BODY, FIRST_PARAGRAPH, f"<w:t>{new}</w:t>"


DOCUMENT_DEFECTS = [
    # the package
    Defect("xml-broken", "word/footnotes.xml", "</w:footnotes>", "", ""),
    Defect(
        "content-type-missing", "[Content_Types].xml", '<Default Extension="xlsx"', '<Default Extension="xlsm"',
        "word/embeddings/data1.xlsx",
    ),
    Defect(
        "content-type-stray", "[Content_Types].xml", "</Types>",
        '<Override PartName="/word/gone.xml" ContentType="application/xml"/></Types>',
    ),
    Defect(
        "relationship-target-missing", "word/_rels/document.xml.rels", "</Relationships>",
        '<Relationship Id="rId9" Type="x/theme" Target="theme/gone.xml"/></Relationships>', BODY,
    ),
    Defect(
        "relationship-doubled", "word/_rels/document.xml.rels", "</Relationships>",
        '<Relationship Id="rId1" Type="x/styles" Target="styles.xml"/></Relationships>', BODY,
    ),
    Defect("relationship-unknown", BODY, 'w:type="default" r:id="rId4"', 'w:type="default" r:id="rId40"'),
    # tables
    Defect("cell-without-paragraph", BODY, "<w:p><w:r><w:t>天数</w:t></w:r></w:p>", ""),
    Defect("table-without-rows", BODY, "<w:sectPr>", "<w:tbl><w:tblPr/><w:tblGrid/></w:tbl><w:sectPr>"),
    Defect("row-without-cells", BODY, LAST_ROW, f"{LAST_ROW}<w:tr/>"),
    Defect("grid-exceeded", BODY, '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>'),
    Defect("merge-without-start", BODY, '<w:vMerge w:val="restart"/>', ""),
    # fields, links, bookmarks, notes
    Defect("field-unbalanced", BODY, END, ""),
    Defect("field-unbalanced", BODY, END, END + END),
    Defect("field-unbalanced", BODY, END, f"<w:r><w:instrText>PAGE</w:instrText></w:r>{END}"),
    Defect("bookmark-name-doubled", BODY, BOOKMARK, f'{BOOKMARK}<w:bookmarkStart w:id="2" w:name="_chapter"/>'
           '<w:bookmarkEnd w:id="2"/>'),
    Defect("bookmark-id-doubled", BODY, BOOKMARK, f'{BOOKMARK}<w:bookmarkStart w:id="1" w:name="_other"/>'),
    Defect("bookmark-name-bad", BODY, BOOKMARK, f'{BOOKMARK}<w:bookmarkStart w:id="2" w:name="1 a"/>'
           '<w:bookmarkEnd w:id="2"/>'),
    Defect("bookmark-unclosed", BODY, BOOKMARK, f'{BOOKMARK}<w:bookmarkStart w:id="2" w:name="_other"/>'),
    Defect("bookmark-unclosed", BODY, BOOKMARK, f'{BOOKMARK}<w:bookmarkEnd w:id="2"/>'),
    Defect("reference-missing", BODY, "REF _chapter", "REF _gone"),
    Defect("reference-missing", BODY, 'w:anchor="_chapter"', 'w:anchor="_gone"'),
    Defect("reference-missing", BODY, "REF _chapter", 'HYPERLINK \\l "_gone"'),
    Defect("note-missing", BODY, '<w:footnoteReference w:id="2"/>', '<w:footnoteReference w:id="3"/>'),
    # styles, numbers, headings, drawings
    Defect("style-unknown", BODY, '<w:tblStyle w:val="Grid"/>', '<w:tblStyle w:val="Gone"/>'),
    Defect("style-unknown", BODY, '<w:rStyle w:val="Link"/>', '<w:rStyle w:val="Body"/>'),
    Defect("numbering-unknown", BODY, '<w:numId w:val="1"/>', '<w:numId w:val="8"/>'),
    Defect("heading-empty", BODY, "<w:t>耗时</w:t>", "<w:t> </w:t>"),
    Defect("heading-order", "word/styles.xml", 'w:outlineLvl w:val="1"', 'w:outlineLvl w:val="2"', BODY),
    Defect("drawing-id-doubled", BODY, "<w:sectPr>",
           '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="7" name="图 2" descr="又一张图"/></wp:inline></w:drawing>'
           "</w:r></w:p><w:sectPr>"),
    Defect("alt-text-missing", BODY, ' descr="两类问题的次数"', ""),
    Defect("update-fields", "word/settings.xml", 'w:updateFields w:val="false"', 'w:updateFields w:val="true"'),
    # charts
    Defect("chart-without-workbook", "word/charts/chart1.xml", '<c:externalData r:id="rId1"/>', ""),
    Defect("chart-cache-empty", "word/charts/chart1.xml",
           '<c:pt idx="0"><c:v>4</c:v></c:pt><c:pt idx="1"><c:v>3</c:v></c:pt>', ""),
    Defect("chart-cache-stale", "word/charts/chart1.xml", "<c:v>4</c:v>", "<c:v>5</c:v>"),
    Defect("chart-cache-stale", "word/charts/chart1.xml", "$B$2:$B$3", "$B$2:$B$2"),
    # what a reader sees
    Defect("template-tag", *text("{{ project.name }}")),
    Defect("template-tag", *text("{</w:t></w:r><w:r><w:t>% if x")),
    Defect("none-text", BODY, "<w:t>天数</w:t>", "<w:t>None</w:t>"),
    Defect("none-text", "word/header1.xml", "客户投诉处理", "None"),
    Defect("none-text", *text("共 nan 件。")),
    Defect("field-error-text", *text("错误\uff01未找到引用源。")),
    Defect("punctuation-dangling", *text(f"负责岗位为{WIDE_COMMA}。")),
    Defect("punctuation-dangling", *text(f"审批{WIDE_BRACKETS}一次。")),
    Defect("punctuation-dangling", "word/header1.xml", "客户投诉处理", f"审批{WIDE_COMMA}"),
    Defect("punctuation-half-width", *text("审批,登记。")),
]  # fmt: skip

SHEET = "xl/worksheets/sheet1.xml"
BOOK = "xl/workbook.xml"
NAME = '<definedName name="限值">选项!$B$1</definedName>'
TABLE = "xl/tables/table1.xml"
LIST = "<formula1>选项!$A$1:$A$2</formula1>"

WORKBOOK_DEFECTS = [
    Defect("sheet-name-bad", BOOK, 'name="问题清单"', f'name="{"长" * 32}"'),
    Defect("sheet-name-bad", BOOK, 'name="问题清单"', 'name="问题[1]"'),
    Defect("sheet-name-doubled", BOOK, "</sheets>", '<sheet name="问题清单" sheetId="3" r:id="rId2"/></sheets>'),
    Defect("name-hidden", BOOK, '<definedName name="限值"', '<definedName hidden="1" name="限值"'),
    Defect("name-doubled", BOOK, NAME, NAME + NAME),
    Defect("formula-target-missing", BOOK, NAME, f'{NAME}<definedName name="旧">#REF!</definedName>'),
    Defect("formula-target-missing", SHEET, "SUM(B2:B3)*2", "SUM(没有!B2:B3)"),
    Defect("formula-target-missing", SHEET, "B2&gt;=限值", "B2&gt;=门槛"),
    Defect("formula-broken", SHEET, "SUM(B2:B3)*2", "SUM(B2:B3)*"),
    Defect("formula-broken", SHEET, "B2&gt;=限值", "B2&gt;=(限值"),
    Defect("function-unknown", SHEET, "SUM(B2:B3)*2", "XLOOKUP(1,B2:B3,B2:B3)"),
    Defect("error-value", SHEET, '<c r="C2">', '<c r="C2" t="e">'),
    Defect("list-too-long", SHEET, '"是,否"', f'"{"选项," * 90}"'),
    Defect("list-target-missing", SHEET, LIST, "<formula1>没有!$A$1:$A$2</formula1>"),
    Defect("list-target-missing", SHEET, LIST, "<formula1>没有的名称</formula1>"),
    Defect("prompt-too-long", SHEET, 'promptTitle="类型"', f'promptTitle="{"类" * 33}"'),
    Defect("validation-silent", SHEET, 'showErrorMessage="1" showInputMessage="1"', 'showErrorMessage="1"'),
    Defect("validation-silent", SHEET, 'showErrorMessage="1" showInputMessage="1"', 'showInputMessage="1"'),
    Defect("merge-overlap", SHEET, 'ref="A6:B6"', 'ref="B5:B6"'),
    Defect("merge-in-table", SHEET, 'ref="A6:B6"', 'ref="B3:B4"'),
    Defect("table-heading-differs", TABLE, 'name="次数"', 'name="频次"', SHEET),
    Defect("table-name-doubled", TABLE, 'displayName="Issues"', 'displayName="限值"', SHEET),
    Defect("table-overlap", "xl/worksheets/_rels/sheet1.xml.rels", "</Relationships>",
           '<Relationship Id="rId2" Type="x/table" Target="../tables/table2.xml"/></Relationships>', SHEET),
    Defect("style-missing", SHEET, '<c r="B3" s="0">', '<c r="B3" s="4">'),
    Defect("style-missing", SHEET, 'dxfId="0"', 'dxfId="1"'),
    Defect("string-missing", SHEET, '<c r="A2" t="s"><v>2</v>', '<c r="A2" t="s"><v>9</v>'),
    Defect("cell-order", SHEET, '<c r="A3" t="inlineStr">', '<c r="C3" t="inlineStr">'),
    Defect("cell-order", SHEET, '<row r="3" s="0"><c r="A3" t="inlineStr"><is><t>审批等待</t></is></c>',
           '<row r="2"><c r="A3" t="inlineStr"><is><t>审批等待</t></is></c>'),
    Defect("column-overlap", SHEET, '<col min="2" max="3"', '<col min="1" max="3"'),
    Defect("link-target-missing", SHEET, 'location="选项!A1"', 'location="没有!A1"'),
]  # fmt: skip


def _name(defect: Defect) -> str:
    return f"{defect.code}-{defect.new[:24]}"


def test_a_good_file_has_no_finding() -> None:
    assert lint(pack(good_document())) == []
    assert lint(pack(good_workbook())) == []


@requires("validator")
def test_the_good_files_are_valid(tmp_path: Path) -> None:
    (tmp_path / "good.docx").write_bytes(pack(good_document()))
    (tmp_path / "good.xlsx").write_bytes(pack(good_workbook()))
    assert_valid(tmp_path.iterdir())


@pytest.mark.parametrize("defect", DOCUMENT_DEFECTS, ids=_name)
def test_a_defect_of_a_document_is_found_alone(defect: Defect) -> None:
    findings = lint(defect.applied_to(good_document()), ignore=_consequences(defect))
    assert [(found.code, found.part) for found in findings] == [(defect.code, defect.found_in or defect.part)]


@pytest.mark.parametrize("defect", WORKBOOK_DEFECTS, ids=_name)
def test_a_defect_of_a_workbook_is_found_alone(defect: Defect) -> None:
    parts = good_workbook()
    if defect.code == "table-overlap":
        table = str(parts[TABLE]).replace('id="1" name="Issues" displayName="Issues"', 'id="2" displayName="More"')
        parts["xl/tables/table2.xml"] = table
    findings = lint(defect.applied_to(parts), ignore=_consequences(defect))
    assert [(found.code, found.part) for found in findings] == [(defect.code, defect.found_in or defect.part)]


def _consequences(defect: Defect) -> set[str]:
    """What no file can have this defect without."""
    return {"xml-broken": {"note-missing"}}.get(defect.code, set())


def test_a_doubled_part_is_found() -> None:
    parts = good_document()
    doubled = pack({**parts, "word/Styles.xml": parts["word/styles.xml"]})
    assert [found.code for found in lint(doubled)] == ["part-doubled"]


def test_an_image_is_found() -> None:
    parts = good_document()
    parts["word/media/image1.png"] = b"\x89PNG"
    parts["[Content_Types].xml"] = str(parts["[Content_Types].xml"]).replace(
        "<Override", '<Default Extension="png" ContentType="image/png"/><Override', 1
    )
    assert [(found.code, found.part) for found in lint(pack(parts))] == [("image-part", "word/media/image1.png")]


def test_a_workbook_within_a_document_is_linted() -> None:
    defect = next(defect for defect in WORKBOOK_DEFECTS if defect.code == "name-hidden")
    parts = good_document()
    parts["word/embeddings/data1.xlsx"] = defect.applied_to(good_workbook())
    assert [(found.code, found.part) for found in lint(pack(parts))] == [
        ("name-hidden", "word/embeddings/data1.xlsx!xl/workbook.xml")
    ]


def test_every_code_has_a_fixture() -> None:
    tried = {defect.code for defect in DOCUMENT_DEFECTS + WORKBOOK_DEFECTS} | {"part-doubled", "image-part"}
    assert tried == CODES.keys()


def test_an_unknown_code_to_ignore_is_refused() -> None:
    with pytest.raises(ValueError, match="no-such-code"):
        lint(pack(good_document()), ignore={"no-such-code"})


@pytest.mark.parametrize(
    "formula",
    [
        'IF(A1="","",B1*C1)', "-A1%", "{1,2;3,4}", "IF(,1)", "SUM(A1,,B1)", "'01-现状'!$A$1:$A$5", '=COUNTIF(A:A,">0")',
        "_xlfn.XLOOKUP(1,2,3)", "NOW()", "(A1,B1:C2)", "A1,B1", '"a"&A1', "1:1", "TRUE",
    ],
)  # fmt: skip
def test_a_sound_formula_parses(formula: str) -> None:
    assert parse(formula).fault == ""


@pytest.mark.parametrize(
    ("formula", "fault"),
    [
        ("1+", "ends where an operand is wanted"),
        ("SUM(A1", "SUM( is never closed"),
        ("A1 B1", "no operator before B1"),
        ("A1)", "a bracket closes nothing"),
        ("A1==B1", "no operand before ="),
        ("()", "no operand before )"),
        ("SUM((1,))", "no operand before )"),
        ("", "empty"),
        ("1" * 9000, "longer than 8192 characters"),
    ],
)
def test_a_broken_formula_says_why(formula: str, fault: str) -> None:
    assert parse(formula).fault == fault
