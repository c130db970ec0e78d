"""Who signs (kind 15): the approver always, one person once, no reviewer named where the scoring was anonymous."""

from __future__ import annotations

import pytest

from fixdocs.schema.choices import YesNo
from fixdocs.schema.improve import Decision

from .panels import THIN, changed, composed, informed, panel

DECISION = Decision(adopted="S1", chair="评审E1")


def signed(
    *, approver: str, leader: str = "李一", anonymous: bool = False, post: str | None = None
) -> list[tuple[str, str]]:
    project = changed(panel(THIN, DECISION), "reviewers", "E1", post=post)
    hidden = {"anonymous": YesNo.YES} if anonymous else {}
    made = composed(informed(project, approver=approver, leader=leader, reviewer=None, **hidden))
    return [(line.role, line.name) for line in made.signers]


@pytest.mark.parametrize("anonymous", [True, False])
def test_kind_15_the_approver_signs_though_a_reviewer_holds_the_same_post(anonymous: bool) -> None:
    lines = signed(approver="总经理", anonymous=anonymous, post="总经理")
    assert ("批准人", "总经理") in lines
    assert [role for role, _ in lines].count("批准人") == 1


def test_kind_15_the_approver_signs_though_an_anonymous_reviewer_has_the_same_name() -> None:
    assert ("批准人", "评审E1") in signed(approver="评审E1", anonymous=True)


def test_kind_15_one_person_in_two_roles_signs_once_with_both() -> None:
    lines = signed(approver="评审E1", leader="评审E2", post="总监")
    assert lines == [("总监、会议主持人、批准人", "评审E1"), ("评审人、项目负责人", "评审E2")]


def test_kind_15_two_reviewers_of_one_name_are_two_and_neither_is_the_approver() -> None:
    project = changed(panel(THIN, Decision(adopted="S1")), "reviewers", "*", name="王敏")
    made = composed(informed(project, approver="王敏", leader="李一", reviewer=None))
    assert [(line.role, line.name) for line in made.signers] == [
        ("评审人", "王敏（E1）"), ("评审人", "王敏（E2）"), ("项目负责人", "李一"), ("批准人", "王敏"),
    ]  # fmt: skip


def test_kind_15_nobody_of_an_anonymous_panel_signs_as_reviewer() -> None:
    lines = signed(approver="总经理", anonymous=True, post="客服总监")
    assert [role for role, _ in lines] == ["项目负责人", "批准人"]
    assert "客服总监" not in str(lines)
