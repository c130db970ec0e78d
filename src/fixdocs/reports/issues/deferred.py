"""The issues that are put off or not treated, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ...analysis.issues import IssueFindings
from ...schema.choices import Treatment
from ...word.inline import ref
from ...word.printed import Printed
from ...words import Words
from ..shared.format import Formatter
from ..shared.texts import bare, listed


@dataclass(frozen=True, slots=True)
class DeferredLine:
    """An issue that is put off or not treated."""

    number: Annotated[str, Printed(8, "code")]
    description: Annotated[str, Printed(34)]
    rating: Annotated[str, Printed(18, "code")]
    treatment: Annotated[str, Printed(12, "code")]
    reason: Annotated[str, Printed(34)]


class Deferred:
    """The lines of the table, and the finding above it."""

    def __init__(self, found: IssueFindings, words: Words, form: Formatter) -> None:
        self.items, self.words, self.form = found.untreated, words, form
        self.lines = tuple(
            DeferredLine(
                item.issue.id,
                item.issue.description,
                self._say("rating_short", impact=item.issue.impact, frequency=item.issue.frequency),
                words.choice(item.issue.treatment or Treatment.DEFERRED),
                item.issue.deferral_reason or self._say("no_reason"),
            )
            for item in self.items
        )

    def _say(self, key: str, /, **values: object) -> str:
        return self.words.say(f"issues.{key}", **values)

    def finding(self) -> str:
        """How many, which of them are core, which lack a reason; a single one is told whole."""
        if not self.lines:
            return ""
        core = [item.issue.id for item in self.items if item.core]
        warning = self._say("deferred_core", keys=listed(self.form, core)) if core else ""
        if len(self.lines) == 1:
            return self._single() + warning
        silent = [item.issue.id for item in self.items if not item.issue.deferral_reason]
        return (
            self._say("deferred_finding", n=len(self.lines), table=ref("deferred"))
            + warning
            + (self._say("deferred_silent", keys=listed(self.form, silent)) if silent else "")
        )

    def _single(self) -> str:
        line = self.lines[0]
        return self._say(
            "deferred_one", key=line.number, text=bare(line.description), rating=line.rating,
            treatment=line.treatment, reason=bare(line.reason),
        )  # fmt: skip
