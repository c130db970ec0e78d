"""What a chart shows and what its workbook holds are the same, cell by cell."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from fixdocs.charts import Axis, Bars, Series, build
from tests.charts.reading import caches, cells, find, sheet, tree
from tests.charts.samples import every_chart, trend_of_three

CHARTS = every_chart()
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(params=CHARTS, scope="module")
def part(request):
    return build(CHARTS[request.param])


def test_every_cached_value_is_that_of_its_cell(part):
    book = sheet(part)
    for cached in caches(part):
        held = cells(book, cached.formula)
        assert list(cached.values) == [cell.value for cell in held]


def test_number_formats_are_those_of_the_cells(part):
    book = sheet(part)
    for cached in caches(part):
        if cached.format is not None:
            assert {cell.number_format for cell in cells(book, cached.formula) if cell.value is not None} == {
                cached.format
            }


def test_every_cell_of_the_workbook_is_shown(part):
    book = sheet(part)
    shown = {cell.coordinate for cached in caches(part) for cell in cells(book, cached.formula)}
    filled = {cell.coordinate for row in book.iter_rows() for cell in row if cell.value is not None}
    assert filled <= shown | {"A1"}


def test_every_series_has_its_own_column_and_shares_the_categories(part):
    series = find(tree(part), "//c:ser")
    columns = [find(one, "c:val//c:f")[0].text for one in series]
    names = [find(one, "c:tx//c:f")[0].text for one in series]
    assert len(set(columns)) == len(columns)
    assert [column.split("$")[1] for column in columns] == [name.split("$")[1] for name in names]
    assert len({find(one, "c:cat//c:f")[0].text for one in series}) == 1
    order = [find(one, "c:idx")[0].get("val") for one in series]
    assert order == [str(at) for at in range(len(series))]


@pytest.mark.parametrize("name", CHARTS)
def test_the_numbers_given_are_the_numbers_held(name):
    chart = CHARTS[name]
    held = [cached.values for cached in caches(build(chart)) if cached.format is not None]
    assert held == [tuple(series.values) for series in chart.columns()]


def test_ranges_begin_below_the_headings():
    formulas = [cached.formula for cached in caches(build(trend_of_three()))]
    assert formulas[:3] == ["Sheet1!$B$1", "Sheet1!$A$2:$A$7", "Sheet1!$B$2:$B$7"]
    assert formulas[-3:] == ["Sheet1!$E$1", "Sheet1!$A$2:$A$7", "Sheet1!$E$2:$E$7"]


def test_a_gap_is_no_point_and_no_cell():
    part = build(trend_of_three())
    first = find(tree(part), "//c:ser[1]/c:val//c:numCache")[0]
    assert [point.get("idx") for point in find(first, "c:pt")] == ["0", "1", "3", "4", "5"]
    assert find(first, "c:ptCount")[0].get("val") == "6"
    assert sheet(part)["B4"].value is None
    assert find(tree(part), "//c:dispBlanksAs")[0].get("val") == "gap"


@pytest.mark.parametrize("value", [0, -0.0, 1e-9, 0.1 + 0.2, 1e21, 123456789.125, 7, True])
def test_a_number_survives_both_ways(value):
    part = build(Bars(alt="", categories=("a",), value=Axis("x", "General"), series=Series("s", (value,))))
    (cached,) = (cached for cached in caches(part) if cached.format is not None)
    assert cached.values == (value,)
    assert sheet(part)["B2"].value == value


def test_the_27th_column_is_called_aa():
    series = tuple(Series(f"s{at}", (at,)) for at in range(28))
    from fixdocs.charts import Stacked

    part = build(Stacked(alt="", categories=("a",), value=Axis("x"), series=series))
    assert caches(part)[-1].formula == "Sheet1!$AC$2:$AC$2"
    assert sheet(part)["AC2"].value == 27


_DIGEST = """
import hashlib, sys
from fixdocs.charts import build
from tests.charts.samples import every_chart
digest = hashlib.sha256()
for chart in every_chart().values():
    part = build(chart)
    digest.update(part.xml + part.workbook)
print(digest.hexdigest())
"""


def test_the_same_numbers_give_the_same_bytes_in_another_process_and_time_zone():
    digests = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai")):
        paths = os.pathsep.join((str(ROOT), str(ROOT / "src")))
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": paths}
        done = subprocess.run(
            [sys.executable, "-c", _DIGEST], env=environment, capture_output=True, text=True, check=True, cwd=ROOT
        )
        digests.add(done.stdout)
    own = hashlib.sha256()
    for chart in CHARTS.values():
        part = build(chart)
        own.update(part.xml + part.workbook)
    assert digests == {own.hexdigest() + "\n"}


def test_the_workbook_carries_no_time(part):
    with zipfile.ZipFile(io.BytesIO(part.workbook)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
