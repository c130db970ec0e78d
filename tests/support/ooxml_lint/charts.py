"""Charts of a Word document: what they show must stand in their cache and in the workbook they carry."""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from tests.support.ooxml_lint.package import Element, Finding, Package, R

CODES = {
    "chart-without-workbook": "a chart whose data nobody can edit",
    "chart-cache-empty": "a series without cached values, which Word shows as an empty chart",
    "chart-cache-stale": "a cached value that is not the workbook's",
}

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def check(package: Package) -> Iterator[Finding]:
    """Findings on every chart of the package."""
    for name in package.names:
        root = package.root(name) if name.endswith(".xml") else None
        if root is not None and root.tag == f"{_C}chartSpace":
            yield from _check_chart(package, name, root)


def _check_chart(package: Package, name: str, root: Element) -> Iterator[Finding]:
    data = root.find(f"{_C}externalData")
    links = {link.id: link.target for link in package.relationships(name)}
    target = links.get(data.get(f"{R}id")) if data is not None else None
    if target is None:
        yield Finding("chart-without-workbook", name, "no external data")
    workbook = None
    if target in package.names:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out of a workbook is no defect of it
            workbook = load_workbook(BytesIO(package.read(str(target))), data_only=True)
    for reference in root.iter(f"{_C}numRef", f"{_C}strRef"):
        formula = reference.findtext(f"{_C}f", "")
        cached = _cached(reference)
        if not cached:
            yield Finding("chart-cache-empty", name, formula)
        elif workbook is not None:
            yield from _compare(name, formula, cached, _values(workbook, formula))


def _cached(reference: Element) -> dict[int, str]:
    return {int(point.get("idx", 0)): point.findtext(f"{_C}v", "") for point in reference.iter(f"{_C}pt")}


def _values(workbook: Any, formula: str) -> list[Any] | None:
    sheet, _, cells = formula.rpartition("!")
    sheet = sheet.strip("'").replace("''", "'")
    if sheet not in workbook.sheetnames or not cells:
        return None
    area = workbook[sheet][cells.replace("$", "")]
    rows = area if isinstance(area, tuple) else ((area,),)
    return [cell.value for row in rows for cell in (row if isinstance(row, tuple) else (row,))]


def _compare(name: str, formula: str, cached: dict[int, str], values: list[Any] | None) -> Iterator[Finding]:
    if values is None:
        yield Finding("chart-cache-stale", name, f"{formula}: no such cells in the workbook")
        return
    for index in sorted({*cached, *range(len(values))}):
        actual = values[index] if index < len(values) else None
        if not _equal(cached.get(index), actual):
            yield Finding("chart-cache-stale", name, f"{formula}[{index}]: {cached.get(index)} for {actual}")


def _equal(cached: str | None, actual: Any) -> bool:
    if cached is None or actual is None:
        return cached in {None, ""} and actual in {None, ""}
    if isinstance(actual, int | float):
        try:
            return math.isclose(float(cached), actual, rel_tol=1e-9, abs_tol=1e-12)
        except ValueError:
            return False
    return cached == str(actual)
