"""The library's mass tables, made by fixed rules: answers, tickets and the log."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from fixdocs.diagnostics import Source
from fixdocs.project import Columns
from fixdocs.schema.choices import PartyKind, YesNo

READERS, STAFF, TICKETS, CASES = 36, 11, 48, 20
WORST = ("其他", "等书", "其他", "付费", "填写申请", "其他", "等书", "取书")
ADVICE = ("希望下单前知道费用", "希望下单前知道费用", "境外的书能不能快一点", "希望下单前知道费用", "谢绝时请说明理由")
KINDS = ("国内借书", "国内复制", "境外借书", "国内借书", "境外复制", "国内借书")


def answers() -> Columns:
    """36 readers and 11 of the staff; every sixth leaves Q04 blank, every fifth writes advice."""
    names = ("id", "party", "day", *(f"values[Q{n:02}]" for n in range(1, 9)))
    values: dict[str, list[Any]] = {name: [] for name in names}
    for n in range(READERS + STAFF):
        reader = n < READERS
        row = (
            f"A{n + 1:03}", PartyKind.CUSTOMER if reader else PartyKind.FRONT_LINE, date(2026, 9, 1 + n % 14),
            float(1 + n % 5), float(3 + n * 7 % 6 + (0 if reader else 2)), float(2 + n % 4),
            None if n % 6 == 5 else float(1 + n * 5 % 7), float(n * 3 % 11), WORST[n % 8],
            ("短信┋邮件", "邮件", "校园应用┋短信", "校园应用")[n % 4], ADVICE[n // 5 % 5] if n % 5 == 0 else None,
        )  # fmt: skip
        for name, value in zip(names, row, strict=True):
            values[name].append(value)
    return _columns("answers", values)


def tickets() -> Columns:
    """48 requests: every seventh is not closed, every ninth has no response, every eleventh no kind.

    Two more stand outside the data period, one before it and one after.
    """
    names = ("id", "created", "kind", "channel", "responded", "closed", "department", "repeated")
    values: dict[str, list[Any]] = {name: [] for name in names}
    for n in range(TICKETS):
        created = datetime(2026, 3, 2, 9, 0) + timedelta(days=n * 15 // 4, minutes=37 * n % 420)
        row = (
            f"J{n + 1:04}", created, None if n % 11 == 10 else KINDS[n % 6], ("互借平台", "柜台", "邮件")[n % 3],
            None if n % 9 == 8 else created + timedelta(hours=2 + n % 5),
            None if n % 7 == 6 else created + timedelta(days=4 + n % 8 + (6 if "境外" in KINDS[n % 6] else 0)),
            "借阅部" if n % 4 else "学科服务部", YesNo.YES if n % 8 == 3 else YesNo.NO,
        )  # fmt: skip
        for name, value in zip(names, row, strict=True):
            values[name].append(value)
    for key, created in (("J0098", datetime(2026, 2, 20, 10, 0)), ("J0099", datetime(2026, 9, 3, 10, 0))):
        row = (key, created, "国内借书", "柜台", None, created + timedelta(days=40), "借阅部", YesNo.YES)
        for name, value in zip(names, row, strict=True):
            values[name].append(value)
    return _columns("tickets", values)


_WAYS = {
    False: (("核对书目信息", 4), ("查找可供馆", 6), ("向国内馆下单", 8), ("等国内馆寄到", 72), ("到馆验收登记", 5), ("通知取书并收费", 4)),
    True: (("核对书目信息", 4), ("查找可供馆", 6), ("境外订购审批", 30), ("等境外馆寄到", 168), ("到馆验收登记", 5), ("通知取书并收费", 4)),
}  # fmt: skip


def log() -> Columns:
    """20 cases: every third goes abroad, every fourth is returned once; one activity is named as no step is."""
    names = ("case", "activity", "started", "finished", "resource")
    values: dict[str, list[Any]] = {name: [] for name in names}
    for n in range(CASES):
        moment = datetime(2026, 4, 1, 9, 0) + timedelta(days=3 * n)
        way = _WAYS[n % 3 == 2]
        if n % 4 == 1:
            way = (way[0], ("退回补充书目信息", 48), *way)
        if n == 7:
            way = (*way, ("电话催件", 1))
        for at, (activity, hours) in enumerate(way):
            moment += timedelta(hours=hours + n % 2)
            started = None if (n + at) % 5 == 4 else moment - timedelta(minutes=10 + 5 * at)
            for name, value in zip(names, (f"J{n + 1:04}", activity, started, moment, None), strict=True):
                values[name].append(value)
    return _columns("log", values)


def _columns(sheet: str, values: dict[str, list[Any]]) -> Columns:
    count = len(next(iter(values.values())))
    positions = {name: n for n, name in enumerate(values, 1)}
    return Columns(sheet, values, range(2, count + 2), (Source("", sheet),), [0] * count, (positions,))
