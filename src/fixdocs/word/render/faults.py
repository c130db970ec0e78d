"""A failed rendering → the faults of the template, each with its place; and a last look at what was rendered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree
from msgspec import Struct

from ...opc import parse
from ..template.fault import Spot, TemplateFault, TemplateFaults
from ..template.fields import ANYTHING, Name, is_block, names_of
from ..template.lint import lint
from ..template.package import TemplatePackage, fetching_fields, open_template
from ..template.places import paragraphs

_KEYS: Final = {
    "SecurityError": "unsafe",
    "PermissionError": "unsafe",
    "OverflowError": "too_much",
    "MemoryError": "too_much",
    "RecursionError": "too_much",
    "timeout": "too_slow",
    "crash": "too_much",
    "unavailable": "no_child",
    "UndefinedError": "undefined",
    "TemplateSyntaxError": "syntax",
    "TemplateAssertionError": "syntax",
    "BrokenXml": "broken_xml",
}
_BEYOND_LINT: Final = ("unsafe", "too_much", "too_slow", "no_child")  # the failure itself is what matters


class Failure(Struct, frozen=True):
    """How a rendering failed: the exception's name, its message, the part and the paragraph's number in it."""

    reason: str
    message: str = ""
    part: str = ""
    line: int = 0


def faults_of(name: str, data: bytes, context: object, failure: Failure) -> TemplateFaults:
    """What to tell of ``failure``: what the lint finds in the template, or else the failure with its place."""
    key = _KEYS.get(failure.reason, "failed")
    if key not in _BEYOND_LINT:
        found = lint(name, data, context_names(context))
        if found:
            return TemplateFaults(name, found)
    spot, text = _place(name, data, failure)
    fault = TemplateFault(key, name, spot, text, values={"detail": failure.message or failure.reason})
    return TemplateFaults(name, (fault,))


def context_names(context: object) -> Name:
    """The names that ``context``, a record or a mapping, gives to a template."""
    if isinstance(context, Struct):
        return names_of(type(context))
    if not isinstance(context, Mapping):
        return ANYTHING
    return Name("record", members={str(key): _value_name(value) for key, value in context.items()})


def _value_name(value: object) -> Name:
    if is_block(type(value)):
        return Name("block")
    if hasattr(value, "__html__"):
        return Name("text")
    if isinstance(value, Struct):
        return names_of(type(value)) if value.__struct_fields__ else ANYTHING
    return Name("text") if isinstance(value, str) else ANYTHING


def refuse_fetching_fields(name: str, parts: Mapping[str, str]) -> None:
    """Refuse what an untrusted template rendered, where it holds a field that fetches; raises TemplateFaults."""
    for xml in parts.values():
        if "instr" not in xml:
            continue
        try:
            root = parse(xml.encode("utf-8"))
        except etree.XMLSyntaxError:
            continue  # told where the parts are put together
        faults = tuple(TemplateFault("fetching_field", name, found=found) for found in fetching_fields(root))
        if faults:
            raise TemplateFaults(name, faults)


def _place(name: str, data: bytes, failure: Failure) -> tuple[Spot, str]:
    """The place of paragraph ``failure.line`` and its text; the whole template where it is unknown."""
    try:
        package: TemplatePackage = open_template(name, data)
    except TemplateFaults:
        return Spot("package"), ""
    for part in package.texts:
        if "/" + part.name == failure.part and failure.line:
            walked = list(paragraphs(part.kind, part.root, package.styles))
            if failure.line <= len(walked):
                paragraph = walked[failure.line - 1]
                return paragraph.spot, paragraph.text.strip()[:60]
        elif "/" + part.name == failure.part:
            return Spot(part.kind), ""
    return Spot("properties" if "docProps" in failure.part else "package"), ""
