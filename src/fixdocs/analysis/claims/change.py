"""Claims about the flows to be: how they differ from the present one, and whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from ...schema.survey import Step
from ..claim import Claim, Heading, Keys, claims
from ..facts import Cells, Count, Fact, tally, whole
from ..findings import Findings, OptionFlow
from ..flow_diff import FlowDiff
from ..flow_gain import Pair
from ..flow_passing import Passage

_TOLD = ("handoffs", "approvals", "customer_actions")
_COMPARED = ("post", "touch", "wait", "regulation", "approval", "customer", "inputs", "outputs", "system")
_LISTED = 4  # steps that a sentence names


@claims(
    "change.lead_less", "change.lead_more", "change.lead_same", "change.lead_equal", "change.lead_after",
    "change.lead_bases", "change.lead_partly",
)  # fmt: skip
def lead(option: OptionFlow) -> Claim | None:
    """The lead time to be beside the present one.

    Less and more from a difference of over 5 %; no difference where the two rest on different bases, or where
    activities without durations make one a lower bound.
    """
    gain, after = option.gain, option.flow.lead
    if after is None:
        return None
    if gain is None or gain.before.lead is None:
        return Claim("change.lead_after", {"after": after})
    pair = gain.pair("lead")
    slots = {"before": pair.before, "after": pair.after}
    if pair.way is None:
        return Claim("change.lead_partly" if gain.one_basis else "change.lead_bases", slots)
    key = "equal" if pair.way == "same" else "same" if gain.alike else pair.way
    return Claim(f"change.lead_{key}", {**slots, "by": pair.by})


@claims("change.estimated", "change.estimated_all")
def estimated(option: OptionFlow) -> Claim | None:
    """How many durations of the flow to be are estimates, where a lead time rests on them."""
    flow = option.flow
    if not flow.lead or not flow.estimated:
        return None
    if flow.estimated == flow.timed:
        return Claim("change.estimated_all")
    return Claim("change.estimated", {"n": flow.estimated, "of": flow.timed})


@claims("change.counts")
def counts(option: OptionFlow) -> Claim | None:
    """Hand-offs, approvals and actions of the customer, each where it is known throughout on both sides and differs."""
    if option.gain is None:
        return None
    pairs = [pair for name in _TOLD if (pair := option.gain.pair(name)).way in ("less", "more")]
    return Claim("change.counts", {"parts": tuple(map(_counted, pairs))}) if pairs else None


def _counted(pair: Pair) -> Claim:
    return Claim(f"change.{pair.way}_{pair.name}", {"before": pair.before, "after": pair.after})


@claims("change.same", "change.same_filled")
def same(diff: FlowDiff | None) -> Claim | None:
    """That nothing changes, the ways out and their shares included; or nothing that both flows have filled."""
    if diff is None or diff.changed:
        return None
    return Claim("change.same" if diff.same else "change.same_filled")


@claims("change.unfilled")
def unfilled(diff: FlowDiff | None) -> Claim | None:
    """The columns that the present flow has filled and the one to be leaves blank, with the steps."""
    if diff is None:
        return None
    parts = tuple(filter(None, (unfilled_part(diff, name) for name in _COMPARED)))
    return Claim("change.unfilled", {"parts": parts}) if parts else None


@claims("change.unfilled_part", "change.unfilled_many")
def unfilled_part(diff: FlowDiff, name: str) -> Claim | None:
    """In how many steps a column became blank, and in which while they are few."""
    steps = [
        change.step for change in diff.steps for item in change.unfilled
        if change.step and item.attribute == name and item.after is None
    ]  # fmt: skip
    if not steps:
        return None
    n = tally("change.unfilled", steps, "to_be", (name,), (diff.name, name))
    slots = {"column": Heading("to_be", name), "n": n}
    if len(steps) > _LISTED:
        return Claim("change.unfilled_many", slots)
    return Claim("change.unfilled_part", {**slots, "steps": tuple(step.id for step in steps)})


@claims("change.unmeasured")
def unmeasured(diff: FlowDiff | None) -> Claim | None:
    """The steps that change and name no measure that they would come from."""
    held = [c.step for c in (diff.steps if diff else ()) if c.step and c.changes and not c.step.measures]
    named = any(c.step.measures for c in (diff.steps if diff else ()) if c.step)
    return Claim("change.unmeasured", {"steps": Keys(step.id for step in held)}) if held and named else None


@claims("change.unmeasured_removed")
def unmeasured_removed(diff: FlowDiff | None) -> Claim | None:
    """The eliminated steps, which no column of the flow to be ties to a measure, where other steps name theirs."""
    held = [step for c in (diff.removed if diff else ()) for step in c.origins]
    named = any(c.step.measures for c in (diff.steps if diff else ()) if c.step)
    return Claim("change.unmeasured_removed", {"steps": Keys(step.id for step in held)}) if held and named else None


# Steps that fewer cases meet


@claims("change.bypassed", "change.bypassed_too")
def bypassed(diff: FlowDiff | None) -> Claim | None:
    """Steps without a legal requirement that cases can now go round, beside those with one where there are any."""
    key = "change.bypassed" if regulated_bypassed(diff) is None else "change.bypassed_too"
    return _passages(key, diff, regulated=False, avoided=True)


@claims("change.met_less")
def met_less(diff: FlowDiff | None) -> Claim | None:
    """Steps without a legal requirement that fewer cases meet than before, of those not all cases met."""
    return _passages("change.met_less", diff, regulated=False, avoided=False)


@claims("change.regulated_bypassed")
def regulated_bypassed(diff: FlowDiff | None) -> Claim | None:
    """Steps that law or internal control asks for and that cases can now go round."""
    return _passages("change.regulated_bypassed", diff, regulated=True, avoided=True)


@claims("change.regulated_less")
def regulated_less(diff: FlowDiff | None) -> Claim | None:
    """Steps that law or internal control asks for and that fewer cases meet than before."""
    return _passages("change.regulated_less", diff, regulated=True, avoided=False)


@claims("change.regulated_removed")
def regulated_removed(diff: FlowDiff | None) -> Claim | None:
    """Eliminated steps that law or internal control asks for."""
    if diff is None or not diff.regulated:
        return None
    parts = (Claim("change.ruled", {"step": step, "rule": _rule(step)}) for step in diff.regulated)
    return Claim("change.regulated_removed", {"parts": tuple(parts)})


@claims("change.regulated_shorter")
def regulated_shorter(diff: FlowDiff | None) -> Claim | None:
    """Steps that law or internal control asks for, that take less time and no longer say what is asked for."""
    held = [old for old, new in (diff.shorter if diff else ()) if old.regulation and not (new.regulation or "").strip()]
    parts = tuple(Claim("change.ruled", {"step": step, "rule": _rule(step)}) for step in held)
    return Claim("change.regulated_shorter", {"parts": parts}) if parts else None


def cautions(diff: FlowDiff | None) -> tuple[Claim | None, ...]:
    """Steps that law or internal control asks for and that are eliminated, bypassed, met less often or cut short."""
    return regulated_removed(diff), regulated_bypassed(diff), regulated_less(diff), regulated_shorter(diff)


def _passages(key: str, diff: FlowDiff | None, *, regulated: bool, avoided: bool) -> Claim | None:
    held = [p for p in (diff.passages if diff else ()) if bool(p.step.regulation) == regulated and p.avoided == avoided]
    return Claim(key, {"parts": tuple(map(_passed, held))}) if held else None


def _passed(passage: Passage) -> Claim:
    step = passage.step
    named = Claim("change.ruled", {"step": step, "rule": _rule(step)}) if step.regulation else step
    if not passage.avoided:
        return Claim("change.passed_less", {"step": named, "before": passage.before, "after": passage.after})
    if passage.bypassed is None:
        return Claim("change.passed_unknown", {"step": named})
    return Claim("change.passed_by", {"step": named, "share": passage.bypassed})


def _rule(step: Step) -> str:
    return (step.regulation or "").strip()


# Whose flow it is


@claims("change.pending")
def pending(findings: Findings) -> Claim | None:
    """That several alternatives, or one of several, have a flow of their own and none is chosen yet."""
    options = findings.options
    undecided = findings.plan is None or findings.plan.chosen is None
    if not undecided or not options or (len(options) == 1 and options[0].alternative is None):
        return None
    cells = Cells("to_be", ("alternatives", "measures"))
    return Claim("change.pending", {"n": Count(len(options), Fact("change.flows", (), (cells,), "count"))})


@claims("change.shared")
def shared(findings: Findings) -> Claim | None:
    """That all of several alternatives have the one flow that is filled: nothing in it tells them apart."""
    held, options = findings.project.alternatives, findings.options
    if len(held) < 2 or len(options) != 1 or options[0].alternative is not None:
        return None
    return Claim("change.shared", {"n": tally("plan.alternatives", held, "alternatives", ("id",))})


@claims("change.missing")
def missing(findings: Findings) -> Claim | None:
    """The alternatives without a flow of their own where others have one."""
    owners = [option.alternative for option in findings.options if option.alternative]
    held = [a for a in findings.project.alternatives if a not in owners]
    return Claim("change.missing", {"names": tuple(held)}) if owners and held else None


@claims("change.same_as")
def same_as(option: OptionFlow, others: Sequence[OptionFlow]) -> Claim | None:
    """That the flow of one alternative is that of another, told earlier."""
    found = next((o.alternative for o in others if o is not option and o.steps == option.steps), None)
    return Claim("change.same_as", {"name": found.id}) if found else None


# Two futures of one time


@claims("change.futures_apart", "change.futures_agree", "change.futures_partly")
def two_futures(findings: Findings) -> Claim | None:
    """The headline of the flow's duration (trial before expected) beside the lead time of the flow to be.

    Where they differ by more than their rounding it is said by how much; a flow known only as "at least" is not held
    against it. The first indicator of the whole flow's duration.
    """
    held, flow = findings.futures, findings.to_be
    if not held or flow is None:
        return None
    found = held[0]
    slots = {
        "indicator": found.indicator, "measure": found.measure, "stated": found.stated, "computed": found.computed,
        "kind": Claim("change.kind_trial" if found.measured else "change.kind_expected"),
        "basis": Claim(f"change.basis_{flow.basis}"),
    }  # fmt: skip
    if not whole(found.computed):
        return Claim("change.futures_partly", slots)
    if found.apart is None:
        return Claim("change.futures_agree", slots)
    way = Claim("change.way_longer" if found.longer else "change.way_shorter", {"apart": found.apart})
    return Claim("change.futures_apart", {**slots, "way": way})
