"""Chapters 数据一致性核对 and 初步发现, and the annexes."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from ...analysis.claims import check
from ...analysis.consistency import Consistency
from ...analysis.facts import Quantity
from ...schema.survey import Interview, Observation
from ...word.printed import Printed
from ..shared.format import dashed
from .base import SurveyWriter
from .flow import FlowWriter
from .running import RunningWriter
from .voices import VoicesWriter


class CheckRow(Struct, frozen=True):
    """A comparison of the flow's lead time with another source."""

    source: Annotated[str, Printed(34)]
    computed: Annotated[str, Printed(17, "number")]
    stated: Annotated[str, Printed(17, "number")]
    gap: Annotated[str, Printed(12, "number")]
    verdict: Annotated[str, Printed(20, "code")]


class CheckChapter(Struct, frozen=True):
    """Whether the sources agree."""

    finding: str
    rows: tuple[CheckRow, ...]
    note: str


class FirstFinding(Struct, frozen=True):
    """A finding for step 2: what stands out, and where in the survey it comes from."""

    number: Annotated[str, Printed(8, "code")]
    text: Annotated[str, Printed(74)]
    source: Annotated[str, Printed(18, "code")]


class InterviewNote(Struct, frozen=True):
    """A row of the annex of interviews."""

    id: Annotated[str, Printed(6, "code")]
    day: Annotated[str, Printed(9, "code")]
    who: Annotated[str, Printed(14)]
    topic: Annotated[str, Printed(12)]
    nature: Annotated[str, Printed(8, "code")]
    steps: Annotated[str, Printed(16)]
    content: Annotated[str, Printed(35)]


class AnswerRow(Struct, frozen=True):
    """How the answers to one question are spread: each level or option with its count."""

    number: Annotated[str, Printed(8, "code")]
    text: Annotated[str, Printed(40)]
    n: Annotated[str, Printed(9, "number")]
    spread: Annotated[str, Printed(43)]


class ObservationNote(Struct, frozen=True):
    """A row of the annex of observations."""

    id: Annotated[str, Printed(7, "code")]
    day: Annotated[str, Printed(10, "code")]
    step: Annotated[str, Printed(17)]
    kind: Annotated[str, Printed(10, "code")]
    content: Annotated[str, Printed(38)]
    times: Annotated[str, Printed(7, "number")]
    duration: Annotated[str, Printed(11, "number")]


class CloseWriter(SurveyWriter):
    """Writes what closes the report."""

    def check(self) -> CheckChapter | None:
        """The chapter on consistency; None where there is nothing to compare with."""
        rows, flow = self.findings.consistency, self.findings.flow
        if not rows or flow is None:
            return None
        return CheckChapter(
            finding=self.claim(check.verdict(rows)),
            rows=tuple(self._check_row(row) for row in rows),
            note=self.sentences(self.claim(check.conversion(flow, rows)), self.say("check_gap")),
        )

    def _check_row(self, row: Consistency) -> CheckRow:
        def days(value: Quantity) -> str:
            return self.say(f"in_{row.unit}", n=self.form.number(value, 1))

        gap = self.form.change(row.gap)
        return CheckRow(
            self.claim(check.source(row)), days(row.computed), days(row.stated), gap, self.claim(check.of_row(row))
        )

    def findings_list(self) -> tuple[FirstFinding, ...]:
        """What the survey hands on to step 2, each with its source; only what the data say."""
        found, held = self.findings, []
        flow, running = FlowWriter(found, self.words), RunningWriter(found, self.words)
        voices = VoicesWriter(found, self.words)
        if found.flow:
            if found.flow.lead:
                held.append((flow.finding(found.flow), "flow"))
            held.append((flow.longest(found.flow), "flow"))
            held.append((flow.returns(found.flow), "flow"))
        held += [(line, "running") for line in running.highlights() if found.indicators]
        bars = [bar for bar in running.complaint_bars() if bar.vital]
        if bars and len(running.complaint_bars()) > 1:
            names, share = self.form.join(bar.key for bar in bars), self.form.percent(bars[-1].cumulative)
            held.append((self.say("first_classes", names=names, share=share), "running"))
        if found.log:
            held.append((self.say("first_rework", share=self.form.percent(found.log.rework)), "running"))
        if found.interviews and found.interviews.pains:
            held.append((voices.interview_finding(found.interviews), "interviews"))
        if found.questionnaire:
            held.append((voices.questionnaire_finding(found.questionnaire), "questionnaire"))
        if found.observations:
            held.append((voices.observation_finding(found.observations), "observations"))
        lines = [(text, source) for text, source in held if text]
        return tuple(
            FirstFinding(str(n), text, self.say(f"chapter_{source}")) for n, (text, source) in enumerate(lines, 1)
        )

    # Annexes

    def interview_notes(self) -> tuple[InterviewNote, ...]:
        """Every finding of every interview."""
        return tuple(map(self._interview, self.project.interviews))

    def _interview(self, row: Interview) -> InterviewNote:
        who = self.form.text(row.interviewee) if row.interviewee else self.words.choice(row.party)
        return InterviewNote(
            row.id, dashed(self.form.day(row.day)), dashed(who), row.topic, self.words.choice(row.nature),
            dashed(self.steps(row.steps)), row.content,
        )  # fmt: skip

    def answers(self) -> tuple[AnswerRow, ...]:
        """The spread of the answers to every closed question."""
        found = self.findings.questionnaire
        if found is None:
            return ()
        return tuple(
            AnswerRow(
                item.question.id, item.question.text, self.form.number(item.n),
                self.phrases(self.say("spread", name=name, n=n) for name, n in item.counts),
            )
            for item in found.items
            if item.counts and item.n
        )  # fmt: skip

    def observation_notes(self) -> tuple[ObservationNote, ...]:
        """Every observation."""
        return tuple(map(self._observation, self.project.observations))

    def _observation(self, row: Observation) -> ObservationNote:
        unit = self.words.choice(row.duration_unit) if row.duration_unit else None
        return ObservationNote(
            row.id, dashed(self.form.day(row.day)), dashed(self.step(row.step)), self.words.choice(row.kind),
            row.description, dashed(self.form.number(row.times)), dashed(self.form.value(row.duration, unit)),
        )  # fmt: skip
