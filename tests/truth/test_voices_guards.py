"""Every claim about voices: a project in which it stands, and a near one in which it does not."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import pytest

from fixdocs.analysis.answers import held as held_answers
from fixdocs.analysis.claim import CLAIMS, Claim
from fixdocs.analysis.claims import answers, sample, voices
from fixdocs.analysis.findings import analyse
from fixdocs.pipeline import terms
from fixdocs.project import Columns
from fixdocs.sample import project as of_sample
from fixdocs.schema.choices import SurveyMethod, TimeUnit
from fixdocs.words import words_of
from tests.reports.reading import info

from .rows import issue
from .voiced import (
    BRIGHT,
    CHOICE,
    CUSTOMER,
    FRONT,
    LIKERT,
    MANAGEMENT,
    NPS,
    STEPS,
    findings,
    party,
    said,
    seen,
    sheets,
)

Made = Callable[[], Claim | None]

ASKED = {"kind": CUSTOMER, "methods": (SurveyMethod.QUESTIONNAIRE,)}
LOW, HIGH = {"Q1": 2, "Q2": 1}, {"Q1": 5, "Q2": 1}


def asked(*groups: object, questions: object = LIKERT) -> object:
    found = findings(questions=questions, answers=sheets(*groups)).questionnaire
    assert found
    return found


def of(make: Callable[..., Claim | None], *groups: object, questions: object = LIKERT) -> Made:
    """A claim about the first group of so many answer sheets and the whole."""

    def made() -> Claim | None:
        found = asked(*groups, questions=questions)
        return make(found.groups[0], found) if make in (answers.lowest, answers.dimensions) else make(found.groups[0])

    return made


def all_of(make: Callable[..., Claim | None], *groups: object, questions: object = LIKERT) -> Made:
    return lambda: make(asked(*groups, questions=questions))


def item(make: Callable[..., Claim | None], question: object, *groups: object) -> Made:
    def made() -> Claim | None:
        held = asked(*groups, questions=(question,)).groups[0]
        return make(held.items[0], held if make is answers.promoters else answers.who(held))

    return made


def heard(make: Callable[..., Claim | None], *rows: object) -> Made:
    return lambda: make(findings(interviews=rows).interviews)


def watched(make: Callable[..., Claim | None], *rows: object) -> Made:
    more = (STEPS,) if make is voices.longest_seen else ()
    return lambda: make(findings(observations=rows).observations, *more)


def line(make: Callable[..., Claim | None], **cells: object) -> Made:
    return lambda: make(findings(parties=(party(**cells),)).coverage[0])


def lines(make: Callable[..., Claim | None], *parties: object) -> Made:
    return lambda: make(findings(parties=parties).coverage)


def held(make: Callable[..., Claim | None], parties: object, rows: object = (), *more: object) -> Made:
    """A claim about what is stated and what is held: interviews, or answer sheets of LIKERT."""

    def made() -> Claim | None:
        sheet = {"questions": LIKERT, "answers": rows} if not isinstance(rows, tuple) else {"interviews": rows}
        found = findings(parties=parties, **sheet)
        return make(found.coverage, found.interviews if isinstance(rows, tuple) else found.questionnaire, *more)

    return made


def counted(valid: int, sheets_of: object = None) -> Made:
    """A claim about so many stated as valid, and six answer sheets or ``sheets_of``."""

    def made() -> Claim | None:
        found = findings(parties=(party(**ASKED, valid=valid),))
        return sample.answers_differ(found.coverage, held_answers(SIX if sheets_of is None else sheets_of))

    return made


def _quoted(n: int) -> Claim | None:
    held = findings(interviews=tuple(said(f"I{k}", quote=f"原话{k}") for k in range(n))).interviews
    assert held is not None
    return voices.quoted(held, 2)


TERMS = terms(words_of("zh"))
C, S, U = (CUSTOMER, 40, LOW), (FRONT, 40, HIGH), (None, 40, LOW)
SIX = sheets((CUSTOMER, 6, LOW))
SEVEN = (LIKERT[0], LIKERT[1].model_copy(update={"scale": 7}))
THREE = (*LIKERT, LIKERT[0].model_copy(update={"id": "Q9", "dimension": "环境"}))
ONE, TWO = seen("O1", 3, 20), seen("O2", 1, 50)

CASES: dict[str, tuple[Made, Made]] = {
    "customers": (of(answers.who, C), of(answers.who, S)),
    "staff": (of(answers.who, S), of(answers.who, C)),
    "unstated": (of(answers.who, U), of(answers.who, C)),
    "question": (lambda: answers.asked(LIKERT[0]), lambda: answers.asked(LIKERT[1])),
    "question_turned": (lambda: answers.asked(LIKERT[1]), lambda: answers.asked(LIKERT[0])),
    "answers_customers": (all_of(answers.answered, C), all_of(answers.answered, C, S)),
    "answers_staff": (all_of(answers.answered, S), all_of(answers.answered, C)),
    "answers_unstated": (all_of(answers.answered, U), all_of(answers.answered, C, U)),
    "answers_by": (all_of(answers.answered, C, S), all_of(answers.answered, S, (MANAGEMENT, 3, LOW))),
    "satisfaction": (of(answers.satisfaction, C), of(answers.satisfaction, C, questions=(SEVEN[1],))),
    "satisfaction_rule": (
        all_of(answers.satisfaction_rule, C), all_of(answers.satisfaction_rule, C, questions=(SEVEN[1],)),
    ),
    "satisfaction_rule_some": (
        all_of(answers.satisfaction_rule, C, questions=SEVEN), all_of(answers.satisfaction_rule, C),
    ),
    "satisfaction_turned": (
        all_of(answers.satisfaction_turned, C), all_of(answers.satisfaction_turned, C, questions=LIKERT[:1]),
    ),
    "satisfaction_apart": (
        lambda: answers.satisfaction_apart(asked(C), analyse(of_sample(), TERMS).satisfied),
        lambda: answers.satisfaction_apart(asked(C), ()),
    ),
    "few_answers": (
        lambda: answers.few_answers(asked(C, (CUSTOMER, 3, {"Q9": 2}), questions=THREE)),
        lambda: answers.few_answers(asked(C, (CUSTOMER, 6, {"Q9": 2}), questions=THREE)),
    ),
    "party_unplanned": (
        held(sample.party_unlisted, (party(**ASKED),), (said("I1", party=CUSTOMER),), CUSTOMER),
        held(sample.party_unlisted, (party(),), (said("I1", party=CUSTOMER),), CUSTOMER),
    ),
    "no_parties": (
        held(sample.no_parties, (), (said("I1"),), None), held(sample.no_parties, (party(),), (said("I1"),), None),
    ),
    "front_unheard": (
        held(sample.front_unheard, (), (said("I1", party=CUSTOMER),), None),
        held(sample.front_unheard, (), (said("I1", party=CUSTOMER), said("I2")), None),
    ),
    "unasked": (lambda: sample.unasked(LIKERT, (), None), lambda: sample.unasked(LIKERT, (), held_answers(SIX))),
    "quoted": (lambda: _quoted(3), lambda: _quoted(2)),
    "small_group": (of(answers.small, (CUSTOMER, 29, LOW)), of(answers.small, (CUSTOMER, 30, LOW))),
    "lowest": (of(answers.lowest, C), of(answers.lowest, (CUSTOMER, 4, LOW))),
    "lowest_tied": (
        of(answers.lowest, (CUSTOMER, 40, {"Q1": 2, "Q2": 4, "Q9": 3}), questions=THREE),
        of(answers.lowest, (CUSTOMER, 40, {"Q1": 2, "Q2": 3, "Q9": 4}), questions=THREE),
    ),
    "all_equal": (of(answers.lowest, (CUSTOMER, 40, {"Q1": 2, "Q2": 4})), of(answers.lowest, C)),
    "dimensions": (of(answers.dimensions, C), of(answers.dimensions, (CUSTOMER, 40, {"Q1": 2, "Q2": 4}))),
    "scales_mixed": (all_of(answers.mixed, C, questions=SEVEN), all_of(answers.mixed, C)),
    "unanswered": (
        lambda: answers.unanswered(asked((CUSTOMER, 9, {"Q2": 1})), LIKERT),
        lambda: answers.unanswered(asked(C), LIKERT),
    ),
    "nps": (
        item(answers.promoters, NPS, (CUSTOMER, 5, {"Q3": 9})), item(answers.promoters, NPS, (CUSTOMER, 5, {"Q3": 11})),
    ),
    "item": (
        lambda: answers.item(asked(C), "Q1"), lambda: answers.item(asked((CUSTOMER, 9, {"Q2": 1})), "Q1"),
    ),
    "most_chosen": (
        item(answers.chosen_most, CHOICE, (CUSTOMER, 3, {"Q4": ["审核", "审核", "受理"]})),
        item(answers.chosen_most, CHOICE, (CUSTOMER, 2, {"Q4": ["审核", "受理"]})),
    ),
    "most_chosen_tied": (
        item(answers.chosen_most, CHOICE, (CUSTOMER, 5, {"Q4": ["审核", "审核", "受理", "受理", "办结"]})),
        item(answers.chosen_most, CHOICE, (CUSTOMER, 3, {"Q4": ["审核", "审核", "受理"]})),
    ),
    "chosen_alike": (
        item(answers.chosen_most, CHOICE, (CUSTOMER, 3, {"Q4": ["审核", "受理", "办结"]})),
        item(answers.chosen_most, CHOICE, (CUSTOMER, 3, {"Q4": ["审核", "审核", "受理"]})),
    ),
    "interviewed": (heard(voices.interviewed, said("I1")), heard(voices.interviewed)),
    "shared_interviews": (
        heard(voices.shared, said("I1"), said("I1", party=MANAGEMENT)),
        heard(voices.shared, said("I1"), said("I2", party=MANAGEMENT)),
    ),
    "top_pain": (
        heard(voices.pains, said("I1"), said("I2"), said("I2", "退件")),
        heard(voices.pains, said("I1"), said("I1"), said("I2", "退件")),
    ),
    "tied_pains": (
        heard(voices.pains, said("I1"), said("I2"), said("I1", "退件"), said("I2", "退件"), said("I1", "搬家")),
        heard(voices.pains, said("I1"), said("I2"), said("I1", "退件"), said("I1", "搬家")),
    ),
    "even_pains": (
        heard(voices.pains, said("I1"), said("I2", "退件")),
        heard(voices.pains, said("I1"), said("I2", "退件"), said("I3")),
    ),
    "only_pain": (heard(voices.pains, said("I1")), heard(voices.pains, said("I1", nature=BRIGHT))),
    "bright_as_pain": (
        lambda: voices.bright_as_pain([said("I1", nature=BRIGHT)]),
        lambda: voices.bright_as_pain([said("I1", nature=BRIGHT), said("I1")]),
    ),
    "elsewhere": (
        lambda: voices.elsewhere(said("I1", steps=("F02",)), issue(steps=("F01",))),
        lambda: voices.elsewhere(said("I1", steps=("F02",)), issue(steps=("F01", "F02"))),
    ),
    "seen": (watched(voices.seen, ONE), watched(voices.seen, ONE, seen("O3", None))),
    "seen_partly": (watched(voices.seen, ONE, seen("O3", None)), watched(voices.seen, ONE, TWO)),
    "seen_untold": (watched(voices.seen, seen("O3", None)), watched(voices.seen, ONE)),
    "longest_seen": (watched(voices.longest_seen, ONE, TWO), watched(voices.longest_seen, ONE, seen("O3", 1, 60))),
    "longest_seen_tied": (
        watched(voices.longest_seen, ONE, TWO, seen("O3", 1, 60)), watched(voices.longest_seen, ONE, TWO),
    ),
    "longest_known": (
        watched(voices.longest_seen, ONE, TWO, seen("O3", None, 900)),
        watched(voices.longest_seen, ONE, seen("O3", None, 900)),
    ),
    "longest_known_tied": (
        watched(voices.longest_seen, ONE, TWO, seen("O3", 1, 60), seen("O4", None, 900)),
        watched(voices.longest_seen, ONE, TWO, seen("O3", 1, 60)),
    ),
    "day_minutes": (
        lambda: voices.day_minutes(findings(observations=(seen("O1", 100, 60), ONE)).observations, info()),
        lambda: voices.day_minutes(findings(observations=(TWO, ONE)).observations, info()),
    ),
    "calendar_seen": (
        watched(voices.calendar_seen, seen("O1", 1, 2, TimeUnit.DAYS), ONE),
        watched(voices.calendar_seen, seen("O1", 1, 2, TimeUnit.DAYS)),  # nothing is summed
    ),
    "partly_seen": (watched(voices.partly_seen, ONE, seen("O3", 1, None)), watched(voices.partly_seen, ONE, TWO)),
    "reached": (line(sample.reached, planned=4, actual=3), line(sample.reached, planned=4)),
    "exceeded": (line(sample.reached, planned=4, actual=5), line(sample.reached, planned=4, actual=3)),
    "no_actual": (line(sample.unreported, planned=4), line(sample.unreported, planned=4, actual=0)),
    "no_returned": (line(sample.unreported, sent=4), line(sample.unreported, sent=4, returned=0)),
    "returned": (
        lines(sample.returned, party(sent=4, returned=2)), lines(sample.returned, party(sent=4), party(returned=2)),
    ),
    "returned_of": (
        lines(sample.returned, party(sent=4, returned=2), party(sent=4)),
        lines(sample.returned, party(sent=4, returned=2), party(planned=4)),
    ),
    "valid": (
        lines(sample.valid, party(returned=4, valid=2)),
        lines(sample.valid, party(returned=4, valid=2), party(sent=4, returned=3)),
    ),
    "interviews_differ": (
        held(sample.interviews_differ, (party(actual=2),), (said("I1"),)),
        held(sample.interviews_differ, (party(actual=2), party()), (said("I1"),)),
    ),
    "party_interviews_differ": (
        held(sample.party_interviews_differ, (party(actual=2),), (said("I1"),), FRONT),
        held(sample.party_interviews_differ, (party(actual=1),), (said("I1"), said("I1")), FRONT),
    ),
    "party_without_interview": (
        held(sample.party_interviews_differ, (party(actual=2),), (said("I1", party=MANAGEMENT),), FRONT),
        held(sample.party_interviews_differ, (party(actual=0),), (said("I1", party=MANAGEMENT),), FRONT),
    ),
    "party_unlisted": (
        held(sample.party_unlisted, (party(actual=1),), (said("I1", party=MANAGEMENT),), MANAGEMENT),
        held(sample.party_unlisted, (party(MANAGEMENT, methods=()),), (said("I1", party=MANAGEMENT),), MANAGEMENT),
    ),
    "answers_differ": (
        counted(7),
        counted(6),
    ),
    "no_answer_sheets": (counted(7, Columns("answers")), counted(7)),
    "party_answers_differ": (
        held(sample.party_answers_differ, (party(**ASKED, valid=7),), SIX, CUSTOMER),
        held(sample.party_answers_differ, (party(**ASKED, valid=7),), sheets((CUSTOMER, 6, LOW), (None, 1, LOW)),
             CUSTOMER),
    ),
}  # fmt: skip


def test_every_claim_about_voices_has_both() -> None:
    assert {f"voices.{name}" for name in CASES} == {key for key in CLAIMS if key.startswith("voices.")}


@pytest.mark.parametrize("name", CASES)
def test_it_stands_here_and_not_there(name: str) -> None:
    stands, falls = (make() for make in CASES[name])
    assert stands is not None
    assert stands.key == f"voices.{name}"
    assert falls is None or falls.key != f"voices.{name}"


def test_every_sentence_is_a_claims_or_a_part_of_one() -> None:
    parts = {"part_customers", "part_staff", "part_unstated", "dimension_low", "dimension_low_tied", "dimension_high",
             "dimension_high_tied", "item_mean", "item_nps", "what", "what_at", "few", "answers_given"}  # fmt: skip
    assert import_module("fixdocs.words.zh.claim_voices").SAY.keys() == CASES.keys() | parts
    assert words_of("zh").claim("voices.customers") == "客户"
