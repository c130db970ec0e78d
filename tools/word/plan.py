"""The outline of 《服务流程改进方案说明书》: what is to be decided, then everything it rests on."""

from __future__ import annotations

from collections.abc import Callable

from fixdocs.words import Words

from .builder import Builder, Col, columns

Say = Callable[[str], str]


def outline(doc: Builder, words: Words) -> None:
    """Write the body."""

    def say(key: str) -> str:
        return words.say(f"template_plan.{key}")

    doc.h1(say("ask"))
    doc.finding("{{ ask_finding }}")
    doc.decisions("line in asks", "{{ line.label }}", "{{ line.value }}")
    with doc.when("background"):
        _background(doc, say)
    _measures(doc, say)
    with doc.when("flow"):
        _flow(doc, say)
    with doc.when("duties or tools or schedule or budget or risks"):
        doc.h1(say("delivery"))
        with doc.when("delivery_finding"):
            doc.finding("{{ delivery_finding }}")
        _delivery(doc, say)
        _resources(doc, say)
    _value(doc, say)
    doc.h1(say("signatures"))
    doc.sign_off("item in signers", [
        Col(say("role"), "{{ item.role }}", 26), Col(say("name"), "{{ item.name }}", 20),
        Col(say("opinion"), "", 24), Col(say("sign"), "", 16), Col(say("sign_date"), "", 14),
    ])  # fmt: skip
    with doc.when("trace_lead"):
        _trace(doc, say)


def _optional(doc: Builder, *names: str) -> None:
    for name in names:
        with doc.when(name):
            doc.para(f"{{{{ {name} }}}}")


def _background(doc: Builder, say: Say) -> None:
    doc.h1(say("background"))
    doc.finding("{{ background.finding }}")
    _optional(doc, "background.background")
    doc.table(say("problems_caption"), "problems", "item in background.problems", columns(say, "item", [
        ("number", "number", 9, "code"), ("issue", "issue", 45, "text"), ("roots", "roots", 46, "text"),
    ]))  # fmt: skip
    _optional(doc, "background.goals_lead")
    doc.table(say("goals_caption"), "goals", "goal in background.goals", columns(say, "goal", [
        ("number", "number", 8, "code"), ("goal_kind", "kind", 11, "code"), ("goal", "description", 31, "text"),
        ("indicator", "indicator", 15, "text"), ("baseline", "baseline", 13, "number"),
        ("target", "target", 13, "number"), ("due", "due", 13, "code"),
    ]))  # fmt: skip


def _measures(doc: Builder, say: Say) -> None:
    doc.h1(say("measures"))
    doc.finding("{{ measures.finding }}")
    doc.h2(say("by_root"))
    doc.para("{{ measures.ecrs }}{{ measures.cover_lead }}{{ measures.lead }}")
    doc.table(say("cover_caption"), "cover", "item in measures.cover", columns(say, "item", [
        ("number", "number", 9, "code"), ("root", "root", 49, "text"), ("measure", "measures", 42, "text"),
    ]))  # fmt: skip
    for name in ("quick", "trials", "dropped"):
        text = "measures.quick" if name == "quick" else f"measures.{name}_finding"
        with doc.when(text):
            doc.h2(say(name))
            doc.para(f"{{{{ {text} }}}}{{{{ measures.trials_lead }}}}" if name == "trials" else f"{{{{ {text} }}}}")
            if name == "trials":
                doc.table(say("trials_caption"), "trials", "item in measures.trials", columns(say, "item", [
                    ("measure", "measure", 28, "text"), ("indicator", "indicator", 15, "text"),
                    ("before", "before", 15, "number"), ("after", "after", 15, "number"),
                    ("change", "change", 16, "number"), ("result", "result", 11, "code"),
                ]))  # fmt: skip
            if name == "dropped":
                doc.table(say("dropped_caption"), "dropped", "item in measures.dropped", columns(say, "item", [
                    ("measure", "measure", 28, "text"), ("root", "roots", 13, "code"), ("trial", "trial", 11, "code"),
                    ("reason", "reason", 46, "text"),
                ]))  # fmt: skip
    with doc.when("measures.measures"):
        doc.h2(say("details"))
        doc.table(say("measures_caption"), "measures", "item in measures.measures", [
            Col(say("number"), "{{ item.number }}", 7, "code"),
            Col(say("named_content"), f"{{{{ item.name }}}}{say('colon')}{{{{ item.content }}}}", 31),
            *columns(say, "item", [
                ("roots_ecrs", "roots_ecrs", 9, "code"), ("post", "post", 14, "text"),
                ("acceptance", "acceptance", 14, "text"), ("effect", "effect", 12, "text"),
                ("basis", "basis", 15, "text"),
            ]),
        ])  # fmt: skip


