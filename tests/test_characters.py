"""What a document can hold: one definition, and whatever is printed keeps to it."""

from __future__ import annotations

from itertools import count

import pytest
from lxml import etree

from fixdocs.characters import clean_text, is_plain, one_line, removed_characters
from fixdocs.charts import Axis, Bars, Series, build
from fixdocs.diagrams.drawingml import inline
from fixdocs.diagrams.flow_model import Edge, Flow, Lane, Node
from fixdocs.diagrams.flowchart import flowchart
from fixdocs.diagrams.svg import svg
from fixdocs.opc import read_parts
from fixdocs.reports.shared.front import KeyFigure, KeyFigures
from fixdocs.word.grid import grid
from fixdocs.word.inline import Prose, strong
from fixdocs.word.render.document import render_report
from fixdocs.words import words_of
from tests.diagrams.flows import WORDS

from .word import wordfiles as w

TEXTS = [
    ("好，𠀀😀 ok", "好，𠀀😀 ok", ()),
    ("a\r\nb\rc\x0bd\x0ce\u2028f", "a\nb\nc\nd\ne\nf", ()),
    ("a\x00\x07\x1fb", "ab", ("U+0000", "U+0007", "U+001F")),
    ("\ufeffa\ufffe\uffff", "a", ("U+FFFE", "U+FFFF")),
    ("\ud800x", "x", ("U+D800",)),
    ("\ue000\U000f0001\U0010fffd\U0001fffex", "x", ("U+E000", "U+F0001", "U+10FFFD", "U+1FFFE")),
    ("a\ufffdb", "a\ufffdb", ()),
]


@pytest.mark.parametrize(("text", "cleaned", "removed"), TEXTS)
def test_cleaning(text: str, cleaned: str, removed: tuple[str, ...]) -> None:
    assert clean_text(text) == cleaned
    assert removed_characters(text) == removed
    assert clean_text(cleaned) == cleaned
    assert one_line(text) == " ".join(cleaned.split("\n"))


def test_whatever_is_plain_stays_as_it_is() -> None:
    every = [chr(point) for point in range(0x110000)]
    plain = [char for char in every if is_plain(char)]
    assert [char for char in plain if clean_text(f"a{char}b") != f"a{char}b"] == []
    assert "中" in plain
    # What XML 1.0 forbids, section 2.2.
    kept = "".join(clean_text(char) for char in every)
    assert all(
        char in "\t\n" or "\u0020" <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char > "\uffff"
        for char in kept
    )


MARKS = ("\ue123", "\x07", "\ud800", "\ufffe")
DIRTY = "受\ue123理\x07投\ud800诉\ufffe"
CLEAN = "受理投诉"


def read(xml: str) -> str:
    """All text of a fragment."""
    return "".join(etree.fromstring(f"<x>{xml}</x>".encode()).itertext())


def table() -> str:
    made = grid(words_of("zh"), "a", "甲", ["乙"], [[DIRTY]], aligns=["text"], shares=[1])
    assert made is not None
    return read(made.render_into(None, 1))


def caption() -> str:
    made = grid(words_of("zh"), "a", DIRTY, ["乙"], [["丙"]], aligns=["text"], shares=[1])
    assert made is not None
    return read(made.render_into(None, 1))


def key_figure() -> str:
    return read(KeyFigures((KeyFigure("1", DIRTY),)).__html__())


def sentence() -> str:
    made = render_report(w.template("{{ title }}"), w.context(title=DIRTY), trusted=True)
    (line,) = w.lines(made.content)
    return line


def composed_sentence() -> str:
    made = Prose(DIRTY + strong(DIRTY)).__html__()
    return str(etree.fromstring(f'<x xmlns:w="urn:w"><w:r><w:t>{made}</w:t></w:r></x>').xpath("string()"))


def flow() -> Flow:
    nodes = (Node("F01", DIRTY, "start", "a"), Node("F02", "完", "end", "a"))
    return Flow("图", nodes, (Edge("F01", "F02"),), (Lane("a", "甲"),))


def drawn() -> str:
    (scene, *_) = flowchart(flow(), WORDS, "图")
    return read(inline(scene, count(1)))


def drawn_for_the_guide() -> str:
    (scene, *_) = flowchart(flow(), WORDS, "图")
    return read(svg(scene, style=False))


def chart() -> str:
    made = build(Bars(alt="x", categories=(DIRTY,), value=Axis("数"), category_title="类", series=Series("数", (1,))))
    book = b"".join(read_parts(made.workbook).values()).decode()
    assert CLEAN in book
    return made.xml.decode()


PRINTED = (table, caption, key_figure, sentence, composed_sentence, drawn, drawn_for_the_guide, chart)


@pytest.mark.parametrize("printed", PRINTED, ids=lambda made: made.__name__)
def test_everything_that_is_printed_leaves_out_the_same(printed: object) -> None:
    assert callable(printed)
    text = printed()
    assert CLEAN in text
    assert not any(mark in text for mark in MARKS)
