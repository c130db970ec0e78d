"""The site, built once for all its tests, whichever worker comes first."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 240  # seconds until another worker's build must be there


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site as ``make site`` builds it."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent  # each worker has a folder of its own in one that all share
    folder, done = shared / "site", shared / "site.log"
    try:
        (shared / "site.lock").mkdir()
    except FileExistsError:
        return _built_by_another(folder, done)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "site/mkdocs.yml"]
    result = subprocess.run(
        [*command, "--site-dir", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
    )
    done.write_text(f"{result.returncode}\n{result.stdout}{result.stderr}", encoding="utf-8")
    return _checked(folder, done)


def _built_by_another(folder: Path, done: Path) -> Path:
    end = time.monotonic() + PATIENCE
    while not done.exists() and time.monotonic() < end:
        time.sleep(0.2)
    return _checked(folder, done)


def _checked(folder: Path, done: Path) -> Path:
    code, _, log = done.read_text(encoding="utf-8").partition("\n")
    assert code == "0", log
    return folder
