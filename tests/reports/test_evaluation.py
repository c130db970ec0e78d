"""《方案评估报告》 read back: its chapters, its figures against independent sums, and what it says in each case."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from docx import Document
from docx.document import Document as Docx
from msgspec.structs import replace
from scipy.stats import rankdata

from fixdocs import pipeline
from fixdocs.project import Project
from fixdocs.reports import compose
from fixdocs.reports.evaluation.report import EvaluationContext
from fixdocs.sample import project as sample
from fixdocs.schema.choices import Attendance, Direction, YesNo
from fixdocs.schema.improve import Alternative, Criterion, Decision, Reviewer, Score
from fixdocs.words import words_of

WORDS = words_of("zh")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CRITERIA = ("可行性", "有效性", "风险性")
WEIGHTS = pd.Series((0.4, 0.4, 0.2), index=list(CRITERIA))


def composed(project: Project) -> EvaluationContext:
    checked = pipeline.Checked(Path(), project, (), WORDS)
    made: EvaluationContext = compose("evaluation", pipeline.findings(checked), WORDS)
    return made


def built(project: Project, folder: Path) -> Docx:
    checked = pipeline.Checked(folder, project, (), WORDS)
    (outcome,) = pipeline.build(checked, pipeline.Options(only=("evaluation",))).outcomes
    assert outcome.fault is None
    assert outcome.written is not None
    return Document(str(outcome.written.path))


def texts(document: Docx) -> list[str]:
    """Every paragraph, those in tables too, with the results of its fields."""
    return ["".join(t.text or "" for t in p.iter(f"{_W}t")) for p in document.element.body.iter(f"{_W}p")]


def headings(document: Docx) -> list[str]:
    names = {"Heading1", "Heading2", "AnnexHeading"}
    return [p.text for p in document.paragraphs if p.style is not None and p.style.style_id in names]


def table(document: Docx, heading: str) -> pd.DataFrame:
    """The table whose heading row holds ``heading``."""
    for found in document.tables:
        rows = [[cell.text for cell in row.cells] for row in found.rows]
        if heading in rows[0]:
            return pd.DataFrame(rows[1:], columns=rows[0])
    raise AssertionError(heading)


def scores(project: Project) -> pd.DataFrame:
    """Counted scores, converted by hand: a row a reviewer and alternative."""
    there = {r.id for r in project.reviewers if r.attendance in (None, Attendance.PRESENT)}
    frame = pd.DataFrame([{"reviewer": s.reviewer, "alternative": s.alternative, **s.values} for s in project.scores])
    frame = frame[frame.reviewer.isin(there)].astype(dict.fromkeys(CRITERIA, float))
    frame["风险性"] = 6 - frame["风险性"]
    return frame


def panel(rows: dict[tuple[str, str], tuple[Any, ...]], decision: Decision | None = None) -> Project:
    """A thin project: the form, alternatives and reviewers by name, the three criteria, scores."""
    info = sample().info
    assert info is not None
    keys = list(dict.fromkeys(key for _, key in rows))
    return Project(
        info=info.model_copy(update={"sample": None, "anonymous": None}),
        alternatives=tuple(Alternative(id=key, name=f"{key}案", measures=()) for key in keys),
        reviewers=tuple(Reviewer(id=who, name=f"评审{who}") for who in dict.fromkeys(who for who, _ in rows)),
        criteria=tuple(
            Criterion(name=n, weight=w, direction=Direction.LOWER if n == "风险性" else Direction.HIGHER)
            for n, w in zip(CRITERIA, WEIGHTS, strict=True)
        ),
        scores=tuple(
            Score(reviewer=who, alternative=what, values=dict(zip(CRITERIA, values, strict=True)))
            for (who, what), values in rows.items()
        ),
        decision=decision,
    )


THIN = {("E1", "S1"): (4, 3, 2), ("E1", "S2"): (3, 4, 2), ("E2", "S1"): (5, 4, 1), ("E2", "S2"): (4, 4, 3)}
LEVEL = {("E1", "S1"): (4, 4, 2), ("E1", "S2"): (4, 4, 2), ("E2", "S1"): (4, 4, 2), ("E2", "S2"): (4, 4, 2)}


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Docx:
    return built(sample(), tmp_path_factory.mktemp("sample"))


class TestSample:
    def test_it_opens_with_the_decision_and_has_its_chapters(self, document: Docx) -> None:
        assert headings(document) == [
            "提请决策事项", "评审依据", "评审组织", "备选方案", "评估维度与权重", "评分结果", "总分与排名", "各维度得分",
            "各评审人评分", "结论的把握", "评审人意见是否一致", "权重变动是否改变结论", "评审意见与结论", "评审意见",
            "评审结论", "后续事项", "会签栏", "逐项评分", "计算方法",
        ]  # fmt: skip
        box = {row.cells[0].text: row.cells[1].text for t in document.tables for row in t.rows if len(row.cells) == 2}
        assert box["决策事项"] == "批准采纳 S02 协同平台方案"
        assert box["所需资金"].startswith("一次性")
        assert box["附带条件"].split("\n")[0] == "小额补偿授权按月封顶8000元"
        assert "售后服务经理" in box["不同意见"]

    def test_totals_are_those_of_an_independent_sum(self, document: Docx) -> None:
        project = sample()
        means = scores(project).groupby("alternative")[list(CRITERIA)].mean()
        expected = (means * WEIGHTS).sum(axis=1).sort_values(ascending=False)
        printed = table(document, "排名")
        assert [name.split()[0] for name in printed["方案"]] == list(expected.index)
        assert [float(v) for v in printed["加权总分"]] == [round(v, 2) for v in expected]
        assert list(printed["排名"]) == ["1", "2", "3"]
        assert [float(v) for v in printed["风险性（20%）"]] == [
            round(means.loc[k, "风险性"], 2) for k in expected.index
        ]

    def test_raw_and_converted_means_spread_and_n(self, document: Docx) -> None:
        frame = scores(sample())
        printed = table(document, "原始均分")
        for _, row in printed.iterrows():
            values = frame[frame.alternative == row["方案"].split()[0]][row["维度"]].dropna()
            raw = 6 - values if row["维度"] == "风险性" else values
            assert float(row["原始均分"]) == pytest.approx(raw.mean(), abs=0.005)
            assert float(row["换算均分"]) == pytest.approx(values.mean(), abs=0.005)
            assert float(row["标准差"]) == pytest.approx(values.std(ddof=1), abs=0.005)
            assert row["最低–最高"] == f"{raw.min():g}–{raw.max():g}"
            assert int(row["评分人数"]) == len(values)

    def test_first_choices_and_concordance(self, document: Docx) -> None:
        frame = scores(sample())
        frame["total"] = (frame[list(CRITERIA)] * WEIGHTS).sum(axis=1, skipna=False)
        wide = frame.pivot(index="reviewer", columns="alternative", values="total")
        whole = wide.dropna().round(9)
        ranks = rankdata(-whole.to_numpy(), axis=1)
        m, n = ranks.shape
        s = ((ranks.sum(axis=0) - ranks.sum(axis=0).mean()) ** 2).sum()
        ties = sum((c**3 - c) for row in ranks for c in np.unique(row, return_counts=True)[1])
        w = 12 * s / (m**2 * (n**3 - n) - m * ties)
        text = "\n".join(texts(document))
        assert f"S = {s:g}，并列修正 ΣT = {ties:g}，得 W = {w:.3f}，一致程度中等" in text
        best = whole.eq(whole.max(axis=1), axis=0)
        firsts = best[best.sum(axis=1) == 1].sum()
        level = len(whole) - firsts.sum()
        assert f"评分完整的 {len(whole)} 人中，{firsts['S02']} 人首选方案 S02；{firsts['S03']} 人首选方案 S03" in text
        assert f"；{level} 人首选并列。另有 {len(wide) - len(whole)} 人有弃权或缺分，不计首选。" in text
        pair = wide[["S02", "S01"]].dropna()
        assert f"方案 S02、S01 都评全了的 {len(pair)} 人中，{(pair.S02 > pair.S01).sum()} 人给方案 S02" in text

    def test_the_order_changes_at_the_printed_weight(self, document: Docx) -> None:
        """On either side of each printed weight, the others shrunk in proportion, the order is a different one."""
        means = scores(sample()).groupby("alternative")[list(CRITERIA)].mean()
        printed = table(document, "持平权重")
        assert len(printed) == 6
        for _, row in printed.iterrows():
            level = float(row["持平权重"][2:].strip("% ")) / 100
            leads = []
            for weight in (level - 0.001, level + 0.001):
                moved = WEIGHTS * (1 - weight) / (1 - WEIGHTS[row["维度"]])
                moved[row["维度"]] = weight
                totals = (means * moved).sum(axis=1)
                leads.append(totals["S02"] > totals[row["与之持平的方案"].split()[0]])
            assert leads == ([True, False] if row["持平权重"].startswith("升至") else [False, True])
        assert any(
            "有效性的权重由 40% 降至约 32.7% 以下（变动 −7.3 个百分点），方案 S01 的总分即超过方案 S02" in t
            for t in texts(document)
        )

    def test_absence_and_abstention_are_said(self, document: Docx) -> None:
        text = "\n".join(texts(document))
        assert "7 位评审人中 6 位参加了评分：1 位缺席（评审人戊）。" in text
        assert "方案 S03 的风险性有 1 人弃权，均分按 5 人计算。" in text
        raw = table(document, "风险性（换算）")
        row = raw[(raw["评审人"] == "评审人己") & (raw["方案"] == "S03")].iloc[0]
        assert (row["风险性"], row["风险性（换算）"], row["加权总分"]) == ("弃权", "—", "—")
        assert "评审人戊" not in set(raw["评审人"])

    def test_figures_and_tables_are_referred_to(self, document: Docx) -> None:
        body = document.element.body
        captions = [t for t in texts(document) if t[:2] in ("表 ", "图 ") and "\u3000" in t]
        told = "\n".join(t for t in texts(document) if t not in captions)
        numbers = [caption.partition("\u3000")[0] for caption in captions]
        assert [n for n in numbers if not re.search(rf"{n}(?!\d)", told)] == []
        assert len(numbers) == 14
        assert sum(1 for _ in body.iter("{http://schemas.openxmlformats.org/drawingml/2006/chart}chart")) == 2


class TestAnonymous:
    @pytest.fixture
    def project(self) -> Project:
        project = sample()
        assert project.info is not None
        return replace(project, info=project.info.model_copy(update={"anonymous": YesNo.YES}))

    def test_no_name_post_or_department_of_a_reviewer(self, project: Project, tmp_path: Path) -> None:
        document = built(project, tmp_path)
        milestones = {task.post for task in project.tasks}  # whoever does the work is named, not who scored
        control = {value for key in ("reviewer", "department") if (value := getattr(project.info, key))}
        text = "\n".join(texts(document))
        for reviewer in project.reviewers:
            assert reviewer.name not in text
            assert reviewer.id not in text
            for told in (reviewer.post, reviewer.department):
                assert told is None or told in milestones | control or told not in text
        assert "某评审人认为授权额度宜先定为100元" in text
        assert "由运营总监主持" not in text

    def test_comments_stand_unattributed(self, project: Project, tmp_path: Path) -> None:
        comments = table(built(project, tmp_path), "意见")
        assert list(comments.columns) == ["方案", "意见"]
        assert len(comments) == sum(bool(s.comment) for s in project.scores)

    def test_the_order_is_shuffled_and_the_same_every_time(self, project: Project) -> None:
        def order(found: Project) -> list[tuple[str, ...]]:
            grid = composed(found).reviewer_totals
            assert grid is not None
            return [row[1:] for row in grid.rows[:-1]]

        named, hidden = order(sample()), order(project)
        assert hidden == order(project)
        assert hidden != named
        assert sorted(hidden) == sorted(named)

    def test_the_form_decides(self) -> None:
        assert composed(sample()).panel is not None


class TestSentences:
    def test_a_clear_winner(self) -> None:
        made = composed(panel(THIN))
        assert made.finding.startswith(
            "方案 S1（S1案）加权总分 4.10 分，在 2 个方案中居首，比第二名方案 S2 高 0.40 分。"
        )
        assert made.finding.endswith(
            "与方案 S2 相比，可行性高 1.00 分；有效性低 0.50 分；风险性更低（原始均分 1.50 分，对方 2.50 分，越低越好）。"
        )

    def test_ahead_on_everything(self) -> None:
        rows = {("E1", "S1"): (5, 5, 1), ("E1", "S2"): (4, 3, 2), ("E2", "S1"): (5, 5, 1), ("E2", "S2"): (4, 3, 2)}
        made = composed(panel(rows))
        assert "方案 S1 在各维度上都不落后于其他方案。" in made.finding
        assert made.sensitivity == "任一维度的权重在 0% 与 100% 之间变动、其余按比例增减，方案 S1 都保持首位。"
        assert made.switches == ()
        assert made.agreement == "2 人一致首选方案 S1。"

    def test_a_tie_that_nothing_breaks_is_for_the_meeting(self) -> None:
        made = composed(panel(LEVEL))
        assert made.finding == "方案 S1、S2 加权总分同为 4.00 分，并列第一。各维度逐一比较也分不出先后，由评审会裁定。"
        assert made.ask_finding == "方案 S1、S2 并列第一，请评审会裁定采纳哪一个。"
        assert made.sensitivity == "方案 S1、S2 在各维度上得分都相同，权重怎样变动都分不出先后。"
        assert "没有人有唯一的首选方案" in made.agreement
        assert str(made.concordance) == "评分完整的评审人给各方案的总分都没有高低之分，排序的一致程度不可计算。"
        assert made.totals is not None
        assert made.totals.strong == {0, 1}

    def test_a_tie_that_the_declared_order_breaks_is_a_suggestion(self) -> None:
        made = composed(panel({("E1", "S1"): (5, 3, 2), ("E1", "S2"): (3, 5, 2)}))
        assert "（有效性、可行性、风险性）比较，建议采纳方案 S2（S2案）；是否采纳由评审会裁定" in made.finding

    def test_totals_that_two_decimals_would_print_alike(self) -> None:
        rows = {(f"E{n}", "S1"): (4, 4, 2) for n in range(1, 61)} | {(f"E{n}", "S2"): (4, 4, 2) for n in range(1, 61)}
        rows["E1", "S1"] = (4, 4, 1)
        made = composed(panel(rows))
        assert made.totals is not None
        assert [row[4] for row in made.totals.rows] == ["4.003", "4.000"]

    def test_one_reviewer_and_one_alternative(self) -> None:
        made = composed(panel({("E1", "S1"): (4, 3, 2)}))
        assert made.finding == "方案 S1（S1案）的加权总分为 3.60 分。"
        assert "无从比选" in str(made.alternatives_finding)
        assert (made.totals, made.contributions, made.reviewer_totals, made.agreement) == (None, None, None, "")

    def test_a_single_reviewer_agrees_with_nobody(self) -> None:
        made = composed(panel({("E1", "S1"): (4, 3, 2), ("E1", "S2"): (3, 3, 2)}))
        assert made.agreement == "只有 1 人评分，无从判断意见是否一致。"
        assert made.kendall == ""

    def test_the_most_first_choices_for_another(self) -> None:
        rows = {("E1", "S1"): (3, 3, 2), ("E1", "S2"): (3, 4, 2), ("E2", "S1"): (3, 3, 2), ("E2", "S2"): (3, 4, 2)}
        rows |= {("E3", "S1"): (5, 5, 1), ("E3", "S2"): (1, 1, 5)}
        made = composed(panel(rows))
        assert "首选人数最多的是方案 S2，总分最高的却是方案 S1" in made.agreement

    def test_a_criterion_that_nobody_scored(self) -> None:
        rows = THIN | {("E1", "S3"): (4, 4, None), ("E2", "S3"): (4, 4, None)}
        made = composed(panel(rows))
        assert "方案 S3 有维度无人评分，没有总分，不参加排名。" in made.exceptions
        assert made.totals is not None
        assert made.totals.rows[-1][4:6] == ("—", "—")

    def test_no_decision_yet(self) -> None:
        made = composed(panel(THIN))
        assert made.decision_finding == "待评审：评审会尚未作出结论。"
        assert made.ask_finding == "请审议是否采纳得分最高的方案 S1（S1案）。"

    def test_another_than_the_top_is_adopted(self) -> None:
        made = composed(panel(THIN, Decision(adopted="S2", reason="本年没有预算。")))
        assert made.decision_finding == (
            "评审会决定采纳方案 S2（S2案）。采纳的方案 S2 总分排第 2，得分最高的是方案 S1。不按得分采纳的理由：本年没有预算。"
        )
        assert "方案 S2 的总分即超过方案 S1。" in made.sensitivity
        assert made.dissent == "会议没有记录不同意见。"

    def test_vetoes(self) -> None:
        project = panel(THIN, Decision(adopted="S2"))
        first, *rest = project.criteria
        made = composed(replace(project, criteria=(first.model_copy(update={"veto": 4}), *rest)))
        assert "方案 S2 未过否决线：可行性均分 3.50 分，低于 4 分。" in made.exceptions
        assert "采纳的方案未过否决线（可行性）。" in made.decision_finding
        assert "可行性平均分低于 4 分的方案会被标出" in str(made.conversion)

    def test_absent_recused_and_silent(self) -> None:
        project = panel(THIN)
        more = (
            Reviewer(id="E3", name="丙", attendance=Attendance.ABSENT),
            Reviewer(id="E4", name="丁", attendance=Attendance.RECUSED),
            Reviewer(id="E5", name="戊", attendance=Attendance.PRESENT),
        )
        made = composed(replace(project, reviewers=project.reviewers + more))
        assert made.panel_finding == (
            "5 位评审人中 2 位参加了评分：1 位缺席（丙）；1 位回避（丁）；1 位没有评分（戊）。"
        )

    def test_weights_that_do_not_sum_to_one(self) -> None:
        project = panel(THIN)
        criteria = tuple(c.model_copy(update={"weight": 0.5}) for c in project.criteria)
        made = composed(replace(project, criteria=criteria))
        assert (
            "权重为可行性 33.3%、有效性 33.3%、风险性 33.3%。所填权重合计 150%，已按比例折算为 100%。"
            in made.criteria_finding
        )

    def test_reviewers_of_different_weight(self) -> None:
        project = panel(THIN)
        one, two = project.reviewers
        made = composed(replace(project, reviewers=(one.model_copy(update={"weight": 3.0}), two)))
        assert str(made.panel_lead).startswith("各评审人的权重不同")
        assert "权重" in (made.panel.headings if made.panel else ())
        # S1: (3 × 3.6 + 4.6) ÷ 4, S2: (3 × 3.6 + 3.8) ÷ 4
        assert made.totals is not None
        assert [row[4] for row in made.totals.rows] == ["3.85", "3.65"]


class TestEdges:
    @pytest.mark.parametrize("rows", [THIN, LEVEL, {("E1", "S1"): (4, 3, 2)}])
    def test_a_thin_project_gives_a_thin_report(self, rows: dict[Any, Any], tmp_path: Path) -> None:
        document = built(panel(rows), tmp_path)
        found = texts(document)
        assert not [t for t in found if "None" in t or "，。" in t or "（）" in t or t.endswith(("：", "、"))]
        for made in document.tables:
            cells = [[cell.text for cell in row.cells] for row in made.rows]
            assert not [row for row in cells[1:] if set(row) == {"—"}]
            columns = zip(*cells[1:], strict=True)
            assert not [column for column in columns if set(column) == {"—"} and cells[0][0] == "方案"]
        assert "提请决策事项" in headings(document)
        assert "评审意见" not in headings(document)

    def test_headings_stand_over_something(self, tmp_path: Path) -> None:
        document = built(panel({("E1", "S1"): (4, 3, 2)}), tmp_path)
        assert "各评审人评分" not in headings(document)
        assert "结论的把握" not in headings(document)

    def test_long_names(self, tmp_path: Path) -> None:
        long = "长" * 200
        project = sample()
        project = replace(
            project,
            alternatives=tuple(a.model_copy(update={"name": long}) for a in project.alternatives),
            reviewers=tuple(r.model_copy(update={"name": long}) for r in project.reviewers),
        )
        document = built(project, tmp_path)
        found = texts(document)
        assert sum(long in text for text in found) == 3 + 7 + 1  # alternatives, panel, decision box
        assert not any("长" * 30 in t for t in found if "加权总分" in t)
        assert "（E03）" in "".join(found)  # reviewers of one name are told apart

    def test_nobody_counted(self) -> None:
        made = composed(replace(panel(THIN), reviewers=()))
        assert made.finding == "没有一个方案在所有维度上都有评分，算不出加权总分。"
        assert made.ask_finding.startswith("评分尚不足以算出总分")
        assert (made.totals, made.criterion_scores, made.raw_scores) == (None, (), None)
