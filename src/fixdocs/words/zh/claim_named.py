"""How a sentence names several records."""

SAY: dict[str, str] = {
    "few": "{rows}",
    "numbers": "{keys}",
    "many": "{keys}等",
}
