"""A fault that nobody foresaw: one sentence, a log outside the project, exit code 4. Never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from fixdocs import __version__
from fixdocs.cli.fault import write_log
from fixdocs.words import LANGUAGES, words_of

from .folder import ROOT_SOURCE, Done, Folder, run

# One function of each of the six steps.
STEPS = {
    "find": "fixdocs.workbook.read.load.find",
    "read": "fixdocs.workbook.read.load.read_table",
    "check": "fixdocs.rules.check",
    "analyse": "fixdocs.analysis.findings.analyse",
    "compose": "fixdocs.reports.compose",
    "write": "fixdocs.output.folder.OutputFolder.write",
}


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's temporary folder of this test; the user's own folder is empty too."""
    room = tmp_path / "temporary"
    room.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(room))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return room


def breaks(monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(f"broken at {step}")

    monkeypatch.setattr(STEPS[step], broken)


def inputs(folder: Folder) -> set[str]:
    return {path.name for path in folder.path.rglob("*") if path.is_file() and path.suffix != ".docx"}


def refuses_traceback(done: Done) -> None:
    assert "Traceback" not in done.out + done.err
    assert "RuntimeError: " not in done.out + done.err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", STEPS)
def test_a_fault_in_any_step_is_one_sentence(step: str, language: str, sample: Folder, room: Path, monkeypatch) -> None:
    breaks(monkeypatch, step)
    before = inputs(sample)
    done = sample.build("--lang", language)
    assert done.code == 4
    refuses_traceback(done)
    (log,) = room.iterdir()
    assert done.err.splitlines()[-1] == words_of(language).say("cli.fault", kind="RuntimeError", log=log)
    assert {name for name in inputs(sample) - before if "log" in name} == set()
    text = log.read_text(encoding="utf-8")
    for part in (f"broken at {step}", "Traceback", f"fixdocs {__version__}", "Python 3", f"build {sample.path}"):
        assert part in text


@pytest.mark.parametrize("command", ["check", "status", "next", "ballots"])
def test_every_command_keeps_its_traceback_to_itself(command: str, sample: Folder, room: Path, monkeypatch) -> None:
    breaks(monkeypatch, "check")
    done = run(command, str(sample.path))
    assert done.code == 4
    refuses_traceback(done)


def test_each_fault_has_a_log_of_its_own(sample: Folder, room: Path, monkeypatch) -> None:
    breaks(monkeypatch, "check")
    for _ in range(3):
        assert sample.check().code == 4
    assert len([*room.iterdir()]) == 3


def test_without_a_temporary_folder_the_users_own_is_taken(sample: Folder, room: Path, monkeypatch) -> None:
    breaks(monkeypatch, "check")
    monkeypatch.setattr(tempfile, "tempdir", str(room / "gone" / "\0"))
    done = sample.check()
    assert done.code == 4
    (log,) = (room.parent / "state" / "fixdocs").iterdir()
    assert str(log) in done.err


def test_no_log_is_written_into_the_project(sample: Folder, room: Path, monkeypatch) -> None:
    """A temporary folder inside the project is none: the project stays as it is."""
    breaks(monkeypatch, "check")
    inner = sample.path / "temporary"
    inner.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(inner))
    assert sample.check().code == 4
    assert [*inner.iterdir()] == []
    assert len([*(room.parent / "state" / "fixdocs").iterdir()]) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_can_be_written_the_sentence_says_so(language, sample: Folder, room: Path, monkeypatch) -> None:
    breaks(monkeypatch, "check")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "mkstemp", full)
    done = sample.check("--lang", language)
    assert done.code == 4
    assert done.err.strip() == words_of(language).say("cli.fault_unlogged", kind="RuntimeError")


def test_a_command_that_cannot_be_encoded_is_logged(room: Path) -> None:
    log = write_log(RuntimeError("x"), ["check", "\udcff"])
    assert log is not None
    assert "check \\udcff" in log.read_text(encoding="utf-8")


def test_an_installation_that_lacks_a_package_is_told_in_a_sentence(room: Path) -> None:
    code = "import sys; sys.modules['typer'] = None; from fixdocs.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--help"], capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONPATH": ROOT_SOURCE, "TMPDIR": str(room), "PYTHONUTF8": "1"},
    )  # fmt: skip
    (log,) = room.iterdir()
    assert done.returncode == 4
    assert done.stderr.strip() == words_of("zh").say("cli.fault", kind="ModuleNotFoundError", log=log)


def test_a_reader_who_goes_away_is_no_fault(room: Path) -> None:
    """``fixdocs codes | head -1``."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "fixdocs", "codes"], stdout=writing, stderr=subprocess.PIPE, encoding="utf-8",
        check=False, env={**os.environ, "PYTHONPATH": ROOT_SOURCE, "TMPDIR": str(room)},
    )  # fmt: skip
    os.close(writing)
    assert done.stderr == ""
    assert done.returncode not in (0, 4)
    assert [*room.iterdir()] == []
