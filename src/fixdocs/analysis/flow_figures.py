"""A flow's figures as facts: each with the steps' cells it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence

from msgspec import Struct

from ..schema.choices import DurationSource, StepKind, TimeUnit, ValueType, YesNo
from ..schema.survey import Step
from .facts import Cells, Count, Fact, Quantity, Unit, tally
from .flow_parallel import Edge
from .flow_times import Clock, calendar_minutes, lacks, minutes_of, timed
from .flow_visits import Walk, merged, returns
from .order import number
from .statistics import exact

_LISTED = re.compile("[\u3001\uff0c,\uff1b;\n]")  # what divides the names in a cell
DURATIONS = ("touch", "touch_unit", "wait", "wait_unit")


class StepTime(Struct, frozen=True):
    """A step's durations at one visit and over all visits of a case, in minutes of the flow's clock; None: blank.

    ``calendar`` are the minutes of a visit that were filled in calendar days, in calendar minutes. ``visits`` are a
    case's visits, ``counted`` those on the longest branch, which the lead time holds. ``weight`` is a case's stay over
    all its visits, ``waiting`` its part that is waiting, ``share`` the stay's part of the lead time: None where the
    lead is not known throughout or does not hold the step. ``often`` are the visits as a fact, ``once`` the stay at
    one visit.
    """

    step: Step
    touch: float | None
    wait: float | None
    calendar: float
    visits: float
    counted: float
    weight: Quantity | None = None
    waiting: Quantity | None = None
    share: Quantity | None = None
    often: Quantity | None = None
    once: Quantity | None = None

    @property
    def stay(self) -> float:
        """Minutes a case spends at the step at one visit."""
        return (self.touch or 0.0) + (self.wait or 0.0)


class PostTime(Struct, frozen=True):
    """A post's touch and waiting time a case over all branches, and its share of those of all posts."""

    post: str
    touch: Quantity | None
    wait: Quantity | None
    share: Quantity | None


class Return(Struct, frozen=True):
    """A way back: the share of cases that take it at least once, and how often a case does on average.

    Both are None where shares are missing.
    """

    source: Step
    target: Step
    share: Quantity | None
    mean: Quantity | None


class Ending(Struct, frozen=True):
    """An end and the share of cases that come to it."""

    step: Step
    share: Quantity


def times_of(steps: Sequence[Step], walked: Walk, hours: float, clock: Clock) -> tuple[StepTime, ...]:
    """The steps' times, before they are facts."""

    def minutes(value: float | None, unit: TimeUnit | None) -> float | None:
        return minutes_of(value, unit, hours, clock)

    return tuple(
        StepTime(
            s,
            minutes(s.touch, s.touch_unit),
            minutes(s.wait, s.wait_unit),
            (calendar_minutes(s.touch, s.touch_unit) or 0.0) + (calendar_minutes(s.wait, s.wait_unit) or 0.0),
            walked.all.get(s.id, 0.0),
            walked.longest.get(s.id, 0.0),
        )
        for s in steps
    )


