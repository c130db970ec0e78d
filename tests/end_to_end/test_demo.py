"""``fixdocs demo``: five whole reports from the sample, valid, without pictures, the same every time."""

from __future__ import annotations

import io
import itertools
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from docx.oxml.ns import qn

from fixdocs.reports import REPORTS
from tests.support.ooxml_lint import assert_clean
from tests.support.programs import requires
from tests.support.validate import assert_valid

from .folder import ROOT_SOURCE, Folder, part_names, texts, whole_text


def test_it_writes_all_and_says_so(demo: Folder) -> None:
    assert sorted(p.name for p in demo.path.glob("*.xlsx")) == [
        "01-现状调研.xlsx", "02-问题清单.xlsx", "03-根因分析.xlsx", "04-改进方案.xlsx", "05-方案评估.xlsx",
    ]  # fmt: skip
    assert len(demo.reports()) == 5


@requires("validator")
def test_reports_and_workbooks_are_valid(demo: Folder) -> None:
    assert_valid([*map(demo.report, REPORTS), *demo.path.glob("*.xlsx")])


@requires("validator")
def test_workbooks_inside_charts_are_valid(demo: Folder, tmp_path: Path) -> None:
    found = []
    for name in REPORTS:
        with zipfile.ZipFile(demo.report(name)) as package:
            for part in package.namelist():
                if part.endswith(".xlsx"):
                    found.append(tmp_path / f"{name}-{Path(part).name}")
                    found[-1].write_bytes(package.read(part))
    assert len(found) >= 8
    assert_valid(found)


@pytest.mark.parametrize("name", REPORTS)
def test_our_own_lint_finds_nothing(demo: Folder, name: str) -> None:
    assert_clean(demo.report(name))


@pytest.mark.parametrize("name", REPORTS)
def test_figures_are_native(demo: Folder, name: str) -> None:
    parts = part_names(demo.report(name))
    assert not [part for part in parts if "/media/" in part or part.endswith((".png", ".jpg", ".emf", ".wmf"))]


@pytest.mark.parametrize("name", REPORTS)
def test_nothing_is_left_open(demo: Folder, name: str) -> None:
    text = whole_text(demo.document(name))
    assert not re.search(r"\{\{|\}\}|\{%|%\}|\bNone\b|\bnan\b|\[\]|TODO|待补", text)
    assert not re.search(r"[，、；：]\s*[。，；]|。。|（）|《》|“”", text), "a dangling comma or empty brackets"


@pytest.mark.parametrize("name", REPORTS)
def test_headings_have_text_and_content(demo: Folder, name: str) -> None:
    body = list(demo.document(name).element.body)
    levels = []
    for n, element in enumerate(body):
        style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        level = {"Heading1": 1, "AnnexHeading": 1, "Heading2": 2, "Heading3": 3}.get(
            style.get(qn("w:val")) if style is not None else ""
        )
        if not level:
            continue
        levels.append(level)
        assert "".join(t.text or "" for t in element.iter(qn("w:t"))).strip()
        following = [e for e in body[n + 1 : n + 4] if e.tag != qn("w:sectPr")]
        assert following, "a heading at the very end"
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels)), "a level is skipped"


@pytest.mark.parametrize("name", REPORTS)
def test_it_is_marked_as_a_sample(demo: Folder, name: str) -> None:
    assert "示例数据" in list(texts(demo.document(name)))[:8]


@pytest.mark.parametrize("name", REPORTS)
def test_every_figure_says_what_it_shows(demo: Folder, name: str) -> None:
    drawn = list(demo.document(name).element.body.iter(qn("wp:docPr")))
    if name != "issues":
        assert drawn
    assert all(len(d.get("descr") or "") >= 15 for d in drawn)
    assert len({d.get("id") for d in drawn}) == len(drawn)


@pytest.mark.parametrize("name", REPORTS)
def test_captions_count_up_and_references_agree(demo: Folder, name: str) -> None:
    text = list(texts(demo.document(name)))
    for label in ("图", "表"):
        numbers = [int(m[1]) for line in text if (m := re.match(rf"{label} (\d+)　", line))]
        assert numbers == list(range(1, len(numbers) + 1))
        quoted = {int(n) for line in text for n in re.findall(rf"{label} (\d+)(?!　)", line)}
        assert quoted <= set(numbers), "a reference to a caption that is not there"


def test_the_same_input_gives_the_same_bytes(demo: Folder, tmp_path: Path) -> None:
    """In another folder, another process, another time zone and another second."""
    again = demo.copied(tmp_path / "别处 (2)")
    time.sleep(2.1)
    code = "import sys; from fixdocs.cli import main; sys.argv[1:] = ['build', sys.argv[1]]; main()"
    environment = {**os.environ, "TZ": "America/New_York", "PYTHONPATH": ROOT_SOURCE, "PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, "-c", code, str(again.path)], check=True, env=environment, capture_output=True)
    assert again.reports() == demo.reports()


def test_the_sample_itself_is_the_same_every_time(demo: Folder, tmp_path: Path) -> None:
    from .folder import run

    assert run("demo", str(tmp_path / "b")).code == 0
    for path in demo.path.glob("*.*"):
        assert (tmp_path / "b" / path.name).read_bytes() == path.read_bytes(), path.name


def test_charts_agree_with_their_workbooks(demo: Folder) -> None:
    """Cell by cell: what Word shows before and after "edit data"."""
    from lxml import etree

    space = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
    compared = 0
    for name in REPORTS:
        with zipfile.ZipFile(demo.report(name)) as package:
            charts = [p for p in package.namelist() if re.fullmatch(r"word/charts/chart[^/]*\.xml", p)]
            for part in charts:
                relations = package.read(f"word/charts/_rels/{Path(part).name}.rels").decode()
                target = re.search(r'Target="([^"]+\.xlsx)"', relations)[1]
                book = openpyxl.load_workbook(io.BytesIO(package.read(str(Path("word") / target.removeprefix("../")))))
                for ref in etree.fromstring(package.read(part)).iterfind(".//c:f/..", space):
                    sheet, cells = ref.findtext("c:f", namespaces=space).rsplit("!", 1)
                    found = book[sheet.strip("'")][cells.replace("$", "")]
                    flat = [
                        c.value
                        for row in (found if isinstance(found, tuple) else ((found,),))
                        for c in (row if isinstance(row, tuple) else (row,))
                    ]
                    for point in ref.iterfind(".//c:pt", space):
                        shown, held = point.findtext("c:v", namespaces=space), flat[int(point.get("idx"))]
                        assert shown == str(held) or float(shown) == pytest.approx(float(held))
                        compared += 1
    assert compared > 200


def test_it_leaves_a_changed_demo_alone(demo: Folder, tmp_path: Path) -> None:
    from .folder import run

    folder = tmp_path / "demo"
    shutil.copytree(demo.path, folder)
    Folder(folder).set(2, "问题清单", "P01", "问题描述", "有人写过的话")
    before = (folder / "02-问题清单.xlsx").read_bytes()
    done = run("demo", str(folder))
    assert done.code == 3
    assert "02-问题清单.xlsx" in done.err
    assert (folder / "02-问题清单.xlsx").read_bytes() == before
