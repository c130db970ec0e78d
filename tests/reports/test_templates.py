"""The pack's Word templates: made by the script, read by people, and in step with what their reports provide."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from fixdocs.pack import DOCX, pack_folder
from fixdocs.pipeline import file_name
from fixdocs.reports import REPORTS, Report
from fixdocs.reports.names import context_class, field_rows, lint_file
from fixdocs.sample import project
from fixdocs.word.template.fields import fields_of
from fixdocs.word.template.lint import inspect_template
from fixdocs.words import words_of
from tests.support.programs import requires
from tests.support.validate import assert_valid
from tools.make_templates import make

WORDS = words_of("zh")


def path_of(report: Report) -> Path:
    return pack_folder(DOCX) / file_name(report, WORDS)


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_pack_holds_the_five() -> None:
    assert sorted(p.name for p in pack_folder(DOCX).iterdir()) == sorted(file_name(r, WORDS) for r in REPORTS)


@pytest.mark.parametrize("report", REPORTS)
def test_it_is_what_the_script_makes(report: Report, tmp_path: Path) -> None:
    assert parts(make(report, tmp_path, WORDS)) == parts(path_of(report)), "run make templates"


@pytest.mark.parametrize("report", REPORTS)
def test_the_lint_finds_nothing(report: Report) -> None:
    assert [fault.message(WORDS) for fault in lint_file(path_of(report))] == []


@pytest.mark.parametrize("report", REPORTS)
def test_it_prints_all_that_its_report_provides(report: Report) -> None:
    """The other way round: a name that no paragraph of the pack prints is dead weight in the context."""
    used = inspect_template(report, path_of(report).read_bytes(), context_class(report)).used
    top = {f.name for f in context_class(report).__dataclass_fields__.values()}
    assert not {name for name in top if name not in used and not any(u.endswith(f".{name}") for u in used)}


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_name_has_a_meaning(report: Report, language: str) -> None:
    rows = field_rows(report, words_of(language), project())
    assert len(rows) >= 20
    assert [row["name"] for row in rows if not row["meaning"]] == []


@pytest.mark.parametrize("report", REPORTS)
def test_names_come_from_the_one_definition(report: Report) -> None:
    assert {row["name"] for row in field_rows(report, WORDS, project())} == {
        field.path for field in fields_of(context_class(report))
    }


@pytest.mark.parametrize("report", REPORTS)
def test_a_person_can_read_the_tags(report: Report) -> None:
    """Each tag stands whole in one run, as it was typed: a tag split over runs is what people trip over."""
    body = parts(path_of(report))["word/document.xml"].decode()
    texts = re.findall(r"<w:t[ >][^<]*", body)
    assert sum("{{" in text or "{%" in text for text in texts) > 30
    assert all(text.count("{{") == text.count("}}") and text.count("{%") == text.count("%}") for text in texts)


@requires("validator")
def test_templates_are_valid() -> None:
    assert_valid(path_of(report) for report in REPORTS)
