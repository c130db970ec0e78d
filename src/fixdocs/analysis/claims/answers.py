"""What may be said of the questionnaire: by customers and staff, never of both together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...schema.choices import QuestionKind, Wording
from ...schema.survey import Question
from ..answers import Dimension, GroupFindings, ItemFindings, Option, QuestionnaireFindings
from ..claim import Claim, Keys, claims
from ..facts import Count, Fact, sources, tally
from ..rounding import rounded
from ..running import IndicatorFindings
from ..statistics import SMALL_SAMPLE

_FIVE = 5  # the levels of the items that satisfaction is counted over
_ENOUGH = 5  # answers that every item must have before items are ranked
_DIGITS = 2  # of a mean as it is printed: what looks alike is a tie


@claims("voices.customers", "voices.staff", "voices.unstated")
def who(held: GroupFindings | None) -> Claim | None:
    """The name of a group: customers, staff, or those whose party is not stated."""
    return Claim(f"voices.{held.group}") if held else None


@claims("voices.question", "voices.question_turned")
def asked(question: Question | None) -> Claim | None:
    """A question by its text; of a reversed item it is said that its figures are converted."""
    if question is None:
        return None
    return Claim("voices.question_turned" if is_turned(question) else "voices.question", {"text": question.text})


def is_turned(question: Question) -> bool:
    """Whether an item on a scale is reversed: its figures are converted so that high is good."""
    return question.kind is QuestionKind.LIKERT and question.wording is Wording.REVERSE


def _several(parts: Sequence[Claim | str]) -> tuple[object, ...]:
    """Names in a sentence's list: a claim alone in its own list is joined as a name, not as a clause."""
    return tuple((part,) if isinstance(part, Claim) else part for part in parts)


@claims("voices.answers_customers", "voices.answers_staff", "voices.answers_unstated", "voices.answers_by")
def answered(found: QuestionnaireFindings | None) -> Claim | None:
    """How many sheets were answered, and by whom."""
    if found is None:
        return None
    if len(found.groups) > 1:
        parts = tuple(_part(held) for held in found.groups)
        return Claim("voices.answers_by", {"n": found.answers, "parts": parts})
    (held,) = found.groups
    return Claim(f"voices.answers_{held.group}", {"n": found.answers, "kinds": held.parties})


def _part(held: GroupFindings) -> Claim:
    return Claim(f"voices.part_{held.group}", {"n": held.answers, "kinds": held.parties})


@claims("voices.satisfaction")
def satisfaction(held: GroupFindings | None) -> Claim | None:
    """One group's satisfaction; only where it answered items of five levels."""
    if held is None or held.satisfaction is None:
        return None
    return Claim("voices.satisfaction", {"who": who(held), "share": held.satisfaction, "n": held.answers})


@claims("voices.satisfaction_rule", "voices.satisfaction_rule_some")
def satisfaction_rule(found: QuestionnaireFindings | None) -> Claim | None:
    """How satisfaction is counted, over which items and answers, said once where a group has one."""
    held = [group for group in found.groups if group.satisfaction is not None] if found else []
    if not held:
        return None
    scaled = [item for group in held for item in group.items if item.question.kind is QuestionKind.LIKERT]
    five = _keys(item for item in scaled if item.csat is not None)
    slots = {"keys": five, "parts": tuple(map(_given, held))}
    others = Keys(key for key in _keys(item for item in scaled if item.scale != _FIVE) if key not in five)
    if not others:
        return Claim("voices.satisfaction_rule", slots)
    return Claim("voices.satisfaction_rule_some", slots | {"others": others})


@claims("voices.satisfaction_turned")
def satisfaction_turned(found: QuestionnaireFindings | None) -> Claim | None:
    """The reversed items among those that satisfaction is counted over."""
    items = [item for held in found.groups for item in held.items if item.csat is not None] if found else []
    keys = _keys(item for item in items if is_turned(item.question))
    return Claim("voices.satisfaction_turned", {"keys": keys}) if keys else None


def _keys(items: Iterable[ItemFindings]) -> Keys:
    return Keys(dict.fromkeys(item.question.id for item in items))


def _given(held: GroupFindings) -> Claim:
    """How many answers a group's satisfaction rests on."""
    five = [item.n for item in held.items if item.csat is not None]
    n = Count(sum(five), Fact("voices.satisfied_of", (held.group,), sources(*five), "count"))
    return Claim("voices.answers_given", {"who": who(held), "n": n})


@claims("voices.satisfaction_apart")
def satisfaction_apart(found: QuestionnaireFindings | None, rated: Sequence[IndicatorFindings]) -> Claim | None:
    """That an indicator of satisfaction is another figure than the questionnaire's."""
    if not rated or satisfaction_rule(found) is None:
        return None
    return Claim("voices.satisfaction_apart", {"names": tuple(item.indicator.name for item in rated)})


@claims("voices.few_answers")
def few_answers(found: QuestionnaireFindings) -> Claim | None:
    """The items on a scale that hardly anybody of a group answered: their figures stand on less than five answers."""
    held = [(group, item) for group in found.groups for item in group.items if item.mean is not None]
    few = tuple(_few(group, item) for group, item in held if item.n < _ENOUGH <= group.answers)
    return Claim("voices.few_answers", {"parts": few}) if few else None


def _few(held: GroupFindings, item: ItemFindings) -> Claim:
    return Claim("voices.few", {"key": item.question.id, "who": who(held), "n": item.n})


