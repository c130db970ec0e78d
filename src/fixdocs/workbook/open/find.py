"""Step 1: which files of a project folder are read, and opening them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from msgspec import Struct

from ...errors import UsageError
from ...words import LANGUAGES, words_of
from .raw import LIMITS, RawSheet, UnreadableError

_BOOKS = frozenset({".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods", ".et"})
_TABLES = frozenset({".csv", ".tsv"})
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


class Found(Struct, frozen=True):
    """A file of the project: its sheets, or why it could not be opened (``cause``)."""

    file: str
    sheets: tuple[RawSheet, ...] = ()
    cause: str = ""

    @property
    def stem(self) -> str:
        """The name without folder and ending."""
        return PurePosixPath(self.file).stem


def find(folder: Path) -> list[Found]:
    """Every workbook and text table of the folder, opened, in the order of their names."""
    if not folder.is_dir():
        raise UsageError("input.no_folder", folder=str(folder))
    return [_opened(folder / name, name) for name in sorted(_names(folder))]


def passed_over() -> frozenset[str]:
    """Folders that hold what was written by earlier runs, in either language."""
    names = (words_of(language).module("say_input").OUTPUT_FOLDERS for language in LANGUAGES)
    return frozenset(name for group in names for name in group)


def is_workbook(folder: Path, path: Path) -> bool:
    """Whether ``path`` is a file of the project in ``folder`` that would be read."""
    try:
        parts = path.absolute().relative_to(folder.absolute()).parts
    except ValueError:
        return False
    outputs = passed_over()
    inside = all(part not in outputs and not part.startswith((".", "_")) for part in parts[:-1])
    return inside and bool(parts) and _is_read(parts[-1])


def _is_read(name: str) -> bool:
    return not name.startswith((".", "~$")) and Path(name).suffix.lower() in _BOOKS | _TABLES


def _names(folder: Path) -> Iterator[str]:
    """Paths relative to ``folder``; outputs, hidden files and lock files are passed over."""
    outputs = passed_over()
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in outputs and not name.startswith((".", "_")))
        for name in files:
            if _is_read(name):
                yield (Path(here) / name).relative_to(folder).as_posix()


def _opened(path: Path, file: str) -> Found:
    try:
        return Found(file, tuple(_read(path, file)))
    except UnreadableError as error:
        return Found(file, cause=error.cause)
    except PermissionError:
        return Found(file, cause="permission")
    except OSError:
        return Found(file, cause="damaged")


def _read(path: Path, file: str) -> list[RawSheet]:
    """The sheets of a file, by what it holds: an ending says little."""
    with path.open("rb") as stream:
        head = stream.read(512)
    if not head:
        raise UnreadableError("empty")
    if head.startswith(_ZIP):
        return _read_zip(path, file)
    if head.startswith(_OLE):
        from .foreign import read_foreign

        return read_foreign(path, file)
    if head.lstrip().lower().startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta")):
        raise UnreadableError("web_page")
    if path.suffix.lower() in _TABLES or not _binary(head):
        from .delimited import read_delimited

        return [read_delimited(path, file)]
    raise UnreadableError("not_a_workbook")


def _read_zip(path: Path, file: str) -> list[RawSheet]:
    from ...opc import PackageProblem, opened

    try:
        with opened(path) as package:
            names, size = frozenset(package), package.declared_size
    except PackageProblem as problem:
        raise UnreadableError("damaged") from problem
    if "content.xml" in names or "xl/workbook.bin" in names:
        from .foreign import read_foreign

        return read_foreign(path, file)
    if not any(name.endswith("workbook.xml") for name in names):
        raise UnreadableError("not_a_workbook")
    from .xlsx import read_xlsx

    try:
        return read_xlsx(path, file)
    except UnreadableError as error:
        if error.cause != "damaged" or size > LIMITS.part_size:
            raise
    from .second import read_again

    return read_again(path, file)


def _binary(head: bytes) -> bool:
    return b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff"))
