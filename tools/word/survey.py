"""The outline of 《现状流程调研报告》."""

from __future__ import annotations

from collections.abc import Callable

from fixdocs.words import Words

from .builder import Builder, columns

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
    doc.table(say("goals_caption"), "goals", "goal in scope.goals", columns(say, "goal", [
        ("number", "number", 8, "code"), ("goal_kind", "kind", 11, "code"), ("goal", "description", 30, "text"),
        ("indicator", "indicator", 15, "text"), ("baseline", "baseline", 13, "number"),
        ("target", "target", 13, "number"), ("due", "due", 13, "code"),
    ]))  # fmt: skip
    doc.h2(say("sample"))
    doc.finding("{{ sample.finding }}")
    with doc.when("sample.returns"):
        doc.para("{{ sample.returns }}")
    doc.table(say("parties_caption"), "parties", "party in sample.parties", columns(say, "party", [
        ("party", "kind", 10, "code"), ("group", "group", 22, "text"), ("methods", "methods", 20, "text"),
        ("planned", "planned", 9, "number"), ("actual", "actual", 9, "number"), ("sent", "sent", 9, "number"),
        ("returned", "returned", 9, "number"), ("valid", "valid", 9, "number"),
    ]))  # fmt: skip
    doc.form("fact in sample.sources", "{{ fact.label }}", "{{ fact.value }}")


def _flow(doc: Builder, say: Say) -> None:
    doc.h1(say("flow"))
    doc.finding("{{ flow.finding }}")
    doc.h2(say("flow_time"))
    doc.para("{{ flow.overview }}{{ flow.chart_lead }}")
    with doc.when("flow.longest"):
        doc.para("{{ flow.longest }}")
    doc.table(say("figures_caption"), "flow_figures", "item in flow.figures", columns(say, "item", [
        ("figure_name", "name", 30, "text"), ("figure_value", "value", 25, "number"), ("figure_note", "note", 45, "text"),
    ]))  # fmt: skip
    with doc.when("flow.basis"):
        doc.note("{{ flow.basis }}")
    with doc.when("flow.times"):
        doc.para("{{ flow.times_lead }}")
        doc.figure("flow.times")
    for name in ("value", "controls", "posts_lead"):
        with doc.when(f"flow.{name}"):
            doc.para(f"{{{{ flow.{name} }}}}")
    doc.table(say("posts_caption"), "posts", "item in flow.posts", columns(say, "item", [
        ("post", "post", 34, "text"), ("touch", "touch", 22, "number"), ("wait", "wait", 22, "number"),
        ("share", "share", 22, "number"),
    ]))  # fmt: skip
    doc.figure("flow.chart")
    with doc.when("flow.chart_note"):
        doc.note("{{ flow.chart_note }}")
    doc.h2(say("flow_steps"))
    with doc.landscape():
        doc.table(say("steps_caption"), "steps", "step in flow.steps", columns(say, "step", [
            ("number", "number", 6, "code"), ("step", "name", 14, "text"), ("kind", "kind", 6, "code"),
            ("post", "post", 12, "text"), ("touch", "touch", 9, "number"), ("wait", "wait", 9, "number"),
            ("inputs", "inputs", 13, "text"), ("outputs", "outputs", 13, "text"), ("system", "system", 12, "text"),
            ("value", "value", 9, "code"),
        ]))  # fmt: skip


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
        doc.h2(say("complaints"))
        doc.para("{{ running.complaints_text }}")
        doc.figure("running.complaints_chart")
        doc.table(say("classes_caption"), "classes", "item in running.complaints", columns(say, "item", [
            ("class_name", "name", 40, "text"), ("class_count", "count", 20, "number"),
            ("share", "share", 20, "number"), ("cumulative", "cumulative", 20, "number"),
        ]))  # fmt: skip
    with doc.when("running.tickets_text"):
        doc.h2(say("tickets"))
        doc.para("{{ running.tickets_text }}")
        with doc.when("running.tickets_chart"):
            doc.para("{{ running.tickets_lead }}")
            doc.figure("running.tickets_chart")
        doc.table(say("months_caption"), "months", "item in running.months", columns(say, "item", [
            ("month", "month", 18, "code"), ("opened", "opened", 15, "number"), ("closed", "closed", 15, "number"),
            ("backlog", "backlog", 17, "number"), ("median", "median", 18, "number"), ("p90", "p90", 17, "number"),
        ]))  # fmt: skip
    with doc.when("running.log_text"):
        doc.h2(say("log"))
        doc.para("{{ running.log_text }}")
        doc.table(say("variants_caption"), "variants", "item in running.variants", columns(say, "item", [
            ("rank", "rank", 7, "code"), ("path", "path", 69, "text"), ("cases", "cases", 12, "number"),
            ("share", "share", 12, "number"),
        ]))  # fmt: skip
        doc.table(say("activities_caption"), "activities", "item in running.activities", columns(say, "item", [
            ("activity", "name", 43, "text"), ("events", "events", 15, "number"), ("again", "again", 17, "number"),
            ("stay", "stay", 25, "number"),
        ]))  # fmt: skip


