"""The helpers that other tests lean on: validation, rendering, leaving out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lint.good_files import good_document, good_workbook, pack
from tests.support import programs
from tests.support.programs import LEFT_OUT, need, requires
from tests.support.render import page_images, page_texts, to_pdf
from tests.support.validate import assert_valid, validate


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "报告 (一).docx"
    path.write_bytes(pack(good_document()))
    return path


@requires("validator")
def test_an_invalid_file_is_told_with_its_fault(tmp_path: Path) -> None:
    parts = good_document()
    parts["word/document.xml"] = str(parts["word/document.xml"]).replace("<w:sectPr>", "<w:nonsense/><w:sectPr>")
    broken = tmp_path / "broken.docx"
    broken.write_bytes(pack(parts))
    assert "nonsense" in "".join(validate(broken))
    with pytest.raises(AssertionError, match=r"broken\.docx: .*nonsense"):
        assert_valid([broken])


def test_nothing_to_validate_is_a_failure() -> None:
    with pytest.raises(AssertionError, match="no files"):
        assert_valid([])


@requires("soffice", "pdftotext", "pdftoppm", "cjk-font")
def test_a_document_and_a_workbook_become_pages(good: Path, tmp_path: Path) -> None:
    workbook = tmp_path / "问题.xlsx"
    workbook.write_bytes(pack(good_workbook()))
    pages = to_pdf([good, workbook], tmp_path / "pdf")
    assert [path.name for path in pages] == ["报告 (一).pdf", "问题.pdf"]
    assert "最长的停留在审批" in page_texts(pages[0])[0]
    assert "重复录入" in "".join(page_texts(pages[1]))
    images = page_images(pages[0], tmp_path / "png")
    assert [image.read_bytes()[1:4] for image in images] == [b"PNG"] * len(page_texts(pages[0]))


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "find", lambda name: None)


@pytest.mark.usefixtures("nothing_installed")
def test_a_missing_program_leaves_a_check_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FIXDOCS_REQUIRE_ALL", raising=False)
    with pytest.raises(pytest.skip.Exception, match=f"{LEFT_OUT}LibreOffice"):
        need("soffice")


@pytest.mark.usefixtures("nothing_installed")
def test_a_missing_program_fails_where_all_are_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIXDOCS_REQUIRE_ALL", "1")
    with pytest.raises(pytest.fail.Exception, match="install libreoffice-writer"):
        need("soffice")
    with pytest.raises(pytest.skip.Exception, match="real files"):
        need("real-files")


def test_a_program_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="sofice"):
        requires("sofice")
