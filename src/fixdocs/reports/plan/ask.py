"""提请决策事项: what management is asked to decide, with the money, people, dates and owner it means."""

from __future__ import annotations

from ...analysis.conditions import conditions
from ...schema.choices import YesNo
from ..shared.decision import AskLine
from ..shared.texts import bare
from .base import PlanWriter
from .delivery import DeliveryWriter
from .flow import ToBeWriter
from .value import ValueWriter


class AskWriter(PlanWriter):
    """Writes the box."""

    def finding(self) -> str:
        """What is asked, in a sentence."""
        terms = self._terms()
        if self.plan.chosen is not None:
            return self.say("ask_chosen", name=self.alternative(self.plan.chosen), terms=terms)
        if self.undecided:
            return self.say("ask_choose", n=len(self.plan.alternatives), terms=terms)
        return self.say("ask_all", n=len(self.plan.included), terms=terms)

    def _terms(self) -> str:
        """What the box holds to agree to: money, people, dates."""
        held = (("money", self._money()), ("people", self._people()),
                ("dates", self._dates()))  # fmt: skip
        names = [self.say(f"term_{key}") for key, text in held if text]
        return self.say("term_joint").join(part for part in (self.form.join(names[:-1]), names[-1]) if part)

    def box(self) -> tuple[AskLine, ...]:
        """What, money, people, dates, benefit, conditions, risks, owner; a line without a value is left out."""
        findings, words = self.findings, self.words
        value, delivery = ValueWriter(findings, words), DeliveryWriter(findings, words)
        held = (
            ("ask", self._what()),
            ("money", self._money()),
            ("people", self._people()),
            ("dates", self._dates()),
            ("benefit", self._benefit(value)),
            ("conditions", self._conditions()),
            ("dissent", self._dissent()),
            ("risk", delivery.risk_finding()),
            ("owner", self.info.leader or ""),
            ("approver", self.info.approver or ""),
        )
        return tuple(AskLine(self.say(f"label_{key}"), text) for key, text in held if text)

    def _what(self) -> str:
        if self.plan.chosen is not None:
            return self.say("what_chosen", name=self.full(self.plan.chosen), n=len(self.plan.included))
        if self.undecided:
            return self.say("what_choose", names=self.form.join(self.full(a) for a in self.plan.alternatives[:5]))
        return self.say("what_all", n=len(self.plan.included), names=self.measures_named(self.plan.included))

    def _money(self) -> str:
        """The sums; before the choice from the least to the most an alternative asks for."""
        if not self.undecided:
            return self.phrases(self.costs(self.plan.money))
        sums = [held.investment for _, held in self.plan.money_of if held.investment is not None]
        if not sums:
            return ""
        if min(sums) == max(sums):
            return self.say("money_single", low=self.form.money(sums[0]))
        return self.say("money_range", low=self.form.money(min(sums)), high=self.form.money(max(sums)))

    def _people(self) -> str:
        posts = list(dict.fromkeys(m.post.strip() for m in self.plan.included))
        named = self.few(posts)
        days = self.plan.money.person_days
        if days and not self.undecided:
            return self.say("people", n=self.form.number(days), posts=named)
        return self.say("people_posts", posts=named)

    def _dates(self) -> str:
        tasks = self.plan.tasks
        if not tasks:
            return ""
        return self.form.period(min(t.start for t in tasks), max(t.finish for t in tasks))

    def _benefit(self, value: ValueWriter) -> str:
        if any(b.after is not None for b in self.plan.benefits):
            return value.benefit_finding()
        flow = ToBeWriter(self.findings, self.words)
        shown = flow.shown()
        timed = len(shown) == 1 and shown[0].flow.lead > 0
        return flow.finding(shown[0]) if timed else ""

    def _dissent(self) -> str:
        """What the minute says; where the scoring was anonymous only that there is something: it may name people."""
        decision = self.project.decision
        if decision is None or not decision.dissent:
            return ""
        return self.say("dissent_kept") if self.info.anonymous is YesNo.YES else bare(decision.dissent)

    def _conditions(self) -> str:
        return self.stacked(conditions(self.project.decision))
