"""Rounding as reports print: a half goes up (四舍五入), whatever the last bit of its binary fraction."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

_WIDE = Context(prec=700)  # holds any float with its decimals


def rounded(value: float, digits: int) -> Decimal:
    """``value`` with ``digits`` decimals; away from 0 at a half: 4.225 → 4.23, −0.125 → −0.13."""
    meant = Decimal(f"{float(value):.14g}")  # the noise of binary fractions is far below
    return meant.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, _WIDE)
