"""What the two reports that ask for a decision share: the box of what is asked, and who signs."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct

from ...word.printed import Printed


class AskLine(Struct, frozen=True):
    """A line of what management is asked to decide."""

    label: str
    value: str


class SignLine(Struct, frozen=True):
    """Who signs: role or post, and name where it is known."""

    role: Annotated[str, Printed(24), Printed(26, layout="plan")]
    name: Annotated[str, Printed(20)]
