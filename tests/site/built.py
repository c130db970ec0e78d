"""The built site as a reader meets it: pages, links, anchors."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LOADING = {"script": "src", "img": "src", "iframe": "src", "source": "src", "link": "href"}


@dataclass
class Page:
    """What matters of a page: where it leads, what it loads, which places it has."""

    path: Path
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    pictures_without_words: list[str] = field(default_factory=list)
    language: str = ""
    text: str = ""


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.silent = 0
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {key: value or "" for key, value in attrs}
        if tag in ("script", "style"):
            self.silent += 1
        if held.get("id"):
            self.page.ids.add(held["id"])
        if tag == "html":
            self.page.language = held.get("lang", "")
        if tag == "a" and "href" in held:
            self.page.links.append(held["href"])
        if LOADING.get(tag) in held and held.get("rel") not in ("canonical", "prev", "next", "alternate"):
            self.page.loads.append(held[LOADING[tag]])
        unnamed_drawing = tag == "svg" and held.get("role") == "img" and not held.get("aria-label")
        if unnamed_drawing or (tag == "img" and not held.get("alt")):
            self.page.pictures_without_words.append(held.get("src", tag))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self.silent -= 1

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data)


def read(path: Path) -> Page:
    """The page at ``path``."""
    return _read(path)


@cache
def _read(path: Path) -> Page:
    page = Page(path)
    reader = _Reader(page)
    reader.feed(path.read_text(encoding="utf-8"))
    page.text = "".join(reader.parts)
    return page


def pages(site: Path) -> list[Page]:
    """Every page, the one for missing addresses apart: its links count from the root of a server."""
    return [read(path) for path in sorted(site.rglob("*.html")) if path.name != "404.html"]


def target(page: Page, link: str) -> tuple[Path, str] | None:
    """The file and anchor that a link leads to; None for another host."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    path = (page.path.parent / unquote(parts.path)).resolve() if parts.path else page.path
    return (path / "index.html" if path.is_dir() else path), unquote(parts.fragment)
