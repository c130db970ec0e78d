"""The one hand that writes all reports: it says sentences from a report's catalogue, names things and joins them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, overload

from msgspec import Struct

from ...analysis.chain import RootKeys, RootLink
from ...analysis.claim import Alike, Claim, Heading, Keys
from ...analysis.facts import Count, Quantity, filled
from ...analysis.findings import Findings
from ...analysis.running.months import Month
from ...analysis.statistics import SMALL_SAMPLE
from ...project import Project
from ...schema import WHOLE, Row
from ...schema.choices import IssueClass
from ...schema.improve import Alternative, Measure
from ...schema.survey import Goal, ProjectInfo
from ...word.printed import Printed
from ...words import Words
from .format import Formatter, dashed
from .texts import bare

_TEXT = 60  # characters of a text that a sentence still names beside its number
_NAMED = 4  # measures that a sentence tells by their names


class Fact(Struct, frozen=True):
    """A label and its value."""

    label: str
    value: str


class GoalLine(Struct, frozen=True):
    """An objective."""

    number: Annotated[str, Printed(8, "code")]
    kind: Annotated[str, Printed(11, "code")]
    description: Annotated[str, Printed(30), Printed(31, layout="plan")]
    indicator: Annotated[str, Printed(15)]
    baseline: Annotated[str, Printed(13, "number")]
    target: Annotated[str, Printed(13, "number")]
    due: Annotated[str, Printed(13, "code")]


class Writer:
    """A chapter's hand. ``domain`` is the report's catalogue.

    A sentence lists up to ``most[0]`` keys, of more the first ``most[1]``.
    """

    domain: ClassVar[str]
    most: ClassVar[tuple[int, int]] = (8, 6)

    def __init__(self, findings: Findings, words: Words) -> None:
        info = findings.project.info
        if info is None:
            raise ValueError("a report needs the project's form")
        self.findings, self.words = findings, words
        self.project: Project = findings.project
        self.info: ProjectInfo = info
        self.form = Formatter(words, info.hours_per_day)
        self._steps = {step.id: step.name for step in findings.project.steps}

    def say(self, key: str, /, **values: object) -> str:
        """A sentence or word of the report; a value that is not known is the dash."""
        return self.form.say(f"{self.domain}.{key}", **values)

    def claim(self, made: Claim | None) -> str:
        """What a claim says; empty where its guard does not hold."""
        if made is None:
            return ""
        return self.words.claim(made.key, **{name: dashed(self.slot(value)) for name, value in made.slots.items()})

    def claimed(self, *made: Claim | None) -> str:
        """The sentences of those claims that stand, one after the other."""
        return self.sentences(*map(self.claim, made))

    def slot(self, value: object) -> str | None:
        """What stands in a claim's slot, as a sentence names it: a fact, a date, a record, a choice, several."""
        match value:
            case None | str() if not isinstance(value, StrEnum):
                return value
            case StrEnum():
                return self.words.choice(value)
            case Quantity() | Count():
                return self.form.fact(value)
            case Month():
                return self.form.month(value)
            case date():
                return self.form.long_date(value)
            case Claim():
                return self.claim(value)
            case Heading():
                return self.words.label(value.sheet, value.attribute)
            case Alike():
                return self.form.alike(value)[0]
            case Keys():
                return self.few(value)
            case RootKeys():
                return self.few(self.root_keys(value))
            case RootLink():
                return self.standing(value, self.in_full(value.root.id, value.root.description))
            case tuple() if value and isinstance(value[0], Claim):
                return self.clauses(map(self.claim, value))
            case tuple() if value and isinstance(value[0], RootLink):
                return self.clauses(dashed(self.slot(item)) for item in value)
            case tuple() if value and isinstance(value[0], Month):
                return self.form.months(value)
            case tuple():
                return self.form.join(dashed(self.slot(item)) for item in value)
            case Row():
                return self.record(value)
        raise TypeError(f"no word for {type(value).__name__}")

    def record(self, row: Row) -> str:
        """A record of the team's by number and name, or by what stands for a name in its sheet."""
        if isinstance(row, Alternative):
            return self.alternative(row)
        key = str(getattr(row, type(row).sheet.key[0]))
        texts = (getattr(row, name, None) for name in ("name", "description", "text", "reason"))
        text = next(filter(None, texts), key)
        if text == key:
            return key
        return self.in_full(key, text)

    # Joining

    @property
    def stop(self) -> str:
        """What ends a sentence."""
        return self.words.say("format.stop")

    def sentences(self, *parts: str) -> str:
        """Sentences one after the other, empty ones left out."""
        return self.words.say("format.between").join(part for part in parts if part)

    def clauses(self, parts: Iterable[str]) -> str:
        """The parts of a sentence that commas divide already."""
        return self.words.say("format.semicolon").join(parts)

    def phrases(self, parts: Iterable[str]) -> str:
        """The parts of a clause, empty ones left out."""
        return self.words.say("format.comma").join(part for part in parts if part)

    def stacked(self, parts: Iterable[str | None]) -> str:
        """Texts of a cell, a line each; those that are not there left out."""
        return self.words.say("format.newline").join(part for part in parts if part)

    def particulars(self, kind: str, held: Iterable[tuple[str, str | None]]) -> list[str]:
        """What is known of a single row, for a sentence: each of its values with its name, ``<kind>_<name>``."""
        return [self.say(f"{kind}_{name}", value=self.flat(value)) for name, value in held if value is not None]

    # Lists

    def listed(self, items: Sequence[str], most: int = 3) -> str | None:
        """The first items joined, with the number of all."""
        shown = self.form.join(items[:most])
        return shown if len(items) <= most else self.form.say("format.and_more_of", items=shown, n=len(items))

    def few(self, keys: Sequence[str]) -> str | None:
        """Keys as a sentence names them: all of a few, the first of many (LibreOffice never breaks between them)."""
        most, first = self.most
        if len(keys) <= most:
            return self.form.join(keys)
        return self.form.say("format.and_more", items=self.form.join(keys[:first]))

    def keys(self, keys: Sequence[str], a_line: int = 0) -> str | None:
        """Keys in a cell, all of them; ``a_line`` of them a line where the cell is narrow: none may break inside."""
        shown = [self.words.say("evidence.whole") if key == WHOLE else key for key in keys]
        if not a_line or len(shown) <= a_line:
            return self.form.join(shown)
        lines = [self.form.join(shown[n : n + a_line]) for n in range(0, len(shown), a_line)]
        return self.words.say("format.line_end").join(line for line in lines if line)

    def flat(self, text: str) -> str:
        """A cell's text inside a sentence: keys on one line, no stop at its end."""
        return bare(text.replace(self.words.say("format.line_end"), self.words.say("format.joint")))

    # Naming

    def named(self, key: str, name: str) -> str:
        """A thing by number and name."""
        return self.words.say("format.named", key=key, name=name)

    def in_full(self, key: str, text: str) -> str:
        """A thing in a sentence: number and whole text, or the number alone where the text would drown the sentence."""
        whole = bare(text)
        return self.named(key, whole) if len(whole) <= _TEXT else key

    @overload
    def step(self, key: str) -> str: ...
    @overload
    def step(self, key: str | None) -> str | None: ...
    def step(self, key: str | None) -> str | None:
        """A step by number and name; None for none."""
        if key is None:
            return None
        return self.named(key, self._steps[key]) if key in self._steps else key

    def steps(self, keys: Iterable[str]) -> str | None:
        """Steps by number and name, or the words for the whole process."""
        return self.form.join(self.words.say("evidence.whole") if key == WHOLE else self.step(key) for key in keys)

    def alternative(self, held: Alternative) -> str:
        """An alternative in a sentence: number and name."""
        name = bare(held.name)
        if len(name) > _TEXT:
            return self.words.say("format.alternative_key", key=held.id)
        return self.words.say("format.alternative_named", key=held.id, name=name)

    def full(self, held: Alternative) -> str:
        """An alternative where it is introduced: number and whole name."""
        return self.named(held.id, held.name)

    def standing(self, link: RootLink, name: str) -> str:
        """A root cause as it is named: one that is not confirmed is 待验证 wherever it is."""
        return name if link.confirmed else self.words.say("format.unverified", name=name)

    def root_keys(self, links: Iterable[RootLink]) -> list[str]:
        """Root causes by their numbers, with their standing."""
        return [self.standing(link, link.root.id) for link in links]

    def measures_named(self, measures: Sequence[Measure]) -> str | None:
        """Measures in a sentence: by number and name while they are few, else by number."""
        if len(measures) > _NAMED:
            return self.few([m.id for m in measures])
        return self.form.join(self.in_full(m.id, m.name) for m in measures)

    def class_name(self, kind: str) -> str:
        """The word for an issue's class; a team's own class stands as it was written."""
        return self.words.choice(IssueClass(kind)) if kind in set(IssueClass) else kind

    def goal(self, goal: Goal) -> GoalLine:
        """An objective as both reports that list them print it."""
        aims = {name: dashed(value) for name, value in self.aims(goal)}
        return GoalLine(number=goal.id, kind=self.words.choice(goal.kind), description=goal.description, **aims)

    def aims(self, goal: Goal) -> tuple[tuple[str, str | None], ...]:
        """What an objective says besides its text, each with its name."""
        form = self.form
        return (
            ("indicator", form.text(goal.indicator)),
            ("baseline", form.fact(filled(goal, "baseline", word=goal.unit))),
            ("target", form.fact(filled(goal, "target", word=goal.unit))),
            ("due", form.day(goal.due)),
        )

    # Figures

    def small(self, n: int) -> str:
        """The caution that a small sample asks for; empty from 30 up."""
        return self.form.say("format.small", n=n) if 0 < n < SMALL_SAMPLE else ""
