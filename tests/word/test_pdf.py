"""PDFs by LibreOffice: all in one start, pages counted, and clear words where it is missing."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from fixdocs.errors import FileError
from fixdocs.opc import read_parts, write_parts
from fixdocs.word.pdf import convert as pdf
from fixdocs.word.pdf import paginate
from fixdocs.word.pdf.numbers import for_office
from tests.support.programs import requires

from . import wordfiles as w


def bookmarked(document: Document) -> None:
    """Four pages, a bookmark on each."""
    for number in range(4):
        paragraph = document.add_paragraph(f"第 {number + 1} 页")
        begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (begin, end):
            element.set(qn("w:id"), str(number))
            paragraph._p.append(element)
        begin.set(qn("w:name"), f"_Toc_{number}")
        if number < 3:
            paragraph.add_run().add_break(WD_BREAK.PAGE)


@requires("soffice")
def test_all_documents_in_one_start_with_their_pages() -> None:
    content = w.template(change=bookmarked)
    made = pdf.to_pdf({"01-现状 报告（新 1）.docx": content, "b.docx": w.template("x")})
    assert list(made) == ["01-现状 报告（新 1）.docx", "b.docx"]
    first, second = made.values()
    assert first.startswith(b"%PDF-")
    assert second.startswith(b"%PDF-")
    marks = [f"_Toc_{number}" for number in range(4)]
    assert pdf.bookmark_pages(first, [*marks, "_Toc_9"]) == dict(zip(marks, (1, 2, 3, 4), strict=True))


def with_contents(document: Document) -> None:
    """Two entries of contents, then a page each."""
    for number in (1, 2):
        entry = document.add_paragraph()
        entry._p.get_or_add_pPr().append(styled := OxmlElement("w:pStyle"))
        styled.set(qn("w:val"), f"TOC{number}")
        if number == 1:
            instruction = OxmlElement("w:instrText")
            instruction.text = ' TOC \\o "1-2" \\n \\h '
            entry.add_run()._r.append(instruction)
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), f"_Toc_{number}")
        link.append(entry.add_run(f"第 {number} 章")._r)
        entry._p.append(link)
    bookmarked(document)


@requires("soffice")
def test_contents_get_the_pages_that_office_counts() -> None:
    content = w.template(change=with_contents)
    [made] = paginate.paginated({"a.docx": content}).values()
    assert w.lines(content)[:2] == ["第 1 章", "第 2 章"]
    assert w.lines(made)[:2] == ["第 1 章\t2", "第 2 章\t3"]
    assert [node.text for node in w.opened(made).element.iter(qn("w:instrText"))] == [' TOC \\o "1-2" \\h ']
    assert pdf.bookmark_pages(pdf.to_pdf({"a.docx": made})["a.docx"], ["_Toc_1", "_Toc_2"]) == {
        "_Toc_1": 2, "_Toc_2": 3,
    }  # fmt: skip


def test_entries_without_a_page_stay_as_they_are() -> None:
    made = paginate.with_page_numbers(w.template(change=with_contents), {"_Toc_2": 12})
    assert w.lines(made)[:2] == ["第 1 章", "第 2 章\t12"]


@requires("soffice")
def test_a_document_that_office_cannot_read_is_named() -> None:
    with pytest.raises(FileError) as caught:
        pdf.to_pdf({"坏.docx": b"PK\x03\x04 broken"})
    assert caught.value.key == "output.office_failed"
    assert "坏.docx" in caught.value.values["reason"]


def test_a_missing_office_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FIXDOCS_SOFFICE", str(tmp_path / "soffice"))
    assert pdf.find_office() is None
    with pytest.raises(FileError) as caught:
        pdf.to_pdf({"a.docx": b""})
    assert caught.value.key == "output.no_office"


def test_an_office_elsewhere_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.touch(mode=0o755)
    monkeypatch.delenv("FIXDOCS_SOFFICE", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pdf.find_office() == program
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    monkeypatch.setattr(pdf, "_USUAL_PLACES", {sys.platform: (str(tmp_path / "none"), str(program))})
    assert pdf.find_office() == program
    monkeypatch.setenv("FIXDOCS_SOFFICE", str(program))
    assert pdf.find_office() == program


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for LibreOffice")
@pytest.mark.parametrize(
    ("body", "key"), [("sleep 30 & wait", "output.office_slow"), ("echo Schade >&2; exit 1", "output.office_failed")]
)
def test_an_office_that_fails_or_hangs_is_told(
    body: str, key: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(0o755)
    monkeypatch.setenv("FIXDOCS_SOFFICE", str(program))
    with pytest.raises(FileError) as caught:
        pdf.to_pdf({"a.docx": b"x"}, seconds=1)
    assert caught.value.key == key
    assert caught.value.values.get("reason", "Schade").endswith("Schade")


def test_lower_headings_carry_their_numbers_as_text_in_the_printed_copy() -> None:
    parts = read_parts(w.template(change=lambda d: [d.add_paragraph(t) for t in "甲乙丙丁戊己"]))
    body = parts["word/document.xml"].decode()
    for text, style in zip(
        "甲乙丙丁戊己", ("Heading1", "Heading2", "Heading3", "Heading1", "Heading2", "Normal"), strict=True
    ):
        body = body.replace(
            f"<w:p><w:r><w:t>{text}", f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}'
        )
    parts["word/document.xml"] = body.encode()
    plain = write_parts(parts)
    assert for_office(plain) == plain, "a document without isLgl is printed as it is"
    parts["word/numbering.xml"] = b"<numbering><isLgl/></numbering>"
    made = read_parts(for_office(write_parts(parts)))["word/document.xml"].decode()
    texts = ["".join(re.findall(r"<w:t[^>]*>([^<]*)", p)) for p in re.findall(r"<w:p>.*?</w:p>", made)]
    assert [t for t in texts if t] == ["甲", "1.1 乙", "1.1.1 丙", "丁", "2.1 戊", "己"]
