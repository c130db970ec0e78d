"""Findings → the context of 《现状流程调研报告》: how the process runs today, and what the evidence says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from msgspec import Struct

from ...analysis.answers import held as held_answers
from ...analysis.claims import flow as of_flow
from ...analysis.claims import sample as of_sample
from ...analysis.claims.goals import of_all
from ...analysis.facts import tally
from ...analysis.findings import Findings
from ...analysis.flow import FlowFindings
from ...analysis.voices import Coverage
from ...schema.choices import PartyKind
from ...word.inline import Prose, prose, ref
from ...word.printed import Printed
from ...words import Words
from ..shared.format import dashed
from ..shared.front import Front, KeyFigure, KeyFigures, Summary, front, points
from ..shared.writer import Fact, GoalLine
from .base import SurveyWriter
from .close import AnswerRow, CheckChapter, CloseWriter, FirstFinding, InterviewNote, ObservationNote
from .flow import FlowChapter, FlowWriter
from .running import RunningChapter, RunningWriter
from .voices import InterviewChapter, ObservationChapter, QuestionnaireChapter, VoicesWriter


class PartyLine(Struct, frozen=True):
    """Who was asked, how, and how many answered."""

    kind: Annotated[str, Printed(10, "code")]
    group: Annotated[str, Printed(22)]
    methods: Annotated[str, Printed(20)]
    planned: Annotated[str, Printed(9, "number")]
    actual: Annotated[str, Printed(9, "number")]
    sent: Annotated[str, Printed(9, "number")]
    returned: Annotated[str, Printed(9, "number")]
    valid: Annotated[str, Printed(9, "number")]


class ScopeChapter(Struct, frozen=True):
    """What the survey is for and what it covers."""

    finding: str | Prose
    background: str
    facts: tuple[Fact, ...]
    goals: tuple[GoalLine, ...]


class SampleChapter(Struct, frozen=True):
    """Methods and sample."""

    finding: str | Prose
    parties: tuple[PartyLine, ...]
    returns: str


class SurveyContext(Struct, frozen=True):
    """Every name the template of the survey report may use."""

    front: Front
    summary: Summary
    scope: ScopeChapter
    sample: SampleChapter
    flow: FlowChapter
    running: RunningChapter | None
    interviews: InterviewChapter | None
    questionnaire: QuestionnaireChapter | None
    observations: ObservationChapter | None
    check: CheckChapter | None
    findings_lead: str
    findings: tuple[FirstFinding, ...]
    interview_notes: tuple[InterviewNote, ...]
    answers: tuple[AnswerRow, ...]
    observation_notes: tuple[ObservationNote, ...]


def context(findings: Findings, words: Words, *, draft: bool = False) -> SurveyContext:
    """The context; needs the form and at least one step."""
    writer, voices = _Writer(findings, words), VoicesWriter(findings, words)
    close = CloseWriter(findings, words)
    first = close.findings_list()
    return SurveyContext(
        front=front(findings.project, words, words.say("reports.survey"), draft=draft),
        summary=Summary(writer.key_figures(), points(writer.summary())),
        scope=writer.scope(),
        sample=writer.sample(),
        flow=FlowWriter(findings, words).chapter(),
        running=RunningWriter(findings, words).chapter(),
        interviews=voices.interviews(),
        questionnaire=voices.questionnaire(),
        observations=voices.observations(),
        check=close.check(),
        findings_lead=writer.say("findings_lead") if first else writer.say("findings_none"),
        findings=first,
        interview_notes=close.interview_notes(),
        answers=close.answers(),
        observation_notes=close.observation_notes(),
    )


class _Writer(SurveyWriter):
    """The summary and the two chapters that open the report."""

    def key_figures(self) -> KeyFigures:
        """At most four figures: lead time, PCE or hand-offs, closing time, satisfaction."""
        found, form = self.findings, self.form
        flow = found.flow
        held: list[KeyFigure] = []
        if flow:
            held += self._flow_figures(flow)
        if found.tickets and found.tickets.closing:
            note = self.say("key_tickets", n=found.tickets.closing.n)
            closing = found.tickets.closing
            scale = form.shared_calendar([closing.median, closing.mean, closing.p90])  # that of the chapter's sentence
            value = form.calendar_measured(closing.median, scale)
            held.append(KeyFigure(value, self.say("key_closing", unit=self.say(f"scale_{scale}")), note))
        held += self._satisfied()
        return KeyFigures(tuple(held[:4]))

    def _satisfied(self) -> list[KeyFigure]:
        """A group's satisfaction each, with its number of answer sheets; customers stand first."""
        found = self.findings.questionnaire
        return [
            KeyFigure(self.form.fact(held.satisfaction), self.say(f"key_satisfied_{held.group}"),
                      self.say("key_answers", n=held.answers))
            for held in (found.groups if found else ())
            if held.satisfaction is not None
        ]  # fmt: skip

    def _flow_figures(self, flow: FlowFindings) -> list[KeyFigure]:
        """Lead time where it is known throughout, PCE, and steps."""
        form, held = self.form, []
        if flow.lead and flow.whole:
            value, scale = form.measured(flow.lead)  # the strip has no room for number and unit in one line
            label = self.say("key_lead", unit=self.say(f"unit_{scale}"))
            gaps = flow.unwaited or flow.untouched
            note = self.say("key_gaps") if gaps else self.say("key_wait", share=flow.wait_share)
            held.append(KeyFigure(value, label, note))
        if flow.pce is not None:
            held.append(KeyFigure(form.fact(flow.pce), self.say("key_pce"), self.say("key_pce_note")))
        note = self.say("key_handoffs", n=flow.handoffs)
        return [*held, KeyFigure(form.fact(flow.steps), self.say("key_steps"), note)]

    def summary(self) -> list[str]:
        """The sentences of the summary page; sources that contradict the lead time stand beside it."""
        found = self.findings
        voices, flow = VoicesWriter(found, self.words), FlowWriter(found, self.words)
        check = CloseWriter(found, self.words).check()
        doubt = check.finding if check and any(row.wide for row in found.consistency) else ""
        lines = [self.sentences(flow.finding(found.flow), doubt), flow.longest(found.flow)] if found.flow else []
        lines += RunningWriter(found, self.words).summary()
        if found.interviews:
            lines.append(voices.interview_headline(found.interviews))
        if found.questionnaire:
            lines.append(voices.questionnaire_headline(found.questionnaire))
        return [line for line in lines if line]

    def scope(self) -> ScopeChapter:
        """What the survey is for."""
        info = self.info
        facts = [
            ("process", info.process),
            ("organisation", info.organisation),
            ("occasions", self.form.join(map(self.words.choice, info.occasions))),
            ("data", self.form.period(info.data_from, info.data_to)),
            ("time", self.form.period(info.survey_from, info.survey_to) if info.survey_from else ""),
            ("range", self._range()),
        ]
        goals = tuple(self.goal(goal) for goal in self.project.goals)
        key = "scope_finding" if goals else "scope_plain"
        held = tally("voices.goals", self.project.goals, "goals")
        finding = self.say(key, process=info.process, goals=held, table=ref("goals"))
        return ScopeChapter(
            finding=prose(self.sentences(finding, self.claimed(*of_all(self.project, self.findings.indicators)))),
            background=(info.background or "").strip(),
            facts=tuple(Fact(self.say(f"fact_{key}"), value) for key, value in facts if value),
            goals=goals,
        )

    def _range(self) -> str:
        span, flow = of_flow.span(self.project.steps), self.findings.flow
        return self.say("range", span=self.claim(span), n=flow.steps) if span and flow else ""

    def sample(self) -> SampleChapter:
        """Who was asked and what was looked at."""
        found, lines = self.findings, self.findings.coverage
        rows, complaints = [item.indicator for item in found.indicators], self.project.complaints
        sources = [
            ("interviews", found.interviews.interviews if found.interviews else None),
            ("answers", held_answers(self.project.answers)),
            ("observations", found.observations.count if found.observations else None),
            ("indicators", tally("voices.indicators", rows, "indicators") if rows else None),
            ("complaints", tally("voices.complaints", complaints, "complaints") if complaints else None),
            ("tickets", found.tickets.count if found.tickets else None),
            ("cases", found.log.cases if found.log else None),
        ]
        held = [(key, self.form.number(n)) for key, n in sources if n]
        parts = self.form.join(self.say(f"sample_{key}", n=n) for key, n in held)
        finding = self.say("sample_finding", parts=parts) if held else self.say("sample_none")
        if lines:
            parties = tally("voices.parties", self.project.parties, "parties")
            finding += self.say("sample_table", n=parties, table=ref("parties"))
        return SampleChapter(
            finding=prose(finding),
            parties=tuple(self._party(row) for row in lines),
            returns=self._returns(lines),
        )

    def _party(self, row: Coverage) -> PartyLine:
        party, fact = row.party, self.form.fact
        return PartyLine(
            self.words.choice(party.kind), party.group,
            dashed(self.form.join(map(self.words.choice, party.methods))),
            dashed(fact(row.planned)), dashed(fact(row.actual)), dashed(fact(row.sent)), dashed(fact(row.returned)),
            dashed(fact(row.valid)),
        )  # fmt: skip

    def _returns(self, lines: Sequence[Coverage]) -> str:
        """Where planned, actual and recorded numbers differ, and the questionnaire's return."""
        found, sheets = self.findings, held_answers(self.project.answers)
        return self.sentences(
            self.gathered(*map(of_sample.reached, lines), *map(of_sample.unreported, lines)),
            self.gathered(
                *(of_sample.party_interviews_differ(lines, found.interviews, p) for p in PartyKind),
                *(of_sample.party_unlisted(lines, found.interviews, p) for p in PartyKind),
            ),
            *(self.claimed(of_sample.returned(own), of_sample.valid(own)) for own in of_sample.by_group(lines)),
            self.claimed(of_sample.answers_differ(lines, sheets)),
            self.gathered(*(of_sample.party_answers_differ(lines, found.questionnaire, p) for p in PartyKind)),
            self.claimed(
                of_sample.unasked(self.project.questions, lines, sheets),
                of_sample.no_parties(lines, found.interviews, sheets),
                of_sample.front_unheard(lines, found.interviews, found.questionnaire),
            ),
        )
