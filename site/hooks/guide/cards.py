"""Wide tables that a phone shows as cards: every cell carries the heading of its column."""

from __future__ import annotations

import re
from html import escape, unescape
from itertools import chain, repeat

_TABLE = re.compile(r'(<div class="columns">\s*<table>)(.*?)(</table>)', re.DOTALL)
_HEADING = re.compile(r"<th[^>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def with_labels(html: str) -> str:
    """The HTML of a page with ``data-label`` on each cell of the tables inside ``<div class="columns">``."""
    return _TABLE.sub(lambda found: found[1] + _labelled(found[2]) + found[3], html)


def _labelled(table: str) -> str:
    headings = [unescape(_TAG.sub("", text)).strip() for text in _HEADING.findall(table)]

    def row(found: re.Match[str]) -> str:
        labels = chain(headings, repeat(""))
        return re.sub(r"<td>", lambda _: f'<td data-label="{escape(next(labels))}">', found[0])

    return _ROW.sub(row, table)
