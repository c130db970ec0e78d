"""What may be said of the issues: which are core, where they gather, what is put off, late or without a source."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ...schema import WHOLE
from ...schema.choices import IssueClass, IssueStatus, Treatment
from ...schema.improve import Issue
from ...schema.survey import Step
from ..claim import Claim, Keys, claims
from ..evidence import unproved as unproving
from ..facts import Cells, Count, Fact
from ..findings import Findings
from ..issues import ClassCount, IssueFindings, Quadrant, RatedIssue, counted_by

_NAMED = 5  # core issues that are told by their texts
_STEPS = 3  # steps that share the first place and are still worth a sentence


def keys(items: Sequence[RatedIssue]) -> Keys:
    """The numbers of issues."""
    return Keys(item.issue.id for item in items)


def class_name(kind: str) -> IssueClass | str:
    """A standard class, or the team's own as it was written."""
    return IssueClass(kind) if kind in set(IssueClass) else kind


def classes_count(found: IssueFindings) -> Count:
    """How many classes the issues fall into."""
    rows = tuple(item.issue for item in found.rated)
    return Count(len(found.by_class), Fact("issues.classes", (), (Cells("issues", ("kind",), rows),), unit="count"))


@claims("issues.share", "issues.share_all", "issues.share_none")
def core_share(found: IssueFindings) -> Claim | None:
    """What part of several issues is core; all and none are said in words."""
    if len(found.rated) < 2:
        return None
    if len(found.core) in (0, len(found.rated)):
        return Claim("issues.share_all" if found.core else "issues.share_none")
    return Claim("issues.share", {"n": found.count, "share": found.core_share})


def untreated_count(found: IssueFindings) -> Count:
    """How many issues are put off or not treated."""
    return counted_by("untreated", found.untreated, ("treatment",))


# Which are core


@claims("issues.counted_none", "issues.counted_lowered", "issues.counted_first", "issues.counted")
def counted(found: IssueFindings) -> Claim | None:
    """How many issues there are and which are core; that those come first only where none is put off or closed."""
    if len(found.rated) < 2:
        return None
    if not found.core:
        lowered = found.within(Quadrant.CORE)
        key = "issues.counted_lowered" if lowered else "issues.counted_none"
        return Claim(key, {"n": found.count, "keys": keys(lowered)})
    key = "issues.counted_first" if _all_ahead(found) else "issues.counted"
    return Claim(key, {"n": found.count, "core": found.core_count, "keys": keys(found.core)})


@claims("issues.opening", "issues.opening_some")
def opening(found: IssueFindings) -> Claim | None:
    """The core issues by their texts, some of many, where all of them are still to be dealt with."""
    if len(found.rated) < 2 or not found.core or not _all_ahead(found):
        return None
    named = tuple(made for item in found.rated if (made := named_core(item)))[:_NAMED]
    key = "issues.opening" if len(named) == len(found.core) else "issues.opening_some"
    return Claim(key, {"n": found.count, "core": found.core_count, "items": named})


@claims("issues.named")
def named_core(item: RatedIssue) -> Claim | None:
    """A core issue by number and text, in a list whose items hold commas."""
    return Claim("issues.named", {"issue": item.issue}) if item.core else None


def _all_ahead(found: IssueFindings) -> bool:
    late = (Treatment.DEFERRED, Treatment.NONE)
    return not any(i.issue.treatment in late or i.issue.status is IssueStatus.CLOSED for i in found.core)


@claims("issues.nearest", "issues.below")
def nearest(found: IssueFindings) -> Claim | None:
    """No issue reaches both thresholds; which come nearest where some are farther off."""
    if found.core or not found.nearest:
        return None
    limits = {"impact": found.high_impact, "frequency": found.high_frequency}
    if len(found.nearest) == len(found.rated):
        return Claim("issues.below", limits)
    first = found.nearest[0].issue
    missing = max(0, found.high_impact - first.impact) + max(0, found.high_frequency - first.frequency)
    rows = tuple(item.issue for item in found.nearest)
    cells = Cells("issues", ("impact", "frequency"), rows)
    gap = Count(int(missing), Fact("issues.gap", (), (cells,), unit="count"))
    return Claim("issues.nearest", {**limits, "near": keys(found.nearest), "gap": gap})


