"""The front matter that all five templates share: cover, document control, contents, summary."""

from __future__ import annotations

from fixdocs.look import COLOURS
from fixdocs.reports.shared.front import GapLine, RevisionLine
from fixdocs.words import Words

from . import xml
from .builder import Builder


def front_matter(doc: Builder, words: Words, *, short: bool = False) -> None:
    """Cover, document control with revisions, contents and the summary, each on a page of its own.

    The ``short`` one has the cover, and summary with contents on one page; the report closes with
    :func:`control_block`.
    """
    _cover(doc, words)
    doc.blocks.append(_break(xml.section(kind="nextPage", title_page=False)))
    if short:
        _gaps(doc, words, short=True)
        _summary(doc, words, fresh_page=False)
        _contents(doc, words, fresh_page=False, levels=1)
    else:
        doc.front_heading(_say(words, "control"))
        control_block(doc, words)
        _gaps(doc, words, short=False)
        _contents(doc, words)
        _summary(doc, words)
    doc.blocks.append(_break(xml.section(references=REFERENCES)))


HEADER, FOOTER = "rId10", "rId11"
REFERENCES = (
    f'<w:headerReference w:type="default" r:id="{HEADER}"/><w:footerReference w:type="default" r:id="{FOOTER}"/>'
)


def _break(section: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Spacer"/>{section}</w:pPr></w:p>'


def _say(words: Words, key: str) -> str:
    return words.say(f"template_front.{key}")


def _cover(doc: Builder, words: Words) -> None:
    """Organisation, a band of the primary colour, title, subtitle, and what identifies the document at the foot."""
    with doc.when("front.sample"):
        doc.paragraph("CoverBadge", "{{ front.sample }}")
    with doc.when("front.draft"):
        doc.paragraph("CoverBadge", "{{ front.draft }}")
    doc.paragraph("CoverOrganisation", "{{ front.organisation }}")
    doc.blocks.append(xml.paragraph("CoverText", "", '<w:spacing w:before="2000" w:after="0"/>'))
    doc.blocks.append(_band(COLOURS["primary"], 60, 1800))
    doc.blocks.append(
        xml.paragraph("CoverTitle", xml.run("{{ front.title }}"), '<w:spacing w:before="280" w:after="200"/>')
    )
    doc.paragraph("CoverSubtitle", "{{ front.project }}")
    doc.blocks.append(xml.paragraph("CoverText", "", '<w:spacing w:before="3600" w:after="0"/>'))
    for key in ("process", "department", "version", "date", "number", "classification"):
        with doc.when(f"front.{key}"):
            doc.paragraph("CoverText", f"{_say(words, key)}{_say(words, 'colon')}{{{{ front.{key} }}}}")


def _band(colour: str, height: int, width: int) -> str:
    """The cover's one graphic element: a short bar above the title."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'
    cell = xml.cell(width, xml.paragraph("Spacer"), shade)
    none = "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableNormal"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblBorders>{none}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>'
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>{cell}</w:tr></w:tbl>'
    )


def control_block(doc: Builder, words: Words) -> None:
    """Document control and the record of revisions, without their heading."""
    doc.form("line in front.control", "{{ line.label }}", "{{ line.value }}")
    with doc.when("front.revisions"):
        spaced = '<w:spacing w:before="240" w:after="80"/><w:jc w:val="left"/>'
        doc.blocks.append(xml.paragraph("KeyLabel", xml.run(_say(words, "revisions")), spaced))
        doc.plain_table("item in front.revisions", doc.columns(RevisionLine, "item"))


def _gaps(doc: Builder, words: Words, *, short: bool) -> None:
    """What a draft lacks: after the control page, or right behind the cover; nothing in a finished report."""
    with doc.when("front.gaps"):
        _heading(doc, _say(words, "gaps"), fresh_page=not short)
        doc.para("{{ front.gaps_lead }}")
        doc.plain_table("gap in front.gaps", doc.columns(GapLine, "gap"))
        if short:
            doc.blocks.append(xml.paragraph("Spacer", "", "<w:pageBreakBefore/>"))


def _contents(doc: Builder, words: Words, *, fresh_page: bool = True, levels: int = 2) -> None:
    """The contents: one field, whose entries the finishing pass writes; ``levels`` of headings deep."""
    _heading(doc, _say(words, "contents"), fresh_page)
    doc.blocks.append(
        xml.paragraph(
            "TOC1",
            xml.field(
                f'TOC \\o "1-{levels}" \\n \\h \\z \\t "{_say(words, "annex_style")},1"', _say(words, "contents")
            ),
        )
    )


def _heading(doc: Builder, text: str, fresh_page: bool) -> None:
    properties = "<w:pageBreakBefore/>" if fresh_page else '<w:spacing w:before="240" w:after="160"/>'
    doc.blocks.append(xml.paragraph("FrontHeading", xml.run(text), properties))


def _summary(doc: Builder, words: Words, *, fresh_page: bool = True) -> None:
    with doc.when("summary.points"):
        _heading(doc, _say(words, "summary"), fresh_page)
        with doc.when("summary.figures"):
            doc.block("summary.figures")
        doc.points("point in summary.points", "{{ point.text }}")
