"""What all five reports begin with: cover, document control, revisions, summary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from msgspec import Struct
from msgspec.structs import replace

from ...project import Project
from ...schema.choices import YesNo
from ...word.inline import Prose, gap, prose
from ...word.printed import Printed
from ...word.xml import PORTRAIT, alone, cell, paragraph, row, run, spacing, standing, table
from ...words import Words
from .format import Formatter, dashed
from .texts import clipped

if TYPE_CHECKING:
    from ...diagnostics import Diagnostic

_COVER = 90  # characters that the cover has room for; the document control holds the names in full
_RUNNING = 32  # characters of the project's name that stand beside the chapter's in a running header


class Control(Struct, frozen=True):
    """One line of the document control."""

    label: str
    value: str


class RevisionLine(Struct, frozen=True):
    """One line of the record of revisions."""

    version: Annotated[str, Printed(12, "code")]
    date: Annotated[str, Printed(18, "code")]
    person: Annotated[str, Printed(24)]
    change: Annotated[str, Printed(60)]


class KeyFigure(Struct, frozen=True):
    """A big number, what it is, and what to compare it with."""

    value: str
    label: str
    note: str = ""


class KeyFigures(Struct, frozen=True):
    """A strip of three to five key figures, printed by ``{{p summary.figures }}``."""

    figures: tuple[KeyFigure, ...]

    def __bool__(self) -> bool:
        return bool(self.figures)

    def __html__(self) -> str:
        """The strip as a table of one row; a cell holds number, label and comparison."""
        if not self.figures:
            return ""
        width = PORTRAIT // len(self.figures)
        cells = "".join(_key_cell(item, width) for item in self.figures)
        strip = table("KeyTable", [width] * len(self.figures), row(cells), look="0400")
        return alone(strip) + alone(paragraph("Spacer", "", spacing(after=160)))


def _key_cell(item: KeyFigure, width: int) -> str:
    lines = (("KeyValue", item.value), ("KeyLabel", item.label), ("KeyNote", item.note))
    content = "".join(paragraph(style, run(text)) for style, text in lines if text)
    return cell(width, content, standing("top"))


class Point(Struct, frozen=True):
    """One sentence of a list; it may hold cross-references."""

    text: str | Prose


class Summary(Struct, frozen=True):
    """The summary page: the strip of key figures, and at most six sentences a director can act on."""

    figures: KeyFigures
    points: tuple[Point, ...]


class GapLine(Struct, frozen=True):
    """An error in spite of which a draft was built: where it stands, what it is, what to do."""

    place: Annotated[str, Printed(30)]
    text: Annotated[str | Prose, Printed(40)]
    cure: Annotated[str, Printed(30)]


class Front(Struct, frozen=True):
    """Cover and document control. ``sample`` and ``draft`` are the badge's words, empty for none.

    ``gaps`` are a draft's errors, introduced by ``gaps_lead``; none in a finished report.
    """

    title: str
    project: str
    running: str
    process: str
    organisation: str
    department: str
    version: str
    date: str
    classification: str
    number: str
    sample: str
    draft: str
    control: tuple[Control, ...]
    revisions: tuple[RevisionLine, ...]
    gaps_lead: str | Prose = ""
    gaps: tuple[GapLine, ...] = ()


def with_gaps(held: Front, gaps: Sequence[Diagnostic], words: Words) -> Front:
    """``held`` with the list of a draft's gaps; like faults down a column are one line."""
    if not gaps:
        return held
    from ...diagnostics.tell import tell

    told = tell(gaps, words)
    return replace(
        held,
        gaps_lead=words.say("front.gaps_lead", n=len(gaps)),
        gaps=tuple(GapLine(dashed(t.where), prose(gap(t.text)), dashed(t.cure)) for t in told),
    )


def front(project: Project, words: Words, title: str, *, draft: bool = False) -> Front:
    """The front matter of the report ``title``; blanks are left out rather than printed as empty lines."""
    info = project.info
    if info is None:
        raise ValueError("a report needs the project's form")
    form = Formatter(words, info.hours_per_day)
    return Front(
        title=title,
        project=clipped(info.name, _COVER),
        running=clipped(info.name, _RUNNING),
        process=clipped(info.process, _COVER // 2),
        organisation=info.organisation,
        department=info.department or "",
        version=info.version or "",
        date=form.long_date(info.report_date),
        classification=info.classification or "",
        number=info.document_number or "",
        sample=words.say("front.sample") if info.sample is YesNo.YES else "",
        draft=words.say("front.draft") if draft else "",
        control=_control(project, words, form, title),
        revisions=tuple(
            RevisionLine(r.version, dashed(form.day(r.day)), dashed(form.text(r.person)), dashed(form.text(r.change)))
            for r in project.revisions
        ),
    )


def _control(project: Project, words: Words, form: Formatter, title: str) -> tuple[Control, ...]:
    info = project.info
    assert info is not None
    lines = (
        ("document", title),
        ("project", info.name if info.name != info.process else None),
        ("process", info.process),
        ("department", info.department),
        ("number", info.document_number),
        ("version", info.version),
        ("date", form.long_date(info.report_date)),
        ("classification", info.classification),
        ("leader", info.leader),
        ("author", info.author),
        ("reviewer", info.reviewer),
        ("approver", info.approver),
        ("period", form.period(info.data_from, info.data_to)),
        ("survey", form.period(info.survey_from, info.survey_to)),
    )
    return tuple(Control(words.say(f"front.{key}"), value) for key, value in lines if value)


def points(sentences: Sequence[str]) -> tuple[Point, ...]:
    """Sentences as points; empty ones are left out."""
    return tuple(Point(prose(sentence)) for sentence in sentences if sentence)
