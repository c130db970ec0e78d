"""The words of the workbooks: the guide names every sheet and explains every choice; what prints of the lists."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from fixdocs.schema import SHEETS, WORKBOOKS, sheets_of
from fixdocs.words import LANGUAGES, words_of
from fixdocs.workbook.author.blank import file_name, write_blank
from fixdocs.workbook.author.layout import FIRST
from tests.support.programs import need, requires

from .test_book import ZH, column, opened, validation, zh_sheet


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_names_every_sheet(language: str) -> None:
    guide = words_of(language).module("guide")
    assert set(guide.SHEETS) == set(SHEETS)
    assert set(guide.BOOKS) == {0, *WORKBOOKS}
    assert all(all(texts) for texts in guide.SHEETS.values())
    assert sum(row[1] for row in guide.CRITERIA) == pytest.approx(1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_says_what_choices_mean(language: str, tmp_path: Path) -> None:
    """Every list whose words do not explain themselves, in the workbook that asks for it, word by word."""
    words = words_of(language)
    paths, _ = write_blank(tmp_path, words)
    told = {path: [str(c.value) for c in opened(path)[words.say("workbook.guide")]["B"]] for path in paths}
    for number, path in zip(WORKBOOKS, paths, strict=True):
        asked = {cell.column.choices for sheet in sheets_of(number) for cell in sheet.cells() if cell.column.choices}
        for choice in asked:
            sentences = words.module("choices").CHOICE_HELP.get(choice.__name__, {})
            lines = [words.say("workbook.choice_means", word=words.choice(member), text=sentences[member.value])
                     for member in choice if sentences]  # fmt: skip
            assert not lines or told[path].count("\n".join(lines)) == 1, choice


def test_prompts_name_the_guide_where_it_explains() -> None:
    sheet = zh_sheet("issues")
    explained, plain = ("treatment", "core_override")
    texts = {
        key: validation(sheet, f"{column(sheet, ZH.label('issues', key))}{FIRST}").prompt for key in (explained, plain)
    }
    assert ZH.say("workbook.take_list_explained") in texts[explained]
    assert ZH.say("workbook.guide") in texts[explained]
    assert ZH.say("workbook.take_list") in texts[plain]


@requires("soffice", "pdftotext")
def test_lists_that_grow_print_no_blank_pages(tmp_path: Path) -> None:
    """The reference sheet has formulas for 300 rows; only what is to be seen prints."""
    paths, _ = write_blank(tmp_path, ZH)
    command = [need("soffice"), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf",
               "--outdir", str(tmp_path), str(paths[2])]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    printed = subprocess.run(
        [need("pdftotext"), str(paths[2].with_suffix(".pdf")), "-"], check=True, capture_output=True
    )
    pages = printed.stdout.decode().split("\f")[:-1]
    assert len(pages) > 5
    assert all(page.strip() for page in pages)


def test_the_names_of_files() -> None:
    assert [file_name(n, ZH) for n in (1, 2, 3, 4, 5)] == [
        "01-现状调研.xlsx", "02-问题清单.xlsx", "03-根因分析.xlsx", "04-改进方案.xlsx", "05-方案评估.xlsx"
    ]  # fmt: skip
    for words in map(words_of, LANGUAGES):
        names = [file_name(number, words) for number in range(6)]
        assert len(set(names)) == 6
        assert not set('<>:"/\\|?*') & set("".join(names))


def test_both_languages_say_the_same_things() -> None:
    zh, en = (words_of(language).module("say_workbook").SAY for language in LANGUAGES)
    assert zh.keys() == en.keys()
    for key in zh:
        assert set(re.findall(r"{(\w+)", zh[key])) == set(re.findall(r"{(\w+)", en[key])), key
