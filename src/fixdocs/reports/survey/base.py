"""What the chapters of 《现状流程调研报告》 share."""

from __future__ import annotations

from ..shared.writer import Writer


class SurveyWriter(Writer):
    """A chapter's hand: ``say`` speaks from the survey's catalogue."""

    domain = "survey"
