"""What is declared is used, and a wheel carries all that a machine without the checkout needs."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = DECLARED["project"]
IMPORTED_AS = {"python-docx": "docx"}


def imported() -> set[str]:
    """The packages of others that src/fixdocs imports, wherever."""
    names: set[str] = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names.add(str(node.module).partition(".")[0])
    return names - set(sys.stdlib_module_names) - {"fixdocs"}


def test_dependencies_are_what_is_imported() -> None:
    declared = {re.match(r"[\w-]+", line)[0] for line in PROJECT["dependencies"]}  # type: ignore[index]
    assert {IMPORTED_AS.get(name, name.replace("-", "_")) for name in declared} == imported()


def test_templates_are_compiled_by_what_will_run_them() -> None:
    """The build's own requirements beside hatchling are the program's, word for word."""
    assert {*DECLARED["build-system"]["requires"][1:]} < {*PROJECT["dependencies"]}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_templates_words_and_licence(wheel: Path) -> None:
    package = zipfile.ZipFile(wheel)
    names = package.namelist()
    for folder, suffix in (("docx", ".docx"), ("xlsx", ".xlsx")):
        inside = f"fixdocs/_pack/templates/{folder}/"
        shipped = {name.removeprefix(inside): package.read(name) for name in names if name.startswith(inside)}
        assert shipped == {path.name: path.read_bytes() for path in (ROOT / "templates" / folder).iterdir()}
        assert len([name for name in shipped if name.endswith(suffix)]) == 5
    assert "fixdocs/py.typed" in names
    assert any(name.endswith("/LICENSE") for name in names)
    assert not [name for name in names if name.startswith("tests/")]


def test_the_wheel_works_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """The two lines of the README for people with pip: install, then demo. Its templates are compiled already."""
    with zipfile.ZipFile(wheel) as package:
        package.extractall(tmp_path / "installed")
    script = (
        "import sys, jinja2; jinja2.Environment.compile = None; "
        "sys.path.insert(0, sys.argv.pop(1)); import fixdocs.cli; fixdocs.cli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", script, str(tmp_path / "installed"), "demo", "试用"],
        cwd=tmp_path, capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert len([*(tmp_path / "试用").glob("*.xlsx")]) == 5
    assert len([*(tmp_path / "试用" / "交付文档").glob("*.docx")]) == 5
