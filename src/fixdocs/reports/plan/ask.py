"""提请决策事项: what management is asked to decide, with the money, people, dates and owner it means."""

from __future__ import annotations

from ...analysis.claims import money as sums
from ...analysis.claims import plan as claims
from ...analysis.claims.adoption import before_approval
from ...analysis.claims.alternatives import below
from ...analysis.claims.asked import of_dates
from ...analysis.conditions import conditions
from ...analysis.facts import Count
from ...schema.choices import YesNo
from ..shared.anonymous import telling
from ..shared.decision import AskLine
from ..shared.texts import bare
from .base import PlanWriter
from .changes import ChangeWriter
from .delivery import DeliveryWriter
from .flow import ToBeWriter
from .value import ValueWriter


class AskWriter(PlanWriter):
    """Writes the box."""

    def finding(self) -> str:
        """What is asked, in a sentence."""
        terms = self._terms()
        if self.plan.chosen is not None:
            text = self.say("ask_chosen", name=self.alternative(self.plan.chosen), terms=terms)
        elif self.undecided:
            text = self.say("ask_choose", n=self._alternatives(), terms=terms)
        else:
            text = self.say("ask_all", n=self.count("measures"), terms=terms)
        return text + (self.say("ask_missing") if self._missing() else "") + self.stop

    def _alternatives(self) -> Count:
        return self.tell("alternatives", self.plan.alternatives, "alternatives", "id")

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
            ("conditions", self.stacked(conditions(self.project.decision))),
            ("open", self.clauses(self._missing())),
            ("caution", self._caution()),
            ("dissent", self._dissent()),
            ("risk", delivery.gravest()),
            ("owner", self.info.leader or ""),
            ("approver", self.info.approver or ""),
        )
        return tuple(AskLine(self.say(f"label_{key}"), text) for key, text in held if text)

    def _what(self) -> str:
        if self.plan.chosen is not None:
            text = self.say("what_chosen", name=self.full(self.plan.chosen), n=self.count("measures"))
            return self.clauses([text, *self._below()])
        if self.undecided:
            return self.say("what_choose", names=self.form.join(self.full(a) for a in self.plan.alternatives[:5]))
        return self.say("what_all", n=self.count("measures"), names=self.measures_named(self.plan.included))

    def _below(self) -> list[str]:
        """That another alternative has the higher total, and what was given as the reason."""
        decision = self.project.decision
        made = below(self.findings.scoring, decision)
        if made is None:
            return []
        reason = self.form.text(decision.reason) if decision else None
        if telling(self.project, reason):
            reason = None  # the evaluation report gives it without the reviewer
        return [bare(self.claim(made)), *([self.say("what_reason", reason=bare(reason))] if reason else [])]

    def _money(self) -> str:
        """The sums; before the choice from the least to the most an alternative asks for."""
        if not self.undecided:
            held = self.plan.money
            once = sums.one_off(held) if held.one_off.tools else sums.investment(held)
            made = (once, sums.running(held), sums.saving(held), sums.uncounted(held), sums.payback(held))
            return self.clauses(bare(text) for text in map(self.claim, made) if text)
        held_of = [held.one_off for _, held in self.plan.money_of]
        lows, highs = ([v for v in values if v is not None] for values in
                       ([o.low for o in held_of], [o.high for o in held_of]))  # fmt: skip
        if not lows:
            return ""
        part = "" if all(held.whole("investment") for _, held in self.plan.money_of) else self.say("money_part")
        if min(lows) == max(highs):
            return self.say("money_single", low=min(lows)) + part
        key = "money_range" if all(o.single for o in held_of if o.low is not None) else "money_range_tools"
        return self.say(key, low=min(lows), high=max(highs)) + part

    def _people(self) -> str:
        posts = list(dict.fromkeys(m.post.strip() for m in self.plan.pooled or self.plan.included))
        more = list(dict.fromkeys(post for t in self.plan.tasks if (post := t.post.strip()) not in posts))
        if self.undecided:
            every = self.say("people_apart", posts=self.few([*posts, *more]))
            return self.phrases([self.claim(claims.dayless(self.plan)), every])
        days = self.claim(sums.days(self.plan.money)) or self.claim(claims.dayless(self.plan))
        text = self.say("people", days=days, posts=self.few(posts))
        return text + (self.say("people_tasks", posts=self.few(more)) if more else "")

    def _dates(self) -> str:
        if self.plan.period is None:
            return ""
        period = self.form.period(*self.plan.period)
        late = [bare(self.claim(made)) for made in of_dates(self.plan, self.project) if made]
        return self.clauses([self.say("dates_apart", period=period) if self.plan.apart else period, *late])

    def _benefit(self, value: ValueWriter) -> str:
        if any(b.after is not None for b in self.plan.benefits):
            return value.benefit_finding(reconciled=False)
        flow = ToBeWriter(self.findings, self.words)
        shown = flow.shown()
        if len(shown) != 1 or not shown[0].flow.lead:
            return ""
        void = flow.void(shown[0])
        return self.claim(void) if void and void.key == "change.failed_all" else flow.finding(shown[0])

    def _dissent(self) -> str:
        """What the minute says; where the scoring was anonymous only that there is something: it may name people."""
        decision = self.project.decision
        if decision is None or not decision.dissent:
            return ""
        return self.say("dissent_kept") if self.info.anonymous is YesNo.YES else bare(decision.dissent)

    def _caution(self) -> str:
        """The steps that law or internal control asks for and that the plan drops or lets cases go round."""
        shown = ToBeWriter(self.findings, self.words).shown()
        return ChangeWriter(self.findings, self.words).caution(shown[0].diff) if len(shown) == 1 else ""

    def _missing(self) -> list[str]:
        """What has to be settled before there is anything to approve."""
        made = before_approval(self.plan, self.findings.scoring, self.project, self.findings.chain)
        return [bare(self.claim(each)) for each in made]
