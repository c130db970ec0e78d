"""Chapter 改进措施: what is to be done about each root cause, how it was tried, what is left out and why."""

from __future__ import annotations

from typing import Annotated, Final

from msgspec import Struct

from ...analysis.claims import causes
from ...analysis.claims import plan as claims
from ...analysis.claims import plan_open as gaps
from ...analysis.facts import Count
from ...schema.choices import Adoption, Ecrs, Principle, Trial
from ...schema.improve import Measure
from ...word.inline import Prose, prose, ref
from ...word.printed import Printed
from ..shared.format import dashed
from ..shared.texts import bare, clipped
from .base import PlanWriter
from .trials import TrialLine, TrialWriter


class MeasureLine(Struct, frozen=True):
    """A measure in full. ``partners`` may be empty; ``trial`` is the result alone."""

    number: Annotated[str, Printed(7, "code")]
    name: str
    content: Annotated[str, Printed(31)]
    ecrs: str
    roots_ecrs: Annotated[str, Printed(9, "code")]
    principles: str
    post: Annotated[str, Printed(14)]
    acceptance: Annotated[str, Printed(14)]
    roots: str
    goals: str
    trial: str
    effect: Annotated[str, Printed(12)]
    basis: Annotated[str, Printed(15)]


_ONE = ("roots", "post", "ecrs", "acceptance", "trial", "effect", "basis")  # what a single measure's sentence tells
_FEW: Final = 4  # keys told in an aside


class CoverLine(Struct, frozen=True):
    """A root cause in the overview: the measures that answer it by number and name."""

    number: Annotated[str, Printed(9, "code")]
    root: Annotated[str, Printed(49)]
    measures: Annotated[str, Printed(42)]


class DroppedLine(Struct, frozen=True):
    """A measure that is not adopted, and why."""

    measure: Annotated[str, Printed(28)]
    roots: Annotated[str, Printed(13, "code")]
    trial: Annotated[str, Printed(11, "code")]
    reason: Annotated[str, Printed(46)]


class MeasureChapter(Struct, frozen=True):
    """The measures. Sentences are empty where there is nothing to say; a single measure is told in ``lead``."""

    finding: str
    cover_lead: str | Prose
    cover: tuple[CoverLine, ...]
    ecrs: str
    lead: str | Prose
    measures: tuple[MeasureLine, ...]
    quick: str
    trials_finding: str
    trials_lead: str | Prose
    trials: tuple[TrialLine, ...]
    dropped_finding: str | Prose
    dropped: tuple[DroppedLine, ...]


