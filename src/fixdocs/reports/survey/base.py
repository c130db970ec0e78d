"""What the chapters of 《现状流程调研报告》 share."""

from __future__ import annotations

from ...analysis.answers import ItemFindings, Option, QuestionnaireFindings
from ...analysis.claim import Claim
from ...analysis.claims import answers as of_answers
from ...analysis.flow import FlowFindings
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

    def answers_of(self, text: str, item: ItemFindings, found: QuestionnaireFindings, *notes: str) -> str:
        """What a row of answers is about: whose they are where several groups answered, and what else to know."""
        group = self.claim(of_answers.who(found.group(item.group))) if len(found.groups) > 1 else ""
        told = self.phrases([group, *notes])
        return self.say("answers_of", text=text, notes=told) if told else text

    def rounded_lead(self, found: FlowFindings) -> str:
        """That working and waiting time, as printed, don't add up to the lead time; empty where they do."""
        parts = [value for value in (found.touch, found.wait) if value is not None]
        adds = not found.lead or not found.whole or self.form.adds(found.lead, parts)
        return "" if adds else self.say("rounded")

    def turned(self, item: ItemFindings) -> str:
        """That an item is reversed; empty of others."""
        return self.say("note_turned") if of_answers.is_turned(item.question) else ""
