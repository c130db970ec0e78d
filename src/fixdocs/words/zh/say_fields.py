"""The kinds of names a template may use."""

SAY: dict[str, str] = {
    "text": "文字",
    "number": "数字",
    "flag": "是否",
    "record": "一组",
    "list": "列表",
    "block": "整段（图、表）",
    "any": "任意",
}
