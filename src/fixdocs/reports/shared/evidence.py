"""What stands behind an issue's source references: an interview's finding, an observation, a figure."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from ...analysis.claims import answers as of_answers
from ...analysis.claims import running as said
from ...analysis.claims import voices as of_voices
from ...analysis.evidence import Source, sources
from ...analysis.facts import filled
from ...analysis.running import one_ticket
from ...schema.improve import Issue
from ...schema.survey import Complaint, Interview, Observation, Question
from ...word.printed import Printed
from .writer import Writer


class EvidenceLine(Struct, frozen=True):
    """One piece of evidence: its kind, its reference and what it says."""

    kind: Annotated[str, Printed(12, "code")]
    reference: Annotated[str, Printed(18, "code")]
    content: Annotated[str, Printed(70)]


class Evidence:
    """Looks references up; a reference that leads nowhere was reported by the check and is printed as it stands."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.findings, self.words, self.form = writer.findings, writer.words, writer.form
        self._indicators = {f.indicator.name: f for f in writer.findings.indicators}

    def lines(self, issue: Issue) -> tuple[EvidenceLine, ...]:
        """Every source of ``issue`` with what it says."""
        return tuple(self.line(source, issue) for source in sources(self.findings, issue))

    def line(self, source: Source, issue: Issue) -> EvidenceLine:
        """What a source of ``issue`` says."""
        return EvidenceLine(self._say(source.kind), source.key, self._content(source, issue))

    def _content(self, source: Source, issue: Issue) -> str:
        match source.row:
            case Interview() as row:
                return self._said(row) + self.writer.claim(of_voices.elsewhere(row, issue))
            case Observation() as row:
                return self._observation(row)
            case Question() as row:
                return self._question(row)
            case Complaint() as row:
                return self._complaint(row)
        if source.kind == "indicator":
            return self._indicator(source.key)
        return self._ticket(source.key) if source.kind == "ticket" else self._say("unknown_text")

    def _say(self, key: str, /, **values: object) -> str:
        return self.form.say(f"evidence.{key}", **values)

    def _said(self, row: Interview) -> str:
        who, nature = row.interviewee or self.words.choice(row.party), self.words.choice(row.nature)
        rows = [each for each in self.findings.project.interviews if each.id == row.id]
        said = self._say("interview_text", who=who, nature=nature, text=row.content)
        return said + self.writer.claim(of_voices.bright_as_pain(rows))

    def _observation(self, row: Observation) -> str:
        if row.times is None:
            return row.description
        return self._say("observation_text", text=row.description, n=filled(row, "times", unit="count"))

    def _question(self, row: Question) -> str:
        """What was answered, in the words that the survey report uses too."""
        answered = self.writer.claim(of_answers.item(self.findings.questionnaire, row.id))
        return answered or self._say("question_none", text=row.text)

    def _indicator(self, key: str) -> str:
        found = self._indicators.get(key)
        if found is None:
            return self._say("indicator_none")
        return self.writer.claimed(*said.of_indicator(found, self.writer.info))

    def _complaint(self, row: Complaint) -> str:
        classes = self.findings.classes
        bars = classes.bars if classes and classes.source == "complaints" else ()
        bar = next((bar for bar in bars if bar.key == row.kind), None)
        if bar is None:
            return self._say("complaint_none", name=row.kind)
        key = "complaint_text" if len(bars) > 1 else "complaint_only"
        return self._say(key, name=row.kind, count=bar.count, share=bar.share)

    def _ticket(self, key: str) -> str:
        found = one_ticket(self.findings.project.tickets, key)
        if found is None:
            return self._say("unknown_text")
        created, kind = self.form.long_date(found.created), found.kind or self._say("no_kind")
        kind = self.writer.phrases([kind, (found.channel and self._say("channel", name=found.channel)) or ""])
        if found.time is None:
            return self._say("ticket_open", kind=kind, created=created)
        return self._say("ticket_closed", kind=kind, created=created, time=found.time)
