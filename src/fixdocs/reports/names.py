"""The names each deliverable's template may use, for the lint, the command ``fields`` and the site."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from msgspec import Struct

from ..project import Project
from ..word.template.fault import TemplateFault
from ..word.template.fields import fields_of
from ..words import LANGUAGES, FieldWords, Words, words_of
from . import REPORTS, Report, compose


def context_class(report: Report) -> type[Struct]:
    """The class of a deliverable's context: ``SurveyContext`` of ``reports/survey/report.py`` and so on."""
    module = import_module(f".{report}.report", __package__)
    found: type[Struct] = getattr(module, f"{report.capitalize()}Context")
    return found


def _example(report: Report, project: Project) -> Any:
    """The context of ``project``, from which the examples are taken."""
    from ..analysis.findings import analyse
    from ..analysis.terms import Terms

    words = words_of("zh")
    held = words.module("terms")
    return compose(
        report,
        analyse(project, Terms(held.OTHER, held.LEAD, held.UNITS, held.SATISFIED, held.COMPLAINTS, held.PIECES)),
        words,
    )


def field_rows(report: Report, words: Words, example: Project) -> list[dict[str, str]]:
    """Every name of a deliverable as a row for people: name, kind, meaning, example from ``example``, its loop."""
    return [
        {
            "name": field.path,
            "kind": words.say(f"fields.{field.kind}"),
            "meaning": meaning(field.meaning, words),
            "example": field.example,
            "loop": field.loop,
        }
        for field in fields_of(context_class(report), _example(report, example))
    ]


def meaning(key: str, words: Words) -> str:
    """The meaning of ``ClassName.attr``; empty where the catalogue has none."""
    held = _named(key, words)
    return held.meaning if isinstance(held, FieldWords) else held


def heading(key: str, words: Words, layout: str = "") -> str:
    """The heading of the column that prints ``ClassName.attr``, in a table of its own where ``layout`` names one.

    Raises KeyError where the catalogue has none.
    """
    held = _named(key, words)
    if not isinstance(held, FieldWords):
        raise KeyError(key)
    return held.layouts.get(layout, held.heading)


def _named(key: str, words: Words) -> FieldWords | str:
    for name in ("front", *REPORTS):
        try:
            held = words.module(f"fields_{name}").FIELDS
        except ModuleNotFoundError:
            continue
        if key in held:
            found: FieldWords | str = held[key]
            return found
    return ""


def report_of(path: Path) -> Report | None:
    """The deliverable a template's file name stands for (01-现状流程调研报告.docx), in any language."""
    for report in REPORTS:
        for language in LANGUAGES:
            if words_of(language).say(f"reports.{report}").lower() in path.stem.lower():
                return report
    return None


def lint_file(path: Path) -> list[TemplateFault]:
    """The faults of a template. One whose name stands for no deliverable is checked for everything but its names."""
    from ..errors import FileError
    from ..word.template.fields import ANYTHING, names_of
    from ..word.template.lint import lint

    try:
        content = path.read_bytes()
    except OSError as error:
        raise FileError("output.failed_read", path=str(path), reason=error.strerror or "") from error
    report = report_of(path)
    names = names_of(context_class(report)) if report else ANYTHING
    return list(lint(path.name, content, names))
