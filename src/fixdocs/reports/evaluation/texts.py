"""What all chapters of 《方案评估报告》 share: names of alternatives, scores, reviewers by name or not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from itertools import pairwise

from ...analysis.findings import Findings
from ...analysis.scoring import ScoringFindings, Standing
from ...schema.choices import Attendance, YesNo
from ...schema.improve import Criterion, Reviewer
from ...words import Words
from ..shared.texts import clipped
from ..shared.writer import Writer

_SHORT = 24  # characters of a name in a sentence, a heading of a column or a chart
_CLOSE = 1e-9


class Texts(Writer):
    """Says sentences and writes names and scores; ``found`` are the panel's scores."""

    domain = "evaluation"

    def __init__(self, findings: Findings, words: Words) -> None:
        super().__init__(findings, words)
        if findings.scoring is None:
            raise ValueError("the evaluation report needs alternatives, criteria and scores")
        self.found: ScoringFindings = findings.scoring
        found = self.found
        self.criteria = self.project.criteria
        self.standings = found.standings
        self.ranked = tuple(s for s in found.standings if s.total is not None)
        self.top = tuple(s for s in found.standings if s.rank == 1)
        self.people = People(self)
        self._names = {a.id: a.name for a in self.project.alternatives}
        self._digits = _digits([s.total for s in self.ranked if s.total is not None])

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

    def total(self, value: float | None) -> str | None:
        """A weighted total; three decimals where two would show different totals as equal."""
        return self.form.number(value, self._digits)

    def score(self, value: float | None) -> str | None:
        """A mean score."""
        return self.form.number(value, 2)

    def raw(self, value: float | None) -> str | None:
        """One reviewer's score, as it was given."""
        return self.form.number(value)

    def weight(self, share: float) -> str:
        """A weight: whole percents without a decimal."""
        whole = abs(share * 100 - round(share * 100)) < 1e-6
        return self.form.percent(share, 0 if whole else 1)

    def criterion(self, name: str) -> Criterion:
        """The criterion called ``name``."""
        return next(c for c in self.criteria if c.name == name)

    def scale(self, criterion: Criterion) -> str:
        """A criterion's scale: 1–5 分."""
        return self.say("scale", low=self.form.number(criterion.low), high=self.form.number(criterion.high))

    @property
    def winner(self) -> Standing | None:
        """The alternative that alone has the highest total."""
        return self.top[0] if len(self.top) == 1 else None

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
        self._secrets = self._names() if self.anonymous else None

    def label(self, reviewer: Reviewer) -> str:
        """A reviewer's name, or the number that stands for it."""
        return self._labels[reviewer.id]

    def labels(self, reviewers: Iterable[Reviewer]) -> str | None:
        """Several names in one list."""
        return self.texts.form.join(self._labels[r.id] for r in reviewers)

    def absent(self, attendance: Attendance | None) -> tuple[Reviewer, ...]:
        """Reviewers without counted scores: absent, recused, or (None) present without a score."""
        there = (None, Attendance.PRESENT)
        return tuple(
            r
            for r in self.texts.found.absent
            if (r.attendance in there if attendance is None else r.attendance is attendance)
        )

    def masked(self, text: str) -> str:
        """``text`` without what tells who a reviewer is, where the scoring was anonymous."""
        return self._secrets.sub(self.texts.say("someone"), text) if self._secrets else text

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
            return {r.id: self.texts.say("reviewer", n=n) for n, r in enumerate((*self.present, *rest), 1)}
        names = [clipped(r.name, _SHORT) for r in everyone]
        twice = {r.id: self.texts.say("reviewer_twice", name=n, key=r.id) for r, n in zip(everyone, names)}
        return {r.id: n if names.count(n) == 1 else twice[r.id] for r, n in zip(everyone, names)}

    def _names(self) -> re.Pattern[str] | None:
        """Numbers, names and posts of the reviewers, the longest first."""
        found = {t for r in self.texts.project.reviewers for t in (r.id, r.name, r.post) if t and t.strip()}
        parts = [
            rf"(?<![0-9A-Za-z]){re.escape(t)}(?![0-9A-Za-z])" if t.isascii() else re.escape(t)
            for t in sorted(found, key=lambda t: (-len(t), t))
        ]
        return re.compile("|".join(parts)) if parts else None


def _key(salt: str, text: str) -> str:
    return sha256(f"{salt}|{text}".encode()).hexdigest()


def _digits(totals: list[float]) -> int:
    """Two decimals, three where two would print different totals alike."""
    ordered = sorted(totals)
    alike = any(b - a > _CLOSE and f"{a:.2f}" == f"{b:.2f}" for a, b in pairwise(ordered))
    return 3 if alike else 2
