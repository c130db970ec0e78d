"""What classes of complaints, tickets and the process log say."""

from __future__ import annotations

from collections.abc import Sequence

from ...schema.survey import Step
from ..claim import Claim, claims
from ..consistency import ComplaintCounts
from ..facts import Cells, Count, Fact
from ..flow import final_steps
from ..running import ClassBar, Classes, LogFindings, TicketFindings
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
    if not first.count:
        return None  # all that was counted is in 其他
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


@claims("running.complaints_apart")
def complaints_apart(held: ComplaintCounts) -> Claim | None:
    """That an indicator counts another number of complaints than their classes.

    Of an indicator with months missing only where it counts more already.
    """
    told, listed = held.told, held.listed
    if told == listed or (held.partly and told < listed):
        return None
    return Claim("running.complaints_apart", {"name": held.name, "told": told, "listed": listed})


@claims("running.rounded")
def rounded(found: Classes) -> Claim | None:
    """That the shares as printed do not add up as printed."""
    return Claim("running.rounded") if found.rounded else None


# Tickets


@claims("running.unclosed", "running.unclosed_all", "running.unclosed_some", "running.all_open")
def unclosed(found: TicketFindings) -> Claim | None:
    """The tickets that are not closed: they stand in no closing time, which those of their months may understate."""
    if not found.open:
        return None
    if found.closing is None:
        return Claim("running.all_open", {"n": found.open})
    months = tuple(month.month for month in found.months if month.unclosed)
    every = len(months) == sum(month.opened > 0 for month in found.months) > 2
    key = "unclosed_all" if every else "unclosed" if len(found.months) > 1 else "unclosed_some"
    return Claim(f"running.{key}", {"n": found.open, "months": months})


@claims("running.ticket_kinds")
def ticket_kinds(found: TicketFindings, classes: Classes | None) -> Claim | None:
    """The tickets' own types, where the chapter on classes tells those of complaints."""
    if classes is None or classes.source == "tickets" or not found.kinds:
        return None
    ranked = sorted(found.kinds, key=lambda pair: (-pair[1], pair[0]))
    parts = tuple(filter(None, (ticket_kind(found, name) for name, _ in ranked)))
    return Claim("running.ticket_kinds", {"parts": parts})


@claims("running.ticket_kinds_part")
def ticket_kind(found: TicketFindings, name: str) -> Claim | None:
    """How many tickets are of a type."""
    count = dict(found.kinds).get(name)
    if count is None:
        return None
    cells = (Cells("tickets", ("kind", "created")),)
    fact = Fact("running.ticket_kind", (name,), cells, "count", n=found.count)
    return Claim("running.ticket_kinds_part", {"name": name, "n": Count(count, fact)})


@claims("running.closed_later")
def closed_later(found: TicketFindings) -> Claim | None:
    """The tickets closed after the last month: the months' counts and backlog know them as open."""
    if not found.later or len(found.months) < 2:
        return None
    return Claim("running.closed_later", {"n": found.later, "month": found.months[-1].month})


# The process log


@claims("running.rework", "running.no_rework")
def rework(found: LogFindings) -> Claim | None:
    """In how many cases an activity occurs more than once; what its absence stands for."""
    if not found.repeating:
        return Claim("running.no_rework", {"cases": found.cases})
    held = {"n": found.repeating, "cases": found.cases, "share": found.rework, "clean": found.no_repeat}
    return Claim("running.rework", held)


@claims("running.marked", "running.marked_all", "running.marked_none")
def marked(found: TicketFindings) -> Claim | None:
    """What part of the tickets that say whether they are repeated are; all and none are said in words."""
    if found.repeated is None:
        return None
    if found.repeated in (0.0, 1.0):
        return Claim("running.marked_all" if found.repeated else "running.marked_none", {"n": found.marked})
    return Claim("running.marked", {"n": found.marked, "share": found.repeated})


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


@claims("running.mixed_starts")
def mixed_starts(found: LogFindings) -> Claim | None:
    """That some cases are timed from a start, the others from the end of their first event."""
    timed = found.throughput.n if found.throughput else 0
    if not 0 < found.from_start < timed:
        return None
    return Claim("running.mixed_starts", {"n": found.from_start, "of": timed})


@claims("running.unended")
def unended(found: LogFindings, steps: Sequence[Step]) -> Claim | None:
    """That cases stop before the flow's last steps: told where others of the log reach them."""
    final = {plain(step.name) for step in final_steps(steps)}
    names = tuple(name for name, _ in found.lasts if plain(name) in final)
    n = sum(count for name, count in found.lasts if plain(name) not in final)
    if not names or not n:
        return None
    cells = (*found.cases.fact.sources, Cells("steps", ("name", "kind", "exits"), tuple(steps)))
    left = Count(n, Fact("running.unended", (), cells, "count", n=found.cases))
    return Claim("running.unended", {"n": left, "cases": found.cases, "names": names})


@claims("running.all_ways_differ")
def ways(found: LogFindings) -> Claim | None:
    """That no two cases took the same way."""
    alike = found.cases > 1 and found.variants == found.cases
    return Claim("running.all_ways_differ", {"n": found.cases}) if alike else None


@claims("running.more_ways")
def more_ways(found: LogFindings) -> Claim | None:
    """The ways that the list of the most frequent ones leaves out, and their cases."""
    shown = found.top_variants
    left = found.variants - len(shown)
    if not shown or left < 1:
        return None
    told = sum(way.cases for way in shown)
    cells = found.variants.fact.sources
    held = {"shown": Count(len(shown), Fact("running.ways_shown", (), cells, "count")),
            "n": Count(left, Fact("running.ways_left", (), cells, "count")),
            "cases": Count(found.cases - told, Fact("running.ways_left_cases", (), cells, "count"))}  # fmt: skip
    return Claim("running.more_ways", held)


@claims("running.unlisted")
def unlisted(found: LogFindings, steps: Sequence[Step]) -> Claim | None:
    """The log's activities that are no step of the flow, where others of its activities are."""
    known = {plain(step.name) for step in steps}
    strange = tuple(each for each in found.activities if plain(each.name) not in known)
    if not strange or len(strange) == len(found.activities):
        return None
    n = Count(len(strange), Fact("running.unlisted", (), found.kinds.fact.sources, "count"))
    return Claim("running.unlisted", {"of": found.kinds, "n": n, "names": tuple(each.name for each in strange)})


@claims("running.first_events")
def first_events(found: LogFindings) -> Claim | None:
    """What an activity's mean stay is, and leaves out: said where the stays of several are told."""
    several = sum(each.stay is not None for each in found.activities) > 1
    return Claim("running.first_events") if several else None


def plain(name: str) -> str:
    """A name without its blanks."""
    return "".join(name.split())


def _names(bars: Sequence[ClassBar]) -> tuple[str, ...]:
    return tuple(bar.key for bar in bars)
