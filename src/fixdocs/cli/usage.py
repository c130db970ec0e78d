"""A wrong command line: what the argument parser refused, in the catalogue's words.

The parser is known by what its errors carry, not by their classes: those are private to the version of typer that is
installed, which brings a parser of its own or takes the one of click.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..words import Words
from .help import refusal, written


def is_usage(error: BaseException) -> bool:
    """Whether an exception is the argument parser's refusal of a command line."""
    return hasattr(error, "format_message")


def said(error: Any, arguments: Sequence[str], words: Words) -> str:
    """What is wrong with the command line ``arguments``, and where its help stands."""
    refused = refusal(getattr(error, "ctx", None), _fault(error, arguments, words))
    return words.say(refused.key, **refused.values)


def _fault(error: Any, arguments: Sequence[str], words: Words) -> str:
    option, param = getattr(error, "option_name", None), getattr(error, "param", None)
    if option is not None:
        if hasattr(error, "possibilities"):
            near = ", ".join(sorted(error.possibilities or ()))
            return words.say("cli_usage.option_near" if near else "cli_usage.option", found=option, near=near)
        valued = any(argument.startswith(f"{option}=") for argument in arguments)
        return words.say("cli_usage.valued" if valued else "cli_usage.valueless", option=option)
    if param is not None:
        key = "missing" if hasattr(error, "param_type") else "bad_value"
        return words.say(f"cli_usage.{key}", name=written(param))
    return words.say("cli_usage.other", text=error.format_message())
