"""The outline of 《服务流程问题清单》: the list first."""

from __future__ import annotations

from collections.abc import Callable

from fixdocs.words import Words

from .builder import Builder, Col
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
        doc.table(
            say("class_caption"),
            "classes",
            "item in classes",
            [
                Col(say("class_name"), "{{ item.name }}", 30),
                Col(say("class_count"), "{{ item.count }}", 20, "number"),
                Col(say("class_share"), "{{ item.share }}", 20, "number"),
                Col(say("class_core"), "{{ item.core }}", 20, "number"),
            ],
        )
    doc.h2(say("by_quadrant"))
    doc.para("{{ matrix_lead }}")
    doc.figure("matrix")
    with doc.when("quadrants"):
        doc.table(
            say("quadrant_caption"),
            "quadrants",
            "item in quadrants",
            [
                Col(say("quadrant_name"), "{{ item.name }}", 18),
                Col(say("quadrant_rule"), "{{ item.rule }}", 24),
                Col(say("quadrant_count"), "{{ item.count }}", 16, "number"),
                Col(say("quadrant_issues"), "{{ item.issues }}", 42),
            ],
        )
    _core(doc, say)
    with doc.when("deferred"):
        doc.h1(say("deferred"))
        doc.finding("{{ deferred_finding }}")
        doc.table(
            say("deferred_caption"),
            "deferred",
            "item in deferred",
            [
                Col(say("number"), "{{ item.number }}", 8, "code"),
                Col(say("description"), "{{ item.description }}", 34),
                Col(say("deferred_rating"), "{{ item.rating }}", 18, "code"),
                Col(say("treatment"), "{{ item.treatment }}", 12, "code"),
                Col(say("deferred_reason"), "{{ item.reason }}", 34),
            ],
        )
    with doc.when("rating"):
        doc.annex(say("rating"))
        doc.para("{{ rating_lead }}")
        doc.table(
            say("rating_caption"),
            "rating",
            "item in rating",
            [
                Col(say("rating_level"), "{{ item.level }}", 8, "code"),
                Col(say("rating_impact"), "{{ item.impact }}", 46),
                Col(say("rating_frequency"), "{{ item.frequency }}", 46),
            ],
        )
    with doc.when("sources"):
        doc.annex(say("sources"))
        doc.para("{{ sources_lead }}")
        doc.table(
            say("sources_caption"),
            "sources",
            "line in sources",
            [
                Col(say("number"), "{{ line.number }}", 10, "code"),
                Col(say("evidence_kind"), "{{ line.kind }}", 13, "code"),
                Col(say("evidence_reference"), "{{ line.reference }}", 17, "code"),
                Col(say("evidence_content"), "{{ line.content }}", 60),
            ],
        )
    doc.annex(say("control"))
    control_block(doc, words)


def _list(doc: Builder, say: Callable[[str], str]) -> None:
    with doc.landscape():
        doc.finding("{{ list_finding }}")
        doc.table(
            say("list_caption"),
            "issues",
            "issue in issues",
            [
                Col(say("number"), "{{ issue.number }}", 5, "code"),
                Col(say("description"), "{{ issue.description }}", 22),
                Col(say("kind"), "{{ issue.kind }}", 6, "code"),
                Col(say("steps"), "{{ issue.steps }}", 14),
                Col(say("scope"), "{{ issue.scope }}", 14),
                Col(say("source"), "{{ issue.source }}", 14),
                Col(say("impact"), "{{ issue.impact }}", 5, "code"),
                Col(say("frequency"), "{{ issue.frequency }}", 5, "code"),
                Col(say("value"), "{{ issue.value }}", 6, "code"),
                Col(say("quadrant"), "{{ issue.quadrant }}", 9, "code"),
                Col(say("department"), "{{ issue.department }}", 9),
                Col(say("treatment"), "{{ issue.treatment }}", 8, "code"),
            ],
        )
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
            doc.table(
                say("core_caption"),
                "evidence",
                "line in issue.evidence",
                [
                    Col(say("evidence_kind"), "{{ line.kind }}", 12, "code"),
                    Col(say("evidence_reference"), "{{ line.reference }}", 18, "code"),
                    Col(say("evidence_content"), "{{ line.content }}", 70),
                ],
            )
