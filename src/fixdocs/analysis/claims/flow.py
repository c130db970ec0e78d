"""What may be said of a flow: how long a case takes, where it stays, what leads back, who answers for it."""

from __future__ import annotations

from collections.abc import Sequence

from ...schema.choices import StepKind, ValueType
from ...schema.survey import ProjectInfo, Step
from ..claim import Alike, Claim, claims
from ..facts import Count, Fact, Quantity, filled, sources, tally, total
from ..flow import FlowFindings
from ..flow_figures import Return, StepTime
from ..flow_times import timed
from ..order import by_number


def _counted(found: FlowFindings, kind: str, steps: Sequence[Step], columns: tuple[str, ...]) -> Count:
    """A count of steps of the flow that ``found`` speaks of."""
    sheet = type(found.times[0].step).sheet.name
    return tally(f"flow.{kind}", steps, sheet, columns, found.steps.fact.about)


def _called(step: Step) -> Claim:
    """A step by its name alone."""
    return Claim("flow.called", {"name": step.name})


@claims("flow.span", "flow.span_ends")
def span(steps: Sequence[Step]) -> Claim | None:
    """From where to where a flow leads: all its ends are named; the last row where none is called one."""
    if len(steps) < 2:
        return None
    begin, *_ = by_number(step for step in steps if step.kind is StepKind.START) or steps
    *others, last = by_number(step for step in steps if step.kind is StepKind.END) or steps[-1:]
    held = {"first": _called(begin), "last": _called(last)}
    if not others:
        return Claim("flow.span", held)
    return Claim("flow.span_ends", held | {"others": tuple((_called(step),) for step in others)})


@claims("flow.day")
def day(found: FlowFindings, info: ProjectInfo) -> Claim | None:
    """How many hours a working day has, where durations are told in working time."""
    if not found.lead or found.clock == "calendar":
        return None
    return Claim("flow.day", {"hours": filled(info, "hours_per_day")})


@claims("flow.untimed", "flow.untimed_path")
def untimed(found: FlowFindings) -> Claim | None:
    """That no step has a duration, or none of those that the figures rest on."""
    if found.timed:
        return None
    if any(timed(time.step) for time in found.times):
        return Claim("flow.untimed_path")
    return Claim("flow.untimed", {"steps": found.steps, "posts": found.posts})


@claims("flow.finding", "flow.finding_gaps", "flow.finding_least", "flow.finding_touch", "flow.finding_wait")
def headline(found: FlowFindings) -> Claim | None:
    """How long a case takes: only where every activity has a duration is it known from start to end."""
    if not found.lead:
        return None
    if found.blank:
        n = _counted(found, "blank", found.blank, ("touch", "wait"))
        return Claim("flow.finding_least", {"case": _case(found), "n": n, "lead": found.lead})
    if found.wait is None:
        return Claim("flow.finding_touch", {"case": _case(found), "touch": found.touch})
    if found.touch is None:
        return Claim("flow.finding_wait", {"case": _case(found), "wait": found.wait})
    held = {"case": _case(found), "lead": found.lead, "touch": found.touch, "wait": found.wait}
    held["share"] = found.wait_share
    if found.unwaited or found.untouched:
        gaps = _counted(found, "gaps", [*found.unwaited, *found.untouched], ("touch", "wait"))
        return Claim("flow.finding_gaps", held | {"n": gaps})
    return Claim("flow.finding", held)


def _case(found: FlowFindings) -> Claim:
    """Whose time it is: a case's average, where it differs by the longest branch; or one pass by the main path."""
    if found.basis == "main":
        return Claim("flow.case_once" if found.loops else "flow.case_main")
    return Claim("flow.case_branch" if found.varying else "flow.case_mean")


