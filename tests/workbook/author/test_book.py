"""Blank workbooks: what they hold, what they take, and that they can be filled and read."""

from __future__ import annotations

import re
import subprocess
import warnings
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from fixdocs.errors import FileError
from fixdocs.sample import project as sample
from fixdocs.sample.write import write_sample
from fixdocs.schema import SHEETS, WORKBOOKS, choices, sheets_of
from fixdocs.schema.base import WHOLE
from fixdocs.schema.improve import Issue, Score
from fixdocs.schema.survey import Exit, Step
from fixdocs.words import LANGUAGES, Words, words_of
from fixdocs.workbook.author.blank import blank_plan, write_blank
from fixdocs.workbook.author.book import (
    Filling,
    Plan,
    SheetPlan,
    criterion_hint,
    criterion_levels,
    row_cells,
    write_workbook,
)
from fixdocs.workbook.author.layout import FIRST, HEADING, ROOM
from fixdocs.workbook.open.find import find
from fixdocs.workbook.open.raw import FormulaFault
from fixdocs.workbook.read.load import load
from tests.support.ooxml_lint import assert_clean
from tests.support.programs import need, requires
from tests.support.validate import assert_valid
from tools.make_workbooks import FOLDER, contents

ZH = words_of("zh")


@pytest.fixture(scope="module", params=[(language, single) for language in LANGUAGES for single in (False, True)],
                ids=["zh", "zh-single", "en", "en-single"])  # fmt: skip
def blank(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Words]:
    language, single = request.param
    folder = tmp_path_factory.mktemp("blank")
    written, left = write_blank(folder, words_of(language), single=single)
    assert (len(written), left) == (1 if single else 5, [])
    return folder, words_of(language)


def opened(path: Path) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return load_workbook(path)


def zh_sheet(name: str) -> Worksheet:
    book = load_workbook(BytesIO(write_workbook(blank_plan(SHEETS[name].workbook, ZH), ZH)))
    return book[ZH.sheet(name).title]


def column(sheet: Worksheet, heading: str) -> str:
    """The letter of the column headed so."""
    return next(str(c.column_letter) for c in sheet[HEADING] if str(c.value).split("\n")[0].rstrip(" *") == heading)


def validation(sheet: Worksheet, cell: str) -> Any:
    (found,) = [rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref]
    return found


def test_blank_workbooks_are_an_empty_project(blank: tuple[Path, Words]) -> None:
    project, found = load(blank[0])
    assert [d.code for d in found] == ["FD111"]
    assert {name for name in SHEETS if project.count(name)} == {"rating", "criteria"}  # what the method gives


def test_every_sheet_stands_in_them_with_all_its_columns(blank: tuple[Path, Words]) -> None:
    folder, words = blank
    titles = [sheet.title for path in sorted(folder.iterdir()) for sheet in opened(path)]
    guide, reference = words.say("workbook.guide"), words.say("workbook.reference")
    assert [t for t in titles if t not in (guide, reference)] == [words.sheet(name).title for name in SHEETS]
    assert titles.count(guide) == titles.count(reference) == len(list(folder.iterdir()))


def test_no_empty_cells_are_written(blank: tuple[Path, Words]) -> None:
    for path in blank[0].iterdir():
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                if name.startswith("xl/worksheets/sheet"):
                    empty = re.findall(r"<c [^>]*/>", package.read(name).decode())
                    allowed = 1 if name.endswith("sheet1.xml") else 0  # the guide shows what an empty cell looks like
                    assert len(empty) <= allowed, name


def test_no_formula_reads_as_never_calculated(blank: tuple[Path, Words]) -> None:
    for file in find(blank[0]):
        for sheet in file.sheets:
            assert not [value for _, row in sheet.rows for value in row if isinstance(value, FormulaFault)]


def test_fonts_are_what_they_are_called(blank: tuple[Path, Words]) -> None:
    """A font tied to the theme shows the theme's, whatever its name."""
    for path in blank[0].iterdir():
        with zipfile.ZipFile(path) as package:
            assert b"<scheme" not in package.read("xl/styles.xml")


