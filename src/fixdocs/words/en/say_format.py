"""How figures are written."""

SAY: dict[str, str] = {
    "minutes": "{n} min",
    "hours": "{n} h",
    "workdays": "{n} working days",
    "days": "{n} calendar days",
    "calendar_hours": "{n} h (calendar time)",
    "money": "{n}",
    "ten_thousand": "{n} × 10,000",
    "date": "{y}-{m:02}-{d:02}",
    "month": "{y}-{m:02}",
    "period": "{begin} to {end}",
    "joint": ", ",
    "and_more": "{items} and others",
}
