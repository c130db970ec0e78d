"""The outline of 《服务流程改进方案说明书》: what is to be decided, then everything it rests on."""

from __future__ import annotations

from collections.abc import Callable

from fixdocs.reports.plan.delivery import DutyLine, RiskLine, TaskLine, ToolLine
from fixdocs.reports.plan.flow import BeforeAfter, ChangeLine, ToBeLine
from fixdocs.reports.plan.measures import CoverLine, DroppedLine, MeasureLine
from fixdocs.reports.plan.report import ProblemLine
from fixdocs.reports.plan.trace import TraceLine
from fixdocs.reports.plan.trials import TrialLine
from fixdocs.reports.plan.value import BenefitLine, CostLine, PostWork
from fixdocs.reports.shared.decision import SignLine
from fixdocs.reports.shared.writer import GoalLine
from fixdocs.words import Words

from .builder import Builder, Col

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
        *doc.columns(SignLine, "item", layout="plan"),
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
    doc.rows(say("problems_caption"), "problems", "item in background.problems", ProblemLine)
    _optional(doc, "background.goals_lead")
    doc.rows(say("goals_caption"), "goals", "goal in background.goals", GoalLine, layout="plan")


def _measures(doc: Builder, say: Say) -> None:
    doc.h1(say("measures"))
    doc.finding("{{ measures.finding }}")
    doc.h2(say("by_root"))
    doc.para("{{ measures.ecrs }}{{ measures.cover_lead }}{{ measures.lead }}")
    doc.rows(say("cover_caption"), "cover", "item in measures.cover", CoverLine)
    for name in ("quick", "trials", "dropped"):
        text = "measures.quick" if name == "quick" else f"measures.{name}_finding"
        with doc.when(text):
            doc.h2(say(name))
            doc.para(f"{{{{ {text} }}}}{{{{ measures.trials_lead }}}}" if name == "trials" else f"{{{{ {text} }}}}")
            if name == "trials":
                doc.rows(say("trials_caption"), "trials", "item in measures.trials", TrialLine)
            if name == "dropped":
                doc.rows(say("dropped_caption"), "dropped", "item in measures.dropped", DroppedLine)
    with doc.when("measures.measures"):
        doc.h2(say("details"))
        doc.rows(say("measures_caption"), "measures", "item in measures.measures", MeasureLine, cells={
            "content": f"{{{{ item.name }}}}{say('colon')}{{{{ item.content }}}}",
        })  # fmt: skip


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
        doc.rows(say("flow_figures_caption"), "flow_figures", "item in option.figures", BeforeAfter)
        with doc.when("option.basis"):
            doc.note("{{ option.basis }}")
        doc.figure("option.chart")
        with doc.otherwise("option.heading"):
            _flowchart(doc)
        _optional(doc, "option.caution")
        doc.rows(say("changes_caption"), "changes", "item in option.changes", ChangeLine)
        doc.rows(say("steps_caption"), "to_be_steps", "step in option.steps", ToBeLine)
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
        doc.rows(say("duties_caption"), "duties", "item in duties.rows", DutyLine)
    with doc.when("tools"):
        doc.h2(say("tools"))
        doc.finding("{{ tools.finding }}")
        _optional(doc, "tools.lead")
        doc.rows(say("tools_caption"), "tools", "item in tools.rows", ToolLine)
    with doc.when("schedule"):
        doc.h2(say("schedule"))
        doc.finding("{{ schedule.finding }}")
        doc.para("{{ schedule.lead }}")
        doc.figure("schedule.chart")
        doc.rows(say("tasks_caption"), "tasks", "item in schedule.rows", TaskLine)


def _resources(doc: Builder, say: Say) -> None:
    with doc.when("budget"):
        doc.h2(say("resources"))
        doc.finding("{{ budget.finding }}")
        doc.para("{{ budget.costs_lead }}{{ budget.posts_lead }}")
        doc.rows(say("costs_caption"), "costs", "item in budget.costs", CostLine)
        with doc.when("budget.costs"):
            doc.note("{{ budget.costs_note }}")
        doc.rows(say("posts_caption"), "posts", "item in budget.posts", PostWork)
    with doc.when("risks"):
        doc.h2(say("risks"))
        doc.finding("{{ risks.finding }}")
        _optional(doc, "risks.lead")
        doc.rows(say("risks_caption"), "risks", "item in risks.rows", RiskLine)
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
        doc.rows(say("benefit_caption"), "benefit", "item in benefit.rows", BenefitLine)
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
        doc.rows(say("trace_caption"), "trace", "item in trace", TraceLine)
