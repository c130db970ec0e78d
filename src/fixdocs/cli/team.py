"""What the commands status, watch, next and ballots do, as a person reads it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ..pipeline import Checked, Options, states
from ..reports import Report
from ..teamwork.status import SheetState, StepState, step_states
from ..words import Words
from . import console
from .asked import checked_format, expected_language
from .build import checked_project, edition_record, run_build

if TYPE_CHECKING:
    from ..teamwork.next_step import Handed

_SHOWN = 8  # keys of a gap that are named; the rest is counted


def run_status(folder: Path, language: str | None, form: str) -> int:
    """``fixdocs status``: always 0, whatever is missing."""
    checked_format(form)
    checked = checked_project(folder, language)
    steps = step_states(checked.project, checked.diagnostics)
    reports = states(checked)
    if form == "json":
        console.out(json.dumps(_record(checked, steps, reports), ensure_ascii=False, indent=2))
        return 0
    words, own = checked.words, checked.own
    for step in steps:
        name = own.say(f"workbook.file_{step.workbook}")
        console.out(words.say("teamwork.step", name=name, filled=step.filled, all=len(step.sheets)))
        for sheet in step.sheets:
            console.out(f"    {_MARKS[sheet.state]} {own.sheet(sheet.sheet.name).title}{_sheet_line(sheet, words)}")
        for line in _gap_lines(step, words):
            console.out(f"    ! {line}")
    console.out(words.say("teamwork.reports"))
    if checked.lacks_edition:
        console.out(f"    {words.say('cli.no_edition')}")
    for report, state in reports.items():
        title = words.say("cli.title", name=words.say(f"reports.{report}"))
        console.out(f"    {title}  {words.say(f'teamwork.report_{state}')}")
    console.print_counts(checked.errors, checked.warnings, words)
    return 0


_MARKS = {"filled": "[x]", "faulty": "[!]", "empty": "[ ]"}


def _sheet_line(sheet: SheetState, words: Words) -> str:
    key = "form" if sheet.state == "filled" and sheet.sheet.shape == "form" else sheet.state
    text = words.say(f"teamwork.sheet_{key}", rows=sheet.rows, errors=sheet.errors)
    if sheet.warnings:
        text += words.say("teamwork.sheet_warnings", warnings=sheet.warnings)
    needed = words.say("teamwork.needed") if sheet.state == "empty" and sheet.sheet.need == "required" else ""
    return f"{needed}  {text}"


def _gap_lines(step: StepState, words: Words) -> list[str]:
    lines = []
    for gap in step.gaps:
        keys = words.say("cli.joint").join(gap.keys[:_SHOWN])
        more = words.say("teamwork.more", n=len(gap.keys)) if len(gap.keys) > _SHOWN else ""
        lines.append(words.say(f"teamwork.gap_{gap.link}", keys=keys + more))
    return lines


def _record(checked: Checked, steps: list[StepState], reports: Mapping[Report, str]) -> dict[str, object]:
    return {
        "folder": str(checked.folder),
        "errors": checked.errors,
        "warnings": checked.warnings,
        "steps": [
            {
                "workbook": step.workbook,
                "sheets": [
                    {"sheet": s.sheet.name, "state": s.state, "rows": s.rows, "errors": s.errors,
                     "warnings": s.warnings}
                    for s in step.sheets
                ],
                "gaps": {gap.link: list(gap.keys) for gap in step.gaps},
            }
            for step in steps
        ],
        "reports": reports,
        **edition_record(checked),
    }  # fmt: skip


def run_watch(folder: Path, language: str | None) -> int:
    """``fixdocs watch``: build now and after every save; 0 when stopped, at whatever moment.

    A person may save while a workbook is half filled: faults are told and the next save is waited for.
    """
    from ..words import words_of

    words = words_of(language or expected_language(folder))
    with suppress(KeyboardInterrupt):
        _keep_building(folder, language, words)
    console.out(words.say("teamwork.stopped"))
    return 0


def _keep_building(folder: Path, language: str | None, words: Words) -> None:
    from watchfiles import watch

    from ..errors import FixdocsError
    from ..workbook.open.find import is_workbook

    run_build(folder, language, "text", Options())
    console.out(words.say("teamwork.watching", folder=folder))
    # A pause lets a program finish its renames; files on shared drives are looked at, events do not come from there.
    for changes in watch(
        folder, watch_filter=lambda _, path: is_workbook(folder, Path(path)), debounce=1600, raise_interrupt=False
    ):
        names = words.say("cli.joint").join(sorted({Path(path).name for _, path in changes}))
        console.out(words.say("teamwork.changed", time=f"{datetime.now():%H:%M:%S}", files=names))
        try:
            run_build(folder, language, "text", Options())
        except FixdocsError as error:
            console.err(console.error_text(error, words))


def run_next(folder: Path, language: str | None, *, additions: bool) -> int:
    """``fixdocs next``: 0, also where nothing is to be done."""
    from ..teamwork.next_step import hand_over

    checked = checked_project(folder, language)
    answer = hand_over(folder, checked.project, checked.own, additions=additions)
    for handed in answer:
        for line in _handed_lines(handed, checked.words, checked.own):
            console.out(line)
    if not answer:
        console.out(checked.words.say("teamwork.handed_done"))
    return 0


def _handed_lines(handed: Handed, words: Words, own: Words) -> list[str]:
    """What is said of one step; sheets and files are called as they are in the project."""
    if handed.missing:
        title = own.sheet(handed.missing).title
        file = own.say(f"workbook.file_{handed.workbook - 1}")
        return [words.say("teamwork.handed_missing", sheet=title, file=file)]
    joint, rows = words.say("cli.joint"), ""
    if handed.new is not None and handed.new.count:
        counts = ((own.sheet(name).title, len(found)) for name, found in handed.new.rows.items())
        rows = joint.join(words.say("teamwork.handed_rows", sheet=title, n=n) for title, n in counts)
    if not handed.kept:
        key = "handed" if rows else "handed_empty"
        return [words.say(f"teamwork.{key}", path=handed.written, rows=rows)]
    lines = [words.say("teamwork.handed_kept", files=joint.join(handed.kept))]
    if rows:
        lines.append(words.say("teamwork.handed_new", rows=rows))
        lines.append(
            words.say("teamwork.handed_added", path=handed.written)
            if handed.written
            else words.say("teamwork.handed_how")
        )
    return lines


def run_ballots(folder: Path, language: str | None, *, status: bool) -> int:
    """``fixdocs ballots``: 1 where alternatives, reviewers or criteria are missing, or an answer is faulty."""
    from ..teamwork.ballots import write_ballots

    checked = checked_project(folder, language)
    project, words, own = checked.project, checked.words, checked.own
    if not (project.alternatives and project.reviewers and project.criteria):
        console.out(words.say("teamwork.ballots_missing", file=own.say("workbook.file_5")))
        return 1
    if status:
        return _ballot_status(checked)
    written, left = write_ballots(folder, project, own)
    for path in written:
        console.out(words.say("cli.wrote", path=path))
    for path in left:
        console.out(words.say("cli.left", path=path))
    console.out(words.say("teamwork.ballots_done", folder=folder / own.say("teamwork.ballots_folder")))
    return 0


def _ballot_status(checked: Checked) -> int:
    from ..teamwork.ballots import ballot_states

    words = checked.words
    states = ballot_states(checked.project, checked.diagnostics)
    for ballot in states:
        text = words.say(
            f"teamwork.ballot_{ballot.state}", given=ballot.given, asked=ballot.asked, faulty=ballot.faulty
        )
        console.out(f"    {ballot.reviewer.id} {ballot.reviewer.name}  {text}")
    asked = [ballot for ballot in states if ballot.taking_part]
    answered = sum(ballot.state == "answered" for ballot in asked)
    console.out(words.say("teamwork.ballots_counts", all=len(asked), answered=answered))
    scores = [d for d in checked.diagnostics if d.place.sheet == "scores"]
    console.print_diagnostics(scores, words)
    return 1 if any(ballot.state == "faulty" for ballot in states) else 0
