"""Everything the reports speak of, computed once from a Project."""

from __future__ import annotations

from msgspec import Struct

from ..project import Project
from ..schema.improve import Alternative, ToBeStep
from . import answers, causes, chain, flow_diff, issues, plan, running, scoring, voices
from . import flow as flows
from . import options as own
from .consistency import ComplaintCounts, Consistency, complaint_counts, consistency
from .flow_gain import FlowGain, gain
from .futures import Future, futures
from .order import ordered
from .terms import Terms


class OptionFlow(Struct, frozen=True):
    """The to-be flow of one alternative, or (``alternative`` None) the one they all share.

    Its figures, its changes, and its figures beside the present ones; the latter two None without a present flow.
    """

    alternative: Alternative | None
    steps: tuple[ToBeStep, ...]
    flow: flows.FlowFindings
    diff: flow_diff.FlowDiff | None
    gain: FlowGain | None


class Findings(Struct, frozen=True):
    """All findings; a part is None (or empty) where the project has nothing for it. ``project`` is in order.

    ``options`` are the to-be flows, one an alternative that has its own; ``to_be`` and ``diff`` speak of the chosen
    alternative's, or of the one that all share. Flows that wait for a choice are never mixed: then both are None.
    ``satisfied`` are the indicators of satisfaction.
    """

    project: Project
    flow: flows.FlowFindings | None
    to_be: flows.FlowFindings | None
    diff: flow_diff.FlowDiff | None
    options: tuple[OptionFlow, ...]
    coverage: tuple[voices.Coverage, ...]
    indicators: tuple[running.IndicatorFindings, ...]
    tickets: running.TicketFindings | None
    log: running.LogFindings | None
    classes: running.Classes | None
    interviews: voices.InterviewFindings | None
    questionnaire: answers.QuestionnaireFindings | None
    satisfied: tuple[running.IndicatorFindings, ...]
    observations: voices.ObservationFindings | None
    consistency: tuple[Consistency, ...]
    complaint_counts: tuple[ComplaintCounts, ...]
    futures: tuple[Future, ...]
    issues: issues.IssueFindings | None
    causes: causes.CauseFindings | None
    chain: chain.Links
    plan: plan.PlanFindings | None
    scoring: scoring.ScoringFindings | None


def analyse(project: Project, terms: Terms | None = None) -> Findings:
    """Compute all findings; without ``terms`` no indicator is taken for the lead time and no class for the rest."""
    terms, project = terms or Terms(), ordered(project)
    info = project.info
    hours, begin, end = (info.hours_per_day, info.data_from, info.data_to) if info else (8.0, None, None)
    present = flows.analyse(project.steps, hours)
    tickets = running.tickets(project.tickets, begin, end)
    classes = running.classes(project.complaints, tickets, terms.other)
    log = running.log(project.log, begin, end)
    indicators = tuple(f for row in project.indicators if (f := running.indicator(row)))
    rated = issues.of_project(project)
    links = chain.of_project(project, rated)
    planned = plan.analyse(project, links)
    options = _options(project, hours)
    meant = _meant(options, planned.chosen if planned else None)
    return Findings(
        project=project,
        flow=present,
        to_be=meant.flow if meant else None,
        diff=meant.diff if meant else None,
        options=options,
        coverage=voices.coverage(project.parties),
        indicators=indicators,
        tickets=tickets,
        log=log,
        classes=classes,
        interviews=voices.interviews(project.interviews),
        questionnaire=answers.questionnaire(project.questions, project.answers),
        satisfied=tuple(f for f in indicators if any(w in f.indicator.name.lower() for w in terms.satisfied)),
        observations=voices.observations(project.observations, hours),
        consistency=consistency(project, terms, present),
        complaint_counts=complaint_counts(project, classes, terms),
        futures=futures(
            planned.benefits if planned else (), meant.flow.lead if meant else None, hours, terms.lead, terms.units
        ),
        issues=rated,
        causes=causes.of_project(project, rated, links),
        chain=links,
        plan=planned,
        scoring=scoring.analyse(project.alternatives, project.reviewers, project.criteria, project.scores),
    )


def _options(project: Project, hours: float) -> tuple[OptionFlow, ...]:
    found = []
    for alternative, steps in own.flows(project):
        name = alternative.id if alternative else "to_be"
        diff = flow_diff.compare(project.steps, steps, hours, name)
        if figures := flows.analyse(steps, hours, name, lost=diff.lost if diff else ()):
            beside = gain(project.steps, steps, figures, hours, diff)
            found.append(OptionFlow(alternative, steps, figures, diff, beside))
    return tuple(found)


def _meant(options: tuple[OptionFlow, ...], chosen: Alternative | None) -> OptionFlow | None:
    """The flow the plan is about: the chosen alternative's; before the choice the one that all of them share."""
    if chosen is not None:
        return next((o for o in options if o.alternative in (None, chosen)), None)
    return options[0] if len(options) == 1 and options[0].alternative is None else None
