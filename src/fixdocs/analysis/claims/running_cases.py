"""What classes of complaints, tickets and the process log say."""

from __future__ import annotations

from collections.abc import Sequence

from ..claim import Claim, claims
from ..running import ClassBar, Classes, LogFindings
from ..statistics import SMALL_SAMPLE

_EIGHTY, _CLOSE = 0.8, 0.8  # what the vital few reach; the smallest class as a part of the largest, to be alike


def of_classes(found: Classes) -> tuple[Claim | None, ...]:
    """All that is said of the classes: where they concentrate or that they do not, and what 其他 hides."""
    return only_class(found), rest(found), concentration(found), tied(found), spread(found)


@claims("running.one_complaint_class", "running.one_ticket_class")
def only_class(found: Classes) -> Claim | None:
    """That there is but one class."""
    if len(found.bars) != 1:
        return None
    key = "one_complaint_class" if found.source == "complaints" else "one_ticket_class"
    return Claim(f"running.{key}", {"name": found.bars[0].key, "n": found.bars[0].count})


@claims("running.concentrated_complaints", "running.concentrated_tickets")
def concentration(found: Classes) -> Claim | None:
    """集中在: the vital few are at most half of the named classes, reach 80 %, and the sample is not small."""
    few, named = found.vital, found.named
    if not few or 2 * len(few) > len(named) or few[-1].cumulative < _EIGHTY or found.total < SMALL_SAMPLE:
        return None
    held = {"names": _names(few), "of": found.n, "share": few[-1].cumulative}
    return Claim(f"running.concentrated_{found.source}", held)


@claims("running.tied_classes")
def tied(found: Classes) -> Claim | None:
    """That the last of the vital few is tied with others, which count among them."""
    if concentration(found) is None or not found.tied:
        return None
    count = next(bar.count for bar in found.bars if bar.key in found.tied)
    return Claim("running.tied_classes", {"names": found.tied, "n": count})


@claims("running.rest_largest", "running.rest_tied")
def rest(found: Classes) -> Claim | None:
    """That 其他 is larger than any class with a name, or as large as the largest."""
    other = found.rest
    if other is None or not found.named or not other.count:
        return None
    largest = found.named[0].count
    if other.count < largest:
        return None
    alike = [bar for bar in found.named if bar.count == other.count]
    held = {"name": other.key, "n": other.count, "share": other.share}
    if alike:
        return Claim("running.rest_tied", {**held, "names": _names(alike)})
    return Claim("running.rest_largest", held)


@claims(
    "running.equal_classes", "running.alike_classes", "running.leading", "running.leading_tied", "running.next",
    "running.next_tied",
)  # fmt: skip
def spread(found: Classes) -> Claim | None:
    """How the named classes lie where they do not concentrate: equal, alike, or with one or several in front.

    Those in front come next where 其他 is larger, and are named beside it already where it is as large.
    """
    named = found.named
    if len(named) < 2 or concentration(found) is not None:
        return None
    first, last = named[0], named[-1]
    if first.count == last.count:
        return Claim("running.equal_classes", {"names": _names(named), "n": first.count})
    if last.count >= _CLOSE * first.count:
        return Claim("running.alike_classes", {"names": _names(named), "high": first.count, "low": last.count})
    other = found.rest.count if found.rest else 0
    if other == first.count:
        return None
    front = [bar for bar in named if bar.count == first.count]
    held = {"names": _names(front), "n": first.count, "share": first.share}
    key = "leading" if other < first.count else "next"
    return Claim(f"running.{key}" if len(front) == 1 else f"running.{key}_tied", held)


@claims("running.rounded")
def rounded(found: Classes) -> Claim | None:
    """That the shares as printed do not add up as printed."""
    return Claim("running.rounded") if found.rounded else None


# The process log


@claims("running.rework", "running.no_rework")
def rework(found: LogFindings) -> Claim | None:
    """In how many cases an activity occurs more than once; what its absence stands for."""
    if not found.repeating:
        return Claim("running.no_rework", {"cases": found.cases})
    held = {"n": found.repeating, "cases": found.cases, "share": found.rework, "clean": found.no_repeat}
    return Claim("running.rework", held)


@claims("running.most_repeated", "running.most_repeated_tied", "running.only_repeated")
def repeated(found: LogFindings) -> Claim | None:
    """The activity that is repeated in the most cases, or all that are."""
    again = [activity for activity in found.activities if activity.repeated]
    if not again:
        return None
    most = max((activity.repeated for activity in again), key=int)
    names = tuple(activity.name for activity in again if activity.repeated == most)
    held = {"names": names, "n": most}
    if len(again) == 1:
        return Claim("running.only_repeated", held)
    return Claim("running.most_repeated" if len(names) == 1 else "running.most_repeated_tied", held)


@claims("running.all_ways_differ")
def ways(found: LogFindings) -> Claim | None:
    """That no two cases took the same way."""
    alike = found.cases > 1 and found.variants == found.cases
    return Claim("running.all_ways_differ", {"n": found.cases}) if alike else None


def _names(bars: Sequence[ClassBar]) -> tuple[str, ...]:
    return tuple(bar.key for bar in bars)
