"""What a report says, as its context holds it: every text, with the facts that stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

from msgspec import Struct

from fixdocs.analysis.facts import Fact
from fixdocs.analysis.findings import analyse
from fixdocs.project import Project
from fixdocs.reports.shared.figures import Figure
from fixdocs.reports.shared.ledger import noting
from fixdocs.word.inline import Prose
from fixdocs.word.noted import MARKED
from fixdocs.words import words_of

MARK = MARKED


class Print(NamedTuple):
    """A figure as it was printed."""

    fact: Fact
    value: float
    text: str


class Said(NamedTuple):
    """``texts`` without marks, ``prints`` in their order, ``bare`` the texts with every marked figure taken out."""

    texts: tuple[str, ...]
    prints: tuple[Print, ...]
    bare: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.texts)


def said(report: str, project: Project) -> Said:
    """All texts of ``report`` but cover and document control; of figures, none: they are drawings."""
    module = import_module(f"fixdocs.reports.{report}.report")
    with noting() as ledger:
        context = module.context(analyse(project), words_of("zh"))
        found = [
            text
            for name in context.__struct_fields__
            if name != "front"
            for text in leaves(getattr(context, name))
            if isinstance(text, str)
        ]
    prints = tuple(
        Print(ledger.facts[int(mark[1])], ledger.values[int(mark[1])], mark[2])
        for text in found
        for mark in MARK.finditer(text)
    )
    return Said(tuple(MARK.sub(r"\2", text) for text in found), prints, tuple(MARK.sub("", text) for text in found))


def drawn(report: str, project: Project) -> str:
    """All that a report's figures hold, while a ledger is open."""
    module = import_module(f"fixdocs.reports.{report}.report")
    with noting():
        context = module.context(analyse(project), words_of("zh"))
    return repr([leaf for leaf in leaves(context) if isinstance(leaf, Figure)])


def leaves(held: object) -> Iterator[str | Figure]:
    """The texts and figures that a report's context holds, in their order."""
    match held:
        case str() | Figure():
            yield held
        case Prose():
            yield str(held)
        case Struct():
            for name in held.__struct_fields__:
                yield from leaves(getattr(held, name))
        case tuple() | list():
            for item in held:
                yield from leaves(item)
