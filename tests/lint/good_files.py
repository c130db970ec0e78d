"""A document and a workbook without a defect, small enough to be read, for the lint's tests to break.

Each is a mapping of part name → text or bytes; ``pack`` makes the file of it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

Parts = dict[str, str | bytes]

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    """The file that holds these parts."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def _types(overrides: Mapping[str, str], **defaults: str) -> str:
    rows = [
        f'<Default Extension="{extension}" ContentType="{kind}"/>'
        for extension, kind in {
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml",
            **defaults,
        }.items()
    ]
    rows += [f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides.items()]
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{"".join(rows)}</Types>'


def _links(*links: tuple[str, str]) -> str:
    rows = [
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, start=1)
    ]
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def good_workbook() -> Parts:
    """Two sheets: a list with a table, a dropdown, a formula, a mark and a link; and the choices."""
    sheet = (
        f'{_HEAD}<worksheet xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        '<cols><col min="1" max="1" width="20" customWidth="1"/>'
        '<col min="2" max="3" width="9" customWidth="1"/></cols>'
        "<sheetData>"
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>4</v></c><c r="C2"><f>SUM(B2:B3)*2</f><v>14</v></c></row>'
        '<row r="3" s="0"><c r="A3" t="inlineStr"><is><t>审批等待</t></is></c><c r="B3" s="0"><v>3</v></c></row>'
        "</sheetData>"
        '<mergeCells count="2"><mergeCell ref="A5:B5"/><mergeCell ref="A6:B6"/></mergeCells>'
        '<conditionalFormatting sqref="B2:B3"><cfRule type="expression" dxfId="0" priority="1">'
        "<formula>B2&gt;=限值</formula></cfRule></conditionalFormatting>"
        '<dataValidations count="2">'
        '<dataValidation type="list" showErrorMessage="1" showInputMessage="1" promptTitle="类型" prompt="选一个。" '
        'sqref="A2:A3"><formula1>选项!$A$1:$A$2</formula1></dataValidation>'
        '<dataValidation type="list" showErrorMessage="1" sqref="C5"><formula1>"是,否"</formula1></dataValidation>'
        "</dataValidations>"
        '<hyperlinks><hyperlink ref="A7" location="选项!A1"/></hyperlinks>'
        '<tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>'
    )
    choices = (
        f'{_HEAD}<worksheet xmlns="{_MAIN}">'
        '<sheetData><row r="1"><c r="A1" t="s"><v>2</v></c></row></sheetData></worksheet>'
    )
    return {
        "[Content_Types].xml": _types(
            {
                "xl/workbook.xml": f"{_SHEET}.sheet.main+xml",
                "xl/worksheets/sheet1.xml": f"{_SHEET}.worksheet+xml",
                "xl/worksheets/sheet2.xml": f"{_SHEET}.worksheet+xml",
                "xl/styles.xml": f"{_SHEET}.styles+xml",
                "xl/sharedStrings.xml": f"{_SHEET}.sharedStrings+xml",
                "xl/tables/table1.xml": f"{_SHEET}.table+xml",
            }
        ),
        "_rels/.rels": _links(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            '<sheet name="问题清单" sheetId="1" r:id="rId1"/><sheet name="选项" sheetId="2" r:id="rId2"/></sheets>'
            '<definedNames><definedName name="限值">选项!$B$1</definedName></definedNames></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _links(
            ("worksheet", "worksheets/sheet1.xml"),
            ("worksheet", "worksheets/sheet2.xml"),
            ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml"),
        ),
        "xl/worksheets/sheet1.xml": sheet,
        "xl/worksheets/_rels/sheet1.xml.rels": _links(("table", "../tables/table1.xml")),
        "xl/worksheets/sheet2.xml": choices,
        "xl/tables/table1.xml": (
            f'{_HEAD}<table xmlns="{_MAIN}" id="1" name="Issues" displayName="Issues" ref="A1:B3">'
            '<tableColumns count="2"><tableColumn id="1" name="问题"/><tableColumn id="2" name="次数"/></tableColumns>'
            "</table>"
        ),
        "xl/styles.xml": (
            f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/></font></fonts>'
            '<fills count="2"><fill><patternFill patternType="none"/></fill>'
            '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
            '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs>'
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
            '<dxfs count="1"><dxf><font><b/></font></dxf></dxfs></styleSheet>'
        ),
        "xl/sharedStrings.xml": (
            f'{_HEAD}<sst xmlns="{_MAIN}" count="4" uniqueCount="3"><si><t>问题</t></si><si><t>次数</t></si>'
            "<si><t>重复录入</t></si></sst>"
        ),
    }


