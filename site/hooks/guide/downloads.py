"""Files to download, made when the site is built: none can be older than the code that makes it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from fixdocs.diagnostics.tell import Told, tell
from fixdocs.output.folder import Status
from fixdocs.pack import find_template
from fixdocs.pipeline import build, check, file_name
from fixdocs.reports import REPORTS
from fixdocs.sample.write import write_sample
from fixdocs.words import words_of
from fixdocs.workbook.author.blank import write_blank


class StaleSample(Exception):
    """The sample could not be built whole."""


@dataclass(frozen=True)
class Download:
    """A file of the site; ``group`` is its folder: blank, single, templates, sample, reports, bundles."""

    group: str
    name: str
    content: bytes

    @property
    def uri(self) -> str:
        """Where it stands in the site."""
        return f"downloads/{self.group}/{self.name}"

    @property
    def size(self) -> str:
        """For people: 48 KB."""
        return f"{max(1, round(len(self.content) / 1024))} KB"


@cache
def downloads(language: str = "zh") -> tuple[Download, ...]:
    """Blank workbooks, Word templates, the filled sample and its five reports, and a bundle of each kind."""
    files = [*_blank(language), *_templates(language), *_sample(language)]
    groups = dict.fromkeys(file.group for file in files if file.group != "single")
    bundles = [
        Download("bundles", f"fixdocs-{group}.zip", _zip([file for file in files if file.group == group]))
        for group in groups
    ]
    return (*files, *bundles)


def _blank(language: str) -> list[Download]:
    found = []
    for group, single in (("blank", False), ("single", True)):
        with TemporaryDirectory() as folder:
            written, _ = write_blank(Path(folder), words_of(language), single=single)
            found += [Download(group, path.name, path.read_bytes()) for path in written]
    return found


def _templates(language: str) -> list[Download]:
    names = [file_name(report, words_of(language)) for report in REPORTS]
    return [Download("templates", name, find_template(name).content) for name in names]


def _sample(language: str) -> list[Download]:
    """The sample's workbooks and reports; raises StaleSample unless all five reports come out."""
    with TemporaryDirectory() as held:
        folder = Path(held)
        workbooks = [Download("sample", p.name, p.read_bytes()) for p in write_sample(folder, words_of(language))]
        reports = []
        for outcome in build(check(folder, language)).outcomes:
            if outcome.written is None or outcome.written.status is not Status.WRITTEN:
                raise StaleSample(f"{outcome.name}: {outcome.blocked or outcome.unfilled or outcome.fault}")
            reports.append(Download("reports", outcome.name, outcome.written.path.read_bytes()))
        return [*workbooks, *reports]


@cache
def told(language: str = "zh") -> tuple[Told, ...]:
    """What ``fixdocs check`` says of the sample's workbooks; raises StaleSample where that is an error."""
    with TemporaryDirectory() as held:
        write_sample(Path(held), words_of(language))
        checked = check(Path(held), language)
        if checked.errors or not checked.diagnostics:
            raise StaleSample("the sample should have a warning to show, and no error")
        return tuple(tell(checked.diagnostics, checked.words))


def _zip(files: list[Download]) -> bytes:
    """A zip with fixed times, so that the same files give the same bytes."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(ZipInfo(file.name, (2026, 1, 1, 0, 0, 0)), file.content, ZIP_DEFLATED)
    return stream.getvalue()
