"""The sample's running data: 400 tickets, a log of 40 of them, and 120 answer sheets, made by a fixed recipe.

Tickets are simulated on a working clock (Monday to Friday, 9 to 18 with an hour's break), so that the indicators
by month, the complaint classes, the backlog and the flow's durations tell one story. No random source of the
interpreter is used: the same figures come out on every machine and version.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct

from ..diagnostics import Source
from ..project import Columns
from ..schema.choices import Direction, PartyKind, YesNo
from ..schema.survey import Complaint, Indicator

KINDS = (("维修超时", 118), ("处理进度不透明", 92), ("重复报修", 68), ("服务态度", 41), ("费用争议", 35),
         ("配件缺货", 24), ("其他", 22))  # fmt: skip
MONTHLY = (52, 58, 63, 69, 76, 82)
WORK_DAYS = (7.2, 7.5, 7.9, 8.3, 8.7, 9.1)  # mean working days from registration to closing, by month
_OWNERS = {"维修超时": "技术支持部", "重复报修": "技术支持部", "配件缺货": "售后服务部", "费用争议": "售后服务部"}
_CHANNELS = ("400电话", "微信公众号", "400电话", "门店", "400电话", "微信公众号", "官网")


def noise(seed: int) -> Iterator[float]:
    """Numbers in 0…1 from a small linear congruential generator (the constants of Numerical Recipes)."""
    while True:
        seed = (1664525 * seed + 1013904223) % 2**32
        yield seed / 2**32


class Case(Struct, frozen=True):
    """One simulated ticket; ``days`` are working days until it was closed."""

    id: str
    kind: str
    channel: str
    created: datetime
    responded: datetime
    closed: datetime
    days: float
    repeated: bool


def working(start: datetime, hours: float) -> datetime:
    """``start`` plus working hours: 9–12 and 13–18, Monday to Friday."""
    moment, minutes = start.replace(second=0), round(hours * 60)
    while minutes > 0:
        morning, noon, after, evening = (moment.replace(hour=h, minute=0) for h in (9, 12, 13, 18))
        if moment.weekday() > 4 or moment >= evening:
            moment = morning + timedelta(days=1)
        elif moment < morning:
            moment = morning
        elif noon <= moment < after:
            moment = after
        else:
            end = noon if moment < noon else evening
            step = min(minutes, int((end - moment).total_seconds() // 60))
            moment, minutes = moment + timedelta(minutes=step), minutes - step
    return moment


def cases() -> tuple[Case, ...]:
    """The 400 tickets in the order they came in."""
    draw = noise(20260701)
    kinds = [kind for kind, count in KINDS for _ in range(count)]
    for n in range(len(kinds) - 1, 0, -1):  # a fixed shuffle
        other = int(next(draw) * (n + 1))
        kinds[n], kinds[other] = kinds[other], kinds[n]
    found: list[Case] = []
    for month, (count, mean) in enumerate(zip(MONTHLY, WORK_DAYS), 1):
        stamps = sorted(_stamp(month, next(draw), next(draw)) for _ in range(count))
        for created in stamps:
            number = len(found)
            spread = sum(next(draw) for _ in range(4)) / 2  # about 1, between 0 and 2
            tail = 1.9 if next(draw) > 0.9 else 0.9
            days = max(1.2, mean * spread * tail)
            response = 0.4 + 3 * next(draw) * (1 + month / 12)
            found.append(
                Case(
                    id=f"T2026{number + 1:04}",
                    kind=kinds[number],
                    channel=_CHANNELS[int(next(draw) * len(_CHANNELS))],
                    created=created,
                    responded=working(created, response),
                    closed=working(created, days * 8),
                    days=days,
                    repeated=next(draw) < 0.15 + 0.014 * month,
                )
            )
    return tuple(found)


def _stamp(month: int, day: float, minute: float) -> datetime:
    first = date(2026, month, 1)
    length = (date(2026, month + 1, 1) - first).days
    return datetime(2026, month, 1 + int(day * length), 8, 30) + timedelta(minutes=int(minute * 720))


def tickets(found: tuple[Case, ...], until: date) -> Columns:
    """工单明细 as it stood on ``until``: what was closed later has no closing time yet."""
    end = datetime(until.year, until.month, until.day, 23, 59)
    values: dict[str, list[Any]] = {
        "id": [case.id for case in found],
        "created": [case.created for case in found],
        "kind": [case.kind for case in found],
        "channel": [case.channel for case in found],
        "responded": [case.responded if case.responded <= end else None for case in found],
        "closed": [case.closed if case.closed <= end else None for case in found],
        "department": [_OWNERS.get(case.kind, "客户服务部") for case in found],
        "repeated": [YesNo.YES if case.repeated else YesNo.NO for case in found],
    }
    return _columns("tickets", values)


def complaints() -> tuple[Complaint, ...]:
    """投诉分类, which the tickets add up to."""
    return tuple(Complaint(kind=kind, count=count) for kind, count in KINDS)


def indicators(found: tuple[Case, ...]) -> tuple[Indicator, ...]:
    """Nine indicators over six months; all but four are computed from the tickets."""
    low, high = Direction.LOWER, Direction.HIGHER
    months = [[case for case in found if case.created.month == m] for m in range(1, 7)]
    ends = [datetime(2026, m, 1) for m in range(2, 8)]
    backlog = [sum(c.created < end <= c.closed for c in found) for end in ends]
    respond = [sum(_hours(c) for c in cases) / len(cases) for cases in months]
    table = (
        ("流程平均耗时", "工作日", low, 5.0, "客服工单系统", [sum(c.days for c in m) / len(m) for m in months], 1),
        ("审批节点数", "个", low, 1.0, "流程文件", [2.0] * 6, 0),
        ("投诉量", "件", low, None, "客服工单系统", [float(len(m)) for m in months], 0),
        ("工单积压量", "件", low, 22.0, "客服工单系统", [float(n) for n in backlog], 0),
        ("首次响应时长", "小时", low, 8.0, "客服工单系统", respond, 1),
        ("重复投诉率", "%", low, 10.0, "客服工单系统", [_share(m) for m in months], 1),
        ("退回补充率", "%", low, 5.0, "客服工单系统", [28.8, 29.3, 29.9, 30.2, 30.5, 31.1], 1),
        ("一次解决率", "%", high, 85.0, "技术支持平台", [81.3, 80.6, 80.9, 79.4, 78.8, 78.1], 1),
        ("客户满意度", "%", high, 75.0, "回访记录", [63.5, 62.1, 60.4, 60.9, 57.8, 55.2], 1),
    )
    return tuple(
        Indicator(name=name, unit=unit, direction=way, target=target, source=source,
                  months={n: round(value, digits) for n, value in enumerate(series, 1)})
        for name, unit, way, target, source, series, digits in table
    )  # fmt: skip


def _hours(case: Case) -> float:
    return (case.responded - case.created).total_seconds() / 3600


def _share(month: list[Case]) -> float:
    return 100 * sum(case.repeated for case in month) / len(month)


_FIRST, _LAST = ("信息登记", "分类转办"), ("制定处理方案", "方案审批", "执行处理", "结果反馈")
_TECHNICAL, _SERVICE = ("技术诊断", "质量判定"), ("服务核查",)


def path(number: int) -> tuple[str, ...]:
    """The activities of the ``number``-th case of the log, from 0.

    Of twenty cases eleven are technical, six are registered again, two are dispatched again, four come back
    unsatisfied: the shares of the flow.
    """
    first = _FIRST[:1] * (2 if number * 3 % 10 < 3 else 1) + _FIRST[1:] * (2 if number % 10 == 6 else 1)
    middle = _TECHNICAL if number * 11 % 20 < 11 else _SERVICE
    return first + middle + _LAST * (2 if number % 5 == 3 else 1) + ("客户回访",)


_POSTS = {"信息登记": "客服专员", "分类转办": "客服主管", "技术诊断": "技术支持工程师", "质量判定": "质量工程师",
          "服务核查": "售后服务经理", "制定处理方案": "客服主管", "方案审批": "售后服务经理",
          "执行处理": "技术支持工程师", "结果反馈": "客服专员", "客户回访": "客服专员"}  # fmt: skip
_TOUCH = {"信息登记": 12, "分类转办": 10, "技术诊断": 45, "质量判定": 30, "服务核查": 40, "制定处理方案": 30,
          "方案审批": 15, "执行处理": 90, "结果反馈": 10, "客户回访": 8}  # fmt: skip
_WAIT = {"信息登记": 30, "分类转办": 240, "技术诊断": 480, "质量判定": 720, "服务核查": 240, "制定处理方案": 240,
         "方案审批": 480, "执行处理": 480, "结果反馈": 120, "客户回访": 480}  # fmt: skip
"""Minutes at and before an activity, as in the flow."""


def log(found: tuple[Case, ...], until: date) -> Columns:
    """流程日志 of every ninth ticket closed by ``until``: what was done when, within the ticket's own time."""
    closed = [case for case in found if case.closed.date() < until]
    names = ("case", "activity", "started", "finished", "resource")
    values: dict[str, list[Any]] = {name: [] for name in names}
    for number, case in enumerate(closed[4::9]):
        way = path(number)
        touch, wait = (sum(times[activity] for activity in way) for times in (_TOUCH, _WAIT))
        idle = max(0.0, case.days * 480 - touch) / wait  # for each minute that the flow waits
        moment = case.created
        for activity in way:
            started = working(moment, int(_WAIT[activity] * idle) / 60)  # whole minutes, never past the closing
            moment = working(started, _TOUCH[activity] / 60)
            for name, value in zip(names, (case.id, activity, started, moment, _POSTS[activity])):
                values[name].append(value)
    return _columns("log", values)


