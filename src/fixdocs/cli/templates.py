"""The commands about Word templates: export, check, fields."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from ..words import words_of
from . import console
from .asked import asked_language, checked_format, checked_reports, spoken_language
from .help import Command, Group

Language = Annotated[str | None, typer.Option("--lang", help="lang", callback=spoken_language)]

app = typer.Typer(cls=Group, invoke_without_command=True, rich_markup_mode=None)


@app.callback()
def start(
    ctx: typer.Context,
    lang: Annotated[  # noqa: ARG001 # the commands find it in the context
        str | None, typer.Option("--lang", help="lang", callback=asked_language)
    ] = None,
) -> None:
    """What is said before a command of the group; without one, the page of help."""
    if ctx.invoked_subcommand is None:
        console.err(ctx.get_help())
        raise typer.Exit(2)


@app.command("export", cls=Command, help="export")
def export(folder: Annotated[Path, typer.Argument(help="export_folder")], lang: Language = None) -> int:
    """Copy the pack's Word templates; nothing is written over."""
    from ..pack import export_templates

    words = words_of(lang or "zh")
    written, left = export_templates(folder)
    for path in written:
        console.out(words.say("cli.wrote", path=path))
    for path in left:
        console.out(words.say("cli.left", path=path))
    return 0


@app.command("check", cls=Command, help="template_check")
def check(files: Annotated[list[Path], typer.Argument(help="template_files")], lang: Language = None) -> int:
    """Look for faults in templates; 1 where there is one."""
    from ..reports.names import lint_file

    words = words_of(lang or "zh")
    found = 0
    for path in files:
        faults = lint_file(path)
        for fault in faults:
            console.out(fault.message(words))
        if not faults:
            console.out(words.say("cli.template_clean", path=path))
        found += len(faults)
    return 1 if found else 0


def fields(
    report: Annotated[str | None, typer.Argument(help="fields_report")] = None,
    lang: Language = None,
    format: Annotated[str, typer.Option("--format", help="format")] = "text",
) -> int:
    """Every name a template may use, with meaning, kind and an example."""
    from ..reports import REPORTS
    from ..reports.names import field_rows
    from ..sample import project

    words = words_of(lang or "zh")
    reports = checked_reports(report) or REPORTS
    rows = {key: field_rows(key, words, project()) for key in reports}
    if checked_format(format) == "json":
        console.out(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    for key, found in rows.items():
        console.out(words.say("cli.title", name=words.say(f"reports.{key}")))
        for row in found:
            console.out(f"  {row['name']}  ({row['kind']})  {row['meaning']}")
            if row["example"]:
                console.out(f"      {words.say('cli.example')}{row['example']}")
    return 0
