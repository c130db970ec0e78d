"""The worked changes of how/changes.md, done in a copy as the page says, give what the page promises."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "site" / "docs" / "how" / "changes.md"
BLOCK = re.compile(r'^ {4}```python title="([^"]+)"\n(.*?)^ {4}```$', re.MULTILINE | re.DOTALL)

# Where the page says an addition goes: before this line of the file, block by block. Files that are not here are new.
BEFORE: dict[str, tuple[str, ...]] = {
    "src/fixdocs/schema/improve.py": ("    core_override: YesNo | None = None\n",),
    "src/fixdocs/words/zh/sheets_causes.py": ('            "found": ColumnWords(\n',),
    "src/fixdocs/words/en/sheets_causes.py": ('            "found": ColumnWords(\n',),
    "src/fixdocs/reports/issues/report.py": (
        '    impact: Annotated[str, Printed(5, "code")]\n',
        "            impact=dashed(form.fact(item.impact)),\n",
    ),
    "src/fixdocs/words/zh/fields_issues.py": ('    "IssueLine.impact": ',),
    "src/fixdocs/words/en/fields_issues.py": ('    "IssueLine.impact": ',),
    "src/fixdocs/diagnostics/codes.py": ("    # 7 causes\n",),
    "src/fixdocs/words/zh/messages_improve.py": ('    "FD701": MessageWords(\n',),
    "src/fixdocs/words/en/messages_improve.py": ('    "FD701": MessageWords(\n',),
    "src/fixdocs/rules/issues.py": ("@rule(FD604=",),
    "tests/rules/faults_improve.py": ('@fault("FD701"',),
    "src/fixdocs/words/zh/say_reports.py": ("}\n",),
    "src/fixdocs/words/en/say_reports.py": ("}\n",),
}
NEW = {
    "src/fixdocs/reports/effect/__init__.py",
    "src/fixdocs/reports/effect/report.py",
    "src/fixdocs/words/zh/say_effect.py",
    "src/fixdocs/words/zh/say_template_effect.py",
    "src/fixdocs/words/zh/fields_effect.py",
    "src/fixdocs/words/en/fields_effect.py",
    "tools/word/effect.py",
}
MAKE = """
import sys
from pathlib import Path

from fixdocs.sample.write import write_sample
from fixdocs.words import words_of
from fixdocs.workbook.author.blank import write_blank

out, words = Path(sys.argv[1]), words_of("zh")
write_blank(out / "blank", words)
(out / "sample").mkdir()
write_sample(out / "sample", words)
"""


def blocks() -> list[tuple[str, str]]:
    """The page's code: file, text. Code is indented once by Markdown, and marks of Jinja stand for themselves."""
    page = PAGE.read_text(encoding="utf-8")
    return [
        (found[1], re.sub(r"\{% (end)?raw %\}", "", re.sub(r"^ {4}", "", found[2], flags=re.MULTILINE)))
        for found in BLOCK.finditer(page)
    ]


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with everything done that the page says."""
    copy = tmp_path_factory.mktemp("changed")
    for name in ("src", "tools", "templates", "site", "tests"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    met: Counter[str] = Counter()
    for file, code in blocks():
        path = copy / file
        if file in NEW:
            path.parent.mkdir(exist_ok=True)
            path.write_text(code, encoding="utf-8")
            continue
        text, space = path.read_text(encoding="utf-8"), "\n\n" if code.startswith("@") else ""
        before = BEFORE[file][met[file]]
        met[file] += 1
        assert before in text, f"{file} has no line {before!r}"
        path.write_text(text.replace(before, f"{code}{space}{before}", 1), encoding="utf-8")
    run(copy, "-m", "tools.make_templates", "issues", "effect")
    return copy


@pytest.fixture(scope="module")
def made(changed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The blank workbooks and the sample that the copy writes."""
    folder = tmp_path_factory.mktemp("made")
    run(changed, "-c", dedent(MAKE), str(folder))
    return folder


@pytest.fixture
def sample(made: Path, tmp_path: Path) -> Path:
    """The copy's sample project, to be changed."""
    return Path(shutil.copytree(made / "sample", tmp_path / "sample"))


def run(copy: Path, *arguments: str, code: int = 0) -> str:
    """What a Python of the copy prints."""
    found = subprocess.run(
        [sys.executable, "-B", *arguments],
        cwd=copy,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(copy / "src"), str(copy))), "PYTHONUTF8": "1"},
    )
    assert found.returncode == code, found.stdout + found.stderr
    return found.stdout


def built(copy: Path, folder: Path, *arguments: str, code: int = 0) -> dict[str, dict[str, Any]]:
    """What the copy's ``build`` answers, report by report."""
    told = run(copy, "-m", "fixdocs", "build", str(folder), "--lang", "zh", "--format", "json", *arguments, code=code)
    return {outcome["report"]: outcome for outcome in json.loads(told)["reports"]}


def fill(folder: Path, book: str, sheet: str, heading: str, value: object) -> None:
    """Put ``value`` into the first record of a column, or behind the label of a form."""
    (path,) = folder.glob(f"{book}-*.xlsx")
    held = load_workbook(path)
    (cell,) = (c for row in held[sheet].iter_rows(max_row=40) for c in row if _plain(c.value) == heading)
    form = cell.column == 1 and sheet == "项目信息"
    held[sheet].cell(cell.row + (not form), cell.column + form).value = value
    held.save(path)