@claims("flow.ends", "flow.ends_main")
def ends(found: FlowFindings) -> Claim | None:
    """That cases come to several ends, which the average holds; or that the main path leads to one of them only."""
    if not found.lead:
        return None
    if found.endings:
        parts = (Claim("flow.end", {"step": end.step, "share": end.share}) for end in found.endings)
        return Claim("flow.ends", {"parts": tuple((part,) for part in parts)})
    held = [time for time in found.times if time.step.kind is StepKind.END]
    met = [time.step for time in held if time.visits > 0]
    others = tuple(time.step for time in held if time.visits <= 0)
    if found.basis == "expected" or len(met) != 1 or not others:
        return None
    return Claim("flow.ends_main", {"step": met[0], "others": others})


@claims("flow.varying")
def varying(found: FlowFindings) -> Claim | None:
    """That decisions inside the branches make the longest one differ by case: the mean of it can only be longer."""
    return Claim("flow.varying", {"steps": found.varying}) if found.lead and found.varying else None


@claims("flow.branch_open")
def branch_open(found: FlowFindings) -> Claim | None:
    """The steps beside the longest branch that lack a duration: with it theirs might be the longest."""
    lacking = {step.id for step in (*found.blank, *found.unwaited, *found.untouched)}
    held = tuple(t.step for t in found.times if t.step.id in lacking and t.counted < t.visits - 1e-9)
    return Claim("flow.branch_open", {"steps": held}) if found.lead and held else None


@claims("flow.converted", "flow.converted_beside")
def converted(found: FlowFindings) -> Claim | None:
    """That calendar days were converted: only where both clocks are in the flow; how many, where the lead has some."""
    if not found.lead or found.clock != "mixed":
        return None
    if not found.calendar:
        return Claim("flow.converted_beside")
    return Claim("flow.converted", {"calendar": found.calendar})


@claims("flow.basis_once", "flow.basis_shares", "flow.basis_returns", "flow.basis_main")
def basis(found: FlowFindings) -> Claim | None:
    """What the figures rest on: shares where all are there, the main path where one is missing."""
    if not found.lead:
        return None
    if found.basis == "main":
        return Claim("flow.basis_main")
    if found.loops:
        return Claim("flow.basis_returns")
    split = {step.step.id for step in found.times if step.step.kind is StepKind.FORK}
    ways = [edge.source for edge in found.edges if edge.source not in split]
    return Claim("flow.basis_once" if len(ways) == len(set(ways)) else "flow.basis_shares")


@claims("flow.split", "flow.split_plain")
def split(found: FlowFindings) -> Claim | None:
    """That the longest branch is taken; the work of all branches where those beside it have some."""
    forked = any(time.visits > 0 and time.step.kind is StepKind.FORK for time in found.times)
    if not found.lead or not forked:
        return None
    if not found.work or found.touch is None or found.work <= found.touch + 1e-9:
        return Claim("flow.split_plain")
    return Claim("flow.split", {"work": found.work})


@claims("flow.branches_tied")
def branches_tied(found: FlowFindings) -> Claim | None:
    """That several branches take longest alike: the lead time is the same by each, its parts need not be."""
    return Claim("flow.branches_tied", {"steps": found.tied}) if found.lead and found.tied else None


@claims("flow.blank")
def blank(found: FlowFindings) -> Claim | None:
    """The activities without a duration: they are in no sum."""
    if not found.blank or not found.lead:
        return None
    return Claim("flow.blank", {"steps": found.blank})


@claims("flow.unwaited")
def unwaited(found: FlowFindings) -> Claim | None:
    """The activities whose waiting is not known, where that of others is."""
    if not found.unwaited or found.wait is None:
        return None
    n = _counted(found, "unwaited", found.unwaited, ("wait",))
    return Claim("flow.unwaited", {"n": n, "steps": found.unwaited})


@claims("flow.untouched")
def untouched(found: FlowFindings) -> Claim | None:
    """The activities whose touch time is not known, where that of others is."""
    if not found.untouched or found.touch is None:
        return None
    n = _counted(found, "untouched", found.untouched, ("touch",))
    return Claim("flow.untouched", {"n": n, "steps": found.untouched})


