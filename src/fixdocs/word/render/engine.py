"""A template's parts and a context → the rendered XML of each part; the only code that knows docxtpl.

docxtpl 0.20.2 reads the tags (``{{ }}``, ``{%p %}``, ``{%tr %}``, ``{{r }}`` …) and keeps its meaning for them. What it
does after Jinja is replaced here, because it loses text (a lenient parser), slows down faster than the document
grows, or rewrites the data: see ``resolve_listing``, ``fix_tables``, ``map_tree`` and ``render_properties`` there.

This module runs both in the program's own process and in the child process that renders untrusted templates, so it
never touches a figure: an object that gives XML of its own is replaced by a mark, and whoever holds the objects puts
their XML in the place of the marks (:func:`~..environment.fill_marks`).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

import jinja2
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docxtpl import DocxTemplate
from lxml import etree
from markupsafe import Markup
from msgspec import Struct, field

from ..clean import Cleaner
from ..environment import Environment, finalizer
from .compiled import FILENAME, Compile, compile_anew, keep_compiled
from .patch import joined, makes_columns, needs_docxtpl, patch
from .text import break_lines

if TYPE_CHECKING:
    from pathlib import Path

    from docx.opc.part import Part

_ESCAPED_BRACES: Final = (("{_{", "{{ '{{' }}"), ("}_}", "{{ '}}' }}"), ("{_%", "{{ '{%' }}"), ("%_}", "{{ '%}' }}"))
_FAILURES: Final = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)
_BODY_PARTS: Final = (RT.HEADER, RT.FOOTER)
_PROPERTIES: Final = ("title", "subject", "author", "comments", "keywords", "category", "identifier", "language")


class Rendered(Struct):
    """The outcome: XML by part name (``/word/document.xml``), core properties by name, and what was cleaned away."""

    parts: dict[str, str] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)
    removals: tuple[tuple[str, tuple[str, ...]], ...] = ()


class RenderError(Exception):
    """Rendering failed. ``part`` is the part's name and ``line`` the paragraph in it, counted from 1 in the
    order of the part's XML (0 where it is unknown); the cause is chained.
    """

    def __init__(self, part: str, line: int, cause: BaseException) -> None:
        super().__init__(part, line, str(cause))
        self.part = part
        self.line = line
        self.cause = cause


class Engine(DocxTemplate):  # type: ignore[misc]
    """docxtpl with its steps after Jinja replaced; ``docx`` is the python-docx document of the template."""

    def __init__(self, template: bytes) -> None:
        super().__init__(io.BytesIO(template))
        self.render_init()

    def render_parts(
        self, context: Mapping[str, object], env: jinja2.Environment, compile_: Compile = compile_anew
    ) -> Rendered:
        """Render body, headers, footers, footnotes and properties; a failure raises RenderError."""
        rendered = Rendered()
        for part in self._parts():
            rendered.parts[str(part.partname)] = self._render_part(part, context, env, compile_)
        rendered.properties = self._rendered_properties(context, env)
        return rendered

    def sources(self) -> Iterator[str]:
        """The Jinja source of every part that holds tags."""
        for part in self._parts():
            xml = part_xml(part)
            if "{" in xml:
                yield self._patched(joined(_with_lines(xml)))

    def _parts(self) -> list[Part]:
        """The parts that may hold tags, body first, the rest by name."""
        body = self.docx.part
        related = [rel.target_part for rel in body.rels.values() if rel.reltype in _BODY_PARTS]
        related += [
            rel.target_part
            for rel in body.rels.values()
            if not rel.is_external and rel.target_part.content_type == CT.WML_FOOTNOTES
        ]
        return [body, *sorted({part.partname: part for part in related}.values(), key=lambda p: str(p.partname))]

    def _render_part(
        self, part: Part, context: Mapping[str, object], env: jinja2.Environment, compile_: Compile
    ) -> str:
        source = part_xml(part)
        if "{" not in source:
            return source
        source = joined(_with_lines(source))
        new_grid = makes_columns(source)
        try:
            xml = compile_(env, self._patched(source)).render(context)
        except _FAILURES as error:
            raise RenderError(str(part.partname), _line_of(error), error) from error
        xml = break_lines(xml.replace("\n<w:p ", "<w:p ").replace("\n<w:p>", "<w:p>"))
        return self._with_fixed_grid(xml, str(part.partname)) if new_grid else xml

    def _patched(self, source: str) -> str:
        patched: str = self.patch_xml(source) if needs_docxtpl(source) else patch(source)
        for written, meant in _ESCAPED_BRACES:
            patched = patched.replace(written, meant)
        return patched

    def _with_fixed_grid(self, xml: str, partname: str) -> str:
        """Let docxtpl mend the column grid, where a template makes columns; after a strict parse of our own."""
        try:
            etree.fromstring(xml, etree.XMLParser(resolve_entities=False))
        except etree.XMLSyntaxError as error:
            raise RenderError(partname, 0, error) from error
        fixed: str = etree.tostring(self.fix_tables(xml), encoding="unicode")
        return fixed

    def _rendered_properties(self, context: Mapping[str, object], env: jinja2.Environment) -> dict[str, str]:
        """Core properties that hold tags, rendered without escaping: python-docx escapes them itself."""
        plain = env.overlay(autoescape=False)
        core = self.docx.core_properties
        found = {name: str(getattr(core, name) or "") for name in _PROPERTIES}
        rendered = {}
        for name, source in found.items():
            if "{" in source:
                try:
                    rendered[name] = plain.from_string(source).render(context)
                except _FAILURES as error:
                    raise RenderError("/docProps/core.xml", 0, error) from error
        return rendered


def part_xml(part: Part) -> str:
    """The XML of a part as text, without declaration."""
    element = getattr(part, "_element", None)
    if element is None:
        element = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
    text: str = etree.tostring(element, encoding="unicode")
    return text


def _with_lines(xml: str) -> str:
    """Every paragraph on a line of its own, so that a line tells the paragraph."""
    return xml.replace("\n", " ").replace("<w:p ", "\n<w:p ").replace("<w:p>", "\n<w:p>")


def _line_of(error: BaseException) -> int:
    """The line of the Jinja source where ``error`` arose, which is the paragraph's number plus one."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return max(error.lineno - 1, 0)
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == FILENAME:
            line = trace.tb_lineno
        trace = trace.tb_next
    return max(line - 1, 0)


def render_parts(
    template: bytes,
    context: Mapping[str, object],
    mark: Callable[[object], Markup],
    compile_: Compile = compile_anew,
) -> tuple[Rendered, Any]:
    """Render ``template`` with ``context``; its python-docx document comes back too, the parts still unrendered."""
    cleaner = Cleaner()
    engine = Engine(template)
    rendered = engine.render_parts(context, Environment(finalizer(cleaner, mark)), compile_)
    rendered.removals = tuple((removal.excerpt, removal.characters) for removal in cleaner.removals)
    return rendered, engine.docx


def keep_templates(templates: Iterable[bytes], folder: Path) -> list[Path]:
    """Compile all parts of the ``templates`` beforehand, into ``folder``; what it holds then."""
    return keep_compiled((source for template in templates for source in Engine(template).sources()), folder)
