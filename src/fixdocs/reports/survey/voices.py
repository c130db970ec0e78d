"""Chapters 访谈, 问卷 and 现场观察: what people said, answered and were seen to do."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from ...analysis.voices import InterviewFindings, ItemFindings, ObservationFindings, QuestionnaireFindings, Topic
from ...analysis.voices import minutes as minutes_of
from ...schema.choices import QuestionKind
from ...schema.survey import Interview
from ...word.inline import Prose, prose, ref
from ...word.printed import Printed
from ..shared.figures import Figure, figure
from ..shared.format import dashed
from ..shared.texts import bare, trimmed
from .base import SurveyWriter

_QUOTES = 6
_OPEN = 8


class TopicRow(Struct, frozen=True):
    """A theme, how many interviews raised it, and what was said."""

    topic: Annotated[str, Printed(20)]
    raised: Annotated[str, Printed(14, "number")]
    content: Annotated[str, Printed(66)]


class Quotation(Struct, frozen=True):
    """A person's own words, with who said them."""

    text: str
    who: str


class PartyVoices(Struct, frozen=True):
    """A party's interviews and findings."""

    party: Annotated[str, Printed(40)]
    interviews: Annotated[str, Printed(30, "number")]
    findings: Annotated[str, Printed(30, "number")]


class InterviewChapter(Struct, frozen=True):
    """What interviews brought."""

    finding: str
    parties: tuple[PartyVoices, ...]
    pains: tuple[TopicRow, ...]
    bright: tuple[TopicRow, ...]
    suggestions: tuple[TopicRow, ...]
    strategy: tuple[TopicRow, ...]
    quotes: tuple[Quotation, ...]


class ItemRow(Struct, frozen=True):
    """A question on a scale: the mean is of answers turned so that high is good."""

    number: Annotated[str, Printed(8, "code")]
    text: Annotated[str, Printed(42)]
    dimension: Annotated[str, Printed(17)]
    n: Annotated[str, Printed(10, "number")]
    mean: Annotated[str, Printed(11, "number")]
    satisfied: Annotated[str, Printed(12, "number")]


class OptionRow(Struct, frozen=True):
    """An option of a question and how many chose it."""

    question: Annotated[str, Printed(38)]
    option: Annotated[str, Printed(36)]
    count: Annotated[str, Printed(13, "number")]
    share: Annotated[str, Printed(13, "number")]


class DimensionRow(Struct, frozen=True):
    """A dimension of the questionnaire."""

    name: Annotated[str, Printed(50)]
    mean: Annotated[str, Printed(25, "number")]
    items: Annotated[str, Printed(25, "number")]


class QuestionnaireChapter(Struct, frozen=True):
    """What the questionnaire brought."""

    finding: str
    chart_lead: str | Prose
    chart: Figure | None
    items: tuple[ItemRow, ...]
    items_note: str
    dimensions_text: str
    dimensions: tuple[DimensionRow, ...]
    nps: str
    options: tuple[OptionRow, ...]
    open_lead: str
    open: tuple[Quotation, ...]


class SeenRow(Struct, frozen=True):
    """Observations of a kind or at a step: rows, times seen, minutes taken."""

    name: Annotated[str, Printed(40)]
    rows: Annotated[str, Printed(20, "number")]
    times: Annotated[str, Printed(20, "number")]
    minutes: Annotated[str, Printed(20, "number")]


class ObservationChapter(Struct, frozen=True):
    """What was seen on site."""

    finding: str
    kinds: tuple[SeenRow, ...]
    steps: tuple[SeenRow, ...]
    calendar: str


