"""The questionnaire, by those who answered: customers and staff are never one figure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Literal
from unicodedata import normalize

from msgspec import Struct

from ..project import Columns
from ..schema.choices import PartyKind, QuestionKind, Wording
from ..schema.survey import Question
from .facts import Cells, Count, Fact, Quantity, sources
from .statistics import csat, mean, nps

Group = Literal["customers", "staff", "unstated"]
GROUPS: tuple[Group, ...] = ("customers", "staff", "unstated")

_JOINTS = ("┋", "、", ";", "；", "|")
_SKIPPED = {"", "(跳过)", "（跳过）", "(空)", "（空）"}
_ENDS = re.compile(r"[\s。.!！~～,，;；]+$")


def group_of(party: PartyKind | None) -> Group:
    """Whose answer sheet it is: a customer's, staff's (front line, departments, management), or not stated."""
    if party is None:
        return "unstated"
    return "customers" if party is PartyKind.CUSTOMER else "staff"


class Option(Struct, frozen=True):
    """An option, the answers that chose it, and their share of all answers to the question.

    ``offered`` is False for an answer that the question does not offer.
    """

    text: str
    count: Count
    share: Quantity
    offered: bool = True


class OpenAnswer(Struct, frozen=True):
    """An open answer and how many say the same (width, case, blanks and the stop at the end aside), by group."""

    question: Question
    text: str
    count: Count
    groups: tuple[tuple[Group, Count], ...]


class ItemFindings(Struct, frozen=True):
    """One question as one group answered it.

    ``mean`` is on a scale where high is good: a reversed item's answers are converted (L + U − x) first; there is no
    other mean. ``csat`` is the share of the top two levels of a 5-point item after conversion; ``nps`` only for NPS
    items. ``levels`` are answers by level as they were given. ``scale`` is the highest level.
    """

    question: Question
    group: Group
    n: Count
    scale: Count | None = None
    levels: tuple[tuple[Count, Count], ...] = ()
    mean: Quantity | None = None
    csat: Quantity | None = None
    nps: Quantity | None = None
    options: tuple[Option, ...] = ()


class Dimension(Struct, frozen=True):
    """A dimension as one group sees it: the mean of its items' means, and how many items have one."""

    name: str
    mean: Quantity
    items: Count


class GroupFindings(Struct, frozen=True):
    """The answers of one group.

    ``parties`` are the kinds of parties in it. ``satisfaction`` is the CSAT over all 5-point items, by answers.
    ``dimensions`` stand only where all scales are alike, the lowest first.
    """

    group: Group
    parties: tuple[PartyKind, ...]
    answers: Count
    items: tuple[ItemFindings, ...]
    dimensions: tuple[Dimension, ...]
    satisfaction: Quantity | None


class QuestionnaireFindings(Struct, frozen=True):
    """All answer sheets, and each group's.

    ``scales`` are the scales of the items on a scale: several are never averaged together. Answers that are no level
    of their scale are left out; the check reports them. ``opens`` counts open answers, ``open`` holds each once, the
    most frequent first, and ``distinct`` counts those.
    """

    answers: Count
    by_party: tuple[tuple[PartyKind, Count], ...]
    groups: tuple[GroupFindings, ...]
    scales: tuple[Count, ...]
    opens: Count
    distinct: Count
    open: tuple[OpenAnswer, ...]

    def group(self, name: Group) -> GroupFindings | None:
        """The findings of a group; None where nobody of it answered."""
        return next((held for held in self.groups if held.group == name), None)

    def items(self, key: str) -> tuple[ItemFindings, ...]:
        """What each group answered to question ``key``; groups without an answer left out."""
        return tuple(i for held in self.groups for i in held.items if i.question.id == key and i.n)


def held(table: Columns) -> Count | None:
    """How many answer sheets there are, whether or not their questions are known; None for none."""
    return _count("answers", len(table)) if len(table) else None