@claims("flow.estimated", "flow.estimated_rest", "flow.all_estimated")
def estimated(found: FlowFindings) -> Claim | None:
    """How much is estimated; what the rest is, where every step says."""
    if not found.estimated:
        return None
    if found.estimated == found.timed:
        return Claim("flow.all_estimated", {"n": found.timed})
    held = [t.step for t in found.times if t.visits > 0 and timed(t.step)]
    whole = all(step.source is not None for step in held)
    key = "flow.estimated_rest" if whole else "flow.estimated"
    return Claim(key, {"n": found.estimated, "of": found.timed})


@claims("flow.recounted")
def recounted(found: FlowFindings) -> Claim | None:
    """Approvals and rework that are called value-adding and not counted so."""
    return Claim("flow.recounted", {"steps": found.recounted}) if found.recounted else None


@claims("flow.no_pce")
def no_pce(found: FlowFindings) -> Claim | None:
    """Why there is no PCE: steps with touch time that have no value type."""
    held = [t.step for t in found.times if t.touch and t.counted > 0 and t.step.value is None]
    if not found.whole or not found.lead or not held:
        return None
    return Claim("flow.no_pce", {"n": _counted(found, "untyped", held, ("value",))})


@claims("flow.longest", "flow.longest_tie", "flow.longest_among")
def longest(found: FlowFindings) -> Claim | None:
    """Where a case stays longest, over all visits: one of several steps, or several alike, but not all alike."""
    held = [time for time in found.times if time.weight]
    if not found.longest or len(found.longest) == len(held):
        return None
    by, stay = _staying(found), found.longest[0].weight
    if len(found.longest) > 1:
        return Claim("flow.longest_tie", {"by": by, "steps": tuple(t.step for t in found.longest), "time": stay})
    (most,) = found.longest
    key = "flow.longest_among" if found.blank else "flow.longest"
    return Claim(key, {"by": by, "step": most.step, "post": most.step.post, "time": _in_one(most)[0]})


def _staying(found: FlowFindings) -> Claim:
    """By what a stay is reckoned: a case's average, its repeats in it where there are ways back; once by the path."""
    if found.basis == "main":
        return Claim("flow.by_main")
    return Claim("flow.by_returns" if found.loops else "flow.by_case")


def _in_one(time: StepTime) -> tuple[object, object, object]:
    """A stay over all visits, at one visit, and the waiting of the first: in one unit where all are known."""
    held = [time.weight, time.once, time.waiting]
    known = [value for value in held if value is not None]
    if len(known) < len(held) or abs(time.visits - 1.0) < 1e-9:
        return time.weight, time.once, time.waiting
    one, two, three = Alike.of(known)
    return one, two, three


@claims("flow.longest_share", "flow.longest_wait")
def longest_share(found: FlowFindings) -> Claim | None:
    """What part of the lead time the step takes where a case stays longest, and how much of it is waiting."""
    if longest(found) is None or len(found.longest) > 1:
        return None
    (most,) = found.longest
    if most.waiting is None or most.touch is None:
        return None
    if most.share is None or not found.whole:
        return Claim("flow.longest_wait", {"wait": _in_one(most)[2]})
    return Claim("flow.longest_share", {"share": most.share, "wait": _in_one(most)[2]})


@claims("flow.longest_visits")
def longest_visits(found: FlowFindings) -> Claim | None:
    """How often a case meets the step where it stays longest, and how long each time, where it is not once."""
    if longest(found) is None or len(found.longest) > 1 or abs(found.longest[0].visits - 1.0) < 1e-9:
        return None
    (most,) = found.longest
    return Claim("flow.longest_visits", {"often": most.often, "once": _in_one(most)[1]})


@claims("flow.most_post", "flow.most_posts", "flow.one_post")
def most_post(found: FlowFindings) -> Claim | None:
    """Whose steps a case stays in longest, over all branches."""
    if len(found.by_post) == 1:
        return Claim("flow.one_post", {"post": found.by_post[0].post})
    held = [(part.share, part.post) for part in found.by_post if part.share]
    if not held:
        return None
    most = max(share for share, _ in held)
    first = [(share, post) for share, post in held if share >= most - 1e-9]
    if len(first) == len(found.by_post):
        return None
    if len(first) > 1:
        return Claim("flow.most_posts", {"posts": tuple(post for _, post in first), "share": first[0][0]})
    return Claim("flow.most_post", {"post": first[0][1], "share": first[0][0]})


