"""The one set of styles of all five templates: fonts, sizes, numbering, table styles, settings.

Style ids are plain English (python-docx, macros and other programs look styles up by id); the names that people see
in Word are Word's own for built-in styles and Chinese for ours.
"""

from __future__ import annotations

from fixdocs.look import (
    COLOURS,
    FONT_BODY_CJK,
    FONT_BODY_LATIN,
    FONT_HEADING_CJK,
    FONT_HEADING_LATIN,
)

from .xml import HEAD, NAMESPACES

INK, MUTED, PRIMARY, TINT = (COLOURS[k] for k in ("ink", "muted", "primary", "primary_tint"))
RULE, SHADE, ACCENT = COLOURS["rule"], COLOURS["shade"], COLOURS["accent"]

_BODY = (
    f'<w:rFonts w:ascii="{FONT_BODY_LATIN}" w:hAnsi="{FONT_BODY_LATIN}" w:eastAsia="{FONT_BODY_CJK}" '
    f'w:cs="{FONT_BODY_LATIN}"/>'
)
_HEAD = (
    f'<w:rFonts w:ascii="{FONT_HEADING_LATIN}" w:hAnsi="{FONT_HEADING_LATIN}" w:eastAsia="{FONT_HEADING_CJK}" '
    f'w:cs="{FONT_HEADING_LATIN}"/>'
)


def _fonts(heading: bool, size: float, *, bold: bool = False, colour: str = INK, italic: bool = False) -> str:
    half = round(size * 2)
    return (
        f"<w:rPr>{_HEAD if heading else _BODY}{'<w:b/><w:bCs/>' if bold else ''}{'<w:i/>' if italic else ''}"
        f'<w:color w:val="{colour}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'
    )


def _style(
    key: str,
    name: str,
    paragraph: str,
    fonts: str = "",
    *,
    based: str | None = "Normal",
    following: str | None = None,
    quick: bool = True,
    priority: int = 10,
    custom: bool = True,
) -> str:
    mark = ' w:customStyle="1"' if custom else ""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    after = f'<w:next w:val="{following}"/>' if following else ""
    shown = "<w:qFormat/>" if quick else ""
    return (
        f'<w:style w:type="paragraph"{mark} w:styleId="{key}"><w:name w:val="{name}"/>{base}{after}'
        f'<w:uiPriority w:val="{priority}"/>{shown}<w:pPr>{paragraph}</w:pPr>{fonts}</w:style>'
    )


def _spacing(before: float = 0, after: float = 0, line: int = 360) -> str:
    return (
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" w:line="{line}" w:lineRule="auto"/>'
    )


_BODY_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="480"/>'


def _heading(level: int, size: float, before: float, after: float, *, numbered: bool = True) -> str:
    number = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>' if numbered else ""
    return _style(
        f"Heading{level}",
        f"heading {level}",
        f'<w:keepNext/><w:keepLines/>{number}{_spacing(before, after, 300)}<w:outlineLvl w:val="{level - 1}"/>',
        _fonts(True, size, bold=True, colour=PRIMARY if level < 3 else INK),
        following="BodyText",
        priority=9,
        custom=False,
    )


