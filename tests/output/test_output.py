"""Writing again: edits stay, files are whole at any moment, a locked one stops no other."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from fixdocs.errors import FileError
from fixdocs.output.folder import Output, OutputFolder, Status, Written, fingerprint
from fixdocs.words import words_of

ZH = words_of("zh")
NAME = "01-现状流程调研报告.docx"
OTHER = "02-服务流程问题清单.docx"
ROOT = Path(__file__).resolve().parents[2]


def write_files(folder: Path, outputs: Sequence[Output], *, force: bool = False) -> list[Written]:
    with OutputFolder(folder, ZH) as held:
        return held.write(outputs, force=force)


def write(folder: Path, content: bytes, *, force: bool = False, name: str = NAME) -> Written:
    [done] = write_files(folder, [Output(name, content, fingerprint(content))], force=force)
    return done


def files(folder: Path) -> dict[str, bytes]:
    """What a person sees in the folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def test_a_new_report_is_written_and_a_new_version_replaces_it(tmp_path: Path) -> None:
    folder = tmp_path / "交付文档"
    assert write(folder, b"one") == Written(Status.WRITTEN, folder / NAME)
    assert write(folder, b"two") == Written(Status.WRITTEN, folder / NAME)
    assert files(folder) == {NAME: b"two"}
    assert [path.name for path in folder.iterdir() if path.is_dir()] == [".fixdocs"]
    assert not list((folder / ".fixdocs").glob("*.tmp"))


def test_the_same_content_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, b"one")
    before = (tmp_path / NAME).stat().st_mtime_ns
    assert write(tmp_path, b"one").status is Status.UNCHANGED
    assert (tmp_path / NAME).stat().st_mtime_ns == before


def test_an_edited_report_stays_and_the_new_one_stands_beside_it(tmp_path: Path) -> None:
    write(tmp_path, b"one")
    (tmp_path / NAME).write_bytes(b"edited")
    beside = tmp_path / "01-现状流程调研报告（新 1）.docx"
    assert write(tmp_path, b"two") == Written(Status.KEPT_EDIT, tmp_path / NAME, beside)
    assert files(tmp_path) == {NAME: b"edited", beside.name: b"two"}
    assert write(tmp_path, b"two") == Written(Status.KEPT_EDIT, tmp_path / NAME, beside)
    assert write(tmp_path, b"three").beside == beside  # ours to replace: nobody touched it
    assert files(tmp_path) == {NAME: b"edited", beside.name: b"three"}


def test_an_edited_one_beside_stays_too(tmp_path: Path) -> None:
    write(tmp_path, b"one")
    (tmp_path / NAME).write_bytes(b"edited")
    write(tmp_path, b"two")
    (tmp_path / "01-现状流程调研报告（新 1）.docx").write_bytes(b"edited too")
    done = write(tmp_path, b"three")
    assert done.beside is not None
    assert done.beside.name == "01-现状流程调研报告（新 2）.docx"
    assert sorted(files(tmp_path).values()) == [b"edited", b"edited too", b"three"]


def test_even_the_content_of_before_is_written_beside_an_edit(tmp_path: Path) -> None:
    write(tmp_path, b"one")
    (tmp_path / NAME).write_bytes(b"edited")
    assert write(tmp_path, b"one").status is Status.KEPT_EDIT
    assert sorted(files(tmp_path).values()) == [b"edited", b"one"]


def test_a_file_that_was_never_ours_stays(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"someone's")
    assert write(tmp_path, b"one").status is Status.KEPT_EDIT
    assert files(tmp_path)[NAME] == b"someone's"


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"version": 1}', '{"version": 99, "files": {}}'])
def test_without_a_readable_record_nothing_is_overwritten(tmp_path: Path, damage: str) -> None:
    write(tmp_path, b"one")
    (tmp_path / ".fixdocs" / "record.json").write_text(damage)
    assert write(tmp_path, b"two").status is Status.KEPT_EDIT
    assert files(tmp_path)[NAME] == b"one"


def test_force_replaces_after_keeping_a_copy(tmp_path: Path) -> None:
    write(tmp_path, b"one")
    (tmp_path / NAME).write_bytes(b"edited")
    kept = tmp_path / "01-现状流程调研报告（改动稿 1）.docx"
    assert write(tmp_path, b"two", force=True) == Written(Status.REPLACED_EDIT, tmp_path / NAME, kept)
    assert files(tmp_path) == {NAME: b"two", kept.name: b"edited"}
    assert write(tmp_path, b"three", force=True) == Written(Status.WRITTEN, tmp_path / NAME)
    (tmp_path / NAME).write_bytes(b"edited again")
    write(tmp_path, b"four", force=True)
    assert sorted(files(tmp_path).values()) == [b"edited", b"edited again", b"four"]


def test_a_deleted_report_comes_back(tmp_path: Path) -> None:
    write(tmp_path, b"one")
    (tmp_path / NAME).unlink()
    assert write(tmp_path, b"one").status is Status.WRITTEN
    assert files(tmp_path) == {NAME: b"one"}


def test_the_fingerprint_tells_pieces_apart() -> None:
    assert len({fingerprint("ab", "c"), fingerprint("a", "bc"), fingerprint("abc"), fingerprint(b"abc", b"")}) == 4
    assert fingerprint("报告") == fingerprint("报告".encode())


