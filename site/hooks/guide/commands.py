"""The commands and their options, read from the command line itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import typer

from fixdocs.cli.app import app
from fixdocs.cli.help import default_of, help_of, written
from fixdocs.words import Words


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


def commands(words: Words) -> list[Command]:
    """Every command in the order of use, those of a group after one another."""
    root: Any = typer.main.get_command(app)
    return [*_walk(root, "fixdocs", words)]


def _walk(group: Any, path: str, words: Words) -> Iterator[Command]:
    for name, command in group.commands.items():
        here = f"{path} {name}"
        if hasattr(command, "commands"):
            yield from _walk(command, here, words)
        else:
            yield _command(command, here, words)


def _command(command: Any, name: str, words: Words) -> Command:
    held = [(one, Parameter(written(one), help_of(one, words), default_of(one))) for one in command.params]
    arguments = tuple(told for one, told in held if one.param_type_name == "argument")
    options = tuple(told for one, told in held if one.param_type_name == "option")
    usage = " ".join([name, *(one.written for one in arguments), words.say("cli_help.any_options")])
    return Command(name, help_of(command, words), usage, arguments, options)
