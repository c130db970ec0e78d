"""Chapters 职责调整, 工具与系统需求, 实施计划, 风险与应对 and 会签栏."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from msgspec import Struct

from ...analysis.claim import Claim
from ...analysis.claims import money as sums
from ...analysis.claims import plan as claims
from ...analysis.claims import plan_open as gaps
from ...analysis.claims.asked import of_dates
from ...analysis.conditions import conditions
from ...analysis.facts import filled
from ...analysis.money import labelled
from ...schema.choices import YesNo
from ...schema.improve import Duty, Risk, Task, Tool
from ...word.inline import Prose, prose, ref
from ...word.printed import Printed
from ..shared.decision import SignLine
from ..shared.figures import Figure, figure
from ..shared.format import dashed
from ..shared.texts import bare, clipped
from .base import PlanWriter
from .flow import ToBeWriter

_TOOL = ("use", "requirement", "provider", "measures")  # what a sentence tells of a single row
_TASK = ("measures", "output")
_RISK = ("answer", "post")


class DutyLine(Struct, frozen=True):
    """A matter whose responsible post changes."""

    matter: Annotated[str, Printed(30)]
    old: Annotated[str, Printed(20)]
    new: Annotated[str, Printed(20)]
    note: Annotated[str, Printed(30)]


class ToolLine(Struct, frozen=True):
    """A tool or system that is needed."""

    number: Annotated[str, Printed(8, "code")]
    name: Annotated[str, Printed(14)]
    use: Annotated[str, Printed(19)]
    requirement: Annotated[str, Printed(20)]
    measures: Annotated[str, Printed(8, "code")]
    budget: Annotated[str, Printed(11, "number")]
    provider: Annotated[str, Printed(9)]
    due: Annotated[str, Printed(12, "code")]


class TaskLine(Struct, frozen=True):
    """A task of the schedule; a milestone has its mark."""

    number: Annotated[str, Printed(7, "code")]
    name: Annotated[str, Printed(22)]
    measures: Annotated[str, Printed(10, "code")]
    post: Annotated[str, Printed(14)]
    start: Annotated[str, Printed(12, "code")]
    finish: Annotated[str, Printed(12, "code")]
    after: Annotated[str, Printed(9, "code")]
    output: Annotated[str, Printed(14)]


class RiskLine(Struct, frozen=True):
    """A risk and its answer, the gravest first."""

    number: Annotated[str, Printed(8, "code")]
    name: Annotated[str, Printed(27)]
    rating: Annotated[str, Printed(14, "code")]
    level: Annotated[str, Printed(8, "number")]
    answer: Annotated[str, Printed(29)]
    post: Annotated[str, Printed(14)]


class DutyChapter(Struct, frozen=True):
    """The duties that change; a single one is told in the sentence."""

    finding: str | Prose
    rows: tuple[DutyLine, ...]


class ToolChapter(Struct, frozen=True):
    """The tools and systems that are needed; a single one is told in ``lead``."""

    finding: str | Prose
    lead: str
    rows: tuple[ToolLine, ...]


class ScheduleChapter(Struct, frozen=True):
    """The schedule; a single task is told in ``lead``."""

    finding: str
    lead: str | Prose
    chart: Figure | None
    rows: tuple[TaskLine, ...]


class RiskChapter(Struct, frozen=True):
    """The risks of resistance and of delivery, with their answers; a single one is told in ``lead``."""

    finding: str | Prose
    lead: str
    rows: tuple[RiskLine, ...]
    note: str


class DeliveryWriter(PlanWriter):
    """Writes the chapters."""

    def finding(self) -> str:
        """When, with what, and what changes: the sentence that opens the chapter; empty with a single section."""
        plan = self.plan
        kinds: tuple[claims.Kind, ...] = ("duties", "tools", "risks")
        counts = [(kind, self.count(kind)) for kind in kinds]
        asked = [self.claim(sums.investment(plan.money)), self.claim(sums.days(plan.money))]
        if sum(bool(n) for _, n in counts) + bool(plan.tasks) + any(asked) < 2:
            return ""
        parts = [] if self.undecided else [text for text in asked if text]
        if plan.period:
            key = "delivery_tasks_apart" if plan.apart else "delivery_tasks"
            parts.insert(0, self.say(key, period=self.form.period(*plan.period), n=self.count("tasks")))
        changes = [self.say(f"delivery_{key}", n=n) for key, n in counts if n]
        halves = [self.phrases(half) for half in (parts, changes) if half]
        return self.clauses(halves) + self.stop

    # Duties

    def duties(self) -> DutyChapter | None:
        """Who takes over what, and what stays as it is; None where nothing is filled."""
        rows, same = self.plan.duties, self.claim(gaps.unmoved(self.plan))
        if not rows:
            return DutyChapter(same, ()) if same else None
        if len(rows) == 1:
            return DutyChapter(self.sentences(self._duty_sentence(rows[0]), same), ())
        fresh = [d for d in rows if not d.old_post]
        taken = [d for d in rows if d.new_post]
        posts = self.say("duties_posts", posts=self.posts(taken, "new_post")) if taken else ""
        counted = self.say("duties", n=self.count("duties"), see=self.see("duties"))
        finding = self.phrases([counted, posts]) + self.stop
        if fresh:
            n = self.tell("new_duties", fresh, "duties", "old_post")
            finding += self.say("duties_new", n=n, names=self.listed([bare(d.matter) for d in fresh], 4))
        return DutyChapter(prose(self.sentences(finding, same)), tuple(map(self._duty, rows)))

    def _duty(self, duty: Duty) -> DutyLine:
        matter = self.where(duty.matter, duty.alternatives)
        new, note = self.form.text(duty.new_post), self.form.text(duty.note)
        return DutyLine(matter, dashed(self._old_post(duty)), dashed(new), dashed(note))

    def _old_post(self, duty: Duty) -> str | None:
        return self.form.text(duty.old_post) if duty.old_post else self.say("duty_none")

    def _duty_sentence(self, duty: Duty) -> str:
        matter, note = bare(self.where(duty.matter, duty.alternatives)), self.form.text(duty.note)
        text = self.say("duty_one", matter=matter, old=self._old_post(duty), new=self.form.text(duty.new_post))
        return text + (self.say("duty_note", note=bare(note)) if note else "")

    # Tools

    def tools(self) -> ToolChapter | None:
        """What has to be bought, built or configured; None where nothing is filled."""
        rows = self.plan.tools
        if not rows:
            return None
        n, see = self.count("tools"), self.see("tools") if len(rows) > 1 else ""
        finding = self.say("tools", n=n, see=see, names=self.form.join(clipped(t.name, 16) for t in rows))
        if len(rows) > 5:
            finding = self.say("tools_many", n=n, see=see)
        priced = self.claim(sums.budgets(self.plan.money) or gaps.unbudgeted(self.plan))
        finding = (
            self.phrases([finding, priced, self._due()])
            + self.stop
            + self.claimed(gaps.late_end(self.plan), gaps.late_task(self.plan))
        )
        lines = tuple(map(self._tool, rows))
        if len(lines) == 1:
            told = self._sentence("tool", self._tool_values(rows[0]), _TOOL)
            return ToolChapter(finding, told, ())
        return ToolChapter(prose(finding), "", lines)

    def _due(self) -> str:
        """By when the last of the tools is there, of those whose day is filled."""
        dated = [t for t in self.plan.tools if t.due]
        if not dated:
            return self.claim(gaps.undated(self.plan))
        undated = [t for t in self.plan.tools if not t.due]
        key = "tools_due_known" if undated else "tools_due" if len(dated) > 1 else "tools_due_one"
        text = self.say(key, day=self.form.long_date(max(t.due for t in dated if t.due)))
        missing = self.say("tools_undated", n=self.tell("undated", undated, "tools", "due")) if undated else ""
        return self.phrases([text, missing])

    def _sentence(self, kind: str, held: Mapping[str, str | None], names: Sequence[str]) -> str:
        """What is filled of a single row, as a sentence."""
        parts = self.particulars(kind, ((name, held[name]) for name in names))
        return self.clauses(parts) + self.stop if parts else ""

    def _tool(self, tool: Tool) -> ToolLine:
        held = {name: dashed(value) for name, value in self._tool_values(tool).items()}
        return ToolLine(number=tool.id, name=self.where(tool.name, tool.alternatives), **held)

    def _tool_values(self, tool: Tool) -> dict[str, str | None]:
        form = self.form
        return {
            "use": form.text(tool.use),
            "requirement": form.text(tool.requirement),
            "measures": self.keys(tool.measures, 1),
            "budget": form.number(labelled(tool, "budget")),
            "provider": form.text(tool.provider),
            "due": form.day(tool.due),
        }

    # Schedule

    def schedule(self) -> ScheduleChapter | None:
        """When what is done by whom; None without tasks."""
        tasks = self.plan.tasks
        if not tasks:
            return None
        if len(tasks) == 1:
            lead = self._sentence("task", self._task_values(tasks[0]), _TASK)
            return ScheduleChapter(self.schedule_finding() + self._gaps(), lead, None, ())
        chart = self._gantt(tasks)
        lead = self.say("schedule_lead", figure=ref("gantt"), table=ref("tasks")) if chart else ""
        finding = self.sentences(self.schedule_finding(), self._gaps())
        return ScheduleChapter(finding, prose(lead), chart, tuple(map(self._task, tasks)))

    def _gaps(self) -> str:
        """What the schedule leaves out, and whether it began before the decision."""
        plan = self.plan
        made = (gaps.untasked(plan), gaps.early(plan), gaps.overdue(plan), *of_dates(plan, self.project))
        return self.claimed(*made, self.unscheduled())

    def unscheduled(self) -> Claim | None:
        """The conditions of the decision that no task takes up."""
        held = conditions(self.project.decision) if self.plan.tasks else ()
        return gaps.conditions(self.plan, held)

    def schedule_finding(self) -> str:
        """From when to when, how many tasks, which milestones."""
        tasks = self.plan.tasks
        if self.plan.period is None:
            return ""
        period = self.form.period(*self.plan.period)
        if len(tasks) == 1:
            (task,) = tasks
            return self.say("schedule_one", period=period, name=bare(task.name), post=task.post)
        key = "schedule_apart" if self.plan.apart else "schedule"
        text = self.say(key, period=period, n=self.count("tasks"), posts=self.posts(tasks))
        marks = sorted((t for t in tasks if t.milestone is YesNo.YES), key=lambda t: (t.finish, t.id))
        if marks:
            n = self.tell("milestones", marks, "tasks", "milestone")
            names = self.form.join(
                self.say("milestone", name=clipped(t.name, 20), day=self.form.long_date(t.finish)) for t in marks[:5]
            )
            text += self.say("milestones" if len(marks) <= 5 else "milestones_many", n=n, names=names)
        return text

    def _task(self, task: Task) -> TaskLine:
        name = self.where(task.name, task.alternatives)
        if task.milestone is YesNo.YES:
            name = self.say("milestone_mark", name=name)
        held = {key: dashed(value) for key, value in self._task_values(task).items()}
        return TaskLine(number=task.id, name=name, **held)

    def _task_values(self, task: Task) -> dict[str, str | None]:
        form = self.form
        return {
            "measures": self.keys(task.measures, 1),
            "post": task.post,
            "start": form.day(task.start),
            "finish": form.day(task.finish),
            "after": self.keys(task.after, 1),
            "output": form.text(task.output),
        }

    def _gantt(self, tasks: tuple[Task, ...]) -> Figure | None:
        from ...diagrams import gantt

        shown = {t.id for t in tasks}
        rows = [
            gantt.Task(
                t.id, t.name, t.post, t.start, t.finish, t.milestone is YesNo.YES,
                tuple(key for key in t.after if key in shown), self._labels(t),
            )
            for t in tasks
            if t.start <= t.finish
        ]  # fmt: skip
        words = gantt.Words(**{
            name: self.say(f"gantt_{name}")
            for name in ("number", "name", "owner", "task", "milestone", "dependency", "day_off", "after", "part")
        })  # fmt: skip
        year, year_month, month, week, day = (
            self.say(f"gantt_date_{name}") for name in ("year", "year_month", "month", "week", "day")
        )
        dates = gantt.Calendar(year, year_month, month, week, day)
        assert self.plan.period is not None
        alt = self.say("gantt_alt", period=self.form.period(*self.plan.period), n=len(tasks))
        scenes = gantt.layout(rows, words, dates, name=self.say("gantt_caption"), alt=alt)
        return figure(self.words, "gantt", self.say("gantt_caption"), scenes)

    def _labels(self, task: Task) -> tuple[str, ...]:
        if task.milestone is YesNo.YES or task.start == task.finish:
            return (self.say("gantt_day", m=task.finish.month, d=task.finish.day),)
        pair = self.say("gantt_span", m1=task.start.month, d1=task.start.day, m2=task.finish.month, d2=task.finish.day)
        return (pair,)

    # Risks

    def risks(self) -> RiskChapter | None:
        """What may go wrong and what is done about it; None where nothing is filled."""
        rows = self._risks()
        if not rows:
            return None
        lines = tuple(map(self._risk, rows))
        if len(lines) == 1:
            told = self._sentence("risk", {"answer": rows[0].answer, "post": self.form.text(rows[0].post)}, _RISK)
            return RiskChapter(self.risk_finding(), told, (), "")
        rated = any(claims.level(risk) for risk in rows)
        note = self.say("risk_note") if rated else ""
        return RiskChapter(prose(self.risk_finding(self.see("risks"))), "", lines, note)

    def _risks(self) -> list[Risk]:
        return sorted(self.plan.risks, key=lambda risk: -(claims.level(risk) or 0))

    def risk_finding(self, see: str = "") -> str:
        """How many risks (``see`` leads to their table), the gravest, and those without rating or owner."""
        return self.sentences(self.gravest(see), self.claimed(claims.unrated(self.plan), gaps.unowned(self.plan)))

    def gravest(self, see: str = "") -> str:
        """How many risks, and the gravest."""
        rows = self._risks()
        if not rows:
            return ""
        if len(rows) == 1:
            level = claims.level(rows[0])
            rating = self.say("risk_rated", rating=self._rating(rows[0]), level=level) if level else ""
            return self.say("risk_one", name=bare(clipped(rows[0].name, 60)), rating=rating)
        return self.sentences(self.say("risks", n=self.count("risks"), see=see), self.claim(claims.gravest(self.plan)))

    def _risk(self, risk: Risk) -> RiskLine:
        level = claims.level(risk)
        rating = self._rating(risk) if level else None
        return RiskLine(
            risk.id, self.where(risk.name, risk.alternatives), dashed(rating),
            dashed(self.form.fact(level)), risk.answer, dashed(self.form.text(risk.post)),
        )  # fmt: skip

    def _rating(self, risk: Risk) -> str:
        likelihood, impact = (filled(risk, name, unit="count") for name in ("likelihood", "impact"))
        return self.say("risk_rating", likelihood=likelihood, impact=impact)

    # Signatures

    def signers(self) -> tuple[SignLine, ...]:
        """Who signs: the posts the plan concerns, those who lose a step too, then leader, reviewer and approver."""
        info = self.info
        named = (("leader", info.leader), ("reviewer", info.reviewer), ("approver", info.approver))
        people = [SignLine(self.say(f"role_{key}"), name) for key, name in named if name]
        carriers = [SignLine(self.say("role_post", post=post), "") for post in self._concerned()]
        return (*carriers, *people)

    def _concerned(self) -> tuple[str, ...]:
        """The posts of measures, tasks and duties, and of the steps that are eliminated."""
        shown = ToBeWriter(self.findings, self.words).shown()
        diff = shown[0].diff if len(shown) == 1 else None
        lost = [step.post.strip() for change in (diff.removed if diff else ()) for step in change.origins if step.post]
        return tuple(dict.fromkeys([*self.plan.posts, *lost]))
