"""Chapters 数据一致性核对 and 初步发现, and the annexes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from msgspec import Struct

from ...analysis.answers import ItemFindings, QuestionnaireFindings
from ...analysis.claim import Claim, values_of
from ...analysis.claims import answers as of_answers
from ...analysis.claims import check
from ...analysis.claims import flow as of_flow
from ...analysis.claims import running as of_running
from ...analysis.claims import running_cases as of_cases
from ...analysis.claims import voices as of_voices
from ...analysis.consistency import Consistency
from ...analysis.facts import Count, Quantity, filled, sources
from ...analysis.facts import Fact as Condition
from ...schema.survey import Interview, Observation
from ...word.printed import Printed
from ..shared.format import dashed
from .base import SurveyWriter

_Told = tuple[tuple[Claim | None, ...], str]  # claims told in one breath, and their chapter


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
            note=self.sentences(
                self.claim(check.log_part(rows, self.findings.log, self.project.steps)),
                self.claim(check.conversion(flow, rows)),
                self.say("check_gap"),
            ),
        )

    def _check_row(self, row: Consistency) -> CheckRow:
        def days(value: Quantity) -> str:
            return self.say(f"in_{row.unit}", n=self.form.number(value, 1))

        gap = self.form.change(row.gap)
        return CheckRow(
            self.claim(check.source(row)), days(row.computed), days(row.stated), gap, self.claim(check.of_row(row))
        )

    def findings_list(self) -> tuple[FirstFinding, ...]:
        """What the survey hands on to step 2, each with its chapter; only claims that stand."""
        told = [*self._of_flow(), *self._of_running(), *self._of_voices()]
        stand = [(held, chapter) for made, chapter in told if (held := [claim for claim in made if claim])]
        return tuple(
            FirstFinding(self._order(n, held), self._found(held), self.say(f"chapter_{chapter}"))
            for n, (held, chapter) in enumerate(stand, 1)
        )

    def _found(self, told: Sequence[Claim]) -> str:
        """A finding; of the lead time it says, as the chapter does, that its parts were rounded."""
        flow = self.findings.flow
        lead = flow is not None and told[0] == of_flow.headline(flow)
        return self.sentences(self.claimed(*told), self.rounded_lead(flow) if flow and lead else "")

    def _order(self, number: int, told: Sequence[Claim]) -> str:
        """A finding's number, which leads to the cells of what it says."""
        cells = sources(*(value for made in told for value in values_of(made)))
        return self.form.fact(Count(number, Condition("voices.order", (str(number),), cells, unit="count")))

    def _of_flow(self) -> list[_Told]:
        found = self.findings.flow
        if found is None or not found.lead:
            return []
        return [
            ((of_flow.headline(found), of_flow.converted(found)), "flow"),
            ((of_flow.longest(found), of_flow.longest_share(found), of_flow.longest_visits(found)), "flow"),
            ((of_flow.returns(found),), "flow"),
        ]

    def _of_running(self) -> list[_Told]:
        found, rows = self.findings, self.findings.indicators
        made: list[Claim | None] = [of_running.worsening(rows), of_running.missed(rows), of_running.improving(rows)]
        if found.classes:
            made += [of_cases.concentration(found.classes), of_cases.rest(found.classes)]
        if found.log and found.log.repeating:
            made.append(of_cases.rework(found.log))
        return [((each,), "running") for each in made]

    def _of_voices(self) -> list[_Told]:
        """What people said, answered and were seen to do, as far as it stands out."""
        found, asked = self.findings, self.findings.questionnaire
        makers = (of_answers.satisfaction, of_answers.small)
        groups = asked.groups if asked else ()
        answered = [(*(make(g) for make in makers), of_answers.lowest(g, asked)) for g in groups if asked]
        return [
            ((of_voices.pains(found.interviews),), "interviews"),
            *((each, "questionnaire") for each in answered),
            ((of_voices.longest_seen(found.observations, self.project.steps),), "observations"),
        ]

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
        """The spread of each group's answers to every closed question, as they were given."""
        found = self.findings.questionnaire
        if found is None:
            return ()
        return tuple(
            AnswerRow(item.question.id, self._asked(item, found), self.form.fact(item.n), self._spread(item))
            for question in self.project.questions
            for item in found.items(question.id)
            if item.levels or item.options
        )

    def _asked(self, item: ItemFindings, found: QuestionnaireFindings) -> str:
        turned = self.turned(item)
        return self.answers_of(item.question.text, item, found, turned, self.say("answers_raw") if turned else "")

    def _spread(self, item: ItemFindings) -> str:
        fact = self.form.fact
        held = [(fact(level), n) for level, n in item.levels] + [(self.option(o), o.count) for o in item.options]
        return self.phrases(self.say("spread", name=name, n=n) for name, n in held)

    def observation_notes(self) -> tuple[ObservationNote, ...]:
        """Every observation."""
        return tuple(map(self._observation, self.project.observations))

    def _observation(self, row: Observation) -> ObservationNote:
        unit = self.words.choice(row.duration_unit) if row.duration_unit else None
        times, duration = filled(row, "times", unit="count"), filled(row, "duration", word=unit)
        return ObservationNote(
            row.id, dashed(self.form.day(row.day)), dashed(self.step(row.step)), self.words.choice(row.kind),
            row.description, dashed(self.form.fact(times)), dashed(self.form.fact(duration)),
        )  # fmt: skip
