"""One project that has every fault at once gives every message in one run, on any console.

Faults that exclude each other stand in further projects; the reason stands beside each of them.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from fixdocs.diagnostics import CODES, Severity
from fixdocs.diagnostics.tell import record, tell
from fixdocs.pipeline import Checked, check
from fixdocs.reports import REPORTS, blocked
from fixdocs.words import words_of

from . import faults_improve, faults_input, faults_survey  # noqa: F401 - they register
from .draft import At, Draft, draft
from .faults import FAULTS, Fault

GROUPS = sorted({each.apart for each in FAULTS})


@cache
def faulty(number: int) -> tuple[Draft, tuple[tuple[Fault, At], ...]]:
    """The project with all faults of a group, and where each should be told."""
    sheet = draft()
    own = [each for each in FAULTS if each.apart == number]
    return sheet, tuple((each, each.change(sheet)) for each in own)


@pytest.fixture(scope="module", params=GROUPS)
def group(request: pytest.FixtureRequest) -> int:
    number: int = request.param
    return number


@pytest.fixture(scope="module")
def folder(group: int, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return faulty(group)[0].write(tmp_path_factory.mktemp("faulty"))


@pytest.fixture(scope="module")
def checked(folder: Path) -> Checked:
    return check(folder, "zh")


def test_the_first_project_holds_nearly_all() -> None:
    together = {each.code for each in FAULTS if not each.apart}
    assert len(together) >= len(CODES) - 10
    assert {each.code for each in FAULTS} == set(CODES)


def test_every_message_comes_at_its_place(group: int, checked: Checked) -> None:
    sheet, own = faulty(group)
    found = {(d.code, d.place.source.file, d.place.source.tab, d.place.cell) for d in checked.diagnostics}
    missing = []
    for case, at in own:
        file, tab, cell = sheet.where(at)
        if (case.code, file.strip(), tab if file.strip() else "", cell) not in found:
            missing.append((str(case), sheet.where(at), sorted(f for f in found if f[0] == case.code)))
    assert missing == []


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command as a person runs it, in an environment of its own."""
    path = os.pathsep.join(str(Path(__file__).resolve().parents[2] / part) for part in ("src", "."))
    keep = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, "-m", "fixdocs", *arguments, str(folder)],
        env=keep | {"PYTHONPATH": path} | environment, capture_output=True, timeout=300, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "cp1252", "ascii"])
def test_every_message_prints_on_any_console(group: int, folder: Path, checked: Checked, encoding: str) -> None:
    done = run(folder, "check", "--lang", "zh", PYTHONIOENCODING=encoding)
    assert done.returncode == (1 if checked.errors else 0)
    assert done.stderr == b""
    text = done.stdout.decode(encoding)
    told = tell(checked.diagnostics, checked.words)
    assert re.findall(r"\bFD\d{3}\b(?=  )", text) == [each.code for each in told]
    for each in told if encoding in ("utf-8", "gbk") else ():
        shown = each.text.encode(encoding, errors="replace").decode(encoding)
        assert shown in text
        assert "?" not in shown.replace("？", ""), f"{each.code}: {each.text} cannot be shown in {encoding}"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_programs_are_told_the_same(group: int, folder: Path, checked: Checked, language: str) -> None:
    done = run(folder, "check", "--format", "json", "--lang", language, PYTHONIOENCODING="utf-8")
    assert done.returncode == (1 if checked.errors else 0)
    answer = json.loads(done.stdout)
    assert answer["errors"] == checked.errors
    assert answer["warnings"] == checked.warnings
    assert {each["code"] for each in answer["diagnostics"]} >= {case.code for case, _ in faulty(group)[1]}
    again = check(folder, language)
    assert answer["diagnostics"] == [record(d, words_of(language), blocked(d)) for d in again.diagnostics]
    for each in answer["diagnostics"]:
        assert bool(each["blocks"]) == (each["severity"] == Severity.ERROR.value)
        assert set(each["blocks"]) <= set(REPORTS)


def test_nothing_is_written_while_everything_is_blocked(tmp_path: Path) -> None:
    sheet, _ = faulty(0)
    folder = sheet.write(tmp_path)
    done = run(folder, "build", "--format", "json", "--lang", "zh", PYTHONIOENCODING="utf-8")
    assert done.returncode == 1
    assert {r["status"] for r in json.loads(done.stdout)["reports"]} == {"blocked"}
    assert not list(folder.rglob("*.docx"))


def test_equal_faults_down_a_column_are_one_line(tmp_path: Path) -> None:
    sheet = draft()
    for _ in range(50):
        sheet.add(
            "问题清单",
            问题编号=f"X{_:02}",
            问题描述="等待",
            类别="效率类",
            影响范围=None,
            来源="I01",
            影响程度="高",
            发生频率=1,
        )
    told = tell(check(sheet.write(tmp_path), "zh").diagnostics, words_of("zh"))
    assert [(t.code, t.where.split(" > ")[-1], t.count) for t in told] == [
        ("FD201", "E4:E53 影响范围", 50), ("FD202", "G4:G53 影响程度", 50),
    ]  # fmt: skip