def _flow(doc: Builder, say: Say) -> None:
    doc.h1(say("flow"))
    doc.finding("{{ flow.finding }}")
    _optional(doc, "flow.chart_lead")
    doc.figure("flow.chart")
    with doc.when("flow.table"):
        doc.block("flow.table")
    with doc.each("option in flow.options"):
        with doc.when("option.heading"):
            doc.h2("{{ option.heading }}")
            doc.para("{{ option.finding }}")
        doc.para(
            "{{ option.lead }}{{ option.chart_lead }}{{ option.flow_lead }}{{ option.changes_text }}{{ option.steps_lead }}"
        )
        doc.table(say("flow_figures_caption"), "flow_figures", "item in option.figures", columns(say, "item", [
            ("figure_name", "name", 34, "text"), ("now", "before", 22, "number"), ("to_be", "after", 24, "number"),
            ("change", "change", 20, "number"),
        ]))  # fmt: skip
        with doc.when("option.basis"):
            doc.note("{{ option.basis }}")
        doc.figure("option.chart")
        with doc.otherwise("option.heading"):
            _flowchart(doc)
        _optional(doc, "option.caution")
        doc.table(say("changes_caption"), "changes", "item in option.changes", columns(say, "item", [
            ("to_be_step", "step", 19, "text"), ("kind_of_change", "change", 9, "code"),
            ("origin", "origin", 19, "text"), ("detail", "detail", 44, "text"), ("by_measures", "measures", 9, "code"),
        ]))  # fmt: skip
        doc.table(say("steps_caption"), "to_be_steps", "step in option.steps", columns(say, "step", [
            ("number", "number", 7, "code"), ("step", "name", 18, "text"), ("post", "post", 14, "text"),
            ("touch", "touch", 11, "number"), ("wait", "wait", 11, "number"), ("inputs", "inputs", 13, "text"),
            ("outputs", "outputs", 13, "text"), ("system", "system", 13, "text"),
        ]))  # fmt: skip
        with doc.when("option.heading"):  # several flows: each chart fills a page, so it stands behind the tables
            _flowchart(doc)


def _flowchart(doc: Builder) -> None:
    doc.figure("option.flow")
    with doc.when("option.flow"):
        doc.note("{{ option.flow_note }}")


def _delivery(doc: Builder, say: Say) -> None:
    with doc.when("duties"):
        doc.h2(say("duties"))
        doc.finding("{{ duties.finding }}")
        doc.table(say("duties_caption"), "duties", "item in duties.rows", columns(say, "item", [
            ("matter", "matter", 30, "text"), ("old_post", "old", 20, "text"), ("new_post", "new", 20, "text"),
            ("note", "note", 30, "text"),
        ]))  # fmt: skip
    with doc.when("tools"):
        doc.h2(say("tools"))
        doc.finding("{{ tools.finding }}")
        _optional(doc, "tools.lead")
        doc.table(say("tools_caption"), "tools", "item in tools.rows", columns(say, "item", [
            ("number", "number", 8, "code"), ("tool", "name", 14, "text"), ("use", "use", 19, "text"),
            ("requirement", "requirement", 20, "text"), ("by_measures", "measures", 8, "code"),
            ("budget", "budget", 11, "number"), ("provider", "provider", 9, "text"), ("tool_due", "due", 12, "code"),
        ]))  # fmt: skip
    with doc.when("schedule"):
        doc.h2(say("schedule"))
        doc.finding("{{ schedule.finding }}")
        doc.para("{{ schedule.lead }}")
        doc.figure("schedule.chart")
        doc.table(say("tasks_caption"), "tasks", "item in schedule.rows", columns(say, "item", [
            ("number", "number", 7, "code"), ("task", "name", 22, "text"), ("by_measures", "measures", 10, "code"),
            ("post", "post", 14, "text"), ("start", "start", 12, "code"), ("finish", "finish", 12, "code"),
            ("predecessor", "after", 9, "code"), ("output", "output", 14, "text"),
        ]))  # fmt: skip