def test_lint(blank: tuple[Path, Words]) -> None:
    assert_clean(*sorted(blank[0].iterdir()))


@requires("validator")
def test_valid(blank: tuple[Path, Words]) -> None:
    assert_valid(blank[0].iterdir())


def test_prompts_and_faults_keep_to_the_limits_of_excel(blank: tuple[Path, Words]) -> None:
    for path in blank[0].iterdir():
        for sheet in opened(path):
            for rule in sheet.data_validations.dataValidation:
                assert len(rule.promptTitle or "") <= 32
                assert len(rule.prompt or "") <= 255
                assert len(rule.errorTitle or "") <= 32
                assert len(rule.error or "") <= 255


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert contents() == contents()


def test_the_committed_workbooks_are_these() -> None:
    """Part by part: how a zip is packed differs from one build of zlib to the next."""
    made = contents()
    assert {path.name for path in FOLDER.iterdir()} == set(made)
    for name, content in made.items():
        assert _parts(content) == _parts((FOLDER / name).read_bytes()), f"{name}: run python -m tools.make_workbooks"


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_nothing_is_written_over(tmp_path: Path) -> None:
    mine = tmp_path / "02-问题清单.xlsx"
    mine.write_bytes(b"mine")
    written, left = write_blank(tmp_path, ZH)
    assert left == [mine]
    assert mine.read_bytes() == b"mine"
    assert [path.name[:2] for path in written] == ["01", "03", "04", "05"]
    assert write_blank(tmp_path, ZH)[0] == []


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FileError) as error:
        write_blank(tmp_path / "file" / "new", ZH)
    assert "file" in ZH.say(error.value.key, **error.value.values)


def test_room_for_500_rows() -> None:
    for number in WORKBOOKS:
        book = load_workbook(BytesIO(write_workbook(blank_plan(number, ZH), ZH)))
        for sheet in sheets_of(number):
            if sheet.shape != "form":
                tab = book[ZH.sheet(sheet.name).title]
                lowest = min(r.max_row for v in tab.data_validations.dataValidation for r in v.sqref.ranges)
                assert lowest >= HEADING + ROOM
                assert tab.freeze_panes is not None
                assert tab.print_title_rows == f"${HEADING}:${HEADING}"
                assert tab.page_setup.orientation == "landscape"


def test_choices_have_a_dropdown_that_holds_their_words() -> None:
    book = load_workbook(BytesIO(write_workbook(blank_plan(0, ZH), ZH)))
    for sheet in SHEETS.values():
        tab = book[ZH.sheet(sheet.name).title]
        if sheet.shape == "form":
            continue
        for cell in sheet.cells():
            if cell.column.choices is not None:
                heading = ZH.label(sheet.name, cell.column.key, "")
                rule = validation(tab, f"{column(tab, heading)}{HEADING + ROOM}")
                title, _, area = rule.formula1.replace("'", "").partition("!")
                listed = [row[0].value for row in book[title][area.replace("$", "")]]
                assert listed == [ZH.choice(member) for member in cell.column.choices], heading


def test_references_offer_the_filled_rows_of_their_sheet() -> None:
    tab = zh_sheet("causes")
    rule = validation(zh_sheet("steps"), f"{column(zh_sheet('steps'), '去向1')}5")
    assert rule.formula1 == "OFFSET('流程步骤'!$A$5,0,0,MAX(1,COUNTA('流程步骤'!$B$5:$B$504)),1)"
    assert validation(tab, f"{column(tab, '问题编号')}5").type is None  # the issues are in another workbook
    single = load_workbook(BytesIO(write_workbook(blank_plan(0, ZH), ZH)))["鱼骨图"]
    assert validation(single, f"{column(single, '问题编号')}5").formula1.startswith("OFFSET('问题清单'!$A$5")


