"""A ledger and the document made with it → its rows: each printed figure where it stands, with its fact."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ..analysis.facts import Fact
from ..reports import Report
from ..reports.shared.ledger import Ledger
from ..word.finish.noted import standing
from ..words import Words


class Printed(Struct, frozen=True):
    """A figure as it is printed: where it stands, its text, the value behind it and its fact."""

    report: Report
    chapter: str
    table: str
    text: str
    printed: str
    value: float
    fact: Fact


def printed(report: Report, ledger: Ledger, content: bytes, words: Words) -> Iterator[Printed]:
    """The figures of ``report`` in document order; ``content`` is the .docx made while ``ledger`` was open."""
    for held in standing(content, words.say("front.chapter"), words.say("front.annex")):
        fact, value = ledger.facts[held.number], ledger.values[held.number]
        yield Printed(report, held.chapter, held.table, held.text, held.printed, value, fact)
