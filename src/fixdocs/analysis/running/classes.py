"""Classes of complaints, or of tickets where no complaints were counted: how many of each, and which are the few."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from ...schema.survey import Complaint
from ..facts import Cells, Count, Fact, Quantity
from ..rounding import rounded
from ..statistics import Bar, pareto
from .tickets import TicketFindings

Source = Literal["complaints", "tickets"]

_NOUN, _ASIDE = 2, "（("  # what may follow the word for the rest in a class's name: 其他问题, 其他（咨询等）


class ClassBar(Struct, frozen=True):
    """A class: its count, its share and the share up to and including it; ``rest`` is 其他, never vital."""

    key: str
    count: Count
    share: Quantity
    cumulative: Quantity
    vital: bool
    rest: bool


class Classes(Struct, frozen=True):
    """Classes by count, descending, 其他 last.

    The vital few are the smallest set that reaches 80 %, with the classes as large as its last (``tied``: that one
    and those). ``unclassed`` counts tickets without a class. ``rounded`` tells that the shares as printed, with one
    decimal, do not add up as printed.
    """

    source: Source
    bars: tuple[ClassBar, ...]
    n: Count
    total: Count
    unclassed: Count
    tied: tuple[str, ...]
    rounded: bool

    @property
    def named(self) -> tuple[ClassBar, ...]:
        """The classes that say what they are."""
        return tuple(bar for bar in self.bars if not bar.rest)

    @property
    def rest(self) -> ClassBar | None:
        """其他, where there is one; the largest of several."""
        return next((bar for bar in self.bars if bar.rest), None)

    @property
    def vital(self) -> tuple[ClassBar, ...]:
        """The vital few."""
        return tuple(bar for bar in self.bars if bar.vital)


def classes(complaints: Sequence[Complaint], found: TicketFindings | None, rest: Sequence[str] = ()) -> Classes | None:
    """The classes of ``complaints``, else of the tickets; ``rest`` are names of 其他. None where nothing is counted."""
    if sum(row.count for row in complaints):
        cells = Cells("complaints", ("count",), tuple(complaints))
        own = {row.kind: Cells("complaints", ("count",), (row,)) for row in complaints}
        return _classes("complaints", [(row.kind, row.count) for row in complaints], rest, cells, own)
    if found is None or not found.kinds:
        return None
    blank = found.count - sum(count for _, count in found.kinds)
    return _classes("tickets", found.kinds, rest, Cells("tickets", ("kind", "created")), {}, blank)


def _is_rest(name: str, words: Sequence[str]) -> bool:
    """Whether a class is called one of ``words``, with a noun of two characters or an aside behind it at most."""
    tails = (name.removeprefix(word) for word in words if name.startswith(word))
    return any(len(tail) <= _NOUN or tail[0] in _ASIDE for tail in tails)


def _classes(
    source: Source,
    counts: Sequence[tuple[str, int]],
    words: Sequence[str],
    cells: Cells,
    own: Mapping[str, Cells],
    blank: int = 0,
) -> Classes:
    """The classes of ``counts``; ``own`` are the cells of a class where it has some of its own, else it is of all."""
    rest = [name for name, _ in counts if _is_rest(name, words)]
    bars = pareto(sorted(counts), rest)  # equal ones by name: the order of rows decides nothing
    few = [bar for bar in bars if bar.vital]
    edge = few[-1].count if few else None
    tied = tuple(bar.key for bar in bars if bar.count == edge and bar.key not in rest)
    tied = tied if any(bar.key in tied and not bar.vital for bar in bars) else ()

    def fact(kind: str, key: str = "", unit: Literal["count", "share"] = "count") -> Fact:
        about = (source, key) if key else (source,)
        held = own.get(key, cells) if kind == "class_count" else cells
        return Fact(f"running.{kind}", about, (held,), unit, n=sum(bar.count for bar in bars), left_out=blank)

    return Classes(
        source=source,
        bars=tuple(
            ClassBar(
                bar.key,
                Count(bar.count, fact("class_count", bar.key)),
                Quantity(bar.share, fact("class_share", bar.key, "share")),
                Quantity(bar.cumulative, fact("class_cumulative", bar.key, "share")),
                bar.vital or bar.key in tied,
                bar.key in rest,
            )
            for bar in bars
        ),
        n=Count(len(bars), fact("classes")),
        total=Count(sum(bar.count for bar in bars), fact("class_total")),
        unclassed=Count(blank, fact("unclassed")),
        tied=tied,
        rounded=_rounded(bars),
    )


def _rounded(bars: Sequence[Bar[str]]) -> bool:
    """Whether shares printed with one decimal differ from their printed sums somewhere."""
    held = Decimal(0)
    for bar in bars:
        held += rounded(bar.share * 100, 1)
        if held != rounded(bar.cumulative * 100, 1):
            return True
    return False
