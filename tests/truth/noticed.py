"""What all reports of a project print, without the Word files: facts by their ids, sentences, claims."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from fixdocs.analysis.claim import watching
from fixdocs.analysis.facts import Fact
from fixdocs.analysis.findings import Findings
from fixdocs.pipeline import Checked, Options, _refused, findings
from fixdocs.project import Project
from fixdocs.reports import REPORTS, Report, compose
from fixdocs.reports.shared.ledger import noting
from fixdocs.word.inline import Prose
from fixdocs.word.noted import unmarked
from fixdocs.words import words_of

ZH = words_of("zh")


class Noticed(Struct):
    """``facts`` by id, ``texts`` in the order of each report's context, ``claims``: asked for, stood or not."""

    facts: dict[str, tuple[Fact, float]]
    texts: dict[Report, list[str]]
    claims: dict[str, set[bool]]
    found: Findings

    @property
    def values(self) -> dict[str, float]:
        """The value of each fact."""
        return {key: value for key, (_, value) in self.facts.items()}

    @property
    def text(self) -> str:
        """Everything that is said, a line each."""
        return "\n".join(line for lines in self.texts.values() for line in lines)


def noticed(project: Project) -> Noticed:
    """The facts, texts and claims of every report that ``project`` has ground for."""
    checked = Checked(Path(), project, (), ZH)
    facts: dict[str, tuple[Fact, float]] = {}
    texts: dict[Report, list[str]] = {}
    with watching() as claims:
        found = findings(checked)
        for report in REPORTS:
            if _refused(checked, report, Options()) is not None:
                continue
            with noting() as ledger:
                texts[report] = [unmarked(text) for text in _texts(compose(report, found, ZH)) if text]
            for fact, value in zip(ledger.facts, ledger.values, strict=True):
                held = facts.setdefault(fact.id, (fact, float(value)))
                assert held[1] == float(value), f"two values: {fact.id}"
    return Noticed(facts, texts, claims, found)


def _texts(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, Prose):
        yield str(held)
    elif isinstance(held, Struct):
        for name in held.__struct_fields__:
            if name != "drawings":
                yield from _texts(getattr(held, name))
    elif isinstance(held, tuple):
        for item in held:
            yield from _texts(item)
