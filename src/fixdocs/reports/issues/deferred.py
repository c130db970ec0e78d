"""The issues that are put off or not treated, and why."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

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
                self.say("rating_short", impact=item.issue.impact, frequency=item.issue.frequency),
                words.choice(item.issue.treatment or Treatment.DEFERRED),
                item.issue.deferral_reason or self.say("no_reason"),
            )
            for item in self.items
        )

    def finding(self) -> str:
        """How many, which of them are core, which lack a reason; a single one is told whole."""
        if not self.lines:
            return ""
        core = [item.issue.id for item in self.items if item.core]
        warning = self.say("deferred_core", keys=self.few(core)) if core else ""
        if len(self.lines) == 1:
            return self._single() + warning
        silent = [item.issue.id for item in self.items if not item.issue.deferral_reason]
        return (
            self.say("deferred_finding", n=len(self.lines), table=ref("deferred"))
            + warning
            + (self.say("deferred_silent", keys=self.few(silent)) if silent else "")
        )

    def _single(self) -> str:
        line = self.lines[0]
        return self.say(
            "deferred_one", key=line.number, text=bare(line.description), rating=line.rating,
            treatment=line.treatment, reason=bare(line.reason),
        )  # fmt: skip