def test_a_locked_file_is_named_and_the_others_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, b"old")
    plain = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if Path(target).name == NAME:
            raise PermissionError(13, "Permission denied")
        return plain(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    outputs = [Output(NAME, b"new", "s"), Output(OTHER, b"other", "s")]
    done = write_files(tmp_path, outputs)
    assert [item.status for item in done] == [Status.LOCKED, Status.WRITTEN]
    assert done[0].reason == "Permission denied"
    assert files(tmp_path) == {NAME: b"old", OTHER: b"other"}
    monkeypatch.undo()
    assert not list((tmp_path / ".fixdocs").glob("*.tmp"))
    assert write(tmp_path, b"new").status is Status.WRITTEN


def test_any_other_failure_is_named_and_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    done = write_files(tmp_path, [Output(NAME, b"x", "s"), Output(OTHER, b"y", "s")])
    assert [item.status for item in done] == [Status.FAILED, Status.WRITTEN]
    assert done[0].reason
    assert files(tmp_path) == {OTHER: b"y"}


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileError) as caught:
        write(tmp_path / "file" / "in", b"x")
    assert caught.value.key == "output.no_folder"


def test_two_at_once_in_one_folder_are_kept_apart(tmp_path: Path) -> None:
    with OutputFolder(tmp_path, ZH), pytest.raises(FileError) as caught:
        OutputFolder(tmp_path, ZH)
    assert caught.value.key == "output.busy"
    assert write(tmp_path, b"one").status is Status.WRITTEN


# Killed in the middle: at every system call that changes something, one after another.

KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {source!r})
from fixdocs.output.folder import Output, OutputFolder
from fixdocs.words import words_of

left = int(sys.argv[1])

def counted(act):
    def call(*arguments, **options):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        outcome = act(*arguments, **options)
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return outcome
    return call

Path.replace = counted(Path.replace)
os.fsync = counted(os.fsync)
names = [{name!r}, {other!r}]
with OutputFolder(Path(sys.argv[2]), words_of("zh")) as folder:
    folder.write([Output(name, b"new " * 50000, "s2") for name in names], force={force})
"""
NEW = b"new " * 50000


def killed_at(moment: int, folder: Path, *, force: bool = False) -> bool:
    script = KILLED.format(source=str(ROOT / "src"), name=NAME, other=OTHER, force=force)
    done = subprocess.run([sys.executable, "-c", script, str(moment), str(folder)], check=False)
    if done.returncode == 0:
        return False
    assert done.returncode == -signal.SIGKILL
    return True


def every_moment(prepare: Callable[[Path], None], tmp_path: Path, *, force: bool = False) -> list[Path]:
    """A folder for each moment at which the writing process was killed."""
    folders = []
    for moment in range(1, 60):
        folder = tmp_path / str(moment)
        folder.mkdir()
        prepare(folder)
        if not killed_at(moment, folder, force=force):
            return folders
        folders.append(folder)
    raise AssertionError("the process never came to its end")


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_killed_at_any_moment_leaves_the_old_or_the_new_whole(tmp_path: Path) -> None:
    def prepare(folder: Path) -> None:
        write_files(folder, [Output(NAME, b"old", "s1"), Output(OTHER, b"old", "s1")])

    folders = every_moment(prepare, tmp_path)
    assert len(folders) > 10
    seen = set()
    for folder in folders:
        left = files(folder)
        assert set(left) == {NAME, OTHER}
        assert set(left.values()) <= {b"old", NEW}
        seen.add((left[NAME] == NEW, left[OTHER] == NEW))
        done = write_files(folder, [Output(name, b"newer", "s3") for name in (NAME, OTHER)])
        assert [item.status for item in done] == [Status.WRITTEN] * 2  # never taken for someone's edit
        assert files(folder) == {NAME: b"newer", OTHER: b"newer"}
        assert not list((folder / ".fixdocs").glob("*.tmp"))
    assert seen == {(False, False), (True, False), (True, True)}


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_killed_at_any_moment_never_loses_an_edit(tmp_path: Path) -> None:
    def prepare(folder: Path) -> None:
        write_files(folder, [Output(NAME, b"old", "s1"), Output(OTHER, b"old", "s1")])
        (folder / NAME).write_bytes(b"edited")

    for force in (False, True):
        room = tmp_path / str(force)
        room.mkdir()
        for folder in every_moment(prepare, room, force=force):
            write_files(folder, [Output(name, NEW, "s2") for name in (NAME, OTHER)], force=force)
            left = files(folder)
            assert list(left.values()).count(b"edited") == 1
            assert set(left.values()) == {b"edited", NEW}
            assert len(left) == 3


def test_the_record_holds_no_path_of_the_machine(tmp_path: Path) -> None:
    write(tmp_path, b"one")
    record = (tmp_path / ".fixdocs" / "record.json").read_text(encoding="utf-8")
    assert str(tmp_path) not in record
    assert os.sep not in record.replace("\\n", "")


def test_every_outcome_has_its_sentence() -> None:
    for language in ("zh", "en"):
        words = words_of(language)
        for status in Status:
            values = {"path": "a.docx", "beside": "b.docx", "kept": "b.docx", "reason": "r"}
            assert "a.docx" in words.say(f"output.{status}", **values)
    both = [set(words_of(language).module("say_output").SAY) for language in ("zh", "en")]
    assert both[0] == both[1]
