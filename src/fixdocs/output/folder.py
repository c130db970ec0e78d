"""Rendered documents → files that are whole, and never in the place of one that a person has worked on.

A folder of reports has a record, ``.fixdocs/record.json``: for each file the hash of what was written and of what it
was made from. A file whose hash is not in the record has been edited since (or was never ours): it stays, and the new
one is written beside it. Writing goes through a temporary file and a rename, so that a file is either the old or the
new one at any moment; the hash is entered as pending before the rename, so that being killed between the two leaves
no doubt whose file it is.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from ..errors import FileError
from ..words import Words
from .lock import FolderLock

_ROOM: Final = ".fixdocs"
_RECORD: Final = "record.json"
_TEMPORARY: Final = ".tmp"
_VERSION: Final = 1


class Status(StrEnum):
    """What became of one file."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    KEPT_EDIT = "kept_edit"
    REPLACED_EDIT = "replaced_edit"
    LOCKED = "locked"
    FAILED = "failed"


class Output(Struct, frozen=True):
    """A document to be written: its file name, content, and the fingerprint of what it was made from."""

    name: str
    content: bytes
    source: str = ""


class Written(Struct, frozen=True):
    """What became of one file. ``beside`` is the new one next to an edited one, or the copy of the edited one that
    was replaced; ``reason`` is the system's own word for a failure.
    """

    status: Status
    path: Path
    beside: Path | None = None
    reason: str = ""


class _Entry(Struct, frozen=True):
    """What is known of one file: the hash written last, the one being written, and what it was made from."""

    written: str = ""
    pending: str = ""
    source: str = ""


def fingerprint(*pieces: bytes | str) -> str:
    """One hash over ``pieces``, each told apart from the next."""
    total = hashlib.sha256()
    for piece in pieces:
        data = piece.encode("utf-8", "surrogatepass") if isinstance(piece, str) else piece
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()


