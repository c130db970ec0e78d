"""Reports built in memory and read back: headings with their numbers, texts by chapter, tables by caption."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn

from fixdocs.pipeline import Checked, Options, _rendered, findings
from fixdocs.project import Project
from fixdocs.reports import Report
from fixdocs.schema.survey import ProjectInfo
from fixdocs.words import words_of

HEADINGS = {"Heading1": 1, "Heading2": 2, "Heading3": 3, "AnnexHeading": 1}


def info(**changes: object) -> ProjectInfo:
    """The form, required cells only."""
    given: dict[str, object] = {
        "name": "报销流程优化", "process": "费用报销", "organisation": "某公司", "leader": "李一",
        "report_date": date(2026, 3, 1), "data_from": date(2025, 9, 1), "data_to": date(2026, 2, 28),
    }  # fmt: skip
    return ProjectInfo(**{**given, **changes})


def built(report: Report, project: Project, *, draft: bool = False) -> bytes:
    """The report of ``project`` as a .docx, by the pipeline's own way."""
    checked = Checked(Path(), project, (), words_of("zh"))
    outcome, content = _rendered(checked, findings(checked), report, Options(draft=draft))
    assert outcome.fault is None, outcome.fault
    assert content is not None
    return content


@dataclass(frozen=True)
class Block:
    """A paragraph or a table of the body, in order."""

    style: str
    text: str
    rows: tuple[tuple[str, ...], ...] = ()
    drawing: str = ""  # its alternative text


class Read:
    """A report read back."""

    def __init__(self, content: bytes) -> None:
        self.document: Document = docx.Document(io.BytesIO(content))
        self.blocks = [block for element in self.document.element.body for block in _blocks(element)]

    @property
    def text(self) -> str:
        """All text of the body, tables included."""
        return "\n".join(
            "\n".join("\t".join(row) for row in block.rows) if block.rows else block.text for block in self.blocks
        )

    def headings(self, level: int = 1) -> list[str]:
        return [block.text for block in self.blocks if HEADINGS.get(block.style) == level]

    def under(self, heading: str) -> list[Block]:
        """What stands under a heading, down to the next one of its level or a higher one."""
        at = next(n for n, b in enumerate(self.blocks) if b.style in HEADINGS and heading in b.text)
        level = HEADINGS[self.blocks[at].style]
        found = []
        for block in self.blocks[at + 1 :]:
            if HEADINGS.get(block.style, 9) <= level:
                break
            found.append(block)
        return found

    def texts(self, heading: str) -> str:
        """The prose under a heading, tables left out."""
        return "\n".join(block.text for block in self.under(heading) if not block.rows)

    def table(self, caption: str) -> list[tuple[str, ...]]:
        """The rows of the table whose caption ends with ``caption``, heading row first."""
        at = next(
            n for n, b in enumerate(self.blocks) if b.style == "TableCaption" and b.text.endswith(f"\u3000{caption}")
        )
        return list(self.blocks[at + 1].rows)

    def captions(self, style: str = "TableCaption") -> list[str]:
        return [block.text.partition("\u3000")[2] for block in self.blocks if block.style == style]

    def points(self) -> list[str]:
        """The sentences of the summary."""
        return [block.text for block in self.blocks if block.style == "SummaryPoint"]

    def drawings(self) -> list[str]:
        """The alternative texts of the figures."""
        return [block.drawing for block in self.blocks if block.drawing]


def _blocks(element: object) -> list[Block]:
    if element.tag == qn("w:tbl"):
        rows = tuple(
            tuple("\n".join(map(_text, cell.iter(qn("w:p")))) for cell in row.iter(qn("w:tc")))
            for row in element.iter(qn("w:tr"))
        )
        return [Block("", "", rows)]
    if element.tag != qn("w:p"):
        return []
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    drawn = next(iter(element.iter(qn("wp:docPr"))), None)
    name = "" if style is None else style.get(qn("w:val"))
    if drawn is not None:
        return [Block(name, "", drawing=drawn.get("descr") or drawn.get("title") or "?")]
    return [Block(name, _text(element))]


def _text(paragraph: object) -> str:
    parts = paragraph.iter(qn("w:t"), qn("w:br"))
    return "".join(node.text or "" if node.tag == qn("w:t") else "\n" for node in parts)


def dangling(text: str) -> list[str]:
    """Signs of a sentence that was composed of too little: doubled or dangling marks, None, empty brackets."""
    import re

    wrong = r"None|，[。，；、]|。。|；[。；]|、[。，、；]|：[。；]|（）|“”|(?m:^[，。；、])|\{|\}"
    return [text[max(0, m.start() - 12) : m.end() + 6] for m in re.finditer(wrong, text)]
