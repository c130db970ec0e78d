"""Which root causes a set of measures answers: by the chain's standings, for the plan, an alternative, any report."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from ..schema.improve import Measure, RootCause
from .chain import Links, RootLink, Standing
from .facts import Cells, Count, tally

_LIVE = (Standing.ANSWERS, Standing.PROPOSED)


class Coverage(Struct, frozen=True):
    """How the root causes stand to ``measures``; each of ``roots`` stands in one of the tuples below it.

    ``answered`` by a measure that is adopted and has not failed in trial; ``proposed`` by one whose adoption is blank
    or 待定; ``failed`` where all its measures failed, ``rejected`` where none was adopted; ``aside`` where those that
    would answer it are not among ``measures``; ``bare`` where no measure names it. ``decided`` tells that adoption is
    filled at all: before it, what is proposed is all there can be.
    """

    measures: tuple[Measure, ...]
    roots: tuple[RootCause, ...]
    answered: tuple[RootCause, ...]
    proposed: tuple[RootCause, ...]
    failed: tuple[RootCause, ...]
    rejected: tuple[RootCause, ...]
    aside: tuple[RootCause, ...]
    bare: tuple[RootCause, ...]
    unverified: tuple[RootCause, ...]
    answering: tuple[Measure, ...]
    idle: tuple[Measure, ...]
    decided: bool

    @property
    def met(self) -> tuple[RootCause, ...]:
        """The root causes that count as covered: answered, or proposed to be while nothing is adopted yet."""
        return self.answered if self.decided else self.proposed

    @property
    def possible(self) -> tuple[RootCause, ...]:
        """The root causes a measure answers or is proposed for: what an alternative would cover if it were adopted."""
        held = {root.id for root in (*self.answered, *self.proposed)}
        return tuple(root for root in self.roots if root.id in held)

    def by(self, root: RootCause) -> tuple[Measure, ...]:
        """The measures among them that answer ``root``, or are proposed for it."""
        return tuple(m for m in self.measures if root.id in m.roots and m not in self.idle)

    def count(self, held: str) -> Count:
        """How many root causes there are in the tuple of that name."""
        rows: tuple[RootCause, ...] = getattr(self, held)
        about = () if held in ("roots", "unverified") else tuple(sorted(m.id for m in self.measures))
        cells = Cells("measures", ("roots", "adoption", "trial"), self.measures or None)
        counted = tally(f"coverage.{held}", rows, "roots", ("id",), about)
        return Count(counted, replace(counted.fact, sources=(*counted.fact.sources, cells)) if about else counted.fact)

    @property
    def n(self) -> Count:
        """How many measures answer a root cause."""
        about = tuple(sorted(m.id for m in self.measures))
        return tally("coverage.answering", self.answering, "measures", ("roots", "adoption", "trial"), about)


def coverage(links: Links, measures: Sequence[Measure]) -> Coverage:
    """How the root causes of ``links`` stand to ``measures``."""
    standing = {link.measure.id: link.standing for link in links.measures}
    live = (Standing.ANSWERS,) if links.decided else _LIVE
    held: dict[str, list[RootCause]] = {name: [] for name in (*_NAMES.values(), "aside")}
    keys = {m.id for m in measures}
    for link in links.roots:
        held[_place(link, keys)].append(link.root)
    named = {link.root.id for link in links.roots}
    return Coverage(
        measures=tuple(measures),
        roots=tuple(link.root for link in links.roots),
        **{name: tuple(rows) for name, rows in held.items()},
        unverified=links.unverified,
        answering=tuple(m for m in measures if standing[m.id] in live and named.intersection(m.roots)),
        idle=tuple(m for m in measures if standing[m.id] not in _LIVE),
        decided=links.decided,
    )


_NAMES = {
    Standing.ANSWERS: "answered",
    Standing.PROPOSED: "proposed",
    Standing.FAILED: "failed",
    Standing.REJECTED: "rejected",
    Standing.NONE: "bare",
}


def _place(link: RootLink, keys: set[str]) -> str:
    """The tuple of :class:`Coverage` that a root cause stands in: by the best of its measures among ``keys``."""
    own = {m.standing for m in link.measures if m.measure.id in keys}
    best = next((each for each in Standing if each in own), None)
    if best in _LIVE:
        return _NAMES[best]
    return "aside" if link.standing in _LIVE else _NAMES[best or link.standing]
