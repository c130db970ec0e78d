"""The commands and their options. A help text here is its name in the catalogue ``cli_help``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from ..errors import FixdocsError
from ..words import words_of
from . import console, templates
from .asked import (
    asked_language,
    checked_language,
    checked_reports,
    machine_language,
    reachable,
    spoken_language,
    written_language,
)
from .help import Command, Group

Folder = Annotated[Path, typer.Argument(help="folder", show_default=False, callback=lambda folder: reachable(folder))]
Language = Annotated[str | None, typer.Option("--lang", help="lang", callback=spoken_language)]
Json = Annotated[str, typer.Option("--format", help="format")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="verbose")]
Does = TypeVar("Does", bound=Callable[..., int])

app = typer.Typer(
    cls=Group,
    help="app",
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def run(arguments: Sequence[str]) -> int:
    """Run a command line; its exit code. Every failure becomes a sentence, a fault of the program too."""
    console.prepare()
    console.speak(words_of(machine_language() or "zh"))
    try:
        if (language := written_language(arguments)) is not None:
            console.speak(words_of(language))
        result = app(list(arguments), standalone_mode=False, prog_name="fixdocs", obj=console.spoken())
        return int(result) if isinstance(result, int) else 0
    except FixdocsError as error:
        console.err(console.error_text(error, console.spoken()))
        return error.exit_code
    except typer.Exit as stop:
        return stop.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return 130
    except Exception as error:
        return _failed(error, arguments)


def _failed(error: Exception, arguments: Sequence[str]) -> int:
    """Tell of a command line that the parser refuses (2), or of a fault that nobody foresaw (4)."""
    from . import fault, usage

    if usage.is_usage(error):
        console.err(usage.said(error, arguments, console.spoken()))
        return 2
    console.err(fault.said(error, arguments, console.spoken()))
    return fault.EXIT_CODE


def set_verbose(verbose: bool) -> None:
    """Show the six steps as they run."""
    if verbose:
        from .progress import show_steps

        show_steps()


@app.callback()
def start(
    ctx: typer.Context,
    lang: Annotated[  # noqa: ARG001 # the commands find it in the context
        str | None, typer.Option("--lang", help="lang", callback=checked_language)
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="version")] = False,
) -> None:
    """What is said before a command; without one, the page of help."""
    from .. import __version__

    if version:
        console.out(f"fixdocs {__version__}")
        raise typer.Exit(0)
    if ctx.invoked_subcommand is None:
        console.err(ctx.get_help())
        raise typer.Exit(2)


def command(name: str) -> Callable[[Does], Does]:
    """Register a command; its help has its name."""
    return app.command(name, cls=Command, help=name)


@command("new")
def new(
    folder: Folder,
    single: Annotated[bool, typer.Option("--single", help="single")] = False,
    lang: Annotated[str | None, typer.Option("--lang", help="lang_new", callback=asked_language)] = None,
) -> int:
    """Write the blank workbooks; nothing is written over.

    Messages follow the machine, workbooks do not: a team's files are not to depend on whose machine made them.
    """
    from .build import run_new

    return run_new(folder, lang or "zh", lang or machine_language() or "zh", single=single)


@command("demo")
def demo(
    folder: Annotated[Path, typer.Argument(help="demo_folder")] = Path("fixdocs-demo"),
    lang: Language = None,
    verbose: Verbose = False,
) -> int:
    """Write a filled sample project and build it."""
    from .build import run_demo

    set_verbose(verbose)
    return run_demo(folder, lang or "zh")


@command("next")
def next_(
    folder: Folder,
    additions: Annotated[bool, typer.Option("--additions", help="additions")] = False,
    lang: Language = None,
) -> int:
    """Write the next step's workbook, prefilled from the earlier ones."""
    from .team import run_next

    return run_next(folder, lang, additions=additions)


@command("check")
def check(
    folder: Folder,
    mark: Annotated[bool, typer.Option("--mark", help="mark")] = False,
    lang: Language = None,
    format: Json = "text",
    verbose: Verbose = False,
) -> int:
    """List every fault with its file, sheet and cell."""
    from .build import run_check

    set_verbose(verbose)
    return run_check(folder, lang, format, mark=mark)


@command("build")
def build(
    folder: Folder,
    only: Annotated[str | None, typer.Option(help="only")] = None,
    templates: Annotated[Path | None, typer.Option(help="own_templates")] = None,
    force: Annotated[bool, typer.Option("--force", help="force")] = False,
    draft: Annotated[bool, typer.Option("--draft", help="draft")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="pdf")] = False,
    paginate: Annotated[bool, typer.Option("--paginate", help="paginate")] = False,
    sources: Annotated[bool, typer.Option("--sources", help="sources")] = False,
    edition: Annotated[str | None, typer.Option("--edition", help="edition", callback=checked_language)] = None,
    lang: Language = None,
    format: Json = "text",
    verbose: Verbose = False,
) -> int:
    """Check, then write the reports."""
    from ..pipeline import Options
    from .build import run_build

    set_verbose(verbose)
    reports = checked_reports(only)
    options = Options(reports, templates, force=force, draft=draft, pdf=pdf, paginate=paginate, sources=sources)
    return run_build(folder, lang, format, options, edition)


@command("status")
def status(folder: Folder, lang: Language = None, format: Json = "text") -> int:
    """What is filled, what is missing, and how the reports stand."""
    from .team import run_status

    return run_status(folder, lang, format)


@command("watch")
def watch(folder: Folder, lang: Language = None) -> int:
    """Build again whenever a workbook is saved, until stopped."""
    from .team import run_watch

    return run_watch(folder, lang)


@command("ballots")
def ballots(
    folder: Folder,
    status: Annotated[bool, typer.Option("--status", help="ballots_status")] = False,
    lang: Language = None,
) -> int:
    """Write a scoring workbook a reviewer, or tell who has answered."""
    from .team import run_ballots

    return run_ballots(folder, lang, status=status)


@command("codes")
def codes(lang: Language = None, format: Json = "text") -> int:
    """The table of all codes."""
    from .build import run_codes

    return run_codes(lang or "zh", format)


command("fields")(templates.fields)
app.add_typer(templates.app, name="templates", help="templates")
