"""What must change in a flow's figures when the input does, and what must not: over flows made by chance."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest

from fixdocs.analysis.flow import FlowFindings, analyse
from fixdocs.schema.choices import StepKind, TimeUnit
from fixdocs.schema.survey import Step
from tests.analysis.flows import planted
from tests.reports.reading import Read, built

from .flow_cases import both_clocks, calendar_only, parallel, project, returning
from .test_flow_simulation import any_tree

Change = Callable[[Step], dict[str, object]]


def varied(seed: int) -> list[Step]:
    """A flow of three posts, timed in working time and in calendar days, some of it approved."""
    dice = random.Random(seed)
    steps = []
    for step in planted(any_tree(dice)):
        more: dict[str, object] = {"post": dice.choice("甲乙丙")}
        if step.wait_unit and dice.random() < 0.3:
            more |= {"wait": dice.randint(1, 9), "wait_unit": TimeUnit.DAYS}
        steps.append(step.model_copy(update=more))
    return steps


FLOWS = {
    **{f"seed {seed}": (lambda seed=seed: varied(seed)) for seed in range(16)},
    "parallel": lambda: list(parallel()), "returning": lambda: list(returning()),
    "no shares": lambda: list(returning(None, None)), "clocks": lambda: list(both_clocks()),
    "calendar": lambda: list(calendar_only()),
}  # fmt: skip


@pytest.fixture(params=FLOWS)
def steps(request: pytest.FixtureRequest) -> list[Step]:
    return FLOWS[request.param]()


def changed(steps: Sequence[Step], change: Change) -> list[Step]:
    return [step.model_copy(update=change(step)) for step in steps]


def held(steps: Sequence[Step]) -> FlowFindings:
    found = analyse(steps)
    assert found is not None
    return found


TIMES = ("lead", "touch", "wait", "work", "calendar")
REST = ("pce", "wait_share", "handoffs", "decisions", "posts", "steps", "timed")


def test_all_durations_twice_are_all_times_twice_and_ratios_the_same(steps: list[Step]) -> None:
    one = held(steps)
    two = held(changed(steps, lambda s: {k: v * 2 for k in ("touch", "wait") if (v := getattr(s, k)) is not None}))
    for name in TIMES:
        before, after = getattr(one, name), getattr(two, name)
        assert (before is None) == (after is None)
        assert before is None or after == pytest.approx(2 * before)
    for name in REST:
        assert getattr(two, name) == pytest.approx(getattr(one, name)), name
    assert [t.step.id for t in one.longest] == [t.step.id for t in two.longest]
    assert [(r.share, r.mean) for r in one.returns] == [(r.share, r.mean) for r in two.returns]


def test_rows_in_another_order_are_the_same_flow(steps: list[Step]) -> None:
    explicit = []
    for step, after in zip(steps, [*steps[1:], None]):
        if not step.exits and after is not None and step.kind is not StepKind.END:
            step = step.model_copy(update={"exits": (type(returning()[3].exits[0])(target=after.id),)})
        explicit.append(step)
    mixed = explicit[:1] + random.Random(1).sample(explicit[1:], len(explicit) - 1)
    one, two = held(explicit), held(mixed)
    for name in (*TIMES, *REST):
        assert getattr(two, name) == pytest.approx(getattr(one, name)), name
    assert {t.step.id for t in one.longest} == {t.step.id for t in two.longest}
    told = [{f"{r.source.id} {r.target.id} {name}": getattr(r, name) for r in each.returns for name in ("share", "mean")}
            for each in (one, two)]  # fmt: skip
    assert told[0] == pytest.approx(told[1])


def test_posts_by_other_names_have_the_same_figures(steps: list[Step]) -> None:
    one, two = held(steps), held(changed(steps, lambda s: {"post": f"{s.post}（新）"}))
    for name in (*TIMES, *REST):
        assert getattr(two, name) == getattr(one, name), name
    for before, after in zip(one.by_post, two.by_post, strict=True):
        assert (before.touch, before.wait, before.share) == (after.touch, after.wait, after.share)


def test_touch_and_waiting_are_the_lead_time_and_no_ratio_exceeds_1(steps: list[Step]) -> None:
    found = held(steps)
    assert found.lead == pytest.approx((found.touch or 0) + (found.wait or 0))
    assert found.wait_share is None or 0 <= found.wait_share <= 1
    assert found.pce is None or 0 <= found.pce <= 1
    assert found.work is None or found.work >= found.touch - 1e-9
    assert sum(found.value_minutes.values()) <= found.touch + 1e-9
    shares = [part.share for part in found.by_post if part.share is not None]
    assert not shares or sum(shares) == pytest.approx(1)
    for time in found.longest:
        assert time.weight <= found.lead + 1e-6


def test_calendar_days_are_working_days_at_5_for_7(steps: list[Step]) -> None:
    """A flow in which every duration is put on the working clock by hand has the same figures."""
    clocked = held(steps)
    if clocked.clock == "calendar":
        clocked = analyse(steps, clock="working")

    def worked(step: Step) -> dict[str, object]:
        days = [name for name in ("touch", "wait") if getattr(step, f"{name}_unit") is TimeUnit.DAYS]
        return {key: value for name in days for key, value in (
            (name, getattr(step, name) * 5 / 7), (f"{name}_unit", TimeUnit.WORKDAYS))}  # fmt: skip

    plain = held(changed(steps, worked))
    assert plain.clock == "working"
    for name in ("lead", "touch", "wait", "work", "pce", "wait_share"):
        assert getattr(plain, name) == pytest.approx(getattr(clocked, name)), name


BLANKED = {
    "touch": ("等待占", "流程周期效率（PCE）", "作业时间分为", "作业时间全部"), "wait": ("等待占", "流程周期效率（PCE）"),
    "value": ("流程周期效率（PCE）", "增值 "), "approval": ("需要审批",), "source": ("估计值",),
    "regulation": ("法规或内控要求的步骤",),
}  # fmt: skip


@pytest.mark.parametrize("column", BLANKED)
@pytest.mark.parametrize("name", ["parallel", "returning", "clocks", "sample"])
def test_of_a_blank_column_nothing_is_said(name: str, column: str) -> None:
    from fixdocs.sample import project as sample

    steps = list(sample().steps) if name == "sample" else FLOWS[name]()
    blank = changed(steps, lambda s: {column: None})
    made = Read(built("survey", project(*blank)))
    said = "\n".join([made.texts("现状流程"), *(row[0] for row in made.table("流程指标"))])
    for words in BLANKED[column]:
        assert words not in said
