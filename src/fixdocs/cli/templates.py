"""The commands about Word templates: export, check, fields."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from ..reports import REPORTS
from ..words import words_of
from . import console
from .asked import checked_format, checked_language, checked_reports

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
_HELP = words_of("zh")


def _say(key: str) -> str:
    return _HELP.say(f"cli_help.{key}")


@app.command("export", help=_say("export"))
def export(folder: Annotated[Path, typer.Argument(help=_say("export_folder"), show_default=False)]) -> int:
    """Copy the pack's Word templates; nothing is written over."""
    from ..pack import export_templates

    words = words_of("zh")
    written, left = export_templates(folder)
    for path in written:
        console.out(words.say("cli.wrote", path=path))
    for path in left:
        console.out(words.say("cli.left", path=path))
    return 0


@app.command("check", help=_say("template_check"))
def check(files: Annotated[list[Path], typer.Argument(help=_say("template_files"), show_default=False)]) -> int:
    """Look for faults in templates; 1 where there is one."""
    from ..reports.names import lint_file

    words = words_of("zh")
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
    report: Annotated[str | None, typer.Argument(help=_say("fields_report"), show_default=False)] = None,
    lang: Annotated[str | None, typer.Option("--lang", help=_say("lang"), show_default=False)] = None,
    format: Annotated[str, typer.Option("--format", help=_say("format"))] = "text",
) -> int:
    """Every name a template may use, with meaning, kind and an example."""
    from ..reports.names import field_rows
    from ..sample import project

    words = words_of(checked_language(lang) or "zh")
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
