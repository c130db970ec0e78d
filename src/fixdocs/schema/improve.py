"""Workbooks 02 to 05: issues, causes, measures and the choice."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from .base import Row
from .choices import (
    Adoption,
    Attendance,
    Control,
    Dimension,
    Direction,
    Ecrs,
    IssueClass,
    IssueStatus,
    Principle,
    Rated,
    ReverseCheck,
    ReviewerKind,
    Treatment,
    Trial,
    Verdict,
    YesNo,
)
from .markers import (
    Acyclic,
    Formula,
    Group,
    Long,
    Measured,
    Money,
    NeededWith,
    NotBefore,
    Nothing,
    OnlyWith,
    Open,
    Percent,
    Seed,
    Spread,
    Summed,
    ref,
)
from .survey import Count, Positive, Rating, Step, Text

_PUT_OFF = (Treatment.DEFERRED, Treatment.NONE)
_TRIED = (Trial.EFFECTIVE, Trial.PARTIAL, Trial.FAILED)
_JUDGED = OnlyWith("verdict")


class Issue(
    Row,
    sheet="issues",
    workbook=2,
    key="id",
    prefix="P",
    numbered=100,
    need="required",
):
    """问题清单."""

    id: str
    description: Annotated[str, Long()]
    kind: Annotated[str, Open(IssueClass)]
    scope: Annotated[str, Long()]
    impact: Rating
    frequency: Rating
    priority: Annotated[int | None, Formula("{impact}*{frequency}")] = None
    steps: Annotated[tuple[str, ...], ref("steps", whole=True)] = ()
    evidence: Annotated[
        tuple[str, ...],
        ref("interviews", "observations", "questions", "indicators", "complaints", "tickets"),
    ] = ()
    goals: Annotated[tuple[str, ...], ref("goals")] = ()
    department: Text = None
    found: date | None = None
    core_override: YesNo | None = None
    override_reason: Annotated[Text, Long(), OnlyWith("core_override"), NeededWith("core_override", code="FD603")] = (
        None
    )
    treatment: Treatment | None = None
    deferral_reason: Annotated[
        Text, Long(), OnlyWith("treatment", _PUT_OFF), NeededWith("treatment", _PUT_OFF, code="FD605")
    ] = None
    due: date | None = None
    status: IssueStatus | None = None
    note: Annotated[Text, Long()] = None


class RatingStandard(Row, sheet="rating", workbook=2, key=("what", "level"), filtered=False):
    """评级标准: what 1 to 5 mean; prefilled, editable, printed in report 2."""

    what: Rated
    level: Rating
    meaning: Annotated[str, Long()]


class FiveW(Row, sheet="five_w", workbook=3, key="issue"):
    """5W1H: six questions that frame an issue; why is why it must be solved."""

    issue: Annotated[str, ref("issues")]
    what: Annotated[Text, Long()] = None
    where: Annotated[Text, Long()] = None
    when: Annotated[Text, Long()] = None
    who: Annotated[Text, Long()] = None
    why: Annotated[Text, Long()] = None
    how: Annotated[Text, Long()] = None


class Cause(Row, sheet="causes", workbook=3, key="id", prefix="C", numbered=90):
    """鱼骨图: causes on six dimensions, with sub-causes to a depth of three."""

    issue: Annotated[str, ref("issues"), Seed()]
    id: str
    dimension: Annotated[Dimension, Seed()]
    text: Annotated[str, Long()]
    parent: Annotated[str | None, ref("self"), Acyclic()] = None
    verdict: Verdict | None = None
    method: Annotated[Text, _JUDGED] = None
    evidence: Annotated[Text, Long(), _JUDGED, NeededWith("verdict", (Verdict.CONFIRMED,), code="FD702")] = None
    checker: Annotated[Text, _JUDGED] = None
    day: Annotated[date | None, _JUDGED] = None


class Chain(Row, sheet="chains", workbook=3, key="id", prefix="W", numbered=20):
    """五问法: a causal chain of two to seven links, from a cause to its root."""

    id: str
    issue: Annotated[str, ref("issues"), Seed()]
    whys: Annotated[tuple[str, ...], Group(7), Long()]
    start: Annotated[str | None, ref("causes")] = None
    reverse: ReverseCheck | None = None


class RootCause(
    Row,
    sheet="roots",
    workbook=3,
    key="id",
    prefix="R",
    numbered=20,
    need="required",
):
    """根因."""

    id: str
    issues: Annotated[tuple[str, ...], ref("issues"), Seed()]
    sources: Annotated[tuple[str, ...], ref("chains", "causes")]
    description: Annotated[str, Long()]
    dimension: Dimension | None = None
    value: Annotated[float | None, Measured()] = None
    unit: Text = None
    evidence: Annotated[Text, Long()] = None
    control: Control | None = None


class Measure(
    Row,
    sheet="measures",
    workbook=4,
    key="id",
    prefix="M",
    numbered=30,
    need="required",
):
    """改进措施."""

    id: str
    roots: Annotated[tuple[str, ...], ref("roots"), Seed()]
    name: str
    content: Annotated[str, Long()]
    post: str
    ecrs: tuple[Ecrs, ...] = ()
    principles: tuple[Principle, ...] = ()
    goals: Annotated[tuple[str, ...], ref("goals")] = ()
    partners: Text = None
    acceptance: Annotated[Text, Long()] = None
    investment: Annotated[Positive | None, Money(), Summed()] = None
    running_cost: Annotated[float | None, Money(), Summed()] = None
    saving: Annotated[float | None, Money(), Summed()] = None
    saving_basis: Annotated[Text, Long(), OnlyWith("saving"), NeededWith("saving", code="FD815")] = None
    person_days: Annotated[Positive | None, Summed()] = None
    indicator: Annotated[str | None, ref("indicators", free=True)] = None
    expected: Annotated[float | None, Measured()] = None
    basis: Annotated[Text, Long(), NeededWith("expected", code="FD811")] = None
    trial: Trial | None = None
    before: Annotated[
        float | None, Measured(), OnlyWith("trial", _TRIED), NeededWith("trial", _TRIED, code="FD812")
    ] = None
    after: Annotated[float | None, Measured(), OnlyWith("trial", _TRIED), NeededWith("trial", _TRIED, code="FD812")] = (
        None
    )
    trial_n: Annotated[Count | None, OnlyWith("trial", _TRIED)] = None
    trial_from: Annotated[date | None, OnlyWith("trial", _TRIED)] = None
    trial_to: Annotated[date | None, OnlyWith("trial", _TRIED), NotBefore("trial_from", "FD816")] = None
    adoption: Adoption | None = None
    reason: Annotated[
        Text,
        Long(),
        OnlyWith("adoption", (Adoption.REJECTED, Adoption.PENDING)),
        NeededWith("adoption", (Adoption.REJECTED,), code="FD809"),
    ] = None


class ToBeStep(Step, sheet="to_be", workbook=4, key="id", prefix="N", numbered=40, need="required"):
    """改进后流程: as 流程步骤, with what each step comes from and which measure changes it."""

    origins: Annotated[tuple[str, ...], ref("steps")] = ()
    measures: Annotated[tuple[str, ...], ref("measures")] = ()
    alternatives: Annotated[tuple[str, ...], ref("alternatives")] = ()


class Duty(Row, sheet="duties", workbook=4):
    """职责调整."""

    matter: str
    old_post: Text = None
    new_post: Text = None
    note: Annotated[Text, Long()] = None
    alternatives: Annotated[tuple[str, ...], ref("alternatives")] = ()


class Tool(Row, sheet="tools", workbook=4, key="id", prefix="Y", numbered=15):
    """工具与系统需求."""

    id: str
    name: str
    use: Annotated[Text, Long()] = None
    measures: Annotated[tuple[str, ...], ref("measures")] = ()
    requirement: Annotated[Text, Long()] = None
    budget: Annotated[Positive | None, Money(), Summed()] = None
    provider: Text = None
    due: date | None = None
    alternatives: Annotated[tuple[str, ...], ref("alternatives")] = ()


class Task(Row, sheet="tasks", workbook=4, key="id", prefix="T", numbered=40):
    """实施计划."""

    id: str
    name: str
    post: str
    start: date
    finish: Annotated[date, NotBefore("start", "FD803")]
    measures: Annotated[tuple[str, ...], ref("measures")] = ()
    after: Annotated[tuple[str, ...], ref("self"), Acyclic()] = ()
    milestone: YesNo | None = None
    output: Text = None
    alternatives: Annotated[tuple[str, ...], ref("alternatives")] = ()


class Risk(Row, sheet="risks", workbook=4, key="id", prefix="K", numbered=30):
    """风险与应对."""

    id: str
    name: Annotated[str, Long()]
    answer: Annotated[str, Long()]
    likelihood: Rating | None = None
    impact: Rating | None = None
    level: Annotated[int | None, Formula("{likelihood}*{impact}")] = None
    post: Text = None
    alternatives: Annotated[tuple[str, ...], ref("alternatives")] = ()


class Alternative(
    Row,
    sheet="alternatives",
    workbook=5,
    key="id",
    prefix="S",
    numbered=5,
    need="required",
    filtered=False,
):
    """备选方案."""

    id: str
    name: str
    measures: Annotated[tuple[str, ...], ref("measures"), Seed()]
    description: Annotated[Text, Long()] = None


class Reviewer(
    Row,
    sheet="reviewers",
    workbook=5,
    key="id",
    prefix="E",
    numbered=12,
    need="required",
):
    """评审人."""

    id: str
    name: str
    post: Text = None
    department: Text = None
    kind: ReviewerKind | None = None
    weight: Annotated[float, Field(gt=0, ge=0), Seed()] = 1.0
    attendance: Attendance | None = None

    @property
    def takes_part(self) -> bool:
        """Whether the reviewer scores: present, or not yet known to be away."""
        return self.attendance in (None, Attendance.PRESENT)


class Criterion(
    Row,
    sheet="criteria",
    workbook=5,
    key="name",
    need="required",
    filtered=False,
):
    """评估维度: prefilled with the three of the method; a prefilled row counts."""

    name: str
    weight: Annotated[float, Percent(), Field(ge=0, le=1)]
    direction: Direction = Direction.HIGHER
    description: Annotated[Text, Long()] = None
    low: float = 1.0
    high: float = 5.0
    anchor_low: Annotated[str | None, Long()] = None
    anchor_middle: Annotated[str | None, Long()] = None
    anchor_high: Annotated[str | None, Long()] = None
    veto: float | None = None


class Score(
    Row,
    sheet="scores",
    workbook=5,
    key=("reviewer", "alternative"),
    need="required",
    filtered=False,
):
    """评分: one row a reviewer and alternative; ``None`` under a criterion is an abstention."""

    reviewer: Annotated[str, ref("reviewers")]
    alternative: Annotated[str, ref("alternatives")]
    values: Annotated[dict[str, float | None], Spread("criteria")] = Field(default_factory=dict)
    comment: Annotated[str | None, Long(), Nothing(objections=True)] = None


class Decision(Row, sheet="decision", workbook=5, shape="form"):
    """评审结论."""

    day: date | None = None
    chair: Text = None
    adopted: Annotated[str | None, ref("alternatives")] = None
    conditions: Annotated[str | None, Long(), Nothing(objections=True)] = None
    dissent: Annotated[str | None, Long(), Nothing(objections=True)] = None
    reason: Annotated[Text, Long()] = None
