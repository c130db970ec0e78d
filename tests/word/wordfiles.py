"""Small Word templates made by the tests themselves, and what the tests read back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable

import docx
from docx.document import Document
from docx.oxml.ns import qn
from msgspec import Struct

BREAKS = {qn("w:br"): "\n", qn("w:tab"): "\t"}


class Owner(Struct, frozen=True):
    name: str
    post: str


class Issue(Struct, frozen=True):
    number: str
    description: str
    owner: Owner
    tags: tuple[str, ...] = ()


class Figure(Struct, frozen=True):
    """A block: gives a paragraph of its own."""

    caption: str
    text: str = "图"

    def __html__(self) -> str:
        raise AssertionError("a block is rendered into its part")

    def render_into(self, part: object, number: int) -> str:
        assert str(part.partname) == "/word/document.xml"  # type: ignore[attr-defined]
        return f"<w:p><w:r><w:t>[{self.text}{number}]</w:t></w:r></w:p>"


class Rich(Struct, frozen=True):
    """A text with runs of its own."""

    text: str

    def __str__(self) -> str:
        return self.text

    def __html__(self) -> str:
        return f'</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{self.text}</w:t></w:r><w:r><w:t xml:space="preserve">'


class Context(Struct, frozen=True):
    title: str
    count: int
    draft: bool
    owner: Owner
    issues: tuple[Issue, ...]
    chart: Figure | None
    note: str | None = None
    said: Rich | str = "平"


def context(**changes: object) -> Context:
    issues = (
        Issue("P01", "审批 & 登记 <重复>", Owner("王一", "客服专员"), ("效率", "成本")),
        Issue("P02", "第一行\n第二行\t尾", Owner("李二", "主管")),
    )
    values: dict[str, object] = {
        "title": "投诉处理",
        "count": 2,
        "draft": False,
        "owner": Owner("赵三", "经理"),
        "issues": issues,
        "chart": Figure("流程图"),
        "note": None,
    }
    return Context(**{**values, **changes})  # type: ignore[arg-type]


def template(*paragraphs: str, change: Callable[[Document], None] | None = None) -> bytes:
    """A document of ``paragraphs``; one that begins with ``# `` is a heading."""
    document = docx.Document()
    for text in paragraphs:
        if text.startswith("# "):
            document.add_heading(text[2:], 1)
        else:
            document.add_paragraph(text)
    if change is not None:
        change(document)
    return saved(document)


def add_table(document: Document, *rows: Iterable[str]) -> None:
    cells = [list(row) for row in rows]
    table = document.add_table(rows=len(cells), cols=len(cells[0]))
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def table_template(*rows: Iterable[str]) -> bytes:
    return template("# 清单", change=lambda document: add_table(document, *rows))


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def lines(content: bytes) -> list[str]:
    """The text of every paragraph of the body, tables included, in order."""
    found = []
    for paragraph in opened(content).element.iter(qn("w:p")):
        pieces = []
        for node in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab")):
            pieces.append(
                node.text or "" if node.tag == qn("w:t") else {"br": "\n", "tab": "\t"}[node.tag[-3:].strip("}")]
            )
        found.append("".join(pieces))
    return found


def table_texts(content: bytes, number: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in opened(content).tables[number].rows]


def repacked(content: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The package with its parts changed by hand."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()
