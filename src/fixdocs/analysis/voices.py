"""Interviews, observations, and the sample they stand for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec import Struct

from ..schema import WHOLE
from ..schema.choices import Nature, ObservationKind, PartyKind, SurveyMethod, TimeUnit
from ..schema.improve import Issue
from ..schema.survey import Interview, Observation, Party
from .facts import Cells, Count, Fact, Quantity, sources, tally
from .flow_times import WORKDAYS_SHARE, working_minutes


class Topic(Struct, frozen=True):
    """A recurring theme: how many interviews raised it, and what was said, a row a finding."""

    topic: str
    raised_by: Count
    findings: tuple[Interview, ...]


class InterviewFindings(Struct, frozen=True):
    """Findings by nature and party. ``interviews`` counts interviews by their number, ``findings`` rows.

    ``by_party`` holds party, interviews, findings; an interview with several parties counts for each. Topics: those
    that most interviews raised first. Nothing depends on the order of the rows.
    """

    interviews: Count
    findings: Count
    by_party: tuple[tuple[PartyKind, Count, Count], ...]
    pains: tuple[Topic, ...]
    bright: tuple[Topic, ...]
    suggestions: tuple[Topic, ...]
    strategy: tuple[Topic, ...]
    quotes: tuple[Interview, ...]


def interviews(rows: Sequence[Interview]) -> InterviewFindings | None:
    """The findings of all interviews; None without any."""
    if not rows:
        return None
    ordered = sorted(rows, key=lambda r: (r.id, r.topic, r.content))
    by_party = tuple(
        (p, distinct("interviews", held, p), tally("voices.findings", held, "interviews", about=(p,)))
        for p in PartyKind
        if (held := [r for r in ordered if r.party is p])
    )
    pains, bright, ideas, wishes = (_topics(ordered, n) for n in Nature)
    quotes = tuple(r for r in ordered if r.quote)
    findings = tally("voices.findings", ordered, "interviews")
    return InterviewFindings(
        distinct("interviews", ordered), findings, by_party, pains, bright, ideas, wishes, quotes
    )  # fmt: skip


def distinct(kind: str, rows: Sequence[Interview], *about: str) -> Count:
    """How many interviews ``rows`` come from, by their numbers."""
    cells = Cells("interviews", ("id",), tuple(rows) or None)
    return Count(len({r.id for r in rows}), Fact(f"voices.{kind}", about, (cells,), unit="count", n=len(rows)))


def _topics(rows: Sequence[Interview], nature: Nature) -> tuple[Topic, ...]:
    groups: dict[str, list[Interview]] = defaultdict(list)
    for row in rows:
        if row.nature is nature:
            groups[row.topic].append(row)
    topics = [Topic(t, distinct("raised", held, nature, t), tuple(held)) for t, held in groups.items()]
    return tuple(sorted(topics, key=lambda topic: (-topic.raised_by, topic.findings[0].id, topic.topic)))


def topics_of(nature: Nature, topics: Sequence[Topic]) -> Count:
    """How many different themes of ``nature`` there are."""
    rows = tuple(row for topic in topics for row in topic.findings)
    cells = Cells("interviews", ("topic", "nature"), rows)
    return Count(len(topics), Fact("voices.topics", (nature,), (cells,), unit="count"))


_CLAIMING = (Nature.PAIN, Nature.SUGGESTION)  # what may stand behind an issue


def cited(rows: Sequence[Interview], issue: Issue) -> tuple[Interview, ...]:
    """The rows of one interview that ``issue`` rests on: pains and suggestions on its steps.

    Without any on its very steps, those on the whole process; else whatever is said of its steps but bright spots,
    which are no evidence of a pain; else all the pains and suggestions, whatever is no bright spot, the bright spots.
    """
    here = [r for r in rows if r.nature is not Nature.BRIGHT and set(r.steps) & set(issue.steps)]
    against, wide = [r for r in rows if claiming(r)], [r for r in rows if claiming(r) and WHOLE in r.steps]
    near = [r for r in here if claiming(r)]
    rest = [r for r in rows if r.nature is not Nature.BRIGHT]
    narrow = [r for r in near if WHOLE not in r.steps]
    return tuple(narrow or near or wide or here or against or rest or rows)


def claiming(row: Interview) -> bool:
    """Whether a finding may stand behind an issue: a pain or a suggestion."""
    return row.nature in _CLAIMING


def only_bright(rows: Sequence[Interview]) -> bool:
    """Whether an interview tells of bright spots alone; not so without any row."""
    return bool(rows) and all(row.nature is Nature.BRIGHT for row in rows)


class Seen(Struct, frozen=True):
    """The observations of a kind or at a step: rows, times seen, working minutes taken.

    ``times`` and ``minutes`` are sums over the rows that state them, "at least" where some don't, None where none
    does.
    """

    key: str | None
    rows: Count
    times: Count | None
    minutes: Quantity | None


class ObservationFindings(Struct, frozen=True):
    """Observations by kind and step, the step that took most time first.

    ``timed`` are those with times and duration and the working minutes they took, the longest first; ``known`` and
    ``untold`` count them and the others. ``calendar`` are the calendar minutes given in calendar days, which all sums
    hold as working minutes (5/7).
    """

    count: Count
    times: Count | None
    by_kind: tuple[Seen, ...]
    by_step: tuple[Seen, ...]
    timed: tuple[tuple[Observation, Quantity], ...]
    known: Count
    untold: Count
    calendar: Quantity | None


def observations(rows: Sequence[Observation], hours_per_day: float = 8.0) -> ObservationFindings | None:
    """The findings on site; None without any."""
    if not rows:
        return None
    kinds = [_seen("kind", k, [r for r in rows if r.kind is k], hours_per_day) for k in ObservationKind]
    names = dict.fromkeys(row.step for row in rows)
    steps = [_seen("step", s, [r for r in rows if r.step == s], hours_per_day) for s in names]
    timed = [(r, m) for r in rows if (m := minutes(r, hours_per_day)) is not None]
    return ObservationFindings(
        tally("voices.observations", rows, "observations"),
        _times(rows),
        tuple(each for each in kinds if each.rows),
        tuple(sorted(steps, key=lambda s: (s.key is None, -(s.minutes or 0.0), -(s.times or 0), s.key or ""))),
        tuple(sorted(timed, key=lambda pair: (-pair[1], pair[0].id))),
        tally("voices.timed", [r for r, _ in timed], "observations", _SPENT),
        tally("voices.untimed", [r for r in rows if minutes(r, hours_per_day) is None], "observations", _SPENT),
        _calendar(rows),
    )


_SPENT = ("times", "duration", "duration_unit")


def minutes(row: Observation, hours_per_day: float = 8.0) -> Quantity | None:
    """Times × duration in working minutes, a calendar day as 5/7 of a working day; None where either is blank."""
    if row.duration_unit is TimeUnit.DAYS:
        single = working_minutes(row.duration, TimeUnit.WORKDAYS, hours_per_day)
        single = None if single is None else single * WORKDAYS_SHARE
    else:
        single = working_minutes(row.duration, row.duration_unit, hours_per_day)
    if single is None or row.times is None:
        return None
    cells = (Cells("observations", _SPENT, (row,)),)
    return Quantity(single * row.times, Fact("voices.taken", (row.id,), cells, unit="working", n=1))


def _seen(by: str, key: str | None, rows: Sequence[Observation], hours: float) -> Seen:
    about = (by, key or "")
    held = [m for r in rows if (m := minutes(r, hours)) is not None]
    cells = (Cells("observations", (by, *_SPENT), tuple(rows)),)
    left = len(rows) - len(held)
    fact = Fact("voices.spent", about, cells, unit="working", n=len(held), left_out=left, partly=left > 0)
    return Seen(
        key,
        tally("voices.observations", rows, "observations", (by,), about),
        _times(rows, *about),
        Quantity(sum(held), fact) if held else None,
    )


def _times(rows: Sequence[Observation], *about: str) -> Count | None:
    held = [r.times for r in rows if r.times is not None]
    left = len(rows) - len(held)
    cells = (Cells("observations", ("times",), tuple(rows)),)
    fact = Fact("voices.times", about, cells, unit="count", n=len(held), left_out=left, partly=left > 0)
    return Count(sum(held), fact) if held else None


def _calendar(rows: Sequence[Observation]) -> Quantity | None:
    held = [r for r in rows if r.duration_unit is TimeUnit.DAYS and r.duration is not None and r.times is not None]
    if not held:
        return None
    fact = Fact("voices.calendar", (), (Cells("observations", _SPENT, tuple(held)),), unit="calendar", n=len(held))
    return Quantity(sum((r.duration or 0.0) * (r.times or 0) * 1440 for r in held), fact)


class Coverage(Struct, frozen=True):
    """One party's line of 调研对象: its numbers as filled, and their ratios (None: not stated)."""

    party: Party
    planned: Count | None
    actual: Count | None
    sent: Count | None
    returned: Count | None
    valid: Count | None
    reached: Quantity | None  # actual ÷ planned


