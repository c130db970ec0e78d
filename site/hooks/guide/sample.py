"""The sample project, worked through once: findings, contexts and figures for the pages, files to download."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from msgspec import Struct

from fixdocs.analysis.findings import Findings, analyse
from fixdocs.diagrams.scene import Scene
from fixdocs.pipeline import terms
from fixdocs.reports import REPORTS, Report, compose
from fixdocs.reports.shared.figures import Figure
from fixdocs.sample import project
from fixdocs.words import words_of


@dataclass(frozen=True)
class Drawn:
    """A figure of a report: ``name`` is ``causes.issues[0].fishbone``; its pages are what Word gets."""

    name: str
    report: Report
    caption: str
    scenes: tuple[Scene, ...]


@cache
def findings(language: str = "zh") -> Findings:
    """Everything the reports of the sample speak of."""
    return analyse(project(), terms(words_of(language)))


@cache
def contexts(language: str = "zh") -> dict[Report, Any]:
    """The context of each of the five reports."""
    return {report: compose(report, findings(language), words_of(language)) for report in REPORTS}


@cache
def figures(language: str = "zh") -> dict[str, Drawn]:
    """Every drawn figure of the five reports, by name; charts are Word's own and have no picture here."""
    found: dict[str, Drawn] = {}
    for report, context in contexts(language).items():
        for path, item in _figures(context, report):
            scenes = tuple(drawing for drawing in item.drawings if isinstance(drawing, Scene))
            if scenes:
                found[path] = Drawn(path, report, str(item.caption), scenes)
    return found


def _figures(value: object, path: str) -> Iterator[tuple[str, Figure]]:
    """The figures inside a context, with the way to each."""
    if isinstance(value, Figure):
        yield path, value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _figures(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, tuple | list):
        for number, item in enumerate(value):
            yield from _figures(item, f"{path}[{number}]")
