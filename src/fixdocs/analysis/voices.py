"""Interviews, questionnaire answers and observations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from ..project import Columns
from ..schema.choices import Nature, ObservationKind, PartyKind, QuestionKind, SurveyMethod, TimeUnit, Wording
from ..schema.survey import Interview, Observation, Party, Question
from .flow_times import working_minutes
from .statistics import counted, csat, mean, nps

_JOINTS = ("┋", "、", ";", "；", "|")
_SKIPPED = {"", "(跳过)", "（跳过）", "(空)", "（空）"}


class Topic(Struct, frozen=True):
    """A recurring theme: how many interviewees raised it, and what they said."""

    topic: str
    raised_by: int
    findings: tuple[Interview, ...]


class InterviewFindings(Struct, frozen=True):
    """Findings by nature and party. ``interviews`` counts interviews, ``findings`` rows."""

    interviews: int
    findings: int
    by_party: tuple[tuple[PartyKind, int, int], ...]  # party, interviews, findings
    pains: tuple[Topic, ...]
    bright: tuple[Topic, ...]
    suggestions: tuple[Topic, ...]
    strategy: tuple[Topic, ...]
    quotes: tuple[Interview, ...]


def interviews(rows: Sequence[Interview]) -> InterviewFindings | None:
    """The findings of all interviews; None without any."""
    if not rows:
        return None
    parties = dict.fromkeys(row.party for row in rows)
    by_party = tuple((p, len({r.id for r in rows if r.party is p}), sum(r.party is p for r in rows)) for p in parties)
    pains, bright, ideas, wishes = (_topics(rows, n) for n in Nature)
    quotes = tuple(r for r in rows if r.quote)
    return InterviewFindings(len({r.id for r in rows}), len(rows), by_party, pains, bright, ideas, wishes, quotes)


def _topics(rows: Sequence[Interview], nature: Nature) -> tuple[Topic, ...]:
    groups: dict[str, list[Interview]] = defaultdict(list)
    for row in rows:
        if row.nature is nature:
            groups[row.topic].append(row)
    topics = [Topic(t, len({r.id for r in found}), tuple(found)) for t, found in groups.items()]
    return tuple(sorted(topics, key=lambda topic: -topic.raised_by))


class ItemFindings(Struct, frozen=True):
    """One question. ``good`` is the mean on a scale where high is good (reversed items converted: L + U − x).

    ``counts`` are answers by level for scales, by option for choices. ``csat`` is the share of the top two levels of
    a 5-point item after conversion; ``nps`` only for NPS items. ``texts`` are the open answers.
    """

    question: Question
    n: int
    counts: tuple[tuple[str, int], ...]
    mean: float | None
    good: float | None
    csat: float | None
    nps: float | None
    texts: tuple[str, ...]


class QuestionnaireFindings(Struct, frozen=True):
    """All questions, and dimensions by the mean of their converted items (only items of one scale are averaged).

    Answers that are no level of their scale are left out; the check reports them.
    """

    answers: int
    by_party: tuple[tuple[PartyKind, int], ...]
    items: tuple[ItemFindings, ...]
    dimensions: tuple[tuple[str, float, int], ...]  # dimension, mean, items
    scale: int | None
    satisfaction: float | None  # CSAT over all 5-point items


def questionnaire(questions: Sequence[Question], table: Columns) -> QuestionnaireFindings | None:
    """The findings of the questionnaire; None without questions or answers."""
    if not questions or not len(table):
        return None
    items = tuple(_item(q, table.column(f"values[{q.id}]")) for q in questions)
    scales = {i.question.scale or 5 for i in items if i.question.kind is QuestionKind.LIKERT}
    scale = scales.pop() if len(scales) == 1 else None
    five = [i for i in items if i.csat is not None]
    answered = sum(i.n for i in five)
    return QuestionnaireFindings(
        answers=len(table),
        by_party=counted(p for p in table.column("party") if p is not None),
        items=items,
        dimensions=_dimensions(items) if scale else (),
        scale=scale,
        satisfaction=sum((i.csat or 0.0) * i.n for i in five) / answered if answered else None,
    )


def _item(question: Question, column: Sequence[object]) -> ItemFindings:
    given = [v for v in column if v is not None and str(v).strip() not in _SKIPPED]
    if question.kind in (QuestionKind.LIKERT, QuestionKind.NPS):
        return _scaled(question, given)
    if question.kind is QuestionKind.OPEN:
        return ItemFindings(question, len(given), (), None, None, None, None, tuple(str(v) for v in given))
    picked = [option for value in given for option in options(str(value), question.kind is QuestionKind.MULTIPLE)]
    return ItemFindings(question, len(given), counted(picked), None, None, None, None, ())


def options(value: str, several: bool) -> list[str]:
    """The options in one cell: split at ``┋ 、 ; |`` where several may be chosen."""
    if several:
        for joint in _JOINTS:
            value = value.replace(joint, "\n")
    return [part.strip() for part in value.splitlines() if part.strip()]


def _scaled(question: Question, given: Sequence[object]) -> ItemFindings:
    top = 10 if question.kind is QuestionKind.NPS else question.scale or 5
    low = 0 if question.kind is QuestionKind.NPS else 1
    levels = [level for v in given if (level := _level(v)) is not None and low <= level <= top]
    turned = [low + top - v for v in levels] if question.wording is Wording.REVERSE else levels
    counts = tuple((f"{level:g}", sum(v == level for v in levels)) for level in range(low, top + 1))
    plain = question.kind is QuestionKind.LIKERT
    return ItemFindings(
        question,
        len(levels),
        counts,
        mean(levels) if levels else None,
        mean(turned) if turned else None,
        csat(turned) if plain and top == 5 else None,
        nps(levels) if not plain else None,
        (),
    )


def _level(value: object) -> float | None:
    if isinstance(value, int | float):
        return float(value)
    try:
        return float(str(value))
    except ValueError:
        return None


def _dimensions(items: Sequence[ItemFindings]) -> tuple[tuple[str, float, int], ...]:
    groups: dict[str, list[float]] = defaultdict(list)
    for item in items:
        if item.question.dimension and item.good is not None and item.question.kind is QuestionKind.LIKERT:
            groups[item.question.dimension].append(item.good)
    return tuple(sorted(((d, mean(v), len(v)) for d, v in groups.items()), key=lambda row: row[1]))


class ObservationFindings(Struct, frozen=True):
    """Observations by step and kind. Minutes are occurrences × duration, working clock; None where none is given.

    ``calendar`` are the minutes of durations given in calendar days, which no sum of working minutes holds.
    """

    count: int
    by_kind: tuple[tuple[ObservationKind, int, int, float | None], ...]  # kind, rows, times, minutes
    by_step: tuple[tuple[str | None, int, int, float | None], ...]
    top: tuple[Observation, ...]
    calendar: float | None


def observations(rows: Sequence[Observation], hours_per_day: float = 8.0) -> ObservationFindings | None:
    """The findings on site; None without any."""
    if not rows:
        return None
    kinds = [k for k in ObservationKind if any(r.kind is k for r in rows)]
    steps = dict.fromkeys(row.step for row in rows)
    by_kind = tuple((k, *_sums([r for r in rows if r.kind is k], hours_per_day)) for k in kinds)
    by_step = tuple((s, *_sums([r for r in rows if r.step == s], hours_per_day)) for s in steps)
    ranked = sorted(rows, key=lambda r: -(minutes(r, hours_per_day) or 0.0))
    apart = [r.duration * 1440 * _times(r) for r in rows if r.duration is not None and r.duration_unit is TimeUnit.DAYS]
    return ObservationFindings(len(rows), by_kind, by_step, tuple(ranked[:5]), sum(apart) if apart else None)


def minutes(row: Observation, hours_per_day: float = 8.0) -> float | None:
    """Occurrences × duration in working minutes; None without a duration, or for one in calendar days."""
    single = working_minutes(row.duration, row.duration_unit, hours_per_day)
    return None if single is None else single * _times(row)


def _times(row: Observation) -> int:
    return 1 if row.times is None else row.times


def _sums(rows: Sequence[Observation], hours: float) -> tuple[int, int, float | None]:
    timed = [m for r in rows if (m := minutes(r, hours)) is not None]
    return len(rows), sum(map(_times, rows)), sum(timed) if timed else None


class Coverage(Struct, frozen=True):
    """One party: planned and actual numbers and the questionnaire's return (None: not stated)."""

    party: Party
    reached: float | None  # actual ÷ planned
    returned: float | None  # returned ÷ sent
    valid: float | None  # valid ÷ returned


def coverage(parties: Sequence[Party]) -> tuple[Coverage, ...]:
    """The sample by party."""

    def ratio(one: int | None, two: int | None) -> float | None:
        return one / two if one is not None and two else None

    return tuple(
        Coverage(p, ratio(p.actual, p.planned), ratio(p.returned, p.sent), ratio(p.valid, p.returned)) for p in parties
    )


def evidence_of(party: Party, rows: Sequence[Interview], answered: Sequence[PartyKind]) -> bool:
    """Whether a party has any evidence: an interview, an answer, a stated number, or data and observation as method."""
    if any(row.party is party.kind for row in rows) or party.kind in answered:
        return True
    if any((party.actual, party.returned, party.valid)):
        return True
    return any(m in (SurveyMethod.DATA, SurveyMethod.OBSERVATION) for m in party.methods)
