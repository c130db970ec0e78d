"""Tables fit what they hold: empty columns go, narrow columns with long texts get room, others stay as they are."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml

from fixdocs.word.finish.tables import fit_tables
from fixdocs.word.xml import TBL, TC, TR, W, text_of

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WHOLE = 9070


def body(rows: list[list[str]], widths: list[int], *, style: str = "ReportTable", heads: int = 1, extra: str = ""):
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    made = "".join(
        "<w:tr>"
        + ("<w:trPr><w:tblHeader/></w:trPr>" if n < heads else "")
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/>{extra}</w:tcPr><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>'
            for cell, w in zip(row, widths, strict=True)
        )
        + "</w:tr>"
        for n, row in enumerate(rows)
    )
    return parse_xml(
        f'<w:body {NS}><w:tbl><w:tblPr><w:tblStyle w:val="{style}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>'
        "</w:body>"
    )


def fitted(made) -> tuple[list[list[str]], list[int]]:
    fit_tables(made, "—")
    table = made.find(TBL)
    rows = [[text_of(cell) for cell in row.iter(TC)] for row in table.iter(TR)]
    widths = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
    for row in table.iter(TR):
        assert [int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for cell in row.iter(TC)] == widths
    return rows, widths


def test_a_column_of_dashes_goes_and_its_room_is_shared() -> None:
    rows, widths = fitted(body([["编号", "名称", "说明"], ["P1", "慢", "—"], ["P2", "乱", "—"]], [1000, 4035, 4035]))
    assert rows == [["编号", "名称"], ["P1", "慢"], ["P2", "乱"]]
    assert sum(widths) == WHOLE
    assert widths[1] / widths[0] == pytest.approx(4.035, rel=0.01)


@pytest.mark.parametrize(
    "rows",
    [
        [["编号", "名称"], ["—", "—"]],  # two columns are the least a table has
        [["编号", "名称", "说明"], ["—", "慢", "乱"]],  # the first names the row
        [["编号", "名称", "说明"], ["P1", "慢", ""]],  # blank is to be filled by hand
        [["编号", "名称", "说明"], ["P1", "慢", "—"], ["P2", "慢", "有"]],
    ],
)
def test_other_columns_stay(rows: list[list[str]]) -> None:
    share = WHOLE // len(rows[0])
    assert fitted(body(rows, [share] * len(rows[0]))) == (rows, [share] * len(rows[0]))


def test_a_narrow_column_with_a_long_text_gets_room() -> None:
    _, widths = fitted(
        body([["编号", "说明", "部门", "备注"], ["P1", "长" * 200, "客服部", "无"]], [2000, 1070, 3000, 3000])
    )
    assert sum(widths) == WHOLE
    assert widths[1] > 5000
    assert min(widths) >= 180 * 2 + 230


def test_widths_that_do_are_left_alone() -> None:
    for text in ("短", "一般长度的说明，占两三行也不要紧" * 2):
        assert fitted(body([["编号", "说明"], ["P1", text]], [1500, 7570]))[1] == [1500, 7570]


def test_words_are_not_broken() -> None:
    name = "M01-INTERFACE-A"
    _, widths = fitted(body([["编号", "说明", "对照"], [name, "长" * 300, "对" * 300]], [3000, 3000, 3070]))
    assert widths[0] >= len(name) * 98


@pytest.mark.parametrize("more", [{"style": "Teams"}, {"heads": 0}, {"heads": 2}, {"extra": '<w:gridSpan w:val="1"/>'}])
def test_tables_of_another_kind_are_not_touched(more: dict[str, object]) -> None:
    made = body([["编号", "名称", "说明"], ["P1", "慢" * 300, "—"]], [3000, 3000, 3070], **more)
    assert fitted(made)[1] == [3000, 3000, 3070]
