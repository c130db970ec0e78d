"""MkDocs hook: pages and files made from the code join those written by hand, and figures are drawn into pages."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from fixdocs.diagrams.svg import stylesheet
from guide.cards import with_labels
from guide.downloads import downloads
from guide.pages import draw, fill, made_pages
from guide.raised import unplaced

LANGUAGE = "zh"  # the English pages follow with the English edition, as made_pages("en") under a suffix .en.md
WEIGHTS = {"method": 3, "decisions": 0.5}  # who searches for a tool wants its page, not why it is drawn that way
_FIGURE = re.compile(r'<div data-figure="([^"]*)" data-caption="([^"]*)"></div>')


@event_priority(-200)  # after the plugin that sorts files by language: it knows only files on the disk
def on_files(files: Files, config: Any) -> Files:
    """Add what is made; a message that no column is known to raise stops the build."""
    missing = unplaced()
    if missing:
        raise PluginError(f"site/hooks/guide/raised.py does not say where these stand: {', '.join(missing)}")
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
