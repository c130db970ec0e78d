"""What a team has filled, as far as it is sound: the one thing that rules, analysis and reports read.

A partial project is an ordinary thing: every sheet may be empty, and the form may be missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from .diagnostics import Place, Source
from .schema import SHEETS, Row
from .schema import improve as i
from .schema import survey as s


class Origin(Struct, frozen=True):
    """Where a row was read: its table, its row and the column of each physical attribute.

    ``moved`` holds cells that stand elsewhere: filled from another file where this one was blank, and all of a
    form's cells, which stand in rows of their own.
    """

    source: Source
    row: int
    columns: Mapping[str, int]
    headings: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, Place] = field(default_factory=dict)

    def place(self, sheet: str, attribute: str = "") -> Place:
        """The cell of ``attribute``; the whole row where there is no such column."""
        if attribute in self.moved:
            return self.moved[attribute]
        heading = self.headings.get(attribute, "")
        return Place(self.source, self.row, self.columns.get(attribute, 0), sheet, attribute, heading)


class Columns(Struct, frozen=True):
    """A mass table (tickets, log, answers) held as columns of equal length, never as one object a row.

    ``values`` maps an attribute to its column: ``str``, ``datetime``, a choice, or ``None`` for blank. Answers hold
    one column a question under ``values[<question id>]`` (text as it stands, numbers as float).
    ``rows`` are row numbers in the file of ``sources[origin[n]]``; an address is computed only for a fault.
    """

    sheet: str
    values: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    rows: Sequence[int] = ()
    sources: tuple[Source, ...] = ()
    origin: Sequence[int] = ()  # index into sources, a row each
    positions: tuple[Mapping[str, int], ...] = ()  # a source each: attribute → column number

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, attribute: str) -> Sequence[Any]:
        """The column of ``attribute``, all ``None`` where the file has none."""
        return self.values.get(attribute) or [None] * len(self.rows)

    def place(self, index: int, attribute: str = "") -> Place:
        """The cell of record ``index`` (from 0)."""
        which = self.origin[index]
        column = self.positions[which].get(attribute, 0)
        return Place(self.sources[which], self.rows[index], column, self.sheet, attribute)


class Project(Struct, frozen=True):
    """Sound rows by sheet.

    ``origins`` finds a row's place by the row's identity (``id(row)``). ``known`` are the keys of every row that was
    filled, sound or not, so that a reference to a faulty row raises no follow-on message. ``faulty`` are the sheets
    with an error in them. ``tables`` are the places of the tables found, a sheet each (empty: not there). ``mended``
    are all rows of a sheet, in order, where leaving out faulty cells saves a row: for drafts only.
    """

    info: s.ProjectInfo | None = None
    revisions: tuple[s.Revision, ...] = ()
    goals: tuple[s.Goal, ...] = ()
    parties: tuple[s.Party, ...] = ()
    steps: tuple[s.Step, ...] = ()
    indicators: tuple[s.Indicator, ...] = ()
    complaints: tuple[s.Complaint, ...] = ()
    interviews: tuple[s.Interview, ...] = ()
    questions: tuple[s.Question, ...] = ()
    answers: Columns = Columns("answers")
    observations: tuple[s.Observation, ...] = ()
    tickets: Columns = Columns("tickets")
    log: Columns = Columns("log")
    mapping: tuple[s.Mapping, ...] = ()
    issues: tuple[i.Issue, ...] = ()
    rating: tuple[i.RatingStandard, ...] = ()
    five_w: tuple[i.FiveW, ...] = ()
    causes: tuple[i.Cause, ...] = ()
    chains: tuple[i.Chain, ...] = ()
    roots: tuple[i.RootCause, ...] = ()
    measures: tuple[i.Measure, ...] = ()
    to_be: tuple[i.ToBeStep, ...] = ()
    duties: tuple[i.Duty, ...] = ()
    tools: tuple[i.Tool, ...] = ()
    tasks: tuple[i.Task, ...] = ()
    risks: tuple[i.Risk, ...] = ()
    alternatives: tuple[i.Alternative, ...] = ()
    reviewers: tuple[i.Reviewer, ...] = ()
    criteria: tuple[i.Criterion, ...] = ()
    scores: tuple[i.Score, ...] = ()
    decision: i.Decision | None = None
    origins: Mapping[int, Origin] = field(default_factory=dict)
    known: Mapping[str, frozenset[str]] = field(default_factory=dict)
    faulty: frozenset[str] = frozenset()
    tables: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)
    mended: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)

    def drafted(self) -> Project:
        """The project a draft is made from: with the rows of ``mended`` sheets, whose faulty cells are blank."""
        if not self.mended:
            return self
        fields: dict[str, Any] = dict(self.mended)
        for form, name in (("project", "info"), ("decision", "decision")):
            if form in fields:
                fields[name] = next(iter(fields.pop(form)), None)
        return replace(self, **fields, mended={})

    def rows(self, sheet: str) -> tuple[Row, ...]:
        """The rows of ``sheet``; a form gives one row or none, a mass table none."""
        held = getattr(self, "info" if sheet == "project" else sheet)
        if isinstance(held, Columns) or held is None:
            return ()
        return (held,) if isinstance(held, Row) else held

    def count(self, sheet: str) -> int:
        """How many sound records a sheet holds."""
        held = getattr(self, "info" if sheet == "project" else sheet)
        if held is None:
            return 0
        return 1 if isinstance(held, Row) else len(held)

    def place(self, row: Row, attribute: str = "") -> Place:
        """Where ``row``, or its cell ``attribute``, stands; a place without file for a row made in memory."""
        sheet = type(row).sheet.name
        origin = self.origins.get(id(row))
        return origin.place(sheet, attribute) if origin else Place(Source(""), sheet=sheet, attribute=attribute)

    def sheet_place(self, sheet: str) -> Place:
        """The sheet as a whole, where something is missing from it."""
        sources = self.tables.get(sheet) or (Source(""),)
        return Place(sources[0], sheet=sheet)


def project_of(rows: Iterable[Row], **tables: Columns) -> Project:
    """A project from rows made in memory (tests, samples)."""
    held: dict[str, Any] = {name: [] for name in SHEETS}
    for row in rows:
        held[type(row).sheet.name].append(row)
    fields: dict[str, Any] = dict(tables)
    for name, sheet in SHEETS.items():
        if sheet.shape == "form":
            fields["info" if name == "project" else name] = held[name][0] if held[name] else None
        elif sheet.shape == "table":
            fields[name] = tuple(held[name])
    known = {
        name: frozenset(str(getattr(row, sheet.key[0])) for row in held[name])
        for name, sheet in SHEETS.items()
        if len(sheet.key) == 1 and sheet.shape == "table"
    }
    return Project(**fields, known=known)
