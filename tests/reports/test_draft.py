"""``fixdocs build --draft``: built in spite of errors, what is lacking in yellow, 草稿 across every page."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from msgspec.structs import replace

from fixdocs import pipeline
from fixdocs.cli.app import run
from fixdocs.pipeline import Checked, Options, build, check
from fixdocs.reports import REPORTS, Report
from fixdocs.reports.finishing import named_by
from fixdocs.reports.shared.front import front, with_gaps
from fixdocs.sample import project as sample
from fixdocs.schema.choices import IssueClass
from fixdocs.schema.improve import Issue
from fixdocs.words import words_of
from tests.rules.draft import Draft, draft
from tests.support.programs import requires
from tests.support.validate import assert_valid

WORDS = words_of("zh")


def faulty() -> Draft:
    """Errors in cells that a row can do without, in cells that it cannot, and between sheets."""
    made = draft()
    made.set("流程步骤", 5, 等待时间="一天左右")
    made.set("问题清单", 2, 来源="I99")
    made.add(
        "问题清单", 问题编号="P03", 问题描述="回访不及时", 类别="质量类", 影响范围="客户", 影响程度="高", 发生频率=3
    )
    made.set("鱼骨图", 2, 证据=None)
    made.set("改进措施", 1, 年运行费="待定")
    made.set("评分", 2, 风险性=None)
    made.sheets["评分"].pop()
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return faulty().write(tmp_path_factory.mktemp("draft"))


class Drafts(dict[Report, Path]):
    """The drafts of ``folder``, each built when first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __missing__(self, report: Report) -> Path:
        (outcome,) = build(check(self.folder, "zh"), Options(only=(report,), draft=True)).outcomes
        assert outcome.written is not None
        self[report] = outcome.written.path
        return self[report]


@pytest.fixture(scope="module")
def drafts(folder: Path) -> Drafts:
    return Drafts(folder)


def yellow(path: Path) -> list[str]:
    """The texts in the style Gap, in order."""
    runs = Document(str(path)).element.body.iter(qn("w:r"))
    return ["".join(t.text for t in r.iter(qn("w:t"))) for r in runs if r.xpath("./w:rPr/w:rStyle[@w:val='Gap']")]


def _attribute(tag: str, name: str) -> str:
    (value,) = re.findall(rf'\b{name}="([^"]*)"', tag)
    return str(value)


def rows(path: Path) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in Document(str(path)).tables for row in table.rows]


def parts(path: Path, pattern: str) -> dict[str, str]:
    with zipfile.ZipFile(path) as package:
        return {n: package.read(n).decode() for n in package.namelist() if re.fullmatch(pattern, n)}


