"""``fixdocs build --sources``: 数据出处.xlsx, whose links open the team's own files at the cells."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from fixdocs.words import words_of
from tests.support.validate import assert_valid

from .folder import Folder, run

NAME = "数据出处.xlsx"
LINKS = slice(10, 16)  # the columns of links
REPORTS = [words_of("zh").say(f"reports.{report}") for report in ("survey", "issues", "causes", "plan", "evaluation")]


@pytest.fixture(scope="module")
def built(demo: Folder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's project folder with reports and sources."""
    folder = demo.copied(tmp_path_factory.mktemp("sources") / "项目")
    done = folder.build("--sources")
    assert done.code == 0
    assert NAME in done.out
    return folder.path


def sheet(folder: Path) -> Worksheet:
    return openpyxl.load_workbook(folder / "交付文档" / NAME).worksheets[0]


def test_it_is_a_valid_workbook(built: Path) -> None:
    assert_valid([built / "交付文档" / NAME])


def test_every_report_has_its_figures(built: Path) -> None:
    rows = list(sheet(built).iter_rows(min_row=2, values_only=True))
    assert list(dict.fromkeys(row[0] for row in rows)) == REPORTS
    assert all(all(row[n] for n in (1, 3, 4, 5, 6, 7)) for row in rows)  # chapter, place, value, what, rule, basis


def test_every_link_opens_cells_that_are_there(built: Path) -> None:
    books: dict[str, openpyxl.Workbook] = {}
    sizes: dict[tuple[str, str], int] = {}
    links = 0
    for row in sheet(built).iter_rows(min_row=2):
        held = [cell.hyperlink for cell in row[LINKS] if cell.hyperlink]
        assert held, f"no cell behind {row[4].value} ({row[5].value})"
        for link in held:
            links += 1
            target = (built / "交付文档" / unquote(link.target or "")).resolve()
            assert target.is_file(), link.target
            if target.suffix == ".csv":
                continue
            book = books.get(target.name) or books.setdefault(target.name, openpyxl.load_workbook(target))
            tab, _, cells = (link.location or "").rpartition("!")
            there = book[tab.strip("'").replace("''", "'")]
            last = max(int(n) for n in re.findall(r"\d+", cells))
            rows = sizes.setdefault((target.name, there.title), there.max_row)
            assert 1 <= last <= rows, link.location
    assert links > 1000


def test_a_link_leads_to_the_value_that_is_printed(built: Path) -> None:
    """Where a figure is printed as it was filled in, its cell holds that very number."""
    rule = words_of("zh").say("sources.filled_rule")
    checked = 0
    books: dict[str, openpyxl.Workbook] = {}
    for row in sheet(built).iter_rows(min_row=2):
        link, printed = row[LINKS][0].hyperlink, str(row[4].value)
        if row[6].value != rule or link is None or "万" in printed:
            continue
        file = Path(unquote(link.target or "")).name
        book = books.get(file) or books.setdefault(file, openpyxl.load_workbook(built / file, data_only=True))
        tab, _, cell = (link.location or "").rpartition("!")
        held = float(book[tab.strip("'")][cell].value)
        number = float(re.sub(r"[^\d.−-]", "", printed.replace(",", "")).replace("−", "-"))
        if printed.endswith("%") and book[tab.strip("'")][cell].number_format.endswith("%"):
            number /= 100
        assert number == pytest.approx(held, rel=1e-3), (row[5].value, printed)
        checked += 1
        if checked == 60:
            break
    assert checked == 60


def test_the_same_project_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    again = Folder(built).copied(tmp_path / "项目")
    assert run("build", str(again.path), "--sources").code == 0
    one, two = (path / "交付文档" / NAME for path in (built, again.path))
    assert one.read_bytes() == two.read_bytes()


def test_reports_are_the_same_with_and_without(built: Path, demo: Folder) -> None:
    for file in sorted((demo.path / "交付文档").glob("*.docx")):
        assert file.read_bytes() == (built / "交付文档" / file.name).read_bytes(), file.name


def test_without_the_option_none_is_written(demo: Folder) -> None:
    assert not (demo.path / "交付文档" / NAME).exists()
