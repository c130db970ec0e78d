"""The gaps in the chain: what the rules report as missing is what ``status`` and the reports call open."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from fixdocs.analysis.chain import core_issues, gaps, sourceless, unanswered, unscored, unused
from fixdocs.project import Project
from fixdocs.rules import check
from fixdocs.sample import project as sample
from fixdocs.schema.choices import Adoption


def open_keys(project: Project) -> dict[str, tuple[str, ...]]:
    return {gap.link: gap.keys for gap in gaps(project)}


def told(project: Project, code: str, value: str) -> tuple[str, ...]:
    return tuple(d.values[value] for d in check(project) if d.code == code)


def without_roots(project: Project) -> Project:
    (first, *_) = core_issues(project)
    return replace(project, roots=tuple(r for r in project.roots if first.id not in r.issues))


def test_the_sample_has_no_gap_that_stops_a_report() -> None:
    assert not {"root", "measure", "alternative"} & open_keys(sample()).keys()


@pytest.mark.parametrize(
    ("link", "code", "value"),
    [
        ("evidence", "FD601", "issue"),
        ("root", "FD701", "issue"),
        ("measure", "FD801", "root"),
        ("alternative", "FD802", "measure"),
    ],
)
def test_rules_report_the_gaps_that_status_counts(link: str, code: str, value: str) -> None:
    project = sample()
    made = {
        "evidence": replace(project, issues=tuple(i.model_copy(update={"evidence": ()}) for i in project.issues)),
        "root": without_roots(project),
        "measure": replace(project, measures=project.measures[:2]),
        "alternative": replace(project, alternatives=project.alternatives[:1]),
    }[link]
    keys = open_keys(made).get(link, ())
    assert keys
    assert told(made, code, value) == keys


def test_a_rejected_measure_answers_its_root_cause_and_belongs_in_no_alternative() -> None:
    project = sample()
    measures = [m.model_copy(update={"adoption": Adoption.REJECTED}) for m in project.measures]
    assert unanswered(project.roots, measures) == ()
    assert unused(measures, ()) == ()


def test_only_core_issues_owe_a_root_cause() -> None:
    project = sample()
    core = core_issues(project)
    assert 0 < len(core) < len(project.issues)
    bare = replace(project, roots=())
    assert open_keys(bare)["root"] == tuple(i.id for i in core)
    assert sourceless(project.issues) == tuple(i for i in project.issues if not i.evidence)


def test_a_missing_row_and_a_missing_cell_are_both_owed() -> None:
    project = sample()
    assert [*unscored(project)] == []
    cut, *rest = project.scores
    (first, *_) = cut.values
    partly = cut.model_copy(update={"values": {k: v for k, v in cut.values.items() if k != first}})
    (gap,) = unscored(replace(project, scores=(partly, *rest)))
    assert (gap.reviewer.id, gap.alternative.id, gap.criteria) == (cut.reviewer, cut.alternative, (first,))
    assert gap.score is partly
    (gap,) = unscored(replace(project, scores=tuple(rest)))
    assert gap.score is None
    assert gap.criteria == tuple(c.name for c in project.criteria)
    assert open_keys(replace(project, scores=tuple(rest)))["score"] == (f"{cut.reviewer}\u00d7{cut.alternative}",)
