"""``ballots``: a scoring workbook a reviewer, and who has answered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from ..diagnostics import Diagnostic, Severity
from ..project import Project
from ..schema.improve import Alternative, Criterion, Reviewer
from ..words import Words
from ..workbook.author.blank import make_folder, write_new
from ..workbook.author.book import Plan, SheetPlan, criterion_hint, criterion_levels, row_cells, write_workbook

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')  # what Windows allows in no file name

_LONGEST = 200  # bytes; a file name has 255 on most systems, a Chinese character takes three


class Ballot(Struct, frozen=True):
    """How one reviewer stands: ``given`` of ``asked`` alternatives scored, ``faulty`` cells with an error.

    ``taking_part`` is false for who is absent or recused.
    """

    reviewer: Reviewer
    given: int
    asked: int
    faulty: int
    taking_part: bool = True

    @property
    def state(self) -> str:
        """``faulty``, ``answered``, ``partly``, ``waiting`` or ``out``."""
        if not self.taking_part:
            return "out"
        if self.faulty:
            return "faulty"
        if self.given >= self.asked:
            return "answered"
        return "partly" if self.given else "waiting"


def write_ballots(folder: Path, project: Project, words: Words) -> tuple[list[Path], list[Path]]:
    """A workbook for every reviewer who takes part, into the folder of ballots; those written, and those left.

    A ballot that is there stays: it may hold answers. Raises FileError where the folder cannot be used.
    """
    target = folder / words.say("teamwork.ballots_folder")
    make_folder(target)
    written: list[Path] = []
    left: list[Path] = []
    for reviewer in (r for r in project.reviewers if r.takes_part):
        path = target / ballot_name(reviewer, words)
        content = write_workbook(ballot_plan(project, reviewer, words), words)
        (written if write_new(path, content) else left).append(path)
    return written, left


def ballot_name(reviewer: Reviewer, words: Words) -> str:
    """A file name that any system takes: 评分表-E01-甲.xlsx."""
    name = _FORBIDDEN.sub("_", f"{reviewer.id.strip()}-{reviewer.name.strip()}")
    cut = name.encode()[:_LONGEST].decode(errors="ignore").strip(" .")
    return words.say("teamwork.ballot_file", name=cut)


def ballot_plan(project: Project, reviewer: Reviewer, words: Words) -> Plan:
    """One reviewer's rows, locked but for the answers; the alternatives and criteria stand on the guide."""
    rows = [{"reviewer": reviewer.id, "alternative": alternative.id} for alternative in project.alternatives]
    sheet = SheetPlan(
        "scores", rows=rows, locked=True, open=frozenset({"values", "comment"}),
        guidance=f"{words.say('teamwork.ballot_guidance')}\n{_named(project, words)}",
    )  # fmt: skip
    criteria = project.criteria
    return Plan(
        (sheet,),
        words.say("teamwork.ballot_title", name=reviewer.name, project=project.info.name if project.info else ""),
        names={"criteria": tuple(c.name for c in criteria)},
        hints={c.name: criterion_hint(row_cells(c, words), words) for c in criteria},
        scales={c.name: (c.low, c.high) for c in criteria},
        text=words.say("teamwork.ballot_guidance"),
        sections=_sections(project, words),
    )


def _named(project: Project, words: Words) -> str:
    """What the numbers in the table stand for."""
    return words.say("teamwork.ballot_between").join(f"{a.id} {a.name}" for a in project.alternatives)


def _sections(project: Project, words: Words) -> dict[str, list[tuple[str, str]]]:
    """The alternatives and the criteria as the guide explains them, a line each."""
    return {
        words.say("teamwork.ballot_alternatives"): [
            (f"{each.id} {each.name}", _alternative(each, project, words)) for each in project.alternatives
        ],
        words.say("teamwork.ballot_criteria"): [(each.name, _criterion(each, words)) for each in project.criteria],
    }


def _criterion(criterion: Criterion, words: Words) -> str:
    cells = row_cells(criterion, words)
    parts = [cells.get("description", ""), criterion_levels(cells, words)]
    return words.say("teamwork.ballot_between").join(part for part in parts if part)


def _alternative(alternative: Alternative, project: Project, words: Words) -> str:
    names = {measure.id: measure.name for measure in project.measures}
    measures = words.say("cli.joint").join(names.get(key, key) for key in alternative.measures)
    return words.say("teamwork.ballot_between").join(part for part in (alternative.description, measures) if part)


def ballot_states(project: Project, diagnostics: Sequence[Diagnostic]) -> list[Ballot]:
    """How every reviewer stands."""
    states = []
    for reviewer in project.reviewers:
        given = sum(score.reviewer == reviewer.id for score in project.scores)
        part = reviewer.takes_part
        states.append(Ballot(reviewer, given, len(project.alternatives), _faults(reviewer, project, diagnostics), part))
    return states


def _faults(reviewer: Reviewer, project: Project, diagnostics: Sequence[Diagnostic]) -> int:
    """Errors in a reviewer's scores: those that name the reviewer, or stand in the reviewer's own file."""
    files = {project.place(score).source.file for score in project.scores if score.reviewer == reviewer.id}
    shared = {project.place(score).source.file for score in project.scores if score.reviewer != reviewer.id}
    return sum(
        d.severity is Severity.ERROR and d.place.sheet == "scores"
        and (d.values.get("reviewer") == reviewer.id or d.place.source.file in files - shared
             or _names(d.place.source.file, reviewer))
        for d in diagnostics
    )  # fmt: skip


def _names(file: str, reviewer: Reviewer) -> bool:
    """Whether a file's name holds the reviewer's number as a whole: E01 is no part of E011."""
    number = re.escape(_FORBIDDEN.sub("_", reviewer.id))
    return re.search(rf"(?<![A-Za-z0-9]){number}(?![A-Za-z0-9])", file) is not None
