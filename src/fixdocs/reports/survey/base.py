"""What the chapters of 《现状流程调研报告》 share."""

from __future__ import annotations

from ...analysis.answers import Option
from ...analysis.claim import Claim
from ..shared.writer import Writer


class SurveyWriter(Writer):
    """A chapter's hand: ``say`` speaks from the survey's catalogue."""

    domain = "survey"

    def option(self, held: Option) -> str:
        """An option as it was offered, or what was written beside those offered."""
        return held.text if held.offered else self.say("option_other", text=held.text)

    def gathered(self, *made: Claim | None) -> str:
        """Those claims that stand, as the clauses of one sentence."""
        told = [self.claim(each) for each in made if each]
        return self.clauses(told) + self.stop if told else ""
