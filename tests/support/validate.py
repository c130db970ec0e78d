"""Microsoft's Open XML SDK validator over many files, two at a time.

Its verdict is necessary, not sufficient: see ``ooxml_lint`` for what it lets pass.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.support.programs import need

_SEEN: dict[str, list[str]] = {}  # by content: the same bytes are not worth a second start of the validator


def validate(path: Path) -> list[str]:
    """The validator's errors on one .docx or .xlsx, a line each; empty where it is valid."""
    key = path.suffix + hashlib.sha256(path.read_bytes()).hexdigest()
    if key not in _SEEN:
        _SEEN[key] = _run(need("validator"), path)
    return _SEEN[key]


def assert_valid(files: Iterable[Path]) -> None:
    """Fail with every error of every file; being given no file at all is a failure too."""
    paths = sorted(set(files))
    assert paths, "no files to validate"
    need("validator")
    with ThreadPoolExecutor(max_workers=2) as pool:
        faults = dict(zip(paths, pool.map(validate, paths)))
    report = [f"{path.name}: {error}" for path in paths for error in faults[path]]
    assert not report, f"{len(report)} validator errors\n" + "\n".join(report[:40])


def _run(program: str, path: Path) -> list[str]:
    # The program is a .NET one: without this it wants ICU, which a bare machine lacks.
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    done = subprocess.run(
        [program, str(path)], capture_output=True, encoding="utf-8", env=environment, timeout=300, check=False
    )
    if done.returncode != 0 or not done.stdout.strip():
        raise RuntimeError(f"the validator failed on {path.name}: {done.stderr or done.stdout}")
    result = json.loads(done.stdout)
    return [] if result["ok"] else [_line(error) for error in result["errors"]]


def _line(error: dict[str, str | None]) -> str:
    return f"{error['path']} {error['xPath']}: {error['description']}"
