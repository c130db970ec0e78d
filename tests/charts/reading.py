"""A chart part and its workbook, read back as Word and Excel would."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from lxml import etree
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from fixdocs.charts import ChartPart

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = {"c": C, "a": A, "r": R}


@dataclass(frozen=True)
class Cache:
    """A formula and what the chart remembers of its cells, a ``None`` for each it does not."""

    formula: str
    values: tuple[Any, ...]
    format: str | None


def tree(part: ChartPart) -> Any:
    return etree.fromstring(part.xml)


def find(node: Any, path: str) -> list[Any]:
    return list(node.xpath(path, namespaces=NAMES))


def values(node: Any, path: str) -> list[str]:
    """The ``val`` attributes of the elements at ``path``."""
    return [found.get("val") for found in find(node, path)]


def sheet(part: ChartPart) -> Worksheet:
    book = load_workbook(io.BytesIO(part.workbook))
    assert book.sheetnames == ["Sheet1"]
    return book["Sheet1"]


def cache(reference: Any) -> Cache:
    """The cache of a ``c:strRef`` or ``c:numRef``."""
    kind = etree.QName(reference).localname
    held = find(reference, "c:strCache | c:numCache")[0]
    count = int(values(held, "c:ptCount")[0])
    points = {int(point.get("idx")): find(point, "c:v")[0].text for point in find(held, "c:pt")}
    assert set(points) <= set(range(count))
    read = float if kind == "numRef" else str
    code = find(held, "c:formatCode")
    known = tuple(None if at not in points else read(points[at]) for at in range(count))
    return Cache(find(reference, "c:f")[0].text, known, code[0].text if code else None)


def caches(part: ChartPart) -> list[Cache]:
    return [cache(node) for node in find(tree(part), "//c:strRef | //c:numRef")]


def cells(sheet: Worksheet, formula: str) -> list[Any]:
    """The cells of a formula such as ``Sheet1!$B$2:$B$7``."""
    name, _, place = formula.partition("!")
    assert name == sheet.title
    found = sheet[place.replace("$", "")]
    return [row[0] for row in found] if isinstance(found, tuple) else [found]
