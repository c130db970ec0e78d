"""A Word template and a context → a ``.docx``, the same bytes every time.

1. The template is read; one that is not the pack's own is linted first, and searched for what it may not bring along.
2. Its tags are rendered by Jinja (``engine``), in a child process where it is not the pack's own. The many rows of a
   long table wait aside until the document is written (``rows``).
3. The objects that give XML of their own (figures) take the place of their marks, in document order.
4. What Word would refuse is mended: a cell without a paragraph, a table without a row.
5. The caller's finishing pass runs over the document (``finish``).
6. Core properties are set, and the parts are packed without time or order of their own (``package``).

A fault of the template is a :class:`~..template.fault.TemplateFaults` with its place, never a traceback.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import asdict

from ...opc import write_parts
from ..clean import Removal
from ..environment import Marks
from ..package import document_parts
from .properties import Properties, set_properties
from .rows import LongRows

if TYPE_CHECKING:
    from docx.document import Document

    from .sandbox import SandboxLimits


class Report(Struct, frozen=True):
    """A rendered document: its bytes, and what was left out of its texts because no document can hold it."""

    content: bytes
    removals: tuple[Removal, ...] = ()


def render(
    template: bytes | Path,
    context: Mapping[str, object] | object,
    *,
    trusted: bool,
    name: str = "",
    finish: Callable[[Document], None] | None = None,
    properties: Properties | None = None,
    limits: SandboxLimits | None = None,
    compiled: Path | None = None,
) -> bytes:
    """Render ``template`` with ``context`` to the bytes of a ``.docx``; see :func:`render_report`."""
    report = render_report(
        template,
        context,
        trusted=trusted,
        name=name,
        finish=finish,
        properties=properties,
        limits=limits,
        compiled=compiled,
    )
    return report.content


def render_report(
    template: bytes | Path,
    context: Mapping[str, object] | object,
    *,
    trusted: bool,
    name: str = "",
    finish: Callable[[Document], None] | None = None,
    properties: Properties | None = None,
    limits: SandboxLimits | None = None,
    compiled: Path | None = None,
) -> Report:
    """Render ``template`` with ``context``, a context dataclass or a mapping of names.

    ``trusted`` is true for the pack's own templates only; any other is rendered in a child process within ``limits``.
    ``compiled`` is the folder of what was compiled of the pack's own beforehand (:mod:`.compiled`).
    ``name`` stands for the template in messages (a path's own name by default). ``finish`` is called with the
    python-docx document after rendering.

    An object in the context that has ``__html__`` gives XML of its own in the place of its tag. One that has a
    ``__str__`` too is a text: it gives the inside of a ``w:t`` and stands in ``{{ … }}``. One without gives paragraphs
    and stands alone in ``{{p … }}``; where it has ``render_into(part, number)``, it is asked by that instead, with the
    part it may hang parts on and its number among such objects in the document, from 1.

    Raises TemplateFaults where the template cannot be rendered.
    """
    data, name = _read(template, name)
    names = named_values(context)
    marks, rows = Marks(), LongRows()
    if trusted:
        document, rendered = _in_this_process(name, data, names, context, marks, compiled)
    else:
        document, rendered = _in_a_child(name, data, names, context, marks, limits)
    body = str(document.part.partname)
    parts = {**rendered.parts, body: rows.shortened(rendered.parts[body])}
    document = _assembled(document, parts, marks, name, data, context)
    if finish is not None:
        finish(document)
    set_properties(document, rendered.properties, properties or Properties())
    removals = tuple(Removal(excerpt, characters) for excerpt, characters in rendered.removals)
    return Report(_packed(document, rows), removals)


def named_values(context: Mapping[str, object] | object) -> dict[str, object]:
    """The top-level names of a context."""
    if isinstance(context, Mapping):
        return dict(context)
    if isinstance(context, Struct):
        return asdict(context)
    raise TypeError(f"neither a record nor a mapping: {type(context).__name__}")


def _read(template: bytes | Path, name: str) -> tuple[bytes, str]:
    if isinstance(template, bytes):
        return template, name
    return template.read_bytes(), name or template.name


def _in_this_process(
    name: str,
    data: bytes,
    names: Mapping[str, object],
    context: object,
    marks: Marks,
    compiled: Path | None,
) -> tuple[Document, Any]:
    from .compiled import compiled_in
    from .engine import RenderError, render_parts

    try:
        rendered, document = render_parts(data, names, marks.mark, compiled_in(compiled))
    except RenderError as error:
        from .faults import Failure, faults_of

        failure = Failure(type(error.cause).__name__, str(error.cause), error.part, error.line)
        raise faults_of(name, data, context, failure) from error
    return document, rendered


def _in_a_child(
    name: str,
    data: bytes,
    names: Mapping[str, object],
    context: object,
    marks: Marks,
    limits: SandboxLimits | None,
) -> tuple[Document, Any]:
    import io

    import docx

    from ..template.fault import TemplateFaults
    from ..template.lint import lint
    from .faults import Failure, context_names, faults_of, refuse_fetching_fields
    from .sandbox import SandboxFailure, render_in_child

    found = lint(name, data, context_names(context))
    if found:
        raise TemplateFaults(name, found)
    try:
        rendered = render_in_child(data, names, marks, limits)
    except SandboxFailure as error:
        failure = Failure(error.reason, error.message, error.part, error.line)
        raise faults_of(name, data, context, failure) from error
    refuse_fetching_fields(name, rendered.parts)
    return docx.Document(io.BytesIO(data)), rendered


def _assembled(
    document: Document,
    parts: Mapping[str, str],
    marks: Marks,
    name: str,
    data: bytes,
    context: object,
) -> Document:
    from .assemble import BrokenXml, put_parts

    try:
        put_parts(document, parts, marks)
    except BrokenXml as error:
        from .faults import Failure, faults_of

        raise faults_of(name, data, context, Failure("BrokenXml", error.detail, error.part)) from error
    fresh: Document = document.part.document  # a new proxy: the old one holds the replaced element
    return fresh


def _packed(document: Document, rows: LongRows) -> bytes:
    parts = document_parts(document)
    body = str(document.part.partname).lstrip("/")
    parts[body] = rows.put_back(parts[body])
    return write_parts(parts)
