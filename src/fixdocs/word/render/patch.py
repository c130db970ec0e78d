"""A part's WordprocessingML with docxtpl tags → Jinja source, with docxtpl's own outcome in a fraction of its time.

docxtpl runs some twenty regular expressions over the whole text, most of which try at every ``<``. Here each step
starts from the tags, which are few. What is rare (``colspan``, ``cellbg``, ``vm``, ``hm``, ``{%-``) goes to docxtpl
itself; a test holds both to the same outcome.
"""

from __future__ import annotations

import re
from typing import Final

_RARE: Final = re.compile(r"\{%-|-%\}|\{%\s*(?:colspan|cellbg|vm|hm)\b")
_COLUMNS: Final = re.compile(r"\{%-?\s*(?:tc|colspan|hm)\s")
_SPLIT_START: Final = re.compile(r"\{(?:<[^>]*>)+(?=[{%#])")
_SPLIT_END: Final = re.compile(r"([%}#])(?:<[^>]*>)+(?=\})")
_TAG: Final = re.compile(r"\{%.*?%\}|\{#.*?#\}|\{\{.*?\}\}", re.DOTALL)
_BETWEEN_RUNS: Final = re.compile(r"</w:t>.*?(?:<w:t>|<w:t [^>]*>)", re.DOTALL)
_TEXT_WITH_TAG: Final = re.compile(r"<w:t>(?=[^<]*\{[{%])")
_RUN_TAG: Final = re.compile(r"(\{\{r\s.*?\}\}|\{%r\s.*?%\})", re.DOTALL)
_NEW_RUN: Final = r'</w:t></w:r><w:r><w:t xml:space="preserve">\1</w:t></w:r><w:r><w:t xml:space="preserve">'
_CODE: Final = re.compile(r"(?<=\{[{%]).*?(?=[}%]\})", re.DOTALL)
_UNESCAPED: Final = (
    ("&#8216;", "'"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("“", '"'),
    ("”", '"'),
    ("‘", "'"),
    ("’", "'"),
)
_LEVELS: Final = ("tr", "tc", "p", "r")


def joined(xml: str) -> str:
    """A part's ``xml`` with the tags that Word split over several runs joined again."""
    xml = _SPLIT_END.sub(r"\1", _SPLIT_START.sub("{", xml))
    return _TAG.sub(_without_markup, xml)


def needs_docxtpl(xml: str) -> bool:
    """Whether :func:`joined` ``xml`` holds one of the rare tags that are left to docxtpl."""
    return bool(_RARE.search(xml))


def makes_columns(xml: str) -> bool:
    """Whether :func:`joined` ``xml`` holds a tag that changes the number of a table's columns."""
    return bool(_COLUMNS.search(xml))


def patch(xml: str) -> str:
    """The Jinja source of a part's :func:`joined` ``xml``, none of whose tags :func:`needs_docxtpl`."""
    xml = _TEXT_WITH_TAG.sub('<w:t xml:space="preserve">', xml)
    if "{{r" in xml or "{%r" in xml:
        xml = _RUN_TAG.sub(_NEW_RUN, xml)
    for level in _LEVELS:
        xml = _hoisted(xml, level, r"(?:\{%%|\{\{)%s ", r"[^}%]*(?:%\}|\}\})")
    for level in _LEVELS[:3]:
        xml = _hoisted(xml, level, r"\{#%s ", r"[^}#]*#\}")
    return _CODE.sub(_unescaped, xml)


def _without_markup(match: re.Match[str]) -> str:
    tag = match[0]
    return _BETWEEN_RUNS.sub("", tag) if "<" in tag else tag


def _unescaped(match: re.Match[str]) -> str:
    code = match[0]
    for escaped, meant in _UNESCAPED:
        code = code.replace(escaped, meant)
    return code


def _hoisted(xml: str, level: str, start: str, rest: str) -> str:
    """Put every ``{%tr … %}`` in the place of the row it stands in, and so for cells, paragraphs and runs."""
    tag = re.compile((start % level) + rest)
    pieces: list[str] = []
    done = 0
    for match in tag.finditer(xml):
        opened = max(xml.rfind(f"<w:{level} ", done, match.start()), xml.rfind(f"<w:{level}>", done, match.start()))
        closed = xml.find(f"</w:{level}>", match.end())
        following = tag.search(xml, match.end(), max(closed, match.end()))
        if opened < 0 or closed < 0 or (following and f"<w:{level}" not in _between(xml, match, following)):
            continue  # misplaced, or not the last of several: what docxtpl keeps is the last
        end = closed + len(f"</w:{level}>")
        opened -= xml.startswith("\n", opened - 1)
        pieces += (xml[done:opened], _with_lines(xml, match, level, opened, end))
        done = end
    return "".join((*pieces, xml[done:]))


def _with_lines(xml: str, match: re.Match[str], level: str, start: int, end: int) -> str:
    """The tag alone, with the line feeds of all it takes the place of: a line tells a paragraph, so none is lost.

    They stand inside the tag, where they print nothing.
    """
    before, after = xml.count("\n", start, match.start()), xml.count("\n", match.end(), end)
    tag = match[0].replace(level + " ", " ", 1)
    return tag[:2] + "\n" * before + tag[2:-2] + "\n" * after + tag[-2:]


def _between(xml: str, first: re.Match[str], second: re.Match[str]) -> str:
    return xml[first.end() : second.start()]
