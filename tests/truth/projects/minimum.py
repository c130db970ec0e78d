"""The least a team can fill and still get all five reports; the same cells as the minimum project's workbooks."""

from __future__ import annotations

from fixdocs.project import Project, project_of
from fixdocs.schema.choices import Dimension, IssueClass, StepKind
from fixdocs.schema.improve import Alternative, Cause, Criterion, Issue, Measure, Reviewer, RootCause, Score, ToBeStep
from fixdocs.schema.survey import Step
from tests.reports.reading import info

_STEPS = (("F01", "受理", StepKind.START, "客服专员"), ("F02", "处理", StepKind.ACTIVITY, "技术工程师"),
          ("F03", "答复", StepKind.END, "客服专员"))  # fmt: skip


def minimum() -> Project:
    """One issue, one cause, one measure, one alternative, one reviewer, no durations."""
    steps = [Step(id=i, name=n, kind=k, post=p) for i, n, k, p in _STEPS]
    after = [ToBeStep(id=f"N{i[1:]}", name=n, kind=k, post=p, origins=(i,)) for i, n, k, p in _STEPS]
    return project_of([
        info(), *steps, *after,
        Issue(id="P01", description="报修后平均等两天才有人上门", kind=IssueClass.EFFICIENCY, scope="全部报修", impact=5,
              frequency=4),
        Cause(issue="P01", id="C01", dimension=Dimension.METHOD, text="派单靠人工转发"),
        RootCause(id="R01", issues=("P01",), sources=("C01",), description="没有派单规则"),
        Measure(id="M01", roots=("R01",), name="自动派单", content="按片区自动派单", post="客服专员"),
        Alternative(id="S01", name="自动派单", measures=("M01",)),
        Reviewer(id="V01", name="甲"),
        Criterion(name="有效性", weight=1.0),
        Score(reviewer="V01", alternative="S01", values={"有效性": 4.0}),
    ])  # fmt: skip
