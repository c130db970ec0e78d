"""What all reports of a project print, without the Word files: facts by their ids, texts, claims."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from msgspec import Struct

from fixdocs.analysis.claim import watching
from fixdocs.analysis.facts import Fact
from fixdocs.analysis.findings import Findings
from fixdocs.diagrams.flow_model import Flow
from fixdocs.diagrams.flow_model import Words as ChartWords
from fixdocs.diagrams.flowchart import flowchart
from fixdocs.diagrams.scene import Scene
from fixdocs.pipeline import Checked, findings
from fixdocs.project import Project
from fixdocs.reports import REPORTS, Report, compose, readers
from fixdocs.reports.shared.ledger import noting
from fixdocs.rules import check
from fixdocs.word.noted import MARKED, unmarked
from fixdocs.words import words_of

from .printed import leaves

ZH = words_of("zh")

_DRAWN: dict[Flow, list[Scene]] = {}


def _drawn_once(flow: Flow, words: ChartWords, alt: str) -> list[Scene]:
    """The drawing of a flow: the dearest part of a report, and no text is read from it."""
    if flow not in _DRAWN:
        _DRAWN[flow] = flowchart(flow, words, alt)
    return _DRAWN[flow]


class Noticed(Struct):
    """``facts`` by id, with their values; ``texts`` in the order of each report's context, ``prints`` the facts in
    each of them; ``claims`` that stood in at least one place.
    """

    facts: dict[str, tuple[Fact, float]]
    texts: dict[Report, list[str]]
    prints: dict[Report, list[list[Fact]]]
    claims: set[str]
    found: Findings

    @property
    def values(self) -> dict[str, float]:
        """The value of each fact."""
        return {key: value for key, (_, value) in self.facts.items()}

    @property
    def lines(self) -> list[str]:
        """Everything that is said."""
        return [line for lines in self.texts.values() for line in lines]


def noticed(project: Project, sheet: str | None = None) -> Noticed:
    """The facts, texts and claims of every report of ``project`` that is filled and that no error blocks; of those
    alone that read ``sheet``, where one is named.
    """
    checked = Checked(Path(), project, tuple(check(project)), ZH)
    facts: dict[str, tuple[Fact, float]] = {}
    texts: dict[Report, list[str]] = {}
    prints: dict[Report, list[list[Fact]]] = {}
    with watching() as claims, patch("fixdocs.diagrams.flowchart.flowchart", _drawn_once):
        found = findings(checked)
        for report in readers(sheet) if sheet else REPORTS:
            if checked.unfilled(report) or checked.blocking(report):
                continue
            with noting() as ledger:
                held = [text for text in _texts(compose(report, found, ZH)) if text]
            texts[report] = [unmarked(text) for text in held]
            marks = [[int(mark[1]) for mark in MARKED.finditer(text)] for text in held]
            prints[report] = [[ledger.facts[n] for n in numbers] for numbers in marks]
            for n in (n for numbers in marks for n in numbers):
                fact, value = ledger.facts[n], float(ledger.values[n])
                assert facts.setdefault(fact.id, (fact, value))[1] == value, f"two values: {fact.id}"
    return Noticed(facts, texts, prints, {key for key, stood in claims.items() if True in stood}, found)


def _texts(held: object) -> Iterator[str]:
    """What is told in words: of a figure its caption."""
    for leaf in leaves(held):
        yield leaf if isinstance(leaf, str) else leaf.caption
