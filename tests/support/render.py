"""Documents as a reader sees them: .docx and .xlsx → PDF → text and pictures, by LibreOffice and poppler."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.support.programs import need

_SECONDS = 300


def to_pdf(files: Sequence[Path], folder: Path) -> list[Path]:
    """Convert all ``files`` in one start of LibreOffice; the PDFs in ``folder``, in the order given.

    LibreOffice gets a profile of its own, so that runs side by side do not wait for one another, and copies with
    plain names, because under some locales it cannot open a file with a Chinese one.
    """
    office = need("soffice")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = [Path(scratch) / f"{number}{path.suffix}" for number, path in enumerate(files)]
        for source, copy in zip(files, plain):
            shutil.copyfile(source, copy)
        profile = f"-env:UserInstallation={(Path(scratch) / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", scratch, *map(str, plain)]
        _run(command)
        results = [folder / f"{path.stem}.pdf" for path in files]
        for copy, result in zip(plain, results):
            made = copy.with_suffix(".pdf")
            if not made.exists():
                raise RuntimeError(f"LibreOffice made no PDF of {files[plain.index(copy)].name}")
            shutil.move(made, result)
    return results


def page_texts(pdf: Path) -> list[str]:
    """The text of each page, laid out as on the page."""
    text = _run([need("pdftotext"), "-layout", str(pdf), "-"])
    return text.split("\f")[:-1]


def page_images(pdf: Path, folder: Path, dots: int = 80) -> list[Path]:
    """A PNG a page in ``folder``, at ``dots`` per inch, in page order."""
    folder.mkdir(parents=True, exist_ok=True)
    _run([need("pdftoppm"), "-r", str(dots), "-png", str(pdf), str(folder / pdf.stem)])
    return sorted(folder.glob(f"{pdf.stem}-*.png"))


def _run(command: list[str]) -> str:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", env=environment, timeout=_SECONDS, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(f"{Path(command[0]).name} failed: {done.stderr or done.stdout}")
    return done.stdout
