"""Small tools for patching the XML of a workbook in place, whatever namespace and prefix its maker chose."""

from __future__ import annotations

from types import ModuleType
from typing import Any, Final

from msgspec import Struct

from ... import opc

_STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_TRANSITIONAL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def etree() -> ModuleType:
    """lxml, imported when first needed."""
    from lxml import etree as module

    found: ModuleType = module
    return found


def parse(data: bytes) -> Any:
    """The root of a part of a workbook that was weighed when it was unpacked."""
    return opc.parse(data, huge=True)


def serialise(root: Any) -> bytes:
    """A part's bytes, declared as Excel declares them."""
    data: bytes = etree().tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return data


class Namespaces(Struct, frozen=True):
    """The namespace of a spreadsheet part: calling it gives a qualified name; ``relation`` types follow it."""

    main: str

    @classmethod
    def of(cls, root: Any) -> Namespaces:
        """The namespace the part is written in."""
        return cls(etree().QName(root).namespace or "")

    def __call__(self, name: str) -> str:
        """``name`` in this namespace, as lxml writes it."""
        return f"{{{self.main}}}{name}"

    @property
    def relations(self) -> str:
        """The namespace of relationship ids and types: strict workbooks have one of their own."""
        return _STRICT if "purl.oclc.org" in self.main else _TRANSITIONAL


def insert_before(root: Any, element: Any, followers: tuple[str, ...]) -> None:
    """Put ``element`` where the schema wants it: before the first of ``followers``, else last."""
    for child in root:
        if isinstance(child.tag, str) and etree().QName(child).localname in followers:
            child.addprevious(element)
            return
    root.append(element)
