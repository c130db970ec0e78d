"""The sample project, built once by the commands a person uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from .folder import Folder, run


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """``fixdocs demo``: never written to by a test."""
    path = tmp_path_factory.mktemp("demo") / "示例"
    done = run("demo", str(path))
    assert done.code == 0, done.out + done.err
    return Folder(path)


@pytest.fixture
def sample(demo: Folder, tmp_path: Path) -> Folder:
    """A copy of the demo's workbooks, to be changed."""
    return demo.copied(tmp_path / "项目")
