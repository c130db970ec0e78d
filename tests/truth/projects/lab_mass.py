"""The laboratory's mass tables: enquiries at the desk, a log of handing in, and 21 answer sheets."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from fixdocs.diagnostics import Source
from fixdocs.project import Columns
from fixdocs.schema.choices import PartyKind, YesNo

MINUTES = (31, 35, 38, 41, 44, 46, 48, 48, 48, 50, 52, 55, 58, 64, 90)
"""How long an enquiry is open, 48 minutes at the middle; asked again each month."""

_EVENTS = (("收样登记与外观检查", "业务受理员", 12), ("待检排队", "检测室主任", 5), ("封样与取件通知", "业务受理员", 8))
_SPANS = (40, 44, 46, 48, 48, 51, 57, 70, 48)  # minutes from the first to the last event of a case


def tables() -> dict[str, Columns]:
    """工单明细, 流程日志 and 问卷答卷."""
    return {"tickets": _tickets(), "log": _log(), "answers": _answers()}


def _tickets() -> Columns:
    rows = []
    for month in (3, 4, 5, 6):
        for n, minutes in enumerate(MINUTES):
            at = datetime(2026, month, 2 + n, 9, 10)
            rows.append({
                "id": f"Z26{month:02}{n:02}", "created": at, "kind": ("证书进度", "费用", "取件")[n % 3], "channel": "电话",
                "responded": at + timedelta(minutes=3 + n % 4), "closed": at + timedelta(minutes=minutes),
                "department": "业务受理室", "repeated": YesNo.YES if n % 5 == 0 else YesNo.NO,
            })  # fmt: skip
    for key, at in (("Z260599", datetime(2026, 5, 30, 16, 50)), ("Z260699", datetime(2026, 6, 30, 17, 5))):
        rows.append({"id": key, "created": at, "channel": "电话"})  # never closed, kind unknown
    rows.append({"id": "Z260201", "created": datetime(2026, 2, 11, 9), "closed": datetime(2026, 2, 11, 9, 40)})
    return _columns("tickets", rows)


def _log() -> Columns:
    rows = []
    for n, span in enumerate(_SPANS):
        begin = datetime(2026, 6, 1 + n, 9)
        for (activity, post, minutes), part in zip(_EVENTS, (0.25, 0.5, 1.0)):
            end = begin + timedelta(minutes=span * part)
            rows.append({
                "case": f"J{n + 1:03}", "activity": activity, "finished": end, "resource": post,
                "started": begin if part == 0.25 else end - timedelta(minutes=minutes),
            })  # fmt: skip
    rows.append(
        {"case": "J090", "activity": "收样登记与外观检查", "finished": datetime(2026, 6, 20, 10)}
    )  # a single stamp
    return _columns("log", rows)


_Q01 = (4, 4, 5, 3, 4, 4, 2, 5, 4, 3, 4, 4, 5, 4, 3, 4, 4, 4, 5, 2, 4)
_Q02 = (3, 5, 6, 4, 2, 7, 5, 3, 4, 6, 5, 8, 4, 3, 5, 6, 2, 4, 5, 7, None)
_SAYS = {2: "能不能先发电子证书", 9: "能不能先发电子证书", 15: "加急件给个准日子"}


def _answers() -> Columns:
    rows: list[dict[str, Any]] = []
    for n, (one, two) in enumerate(zip(_Q01, _Q02)):
        rows.append({
            "id": f"D{n + 1:02}", "party": PartyKind.CUSTOMER, "day": date(2026, 7, 8 + n // 3), "values[Q01]": float(one),
            "values[Q02]": None if two is None else float(two), "values[Q03]": 4.0 if n == 6 else None,
            "values[Q04]": _SAYS.get(n),
        })  # fmt: skip
    return _columns("answers", rows)


def _columns(sheet: str, rows: list[dict[str, Any]]) -> Columns:
    names = dict.fromkeys(key for row in rows for key in row)
    values = {key: [row.get(key) for row in rows] for key in names}
    positions = {name: n for n, name in enumerate(values, 1)}
    return Columns(sheet, values, range(2, len(rows) + 2), (Source("", sheet),), [0] * len(rows), (positions,))
