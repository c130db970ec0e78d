"""What changes step by step, and which steps fewer cases meet: a part of chapter 改进后流程."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from ...analysis.claims import change as claims
from ...analysis.facts import filled
from ...analysis.flow_diff import DURATIONS, Change, Difference, FlowDiff, StepChange, listed
from ...analysis.flow_routes import Way
from ...schema.survey import Step
from ...word.inline import ref
from ...word.printed import Printed
from ..shared.format import dashed
from ..shared.texts import bare, clipped
from .base import PlanWriter


class ChangeLine(Struct, frozen=True):
    """A step that changes: what becomes of it, in which respects, by which measures."""

    step: Annotated[str, Printed(19)]
    change: Annotated[str, Printed(9, "code")]
    origin: Annotated[str, Printed(19)]
    detail: Annotated[str, Printed(44)]
    measures: Annotated[str, Printed(9, "code")]


class ChangeWriter(PlanWriter):
    """Writes the changes of one flow."""

    def lines(self, diff: FlowDiff | None) -> tuple[ChangeLine, ...]:
        """A row a changed step, the eliminated ones last."""
        if diff is None:
            return ()
        return tuple(self._line(change, diff) for change in (*diff.steps, *diff.removed) if change.changes)

    def counted(self, diff: FlowDiff | None) -> str:
        """How many steps change in which way, or that none does."""
        if diff is None:
            return ""
        held = [(kind, n) for kind, n in diff.counts.items() if n]
        if not held:
            return self.claim(claims.same(diff))
        return self.say("counted", parts=self.form.join(
            self.form.say("flow.change", kind=self._change(kind), n=n) for kind, n in held))  # fmt: skip

    def text(self, diff: FlowDiff | None, rows: tuple[ChangeLine, ...], anchor: str) -> str:
        """What leads to the table of changes, or the only change; what can be bypassed and what is not filled."""
        if diff is None:
            return ""
        return self.sentences(
            self._lead(diff, rows, anchor),
            self.claimed(
                claims.bypassed(diff),
                claims.met_less(diff),
                claims.unmeasured(diff),
                claims.unmeasured_removed(diff),
                claims.unfilled(diff),
            ),
        )

    def caution(self, diff: FlowDiff | None) -> str:
        """Steps that law or internal control asks for and that are eliminated, bypassed or met less often."""
        return self.claimed(*claims.cautions(diff))

    def _lead(self, diff: FlowDiff, rows: tuple[ChangeLine, ...], anchor: str) -> str:
        if len(rows) > 1:
            return self.say("changes_lead", n=listed(diff), table=ref(anchor))
        if not rows:
            return ""
        change = next(change for change in (*diff.steps, *diff.removed) if change.changes)
        detail = self._detail(change, diff)
        return self.say("change_one", step=self._named(change.step) if change.step else self._origins(change),
                        change=self._kinds(change),
                        detail=self.say("change_detail", text=detail) if detail else "")  # fmt: skip

    def _line(self, change: StepChange, diff: FlowDiff) -> ChangeLine:
        step = change.step
        return ChangeLine(
            step=dashed(self._named(step) if step else None),
            change=dashed(self._kinds(change)),
            origin=dashed(self._origins(change)),
            detail=dashed(self._detail(change, diff)),
            measures=dashed(self.keys(step.measures, 1) if step else None),
        )

    def _change(self, change: Change) -> str:
        return self.words.say(f"flow.{change.value}")

    def _kinds(self, change: StepChange) -> str | None:
        return self.form.join(map(self._change, change.changes))

    def _origins(self, change: StepChange) -> str | None:
        return self.form.join(map(self._named, change.origins))

    def _named(self, step: Step) -> str:
        return self.named(key=step.id, name=clipped(step.name, 40))

    def _detail(self, change: StepChange, diff: FlowDiff) -> str | None:
        """What is different; of a new step who owns it, of an eliminated one who did."""
        if change.step is None:
            return self.say("detail_removed", post=change.origins[0].post)
        if not change.origins:
            return self.say("detail_added", post=change.step.post)
        parts = []
        if (merged := change.merged_from(diff.name)) is not None:
            parts.append(self.say("detail_merged", n=merged, post=change.step.post))
        if change.parts is not None:
            parts.append(self.say("detail_parted", n=change.parts))
        shares = (found for found in change.unfilled if found.attribute == "exits")
        parts += [self._difference(found, diff) for found in (*change.differences, *shares)]
        return self.clauses(parts) or None

    def _difference(self, found: Difference, diff: FlowDiff) -> str:
        exits = found.attribute == "exits"
        name = self.say("ways") if exits else self.words.label("to_be", found.attribute)
        values = [
            self._value(found, value, known)
            for value, known in zip((found.before, found.after), self._renumbered(diff))
        ]
        return self.say("difference_ways" if exits else "difference", name=name, before=values[0], after=values[1])

    def _renumbered(self, diff: FlowDiff) -> tuple[set[str], set[str]]:
        """The old and the new numbers of the steps that have kept their name under another number."""
        held = [(c.origins[0], c.step) for c in diff.steps if c.step and len(c.origins) == 1 and c.parts is None]
        pairs = [(old.id, new.id) for old, new in held if old.name == new.name and old.id != new.id]
        return {old for old, _ in pairs}, {new for _, new in pairs}

    def _value(self, found: Difference, value: object, known: set[str]) -> str:
        """A value as it was filled; of ways out those to ``known`` steps by name alone."""
        if value is None:
            return self.say("blank_shares")
        if isinstance(value, tuple):
            return dashed(self.form.join(self._way(way, known) for way in value))
        if isinstance(value, Step) and found.attribute in DURATIONS:
            return dashed(self.duration(value, found.attribute))
        return self.words.choice(value) if isinstance(value, StrEnum) else bare(str(value))

    def duration(self, step: Step, name: str) -> str | None:
        """A step's duration as it was filled; None for blank."""
        unit = getattr(step, f"{name}_unit")
        return self.form.value(filled(step, name), self.words.choice(unit)) if unit is not None else None

    def _way(self, way: Way, known: set[str]) -> str:
        """A way out: its result, how often it is taken, where it leads."""
        name = clipped(way.target.name, 16)
        target = name if way.target.id in known else self.named(key=way.target.id, name=name)
        if way.result is None:
            return target
        if way.share is None or not way.number:
            return self.say("way", result=way.result, target=target)
        share = filled(way.step, f"exits[{way.number}].share", way.share, unit="share")
        digits = 0 if round(100 * way.share, 6) == round(100 * way.share) else 1
        return self.say("way_shared", result=way.result, share=self.form.percent(share, digits), target=target)
