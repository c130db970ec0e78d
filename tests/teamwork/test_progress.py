"""Long work says what it is doing: a moving line on a terminal, plain lines elsewhere, nothing for programs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import fixdocs
from fixdocs.cli.app import run
from fixdocs.reports import REPORTS
from fixdocs.sample.write import write_sample
from fixdocs.words import words_of

ZH = words_of("zh")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("progress")
    write_sample(made, ZH)
    return made


def test_plain_lines_where_output_is_no_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", str(folder)]) == 0
    said = capsys.readouterr()
    lines = said.err.splitlines()
    assert lines[0] == ZH.say("cli.reading")
    assert lines[1:6] == [ZH.say("cli.composing", name=ZH.say(f"reports.{name}")) for name in REPORTS]
    assert lines[6:] == [ZH.say("cli.stage_write")]
    assert "\x1b" not in said.err + said.out
    assert not any(line in said.out for line in lines)


def test_programs_get_the_answer_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", str(folder), "--format", "json"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert len(json.loads(said.out)["reports"]) == 5


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
@pytest.mark.parametrize(("term", "moves"), [("xterm", True), ("dumb", False)])
def test_a_line_moves_on_a_terminal(folder: Path, term: str, *, moves: bool) -> None:
    import pty

    outer, inner = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "fixdocs", "build", str(folder)],
        stdout=subprocess.DEVNULL, stderr=inner, env={
            **os.environ, "TERM": term, "PYTHONUTF8": "1", "COLUMNS": "100",
            "PYTHONPATH": str(Path(fixdocs.__file__).parents[1]),
        },
    )  # fmt: skip
    os.close(inner)
    shown = b""
    while True:
        try:
            block = os.read(outer, 65536)
        except OSError:  # the other end is closed
            break
        if not block:
            break
        shown += block
    assert process.wait() == 0
    os.close(outer)
    text = shown.decode()
    assert ZH.say("cli.composing", name=ZH.say("reports.plan")) in text
    assert ("\x1b[" in text) == moves
    assert ("7/7" in text or "6/7" in text) == moves