def coverage(parties: Sequence[Party]) -> tuple[Coverage, ...]:
    """The sample by party."""
    return tuple(_covered(party, about) for party, about in zip(parties, _names(parties)))


def _names(parties: Sequence[Party]) -> list[tuple[str, ...]]:
    """What tells each line from the others: kind and group, the department too where that is not enough, and among
    lines alike in all of these their turn.
    """
    names: list[tuple[str, ...]] = [(party.kind.value, party.group) for party in parties]
    for more in ([party.department or "" for party in parties], map(str, range(1, len(parties) + 1))):
        often = Counter(names)
        names = [(*name, part) if often[name] > 1 else name for name, part in zip(names, more)]
    return names


def _covered(party: Party, about: tuple[str, ...]) -> Coverage:
    def cell(name: str) -> Count | None:
        value = getattr(party, name)
        cells = (Cells("parties", (name,), (party,)),)
        fact = Fact(f"voices.{name}", about, cells, unit="count", basis="filled", n=1)
        return None if value is None else Count(value, fact)

    planned, actual, sent, returned, valid = map(cell, ("planned", "actual", "sent", "returned", "valid"))
    reached = share("reached", actual, planned, *about)
    return Coverage(party, planned, actual, sent, returned, valid, reached)


def share(kind: str, part: Count | None, of: Count | None, *about: str) -> Quantity | None:
    """``part`` ÷ ``of``; None where either is not known or ``of`` is 0."""
    if part is None or not of:
        return None
    return Quantity(part / of, Fact(f"voices.{kind}", about, sources(part, of), unit="share"))


def added(kind: str, values: Sequence[Count | None], *about: str) -> Count | None:
    """The sum of ``values``; None where one of them is not known, or there is none."""
    held = [v for v in values if v is not None]
    if not held or len(held) < len(values):
        return None
    return Count(sum(held), Fact(f"voices.{kind}", about, sources(*held), unit="count", n=len(held)))


def interviewed(lines: Sequence[Coverage], *about: str) -> Count | None:
    """The actual number of those lines that were interviewed; None where one of them leaves it blank."""
    asked = [c.actual for c in lines if SurveyMethod.INTERVIEW in c.party.methods]
    return added("actual", asked, *(about or ("all",)))


def evidence_of(party: Party, rows: Sequence[Interview], answered: Sequence[PartyKind]) -> bool:
    """Whether a party has any evidence: an interview, an answer, a stated number, or data and observation as method."""
    if any(row.party is party.kind for row in rows) or party.kind in answered:
        return True
    if any((party.actual, party.returned, party.valid)):
        return True
    return any(m in (SurveyMethod.DATA, SurveyMethod.OBSERVATION) for m in party.methods)
