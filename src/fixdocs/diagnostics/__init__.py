"""What is wrong, where, and which reports it blocks. Values only: the words stand in the catalogue."""

from __future__ import annotations

from .codes import CODES, Code, Severity
from .model import Diagnostic, Place, Source, column_letter

__all__ = ["CODES", "Code", "Diagnostic", "Place", "Severity", "Source", "column_letter"]
