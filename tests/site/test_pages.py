"""The site builds strictly, leads nowhere that is not there, loads nothing from others, and misses nothing."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from io import BytesIO
from itertools import chain, pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest

from fixdocs.cli.build import code_table
from fixdocs.pack import pack_folder
from fixdocs.pipeline import check, file_name
from fixdocs.reports import REPORTS
from fixdocs.sample import project
from fixdocs.schema import SHEETS
from fixdocs.words import words_of
from tests.site.built import pages, read, target
from tests.support.ooxml_lint import assert_clean

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "site" / "hooks"))

from guide.commands import commands

ROOT = Path(__file__).resolve().parents[2]
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
    missing = {load for page in pages(site) for load in page.loads if not target(page, load)[0].is_file()}
    assert (foreign, missing) == (set(), set())


def test_styles_load_nothing_from_another_host(site: Path) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in site.rglob("*.css")}
    assert {name for name, text in texts.items() if re.search(r"(url\(|@import)\s*['\"]?(https?:)?//", text)} == set()


def test_pictures_have_words_and_pages_a_language(site: Path) -> None:
    assert [page.path.name for page in pages(site) if page.pictures_without_words] == []
    assert {page.language for page in pages(site)} == {"zh"}


def test_nothing_is_left_unfilled(site: Path) -> None:
    for page in pages(site):
        assert "data-figure" not in page.path.read_text(encoding="utf-8"), page.path.name
        if page.path.parent.name not in ("decisions", "word", "how"):  # these show the marks of templates
            assert not re.search(r"\{\{|\{%", page.text), page.path.name


def test_headings_step_down_one_at_a_time(site: Path) -> None:
    for page in pages(site):
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", page.path.read_text(encoding="utf-8"))]
        assert levels.count(1) == 1, page.path.name
        assert levels[0] == 1, page.path.name
        assert all(after <= before + 1 for before, after in pairwise(levels)), (page.path.name, levels)


@pytest.mark.parametrize("name", METHOD)
def test_a_page_of_the_method_is_whole(site: Path, name: str) -> None:
    page = read(site / "method" / f"{name}.html")
    assert {"purpose", "sheets", "report", "mistakes", "check", "sources"} <= page.ids
    assert page.ids & {"steps", "interview", "measures"}
    assert 'class="admonition example"' in page.path.read_text(encoding="utf-8")
    assert "示例项目" in page.text
    assert "FD" in page.text or name in ("interviews", "observation", "ecrs")


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.name)
def test_every_column_is_explained(site: Path, sheet: object) -> None:
    page = read(site / "workbooks" / f"{sheet.workbook:02}.html")
    name = sheet.name
    assert name in page.ids
    assert {f"{name}-{column.key}" for column in sheet.columns} <= page.ids
    for column in sheet.columns:
        key = f"{column.key}.{column.members[0].key}" if column.members else column.key
        assert WORDS.column(name, key).help in page.text


def test_every_dependency_has_its_decision(site: Path) -> None:
    declared_in = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*declared_in["dependencies"], *chain(*declared_in["optional-dependencies"].values())]
    declared = {re.split(r"[^\w-]", line)[0] for line in lines}
    assert len(declared) > 20
    told = re.findall(r"[\w-]+", read(site / "decisions/index.html").text)
    assert declared - set(told) == set()


def test_files_that_the_guide_names_are_there() -> None:
    named = {
        (page.name, path)
        for folder in ("how", "decisions")
        for page in (ROOT / "site/docs" / folder).glob("*.md")
        for path in re.findall(r"`([\w/]+/\w+\.(?:py|yml))`", page.read_text(encoding="utf-8"))
    }
    assert len(named) > 10
    roots = (ROOT, ROOT / "src/fixdocs")
    assert {(page, path) for page, path in named if not any((root / path).is_file() for root in roots)} == set()


def test_no_page_waits_to_be_finished() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "site").rglob("*.md*")}
    assert {name for name, text in texts.items() if re.search(r"<!--|TODO|待补", text)} == set()


def test_commands_in_the_guide_exist(site: Path) -> None:
    """Whatever stands as ``fixdocs WORD --option`` in a page is in the page made from the command line."""
    options: dict[str, set[str]] = {}
    for command in commands(WORDS):
        options[command.name] = {word for one in command.options for word in one.written.split(", ")}
    known = {name: {word.split(" ")[0] for word in words} for name, words in options.items()}
    unknown = set()
    for path in [*(ROOT / "site/docs").rglob("*.md"), ROOT / "README.md", ROOT / "README.zh-CN.md"]:
        for line in re.findall(r"(?<![\w/.-])fixdocs( (?:[a-z]+)\b[^`\n#，。；]*)", path.read_text(encoding="utf-8")):
            words = line.split()
            name = next((n for n in known if f"fixdocs {line.strip()} ".startswith(f"{n} ")), None)
            if name is None and words[0] in ("makes", "checks", "contributors"):
                continue  # prose of the English README
            used = {word for word in words if word.startswith("--")}
            if name is None or used - known[name] - {"--help"}:
                unknown.add((path.name, line.strip()))
    assert unknown == set()


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


def test_the_downloaded_sample_is_sound(site: Path) -> None:
    checked = check(site / "downloads/sample", "zh")
    assert (checked.errors, len(checked.project.issues)) == (0, len(project().issues))
    assert_clean(*(site / "downloads/reports").iterdir())


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
    purpose = next(d for d in index["docs"] if d["location"] == "method/fishbone.html#purpose")
    words = re.split(r"[\u200b\s<>]+", purpose["text"])  # a zero-width space between words: jieba was at work
    assert {"鱼骨图", "因果", "原因"} <= set(words)
    assert (site / "search/search_index.js").is_file()  # what a page opened from a folder reads