def _resources(doc: Builder, say: Say) -> None:
    with doc.when("budget"):
        doc.h2(say("resources"))
        doc.finding("{{ budget.finding }}")
        doc.para("{{ budget.costs_lead }}{{ budget.posts_lead }}")
        doc.table(say("costs_caption"), "costs", "item in budget.costs", columns(say, "item", [
            ("number", "number", 9, "code"), ("measure", "name", 43, "text"), ("investment", "investment", 18, "number"),
            ("running", "running", 17, "number"), ("days", "days", 13, "number"),
        ]))  # fmt: skip
        with doc.when("budget.costs"):
            doc.note("{{ budget.costs_note }}")
        doc.table(say("posts_caption"), "posts", "item in budget.posts", columns(say, "item", [
            ("post", "post", 30, "text"), ("measure", "measures", 35, "text"), ("task_number", "tasks", 17, "number"),
            ("days", "days", 18, "number"),
        ]))  # fmt: skip
    with doc.when("risks"):
        doc.h2(say("risks"))
        doc.finding("{{ risks.finding }}")
        _optional(doc, "risks.lead")
        doc.table(say("risks_caption"), "risks", "item in risks.rows", columns(say, "item", [
            ("number", "number", 8, "code"), ("risk", "name", 27, "text"), ("rating", "rating", 14, "code"),
            ("level", "level", 8, "number"), ("answer", "answer", 29, "text"), ("post", "post", 14, "text"),
        ]))  # fmt: skip
        with doc.when("risks.note"):
            doc.note("{{ risks.note }}")


def _value(doc: Builder, say: Say) -> None:
    """One chapter of two sections; with one of them only, the chapter is that one's."""
    with doc.when("benefit and alternatives"):
        doc.h1(say("value"))
        doc.finding("{{ value_finding }}")
        doc.h2(say("benefit"))
    with doc.when("benefit and not alternatives"):
        doc.h1(say("benefit"))
    with doc.when("benefit"):
        doc.finding("{{ benefit.finding }}")
        _optional(doc, "benefit.lead", "benefit.open")
        doc.table(say("benefit_caption"), "benefit", "item in benefit.rows", columns(say, "item", [
            ("number", "number", 7, "code"), ("indicator", "indicator", 15, "text"), ("baseline", "before", 14, "number"),
            ("promised", "after", 14, "number"), ("kind_of_value", "kind", 7, "code"), ("ratio", "ratio", 20, "number"),
            ("target", "target", 13, "number"), ("attained", "attained", 10, "number"), ("measure", "measure", 7, "code"),
        ]))  # fmt: skip
        with doc.when("benefit.note"):
            doc.note("{{ benefit.note }}")
    with doc.when("alternatives and benefit"):
        doc.h2(say("alternatives"))
    with doc.when("alternatives and not benefit"):
        doc.h1(say("alternatives"))
    with doc.when("alternatives"):
        doc.finding("{{ alternatives.finding }}")
        with doc.otherwise("alternatives.wide"):
            _alternatives(doc)
        with doc.when("alternatives.wide"), doc.landscape():
            _alternatives(doc)


def _alternatives(doc: Builder) -> None:
    """Portrait, or landscape for many alternatives: a column each."""
    doc.block("alternatives.table")
    with doc.when("alternatives.note"):
        doc.note("{{ alternatives.note }}")


def _trace(doc: Builder, say: Say) -> None:
    doc.annex(say("annex_trace"))
    doc.para("{{ trace_lead }}")
    with doc.landscape():
        doc.table(say("trace_caption"), "trace", "item in trace", columns(say, "item", [
            ("steps", "steps", 9, "code"), ("evidence", "evidence", 14, "text"), ("trace_issue", "issue", 18, "text"),
            ("cause", "cause", 10, "code"), ("root", "root", 18, "text"), ("measure", "measure", 15, "text"),
            ("trace_alternatives", "alternatives", 8, "code"), ("trace_total", "total", 8, "number"),
        ]))  # fmt: skip
