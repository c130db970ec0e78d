"""A project folder → what is sound in it and what is wrong: find, recognise, read, merge, resolve, build."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ...diagnostics import Diagnostic, Place, Source
from ...project import Columns, Origin, Project
from ...schema import SHEETS, Row, Sheet
from ...words import LANGUAGES, Words, words_of
from ..open.find import Found, find
from .build import build, mend
from .faults import Faults
from .headings import Vocabulary, vocabulary
from .lexicon import heading
from .look_over import look_over
from .mapping import map_files
from .merge import merge
from .percent import settle_percentages
from .recognise import Table, recognise, report_headings, report_missing, report_strangers
from .records import Record, has_content, key_of, read_table
from .references import Targets, report_circles, resolve
from .spreads import criterion_vocabulary, month_vocabulary, question_vocabulary, relocate

_TABLES = tuple(sheet for sheet in SHEETS.values() if sheet.shape != "mass")
_MASS = tuple(sheet for sheet in SHEETS.values() if sheet.shape == "mass")


def load(folder: Path, *, words: Words | None = None) -> tuple[Project, list[Diagnostic]]:
    """Read the project in ``folder``: its sound rows, and every fault of files, cells, keys and references.

    ``words`` give the language of what diagnostics quote; without them the one most sheets are titled in.
    Raises UsageError where there is no such folder.
    """
    files = find(folder)
    loading = _Loading(files, Faults(words or words_of(_language(files))))
    project = loading.project()
    return project, loading.faults.found


def _language(files: Sequence[Found]) -> str:
    """The language most sheets are titled in; Chinese where none tells."""
    tabs = [heading(raw.source.tab) for file in files for raw in file.sheets]
    titles = {code: {heading(words_of(code).sheet(name).title) for name in SHEETS} for code in LANGUAGES}
    return max(LANGUAGES, key=lambda code: sum(tab in titles[code] for tab in tabs))


class _Loading:
    """One reading of a folder. ``groups`` hold the records of each sheet, a list a table."""

    def __init__(self, files: Sequence[Found], faults: Faults) -> None:
        self.files, self.faults = files, faults
        found = recognise(files, faults)
        self.tables, self.strangers = found.tables, found.strangers
        self.groups: dict[str, list[list[Record]]] = {}
        self.rows: dict[str, tuple[Row, ...]] = {}
        self.origins: dict[int, Origin] = {}
        self.mended: dict[str, tuple[Row, ...]] = {}
        self.targets = Targets()

    def project(self) -> Project:
        """The steps in order; see the calls."""
        for sheet in _TABLES:
            self._read(sheet)
        self._report_missing()
        self._map_foreign()
        mass = {sheet.name: self._read_mass(sheet) for sheet in _MASS}
        self._build()
        forms = {name: next(iter(self.rows.pop(name)), None) for name in ("project", "decision")}
        fields: dict[str, Any] = {**self.rows, **mass}
        return Project(
            info=forms["project"],  # type: ignore[arg-type] # its row is the form's
            decision=forms["decision"],  # type: ignore[arg-type]
            **fields,
            origins=self.origins,
            known={name: frozenset(keys.values()) for name, keys in self.targets.names.items()},
            faulty=frozenset(self.faults.sheets),
            tables={name: tuple(t.source for t in held) for name, held in self.tables.items() if held},
            mended=self.mended,
        )

    def _read(self, sheet: Sheet) -> None:
        """The records of a sheet; its rows become known to references."""
        groups = self.groups[sheet.name] = []
        for table in self.tables[sheet.name]:
            if (known := self._headings_from_rows(table)) and not relocate(table, known, self.faults):
                continue
            records = read_table(table, self.faults)
            if records or has_content(table):
                report_headings(table, self.faults)
                look_over(table, [record.row for record in records], self.faults)
            if not records and table.sheet.shape != "form" and has_content(table):
                report_missing(table, self.faults)
            groups.append(records)
        if key_of(sheet):
            self.targets.add(sheet, (record for group in groups for record in group))

    def _headings_from_rows(self, table: Table) -> Vocabulary | None:
        """The headings of a table whose columns depend on rows read before; None for all others."""
        if table.sheet.name == "indicators":
            return month_vocabulary(next(iter(self._values("project", "data_from")), None))
        if table.sheet.name == "scores":
            return criterion_vocabulary(self._values("criteria", "name"))
        if table.sheet.name == "answers":
            return question_vocabulary(self._pairs("id", "text"))
        return None

    def _values(self, sheet: str, cell: str) -> list[Any]:
        records = (record for group in self.groups[sheet] for record in group)
        return [record.values[cell] for record in records if cell in record.values]

    def _pairs(self, one: str, other: str) -> list[tuple[Any, Any]]:
        """Two attributes of every question that has both."""
        records = (record.values for group in self.groups["questions"] for record in group)
        return [(values[one], values[other]) for values in records if one in values and other in values]

    def _report_missing(self) -> None:
        """FD111, unless the form may stand in a file that could not be opened."""
        unopened = any(d.code == "FD101" and "project" in d.unsound for d in self.faults.found)
        if not any(self.groups["project"]) and "project" not in self.faults.sheets and not unopened:
            tables = self.tables["project"]
            place = tables[0].place() if tables else Place(Source(""), sheet="project")
            self.faults.add("FD111", place)

    def _map_foreign(self) -> None:
        """Foreign files become tables; what then is read by nobody is said."""
        sheet = SHEETS["mapping"]
        known = {"tickets": vocabulary("tickets"), "log": vocabulary("log")}
        known["answers"] = question_vocabulary(self._pairs("id", "text"))
        records = merge(sheet, self.groups[sheet.name], self.faults)
        lines: Any = build(sheet, records, self.faults)
        self._keep(sheet, lines)
        mapped, used = map_files(lines, self.files, known, self.faults)
        for table in mapped:
            self.tables[table.sheet.name].append(table)
        for name, tables in self.tables.items():
            self.tables[name] = [t for t in tables if t.mapped or not any(t.raw is raw for raw in used)]
        strangers = [raw for raw in self.strangers if not any(raw is each for each in used)]
        report_strangers(strangers, (t for held in self.tables.values() for t in held), self.faults)

    def _read_mass(self, sheet: Sheet) -> Columns:
        tables = []
        for table in self.tables[sheet.name]:
            known = None if table.mapped else self._headings_from_rows(table)
            if known is not None and not relocate(table, known, self.faults):
                continue
            if has_content(table) and not report_missing(table, self.faults):
                tables.append(table)
        if not tables:
            return Columns(sheet.name)
        from .mass import read_mass

        columns = read_mass(sheet, tables, dict(self._pairs("id", "kind")), self.faults)
        if sheet.name == "tickets":
            self.targets.add_names(sheet.name, ((key, None) for key in columns.column("id")))
        for table in (table for table in tables if not table.mapped):
            report_headings(table, self.faults, unknown="FD510" if sheet.name == "answers" else "FD103")
            which = columns.sources.index(table.source) if table.source in columns.sources else -1
            look_over(table, [row for row, at in zip(columns.rows, columns.origin) if at == which], self.faults)
        return columns

    def _build(self) -> None:
        """Rows of all sheets, once every key is known."""
        unopened = any(d.code == "FD101" for d in self.faults.found)
        for name in SHEETS:
            if not self.targets.names.get(name) and (unopened or name in self.faults.sheets):
                self.targets.unread.add(name)
        merged = {}
        for sheet in _TABLES:
            if sheet.name in self.rows:
                continue
            for group in self.groups[sheet.name]:
                resolve(sheet, group, self.targets, self.faults)
            merged[sheet.name] = merge(sheet, self.groups[sheet.name], self.faults)
            settle_percentages(sheet, merged[sheet.name], self.faults)
        report_circles(merged, self.faults)
        for name, records in merged.items():
            built = build(SHEETS[name], records, self.faults)
            self._keep(SHEETS[name], built)
            self._mend(SHEETS[name], records, built)

    def _mend(self, sheet: Sheet, records: Sequence[Record], built: Sequence[tuple[Row, Origin]]) -> None:
        """Keep for drafts what a faulty row is without its faulty cells."""
        if not any(record.faulty for record in records):
            return
        rows = mend(sheet, records, built)
        if len(rows) > len(built):
            self.mended[sheet.name] = tuple(row for row, _ in rows)
            self.origins |= {id(row): origin for row, origin in rows}

    def _keep(self, sheet: Sheet, built: Sequence[tuple[Row, Origin]]) -> None:
        self.rows[sheet.name] = tuple(row for row, _ in built)
        self.origins |= {id(row): origin for row, origin in built}
