"""Core properties of a document, from the template's own fields and from what the report says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...characters import clean_text

if TYPE_CHECKING:
    from docx.document import Document

_LONGEST: Final = 255  # characters a core property may have
_FIRST_DAY: Final = datetime(2000, 1, 1)


class Properties(Struct, frozen=True):
    """The core properties of a document; ``date`` is ISO (2024-05-31) and becomes its created and modified time."""

    title: str = ""
    subject: str = ""
    author: str = ""
    keywords: str = ""
    category: str = ""
    comments: str = ""
    language: str = ""
    date: str = ""


def set_properties(document: Document, rendered: Mapping[str, str], properties: Properties) -> None:
    """Set what ``properties`` gives, then what the template's own tags gave; python-docx escapes it.

    The times come from the report's date, so that the same input gives the same bytes.
    """
    core = document.core_properties
    for name in properties.__struct_fields__:
        text = rendered.get(name) or str(getattr(properties, name))
        if text and name != "date":
            setattr(core, name, " ".join(clean_text(text).split())[:_LONGEST])
    moment = datetime.fromisoformat(properties.date) if properties.date else _FIRST_DAY
    core.created = core.modified = moment.replace(tzinfo=None)
    core.last_modified_by = core.author
    core.revision = 1
