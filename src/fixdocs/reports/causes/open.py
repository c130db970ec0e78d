"""What stays unverified: open causes, chains that were not read back, roots without evidence, issues without roots."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from ...analysis.chain import RootLink
from ...analysis.findings import Findings
from ...analysis.open_items import OpenItem, Reason, open_items
from ...schema.improve import Cause, Chain, Issue, RootCause
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


class OpenWriter(CausesWriter):
    """Words the open items, in the order of the sheets: causes, chains, roots, issues."""

    def __init__(self, findings: Findings, words: Words) -> None:
        super().__init__(findings, words)
        self.held = open_items(self.found)

    def _say(self, key: str, /, **values: object) -> str:
        return self.say(f"open_{key}", **values)

    def lines(self) -> tuple[OpenLine, ...]:
        """Every open item."""
        return tuple(map(self._line, self.held.items))

    def _line(self, item: OpenItem) -> OpenLine:
        issue: str | None
        match item.row:
            case Cause(id=key, issue=issue, text=text):
                kind, said = "cause", clipped(text, _CONTENT)
            case Chain(id=key, issue=issue) as chain:
                kind, said = "chain", self._ends(chain)
            case RootCause(id=key, issues=issues, description=text):
                kind, issue, said = "root", self.form.join(issues), clipped(text, _CONTENT)
            case Issue(id=key, description=text):
                kind, issue, said = "issue", key, clipped(text, _CONTENT)
            case _:
                raise TypeError(f"no open item is a {type(item.row).__name__}")
        reason = self._say(f"reason_{item.reason.value}")
        return OpenLine(key, self._say(kind), dashed(issue), said, reason, self._effect(item))

    def _ends(self, chain: Chain) -> str:
        links = [clipped(text, _CONTENT // 2) for text in chain.whys if text.strip()]
        if len(links) < 2:
            return "".join(links)
        return self._say("text_chain", first=links[0], last=links[-1])

    def _effect(self, item: OpenItem) -> str:
        """Which roots rest on the item, and what else holds them up."""
        if item.reason is Reason.UNROOTED:
            return self._say("effect_issue")
        if isinstance(item.row, RootCause):
            return self.clauses(map(self._alone, item.roots))
        return self.clauses(map(self._rests, item.roots)) or self._say("effect_none")

    def _alone(self, link: RootLink) -> str:
        key = "effect_sound" if link.basis.sound else "effect_self"
        return self._say(key, root=link.root.id, keys=self.few(link.basis.sound))

    def _rests(self, link: RootLink) -> str:
        if link.basis.sound:
            return self._say("effect_also", root=link.root.id, keys=self.few(link.basis.sound))
        return self._say("effect_only", root=link.root.id)