def test_references_to_several_sheets_offer_the_rows_of_all() -> None:
    chains = [{"id": "W01", "whys[1]": "甲"}, {"id": "W02", "whys[1]": "乙"}]
    causes = [{"id": "C01", "text": "丙"}]
    plan = Plan((SheetPlan("chains", chains, number_to=9), SheetPlan("causes", causes), SheetPlan("roots")), "x")
    book = load_workbook(BytesIO(write_workbook(plan, ZH)), data_only=True)
    rule = validation(book["根因"], f"{column(book['根因'], '来源')}5")
    top, count = re.findall(r"\$([A-Z]+)\$(\d+)", rule.formula1)
    assert (rule.type, rule.showErrorMessage) == ("list", False)
    listed = [book["参考"][f"{top[0]}{row}"].value for row in range(int(top[1]), int(top[1]) + 5)]
    assert listed == ["W01", "W02", "C01", None, None]
    assert book["参考"]["".join(count)].value == 3


def test_what_does_not_fit_is_refused_with_a_reason() -> None:
    issues, tasks = zh_sheet("issues"), zh_sheet("tasks")
    impact = validation(issues, f"{column(issues, '影响程度')}5")
    assert (impact.type, impact.formula1, impact.formula2, impact.errorStyle) == ("whole", "1", "5", None)
    assert all((impact.error, impact.showErrorMessage, impact.prompt, impact.showInputMessage))
    finish = validation(tasks, f"{column(tasks, '结束日期')}5")
    assert (finish.type, finish.operator) == ("date", "greaterThanOrEqual")
    assert column(tasks, "开始日期") in finish.formula1
    kind = validation(issues, f"{column(issues, '类别')}5")  # a team may add its own class
    assert (kind.type, kind.showErrorMessage) == ("list", False)


def test_required_columns_are_starred_and_dark() -> None:
    sheet = zh_sheet("issues")
    headings = {str(c.value): c.fill.fgColor.rgb for c in sheet[HEADING]}
    starred = {text: fill for text, fill in headings.items() if text.endswith(" *")}
    required = [c for c in SHEETS["issues"].columns if c.required]
    assert [text.rstrip(" *") for text in starred] == [ZH.label("issues", c.key) for c in required]
    assert set(starred.values()).isdisjoint(fill for text, fill in headings.items() if text not in starred)


def issue(key: str, **values: Any) -> Issue:
    return Issue(id=key, description="等待过长", kind="efficiency", scope="全部客户", **values)


def test_priority_is_live_and_has_its_value() -> None:
    rows: list[Filling] = [issue("P01", impact=5, frequency=4), {"id": "P02", "impact": 3}]
    content = write_workbook(Plan((SheetPlan("issues", rows, number_to=5),), "x"), ZH)
    formulas = load_workbook(BytesIO(content))["问题清单"]
    values = load_workbook(BytesIO(content), data_only=True)["问题清单"]
    letter = column(formulas, "优先级")
    assert formulas[f"{letter}5"].value == '=IF(COUNT($E5,$F5)=2,$E5*$F5,"")'
    assert [values[f"{letter}{row}"].value for row in range(FIRST, FIRST + 5)] == [20, None, None, None, None]
    assert [values[f"A{row}"].value for row in range(FIRST, FIRST + 5)] == ["P01", "P02", "P03", "P04", "P05"]
    assert values["A3"].value.startswith("已填 1 行，必填项还缺 4 处；核心问题 1 个")


@pytest.fixture(scope="module")
def saved_again(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Path], Path]:
    """The sample's workbooks, and the folder that holds them as LibreOffice saved them, calculated anew."""
    folder = tmp_path_factory.mktemp("again")
    paths = write_sample(folder / "in", ZH)
    command = [need("soffice"), f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
               "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out")]  # fmt: skip
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True)
    return paths, folder / "out"


