"""Claims about issues: each with a project in which it stands and a near one in which it does not."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pandas as pd
import pytest

from fixdocs.analysis.claim import CLAIMS, watching
from fixdocs.analysis.claims import issues as _  # noqa: F401 - its claims are declared
from fixdocs.project import Project
from fixdocs.rules import check
from fixdocs.sample import project as sample
from fixdocs.schema import WHOLE
from fixdocs.schema.choices import IssueStatus, Treatment, YesNo
from fixdocs.schema.survey import Step

from .printed import said
from .rows import DEFERRED, NOW, cause, issue, project, root

LATE, SOON = date(2026, 2, 28), date(2026, 3, 1)  # the report's date is 2026-03-01
RUNNING, CLOSED = IssueStatus.RUNNING, IssueStatus.CLOSED
COST, QUALITY = {"kind": "cost"}, {"kind": "quality"}
LOWERED = {"core_override": YesNo.NO, "override_reason": "已有对策"}
F1, F2, F3 = ("F01",), ("F02",), ("F03",)


def two(**first: Any) -> Project:
    """Two core issues, the first with changes."""
    return project(issue(1, **first), issue(2))


def classes(*kinds: str, **changes: Any) -> Project:
    return project(*(issue(n, kind=kind, **changes) for n, kind in enumerate(kinds, 1)))


def stepped(*steps: tuple[str, ...]) -> Project:
    return project(*(issue(n, steps=each) for n, each in enumerate(steps, 1)))


# Claim: a project in which it stands, a near one in which it does not.
GUARDS: dict[str, tuple[Project, Project]] = {
    "issues.counted_none": (project(issue(1, 3), issue(2, 3)), project(issue(1, 4), issue(2, 3))),
    "issues.counted_lowered": (
        project(issue(1, **LOWERED), issue(2, 3)),
        project(issue(1, 3, **LOWERED), issue(2, 3)),
    ),
    "issues.counted_first": (two(), two(treatment=DEFERRED)),
    "issues.counted": (two(status=CLOSED), two(status=RUNNING)),
    "issues.opening": (project(*map(issue, range(1, 6))), project(*map(issue, range(1, 7)))),
    "issues.opening_some": (project(*map(issue, range(1, 7))), project(*map(issue, range(1, 6)))),
    "issues.nearest": (project(issue(1, 3), issue(2, 2)), project(issue(1, 3), issue(2, 5, 3))),
    "issues.below": (project(issue(1, 3), issue(2, 5, 3)), project(issue(1, 3), issue(2, 2))),
    "issues.class_top": (classes("cost", "cost", "quality"), classes("cost", "quality")),
    "issues.class_tied": (
        classes("cost", "cost", "quality", "quality", "其他"),
        classes("cost", "cost", "quality", "quality"),
    ),
    "issues.class_even": (classes("cost", "quality"), classes("cost", "cost", "quality")),
    "issues.class_only": (classes("cost", "cost"), classes("cost")),
    "issues.core_class_top": (classes("cost", "cost", "quality"), classes("cost", "quality")),
    "issues.core_class_tied": (
        classes("cost", "cost", "quality", "quality", "其他"),
        classes("cost", "cost", "quality", "quality"),
    ),
    "issues.core_class_only": (
        project(issue(1), issue(2), issue(3, 1, **COST)),
        project(issue(1), issue(2, **QUALITY), issue(3, 1, **COST)),
    ),
    "issues.step_top": (stepped(F1, F1, F2), stepped(F1, F2, F3)),
    "issues.steps_top": (stepped(F1, F1, F2, F2, F3), stepped(F1, F1, F2, F2)),
    "issues.step_top_given": (stepped(F1, F1, F2, ()), stepped(F1, F1, F2)),
    "issues.steps_top_given": (stepped(F1, F1, F2, F2, F3, ()), stepped(F1, F1, F2, F2, F3)),
    "issues.deferred_core": (two(treatment=DEFERRED), two(treatment=NOW)),
    "issues.deferred_silent": (
        project(*(issue(n, treatment=DEFERRED, deferral_reason=why) for n, why in ((1, "预算"), (2, None)))),
        project(*(issue(n, treatment=DEFERRED, deferral_reason="预算") for n in (1, 2))),
    ),
    "issues.overdue": (two(due=LATE, status=RUNNING), two(due=SOON, status=RUNNING)),
    "issues.overdue_unknown": (two(due=LATE), two(due=LATE, status=CLOSED)),
    "issues.closed": (two(status=CLOSED), two()),
    "issues.closed_core": (project(issue(1, status=CLOSED), issue(2, 1, status=CLOSED)), two(status=CLOSED)),
    "issues.undated": (
        project(issue(1, treatment=NOW), issue(2, due=SOON)),
        project(issue(1, treatment=NOW, due=SOON), issue(2, treatment=DEFERRED)),
    ),
    "issues.named": (two(), two(treatment=DEFERRED)),
    "issues.in_core": (project(issue(1), issue(2, 1)), two()),
    "issues.all_in_core": (two(), project(issue(1), issue(2, 1))),
    "issues.none_in_core": (project(issue(1, 1), issue(2, 1)), two()),
    "issues.step_top_apart": (stepped(F1, F1, F2, (WHOLE,)), stepped(F1, F1, F2)),
    "issues.steps_top_apart": (stepped(F1, F1, F2, F2, F3, (WHOLE,)), stepped(F1, F1, F2, F2, F3, ())),
    "issues.past_due": (two(due=LATE), two(due=LATE, status=CLOSED)),
    "issues.share": (project(issue(1), issue(2, 1)), two()),
    "issues.share_all": (two(), project(issue(1), issue(2, 1))),
    "issues.share_none": (project(issue(1, 1), issue(2, 1)), two()),
    "issues.unproving": (two(evidence=("I09",)), two()),
    "issues.proofless": (two(evidence=("I09",)), two()),
    "issues.sourceless": (two(evidence=("I01",)), project(*(issue(n, evidence=("I01",)) for n in (1, 2)))),
    "issues.core_sourceless": (two(evidence=("I01",)), two()),
    "issues.unproved": (two(), project(*(issue(n, evidence=("I01",)) for n in (1, 2)))),
    "issues.core_unproved": (two(), two(evidence=("I01",))),
}


def test_every_claim_has_both_guards() -> None:
    assert {key for key in CLAIMS if key.startswith("issues.")} == set(GUARDS)


@pytest.mark.parametrize("key", GUARDS)
def test_a_claim_stands_where_it_is_true_and_not_beside_it(key: str) -> None:
    true, near = GUARDS[key]
    with watching() as seen:
        said("issues", true)
    assert True in seen[key]
    with watching() as seen:
        said("issues", near)
    assert True not in seen.get(key, {False})


def text(*rows: Any, **form: Any) -> str:
    return said("issues", project(*rows, **form)).text


class TestKind10Gaps:
    """Gaps are said in the report whose chain has them."""

    def test_kind_10_an_issue_to_be_solved_without_root_cause(self) -> None:
        held = [issue(1), issue(2, 1, treatment=NOW), cause()]
        gap = "1 个问题（P02）已决定立即处理，还没有根因。"
        assert gap in text(*held, root())
        assert gap not in text(*held, root(issues=("P01", "P02")))
        assert gap not in text(issue(1), issue(2, 1, treatment=NOW)), "the analysis of causes has not begun"
        assert gap not in text(issue(1), issue(2, 1, treatment=NOW, status=CLOSED), cause(), root())

    def test_kind_10_the_rule_warns_of_it_where_the_report_says_it(self) -> None:
        held = project(issue(1), issue(2, 1, treatment=NOW), cause(), root())
        assert [d.values["issue"] for d in check(held) if d.code == "FD608"] == ["P02"]

    def test_kind_10_an_overdue_issue(self) -> None:
        rows = [issue(1, due=LATE, status=RUNNING), issue(2, due=LATE, status=CLOSED), issue(3, due=LATE)]
        found = text(*rows)
        assert "截至2026年3月1日，1 个问题已过期望完成日期，尚未关闭（P01）。" in found
        assert "P03 的期望完成日期已过，没有填写状态。" in found
        assert [d.values["issue"] for d in check(project(*rows)) if d.code == "FD609"] == ["P01"]

    def test_kind_10_due_date_and_status_stand_in_the_list_and_with_the_core_issue(self) -> None:
        found = said("issues", two(due=SOON, status=RUNNING)).texts
        assert "2026-03-01\n处理中" in found
        assert any("期望完成日期为2026年3月1日" in each and "处理中" in each for each in found)

    def test_kind_10_core_issues_that_are_closed_do_not_come_first(self) -> None:
        assert "应最先处理" not in text(issue(1, status=CLOSED), issue(2))
        assert "1 个问题已关闭（P01）。" in text(issue(1, status=CLOSED), issue(2))


class TestKind13Concentration:
    """最 is for a single maximum of several; equal classes are equal; a share has its n."""

    def test_kind_13_equal_classes_are_told_as_equal(self) -> None:
        found = said("issues", classes("cost", "quality", "experience", "efficiency")).text
        assert "4 个问题分属 4 个类别，每类 1 个。" in found
        assert "最多" not in found

    def test_kind_13_one_issue_each_step_makes_no_step_the_most(self) -> None:
        assert "牵涉" not in said("issues", stepped(F1, F2)).text

    def test_kind_13_issues_without_a_step_are_no_step_with_none(self) -> None:
        rows = [Step(id="F01", name="登记", kind="activity", post="专员")]
        found = text(*rows, issue(1, steps=F1), issue(2, steps=F1), issue(3))
        assert "写明具体步骤的 2 个问题中，F01 登记牵涉的最多，有 2 个。" in found


def test_an_issue_lowered_by_hand_reached_both_thresholds() -> None:
    held = [issue(1, **LOWERED), issue(2, 2)]
    assert "没有一个同时达到" not in text(*held)
    assert "最近的是" not in text(*held)
    assert not [d for d in check(project(*held)) if d.code == "FD604"]


# Recomputed by another way, and by changing the input


def frame(held: Project) -> pd.DataFrame:
    rows = pd.DataFrame([row.model_dump() for row in held.issues])
    rows["core"] = (rows.impact >= 4) & (rows.frequency >= 4)
    rows.loc[rows.core_override.notna(), "core"] = rows.core_override == YesNo.YES
    return rows


def test_every_count_is_that_of_the_rows() -> None:
    held = sample()
    rows = frame(held)
    facts = {p.fact.id: p.value for p in said("issues", held).prints}
    assert facts["issues.all"] == len(rows)
    assert facts["issues.core"] == rows.core.sum()
    assert facts["issues.core_share"] == pytest.approx(rows.core.mean())
    for kind, group in rows.groupby("kind"):
        assert facts[f"issues.class:{kind}"] == len(group)
        assert facts[f"issues.class_core:{kind}"] == group.core.sum()
        assert facts[f"issues.class_share:{kind}"] == pytest.approx(len(group) / len(rows))
    for row in rows.itertuples():
        assert facts[f"issues.value:{row.id}"] == row.impact * row.frequency
    for treatment, n in Counter(rows.treatment.dropna()).items():
        assert facts[f"issues.treatment:{treatment.value}"] == n


def test_a_fact_has_one_value_and_one_text_and_its_cells() -> None:
    seen: dict[str, set[tuple[float, str]]] = {}
    for one in said("issues", sample()).prints:
        seen.setdefault(one.fact.id, set()).add((float(one.value), one.text))
        if one.fact.kind.startswith(("issues.", "filled")):
            assert one.fact.sources, one.fact.id
    assert {key: texts for key, texts in seen.items() if len(texts) > 1} == {}


def turned(held: Project) -> Project:
    """The same issues, their rows in another order."""
    return project(*held.issues[::-1], *held.steps)


@pytest.mark.parametrize("held", [pair[0] for pair in GUARDS.values()])
def test_the_order_of_rows_changes_nothing(held: Project) -> None:
    assert said("issues", turned(held)).texts == said("issues", held).texts


def test_a_threshold_moves_the_matrix_and_what_follows_from_it() -> None:
    rows = [issue(1, 5, 4), issue(2, 4, 5), issue(3, 3, 3, **COST), issue(4, 2, 2, **COST)]
    before, after = said("issues", project(*rows)), said("issues", project(*rows, high_impact=5))
    moved = {p.fact.id: p.value for p in before.prints}, {p.fact.id: p.value for p in after.prints}
    differing = {key for key in moved[0].keys() & moved[1].keys() if moved[0][key] != moved[1][key]}
    allowed = ("issues.core", "issues.class_core", "issues.quadrant", "filled:project")
    assert differing
    assert all(key.startswith(allowed) for key in differing), differing


def test_an_issue_that_is_left_alone_is_never_overdue() -> None:
    rows = [issue(1, due=LATE, status=RUNNING, treatment=Treatment.NONE, deferral_reason="很少发生"), issue(2)]
    assert "已过期望完成日期" not in text(*rows)
    assert not [d for d in check(project(*rows)) if d.code == "FD609"]


def test_a_date_that_has_passed_is_marked_with_the_core_issue() -> None:
    assert "期望完成日期为2026年2月28日（已过）" in text(issue(1, due=LATE, status=RUNNING), issue(2))
    assert "（已过）" not in text(issue(1, due=LATE, status=CLOSED), issue(2))


def test_what_a_summary_says_of_gaps_a_chapter_says_too() -> None:
    """Missing sources, dates and root causes of issues that are not core stand in the list's chapter."""
    rows = [issue(1, due=SOON), issue(2, 1, treatment=NOW), cause(), root()]
    found = said("issues", project(*rows)).texts
    for gap in ("P02 已决定处理，没有填写期望完成日期。", "还没有根因。", "没有注明来源，应补上依据。"):
        assert len([each for each in found if gap in each]) > 1, gap
