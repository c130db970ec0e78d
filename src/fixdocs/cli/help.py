"""The pages of ``--help``, whole in one language.

The parser's own pages mix its English ("Usage", "[required]", "Show this message and exit.") with our words: typer
translates nothing, and only some of its sentences pass through gettext. Here the two classes that every command is
made of write the page from the parsed definitions instead; in the code a help text is its name in the catalogue
``cli_help``. Lines break by the width that a terminal gives a character, a Chinese one being two columns wide.
"""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from typer.core import TyperCommand, TyperGroup

from ..errors import UsageError
from ..words import Words, words_of

_WIDEST = 100  # columns of a page, on a terminal that is wider too
_NAMES = 30  # columns that the names of a list may take
# What stays on one line: a word, or a Chinese character with the punctuation that belongs to it.
_UNIT = re.compile(r"[“（《]*[\u2e80-\uffef][，。；：、？！）》”]*|[^\s\u2e80-\uffef“]+|\s+|.")


class Command(TyperCommand):
    """A command whose page and faults speak the language of the call."""

    # What is too much is refused below, in our words.
    allow_extra_args = True

    def get_help(self, ctx: Any) -> str:
        """The page of the command."""
        return page(self, ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments read; raises UsageError where there are more than the command takes."""
        left: list[str] = super().parse_args(ctx, args)
        if left and not ctx.resilient_parsing:
            raise refusal(ctx, words_in(ctx).say("cli_usage.extra", found=" ".join(left)))
        return left


class Group(TyperGroup):
    """A group of commands, likewise. They are listed as they are defined: in the order of their use."""

    def get_help(self, ctx: Any) -> str:
        """The page of the group, with its commands."""
        return page(self, ctx)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is named; raises UsageError, with what is near, where there is none."""
        known = self.list_commands(ctx)
        if args[0] in known:
            return super().resolve_command(ctx, args)
        near = get_close_matches(args[0], known, 1)
        key = "cli_usage.command_near" if near else "cli_usage.command"
        raise refusal(ctx, words_in(ctx).say(key, found=args[0], near="".join(near), known=", ".join(known)))


def page(command: Any, ctx: Any) -> str:
    """The help of ``command``: how it is called, what it does, its commands, arguments and options."""
    words = words_in(ctx)
    say, width = words.say, min(shutil.get_terminal_size().columns, _WIDEST)
    held = getattr(command, "commands", {})
    parameters = command.get_params(ctx)
    arguments = [one for one in parameters if one.param_type_name == "argument"]
    options = [one for one in parameters if one.param_type_name == "option"]
    pieces = [ctx.command_path, *map(written, arguments), say("cli_help.any_options")]
    pieces += [say("cli_help.any_command")] if held else []
    lines = [say("cli_help.page_usage", text=" ".join(pieces)), ""]
    lines += _wrapped(help_of(command, words), width)
    for key, rows in (
        ("commands", [(name, help_of(one, words)) for name, one in held.items()]),
        ("arguments", [(written(one), _told(one, words)) for one in arguments]),
        ("options", [(written(one), _told(one, words)) for one in options]),
    ):
        if rows:
            lines += ["", say(f"cli_help.page_{key}"), *_listed(rows, width)]
    return "\n".join(lines)


def words_in(ctx: Any) -> Words:
    """The catalogue that a call speaks; the Chinese one where nobody said."""
    held = ctx.find_root().obj
    return held if isinstance(held, Words) else words_of("zh")


def refusal(ctx: Any, text: str) -> UsageError:
    """Why a command line is not understood (``text``), with the command whose help tells more."""
    return UsageError("cli.usage", text=text, help=f"{ctx.command_path if ctx else 'fixdocs'} --help")


def help_of(one: Any, words: Words) -> str:
    """What a command or parameter is for. The parser's own option, whose text is its own, goes by its name."""
    return words.say(f"cli_help.{'help' if one.name == 'help' else one.help}")


def written(one: Any) -> str:
    """How an argument (``<folder>``, ``[report]``) or an option (``-v, --verbose``, ``--only <only>``) is typed."""
    if one.param_type_name == "argument":
        word = f"<{one.name}>" if one.required else f"[{one.name}]"
        return word + ("…" if one.nargs == -1 else "")
    return ", ".join(sorted(one.opts, key=len)) + ("" if one.is_flag else f" <{one.name}>")


def default_of(one: Any) -> str:
    """What a parameter is without being given; empty where that says nothing."""
    found = one.default
    return "" if found is None or isinstance(found, bool) or callable(found) else str(found)


def _told(one: Any, words: Words) -> str:
    text, default = help_of(one, words), default_of(one)
    if one.required:
        return text + words.say("cli_help.required")
    return text + (words.say("cli_help.default", value=default) if default else "")


def _listed(rows: list[tuple[str, str]], width: int) -> Iterable[str]:
    """Names on the left, what they mean on the right; a long name has a line of its own."""
    column = 4 + min(_NAMES, max(_width(name) for name, _ in rows))
    for name, text in rows:
        told = _wrapped(text, width - column)
        if _width(name) > _NAMES:
            yield f"  {name}"
        else:
            yield f"  {name}{' ' * (column - 2 - _width(name))}{told.pop(0)}"
        yield from (" " * column + line for line in told)


def _wrapped(text: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width`` columns, a longer word apart; at least one line."""
    lines = [""]
    for unit in _UNIT.findall(text):
        if lines[-1] and _width(lines[-1] + unit.rstrip()) > width:
            lines.append("")
        lines[-1] += unit if lines[-1] else unit.lstrip()
    return [line.rstrip() for line in lines]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