_MEANS = {"Q01": 3.7, "Q02": 2.3, "Q03": 2.1, "Q04": 3.0, "Q05": 3.9, "Q06": 3.8}
_WAYS = ("短信", "微信", "电话", "小程序")
_WORST = ("方案审批", "分类转办", "技术诊断", "方案审批", "结果反馈", "信息登记", "方案审批", "技术诊断")
_ADVICE = ("希望能在手机上看到处理到哪一步", "同一件事不要让我讲三遍", "审批太慢，小额赔付应当场解决",
           "给个明确的完成时间", "换了人对接就要从头说起")  # fmt: skip


def answers() -> Columns:
    """问卷答卷: 96 customers and 24 of the front line, ten questions."""
    draw = noise(42)
    keys = ("id", "party", "day", *(f"values[Q{n:02}]" for n in range(1, 11)))
    values: dict[str, list[Any]] = {key: [] for key in keys}
    for number in range(120):
        customer = number < 96
        values["id"].append(f"A{number + 1:03}")
        values["party"].append(PartyKind.CUSTOMER if customer else PartyKind.FRONT_LINE)
        values["day"].append(date(2026, 6, 15) + timedelta(days=int(next(draw) * 18)))
        for question, mean in _MEANS.items():
            mood = mean + (0.0 if customer else 0.4) + 2.6 * (next(draw) + next(draw) - 1)
            values[f"values[{question}]"].append(float(min(5, max(1, round(mood)))))
        values["values[Q07]"].append(float(min(10, max(0, round(6 + 7 * (next(draw) + next(draw) - 1))))))
        ways = [way for way in _WAYS if next(draw) < 0.45] or [_WAYS[number % 4]]
        values["values[Q08]"].append("┋".join(ways))
        values["values[Q09]"].append(_WORST[int(next(draw) * len(_WORST))])
        values["values[Q10]"].append(_ADVICE[number // 9 % 5] if number % 9 == 0 else None)
    return _columns("answers", values)


def _columns(sheet: str, values: dict[str, list[Any]]) -> Columns:
    count = len(next(iter(values.values())))
    positions = {name: n for n, name in enumerate(values, 1)}
    return Columns(sheet, values, range(2, count + 2), (Source("", sheet),), [0] * count, (positions,))
