"""The outline of 《现状流程调研报告》."""

from __future__ import annotations

from collections.abc import Callable

from fixdocs.reports.shared.writer import GoalLine
from fixdocs.reports.survey.cases import VariantRow
from fixdocs.reports.survey.close import AnswerRow, CheckRow, FirstFinding, InterviewNote, ObservationNote
from fixdocs.reports.survey.flow import FlowFigure, PostLine, StepLine
from fixdocs.reports.survey.report import PartyLine
from fixdocs.reports.survey.running import ClassRow
from fixdocs.reports.survey.voices import DimensionRow, ItemRow, OptionRow, PartyVoices, SeenRow, TopicRow
from fixdocs.words import Words

from .builder import Builder

Say = Callable[[str], str]


def outline(doc: Builder, words: Words) -> None:
    """Write the body."""

    def say(key: str) -> str:
        return words.say(f"template_survey.{key}")

    _scope(doc, say)
    _flow(doc, say)
    with doc.when("running"):
        _running(doc, say)
    with doc.when("interviews"):
        _interviews(doc, say)
    with doc.when("questionnaire"):
        _questionnaire(doc, say)
    with doc.when("observations"):
        _observations(doc, say)
    _close(doc, say)
    _annexes(doc, say)


def _scope(doc: Builder, say: Say) -> None:
    doc.h1(say("survey"))
    doc.h2(say("scope"))
    doc.finding("{{ scope.finding }}")
    with doc.when("scope.background"):
        doc.para("{{ scope.background }}")
    doc.form("fact in scope.facts", "{{ fact.label }}", "{{ fact.value }}")
    doc.rows(say("goals_caption"), "goals", "goal in scope.goals", GoalLine)
    doc.h2(say("sample"))
    doc.finding("{{ sample.finding }}")
    with doc.when("sample.returns"):
        doc.para("{{ sample.returns }}")
    doc.rows(say("parties_caption"), "parties", "party in sample.parties", PartyLine)


def _flow(doc: Builder, say: Say) -> None:
    doc.h1(say("flow"))
    doc.finding("{{ flow.finding }}")
    doc.h2(say("flow_time"))
    doc.para("{{ flow.overview }}{{ flow.chart_lead }}")
    with doc.when("flow.longest"):
        doc.para("{{ flow.longest }}")
    doc.rows(say("figures_caption"), "flow_figures", "item in flow.figures", FlowFigure)
    with doc.when("flow.basis"):
        doc.note("{{ flow.basis }}")
    with doc.when("flow.times"):
        doc.para("{{ flow.times_lead }}")
        doc.figure("flow.times")
    for name in ("value", "controls", "posts_lead"):
        with doc.when(f"flow.{name}"):
            doc.para(f"{{{{ flow.{name} }}}}")
    doc.rows(say("posts_caption"), "posts", "item in flow.posts", PostLine)
    doc.figure("flow.chart")
    with doc.when("flow.chart_note"):
        doc.note("{{ flow.chart_note }}")
    doc.h2(say("flow_steps"))
    with doc.landscape():
        doc.rows(say("steps_caption"), "steps", "step in flow.steps", StepLine)


def _running(doc: Builder, say: Say) -> None:
    doc.h1(say("running"))
    with doc.when("running.finding"):
        doc.finding("{{ running.finding }}")
    with doc.when("running.indicators"):
        doc.h2(say("indicators"))
        with doc.when("running.indicator_table"):
            doc.block("running.indicator_table")
        with doc.each("item in running.indicators"):
            doc.para("{{ item.text }}")
            doc.figure("item.chart")
    with doc.when("running.complaints_text"):
        doc.h2("{{ running.classes_name }}")
        doc.para("{{ running.complaints_text }}")
        doc.figure("running.complaints_chart")
        doc.rows("{{ running.classes_name }}", "classes", "item in running.complaints", ClassRow)
    with doc.when("running.tickets_text"):
        doc.h2(say("tickets"))
        doc.para("{{ running.tickets_text }}")
        with doc.when("running.tickets_chart"):
            doc.para("{{ running.tickets_lead }}")
            doc.figure("running.tickets_chart")
        with doc.when("running.months"):
            doc.block("running.months")
    with doc.when("running.log_text"):
        doc.h2(say("log"))
        doc.para("{{ running.log_text }}")
        doc.rows(say("variants_caption"), "variants", "item in running.variants", VariantRow)
        with doc.when("running.activities"):
            doc.block("running.activities")


