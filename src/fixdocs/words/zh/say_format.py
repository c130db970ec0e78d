"""How figures are written."""

SAY: dict[str, str] = {
    "minutes": "{n} 分钟",
    "hours": "{n} 小时",
    "workdays": "{n} 个工作日",
    "days": "{n} 个自然日",
    "calendar_hours": "{n} 小时（自然时间）",
    "calendar_minutes": "{n} 分钟（自然时间）",
    "points": "{n} 个百分点",
    "at_least": "至少 {n}",
    "money": "{n} 元",
    "ten_thousand": "{n} 万元",
    "date": "{y}年{m}月{d}日",
    "month": "{y}年{m}月",
    "month_alone": "{m}月",
    "period": "{begin}至{end}",
    "joint": "、",
    "and_more": "{items}等",
    "and_more_of": "{items}等 {n} 项",
    "named": "{key} {name}",
    "alternative_named": "方案 {key}（{name}）",
    "quoted": "“{text}”",
    "unverified": "{name}（待验证）",
    # how parts are joined
    "stop": "。",
    "comma": "，",
    "semicolon": "；",
    "between": "",
    "newline": "\n",
    "line_end": "、\n",
    # what a small sample asks for
    "small": "样本只有 {n} 个，不足 30 个，结论仅供参考。",
}
