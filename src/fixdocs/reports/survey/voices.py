"""Chapters 访谈, 问卷 and 现场观察: what people said, answered and were seen to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from msgspec import Struct

from ...analysis.answers import ItemFindings, OpenAnswer, QuestionnaireFindings
from ...analysis.claims import answers as of_answers
from ...analysis.claims import sample as of_sample
from ...analysis.claims import voices as of_voices
from ...analysis.facts import Quantity
from ...analysis.voices import InterviewFindings, ObservationFindings, Seen, Topic
from ...schema.choices import ObservationKind, PartyKind, QuestionKind
from ...schema.survey import Interview
from ...word.inline import Prose, prose, ref
from ...word.printed import Printed
from ..shared.figures import Figure, figure
from ..shared.format import dashed
from ..shared.texts import trimmed
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
    quotes_lead: str
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
        fact = self.form.fact
        parties = tuple(PartyVoices(self.words.choice(p), fact(n), fact(rows)) for p, n, rows in found.by_party)
        return InterviewChapter(
            finding=self.sentences(self.interview_headline(found), self.claim(of_voices.shared(found))),
            parties=parties if len(parties) > 1 else (),
            pains=self._topics(found.pains),
            bright=self._topics(found.bright),
            suggestions=self._topics(found.suggestions),
            strategy=self._topics(found.strategy),
            quotes_lead=self.claim(of_voices.quoted(found, _QUOTES)),
            quotes=tuple(Quotation(row.quote or "", self._who(row)) for row in found.quotes[:_QUOTES]),
        )

    def interview_headline(self, found: InterviewFindings) -> str:
        """How many spoke, where another number is stated, and the pain raised most."""
        return self.claimed(
            of_voices.interviewed(found),
            of_sample.interviews_differ(self.findings.coverage, found),
            of_voices.pains(found),
        )

    def _topics(self, topics: tuple[Topic, ...]) -> tuple[TopicRow, ...]:
        return tuple(TopicRow(t.topic, self.form.fact(t.raised_by), self._said(t.findings)) for t in topics)

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
        chart = self._likert(scaled, found)
        lead = "likert_lead" if len(found.groups) == 1 else "likert_lead_groups"
        turned = self.say("likert_turned") if _any_turned(scaled) else ""
        return QuestionnaireChapter(
            finding=self.questionnaire_finding(found),
            chart_lead=prose(self.say(lead, figure=ref("likert"), turned=turned)) if chart else "",
            chart=chart,
            items=tuple(self._item(item, found) for item in scaled),
            items_note=self._items_note(scaled, found),
            dimensions_text=self.claimed(*(of_answers.dimensions(held, found) for held in found.groups)),
            dimensions=self._dimensions(found),
            nps=self._nps(found),
            options=tuple(row for q in self.project.questions for i in found.items(q.id)
                          for row in self._options(i, found)),
            open_lead=self._open_lead(found),
            open=tuple(Quotation(held.text, self._answerers(held, found)) for held in found.open[:_OPEN]),
        )  # fmt: skip

    def _items_note(self, scaled: list[ItemFindings], found: QuestionnaireFindings) -> str:
        return self.sentences(
            self.say("turned") if _any_turned(scaled) else "", self.claim(of_answers.few_answers(found))
        )

    def _scaled(self, found: QuestionnaireFindings) -> list[ItemFindings]:
        """Items on a scale, each group's by their means, the least favourable first; as asked where scales differ."""
        rated = [[item for item in held.items if item.mean is not None] for held in found.groups]
        if len(found.scales) == 1:
            rated = [sorted(items, key=lambda i: (i.mean or 0.0, i.question.id)) for items in rated]
        return [item for items in rated for item in items]

    def questionnaire_finding(self, found: QuestionnaireFindings) -> str:
        """How many answered, how satisfied each group is, and the item with its lowest mean."""
        parties = [of_sample.party_answers_differ(self.findings.coverage, found, party) for party in PartyKind]
        return self.sentences(
            self.claim(of_answers.answered(found)),
            self.claim(of_sample.answers_differ(self.findings.coverage, found.answers)),
            self.gathered(*parties),
            self._satisfied(found),
            *(self.claim(of_answers.lowest(held, found)) for held in found.groups),
            self.claim(of_answers.mixed(found)),
            self.claim(of_answers.unanswered(found, self.project.questions)),
            "" if self._scaled(found) else self._nps(found),  # else it stands with the items
        )

    def questionnaire_headline(self, found: QuestionnaireFindings) -> str:
        """What the summary says of the questionnaire: each group's satisfaction, and what the first rates lowest."""
        stated = of_answers.satisfaction_rule(found)
        return self.sentences(
            "" if stated else self.claim(of_answers.answered(found)),
            self._satisfied(found),
            self.claim(of_sample.answers_differ(self.findings.coverage, found.answers)),
            self.claim(of_answers.lowest(found.groups[0], found)),
        )

    def _satisfied(self, found: QuestionnaireFindings) -> str:
        return self.claimed(
            *map(of_answers.satisfaction, found.groups),
            of_answers.satisfaction_rule(found),
            of_answers.satisfaction_turned(found),
            of_answers.satisfaction_apart(found, self.findings.satisfied),
            *map(of_answers.small, found.groups),
        )

    def _rated(self, item: ItemFindings, found: QuestionnaireFindings) -> str:
        """An item on a scale: that it is reversed, and its highest level where scales differ."""
        scale = self.say("note_scale", scale=item.scale) if len(found.scales) > 1 else ""
        return self.answers_of(item.question.text, item, found, self.turned(item), scale)

    def _item(self, item: ItemFindings, found: QuestionnaireFindings) -> ItemRow:
        question, fact = item.question, self.form.fact
        return ItemRow(
            question.id, self._rated(item, found), dashed(self.form.text(question.dimension)),
            fact(item.n), dashed(fact(item.mean)), dashed(fact(item.csat)),
        )  # fmt: skip

    def _likert(self, items: list[ItemFindings], found: QuestionnaireFindings) -> Figure | None:
        """Answers as parts of 100 %, turned so that right is good; only items of one scale stand together."""
        from ...charts import Axis, Likert, Series

        if len(items) < 2 or len(found.scales) != 1:
            return None
        levels = int(found.scales[0])
        shares = []
        for item in items:
            counts = [int(n) for _, n in item.levels]
            if of_answers.is_turned(item.question):
                counts.reverse()
            shares.append([n / int(item.n) for n in counts])
        names = [self._level(n, levels) for n in range(1, levels + 1)]
        chart = Likert(
            alt=self.say("likert_alt", n=len(items)),
            categories=tuple(self.named(item.question.id, self._rated(item, found)) for item in items),
            value=Axis(self.say("axis_share"), "0%"),
            series=tuple(Series(name, tuple(row[n] for row in shares)) for n, name in enumerate(names)),
        )  # fmt: skip
        return figure(self.words, "likert", self.say("likert_caption"), [chart])

    def _level(self, level: int, levels: int) -> str:
        end = "level_low" if level == 1 else "level_high" if level == levels else "level"
        return self.say(end, n=level)

    def _dimensions(self, found: QuestionnaireFindings) -> tuple[DimensionRow, ...]:
        """Dimensions by group, where a group has several."""
        fact = self.form.fact
        return tuple(
            DimensionRow(self.answers_of(d.name, held.items[0], found), fact(d.mean), fact(d.items))
            for held in found.groups
            if len(held.dimensions) > 1
            for d in held.dimensions
        )

    def _nps(self, found: QuestionnaireFindings) -> str:
        return self.claimed(*(of_answers.promoters(i, held) for held in found.groups for i in held.items))

    def _options(self, item: ItemFindings, found: QuestionnaireFindings) -> list[OptionRow]:
        key = "option_of_several" if item.question.kind is QuestionKind.MULTIPLE else "option_of"
        named = self.named(item.question.id, self.answers_of(item.question.text, item, found))
        asked = self.say(key, question=named, n=item.n)
        return [
            OptionRow("" if n else asked, self.option(held), self.form.fact(held.count), self.form.fact(held.share))
            for n, held in enumerate(item.options)
        ]

    def _open_lead(self, found: QuestionnaireFindings) -> str:
        if not found.opens:
            return ""
        key = "open_lead" if found.distinct > _OPEN else "open_same" if found.distinct < found.opens else "open_all"
        return self.say(key, n=found.opens, distinct=found.distinct)

    def _answerers(self, held: OpenAnswer, found: QuestionnaireFindings) -> str:
        """Which question it answers, and how many say so: by group where several answered the questionnaire."""
        if len(found.groups) > 1:
            parts = [(self.claim(of_answers.who(found.group(name))), n) for name, n in held.groups]
            told = self.form.join(self.say("answerers_of", who=who, n=n) for who, n in parts)
            return self.phrases([held.question.id, told or ""])
        if held.count == 1:
            return held.question.id
        return self.say("answerers", id=held.question.id, n=held.count)

    # Observations

    def observations(self) -> ObservationChapter | None:
        """The chapter on observations."""
        found = self.findings.observations
        if found is None:
            return None
        kinds = tuple(self._seen(self.words.choice(ObservationKind(s.key or "")), s) for s in found.by_kind)
        steps = tuple(self._seen(dashed(self.step(s.key)), s) for s in found.by_step)
        return ObservationChapter(
            finding=self.observation_finding(found),
            kinds=kinds if len(kinds) > 1 else (),
            steps=steps if len(steps) > 1 else (),
            calendar=self.claimed(
                of_voices.partly_seen(found),
                of_voices.calendar_seen(found),
                of_voices.day_minutes(found, self.info) if max(len(kinds), len(steps)) > 1 else None,
            ),
        )

    def observation_finding(self, found: ObservationFindings) -> str:
        """How much was seen, and what cost most time."""
        return self.claimed(of_voices.seen(found), of_voices.longest_seen(found, self.project.steps))

    def _seen(self, name: str, held: Seen) -> SeenRow:
        fact = self.form.fact
        return SeenRow(name, fact(held.rows), dashed(fact(held.times)), dashed(self._minutes(held.minutes)))

    def _minutes(self, taken: Quantity | None) -> str | None:
        """Minutes in a column whose heading names the unit."""
        text = self.form.in_scale(taken, "minutes")
        if taken is None or text is None or not taken.fact.partly:
            return text
        return self.words.say("format.at_least", n=text)


def _any_turned(items: Iterable[ItemFindings]) -> bool:
    return any(of_answers.is_turned(item.question) for item in items)
