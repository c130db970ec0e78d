"""The mark of an attribute that a table of the template prints: its share of the width and its alignment.

    number: Annotated[str, Printed(8, "code")]

The columns of a table are the marked attributes of its row's class, in the order of their declaration
(:func:`~.template.fields.columns_of`); their headings stand in the catalogue beside their meanings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .grid import Align


class Printed(NamedTuple):
    """``share`` is the column's part of the width. With a ``layout`` it holds in the table of that name alone."""

    share: float
    align: Align = "text"
    layout: str = ""
