"""What the sources of an issue lead to: rows of the survey, and which of them are evidence of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ..schema import Row
from ..schema.improve import Issue
from .facts import Count
from .findings import Findings
from .issues import RatedIssue, counted_by
from .running import one_ticket
from .voices import cited, claiming

Kind = Literal["interview", "observation", "question", "indicator", "complaint", "ticket", "unknown"]


class Source(Struct, frozen=True):
    """What a reference leads to: a row of its kind (an interview has several), None for a ticket and the unknown.

    ``proof`` tells whether it can be evidence of an issue: something said against, seen, answered or counted. A bright
    spot, a wish of the management, a question without answers or with the best answer alone, something seen 0 times, an
    indicator without months are none.
    """

    kind: Kind
    key: str
    row: Row | None
    proof: bool


def sources(found: Findings, issue: Issue) -> tuple[Source, ...]:
    """Everything the references of ``issue`` lead to, in their order."""
    return tuple(source for key in issue.evidence for source in _sources(found, key, issue))


def _sources(found: Findings, key: str, issue: Issue) -> list[Source]:
    said = [row for row in found.project.interviews if row.id == key]
    if said:
        return [Source("interview", key, row, claiming(row)) for row in cited(said, issue)]
    held = next(_rows(found, key), None)
    if held is not None:
        return [held]
    ticket = one_ticket(found.project.tickets, key) is not None
    return [Source("ticket" if ticket else "unknown", key, None, ticket)]


def _rows(found: Findings, key: str) -> Iterator[Source]:
    project = found.project
    yield from (Source("observation", key, row, row.times != 0) for row in project.observations if row.id == key)
    items = found.questionnaire.items(key) if found.questionnaire else ()
    asked = any(item.mean is None or item.scale is None or item.mean < item.scale for item in items)
    yield from (Source("question", key, row, asked) for row in project.questions if row.id == key)
    yield from (Source("indicator", key, row, bool(row.months)) for row in project.indicators if row.name == key)
    yield from (Source("complaint", key, row, bool(row.count)) for row in project.complaints if row.kind == key)


def proofs(held: Iterable[Source]) -> tuple[Source, ...]:
    """Those that are evidence, each once: two issues may rest on one row."""
    once = {(source.kind, source.key, str(source.row)): source for source in held if source.proof}
    return tuple(once.values())


def unproved(found: Findings, items: Sequence[RatedIssue]) -> tuple[RatedIssue, ...]:
    """The issues that name sources of which none is evidence."""
    return tuple(item for item in items if item.issue.evidence and not proofs(sources(found, item.issue)))


def evidence_count(
    kind: str, items: Sequence[RatedIssue], held: Sequence[Source], about: tuple[str, ...] = ()
) -> Count:
    """How many pieces of evidence, or sources, of ``items`` there are: a row of the survey each."""
    counted = counted_by(kind, items, ("evidence",), about)
    return Count(len(held), replace(counted.fact, n=len(held)))