class Figures:
    """Makes the facts of one flow; ``about`` tells them from those of another."""

    def __init__(
        self,
        times: tuple[StepTime, ...],
        about: tuple[str, ...],
        clock: Clock,
        reworked: set[str],
        gone: Collection[tuple[str, str]] = (),
    ) -> None:
        self.times, self.about, self.reworked, self.gone = times, about, reworked, gone
        self.steps = tuple(time.step for time in times)
        self.sheet = type(self.steps[0]).sheet.name
        self.unit: Unit = "calendar" if clock == "calendar" else "working"
        self.met = tuple(time for time in times if time.visits > 0)
        self.on = tuple(time for time in times if time.counted > 0)
        self.blank = tuple(time.step for time in self.met if lacks(time.step))

    # The facts' makings

    def cells(self, columns: tuple[str, ...], steps: Iterable[Step]) -> Cells:
        """Cells of the flow's sheet."""
        return Cells(self.sheet, columns, tuple(steps) or None)

    def routing(self) -> tuple[Cells, ...]:
        """The cells that steer: every way out that is filled."""
        most = max((len(step.exits) for step in self.steps), default=0)
        columns = tuple(f"exits[{n}].{part}" for n in range(1, most + 1) for part in ("target", "share"))
        split = [step for step in self.steps if step.exits]
        return (self.cells(columns, split),) if split else ()

    def quantity(
        self, kind: str, value: float, unit: Unit, held: Sequence[StepTime], *,
        columns: tuple[str, ...] = DURATIONS, partly: bool = False, about: tuple[str, ...] = (),
    ) -> Quantity:  # fmt: skip
        """A figure that rests on the cells of ``held`` and on the flow's ways."""
        cells = (self.cells(columns, (time.step for time in held)), *self.routing())
        fact = Fact(
            f"flow.{kind}", (*self.about, *about), cells, unit,
            n=len(held), left_out=len(self.blank) if unit != "share" else 0, partly=partly,
        )  # fmt: skip
        return Quantity(exact(value), fact)

    def count(self, kind: str, steps: Sequence[Step], columns: tuple[str, ...], *, partly: bool = False) -> Count:
        """A count of the flow's steps."""
        return tally(f"flow.{kind}", steps, self.sheet, columns, self.about, partly=partly)

    # Durations

    def summed(
        self, kind: str, get: Callable[[StepTime], float | None], columns: tuple[str, ...], *, aside: bool = False
    ) -> Quantity | None:
        """A duration a case, along the longest branch, with ``aside`` over all; None where no step on it has one."""
        held = [time for time in (self.met if aside else self.on) if get(time) is not None]
        if not held:
            return None
        value = sum((get(time) or 0.0) * (time.visits if aside else time.counted) for time in held)
        partly = bool(self.blank) or bool(self.lost(*(c for c in columns if not c.endswith("_unit"))))
        return self.quantity(kind, value, self.unit, held, columns=columns, partly=partly)

    def touch(self) -> Quantity | None:
        """Touch time."""
        return self.summed("touch", lambda t: t.touch, DURATIONS[:2])

    def work(self) -> Quantity | None:
        """The touch time of all branches; None without a split."""
        if not any(step.kind is StepKind.FORK for step in self.steps):
            return None
        return self.summed("work", lambda t: t.touch, DURATIONS[:2], aside=True)

    def wait(self) -> Quantity | None:
        """Waiting time."""
        return self.summed("wait", lambda t: t.wait, DURATIONS[2:])

    def lead(self) -> Quantity | None:
        """Lead time."""
        return self.summed("lead", lambda t: t.stay if timed(t.step) else None, DURATIONS)

    def calendar(self) -> Quantity | None:
        """The part of the lead time that was filled in calendar days."""
        held = [time for time in self.on if time.calendar > 0]
        if not held:
            return None
        return self.quantity("calendar", sum(t.calendar * t.counted for t in held), "calendar", held)

    # Value

    def value_of(self, step: Step) -> ValueType | None:
        """A step's value type; an approval or rework adds none, whatever the team calls it."""
        return ValueType.NECESSARY if self.recounts(step) else step.value

    def recounts(self, step: Step) -> bool:
        """Whether the step is called value-adding and is an approval or rework."""
        again = step.approval is YesNo.YES or step.id in self.reworked
        return step.value is ValueType.VALUE_ADDING and again

    def recounted(self) -> tuple[Step, ...]:
        """The approvals and rework with touch time that are called value-adding."""
        return tuple(time.step for time in self.worked() if self.recounts(time.step))

    def worked(self) -> list[StepTime]:
        """The steps of the longest branch that have touch time."""
        return [time for time in self.on if time.touch]

    def value_minutes(self) -> dict[ValueType, Quantity]:
        """Touch time of the longest branch by value type; waiting adds none whatever the step's type."""
        found = {}
        for kind in ValueType:
            held = [time for time in self.worked() if self.value_of(time.step) is kind]
            if held:
                minutes = sum((time.touch or 0.0) * time.counted for time in held)
                columns = (*DURATIONS[:2], "value")
                found[kind] = self.quantity("value_time", minutes, self.unit, held, columns=columns, about=(kind,))
        return found

    def pce(self, lead: Quantity | None, wait: Quantity | None) -> Quantity | None:
        """Value-adding time over lead time."""
        known = all(time.step.value is not None for time in self.worked())
        if not lead or wait is None or self.blank or self.lost() or not known or not self.worked():
            return None
        adding = self.value_minutes().get(ValueType.VALUE_ADDING, 0.0)
        held = [time for time in self.on if timed(time.step)]
        return self.quantity("pce", adding / lead, "share", held, columns=(*DURATIONS, "value", "approval"))

    def wait_share(self, lead: Quantity | None, touch: Quantity | None, wait: Quantity | None) -> Quantity | None:
        """Waiting time over lead time."""
        if not lead or wait is None or touch is None or self.blank or self.lost():
            return None
        return self.quantity("wait_share", wait / lead, "share", [time for time in self.on if timed(time.step)])

    # Steps and posts

    def step_times(self, lead: Quantity | None) -> tuple[StepTime, ...]:
        """The steps' times with their facts."""
        whole = bool(lead) and not self.blank and not self.lost()
        return tuple(self._step_time(time, lead if whole else None) for time in self.times)

    def _step_time(self, time: StepTime, lead: Quantity | None) -> StepTime:
        if not timed(time.step):
            return time
        about, stay = (time.step.id,), time.stay * time.visits
        counted = lead is not None and abs(time.counted - time.visits) < 1e-9 and time.visits > 0
        waiting = None if time.wait is None else time.wait * time.visits
        return StepTime(
            time.step, time.touch, time.wait, time.calendar, time.visits, time.counted,
            self.quantity("step_stay", stay, self.unit, [time], about=about),
            waiting if waiting is None else self.quantity(
                "step_wait", waiting, self.unit, [time], columns=DURATIONS[2:], about=about),
            self.quantity("step_share", stay / lead, "share", self.on, about=about) if counted and lead else None,
            Quantity(time.visits, Fact("flow.step_visits", (*self.about, *about), self.routing() or (
                self.cells(("id",), (time.step,)),))),
            self.quantity("step_once", time.stay, self.unit, [time], about=about),
        )  # fmt: skip

    def by_post(self) -> tuple[PostTime, ...]:
        """Every post's part, over all branches."""
        total = sum(time.stay * time.visits for time in self.met)
        return tuple(self._post(post, total) for post in dict.fromkeys(step.post for step in self.steps))

    def _post(self, post: str, total: float) -> PostTime:
        own = [time for time in self.met if time.step.post == post]
        worked = [time for time in own if time.touch is not None]
        waited = [time for time in own if time.wait is not None]
        touch = sum((time.touch or 0.0) * time.visits for time in worked)
        wait = sum((time.wait or 0.0) * time.visits for time in waited)
        held = [time for time in self.met if timed(time.step)]
        share = (touch + wait) / total if total and (worked or waited) and not self.blank else None
        return PostTime(
            post,
            self.quantity("post_touch", touch, self.unit, worked, columns=("post", *DURATIONS[:2]),
                          about=(post,)) if worked else None,
            self.quantity("post_wait", wait, self.unit, waited, columns=("post", *DURATIONS[2:]),
                          about=(post,)) if waited else None,
            None if share is None else self.quantity(
                "post_share", share, "share", held, columns=("post", *DURATIONS), about=(post,)),
        )  # fmt: skip

    # Counts

    def answered(self, kind: str, column: str) -> Count | None:
        """How many steps say yes in a column that activities are to fill; None where it is blank throughout."""
        yes = [step for step in self.steps if getattr(step, column) is YesNo.YES]
        return None if self._unfilled(column) else self.count(kind, yes, (column,), partly=self._gaps(column))

    def systems(self) -> Count | None:
        """How many different systems the steps name, of a cell that lists several each; None where none names one."""
        if self._unfilled("system"):
            return None
        held = [step for step in self.steps if step.system]
        names = {name.strip() for step in held for name in _LISTED.split(step.system or "")} - {""}
        return self.distinct("systems", len(names), held, ("system",), partly=self._gaps("system"))

    def posts(self) -> Count:
        """How many posts act."""
        return self.distinct("posts", len({step.post for step in self.steps}), self.steps, ("post",))

    def handoffs(self, n: int) -> Count:
        """The ``n`` hand-offs along the main path."""
        ways = [column for cells in self.routing() for column in cells.columns]
        return self.distinct("handoffs", n, self.steps, ("post", *ways))

    def distinct(
        self, kind: str, n: int, steps: Sequence[Step], columns: tuple[str, ...], *, partly: bool = False
    ) -> Count:
        """``n`` things that are counted over the cells of ``steps``, of which several may tell one."""
        cells = (self.cells(columns, steps),)
        return Count(n, Fact(f"flow.{kind}", self.about, cells, "count", n=len(steps), partly=partly))

    def _unfilled(self, column: str) -> bool:
        return all(getattr(step, column) is None for step in self.steps)

    def _gaps(self, column: str) -> bool:
        return any(getattr(step, column) is None for step in self.steps if step.kind is StepKind.ACTIVITY)

    def timed(self) -> Count:
        """How many of the steps met have durations."""
        return self.count("timed", [t.step for t in self.met if timed(t.step)], DURATIONS)

    def lacking(self, part: str, other: str) -> tuple[Step, ...]:
        """The activities met that have the duration ``other`` and not ``part``."""
        held = [t for t in self.met if t.step.kind is StepKind.ACTIVITY]
        return tuple(t.step for t in held if getattr(t, other) is not None and getattr(t, part) is None)

    def lost(self, *names: str) -> tuple[Step, ...]:
        """The steps met that have lost one of the durations ``names``, or either."""
        keys = {key for key, name in self.gone if name in (names or ("touch", "wait"))}
        return tuple(time.step for time in self.met if time.step.id in keys)

    def estimated(self) -> Count:
        """How many of the steps met that have durations have estimated ones."""
        held = [t.step for t in self.met if timed(t.step) and t.step.source is DurationSource.ESTIMATE]
        return self.count("estimated", held, ("source",))

    # Ways back

    def returns(self, walked: Walk | None, loops: Sequence[Edge]) -> tuple[Return, ...]:
        """The ways back; without ``walked`` their figures are not known."""
        by_id = {step.id: step for step in self.steps}
        found = []
        for source, target in merged(loops):
            told = returns(walked, [step.id for step in self.steps], source, target) if walked else None
            share = mean = None
            if told is not None:
                about, cells = (*self.about, source, target), self.routing()
                share = Quantity(exact(told[0]), Fact("flow.return_share", about, cells, "share"))
                mean = Quantity(exact(told[1]), Fact("flow.return_mean", about, cells))
            found.append(Return(by_id[source], by_id[target], share, mean))
        return tuple(found)

    def endings(self, walked: Walk) -> tuple[Ending, ...]:
        """The ends with the shares of cases; none where there is one only, or where branches end by themselves."""
        held = [t.step for t in self.met if t.step.kind is StepKind.END]
        shares = [walked.all[step.id] for step in held]
        if len(held) < 2 or abs(sum(shares) - 1.0) > 1e-6:
            return ()
        cells = self.routing()
        return tuple(
            Ending(step, Quantity(exact(share), Fact("flow.end_share", (*self.about, step.id), cells, "share")))
            for step, share in zip(held, shares, strict=True)
        )


def longest(times: Sequence[StepTime]) -> tuple[StepTime, ...]:
    """Where a case stays longest over all its visits; several where they tie, by number."""
    held = [(time, float(time.weight)) for time in times if time.weight is not None and time.weight > 0]
    most = max((weight for _, weight in held), default=0.0)
    tied = (time for time, weight in held if weight >= most * (1 - 1e-9))
    return tuple(sorted(tied, key=lambda time: number(time.step.id)))