def _chart() -> str:
    return (
        f'{_HEAD}<c:chartSpace xmlns:c="{_CHART}" xmlns:r="{_OFFICE}"><c:chart><c:plotArea><c:barChart>'
        '<c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/>'
        '<c:cat><c:strRef><c:f>问题清单!$A$2:$A$3</c:f><c:strCache><c:ptCount val="2"/>'
        '<c:pt idx="0"><c:v>重复录入</c:v></c:pt><c:pt idx="1"><c:v>审批等待</c:v></c:pt>'
        "</c:strCache></c:strRef></c:cat>"
        '<c:val><c:numRef><c:f>问题清单!$B$2:$B$3</c:f><c:numCache><c:ptCount val="2"/>'
        '<c:pt idx="0"><c:v>4</c:v></c:pt><c:pt idx="1"><c:v>3</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>'
        '<c:axId val="1"/><c:axId val="2"/></c:barChart>'
        '<c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx>'
        '</c:plotArea></c:chart><c:externalData r:id="rId1"/></c:chartSpace>'
    )


def _cell(text: str, properties: str = "") -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>'
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
    )


def _body() -> str:
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    rows = (
        (_cell("环节"), _cell("天数")),
        (_cell("登记", '<w:vMerge w:val="restart"/>'), _cell("1")),
        (_cell("", "<w:vMerge/>"), _cell("2")),
        (_cell("合计", '<w:gridSpan w:val="2"/>'),),
    )
    body = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    table = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/>'
        f"</w:tblGrid>{body}</w:tbl>"
    )
    return (
        '<w:p><w:pPr><w:pStyle w:val="Title1"/></w:pPr><w:bookmarkStart w:id="1" w:name="_chapter"/>'
        '<w:r><w:t>现状流程</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'
        '<w:p><w:pPr><w:pStyle w:val="Title2"/></w:pPr><w:r><w:t>耗时</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:r><w:t>最长的停留在审批。见</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF _chapter \\h</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>现状流程</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:hyperlink w:anchor="_chapter"><w:r>'
        '<w:rPr><w:rStyle w:val="Link"/></w:rPr><w:t>返回</w:t></w:r></w:hyperlink>'
        '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        f"{table}"
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="3600000" cy="1800000"/>'
        '<wp:docPr id="7" name="图 1" descr="两类问题的次数"/>'
        f'<a:graphic xmlns:a="{drawing}/main"><a:graphicData uri="{drawing}/chart">'
        f'<c:chart xmlns:c="{drawing}/chart" r:id="rId6"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/></w:sectPr>'
    )


def good_document() -> Parts:
    """A heading of two levels, a list, a reference, a link, a note, a table, a chart with its workbook, a header."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    word = f'xmlns:w="{_W}" xmlns:r="{_OFFICE}" xmlns:wp="{drawing}"'
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'
    styles = "".join(
        f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{key}"/>{more}</w:style>'
        for kind, key, more in (
            ("paragraph", "Body", ""),
            ("paragraph", "Title1", '<w:basedOn w:val="Body"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
            ("paragraph", "Title2", '<w:basedOn w:val="Body"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
            ("character", "Link", ""),
            ("table", "Grid", ""),
        )
    )
    return {
        "[Content_Types].xml": _types(
            {
                "word/document.xml": f"{_WORD}.document.main+xml",
                "word/styles.xml": f"{_WORD}.styles+xml",
                "word/numbering.xml": f"{_WORD}.numbering+xml",
                "word/settings.xml": f"{_WORD}.settings+xml",
                "word/header1.xml": f"{_WORD}.header+xml",
                "word/footnotes.xml": f"{_WORD}.footnotes+xml",
                "word/charts/chart1.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
            },
            xlsx=f"{_SHEET}.sheet",
        ),
        "_rels/.rels": _links(("officeDocument", "word/document.xml")),
        "word/document.xml": f"{_HEAD}<w:document {word}><w:body>{_body()}</w:body></w:document>",
        "word/_rels/document.xml.rels": _links(
            ("styles", "styles.xml"),
            ("numbering", "numbering.xml"),
            ("settings", "settings.xml"),
            ("header", "header1.xml"),
            ("footnotes", "footnotes.xml"),
            ("chart", "charts/chart1.xml"),
        ),
        "word/styles.xml": f"{_HEAD}<w:styles {word}>{styles}</w:styles>",
        "word/numbering.xml": (
            f'{_HEAD}<w:numbering {word}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
            '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
            "</w:numbering>"
        ),
        "word/settings.xml": f'{_HEAD}<w:settings {word}><w:updateFields w:val="false"/></w:settings>',
        "word/header1.xml": f"{_HEAD}<w:hdr {word}><w:p><w:r><w:t>客户投诉处理</w:t></w:r></w:p></w:hdr>",
        "word/footnotes.xml": f"{_HEAD}<w:footnotes {word}>{note.format('样本 120 份。')}</w:footnotes>",
        "word/charts/chart1.xml": _chart(),
        "word/charts/_rels/chart1.xml.rels": _links(("package", "../embeddings/data1.xlsx")),
        "word/embeddings/data1.xlsx": pack(good_workbook()),
    }
