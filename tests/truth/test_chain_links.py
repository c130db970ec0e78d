"""The one chain: how measures stand to root causes, and root causes to what they rest on."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from fixdocs.analysis.chain import Borrowed, Links, Standing, of_project
from fixdocs.project import Project
from fixdocs.sample import project as sample
from fixdocs.schema.choices import Adoption, Trial
from fixdocs.schema.improve import Alternative

from .rows import ADOPTED, FLOPPED, REJECTED, WAITING, WORKED, cause, chain, issue, measure, project, root


def links(*rows: Any) -> Links:
    return of_project(project(issue(1), issue(2), cause(), *rows))


@pytest.mark.parametrize("trial", [None, *Trial])
@pytest.mark.parametrize("adoption", [None, *Adoption])
def test_kind_04_only_a_measure_adopted_and_not_failed_answers(adoption: Adoption | None, trial: Trial | None) -> None:
    found = links(root(), measure(adoption=adoption, trial=trial))
    answers = adoption is ADOPTED and trial is not FLOPPED
    assert found.roots[0].answered is answers
    assert bool(found.uncovered) is not answers
    assert found.count("answered") == answers
    assert found.decided is (adoption is not None)


@pytest.mark.parametrize(
    ("measures", "standing"),
    [
        ([], Standing.NONE),
        ([{}], Standing.PROPOSED),
        ([{"adoption": WAITING}], Standing.PROPOSED),
        ([{"adoption": REJECTED}], Standing.REJECTED),
        ([{"adoption": ADOPTED, "trial": FLOPPED}], Standing.FAILED),
        ([{"adoption": REJECTED, "trial": FLOPPED}], Standing.REJECTED),
        ([{"adoption": REJECTED}, {"trial": FLOPPED}], Standing.FAILED),
        ([{"adoption": ADOPTED, "trial": FLOPPED}, {"adoption": WAITING}], Standing.PROPOSED),
        ([{"adoption": REJECTED}, {"adoption": ADOPTED, "trial": WORKED}], Standing.ANSWERS),
    ],
)
def test_a_root_cause_takes_the_best_of_its_measures(measures: list[dict[str, Any]], standing: Standing) -> None:
    held = [measure(n, **each) for n, each in enumerate(measures, 1)]
    assert links(root(), *held).roots[0].standing is standing


def test_kind_04_a_failed_trial_takes_the_answer_away_wherever_it_counted() -> None:
    made = sample()

    def counts(of: Project) -> tuple[int, int]:
        found = of_project(of)
        return found.count("answered"), found.count("uncovered")

    (key, *_) = (link.root.id for link in of_project(made).roots if link.answered)
    failed = tuple(m.model_copy(update={"trial": FLOPPED}) if key in m.roots else m for m in made.measures)
    before, after = counts(made), counts(replace(made, measures=failed))
    assert after[0] < before[0]
    assert sum(after) == sum(before) == len(made.roots)


def test_counts_of_the_sample_are_those_of_its_rows() -> None:
    made = sample()
    good = {m.id: m for m in made.measures if m.adoption is ADOPTED and m.trial is not FLOPPED}
    answered = {key for m in good.values() for key in m.roots}
    found = of_project(made)
    assert found.count("answered") == len([r for r in made.roots if r.id in answered])
    assert found.count("uncovered") == len([r for r in made.roots if r.id not in answered])
    assert {link.root.id for link in found.roots if link.answered} == answered & {r.id for r in made.roots}


def test_a_measure_knows_its_alternatives() -> None:
    rows = [root(), measure(1), measure(2), Alternative(id="S01", name="甲", measures=("M01",))]
    found = links(*rows)
    assert [[a.id for a in link.alternatives] for link in found.measures] == [["S01"], []]


def test_kind_09_a_root_cause_cited_for_another_issue_is_borrowed() -> None:
    rows = [root(1, issues=("P01", "P02"), sources=("C01", "W01")), chain(1, issue="P02")]
    assert links(*rows).roots[0].borrowed == ()
    (link,) = links(rows[0]).roots
    assert link.borrowed == (Borrowed("P02", "C01", "P01"),)


def test_nothing_is_known_of_a_root_cause_whose_sources_lead_nowhere() -> None:
    (link,) = links(root(sources=("C09",))).roots
    assert not link.confirmed
    assert link.borrowed == ()


def test_rows_in_another_order_make_the_same_chain() -> None:
    made = sample()
    names = ("issues", "causes", "chains", "roots", "measures")
    turned = replace(made, **{name: getattr(made, name)[::-1] for name in names})
    assert of_project(turned) == of_project(made)
