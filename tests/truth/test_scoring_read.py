"""What a reading of the report from its first sentence to its last found untrue, by kind."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from fixdocs.project import Project
from fixdocs.sample import project as sample
from fixdocs.schema.choices import Direction, ReverseCheck, Trial, YesNo
from fixdocs.schema.improve import Cause, Criterion, Decision, Duty, Measure, Score
from fixdocs.schema.survey import Step
from fixdocs.words import words_of
from fixdocs.workbook.read.convert import Converter
from tests.reports.plans import box, read, thin
from tests.reports.reading import Read, built

from .panels import LEVEL, THIN, changed, composed, cube, drawn, found, informed, panel
from .projects.lab import lab, lab_two
from .projects.library import library
from .projects.minimum import minimum
from .test_scoring_guards import AHEAD, ALONE, LAST_TWO, SHARED, TIED, weights


def asked(project: Project) -> dict[str, str]:
    return {line.label: line.value for line in composed(project).asks}


@pytest.mark.parametrize("seed", range(20))
def test_beyond_the_switching_weight_the_challenger_stays_ahead_of_the_winner(seed: int) -> None:
    """On every weight beyond the printed one, by numpy; who comes first there may be a third."""
    project = drawn(np.random.default_rng(seed), alternatives=4)
    made = found(project)
    means, now = np.nanmean(cube(project), axis=0), np.array([c.weight for c in project.criteria])
    place = {a.id: n for n, a in enumerate(project.alternatives)}
    for switch in made.switches:
        assert made.winner is not None
        k = [c.name for c in project.criteria].index(switch.criterion)
        ends = (float(switch.weight), 1.0) if switch.rising else (0.0, float(switch.weight))
        for weight in np.linspace(*ends, 9)[1:-1]:
            moved = now * (1 - weight) / (1 - now[k])
            moved[k] = weight
            totals = means @ moved
            assert totals[place[switch.challenger]] > totals[place[made.winner.alternative.id]]
    assert "改选" not in composed(project).sensitivity


def test_the_other_weights_move_in_proportion_and_the_sentence_says_so() -> None:
    for rows in (THIN, AHEAD):
        assert "其余按比例增减" in composed(panel(rows)).sensitivity


def test_one_criterion_with_all_the_weight_has_no_switch_and_no_firm_criterion() -> None:
    made = composed(weights(1.0, 0.0, 0.0))
    assert made.sensitivity == "权重全在可行性一个维度上，其余维度无从按比例增减，不作敏感性判断。"
    assert (made.switches, made.switching) == ((), "")
    assert "可行性、风险性的权重无论怎样变动（其余按比例增减）" in composed(panel(THIN)).sensitivity


def test_a_tie_below_the_top_is_a_tie_in_what_was_decided() -> None:
    made = composed(panel(LAST_TWO, Decision(adopted="S3", reason="预算")))
    assert "采纳的方案 S3 总分与方案 S2 并列第 2，得分最高的是方案 S1。" in made.decision_finding
    assert "采纳的方案 S3 总分与方案 S2 并列第 2" in {x.label: x.value for x in made.asks}["评分结果"]
    clear = composed(panel(THIN, Decision(adopted="S2", reason="预算")))
    assert "采纳的方案 S2 总分排第 2" in clear.decision_finding


def test_a_tie_that_the_meeting_has_settled_is_not_put_to_it_again() -> None:
    for rows in (TIED, LEVEL):
        before, after = composed(panel(rows)), composed(panel(rows, Decision(adopted="S2")))
        assert "由评审会裁定" in before.finding
        assert "裁定" not in after.finding + after.decision_finding
        assert "建议采纳" not in after.finding


def test_what_the_box_asks_says_that_the_choice_departs_from_the_scores_and_why() -> None:
    value = asked(panel(THIN, Decision(adopted="S2", reason="预算")))["评分结果"]
    assert "采纳的方案 S2 总分排第 2" in value
    assert "不按得分采纳的理由：预算。" in value
    assert "采纳的方案" not in asked(panel(THIN, Decision(adopted="S1")))["评分结果"]


def test_one_alternative_is_neither_highest_nor_anybodys_first_choice() -> None:
    rows = {("E1", "S1"): (4, 3, 2), ("E2", "S1"): (2, 2, 3)}
    made = composed(panel(rows, Decision(adopted="S1")))
    labels = [figure.label for figure in made.summary.figures.figures]
    assert labels == ["加权总分", "参加评分"]
    assert "最高" not in made.decision_finding
    assert made.reviewer_totals is not None
    assert made.reviewer_totals.headings == ("评审人", "S1 S1案")
    two = composed(panel(THIN, Decision(adopted="S1")))
    assert next(f.label for f in two.summary.figures.figures) == "最高加权总分"
    assert two.reviewer_totals is not None
    assert two.reviewer_totals.headings[-1] == "首选方案"


def test_one_reviewer_has_no_differences_and_no_deviation() -> None:
    one, two = composed(panel(ALONE)), composed(panel(THIN))
    assert "差异" not in str(one.criterion_lead)
    assert "标准差" not in one.criterion_note
    assert "标准差" in two.criterion_note


def test_most_first_choices_count_those_who_put_several_first() -> None:
    made = composed(panel(SHARED))
    assert "首选人数最多" not in made.agreement
    assert "首选人数最多" not in [f.label for f in made.summary.figures.figures]


def test_nobody_is_counted_as_a_nought() -> None:
    assert not re.search(r"(?<!\d)0 人", Read(built("evaluation", sample())).text)


def test_conditions_are_not_said_to_lack_an_owner_and_a_date_that_their_text_may_hold() -> None:
    held = panel(THIN, Decision(adopted="S1", conditions="由财务部在2026年12月31日前核定"))
    assert "附带条件 1 项。" in str(composed(held).summary.points[-1].text)
    assert "没有" not in str(composed(held).follow[0].text)


def test_a_minute_without_a_decision_binds_nobody() -> None:
    meeting = sample().decision
    assert meeting is not None
    made = composed(replace(sample(), decision=meeting.model_copy(update={"adopted": None})))
    assert made.decision_finding == "2026年7月30日的评审会没有登记采纳哪个方案。"
    assert made.conditions == ()
    assert not {"附带条件", "不同意见"} & {line.label for line in made.asks}
    assert "附带条件" not in str(made.summary.points[-1].text)


@pytest.mark.parametrize("text", ["无", "无。", "没有", "—", "/", "N/A", "n.a.", "不适用"])
def test_a_text_that_says_there_is_nothing_says_nothing(text: str) -> None:
    """A dissent called 无 is none, and neither is a condition, a comment, a legal requirement or a former post."""
    for row in (Decision, Score, Step, Duty, Cause):
        for column in row.sheet.columns:
            if column.nothing:
                assert Converter(words_of("zh")).convert(text, column) is None
                assert Converter(words_of("zh")).convert("无人值守时段的登记", column) == "无人值守时段的登记"
    name = next(column for column in Step.sheet.columns if column.key == "name")
    assert Converter(words_of("zh")).convert("无", name) == "无"


# Both reports ask for the same


def failing(trial: Trial) -> Project:
    given: dict[str, Any] = {"roots": ("R1",), "content": "写", "post": "主管", "investment": 1.0}
    measures = (Measure(id="M1", name="立规则", trial=trial, **given), Measure(id="M2", name="设接口", **given))
    made = changed(panel(THIN, Decision(adopted="S1")), "alternatives", "*", measures=("M1", "M2"))
    return replace(made, measures=measures, tasks=thin().tasks, roots=thin().roots)


@pytest.mark.parametrize("trial", [Trial.FAILED, Trial.EFFECTIVE])
def test_a_failed_trial_stands_before_the_approval_in_both_reports(trial: Trial) -> None:
    project = failing(trial)
    said = "采纳的方案含有 1 项试行无效的措施（M1 立规则），须替换或说明保留的理由"
    plan, own = box(read(project)), asked(project)
    for held in (plan, own):
        assert (said in held.get("未决事项", "")) is (trial is Trial.FAILED)
    assert plan.get("未决事项") == own.get("未决事项")
    assert plan.get("所需资金") == own.get("所需资金")


def test_the_sample_is_approved_only_after_what_has_to_be_settled() -> None:
    """Its one failed check in reverse: report 3 asks to verify before M08 is carried out, both boxes say so."""
    proved = changed(sample(), "chains", "W07", reverse=ReverseCheck.PASSED)
    tail, waits = "前提是先解决下列未决事项。", "应先查实待验证的根因（R06 "
    for report in ("plan", "evaluation"):
        for project, stands in ((sample(), True), (proved, False)):
            made = Read(built(report, project))
            assert next(b.text for b in made.blocks if b.text.startswith("请批准")).endswith(tail) is stands
            assert (waits in made.text) is stands


def test_the_plan_of_the_only_alternative_waits_for_the_meeting() -> None:
    value = box(Read(built("plan", minimum())))["未决事项"]
    assert "评审会尚未作出结论" in value
    done = replace(minimum(), decision=Decision(adopted="S01"))
    assert "评审会尚未作出结论" not in Read(built("plan", done)).text


def test_root_causes_counted_as_answered_are_said_to_be_unverified_in_both_reports() -> None:
    said = "根因中有 1 个待验证：R06 "
    for report in ("plan", "evaluation"):
        assert said in Read(built(report, sample())).text


def test_the_veto_line_has_an_outcome() -> None:
    assert "各方案都通过了否决线。" in composed(sample()).exceptions
    assert "通过" not in composed(panel(THIN)).exceptions


def test_a_criterion_without_weight_is_no_reason_for_a_lead() -> None:
    """It stands in the tables; the lead has nothing of it, and the report says that it does not count."""
    made = composed(weights(0.5, 0.5, 0.0))
    assert "风险性" not in made.finding
    assert made.criteria_finding.endswith("风险性的权重为 0，只列出得分，不计入总分。")
    assert "风险性更低" in composed(panel(THIN)).finding


def test_a_shared_second_place_is_shared_in_the_lead() -> None:
    assert "比并列第二的方案 S2、S3 高" in composed(panel(LAST_TWO)).finding
    assert "比第二名方案 S2 高" in composed(panel(THIN)).finding


def test_a_choice_that_nobody_puts_first_is_not_called_firm() -> None:
    departing = panel(AHEAD, Decision(adopted="S2", reason="预算"))
    value = asked(departing)
    assert "评分完整的 2 人中没有人首选采纳的方案 S2。" in composed(departing).decision_finding
    assert ("评分的把握" in value, "结论的把握" in value) == (True, False)
    assert "结论的把握" in asked(panel(AHEAD, Decision(adopted="S1")))


def test_where_all_scores_differ_alike_no_place_is_told_as_the_widest() -> None:
    made = composed(panel({("E1", "S1"): (4, 4, 2), ("E2", "S1"): (3, 5, 1)}))
    assert made.spread == "3 处的标准差都是 0.71，没有一处分歧较大。"


def test_the_minutes_chair_signs_for_an_anonymous_panel_unless_he_is_of_it() -> None:
    rows = panel(THIN, Decision(adopted="S1", chair="中心主任", day=date(2026, 8, 11)))
    hidden = informed(rows, anonymous=YesNo.YES)
    assert ("会议主持人", "中心主任") in [(line.role, line.name) for line in composed(hidden).signers]
    of_it = changed(hidden, "reviewers", "E1", post="中心主任")
    assert "中心主任" not in Read(built("evaluation", of_it)).text


def test_every_alternative_that_holds_a_failed_measure_is_named() -> None:
    text = Read(built("evaluation", library())).text
    assert "方案 S03 含有试行无效的措施（M06 智能补全书目）。" in text
    assert "含有试行无效的措施" not in Read(built("evaluation", sample())).text


def test_a_step_that_law_asks_for_and_that_cases_go_round_stands_in_both_boxes() -> None:
    for report in ("plan", "evaluation"):
        held = Read(built(report, lab())).text
        assert "须先确认：有法规或内控要求的步骤，改进后可以绕过：F12 原始记录核验" in held
    assert "F12 原始记录核验" in asked(lab())["法规与内控"]
    assert "法规与内控" not in asked(sample())


def test_a_verdict_against_its_own_target_follows_the_decision() -> None:
    """The laboratory adopts a measure called effective that missed its target: in one report as in the other."""
    said = "结论为“有效”，但试行值未达到目标值 0.002 处/份。"
    assert any(str(point.text) == f"M01 受控计算模板：{said}" for point in composed(lab_two()).follow)
    assert said in Read(built("plan", lab_two())).text
    assert not any("结论为" in str(point.text) for point in composed(sample()).follow)


def test_work_that_began_before_the_meeting_is_said_where_the_meeting_is_reported() -> None:
    said = "评审会于2026年10月12日召开，T01 试填新申请页面已于2026年9月27日完成。"
    assert said in [str(point.text) for point in composed(library()).follow]
    assert not any("评审会于" in str(point.text) for point in composed(sample()).follow)


def test_a_lead_is_told_as_rounded_only_where_the_printed_totals_make_another() -> None:
    """The library's totals are exact halves of the last printed figure: 4.225 and 3.7 are 4.23 and 3.70."""
    totals = [s.total for s in found(library()).ranked]
    assert [round(float(t), 4) for t in totals if t is not None] == [4.225, 3.7, 3.7]
    text = Read(built("evaluation", library())).text
    assert "加权总分 4.23 分" in text
    assert "高 0.53 分" in text
    assert "未取舍的总分相减" not in text


