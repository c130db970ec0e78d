"""Issues by root causes: the table that shows which root cause answers for which issue."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ...analysis.causes import IssueCauses, bearing
from ...analysis.claims import causes as about
from ...analysis.facts import Count, tally
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
        self.roots = [link.root for link in self.links.roots]
        self.items = [item for item in found.issues if item.link.roots]
        self.wide = len(self.roots) > _PORTRAIT
        self._borrowed = {(b.issue, link.root.id) for link in self.links.roots for b in link.borrowed}

    def _say(self, key: str, /, **values: object) -> str:
        return self.say(f"trace_{key}", **values)

    def parts(self) -> tuple[TracePart, ...]:
        """A row an issue, a column a root cause; nothing where there is one of either."""
        if len(self.roots) < 2 or len(self.items) < 2:
            return ()
        pages = -(-len(self.roots) // _LANDSCAPE)
        size = -(-len(self.roots) // pages)
        groups = [self.roots[at : at + size] for at in range(0, len(self.roots), size)]
        made = (self._part(group, page) for page, group in enumerate(groups, 1))
        return tuple(TracePart(table) for table in made if table)

    def _part(self, roots: Sequence[RootCause], page: int) -> Grid | None:
        body = [self._row(item, roots) for item in self.items if any(item.issue.id in root.issues for root in roots)]
        totals = ("", self._say("total"), *(self.form.fact(bearing(root)) for root in roots), "")
        codes: list[Align] = ["code"] * (len(roots) + 1)
        return grid(
            self.words,
            f"trace{page}",
            self._say("caption" if page == 1 else "part"),
            (self._say("issue"), self._say("description"), *(root.id for root in roots), self._say("count")),
            [*body, totals],
            aligns=["code", "text", *codes],
            shares=(6.0, 30.0, *(5.5 for _ in roots), 7.5),
            wide=self.wide,
            strong=frozenset({len(body)}),
        )

    def _row(self, item: IssueCauses, roots: Sequence[RootCause]) -> tuple[str, ...]:
        issue = item.issue
        marks = (self._mark(root, issue.id) for root in roots)
        return (issue.id, clipped(issue.description), *marks, self.form.fact(item.root_count))

    def _mark(self, root: RootCause, issue: str) -> str:
        if issue not in root.issues:
            return ""
        return self._say("borrowed" if (issue, root.id) in self._borrowed else "own")

    def finding(self) -> str:
        """The sentence above the table: what it shows, and what is said of roots that several issues share."""
        shown = self._say("finding", table=ref("trace1"), n=self._traced(), roots=self.links.count("roots"))
        return self.sentences(shown, self.claim(about.shared(self.links)), self.claim(about.unshared(self.links)))

    def _traced(self) -> Count:
        rows = tuple(item.issue for item in self.items)
        return tally("causes.traced", rows, "issues", ("id",))

    def note(self) -> str:
        """What the marks mean; of the hollow one only where it stands in the table. Which roots are not verified."""
        shown = {item.issue.id for item in self.items}
        hollow = any(issue in shown for issue, _ in self._borrowed)
        return self.sentences(self._say("note" if hollow else "note_own"), self.claim(about.unverified(self.links)))
