"""What a template and a context become: texts, loops, figures, properties, and the same bytes every time."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import docxtpl
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from msgspec import Struct

from benchmarks import tables
from fixdocs.word.clean import Cleaner
from fixdocs.word.render import patch as render_patch
from fixdocs.word.render.document import render, render_report
from fixdocs.word.render.properties import Properties
from fixdocs.word.template.fault import TemplateFaults

from . import wordfiles as w

BOTH = pytest.mark.parametrize("trusted", [True, False], ids=["in-process", "child"])


@BOTH
def test_texts_loops_and_conditions(trusted: bool) -> None:
    template = w.template(
        "# {{ title }}",
        "{%p for issue in issues %}",
        "{{ issue.number }} {{ issue.description }}（{{ issue.owner.name }}）"
        "{% if issue.tags %}有{% else %}无{% endif %}",
        "{%p for tag in issue.tags %}",
        "标签 {{ tag }}",
        "{%p endfor %}",
        "{%p endfor %}",
        "{%p if draft %}",
        "草稿",
        "{%p elif count > 1 %}",
        "{{ issues|length }} 项，{{ note|default('无', true) }}，第 {{ count + 1 }} 个",
        "{%p endif %}",
        "{%p if not note %}",
        "没有备注[{{ note }}]",
        "{%p endif %}",
    )
    assert w.lines(render(template, w.context(), trusted=trusted)) == [
        "投诉处理",
        "P01 审批 & 登记 <重复>（王一）有",
        "标签 效率",
        "标签 成本",
        "P02 第一行\n第二行\t尾（李二）无",
        "2 项，无，第 3 个",
        "没有备注[]",
    ]


@BOTH
def test_row_loop(trusted: bool) -> None:
    template = w.table_template(
        ("编号", "描述"),
        ("{%tr for issue in issues %}", ""),
        ("{{ issue.number }}", "{{ issue.description }}"),
        ("{%tr endfor %}", ""),
    )
    assert w.table_texts(render(template, w.context(), trusted=trusted)) == [
        ["编号", "描述"],
        ["P01", "审批 & 登记 <重复>"],
        ["P02", "第一行\n第二行\t尾"],
    ]


def test_row_loop_over_nothing_leaves_no_table_without_rows() -> None:
    template = w.table_template(("{%tr for issue in issues %}",), ("{{ issue.number }}",), ("{%tr endfor %}",))
    assert w.opened(render(template, w.context(issues=()), trusted=True)).tables == []


def test_a_cell_keeps_a_paragraph_when_its_only_one_goes() -> None:
    def nested(document: Document) -> None:
        cell = document.add_table(rows=1, cols=1).cell(0, 0)
        cell.text = "{%p if draft %}"
        cell.add_paragraph("草稿")
        cell.add_paragraph("{%p endif %}")

    content = render(w.template(change=nested), w.context(), trusted=True)
    [cell] = w.opened(content).element.iter(qn("w:tc"))
    assert [child.tag for child in cell if child.tag != qn("w:tcPr")] == [qn("w:p")]


@BOTH
def test_column_loop_keeps_the_grid(trusted: bool) -> None:
    template = w.table_template(("{%tc for issue in issues %}", "{{ issue.number }}", "{%tc endfor %}"))
    content = render(template, w.context(), trusted=trusted)
    assert w.table_texts(content) == [["P01", "P02"]]
    assert len(list(w.opened(content).element.iter(qn("w:gridCol")))) == 2


@BOTH
def test_figures_stand_in_their_places_and_may_be_missing(trusted: bool) -> None:
    template = w.template("前 {{ chart.caption }}", "{{p chart }}", "后", "{%p if note %}", "x", "{%p endif %}")
    assert w.lines(render(template, w.context(), trusted=trusted)) == ["前 流程图", "[图1]", "后"]
    without = w.template("{{p chart }}", "后{% if chart %}有{% else %}无{% endif %}")
    assert w.lines(render(without, w.context(chart=None), trusted=trusted)) == ["后无"]


def test_figures_are_numbered_in_document_order() -> None:
    template = w.template("{{p b }}", "{%p for x in xs %}", "{{p x }}", "{{p x }}", "{%p endfor %}", "{{p b }}")
    values = {"b": w.Figure("", "b"), "xs": (w.Figure("", "x"), w.Figure("", "y")), "said": w.Rich("r")}
    assert w.lines(render(template, values, trusted=True)) == ["[b1]", "[x2]", "[x3]", "[y4]", "[y5]", "[b6]"]


@BOTH
def test_texts_with_runs_of_their_own_stand_in_the_line(trusted: bool) -> None:
    template = w.template("前{{ said }}后 {{ said|upper }} {% if said %}有{% endif %}")
    content = render(template, w.context(said=w.Rich("rich")), trusted=trusted)
    assert w.lines(content) == ["前rich后 RICH 有"]
    [bold] = [run.text for run in w.opened(content).paragraphs[0].runs if run.bold]
    assert bold == "rich"
    assert w.lines(render(template, w.context(), trusted=trusted)) == ["前平后 平 有"]


ROWS = (("编号", ""), ("{%tr for r in rows %}", ""), ("{{ r.a }}", "{{ r.b }}"), ("{%tr endfor %}", ""))


class Row(Struct, frozen=True):
    a: str
    b: object


@BOTH
@pytest.mark.parametrize("number", [0, 1, 299, 300, 2000])
def test_long_tables_keep_every_row_in_order(number: int, trusted: bool) -> None:
    seen: list[int] = []
    rows = tuple(Row(f"第{n}行 & <{n}>", "\n" if n % 7 else "") for n in range(number))
    content = render(
        w.table_template(*ROWS, *ROWS),  # one table, the loop twice
        {"rows": rows},
        trusted=trusted,
        finish=lambda document: seen.append(len(document.element.xpath("//w:tr"))),
    )
    expected = [["编号", ""], *([row.a, str(row.b)] for row in rows)]
    assert _cells(content) == [*expected, *expected]
    assert b"<w:tr rows" not in zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml")
    assert seen[0] < 700  # many rows were out of the way


def _cells(content: bytes) -> list[list[str]]:
    """Every cell's text; python-docx's own cells are too slow for thousands of rows."""
    return [
        [
            "".join(w.BREAKS.get(node.tag, node.text or "") for node in cell.iter(qn("w:t"), *w.BREAKS))
            for cell in row.iter(qn("w:tc"))
        ]
        for row in w.opened(content).element.iter(qn("w:tr"))
    ]


def test_long_loops_in_long_loops_keep_every_row() -> None:
    template = w.table_template(
        ("{%tr for r in rows %}",),
        ("{{ r.a }}",),
        ("{%tr for x in r.b %}",),
        ("{{ x.a }}",),
        ("{%tr endfor %}",),
        ("{%tr endfor %}",),
    )
    inner = tuple(Row(f"i{n}", "") for n in range(310))
    rows = tuple(Row(f"o{n}", inner) for n in range(320))
    expected = [name for row in rows for name in [row.a, *(item.a for item in inner)]]
    assert [cell for [cell] in _cells(render(template, {"rows": rows}, trusted=True))] == expected


def test_of_the_benchmarks_five_thousand_rows_a_page_or_two_enter_the_tree() -> None:
    """What keeps the time below a third of docxtpl's; the time itself is for benchmarks/tables.py to tell."""
    seen: list[int] = []
    content = render(
        tables.template(), tables.context(5000), trusted=True,
        finish=lambda d: seen.append(len(d.element.xpath("//w:tr"))),
    )  # fmt: skip
    assert seen[0] < 100
    assert len(_cells(content)) > 5000


@BOTH
@pytest.mark.parametrize(
    ("loop", "cell", "expected"),
    [
        ("for r in rows", "{{ r.a }}", "第2行"),
        ("for r in rows if r.b", "{{ r.a|upper }}", "第2行"),
        ("for r in rows", "{{ loop.index }}{% if r.b %}有{% else %}无{% endif %}", "3有"),
        ("for r in rows|sort(attribute='b')", "{% set x = r.b %}{{ x + 1 }}", "4"),
    ],
)
def test_every_loop_of_plain_rows_is_kept_aside(trusted: bool, loop: str, cell: str, expected: str) -> None:
    """Whatever the loop says: what counts is the rows it made."""
    seen: list[int] = []
    rows = tuple(Row(f"第{n}行", n + 1) for n in range(1200))
    template = w.table_template((f"{{%tr {loop} %}}",), (cell,), ("{%tr endfor %}",))
    content = render(
        template, {"rows": rows}, trusted=trusted, finish=lambda d: seen.append(len(d.element.xpath("//w:tr")))
    )
    cells = [cell for [cell] in _cells(content)]
    assert (len(cells), cells[2]) == (1200, expected)
    assert seen == [43]  # the first forty-one, the one marked, the last


def test_rows_as_word_saves_them_are_kept_aside() -> None:
    """Word gives rows revision marks and ids; the mark of what was kept aside is neither, and no text is read as it."""
    seen: list[int] = []

    def saved(parts: dict[str, bytes]) -> None:
        body = parts["word/document.xml"]
        parts["word/document.xml"] = body.replace(b"<w:tr>", b'<w:tr w:rsidR="00A1" w:rsidTr="00B2">')

    rows = tuple(Row(f'<w:tr rows="{n % 2}"', "") for n in range(900))
    content = render(
        w.repacked(w.table_template(*ROWS), saved),
        {"rows": rows},
        trusted=True,
        finish=lambda document: seen.append(len(document.element.xpath("//w:tr[@w:rsidTr]"))),
    )
    assert seen[0] < 50
    assert [cells[0] for cells in _cells(content)[1:]] == [row.a for row in rows]
    assert zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").count(b"<w:tr w:rsidR=") == 901


@BOTH
@pytest.mark.parametrize(
    "value",
    ["<w:b/>", "</w:t>", "a & b", "]]>", "<!-- a", "</w:t></w:r></w:p><w:p><w:r><w:t><w:r/>", "<y:z/>"],
)
def test_broken_rows_do_not_hide_among_many(value: str, trusted: bool) -> None:
    rows = tuple(Row(value if n == 200 else "好", "") for n in range(400))
    with pytest.raises(TemplateFaults) as caught:
        render(
            w.table_template(("{%tr for r in rows %}",), ("{{ r.a|safe }}",), ("{%tr endfor %}",)),
            {"rows": rows},
            trusted=trusted,
        )
    assert [fault.key for fault in caught.value.faults] == ["broken_xml"]


def test_a_cell_without_a_paragraph_is_mended_among_many() -> None:
    template = w.table_template(
        ("{%tr for r in rows %}",), ("{%p if r.b %}{{ r.a }}{%p endif %}",), ("{%tr endfor %}",)
    )
    emptied = w.repacked(template, lambda parts: parts.update({"word/document.xml": parts["word/document.xml"].replace(
        b"{%p if r.b %}{{ r.a }}{%p endif %}</w:t></w:r></w:p>",
        b"{%p if r.b %}</w:t></w:r></w:p><w:p><w:r><w:t>{{ r.a }}</w:t></w:r></w:p>"
        b"<w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p>",
    )}))  # fmt: skip
    rows = tuple(Row(f"{n}", n != 200) for n in range(400))
    content = render(emptied, {"rows": rows}, trusted=True)
    assert [cell for [cell] in _cells(content)] == ["" if n == 200 else f"{n}" for n in range(400)]
    assert all(cell[-1].tag == qn("w:p") for cell in w.opened(content).element.iter(qn("w:tc")))


def test_long_tables_with_figures_in_their_rows_stay_whole() -> None:
    rows = tuple(Row(f"{n}", w.Rich(f"r{n}")) for n in range(400))
    assert _cells(render(w.table_template(*ROWS), {"rows": rows}, trusted=True))[-1] == ["399", "r399"]


@BOTH
def test_data_are_never_read_as_a_template(trusted: bool) -> None:
    hostile = "{{ 7*7 }} {% for %} {_{ %_} \ue0001\ue001 \ue0020\ue003 {{p chart }}"
    content = render(w.template("{{ title }}|{{ title|upper }}"), w.context(title=hostile), trusted=trusted)
    kept = "{{ 7*7 }} {% for %} {_{ %_} 1 0 {{p chart }}"
    assert w.lines(content) == [f"{kept}|{kept.upper()}"]


@BOTH
def test_what_no_document_can_hold_is_left_out_and_told(trusted: bool) -> None:
    report = render_report(
        w.template("{{ title }}", "{{ note }}"), w.context(title="bell\x07 x", note="a\fb\ue123"), trusted=trusted
    )
    assert w.lines(report.content) == ["bell x", "a\nb"]
    assert [(r.excerpt, r.characters) for r in report.removals] == [("bell x", ("U+0007",)), ("a b", ("U+E123",))]


def test_escaped_braces_of_a_template_still_print_braces() -> None:
    assert w.lines(render(w.template("{_{ a }_}"), w.context(), trusted=True)) == ["{{ a }}"]


@BOTH
def test_headers_footers_and_properties(trusted: bool) -> None:
    def dress(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ title }} 报告"
        document.sections[0].footer.paragraphs[0].text = "{{ owner.name }}"
        document.core_properties.title = "{{ title }} & {{ count }}"

    content = render(
        w.template("正文", change=dress),
        w.context(title="A<B"),
        trusted=trusted,
        properties=Properties(title="不用", author="编制\x07组", language="zh-CN", date="2024-05-31"),
    )
    document = w.opened(content)
    assert document.sections[0].header.paragraphs[0].text == "A<B 报告"
    assert document.sections[0].footer.paragraphs[0].text == "赵三"
    core = document.core_properties
    assert (core.title, core.author, core.language) == ("A<B & 2", "编制组", "zh-CN")
    assert core.created is not None
    assert core.created.date().isoformat() == "2024-05-31"
    assert core.created == core.modified


def test_tags_split_over_runs_are_read_whole() -> None:
    def split(document: Document) -> None:
        paragraph = document.add_paragraph()
        for piece in ("{", "{ ti", "tle }", "} 后"):
            paragraph.add_run(piece).bold = piece == "{ ti"

    assert w.lines(render(w.template(change=split), w.context(), trusted=True)) == ["投诉处理 后"]


def test_finish_gets_the_rendered_document() -> None:
    seen: list[str] = []

    def finish(document: Document) -> None:
        seen.extend(paragraph.text for paragraph in document.paragraphs)
        document.add_paragraph("补")

    content = render(w.template("{{ title }}"), w.context(), trusted=True, finish=finish)
    assert seen == ["投诉处理"]
    assert w.lines(content) == ["投诉处理", "补"]


# What differs between the fast reading of tags and docxtpl's own is a fault of the fast one.
TAGGED = [
    "<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{ a</w:t></w:r><w:r><w:t>.b }</w:t></w:r><w:r><w:t>}</w:t></w:r></w:p>",
    "<w:p><w:r><w:t>{%p if a &lt; 3 %}</w:t></w:r></w:p><w:p><w:r><w:t>x {{ a }} y</w:t></w:r></w:p>"
    '<w:p a="1"><w:r><w:t>{%p endif %}</w:t></w:r></w:p>',
    "<w:p><w:r><w:t>a {{r x }} b</w:t></w:r></w:p>",
    "<w:p><w:r><w:rPr/><w:t>{%r if x %}</w:t></w:r><w:r><w:t>u</w:t></w:r><w:r><w:t>{%r endif %}</w:t></w:r></w:p>",
    '<w:tbl><w:tr a="b"><w:tc><w:p><w:r><w:t>{%tr for a in b %}</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p>'
    "<w:r><w:t>{{ a.c }}</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>{%tr endfor %}</w:t></w:r></w:p>"
    "</w:tc></w:tr></w:tbl>",
    "<w:tr><w:tc><w:p><w:r><w:t>{%tc for a in b %}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>{{ a }}</w:t></w:r>"
    "</w:p></w:tc><w:tc><w:p><w:r><w:t>{%tc endfor %}</w:t></w:r></w:p></w:tc></w:tr>",
    "<w:p><w:r><w:t>{%p if a %}{%p if b %}</w:t></w:r></w:p>",
    "<w:p><w:r><w:t>{#p note #}</w:t></w:r></w:p><w:p><w:r><w:t>{# c #}{{ “a” }}</w:t></w:r></w:p>",
    "<w:p><w:r><w:pict><w:p><w:r><w:t>{%p if x %}</w:t></w:r></w:p><w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p>"
    "</w:pict><w:t>{{ a }}</w:t></w:r></w:p>",
    '<w:p><w:r><w:t>{{ a }} } {{ b|default("}") }}</w:t></w:r></w:p>',
    "<w:p><w:r><w:t>{%tr if x %}</w:t></w:r></w:p>",
    '<w:p><w:r><w:t>{%p set a = {"x": 1} %}</w:t></w:r></w:p>',
    "<w:p><w:r><w:t>{</w:t></w:r><w:proofErr/><w:r><w:t>% if a %}b{% endif %</w:t></w:r><w:r><w:t>}</w:t></w:r></w:p>",
]


@pytest.mark.parametrize("xml", TAGGED)
def test_tags_are_read_as_docxtpl_reads_them(xml: str) -> None:
    joined = render_patch.joined(xml)
    assert not render_patch.needs_docxtpl(joined)
    assert render_patch.patch(joined) == docxtpl.DocxTemplate(None).patch_xml(xml)


@pytest.mark.parametrize("tag", ["{%- if a %}", "{{ a }}{% vm %}", "{% colspan 2 %}", "{% cellbg 'FF' %}", "{% hm %}"])
def test_rare_tags_are_left_to_docxtpl(tag: str) -> None:
    assert render_patch.needs_docxtpl(f"<w:p><w:r><w:t>{tag}</w:t></w:r></w:p>")


def test_vertical_merge_by_docxtpl() -> None:
    template = w.table_template(
        ("{%tr for issue in issues %}", ""), ("{% vm %}合", "{{ issue.number }}"), ("{%tr endfor %}", "")
    )
    merges = list(w.opened(render(template, w.context(), trusted=True)).element.iter(qn("w:vMerge")))
    assert [merge.get(qn("w:val")) for merge in merges] == ["restart", "continue"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{% set title = 'neu' %}{{ title }}", "neu"),
        ("{% for title in issues %}{{ title.number }}{% endfor %}{{ title }}", "P01P02投诉处理"),
        ("{% for i in issues %}{{ loop.index }}{{ i.number }}{{ title }}{% endfor %}", "1P01投诉处理2P02投诉处理"),
        ("{% for i in issues if i.tags %}{{ i.number }}{% else %}x{% endfor %}", "P01"),
        ("{% if draft %}{{ nirgends.x }}{% endif %}ok", "ok"),
        ("{# {{ nirgends }} #}ok", "ok"),
        ("{% raw %}{{ title }}{% endraw %}", "{{ title }}"),
        ("{% macro m(title) %}<{{ title }}>{% endmacro %}{{ m('a') }}", "<a>"),
        ("{% if not issues %}a{% elif owner.name %}b{% else %}c{% endif %}", "b"),
    ],
)
def test_plain_tags_mean_what_jinja_means(source: str, expected: str) -> None:
    assert w.lines(render(w.template(source), w.context(), trusted=True)) == [expected]


