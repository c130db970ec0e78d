"""Templates that mean harm: what they may not bring along, may not reach, and may not use up."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from fixdocs.word.environment import Marks
from fixdocs.word.render.document import render
from fixdocs.word.render.sandbox import SandboxFailure, SandboxLimits, render_in_child
from fixdocs.word.render.sandbox_wire import decode_context, encode_context
from fixdocs.word.template.fault import TemplateFault, TemplateFaults
from fixdocs.word.template.lint import lint
from fixdocs.words import words_of
from tests.support.zips import zipped

from . import wordfiles as w

SHORT = SandboxLimits(seconds=6)
DOCUMENT = "word/document.xml"

PACK = Path(__file__).parents[2]


def refused(content: bytes, limits: SandboxLimits | None = SHORT) -> TemplateFault:
    with pytest.raises(TemplateFaults) as caught:
        render(content, w.context(), trusted=False, name="t.docx", limits=limits)
    assert all(fault.message(words_of("zh")) for fault in caught.value.faults)
    return caught.value.faults[0]


INSIDES = [
    "{{ ''.__class__ }}",
    "{{ ''['__class__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ title.__class__.__mro__ }}",
    "{{ owner.__init__.__globals__ }}",
    "{{ owner.__dict__ }}",
    "{{ owner._truth }}",
    "{{ ''.format.__self__ }}",
    "{{ '{0.__class__}'.format(title) }}",
    "{{ '{a.__class__}'.format_map({'a': title}) }}",
    "{{ range.__globals__ }}",
    "{{ self.__init__ }}",
    "{{ namespace().__class__ }}",
    "{{ (title, )|map(attribute='__class__')|first }}",
    "{{ ('', )|map('attr', '__class__')|first }}",
    "{% for i in issues %}{{ i.__class__ }}{% endfor %}",
    "{% for i in issues %}{{ loop.__class__ }}{% endfor %}",
    "{% macro m() %}{% endmacro %}{{ m.__class__ }}",
]


@pytest.mark.parametrize("source", INSIDES)
def test_no_way_to_the_insides(source: str) -> None:
    context = {"title": "t", "owner": w.Owner("a", "b"), "issues": w.context().issues}
    with pytest.raises(SandboxFailure) as caught:
        render_in_child(w.template(source), context, Marks(), SHORT)
    assert caught.value.reason in {"SecurityError", "UndefinedError"}


def test_an_attempt_is_told_with_its_place() -> None:
    fault = refused(w.template("# 章", "好", "{{ ''|attr('__class__') }}"))
    assert (fault.key, fault.spot.heading, fault.spot.paragraph) == ("unsafe", "章", 2)


@pytest.mark.parametrize(
    "source",
    [
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% extends 'x' %}",
        "{{ lipsum() }}",
        "{{ cycler('a') }}",
        "{{ get_flashed_messages() }}",
        "{{ open('/etc/passwd').read() }}",
        "{% do title.x %}",
        "{{ title|random }}",
    ],
)
def test_no_way_to_files_and_functions(source: str) -> None:
    assert refused(w.template(source)).key in {
        "unknown_name",
        "syntax",
        "unknown_filter",
        "failed",
        "text_has_no_names",
    }


@pytest.mark.parametrize(
    "source",
    [
        "{{ 'a' * 10**9 }}",
        "{{ 10**9 * 'a' }}",
        "{{ 10**10**10 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ [0] * 999999999 }}",
        "{% for i in range(10**9) %}x{% endfor %}",
    ],
)
def test_operators_that_would_fill_the_memory(source: str) -> None:
    began = time.monotonic()
    assert refused(w.template(source)).key == "too_much"
    assert time.monotonic() - began < SHORT.seconds


@pytest.mark.parametrize(
    "source",
    [
        "{{ 'a'|center(10**10) }}",
        "{{ '{:>9999999999}'.format(1) }}",
        "{% set ns = namespace(x='ab') %}{% for i in range(99) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}{{ ns.x }}",
        "{{ 'abc'|replace('', 'x' * 999999)|replace('', 'x' * 999999) }}",
    ],
)
def test_filters_that_would_fill_the_memory(source: str) -> None:
    assert refused(w.template(source)).key in {"too_much", "too_slow", "failed", "unsafe"}


def test_loops_without_end_are_stopped() -> None:
    loops = "".join(f"{{% for i{n} in range(99999) %}}" for n in range(4)) + "{% endfor %}" * 4
    began = time.monotonic()
    fault = refused(w.template(loops), SandboxLimits(seconds=2))
    assert fault.key == "too_slow"
    assert time.monotonic() - began < 8


def test_recursion_without_end_is_stopped() -> None:
    fault = refused(w.template("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"))
    assert fault.key == "too_much"


def test_data_cannot_be_changed() -> None:
    fault = refused(w.template("{{ [].append(1) }}"))
    assert fault.key in {"unsafe", "failed"}


def test_output_too_large_for_a_document_is_stopped() -> None:
    row = "{% for a in range(99999) %}{{ 'x' * 9999 }}{% endfor %}"
    assert refused(w.template(row)).key in {"too_much", "too_slow"}


@pytest.mark.parametrize(
    "source",
    [
        "{{ " + "(" * 5000 + "title" + ")" * 5000 + " }}",
        "{{ title" + ".x" * 50_000 + " }}",
        "{{ " + "9" * 5000 + " }}",
        "{{ " + "not " * 5000 + "title }}",
        "{{ title }}" * 20_000 + "{{",
        "{%p if draft %}" * 5_000,
        "{" * 50_000,
        "{ " * 50_000,
        "{{ " * 20_000,
    ],
    ids=["brackets", "attributes", "digits", "nots", "tags", "paragraph tags", "braces", "spaced braces", "openings"],
)
def test_the_lint_itself_is_not_led_astray(source: str) -> None:
    began = time.monotonic()
    assert lint("t.docx", w.template(source), w.Context)
    assert time.monotonic() - began < 15


def test_the_lint_is_linear_in_rows() -> None:
    row = b"<w:tr><w:tc><w:p><w:r><w:t>{{ title }}</w:t></w:r></w:p></w:tc></w:tr>"
    table = b"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>" + row * 15_000 + b"</w:tbl><w:sectPr"
    content = replaced(DOCUMENT, b"<w:sectPr", table)
    began = time.monotonic()
    assert lint("t.docx", content, w.Context) == ()
    assert time.monotonic() - began < 15


# What a template may not bring along


def with_part(name: str, content: bytes = b"x") -> bytes:
    return w.repacked(w.template("{{ title }}"), lambda parts: parts.update({name: content}))


def replaced(name: str, old: bytes, new: bytes) -> bytes:
    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)

    return w.repacked(w.template("{{ title }}"), change)


def relation(kind: str, target: str, *, external: bool = True, name: str = "word/_rels/document.xml.rels") -> bytes:
    mode = ' TargetMode="External"' if external else ""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    added = f'<Relationship Id="rIdX" Type="{office}/{kind}" Target="{target}"{mode}/></Relationships>'.encode()

    def change(parts: dict[str, bytes]) -> None:
        empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        parts[name] = parts.get(name, empty).replace(b"</Relationships>", added)

    return w.repacked(w.template("{{ title }}"), change)


def field(code: str, *, split: bool = False) -> bytes:
    def add(document: Document) -> None:
        paragraph = document.add_paragraph()
        for piece in [code[:3], code[3:]] if split else [code]:
            text = OxmlElement("w:instrText")
            text.text = piece
            paragraph.add_run()._r.append(text)

    return w.template(change=add)


def simple_field(code: str) -> bytes:
    def add(document: Document) -> None:
        element = OxmlElement("w:fldSimple")
        element.set(qn("w:instr"), code)
        document.add_paragraph()._p.append(element)

    return w.template(change=add)


BRINGS: list[tuple[str, Callable[[], bytes], str, str]] = [
    ("macro part", lambda: with_part("word/vbaProject.bin"), "macro", "word/vbaProject.bin"),
    (
        "macro type",
        lambda: replaced(
            "[Content_Types].xml",
            b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"vnd.ms-word.document.macroEnabled.main+xml",
        ),
        "macro",
        "[Content_Types].xml",
    ),
    ("control", lambda: with_part("word/activeX/activeX1.bin"), "active_content", "word/activeX/activeX1.bin"),
    ("program", lambda: relation("oleObject", "embeddings/o.bin"), "active_content", "embeddings/o.bin"),
    (
        "other template",
        lambda: relation("attachedTemplate", "file:///C:/x.dotm", name="word/_rels/settings.xml.rels"),
        "attached_template",
        "file:///C:/x.dotm",
    ),
    ("other file", lambda: relation("aFChunk", "x.html", external=False), "alt_chunk", "x.html"),
    (
        "chunk element",
        lambda: replaced(DOCUMENT, b"<w:sectPr", b"<w:altChunk/><w:sectPr"),
        "alt_chunk",
        DOCUMENT,
    ),
    ("outside picture", lambda: relation("image", "http://x/y.png"), "outside_link", "http://x/y.png"),
    ("share", lambda: relation("hyperlink", "file://server/x"), "outside_link", "file://server/x"),
    ("script link", lambda: relation("hyperlink", "javascript:x"), "outside_link", "javascript:x"),
    ("sub document", lambda: relation("subDocument", "x.docx"), "outside_link", "x.docx"),
    (
        "entities",
        lambda: replaced(
            DOCUMENT, b"<w:document ", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document '
        ),
        "entity",
        DOCUMENT,
    ),
    (
        "entities in another encoding",
        lambda: with_part("word/x.xml", '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x []><x/>'.encode("utf-16")),
        "entity",
        "word/x.xml",
    ),
    (
        "entities hidden by an encoding",
        lambda: with_part("word/x.xml", b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x []><x/>'),
        "entity",
        "word/x.xml",
    ),
    ("fetching field", lambda: field('INCLUDETEXT "C:\\x"'), "fetching_field", "INCLUDETEXT"),
    ("split field", lambda: field('INCLUDEPICTURE "http://x"', split=True), "fetching_field", "INCLUDEPICTURE"),
    ("running field", lambda: simple_field("DDEAUTO c:\\\\cmd"), "fetching_field", "DDEAUTO"),
    ("no zip", lambda: b"\xd0\xcf\x11\xe0 old word file", "not_a_package", ""),
    ("a workbook", lambda: (PACK / "templates" / "xlsx" / "02-问题清单.xlsx").read_bytes(), "not_a_package", ""),
    ("half a zip", lambda: w.template("x")[:-200], "damaged", ""),
    ("a zip of something else", lambda: zipped({"a.txt": b"x"}), "damaged", "_rels/.rels"),
    ("broken XML", lambda: replaced(DOCUMENT, b"</w:body>", b"</w:bod>"), "damaged", ""),
]


@pytest.mark.parametrize(("make", "key", "found"), [item[1:] for item in BRINGS], ids=[item[0] for item in BRINGS])
def test_refused_by_name(make: Callable[[], bytes], key: str, found: str) -> None:
    content = make()
    fault = refused(content)
    assert fault.key == key
    assert not found or fault.found == found
    assert key in {item.key for item in lint("t.docx", content, w.Context)}


def test_ordinary_links_and_fields_pass() -> None:
    for content in (
        relation("hyperlink", "https://example.org/a"),
        relation("hyperlink", "mailto:a@example.org"),
        field("PAGE"),
        field(" REF _Ref1 \\h "),
        field('TOC \\o "1-3" \\h'),
    ):
        assert lint("t.docx", content, w.Context) == ()


def test_a_field_that_only_rendering_makes_is_refused() -> None:
    def add(document: Document) -> None:
        text = OxmlElement("w:instrText")
        text.text = "{{ title }}"
        document.add_paragraph().add_run()._r.append(text)

    with pytest.raises(TemplateFaults) as caught:
        render(w.template(change=add), w.context(title='INCLUDEPICTURE "http://x"'), trusted=False, limits=SHORT)
    assert [fault.key for fault in caught.value.faults] == ["fetching_field"]


# The child process


def test_the_child_reads_no_file_and_starts_nothing(tmp_path: Path) -> None:
    """The child's own hook, not only Jinja's sandbox: code that did get loose would meet it."""
    secret = tmp_path / "secret.txt"
    secret.write_text("geheim")
    script = f"""
