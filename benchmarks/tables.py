"""A list of many rows: the time of this renderer against docxtpl's own row loop, and how both grow.

Run: ``python -m benchmarks.tables [ROWS …]`` (default 1000 5000 20000). The table has 8 columns; each time is the best
of three, from the template's bytes to the document's. The last column is a team's template, which a child process
renders.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import docx
import docxtpl
import jinja2
from msgspec import defstruct

from fixdocs.word.render.document import render

COLUMNS = 8
TARGET = 0.35  # of docxtpl's time at 5,000 rows


@dataclass(frozen=True)
class Timing:
    rows: int
    ours: float
    docxtpl: float
    team: float

    @property
    def ratio(self) -> float:
        return self.ours / self.docxtpl


def template() -> bytes:
    """A document with a heading and one table whose row loop fills it."""
    document = docx.Document()
    document.add_heading("{{ title }}", 1)
    table = document.add_table(rows=4, cols=COLUMNS)
    for column in range(COLUMNS):
        table.rows[0].cells[column].text = f"第 {column + 1} 列"
        table.rows[2].cells[column].text = f"{{{{ row.c{column} }}}}"
    table.rows[1].cells[0].text = "{%tr for row in rows %}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def context(rows: int) -> dict[str, Any]:
    """``rows`` records of texts, as a report's context has them."""
    kind = defstruct("Row", [(f"c{column}", str) for column in range(COLUMNS)], frozen=True)
    made = tuple(kind(*(f"第 {row} 行 {column} & 说明" for column in range(COLUMNS))) for row in range(rows))
    return {"title": "清单", "rows": made}


def by_docxtpl(content: bytes, values: dict[str, Any]) -> bytes:
    """docxtpl as its documentation shows it."""
    made = docxtpl.DocxTemplate(io.BytesIO(content))
    made.render(values, jinja2.Environment(autoescape=True))
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def best(act: Callable[[], object], times: int = 3) -> float:
    """The shortest of ``times`` runs, in seconds."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        found.append(time.perf_counter() - began)
    return min(found)


def measure(rows: int, times: int = 3) -> Timing:
    """All three times for a table of ``rows`` rows."""
    content, values = template(), context(rows)
    ours = best(lambda: render(content, values, trusted=True), times)
    team = best(lambda: render(content, values, trusted=False), times)
    return Timing(rows, ours, best(lambda: by_docxtpl(content, values), times), team)


def main(arguments: list[str]) -> None:
    print(f"aim at 5,000 rows: at most {TARGET} of docxtpl's time")
    print(f"{'rows':>7} {'fixdocs':>9} {'docxtpl':>9} {'ratio':>6} {'µs a row':>9} {'a team’s':>9}")
    for rows in [int(each) for each in arguments] or [1000, 5000, 20000]:
        found = measure(rows)
        print(
            f"{rows:>7} {found.ours:>8.3f}s {found.docxtpl:>8.3f}s {found.ratio:>6.2f} "
            f"{found.ours / rows * 1e6:>9.1f} {found.team:>8.3f}s"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
