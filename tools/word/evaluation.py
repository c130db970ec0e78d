"""The outline of 《方案评估报告》: what is to be decided, then what it stands on."""

from __future__ import annotations

from collections.abc import Callable

from fixdocs.reports.evaluation.decision import FollowLine
from fixdocs.reports.evaluation.firmness import SwitchLine
from fixdocs.reports.evaluation.panel import AnchorLine
from fixdocs.reports.evaluation.scores import CriterionScoreLine
from fixdocs.reports.shared.decision import SignLine
from fixdocs.words import Words

from .builder import Builder, Col


def outline(doc: Builder, words: Words) -> None:
    """Write the body."""

    def say(key: str) -> str:
        return words.say(f"template_evaluation.{key}")

    doc.h1(say("ask"))
    doc.finding("{{ ask_finding }}")
    doc.decisions("line in asks", "{{ line.label }}", "{{ line.value }}")
    doc.h1(say("basis"))
    doc.h2(say("panel"))
    doc.finding("{{ panel_finding }}")
    doc.para("{{ composition }}{{ panel_lead }}")
    _optional(doc, "panel")
    _standard(doc, say)
    _results(doc, say)
    _firmness(doc, say)
    _decision(doc, say)
    doc.annex(say("raw_scores"))
    doc.para("{{ raw_lead }}")
    _optional(doc, "raw_scores")
    doc.annex(say("method"))
    doc.para("{{ total_formula }}")
    doc.para("{{ kendall }}")
    _optional(doc, "ranks")
    doc.para("{{ switching }}")


def _optional(doc: Builder, name: str) -> None:
    with doc.when(name):
        doc.block(name)


def _standard(doc: Builder, say: Callable[[str], str]) -> None:
    doc.h2(say("alternatives"))
    doc.finding("{{ alternatives_finding }}")
    _optional(doc, "alternatives")
    doc.h2(say("criteria"))
    doc.finding("{{ criteria_finding }}")
    doc.para("{{ conversion }}")
    _optional(doc, "criteria")
    doc.rows(say("anchors_caption"), "anchors", "item in anchors", AnchorLine)


def _results(doc: Builder, say: Callable[[str], str]) -> None:
    doc.h1(say("results"))
    doc.h2(say("totals"))
    doc.finding("{{ finding }}")
    doc.para("{{ exceptions }}{{ totals_lead }}")
    _optional(doc, "totals")
    doc.figure("contributions")
    doc.h2(say("by_criterion"))
    doc.finding("{{ criterion_finding }}")
    doc.para("{{ criterion_lead }}{{ spread }}")
    doc.figure("criterion_chart")
    doc.rows(say("criterion_caption"), "criterion_scores", "item in criterion_scores", CriterionScoreLine)
    with doc.when("criterion_scores"):
        doc.note("{{ criterion_note }}")
    with doc.when("reviewer_totals"):
        doc.h2(say("by_reviewer"))
        doc.para("{{ reviewer_lead }}")
        doc.block("reviewer_totals")
        doc.note("{{ incomplete }}")


def _firmness(doc: Builder, say: Callable[[str], str]) -> None:
    doc.h1(say("firmness"))
    doc.h2(say("agreement"))
    doc.finding("{{ agreement }}")
    doc.para("{{ concordance }}")
    doc.h2(say("sensitivity"))
    doc.finding("{{ sensitivity }}")
    doc.para("{{ sensitivity_lead }}")
    doc.rows(say("switches_caption"), "switches", "item in switches", SwitchLine)


def _decision(doc: Builder, say: Callable[[str], str]) -> None:
    doc.h1(say("decision"))
    with doc.when("comments_finding"):
        doc.h2(say("comments"))
        doc.finding("{{ comments_finding }}")
        _optional(doc, "comments")
    doc.h2(say("conclusion"))
    doc.finding("{{ decision_finding }}")
    with doc.when("conditions"):
        doc.para(say("conditions"))
        doc.bullets("item in conditions", "{{ item.text }}")
    doc.para("{{ dissent }}")
    doc.h2(say("follow"))
    doc.bullets("item in follow", "{{ item.text }}")
    doc.rows(say("follow_caption"), "follow", "item in follow_tasks", FollowLine)
    with doc.when("signers"):
        doc.h2(say("signatures"))
        doc.sign_off(
            "item in signers",
            [
                *doc.columns(SignLine, "item"),
                Col(say("opinion"), "", 26),
                Col(say("sign"), "", 16),
                Col(say("sign_date"), "", 14),
            ],
        )
