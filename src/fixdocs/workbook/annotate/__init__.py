"""Diagnostics → a marked copy of a workbook, everything else in it untouched."""
