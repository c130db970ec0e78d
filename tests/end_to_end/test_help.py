"""``--help``: whole in one language, quick; a wrong command line is refused in one language too."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from typing import Any

import pytest
import typer

from fixdocs import __version__
from fixdocs.cli.app import app
from fixdocs.cli.help import written
from fixdocs.words import LANGUAGES, words_of

from .folder import run

CHINESE = re.compile("[\u2e80-\uffef]")
# Latin letters that a Chinese page may hold beside what is typed: programs, kinds of file, names of variables.
NAMES = {"fixdocs", "Word", "LibreOffice", "PDF", "LC_ALL", "LANG"}
# What is typed as a value.
VALUES = {"zh", "en", "text", "json", "survey", "issues", "causes", "plan", "evaluation", "fixdocs-demo"}


def walk(command: Any, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Any]]:
    below = [one for name, sub in getattr(command, "commands", {}).items() for one in walk(sub, (*path, name))]
    return [(path, command), *below]


PAGES = dict(walk(typer.main.get_command(app)))
LINES = [" ".join(path) for path in PAGES]


def typed(path: tuple[str, ...]) -> set[str]:
    """What a page names because a person types it: commands, options, arguments."""
    command = PAGES[path]
    words = {*path, *getattr(command, "commands", {}), "-h", "--help"}
    return words | {part for one in command.params for part in re.findall(r"[\w-]+", written(one))}


@pytest.mark.parametrize("path", PAGES, ids=" ".join)
def test_a_chinese_page_is_chinese(path: tuple[str, ...]) -> None:
    page = run("--lang", "zh", *path, "--help").out
    assert page.startswith(f"用法：fixdocs {' '.join(path)}".rstrip())
    strange = set(re.findall(r"[A-Za-z][\w-]*|--?[\w-]+", page)) - NAMES - VALUES - typed(path)
    assert strange == set()


@pytest.mark.parametrize("path", PAGES, ids=" ".join)
def test_an_english_page_is_english(path: tuple[str, ...]) -> None:
    page = run(*path, "-h", "--lang", "en").out
    assert page.startswith(f"Usage: fixdocs {' '.join(path)}".rstrip())
    assert CHINESE.findall(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES, ids=" ".join)
def test_a_page_names_all_there_is_and_fits(path: tuple[str, ...], language: str, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    page = run(*path, "--help", "--lang", language).out
    for one in PAGES[path].params:
        assert re.search(rf"^  {re.escape(written(one))}( |$)", page, re.MULTILINE), one.name
    for name in getattr(PAGES[path], "commands", {}):
        assert re.search(rf"^  {name} ", page, re.MULTILINE)
    assert words_of(language).say("cli_help.help") in page
    widths = [sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line) for line in page.splitlines()[1:]]
    assert max(widths) <= 60


def test_required_and_default_are_said() -> None:
    assert "（必填）" in run("check", "-h").out
    assert "(required)" in run("check", "-h", "--lang", "en").out
    assert "（默认 fixdocs-demo）" in run("demo", "-h").out
    assert "(default: text)" in run("check", "-h", "--lang", "en").out


def test_commands_are_listed_as_a_leader_uses_them() -> None:
    page = run("--help").out
    listed = re.findall(r"^  ([a-z]+) ", page, re.MULTILINE)
    assert listed[:5] == ["new", "demo", "next", "check", "build"]
    assert set(listed) == {path[0] for path in PAGES if path}


def test_the_page_follows_the_machine(monkeypatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert run("--help").out.startswith("Usage: ")
    assert run("--help", "--lang", "zh").out.startswith("用法：")


@pytest.mark.parametrize("path", [(), ("templates",)])
def test_a_group_alone_shows_its_page(path: tuple[str, ...]) -> None:
    done = run(*path)
    assert (done.code, done.out) == (2, "")
    assert done.err == run(*path, "--help").out


def test_version() -> None:
    assert run("--version").out == f"fixdocs {__version__}\n"


WRONG = {
    ("buidl", "x"): ("没有“buidl”这个命令；是不是“build”？", "there is no command “buidl”; did you mean “build”?"),
    ("check",): ("缺少 <folder>。", "<folder> is missing."),
    ("check", "x", "--mrak"): ("没有“--mrak”这个选项；是不是 --mark？", "there is no option “--mrak”; did you mean --mark?"),
    ("check", "x", "-q"): ("没有“-q”这个选项。", "there is no option “-q”."),
    ("check", "x", "y"): ("多出了“y”。", "“y” is more than the command takes."),
    ("check", "x", "--mark=1"): ("选项 --mark 后面不能带值。", "the option --mark takes no value."),
    ("build", "x", "--only"): ("选项 --only 后面要带值。", "the option --only needs a value."),
    ("templates", "check"): ("缺少 <files>…。", "<files>… is missing."),
}  # fmt: skip


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_a_wrong_command_line_is_refused_in_one_language(arguments: tuple[str, ...]) -> None:
    for language, text in zip(("zh", "en"), WRONG[arguments], strict=True):
        done = run("--lang", language, *arguments)
        assert (done.code, done.out) == (2, "")
        first, last = done.err.splitlines()
        assert first.endswith(text)
        assert ("用法不对：" if language == "zh" else "Wrong usage: ") in first
        assert re.search(r"fixdocs[a-z ]* --help", last)


def test_a_command_like_no_other_is_told_what_there_is() -> None:
    assert "new, demo, next, check, build" in run("frobnicate").err


def test_help_loads_nothing_heavy() -> None:
    """The packages that make and read files cost more than the page itself."""
    code = (
        "import sys; from fixdocs.cli.app import run; run(['--help']);"
        "print({'pydantic', 'openpyxl', 'docxtpl', 'rich', 'lxml'} & sys.modules.keys(), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stderr.strip() == "set()"
