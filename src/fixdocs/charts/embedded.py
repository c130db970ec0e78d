"""A chart's numbers → the workbook Word opens for "edit data", as bytes.

Column A holds the categories, every further column a series; row 1 holds the headings. Written by hand: six small
parts, the same bytes for the same numbers, in well under a millisecond.
"""

from __future__ import annotations

from typing import Final

from fixdocs.charts.measure import text_width
from fixdocs.charts.plan import Plan
from fixdocs.charts.spec import Number
from fixdocs.charts.text import escape, number
from fixdocs.opc import CONTENT_TYPES, RELATIONSHIPS, entry, pack

SHEET: Final = "Sheet1"

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_CONTENT_TYPES: Final = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
)
_RELS: Final = (
    f'{_HEAD}<Relationships xmlns="{RELATIONSHIPS}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_WORKBOOK: Final = (
    f'{_HEAD}<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>'
    f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_WORKBOOK_RELS: Final = (
    f'{_HEAD}<Relationships xmlns="{RELATIONSHIPS}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
)


def workbook(plan: Plan) -> bytes:
    """The workbook of ``plan``; the chart's formulas (:func:`cells`) point into it."""
    formats = list(dict.fromkeys(column.format for column in plan.columns))
    parts = (
        (CONTENT_TYPES, _CONTENT_TYPES),
        ("_rels/.rels", _RELS),
        ("xl/workbook.xml", _WORKBOOK),
        ("xl/_rels/workbook.xml.rels", _WORKBOOK_RELS),
        ("xl/styles.xml", _styles(formats)),
        ("xl/worksheets/sheet1.xml", _sheet(plan, formats)),
    )
    return pack((entry(name), content.encode()) for name, content in parts)


def letter(column: int) -> str:
    """A column's letters, counted from 0: A, B, … Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cells(column: int, count: int) -> str:
    """The range of ``count`` values below the heading of ``column``, as a formula."""
    return f"{SHEET}!${letter(column)}$2:${letter(column)}${count + 1}"


def heading_cell(column: int) -> str:
    """The cell of a column's heading, as a formula."""
    return f"{SHEET}!${letter(column)}$1"


def _styles(formats: list[str]) -> str:
    ids = range(164, 164 + len(formats))  # below that the numbers are Excel's own
    declared = "".join(f'<numFmt numFmtId="{at}" formatCode="{escape(code)}"/>' for at, code in zip(ids, formats))
    plain = 'fontId="0" fillId="0" borderId="0"'
    used = "".join(f'<xf numFmtId="{at}" {plain} xfId="0" applyNumberFormat="1"/>' for at in ids)
    return (
        f'{_HEAD}<styleSheet {_MAIN}><numFmts count="{len(formats)}">{declared}</numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="Arial"/><family val="2"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        f'<cellStyleXfs count="1"><xf numFmtId="0" {plain}/></cellStyleXfs>'
        f'<cellXfs count="{len(formats) + 1}"><xf numFmtId="0" {plain} xfId="0"/>{used}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _sheet(plan: Plan, formats: list[str]) -> str:
    headings = _text("A1", plan.heading) + "".join(
        _text(f"{letter(at)}1", column.heading) for at, column in enumerate(plan.columns, 1)
    )
    styled = [(letter(at), formats.index(column.format) + 1, column) for at, column in enumerate(plan.columns, 1)]
    rows = "".join(
        f'<row r="{row}">{_text(f"A{row}", name)}'
        + "".join(_number(f"{at}{row}", style, column.values[row - 2]) for at, style, column in styled)
        + "</row>"
        for row, name in enumerate(plan.categories, 2)
    )
    last = f"{letter(len(plan.columns))}{len(plan.categories) + 1}"
    return (
        f'{_HEAD}<worksheet {_MAIN}><dimension ref="A1:{last}"/>{_widths(plan)}'
        f'<sheetData><row r="1">{headings}</row>{rows}</sheetData></worksheet>'
    )


def _widths(plan: Plan) -> str:
    texts = [(plan.heading, *plan.categories)] + [(column.heading,) for column in plan.columns]
    return "<cols>" + "".join(_width(at, group) for at, group in enumerate(texts, 1)) + "</cols>"


def _width(column: int, texts: tuple[str, ...]) -> str:
    wide = min(60.0, max(10.0, max(text_width(text, 2.0) for text in texts) + 2))  # a character is half an em
    return f'<col min="{column}" max="{column}" width="{wide:.1f}" customWidth="1"/>'


def _text(reference: str, text: str) -> str:
    if not text:
        return ""
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def _number(reference: str, style: int, value: Number) -> str:
    return "" if value is None else f'<c r="{reference}" s="{style}"><v>{number(value)}</v></c>'
