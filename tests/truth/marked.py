"""Reports made with the ledger open: what they print, and which digits of it come from no fact."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn
from msgspec import Struct

from fixdocs.pipeline import Checked, Options, _rendered, findings, noted
from fixdocs.project import Columns, Project
from fixdocs.reports import Report
from fixdocs.reports.shared.ledger import noting
from fixdocs.schema import SHEETS, Row
from fixdocs.sources.ledger import Printed
from fixdocs.word.noted import MARKED, unmarked
from fixdocs.words import words_of

ZH = words_of("zh")
ROOT = Path(__file__).resolve().parents[2]
_DATES = re.compile(r"\d{4}-\d\d(-\d\d)?|(\d{4}年)?\d{1,2}月(\d{1,2}日)?|\d{4}年")
_TELLING, _BARE = re.compile(r"\d"), re.compile(r"[\d.,%\s]+")  # a text with digits; a text of digits alone
_REFERENCES = re.compile(r"[图表]\s\d+|第\s?\d+\s?[幅页]")


class Made(Struct):
    """A report as it is, and as it is with the ledger open: blocks of text, and the figures noted."""

    plain: list[str]
    marked: list[str]
    printed: tuple[Printed, ...]


def made(project: Project, report: Report) -> Made:
    """The report of ``project`` by the pipeline's own way, both times."""
    checked = Checked(Path(), project, (), ZH)
    found = findings(checked)
    plain = _rendered(checked, found, report, Options())[1]
    with noting():
        content = _rendered(checked, found, report, Options())[1]
    assert plain is not None
    assert content is not None
    return Made(list(blocks(plain)), list(blocks(content)), noted(checked, found, report, Options()))


def blocks(content: bytes) -> Iterator[str]:
    """Paragraphs and cells of the body in order; contents and figures left out."""
    for paragraph in docx.Document(io.BytesIO(content)).element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and style.get(qn("w:val")).startswith("TOC"):
            continue
        if any(node.tag == qn("w:drawing") for node in paragraph.iterancestors()):
            continue
        parts = [n for n in paragraph.iter(qn("w:t"), qn("w:br")) if not _drawn(n, paragraph)]
        text = "".join(n.text or "" if n.tag == qn("w:t") else "\n" for n in parts)
        if text.strip():
            yield text


def _drawn(node: Any, paragraph: Any) -> bool:
    for above in node.iterancestors():
        if above is paragraph:
            return False
        if above.tag == qn("w:drawing"):
            return True
    return False


def loose(text: str, own: Iterable[str]) -> list[str]:
    """Digits of a marked text that belong to no fact, no text of the team's, no date, reference or sentence."""
    left = MARKED.sub("\0", text)
    for piece in own:
        if piece in left:
            left = left.replace(piece, "\0")
    for cut in re.finditer("…", left):
        left = _without_clipped(left, cut.start(), own)
    left = _DATES.sub("\0", left)
    left = _REFERENCES.sub("\0", left)
    for piece in said():
        left = left.replace(piece, "\0")
    return [left[max(0, m.start() - 14) : m.end() + 10] for m in re.finditer(r"\d[\d,.]*", left)]


def _without_clipped(text: str, at: int, own: Iterable[str]) -> str:
    before = text[:at]
    for piece in own:
        for length in range(min(len(piece), len(before)), 5, -1):
            if before.endswith(piece[:length]):
                return before[:-length] + "\0" * length + text[at:]
    return text


@cache
def said() -> tuple[str, ...]:
    """The catalogue's own pieces that hold digits: between the slots of sentences, labels, the templates' texts."""
    found: set[str] = set()
    for path in (ROOT / "src/fixdocs/words/zh").glob("*.py"):
        if path.stem.startswith(("say_", "claim_", "choices", "sheets", "fields_")):
            found.update(_pieces(vars(ZH.module(path.stem))))
    for path in (ROOT / "templates/docx").glob("*.docx"):
        for block in blocks(path.read_bytes()):
            found.update(re.split(r"\{[{%].*?[}%]\}", block))
    digits = {piece for piece in found if re.search(r"\d", piece) and len(piece) > 1}
    return tuple(sorted(digits, key=len, reverse=True))


def _pieces(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield from re.split(r"\{\w*\}|\n", held)
    elif isinstance(held, dict):
        for value in held.values():
            yield from _pieces(value)
    elif isinstance(held, tuple):
        for value in held:
            yield from _pieces(value)
    elif isinstance(held, Struct):
        for name in held.__struct_fields__:
            yield from _pieces(getattr(held, name))


def own_texts(project: Project) -> tuple[str, ...]:
    """The team's own texts and keys that hold digits, the longest first."""
    found: set[str] = set()
    for sheet in SHEETS:
        for row in project.rows(sheet):
            found.update(texts_of(row))
        table = getattr(project, "info" if sheet == "project" else sheet)
        if isinstance(table, Columns):
            for column in table.values.values():
                found.update(v for v in set(column) if isinstance(v, str))
    forms = {form for text in found for form in (text, " ".join(text.split()), text.strip("。．.；;，,、 "))}
    return tuple(sorted((t for t in forms if _TELLING.search(t) and not _BARE.fullmatch(t)), key=len, reverse=True))


def texts_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        yield from re.split(r"[；;\n]", value)
    elif isinstance(value, Row):
        for name in type(value).model_fields:
            yield from texts_of(getattr(value, name))
    elif isinstance(value, dict):
        for key, held in value.items():
            yield from texts_of(key)
            yield from texts_of(held)
    elif isinstance(value, tuple):
        for held in value:
            yield from texts_of(held)
    elif isinstance(value, date | datetime):
        return


__all__ = ["Made", "blocks", "loose", "made", "own_texts", "said", "unmarked"]