@requires("soffice")
def test_saved_again_by_libreoffice_they_read_the_same(saved_again: tuple[list[Path], Path]) -> None:
    project, found = load(saved_again[1])
    assert [(d.code, d.place.cell) for d in found] == []
    for name, sheet in SHEETS.items():
        if sheet.shape == "mass":
            again, table = getattr(project, name), getattr(sample(), name)
            assert {key: list(again.column(key)) for key in table.values} == {
                k: list(v) for k, v in table.values.items()
            }
        else:
            assert project.rows(name) == sample().rows(name), name


@requires("soffice")
def test_cached_values_are_what_a_program_computes(saved_again: tuple[list[Path], Path]) -> None:
    """Every formula gives what was written beside it."""
    compared = 0
    for path in saved_again[0]:
        formulas = load_workbook(path)
        ours, theirs = load_workbook(path, data_only=True), load_workbook(saved_again[1] / path.name, data_only=True)
        for sheet in formulas:
            for row in sheet.iter_rows():
                for cell in (cell for cell in row if cell.data_type == "f"):
                    place = cell.coordinate
                    one, other = ours[sheet.title][place].value, theirs[sheet.title][place].value
                    assert (one or "") == (other or ""), f"{sheet.title} {place} {cell.value}"
                    compared += 1
    assert compared > 60


def test_filled_with_another_library_they_read(tmp_path: Path) -> None:
    """A script that knows nothing of formulas fills cells by their headings, as a person would."""
    write_blank(tmp_path, ZH)
    path = tmp_path / "02-问题清单.xlsx"
    book = load_workbook(path)
    sheet = book["问题清单"]
    for heading, value in {"问题描述": "审批等待过长", "类别": "效率类", "影响范围": "全部工单", "影响程度": 5,
                           "发生频率": 4, "涉及步骤": "全流程"}.items():  # fmt: skip
        sheet[f"{column(sheet, heading)}6"] = value
    book.save(path)
    project, found = load(tmp_path)
    assert [d.code for d in found] == ["FD111"]
    (row,) = project.issues
    assert (row.id, row.impact, row.frequency, row.steps) == ("P02", 5, 4, (WHOLE,))
    assert project.place(row, "impact").cell == "E6"


def test_empty_columns_of_unasked_questions_say_nothing(tmp_path: Path) -> None:
    write_blank(tmp_path, ZH)
    path = tmp_path / "01-现状调研.xlsx"
    book = load_workbook(path)
    questions, answers = book["问卷题目"], book["问卷答卷"]
    questions["B5"], questions["C5"] = "总体满意吗", "量表"
    answers["A5"], answers["D5"] = "A1", 4
    book.save(path)
    project, found = load(tmp_path)
    assert [d.code for d in found] == ["FD111"]
    assert list(project.answers.column("values[Q01]")) == [4.0]
    answers["F5"] = 3  # an answer to a question nobody asked
    book.save(path)
    assert [d.code for d in load(tmp_path)[1]] == ["FD111", "FD510"]


def test_rows_become_cells_in_words() -> None:
    row = issue("P01", impact=5, frequency=4, steps=("F01", "F02"), treatment=choices.Treatment.NOW)
    assert row_cells(row, ZH) == {
        "id": "P01", "description": "等待过长", "kind": "效率类", "scope": "全部客户", "impact": 5, "frequency": 4,
        "steps": "F01、F02", "treatment": "立即处理",
    }  # fmt: skip
    assert row_cells(issue("P02", impact=1, frequency=1, steps=(WHOLE,)), ZH)["steps"] == "全流程"
    assert row_cells(issue("P03", impact=1, frequency=1).model_copy(update={"kind": "风险类"}), ZH)["kind"] == "风险类"
    step = Step(
        id="F1", name="判", kind=choices.StepKind.DECISION, post="甲", exits=(Exit(target="F2"), Exit(share=0.4))
    )
    assert {k: v for k, v in row_cells(step, ZH).items() if k.startswith("exits")} == {
        "exits[1].target": "F2", "exits[2].share": 0.4
    }  # fmt: skip
    score = Score(reviewer="E1", alternative="S1", values={"可行性": 4.0, "风险性": None})
    assert row_cells(score, ZH)["values[可行性]"] == 4.0
    assert row_cells(score, ZH)["values[风险性]"] == "弃权"


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    rows = [issue("P01", impact=1, frequency=1).model_copy(update={"description": '=HYPERLINK("http://x")'})]
    (tmp_path / "a.xlsx").write_bytes(write_workbook(Plan((SheetPlan("issues", rows),), "x"), ZH))
    assert load_workbook(tmp_path / "a.xlsx")["问题清单"]["B5"].data_type == "s"
    assert load(tmp_path)[0].issues[0].description == '=HYPERLINK("http://x")'


