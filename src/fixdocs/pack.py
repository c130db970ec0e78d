"""Where the templates are: in the wheel, in the checkout, or a team's own; the only code that looks for them.

A checkout's folder goes first, because an editable install copies the templates when it is made and would serve old
ones. A template is known by its file name; the caller has the names.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from msgspec import Struct

from .errors import FileError, UsageError

DOCX: Final = "docx"


class Template(Struct, frozen=True):
    """A template found: ``trusted`` is true for the pack's own, and for an unchanged copy of it."""

    path: Path
    content: bytes
    trusted: bool


def pack_folder(kind: str) -> Path:
    """The pack's folder of ``kind`` (``docx`` or ``xlsx``); raises FileError where the installation lacks it."""
    folders = [root / "templates" / kind for root in _roots()]
    for folder in folders:
        if folder.is_dir():
            return folder
    raise FileError("output.pack_missing", path=str(folders[-1]))


def compiled_folder() -> Path:
    """Where the pack's Word templates lie compiled, if they were compiled beforehand; there need be no such folder."""
    root = _roots()[0]
    return root / "compiled" if root.name == "_pack" else root / "build" / "compiled"


def _roots() -> list[Path]:
    """Where the pack may lie: at the top of the checkout, inside the wheel."""
    package = Path(__file__).resolve().parent
    checkout = package.parent.parent
    in_checkout = (checkout / "pyproject.toml").is_file() and package.parent.name == "src"
    return [checkout, package / "_pack"] if in_checkout else [package / "_pack"]


def find_template(name: str, own: Path | None = None) -> Template:
    """The Word template ``name``: the team's from the folder ``own`` where it has one, else the pack's.

    Raises UsageError where ``own`` is no folder, FileError where the pack lacks the template or it cannot be read.
    """
    if own is not None and not own.is_dir():
        raise UsageError("output.own_folder_missing", path=str(own))
    packed = pack_folder(DOCX) / name
    if own is not None and (own / name).is_file():
        content = _read(own / name)
        return Template(own / name, content, packed.is_file() and packed.read_bytes() == content)
    if not packed.is_file():
        raise FileError("output.pack_missing", path=str(packed))
    return Template(packed, _read(packed), True)


def own_templates(own: Path, names: Iterable[str]) -> tuple[list[Path], list[Path]]:
    """The Word files in the folder ``own``: those that replace one of ``names``, and those that replace none."""
    known = set(names)
    files = sorted(path for path in own.glob("*.docx") if not path.name.startswith(("~$", ".~")))
    return [path for path in files if path.name in known], [path for path in files if path.name not in known]


def pack_files(kind: str) -> list[Path]:
    """The pack's templates of ``kind``, by name."""
    return sorted(path for path in pack_folder(kind).glob(f"*.{kind}") if not path.name.startswith("~$"))


def export_templates(destination: Path) -> tuple[list[Path], list[Path]]:
    """Copy the pack's Word templates into ``destination``; what was written, and what stood there and was left.

    Raises FileError where the folder cannot be written.
    """
    written, left = [], []
    try:
        destination.mkdir(parents=True, exist_ok=True)
        for source in pack_files(DOCX):
            target = destination / source.name
            if target.exists():
                left.append(target)
            else:
                shutil.copyfile(source, target)
                written.append(target)
    except OSError as error:
        raise FileError(
            "output.no_folder", folder=str(destination), reason=error.strerror or type(error).__name__
        ) from error
    return written, left


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileError("output.failed_read", path=str(path), reason=error.strerror or "") from error
