"""``fixdocs watch``: builds again whenever a workbook is saved, until it is stopped."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from fixdocs.sample.write import write_sample
from fixdocs.words import words_of

from .folder import ROOT_SOURCE, WORDS, Folder, whole_text

PATIENCE = 60.0  # seconds a busy machine may take


class Watching:
    """The command, running; what it says is read line by line."""

    def __init__(self, folder: Folder) -> None:
        flags = subprocess.CREATE_NEW_PROCESS_GROUP if sys.platform == "win32" else 0
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "fixdocs", "watch", str(folder.path)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", creationflags=flags,
            env={**os.environ, "PYTHONPATH": ROOT_SOURCE, "PYTHONUTF8": "1"},
        )  # fmt: skip
        self.lines: queue.Queue[str] = queue.Queue()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as stream:
            for line in stream:
                self.lines.put(line.rstrip())

    def until(self, part: str) -> list[str]:
        """Every line up to the one that holds ``part``."""
        said: list[str] = []
        while not said or part not in said[-1]:
            try:
                said.append(self.lines.get(timeout=PATIENCE))
            except queue.Empty:
                raise AssertionError(f"{part!r} was never said:\n" + "\n".join(said)) from None
        return said

    def stop(self) -> int:
        self.process.send_signal(signal.CTRL_BREAK_EVENT if sys.platform == "win32" else signal.SIGINT)
        return self.process.wait(timeout=PATIENCE)


@pytest.fixture
def watching(sample: Folder) -> Iterator[Watching]:
    made = Watching(sample)
    yield made
    if made.process.poll() is None:
        made.process.kill()
        made.process.wait()
    made.reader.join()


def test_it_builds_at_once_and_after_every_save(sample: Folder, watching: Watching) -> None:
    watching.until(WORDS.say("teamwork.watching", folder=sample.path))
    assert len(sample.reports()) == 5
    sample.set(2, "问题清单", "P01", "问题描述", "小额补偿也要等审批，平均一个半工作日")
    said = watching.until("02-服务流程问题清单")
    assert any("02-问题清单.xlsx" in line for line in said)
    watching.until("05-方案评估报告")
    assert "平均一个半工作日" in whole_text(sample.document("issues"))


def test_a_fault_stops_nothing(sample: Folder, watching: Watching) -> None:
    watching.until(WORDS.say("teamwork.watching", folder=sample.path))
    before = sample.report("issues").read_bytes()
    sample.set(2, "问题清单", "P01", "影响程度", 9)
    watching.until("FD")
    watching.until("05-方案评估报告")
    assert sample.report("issues").read_bytes() == before
    sample.set(2, "问题清单", "P01", "影响程度", 4)
    watching.until("已写入")
    assert watching.stop() == 0


def test_lock_files_and_outputs_are_no_change(sample: Folder, watching: Watching) -> None:
    watching.until(WORDS.say("teamwork.watching", folder=sample.path))
    for name in ("~$02-问题清单.xlsx", ".hidden.xlsx", "交付文档/自己的.xlsx", "笔记.txt"):
        (sample.path / name).write_bytes(b"x")
    with pytest.raises(queue.Empty):
        watching.lines.get(timeout=4)


def test_stopped_it_says_so_and_leaves_whole_files(sample: Folder, watching: Watching) -> None:
    watching.until(WORDS.say("teamwork.watching", folder=sample.path))
    assert watching.stop() == 0
    watching.until(WORDS.say("teamwork.stopped"))
    for report in sample.reports():
        assert zipfile.ZipFile(sample.report(report)).testzip() is None
    assert not [
        path for path in (Path(sample.path) / "交付文档").iterdir() if path.suffix not in (".docx", ".json", "")
    ]


def test_an_english_project_is_watched_in_english(tmp_path: Path) -> None:
    english, folder = words_of("en"), Folder(tmp_path / "project")
    write_sample(folder.path, english)
    watching = Watching(folder)
    try:
        said = watching.until(english.say("teamwork.watching", folder=folder.path))
        assert said.count(english.say("cli.no_edition")) == 1
        assert len(folder.reports()) == 5
        assert watching.stop() == 0
        watching.until(english.say("teamwork.stopped"))
    finally:
        watching.process.kill()
        watching.process.wait()
        watching.reader.join()
