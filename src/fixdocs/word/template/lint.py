"""A Word template and the names of its deliverable → what is wrong with it, each with the place where it stands.

Nothing is rendered: the package is opened safely, every paragraph's tags are read as docxtpl would, blocks are matched,
and every name is looked up in the tree of the context's names.
"""

from __future__ import annotations

from typing import Any, Final

from lxml import etree
from msgspec import Struct

from ...opc import parse
from .fault import Spot, TemplateFault, TemplateFaults
from .fields import Name, names_of
from .names import BLOCKS, SCOPED, NameChecker
from .package import TemplatePackage, open_template
from .places import Paragraph, paragraphs
from .tags import Finding, Tag, scan

_CORE: Final = "docProps/core.xml"
_MIDDLES: Final = {"else": ("for", "if"), "elif": ("if",)}


class Linted(Struct, frozen=True):
    """What the lint found, and the names that the template uses: context names, and ``ClassName.attribute``."""

    faults: tuple[TemplateFault, ...]
    used: frozenset[str] = frozenset()


def lint(template: str, data: bytes, context: type | Name) -> tuple[TemplateFault, ...]:
    """The faults of the template named ``template`` whose file content is ``data``, in document order.

    ``context`` is the class of the deliverable's context, or its tree of names.
    """
    return inspect_template(template, data, context).faults


def inspect_template(template: str, data: bytes, context: type | Name) -> Linted:
    """Like :func:`lint`, with the names the template uses."""
    names = context if isinstance(context, Name) else names_of(context)
    try:
        package = open_template(template, data)
    except TemplateFaults as problem:
        return Linted(problem.faults)
    findings: list[Finding] = []
    used: set[str] = set()
    for part in package.texts:
        walk = _PartWalk(names)
        findings += walk.findings(paragraphs(part.kind, part.root, package.styles))
        used |= walk.used
    properties = _PartWalk(names)
    findings += properties.findings(_property_paragraphs(package))
    faults = tuple(
        TemplateFault(item.key, template, item.spot, item.found, item.near, {"detail": item.detail})
        for item in dict.fromkeys(findings)
    )
    return Linted(faults, frozenset(used | properties.used))


def _property_paragraphs(package: TemplatePackage) -> list[Paragraph]:
    """The texts of the document's properties, as if each were a paragraph."""
    if _CORE not in package.parts:
        return []
    try:
        root = parse(package.parts[_CORE])
    except etree.XMLSyntaxError:
        return []
    holder = etree.Element("properties")
    texts = [node.text for node in root.iter() if isinstance(node.tag, str) and node.text]
    return [Paragraph(etree.SubElement(holder, "property"), text, Spot("properties")) for text in texts]


class _PartWalk:
    """Goes through one part's paragraphs and matches the blocks."""

    def __init__(self, names: Name) -> None:
        self._names = NameChecker(names)
        self._open: list[Tag] = []
        self._findings: list[Finding] = []

    @property
    def used(self) -> set[str]:
        return self._names.used

    def findings(self, walked: Any) -> list[Finding]:
        """What is wrong in the paragraphs ``walked``."""
        for paragraph in walked:
            tags, found = scan(paragraph)
            self._findings += found
            for tag in tags:
                self._statement(tag)
                self._findings += self._names.check(tag)
        for tag in self._open:
            self._findings.append(Finding("missing_end", tag.spot, tag.source, detail="end" + tag.word))
        return self._findings

    def _statement(self, tag: Tag) -> None:
        word = tag.word
        if word in _MIDDLES:
            if not self._open or self._open[-1].word not in _MIDDLES[word]:
                self._findings.append(Finding("unmatched_middle", tag.spot, tag.source))
            else:
                self._same_holder(self._open[-1], tag)
        elif word.startswith("end"):
            self._close(tag, word.removeprefix("end"))
        elif word in BLOCKS and not (word == "set" and "=" in tag.code):
            self._open.append(tag)

    def _close(self, tag: Tag, word: str) -> None:
        if not self._open:
            self._findings.append(Finding("unmatched_end", tag.spot, tag.source))
            return
        opened = self._open[-1]
        if opened.word != word:
            if word not in (other.word for other in self._open):
                self._findings.append(Finding("wrong_end", tag.spot, tag.source, detail=opened.source))
                return
            while self._open[-1].word != word:  # the inner block was never ended
                inner = self._pop()
                self._findings.append(Finding("missing_end", inner.spot, inner.source, detail="end" + inner.word))
        self._same_holder(self._pop(), tag)

    def _pop(self) -> Tag:
        opened = self._open.pop()
        if opened.word in SCOPED:
            self._names.leave()
        return opened

    def _same_holder(self, opened: Tag, tag: Tag) -> None:
        if opened.element is None or tag.element is None:
            return  # misplaced by itself, reported already
        inline = not opened.level and not tag.level and opened.element is tag.element
        if opened.level != tag.level or not (inline or opened.holder is tag.holder):
            self._findings.append(Finding("crossing_block", tag.spot, tag.source, detail=opened.source))
