"""What all chapters of 《方案评估报告》 share: names of alternatives, scores, reviewers by name or not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

from ...analysis.findings import Findings
from ...analysis.scoring import ScoringFindings
from ...schema import Row
from ...schema.choices import YesNo
from ...schema.improve import Reviewer
from ...words import Words
from ..shared.anonymous import secrets
from ..shared.texts import clipped
from ..shared.writer import Writer

_SHORT = 24  # characters of a name in a sentence, a heading of a column or a chart


class Texts(Writer):
    """Says sentences and writes names; ``found`` are the panel's scores."""

    domain = "evaluation"

    def __init__(self, findings: Findings, words: Words) -> None:
        super().__init__(findings, words)
        if findings.scoring is None:
            raise ValueError("the evaluation report needs alternatives, criteria and scores")
        self.found: ScoringFindings = findings.scoring
        found = self.found
        self.criteria = self.project.criteria
        self.standings, self.ranked, self.top, self.winner = found.standings, found.ranked, found.top, found.winner
        self.people = People(self)
        self._names = {a.id: a.name for a in self.project.alternatives}

    def whole(self, key: str) -> str:
        """An alternative where it is introduced: number and whole name."""
        return self.named(key, self._names[key]) if key in self._names else key

    def in_row(self, key: str) -> str:
        """An alternative in a row of results: number and name, a long name cut."""
        return self.named(key, clipped(self._names[key], _SHORT)) if key in self._names else key

    def told(self, key: str) -> str:
        """An alternative in a sentence; one that is not there by its number."""
        held = next((a for a in self.project.alternatives if a.id == key), None)
        return self.alternative(held) if held and held.name else self.tag(key)

    def short(self, key: str) -> str:
        """An alternative in a heading or a legend: number and name where the name is short, else the number."""
        name = self._names.get(key, "")
        return self.named(key, name) if 0 < len(name) <= _SHORT // 2 else key

    def tag(self, key: str) -> str:
        """An alternative by its number alone: 方案 S02."""
        return self.say("alternative", key=key)

    def tags(self, keys: Iterable[str]) -> str:
        """Several alternatives by their numbers: 方案 S01、S02."""
        return self.say("alternative", key=self.form.join(keys))

    def record(self, row: Row) -> str:
        """A reviewer as the report may show one; any other record by number and name."""
        return self.people.label(row) if isinstance(row, Reviewer) else super().record(row)

    @property
    def candidate(self) -> str | None:
        """The alternative the report puts forward: the adopted one, else the one with the highest total alone."""
        decision = self.project.decision
        if decision is not None and decision.adopted:
            return decision.adopted
        return self.winner.alternative.id if self.winner else None


class People:
    """The reviewers as a report may show them. Anonymous: no names, no posts, no departments, in shuffled order."""

    def __init__(self, texts: Texts) -> None:
        info = texts.project.info
        self.texts = texts
        self.anonymous = info is not None and info.anonymous is YesNo.YES
        self.present = self._shuffled(texts.found.present) if self.anonymous else texts.found.present
        self._labels = self._labelled()
        self._secrets = secrets(texts.project) if self.anonymous else None

    def label(self, reviewer: Reviewer) -> str:
        """A reviewer's name, or the number that stands for it."""
        return self._labels[reviewer.id]

    def masked(self, text: str) -> str:
        """``text`` without what tells who a reviewer is, where the scoring was anonymous."""
        return self._secrets.sub(self._veiled, text) if self._secrets else text

    def _veiled(self, found: re.Match[str]) -> str:
        """What stands for a reviewer's name, number or post, or for a reviewer's department."""
        departments = {r.department for r in self.texts.project.reviewers}
        return self.texts.say("somewhere" if found[0] in departments else "someone")

    def shown(self, name: str | None) -> str | None:
        """A person of the minute by name or post; None for one who is a reviewer of an anonymous panel."""
        return None if name and self._secrets and self._secrets.search(name) else name

    def shuffle(self, texts: Iterable[str]) -> list[str]:
        """Comments in an order that tells nothing of who made them; the same every time."""
        return sorted(texts, key=lambda text: _key("comment", text))

    def place(self, reviewer: Reviewer) -> int:
        """Where the reviewer's totals stand in ``Standing.by_reviewer``."""
        return self.texts.found.present.index(reviewer)

    def _shuffled(self, reviewers: tuple[Reviewer, ...]) -> tuple[Reviewer, ...]:
        info = self.texts.project.info
        salt = f"{info.name} {info.report_date}" if info else ""
        return tuple(sorted(reviewers, key=lambda r: _key(salt, f"{r.id} {r.name}")))

    def _labelled(self) -> dict[str, str]:
        everyone = self.texts.project.reviewers
        if self.anonymous:
            rest = [r for r in everyone if r not in self.present]
            return {r.id: self.texts.say("reviewer", key=_letters(n)) for n, r in enumerate((*self.present, *rest))}
        names = [clipped(r.name, _SHORT) for r in everyone]
        twice = {r.id: self.texts.say("reviewer_twice", name=n, key=r.id) for r, n in zip(everyone, names)}
        return {r.id: n if names.count(n) == 1 else twice[r.id] for r, n in zip(everyone, names)}


def _letters(n: int) -> str:
    """A, B … Z, AA, AB …: no number, which would read as a rank or a figure."""
    text = ""
    while n >= 0:
        n, place = divmod(n, 26)
        text, n = chr(ord("A") + place) + text, n - 1
    return text


def _key(salt: str, text: str) -> str:
    return sha256(f"{salt}|{text}".encode()).hexdigest()
