"""How figures are written."""

SAY: dict[str, str] = {
    "minutes": "{n} min",
    "hours": "{n} h",
    "workdays": "{n} working days",
    "days": "{n} calendar days",
    "calendar_hours": "{n} h (calendar time)",
    "calendar_minutes": "{n} min (calendar time)",
    "points": "{n} percentage points",
    "at_least": "at least {n}",
    "money": "{n}",
    "ten_thousand": "{n} × 10,000",
    "date": "{y}-{m:02}-{d:02}",
    "month": "{y}-{m:02}",
    "month_alone": "{m:02}",
    "period": "{begin} to {end}",
    "joint": ", ",
    "and_more": "{items} and others",
    "and_more_of": "{items} and others ({n} in all)",
    "named": "{key} {name}",
    "alternative_named": "alternative {key} ({name})",
    "quoted": "“{text}”",
    "unverified": "{name} (to be verified)",
    # how parts are joined
    "stop": ".",
    "comma": ", ",
    "semicolon": "; ",
    "between": " ",
    "newline": "\n",
    "line_end": ",\n",
    # what a small sample asks for
    "small": "The sample is only {n}, fewer than 30: take the figures as a hint.",
}
