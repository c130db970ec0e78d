"""What the commands check, build, demo, new and codes do, as a person reads it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..diagnostics import CODES, Diagnostic, Severity
from ..diagnostics.tell import record
from ..pipeline import Built, Checked, Options, Outcome, Stage, build, check
from ..reports import REPORTS, blocked, blocked_by
from ..words import Words, words_of
from . import console
from .asked import checked_format, expected_language
from .progress import Progress

if TYPE_CHECKING:
    from ..pipeline import Written


def run_check(folder: Path, language: str | None, form: str, *, mark: bool = False) -> int:
    """``fixdocs check``: 1 where there is an error; ``mark`` also writes marked copies."""
    checked_format(form)
    checked = checked_project(folder, language)
    if form == "json":
        console.out(json.dumps(_summary(checked), ensure_ascii=False, indent=2))
    else:
        console.print_diagnostics(checked.diagnostics, checked.words)
        console.print_counts(checked.errors, checked.warnings, checked.words)
    if mark:
        _mark(checked, quiet=form == "json")
    return 1 if checked.errors else 0


def checked_project(folder: Path, language: str | None, edition: str | None = None) -> Checked:
    """The project read and checked; from here on the user is spoken to in its language where no other is asked for."""
    checked = check(folder, language, edition)
    console.speak(checked.words)
    return checked


def _mark(checked: Checked, *, quiet: bool) -> None:
    from ..teamwork.mark import write_marks

    written = write_marks(checked.folder, checked.diagnostics, checked.words)
    if quiet:
        return
    for file in written:
        _print_written(file, checked.words)
    if written:
        folder = written[0].path.parent
        console.out(checked.words.say("teamwork.marked", n=len(written) - 1, folder=folder))
    else:
        console.out(checked.words.say("teamwork.nothing_to_mark"))


def _summary(checked: Checked) -> dict[str, Any]:
    return {
        "folder": str(checked.folder),
        "errors": checked.errors,
        "warnings": checked.warnings,
        "diagnostics": [_told(diagnostic, checked.words) for diagnostic in checked.diagnostics],
    }


def _told(diagnostic: Diagnostic, words: Words) -> dict[str, Any]:
    return record(diagnostic, words, blocked(diagnostic))


def run_build(folder: Path, language: str | None, form: str, options: Options, edition: str | None = None) -> int:
    """``fixdocs build``: 1 where a report is blocked or a template has a fault, 3 where a file was not written."""
    checked_format(form)
    with Progress(2 + len(REPORTS) + options.pdf + options.paginate, quiet=form == "json") as show:
        show(words_of(language or expected_language(folder)).say("cli.reading"))
        checked = checked_project(folder, language, edition)
        words = checked.words
        built = build(checked, options, lambda stage: show(_stage(stage, words)))
    outcomes = built.outcomes
    if form == "json":
        answer = {
            **_summary(checked),
            **edition_record(checked),
            "reports": [_record(outcome, words) for outcome in outcomes],
            "sources": str(built.sources.path) if built.sources else None,
        }
        console.out(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        console.print_diagnostics(checked.diagnostics, words)
        console.print_counts(checked.errors, checked.warnings, words)
        if checked.lacks_edition:
            console.out(words.say("cli.no_edition"))
        for outcome in outcomes:
            _print_outcome(outcome, checked)
        if built.sources is not None:
            _print_written(built.sources, words)
    return exit_code(checked, built, asked=bool(options.only), draft=options.draft)


def edition_record(checked: Checked) -> dict[str, Any]:
    """The language of the reports, and the sentence that says so where another was wanted."""
    note = checked.words.say("cli.no_edition") if checked.lacks_edition else None
    return {"edition": checked.edition.language, "edition_note": note}


def exit_code(checked: Checked, built: Built, *, asked: bool, draft: bool = False) -> int:
    """3 before 1 before 0. A report that was asked for by name and is not filled is an error too."""
    outcomes = built.outcomes
    files = [file for o in outcomes for file in (o.written, o.pdf) if file] + [f for f in (built.sources,) if f]
    if any(file.status in ("locked", "failed") for file in files):
        return 3
    if any(o.fault or (o.blocked and not o.written) for o in outcomes):
        return 1
    if asked and any(o.unfilled for o in outcomes):
        return 1
    return 1 if checked.errors and not draft and not asked else 0


def _stage(stage: Stage, words: Words) -> str:
    if stage in REPORTS:
        return words.say("cli.composing", name=words.say(f"reports.{stage}"))
    return words.say(f"cli.stage_{stage}")


def _print_outcome(outcome: Outcome, checked: Checked) -> None:
    words = checked.words
    name = words.say("cli.title", name=words.say(f"reports.{outcome.report}"))
    if outcome.fault is not None:
        for fault in getattr(outcome.fault, "faults", ()):
            console.out(fault.message(words))
        console.out(words.say("cli.faulty_template", name=name))
    elif outcome.written is not None:
        for written in (outcome.written, outcome.pdf):
            if written is not None:
                _print_written(written, words)
        for removal in outcome.removals:
            characters = ", ".join(removal.characters)
            console.out(words.say("cli.removed", text=removal.excerpt, characters=characters))
    elif outcome.unfilled:
        sheets = words.say("cli.joint").join(checked.own.sheet(sheet).title for sheet in outcome.unfilled)
        console.out(words.say("cli.unfilled", name=name, sheets=sheets))
    else:
        codes = ", ".join(dict.fromkeys(d.code for d in outcome.blocked))
        console.out(words.say("cli.blocked", name=name, n=len(outcome.blocked), codes=codes))


def _print_written(written: Written, words: Words) -> None:
    values = {"path": written.path, "beside": written.beside, "kept": written.beside, "reason": written.reason}
    console.out(words.say(f"output.{written.status.value}", **values))


def _record(outcome: Outcome, words: Words) -> dict[str, Any]:
    written = outcome.written
    return {
        "report": outcome.report,
        "name": outcome.name,
        "status": written.status.value if written else _status(outcome),
        "path": str(written.path) if written else None,
        "beside": str(written.beside) if written and written.beside else None,
        "pdf": str(outcome.pdf.path) if outcome.pdf else None,
        "blocked_by": [_told(diagnostic, words) for diagnostic in outcome.blocked],
        "unfilled": list(outcome.unfilled),
        "template_faults": [f.message(words) for f in getattr(outcome.fault, "faults", ())],
    }


def _status(outcome: Outcome) -> str:
    if outcome.fault:
        return "faulty_template"
    return "unfilled" if outcome.unfilled else "blocked"


def run_demo(folder: Path, language: str) -> int:
    """``fixdocs demo``: the sample's workbooks and its five reports, told in ``language``; the sample is Chinese."""
    from ..sample.write import write_sample

    words, sample = words_of(language), words_of("zh")
    for path in write_sample(folder, sample):
        console.out(words.say("cli.wrote", path=path))
    code = run_build(folder, language, "text", Options())
    console.out(words.say("cli.demo_done", folder=folder, reports=sample.say("cli.reports_folder")))
    return code


