"""The outline of 《服务流程改进方案说明书》: what is to be decided, then everything it rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fixdocs.words import Words

from .builder import Builder, Col

Say = Callable[[str], str]
Columns = Sequence[tuple[str, str, float, str]]


def outline(doc: Builder, words: Words) -> None:
    """Write the body."""

    def say(key: str) -> str:
        return words.say(f"template_plan.{key}")

    doc.h1(say("ask"))
    doc.finding("{{ ask_finding }}")
    doc.decisions("line in asks", "{{ line.label }}", "{{ line.value }}")
    _background(doc, say)
    _measures(doc, say)
    with doc.when("flow"):
        _flow(doc, say)
    with doc.when("duties or tools or schedule or budget or risks"):
        doc.h1(say("delivery"))
        _delivery(doc, say)
        _resources(doc, say)
    with doc.when("benefit or alternatives"):
        doc.h1(say("value"))
        _value(doc, say)
    doc.h1(say("signatures"))
    doc.sign_off("item in signers", [
        Col(say("role"), "{{ item.role }}", 26), Col(say("name"), "{{ item.name }}", 20),
        Col(say("opinion"), "", 24), Col(say("sign"), "", 16), Col(say("sign_date"), "", 14),
    ])  # fmt: skip
    with doc.when("trace"):
        _trace(doc, say)


def _columns(say: Say, item: str, columns: Columns) -> list[Col]:
    """Columns from (heading key, attribute, share, alignment)."""
    return [Col(say(head), f"{{{{ {item}.{name} }}}}", share, align) for head, name, share, align in columns]  # type: ignore[arg-type]


def _optional(doc: Builder, *names: str) -> None:
    for name in names:
        with doc.when(name):
            doc.para(f"{{{{ {name} }}}}")


def _background(doc: Builder, say: Say) -> None:
    doc.h1(say("background"))
    doc.finding("{{ background.finding }}")
    _optional(doc, "background.background")
    doc.table(say("problems_caption"), "problems", "item in background.problems", _columns(say, "item", [
        ("number", "number", 9, "code"), ("issue", "issue", 45, "text"), ("roots", "roots", 46, "text"),
    ]))  # fmt: skip
    _optional(doc, "background.goals_lead")
    doc.table(say("goals_caption"), "goals", "goal in background.goals", _columns(say, "goal", [
        ("number", "number", 8, "code"), ("goal_kind", "kind", 11, "code"), ("goal", "description", 31, "text"),
        ("indicator", "indicator", 15, "text"), ("baseline", "baseline", 13, "number"),
        ("target", "target", 13, "number"), ("due", "due", 13, "code"),
    ]))  # fmt: skip


def _measures(doc: Builder, say: Say) -> None:
    doc.h1(say("measures"))
    doc.finding("{{ measures.finding }}")
    doc.h2(say("by_root"))
    doc.para("{{ measures.ecrs }}{{ measures.cover_lead }}{{ measures.lead }}")
    doc.table(say("cover_caption"), "cover", "item in measures.cover", _columns(say, "item", [
        ("number", "number", 9, "code"), ("root", "root", 49, "text"), ("measure", "measures", 42, "text"),
    ]))  # fmt: skip
    with doc.landscape():
        doc.table(say("measures_caption"), "measures", "item in measures.measures", _columns(say, "item", [
            ("number", "number", 5, "code"), ("measure", "name", 10, "text"), ("content", "content", 22, "text"),
            ("roots", "roots", 5, "code"), ("ecrs", "ecrs", 6, "code"), ("post", "post", 13, "text"),
            ("acceptance", "acceptance", 12, "text"), ("trial", "trial", 7, "code"), ("effect", "effect", 10, "text"),
            ("basis", "basis", 16, "text"),
        ]))  # fmt: skip
    for name in ("quick", "trials", "dropped"):
        text = "measures.quick" if name == "quick" else f"measures.{name}_finding"
        with doc.when(text):
            doc.h2(say(name))
            doc.para(f"{{{{ {text} }}}}{{{{ measures.trials_lead }}}}" if name == "trials" else f"{{{{ {text} }}}}")
            if name == "trials":
                doc.table(say("trials_caption"), "trials", "item in measures.trials", _columns(say, "item", [
                    ("measure", "measure", 30, "text"), ("indicator", "indicator", 17, "text"),
                    ("before", "before", 13, "number"), ("after", "after", 13, "number"),
                    ("change", "change", 16, "number"), ("result", "result", 11, "code"),
                ]))  # fmt: skip
            if name == "dropped":
                doc.table(say("dropped_caption"), "dropped", "item in measures.dropped", _columns(say, "item", [
                    ("measure", "measure", 28, "text"), ("root", "roots", 13, "code"), ("trial", "trial", 11, "code"),
                    ("reason", "reason", 46, "text"),
                ]))  # fmt: skip


def _flow(doc: Builder, say: Say) -> None:
    doc.h1(say("flow"))
    doc.finding("{{ flow.finding }}")
    with doc.each("option in flow.options"):
        with doc.when("option.heading"):
            doc.h2("{{ option.heading }}")
            doc.para("{{ option.finding }}")
        doc.para("{{ option.lead }}{{ option.chart_lead }}{{ option.flow_lead }}{{ option.changes_text }}")
        doc.table(say("flow_figures_caption"), "flow_figures", "item in option.figures", _columns(say, "item", [
            ("figure_name", "name", 34, "text"), ("now", "before", 22, "number"), ("to_be", "after", 24, "number"),
            ("change", "change", 20, "number"),
        ]))  # fmt: skip
        with doc.when("option.basis"):
            doc.note("{{ option.basis }}")
        doc.figure("option.chart")
        doc.figure("option.flow")
        with doc.when("option.flow"):
            doc.note("{{ option.flow_note }}")
        _optional(doc, "option.caution")
        with doc.landscape():
            doc.table(say("changes_caption"), "changes", "item in option.changes", _columns(say, "item", [
                ("to_be_step", "step", 18, "text"), ("kind_of_change", "change", 10, "code"),
                ("origin", "origin", 18, "text"), ("detail", "detail", 44, "text"), ("by_measures", "measures", 10, "code"),
            ]))  # fmt: skip
            doc.table(say("steps_caption"), "to_be_steps", "step in option.steps", _columns(say, "step", [
                ("number", "number", 6, "code"), ("step", "name", 14, "text"), ("kind", "kind", 6, "code"),
                ("post", "post", 12, "text"), ("touch", "touch", 8, "number"), ("wait", "wait", 8, "number"),
                ("inputs", "inputs", 13, "text"), ("outputs", "outputs", 12, "text"), ("system", "system", 12, "text"),
                ("by_measures", "measures", 9, "code"),
            ]))  # fmt: skip


def _delivery(doc: Builder, say: Say) -> None:
    with doc.when("duties"):
        doc.h2(say("duties"))
        doc.finding("{{ duties.finding }}")
        doc.para("{{ duties.lead }}")
        doc.table(say("duties_caption"), "duties", "item in duties.rows", _columns(say, "item", [
            ("matter", "matter", 30, "text"), ("old_post", "old", 20, "text"), ("new_post", "new", 20, "text"),
            ("note", "note", 30, "text"),
        ]))  # fmt: skip
    with doc.when("tools"):
        doc.h2(say("tools"))
        doc.finding("{{ tools.finding }}")
        doc.table(say("tools_caption"), "tools", "item in tools.rows", _columns(say, "item", [
            ("number", "number", 8, "code"), ("tool", "name", 14, "text"), ("use", "use", 19, "text"),
            ("requirement", "requirement", 20, "text"), ("by_measures", "measures", 8, "code"),
            ("budget", "budget", 11, "number"), ("provider", "provider", 9, "text"), ("tool_due", "due", 12, "code"),
        ]))  # fmt: skip
    with doc.when("schedule"):
        doc.h2(say("schedule"))
        doc.finding("{{ schedule.finding }}")
        doc.para("{{ schedule.lead }}")
        doc.figure("schedule.chart")
        doc.table(say("tasks_caption"), "tasks", "item in schedule.rows", _columns(say, "item", [
            ("number", "number", 7, "code"), ("task", "name", 22, "text"), ("by_measures", "measures", 10, "code"),
            ("post", "post", 14, "text"), ("start", "start", 12, "code"), ("finish", "finish", 12, "code"),
            ("predecessor", "after", 9, "code"), ("output", "output", 14, "text"),
        ]))  # fmt: skip


def _resources(doc: Builder, say: Say) -> None:
    with doc.when("budget"):
        doc.h2(say("resources"))
        doc.finding("{{ budget.finding }}")
        doc.para("{{ budget.costs_lead }}{{ budget.posts_lead }}")
        doc.table(say("costs_caption"), "costs", "item in budget.costs", _columns(say, "item", [
            ("number", "number", 9, "code"), ("measure", "name", 43, "text"), ("investment", "investment", 18, "number"),
            ("running", "running", 17, "number"), ("days", "days", 13, "number"),
        ]))  # fmt: skip
        with doc.when("budget.costs"):
            doc.note("{{ budget.costs_note }}")
        doc.table(say("posts_caption"), "posts", "item in budget.posts", _columns(say, "item", [
            ("post", "post", 30, "text"), ("measure", "measures", 35, "text"), ("task_number", "tasks", 17, "number"),
            ("days", "days", 18, "number"),
        ]))  # fmt: skip
    with doc.when("risks"):
        doc.h2(say("risks"))
        doc.finding("{{ risks.finding }}")
        doc.table(say("risks_caption"), "risks", "item in risks.rows", _columns(say, "item", [
            ("number", "number", 8, "code"), ("risk", "name", 27, "text"), ("rating", "rating", 14, "code"),
            ("level", "level", 8, "number"), ("answer", "answer", 29, "text"), ("post", "post", 14, "text"),
        ]))  # fmt: skip
        with doc.when("risks.note"):
            doc.note("{{ risks.note }}")


def _value(doc: Builder, say: Say) -> None:
    with doc.when("benefit"):
        doc.h2(say("benefit"))
        doc.finding("{{ benefit.finding }}")
        _optional(doc, "benefit.open")
        doc.table(say("benefit_caption"), "benefit", "item in benefit.rows", _columns(say, "item", [
            ("number", "number", 7, "code"), ("indicator", "indicator", 14, "text"), ("baseline", "before", 13, "number"),
            ("promised", "after", 13, "number"), ("kind_of_value", "kind", 8, "code"), ("ratio", "ratio", 16, "number"),
            ("target", "target", 12, "number"), ("attained", "attained", 9, "number"), ("measure", "measure", 8, "code"),
        ]))  # fmt: skip
        with doc.when("benefit.note"):
            doc.note("{{ benefit.note }}")
    with doc.when("alternatives"):
        doc.h2(say("alternatives"))
        doc.finding("{{ alternatives.finding }}")
        with doc.landscape():
            doc.table(say("alternatives_caption"), "alternatives", "item in alternatives.rows", _columns(say, "item", [
                ("alternative", "name", 14, "text"), ("description", "description", 18, "text"),
                ("measure", "measures", 14, "code"), ("roots", "roots", 13, "code"),
                ("investment", "investment", 8, "number"), ("running", "running", 8, "number"), ("days", "days", 6, "number"),
                ("lead", "lead", 9, "number"), ("total", "total", 7, "number"), ("rank", "rank", 5, "number"),
            ]))  # fmt: skip
            with doc.when("alternatives.note"):
                doc.note("{{ alternatives.note }}")


def _trace(doc: Builder, say: Say) -> None:
    doc.annex(say("annex_trace"))
    with doc.landscape():
        doc.para("{{ trace_lead }}")
        doc.table(say("trace_caption"), "trace", "item in trace", _columns(say, "item", [
            ("steps", "steps", 9, "code"), ("evidence", "evidence", 14, "text"), ("trace_issue", "issue", 18, "text"),
            ("cause", "cause", 10, "code"), ("root", "root", 18, "text"), ("measure", "measure", 15, "text"),
            ("trace_alternatives", "alternatives", 8, "code"), ("trace_total", "total", 8, "number"),
        ]))  # fmt: skip
