"""Two languages apart: messages speak to who is at the machine, reports are in the edition of the project."""

from __future__ import annotations

import json
import logging
import re
from pathlib import Path

import openpyxl
import pytest

from fixdocs.cli.asked import expected_language, machine_language, written_language
from fixdocs.diagnostics.tell import tell
from fixdocs.errors import UsageError
from fixdocs.pipeline import check
from fixdocs.reports import REPORTS
from fixdocs.sample.write import write_sample
from fixdocs.words import EDITIONS, LANGUAGES, Words, words_of
from tests.test_words import LATER, modules

from .folder import Done, Folder, run, whole_text

EN, ZH = words_of("en"), words_of("zh")
CHINESE = re.compile("[\u3400-\u9fff]")
SENTENCE = EN.say("cli.no_edition")


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The sample with English titles, headings and choices."""
    path = tmp_path_factory.mktemp("english") / "project"
    write_sample(path, EN)
    return Folder(path)


@pytest.fixture
def english(untouched: Folder, tmp_path: Path) -> Folder:
    return untouched.copied(tmp_path / "project")


def speak(monkeypatch: pytest.MonkeyPatch, **variables: str) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)


def refuses_traceback(done: Done) -> None:
    assert "Traceback" not in done.out + done.err
    assert done.code != 4, done.err


# An English project


def test_an_english_project_goes_the_whole_way(english: Folder) -> None:
    path = str(english.path)
    checked = run("check", path)
    assert (checked.code, checked.out.splitlines()[-1]) == (0, EN.say("cli.counts", errors=0, warnings=1))
    built = run("build", path)
    assert built.code == 0, built.out
    assert built.out.count(SENTENCE) == 1
    assert english.reports().keys() == set(REPORTS), "in the Chinese folder, under their Chinese names"
    assert EN.say("cli.reading") in built.err
    assert not CHINESE.search(built.err)
    status = run("status", path)
    assert status.out.count(EN.say("teamwork.report_current")) == len(REPORTS)
    assert status.out.count(SENTENCE) == 1
    for arguments in (("next", path), ("ballots", path), ("ballots", path, "--status"), ("check", path, "--mark")):
        done = run(*arguments)
        refuses_traceback(done)
        assert done.code == 0, done.out
    assert [*english.path.rglob("ballot-E01*.xlsx")]
    assert [*english.path.rglob(EN.say("teamwork.list_file"))]


def test_an_english_project_is_handed_on_in_english(untouched: Folder, tmp_path: Path) -> None:
    """Whatever the messages are in: a Chinese workbook among English ones would be another project's."""
    folder = tmp_path / "project"
    folder.mkdir()
    for number in (1, 2):
        name = EN.say(f"workbook.file_{number}") + ".xlsx"
        (folder / name).write_bytes((untouched.path / name).read_bytes())
    done = run("next", str(folder), "--lang", "zh")
    assert done.code == 0, done.out
    assert CHINESE.search(done.out)
    book = openpyxl.load_workbook(folder / (EN.say("workbook.file_3") + ".xlsx"))
    assert EN.sheet("causes").title in book.sheetnames


def test_programs_are_told_of_the_edition(english: Folder) -> None:
    answer = json.loads(run("build", str(english.path), "--format", "json").out)
    assert (answer["edition"], answer["edition_note"]) == ("zh", SENTENCE)
    answer = json.loads(run("status", str(english.path), "--format", "json").out)
    assert (answer["edition"], answer["edition_note"]) == ("zh", SENTENCE)


def test_a_draft_tells_its_gaps_in_the_language_of_the_edition(english: Folder) -> None:
    """Words that a fault quotes included: they are chosen while the workbook is read."""
    path = english.path / (EN.say("workbook.file_1") + ".xlsx")
    book = openpyxl.load_workbook(path)
    page = book[EN.sheet("steps").title]
    wanted = EN.label("steps", "kind")
    heading = next(cell for row in page.iter_rows(max_row=4) for cell in row if str(cell.value).startswith(wanted))
    page.cell(heading.row + 1, heading.column).value = "somewhat odd"
    book.save(path)
    done = run("build", str(english.path), "--draft", "--only", "survey")
    refuses_traceback(done)
    text = whole_text(english.document("survey"))
    in_english, in_chinese = (check(english.path, w.language).blocking("survey") for w in (EN, ZH))
    said, mixed = (tell(found, ZH)[0].text for found in (in_chinese, in_english))
    assert said != mixed, "the fault of this test quotes words"
    assert "somewhat odd" in said
    assert said in text
    assert mixed not in text
    assert tell(in_english, EN)[0].text in done.out, "messages speak English all the same"


# Messages of another language than the project's


def test_messages_in_english_leave_the_reports_as_they_are(demo: Folder, sample: Folder) -> None:
    done = sample.build("--lang", "en")
    assert done.code == 0
    assert EN.say("cli.counts", errors=0, warnings=1) in done.out
    assert SENTENCE not in done.out, "a Chinese project wants no English edition"
    assert sample.reports() == demo.reports()


@pytest.mark.parametrize("words", [EN, ZH])
def test_the_six_steps_are_told_in_the_language_of_messages(words: Words, sample: Folder) -> None:
    done = run("build", str(sample.path), "-v", "--only", "survey", "--lang", words.language)
    told = [words.say(f"cli.step_{step}", name=words.say("reports.survey")) for step in
            ("read", "check", "analyse", "compose", "write")]  # fmt: skip
    logging.getLogger("fixdocs").handlers.clear()
    assert [line for line in done.err.splitlines() if line in told] == told