def questionnaire(questions: Sequence[Question], table: Columns) -> QuestionnaireFindings | None:
    """The findings of the questionnaire; None without questions or answers."""
    if not questions or not len(table):
        return None
    parties = table.column("party")
    present = [p for p in PartyKind if p in parties]
    scales = _scales([q for q in questions if q.kind is QuestionKind.LIKERT])
    one = len(scales) == 1
    groups = [found for name in GROUPS if (found := _group(name, questions, table, one))]
    asked = [q for q in questions if q.kind is QuestionKind.OPEN]
    texts = {q.id: _said(table.column(f"values[{q.id}]"), parties) for q in asked}
    columns = tuple(f"values[{q.id}]" for q in asked)
    alike = sorted((a for q in asked for a in _texts(q, texts[q.id])), key=lambda a: -a.count)
    return QuestionnaireFindings(
        _count("answers", len(table)),
        tuple((p, _count("answers", sum(x is p for x in parties), p, columns=("party",))) for p in present),
        tuple(groups),
        scales,
        _count("opens", sum(map(len, texts.values())), columns=columns),
        _count("distinct", len(alike), columns=columns),
        tuple(alike),
    )


def _count(kind: str, n: int, *about: str, columns: tuple[str, ...] = (), left_out: int = 0) -> Count:
    cells = Cells("answers", columns)
    return Count(n, Fact(f"voices.{kind}", about, (cells,), unit="count", n=n, left_out=left_out))


def _group(name: Group, questions: Sequence[Question], table: Columns, one_scale: bool) -> GroupFindings | None:
    parties = table.column("party")
    rows = [n for n, party in enumerate(parties) if group_of(party) == name]
    if not rows:
        return None
    items = tuple(_item(q, name, [table.column(f"values[{q.id}]")[n] for n in rows]) for q in questions)
    return GroupFindings(
        name,
        tuple(p for p in PartyKind if any(parties[n] is p for n in rows)),
        _count("answers", len(rows), name, columns=("party",)),
        items,
        _dimensions(name, items) if one_scale else (),
        _satisfaction(name, items),
    )


def _satisfaction(name: Group, items: Sequence[ItemFindings]) -> Quantity | None:
    five = [item for item in items if item.csat is not None]
    answered = sum(item.n for item in five)
    if not answered:
        return None
    share = sum((item.csat or 0.0) * item.n for item in five) / answered
    fact = Fact("voices.satisfaction", (name,), sources(*(i.csat for i in five)), unit="share", n=answered)
    return Quantity(share, fact)


def _given(column: Sequence[object]) -> list[object]:
    """The cells of a column that hold an answer: not blank, not skipped."""
    return [v for v in column if v is not None and str(v).strip() not in _SKIPPED]


def _item(question: Question, group: Group, column: Sequence[object]) -> ItemFindings:
    given = _given(column)
    if question.kind in (QuestionKind.LIKERT, QuestionKind.NPS):
        return _scaled(question, group, given, len(column))
    n = _answered(question, group, len(given), len(column))
    if question.kind is QuestionKind.OPEN:
        return ItemFindings(question, group, n)
    several = question.kind is QuestionKind.MULTIPLE
    picked = Counter(o for value in given for o in dict.fromkeys(options(str(value), several)))
    order = options(question.options or "", True)
    known = any(text in order for text in picked)  # else the answers are written otherwise than the question
    counts = dict.fromkeys(order if known else (), 0) | picked
    ranked = sorted(counts.items(), key=lambda p: (-p[1], order.index(p[0]) if p[0] in order else len(order), p[0]))
    return ItemFindings(question, group, n, options=tuple(
        _option(question, group, text, c, n, offered=not known or text in order) for text, c in ranked
    ))  # fmt: skip


def _columns(question: Question) -> tuple[str, ...]:
    return "party", f"values[{question.id}]"


def _answered(question: Question, group: Group, n: int, sheets: int) -> Count:
    return _count("answered", n, question.id, group, columns=_columns(question), left_out=sheets - n)


def _option(question: Question, group: Group, text: str, count: int, n: Count, *, offered: bool) -> Option:
    about = (question.id, group, text)
    made = _count("option", count, *about, columns=_columns(question))
    share = Quantity(count / n, Fact("voices.option_share", about, sources(made), unit="share", n=int(n)))
    return Option(text, made, share, offered)


def options(value: str, several: bool) -> list[str]:
    """The options in one cell: split at ``┋ 、 ; |`` where several may be chosen."""
    if several:
        for joint in _JOINTS:
            value = value.replace(joint, "\n")
    return [part.strip() for part in value.splitlines() if part.strip()]


def _said(column: Sequence[object], parties: Sequence[PartyKind | None]) -> list[tuple[str, Group]]:
    """The cells of a column that hold an answer, and whose it is."""
    held = zip(column, parties, strict=True)
    return [(str(value).strip(), group_of(party)) for value, party in held if _given([value])]


