"""Everything the reports speak of, computed once from a Project."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from ..project import Project
from ..schema.improve import Alternative, ToBeStep
from . import causes, chain, flow_diff, issues, plan, running, scoring, voices
from . import flow as flows
from . import options as own
from .statistics import mean


class Consistency(Struct, frozen=True):
    """One comparison of durations: the sheet's lead time against another source, both in the same unit and clock.

    ``gap`` is (stated − computed) ÷ computed; ``wide`` where it is over 30 % either way.
    """

    source: str  # "indicator", "tickets" or "log"
    name: str  # the indicator's name, empty otherwise
    computed: float  # the flow's
    stated: float  # the other source's
    unit: str  # "workdays" or "days"
    gap: float
    wide: bool


class Terms(Struct, frozen=True):
    """Words of the data's language that analysis must know, from the catalogue.

    ``other`` are names of the class a Pareto chart puts last; ``lead`` are parts of the name of an indicator that
    states the whole flow's duration; ``units`` maps the words for working units to minutes (0: a working day).
    """

    other: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    units: Mapping[str, float] = field(default_factory=dict)


class OptionFlow(Struct, frozen=True):
    """The to-be flow of one alternative, or (``alternative`` None) the one they all share: its figures and changes."""

    alternative: Alternative | None
    steps: tuple[ToBeStep, ...]
    flow: flows.FlowFindings
    diff: flow_diff.FlowDiff | None


class Findings(Struct, frozen=True):
    """All findings; a part is None (or empty) where the project has nothing for it.

    ``options`` are the to-be flows, one an alternative that has its own; ``to_be`` and ``diff`` speak of the chosen
    alternative's, or of the one that all share. Flows that wait for a choice are never mixed: then both are None.
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
    interviews: voices.InterviewFindings | None
    questionnaire: voices.QuestionnaireFindings | None
    observations: voices.ObservationFindings | None
    consistency: tuple[Consistency, ...]
    issues: issues.IssueFindings | None
    causes: causes.CauseFindings | None
    chain: chain.Links
    plan: plan.PlanFindings | None
    scoring: scoring.ScoringFindings | None


def analyse(project: Project, terms: Terms | None = None) -> Findings:
    """Compute all findings; without ``terms`` no indicator is taken for the lead time and no class for the rest."""
    terms = terms or Terms()
    info = project.info
    hours = info.hours_per_day if info else 8.0
    begin, end = (info.data_from, info.data_to) if info else (None, None)
    present = flows.analyse(project.steps, hours)
    tickets = running.tickets(project.tickets, begin, end, terms.other)
    log = running.log(project.log, begin, end)
    indicators = tuple(f for row in project.indicators if (f := running.indicator(row)))
    rated = issues.of_project(project)
    planned = plan.analyse(project)
    chosen = planned.chosen if planned else None
    options = _options(project, hours)
    meant = _meant(options, chosen)
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
        interviews=voices.interviews(project.interviews),
        questionnaire=voices.questionnaire(project.questions, project.answers),
        observations=voices.observations(project.observations, hours),
        consistency=consistency(project, terms, present),
        issues=rated,
        causes=causes.analyse(rated, project.five_w, project.causes, project.chains, project.roots),
        chain=chain.of_project(project),
        plan=planned,
        scoring=scoring.analyse(project.alternatives, project.reviewers, project.criteria, project.scores),
    )


def _options(project: Project, hours: float) -> tuple[OptionFlow, ...]:
    found = []
    for alternative, steps in own.flows(project):
        if figures := flows.analyse(steps, hours):
            found.append(OptionFlow(alternative, steps, figures, flow_diff.compare(project.steps, steps, hours)))
    return tuple(found)


def _meant(options: tuple[OptionFlow, ...], chosen: Alternative | None) -> OptionFlow | None:
    """The flow the plan is about: the chosen alternative's; before the choice the one that all of them share."""
    if chosen is not None:
        return next((o for o in options if o.alternative in (None, chosen)), None)
    return options[0] if len(options) == 1 and options[0].alternative is None else None


WORKDAYS_SHARE = 5 / 7  # working days among calendar days


def consistency(
    project: Project, terms: Terms | None = None, present: flows.FlowFindings | None = None
) -> tuple[Consistency, ...]:
    """The flow's lead time against indicators of duration, tickets and log; ``present`` where it is known already.

    Calendar durations are compared in calendar days: working days × 7 ÷ 5, which the report says.
    """
    info = project.info
    hours = info.hours_per_day if info else 8.0
    present = present or flows.analyse(project.steps, hours)
    if present is None or present.lead <= 0:
        return ()
    days = present.lead / (60 * hours)
    calendar = days / WORKDAYS_SHARE + present.calendar / 1440
    found = []
    for row in project.indicators:
        stated = running.indicator(row)
        if stated and (value := _as_workdays(stated, hours, terms or Terms())) is not None:
            found.append(_compare("indicator", row.name, days, value, "workdays"))
    begin, end = (info.data_from, info.data_to) if info else (None, None)
    closing = running.closing_days(project.tickets, running.in_period(project.tickets, begin, end))
    for source, spans in (("tickets", closing), ("log", running.case_days(project.log))):
        if spans:
            found.append(_compare(source, "", calendar, mean(spans), "days"))
    return tuple(found)


def _as_workdays(found: running.IndicatorFindings, hours: float, terms: Terms) -> float | None:
    """The mean of an indicator of the whole flow's duration in working days; None for any other indicator."""
    name, unit = found.indicator.name.lower(), (found.indicator.unit or "").strip().lower()
    if unit not in terms.units or not any(word in name for word in terms.lead):
        return None
    return found.mean * (terms.units[unit] or 60.0 * hours) / (60.0 * hours)


def _compare(source: str, name: str, flow_value: float, other: float, unit: str) -> Consistency:
    gap = (other - flow_value) / flow_value
    return Consistency(source, name, flow_value, other, unit, gap, abs(gap) > 0.3)
