"""What the parts of 《问题清单》 share."""

from __future__ import annotations

from ...analysis.findings import Findings
from ...words import Words
from ..shared.writer import Writer


class IssuesWriter(Writer):
    """A chapter's hand: ``say`` speaks from the issue list's catalogue; ``found`` are the rated issues."""

    domain = "issues"

    def __init__(self, findings: Findings, words: Words) -> None:
        super().__init__(findings, words)
        if findings.issues is None:
            raise ValueError("the issue list needs an issue")
        self.found = findings.issues