def _paragraph_styles() -> str:
    left, right, centre = (f'<w:jc w:val="{side}"/>' for side in ("left", "right", "center"))
    tight = _spacing(2, 2, 264)
    return "".join(
        (
            _style("BodyText", "Body Text", f"<w:widowControl/>{_spacing(0, 6)}{_BODY_INDENT}<w:jc w:val=\"both\"/>",
                   custom=False, priority=1),
            _heading(1, 18, 0, 14),
            _heading(2, 14, 14, 8),
            _heading(3, 12, 10, 6),
            _style("AnnexHeading", "附录标题",
                   f'<w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
                   f'{_spacing(0, 14, 300)}<w:outlineLvl w:val="0"/>',
                   _fonts(True, 18, bold=True, colour=PRIMARY), following="BodyText"),
            _style("FrontHeading", "前置标题", f"<w:keepNext/>{_spacing(0, 12, 300)}",
                   _fonts(True, 18, bold=True, colour=PRIMARY), following="BodyText"),
            _style("Finding", "章首结论",
                   f'<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{PRIMARY}"/></w:pBdr>'
                   f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>{_spacing(0, 10, 340)}<w:ind w:left="170"/>',
                   _fonts(True, 11.5, colour=INK), following="BodyText"),
            _style("ListBullet", "List Bullet",
                   f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>{_spacing(0, 3, 340)}', custom=False),
            _style("SummaryPoint", "摘要要点",
                   f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>{_spacing(0, 6, 340)}'),
            _style("Quotation", "引语",
                   f'<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="{RULE}"/></w:pBdr>'
                   f'{_spacing(2, 6, 320)}<w:ind w:left="400" w:right="400"/>',
                   _fonts(False, 11, colour=MUTED)),
            _style("Note", "注", f"{_spacing(2, 8, 288)}", _fonts(False, 9, colour=MUTED)),
            _style("FigureCaption", "题注图", f"<w:keepLines/>{_spacing(4, 12, 288)}{centre}",
                   _fonts(True, 9, colour=INK), following="BodyText"),
            _style("TableCaption", "题注表", f"<w:keepNext/><w:keepLines/>{_spacing(10, 4, 288)}{centre}",
                   _fonts(True, 9, colour=INK), following="BodyText"),
            _style("Figure", "图", f"<w:keepNext/>{_spacing(8, 0, 240)}{centre}", following="FigureCaption"),
            _style("TableText", "表格文字", f"{tight}{left}", _fonts(False, 9)),
            _style("TableNumber", "表格数字", f'{tight}<w:ind w:right="170"/>{right}', _fonts(False, 9)),
            _style("TableCode", "表格编号", f"{tight}{centre}", _fonts(False, 9)),
            _style("TableHead", "表格标题", f"<w:keepNext/>{tight}{centre}",
                   _fonts(True, 9, bold=True, colour=PRIMARY)),
            _style("KeyValue", "关键数字", f"<w:keepNext/>{_spacing(8, 0, 240)}{centre}",
                   _fonts(True, 20, bold=True, colour=PRIMARY)),
            _style("KeyLabel", "关键数字名称", f"<w:keepNext/>{_spacing(2, 0, 264)}{centre}", _fonts(True, 9.5, bold=True)),
            _style("KeyNote", "关键数字说明", f"{_spacing(2, 8, 252)}{centre}", _fonts(True, 8, colour=MUTED)),
            _style("DecisionText", "决策事项", f"{_spacing(3, 3, 320)}", _fonts(True, 10.5)),
            _style("CoverOrganisation", "封面单位", f"{_spacing(0, 0, 300)}{left}", _fonts(True, 12, colour=MUTED)),
            _style("CoverTitle", "封面标题", f"{_spacing(0, 12, 300)}{left}",
                   _fonts(True, 32, bold=True, colour=PRIMARY)),
            _style("CoverSubtitle", "封面副题", f"{_spacing(0, 8, 300)}{left}", _fonts(True, 16)),
            _style("CoverText", "封面文字", f"{_spacing(3, 3, 300)}{left}", _fonts(True, 11)),
            _style("CoverBadge", "封面标记",
                   f'<w:pBdr>{"".join(f"""<w:{s} w:val="single" w:sz="12" w:space="4" w:color="{ACCENT}"/>""" for s in ("top", "left", "bottom", "right"))}</w:pBdr>'
                   f'{_spacing(0, 12, 300)}<w:ind w:right="7000"/>{centre}', _fonts(True, 12, bold=True, colour=ACCENT)),
            _style("Control", "模板标记", _spacing(0, 0, 240), _fonts(False, 8, colour=MUTED), quick=False),
            _style("Spacer", "分隔", _spacing(0, 0, 240), _fonts(False, 2), quick=False),
            _style("LandscapeStart", "横向开始", _spacing(0, 0, 240), _fonts(False, 2), quick=False),
            _style("LandscapeEnd", "横向结束", _spacing(0, 0, 240), _fonts(False, 2), quick=False),
            _style("Header", "header",
                   f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{RULE}"/></w:pBdr>'
                   f'<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>{_spacing(0, 0, 240)}',
                   _fonts(True, 9, colour=MUTED), custom=False),
            _style("Footer", "footer",
                   f'<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>{_spacing(0, 0, 240)}',
                   _fonts(True, 9, colour=MUTED), custom=False),
            _style("TOC1", "toc 1", f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9070"/></w:tabs>'
                   f"{_spacing(8, 2, 300)}", _fonts(True, 11, bold=True), custom=False, priority=39, quick=False),
            _style("TOC2", "toc 2", f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9070"/></w:tabs>'
                   f'{_spacing(1, 1, 300)}<w:ind w:left="420"/>', _fonts(True, 10.5), custom=False, priority=39, quick=False),
        )
    )  # fmt: skip


def _table_style(key: str, name: str, borders: str, first_row: str, margins: tuple[int, int] = (40, 80)) -> str:
    top, side = margins
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{key}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:tblPr><w:tblBorders>'
        f'{borders}</w:tblBorders><w:tblCellMar><w:top w:w="{top}" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="{top}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tcPr><w:vAlign w:val="center"/></w:tcPr>{first_row}</w:style>'
    )


def _table_styles() -> str:
    thick = f'w:val="single" w:sz="8" w:space="0" w:color="{PRIMARY}"'
    thin = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE}"'
    head = (
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom {thick}/></w:tcBorders>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr>'
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        + _table_style("ReportTable", "报告表格", f"<w:top {thick}/><w:bottom {thick}/><w:insideH {thin}/>", head)
        + _table_style("FormTable", "资料表格", f"<w:top {thin}/><w:bottom {thin}/><w:insideH {thin}/>", "", (50, 100))
        + _table_style("KeyTable", "关键数字表", f"<w:top {thick}/><w:bottom {thin}/><w:insideV {thin}/>", "", (60, 80))
        + _table_style(
            "DecisionTable",
            "决策框",
            f"<w:top {thick}/><w:left {thick}/><w:bottom {thick}/><w:right {thick}/><w:insideH {thin}/>",
            "",
            (60, 140),
        )
    )


