"""The issues that are put off or not treated, and why."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from ...analysis.claims import issues as about
from ...analysis.facts import Count
from ...analysis.findings import Findings
from ...schema.choices import Treatment
from ...word.inline import ref
from ...word.printed import Printed
from ...words import Words
from ..shared.texts import bare
from .base import IssuesWriter


class DeferredLine(Struct, frozen=True):
    """An issue that is put off or not treated."""

    number: Annotated[str, Printed(8, "code")]
    description: Annotated[str, Printed(34)]
    rating: Annotated[str, Printed(18, "code")]
    treatment: Annotated[str, Printed(12, "code")]
    reason: Annotated[str, Printed(34)]


class Deferred(IssuesWriter):
    """The lines of the table, and the finding above it."""

    def __init__(self, findings: Findings, words: Words) -> None:
        super().__init__(findings, words)
        self.items = self.found.untreated
        self.lines = tuple(
            DeferredLine(
                item.issue.id,
                item.issue.description,
                self.say("rating_short", impact=item.impact, frequency=item.frequency),
                words.choice(item.issue.treatment or Treatment.DEFERRED),
                item.issue.deferral_reason or self.say("no_reason"),
            )
            for item in self.items
        )

    def finding(self) -> str:
        """How many, which of them are core, which lack a reason; a single one is told whole."""
        if not self.lines:
            return ""
        warning = self.claim(about.deferred_core(self.found))
        n = about.untreated_count(self.found)
        if len(self.lines) == 1:
            return self._single(n) + warning
        return self.sentences(
            self.say("deferred_finding", n=n, table=ref("deferred")),
            warning,
            self.claim(about.deferred_silent(self.found)),
        )

    def _single(self, n: Count) -> str:
        """The only one, told whole."""
        line = self.lines[0]
        return self.say(
            "deferred_one", n=n, key=line.number, text=bare(line.description), rating=line.rating,
            treatment=line.treatment, reason=bare(line.reason),
        )  # fmt: skip
