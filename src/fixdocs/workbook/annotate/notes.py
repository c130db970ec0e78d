"""Notes on cells: they join the notes a sheet has already; threaded comments stay as they are.

A note is two things in a package: its text in the comments part and its box in a VML drawing. VML of other makers
is not always well-formed XML, so boxes are put in as text before its closing tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from ...diagnostics.model import column_letter
from ...markup import content
from .xml import Namespaces, etree, insert_before, parse, serialise

if TYPE_CHECKING:
    from .package import Package

_COMMENTS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER: Final = (
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
)  # fmt: skip
_TYPE: Final = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_EMPTY: Final = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{block}"/></o:shapelayout></xml>'
)
_SHAPE: Final = re.compile(rb"_x0000_s(\d+)")
_CLOSING: Final = re.compile(rb"</\s*xml\s*>\s*$", re.IGNORECASE)

Marks = Mapping[tuple[int, int], tuple[int, str]]


def add_notes(package: Package, sheet: str, marks: Marks, author: str) -> None:
    """Put the texts of ``marks`` on the cells of the sheet's part ``sheet``."""
    threaded = set(_threaded(package, sheet))
    texts = {_address(place): text for place, (_, text) in marks.items()}
    texts = {cell: text for cell, text in texts.items() if cell not in threaded}
    if not texts:
        return
    part = _part(package, sheet, "comments", "xl/comments{n}.xml", _COMMENTS)
    fresh = _write_texts(package, part, texts, author)
    _write_boxes(package, sheet, [place for place in marks if _address(place) in fresh])


def _address(place: tuple[int, int]) -> str:
    return f"{column_letter(place[1])}{place[0]}"


def _threaded(package: Package, sheet: str) -> Iterator[str]:
    """Cells with a threaded comment: a note of ours on them would break the thread."""
    for relation in package.related(sheet):
        if relation.kind == "threadedComment":
            yield from (comment.get("ref") for comment in parse(package.get(relation.part)) if comment.get("ref"))


def _part(package: Package, sheet: str, kind: str, pattern: str, content: str) -> str:
    """The sheet's part of a kind, made and related where there is none."""
    for relation in package.related(sheet):
        if relation.kind == kind:
            return relation.part
    part = package.free(pattern)
    names = Namespaces.of(parse(package.get(sheet)))
    package.changed[part] = f'<comments xmlns="{names.main}"><authors/><commentList/></comments>'.encode()
    package.relate(sheet, f"{names.relations}/{kind}", part)
    package.declare(part=part, kind=content)
    return part


def _write_texts(package: Package, part: str, texts: Mapping[str, str], author: str) -> set[str]:
    """Add to the comments part; the cells that had no note before."""
    root = parse(package.get(part))
    names = Namespaces.of(root)
    authors, notes = root.find(names("authors")), root.find(names("commentList"))
    etree().SubElement(authors, names("author")).text = author
    held = {note.get("ref"): note for note in notes}
    for cell, text in texts.items():
        note = held.get(cell)
        if note is None:
            note = etree().SubElement(notes, names("comment"), ref=cell, authorId=str(len(authors) - 1))
            etree().SubElement(note, names("text"))
        else:
            text = "\n" + text
        _run(note.find(names("text")), text, names)
    package.changed[part] = serialise(root)
    return texts.keys() - held.keys()


def _run(parent: Any, text: str, names: Namespaces) -> None:
    """A run of text; a plain text that stands there becomes a run first (the two must not be mixed)."""
    plain = parent.find(names("t"))
    if plain is not None:
        parent.remove(plain)
        run = etree().SubElement(parent, names("r"))
        run.append(plain)
    run = etree().SubElement(parent, names("r"))
    properties = etree().SubElement(run, names("rPr"))
    etree().SubElement(properties, names("sz"), val="9")
    etree().SubElement(properties, names("rFont"), val="Microsoft YaHei")
    node = etree().SubElement(run, names("t"))
    node.text = text
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _write_boxes(package: Package, sheet: str, places: list[tuple[int, int]]) -> None:
    """The boxes of notes, hidden until a reader points at the cell."""
    root = parse(package.get(sheet))
    names = Namespaces.of(root)
    drawing = root.find(names("legacyDrawing"))
    if drawing is None:
        part = package.free("xl/drawings/vmlDrawing{n}.vml")
        # Shape numbers come in blocks of 1,024, one block a drawing.
        block = 1 + sum(name.endswith(".vml") for name in (*package.parts, *package.changed))
        package.changed[part] = _EMPTY.format(block=block).encode()
        relation = package.relate(sheet, f"{names.relations}/vmlDrawing", part)
        package.declare(ending="vml", kind=_VML)
        attributes = {f"{{{names.relations}}}id": relation}
        insert_before(root, root.makeelement(names("legacyDrawing"), attributes), _AFTER)
        package.changed[sheet] = serialise(root)
        first = block * 1024 + 1
    else:
        key = drawing.get(f"{{{names.relations}}}id")
        part = next(relation.part for relation in package.related(sheet) if relation.id == key)
        first = max((int(n) for n in _SHAPE.findall(package.get(part))), default=1024) + 1
    data = package.get(part)
    shapes = "" if b'"_x0000_t202"' in data else _TYPE
    shapes += "".join(_box(first + n, *place) for n, place in enumerate(places))
    closing = _CLOSING.search(data)
    if closing is not None:
        package.changed[part] = data[: closing.start()] + shapes.encode() + data[closing.start() :]


def _box(number: int, row: int, column: int) -> str:
    """One box, beside its cell: four columns wide, six rows high."""
    anchor = f"{column}, 12, {row - 1}, 4, {column + 4}, 12, {row + 5}, 4"
    return (
        f'<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;'
        'margin-top:2pt;width:240pt;height:96pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" '
        'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/>'
        '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{content(anchor)}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>"
    )
