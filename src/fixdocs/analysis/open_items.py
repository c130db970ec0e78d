"""What the analysis of causes leaves unverified, and which root causes rest on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from ..schema import Row
from ..schema.choices import ReverseCheck, Verdict
from .causes import CauseFindings
from .chain import RootLink
from .facts import Cells, Count, Fact
from .order import number


class Reason(StrEnum):
    """Why something is open."""

    PENDING = "pending"  # a cause without a verdict
    BARE = "bare"  # a cause confirmed without evidence
    FAILED = "failed"  # a chain that does not read true in reverse
    UNCHECKED = "unchecked"  # a chain that was not read back
    SOURCELESS = "sourceless"  # a root cause without a source that can be found
    EVIDENCE = "evidence"  # a root cause without evidence
    UNROOTED = "unrooted"  # a core issue without a root cause


class OpenItem(Struct, frozen=True):
    """An open cause, chain, root cause or issue; ``roots`` are the root causes that rest on it."""

    row: Row
    reason: Reason
    roots: tuple[RootLink, ...] = ()


class OpenItems(Struct, frozen=True):
    """All open items: causes, chains, root causes, issues."""

    items: tuple[OpenItem, ...]

    @property
    def count(self) -> Count:
        """How many there are."""
        return _count("open", self.items)

    @property
    def bearing(self) -> Count:
        """How many of them bear on a root cause."""
        return _count("open_bearing", [item for item in self.items if item.roots])

    @property
    def roots(self) -> tuple[RootLink, ...]:
        """The root causes that rest on an open item, each once, by number."""
        held = {link.root.id: link for item in self.items for link in item.roots}
        return tuple(held[key] for key in sorted(held, key=number))


def _count(kind: str, items: Sequence[OpenItem]) -> Count:
    sheets = dict.fromkeys(type(item.row).sheet.name for item in items)
    cells = tuple(
        Cells(name, (), tuple(item.row for item in items if type(item.row).sheet.name == name)) for name in sheets
    )
    return Count(len(items), Fact(f"causes.{kind}", (), cells, unit="count", n=len(items)))


def open_items(found: CauseFindings) -> OpenItems:
    """Gather what is open."""
    return OpenItems((*_causes(found), *_chains(found), *_roots(found), *_issues(found)))


def _resting(found: CauseFindings, keys: Sequence[str]) -> tuple[RootLink, ...]:
    return tuple(link for link in found.links.roots if set(keys) & set(link.root.sources))


def _causes(found: CauseFindings) -> Iterator[OpenItem]:
    for cause in found.causes:
        keys = [cause.id, *(chain.id for chain in found.chains if chain.start == cause.id)]
        if cause.verdict in (None, Verdict.PENDING):
            yield OpenItem(cause, Reason.PENDING, _resting(found, keys))
        elif cause.verdict is Verdict.CONFIRMED and not cause.evidence:
            yield OpenItem(cause, Reason.BARE, _resting(found, keys))


def _chains(found: CauseFindings) -> Iterator[OpenItem]:
    for result, reason in ((ReverseCheck.FAILED, Reason.FAILED), (None, Reason.UNCHECKED)):
        for chain in found.chains:
            if chain.reverse is result:
                yield OpenItem(chain, reason, _resting(found, [chain.id]))


def _roots(found: CauseFindings) -> Iterator[OpenItem]:
    for link in found.links.roots:
        if not (link.basis.sound or link.basis.doubtful):
            yield OpenItem(link.root, Reason.SOURCELESS, (link,))
        elif not (link.root.evidence or link.confirmed):
            yield OpenItem(link.root, Reason.EVIDENCE, (link,))


def _issues(found: CauseFindings) -> Iterator[OpenItem]:
    for link in found.links.issues:
        if link.core and not link.roots:
            yield OpenItem(link.issue, Reason.UNROOTED)