class TestBuilding:
    def test_without_draft_the_reports_are_blocked(self, folder: Path) -> None:
        outcomes = build(check(folder, "zh"), Options(only=("survey", "issues", "causes", "evaluation"))).outcomes
        assert all(o.blocked and o.written is None for o in outcomes)

    @pytest.mark.parametrize("report", REPORTS)
    def test_with_it_they_are_written(self, report: Report, drafts: Drafts) -> None:
        assert drafts[report].name == pipeline.file_name(report, WORDS)

    def test_the_command(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        made = faulty().write(tmp_path)
        assert run(["build", str(made), "--draft", "--only", "evaluation"]) == 0
        assert "方案评估报告" in capsys.readouterr().out
        assert len(yellow(made / WORDS.say("cli.reports_folder") / "05-方案评估报告.docx")) > 2

    def test_no_draft_without_sound_ground(self, tmp_path: Path) -> None:
        made = draft()
        for number in (1, 2):
            made.set("问题清单", number, 影响程度="高")
        (outcome,) = build(check(made.write(tmp_path), "zh"), Options(only=("issues",), draft=True)).outcomes
        assert outcome.written is None
        assert "FD202" in {d.code for d in outcome.blocked}

    def test_a_sound_project_has_a_draft_without_gaps(self, tmp_path: Path) -> None:
        (outcome,) = build(check(draft().write(tmp_path), "zh"), Options(only=("evaluation",), draft=True)).outcomes
        assert outcome.written is not None
        assert yellow(outcome.written.path) == []
        assert not any(row[0] == "位置" for row in rows(outcome.written.path))

    @requires("validator")
    def test_drafts_are_valid(self, drafts: Drafts) -> None:
        assert_valid(drafts[report] for report in REPORTS)


class TestGaps:
    @pytest.mark.parametrize("report", REPORTS)
    def test_each_is_listed_with_its_place_and_cure(self, report: Report, folder: Path, drafts: Drafts) -> None:
        blocking = check(folder, "zh").blocking(report)
        assert blocking
        table = rows(drafts[report])
        at = table.index(["位置", "待补的内容", "怎样补"])
        for gap in blocking:
            place = f"{gap.place.source.file} > {gap.place.source.tab} > {gap.place.cell} "
            (line,) = (row for row in table[at + 1 : at + 1 + len(blocking)] if row[0].startswith(place))
            assert line[1] in yellow(drafts[report])
            assert line[2]

    def test_the_list_stands_before_the_contents(self, drafts: Drafts) -> None:
        styled = [
            p.text for p in Document(str(drafts["survey"])).paragraphs if p.style and p.style.style_id == "FrontHeading"
        ]
        assert styled == ["文档信息", "待补清单", "目\u3000录", "摘\u3000要"]
        assert any(p.text.startswith("本稿带着 1 处错误生成") for p in Document(str(drafts["survey"])).paragraphs)

    def test_a_row_keeps_its_sound_cells(self, drafts: Drafts) -> None:
        (line,) = (row for row in rows(drafts["survey"]) if row[0] == "F05" and "部门处理" in row)
        assert "待补" in line
        assert any("2" in cell for cell in line), "its working time was sound"

    def test_only_what_is_faulty_is_marked(self, drafts: Drafts) -> None:
        table = rows(drafts["evaluation"])
        raw = {(r[0], r[1]): r[2:] for r in table if len(r) == 7 and r[0].startswith("评审") and r[1][:1] == "S"}
        assert raw["评审1", "S02"] == ["5", "3", "待补", "待补", "待补"]
        assert raw["评审3", "S03"] == ["待补"] * 5
        assert raw["评审2", "S02"] == ["5", "3", "3", "3", "3.60"]
        assert "待补" not in [cell for row in table if "P01" in row for cell in row]

    def test_a_row_that_cannot_do_without_is_left_out_and_listed(self, drafts: Drafts) -> None:
        table = rows(drafts["issues"])
        assert not [row for row in table if row[0] == "P03"]
        assert any("问题清单 > G4 影响程度" in row[0] for row in table)

    def test_a_finished_report_tells_of_no_gaps(self) -> None:
        held = front(sample(), WORDS, "题")
        assert (with_gaps(held, (), WORDS).gaps, held.draft) == ((), "")

    def test_the_sound_rows_are_the_same(self, folder: Path) -> None:
        project = check(folder, "zh").project
        assert [step.id for step in project.steps] == ["F01", "F02", "F03", "F04", "F06"]
        mended = project.drafted()
        assert [step.id for step in mended.steps] == ["F01", "F02", "F03", "F04", "F05", "F06"]
        assert [step for step in mended.steps if step.id != "F05"] == list(project.steps)
        assert mended.steps[4].wait is None
        assert mended.drafted() is mended


class TestWatermark:
    @pytest.mark.parametrize("report", REPORTS)
    def test_every_page_has_it(self, report: Report, drafts: Drafts) -> None:
        """Every header a section shows holds it once, and the first section has a header."""
        headers = parts(drafts[report], r"word/header.*\.xml")
        (names,) = parts(drafts[report], r"word/_rels/document.xml.rels").values()
        tags = re.findall(r"<Relationship [^>]*>", names)
        relations = {_attribute(tag, "Id"): _attribute(tag, "Target") for tag in tags}
        sections = list(Document(str(drafts[report])).element.body.iter(qn("w:sectPr")))
        shown = [[r.get(qn("r:id")) for r in s.iterchildren(qn("w:headerReference"))] for s in sections]
        assert all(shown), "a section without a header"
        for reference in {r for held in shown for r in held}:
            assert headers[f"word/{relations[reference]}"].count('string="草稿"') == 1

    def test_a_finished_report_has_none(self, tmp_path: Path) -> None:
        (outcome,) = build(check(draft().write(tmp_path), "zh"), Options(only=("evaluation",))).outcomes
        assert outcome.written is not None
        assert "草稿" not in "".join(parts(outcome.written.path, r"word/.*\.xml").values())


def test_names_of_records_reach_the_document(tmp_path: Path) -> None:
    """A key of two parts names a row only where both stand; a key may be told by its record's name."""
    found = check(faulty().write(tmp_path), "zh")
    named = named_by(found.project.drafted(), found.blocking("evaluation"))
    assert (("E01", "评审1"), ("S02", "只改制度")) in named
    assert (("E03", "评审3"),) in named


def test_a_project_in_memory_has_no_places() -> None:
    issue = Issue(id="P1", description="慢", kind=IssueClass.QUALITY, scope="全部", impact=3, frequency=3)
    project = replace(sample(), issues=(issue,))
    assert named_by(project, ()) == ()
    assert Checked(Path(), project, (), WORDS).has_ground("issues")
