"""The kinds of names a template may use."""

SAY: dict[str, str] = {
    "text": "text",
    "number": "number",
    "flag": "yes or no",
    "record": "record",
    "list": "list",
    "block": "block (figure, table)",
    "any": "anything",
}