def _texts(question: Question, given: Sequence[tuple[str, Group]]) -> tuple[OpenAnswer, ...]:
    """Answers that say the same once, the most frequent first; ties by what they say."""
    alike: dict[str, list[tuple[str, Group]]] = defaultdict(list)
    for value, group in given:
        alike[_plain(value)].append((value, group))
    ranked = sorted(alike.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(_open(question, plain, same) for plain, same in ranked)


def _open(question: Question, plain: str, same: Sequence[tuple[str, Group]]) -> OpenAnswer:
    columns = (f"values[{question.id}]",)
    groups = [(name, sum(group == name for _, group in same)) for name in GROUPS]
    return OpenAnswer(
        question,
        min(text for text, _ in same),
        _count("same", len(same), question.id, plain, columns=columns),
        tuple(
            (name, _count("same", n, question.id, plain, name, columns=("party", *columns))) for name, n in groups if n
        ),
    )


def _plain(text: str) -> str:
    return _ENDS.sub("", "".join(normalize("NFKC", text).casefold().split()))


def _top(question: Question) -> int:
    """The highest level of a question: 10 for NPS, else what the sheet says, else 5."""
    return 10 if question.kind is QuestionKind.NPS else question.scale or 5


def _scales(questions: Sequence[Question]) -> tuple[Count, ...]:
    """The scales of ``questions``, each once, with all questions that have it."""
    held: dict[int, list[Question]] = defaultdict(list)
    for question in questions:
        held[_top(question)].append(question)
    return tuple(_scale(top, rows, str(top)) for top, rows in sorted(held.items()))


def _scale(top: int, questions: Sequence[Question], about: str) -> Count:
    cells = Cells("questions", ("kind", "scale"), tuple(questions))
    return Count(top, Fact("voices.scale", (about,), (cells,), unit="count", basis="filled"))


def _scaled(question: Question, group: Group, given: Sequence[object], sheets: int) -> ItemFindings:
    scale, low = _scale(_top(question), [question], question.id), 0 if question.kind is QuestionKind.NPS else 1
    levels = [level for v in given if (level := _level(v)) is not None and low <= level <= scale]
    turned = [low + scale - v for v in levels] if question.wording is Wording.REVERSE else levels
    about, columns = (question.id, group), _columns(question)
    asked = Cells("questions", ("kind", "scale", "wording"), (question,))

    def made(kind: str, value: float | None, unit: Literal["score", "share", "signed"]) -> Quantity | None:
        cells = (Cells("answers", columns), asked)
        fact = Fact(f"voices.{kind}", about, cells, unit=unit, n=len(levels), left_out=sheets - len(levels))
        return None if value is None else Quantity(value, fact)

    plain = question.kind is QuestionKind.LIKERT
    named = [Count(n, Fact("voices.level", (question.id, str(n)), (asked,), unit="count")) for n in _span(low, scale)]
    return ItemFindings(
        question,
        group,
        _answered(question, group, len(levels), sheets),
        scale,
        tuple((n, _count("chosen", levels.count(n), question.id, group, str(int(n)), columns=columns)) for n in named),
        made("mean", mean(turned) if turned and plain else None, "score"),
        made("csat", csat(turned) if plain and scale == 5 else None, "share"),
        made("nps", None if plain else nps(levels), "signed"),
    )


def _span(low: int, high: int) -> range:
    return range(low, high + 1)


def _level(value: object) -> float | None:
    try:
        number = float(value) if isinstance(value, int | float) else float(str(value))
    except ValueError:
        return None
    return number if number.is_integer() else None


def _dimensions(group: Group, items: Sequence[ItemFindings]) -> tuple[Dimension, ...]:
    held: dict[str, list[Quantity]] = defaultdict(list)
    for item in items:
        if item.question.dimension and item.mean is not None:
            held[item.question.dimension].append(item.mean)
    found = [_dimension(group, name, means) for name, means in held.items()]
    return tuple(sorted(found, key=lambda d: (d.mean, d.name)))


def _dimension(group: Group, name: str, means: Sequence[Quantity]) -> Dimension:
    about, cells = (group, name), sources(*means)
    answers = min(m.fact.n or 0 for m in means)
    return Dimension(
        name,
        Quantity(mean(means), Fact("voices.dimension", about, cells, unit="score", n=answers)),
        Count(len(means), Fact("voices.dimension_items", about, cells, unit="count")),
    )
