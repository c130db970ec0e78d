"""Word documents → PDFs by LibreOffice, and the page numbers it counts.

LibreOffice is started once for all documents, with a profile of its own, so that an open window of the user's neither
gets in the way nor is disturbed. Its pages are an approximation of Word's: fonts and line breaks differ a little.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from ...errors import FileError
from .numbers import for_office

_VARIABLE: Final = "FIXDOCS_SOFFICE"
_USUAL_PLACES: Final = {
    "darwin": (
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
    ),
    "win32": (
        r"%ProgramFiles%\LibreOffice\program\soffice.com",
        r"%ProgramFiles(x86)%\LibreOffice\program\soffice.com",
        r"%LocalAppData%\Programs\LibreOffice\program\soffice.com",
    ),
}
_ELSEWHERE: Final = (
    "/usr/bin/soffice",
    "/usr/local/bin/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)
# Bookmarks become named destinations, from which the page of each is read.
_FILTER: Final = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
_PAGE_TREE: Final = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_REFERENCE: Final = re.compile(rb"(\d+) 0 R")
_DESTINATION: Final = re.compile(rb"/([A-Za-z0-9]+)\s*\[\s*(\d+) 0 R\s*/XYZ")
_SECONDS: Final = 60
_SECONDS_A_DOCUMENT: Final = 60


def find_office() -> Path | None:
    """LibreOffice's program: what ``FIXDOCS_SOFFICE`` names, else on the PATH, else in the usual places."""
    named = os.environ.get(_VARIABLE)
    if named:
        return Path(named) if Path(named).is_file() else None
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            return Path(found)
    places = (Path(os.path.expandvars(place)).expanduser() for place in _USUAL_PLACES.get(sys.platform, _ELSEWHERE))
    return next((place for place in places if place.is_file()), None)


def to_pdf(documents: Mapping[str, bytes], *, seconds: int | None = None) -> dict[str, bytes]:
    """The PDF of each of ``documents`` (file name → content of a ``.docx``), under the same names.

    Raises FileError where LibreOffice is missing, fails on one of them, or takes longer than ``seconds`` (by default
    a minute, and another for each document).
    """
    office = find_office()
    if office is None:
        raise FileError("output.no_office")
    allowed = seconds or _SECONDS + _SECONDS_A_DOCUMENT * len(documents)
    with tempfile.TemporaryDirectory(prefix="fixdocs-pdf-", ignore_cleanup_errors=True) as folder:
        room = Path(folder)
        plain = {name: f"{number}.docx" for number, name in enumerate(documents, start=1)}  # any name, any console
        for name, content in documents.items():
            (room / plain[name]).write_bytes(for_office(content))
        complaint = _convert(office, room, list(plain.values()), allowed)
        return {name: _read_pdf(room / Path(plain[name]).with_suffix(".pdf"), name, complaint) for name in documents}


def _convert(office: Path, room: Path, names: Sequence[str], seconds: int) -> str:
    profile = (room / "profile").as_uri()
    options = ["--headless", "--norestore", "--nolockcheck", "--convert-to", _FILTER, "--outdir", "."]
    command = [str(office), f"-env:UserInstallation={profile}", *options, *names]
    errors = room / "errors.txt"  # a file, not a pipe: what outlives the start would hold a pipe open
    try:
        with errors.open("wb") as sink:
            running = subprocess.Popen(
                command, cwd=room, stdout=subprocess.DEVNULL, stderr=sink, start_new_session=True
            )
    except OSError as error:
        raise FileError("output.office_failed", reason=error.strerror or type(error).__name__) from error
    try:
        running.wait(seconds)
    except subprocess.TimeoutExpired as error:
        _stop(running)
        raise FileError("output.office_slow", seconds=str(seconds)) from error
    return errors.read_bytes().decode("utf-8", "replace").strip()


def _stop(running: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with what it started: its first program only starts the second."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(running.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def _read_pdf(path: Path, name: str, complaint: str) -> bytes:
    if not path.is_file() or path.stat().st_size == 0:
        last = complaint.splitlines()[-1] if complaint else ""
        raise FileError("output.office_failed", reason=f"{name} {last}".strip())
    return path.read_bytes()


def bookmark_pages(pdf: bytes, bookmarks: Iterable[str]) -> dict[str, int]:
    """The page, from 1, on which each of ``bookmarks`` stands in a PDF made by :func:`to_pdf`.

    Missing ones are left out. The names are Word bookmarks of letters, digits and underscores.
    """
    trees = _PAGE_TREE.findall(pdf)
    order = [number for tree in trees for number in _REFERENCE.findall(tree)]
    page_of = {number: place for place, number in enumerate(order, start=1)}
    found = {name: page_of[page] for name, page in _DESTINATION.findall(pdf) if page in page_of}
    pages = ((bookmark, found.get(_destination(bookmark))) for bookmark in bookmarks)
    return {bookmark: page for bookmark, page in pages if page is not None}


def _destination(bookmark: str) -> bytes:
    """A bookmark's name as LibreOffice writes it: what is no letter or digit by its hexadecimal code."""
    return "".join(char if char.isascii() and char.isalnum() else f"{ord(char):02X}" for char in bookmark).encode(
        "ascii"
    )
