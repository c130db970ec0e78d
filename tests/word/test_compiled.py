"""Templates compiled beforehand: the same document, and nothing outdated, foreign or a team's is ever run."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from fixdocs.pack import DOCX, pack_files
from fixdocs.word.render.document import render
from fixdocs.word.render.engine import keep_templates
from fixdocs.word.template.fault import TemplateFaults

from . import wordfiles as w

TEMPLATE = w.template("# {{ title }}", "{%p for i in issues %}", "{{ loop.index }} {{ i.number }}", "{%p endfor %}")
FAULTY = w.template("# 一", "好", "{{ title }}", "{%p for i in issues %}", "{{ i.number + 1 }}", "{%p endfor %}")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    keep_templates([TEMPLATE, FAULTY], tmp_path / "compiled")
    return tmp_path / "compiled"


@pytest.fixture
def compiles(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Jinja is asked to compile from now on."""
    asked: list[str] = []
    compile_ = jinja2.Environment.compile

    def noted(env: jinja2.Environment, source: str, *args: object, **options: object) -> object:
        asked.append(source)
        return compile_(env, source, *args, **options)  # type: ignore[call-overload] # handed on as it came

    monkeypatch.setattr(jinja2.Environment, "compile", noted)
    return asked


def test_what_is_kept_is_not_compiled_and_gives_the_same_bytes(kept: Path, compiles: list[str]) -> None:
    found = render(TEMPLATE, w.context(), trusted=True, compiled=kept)
    assert compiles == []
    assert found == render(TEMPLATE, w.context(), trusted=True)
    assert len(compiles) == 1


def test_another_template_is_compiled_anew(kept: Path, compiles: list[str]) -> None:
    other = w.template("# {{ title }}", "另一个")
    assert w.lines(render(other, w.context(), trusted=True, compiled=kept)) == ["投诉处理", "另一个"]
    assert len(compiles) == 1


def test_another_jinja_compiles_anew(kept: Path, compiles: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jinja2, "__version__", "3.0")
    render(TEMPLATE, w.context(), trusted=True, compiled=kept)
    assert len(compiles) == 1


@pytest.mark.parametrize("content", [b"", b"def root(", b"\xff\xfe", b"\0"])
def test_a_damaged_module_is_compiled_anew(kept: Path, compiles: list[str], content: bytes) -> None:
    for path in kept.glob("*.py"):
        path.write_bytes(content)
    assert w.lines(render(TEMPLATE, w.context(), trusted=True, compiled=kept))[0] == "投诉处理"
    assert len(compiles) == 1


def test_a_teams_template_runs_nothing_that_was_kept(kept: Path, tmp_path: Path) -> None:
    for path in kept.glob("*.py"):
        path.write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    assert w.lines(render(TEMPLATE, w.context(), trusted=False, compiled=kept))[0] == "投诉处理"
    assert not (tmp_path / "ran").exists()


def test_a_fault_has_its_place_all_the_same(kept: Path, compiles: list[str]) -> None:
    with pytest.raises(TemplateFaults) as caught:
        render(FAULTY, w.context(), trusted=True, name="t.docx", compiled=kept)
    assert compiles == []
    [fault] = caught.value.faults
    assert (fault.key, fault.found, fault.spot.paragraph) == ("failed", "{{ i.number + 1 }}", 4)


def test_modules_of_templates_that_are_gone_go(kept: Path) -> None:
    before = {path.name for path in kept.iterdir()}
    assert len(before) == 2
    left = keep_templates([TEMPLATE], kept)
    assert len(left) == 1
    assert {path.name for path in kept.glob("*.*")} == {left[0].name} < before


def test_the_pack_compiles_to_the_same_text_every_time(tmp_path: Path) -> None:
    one, two = (
        {path.name: path.read_bytes() for path in keep_templates(map(Path.read_bytes, pack_files(DOCX)), tmp_path / n)}
        for n in "ab"
    )
    assert one == two
    assert len(one) >= 5
