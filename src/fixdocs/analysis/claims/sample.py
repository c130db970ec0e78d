"""What may be said of the sample: planned, actual and recorded numbers, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence

from ...schema.choices import PartyKind, SurveyMethod
from ...schema.survey import Question
from ..answers import GROUPS, QuestionnaireFindings, group_of
from ..claim import Claim, claims
from ..facts import Count, tally
from ..voices import Coverage, InterviewFindings, added, interviewed, share


@claims("voices.reached", "voices.exceeded")
def reached(line: Coverage) -> Claim | None:
    """A party's planned and actual numbers differ, and are not those of its questionnaires, of which more is said."""
    if line.planned is None or line.actual is None or line.planned == line.actual or line.reached is None:
        return None
    if (line.planned, line.actual) == (line.sent, line.returned):
        return None
    slots = {"party": line.party.kind, "group": line.party.group, "planned": line.planned, "actual": line.actual}
    if line.actual > line.planned:
        return Claim("voices.exceeded", slots)
    return Claim("voices.reached", slots | {"share": line.reached})


@claims("voices.no_actual", "voices.no_returned")
def unreported(line: Coverage) -> Claim | None:
    """A party's plan has no actual number, or its questionnaires no returned one."""
    slots = {"party": line.party.kind, "group": line.party.group}
    if line.planned is not None and line.actual is None:
        return Claim("voices.no_actual", slots | {"n": line.planned})
    if line.sent is not None and line.returned is None:
        return Claim("voices.no_returned", slots | {"n": line.sent})
    return None


def _interviews(lines: Sequence[Coverage]) -> list[Coverage]:
    return [line for line in lines if SurveyMethod.INTERVIEW in line.party.methods]


def asked(lines: Sequence[Coverage]) -> list[Coverage]:
    """The lines that say anything of questionnaires."""
    return [c for c in lines if any(value is not None for value in (c.sent, c.returned, c.valid))]


@claims("voices.returned", "voices.returned_of")
def returned(lines: Sequence[Coverage]) -> Claim | None:
    """One group's questionnaires sent and returned, over the lines that state both; that some don't is said."""
    rows = asked(lines)
    both = [c for c in rows if c.sent is not None and c.returned is not None]
    about = _about(rows)
    sent, back = added("sent", [c.sent for c in both], *about), added("returned", [c.returned for c in both], *about)
    rate = share("return_rate", back, sent, *about)
    if sent is None or back is None or rate is None:
        return None
    slots = {"who": _whose(rows), "sent": sent, "back": back, "share": rate}
    if len(both) == len(rows):
        return Claim("voices.returned", slots)
    lines_of = ("sent", "returned")
    whole = tally("voices.asked", [c.party for c in rows], "parties", lines_of, about)
    stated = tally("voices.stated", [c.party for c in both], "parties", lines_of, about)
    return Claim("voices.returned_of", slots | {"n": stated, "total": whole})


@claims("voices.valid")
def valid(lines: Sequence[Coverage]) -> Claim | None:
    """One group's valid questionnaires among the returned, where every line states both."""
    rows = asked(lines)
    about = _about(rows)
    back, good = added("returned", [c.returned for c in rows], *about), _valid(rows, *about)
    rate = share("valid_rate", good, back, *about)
    return Claim("voices.valid", {"who": _whose(rows), "n": good, "share": rate}) if rate is not None else None


def by_group(lines: Sequence[Coverage]) -> list[list[Coverage]]:
    """The lines that say anything of questionnaires, customers' and staff's apart."""
    rows = asked(lines)
    return [own for name in GROUPS if (own := [c for c in rows if group_of(c.party.kind) == name])]


def _about(rows: Sequence[Coverage]) -> tuple[str, ...]:
    """What tells the sums of these lines from those of others: the parties they are of."""
    return tuple(dict.fromkeys(c.party.kind for c in rows)) or ("all",)


@claims("voices.customers", "voices.staff")
def _whose(lines: Sequence[Coverage]) -> Claim | None:
    """Whose questionnaires ``lines`` tell of; None for those of everybody."""
    groups = {group_of(c.party.kind) for c in lines}
    return Claim(f"voices.{groups.pop()}") if len(groups) == 1 else None


def _valid(rows: Sequence[Coverage], *about: str) -> Count | None:
    return added("valid", [c.valid for c in rows], *(about or ("all",)))