def test_the_figures_print_what_the_tables_print() -> None:
    """Means in the decimals of the tables; no segment for a criterion without weight; parts that do not add up said."""
    made = composed(lab())
    assert made.criterion_chart is not None
    assert made.contributions is not None
    assert [drawing.value.format for drawing in made.criterion_chart.drawings] == ["0.00"]
    assert [s.name for s in made.contributions.drawings[0].series] == ["可行性", "有效性", "风险性"]
    assert [len(d.series) for d in composed(panel(THIN)).contributions.drawings] == [3]
    parts = [round(w * m, 2) for w, m in zip((0.4, 0.4, 0.2), (4.1666667, 3.6666667, 3.6))]
    assert round(sum(parts), 2) == 3.86  # the sample's S03, whose total is printed as 3.85
    assert "相加与总分末位略有出入" in str(composed(sample()).totals_lead)
    assert "末位略有出入" not in str(composed(panel(THIN)).totals_lead)


# Anonymous panels


def test_no_department_of_an_anonymous_reviewer_stands_in_a_comment_or_in_dissent() -> None:
    """The report promises to name no department; a dissent of the only one from there names its author."""
    made = changed(
        panel(THIN, Decision(adopted="S1", dissent="信息科认为工作量估低")), "reviewers", "E1", department="信息科"
    )
    made = replace(made, scores=tuple(s.model_copy(update={"comment": "信息科人手不够"}) for s in made.scores))
    shown, hidden = (Read(built("evaluation", p)).text for p in (made, informed(made, anonymous=YesNo.YES)))
    assert "信息科" in shown
    assert "信息科" not in hidden
    assert "某部门认为工作量估低" in hidden


