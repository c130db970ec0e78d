"""What is wrong, where, and what it spoils. Values only: the words stand in the catalogue."""

from __future__ import annotations

from .codes import CODES, Aspect, Code, Severity
from .model import Diagnostic, Place, Source, column_letter

__all__ = ["CODES", "Aspect", "Code", "Diagnostic", "Place", "Severity", "Source", "column_letter"]
