"""The site builds strictly, leads nowhere that is not there, loads nothing from others, and misses nothing."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from fixdocs.cli.build import code_table
from fixdocs.pack import pack_folder
from fixdocs.pipeline import file_name
from fixdocs.schema import REPORTS, SHEETS
from fixdocs.words import words_of
from tests.site.built import pages, read, target

WORDS = words_of("zh")
METHOD = (
    "scope", "interviews", "observation", "mapping", "measuring", "classes", "matrix", "fishbone", "whys", "ecrs",
    "to-be", "plan", "choosing",
)  # fmt: skip


def test_every_link_leads_to_a_place(site: Path) -> None:
    dead = []
    for page in pages(site):
        for link in page.links:
            found = target(page, link)
            if found is None:
                continue
            path, anchor = found
            if not path.is_file():
                dead.append(f"{page.path.name}: {link}")
            elif anchor and path.suffix == ".html" and anchor not in read(path).ids:
                dead.append(f"{page.path.name}: {link} (no such place)")
    assert dead == []


def test_there_are_links_to_check(site: Path) -> None:
    assert len(pages(site)) >= 40
    assert sum(len(page.links) for page in pages(site)) > 3000


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    foreign = {load for page in pages(site) for load in page.loads if target(page, load) is None}
    missing = {load for page in pages(site) for load in page.loads if not target(page, load)[0].is_file()}  # type: ignore[index]
    assert (foreign, missing) == (set(), set())


def test_styles_load_nothing_from_another_host(site: Path) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in site.rglob("*.css")}
    assert {name for name, text in texts.items() if re.search(r"(url\(|@import)\s*['\"]?(https?:)?//", text)} == set()


def test_pictures_have_words_and_pages_a_language(site: Path) -> None:
    assert [page.path.name for page in pages(site) if page.pictures_without_words] == []
    assert {page.language for page in pages(site)} == {"zh"}


def test_nothing_is_left_unfilled(site: Path) -> None:
    for page in pages(site):
        text = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", page.text) if "word" in page.path.parts else page.text
        if page.path.parent.name == "decisions" or "word" in page.path.parts:
            continue
        assert "{{" not in text, page.path.name
        assert "data-figure" not in page.path.read_text(encoding="utf-8"), page.path.name


@pytest.mark.parametrize("name", METHOD)
def test_a_page_of_the_method_is_whole(site: Path, name: str) -> None:
    page = read(site / "method" / f"{name}.html")
    assert {"purpose", "sheets", "report", "mistakes", "check"} <= page.ids
    assert "示例项目" in page.text
    assert "FD" in page.text or name in ("interviews", "observation", "ecrs")


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.name)
def test_every_column_is_explained(site: Path, sheet: object) -> None:
    page = read(site / "workbooks" / f"{sheet.workbook:02}.html")  # type: ignore[attr-defined]
    name = sheet.name  # type: ignore[attr-defined]
    assert name in page.ids
    assert {f"{name}-{column.key}" for column in sheet.columns} <= page.ids  # type: ignore[attr-defined]
    for column in sheet.columns:  # type: ignore[attr-defined]
        key = f"{column.key}.{column.members[0].key}" if column.members else column.key
        assert WORDS.column(name, key).help in page.text


def test_every_message_is_explained(site: Path) -> None:
    page = read(site / "messages.html")
    for row in code_table(WORDS):
        assert row["code"] in page.ids
        assert row["cure"] in page.text


def test_downloads_are_what_the_program_writes(site: Path) -> None:
    for report in REPORTS:
        name = file_name(report, WORDS)
        assert (site / "downloads/templates" / name).read_bytes() == (pack_folder("docx") / name).read_bytes()
    for committed in pack_folder("xlsx").glob("*.xlsx"):
        offered = _parts((site / "downloads/blank" / committed.name).read_bytes())
        assert offered.keys() == _parts(committed.read_bytes()).keys()
    assert {path.name for path in (site / "downloads/reports").iterdir()} == {file_name(r, WORDS) for r in REPORTS}


def _parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_bundles_hold_their_files(site: Path) -> None:
    for group in ("blank", "templates", "sample", "reports"):
        files = {path.name: path.read_bytes() for path in (site / "downloads" / group).iterdir()}
        assert len(files) == 5
        assert _parts((site / f"downloads/bundles/fixdocs-{group}.zip").read_bytes()) == files


def test_the_gallery_shows_every_report_with_drawings(site: Path) -> None:
    page = read(site / "gallery.html")
    assert {"survey", "issues", "causes", "plan"} <= page.ids
    assert page.path.read_text(encoding="utf-8").count('<figure class="drawn">') >= 10


def test_the_index_holds_chinese_words(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    fishbone = next(d for d in index["docs"] if d["location"] == "method/fishbone.html")
    assert "\u200b" in fishbone["title"] + fishbone["text"]  # a zero-width space between words: jieba was at work
    assert (site / "search/search_index.js").is_file()  # what a page opened from a folder reads