import sys
sys.path[:] = {[path for path in __import__("sys").path if path]!r}
from fixdocs.word.render import sandbox_child
sandbox_child._give_up(1 << 30, 5)
def attempt(name, act):
    try:
        act()
    except BaseException as error:
        print(name, type(error).__name__)
    else:
        print(name, "done")
import os, socket, subprocess
attempt("read", lambda: open({str(secret)!r}).read())
attempt("write", lambda: open({str(tmp_path / "new.txt")!r}, "w"))
attempt("package", lambda: open(sandbox_child.__file__).read())
attempt("run", lambda: subprocess.run(["true"]))
attempt("system", lambda: os.system("true"))
attempt("remove", lambda: os.remove({str(secret)!r}))
attempt("socket", lambda: socket.socket())
attempt("memory", lambda: bytearray(4 << 30))
"""
    import subprocess
    import sys

    done = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=False)
    outcome = dict(line.split() for line in done.stdout.splitlines())
    expected = dict.fromkeys(("read", "write", "run", "system", "remove", "socket"), "PermissionError")
    if sys.platform == "linux":
        expected["memory"] = "MemoryError"
    else:
        outcome.pop("memory", None)
    assert outcome == {**expected, "package": "done"}
    assert secret.exists()


def test_memory_is_limited_in_the_child() -> None:
    source = "{% set ns = namespace(x='ab') %}{% for i in range(40) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}"
    with pytest.raises(SandboxFailure) as caught:
        render_in_child(w.template(source), {}, Marks(), SandboxLimits(10, 512 << 20))
    assert caught.value.reason in {"MemoryError", "crash", "timeout"}


def test_a_missing_interpreter_is_told_and_nothing_is_rendered_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    assert refused(w.template("{{ title }}")).key == "no_child"


def test_a_context_crosses_as_data_and_keeps_its_meaning() -> None:
    marks = Marks()
    whole = w.context()
    back = decode_context(encode_context({"a": whole, "n": 1.5, "none": None, "map": {"k": (True, "x")}}, marks))
    again = back["a"]
    assert again.issues[1].owner.name == "李二"
    assert again.issues[0].tags == ("效率", "成本")
    assert again.chart.caption == "流程图"
    assert marks.objects == [whole.chart]
    assert (back["n"], back["none"], back["map"].k) == (1.5, None, (True, "x"))
