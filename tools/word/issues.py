"""The outline of 《服务流程问题清单》: the list first."""

from __future__ import annotations

from collections.abc import Callable

from fixdocs.reports.issues.core import SourceLine
from fixdocs.reports.issues.deferred import DeferredLine
from fixdocs.reports.issues.report import ClassLine, IssueLine, QuadrantLine, RatingLine
from fixdocs.reports.shared.evidence import EvidenceLine
from fixdocs.words import Words

from .builder import Builder
from .front import control_block

SHORT_FRONT = True  # cover, summary with contents, then the list on page 3; document control closes the report


def outline(doc: Builder, words: Words) -> None:
    """Write the body."""

    def say(key: str) -> str:
        return words.say(f"template_issues.{key}")

    doc.h1(say("list"))
    with doc.when("issues"):
        _list(doc, say)
    with doc.otherwise("issues"):
        doc.finding("{{ list_finding }}")
        doc.note("{{ threshold }}")
        _asides(doc)
    doc.h1(say("overview"))
    doc.finding("{{ overview_finding }}")
    with doc.when("classes"):
        doc.h2(say("by_class"))
        doc.para("{{ classes_lead }}")
        doc.figure("class_chart")
        doc.rows(say("class_caption"), "classes", "item in classes", ClassLine)
    doc.h2(say("by_quadrant"))
    doc.para("{{ matrix_lead }}")
    doc.figure("matrix")
    with doc.when("quadrants"):
        doc.rows(say("quadrant_caption"), "quadrants", "item in quadrants", QuadrantLine)
    _core(doc, say)
    with doc.when("deferred"):
        doc.h1(say("deferred"))
        doc.finding("{{ deferred_finding }}")
        doc.rows(say("deferred_caption"), "deferred", "item in deferred", DeferredLine)
    with doc.when("rating"):
        doc.annex(say("rating"))
        doc.para("{{ rating_lead }}")
        doc.rows(say("rating_caption"), "rating", "item in rating", RatingLine)
    with doc.when("sources"):
        doc.annex(say("sources"))
        doc.para("{{ sources_lead }}")
        doc.rows(say("sources_caption"), "sources", "line in sources", SourceLine)
    doc.annex(say("control"))
    control_block(doc, words)


def _list(doc: Builder, say: Callable[[str], str]) -> None:
    with doc.landscape():
        doc.finding("{{ list_finding }}")
        doc.rows(say("list_caption"), "issues", "issue in issues", IssueLine)
        doc.note(say("list_note"))
        _asides(doc)


def _asides(doc: Builder) -> None:
    """What would be a chapter of one sentence stands with the list."""
    doc.para("{{ nearest }}")
    with doc.otherwise("deferred"):
        doc.para("{{ deferred_finding }}")
    with doc.otherwise("sources"):
        doc.para("{{ sources_lead }}")


def _core(doc: Builder, say: Callable[[str], str]) -> None:
    with doc.when("core"):
        doc.h1(say("core_issues"))
        doc.finding("{{ core_finding }}")
        with doc.each("issue in core"):
            doc.h2(say("core_heading"))
            doc.para("{{ issue.intro }}{{ issue.override }}")
            doc.para("{{ issue.description }}")
            doc.paragraph("ListBullet", say("core_scope"))
            with doc.when("issue.steps"):
                doc.paragraph("ListBullet", say("core_steps"))
            with doc.when("issue.goals"):
                doc.paragraph("ListBullet", say("core_goals"))
            with doc.when("issue.treatment"):
                doc.paragraph("ListBullet", say("core_treatment"))
            doc.para("{{ issue.lead }}")
            doc.rows(say("core_caption"), "evidence", "line in issue.evidence", EvidenceLine)
