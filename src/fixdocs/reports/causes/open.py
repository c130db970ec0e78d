"""What stays unverified: open causes, chains that were not read back, roots without evidence, issues without roots."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from ...analysis.causes import RootBasis
from ...analysis.chain import rootless
from ...analysis.findings import Findings
from ...schema.choices import ReverseCheck
from ...schema.improve import Chain
from ...word.printed import Printed
from ...words import Words
from ..shared.format import dashed
from ..shared.texts import clipped
from .base import CausesWriter

_CONTENT = 60  # characters of a text that stands in full elsewhere in the report


class OpenLine(Struct, frozen=True):
    """One thing that is not verified yet, and what it means for the root causes."""

    number: Annotated[str, Printed(8, "code")]
    kind: Annotated[str, Printed(9, "code")]
    issue: Annotated[str, Printed(11, "code")]
    text: Annotated[str, Printed(30)]
    reason: Annotated[str, Printed(16)]
    effect: Annotated[str, Printed(26)]


class OpenItems(CausesWriter):
    """Gathers the open items in the order of the sheets: causes, chains, roots, issues."""

    def __init__(self, findings: Findings, words: Words) -> None:
        super().__init__(findings, words)
        self._starts: dict[str, list[str]] = {}
        for item in self.found.issues:
            for chain in item.chains:
                if chain.start:
                    self._starts.setdefault(chain.start, []).append(chain.id)

    def _say(self, key: str, /, **values: object) -> str:
        return self.say(f"open_{key}", **values)

    def lines(self) -> tuple[OpenLine, ...]:
        """Every open item."""
        return (*self._causes(), *self._chains(), *self._roots(), *self._issues())

    def roots(self) -> tuple[str, ...]:
        """The root causes that an open item bears on, in the order of the sheet."""
        return tuple(b.root.id for b in self.found.bases if b.doubtful or not (b.root.evidence or b.sound))

    def _causes(self) -> Iterator[OpenLine]:
        for cause in self.found.pending:
            keys = [cause.id, *self._starts.get(cause.id, ())]
            yield OpenLine(
                cause.id,
                self._say("cause"),
                cause.issue,
                clipped(cause.text, _CONTENT),
                self._say("reason_pending"),
                self._effect(keys),
            )

    def _chains(self) -> Iterator[OpenLine]:
        for chain in (*self.found.failed_chains, *self.found.unchecked_chains):
            reason = "reason_failed" if chain.reverse is ReverseCheck.FAILED else "reason_unchecked"
            yield OpenLine(
                chain.id,
                self._say("chain"),
                chain.issue,
                self._ends(chain),
                self._say(reason),
                self._effect([chain.id]),
            )

    def _ends(self, chain: Chain) -> str:
        links = [clipped(text, _CONTENT // 2) for text in chain.whys if text.strip()]
        if len(links) < 2:
            return "".join(links)
        return self._say("text_chain", first=links[0], last=links[-1])

    def _effect(self, keys: list[str]) -> str:
        """Which roots rest on one of ``keys``, and what else holds them up."""
        resting = [b for b in self.found.bases if set(keys) & set(b.root.sources)]
        return self.clauses(map(self._rests, resting)) or self._say("effect_none")

    def _rests(self, basis: RootBasis) -> str:
        if basis.sound:
            return self._say("effect_also", root=basis.root.id, keys=self.few(basis.sound))
        return self._say("effect_only", root=basis.root.id)

    def _roots(self) -> Iterator[OpenLine]:
        for basis in self.found.bases:
            root = basis.root
            if root.evidence:
                continue
            key = "effect_sound" if basis.sound else "effect_self"
            effect = self._say(key, root=root.id, keys=self.few(basis.sound))
            yield OpenLine(
                root.id,
                self._say("root"),
                dashed(self.form.join(root.issues)),
                clipped(root.description, _CONTENT),
                self._say("reason_evidence"),
                effect,
            )

    def _issues(self) -> Iterator[OpenLine]:
        for issue in rootless([item.issue for item in self.found.issues if item.core], self.found.roots):
            yield OpenLine(
                issue.id,
                self._say("issue"),
                issue.id,
                clipped(issue.description, _CONTENT),
                self._say("reason_unrooted"),
                self._say("effect_issue"),
            )