# Where they gather


@claims("issues.class_top", "issues.class_tied", "issues.class_even", "issues.class_only")
def largest_class(found: IssueFindings) -> Claim | None:
    """The class with the most issues; those that tie; or that all hold as many."""
    rows = found.by_class
    if len(found.rated) < 2:
        return None
    if len(rows) == 1:
        return Claim("issues.class_only", {"n": found.count, "name": class_name(rows[0].kind)})
    top = top_classes(found)
    if not top:
        slots = {"n": found.count, "classes": classes_count(found), "each": rows[0].count}
        return Claim("issues.class_even", slots)
    key = "issues.class_tied" if len(top) > 1 else "issues.class_top"
    names = tuple(class_name(row.kind) for row in top)
    return Claim(key, {"name": names, "n": top[0].count, "all": found.count, "share": top[0].share})


def top_classes(found: IssueFindings) -> tuple[ClassCount, ...]:
    """The classes that hold most issues; none where all hold as many, or there is one class."""
    most = found.by_class[0].count
    top = tuple(row for row in found.by_class if row.count == most)
    return top if len(top) < len(found.by_class) else ()


@claims("issues.core_class_top", "issues.core_class_tied", "issues.core_class_only")
def core_class(found: IssueFindings) -> Claim | None:
    """Where the core issues lie among several classes; nothing where each class holds one, or all as many."""
    held = [row for row in found.by_class if row.core]
    if len(found.by_class) < 2 or len(found.core) < 2:
        return None
    if len(held) == 1:
        return Claim("issues.core_class_only", {"n": found.core_count, "name": class_name(held[0].kind)})
    most = max(row.core for row in held)
    top = [row for row in held if row.core == most]
    if most < 2 or len(top) == len(held):
        return None
    key = "issues.core_class_tied" if len(top) > 1 else "issues.core_class_top"
    return Claim(key, {"name": tuple(class_name(row.kind) for row in top), "n": top[0].core})


@claims(
    "issues.step_top", "issues.steps_top", "issues.step_top_given", "issues.steps_top_given", "issues.step_top_apart",
    "issues.steps_top_apart",
)  # fmt: skip
def step(found: IssueFindings, steps: Sequence[Step]) -> Claim | None:
    """The steps that most issues touch: several issues, few steps; among those that name any where some name none.

    Issues of the whole process touch every step alike and are told apart.
    """
    given = [item for item in found.rated if set(item.issue.steps) - {WHOLE}]
    touched = dict.fromkeys(key for item in given for key in item.issue.steps if key != WHOLE)
    counts = {
        key: counted_by("step", [i for i in given if key in i.issue.steps], ("steps",), (key,)) for key in touched
    }
    most = max(counts.values(), default=0)
    top = sorted(key for key, n in counts.items() if n == most)
    if most < 2 or len(top) > _STEPS or len(top) == len(counts) > 1:
        return None
    rows = {row.id: row for row in steps}
    names = tuple(rows.get(key, key) for key in top)
    name = "issues.steps_top" if len(top) > 1 else "issues.step_top"
    slots = {"step": names, "n": counts[top[0]]}
    if len(given) == len(found.rated):
        return Claim(name, slots)
    if all(item.issue.steps for item in found.rated):
        return Claim(f"{name}_apart", slots)
    return Claim(f"{name}_given", {**slots, "given": counted_by("with_steps", given, ("steps",))})


# What is put off, late, done, without a source


@claims("issues.deferred_core")
def deferred_core(found: IssueFindings) -> Claim | None:
    """Core issues that are put off or not treated."""
    items = [item for item in found.untreated if item.core]
    return Claim("issues.deferred_core", {"keys": keys(items)}) if items else None


@claims("issues.deferred_silent")
def deferred_silent(found: IssueFindings) -> Claim | None:
    """Issues put off without a reason."""
    items = [item for item in found.untreated if not item.issue.deferral_reason]
    return Claim("issues.deferred_silent", {"keys": keys(items)}) if items else None


def overdue_items(found: IssueFindings, day: date) -> tuple[RatedIssue, ...]:
    """The issues that were to be done before ``day`` and are not, as their status says; not those left alone."""
    return tuple(i for i in _past(found, day) if i.issue.status in (IssueStatus.OPEN, IssueStatus.RUNNING))