def _interviews(doc: Builder, say: Say) -> None:
    doc.h1(say("interviews"))
    doc.finding("{{ interviews.finding }}")
    doc.table(say("voices_caption"), "voices", "item in interviews.parties", columns(say, "item", [
        ("party", "party", 40, "text"), ("interview_number", "interviews", 30, "number"),
        ("finding_number", "findings", 30, "number"),
    ]))  # fmt: skip
    for name in ("pains", "bright", "suggestions", "strategy"):
        with doc.when(f"interviews.{name}"):
            doc.h2(say(name))
            doc.table(say(name), f"topics_{name}", f"item in interviews.{name}", columns(say, "item", [
                ("topic", "topic", 20, "text"), ("raised", "raised", 14, "number"), ("content", "content", 66, "text"),
            ]))  # fmt: skip
    with doc.when("interviews.quotes"):
        doc.h2(say("quotes"))
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
        doc.table(say("items_caption"), "items", "item in questionnaire.items", columns(say, "item", [
            ("number", "number", 8, "code"), ("question", "text", 42, "text"), ("dimension", "dimension", 17, "text"),
            ("n", "n", 10, "number"), ("mean", "mean", 11, "number"), ("satisfied", "satisfied", 12, "number"),
        ]))  # fmt: skip
        with doc.when("questionnaire.items_note"):
            doc.note("{{ questionnaire.items_note }}")
        with doc.when("questionnaire.nps"):
            doc.para("{{ questionnaire.nps }}")
    with doc.when("questionnaire.dimensions"):
        doc.h2(say("dimensions"))
        doc.para("{{ questionnaire.dimensions_text }}")
        doc.table(say("dimensions_caption"), "dimensions", "item in questionnaire.dimensions", columns(say, "item", [
            ("dimension", "name", 50, "text"), ("mean", "mean", 25, "number"), ("item_number", "items", 25, "number"),
        ]))  # fmt: skip
    with doc.when("questionnaire.options"):
        doc.h2(say("options"))
        doc.table(say("options_caption"), "options", "item in questionnaire.options", columns(say, "item", [
            ("question", "question", 38, "text"), ("option", "option", 36, "text"), ("chosen", "count", 13, "number"),
            ("share", "share", 13, "number"),
        ]))  # fmt: skip
    with doc.when("questionnaire.open"):
        doc.h2(say("open"))
        doc.para("{{ questionnaire.open_lead }}")
        with doc.each("answer in questionnaire.open"):
            doc.paragraph("ListBullet", say("open_answer"))


def _observations(doc: Builder, say: Say) -> None:
    doc.h1(say("observations"))
    doc.finding("{{ observations.finding }}")
    for caption, name, head in (("kinds_caption", "kinds", "kind"), ("steps_seen_caption", "steps", "step")):
        doc.table(say(caption), f"seen_{name}", f"item in observations.{name}", columns(say, "item", [
            (head, "name", 40, "text"), ("rows", "rows", 20, "number"), ("times", "times", 20, "number"),
            ("minutes", "minutes", 20, "number"),
        ]))  # fmt: skip
    with doc.when("observations.calendar"):
        doc.note("{{ observations.calendar }}")


def _close(doc: Builder, say: Say) -> None:
    with doc.when("check"):
        doc.h1(say("check"))
        doc.finding("{{ check.finding }}")
        doc.table(say("check_caption"), "check", "item in check.rows", columns(say, "item", [
            ("source", "source", 34, "text"), ("computed", "computed", 17, "number"), ("stated", "stated", 17, "number"),
            ("gap", "gap", 12, "number"), ("verdict", "verdict", 20, "code"),
        ]))  # fmt: skip
        with doc.when("check.note"):
            doc.note("{{ check.note }}")
    doc.h1(say("findings"))
    doc.finding("{{ findings_lead }}")
    doc.table(say("findings_caption"), "findings", "item in findings", columns(say, "item", [
        ("number", "number", 8, "code"), ("finding", "text", 74, "text"), ("chapter", "source", 18, "code"),
    ]))  # fmt: skip


def _annexes(doc: Builder, say: Say) -> None:
    with doc.when("interview_notes"):
        doc.annex(say("annex_interviews"))
        with doc.landscape():
            doc.table(say("annex_interviews"), "interview_notes", "item in interview_notes", columns(say, "item", [
                ("number", "id", 6, "code"), ("day", "day", 9, "code"), ("who", "who", 14, "text"),
                ("topic", "topic", 12, "text"), ("nature", "nature", 8, "code"), ("steps", "steps", 16, "text"),
                ("content", "content", 35, "text"),
            ]))  # fmt: skip
    with doc.when("answers"):
        doc.annex(say("annex_answers"))
        doc.table(say("annex_answers"), "answers", "item in answers", columns(say, "item", [
            ("number", "number", 8, "code"), ("question", "text", 40, "text"), ("n", "n", 9, "number"),
            ("spread", "spread", 43, "text"),
        ]))  # fmt: skip
    with doc.when("observation_notes"):
        doc.annex(say("annex_observations"))
        with doc.landscape():
            doc.table(say("annex_observations"), "observation_notes", "item in observation_notes",
                columns(say, "item", [
                    ("number", "id", 7, "code"), ("day", "day", 10, "code"), ("step", "step", 17, "text"),
                    ("kind", "kind", 10, "code"), ("content", "content", 38, "text"), ("times", "times", 7, "number"),
                    ("duration", "duration", 11, "number"),
                ]))  # fmt: skip
