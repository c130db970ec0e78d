"""Where templates are found, a team's own first; and copies for a team to change."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixdocs import pack
from fixdocs.errors import FileError, UsageError

from . import wordfiles as w


@pytest.fixture
def packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with two templates in it."""
    package = tmp_path / "repo" / "src" / "fixdocs"
    package.mkdir(parents=True)
    (tmp_path / "repo" / "pyproject.toml").touch()
    folder = tmp_path / "repo" / "templates" / "docx"
    folder.mkdir(parents=True)
    for name in ("01-甲.docx", "02-乙.docx"):
        (folder / name).write_bytes(w.template(name))
    (folder / "~$-甲.docx").write_bytes(b"Word's own lock file")
    monkeypatch.setattr(pack, "__file__", str(package / "pack.py"))
    return folder


def test_the_checkout_goes_before_the_wheel(packed: Path) -> None:
    wheel = packed.parents[1] / "src" / "fixdocs" / "_pack" / "templates" / "docx"
    wheel.mkdir(parents=True)
    assert pack.pack_folder("docx") == packed
    (packed.parents[1] / "pyproject.toml").unlink()
    assert pack.pack_folder("docx") == wheel


def test_what_was_compiled_lies_beside_the_templates(packed: Path) -> None:
    checkout = packed.parents[1]
    assert pack.compiled_folder() == checkout / "build" / "compiled"
    (checkout / "pyproject.toml").unlink()
    assert pack.compiled_folder() == checkout / "src" / "fixdocs" / "_pack" / "compiled"


def test_an_incomplete_installation_is_told(packed: Path) -> None:
    with pytest.raises(FileError) as caught:
        pack.pack_folder("xlsx")
    assert caught.value.key == "output.pack_missing"
    with pytest.raises(FileError):
        pack.find_template("09-无.docx")


def test_the_packs_own_is_trusted(packed: Path) -> None:
    found = pack.find_template("01-甲.docx")
    assert (found.path, found.content, found.trusted) == (
        packed / "01-甲.docx", (packed / "01-甲.docx").read_bytes(), True,
    )  # fmt: skip


def test_a_teams_own_goes_first_and_is_not_trusted_once_changed(packed: Path, tmp_path: Path) -> None:
    own = tmp_path / "模板"
    own.mkdir()
    (own / "01-甲.docx").write_bytes(w.template("变了"))
    (own / "02-乙.docx").write_bytes((packed / "02-乙.docx").read_bytes())
    (own / "03-丙.docx").write_bytes(b"")
    (own / "~$-甲.docx").write_bytes(b"")
    changed, same = (pack.find_template(name, own) for name in ("01-甲.docx", "02-乙.docx"))
    assert (changed.path.parent, changed.trusted) == (own, False)
    assert (same.path.parent, same.trusted) == (own, True)
    (own / "02-乙.docx").unlink()
    assert pack.find_template("02-乙.docx", own).path.parent == packed
    assert pack.own_templates(own, ["01-甲.docx", "02-乙.docx"]) == ([own / "01-甲.docx"], [own / "03-丙.docx"])


def test_a_folder_that_is_none_is_told(packed: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        pack.find_template("01-甲.docx", tmp_path / "nirgends")


def test_export_copies_and_writes_over_nothing(packed: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "模板"
    written, left = pack.export_templates(out)
    assert ([path.name for path in written], left) == (["01-甲.docx", "02-乙.docx"], [])
    (out / "01-甲.docx").write_bytes(b"mine")
    (out / "02-乙.docx").unlink()
    written, left = pack.export_templates(out)
    assert (written, left) == ([out / "02-乙.docx"], [out / "01-甲.docx"])
    assert (out / "01-甲.docx").read_bytes() == b"mine"
    (tmp_path / "file").touch()
    with pytest.raises(FileError):
        pack.export_templates(tmp_path / "file" / "in")


def test_the_real_pack_is_where_this_checkout_says() -> None:
    assert pack.pack_folder("docx") == Path(__file__).resolve().parents[2] / "templates" / "docx"