class MeasureWriter(PlanWriter):
    """Writes the chapter."""

    def chapter(self) -> MeasureChapter:
        """The chapter."""
        cover = self._cover()
        trials = TrialWriter(self.findings, self.words)
        dropped = self._dropped()
        lines = tuple(self._line(m) for m in self.plan.included)
        lead = (
            self.say("measures_lead", table=ref("measures"))
            if len(lines) > 1
            else "".join(map(self._told, self.plan.included))
        )
        return MeasureChapter(
            finding=self.finding(),
            cover_lead=prose(self.say("cover_lead", table=ref("cover"))) if cover else "",
            cover=cover,
            ecrs=self._ecrs(),
            lead=prose(lead),
            measures=lines if len(lines) > 1 else (),
            quick=self.quick(),
            trials_finding=trials.finding(),
            trials_lead=trials.lead(),
            trials=trials.lines(),
            dropped_finding=prose(self._dropped_finding()),
            dropped=dropped if len(dropped) > 1 else (),
        )

    def finding(self) -> str:
        """Which root causes the measures answer, and what stays open."""
        found = self.plan.coverage
        made = (*claims.uncovered(found), claims.idle(found), gaps.unplanned(self.plan), gaps.unanswered(self.plan),
                causes.planned_measureless(self.findings.chain))  # fmt: skip
        return self.claimed(claims.covered(self.plan), *made)

    def _cover(self) -> tuple[CoverLine, ...]:
        """The overview; with a single root cause the sentence says it all."""
        found = self.plan.coverage
        rows = [
            CoverLine(root.id, self.verified(root, clipped(root.description, 60)),
                      dashed(self.measure_names(m.id for m in found.by(root))))
            for root in found.roots
        ]  # fmt: skip
        return tuple(rows) if len(rows) > 1 else ()

    def _ecrs(self) -> str:
        """How the principles of ECRS were used, in the order in which they are tried."""
        counts = [(kind, [m for m in self.plan.included if kind in m.ecrs]) for kind in Ecrs]
        parts = [
            self.say("ecrs_part", kind=self.words.choice(kind), n=self._kind(kind, held), keys=self._aside(held))
            for kind, held in counts
            if held and kind is not Ecrs.ADD
        ]
        if not parts:
            return self._principles()
        several = sum(kind is not Ecrs.ADD for m in self.plan.included for kind in m.ecrs) > sum(
            any(kind is not Ecrs.ADD for kind in m.ecrs) for m in self.plan.included
        )
        text = self.say("ecrs_several" if several else "ecrs", parts=self.clauses(parts))
        added = next(held for kind, held in counts if kind is Ecrs.ADD)
        fresh = self.say("ecrs_added", n=self._kind(Ecrs.ADD, added), keys=self._aside(added)) if added else ""
        return self.sentences(text, fresh, self._principles())

    def _principles(self) -> str:
        """The measures that put the customer first, and those that fit the resources at hand."""
        counts = [
            (kind, [m for m in self.plan.included if kind in m.principles])
            for kind in (Principle.CUSTOMER, Principle.RESOURCES)
        ]
        parts = [
            self.say(f"principle_{kind.value}", n=self._kind(kind, held), keys=self._aside(held))
            for kind, held in counts
            if held
        ]
        return self.say("principles", parts=self.phrases(parts)) if parts else ""

    def _kind(self, kind: Ecrs | Principle, held: list[Measure]) -> Count:
        return self.tell("kind", held, "measures", "ecrs" if isinstance(kind, Ecrs) else "principles", kind)

    def _aside(self, held: list[Measure]) -> str:
        """A few numbers in brackets; of many their count is enough, the table of measures has their kinds."""
        return self.say("aside", text=self.form.join(m.id for m in held)) if len(held) <= _FEW else ""

    def _line(self, measure: Measure) -> MeasureLine:
        held = {key: dashed(text) for key, text in self._particulars(measure).items()}
        roots_ecrs = self.stacked((self.keys(measure.roots, 1), self._kinds(measure)))
        return MeasureLine(number=measure.id, name=measure.name, content=measure.content, roots_ecrs=roots_ecrs, **held)

    def _kinds(self, measure: Measure) -> str | None:
        return self.form.join(self.words.choice(kind) for kind in measure.ecrs)

    def _particulars(self, measure: Measure) -> dict[str, str | None]:
        """What is filled of a measure besides number, name and content."""
        form, words = self.form, self.words
        post = measure.post
        if measure.partners:
            post = self.say("post_partners", post=measure.post, partners=bare(measure.partners))
        return {
            "ecrs": self._kinds(measure),
            "principles": form.join(words.choice(principle) for principle in measure.principles),
            "post": post,
            "acceptance": form.text(measure.acceptance),
            "roots": self.keys(measure.roots, 1),
            "goals": self.keys(measure.goals),
            "trial": self._result(measure),
            "effect": self._effect_cell(measure),
            "basis": form.text(measure.basis),
        }

    def _told(self, measure: Measure) -> str:
        """A measure in sentences: what it is, then each of its particulars that is filled."""
        known = self._particulars(measure) | {"effect": self.effect(measure)}
        parts = self.particulars("measure", ((key, known[key]) for key in _ONE))
        return self.say("measure_one", number=measure.id, name=bare(measure.name), content=bare(measure.content),
                        parts=self.clauses(parts))  # fmt: skip

    def _result(self, measure: Measure) -> str | None:
        return self.words.choice(measure.trial) if measure.trial else None

    def effect(self, measure: Measure) -> str | None:
        """What a measure is expected to bring; a failed one promises nothing."""
        if measure.trial is Trial.FAILED:
            return self.say("effect_failed")
        value = self.form.fact(self.measured(measure, "expected"))
        if value is None or not measure.indicator:
            return value
        return self.say("effect", indicator=measure.indicator, value=value)

    def _effect_cell(self, measure: Measure) -> str | None:
        """The expected effect with the result of the trial below it."""
        effect = self.effect(measure)
        if measure.trial is None or measure.trial is Trial.FAILED:
            return effect
        result = self.words.choice(measure.trial)
        if measure.trial is not Trial.UNTRIED:
            value = self.measured(measure, "after")
            result = self.say("tried", result=result) if value is None else self.say(
                "tried_value", value=value, result=result)  # fmt: skip
        return self.say("effect_trial", effect=effect, trial=result) if effect else result

    def quick(self) -> str:
        """速赢: which measures they are, and what counts as one."""
        text = self.claim(claims.quick(self.plan))
        return text + self.say("quick_rule") if text else ""

    # What is left out

    def _left_out(self) -> list[Measure]:
        """Measures no one adopts, and those that the chosen alternative does not hold."""
        included = {m.id for m in self.plan.included}
        return [m for m in self.project.measures if m.id not in included]

    def _dropped_finding(self) -> str:
        held = self._left_out()
        if not held:
            return ""
        if len(held) == 1:
            (measure,) = held
            text = self.say("dropped_one", name=self.measure_named(measure))
            reason = self._reason(measure)
            return text + (self.say("dropped_reason", reason=bare(reason)) if reason else self.stop)
        return self.say(
            "dropped",
            n=self.tell("left_out", held, "measures", "id"),
            see=self.see("dropped"),
            names=self.measures_named(held),
        )

    def _dropped(self) -> tuple[DroppedLine, ...]:
        return tuple(
            DroppedLine(
                self.measure_named(m), dashed(self.keys(m.roots, 2)), dashed(self._result(m)), dashed(self._reason(m))
            )
            for m in self._left_out()
        )

    def _reason(self, measure: Measure) -> str | None:
        if reason := self.form.text(measure.reason):
            return reason
        if measure.trial is Trial.FAILED:
            return self.say("failed_reason")
        if measure.adoption is Adoption.REJECTED or self.plan.chosen is None:
            return None
        key = "pending_not_in" if measure.adoption is Adoption.PENDING else "not_in_chosen"
        return self.say(key, name=self.plan.chosen.id)
