"""MkDocs hook: pages and files made from the code join those written by hand, and figures are drawn into pages."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import jieba
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from fixdocs.diagrams.svg import stylesheet
from guide.cards import with_labels
from guide.downloads import downloads
from guide.pages import draw, fill, made_pages, report_pages
from guide.raised import unplaced

LANGUAGE = "zh"  # the English pages follow with the English edition, as made_pages("en") under a suffix .en.md
# Who searches for a tool wants its page, not the message that names it or why it is drawn that way.
WEIGHTS = {"method": 3, "decisions": 0.5, "messages.md": 0.5, "word": 0.5}
# Terms that the dictionary of the search splits. None is here whose end is searched for alone, as 矩阵: a word is
# found by its beginning only.
TERMS = ("鱼骨图", "五问法", "流程周期效率", "总历时", "根因", "泳道", "帕累托")
_FIGURE = re.compile(r'<div data-figure="([^"]*)" data-caption="([^"]*)"></div>')


def on_startup(**_: Any) -> None:
    """Teach the search the method's terms."""
    for term in TERMS:
        jieba.add_word(term, freq=100_000)


@event_priority(200)  # before the plugin that makes a navigation for each language
def on_config(config: Any) -> Any:
    """Put the page of each report's names behind the page that says how they are used."""
    _section(config.nav, "word/index.md").extend(report_pages(LANGUAGE))
    return config


def _section(entries: list[Any], page: str) -> list[Any]:
    """The entries of the navigation, at whatever depth, among which ``page`` stands; raises PluginError."""
    waiting = [entries]
    while waiting:
        entries = waiting.pop()
        if page in entries:
            return entries
        waiting += [held for entry in entries if isinstance(entry, dict) for held in entry.values()
                    if isinstance(held, list)]  # fmt: skip
    raise PluginError(f"the navigation has no {page}")


@event_priority(-200)  # after the plugin that sorts files by language: it knows only files on the disk
def on_files(files: Files, config: Any) -> Files:
    """Add what is made; a message that no column is known to raise stops the build."""
    missing = unplaced()
    if missing:
        raise PluginError(f"no rule and no marker says where these stand: {', '.join(missing)}")
    files.append(File.generated(config, "stylesheets/figures.css", content=stylesheet()))
    for uri, markdown in made_pages(LANGUAGE):
        files.append(_in_language(File.generated(config, uri, content=markdown)))
    for file in downloads(LANGUAGE):
        files.append(File.generated(config, file.uri, content=file.content))
    return files


def _in_language(page: File) -> File:
    """A page made here, with what the language plugin notes on pages it finds on the disk."""
    noted: Any = page
    noted.locale = noted.locale_alternate_of = LANGUAGE
    noted.localization, noted.norm_src_uri, noted.alternates = None, page.src_uri, {LANGUAGE: page}
    return page


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Fill the names of a page written by hand, and weigh it for the search."""
    weight = WEIGHTS.get(page.file.src_uri.partition("/")[0])
    if weight is not None:
        page.meta.setdefault("search", {"boost": weight})
    if page.file.generated_by is not None:
        return markdown
    return fill(markdown, page.file.src_uri, LANGUAGE)


def on_page_content(html: str, **_: Any) -> str:
    """Name the cells of wide tables."""
    return with_labels(html)


def on_post_page(output: str, **_: Any) -> str:
    """Draw the figures, once the search has read the page."""
    return _FIGURE.sub(lambda found: draw(unescape(found[1]), unescape(found[2]), LANGUAGE), output)