def _plain(value: object) -> str:
    return str(value or "").partition("\n")[0].rstrip(" *＊")


def test_every_block_has_its_place() -> None:
    counted = Counter(file for file, _ in blocks())
    assert counted == {file: len(lines) for file, lines in BEFORE.items()} | dict.fromkeys(NEW, 1)
    assert not [file for file in NEW if (ROOT / file).exists()], "the example is no longer new"
    assert all((ROOT / file).is_file() for file in BEFORE)


def test_the_column_is_in_the_blank_workbook(made: Path) -> None:
    (path,) = (made / "blank").glob("02-*.xlsx")
    sheet = load_workbook(path)["问题清单"]
    assert any(cell.value == "发现渠道" for row in sheet.iter_rows(max_row=8) for cell in row)


def test_the_column_is_printed(changed: Path, sample: Path) -> None:
    fill(sample, "02", "问题清单", "发现渠道", "夜间巡检")
    outcome = built(changed, sample, "--only", "issues")["issues"]
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in Document(outcome["path"]).tables]
    (listed,) = (rows for rows in tables if "发现渠道" in rows[0])
    column = [row[listed[0].index("发现渠道")] for row in listed[1:]]
    assert set(column) == {"夜间巡检", "—"}, "what is blank is a dash"


def test_templates_and_rooms_hold(changed: Path) -> None:
    """The tests that the page names find nothing missing, and no list of rooms had to be told."""
    files = ("tests/reports/test_templates.py", "tests/reports/test_deliverables.py", "tests/test_layering.py")
    command = ("-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *files)
    assert re.search(r"\d+ passed", run(changed, *command, "-k", "issues or effect or rooms or arrows_run"))


class TestTheReport:
    """The sixth report is one of the reports wherever reports are told of."""

    def test_it_is_built(self, changed: Path, sample: Path) -> None:
        fill(sample, "01", "优化目标", "基线值", None)
        outcome = built(changed, sample, "--only", "6")["effect"]
        assert (outcome["name"], outcome["status"]) == ("06-效果评估报告.docx", "written")
        table = Document(outcome["path"]).tables[-1]
        assert [cell.text for cell in table.rows[0].cells] == ["编号", "目标", "基线值", "目标值"]
        assert len(table.rows) > 2
        assert table.rows[1].cells[2].text == "—", "what is blank is a dash"

    def test_its_names_are_listed(self, changed: Path) -> None:
        assert "goals[].baseline" in run(changed, "-m", "fixdocs", "fields", "6", "--lang", "zh")

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_codes_name_it(self, changed: Path, language: str) -> None:
        told = json.loads(run(changed, "-m", "fixdocs", "codes", "--lang", language, "--format", "json"))
        name = {"zh": "效果评估报告", "en": "Report of effects"}[language]
        assert {row["code"] for row in told if name in row["blocks"]} == {"FD111", "FD501"}

    @pytest.mark.parametrize(
        ("book", "sheet", "heading", "code"),
        [("01", "项目信息", "报告日期", "FD205"), ("01", "优化目标", "基线值", "FD202")],
    )
    def test_a_fault_it_depends_on_blocks_it(
        self, changed: Path, sample: Path, book: str, sheet: str, heading: str, code: str
    ) -> None:
        fill(sample, book, sheet, heading, "待定")
        outcome = built(changed, sample, "--only", "effect", code=1)["effect"]
        assert (outcome["status"], outcome["path"]) == ("blocked", None)
        assert [fault["code"] for fault in outcome["blocked_by"]] == [code]
        assert "effect" in outcome["blocked_by"][0]["blocks"]
        assert not list(sample.rglob("*.docx"))

    def test_commands_tell_of_it(self, changed: Path, sample: Path) -> None:
        fill(sample, "01", "项目信息", "报告日期", "待定")
        told = run(changed, "-m", "fixdocs", "check", str(sample), "--lang", "zh", code=1)
        assert "《效果评估报告》" in told.partition("FD205")[2]
        told = run(changed, "-m", "fixdocs", "status", str(sample), "--lang", "zh", "--format", "json")
        assert json.loads(told)["reports"]["effect"] == "blocked"
        run(changed, "-m", "fixdocs", "next", str(sample), "--lang", "zh")

    def test_a_fault_elsewhere_does_not(self, changed: Path, sample: Path) -> None:
        fill(sample, "04", "风险与应对", "可能性", "待定")
        outcomes = built(changed, sample, code=1)
        assert {report: outcome["status"] for report, outcome in outcomes.items()} == {
            "survey": "written", "issues": "written", "causes": "written", "plan": "blocked",
            "evaluation": "written", "effect": "written",
        }  # fmt: skip

    def test_it_waits_for_its_sheet(self, changed: Path, made: Path) -> None:
        outcome = built(changed, made / "blank", "--only", "effect", code=1)["effect"]
        assert outcome["unfilled"] == ["goals"]


def test_the_check_tells_its_fault_and_no_other(changed: Path) -> None:
    command = ("-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", "tests/rules/test_faults.py", "-k", "FD610")
    assert re.search(r"\d+ passed", run(changed, *command))


def test_the_guide_knows_where_the_check_points(changed: Path) -> None:
    code = "import sys; sys.path.insert(0, 'site/hooks'); from guide.raised import unplaced; print(unplaced())"
    assert run(changed, "-c", code).strip() == "[]"