class VoicesWriter(SurveyWriter):
    """Writes the three chapters; each is None without its sheet."""

    # Interviews

    def interviews(self) -> InterviewChapter | None:
        """The chapter on interviews."""
        found = self.findings.interviews
        if found is None:
            return None
        parties = tuple(PartyVoices(self.words.choice(party), str(n), str(rows)) for party, n, rows in found.by_party)
        return InterviewChapter(
            finding=self.interview_finding(found),
            parties=parties if len(parties) > 1 else (),
            pains=self._topics(found.pains),
            bright=self._topics(found.bright),
            suggestions=self._topics(found.suggestions),
            strategy=self._topics(found.strategy),
            quotes=tuple(Quotation(row.quote or "", self._who(row)) for row in found.quotes[:_QUOTES]),
        )

    def interview_finding(self, found: InterviewFindings) -> str:
        """How many spoke, and the pain raised most."""
        text = self.say("interview_count", n=found.interviews, findings=found.findings)
        if not found.pains:
            return text + self.stop
        top = found.pains[0]
        tied = [topic for topic in found.pains if topic.raised_by == top.raised_by]
        key = "single_pains" if top.raised_by == 1 else "top_pains" if len(tied) > 1 else "top_pain"
        names = self.listed([topic.topic for topic in tied])
        return text + self.say(key, topic=names, n=top.raised_by, pains=len(found.pains))

    def _topics(self, topics: tuple[Topic, ...]) -> tuple[TopicRow, ...]:
        return tuple(TopicRow(topic.topic, str(topic.raised_by), self._said(topic.findings)) for topic in topics)

    def _said(self, rows: tuple[Interview, ...]) -> str:
        return self.clauses(self.say("said", id=row.id, text=trimmed(row.content)) for row in rows)

    def _who(self, row: Interview) -> str:
        return self.say("who", who=row.interviewee or self.words.choice(row.party), id=row.id)

    # Questionnaire

    def questionnaire(self) -> QuestionnaireChapter | None:
        """The chapter on the questionnaire."""
        found = self.findings.questionnaire
        if found is None:
            return None
        scaled = self._scaled(found)
        chart = self._likert(scaled)
        return QuestionnaireChapter(
            finding=self.questionnaire_finding(found),
            chart_lead=prose(self.say("likert_lead", figure=ref("likert"))) if chart else "",
            chart=chart,
            items=tuple(self._item(item) for item in scaled),
            items_note=self.say("turned") if any(i.question.wording == "reverse" for i in scaled) else "",
            dimensions_text=self._dimensions_text(found),
            dimensions=self._dimensions(found),
            nps=self._nps(found),
            options=tuple(row for item in found.items for row in self._options(item)),
            open_lead=self._open_lead(found),
            open=tuple(
                Quotation(text, self.say("question_key", id=item.question.id))
                for item in found.items for text in item.texts
            )[:_OPEN],
        )  # fmt: skip

    def _scaled(self, found: QuestionnaireFindings) -> list[ItemFindings]:
        """Items on a scale, the least favourable first."""
        rows = [i for i in found.items if i.question.kind is QuestionKind.LIKERT and i.n and i.good is not None]
        return sorted(rows, key=lambda item: item.good or 0.0)

    def questionnaire_finding(self, found: QuestionnaireFindings) -> str:
        """How many answered, how satisfied they are, and the item with the lowest mean."""
        lines = [self.say("answers", n=self.form.number(found.answers))]
        if found.satisfaction is not None:
            lines.append(self.say("satisfaction", share=self.form.percent(found.satisfaction)))
        scaled = self._scaled(found)
        if len(scaled) > 1:
            low = scaled[0]
            lines.append(self.say("lowest", text=low.question.text, mean=self.form.number(low.good, 2)))
        return self.sentences(*lines, self.small(found.answers))

    def _item(self, item: ItemFindings) -> ItemRow:
        question = item.question
        return ItemRow(
            question.id, question.text, dashed(self.form.text(question.dimension)), self.form.number(item.n),
            dashed(self.form.number(item.good, 2)), dashed(self.form.percent(item.csat, 0)),
        )  # fmt: skip

    def _likert(self, items: list[ItemFindings]) -> Figure | None:
        """Answers as parts of 100 %, turned so that right is good; only items of one scale stand together."""
        from ...charts import Axis, Likert, Series

        scales = {item.question.scale or 5 for item in items}
        if len(items) < 2 or len(scales) != 1:
            return None
        levels = scales.pop()
        shares = []
        for item in items:
            counts = [n for _, n in item.counts]
            if item.question.wording == "reverse":
                counts.reverse()
            shares.append([n / item.n for n in counts])
        names = [self._level(n, levels) for n in range(1, levels + 1)]
        chart = Likert(
            alt=self.say("likert_alt", n=len(items), low=items[0].question.text),
            categories=tuple(self.named(item.question.id, item.question.text) for item in items),
            value=Axis(self.say("axis_share"), "0%"),
            series=tuple(Series(name, tuple(row[n] for row in shares)) for n, name in enumerate(names)),
        )
        return figure(self.words, "likert", self.say("likert_caption"), [chart])

    def _level(self, level: int, levels: int) -> str:
        end = "level_low" if level == 1 else "level_high" if level == levels else "level"
        return self.say(end, n=level)

    def _dimensions(self, found: QuestionnaireFindings) -> tuple[DimensionRow, ...]:
        if len(found.dimensions) < 2:
            return ()
        return tuple(DimensionRow(name, self.form.number(mean, 2), str(n)) for name, mean, n in found.dimensions)

    def _dimensions_text(self, found: QuestionnaireFindings) -> str:
        if len(found.dimensions) < 2:
            return ""
        low, high = found.dimensions[0], found.dimensions[-1]
        number = self.form.number
        return self.say("dimensions_text", low=low[0], low_mean=number(low[1], 2), high=high[0],
                        high_mean=number(high[1], 2), scale=found.scale)  # fmt: skip

    def _nps(self, found: QuestionnaireFindings) -> str:
        return self.sentences(
            *(
                self.say("nps", text=item.question.text, value=self.form.signed(item.nps, 0), n=item.n)
                for item in found.items
                if item.nps is not None and item.n
            )
        )

    def _options(self, item: ItemFindings) -> list[OptionRow]:
        if item.question.kind not in (QuestionKind.SINGLE, QuestionKind.MULTIPLE) or not item.n:
            return []
        return [
            OptionRow(self.named(item.question.id, item.question.text) if first else "", option, self.form.number(n),
                      self.form.percent(n / item.n))
            for first, (option, n) in zip((True, *[False] * len(item.counts)), item.counts, strict=False)
        ]  # fmt: skip

    def _open_lead(self, found: QuestionnaireFindings) -> str:
        texts = sum(len(item.texts) for item in found.items)
        if not texts:
            return ""
        return self.say("open_lead" if texts > _OPEN else "open_all", n=texts, shown=min(texts, _OPEN))

    # Observations

    def observations(self) -> ObservationChapter | None:
        """The chapter on observations."""
        found = self.findings.observations
        if found is None:
            return None
        kinds = tuple(self._seen(self.words.choice(kind), n, times, m) for kind, n, times, m in found.by_kind)
        ranked = sorted(found.by_step, key=lambda row: (row[0] is None, -(row[3] or 0.0), -row[2]))
        steps = tuple(self._seen(dashed(self.step(step)), n, times, m) for step, n, times, m in ranked)
        return ObservationChapter(
            finding=self.observation_finding(found),
            kinds=kinds if len(kinds) > 1 else (),
            steps=steps if len(steps) > 1 else (),
            calendar=self.say("seen_calendar", time=self.form.calendar(found.calendar)) if found.calendar else "",
        )

    def observation_finding(self, found: ObservationFindings) -> str:
        """How much was seen, and what cost most time."""
        times = sum(row[2] for row in found.by_kind)
        text = self.say("seen", n=found.count, times=self.form.number(times))
        top = found.top[0] if found.top else None
        minutes = minutes_of(top, self.form.hours_per_day) if top else None
        if top is None or minutes is None:
            return text
        place = self.say("at_step", step=self.step(top.step)) if top.step else ""
        what = bare(top.description)
        return text + self.say("most_time", what=what, place=place, time=self.form.duration(minutes))

    def _seen(self, name: str, rows: int, times: int, minutes: float | None) -> SeenRow:
        return SeenRow(name, str(rows), self.form.number(times), dashed(self.form.number(minutes, 0)))
