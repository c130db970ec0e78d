"""What the parts of 《根因分析报告》 share: its hand."""

from __future__ import annotations

from ...analysis.causes import Counts
from ...analysis.findings import Findings
from ...words import Words
from ..shared.writer import Writer


class CausesWriter(Writer):
    """A chapter's hand: ``say`` speaks from the root causes' catalogue; ``found`` are causes, chains and roots."""

    domain = "causes"

    def __init__(self, findings: Findings, words: Words) -> None:
        super().__init__(findings, words)
        if findings.causes is None:
            raise ValueError("the root cause report needs causes, chains or root causes")
        self.found, self.links = findings.causes, findings.causes.links

    def counted(self, counts: Counts, shares: bool = False) -> list[str]:
        """How many causes were confirmed, excluded and are open; those there are. ``shares``: of the confirmed."""
        names = ("confirmed", "excluded", "pending")
        held = {name: getattr(counts, name) for name in names}
        return [
            self.say("confirmed_share", n=n, share=counts.share(n))
            if shares and name == "confirmed"
            else self.say(name, n=n)
            for name, n in held.items()
            if n
        ]
