"""The six steps on one page: find, read, check, analyse, compose, write.

Steps 1 to 3 give a Project and diagnostics; a report is built where no error blocks it and the sheets it needs are
filled. Nothing is printed here: the caller gets values.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from .diagnostics import Diagnostic, Severity
from .errors import TemplateError
from .project import Project
from .reports import DELIVERABLES, REPORTS, Report
from .words import EDITIONS, Words, words_of

if TYPE_CHECKING:
    from .analysis.findings import Findings
    from .analysis.terms import Terms
    from .output.folder import OutputFolder
    from .output.folder import Written as Written
    from .sources.ledger import Printed
    from .word.clean import Removal
    from .word.render.properties import Properties

Stage = str  # a report that is made, or what is done with all of them: "pages", "write", "pdf"

log = logging.getLogger("fixdocs")  # told are the steps' keys; whoever shows them finds the words


class Checked(Struct, frozen=True):
    """Steps 1 to 3: what is sound, what is wrong, and three languages that may differ.

    ``words`` are those of messages. ``own`` are the project's: workbooks and ballots are written in them. ``edition``
    are the reports': of the edition ``asked`` for, else of the project's, else, where that one does not exist, of the
    Chinese one. Reports, their folder and the team's templates are named in the edition that is written, so that an
    English project finds them in one place however it is spoken to.
    """

    folder: Path
    project: Project
    diagnostics: tuple[Diagnostic, ...]
    words: Words
    asked: str | None = None
    gaps: tuple[Diagnostic, ...] | None = None  # the diagnostics as a draft prints them, where not as they are told

    @property
    def own(self) -> Words:
        """The catalogue of the project's language."""
        return words_of(language_of(self.project))

    @property
    def edition(self) -> Words:
        """The catalogue of the edition that is written."""
        return words_of(EDITIONS[0] if self.lacks_edition else self.asked or language_of(self.project))

    @property
    def lacks_edition(self) -> bool:
        """Whether the edition that is wanted does not exist."""
        return (self.asked or language_of(self.project)) not in EDITIONS

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(d.severity is Severity.ERROR for d in self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many warnings there are, hints not counted."""
        return sum(d.severity is Severity.WARNING for d in self.diagnostics)

    def blocking(self, report: Report) -> tuple[Diagnostic, ...]:
        """The errors that keep ``report`` from being written."""
        return tuple(filter(DELIVERABLES[report].blocked_by, self.diagnostics))

    def gaps_of(self, report: Report) -> tuple[Diagnostic, ...]:
        """The same errors as a draft of ``report`` prints them: in the language of its edition."""
        return self.blocking(report) if self.gaps is None else replace(self, diagnostics=self.gaps).blocking(report)

    def unfilled(self, report: Report) -> tuple[str, ...]:
        """The sheets that ``report`` still needs; empty when it can be built."""
        groups = DELIVERABLES[report].groups
        return tuple(group[0] for group in groups if not any(self._filled(sheet) for sheet in group))

    def has_ground(self, report: Report) -> bool:
        """Whether each group of sheets that ``report`` needs holds a sound record: what a draft can stand on."""
        return all(any(self.project.count(sheet) for sheet in group) for group in DELIVERABLES[report].groups)

    def _filled(self, sheet: str) -> bool:
        # A sheet whose rows are all faulty is filled: its errors block, it is not "not yet there".
        return self.project.count(sheet) > 0 or sheet in self.project.faulty


def check(folder: Path, language: str | None = None, edition: str | None = None) -> Checked:
    """Find, read and check the project in ``folder``.

    ``language`` is that of messages and ``edition`` that of reports; the project's where they are None. Raises
    FileError where the folder cannot be read.
    """
    from .rules import check as check_rules
    from .workbook.read.load import load

    log.info("read")
    project, diagnostics = load(folder, words=words_of(language) if language else None)
    log.info("check")
    diagnostics += check_rules(project)
    words = words_of(language or language_of(project))
    return Checked(folder, project, tuple(diagnostics), words, edition)


def language_of(project: Project) -> str:
    """The language most of the tables are titled in; Chinese where none tells."""
    english = words_of("en")
    tabs = [(sheet, source.tab) for sheet, sources in project.tables.items() for source in sources]
    return "en" if tabs and sum(tab == english.sheet(s).title for s, tab in tabs) > len(tabs) / 2 else "zh"


def findings(checked: Checked) -> Findings:
    """Step 4: everything the reports speak of."""
    from .analysis.findings import analyse

    log.info("analyse")
    return analyse(checked.project, terms(checked.own))


def terms(words: Words) -> Terms:
    """The catalogue's words of the data that analysis must know."""
    from .analysis.terms import Terms

    held = words.module("terms")
    return Terms(held.OTHER, held.LEAD, held.UNITS, held.SATISFIED, held.COMPLAINTS, held.PIECES)


class Outcome(Struct, frozen=True):
    """What became of one report: written (or kept beside an edit …), blocked by errors, or not yet filled.

    ``removals`` are texts from which characters that no document can hold were left out.
    """

    report: Report
    name: str
    written: Written | None = None
    pdf: Written | None = None
    blocked: tuple[Diagnostic, ...] = ()
    unfilled: tuple[str, ...] = ()
    fault: TemplateError | None = None
    removals: tuple[Removal, ...] = ()


class Options(Struct, frozen=True):
    """How to build: ``only`` names reports, ``templates`` a team's own folder; ``draft`` builds in spite of errors.

    ``sources`` also asks for the workbook that tells where each printed figure comes from.
    """

    only: tuple[Report, ...] = ()
    templates: Path | None = None
    force: bool = False
    draft: bool = False
    pdf: bool = False
    paginate: bool = False
    sources: bool = False


def file_name(report: Report, words: Words) -> str:
    """The file a report is written to: 01-现状流程调研报告.docx."""
    return f"{DELIVERABLES[report].number:02}-{words.say(f'reports.{report}')}.docx"


class Built(Struct, frozen=True):
    """What became of the reports, and of the workbook of their sources where it was asked for."""

    outcomes: list[Outcome]
    sources: Written | None = None


def build(
    checked: Checked, options: Options | None = None, progress: Callable[[Stage], None] = lambda _: None
) -> Built:
    """Steps 4 to 6 for every report that can be built; ``progress`` is told each stage as it is begun.

    Raises FileError where the folder of reports cannot be used.
    """
    options = options or Options()
    if options.draft:
        checked = replace(checked, project=checked.project.drafted(), gaps=_in_edition(checked))
    wanted = options.only or REPORTS
    outcomes: dict[Report, Outcome] = {}
    ready: list[Report] = []
    for report in wanted:
        outcome = _refused(checked, report, options)
        if outcome is None:
            ready.append(report)
        else:
            outcomes[report] = outcome
    found = findings(checked) if ready else None
    made: dict[Report, bytes] = {}
    ledger: list[Printed] = []
    for report in ready:
        progress(report)
        assert found is not None
        outcomes[report], content = _rendered(checked, found, report, options)
        if content is not None:
            made[report] = content
            ledger += noted(checked, found, report, options) if options.sources else ()
    sources = None
    if made:
        log.info("write")
        sources = _write(checked, made, outcomes, ledger, options, progress)
    return Built([outcomes[report] for report in wanted], sources)


def noted(checked: Checked, found: Findings, report: Report, options: Options) -> tuple[Printed, ...]:
    """Every figure that ``report`` prints, with its fact.

    The report is made once more with the ledger open: that document tells where its figures stand, and is not kept.
    """
    from .reports.shared.ledger import noting
    from .sources.ledger import printed

    with noting() as ledger:
        content = _rendered(checked, found, report, options)[1]
    return () if content is None else tuple(printed(report, ledger, content, checked.edition))


def _in_edition(checked: Checked) -> tuple[Diagnostic, ...]:
    """The diagnostics as a draft prints them.

    What they quote was worded when it was read: for another language the folder is read again.
    """
    if checked.words is checked.edition or not checked.errors:
        return checked.diagnostics
    return check(checked.folder, checked.edition.language).diagnostics


def _write(
    checked: Checked,
    made: dict[Report, bytes],
    outcomes: dict[Report, Outcome],
    ledger: Sequence[Printed],
    options: Options,
    progress: Callable[[Stage], None],
) -> Written | None:
    """Write what was made, with its PDFs where they are asked for, and note in ``outcomes`` what became of each.

    What became of the workbook of sources is returned; None where none was asked for.

    The reports are written before LibreOffice is started: a failure there costs no report.
    """
    from .output.folder import Output, OutputFolder, fingerprint

    names = {report: outcomes[report].name for report in made}
    prints = {report: fingerprint(content) for report, content in made.items()}  # before pages are counted
    if options.paginate:
        from .word.pdf.paginate import paginated

        progress("pages")
        numbered = paginated({names[report]: content for report, content in made.items()})
        made = {report: numbered[names[report]] for report in made}
    progress("write")
    with OutputFolder(checked.folder / checked.edition.say("cli.reports_folder"), checked.edition) as folder:
        outputs = [Output(names[report], content, prints[report]) for report, content in made.items()]
        for report, written in zip(made, folder.write(outputs, force=options.force), strict=True):
            outcomes[report] = replace(outcomes[report], written=written)
        sources = _write_sources(checked, ledger, folder, options) if options.sources else None
        if not options.pdf:
            return sources
        from .word.pdf.convert import to_pdf

        progress("pdf")
        pdfs = to_pdf({names[report]: content for report, content in made.items()})
        files = [Output(Path(name).with_suffix(".pdf").name, content) for name, content in pdfs.items()]
        for report, written in zip(made, folder.write(files, force=options.force), strict=True):
            outcomes[report] = replace(outcomes[report], pdf=written)
    return sources


def _write_sources(checked: Checked, ledger: Sequence[Printed], folder: OutputFolder, options: Options) -> Written:
    from .output.folder import Output
    from .sources.book import write_book

    content = write_book(ledger, checked.project, checked.edition)
    name = f"{checked.edition.say('sources.title')}.xlsx"
    return folder.write([Output(name, content)], force=options.force)[0]


def states(checked: Checked) -> dict[Report, str]:
    """How each report stands: ``missing``, ``current``, ``older`` than its data, ``edited`` by a person,
    ``blocked`` by errors, ``unfilled`` or ``faulty_template``. Nothing is written.
    """
    from .output.folder import fingerprint, standing

    found = None
    answer: dict[Report, str] = {}
    folder = checked.folder / checked.edition.say("cli.reports_folder")
    for report in REPORTS:
        refused = _refused(checked, report, Options())
        if refused is not None:
            answer[report] = "unfilled" if refused.unfilled else "blocked"
            continue
        found = found or findings(checked)
        outcome, content = _rendered(checked, found, report, Options())
        answer[report] = "faulty_template" if content is None else standing(folder, outcome.name, fingerprint(content))
    return answer


def _refused(checked: Checked, report: Report, options: Options) -> Outcome | None:
    """Why a report is not built; None where it can be.

    A draft is built in spite of errors, not of sheets that are empty or hold no sound record.
    """
    name = file_name(report, checked.edition)
    unfilled = checked.unfilled(report)
    blocked = checked.blocking(report)
    if unfilled:
        return Outcome(report, name, unfilled=unfilled, blocked=blocked)
    if blocked and not (options.draft and checked.has_ground(report)):
        return Outcome(report, name, blocked=blocked)
    return None


def _rendered(checked: Checked, found: Findings, report: Report, options: Options) -> tuple[Outcome, bytes | None]:
    """Step 5 and the rendering of step 6 for one report."""
    from .pack import compiled_folder, find_template
    from .reports import compose
    from .reports.finishing import finishing
    from .word.finish.document import finish
    from .word.render.document import render_report

    log.info("compose", extra={"report": report})
    words, name = checked.edition, file_name(report, checked.edition)
    gaps = checked.gaps_of(report) if options.draft else ()
    try:
        context = compose(report, found, words, draft=options.draft, gaps=gaps)
    except ValueError:
        if not gaps:
            raise
        return Outcome(report, name, blocked=checked.blocking(report)), None  # too little is left for even a draft
    template = find_template(name, _own(checked, options))
    told = finishing(checked.project, words, draft=options.draft, gaps=gaps)
    try:
        made = render_report(
            template.content,
            context,
            trusted=template.trusted,
            name=name,
            finish=lambda document: finish(document, told),
            properties=_properties(checked, report),
            compiled=compiled_folder(),
        )
    except TemplateError as fault:
        return Outcome(report, name, fault=fault), None
    return Outcome(report, name, removals=made.removals), made.content


def _properties(checked: Checked, report: Report) -> Properties:
    """The properties of the document: title, subject, author, language, date."""
    from .word.render.properties import Properties

    info, words = checked.project.info, checked.edition
    assert info is not None  # every report needs the form
    return Properties(
        title=f"{info.name} {words.say(f'reports.{report}')}",
        subject=info.process,
        author=info.author or info.organisation,
        language=words.say("front.language"),
        date=info.report_date.isoformat(),
    )


def _own(checked: Checked, options: Options) -> Path | None:
    """The team's templates: the folder named, else 模板/ in the project."""
    if options.templates is not None:
        return options.templates
    folder = checked.folder / checked.edition.say("cli.templates_folder")
    return folder if folder.is_dir() else None
