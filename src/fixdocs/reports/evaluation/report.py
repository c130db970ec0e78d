"""Findings → the context of 《方案评估报告》: what is to be decided, then why the scores say so and how firmly."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from ...analysis.findings import Findings
from ...word.grid import Grid
from ...word.inline import Prose, prose
from ...words import Words
from ..shared.figures import Figure
from ..shared.format import dashed
from ..shared.front import Front, KeyFigure, KeyFigures, Point, Summary, front, points
from .decision import AskLine, DecisionWriter, FollowLine, SignLine
from .firmness import FirmnessWriter, SwitchLine
from .panel import AnchorLine, PanelWriter, StandardWriter
from .scores import CriterionScoreLine, ScoreWriter
from .texts import Texts


class EvaluationContext(Struct, frozen=True):
    """Every name the template of the evaluation report may use."""

    front: Front
    summary: Summary
    ask_finding: str
    asks: tuple[AskLine, ...]
    panel_finding: str
    composition: str
    panel_lead: str | Prose
    panel: Grid | None
    alternatives_finding: str | Prose
    alternatives: Grid | None
    criteria_finding: str
    criteria: Grid | None
    conversion: str | Prose
    anchors: tuple[AnchorLine, ...]
    finding: str
    exceptions: str
    totals_lead: str | Prose
    contributions: Figure | None
    totals: Grid | None
    criterion_finding: str
    criterion_lead: str | Prose
    criterion_chart: Figure | None
    criterion_scores: tuple[CriterionScoreLine, ...]
    criterion_note: str
    spread: str
    reviewer_lead: str | Prose
    reviewer_totals: Grid | None
    incomplete: str
    agreement: str
    concordance: str | Prose
    sensitivity: str
    sensitivity_lead: str | Prose
    switches: tuple[SwitchLine, ...]
    comments_finding: str | Prose
    comments: Grid | None
    decision_finding: str
    conditions: tuple[Point, ...]
    dissent: str
    follow: tuple[Point, ...]
    follow_tasks: tuple[FollowLine, ...]
    signers: tuple[SignLine, ...]
    raw_lead: str
    raw_scores: Grid | None
    total_formula: str
    kendall: str | Prose
    ranks: Grid | None
    switching: str


def context(findings: Findings, words: Words, *, draft: bool = False) -> EvaluationContext:
    """The context; needs the form, alternatives, criteria and a score."""
    return _Composer(Texts(findings, words)).context(draft)


class _Composer:
    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.found, self.words, self.form, self.say = texts.found, texts.words, texts.form, texts.say
        self.panel, self.standard = PanelWriter(texts), StandardWriter(texts)
        self.scores, self.firmness, self.decision = ScoreWriter(texts), FirmnessWriter(texts), DecisionWriter(texts)

    def context(self, draft: bool) -> EvaluationContext:
        decision = self.decision
        agreement = self.firmness.agreement()
        sensitivity = self.firmness.sensitivity()
        return EvaluationContext(
            front=front(self.texts.project, self.words, self.words.say("reports.evaluation"), draft=draft),
            summary=Summary(self._key_figures(), points(self._summary(agreement, sensitivity))),
            ask_finding=decision.ask_finding(),
            asks=decision.asks(self.scores.finding() + decision.departs(), self.firmness.brief() + sensitivity),
            agreement=agreement,
            sensitivity=sensitivity + self.firmness.firm(),
            comments_finding=prose(decision.comments_finding()),
            comments=decision.comments(),
            decision_finding=decision.finding() + decision.warnings(),
            conditions=decision.condition_points(),
            dissent=decision.dissent(),
            follow=decision.follow(),
            follow_tasks=decision.follow_tasks(),
            signers=decision.signers(),
            **self._ground(),
            **self._results(),
            **self._firmness(),
        )

    def _ground(self) -> dict[str, Any]:
        """The panel, the alternatives and the standard."""
        panel, standard = self.panel, self.standard
        return {
            "panel_finding": panel.finding() + panel.meeting(),
            "composition": panel.composition(),
            "panel_lead": prose(panel.weights() + panel.lead()),
            "panel": panel.table(),
            "alternatives_finding": prose(standard.alternatives_finding() + standard.reserves()),
            "alternatives": standard.alternatives(),
            "criteria_finding": standard.criteria_finding(),
            "criteria": standard.criteria(),
            "conversion": prose(standard.conversion() + standard.vetoes() + standard.criteria_lead()),
            "anchors": standard.anchors(),
        }

    def _results(self) -> dict[str, Any]:
        """Totals, scores by criterion and by reviewer."""
        scores = self.scores
        return {
            "finding": scores.finding() + scores.why(),
            "exceptions": scores.rounding() + scores.exceptions() + scores.unvetoed() + scores.shorts(),
            "totals_lead": prose(scores.lead()),
            "contributions": scores.contributions(),
            "totals": scores.totals(),
            "criterion_finding": scores.by_criterion(),
            "criterion_lead": prose(scores.criterion_lead()),
            "criterion_chart": scores.criterion_chart(),
            "criterion_scores": scores.criterion_lines(),
            "criterion_note": scores.criterion_note(),
            "spread": scores.spread(),
            "reviewer_lead": prose(scores.reviewer_lead()),
            "reviewer_totals": scores.reviewers(),
            "incomplete": scores.incomplete(),
            "raw_lead": scores.raw_lead(),
            "raw_scores": scores.raw(),
        }

    def _firmness(self) -> dict[str, Any]:
        """Agreement, sensitivity and the formulas of the annex."""
        firmness = self.firmness
        return {
            "concordance": prose(firmness.concordance()),
            "sensitivity_lead": prose(firmness.sensitivity_lead()),
            "switches": firmness.switches(),
            "total_formula": firmness.total_formula(),
            "kendall": prose(firmness.kendall()),
            "ranks": firmness.ranks(),
            "switching": firmness.switching(),
        }

    def _key_figures(self) -> KeyFigures:
        texts, found, fact = self.texts, self.found, self.form.fact
        figures = []
        if texts.top:
            keys = texts.tags(s.alternative.id for s in texts.top)
            note = keys if texts.winner else self.say("key_tied", names=keys)
            label = self.say("key_total" if len(texts.ranked) > 1 else "key_total_only")
            figures.append(KeyFigure(dashed(fact(texts.top[0].total)), label, note))
        if texts.winner is not None and len(texts.ranked) > 1:
            second = [s for s in texts.ranked if s.rank == texts.ranked[1].rank]
            over = self.say("key_over", name=self.form.join(s.alternative.id for s in second))
            figures.append(KeyFigure(fact(found.lead(texts.winner, second[0])), self.say("key_lead"), over))
        if found.favourite is not None and len(found.present) > 1:
            value = self.say("of", part=found.favourite.first_choices, whole=found.agreement.complete)
            label = self.say("key_first", name=texts.tag(found.favourite.alternative.id))
            figures.append(KeyFigure(value, label, self.say("key_complete")))
        if len(texts.project.reviewers) > 1:
            value = self.say("of", part=found.ballot.scored, whole=found.ballot.invited)
            figures.append(KeyFigure(value, self.say("key_panel"), self.say("key_scored")))
        return KeyFigures(tuple(figures))

    def _summary(self, agreement: str, sensitivity: str) -> list[str]:
        scores, decision = self.scores, self.decision
        return [
            scores.finding() + scores.why(),
            agreement,
            sensitivity,
            scores.exceptions(),
            self.panel.finding() if len(self.found.present) < len(self.texts.project.reviewers) else "",
            decision.finding() + decision.warnings() + decision.attached(),
        ]


__all__ = ["EvaluationContext", "context"]
