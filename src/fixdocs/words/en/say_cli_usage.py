"""What is said of a command line that cannot be understood."""

SAY: dict[str, str] = {
    "command": "there is no command “{found}”; choose from {known}.",
    "command_near": "there is no command “{found}”; did you mean “{near}”?",
    "option": "there is no option “{found}”.",
    "option_near": "there is no option “{found}”; did you mean {near}?",
    "valued": "the option {option} takes no value.",
    "valueless": "the option {option} needs a value.",
    "missing": "{name} is missing.",
    "bad_value": "the value of {name} cannot be used.",
    "extra": "“{found}” is more than the command takes.",
    "other": "{text}",
}
