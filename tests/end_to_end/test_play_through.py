"""The whole method with the commands alone: new, next, ballots, build; cells are typed, LibreOffice saves them again."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest

from fixdocs.reports import REPORTS
from tests.support.programs import requires
from tests.workbook.test_other_programs import by_office

from .folder import BOOKS, WORDS, Done, Folder, run, whole_text
from .playing import headings, type_in

AWAY = "评审人戊"


def save_again(folder: Folder) -> None:
    """Open every workbook in LibreOffice and save it."""
    by_office(sorted(folder.path.glob("*.xlsx")))


def play(folder: Folder, demo: Folder, *, number: int) -> Done:
    """Fill one step and build."""
    leave = {"scores"} if number == 5 else ()
    assert type_in(demo.book(number), folder.book(number), number, leave) > 5
    return folder.build()


def answer_ballots(folder: Folder, demo: Folder) -> None:
    """Each reviewer who is there fills his own workbook and sends it back; one never does."""
    given = openpyxl.load_workbook(demo.book(5))["评分"]
    top, columns = headings(given)
    scores = {
        (row[columns["评审人"] - 1].value, row[columns["方案编号"] - 1].value): row
        for row in given.iter_rows(min_row=top + 1)
        if row[0].value
    }
    made = sorted((folder.path / WORDS.say("teamwork.ballots_folder")).glob("*.xlsx"))
    assert len(made) == 7
    for path in made:
        book = openpyxl.load_workbook(path)
        page = book["评分"]
        begin, places = headings(page)
        for row in page.iter_rows(min_row=begin + 1):
            key = (row[places["评审人"] - 1].value, row[places["方案编号"] - 1].value)
            for name in ("可行性", "有效性", "风险性", "意见"):
                if key in scores:
                    page.cell(row[0].row, places[name]).value = scores[key][columns[name] - 1].value
        book.save(path)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory, demo: Folder) -> Folder:
    """A project that was played through, LibreOffice between every two steps."""
    folder = Folder(tmp_path_factory.mktemp("play") / "投诉 处理[2026]")
    assert run("new", str(folder.path)).code == 0
    assert sorted(path.name for path in folder.path.iterdir()) == sorted(BOOKS.values())
    for number in range(1, 6):
        if number > 1:
            done = run("next", str(folder.path))
            assert done.code == 0, done.out + done.err
            assert BOOKS[number] in done.out
        done = play(folder, demo, number=number)
        save_again(folder)
        if number < 5:
            assert done.code == 0, done.out + done.err
            assert set(folder.reports()) == set(REPORTS[:number])
    folder.set(5, "评审人", "E05", "出席", None)  # nobody knows yet who will come
    done = run("ballots", str(folder.path))
    assert done.code == 0, done.out + done.err
    answer_ballots(folder, demo)
    status = run("ballots", str(folder.path), "--status")
    (away,) = [line for line in status.out.splitlines() if AWAY in line]
    assert WORDS.say("teamwork.ballot_waiting") in away, status.out
    folder.set(5, "评审人", "E05", "出席", "缺席")
    return folder


@requires("soffice")
class TestPlayed:
    def test_the_last_build_writes_all_five(self, played: Folder, demo: Folder) -> None:
        done = played.build()
        assert done.code == 0, done.out + done.err
        assert set(played.reports()) == set(REPORTS)
        assert "0 个错误" in done.out

    @pytest.mark.parametrize("report", REPORTS)
    def test_they_say_what_the_sample_says(self, played: Folder, demo: Folder, report: str) -> None:
        if not played.report(report).exists():
            played.build()
        badge = WORDS.say("front.sample")  # blank workbooks have no field that makes a project a sample
        assert whole_text(played.document(report)) == whole_text(demo.document(report)).replace(f"{badge}\n", "", 1)

    def test_ballots_tell_who_has_answered(self, played: Folder) -> None:
        done = run("ballots", str(played.path), "--status")
        assert done.code == 0, done.out + done.err
        assert WORDS.say("teamwork.ballot_out") in done.out

    def test_status_shows_nothing_open(self, played: Folder) -> None:
        played.build()
        done = run("status", str(played.path))
        assert done.code == 0
        assert done.out.count(WORDS.say("teamwork.report_current")) == 5

    def test_next_has_nothing_more_to_do(self, played: Folder) -> None:
        done = run("next", str(played.path))
        assert done.code == 0
        assert not [path for path in played.path.glob("*补*") if path.suffix == ".xlsx"]

    def test_a_step_that_is_begun_is_not_touched(self, played: Folder, tmp_path: Path) -> None:
        copy = Folder(tmp_path / "再来")
        shutil.copytree(played.path, copy.path)
        before = {path: path.read_bytes() for path in copy.path.rglob("*.xlsx")}
        run("next", str(copy.path))
        run("ballots", str(copy.path))
        assert {path: path.read_bytes() for path in copy.path.rglob("*.xlsx")} == before
