"""Pictures of the sample's reports for the README and the guide, by LibreOffice and poppler.

They stand in the sources because building the guide should need neither. Run it after the look of a report changed:
``python -m tools.make_pictures``.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from fixdocs.pipeline import build, check, file_name
from fixdocs.reports import REPORTS, Report
from fixdocs.sample.write import write_sample
from fixdocs.word.pdf.convert import to_pdf
from fixdocs.words import words_of

OUT = Path(__file__).resolve().parents[1] / "site" / "docs" / "assets"
WORDS = words_of("zh")

# Name of the picture → report, a text that stands on the page, and dots an inch. "" is the first page.
PICTURES: dict[str, tuple[Report, str, int]] = {
    "page": ("survey", "现状流程图", 100),
    "page-cover": ("survey", "", 80),
    "page-trend": ("survey", "图 12　各月工单数与关闭时间", 80),
    "page-list": ("issues", "图 2　优先级矩阵", 80),
    "page-fishbone": ("causes", "图 2　P01 的鱼骨图", 80),
    "page-plan": ("plan", "图 2　改进后流程图", 80),
    "page-scores": ("evaluation", "图 1　加权总分的构成", 80),
}
_FRONT = 3  # pages in which a chapter's name stands in the contents only


def main() -> None:
    """Write every picture."""
    reports = _reports()
    with TemporaryDirectory() as held:
        for name, (report, text, dots) in PICTURES.items():
            path = Path(held) / f"{report}.pdf"
            path.write_bytes(reports[report])
            page = _page_with(path, text) if text else 1
            spread = ["-f", str(page), "-l", str(page), "-r", str(dots), "-singlefile", "-png"]
            subprocess.run(["pdftoppm", *spread, str(path), str(OUT / name)], check=True)


def _reports() -> dict[Report, bytes]:
    """The sample's five reports as PDF."""
    with TemporaryDirectory() as held:
        folder = Path(held)
        write_sample(folder, WORDS)
        made = {o.name: o.written.path.read_bytes() for o in build(check(folder, "zh")).outcomes if o.written}
    pdfs = to_pdf(made)
    by_stem = {Path(name).stem: content for name, content in pdfs.items()}
    names = {report: file_name(report, WORDS) for report in REPORTS}
    return {report: by_stem[Path(name).stem] for report, name in names.items() if name in made}


def _page_with(path: Path, text: str) -> int:
    """The first page behind the front matter that holds ``text``, spaces aside; raises LookupError where none does."""
    found = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    sought = "".join(text.split())
    for number, page in enumerate(found.split("\f"), 1):
        if number > _FRONT and sought in "".join(page.split()):
            return number
    raise LookupError(f"{path.name}: no page with {text}")


if __name__ == "__main__":
    main()