class OutputFolder(AbstractContextManager["OutputFolder"]):
    """A folder of reports, held by one process at a time; use it in a ``with`` statement.

    Raises FileError where the folder cannot be made, or another process is writing to it.
    """

    def __init__(self, folder: Path, words: Words) -> None:
        self._folder = folder
        self._room = folder / _ROOM
        self._words = words
        try:
            self._room.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileError("output.no_folder", folder=str(folder), reason=_reason(error)) from error
        self._lock = FolderLock(self._room / "lock")
        if not self._lock.take():
            raise FileError("output.busy", folder=str(folder))
        self._entries = _read_record(self._room / _RECORD)
        self._clear()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the folder."""
        self._lock.release()

    def write(self, outputs: Iterable[Output], *, force: bool = False) -> list[Written]:
        """Write ``outputs``; what became of each, in their order. One that cannot be written stops no other.

        A file that was edited since it was written stays and the new one is written beside it; with ``force`` it is
        replaced after a copy was kept.
        """
        plans = [self._planned(output, force) for output in outputs]
        self._save_record()  # pending hashes, before any file changes
        done = [plan if isinstance(plan, Written) else self._carry_out(plan) for plan in plans]
        self._save_record()
        _sync_folder(self._folder)
        return done

    def retire(self, wanted: Collection[str]) -> list[Path]:
        """Remove files written here earlier that are not among ``wanted``; one that was edited since stays."""
        gone = []
        for name in [name for name in self._entries if name not in wanted]:
            path = self._folder / name
            if self._is_ours(path):
                with contextlib.suppress(OSError):
                    path.unlink()
                    gone.append(path)
            if not path.exists():
                del self._entries[name]
        self._save_record()
        return gone

    def _planned(self, output: Output, force: bool) -> _Plan | Written:
        """Decide where ``output`` goes and put its content ready on the disk."""
        target = self._folder / output.name
        digest = hashlib.sha256(output.content).hexdigest()
        try:
            place, status = self._place(target, digest, force)
            if status is Status.UNCHANGED or _hash_of(place) == digest:
                self._entries[place.name] = _Entry(digest, "", output.source)
                return Written(status, target, place if place != target else None)
            ready = self._put_ready(place.name, output.content)
        except PermissionError as error:
            return Written(Status.LOCKED, target, reason=_reason(error))
        except OSError as error:
            return Written(Status.FAILED, target, reason=_reason(error))
        known = self._entries.get(place.name, _Entry())
        self._entries[place.name] = replace(known, pending=digest)
        return _Plan(target, place, ready, status, _Entry(digest, "", output.source))

    def _place(self, target: Path, digest: str, force: bool) -> tuple[Path, Status]:
        if not target.exists():
            return target, Status.WRITTEN
        if _hash_of(target) == digest:
            return target, Status.UNCHANGED
        if self._is_ours(target):
            return target, Status.WRITTEN
        if force:
            return target, Status.REPLACED_EDIT
        return self._free(target, "output.beside_name", digest), Status.KEPT_EDIT

    def _is_ours(self, path: Path) -> bool:
        entry = self._entries.get(path.name)
        return entry is not None and _hash_of(path) in (entry.written, entry.pending)

    def _free(self, target: Path, key: str, digest: str = "") -> Path:
        """The first name beside ``target`` that is free, ours to replace, or has the wanted content already."""
        number = 1
        while True:
            name = self._words.say(key, stem=target.stem, suffix=target.suffix, n=number)
            path = target.with_name(name)
            if not path.exists() or (digest and (self._is_ours(path) or _hash_of(path) == digest)):
                return path
            number += 1

    def _put_ready(self, name: str, content: bytes) -> Path:
        ready = self._room / f"{name}{_TEMPORARY}"
        _write_synced(ready, content)
        return ready

    def _carry_out(self, plan: _Plan) -> Written:
        kept: Path | None = None
        try:
            if plan.status is Status.REPLACED_EDIT:
                kept = self._keep_copy(plan.target)
            plan.ready.replace(plan.place)
        except PermissionError as error:
            return Written(self._undo(plan, Status.LOCKED), plan.target, reason=_reason(error))
        except OSError as error:
            return Written(self._undo(plan, Status.FAILED), plan.target, reason=_reason(error))
        self._entries[plan.place.name] = plan.entry
        return Written(plan.status, plan.target, kept or (plan.place if plan.place != plan.target else None))

    def _keep_copy(self, target: Path) -> Path:
        kept = self._free(target, "output.kept_name", _hash_of(target))
        if kept.exists():  # the same edit was kept by a run that was killed
            return kept
        ready = self._room / f"{kept.name}{_TEMPORARY}"
        shutil.copy2(target, ready)
        ready.replace(kept)
        return kept

    def _undo(self, plan: _Plan, status: Status) -> Status:
        plan.ready.unlink(missing_ok=True)
        self._entries[plan.place.name] = replace(self._entries[plan.place.name], pending="")
        return status

    def _save_record(self) -> None:
        files = {
            name: {"written": entry.written, "pending": entry.pending, "source": entry.source}
            for name, entry in sorted(self._entries.items())
        }
        text = json.dumps({"version": _VERSION, "files": files}, ensure_ascii=False, indent=1)
        ready = self._room / f"{_RECORD}{_TEMPORARY}"
        try:
            _write_synced(ready, text.encode("utf-8"))
            ready.replace(self._room / _RECORD)
        except OSError as error:
            raise FileError("output.no_folder", folder=str(self._folder), reason=_reason(error)) from error

    def _clear(self) -> None:
        """Remove what a killed process left; the lock says that no other is at work."""
        for leftover in self._room.glob(f"*{_TEMPORARY}"):
            leftover.unlink(missing_ok=True)


class _Plan(Struct, frozen=True):
    """A document that lies ready: what was asked for, where it goes, and what the record will say."""

    target: Path
    place: Path
    ready: Path
    status: Status
    entry: _Entry


def replace_file(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of ``path``, whole or not at all; raises FileError."""
    ready = path.with_name(f".{path.name}{_TEMPORARY}")
    try:
        _write_synced(ready, content)
        ready.replace(path)
    except OSError as error:
        ready.unlink(missing_ok=True)
        raise FileError("output.failed", path=str(path), reason=_reason(error)) from error


def standing(folder: Path, name: str, source: str) -> str:
    """How the file ``name`` stands to what it would be made from now (``source``): ``missing``, ``current``,
    ``older``, or ``edited`` by a person since it was written. Nothing is locked and nothing written.
    """
    digest = _hash_of(folder / name)
    if not digest:
        return "missing"
    entry = _read_record(folder / _ROOM / _RECORD).get(name, _Entry())
    if digest not in (entry.written, entry.pending):
        return "edited"
    return "current" if entry.source == source else "older"


def _read_record(path: Path) -> dict[str, _Entry]:
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        files = data["files"].items() if data.get("version") == _VERSION else ()
        return {
            str(name): _Entry(str(item["written"]), str(item["pending"]), str(item["source"])) for name, item in files
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}  # without a record every file counts as edited: nothing is lost


def _hash_of(path: Path) -> str:
    """The hash of a file's content, empty where there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return ""


def _write_synced(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make renames survive a power cut, where a system lets a folder be opened."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
