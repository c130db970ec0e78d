"""What may be said of interviews and observations."""

from __future__ import annotations

from collections.abc import Sequence

from ...schema import WHOLE
from ...schema.choices import Nature
from ...schema.improve import Issue
from ...schema.survey import Interview, Observation, ProjectInfo, Step
from ..claim import Claim, claims
from ..facts import Cells, Fact, Quantity, tally
from ..voices import InterviewFindings, ObservationFindings, only_bright, topics_of


@claims("voices.interviewed")
def interviewed(found: InterviewFindings | None) -> Claim | None:
    """How many interviews there were, by their numbers, and how many findings."""
    if found is None:
        return None
    return Claim("voices.interviewed", {"n": found.interviews, "findings": found.findings})


@claims("voices.shared_interviews")
def shared(found: InterviewFindings | None) -> Claim | None:
    """Some interviews count for several parties: the parties' interviews add up to more than there were."""
    if found is None or sum(n for _, n, _ in found.by_party) == found.interviews:
        return None
    return Claim("voices.shared_interviews", {"n": found.interviews})


@claims("voices.top_pain", "voices.tied_pains", "voices.even_pains", "voices.only_pain")
def pains(found: InterviewFindings | None) -> Claim | None:
    """The pain that most interviews raised; ties are named, and where all are raised alike none is first."""
    if found is None or not found.pains:
        return None
    most = found.pains[0].raised_by
    top = [topic for topic in found.pains if topic.raised_by == most]
    slots = {"topics": tuple(t.topic for t in top), "n": most, "pains": topics_of(Nature.PAIN, found.pains)}
    if len(found.pains) == 1:
        return Claim("voices.only_pain", slots)
    if len(top) == len(found.pains):
        return Claim("voices.even_pains", slots)
    return Claim("voices.top_pain" if len(top) == 1 else "voices.tied_pains", slots)


@claims("voices.quoted")
def quoted(found: InterviewFindings, shown: int) -> Claim | None:
    """How many of the findings' quotations are ``shown``, where not all are."""
    if len(found.quotes) <= shown:
        return None
    n = tally("voices.quoted", found.quotes[:shown], "interviews", ("quote",))
    return Claim("voices.quoted", {"n": n, "of": tally("voices.quotes", found.quotes, "interviews", ("quote",))})


@claims("voices.bright_as_pain")
def bright_as_pain(rows: Sequence[Interview]) -> Claim | None:
    """An interview that tells of bright spots alone is no evidence of an issue."""
    return Claim("voices.bright_as_pain") if only_bright(rows) else None


@claims("voices.elsewhere")
def elsewhere(row: Interview, issue: Issue) -> Claim | None:
    """A finding cited for an issue was said of other steps than the issue's."""
    if not row.steps or not issue.steps or {WHOLE, *row.steps} & {*issue.steps} or WHOLE in row.steps:
        return None
    return Claim("voices.elsewhere")


@claims("voices.seen", "voices.seen_partly", "voices.seen_untold")
def seen(found: ObservationFindings | None) -> Claim | None:
    """How many observations there are and how often the thing was seen; without times only the first."""
    if found is None:
        return None
    if found.times is None:
        return Claim("voices.seen_untold", {"n": found.count})
    key = "voices.seen_partly" if found.times.fact.partly else "voices.seen"
    return Claim(key, {"n": found.count, "times": found.times})


@claims("voices.longest_seen", "voices.longest_seen_tied", "voices.longest_known", "voices.longest_known_tied")
def longest_seen(found: ObservationFindings | None, steps: Sequence[Step]) -> Claim | None:
    """What took most time, times × duration; of how many observations, where some don't tell. Ties are named."""
    if found is None or len(found.timed) < 2:
        return None
    most = found.timed[0][1]
    top = [row for row, taken in found.timed if taken == most]
    if len(top) == len(found.timed):
        return None
    key = "voices.longest_seen" if len(found.timed) == found.count else "voices.longest_known"
    names = {step.id: step for step in steps}
    slots = {
        "what": tuple((_what(row, names.get(row.step or "")),) for row in top),
        "time": most,
        "n": found.known,
        "total": found.count,
    }
    return Claim(key if len(top) == 1 else f"{key}_tied", slots)


def _what(row: Observation, step: Step | None) -> Claim:
    text = " ".join(row.description.split()).rstrip("\u3002.\uff1b;\uff0c,\u3001 ")
    return Claim("voices.what_at", {"what": text, "step": step}) if step else Claim("voices.what", {"what": text})


@claims("voices.day_minutes")
def day_minutes(found: ObservationFindings | None, info: ProjectInfo) -> Claim | None:
    """How many minutes a working day has, where what took longest is told in days beside sums in minutes."""
    day = info.hours_per_day * 60
    if found is None or len(found.timed) < 2 or found.timed[0][1] < 2 * day:
        return None
    cells = (Cells(type(info).sheet.name, ("hours_per_day",), (info,)),)
    return Claim("voices.day_minutes", {"minutes": Quantity(day, Fact("voices.day_minutes", (), cells))})


@claims("voices.calendar_seen")
def calendar_seen(found: ObservationFindings | None) -> Claim | None:
    """Calendar days stand in the sums as working time, where several observations are summed or held together."""
    if found is None or found.calendar is None or len(found.timed) < 2:
        return None
    return Claim("voices.calendar_seen", {"time": found.calendar})


@claims("voices.partly_seen")
def partly_seen(found: ObservationFindings | None) -> Claim | None:
    """Some observations lack times or duration: their time stands in no sum."""
    if found is None or len(found.timed) == found.count:
        return None
    return Claim("voices.partly_seen", {"n": found.untold, "total": found.count})
