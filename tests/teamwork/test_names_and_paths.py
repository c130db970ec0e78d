"""Names and paths that systems dislike: characters no file name takes, spaces, brackets, great length, Windows."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from fixdocs.cli.asked import reachable
from fixdocs.sample.write import write_sample
from fixdocs.schema.improve import Reviewer
from fixdocs.teamwork.ballots import ballot_name
from fixdocs.words import LANGUAGES, words_of
from tests.end_to_end.folder import Folder, run

ZH = words_of("zh")
RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{name}{n}" for name in ("COM", "LPT") for n in range(1, 10))}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "name", ["甲/乙", "甲\\乙", 'a:b*c?"d"<e>|f', "CON", "nul.", "末尾的点.", " 空格 ", "长" * 300, "换\n行", "e\u0301"]
)
def test_a_ballot_has_a_name_that_windows_takes(name: str, language: str) -> None:
    made = ballot_name(Reviewer(id="E01", name=name), words_of(language))
    assert not re.search(r'[\\/:*?"<>|\x00-\x1f]', made)
    assert made.partition(".")[0].upper() not in RESERVED
    assert made == made.strip(" .")
    assert not Path(made).stem.endswith((" ", "."))
    assert len(made.encode()) <= 255


def test_every_name_the_program_gives_is_one_windows_takes() -> None:
    for language in LANGUAGES:
        words = words_of(language)
        names = [words.say(f"workbook.file_{n}") for n in (*range(1, 6), "single")]
        names += [words.say(f"reports.{name}") for name in ("survey", "issues", "causes", "plan", "evaluation")]
        names += [words.say(key) for key in ("cli.reports_folder", "cli.templates_folder", "teamwork.marks_folder",
                                             "teamwork.ballots_folder")]  # fmt: skip
        assert not [name for name in names if re.search(r'[\\/:*?"<>|]', name) or name != name.strip(" .")]


@pytest.mark.parametrize("name", ["我的 项目", "项目[2026]{一}", "a'b&c;d", "-v", "长" * 60 + "/" + "路" * 60])
def test_a_folder_may_be_called_anything(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / name
    write_sample(path, ZH)
    monkeypatch.chdir(tmp_path)
    given = [f".{os.sep}{name}"]
    for command in (["build"], ["check", "--mark"], ["ballots"], ["next"], ["status"]):
        done = run(*command, *given)
        assert done.code == 0, done.out + done.err
    assert len(Folder(path).reports()) == 5
    assert len(list((path / ZH.say("teamwork.ballots_folder")).iterdir())) == 6
    shutil.rmtree(path)


def test_windows_reaches_long_paths() -> None:
    deep = "C:\\" + "\\".join(["很长的文件夹名"] * 20)
    assert str(reachable(Path(deep), "win32")) == "\\\\?\\" + deep
    share = "\\\\server\\" + deep[3:]
    assert str(reachable(Path(share), "win32")) == "\\\\?\\UNC\\" + share[2:]
    assert reachable(Path("C:\\kurz"), "win32") == Path("C:\\kurz")
    lifted = reachable(Path(deep), "win32")
    assert reachable(lifted, "win32") == lifted
    assert reachable(Path("/" + "x" * 300), "linux") == Path("/" + "x" * 300)
