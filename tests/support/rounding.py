"""Rounding as reports do it and readers expect it: a half goes up (四舍五入), unlike in Python."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def half_up(value: float, digits: int) -> str:
    """``value`` with ``digits`` decimals."""
    return str(Decimal(f"{value:.12g}").quantize(Decimal(10) ** -digits, ROUND_HALF_UP))
