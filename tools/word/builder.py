"""What a report's outline is written with: a document built paragraph by paragraph, docxtpl tags included.

Texts may hold tags as a person would type them in Word: ``{{ flow.lead }}``. Tags that steer stand in paragraphs of
their own, in the style 模板标记, and vanish when the template is rendered. Headings, captions and references are
numbered by Word's own means (lists, SEQ and REF fields).

    doc = Builder(words)
    doc.h1("现状流程")
    doc.finding("{{ flow.finding }}")
    with doc.when("flow.chart"):
        doc.figure("flow.chart")
    doc.rows("各步骤耗时", "steps", "step in flow.steps", StepLine)

A table's columns are declared at the attributes of its row's class (``Printed``), their headings in the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from fixdocs.look import COLOURS
from fixdocs.reports.names import heading
from fixdocs.word.grid import Align
from fixdocs.word.inline import bookmark
from fixdocs.word.template.fields import columns_of
from fixdocs.word.xml import LANDSCAPE, PORTRAIT
from fixdocs.words import Words

from . import xml

_MIDDLE = '<w:vAlign w:val="center"/>'
_STYLES = {"text": "TableText", "number": "TableNumber", "code": "TableCode"}


@dataclass(frozen=True, slots=True)
class Col:
    """A table's column: heading, the cell's text with its tag, its share of the width, its alignment."""

    heading: str
    cell: str
    share: float
    align: Align = "text"


class Builder:
    """A template being written, in the language of ``words``."""

    def __init__(self, words: Words) -> None:
        self.blocks: list[str] = []
        self.words = words
        self.table_word = words.say("front.table")  # in captions: 表
        self._width = PORTRAIT
        self._marks = 0

    # Prose

    def h1(self, text: str) -> None:
        """A chapter: a new page, a section of its own after rendering, numbered 第一章."""
        self.paragraph("Heading1", text)

    def h2(self, text: str) -> None:
        """A section, numbered 1.1."""
        self.paragraph("Heading2", text)

    def h3(self, text: str) -> None:
        """A subsection, numbered 1.1.1."""
        self.paragraph("Heading3", text)

    def annex(self, text: str) -> None:
        """An annex: like a chapter, numbered 附录 A."""
        self.paragraph("AnnexHeading", text)

    def front_heading(self, text: str) -> None:
        """A heading of the front matter: unnumbered, not in the contents."""
        self.paragraph("FrontHeading", text)

    def finding(self, text: str) -> None:
        """The finding a chapter opens with."""
        self.paragraph("Finding", text)

    def para(self, text: str) -> None:
        """A paragraph of the body. One that renders to nothing vanishes."""
        self.paragraph("BodyText", text)

    def note(self, text: str) -> None:
        """A small note below a table or figure (formula, source, basis)."""
        self.paragraph("Note", text)

    def quote(self, text: str) -> None:
        """A quotation."""
        self.paragraph("Quotation", text)

    def bullets(self, loop: str, text: str) -> None:
        """A bullet for each item: ``bullets("point in flow.points", "{{ point.text }}")``."""
        with self.each(loop):
            self.paragraph("ListBullet", text)

    def points(self, loop: str, text: str) -> None:
        """The summary's sentences, one each item."""
        with self.each(loop):
            self.paragraph("SummaryPoint", text)

    def paragraph(self, style: str, text: str) -> None:
        """A paragraph of any style."""
        self.blocks.append(xml.paragraph(style, xml.run(text)))

    # Steering

    @contextmanager
    def when(self, condition: str) -> Iterator[None]:
        """What stands inside is printed where ``condition`` holds."""
        self._control(f"{{%p if {condition} %}}")
        yield
        self._control("{%p endif %}")

    @contextmanager
    def otherwise(self, condition: str) -> Iterator[None]:
        """What stands inside is printed where ``condition`` does not hold."""
        with self.when(f"not ({condition})"):
            yield

    @contextmanager
    def each(self, loop: str) -> Iterator[None]:
        """What stands inside is printed for each item: ``each("issue in core")``."""
        self._control(f"{{%p for {loop} %}}")
        yield
        self._control("{%p endfor %}")

    @contextmanager
    def landscape(self) -> Iterator[None]:
        """What stands inside goes on landscape pages."""
        self.blocks.append(xml.paragraph("LandscapeStart"))
        self._width = LANDSCAPE
        yield
        self._width = PORTRAIT
        self.blocks.append(xml.paragraph("LandscapeEnd"))

    def _control(self, tag: str) -> None:
        self.blocks.append(xml.paragraph("Control", xml.run(tag)))

    # Tables and figures

    def figure(self, name: str) -> None:
        """A figure with its caption: the context's Figure ``name``, left out where there is none."""
        with self.when(name):
            self._control(f"{{{{p {name} }}}}")

    def block(self, name: str) -> None:
        """Another object that brings its own paragraphs (the strip of key figures)."""
        self._control(f"{{{{p {name} }}}}")

    def caption(self, text: str, anchor: str) -> None:
        """A table's caption, above it, numbered by a SEQ field, with the bookmark references point to."""
        self._marks += 1
        number = xml.run(f"{self.table_word} ") + xml.field(f"SEQ {self.table_word} \\* ARABIC", "1")
        content = xml.bookmarked(bookmark(anchor), self._marks, number) + xml.run(f"\u3000{text}")
        self.blocks.append(xml.paragraph("TableCaption", content))

    def table(self, caption: str, anchor: str, loop: str, columns: Sequence[Col]) -> None:
        """A captioned table, a row for each item of ``loop``; without an item it vanishes with its caption."""
        self.caption(caption, anchor)
        self.plain_table(loop, columns)

    def rows(
        self,
        caption: str,
        anchor: str,
        loop: str,
        owner: type,
        *,
        layout: str = "",
        cells: Mapping[str, str] | None = None,
    ) -> None:
        """The table of the rows ``owner``, as :meth:`table`; its columns are those of :meth:`columns`."""
        self.table(caption, anchor, loop, self.columns(owner, loop.partition(" in ")[0], layout=layout, cells=cells))

    def columns(self, owner: type, item: str, *, layout: str = "", cells: Mapping[str, str] | None = None) -> list[Col]:
        """A column for each attribute of ``item``, an object of the class ``owner``, that is declared as printed.

        ``layout`` names the table where a class has several; ``cells`` are texts, by attribute, that stand in place
        of the attribute alone.
        """
        held = cells or {}
        return [
            Col(
                heading(f"{owner.__name__}.{name}", self.words, layout),
                held.get(name, f"{{{{ {item}.{name} }}}}"),
                mark.share,
                mark.align,
            )
            for name, mark in columns_of(owner, layout).items()
        ]

    def plain_table(self, loop: str, columns: Sequence[Col], style: str = "ReportTable") -> None:
        """The table alone."""
        widths = self._widths(columns)
        head = "".join(xml.cell(w, xml.paragraph("TableHead", xml.run(c.heading))) for w, c in zip(widths, columns))
        item = loop.partition(" in ")
        cells = "".join(xml.cell(w, xml.paragraph(_STYLES[c.align], xml.run(c.cell))) for w, c in zip(widths, columns))
        rows = (
            xml.row(head, header=True)
            + self._tag_row(f"{{%tr for {item[0]} in {item[2]} %}}", widths)
            + xml.row(cells)
            + self._tag_row("{%tr endfor %}", widths)
        )
        self.blocks.append(xml.table(style, widths, rows) + xml.paragraph("Spacer"))

    def form(self, loop: str, label: str, value: str) -> None:
        """A table of two columns, label and value, without a heading row."""
        widths = [2400, self._width - 2400]
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{COLOURS["shade"]}"/>'
        cells = xml.cell(widths[0], xml.paragraph("TableText", xml.run(label, "<w:b/>")), shade) + xml.cell(
            widths[1], xml.paragraph("TableText", xml.run(value))
        )
        rows = (
            self._tag_row(f"{{%tr for {loop} %}}", widths)
            + xml.row(cells, height=400)
            + self._tag_row("{%tr endfor %}", widths)
        )
        self.blocks.append(xml.table("FormTable", widths, rows, look="0400") + xml.paragraph("Spacer"))

    def decisions(self, loop: str, label: str, value: str) -> None:
        """The box of what management is asked to decide (提请决策事项)."""
        widths = [2200, self._width - 2200]
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{COLOURS["primary_tint"]}"/>'
        cells = xml.cell(widths[0], xml.paragraph("DecisionText", xml.run(label, "<w:b/>")), shade) + xml.cell(
            widths[1], xml.paragraph("DecisionText", xml.run(value))
        )
        rows = self._tag_row(f"{{%tr for {loop} %}}", widths) + xml.row(cells) + self._tag_row("{%tr endfor %}", widths)
        self.blocks.append(xml.table("DecisionTable", widths, rows, look="0400") + xml.paragraph("Spacer"))

    def signatures(self, headings: Sequence[str], rows: int) -> None:
        """会签栏: a table with ``rows`` empty rows to sign in."""
        width = self._width // len(headings)
        widths = [width] * len(headings)
        head = "".join(xml.cell(width, xml.paragraph("TableHead", xml.run(h))) for h in headings)
        empty = "".join(xml.cell(width, xml.paragraph("TableText")) for _ in headings)
        body = xml.row(head, header=True) + xml.row(empty, height=680) * rows
        self.blocks.append(xml.table("ReportTable", widths, body, properties=self._boxes()) + xml.paragraph("Spacer"))

    @staticmethod
    def _boxes() -> str:
        borders = "".join(
            f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="{COLOURS["rule"]}"/>'
            for s in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        return f"<w:tblBorders>{borders}</w:tblBorders>"

    def sign_off(self, loop: str, columns: Sequence[Col]) -> None:
        """会签栏 with a row for each who signs; columns without a cell text are left to be filled by hand."""
        widths = self._widths(columns)
        head = "".join(xml.cell(w, xml.paragraph("TableHead", xml.run(c.heading))) for w, c in zip(widths, columns))
        cells = "".join(
            xml.cell(w, xml.paragraph("TableText", xml.run(c.cell) if c.cell else "", "<w:keepNext/>"), _MIDDLE)
            for w, c in zip(widths, columns)
        )
        rows = (
            xml.row(head, header=True)
            + self._tag_row(f"{{%tr for {loop} %}}", widths)
            + xml.row(cells, height=600)
            + self._tag_row("{%tr endfor %}", widths)
        )
        self.blocks.append(xml.table("ReportTable", widths, rows, properties=self._boxes()) + xml.paragraph("Spacer"))

    def _widths(self, columns: Sequence[Col]) -> list[int]:
        total = sum(c.share for c in columns)
        widths = [round(self._width * c.share / total) for c in columns]
        widths[-1] += self._width - sum(widths)
        return widths

    @staticmethod
    def _tag_row(tag: str, widths: Sequence[int]) -> str:
        """A row that only steers; it vanishes whole. Its first cell holds the tag."""
        cells = xml.cell(widths[0], xml.paragraph("Control", xml.run(tag))) + "".join(
            xml.cell(w, xml.paragraph("Control")) for w in widths[1:]
        )
        return f"<w:tr>{cells}</w:tr>"
