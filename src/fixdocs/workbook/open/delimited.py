"""Text tables → raw sheets: .csv in any of the encodings and separators that exports come in."""

from __future__ import annotations

import csv
from pathlib import Path

from ...diagnostics import Source
from .raw import RawSheet, UnreadableError, filled

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SEPARATORS = ",;\t|"


def read_delimited(path: Path, file: str) -> RawSheet:
    """The table in a text file; a quoted field may hold line breaks, rows are numbered as Excel shows them."""
    text = decoded(path.read_bytes())
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    lines = text.splitlines(keepends=True)
    try:
        rows = csv.reader(lines, delimiter=separator(lines))
        return RawSheet(Source(file), filled(rows))
    except csv.Error as error:
        raise UnreadableError("damaged") from error


def decoded(data: bytes) -> str:
    """Text from its mark, else as UTF-8, else as GB18030; raises Unreadable where none fits."""
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableError("not_a_workbook")
    encodings = [encoding for mark, encoding in _MARKS if data.startswith(mark)] or ["utf-8", "gb18030"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError("encoding")


def separator(lines: list[str]) -> str:
    """The separator that splits the first lines into the most columns, the same number in each."""
    head = [line for line in lines[:20] if line.strip()]

    def fit(candidate: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(head, delimiter=candidate)]
        usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        return (widths.count(usual) if usual > 1 else 0, usual)

    return max(_SEPARATORS, key=fit)
