"""Puts scenes into a plain .docx, one a paragraph with its name below, to look at and to validate."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape

from fixdocs.diagrams.drawingml import inline
from fixdocs.diagrams.scene import Scene

_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def write_docx(path: Path, scenes: Iterable[Scene]) -> Path:
    """Write ``scenes`` to ``path``, each on a page of its own orientation; returns ``path``."""
    ids = count(1)
    pages = list(scenes)
    body = []
    for index, scene in enumerate(pages):
        section = _section(scene.landscape)
        last = index == len(pages) - 1
        after = "" if last else f"<w:pPr>{section}</w:pPr>"
        body.append(
            f"<w:p><w:r><w:drawing>{inline(scene, ids)}</w:drawing></w:r></w:p>"
            f'<w:p>{after}<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>{escape(scene.name)}</w:t></w:r></w:p>'
            + (section if last else "")
        )
    document = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_W}"><w:body>'
        f"{''.join(body)}</w:body></w:document>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELS)
        package.writestr("word/document.xml", document)
    return path


def _section(landscape: bool) -> str:
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    margin = 'w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"'
    return f"<w:sectPr><w:pgSz {size}/><w:pgMar {margin}/></w:sectPr>"
