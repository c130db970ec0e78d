"""The figures of an ordinary project, as drawings and as they come out in a Word document."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixdocs.diagrams.svg import svg
from fixdocs.look import PAGE_WIDTH
from tests.diagrams.checks import faults, texts
from tests.diagrams.preview import write_docx
from tests.diagrams.samples import KINDS
from tests.support.programs import requires
from tests.support.render import page_texts, to_pdf
from tests.support.validate import assert_valid


@pytest.mark.parametrize("kind", KINDS)
def test_an_ordinary_figure_is_one_portrait_scene_without_faults(kind: str) -> None:
    scenes = KINDS[kind]()
    assert len(scenes) == 1
    assert scenes[0].width <= PAGE_WIDTH + 0.01
    assert faults(scenes) == []
    assert scenes == KINDS[kind]()
    assert svg(scenes[0]).count("<text") >= len(texts(scenes[0]))


@requires("validator", "soffice", "pdftotext")
def test_they_are_valid_in_word_and_show_their_text(tmp_path: Path) -> None:
    scenes = [scene for make in KINDS.values() for scene in make()]
    document = write_docx(tmp_path / "figures.docx", scenes)
    assert_valid([document])
    pages = page_texts(to_pdf([document], tmp_path / "pdf")[0])
    assert len(pages) >= len(scenes)
    shown = "".join("".join(pages).split())
    for scene in scenes:
        for line in (line for shape in scene.shapes() if shape.text for line in shape.text.lines):
            assert "".join(line.split()) in shown, line
