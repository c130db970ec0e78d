"""Project → the rows that the next step's workbook begins with, from what the earlier ones hold.

A row is a mapping from an attribute to its value, as the schema has it. What is prefilled are keys and columns the
schema marks as seeds: alone they make no record, so a workbook that nobody has filled still counts as empty. The
to-be flow is the exception: it begins as the as-is flow, for people to edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct, field

from ..analysis.chain import core_issues, unscored
from ..project import Project
from ..schema import SHEETS, Row, sheets_of
from ..schema.choices import Adoption, Dimension
from ..schema.improve import ToBeStep
from ..schema.survey import Exit
from ..workbook.read.begun import Begun

GIVEN = frozenset(("to_be",))
"""The sheets whose prefilled rows are records."""

Rows = list[Row | Mapping[str, Any]]
Seeds = list[Mapping[str, Any]]


class Prefill(Struct, frozen=True):
    """What a workbook begins with: rows by sheet, and the entries (key, what it is called) of its dropdowns."""

    workbook: int
    rows: dict[str, Rows] = field(default_factory=dict)
    lists: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(map(len, self.rows.values()))


def prefill(project: Project, workbook: int, begun: Begun | None = None) -> Prefill:
    """The beginning of ``workbook`` (2 to 5): what the project does not hold already.

    ``begun`` are rows that stand in workbooks and are no records yet; what they begin is not begun again.
    """
    held = _Held(project, begun or {})
    makers = {3: _causes, 4: _measures, 5: _evaluation}
    rows = makers[workbook](held) if workbook in makers else {}
    lists = {name: entries for name in offered(workbook) if (entries := _entries(project, name))}
    return Prefill(workbook, {name: found for name, found in rows.items() if found}, lists)


def offered(workbook: int) -> tuple[str, ...]:
    """The sheets of earlier workbooks whose keys the dropdowns of ``workbook`` offer; mass tables are too long."""
    named = {
        target
        for sheet in sheets_of(workbook)
        for column in sheet.columns
        if column.reference is not None
        for target in column.reference.targets
    }
    earlier = (sheet for sheet in SHEETS.values() if sheet.workbook < workbook and sheet.shape != "mass")
    return tuple(sheet.name for sheet in earlier if sheet.name in named)


class _Held(Struct, frozen=True):
    """The project, with the rows that are only begun."""

    project: Project
    begun: Begun

    def named(self, sheet: str, attribute: str) -> set[str]:
        """Every key that stands in a column of a sheet."""
        found = {key for row in self.begun.get(sheet, ()) for key in row.get(attribute, ())}
        for row in self.project.rows(sheet):
            value = getattr(row, attribute)
            found.update(value if isinstance(value, tuple) else (value,))
        return found

    def numbered(self, sheet: str, rows: Seeds) -> Rows:
        """Give rows the numbers that come after those in use."""
        return [{**row, "id": key} for row, key in zip(rows, self.free(sheet, len(rows)), strict=True)]

    def free(self, sheet: str, count: int) -> list[str]:
        """Numbers that no row of the sheet has."""
        prefix = SHEETS[sheet].prefix or ""
        used = self.named(sheet, "id") | set(self.project.known.get(sheet, ()))
        found: list[str] = []
        number = 1
        while len(found) < count:
            if (key := f"{prefix}{number:02}") not in used:
                found.append(key)
            number += 1
        return found


def _causes(held: _Held) -> dict[str, Rows]:
    """A 5W1H row, six rows of the fishbone, a chain and a root cause for every core issue."""
    core = [issue.id for issue in core_issues(held.project)]

    def left(sheet: str, attribute: str) -> list[str]:
        named = held.named(sheet, attribute)
        return [key for key in core if key not in named]

    bones = [(key, dimension) for key in left("causes", "issue") for dimension in Dimension]
    causes: Seeds = [{"issue": key, "dimension": dimension} for key, dimension in bones]
    return {
        "five_w": [{"issue": key} for key in left("five_w", "issue")],
        "causes": held.numbered("causes", causes),
        "chains": held.numbered("chains", [{"issue": key} for key in left("chains", "issue")]),
        "roots": held.numbered("roots", [{"issues": (key,)} for key in left("roots", "issues")]),
    }


def _measures(held: _Held) -> dict[str, Rows]:
    """A measure for every root cause without one; the as-is flow as the start of the to-be flow."""
    answered = held.named("measures", "roots")
    open_roots: Seeds = [{"roots": (root.id,)} for root in held.project.roots if root.id not in answered]
    return {"measures": held.numbered("measures", open_roots), "to_be": _flow(held)}


def _flow(held: _Held) -> Rows:
    """The as-is steps under numbers of their own, each with the step it comes from; ways out follow the numbers."""
    project = held.project
    if project.to_be or held.begun.get("to_be"):
        return []  # a step that is not there was taken out on purpose
    names = dict(zip((s.id for s in project.steps), held.free("to_be", len(project.steps)), strict=True))
    rows: Rows = []
    for step in project.steps:
        values = {name: getattr(step, name) for name in type(step).model_fields}
        exits = tuple(Exit(target=names.get(w.target or ""), result=w.result, share=w.share) for w in step.exits)
        rows.append(ToBeStep(**{**values, "id": names[step.id], "exits": exits, "origins": (step.id,)}))
    return rows


def _evaluation(held: _Held) -> dict[str, Rows]:
    """The alternatives that the plan speaks of, or one with every adopted measure; a row a reviewer and alternative."""
    project = held.project
    begun = {(*row.get("reviewer", ()), *row.get("alternative", ())) for row in held.begun.get("scores", ())}
    scores = [row for row in score_rows(project) if (row["reviewer"], row["alternative"]) not in begun]
    rows: dict[str, Rows] = {"scores": [*scores]}
    if not project.alternatives and not held.begun.get("alternatives"):
        adopted = tuple(m.id for m in project.measures if m.adoption is not Adoption.REJECTED)
        rows["alternatives"] = [{"id": key, "measures": adopted} for key in _spoken_of(project) or ["S01"]]
    return rows


def _spoken_of(project: Project) -> list[str]:
    """Alternatives named in the plan's column 适用方案, in order."""
    spoken = [
        *(row.alternatives for row in project.to_be),
        *(row.alternatives for row in project.duties),
        *(row.alternatives for row in project.tools),
        *(row.alternatives for row in project.tasks),
        *(row.alternatives for row in project.risks),
    ]
    return sorted({key for keys in spoken for key in keys})


def score_rows(project: Project, reviewer: str = "") -> Seeds:
    """The scores still to be given by the reviewers who take part (by one of them)."""
    return [
        {"reviewer": gap.reviewer.id, "alternative": gap.alternative.id}
        for gap in unscored(project)
        if gap.score is None and reviewer in ("", gap.reviewer.id)
    ]


def _entries(project: Project, sheet: str) -> list[tuple[str, str]]:
    """Key and name of every row, each key once."""
    keys = SHEETS[sheet].key or ("id",)
    return list({str(getattr(row, keys[0])): _name(row, keys[0]) for row in project.rows(sheet)}.items())


def _name(row: Any, key: str) -> str:
    """What a row is called besides its key: the first of the usual attributes it has."""
    found: Iterable[Any] = (getattr(row, name, None) for name in ("name", "description", "text", "topic", "content"))
    return next((str(value) for value in found if value and value != getattr(row, key)), "")
