"""What stands behind an issue's source references: an interview's finding, an observation, a figure."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from ...analysis.claims import answers as of_answers
from ...analysis.claims import running as said
from ...analysis.claims import voices as of_voices
from ...analysis.facts import filled
from ...analysis.running import one_ticket
from ...analysis.voices import cited
from ...schema.improve import Issue
from ...schema.survey import Interview
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
        findings, project = writer.findings, writer.project
        self._observations = {o.id: o for o in project.observations}
        self._questions = {q.id: q for q in project.questions}
        self._indicators = {f.indicator.name: f for f in findings.indicators}
        self._complaints = {c.kind: c for c in project.complaints}

    def lines(self, issue: Issue) -> tuple[EvidenceLine, ...]:
        """Every reference of ``issue`` with what it says."""
        return tuple(line for key in issue.evidence for line in self._lines(key, issue))

    def _lines(self, key: str, issue: Issue) -> list[EvidenceLine]:
        interviews = self._interviews(key, issue)
        if interviews:
            return interviews
        for kind, found in (
            ("observation", self._observation(key)),
            ("question", self._question(key)),
            ("indicator", self._indicator(key)),
            ("complaint", self._complaint(key)),
            ("ticket", self._ticket(key)),
        ):
            if found:
                return [EvidenceLine(self._say(kind), key, found)]
        return [EvidenceLine(self._say("unknown"), key, self._say("unknown_text"))]

    def _say(self, key: str, /, **values: object) -> str:
        return self.form.say(f"evidence.{key}", **values)

    def _interviews(self, key: str, issue: Issue) -> list[EvidenceLine]:
        """The findings of interview ``key`` that the issue rests on, each with what it is."""
        rows = [row for row in self.findings.project.interviews if row.id == key]
        bright = self.writer.claim(of_voices.bright_as_pain(rows))
        return [EvidenceLine(self._say("interview"), key, self._said(row) + bright) for row in cited(rows, issue)]

    def _said(self, row: Interview) -> str:
        who, nature = row.interviewee or self.words.choice(row.party), self.words.choice(row.nature)
        return self._say("interview_text", who=who, nature=nature, text=row.content)

    def _observation(self, key: str) -> str:
        row = self._observations.get(key)
        if row is None:
            return ""
        if row.times is None:
            return row.description
        return self._say("observation_text", text=row.description, n=filled(row, "times", unit="count"))

    def _question(self, key: str) -> str:
        """What was answered, in the words that the survey report uses too."""
        question = self._questions.get(key)
        if question is None:
            return ""
        return self.writer.claim(of_answers.item(self.findings.questionnaire, key)) or question.text

    def _indicator(self, key: str) -> str:
        found = self._indicators.get(key)
        if found is None:
            named = any(row.name == key for row in self.findings.project.indicators)
            return self._say("indicator_none") if named else ""
        return self.writer.flat(self.writer.claimed(*said.of_indicator(found, self.writer.info)))

    def _complaint(self, key: str) -> str:
        classes = self.findings.classes
        bars = classes.bars if classes and classes.source == "complaints" else ()
        bar = next((bar for bar in bars if bar.key == key), None)
        if bar is not None:
            return self._say("complaint_text", name=key, count=bar.count, share=bar.share)
        return self._say("complaint_none", name=key) if key in self._complaints else ""

    def _ticket(self, key: str) -> str:
        found = one_ticket(self.findings.project.tickets, key)
        if found is None:
            return ""
        created, kind = self.form.long_date(found.created), found.kind or self._say("no_kind")
        if found.time is None:
            return self._say("ticket_open", kind=kind, created=created)
        return self._say("ticket_closed", kind=kind, created=created, time=found.time)