def run_new(folder: Path, project: str, language: str, *, single: bool) -> int:
    """``fixdocs new``: blank workbooks in the language ``project``; one that exists stays and is named."""
    from ..workbook.author.blank import write_blank

    words = words_of(language)
    written, left = write_blank(folder, words_of(project), single=single)
    for path in written:
        console.out(words.say("cli.wrote", path=path))
    for path in left:
        console.out(words.say("cli.left", path=path))
    return 0


def run_codes(language: str, form: str) -> int:
    """``fixdocs codes``: every code with severity, cause, cure and the reports it blocks."""
    words = words_of(language)
    if checked_format(form) == "json":
        console.out(json.dumps(code_table(words), ensure_ascii=False, indent=2))
        return 0
    for row in code_table(words):
        console.out(f"{row['code']}  {row['severity']}  {row['title']}")
        for key in ("cause", "cure", "blocks"):
            if row[key]:
                console.out(f"       {words.say(f'cli.code_{key}')}{row[key]}")
    return 0


def code_table(words: Words) -> list[dict[str, str]]:
    """The table of codes in a language, made from the code."""
    rows = []
    for code in CODES.values():
        message = words.message(code.id)
        if code.sheets:
            blocks = words.say("cli.joint").join(words.say(f"reports.{report}") for report in blocked_by(code))
        else:
            blocks = words.say("cli.blocks_sheet")
        severity = words.say(f"cli.{code.severity.value}")
        rows.append(
            {
                "code": code.id,
                "severity": severity,
                "title": message.title,
                "text": message.text,
                "cause": message.cause,
                "cure": message.cure,
                "blocks": blocks if code.severity is Severity.ERROR else "",
            }
        )
    return rows


__all__ = [
    "checked_project", "code_table", "edition_record", "exit_code", "run_build", "run_check", "run_codes", "run_demo",
    "run_new",
]  # fmt: skip