@claims("flow.aside")
def aside(found: FlowFindings) -> Claim | None:
    """That the posts' times hold all branches and so exceed the lead time."""
    all_of_them = total([*(p.touch for p in found.by_post), *(p.wait for p in found.by_post)])
    if found.work is None or not found.lead or all_of_them is None or all_of_them <= found.lead + 1e-6:
        return None
    return Claim("flow.aside")


@claims("flow.value", "flow.value_one", "flow.value_partly")
def value(found: FlowFindings) -> Claim | None:
    """How touch time divides among the kinds of value; that of steps without one stands apart."""
    if not found.touch or not found.value_minutes:
        return None
    held = [(kind, found.value_minutes[kind]) for kind in ValueType if kind in found.value_minutes]
    times = Alike.of([minutes for _, minutes in held])
    parts = tuple(_part(kind, time, found.touch) for (kind, _), time in zip(held, times, strict=True))
    rest = found.touch - sum(found.value_minutes.values())
    if rest <= 1e-6 * found.touch:
        return Claim("flow.value", {"parts": parts}) if len(held) > 1 else Claim("flow.value_one", {"kind": held[0][0]})
    fact = Fact("flow.value_blank", found.touch.fact.about, found.touch.fact.sources, found.touch.fact.unit)
    return Claim("flow.value_partly", {"parts": parts, "rest": Quantity(rest, fact)})


def _part(kind: ValueType, time: Alike, touch: Quantity) -> Claim:
    minutes = time[0]
    fact = Fact("flow.value_share", minutes.fact.about, sources(minutes, touch), "share")
    return Claim("flow.value_part", {"kind": kind, "time": time, "share": Quantity(minutes / touch, fact)})


@claims("flow.value_aside")
def value_aside(found: FlowFindings) -> Claim | None:
    """The touch time of the branches beside the longest: it is in no part of the value, nor in PCE."""
    if not found.value_minutes or not found.work or found.touch is None or found.work <= found.touch + 1e-9:
        return None
    fact = Fact("flow.work_aside", found.work.fact.about, sources(found.work, found.touch), found.work.fact.unit)
    return Claim("flow.value_aside", {"rest": Quantity(found.work - found.touch, fact)})


@claims("flow.returns")
def returns(found: FlowFindings) -> Claim | None:
    """The ways back, with the cases that take them where every share is known."""
    if not found.returns:
        return None
    most = max(len(held.source.exits) for held in found.returns)
    ways = tuple(f"exits[{n}].target" for n in range(1, most + 1))
    n = _counted(found, "returns", [held.source for held in found.returns], ways)
    return Claim("flow.returns", {"n": n, "parts": tuple(map(going_back, found.returns))})


@claims("flow.return_rate", "flow.return_named")
def _going_back(held: Return) -> Claim | None:
    """One way back: its figures come from the visits of the flow, never from the share of an exit."""
    if held.share is None or held.mean is None:
        return Claim("flow.return_named", {"source": held.source, "target": held.target})
    return Claim(
        "flow.return_rate",
        {"source": held.source, "target": held.target, "share": held.share, "mean": held.mean},
    )


def going_back(held: Return) -> Claim:
    """One way back, with its figures where they are known."""
    made = _going_back(held)
    assert made is not None
    return made


@claims("flow.approvals", "flow.approvals_least")
def approvals(found: FlowFindings, steps: Sequence[Step]) -> Claim | None:
    """The approvals; "at least" where not every activity says whether it is one."""
    if not found.approvals:
        return None
    key = "flow.approvals_least" if found.approvals.fact.partly else "flow.approvals"
    return Claim(key, {"n": found.approvals, "steps": tuple(steps)})