@claims("voices.small_group")
def small(held: GroupFindings | None) -> Claim | None:
    """The caution that a group of less than 30 asks for."""
    if held is None or held.answers >= SMALL_SAMPLE:
        return None
    return Claim("voices.small_group", {"who": who(held), "n": held.answers})


def rankable(held: GroupFindings, found: QuestionnaireFindings) -> list[ItemFindings]:
    """Items that may be ranked: several, of one scale, each with answers enough; the lowest first. Else none."""
    items = [i for i in held.items if i.question.kind is QuestionKind.LIKERT]
    if len(found.scales) != 1 or len(items) < 2 or any(i.mean is None or i.n < _ENOUGH for i in items):
        return []
    return sorted(items, key=lambda i: (_printed(i.mean), i.question.id))


def _printed(value: float | None) -> float:
    return float(rounded(value or 0.0, _DIGITS))


@claims("voices.lowest", "voices.lowest_tied", "voices.all_equal")
def lowest(held: GroupFindings | None, found: QuestionnaireFindings) -> Claim | None:
    """The item with the lowest mean of a group; ties are named, and where all are alike that is said."""
    ranked = rankable(held, found) if held else []
    if not ranked:
        return None
    least = [i for i in ranked if _printed(i.mean) == _printed(ranked[0].mean)]
    slots = {"who": who(held), "mean": least[0].mean, "scale": found.scales[0]}
    if len(least) == len(ranked):
        return Claim("voices.all_equal", slots)
    if len(least) > 1:
        return Claim("voices.lowest_tied", slots | {"items": _several([_named(i) for i in least])})
    return Claim("voices.lowest", slots | {"item": _named(least[0]), "n": least[0].n})


def _named(item: ItemFindings) -> Claim:
    made = asked(item.question)
    assert made is not None
    return made


@claims("voices.dimensions")
def dimensions(held: GroupFindings | None, found: QuestionnaireFindings) -> Claim | None:
    """The lowest and the highest dimension of a group; ties are named. None where all are alike, or answers few."""
    ranked = list(held.dimensions) if held else []
    if len(ranked) < 2 or any((d.mean.fact.n or 0) < _ENOUGH for d in ranked):
        return None
    low, high = _printed(ranked[0].mean), _printed(ranked[-1].mean)
    if low == high:
        return None
    least, most = ([d for d in ranked if _printed(d.mean) == at] for at in (low, high))
    slots = {"who": who(held), "low": _end("low", least), "high": _end("high", most), "scale": found.scales[0]}
    return Claim("voices.dimensions", slots)


def _end(end: str, tied: Sequence[Dimension]) -> Claim:
    key = f"voices.dimension_{end}" + ("_tied" if len(tied) > 1 else "")
    return Claim(key, {"names": tuple(d.name for d in tied), "mean": tied[0].mean})


@claims("voices.scales_mixed")
def mixed(found: QuestionnaireFindings | None) -> Claim | None:
    """Items of several scales are neither ranked nor averaged."""
    if found is None or len(found.scales) < 2:
        return None
    return Claim("voices.scales_mixed", {"scales": found.scales})


@claims("voices.unanswered")
def unanswered(found: QuestionnaireFindings | None, questions: Sequence[Question]) -> Claim | None:
    """Questions without any answer stand in no table: they are named."""
    if found is None:
        return None
    held = [q for q in questions if not found.items(q.id)]
    if not held:
        return None
    n = tally("voices.unanswered", held, "questions")
    return Claim("voices.unanswered", {"n": n, "keys": tuple(q.id for q in held)})


@claims("voices.nps")
def promoters(item: ItemFindings, held: GroupFindings | None) -> Claim | None:
    """A group's net promoter score."""
    if item.nps is None or held is None:
        return None
    return Claim("voices.nps", {"who": who(held), "item": _named(item), "nps": item.nps, "n": item.n})


@claims("voices.item")
def item(found: QuestionnaireFindings | None, key: str) -> Claim | None:
    """What each group answered to question ``key``: mean, net promoter score or most chosen option."""
    held = found.items(key) if found else ()
    parts = tuple(part for each in held if found and (part := _answer(each, found)))
    return Claim("voices.item", {"item": _named(held[0]), "parts": parts}) if parts else None


def _answer(item: ItemFindings, found: QuestionnaireFindings) -> Claim | None:
    group = who(found.group(item.group))
    if item.mean is not None:
        return Claim("voices.item_mean", {"who": group, "mean": item.mean, "n": item.n, "scale": item.scale})
    if item.nps is not None:
        return Claim("voices.item_nps", {"who": group, "nps": item.nps, "n": item.n})
    return chosen_most(item, group)


@claims("voices.most_chosen", "voices.most_chosen_tied", "voices.chosen_alike")
def chosen_most(item: ItemFindings, group: Claim | None) -> Claim | None:
    """The option chosen most by a group; ties are named, and several that are all alike have no first."""
    if not item.options:
        return None
    top = [o for o in item.options if o.count == item.options[0].count]
    slots = {"who": group, "count": top[0].count, "share": top[0].share, "n": item.n}
    if len(top) == 1:
        return Claim("voices.most_chosen", slots | {"option": top[0].text})
    key = "voices.chosen_alike" if len(top) == len(item.options) else "voices.most_chosen_tied"
    return Claim(key, slots | {"options": tuple(_option(o) for o in top)})


def _option(option: Option) -> str:
    return option.text