def test_an_edition_that_is_missing_is_said(demo: Folder, sample: Folder) -> None:
    done = sample.build("--edition", "en")
    assert done.code == 0
    assert done.out.count(ZH.say("cli.no_edition")) == 1
    assert sample.reports() == demo.reports()
    assert ZH.say("cli.no_edition") not in sample.build("--edition", "zh").out


def test_files_that_are_handed_on_speak_the_projects_language(sample: Folder) -> None:
    for number in (3, 4, 5):
        sample.book(number).unlink()
    done = run("next", str(sample.path), "--lang", "en")
    assert done.code == 0
    assert ZH.sheet("causes").title in openpyxl.load_workbook(sample.book(3)).sheetnames
    assert "Written: " in done.out


def test_editions_are_those_that_are_written() -> None:
    for language in LANGUAGES:
        assert (language in EDITIONS) == (modules(language) >= LATER), language


# Whose language


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, None),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "zh_CN.GB18030"}, "zh"),
        ({"LANG": "zh-Hans"}, "zh"),
        ({"LANG": "en"}, "en"),
        ({"LC_ALL": "zh_TW.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LC_MESSAGES": "en_GB", "LANG": "zh_CN"}, "en"),
        ({"LC_ALL": "", "LANG": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "C.UTF-8"}, None),
        ({"LANG": "POSIX"}, None),
        ({"LANG": "de_DE.UTF-8"}, None),
        ({"LANG": "."}, None),
    ],
)
def test_the_machines_language(variables: dict[str, str], language: str | None, monkeypatch) -> None:
    speak(monkeypatch, **variables)
    assert machine_language() == language


def test_what_decides_the_language_of_messages(english: Folder, sample: Folder, monkeypatch) -> None:
    """``--lang`` before or after the command, else the machine's, else the project's."""

    def told(folder: Folder, *before: str, after: tuple[str, ...] = ()) -> str:
        line = run(*before, "check", str(folder.path), *after).out.splitlines()[-1]
        return {w.say("cli.counts", errors=0, warnings=1): w.language for w in (EN, ZH)}[line]

    assert (told(english), told(sample)) == ("en", "zh")
    speak(monkeypatch, LANG="en_US.UTF-8")
    assert told(sample) == "en"
    assert told(sample, "--lang", "zh") == "zh"
    assert told(sample, after=("--lang=zh",)) == "zh"
    assert told(sample, "--lang", "en", after=("--lang", "zh")) == "zh", "the one nearer to the command"
    speak(monkeypatch, LC_ALL="de_DE.UTF-8")
    assert (told(english), told(sample)) == ("en", "zh")


COMMANDS = {
    "demo": "Wrote ", "new": "Wrote ", "codes": EN.say("cli.code_cause"), "fields": EN.say("reports.survey"),
    "templates export": "Wrote ",
}  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("place", ["before", "after"])
def test_commands_without_a_project_take_it_too(command: str, place: str, tmp_path: Path) -> None:
    folder = [] if command in ("codes", "fields") else [str(tmp_path / "new")]
    words, asked = command.split(), ["--lang", "en"]
    done = run(*asked, *words, *folder) if place == "before" else run(*words, *folder, *asked)
    assert done.code == 0, done.err
    assert COMMANDS[command] in done.out
    assert ZH.say("cli.wrote", path="") not in done.out


def test_templates_are_checked_in_the_language_asked_for(tmp_path: Path) -> None:
    assert run("templates", "export", str(tmp_path)).code == 0
    path = next(tmp_path.glob("01-*.docx"))
    done = run("templates", "--lang", "en", "check", str(path))
    assert done.out.strip() == EN.say("cli.template_clean", path=path)


def test_new_workbooks_do_not_depend_on_the_machine(tmp_path: Path, monkeypatch) -> None:
    speak(monkeypatch, LANG="en_US.UTF-8")
    done = run("new", str(tmp_path / "by-machine"))
    assert "Wrote " in done.out
    assert (tmp_path / "by-machine" / (ZH.say("workbook.file_1") + ".xlsx")).exists()
    assert run("new", str(tmp_path / "asked"), "--lang", "en").code == 0
    assert (tmp_path / "asked" / (EN.say("workbook.file_1") + ".xlsx")).exists()


@pytest.mark.parametrize(
    "arguments",
    [("--lang", "xx", "check", "."), ("check", ".", "--lang", "xx"), ("--help", "--lang=xx"), ("build", ".", "--edition", "xx"),
     ("check", ".", "--lang", "")],
)  # fmt: skip
def test_an_unknown_language_is_refused(arguments: tuple[str, ...]) -> None:
    found = "" if arguments[-1] == "" else "xx"
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.strip() == ZH.say("cli.bad_language", found=found, known="zh, en")


def test_what_follows_a_double_dash_is_no_option() -> None:
    assert written_language(["check", "--", "--lang", "en"]) is None
    with pytest.raises(UsageError):
        written_language(["--lang", "klingon"])


def test_a_project_is_expected_to_speak_as_its_files_are_named(english: Folder, sample: Folder, tmp_path: Path) -> None:
    assert [expected_language(path) for path in (english.path, sample.path, tmp_path / "none")] == ["en", "zh", "zh"]


def test_a_failure_is_told_in_the_projects_language(english: Folder) -> None:
    """Nobody said a language; the project was read, then its folder of reports proved to be a file."""
    (english.path / ZH.say("cli.reports_folder")).write_text("")
    done = run("build", str(english.path))
    assert done.code == 3
    assert done.err.splitlines()[-1].startswith("The folder ")
