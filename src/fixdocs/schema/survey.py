"""Workbook 01: the survey of the present process."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from .base import Part, Row
from .choices import (
    Direction,
    DurationSource,
    GoalKind,
    MappedSheet,
    Nature,
    ObservationKind,
    Occasion,
    PartyKind,
    QuestionKind,
    StepKind,
    SurveyMethod,
    TimeUnit,
    ValueType,
    Wording,
    YesNo,
)
from .markers import (
    Group,
    Long,
    Measured,
    Money,
    NotBefore,
    Nothing,
    OnlyWith,
    Percent,
    Points,
    Seed,
    Spread,
    Summed,
    UnitOf,
    ref,
)

Positive = Annotated[float, Field(ge=0)]
Count = Annotated[int, Field(ge=0)]
Rating = Annotated[int, Field(ge=1, le=5)]
Text = Annotated[str | None, Nothing()]
"""Optional text in which 无 means that there is none."""


class ProjectInfo(
    Row,
    sheet="project",
    workbook=1,
    shape="form",
    need="required",
):
    """项目信息: the form every report's cover and settings come from."""

    name: str
    process: str
    organisation: str
    leader: str
    report_date: date
    data_from: date
    data_to: Annotated[date, NotBefore("data_from", "FD501")]
    department: Text = None
    author: Text = None
    reviewer: Text = None
    approver: Text = None
    version: Text = None
    document_number: Text = None
    classification: Text = None
    survey_from: date | None = None
    survey_to: Annotated[date | None, NotBefore("survey_from", "FD501")] = None
    occasions: tuple[Occasion, ...] = ()
    background: Annotated[Text, Long()] = None
    hours_per_day: Annotated[float, Field(gt=0, ge=0.5, le=24), Seed()] = 8.0
    high_impact: Annotated[int, Field(ge=1, le=5), Seed()] = 4
    high_frequency: Annotated[int, Field(ge=1, le=5), Seed()] = 4
    anonymous: Annotated[YesNo, Seed()] = YesNo.NO
    day_rate: Annotated[Positive | None, Money()] = None
    sample: Annotated[YesNo | None, Seed()] = None


class Revision(
    Row,
    sheet="revisions",
    workbook=1,
    key="version",
):
    """修订记录."""

    version: str
    day: date | None = None
    person: Text = None
    change: Annotated[Text, Long()] = None


class Goal(Row, sheet="goals", workbook=1, key="id", prefix="G", numbered=10):
    """优化目标: what is to get better, by how much, by when."""

    id: str
    kind: GoalKind
    description: Annotated[str, Long()]
    indicator: Annotated[str | None, ref("indicators", free=True)] = None
    unit: Text = None
    direction: Direction | None = None
    baseline: Annotated[float | None, Measured()] = None
    target: Annotated[float | None, Measured()] = None
    due: date | None = None


class Party(Row, sheet="parties", workbook=1):
    """调研对象: who was asked, how, and how many answered."""

    kind: PartyKind
    group: str
    department: Text = None
    methods: tuple[SurveyMethod, ...] = ()
    planned: Annotated[Count | None, Summed()] = None
    actual: Annotated[Count | None, Summed()] = None
    sent: Annotated[Count | None, Summed()] = None
    returned: Annotated[Count | None, Summed()] = None
    valid: Annotated[Count | None, Summed()] = None


_AT_DECISIONS = OnlyWith("kind", (StepKind.DECISION,))


class Exit(Part):
    """One way out of a step. A blank target means the next row (not for decisions)."""

    target: Annotated[str | None, ref("self")] = None
    result: Annotated[str | None, _AT_DECISIONS] = None
    share: Annotated[float | None, Percent(), Field(ge=0, le=1), _AT_DECISIONS] = None


