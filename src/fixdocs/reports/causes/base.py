"""What the parts of 《根因分析报告》 share: its hand, and how chains are counted."""

from __future__ import annotations

from collections.abc import Sequence

from ...analysis.findings import Findings
from ...schema.choices import ReverseCheck
from ...schema.improve import Chain
from ...words import Words
from ..shared.writer import Writer


class CausesWriter(Writer):
    """A chapter's hand: ``say`` speaks from the root causes' catalogue; ``found`` are causes, chains and roots."""

    domain = "causes"

    def __init__(self, findings: Findings, words: Words) -> None:
        super().__init__(findings, words)
        if findings.causes is None:
            raise ValueError("the root cause report needs causes, chains or root causes")
        self.found = findings.causes

    def chain_counts(self, chains: Sequence[Chain]) -> str:
        """How many chains passed, failed and were not read back; those there are, with their keys where not passed."""
        groups = (("passed", ReverseCheck.PASSED), ("failed", ReverseCheck.FAILED), ("unchecked", None))
        held = [(name, [chain.id for chain in chains if chain.reverse is result]) for name, result in groups]
        return self.phrases(self.say(f"chains_{name}", n=len(keys), keys=self.few(keys)) for name, keys in held if keys)
