"""Each claim about scores has a project in which it stands and a near one in which it must not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from fixdocs.analysis.claim import CLAIMS, watching
from fixdocs.analysis.claims import adoption, scoring
from fixdocs.project import Project
from fixdocs.sample import project as sample
from fixdocs.schema.choices import Attendance, Dimension, ReviewerKind, Trial, Verdict, YesNo
from fixdocs.schema.improve import Cause, Decision, Measure, RootCause
from fixdocs.words import words_of

from .panels import LEVEL, THIN, Rows, changed, composed, found, informed, one, panel, stood

AHEAD = {("E1", "S1"): (5, 5, 1), ("E1", "S2"): (4, 3, 2), ("E2", "S1"): (5, 5, 1), ("E2", "S2"): (4, 3, 2)}
TIED = {("E1", "S1"): (5, 3, 2), ("E1", "S2"): (3, 5, 2)}
AGAINST = {(w, a): v for w in ("E1", "E2") for a, v in (("S1", (3, 3, 2)), ("S2", (3, 4, 2)))} | {
    ("E3", "S1"): (5, 5, 1), ("E3", "S2"): (1, 1, 5),
}  # fmt: skip
THREE = THIN | {("E1", "S3"): (4, 3, 2), ("E2", "S3"): (5, 4, 1)}
UNTOUCHED = THIN | {(who, "S3"): (None, None, None) for who in ("E1", "E2")}
UNSCORED = THIN | {("E1", "S3"): (4, 4, None), ("E2", "S3"): (4, 4, None)}
PAIR = {
    ("E1", "S1"): (4, 4, 4), ("E1", "S2"): (2, 1, 2), ("E1", "S3"): (3, 2, 1),
    ("E2", "S1"): (1, 5, 5), ("E2", "S2"): (4, 2, 3), ("E2", "S3"): (1, 5, 3),
    ("E3", "S1"): (5, 2, 2), ("E3", "S2"): (4, 4, 1), ("E3", "S3"): (1, 4, 1),
}  # fmt: skip
ROUNDED = {
    ("E1", "S1"): (4, 5, 1), ("E1", "S2"): (1, 5, 5), ("E2", "S1"): (2, 2, 5), ("E2", "S2"): (3, 2, 5),
    ("E3", "S1"): (2, 3, 4), ("E3", "S2"): (3, 1, 1),
}  # fmt: skip
FORMULA = {
    ("E1", "S1"): (4, 3, 4), ("E1", "S2"): (1, 3, 1), ("E2", "S1"): (4, 2, 5), ("E2", "S2"): (2, 5, 4),
    ("E3", "S1"): (3, 3, 5), ("E3", "S2"): (4, 5, 4),
}  # fmt: skip
ALONE = {("E1", "S1"): (4, 3, 2)}
LAST_TWO = AHEAD | {("E1", "S3"): (4, 3, 2), ("E2", "S3"): (4, 3, 2)}
EVEN = LEVEL | {(who, "S3"): (4, 4, 2) for who in ("E1", "E2")}
# One reviewer prefers S3 alone; the other has S1, which is ahead, and S2 level: no majority against the totals.
SHARED = {
    ("E1", "S1"): (4, 4, 2), ("E1", "S2"): (4, 4, 2), ("E1", "S3"): (1, 1, 1),
    ("E2", "S1"): (5, 4, 1), ("E2", "S2"): (4, 4, 3), ("E2", "S3"): (5, 5, 1),
}  # fmt: skip
CHANGE = {("E1", "S1"): (1, 5, 1), ("E1", "S2"): (1, 2, 3), ("E2", "S1"): (1, 3, 2), ("E2", "S2"): (3, 1, 3)}
NEAR = {("E1", "S1"): (4, 3, 2), ("E1", "S2"): (4, 5, 5), ("E1", "S3"): (3, 4, 2)}
"""Five weights would change the winner, two of them by an equally small change."""
NO_FIRST = {
    ("E1", "S1"): (4, 3, 5), ("E1", "S2"): (4, 1, 1), ("E1", "S3"): (2, 4, 4),
    ("E2", "S1"): (5, 4, 5), ("E2", "S2"): (4, 3, 4), ("E2", "S3"): (4, 3, 1),
}  # fmt: skip
SPREAD_TIED = {
    ("E1", "S1"): (1, 1, 2), ("E1", "S2"): (4, 2, 1), ("E1", "S3"): (4, 4, 1),
    ("E2", "S1"): (3, 2, 3), ("E2", "S2"): (1, 4, 2), ("E2", "S3"): (3, 3, 4),
}  # fmt: skip
SPREAD_MANY = {
    ("E1", "S1"): (4, 4, 2), ("E1", "S2"): (1, 3, 1), ("E1", "S3"): (4, 2, 5),
    ("E2", "S1"): (3, 4, 2), ("E2", "S2"): (3, 5, 3), ("E2", "S3"): (2, 1, 3),
}  # fmt: skip


def ordered(*rows: list[int]) -> Project:
    """One criterion, a reviewer a row."""
    return one({f"E{n}": {f"S{i}": float(v) for i, v in enumerate(row, 1)} for n, row in enumerate(rows, 1)})


def attended(attendance: Attendance | None, rows: Rows = THIN, *, scores: bool = False) -> Project:
    """``rows`` with a third reviewer who does not count."""
    found = panel(rows)
    more = found.reviewers[0].model_copy(update={"id": "E3", "name": "丙", "attendance": attendance})
    own = tuple(s.model_copy(update={"reviewer": "E3"}) for s in found.scores if s.reviewer == "E1") if scores else ()
    return replace(found, reviewers=(*found.reviewers, more), scores=(*found.scores, *own))


def hidden(project: Project) -> Project:
    return informed(project, anonymous=YesNo.YES)


def abstaining() -> Project:
    made = attended(Attendance.PRESENT, scores=True)
    return replace(
        made,
        scores=tuple(
            s.model_copy(update={"values": dict.fromkeys(s.values)}) if s.reviewer == "E3" else s for s in made.scores
        ),
    )


def gap(who: str, what: str, rows: Rows = THIN, *, whole: bool = False) -> Project:
    """A cell left blank, or with ``whole`` the row left out."""
    made = panel(rows)
    blank = {k: v for k, v in made.scores[0].values.items() if k != "风险性"}
    return replace(
        made,
        scores=tuple(
            s if (s.reviewer, s.alternative) != (who, what) else s.model_copy(update={"values": blank})
            for s in made.scores
            if not (whole and (s.reviewer, s.alternative) == (who, what))
        ),
    )


def kinds(*held: ReviewerKind | None) -> Project:
    made = panel(THIN)
    rows = tuple(r.model_copy(update={"kind": k}) for r, k in zip(made.reviewers, held, strict=True))
    return replace(made, reviewers=rows)


def departments(*held: str | None) -> Project:
    made = panel(THIN)
    rows = tuple(r.model_copy(update={"department": d}) for r, d in zip(made.reviewers, held, strict=True))
    return replace(made, reviewers=rows)


def weights(*held: float, rows: Rows = THIN) -> Project:
    made = panel(rows)
    criteria = tuple(c.model_copy(update={"weight": w}) for c, w in zip(made.criteria, held, strict=True))
    return replace(made, criteria=criteria)


def tried(trial: Trial | None, **given: Any) -> Project:
    made = panel(THIN, Decision(adopted="S1"))
    measure = Measure(id="M1", roots=("R1",), name="立规则", content="写", post="主管", trial=trial, **given)
    return replace(changed(made, "alternatives", "*", measures=("M1",)), measures=(measure,))


def rooted(verdict: Verdict) -> Project:
    """A measure of the adopted alternative on a root cause whose only source has this verdict."""
    cause = Cause(issue="P1", id="C1", dimension=Dimension.METHOD, text="无规则", verdict=verdict, evidence="抽查")
    found = RootCause(id="R1", issues=("P1",), sources=("C1",), description="没有规则")
    return replace(tried(Trial.EFFECTIVE, investment=1.0), causes=(cause,), roots=(found,))


def costed(*costs: float | None) -> Project:
    """Alternatives with two measures of these one-off costs."""
    made = changed(panel(THIN), "alternatives", "*", measures=("M1", "M2"))
    given = {"roots": ("R1",), "name": "立规则", "content": "写", "post": "主管"}
    return replace(made, measures=tuple(Measure(id=f"M{n}", investment=v, **given) for n, v in enumerate(costs, 1)))


def veto(name: str, line: float, decision: Decision | None = None) -> Project:
    return changed(panel(THIN, decision), "criteria", name, veto=line)


def decided(**given: Any) -> Project:
    return panel(UNSCORED, Decision(**given))


def p(rows: Rows, decision: Decision | None = None) -> Callable[[], Project]:
    return lambda: panel(rows, decision)


def mixed() -> Project:
    return panel({("E1", "S1"): (5, 3, 2), ("E1", "S2"): (5, 3, 2), ("E1", "S3"): (3, 5, 2)})


A, R = Attendance.ABSENT, Attendance.RECUSED
CASES: dict[str, tuple[Callable[[], Project], Callable[[], Project]]] = {
    "ask_approve": (p(THIN, Decision(adopted="S1")), p(THIN)),
    "ask_approve_open": (
        lambda: tried(Trial.FAILED, investment=1.0),
        lambda: veto("可行性", 3.5, Decision(adopted="S1")),
    ),
    "ask_adopt": (p(THIN), p(LEVEL)),
    "ask_adopt_only": (p({("E1", "S1"): (4, 3, 2)}), p(THIN)),
    "ask_vetoed": (lambda: veto("可行性", 4.6), lambda: veto("可行性", 4.5)),
    "ask_settle": (p(LEVEL), p(THIN)),
    "ask_score": (lambda: replace(panel(THIN), reviewers=()), p(THIN)),
    "equal_weights": (lambda: weights(0, 0, 0), lambda: weights(0.1, 0, 0)),
    "normalised": (lambda: weights(0.5, 0.5, 0.5), p(THIN)),
    "weights_rounded": (lambda: weights(1 / 3, 1 / 3, 1 / 3), p(THIN)),
    "no_total": (lambda: replace(panel(THIN), reviewers=()), p(THIN)),
    "one_total": (p({("E1", "S1"): (4, 3, 2)}), p(THIN)),
    "winner": (p(THIN), p(LEVEL)),
    "winner_part": (p(UNSCORED), p(THIN)),
    "second": (p(THIN), p(LAST_TWO)),
    "seconds": (p(LAST_TWO), p(THIN)),
    "weightless": (lambda: weights(0.5, 0.5, 0.0), lambda: weights(0, 0, 0)),
    "lead_rounded": (p(ROUNDED), p(THIN)),
    "tied": (p(LEVEL), p(THIN)),
    "tied_open": (p(LEVEL), p(LEVEL, Decision(adopted="S1"))),
    "tied_suggestion": (p(TIED), p(TIED, Decision(adopted="S1"))),
    "tied_settled": (p(LEVEL, Decision(adopted="S1")), p(LEVEL)),
    "tied_first": (p(TIED, Decision(adopted="S1")), p(TIED)),
    "total_rounded": (p(FORMULA), p(THIN)),
    "parts_rounded": (sample, p(THIN)),
    "placed": (p(THIN, Decision(adopted="S1")), p(LEVEL, Decision(adopted="S1"))),
    "placed_part": (lambda: decided(adopted="S1"), p(THIN, Decision(adopted="S1"))),
    "placed_tied_part": (
        p(LEVEL | {("E1", "S3"): (None, None, None)}, Decision(adopted="S1")),
        p(LEVEL, Decision(adopted="S1")),
    ),
    "placed_tied": (p(LEVEL, Decision(adopted="S1")), p(THIN, Decision(adopted="S1"))),
    "unplaced": (lambda: decided(adopted="S3"), lambda: decided(adopted="S1")),
    "compared": (p(THIN), p(LEVEL)),
    "higher": (p(THIN), p({("E1", "S1"): (4, 4, 1), ("E1", "S2"): (4, 4, 3)})),
    "lower": (p(THIN), p(AHEAD)),
    "less": (p(THIN), p({("E1", "S1"): (5, 4, 2), ("E1", "S2"): (4, 4, 2)})),
    "more": (p({("E1", "S1"): (5, 5, 3), ("E1", "S2"): (3, 3, 2)}), p(AHEAD)),
    "level": (p({("E1", "S1"): (5, 4, 2), ("E1", "S2"): (4, 4, 2)}), p(AHEAD)),
    "nowhere_behind": (p(AHEAD), p(THIN)),
    "best": (p(THIN), p(LEVEL)),
    "best_tied": (p(THREE), p(THIN)),
    "least": (p(THIN), p(LEVEL)),
    "least_tied": (p(THREE), p(THIN)),
    "all_level": (p(LEVEL), p(THIN)),
    "untotalled": (p(UNSCORED), p(UNTOUCHED)),
    "unscored": (lambda: gap("E1", "S3", UNTOUCHED, whole=True), p(UNTOUCHED)),
    "unscored_abstained": (p(UNTOUCHED), p(UNSCORED)),
    "some_level": (p(LEVEL | {("E1", "S3"): (None, None, None)}), p(LEVEL)),
    "veto_below": (lambda: veto("可行性", 3.6), lambda: veto("可行性", 3.5)),
    "veto_above": (lambda: veto("风险性", 2.4), lambda: veto("风险性", 2.5)),
    "veto_none": (lambda: veto("可行性", 3.5), lambda: veto("可行性", 3.6)),
    "spread": (p({**LEVEL, ("E2", "S1"): (1, 4, 2)}), p(SPREAD_TIED)),
    "spread_tied": (p(SPREAD_TIED), p({**LEVEL, ("E2", "S1"): (1, 4, 2)})),
    "place": (p(SPREAD_TIED), p({**LEVEL, ("E2", "S1"): (1, 4, 2)})),
    "spread_many": (p(SPREAD_MANY), p(SPREAD_TIED)),
    "spread_all": (p({("E1", "S1"): (4, 4, 2), ("E2", "S1"): (3, 5, 1)}), p(SPREAD_MANY)),
    "spread_none": (p(LEVEL), p(THIN)),
    "abstained": (p(THIN | {("E2", "S2"): (4, 4, None)}), lambda: gap("E2", "S2")),
    "gaps": (lambda: gap("E2", "S2"), p(THIN | {("E2", "S2"): (4, 4, None)})),
    "abstained_gaps": (
        lambda: gap("E3", "S2", THREE | {("E2", "S2"): (4, 4, None), ("E3", "S1"): (4, 4, 2), ("E3", "S2"): (1, 1, 1)}),
        lambda: gap("E2", "S2"),
    ),
    "abstained_whole": (
        p(THREE | {("E1", "S3"): (None, None, None)}),
        p(THREE | {("E1", "S3"): (None, None, 2)}),
    ),
    "tie_uneven": (  # one reviewer left S3 out, whose mean is that of S1 all the same
        p(EVEN | {("E2", "S3"): (None, None, None)}),
        p(EVEN),
    ),
    "tie_part": (p(EVEN | {("E2", "S3"): (None, None, None)}), p(EVEN)),
    "gaps_whole": (lambda: gap("E2", "S2", whole=True), lambda: gap("E2", "S2")),
    "abstained_many": (
        p(THREE | {("E1", "S1"): (None, None, 2), ("E1", "S2"): (None, None, 3), ("E1", "S3"): (None, 2, 2)}),
        p(THREE | {("E1", "S1"): (None, None, 2), ("E1", "S2"): (None, None, 3)}),
    ),
    "partial": (lambda: gap("E2", "S2", whole=True), lambda: gap("E2", "S2")),
    "partial_several": (
        p(THIN | {("E3", "S1"): (4, 3, 2), ("E4", "S1"): (4, 3, 2)}),
        lambda: gap("E2", "S2", whole=True),
    ),
    "panel_none": (lambda: replace(panel(THIN), reviewers=()), p(THIN)),
    "panel_single": (p({("E1", "S1"): (4, 3, 2)}), p(THIN)),
    "panel_all": (p(THIN), lambda: attended(A)),
    "panel_part": (lambda: attended(A), p(THIN)),
    "absent": (lambda: attended(A), lambda: attended(R)),
    "recused": (lambda: attended(R), lambda: attended(A)),
    "silent": (lambda: attended(None), abstaining),
    "abstaining": (abstaining, lambda: attended(None)),
    "absent_count": (lambda: hidden(attended(A)), lambda: attended(A)),
    "recused_count": (lambda: hidden(attended(R)), lambda: attended(R)),
    "silent_count": (lambda: hidden(attended(None)), lambda: attended(None)),
    "abstaining_count": (lambda: hidden(abstaining()), abstaining),
    "uncounted": (lambda: attended(A, scores=True), lambda: attended(A)),
    "uncounted_count": (lambda: hidden(attended(A, scores=True)), lambda: hidden(attended(A))),
    "no_front_line": (
        lambda: kinds(ReviewerKind.MANAGEMENT, ReviewerKind.MANAGEMENT),
        lambda: kinds(ReviewerKind.MANAGEMENT, None),
    ),
    "departments": (lambda: departments("甲部", "乙部"), lambda: departments("甲部", None)),
    "one_department": (lambda: departments("甲部", "甲部"), lambda: departments("甲部", None)),
    "weighted": (lambda: changed(panel(THIN), "reviewers", "E1", weight=3.0), p(THIN)),
    "agreement_single": (p(TIED), p(THIN)),
    "agreement_open": (p({**THIN, ("E1", "S1"): (None, 3, 2), ("E2", "S2"): (4, None, 2)}), p(THIN)),
    "agreement_none": (p(NO_FIRST), p(THIN)),
    "agreement_all": (p(AHEAD), p(THIN)),
    "agreement_all_complete": (
        p(AHEAD | {("E3", "S1"): (5, 5, 1), ("E3", "S2"): (5, None, 1)}),
        p(AHEAD | {("E3", "S1"): (5, 5, 1), ("E3", "S2"): (4, 3, 1)}),
    ),
    "agreement": (p(AGAINST), p(AHEAD)),
    "choice": (p(THIN), p(AHEAD)),
    "choice_level": (p(THIN), p(AGAINST)),
    "firsts_among": (p(UNTOUCHED), p(THREE)),
    "open": (p(AHEAD | {("E3", "S1"): (5, 5, 1), ("E3", "S2"): (5, None, 1)}), p(THIN)),
    "pair": (p(PAIR), p(THIN)),
    "prefers": (p(PAIR), p(THIN)),
    "pair_level": (
        p(
            THIN
            | {
                ("E1", "S3"): (1, 1, 1),
                ("E2", "S3"): (5, 5, 3),
                ("E3", "S1"): (4, 3, 2),
                ("E3", "S2"): (4, 3, 2),
                ("E3", "S3"): (1, 1, 1),
            }
        ),
        p(PAIR),
    ),
    "against_first": (p(AGAINST), p(SHARED)),
    "against_pair": (p(PAIR), p(THIN)),
    "complete_differs": (
        p(THIN | {("E3", "S2"): (5, 5, 1), ("E4", "S2"): (5, 5, 1)}),
        p(THIN | {("E3", "S2"): (3, 4, 2)}),
    ),
    "concordance": (p(AHEAD), p(LEVEL)),
    "concordance_part": (p(AHEAD | {("E3", "S1"): (5, 5, 1), ("E3", "S2"): (5, None, 1)}), p(AHEAD)),
    "unknown_few": (p(THIN | {("E2", "S2"): (4, 4, None)}), p(THIN)),
    "unknown_level": (p(LEVEL), p(AHEAD)),
    "band_poor": (lambda: ordered([5, 4, 3], [3, 4, 5]), lambda: ordered([5, 4, 3], [5, 4, 3])),
    "band_fair": (lambda: ordered([5, 4, 3], [3, 5, 4]), lambda: ordered([5, 4, 3], [5, 4, 3])),
    "band_moderate": (
        lambda: ordered([5, 4, 3], [5, 3, 4], [4, 5, 3]),
        lambda: ordered([5, 4, 3], [3, 4, 5]),
    ),
    "band_strong": (lambda: ordered([5, 4, 3], [5, 3, 4]), lambda: ordered([5, 4, 3], [3, 4, 5])),
    "band_very_strong": (lambda: ordered([5, 4, 3], [5, 4, 3]), lambda: ordered([5, 4, 3], [5, 3, 4])),
    "nearest": (p(THIN), p(AHEAD)),
    "nearest_tied": (p(NEAR), p(THIN)),
    "passed": (p(NEAR), p(THIN)),
    "step_up": (p(THIN), p(AHEAD)),
    "step_down": (sample, p(AHEAD)),
    "robust": (p(AHEAD), p(THIN)),
    "one_criterion": (lambda: ordered([5, 4], [5, 3]), p(THIN)),
    "one_weight": (lambda: weights(1.0, 0.0, 0.0), p(THIN)),
    "tied_equal": (p(LEVEL), p(TIED)),
    "tied_differ": (p(TIED), p(LEVEL)),
    "tied_mixed": (mixed, p(TIED)),
    "firm": (p(THIN), p(AHEAD)),
    "change_rounded": (p(CHANGE), p(THIN)),
    "sums_partly": (lambda: costed(1000.0, None), lambda: costed(1000.0, 500.0)),
    "holds_failed": (lambda: tried(Trial.FAILED, investment=1.0), lambda: tried(Trial.EFFECTIVE, investment=1.0)),
    "adopted_top": (p(THIN, Decision(adopted="S1")), p(LEVEL, Decision(adopted="S1"))),
    "adopted_tied": (p(LEVEL, Decision(adopted="S1")), p(THIN, Decision(adopted="S1"))),
    "adopted_below": (p(THIN, Decision(adopted="S2")), p(THIN, Decision(adopted="S1"))),
    "adopted_below_tied": (p(LAST_TWO, Decision(adopted="S2")), p(THIN, Decision(adopted="S2"))),
    "adopted_untotalled": (lambda: decided(adopted="S3"), lambda: decided(adopted="S1")),
    "unchosen": (
        p(AHEAD, Decision(adopted="S2", reason="预算")),
        p(AGAINST, Decision(adopted="S2", reason="预算")),
    ),
    "no_reason_tied": (
        p(LEVEL, Decision(adopted="S1")),
        p(LEVEL, Decision(adopted="S1", reason="先易后难")),
    ),
    "overtaking_vetoed": (lambda: veto("可行性", 4), lambda: veto("可行性", 3.5)),
    "no_reason": (p(THIN, Decision(adopted="S2")), p(THIN, Decision(adopted="S2", reason="预算"))),
    "adopted_vetoed": (
        lambda: veto("可行性", 4, Decision(adopted="S2")),
        lambda: veto("可行性", 3.5, Decision(adopted="S2")),
    ),
    "failed": (lambda: tried(Trial.FAILED), lambda: tried(Trial.EFFECTIVE)),
    "verify_first": (lambda: rooted(Verdict.PENDING), lambda: rooted(Verdict.CONFIRMED)),
    "partial_trial": (lambda: tried(Trial.PARTIAL), lambda: tried(Trial.EFFECTIVE)),
    "untried": (lambda: tried(Trial.UNTRIED), lambda: tried(None)),
    "trial_blank": (lambda: tried(None), lambda: tried(Trial.UNTRIED)),
    "conditions": (p(THIN, Decision(adopted="S1", conditions="先试行;再推广")), p(THIN, Decision(adopted="S1"))),
    "undecided": (
        p(ALONE),
        p(ALONE, Decision(adopted="S1")),
    ),
}

ELSEWHERE = {"placed", "placed_part", "placed_tied", "placed_tied_part", "unplaced"}
"""What the plan says, not the evaluation."""


def _stands(key: str, make: Callable[[], Project]) -> bool:
    project = make()
    if key == "undecided":
        return adoption.undecided(found(project), project.decision) is not None
    if key not in ELSEWHERE:
        return f"scoring.{key}" in stood(project)
    assert project.decision is not None
    assert project.decision.adopted is not None
    made = scoring.placed(found(project), project.decision.adopted)
    return made is not None and made.key == f"scoring.{key}"


@pytest.mark.parametrize("key", CASES)
def test_a_claim_stands_where_its_guard_holds_and_not_in_a_near_project(key: str) -> None:
    stands, near = CASES[key]
    assert _stands(key, stands)
    assert not _stands(key, near)


def test_every_claim_has_both() -> None:
    assert {key.partition(".")[2] for key in CLAIMS if key.startswith("scoring.")} == set(CASES)


def test_every_sentence_belongs_to_a_claim() -> None:
    assert set(words_of("zh").module("claim_scoring").SAY) == set(CASES)


def test_a_claim_is_made_once_a_place() -> None:
    """What the summary says of the decision is what its chapter says."""
    project = panel(THIN, Decision(adopted="S2", reason="预算"))
    with watching():
        made = composed(project)
    told = adoption.against_scores(found(project), project.decision)
    assert told is not None
    assert made.decision_finding in str(made.summary.points[-1].text)
