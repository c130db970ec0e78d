"""The commands and their options, read from the command line itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import typer

from fixdocs.cli.app import app

# Of use, not of definition.
ORDER = ("demo", "new", "status", "check", "build", "watch", "next", "ballots", "codes", "fields", "templates")


@dataclass(frozen=True)
class Parameter:
    """An argument or option: how it is written, what it means, what it is without being said."""

    written: str
    help: str
    default: str


@dataclass(frozen=True)
class Command:
    """A command: ``name`` as it is typed, ``usage`` the whole line."""

    name: str
    help: str
    usage: str
    arguments: tuple[Parameter, ...]
    options: tuple[Parameter, ...]

    @property
    def anchor(self) -> str:
        """Its place in the page."""
        return self.name.replace(" ", "-")


def commands() -> list[Command]:
    """Every command in the order people need them, those of a group after one another; a new one comes last."""
    root: Any = typer.main.get_command(app)
    return sorted(_walk(root, "fixdocs"), key=lambda command: _rank(command.name.split()[1]))


def _rank(word: str) -> int:
    return ORDER.index(word) if word in ORDER else len(ORDER)


def _walk(group: Any, path: str) -> Iterator[Command]:
    for name, command in group.commands.items():
        here = f"{path} {name}"
        if hasattr(command, "commands"):
            yield from _walk(command, here)
        else:
            yield _command(command, here)


def _command(command: Any, name: str) -> Command:
    arguments = tuple(_parameter(one) for one in command.params if one.param_type_name == "argument")
    options = tuple(_parameter(one) for one in command.params if one.param_type_name == "option")
    words = " ".join([name, *(one.written for one in arguments), *(["[选项]"] if options else [])])
    return Command(name, command.help or "", words, arguments, options)


def _parameter(one: Any) -> Parameter:
    default = one.default
    shown = "" if default is None or isinstance(default, bool) or callable(default) else str(default)
    if one.param_type_name == "argument":
        word = f"<{one.name}>" if one.required else f"[{one.name}]"
        return Parameter(word + ("…" if one.nargs == -1 else ""), one.help or "", shown)
    value = "" if one.is_flag else f" <{one.name}>"
    return Parameter(", ".join(one.opts) + value, one.help or "", shown)
