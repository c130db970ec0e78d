"""What no reader should find in a text: leavings of templates and of programs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.support.ooxml_lint.package import Finding

CODES = {
    "template-tag": "a tag of the template that was never rendered",
    "none-text": "a program's word for nothing where a person reads",
    "field-error-text": "the text that Word shows for a reference that leads nowhere",
    "punctuation-dangling": "punctuation around something left empty",
    "punctuation-half-width": "a Latin comma or colon within Chinese prose",
}

_TAG = re.compile(r"\{\{|\}\}|\{%|%\}")
_NOTHING = re.compile(r"(None|nan|NaN|NaT|null|undefined|Undefined)")
_NONE_AMONG_CHINESE = re.compile(r"(?<![A-Za-z_.])(None|nan|NaN|NaT)(?![A-Za-z_])")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
# Escapes, because full-width and half-width look alike in many editors.
_REFERENCE_ERROR = re.compile("错误[!\uff01]\\s*(未找到|未定义)|Error! (Reference|Bookmark|No text)", re.IGNORECASE)
_COMMA, _STOP = "[\uff0c\u3001]", "[\u3002\uff1b\uff01\uff1f]"  # , 、 and 。 ; ! ? in full width
_DANGLING = re.compile(
    f"[\uff0c\u3001\uff1a]{_STOP}|{_COMMA}{{2}}|\u3002\u3002|\uff08\uff09|^{_COMMA}|^{_STOP}|{_COMMA}$"
)
# Brackets are left alone: headings of sheets and answers of questionnaires are quoted as they are.
_HALF_WIDTH = re.compile("(?<=[\u4e00-\u9fff])[,;:!?](?=[\u4e00-\u9fff])")


def check_text(part: str, text: str) -> Iterator[Finding]:
    """Findings on the text of one paragraph or cell."""
    text = text.strip()
    if not text:
        return
    if _TAG.search(text):
        yield Finding("template-tag", part, _around(text, _TAG))
    if _NOTHING.fullmatch(text):
        yield Finding("none-text", part, text)
    elif _CHINESE.search(text) and _NONE_AMONG_CHINESE.search(text):
        yield Finding("none-text", part, _around(text, _NONE_AMONG_CHINESE))
    if _REFERENCE_ERROR.search(text):
        yield Finding("field-error-text", part, _around(text, _REFERENCE_ERROR))
    if _DANGLING.search(text):
        yield Finding("punctuation-dangling", part, _around(text, _DANGLING))
    if _HALF_WIDTH.search(text):
        yield Finding("punctuation-half-width", part, _around(text, _HALF_WIDTH))


def _around(text: str, pattern: re.Pattern[str]) -> str:
    found = pattern.search(text)
    start = found.start() if found else 0
    return text[max(0, start - 15) : start + 25]
