"""A root cause is covered only by a measure that is adopted and has not failed in trial; gaps of the plan are said."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fixdocs.analysis.claims.alternatives import compared
from fixdocs.pipeline import Checked
from fixdocs.pipeline import findings as all_findings
from fixdocs.project import Project
from fixdocs.schema.choices import Adoption, Dimension, Treatment, Trial, Verdict
from fixdocs.schema.improve import Alternative, Cause, Decision, Issue
from fixdocs.words import words_of

from .plans import findings, goal, measure, plan, read, risk, root, task, tool, tried

CONFIRMED = Cause(
    issue="P1", id="C1", dimension=Dimension.METHOD, text="无规则", verdict=Verdict.CONFIRMED, evidence="抽查"
)
COVERED = "本方案以 2 项措施覆盖全部 2 个根因。"


def said(project: Project) -> str:
    return read(project).text


class TestKind04:
    """A measure that failed in trial counted as coverage, and different coverage in two reports."""

    def test_kind_04_adopted_measures_cover_all(self) -> None:
        assert COVERED in said(plan())

    @pytest.mark.parametrize(
        ("changed", "sentence"),
        [
            (
                {"trial": Trial.FAILED, "before": 5.0, "after": 6.0},
                "1 个根因的措施试行无效，尚无应对办法：R2 根因R2的说明。",
            ),
            ({"adoption": Adoption.PENDING}, "1 个根因只有尚未采纳的措施：R2 根因R2的说明。"),
            ({"adoption": None}, "1 个根因只有尚未采纳的措施：R2 根因R2的说明。"),
            ({"adoption": Adoption.REJECTED, "reason": "太贵"}, "1 个根因的措施没有采纳：R2 根因R2的说明。"),
        ],
    )
    def test_kind_04_what_failed_or_is_not_adopted_covers_nothing(self, changed: dict[str, Any], sentence: str) -> None:
        """Everywhere the coverage is told it drops: summary, chapter, table, trace."""
        issue = Issue(id="P1", description="慢", kind="效率类", scope="全程", impact=5, frequency=5)
        made = read(plan(measures=(measure("M1"), measure("M2", "R2", **changed)), issues=(issue,)))
        assert "覆盖全部" not in made.text
        assert made.text.count("覆盖 2 个根因中的 1 个") >= 3
        assert sentence in made.text
        assert sentence in made.texts("从问题到方案的追溯")
        assert "其中 1 个有已采纳的措施应对" in made.texts("背景与目标")

    def test_kind_04_a_second_measure_still_covers(self) -> None:
        failed = measure("M2", "R2", trial=Trial.FAILED, before=5.0, after=6.0)
        text = said(plan(measures=(measure("M1"), failed, measure("M3", "R2"))))
        assert COVERED in text
        assert "试行无效、不计入覆盖与效益的措施：M2 办法M2。" in text

    def test_kind_04_before_adoption_is_filled_it_is_proposed(self) -> None:
        measures = (measure("M1", adoption=None), measure("M2", "R2", adoption=None))
        text = said(plan(measures=measures))
        assert "本方案拟以 2 项措施应对全部 2 个根因，措施尚未确定采纳。" in text
        assert "覆盖" not in text.replace("“—”", "")

    def test_kind_04_two_reports_have_one_coverage(self) -> None:
        """The evaluation prints what the plan does: both ask the same object."""
        alternatives = (
            Alternative(id="S1", name="甲案", measures=("M1", "M2")),
            Alternative(id="S2", name="乙案", measures=("M1",)),
        )
        failed = measure("M2", "R2", trial=Trial.FAILED, before=5.0, after=6.0)
        found = findings(
            plan(measures=(measure("M1"), failed), alternatives=alternatives, decision=Decision(adopted="S1"))
        )
        assert [len(held.possible) for _, held in found.coverage_of] == [1, 1]
        assert found.coverage.answered == found.coverage_of[0][1].answered
        assert compared(found) is None  # the chosen one covers no more

    def test_kind_04_unverified_root_causes_are_named_so(self) -> None:
        assert "2 个根因都待验证：R1 根因R1的说明、R2 根因R2的说明。" in said(plan())

    def test_kind_04_coverage_is_that_of_a_plain_count(self) -> None:
        """By another way: sets of numbers from the rows."""
        results = (Trial.FAILED, Trial.EFFECTIVE, None, Trial.PARTIAL, Trial.UNTRIED)
        adopted = (Adoption.ADOPTED, Adoption.PENDING, Adoption.REJECTED, None)
        rows = tuple(
            measure(f"M{n}", f"R{n % 7} R{n % 3}", trial=results[n % 5], adoption=adopted[n % 4], before=2.0, after=1.0)
            for n in range(20)
        )
        roots = tuple(root(f"R{n}") for n in range(9))
        found = findings(plan(roots=roots, measures=rows)).coverage
        live = {k for m in rows if m.adoption is Adoption.ADOPTED and m.trial is not Trial.FAILED for k in m.roots}
        assert {r.id for r in found.answered} == live & {r.id for r in roots}
        parts = (found.answered, found.proposed, found.failed, found.rejected, found.aside, found.bare)
        assert sorted(r.id for part in parts for r in part) == sorted(r.id for r in roots)

    def test_kind_04_order_of_rows_changes_nothing(self) -> None:
        rows = (measure("M1"), measure("M2", "R2"), measure("M3", "R1 R2"))
        assert read(plan(measures=rows)).points() == read(plan(measures=rows[::-1])).points()


APRIL, JUNE = date(2026, 4, 1), date(2026, 6, 30)
WORK = (task("T1", APRIL, date(2026, 5, 15), "M1"), task("T2", date(2026, 5, 1), JUNE, "M2"))


class TestKind10:
    """Gaps unsaid."""

    @pytest.mark.parametrize(
        ("gap", "none", "sentence"),
        [
            pytest.param({"tasks": WORK[:1]}, {"tasks": WORK}, "1 项措施没有排入实施计划：M2 办法M2。", id="untasked"),
            pytest.param(
                {"goals": (goal(indicator="满意度"),)}, {"goals": (goal(),), "measures": (measure("M1", "R1 R2", goals=("G1",)),)},
                "1 项目标没有措施：G1 目标G1的说明。", id="unserved",
            ),
            pytest.param(
                {"tasks": WORK, "tools": (tool("Y1", "M2", due=date(2026, 7, 1)),)},
                {"tasks": WORK, "tools": (tool("Y1", "M2", due=JUNE),)},
                "Y1 工具Y1的到位日期晚于实施期的结束日期（2026年6月30日）。", id="after the end",
            ),
            pytest.param(
                {"tasks": WORK, "tools": (tool("Y1", "M1", due=date(2026, 5, 16)),)},
                {"tasks": WORK, "tools": (tool("Y1", "M1 M2", due=date(2026, 5, 16)),)},
                "到位日期晚于用到它的任务：Y1 工具Y1于2026年5月16日到位，T1 事项T1于2026年5月15日已结束。", id="after its task",
            ),
            pytest.param(
                {"risks": (risk("K1", 2, 2, post=None), risk("K2", 2, 2))}, {"risks": (risk("K1", 2, 2), risk("K2", 2, 2))},
                "1 项风险没有责任岗位：K1 风险K1。", id="unowned",
            ),
        ],
    )  # fmt: skip
    def test_kind_10_a_gap_is_said(self, gap: dict[str, Any], none: dict[str, Any], sentence: str) -> None:
        assert sentence in said(plan(**gap))
        assert sentence not in said(plan(**none))

    @pytest.mark.parametrize(
        ("day", "sentence"),
        [
            (date(2026, 4, 2), "评审会于2026年4月2日召开，T1 事项T1已于2026年4月1日开始。"),
            (date(2026, 7, 2), "评审会于2026年7月2日召开，全部任务已于2026年6月30日结束。"),
            (APRIL, ""),
        ],
    )
    def test_kind_10_a_meeting_after_the_work_began(self, day: date, sentence: str) -> None:
        chosen = {"alternatives": (Alternative(id="S1", name="甲案", measures=("M1", "M2")),),
                  "decision": Decision(adopted="S1", day=day)}  # fmt: skip
        text = said(plan(tasks=WORK, **chosen))
        assert sentence in text
        assert ("召开" in text) == bool(sentence)

    def test_kind_10_conditions_that_no_task_takes_up(self) -> None:
        chosen = {"alternatives": (Alternative(id="S1", name="甲案", measures=("M1", "M2")),),
                  "decision": Decision(adopted="S1", conditions="先培训全部柜员；预算控制在三万以内")}  # fmt: skip
        text = said(plan(tasks=(*WORK, task("T3", APRIL, JUNE, name="培训全部柜员")), **chosen))
        assert "附带条件中，实施计划的任务名称与交付物没有写到的：预算控制在三万以内。" in text
        chosen["decision"] = Decision(adopted="S1", conditions="先培训全部柜员")
        assert "没有写到的" not in said(plan(tasks=(*WORK, task("T3", APRIL, JUNE, name="培训全部柜员")), **chosen))

    def test_kind_10_an_issue_put_into_the_plan_without_a_measure(self) -> None:
        given = {"description": "慢", "kind": "效率类", "scope": "全程", "impact": 2, "frequency": 2}
        one, two = (Issue(id=f"P{n}", treatment=Treatment.PLANNED, **given) for n in (1, 2))
        sentence = "1 个决定列入方案的问题没有措施应对：P2 慢。"
        assert sentence in said(plan(issues=(one, two)))
        later = two.model_copy(update={"treatment": Treatment.DEFERRED})
        assert sentence not in said(plan(issues=(one, later)))

    def test_kind_10_what_is_missing_is_a_condition_of_what_is_asked(self) -> None:
        """No "请批准" beside "须补充后再报批": one box asks, and names what has to be filled in first."""
        sure = {"roots": (root("R1", sources=("C1",)), root("R2", sources=("C1",))), "causes": (CONFIRMED,)}
        made = read(plan(tasks=WORK, **sure))
        assert "须补充后再报批" not in made.text
        box = {row[0]: row[1] for block in made.under("提请决策事项") for row in block.rows}
        assert box["未决事项"] == "措施没有给出投入数据"
        assert "前提是先解决下列未决事项。" in made.text
        priced = (measure("M1", investment=0.0), measure("M2", "R2", investment=0.0))
        whole = read(plan(tasks=WORK, measures=priced, **sure))
        assert "前提" not in whole.text
        assert "未决事项" not in whole.text

    def test_kind_10_a_measure_of_an_unverified_root_cause_waits_for_its_verification(self) -> None:
        """Report 3 asks to verify first; what is asked here must not pass over it."""
        priced = (measure("M1", investment=0.0), measure("M2", "R2", investment=0.0))
        roots, said = (
            (root("R1", sources=("C1",)), root("R2")),
            "应先查实待验证的根因（R2 根因R2的说明），再实施 M2 办法M2",
        )
        made = read(plan(tasks=WORK, measures=priced, roots=roots, causes=(CONFIRMED,)))
        box = {row[0]: row[1] for block in made.under("提请决策事项") for row in block.rows}
        assert box["未决事项"] == said

    def test_kind_10_equal_risks_are_told_together(self) -> None:
        tied = said(plan(risks=(risk("K1", 3, 4), risk("K2", 4, 3), risk("K3", 1, 1))))
        assert "等级最高的有 2 项（12）：K1 风险K1、K2 风险K2。" in tied
        assert "等级最高的是 K1 风险K1（20）。" in said(plan(risks=(risk("K1", 5, 4), risk("K2", 4, 3))))
        same = said(plan(risks=(risk("K1", 3, 3), risk("K2", 3, 3))))
        assert "已评定的 2 项等级相同，都是 9。" in same
        assert "最高" not in same
        partly = said(plan(risks=(risk("K1", 3, 3), risk("K2", 1, 3), risk("K3", 5, None))))
        assert "其中 1 项没有评定可能性或影响：K3 风险K3。" in partly
        assert "可能性与影响都没有评定齐全。" in said(plan(risks=(risk("K1", 3, None), risk("K2", None, 3))))


def test_the_failed_trial_drops_coverage_in_every_report() -> None:
    """The chain and the plan say the same of the same rows."""
    project = plan(measures=(measure("M1"), tried("M2", Trial.FAILED, 5.0, 6.0, roots="R2")))
    found = all_findings(Checked(Path(), project, (), words_of("zh")))
    assert found.plan is not None
    assert found.plan.coverage.answered == tuple(link.root for link in found.chain.roots if link.answered)
