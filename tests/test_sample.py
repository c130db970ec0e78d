"""The sample's workbooks hold the sample, in either language, and a demo that someone edited stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixdocs.errors import FileError
from fixdocs.pipeline import check
from fixdocs.project import Project
from fixdocs.sample import project as sample
from fixdocs.sample.write import write_sample
from fixdocs.schema import SHEETS
from fixdocs.words import words_of
from fixdocs.workbook.read.load import load
from tests.support.ooxml_lint import assert_clean
from tests.support.programs import requires
from tests.support.validate import assert_valid


@pytest.fixture(scope="module", params=["zh", "en"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param) / "示例 (1)"
    write_sample(folder, words_of(request.param))
    return folder


@pytest.fixture(scope="module")
def read(folder: Path) -> Project:
    project, diagnostics = load(folder)
    assert [(d.code, d.place.cell, d.values) for d in diagnostics] == []
    return project


def test_every_row_comes_back(read: Project) -> None:
    for name, sheet in SHEETS.items():
        if sheet.shape != "mass":
            assert read.rows(name) == sample().rows(name), name
            assert read.count(name) > 0 or name == "mapping", name


@pytest.mark.parametrize("name", [name for name, sheet in SHEETS.items() if sheet.shape == "mass"])
def test_mass_tables_come_back(read: Project, name: str) -> None:
    found, expected = getattr(read, name), getattr(sample(), name)
    assert len(found) == len(expected) > 100
    for attribute in expected.values:
        assert list(found.column(attribute)) == list(expected.column(attribute)), attribute


def test_the_rules_have_one_hint(folder: Path) -> None:
    assert [d.code for d in check(folder).diagnostics] == ["FD705"]


@requires("validator")
def test_valid(folder: Path) -> None:
    assert_valid(folder.glob("*.xlsx"))


def test_lint(folder: Path) -> None:
    assert_clean(*sorted(folder.glob("*.xlsx")))


def test_the_same_again_is_no_matter_an_edited_one_stays(tmp_path: Path) -> None:
    words = words_of("zh")
    paths = write_sample(tmp_path, words)
    assert [path.name for path in paths] == [
        "01-现状调研.xlsx", "02-问题清单.xlsx", "03-根因分析.xlsx", "04-改进方案.xlsx", "05-方案评估.xlsx"
    ]  # fmt: skip
    assert write_sample(tmp_path, words) == paths
    paths[0].unlink()
    paths[3].write_bytes(b"mine")
    with pytest.raises(FileError) as error:
        write_sample(tmp_path, words)
    assert error.value.values == {"path": str(paths[3])}
    assert words.say(error.value.key, **error.value.values).startswith(str(paths[3]))
    assert paths[3].read_bytes() == b"mine"
    assert not paths[0].exists()  # nothing is written once one cannot be


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "demo").write_text("x")
    with pytest.raises(FileError) as error:
        write_sample(tmp_path / "demo", words_of("zh"))
    assert words_of("zh").say(error.value.key, **error.value.values)