def test_a_ballot_is_locked_but_for_the_answers(tmp_path: Path) -> None:
    rows = [{"reviewer": "E01", "alternative": key} for key in ("S01", "S02")]
    sheet = SheetPlan("scores", rows, locked=True, open=frozenset({"values", "comment"}), guidance="请评分。")
    plan = Plan((sheet,), "评分", names={"criteria": ("可行性", "风险性")}, hints={"风险性": "（低分为好）"},
                scales={"风险性": (1, 3)}, sections={"备选方案": (("S01", "先行"),)})  # fmt: skip
    (tmp_path / "a.xlsx").write_bytes(write_workbook(plan, ZH))
    book = load_workbook(tmp_path / "a.xlsx")
    tab = book["评分"]
    assert tab.protection.sheet
    assert tab["C4"].value == "可行性 *"
    assert tab["D4"].value == "风险性 *\n（低分为好）"
    locked = {n: d.protection.locked for d in tab.column_dimensions.values() for n in range(d.min, d.max + 1)}
    assert locked == {1: True, 2: True, 3: False, 4: False, 5: False}
    title, _, area = validation(tab, "D5").formula1.replace("'", "").partition("!")
    assert [row[0].value for row in book[title][area.replace("$", "")]] == [1, 2, 3, "弃权"]
    assert book[title].sheet_state == "hidden"
    assert str(validation(tab, "D5").sqref) == "D5:D6"  # only the rows there are
    guide = [cell.value for cell in book["说明"]["A"]]
    assert guide[guide.index("备选方案") + 1] == "S01"
    assert "填写须知" not in guide
    assert load(tmp_path)[0].scores == ()  # not yet returned


def test_lists_of_other_workbooks_are_offered() -> None:
    plan = Plan((SheetPlan("issues", lists={"steps": ["F01", "F02"], "evidence": ["I01", "投诉量"]}),), "x")
    book = load_workbook(BytesIO(write_workbook(plan, ZH)))
    tab = book["问题清单"]
    for heading, words in {"涉及步骤": ["F01", "F02"], "来源": ["I01", "投诉量"]}.items():
        rule = validation(tab, f"{column(tab, heading)}5")
        title, _, area = rule.formula1.replace("'", "").partition("!")
        assert [row[0].value for row in book[title][area.replace("$", "")]] == words
        assert not rule.showErrorMessage  # several may be typed


def test_scoring_columns_say_what_a_score_means() -> None:
    sheet = zh_sheet("scores")
    headings = [str(c.value) for c in sheet[HEADING]]
    assert "风险性 *\n（1 分＝几乎无阻力；\n5 分＝阻力极大）" in headings


def test_levels_of_a_criterion() -> None:
    cells = {"low": 1, "high": 5, "direction": "越高越好", "anchor_low": "无", "anchor_high": "全"}
    assert criterion_hint(cells, ZH) == "（1 分＝无；5 分＝全）"
    assert criterion_hint({"high": 10, "direction": "越低越好"}, ZH) == "（1～10 分，越低越好）"
    assert criterion_levels(cells | {"anchor_middle": "半"}, ZH) == "1 分＝无；3 分＝半；5 分＝全"
    assert criterion_levels(cells, ZH) == criterion_hint(cells, ZH)
