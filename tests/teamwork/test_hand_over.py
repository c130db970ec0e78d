"""next and ballots on folders: what is written, what is never touched, what the reader makes of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from fixdocs.sample.write import write_sample
from fixdocs.words import words_of
from fixdocs.workbook.read.load import load
from tests.end_to_end.folder import Folder, run
from tests.support.programs import requires
from tests.support.validate import assert_valid

WORDS = words_of("zh")


@pytest.fixture
def full(tmp_path: Path) -> Folder:
    write_sample(tmp_path / "全", WORDS)
    return Folder(tmp_path / "全")


@pytest.fixture
def fresh(tmp_path: Path) -> Folder:
    assert run("new", str(tmp_path / "新 (1)")).code == 0
    return Folder(tmp_path / "新 (1)")


def take(fresh: Folder, full: Folder, *numbers: int) -> None:
    for number in numbers:
        shutil.copy(full.book(number), fresh.path)


def cells(path: Path, sheet: str, column: str) -> list[object]:
    page = openpyxl.load_workbook(path)[sheet]
    return [cell.value for cell in page[column][4:] if cell.value is not None]


def lists(path: Path, sheet: str) -> set[str]:
    """Every word that a dropdown of the sheet offers from the reference sheet."""
    book = openpyxl.load_workbook(path)
    found = set()
    for rule in book[sheet].data_validations.dataValidation:
        if rule.type == "list" and "参考" in (rule.formula1 or ""):
            for row in book["参考"][rule.formula1.split("!")[1].replace("$", "").strip("()")]:
                found |= {str(c.value) for c in (row if isinstance(row, tuple) else (row,))}
    return found


def test_the_first_step_must_be_filled_first(fresh: Folder) -> None:
    before = {p.name: p.read_bytes() for p in fresh.path.iterdir()}
    done = run("next", str(fresh.path))
    assert done.code == 0
    assert "流程步骤" in done.out
    assert {p.name: p.read_bytes() for p in fresh.path.iterdir()} == before


def test_issues_come_with_the_lists_of_the_survey(fresh: Folder, full: Folder) -> None:
    take(fresh, full, 1)
    assert run("next", str(fresh.path)).code == 0
    offered = lists(fresh.book(2), "问题清单")
    assert {"F01", "I01", "O01", "Q01", "G01", "投诉量"} <= offered


def test_causes_come_with_the_core_issues(fresh: Folder, full: Folder) -> None:
    take(fresh, full, 1, 2)
    assert "鱼骨图 30 行" in run("next", str(fresh.path)).out
    assert cells(fresh.book(3), "5W1H", "A") == ["P01", "P02", "P03", "P04", "P05"]
    assert cells(fresh.book(3), "鱼骨图", "C")[:6] == ["人", "机", "料", "法", "环", "测"]
    project, faults = load(fresh.path)
    assert not project.causes, "what is only prefilled is no record"
    assert not [d for d in faults if d.place.sheet in ("five_w", "causes", "chains", "roots")]


def test_the_plan_comes_with_roots_and_the_flow_as_it_is(fresh: Folder, full: Folder) -> None:
    take(fresh, full, 1, 2, 3)
    assert run("next", str(fresh.path)).code == 0
    assert cells(fresh.book(4), "改进措施", "B") == [root.id for root in load(full.path)[0].roots]
    before, after = load(full.path)[0].steps, load(fresh.path)[0].to_be
    assert [s.name for s in after] == [s.name for s in before]
    assert [s.touch for s in after] == [s.touch for s in before]
    assert [[w.share for w in s.exits] for s in after] == [[w.share for w in s.exits] for s in before]


def test_the_evaluation_comes_with_alternatives(fresh: Folder, full: Folder) -> None:
    take(fresh, full, 1, 2, 3, 4)
    assert run("next", str(fresh.path)).code == 0
    assert cells(fresh.book(5), "备选方案", "A")[:1] == ["S01"]
    assert cells(fresh.book(5), "评估维度", "A") == ["可行性", "有效性", "风险性"]


def test_a_workbook_that_holds_anything_is_not_touched(fresh: Folder, full: Folder) -> None:
    take(fresh, full, 1, 2)
    run("next", str(fresh.path))
    fresh.fill(3, "根因", [{"根因描述": "写到一半"}])
    held = fresh.book(3).read_bytes()
    fresh.set(2, "问题清单", "P10", "发生频率", 5)
    done = run("next", str(fresh.path))
    assert "没有改动" in done.out
    assert "鱼骨图 6 行" in done.out, "one more core issue"
    assert fresh.book(3).read_bytes() == held
    done = run("next", str(fresh.path), "--additions")
    extra = fresh.path / "03-根因分析（补充 1）.xlsx"
    assert extra.exists()
    assert cells(extra, "5W1H", "A") == ["P10"]
    assert fresh.book(3).read_bytes() == held
    assert (
        "没有需要" in run("next", str(fresh.path), "--additions").out
        or not (fresh.path / "03-根因分析（补充 2）.xlsx").exists()
    ), "what is begun is not begun again"


def test_a_note_of_ones_own_counts_as_something(fresh: Folder, full: Folder) -> None:
    take(fresh, full, 1)
    book = openpyxl.load_workbook(fresh.book(2))
    book.create_sheet("我的草稿")["A1"] = "想法"
    book.save(fresh.book(2))
    held = fresh.book(2).read_bytes()
    run("next", str(fresh.path))
    assert fresh.book(2).read_bytes() == held


def test_nothing_is_left_to_hand_over(full: Folder) -> None:
    assert "没有需要补充的内容" in run("next", str(full.path)).out


def test_a_ballot_a_reviewer_and_what_comes_back(full: Folder) -> None:
    project = load(full.path)[0]
    panel = [r for r in project.reviewers if r.attendance in (None, "present")]
    full.clear(5, "评分")
    done = run("ballots", str(full.path))
    assert done.code == 0
    ballots = sorted((full.path / "评分表").iterdir())
    assert len(ballots) == len(panel)
    assert run("ballots", str(full.path), "--status").out.count("未评") == len(panel)
    assert not [d for d in load(full.path)[1] if d.place.sheet == "scores"], "unreturned ballots are no answers"
    returned = Folder(full.path / "评分表")
    book = openpyxl.load_workbook(ballots[0])
    page = book["评分"]
    assert page.protection.sheet
    columns = list(page.column_dimensions.values())
    top = next(r for r in range(1, 8) if str(page.cell(r, 1).value).startswith("评审人"))
    for row in range(top + 1, top + 1 + len(project.alternatives)):
        for column in range(3, 3 + len(project.criteria)):
            assert not next(d for d in columns if d.min <= column <= d.max).protection.locked
            page.cell(row, column).value = 4
        assert page.cell(row, 1).protection.locked
    page.cell(top + 1, 3).value = 9
    book.save(ballots[0])
    status = run("ballots", str(full.path), "--status")
    assert status.code == 1
    assert "有误" in status.out
    assert "FD903" in status.out
    page.cell(top + 1, 3).value = 5
    book.save(ballots[0])
    assert (
        f"已评（{len(project.alternatives)}/{len(project.alternatives)}）"
        in run("ballots", str(full.path), "--status").out
    )
    assert returned.path.is_dir()


def test_a_faulty_ballot_is_its_reviewers_alone(full: Folder) -> None:
    """The number E01 is part of the name of E011's file."""
    full.clear(5, "评分")
    full.set(5, "评审人", "E07", "评审人编号", "E011")
    assert run("ballots", str(full.path)).code == 0
    (ballot,) = (full.path / "评分表").glob("*E011*")
    book = openpyxl.load_workbook(ballot)
    book["评分"]["C5"] = 9
    book.save(ballot)
    lines = run("ballots", str(full.path), "--status").out.splitlines()
    assert [line.split()[0] for line in lines if "有误：" in line] == ["E011"]


def test_a_ballot_that_is_there_stays(full: Folder) -> None:
    run("ballots", str(full.path))
    ballot = next((full.path / "评分表").iterdir())
    ballot.write_bytes(ballot.read_bytes() + b"x")
    assert "没有改动" in run("ballots", str(full.path)).out
    assert ballot.read_bytes().endswith(b"x")


@requires("validator")
def test_prefilled_workbooks_and_ballots_are_valid(fresh: Folder, full: Folder) -> None:
    run("ballots", str(full.path))
    made = [*(full.path / "评分表").iterdir()]
    for numbers in ((1,), (2,), (3,), (4,)):
        take(fresh, full, *numbers)
        run("next", str(fresh.path))
        made.append(fresh.book(numbers[0] + 1))
        assert_valid([made[-1]])
    assert_valid(made[:3])


def test_blank_workbooks_are_empty_not_faulty(tmp_path: Path) -> None:
    assert run("new", str(tmp_path / "新")).code == 0
    answer = json.loads(run("status", str(tmp_path / "新"), "--format", "json").out)
    assert {sheet["state"] for step in answer["steps"] for sheet in step["sheets"]} <= {"empty", "filled"}
    first = answer["steps"][0]["sheets"][0]
    assert (first["sheet"], first["state"]) == ("project", "empty")


def test_status_tells_what_is_where(full: Folder) -> None:
    answer = json.loads(run("status", str(full.path), "--format", "json").out)
    assert set(answer["reports"].values()) == {"missing"}
    assert all(not step["gaps"] for step in answer["steps"] if step["workbook"] != 2)
    assert full.build().code == 0
    assert set(json.loads(run("status", str(full.path), "--format", "json").out)["reports"].values()) == {"current"}
    full.set(5, "评分", "E01|S01", "可行性", 1)
    after = json.loads(run("status", str(full.path), "--format", "json").out)["reports"]
    assert after["evaluation"] == "older"
    assert after["survey"] == "current"
    full.report("survey").write_bytes(full.report("survey").read_bytes() + b" ")
    assert json.loads(run("status", str(full.path), "--format", "json").out)["reports"]["survey"] == "edited"
    text = run("status", str(full.path)).out
    assert "比数据旧" in text
    assert "有人改动过" in text


def test_marks_are_written_beside_and_passed_over(full: Folder) -> None:
    full.set(2, "问题清单", "P01", "影响程度", 8)
    before = {p.name: p.read_bytes() for p in full.path.glob("*.xlsx")}
    done = run("check", str(full.path), "--mark")
    assert done.code == 1
    marked = full.path / "检查结果" / "02-问题清单.xlsx"
    sheet = openpyxl.load_workbook(marked)["问题清单"]
    column = next(c.column_letter for c in sheet[4] if str(c.value).startswith("影响程度"))
    row = next(r for r in range(5, 40) if sheet.cell(r, 1).value == "P01")
    assert "FD" in sheet[f"{column}{row}"].comment.text
    assert {p.name: p.read_bytes() for p in full.path.glob("*.xlsx")} == before, "the originals are never written to"
    assert len(load(full.path)[0].issues) == 15
    full.set(2, "问题清单", "P01", "影响程度", 5)
    run("check", str(full.path), "--mark")
    assert not marked.exists(), "a copy that is no longer needed goes"
