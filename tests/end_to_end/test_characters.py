"""Characters that no document can hold: told by cell when they are read, and printed nowhere."""

from __future__ import annotations

import zipfile

from docx.oxml.ns import qn

from .folder import WORDS, Folder

DIRTY, CLEAN = "核\ue123对_x0007_登_xD800_记_xFFFE_", "核对登记"


def test_a_cell_is_told_and_every_part_of_a_report_prints_the_same(sample: Folder) -> None:
    sample.set(1, "流程步骤", "F03", "步骤名称", DIRTY)
    told = sample.check("--lang", "zh")
    assert told.code == 0
    (line,) = [line for line in told.out.splitlines() if "FD211" in line]
    assert "流程步骤" in line
    assert all(mark in told.out for mark in ("U+E123", "U+0007", "U+D800", "U+FFFE"))

    done = sample.build("--only", "survey")
    assert done.code == 0, done.out + done.err
    assert WORDS.say("cli.removed", text="|", characters="|").rpartition("|")[2] not in done.out
    body = sample.document("survey").element.body
    tables = {"".join(t.text or "" for t in cell.iter(qn("w:t"))) for cell in body.iter(qn("w:tc"))}
    shapes = {"".join(t.text or "" for t in box.iter(qn("w:t"))) for box in body.iter(qn("w:txbxContent"))}
    with zipfile.ZipFile(sample.report("survey")) as package:
        charts = [package.read(name).decode() for name in package.namelist() if name.startswith("word/charts/chart")]
        whole = "".join(package.read(name).decode() for name in package.namelist() if name.endswith(".xml"))
    assert any(CLEAN in text for text in tables)
    assert any(CLEAN in text for text in shapes)
    assert any(CLEAN in text for text in charts)
    assert not any(mark in whole for mark in "\ue123\x07\ufffe")