def styles_xml() -> str:
    """``word/styles.xml``."""
    half = '<w:sz w:val="24"/><w:szCs w:val="24"/>'
    return (
        f"{HEAD}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{_BODY}"
        f'<w:color w:val="{INK}"/><w:kern w:val="2"/>{half}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:defUnhideWhenUsed="0" '
        'w:defQFormat="0" w:count="376"/>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f'<w:uiPriority w:val="0"/><w:qFormat/><w:pPr>{_spacing(0, 0)}</w:pPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/>'
        "</w:style>"
        '<w:style w:type="character" w:customStyle="1" w:styleId="Emphasis1"><w:name w:val="强调"/>'
        '<w:uiPriority w:val="20"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="Gap"><w:name w:val="待补"/>'
        f'<w:uiPriority w:val="20"/><w:rPr><w:shd w:val="clear" w:color="auto" w:fill="{COLOURS["gap"]}"/></w:rPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        f"{_paragraph_styles()}{_table_styles()}</w:styles>"
    )


def _level(number: int, kind: str, pattern: str, style: str = "", extra: str = "", legal: bool = False) -> str:
    link = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{link}'
        f'{"<w:isLgl/>" if legal else ""}<w:suff w:val="space"/><w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr>{extra or """<w:ind w:left="0" w:firstLine="0"/>"""}</w:pPr></w:lvl>'
    )


def _bullet(style: str) -> str:
    return (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="{style}"/>'
        '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="420" w:hanging="300"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:color w:val="{PRIMARY}"/></w:rPr></w:lvl>'
    )


def numbering_xml() -> str:
    """``word/numbering.xml``: 1 chapters (第一章 / 1.1 / 1.1.1), 2 and 4 bullets, 3 annexes (附录 A)."""
    chapters = (
        _level(0, "chineseCountingThousand", "第%1章", "Heading1")
        + _level(1, "decimal", "%1.%2", "Heading2", legal=True)
        + _level(2, "decimal", "%1.%2.%3", "Heading3", legal=True)
    )
    annexes = _level(0, "upperLetter", "附录 %1", "AnnexHeading")
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for n, levels in enumerate((chapters, _bullet("ListBullet"), annexes, _bullet("SummaryPoint")), 1)
    )
    numbers = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2, 3, 4))
    return f"{HEAD}<w:numbering {NAMESPACES}>{lists}{numbers}</w:numbering>"


def settings_xml() -> str:
    """``word/settings.xml``: Word 2013 and later, no field updates on opening."""
    return (
        f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat>"
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )
