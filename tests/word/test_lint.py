"""Every fault a template can have, each in a file made for it, with its place and its words in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from msgspec import Struct

from fixdocs.word.template.fault import Spot, TemplateFault
from fixdocs.word.template.fields import fields_of, names_of
from fixdocs.word.template.lint import inspect_template, lint
from fixdocs.words import words_of

from . import wordfiles as w


class Node(Struct, frozen=True):
    name: str
    children: tuple[Node, ...]


def found(*paragraphs: str, change: Callable[[Document], None] | None = None) -> list[TemplateFault]:
    return list(lint("t.docx", w.template(*paragraphs, change=change), w.Context))


SOUND = [
    "# {{ title }}",
    "{{ count }} {{ said }} {{ owner.name|upper }} {{ issues|length }} {{ issues[0].owner.name }} {{ owner['post'] }}",
    "{%p for issue in issues if issue.tags %}",
    "{{ loop.index }} {{ issue.number }} "
    "{% for tag in issue.tags %}{{ tag }}{% if not loop.last %}、{% endif %}{% endfor %}",
    "{%p endfor %}",
    "{%p if draft and not note %}",
    "{{p chart }}",
    "{%p elif count > 3 or title is defined %}",
    "{{ chart.caption if chart else '无' }}",
    "{%p else %}",
    "{{ note or '—' }} 占比 50% } 与 { 花括号",
    "{%p endif %}",
    "{% set first = issues|first %}{{ first.description }} {{ issues|map(attribute='number')|join('、') }}",
    "{# 说明 {{ nirgends }} #}",
    "{% for a, b in issues|groupby('number') %}{{ a }}{{ b }}{% endfor %}",
    "{% macro m(x) %}{{ x.y }}{% endmacro %}{{ m(title) }}",
    "{% set y = title ~ count %}{{ y.strip() }} {{ “引号” }} {{ range(3)|list|length }}",
]


def test_a_sound_template_has_no_faults() -> None:
    def tables(document: Document) -> None:
        w.add_table(
            document, ("编号", ""), ("{%tr for i in issues %}", ""), ("{{ i.number }}", ""), ("{%tr endfor %}", "")
        )
        w.add_table(document, ("{%tc for i in issues %}", "{{ i.number }}", "{%tc endfor %}"))
        document.sections[0].header.paragraphs[0].text = "{{ title }}"
        document.core_properties.subject = "{{ owner.name }}"

    assert found(*SOUND, change=tables) == []


FAULTS: list[tuple[str, str, str, str]] = [
    # source, key, found, near miss
    ("{{ titel }}", "unknown_name", "titel", "title"),
    ("{{ zzz }}", "unknown_name", "zzz", ""),
    ("{{ owner.nmae }}", "unknown_attribute", "owner.nmae", "owner.name"),
    ("{{ owner['nmae'] }}", "unknown_attribute", "owner.nmae", "owner.name"),
    ("{{ issues[0].owner.pst }}", "unknown_attribute", "pst", "post"),
    ("{{ chart.captoin }}", "unknown_attribute", "chart.captoin", "chart.caption"),
    ("{% for i in isues %}{% endfor %}", "unknown_name", "isues", "issues"),
    ("{% for i in issues %}{{ i.numer }}{% endfor %}", "unknown_attribute", "i.numer", "i.number"),
    ("{% for i in issues %}{% endfor %}{{ i }}", "unknown_name", "i", ""),
    ("{{ issues|map(attribute='numbr')|join }}", "unknown_attribute", "numbr", "number"),
    ("{{ issues.number }}", "list_has_no_names", "issues.number", ""),
    ("{{ title.number }}", "text_has_no_names", "title.number", ""),
    ("{{ title|uper }}", "unknown_filter", "uper", "upper"),
    ("{% if title is defned %}{% endif %}", "unknown_test", "defned", "defined"),
    ("{{ issues }}", "not_text", "{{ issues }}", ""),
    ("{{ owner }}", "not_text", "{{ owner }}", ""),
    ("{% for i in title %}{% endfor %}", "not_a_list", "title", ""),
    ("{{ chart }}", "block_inline", "{{ chart }}", ""),
    ("{{p title }}", "text_as_block", "{{p title }}", ""),
    ("{{p said }}", "text_as_block", "{{p said }}", ""),
    ("{% if title %}", "missing_end", "{% if title %}", ""),
    ("{% endif %}", "unmatched_end", "{% endif %}", ""),
    ("{% if draft %}{% endfor %}{% endif %}", "wrong_end", "{% endfor %}", ""),
    ("{% else %}", "unmatched_middle", "{% else %}", ""),
    ("{{ title title }}", "syntax", "{{ title title }}", ""),
    ("{% fro i in issues %}", "syntax", "{% fro i in issues %}", ""),
    ("前 {{ title", "unclosed_tag", "{{ title", ""),
    ("前 title }} 后", "unopened_tag", "前 title }}", ""),
    ("｛｛ title ｝｝", "full_width_braces", "｛｛ title ｝｝", ""),
    ("{{ title ｝｝", "full_width_braces", "{{ title ｝｝", ""),
    ("{％ if draft ％}", "full_width_braces", "{％ if draft ％}", ""),
    ("{ { title } }", "spaced_braces", "{ { title", ""),
    ("{ % if draft %}", "spaced_braces", "{ % if draft %", ""),
    ("{% p if draft %}", "spaced_level", "{% p if draft %}", ""),
    ("{{ p chart }}", "spaced_level", "{{ p chart }}", ""),
    ("{%pif draft %}", "glued_level", "{%pif draft %}", ""),
    ("{%tr for i in issues %}", "row_tag_outside", "{%tr for i in issues %}", ""),
    ("{%tc if draft %}", "cell_tag_outside", "{%tc if draft %}", ""),
    ("{%p if draft %}{%p endif %}", "two_tags", "{%p if draft %}{%p endif %}", ""),
    ("{%p set a = {'x': 1} %}", "braces_in_level_tag", "{%p set a = {'x': 1} %}", ""),
    ("{{p chart }} 图", "lost_text_p", "{{p chart }}", ""),
]


@pytest.mark.parametrize(("source", "key", "text", "near"), FAULTS, ids=[source for source, *_ in FAULTS])
def test_each_fault_is_found_where_it_stands(source: str, key: str, text: str, near: str) -> None:
    faults = found("# 一", "好", "# 二 {{ title }}", "好", source)
    fault = next(fault for fault in faults if fault.key == key)
    assert (fault.found, fault.near, fault.template) == (text, near, "t.docx")
    assert fault.spot == Spot("body", "二 {{ title }}", 2)


def test_equal_faults_in_two_places_are_two_faults() -> None:
    faults = found("{{ a }}", "{{ a }}")
    assert [fault.spot.paragraph for fault in faults] == [1, 2]


def test_all_faults_of_a_file_are_told_at_once_and_in_order() -> None:
    faults = found("{{ titel }}", "{%p if draft %}", "{{ owner.nmae }}", "｛｛ x ｝｝")
    assert [fault.key for fault in faults] == [
        "unknown_name", "unknown_attribute", "full_width_braces", "missing_end",
    ]  # fmt: skip


def test_faults_in_tables_name_table_and_row() -> None:
    def tables(document: Document) -> None:
        w.add_table(document, ("a",))
        w.add_table(document, ("{%tr for i in issues %}", "{%tr endfor %}"), ("{{ i.x }}", "b"))
        w.add_table(document, ("{%tr if draft %}", "丢"), ("{%tr endif %}", ""))

    faults = found("# 表", change=tables)
    assert [(fault.key, fault.spot.heading, fault.spot.table, fault.spot.row) for fault in faults] == [
        ("two_tags", "表", 2, 1),
        ("unknown_name", "表", 2, 2),
        ("lost_text_tr", "表", 3, 1),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [("{%tr for i in issues %}", ""), ("{% endfor %}", "x")],
        [("{% if draft %}", "{% endif %}")],
        [("{%tr if draft %}", ""), ("x", "{%tc endif %}")],
    ],
)
def test_blocks_that_cross_cells_or_levels(rows: list[tuple[str, str]]) -> None:
    keys = [fault.key for fault in found(change=lambda document: w.add_table(document, *rows))]
    assert keys == ["crossing_block"]


def test_blocks_that_begin_in_the_body_and_end_in_a_table() -> None:
    faults = found("{%p if draft %}", change=lambda document: w.add_table(document, ("{%p endif %}",)))
    assert [fault.key for fault in faults] == ["crossing_block"]


def test_headers_footers_and_properties_are_linted() -> None:
    def dress(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ titel }}"
        document.sections[0].footer.paragraphs[0].text = "{{ conut }}"
        document.core_properties.title = "{{ onwer.name }}"

    faults = found(change=dress)
    assert [(fault.spot.part, fault.near) for fault in faults] == [
        ("footer", "count"), ("header", "title"), ("properties", "owner"),
    ]  # fmt: skip


@pytest.mark.parametrize("wrapper", ["w:ins", "w:hyperlink", "w:smartTag"])
def test_a_tag_that_is_partly_inside_something_else(wrapper: str) -> None:
    def split(document: Document) -> None:
        paragraph = document.add_paragraph("{{ ti")
        run = paragraph.add_run("tle }}")
        around = OxmlElement(wrapper)
        run._r.addprevious(around)
        around.append(run._r)

    assert [(fault.key, fault.found) for fault in found(change=split)] == [("split_tag", "{{ title }}")]


def test_a_tag_split_over_plain_runs_is_no_fault() -> None:
    def split(document: Document) -> None:
        paragraph = document.add_paragraph("{{ ti")
        paragraph.add_run("tle }").bold = True
        paragraph.add_run("}")

    assert found(change=split) == []


def test_text_boxes_have_places_of_their_own() -> None:
    def box(document: Document) -> None:
        outer = document.add_paragraph("{{ title }}")
        holder = OxmlElement("w:pict")
        outer.runs[0]._r.append(holder)
        inner = document.add_paragraph("{{ titel }}")
        holder.append(inner._p)

    assert [fault.found for fault in found(change=box)] == ["titel"]


def test_headings_are_known_by_style_outline_and_inheritance() -> None:
    def styled(document: Document) -> None:
        style = document.styles.add_style("章", 1)
        style.base_style = document.styles["Heading 1"]
        document.add_paragraph("自定一章", style="章")
        document.add_paragraph("{{ zzz }}")
        outline = document.styles.add_style("Plan", 1)
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), "1")
        outline.element.get_or_add_pPr().append(level)
        document.add_paragraph("自定二章", style="Plan")
        document.add_paragraph("{{ zzz }}")

    assert [fault.spot.heading for fault in found(change=styled)] == ["自定一章", "自定二章"]


def test_used_names_are_listed() -> None:
    content = w.template("{{ title }}", "{% for i in issues %}{{ i.owner.name }}{% endfor %}", "{{p chart }}")
    assert inspect_template("t.docx", content, w.Context).used == {
        "title", "issues", "chart", "Issue.owner", "Owner.name",
    }  # fmt: skip


def test_every_sentence_is_there_in_both_languages() -> None:
    sources = [*(source for source, *_ in FAULTS)]
    faults = [fault for source in sources for fault in found("# 章", source)]
    for language in ("zh", "en"):
        words = words_of(language)
        for fault in faults:
            message = fault.message(words)
            assert message.startswith("t.docx > ")
            assert fault.found in message
            assert not re.search(r"\{\w+\}", message.replace(fault.found, "").replace("{{p name }}", ""))
    both = [set(words_of(language).module("say_template").SAY) for language in ("zh", "en")]
    assert both[0] == both[1]


def test_a_message_reads_as_a_person_would_say_it() -> None:
    [fault] = found("# 2 现状流程", "好", "{{ titel }}")
    assert fault.message(words_of("zh")) == (
        "t.docx > 正文 > 标题“2 现状流程”下 > 第 2 段：没有名为 titel 的内容。可用的名称见 fixdocs fields。是否为 title？"
    )


def test_fields_of_a_context_with_kinds_and_examples() -> None:
    listed = {field.path: field for field in fields_of(w.Context, w.context())}
    assert list(listed) == [
        "title", "count", "draft", "owner", "owner.name", "owner.post", "issues", "issues[].number",
        "issues[].description", "issues[].owner", "issues[].owner.name", "issues[].owner.post", "issues[].tags",
        "chart", "note", "said",
    ]  # fmt: skip
    shown: dict[str, tuple[Any, ...]] = {
        path: (field.kind, field.optional, field.meaning, field.example, field.loop) for path, field in listed.items()
    }
    assert shown["title"] == ("text", False, "Context.title", "投诉处理", "")
    assert shown["owner.name"] == ("text", False, "Owner.name", "赵三", "")
    assert shown["issues"][0] == "list"
    assert shown["issues[].owner.post"] == ("text", False, "Owner.post", "客服专员", "issues")
    assert shown["issues[].tags"] == ("list", False, "Issue.tags", "效率", "issues")
    assert shown["chart"] == ("block", True, "Context.chart", "", "")
    assert shown["note"] == ("text", True, "Context.note", "", "")


def test_the_names_tree_ends_where_a_class_holds_itself() -> None:
    assert names_of(Node).members["children"].item is not None
    assert names_of(Node).members["children"].item.kind == "any"  # type: ignore[union-attr]
