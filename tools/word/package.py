"""An outline's blocks → a .docx template, the same bytes every time."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from . import styles, xml
from .builder import Builder
from .front import FOOTER, HEADER, REFERENCES

_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PKG = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TIME = (2026, 1, 1, 0, 0, 0)
_PARTS = ("styles", "numbering", "settings", "fontTable")


def write(doc: Builder, path: Path, title: str) -> None:
    """Write the template; ``title`` is its own title property until it is rendered."""
    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            [
                ("rId1", f"{_REL}/officeDocument", "word/document.xml"),
                ("rId2", f"{_PKG}/relationships/metadata/core-properties", "docProps/core.xml"),
            ]
        ),
        "docProps/core.xml": _core(title),
        "word/_rels/document.xml.rels": _relationships(
            [(f"rId{n}", f"{_REL}/{name}", f"{name}.xml") for n, name in enumerate(_PARTS, 1)]
            + [(HEADER, f"{_REL}/header", "header1.xml"), (FOOTER, f"{_REL}/footer", "footer1.xml")]
        ),
        "word/document.xml": _document(doc),
        "word/styles.xml": styles.styles_xml(),
        "word/numbering.xml": styles.numbering_xml(),
        "word/settings.xml": styles.settings_xml(),
        "word/fontTable.xml": f"{xml.HEAD}<w:fonts {xml.NAMESPACES}/>",
        "word/header1.xml": _header(),
        "word/footer1.xml": _footer(),
    }
    path.write_bytes(_zipped(files))


def _zipped(files: dict[str, str]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, content.encode())
    return buffer.getvalue()


def _document(doc: Builder) -> str:
    body = "".join(doc.blocks)
    return f"{xml.HEAD}<w:document {xml.NAMESPACES}><w:body>{body}{xml.section(references=REFERENCES)}</w:body></w:document>"


def _header() -> str:
    """Project at the left, chapter at the right (a STYLEREF that the finishing pass gives its cached text)."""
    content = xml.run("{{ front.running }}") + xml.TAB + xml.field('STYLEREF "heading 1"', " ")
    return f"{xml.HEAD}<w:hdr {xml.NAMESPACES}>{xml.paragraph('Header', content)}</w:hdr>"


def _footer() -> str:
    """Document and version at the left, page of pages at the right."""
    left = xml.run("{{ front.title }}{% if front.version %}\u3000{{ front.version }}{% endif %}")
    pages = xml.field("PAGE", "1") + xml.run(" / ") + xml.field("NUMPAGES", "1")
    return f"{xml.HEAD}<w:ftr {xml.NAMESPACES}>{xml.paragraph('Footer', left + xml.TAB + pages)}</w:ftr>"


def _content_types() -> str:
    main = {"document": "document.main", **{p: p for p in _PARTS}, "header1": "header", "footer1": "footer"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in main.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'{xml.HEAD}<Types xmlns="{_PKG}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'{overrides}<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _relationships(rows: list[tuple[str, str, str]]) -> str:
    items = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in rows)
    return f'{xml.HEAD}<Relationships xmlns="{_PKG}/relationships">{items}</Relationships>'


def _core(title: str) -> str:
    return (
        f'{xml.HEAD}<cp:coreProperties xmlns:cp="{_PKG}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title></cp:coreProperties>'
    )
