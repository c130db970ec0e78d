"""What counts as evidence of an issue: rows against it, each once; never a bright spot, a wish or an empty record."""

from __future__ import annotations

from typing import Any

import pytest

from fixdocs.sample import project as sample
from fixdocs.schema import WHOLE
from fixdocs.schema.choices import Nature, QuestionKind
from fixdocs.schema.survey import Complaint, Indicator, Interview, Observation, Question
from tests.reports.reading import info

from .printed import said
from .rows import issue, project

PAIN, BRIGHT, WISH, IDEA = Nature.PAIN, Nature.BRIGHT, Nature.STRATEGY, Nature.SUGGESTION
NONE = "所列来源都不能作为这一问题的证据，应补上依据。"


def told(text: str, nature: Nature = PAIN, key: str = "I01", **changes: Any) -> Interview:
    return Interview(id=key, party="front_line", topic="等待", nature=nature, content=text, **changes)


def seen(key: str = "O01") -> Observation:
    return Observation(id=key, kind="waiting", description="等了很久")


def text(*rows: Any, **changes: Any) -> str:
    """What is said of one core issue on ``rows``."""
    return said("issues", project(*rows, issue(1, **changes))).text


def test_bright_spots_alone_are_no_evidence() -> None:
    found = text(told("服务很好", BRIGHT), evidence=("I01",))
    assert NONE in found
    assert "证据：" not in found


def test_a_bright_spot_beside_evidence_is_not_counted() -> None:
    rows = (told("服务很好", BRIGHT), told("等得久", PAIN, "I02"), seen())
    found = text(*rows, evidence=("I01", "I02", "O01"))
    assert "2 条证据列于" in found
    assert "表中另有 1 条来源" in found
    whole = text(*rows[1:], evidence=("I02", "O01"))
    assert "2 条证据列于" in whole
    assert "表中另有" not in whole


def test_a_wish_of_the_management_is_no_evidence() -> None:
    assert NONE in text(told("要更快", WISH), evidence=("I01",))
    assert NONE not in text(told("应当更快", IDEA), evidence=("I01",))


@pytest.mark.parametrize(
    ("row", "key"),
    [
        (Question(id="Q01", text="满意吗", kind=QuestionKind.LIKERT), "Q01"),
        (Indicator(name="投诉量"), "投诉量"),
        (Complaint(kind="太慢", count=0), "太慢"),
        (seen(), "O09"),
    ],
)
def test_what_holds_nothing_is_no_evidence(row: Any, key: str) -> None:
    assert NONE in text(row, evidence=(key,))


def test_a_row_that_two_issues_rest_on_is_one_piece_of_evidence() -> None:
    rows = [told("等得久"), seen()]
    found = said("issues", project(*rows, *(issue(n, evidence=("I01", "O01")) for n in (1, 2)))).text
    assert "2 个核心问题共有 2 条证据，其中访谈 1 条、现场观察 1 条。" in found


def test_an_interview_is_cited_by_the_rows_on_the_issue_s_steps() -> None:
    rows = [
        told("单子要录两遍", steps=("F01",)),
        told("审批很慢", steps=("F02",)),
        told("没有人牵头", steps=(WHOLE,)),
    ]
    found = text(*rows, evidence=("I01",), steps=("F01",))
    assert "单子要录两遍" in found
    assert "审批很慢" not in found
    wish = [told("要透明", WISH, steps=("F03",)), rows[1]]
    assert "要透明" in text(*wish, evidence=("I01",), steps=("F03",))


def test_what_counts_by_another_way() -> None:
    """The sample's core issues: every source is a row; all but one wish count, each once."""
    made = sample()
    facts = {p.fact.id: p.value for p in said("issues", made).prints}
    kinds = {key.split(":")[1]: n for key, n in facts.items() if key.startswith("issues.core_evidence_kind:")}
    assert sum(kinds.values()) == facts["issues.core_evidence"]
    core = [i for i in made.issues if i.id <= "P05"]
    named = {key for i in core for key in i.evidence}
    assert kinds["observation"] == len(named & {o.id for o in made.observations})
    assert kinds["question"] == len(named & {q.id for q in made.questions})
    against = [r for r in made.interviews if r.id in named and r.nature in (PAIN, IDEA)]
    assert kinds["interview"] <= len(against)


def test_nothing_is_cut_with_an_ellipsis_in_prose() -> None:
    long = "跨部门协同流程缺少统一牵头岗位导致责任边界模糊处理反复拖延的情况每周都要发生两三次"
    made = project(*(issue(n, description=f"{long}第{n}类") for n in (1, 2)), name=info().name)
    points = [each for each in said("issues", made).texts if "应最先处理：" in each]
    assert points
    assert all("…" not in each and f"{long}第2类" in each for each in points)


def test_a_finding_on_other_steps_than_the_issue_s_is_said() -> None:
    note = "（这条发现注明的步骤不在该问题的步骤之内）"
    assert note in text(told("审批很慢", steps=("F02",)), evidence=("I01",), steps=("F01",))
    for steps in (("F01",), (), (WHOLE,)):
        assert note not in text(told("审批很慢", steps=steps), evidence=("I01",), steps=("F01",))


def test_a_class_alone_has_no_share() -> None:
    one = text(Complaint(kind="太慢", count=17), evidence=("太慢",))
    assert "太慢 17 件，投诉分类只登记了这一类" in one
    assert "100.0%" not in one
    assert "占 50.0%" in text(Complaint(kind="太慢", count=17), Complaint(kind="太贵", count=17), evidence=("太慢",))


def test_sources_of_the_other_issues_that_are_no_evidence_are_counted() -> None:
    rows = [told("服务很好", BRIGHT), seen(), issue(1), issue(2, 1, evidence=("I01", "O01"))]
    assert "其中 1 条不是痛点、建议或有数据的记录，或与问题相反，不作为证据。" in said("issues", project(*rows)).text


def test_without_a_core_issue_no_others_are_spoken_of() -> None:
    found = said("issues", project(seen(), issue(1, 1, evidence=("O01",)), issue(2, 1, evidence=("O01",)))).text
    assert "2 个问题有来源 2 条" in found
    assert "核心问题以外" not in found
    assert "0.0%" not in found