def test_no_report_gives_an_anonymous_reviewers_reason_by_the_reviewer() -> None:
    """The reason that names one stands in neither report as it was written; one that names nobody stands in both."""
    decision = lab().decision
    assert decision is not None
    named = replace(lab(), decision=decision.model_copy(update={"reason": f"{lab().reviewers[0].name}称年内难以落地"}))
    for report in ("plan", "evaluation"):
        assert lab().reviewers[0].name not in Read(built(report, named)).text
        assert "年内难以落地" in Read(built(report, lab())).text


def test_a_scale_without_a_criterion_where_low_is_good_has_no_conversion() -> None:
    made = replace(panel(THIN), criteria=(Criterion(name="可行性", weight=1.0, direction=Direction.HIGHER),))
    assert "换算分）" not in Read(built("evaluation", made)).text
    assert "逐项评分（原始分与换算分）" in Read(built("evaluation", panel(THIN))).text


def test_a_tie_of_totals_that_rest_on_different_numbers_of_reviewers_says_so() -> None:
    text = Read(built("evaluation", library())).text
    assert "方案 S02、S03 的总分相同，评分人数却不同：S02 为 4 人；S03 为 3 人。" in text
    assert "评分人数却不同" not in Read(built("evaluation", lab())).text  # all three scored both that tie


def test_before_the_decision_the_box_says_what_the_plan_leaves_open() -> None:
    """Report 4's box has it too; that the meeting has not decided is what this one asks for."""
    held = asked(minimum())["未决事项"]
    assert "应先查实待验证的根因（R01 没有派单规则），再实施 M01 自动派单" in held
    assert "措施没有给出投入数据" in held
    assert "评审会尚未作出结论" not in held
