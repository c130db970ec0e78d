"""The commands and their options."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from ..errors import FixdocsError
from ..words import LANGUAGES, words_of
from . import console, templates
from .asked import checked_language, checked_reports, reachable

_HELP = words_of("zh")


def _say(key: str) -> str:
    return _HELP.say(f"cli_help.{key}")


Folder = Annotated[
    Path, typer.Argument(help=_say("folder"), show_default=False, callback=lambda folder: reachable(folder))
]
Language = Annotated[str | None, typer.Option("--lang", help=_say("lang"), show_default=False)]
Json = Annotated[str, typer.Option("--format", help=_say("format"))]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help=_say("verbose"))]

app = typer.Typer(
    help=_say("app"), no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
)
app.add_typer(templates.app, name="templates", help=_say("templates"))
app.command("fields", help=_say("fields"))(templates.fields)


def run(arguments: Sequence[str]) -> int:
    """Run a command line; its exit code. Every failure that can be foreseen becomes a sentence."""
    console.prepare()
    language = _language_of(arguments)
    try:
        result = app(list(arguments), standalone_mode=False)
        return int(result) if isinstance(result, int) else 0
    except FixdocsError as error:
        console.err(console.error_text(error, words_of(language)))
        return error.exit_code
    except typer.Exit as stop:
        return stop.exit_code
    except typer.Abort:
        return 130
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        shown = getattr(error, "format_message", None)  # a usage error of the argument parser
        if shown is None:
            raise
        console.err(words_of(language).say("cli.usage", text=shown()))
        return 2


def _language_of(arguments: Sequence[str]) -> str:
    """The language asked for, read ahead of parsing so that a usage error speaks it too."""
    for n, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        if argument == "--lang" and n + 1 < len(arguments):
            value = arguments[n + 1]
        if value in LANGUAGES:
            return value
    return "zh"


def set_verbose(verbose: bool) -> None:
    """Show the six steps as they run."""
    if verbose:
        logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)


@app.command(help=_say("check"))
def check(
    folder: Folder,
    mark: Annotated[bool, typer.Option("--mark", help=_say("mark"))] = False,
    lang: Language = None,
    format: Json = "text",
    verbose: Verbose = False,
) -> int:
    """List every fault with its file, sheet and cell."""
    from .build import run_check

    set_verbose(verbose)
    return run_check(folder, checked_language(lang), format, mark=mark)


@app.command(help=_say("build"))
def build(
    folder: Folder,
    only: Annotated[str | None, typer.Option(help=_say("only"), show_default=False)] = None,
    templates: Annotated[Path | None, typer.Option(help=_say("own_templates"), show_default=False)] = None,
    force: Annotated[bool, typer.Option("--force", help=_say("force"))] = False,
    draft: Annotated[bool, typer.Option("--draft", help=_say("draft"))] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help=_say("pdf"))] = False,
    paginate: Annotated[bool, typer.Option("--paginate", help=_say("paginate"))] = False,
    lang: Language = None,
    format: Json = "text",
    verbose: Verbose = False,
) -> int:
    """Check, then write the reports."""
    from ..pipeline import Options
    from .build import run_build

    set_verbose(verbose)
    language = checked_language(lang)
    reports = checked_reports(only)
    options = Options(reports, templates, force=force, draft=draft, pdf=pdf, paginate=paginate)
    return run_build(folder, language, format, options)


@app.command(help=_say("demo"))
def demo(
    folder: Annotated[Path, typer.Argument(help=_say("demo_folder"))] = Path("fixdocs-demo"), verbose: Verbose = False
) -> int:
    """Write a filled sample project and build it."""
    from .build import run_demo

    set_verbose(verbose)
    return run_demo(folder)


@app.command(help=_say("new"))
def new(
    folder: Folder,
    single: Annotated[bool, typer.Option("--single", help=_say("single"))] = False,
    lang: Language = None,
) -> int:
    """Write the blank workbooks; nothing is written over."""
    from .build import run_new

    return run_new(folder, checked_language(lang) or "zh", single=single)


@app.command(help=_say("codes"))
def codes(lang: Language = None, format: Json = "text") -> int:
    """The table of all codes."""
    from .build import run_codes

    return run_codes(checked_language(lang) or "zh", format)


@app.command(help=_say("status"))
def status(folder: Folder, lang: Language = None, format: Json = "text") -> int:
    """What is filled, what is missing, and how the reports stand."""
    from .team import run_status

    return run_status(folder, checked_language(lang), format)


@app.command(help=_say("watch"))
def watch(folder: Folder, lang: Language = None) -> int:
    """Build again whenever a workbook is saved, until stopped."""
    from .team import run_watch

    return run_watch(folder, checked_language(lang))


@app.command("next", help=_say("next"))
def next_(
    folder: Folder,
    additions: Annotated[bool, typer.Option("--additions", help=_say("additions"))] = False,
    lang: Language = None,
) -> int:
    """Write the next step's workbook, prefilled from the earlier ones."""
    from .team import run_next

    return run_next(folder, checked_language(lang), additions=additions)


@app.command(help=_say("ballots"))
def ballots(
    folder: Folder,
    status: Annotated[bool, typer.Option("--status", help=_say("ballots_status"))] = False,
    lang: Language = None,
) -> int:
    """Write a scoring workbook a reviewer, or tell who has answered."""
    from .team import run_ballots

    return run_ballots(folder, checked_language(lang), status=status)
