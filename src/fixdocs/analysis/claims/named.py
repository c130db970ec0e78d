"""How a sentence names several records: all of a few, the first of many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...schema import Row
from ..claim import Claim, claims

_ALL: Final = 4  # records that a sentence names in full
_LISTED: Final = 8  # of more their numbers, up to as many; then the first


@claims("named.few", "named.numbers", "named.many")
def named(rows: Sequence[Row]) -> Claim | None:
    """``rows`` as a sentence names them; None for none."""
    if not rows:
        return None
    if len(rows) <= _ALL:
        return Claim("named.few", {"rows": tuple(rows)})
    keys = tuple(str(getattr(row, type(row).sheet.key[0])) for row in rows)
    if len(keys) <= _LISTED:
        return Claim("named.numbers", {"keys": keys})
    return Claim("named.many", {"keys": keys[:_ALL]})