@claims("issues.undated")
def undated(found: IssueFindings) -> Claim | None:
    """Issues to be solved in this round that have no date, where other issues have one."""
    wanted = [i for i in found.rated if i.issue.treatment in (Treatment.NOW, Treatment.PLANNED)]
    items = [i for i in wanted if i.issue.due is None and i.issue.status is not IssueStatus.CLOSED]
    dated = any(item.issue.due for item in found.rated)
    return Claim("issues.undated", {"keys": keys(items)}) if items and dated else None


@claims("issues.past_due")
def past_due(issue: Issue, day: date) -> Claim | None:
    """An issue's date lies before ``day`` and nobody says that it is closed."""
    over = issue.due is not None and issue.due < day and issue.status is not IssueStatus.CLOSED
    return Claim("issues.past_due") if over else None


def _past(found: IssueFindings, day: date) -> tuple[RatedIssue, ...]:
    wanted = (item for item in found.rated if item.issue.treatment is not Treatment.NONE)
    return tuple(item for item in wanted if item.issue.due is not None and item.issue.due < day)


@claims("issues.overdue")
def overdue(found: IssueFindings, day: date) -> Claim | None:
    """Issues past their date and not closed."""
    items = overdue_items(found, day)
    n = counted_by("overdue", items, ("due", "status"))
    return Claim("issues.overdue", {"n": n, "keys": keys(items), "day": day}) if items else None


@claims("issues.overdue_unknown")
def overdue_unknown(found: IssueFindings, day: date) -> Claim | None:
    """Issues past their date of which nobody says whether they are done."""
    items = [item for item in _past(found, day) if item.issue.status is None]
    return Claim("issues.overdue_unknown", {"keys": keys(items)}) if items else None


@claims("issues.closed", "issues.closed_core")
def closed(found: IssueFindings) -> Claim | None:
    """Issues that are closed already, and which of them are core."""
    items = [item for item in found.rated if item.issue.status is IssueStatus.CLOSED]
    core = [item for item in items if item.core]
    slots = {"n": counted_by("closed", items, ("status",)), "keys": keys(items), "core": keys(core)}
    key = "issues.closed_core" if core and len(core) < len(items) else "issues.closed"
    return Claim(key, slots) if items else None


@claims("issues.in_core", "issues.none_in_core", "issues.all_in_core")
def in_core(found: IssueFindings) -> Claim | None:
    """How many of several issues lie in the core quadrant; none and all are said in words."""
    if len(found.rated) < 2:
        return None
    held = found.within(Quadrant.CORE)
    if len(held) == len(found.rated):
        return Claim("issues.all_in_core")
    return Claim("issues.in_core", {"n": found.quadrant_count(Quadrant.CORE)}) if held else Claim("issues.none_in_core")


@claims("issues.sourceless")
def sourceless(found: IssueFindings) -> Claim | None:
    """Issues that name no source."""
    items = [item for item in found.rated if not item.issue.evidence]
    n = counted_by("sourceless", items, ("evidence",))
    return Claim("issues.sourceless", {"n": n, "keys": keys(items)}) if items else None


@claims("issues.unproved", "issues.unproving")
def unproved(findings: Findings, item: RatedIssue) -> Claim | None:
    """An issue names no source, or none that is evidence."""
    if not item.issue.evidence:
        return Claim("issues.unproved")
    return Claim("issues.unproving") if unproving(findings, [item]) else None


@claims("issues.proofless")
def proofless(findings: Findings, items: Sequence[RatedIssue]) -> Claim | None:
    """Issues that name sources of which none is evidence."""
    held = unproving(findings, items)
    return Claim("issues.proofless", {"keys": keys(held)}) if held else None


@claims("issues.core_sourceless", "issues.core_unproved")
def core_sourceless(found: IssueFindings) -> Claim | None:
    """Core issues that name no source; all of several."""
    items = [item for item in found.core if not item.issue.evidence]
    if not items:
        return None
    if len(items) == len(found.core) > 1:
        return Claim("issues.core_unproved", {"n": found.core_count})
    return Claim("issues.core_sourceless", {"keys": keys(items)})