def _interviews(doc: Builder, say: Say) -> None:
    doc.h1(say("interviews"))
    doc.finding("{{ interviews.finding }}")
    doc.rows(say("voices_caption"), "voices", "item in interviews.parties", PartyVoices)
    for name in ("pains", "bright", "suggestions", "strategy"):
        with doc.when(f"interviews.{name}"):
            doc.h2(say(name))
            doc.rows(say(name), f"topics_{name}", f"item in interviews.{name}", TopicRow)
    with doc.when("interviews.quotes"):
        doc.h2(say("quotes"))
        with doc.when("interviews.quotes_lead"):
            doc.para("{{ interviews.quotes_lead }}")
        with doc.each("quote in interviews.quotes"):
            doc.quote(say("quote"))


def _questionnaire(doc: Builder, say: Say) -> None:
    doc.h1(say("questionnaire"))
    doc.finding("{{ questionnaire.finding }}")
    with doc.when("questionnaire.items"):
        doc.h2(say("items"))
        with doc.when("questionnaire.chart"):
            doc.para("{{ questionnaire.chart_lead }}")
            doc.figure("questionnaire.chart")
        doc.rows(say("items_caption"), "items", "item in questionnaire.items", ItemRow)
        with doc.when("questionnaire.items_note"):
            doc.note("{{ questionnaire.items_note }}")
        with doc.when("questionnaire.nps"):
            doc.para("{{ questionnaire.nps }}")
    with doc.when("questionnaire.dimensions"):
        doc.h2(say("dimensions"))
        doc.para("{{ questionnaire.dimensions_text }}")
        doc.rows(say("dimensions_caption"), "dimensions", "item in questionnaire.dimensions", DimensionRow)
    with doc.when("questionnaire.options"):
        doc.h2(say("options"))
        doc.rows(say("options_caption"), "options", "item in questionnaire.options", OptionRow)
    with doc.when("questionnaire.open"):
        doc.h2(say("open"))
        doc.para("{{ questionnaire.open_lead }}")
        with doc.each("answer in questionnaire.open"):
            doc.paragraph("ListBullet", say("open_answer"))


def _observations(doc: Builder, say: Say) -> None:
    doc.h1(say("observations"))
    doc.finding("{{ observations.finding }}")
    doc.rows(say("kinds_caption"), "seen_kinds", "item in observations.kinds", SeenRow)
    doc.rows(say("steps_seen_caption"), "seen_steps", "item in observations.steps", SeenRow, layout="steps")
    with doc.when("observations.calendar"):
        doc.note("{{ observations.calendar }}")


def _close(doc: Builder, say: Say) -> None:
    with doc.when("check"):
        doc.h1(say("check"))
        doc.finding("{{ check.finding }}")
        doc.rows(say("check_caption"), "check", "item in check.rows", CheckRow)
        with doc.when("check.note"):
            doc.note("{{ check.note }}")
    doc.h1(say("findings"))
    doc.finding("{{ findings_lead }}")
    doc.rows(say("findings_caption"), "findings", "item in findings", FirstFinding)


def _annexes(doc: Builder, say: Say) -> None:
    with doc.when("interview_notes"):
        doc.annex(say("annex_interviews"))
        with doc.landscape():
            doc.rows(say("annex_interviews"), "interview_notes", "item in interview_notes", InterviewNote)
    with doc.when("answers"):
        doc.annex(say("annex_answers"))
        doc.rows(say("annex_answers"), "answers", "item in answers", AnswerRow)
    with doc.when("observation_notes"):
        doc.annex(say("annex_observations"))
        with doc.landscape():
            doc.rows(say("annex_observations"), "observation_notes", "item in observation_notes", ObservationNote)
