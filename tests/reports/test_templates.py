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


def differing(made: dict[str, bytes], committed: dict[str, bytes]) -> dict[str, str]:
    """The parts that are not the same in both, and the text of each where they begin to differ."""
    return {
        name: "only in what the script makes" if name not in committed
        else "only in the committed file" if name not in made
        else _difference(made[name], committed[name])
        for name in sorted({*made, *committed})
        if made.get(name) != committed.get(name)
    }  # fmt: skip


def _difference(made: bytes, committed: bytes) -> str:
    at = next(
        (n for n, (one, other) in enumerate(zip(made, committed)) if one != other), min(len(made), len(committed))
    )
    one, other = (each[max(at - 40, 0) : at + 80].decode("utf-8", "replace") for each in (made, committed))
    return f"made …{one}… committed …{other}…"


@pytest.mark.parametrize("report", REPORTS)
def test_it_is_what_the_script_makes(report: Report, tmp_path: Path) -> None:
    """The script is the master, the file is made from it: a change of either alone shows here."""
    path = path_of(report)
    found = differing(parts(make(report, tmp_path, WORDS)), parts(path))
    assert not found, (
        f"templates/docx/{path.name} is not what tools/word/{report}.py makes. The script is the master: change it and "
        f"run make templates. What was changed in Word goes into the script by hand. {found}"
    )


def test_a_change_by_hand_is_noticed_in_its_part() -> None:
    made = parts(path_of("survey"))
    body = made["word/document.xml"].replace(b"{{ front.title }}", b"{{ front.titel }}", 1)
    committed = {**made, "word/document.xml": body, "word/media/logo.png": b"x"}
    assert committed["word/document.xml"] != made["word/document.xml"]
    found = differing(made, committed)
    assert sorted(found) == ["word/document.xml", "word/media/logo.png"]
    assert "{{ front.titel }}" in found["word/document.xml"]
    assert found["word/media/logo.png"] == "only in the committed file"
    assert differing(committed, made)["word/media/logo.png"] == "only in what the script makes"


@pytest.mark.parametrize("report", REPORTS)
def test_the_lint_finds_nothing(report: Report) -> None:
    assert [fault.message(WORDS) for fault in lint_file(path_of(report))] == []


@pytest.mark.parametrize("report", REPORTS)
def test_it_prints_all_that_its_report_provides(report: Report) -> None:
    """The other way round: a name that no paragraph of the pack prints is dead weight in the context."""
    used = inspect_template(report, path_of(report).read_bytes(), context_class(report)).used
    top = set(context_class(report).__struct_fields__)
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
