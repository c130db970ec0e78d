"""The tree of exceptions. No printing, no I/O; the CLI turns each into a message and an exit code."""

from __future__ import annotations


class FixdocsError(Exception):
    """The base. ``key`` names a sentence of the catalogue (``domain.name``), ``values`` fill it."""

    exit_code = 3

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values


class UsageError(FixdocsError):
    """What was asked for makes no sense: an unknown report, a folder that is none."""

    exit_code = 2


class FileError(FixdocsError):
    """A file could not be read or written."""

    exit_code = 3


class TemplateError(FixdocsError):
    """A Word template has a fault."""

    exit_code = 1
