"""The outline of 《根因分析报告》: the root causes, how each was found, what is open."""

from __future__ import annotations

from collections.abc import Callable

from fixdocs.reports.causes.issue import CauseLine, FrameLine
from fixdocs.reports.causes.open import OpenLine
from fixdocs.reports.causes.report import RootLine
from fixdocs.words import Words

from .builder import Builder


def outline(doc: Builder, words: Words) -> None:
    """Write the body."""

    def say(key: str) -> str:
        return words.say(f"template_causes.{key}")

    with doc.when("roots"):
        _conclusions(doc, say)
    with doc.when("core"):
        doc.h1(say("core"))
        doc.finding("{{ core_finding }}")
        _overview(doc)
        _issues(doc, say, "core")
        with doc.otherwise("other"):
            _open_one(doc, say)
    with doc.when("other"):
        with doc.when("core"):
            doc.h1(say("other"))
        with doc.otherwise("core"):
            doc.h1(say("only"))
        doc.finding("{{ other_finding }}")
        with doc.otherwise("core"):
            _overview(doc)
        _issues(doc, say, "other")
        _open_one(doc, say)
    _trace(doc, say)
    _open(doc, say)


def _conclusions(doc: Builder, say: Callable[[str], str]) -> None:
    doc.h1(say("conclusions"))
    doc.finding("{{ finding }}")
    doc.para("{{ control }}{{ shared }}")
    doc.rows(say("roots_caption"), "roots", "root in roots", RootLine)
    doc.note("{{ doubt }}")


def _overview(doc: Builder) -> None:
    doc.para("{{ reading }}")
    doc.para("{{ dimensions_lead }}")
    doc.figure("dimensions")


def _issues(doc: Builder, say: Callable[[str], str], held: str) -> None:
    with doc.each(f"issue in {held}"):
        doc.h2(say("heading"))
        doc.para("{{ issue.finding }}")
        doc.h3(say("framing"))
        doc.para("{{ issue.scope }}{{ issue.frame_lead }}")
        doc.para("{{ issue.description }}")
        doc.rows(say("frame_caption"), "frame", "line in issue.frame", FrameLine)
        with doc.when("issue.fishbone"):
            doc.h3(say("searching"))
            doc.para("{{ issue.fishbone_lead }}")
            doc.figure("issue.fishbone")
            _causes(doc, say)
        with doc.when("issue.chains"):
            doc.h3(say("asking"))
            doc.para("{{ issue.chains_lead }}")
            doc.figure("issue.why_tree")
            doc.bullets("point in issue.chains", "{{ point.text }}")
        with doc.when("issue.roots"):
            doc.h3(say("found"))
            doc.bullets("point in issue.roots", "{{ point.text }}")


def _causes(doc: Builder, say: Callable[[str], str]) -> None:
    doc.rows(say("causes_caption"), "causes", "cause in issue.causes", CauseLine)


def _trace(doc: Builder, say: Callable[[str], str]) -> None:
    """Portrait, or landscape for many root causes; its columns depend on the data."""
    with doc.when("trace"):
        doc.h1(say("trace"))
        with doc.otherwise("trace_wide"):
            _grids(doc)
        with doc.when("trace_wide"), doc.landscape():
            _grids(doc)


def _grids(doc: Builder) -> None:
    doc.finding("{{ trace_finding }}")
    with doc.each("part in trace"):
        doc.block("part.table")
    doc.note("{{ trace_note }}")


def _open_one(doc: Builder, say: Callable[[str], str]) -> None:
    """A single open item needs no chapter."""
    with doc.when("open_one"):
        doc.h2(say("open"))
        doc.para("{{ open_one }}")


def _open(doc: Builder, say: Callable[[str], str]) -> None:
    with doc.when("open_finding"):
        doc.h1(say("open"))
        doc.finding("{{ open_finding }}")
        doc.rows(say("open_caption"), "open", "item in open", OpenLine)