class Step(
    Row,
    sheet="steps",
    workbook=1,
    key="id",
    prefix="F",
    numbered=40,
    need="required",
):
    """流程步骤: the flow as it is."""

    id: str
    name: str
    kind: StepKind
    post: str
    touch: Positive | None = None
    touch_unit: Annotated[TimeUnit | None, UnitOf("touch")] = None
    wait: Positive | None = None
    wait_unit: Annotated[TimeUnit | None, UnitOf("wait")] = None
    exits: Annotated[tuple[Exit, ...], Group(4)] = ()
    department: Text = None
    source: DurationSource | None = None
    inputs: Text = None
    outputs: Text = None
    system: Text = None
    approval: YesNo | None = None
    customer: YesNo | None = None
    regulation: Text = None
    value: ValueType | None = None
    note: Annotated[Text, Long()] = None


class Indicator(Row, sheet="indicators", workbook=1, key="name"):
    """运行数据: an indicator by month, counted from the start of the data period."""

    name: str
    unit: Annotated[Text, Seed()] = None
    direction: Annotated[Direction | None, Seed()] = None
    target: Annotated[float | None, Measured()] = None
    source: Text = None
    months: Annotated[dict[int, float], Spread("months", 12), Measured()] = Field(default_factory=dict)


class Complaint(Row, sheet="complaints", workbook=1, key="kind"):
    """投诉分类."""

    kind: str
    count: Annotated[Count, Summed()]
    note: Annotated[Text, Long()] = None


class Interview(Row, sheet="interviews", workbook=1):
    """访谈记录: one row a finding; an interview's rows share its number."""

    id: str
    party: PartyKind
    topic: str
    nature: Nature
    content: Annotated[str, Long()]
    day: date | None = None
    interviewee: Text = None
    interviewer: Text = None
    steps: Annotated[tuple[str, ...], ref("steps", whole=True)] = ()
    quote: Annotated[str | None, Long()] = None


_LEVELS = OnlyWith("kind", (QuestionKind.LIKERT,))


class Question(Row, sheet="questions", workbook=1, key="id", prefix="Q", numbered=20):
    """问卷题目."""

    id: str
    text: Annotated[str, Long()]
    kind: QuestionKind
    scale: Annotated[int | None, Field(ge=2, le=11), _LEVELS] = None
    dimension: Text = None
    wording: Annotated[Wording | None, _LEVELS] = None
    options: Annotated[Text, Long(), OnlyWith("kind", (QuestionKind.SINGLE, QuestionKind.MULTIPLE))] = None


class Answer(Row, sheet="answers", workbook=1, key="id", shape="mass"):
    """问卷答卷: one row an answer sheet, one column a question (headed by its number or its text)."""

    id: str | None = None
    party: PartyKind | None = None
    day: date | None = None
    values: Annotated[dict[str, str], Spread("questions")] = Field(default_factory=dict)


class Observation(Row, sheet="observations", workbook=1, key="id", prefix="O", numbered=40):
    """现场观察."""

    id: str
    kind: ObservationKind
    description: Annotated[str, Long()]
    step: Annotated[str | None, ref("steps")] = None
    day: date | None = None
    times: Count | None = None
    duration: Positive | None = None
    duration_unit: Annotated[TimeUnit | None, UnitOf("duration")] = None
    case: Text = None
    observer: Text = None


class Ticket(Row, sheet="tickets", workbook=1, key="id", shape="mass"):
    """工单明细: described by this class, held as columns, never made a row at a time."""

    id: str
    created: datetime
    kind: str | None = None
    channel: str | None = None
    responded: Annotated[datetime | None, NotBefore("created", "FD505")] = None
    closed: Annotated[datetime | None, NotBefore("created", "FD505")] = None
    department: str | None = None
    repeated: YesNo | None = None


class Event(Row, sheet="log", workbook=1, shape="mass"):
    """流程日志: one row an event of a case; held as columns."""

    case: str
    activity: str
    finished: Annotated[datetime, NotBefore("started", "FD505")]
    started: datetime | None = None
    resource: str | None = None


class Mapping(Row, sheet="mapping", workbook=1):
    """列映射: reads a foreign file as one of our tables."""

    target: MappedSheet
    file: Annotated[str, Points("FD107")]
    column: Annotated[str, Points("FD107", "FD108")]
    source: Annotated[str, Points("FD107")]
    tab: Annotated[Text, Points("FD107")] = None
    date_format: Annotated[Text, Points("FD205")] = None
