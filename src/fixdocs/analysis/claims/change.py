"""Claims about the flows to be: how they differ from the present one, and whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from ...schema.survey import Step
from ..chain import Standing
from ..claim import Claim, Heading, Keys, claims
from ..facts import Cells, Count, Fact, tally, whole
from ..findings import Findings, OptionFlow
from ..flow_diff import DURATIONS, FlowDiff
from ..flow_gain import FlowGain, Pair
from ..flow_passing import Passage

_TOLD = ("handoffs", "approvals", "customer_actions")
_COMPARED = ("post", "touch", "wait", "regulation", "approval", "customer", "inputs", "outputs", "system")
_VOID = {Standing.FAILED: "failed", Standing.REJECTED: "rejected"}
_LISTED = 4  # steps that a sentence names


@claims(
    "change.lead_less", "change.lead_more", "change.lead_same", "change.lead_equal", "change.lead_after",
    "change.lead_bases", "change.lead_partly",
)  # fmt: skip
def lead(option: OptionFlow) -> Claim | None:
    """The lead time to be beside the present one.

    Less and more from a difference of over 5 %; no difference where durations are missing from one, which makes it a
    lower bound, or where the two rest on different bases.
    """
    gain, after = option.gain, option.flow.lead
    if after is None:
        return None
    if gain is None or gain.before.lead is None:
        return Claim("change.lead_after", {"after": after})
    pair = gain.pair("lead")
    slots = {"before": pair.before, "after": pair.after}
    if pair.way is None:
        if gain.lacking or gain.one_basis:
            return Claim("change.lead_partly", slots)
        return Claim("change.lead_bases", {**slots, "which": unshared(gain)})
    key = "equal" if pair.way == "same" else "same" if gain.alike else pair.way
    return Claim(f"change.lead_{key}", {**slots, "by": pair.by})


def unshared(gain: FlowGain) -> Claim:
    """Which of the two flows goes by the main path, its shares not being filled throughout."""
    return Claim("change.of_before" if gain.before.basis == "main" else "change.of_after")


@claims("change.lost")
def lost(option: OptionFlow) -> Claim | None:
    """The steps whose durations are filled in the present flow and not in the one to be."""
    return Claim("change.lost", {"steps": option.flow.lost}) if option.flow.lost and option.flow.lead else None


@claims("change.failed", "change.failed_all")
def failed(findings: Findings, option: OptionFlow) -> Claim | None:
    """The measures that changes of the flow come from and that failed in trial or are not adopted.

    That the changes come from nothing else where the steps that change name such measures alone.
    """
    changed = [c.step for c in (option.diff.steps if option.diff else ()) if c.step and c.changes]
    named = {key for step in changed for key in step.measures}
    held = [link for link in findings.chain.measures if link.measure.id in named and link.standing in _VOID]
    if not held:
        return None
    void = len(held) == len(named)
    parts = tuple((Claim(f"change.void_{_VOID[link.standing]}", {"key": link.measure.id}),) for link in held)
    return Claim("change.failed_all" if void else "change.failed", {"parts": parts})


@claims("change.unborne")
def unborne(findings: Findings, option: OptionFlow) -> Claim | None:
    """The measures that changes of the flow come from and whose trial, not called a failure, showed nothing better."""
    changed = [c.step for c in (option.diff.steps if option.diff else ()) if c.step and c.changes]
    named = {key for step in changed for key in step.measures}
    void = {link.measure.id for link in findings.chain.measures if link.standing in _VOID}
    tried = findings.plan.trials if findings.plan else ()
    held = [t.measure.id for t in tried if t.better is False and t.measure.id in named - void]
    return Claim("change.unborne", {"keys": Keys(held)}) if held else None


@claims("change.ends")
def ends(option: OptionFlow) -> Claim | None:
    """The ends that another share of cases comes to than before: the averages then are not of the same cases."""
    if option.gain is None or option.diff is None:
        return None
    before = {end.step.id: end.share for end in option.gain.before.endings}
    origin = {c.step.id: c.origins[0].id for c in option.diff.steps if c.step and len(c.origins) == 1}
    pairs = [(end, before.get(origin.get(end.step.id, ""))) for end in option.gain.after.endings]
    held = [(end, was) for end, was in pairs if was is not None and abs(was - end.share) > 1e-6]
    if not held or option.gain.pair("lead").way is None:
        return None
    parts = (Claim("change.end", {"step": end.step, "before": was, "after": end.share}) for end, was in held)
    return Claim("change.ends", {"parts": tuple((part,) for part in parts)})


@claims("change.off_longest")
def off_longest(option: OptionFlow) -> Claim | None:
    """The steps whose durations change beside the longest branch, before and after: the lead time does not."""
    if option.gain is None or option.diff is None or option.gain.pair("lead").way is None:
        return None
    before, after = ({t.step.id: t for t in found.times} for found in (option.gain.before, option.gain.after))
    held = [
        change.step for change in option.diff.steps
        if change.step and any(d.attribute in DURATIONS for d in change.differences)
        and after[change.step.id].visits > 0
        and not any(t.counted > 0 for t in (after[change.step.id], *(before[o.id] for o in change.origins)))
    ]  # fmt: skip
    return Claim("change.off_longest", {"steps": tuple(held)}) if held else None


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


@claims("change.basis_expected", "change.basis_main")
def own_basis(option: OptionFlow, options: Sequence[OptionFlow]) -> Claim | None:
    """What the lead time of an alternative's flow rests on, where those of others rest on something else."""
    held = {o.flow.basis for o in options if o.flow.lead}
    return Claim(f"change.basis_{option.flow.basis}") if option.flow.lead and len(held) > 1 else None


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
