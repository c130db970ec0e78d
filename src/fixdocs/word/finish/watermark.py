"""The word that runs across a draft's pages: WordArt in the headers, behind the text, as Word's own watermarks are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from ...markup import attribute
from ..xml import NO_PROOF, RELATIONS, R, W, alone, drawn, header, paragraph, picture

if TYPE_CHECKING:
    from docx.document import Document

_TYPE: Final = W + "type"
_VML: Final = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_HEADER: Final = f"{RELATIONS}/header"
_CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_COLOUR: Final = "#c9d0d9"  # pale enough to read through, dark enough for a grey print
_WIDTH, _HEIGHT = 330, 165  # points of two characters; LibreOffice takes the name of the shape for a watermark's
_SHAPE_TYPE: Final = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
    '<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" '
    'shapetype="t"/></v:shapetype>'
)


def watermark_paragraph(text: str) -> Any:
    """The paragraph of a header that holds the watermark ``text``."""
    from lxml import etree

    width = _WIDTH if len(text) < 4 else _WIDTH + 60
    shape = (
        f'{_SHAPE_TYPE}<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" '
        f'alt={attribute(text)} style="position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{_HEIGHT}pt;'
        "rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" '
        f'fillcolor="{_COLOUR}" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;SimHei&quot;;font-size:1pt" string={attribute(text)}/></v:shape>'
    )
    return etree.fromstring(alone(paragraph("Spacer", drawn(picture(shape), NO_PROOF)), _VML))


def mark_front(document: Document, sections: Sequence[Any], text: str) -> None:
    """Put the watermark on the pages before the chapters: the ``sections`` of the cover and the front matter."""
    part, marked = document.part, set()
    for n, section in enumerate(sections):
        reference = next((r for r in section.iterchildren(f"{W}headerReference") if r.get(_TYPE) == "default"), None)
        if reference is not None:
            relation = reference.get(f"{R}id")
            if relation not in marked:
                _append(part.related_parts[relation], text)
                marked.add(relation)
        elif n == 0:  # a later section without a header of its own has the one before it
            section.insert(0, _new_header(document, text))


def _append(part: Any, text: str) -> None:
    from lxml import etree

    root = etree.fromstring(part.blob)
    root.append(watermark_paragraph(text))
    if hasattr(part, "_element"):
        from docx.oxml.parser import parse_xml

        part._element = parse_xml(etree.tostring(root))
    else:
        part._blob = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _new_header(document: Document, text: str) -> Any:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from lxml import etree

    root = etree.fromstring(alone(header()))
    root.append(watermark_paragraph(text))
    blob = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    taken = {str(part.partname) for part in document.part.package.iter_parts()}
    name = next(f"/word/header_draft{n}.xml" for n in count(1) if f"/word/header_draft{n}.xml" not in taken)
    part = Part(PackURI(name), _CONTENT_TYPE, blob, document.part.package)
    relation = document.part.relate_to(part, _HEADER)
    reference = etree.Element(f"{W}headerReference")
    reference.set(_TYPE, "default")
    reference.set(f"{R}id", str(relation))
    return reference