@BOTH
@pytest.mark.parametrize(
    ("source", "key", "found"),
    [
        ("{{ titel }}", "unknown_name", "titel"),
        ("{{ owner.nam }}", "unknown_attribute", "owner.nam"),
        ("{% for i in issues %}{{ i.numbr }}{% endfor %}", "unknown_attribute", "i.numbr"),
        ("{% if title %}", "missing_end", "{% if title %}"),
        ("{{ title|uper }}", "unknown_filter", "uper"),
        ("{{ chart }}", "block_inline", "{{ chart }}"),
    ],
)
def test_a_fault_is_told_with_its_place(source: str, key: str, found: str, trusted: bool) -> None:
    template = w.template("# 一章", "好", source)
    with pytest.raises(TemplateFaults) as caught:
        render(template, w.context(), trusted=trusted, name="t.docx")
    fault = caught.value.faults[0]
    assert (fault.key, fault.found, fault.template) == (key, found, "t.docx")
    assert (fault.spot.heading, fault.spot.paragraph) == ("一章", 2)


def test_a_fault_that_only_shows_at_run_time_has_its_place() -> None:
    template = w.template("# 一", "好", "# 二", "好", "{%p for i in issues %}", "{{ i.number + 1 }}", "{%p endfor %}")
    with pytest.raises(TemplateFaults) as caught:
        render(template, w.context(), trusted=True, name="t.docx")
    [fault] = caught.value.faults
    assert (fault.key, fault.spot.heading, fault.spot.paragraph) == ("failed", "二", 3)
    assert fault.found == "{{ i.number + 1 }}"


def test_a_stray_angle_bracket_loses_nothing_without_a_word() -> None:
    template = w.template("{{ '<w:b>'|safe }}", "后")
    with pytest.raises(TemplateFaults) as caught:
        render(template, w.context(), trusted=True)
    assert [fault.key for fault in caught.value.faults] == ["broken_xml"]


SCRIPT = """
import sys
sys.path[:0] = sys.argv[2:]
from tests.word import wordfiles as w
from fixdocs.word.render.document import render
content = open("t.docx", "rb").read()
open(sys.argv[1], "wb").write(render(content, w.context(), trusted=True))
"""


def test_same_bytes_in_another_folder_time_zone_and_second(tmp_path: Path) -> None:
    template = w.template("# {{ title }}", "{{p chart }}", "{{ owner.name }}")
    root = Path(__file__).resolve().parents[2]
    hashes = []
    for number, zone in enumerate(("UTC", "Asia/Shanghai")):
        folder = tmp_path / f"夹{number}"
        folder.mkdir()
        (folder / "t.docx").write_bytes(template)
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": str(number)}
        command = [sys.executable, "-c", SCRIPT, "out.docx", str(root / "src"), str(root)]
        subprocess.run(command, cwd=folder, env=environment, check=True)
        hashes.append(hashlib.sha256((folder / "out.docx").read_bytes()).hexdigest())
        time.sleep(2.1 * (1 - number))  # a zip's clock counts in twos
    assert hashes[0] == hashes[1]


def test_the_package_says_nothing_of_time_or_platform() -> None:
    content = render(w.template("{{ title }}"), w.context(), trusted=True)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        infos = archive.infolist()
    assert infos[0].filename == "[Content_Types].xml"
    assert [info.filename for info in infos[1:]] == sorted(info.filename for info in infos[1:])
    assert {(info.date_time, info.create_system) for info in infos} == {((1980, 1, 1, 0, 0, 0), 0)}


def test_child_and_own_process_give_the_same_bytes() -> None:
    template = w.template(
        "# {{ title }}",
        "{%p for i in issues %}",
        "{{ i.owner.name }}{{ i.tags|join('、') }}",
        "{%p endfor %}",
        "{{p chart }}",
    )
    assert render(template, w.context(), trusted=True) == render(template, w.context(), trusted=False)


def test_a_removal_is_told_once() -> None:
    cleaner = Cleaner()
    assert [cleaner(text) for text in ("a\x07", "b", "a\x07")] == ["a", "b", "a"]
    assert [(removal.excerpt, removal.characters) for removal in cleaner.removals] == [("a", ("U+0007",))]
