"""Chinese prose is set as a Chinese editor sets it: full-width punctuation, no space between Chinese and a comma."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HAN = "\u3400-\u9fff"
# Between two Chinese characters, after one at the end of a sentence part, or a bracket that holds Chinese.
HALF_WIDTH = re.compile(f"[{HAN}][,;:!?](?=[{HAN}])|[{HAN}][,;](?= )|\\((?=[{HAN}])|(?<=[{HAN}])\\)")
BLOCK = re.compile(r"```.*?```", re.DOTALL)
CODE = re.compile(r"`[^`]*`|\]\([^)]*\)|<[^>]*>|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
# Exact texts of others: a column's heading as the sheets have it; what questionnaire exports write for no answer.
EXACT = re.compile(r"是否核心\(人工\)|^\([^()]*\)$")

TEXTS = sorted([*ROOT.glob("*.zh-CN.md"), *(ROOT / "site" / "docs").rglob("*.md")])
MODULES = sorted(
    path for folder in ("words/zh", "sample") for path in (ROOT / "src" / "fixdocs" / folder).rglob("*.py")
)


def half_width(text: str) -> list[str]:
    """Where Latin punctuation stands in Chinese prose, with what is around it."""
    text = EXACT.sub("码", text)
    return [text[max(0, found.start() - 12) : found.end() + 8] for found in HALF_WIDTH.finditer(text)]


def test_there_is_prose_to_check() -> None:
    assert TEXTS
    assert MODULES


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_punctuation_in_texts(path: Path) -> None:
    # Code stands for a Chinese word: the comma after it is a Chinese one.
    assert half_width(CODE.sub("码", BLOCK.sub("", path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_punctuation_in_words(path: Path) -> None:
    parsed = [*ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    notes = {node.value for node in parsed if isinstance(node, ast.Expr)}  # docstrings are for programmers
    strings = [
        node for node in parsed if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in notes
    ]
    assert [f"{node.lineno}: {each}" for node in strings for each in half_width(node.value)] == []


@pytest.mark.parametrize("text", ["审批,登记", "审批(登记)", "登记; 分派", "说明:登记"])
def test_half_width_is_found(text: str) -> None:
    assert half_width(text)


@pytest.mark.parametrize("text", ["审批\uff0c登记", "P01, P02", "f(x)", "10:30", "1,234 件", "\uff08登记\uff09"])
def test_full_width_and_code_pass(text: str) -> None:
    assert not half_width(text)