@claims("voices.interviews_differ")
def interviews_differ(lines: Sequence[Coverage], found: InterviewFindings | None) -> Claim | None:
    """All interviewed lines together state another number than there are interviews."""
    told = interviewed(lines)
    if told is None or found is None or told == found.interviews:
        return None
    if any(_unlisted(lines, party) for party, _, _ in found.by_party):
        return None  # those interviews are of nobody the lines count
    return Claim("voices.interviews_differ", {"told": told, "held": found.interviews})


def _unlisted(lines: Sequence[Coverage], party: PartyKind) -> bool:
    """Whether no line of ``party`` was interviewed, as far as the lines tell."""
    return not any(c.party.kind is party and (not c.party.methods or c in _interviews(lines)) for c in lines)


@claims("voices.party_unlisted", "voices.party_unplanned")
def party_unlisted(lines: Sequence[Coverage], found: InterviewFindings | None, party: PartyKind) -> Claim | None:
    """A party has interviews that the list of parties does not name: neither the party nor, of it, that method."""
    held = next((n for p, n, _ in found.by_party if p is party), None) if found else None
    if held is None or not lines or not _unlisted(lines, party):
        return None
    key = "unplanned" if any(line.party.kind is party for line in lines) else "unlisted"
    return Claim(f"voices.party_{key}", {"party": party, "held": held})


@claims("voices.party_interviews_differ", "voices.party_without_interview")
def party_interviews_differ(
    lines: Sequence[Coverage], found: InterviewFindings | None, party: PartyKind
) -> Claim | None:
    """A party states another number of interviews than there are of it; or there are none of it."""
    own = [c for c in _interviews(lines) if c.party.kind is party]
    told = interviewed(own, party)
    held = next((n for p, n, _ in found.by_party if p is party), None) if found else None
    if told is None or told == (held or 0):
        return None
    if held is None:
        return Claim("voices.party_without_interview", {"party": party, "told": told})
    return Claim("voices.party_interviews_differ", {"party": party, "told": told, "held": held})


@claims("voices.answers_differ", "voices.no_answer_sheets")
def answers_differ(lines: Sequence[Coverage], sheets: Count | None) -> Claim | None:
    """Another number of valid questionnaires is stated than there are answer sheets; or there are none."""
    told = _valid(asked(lines))
    if told is None or told == (sheets or 0):
        return None
    if sheets is None:
        return Claim("voices.no_answer_sheets", {"told": told})
    return Claim("voices.answers_differ", {"told": told, "held": sheets})


@claims("voices.party_answers_differ")
def party_answers_differ(
    lines: Sequence[Coverage], found: QuestionnaireFindings | None, party: PartyKind
) -> Claim | None:
    """A party states another number of valid questionnaires than it has answer sheets, where all name their party."""
    if found is None or found.group("unstated") is not None:
        return None
    told = _valid([c for c in asked(lines) if c.party.kind is party], party)
    held = next((n for p, n in found.by_party if p is party), None)
    if told is None or held is None or told == held:
        return None
    return Claim("voices.party_answers_differ", {"party": party, "told": told, "held": held})


@claims("voices.no_parties")
def no_parties(lines: Sequence[Coverage], found: InterviewFindings | None, sheets: Count | None) -> Claim | None:
    """People were heard, and nothing tells whom it was meant to hear."""
    return Claim("voices.no_parties") if not lines and (found or sheets) else None


@claims("voices.front_unheard")
def front_unheard(
    lines: Sequence[Coverage], found: InterviewFindings | None, answered: QuestionnaireFindings | None
) -> Claim | None:
    """People were heard, but nobody of the front line, nor was anybody of it to be, as far as the sheets tell."""
    heard = [*(p for p, *_ in found.by_party)] if found else []
    heard += [p for p, _ in answered.by_party] if answered else []
    listed = any(line.party.kind is PartyKind.FRONT_LINE for line in lines)
    if not heard or PartyKind.FRONT_LINE in heard or listed:
        return None
    if answered is not None and answered.group("unstated") is not None:
        return None
    return Claim("voices.front_unheard")


@claims("voices.unasked")
def unasked(questions: Sequence[Question], lines: Sequence[Coverage], sheets: Count | None) -> Claim | None:
    """There are questions and no answer sheet, and no line states any, of which more would be said."""
    if not questions or sheets is not None or answers_differ(lines, sheets) is not None:
        return None
    return Claim("voices.unasked", {"n": tally("voices.questions", questions, "questions")})
