"""Issues by root causes: the table that shows which root cause answers for which issue."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ...analysis.findings import Findings
from ...schema.improve import RootCause
from ...word.grid import Align, Grid, grid
from ...word.inline import ref
from ...words import Words
from ..shared.texts import clipped
from .base import CausesWriter

_PORTRAIT, _LANDSCAPE = 9, 22  # columns of root causes on a portrait page, on a landscape page


class TracePart(Struct, frozen=True):
    """A part of the table of issues by root causes; one part unless there are very many root causes."""

    table: Grid


class Trace(CausesWriter):
    """The table and what is said about it."""

    def __init__(self, findings: Findings, words: Words) -> None:
        super().__init__(findings, words)
        found = self.found
        self.roots = found.roots
        self.items = [item for item in found.issues if item.roots]
        self.wide = len(self.roots) > _PORTRAIT
        self._sources = {i.issue.id: {c.id for c in i.causes} | {c.id for c in i.chains} for i in found.issues}

    def _say(self, key: str, /, **values: object) -> str:
        return self.say(f"trace_{key}", **values)

    def parts(self) -> tuple[TracePart, ...]:
        """A row an issue, a column a root cause; nothing where there is one of either."""
        if len(self.roots) < 2 or len(self.items) < 2:
            return ()
        pages = -(-len(self.roots) // _LANDSCAPE)
        size = -(-len(self.roots) // pages)
        groups = [self.roots[at : at + size] for at in range(0, len(self.roots), size)]
        made = (self._part(group, page, len(groups)) for page, group in enumerate(groups, 1))
        return tuple(TracePart(table) for table in made if table)

    def _part(self, roots: Sequence[RootCause], page: int, pages: int) -> Grid | None:
        body = [
            (item.issue.id, clipped(item.issue.description), *(self._mark(root, item.issue.id) for root in roots),
             str(len(item.roots)))
            for item in self.items
            if any(item.issue.id in root.issues for root in roots)
        ]  # fmt: skip
        totals = ("", self._say("total"), *(str(len(root.issues)) for root in roots), "")
        codes: list[Align] = ["code"] * (len(roots) + 1)
        return grid(
            self.words,
            f"trace{page}",
            self._say("caption") if pages == 1 else self._say("part", page=page, pages=pages),
            (self._say("issue"), self._say("description"), *(root.id for root in roots), self._say("count")),
            [*body, totals],
            aligns=["code", "text", *codes],
            shares=(6.0, 30.0, *(5.5 for _ in roots), 7.5),
            wide=self.wide,
            strong=frozenset({len(body)}),
        )

    def _mark(self, root: RootCause, issue: str) -> str:
        if issue not in root.issues:
            return ""
        return self._say("own" if self._own(root, issue) else "borrowed")

    def _own(self, root: RootCause, issue: str) -> bool:
        """Whether the issue's own analysis led to the root; true where no source can be looked up."""
        known = set(root.sources) & set().union(*self._sources.values())
        return not known or bool(known & self._sources[issue])

    def finding(self, shared: str) -> str:
        """The sentence above the table; ``shared`` is what is said of roots that several issues share."""
        return self._say(
            "finding",
            table=ref("trace1"),
            n=len(self.items),
            roots=len(self.roots),
            finding=shared or self._say("single"),
        )

    def note(self) -> str:
        """What the marks mean; of the hollow one only where it stands in the table."""
        pairs = ((root, key) for root in self.roots for key in root.issues if key in self._sources)
        return self._say("note" if any(not self._own(root, key) for root, key in pairs) else "note_own")
