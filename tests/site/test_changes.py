"""The worked changes of how/changes.md, done in a copy as the page says, give what the page promises."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "site" / "docs" / "how" / "changes.md"
BLOCK = re.compile(r'^ {4}```python title="([^"]+)"\n(.*?)^ {4}```$', re.MULTILINE | re.DOTALL)

# Where the page says an addition goes: before this line of the file. Files that are not here are new.
BEFORE = {
    "src/fixdocs/schema/improve.py": "    core_override: YesNo | None = None\n",
    "src/fixdocs/words/zh/sheets_causes.py": '            "found": ColumnWords(\n',
    "src/fixdocs/words/en/sheets_causes.py": '            "found": ColumnWords(\n',
    "src/fixdocs/diagnostics/codes.py": "    # 7 causes\n",
    "src/fixdocs/words/zh/messages_improve.py": '    "FD701": MessageWords(\n',
    "src/fixdocs/words/en/messages_improve.py": '    "FD701": MessageWords(\n',
    "src/fixdocs/rules/issues.py": "@rule(FD604=",
    "tests/rules/faults_improve.py": '@fault("FD701"',
    "src/fixdocs/pipeline.py": '    "evaluation": ((',
    "src/fixdocs/words/zh/say_reports.py": "}\n",
}
NEW = {
    "src/fixdocs/reports/effect/__init__.py",
    "src/fixdocs/reports/effect/report.py",
    "src/fixdocs/words/zh/say_effect.py",
    "src/fixdocs/words/zh/say_template_effect.py",
    "src/fixdocs/words/zh/fields_effect.py",
    "tools/word/effect.py",
}
WITNESS = """
import sys
from pathlib import Path

import tools.make_templates as templates
from fixdocs.reports.names import field_rows
from fixdocs.pipeline import Options, build, check
from fixdocs.sample import project
from fixdocs.sample.write import write_sample
from fixdocs.words import words_of
from fixdocs.workbook.author.blank import write_blank
from openpyxl import load_workbook

out, words = Path(sys.argv[1]), words_of("zh")
written, _ = write_blank(out / "blank", words)
sheet = load_workbook(next(path for path in written if path.name.startswith("02")))["问题清单"]
print(any(cell.value == "发现渠道" for row in sheet.iter_rows(max_row=8) for cell in row))
templates.make("effect", templates.FOLDER, words)
print(len(field_rows("effect", words, project())))
write_sample(out, words)
for outcome in build(check(out, "zh"), Options(only=("effect",))):
    print(outcome.name, outcome.written.status.value)
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
    for file, code in blocks():
        path = copy / file
        if file in NEW:
            path.parent.mkdir(exist_ok=True)
            path.write_text(code, encoding="utf-8")
            continue
        text, space = path.read_text(encoding="utf-8"), "\n\n" if code.startswith("@") else ""
        assert text.count(BEFORE[file]) >= 1, f"{file} has no line {BEFORE[file]!r}"
        path.write_text(text.replace(BEFORE[file], f"{code}{space}{BEFORE[file]}", 1), encoding="utf-8")
    base = copy / "src/fixdocs/schema/base.py"
    base.write_text(
        re.sub(r'("plan", "evaluation")([\])])', r'\1, "effect"\2', base.read_text(encoding="utf-8")), encoding="utf-8"
    )
    goals = copy / "src/fixdocs/schema/survey.py"
    goals.write_text(
        goals.read_text(encoding="utf-8").replace('prefix="G", reports=(', 'prefix="G", reports=("effect", '),
        encoding="utf-8",
    )
    return copy


def run(copy: Path, *arguments: str) -> str:
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
    assert found.returncode == 0, found.stdout + found.stderr
    return found.stdout


def test_every_block_has_its_place() -> None:
    assert {file for file, _ in blocks()} == BEFORE.keys() | NEW
    assert not [file for file in NEW if (ROOT / file).exists()], "the example is no longer new"
    assert all((ROOT / file).is_file() for file in BEFORE)


def test_the_column_and_the_report_are_there(changed: Path, tmp_path: Path) -> None:
    told = run(changed, "-c", dedent(WITNESS), str(tmp_path)).splitlines()
    assert told[0] == "True"
    assert int(told[1]) > 10
    assert told[2:] == ["06-效果评估报告.docx written"]


def test_the_check_tells_its_fault_and_no_other(changed: Path) -> None:
    command = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/rules/test_faults.py", "-k", "FD608")
    assert re.search(r"\d+ passed", run(changed, *command))


def test_the_guide_knows_where_the_check_points(changed: Path) -> None:
    code = "import sys; sys.path.insert(0, 'site/hooks'); from guide.raised import unplaced; print(unplaced())"
    assert run(changed, "-c", code).strip() == "[]"
