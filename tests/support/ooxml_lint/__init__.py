"""A lint for .docx and .xlsx: what Microsoft's validator lets pass and Word, Excel or a reader does not.

``lint(path_or_bytes)`` gives a list of findings, each with a code of ``CODES``, the part it stands in and what was
found there. Workbooks inside a document (the data of its charts) are linted too; their parts are named
``word/embeddings/data.xlsx!xl/workbook.xml``.
"""

from __future__ import annotations

from pathlib import Path

from tests.support.ooxml_lint import charts, docx, package, text, xlsx
from tests.support.ooxml_lint.package import Finding, Package

CODES: dict[str, str] = {**package.CODES, **text.CODES, **docx.CODES, **charts.CODES, **xlsx.CODES}
"""Every code with the reason why it is a defect."""

__all__ = ["CODES", "Finding", "assert_clean", "lint"]


def lint(source: Path | str | bytes, ignore: frozenset[str] | set[str] = frozenset()) -> list[Finding]:
    """All findings on a .docx or .xlsx, in the order of its parts, but for the codes in ``ignore``."""
    unknown = ignore - CODES.keys()
    if unknown:
        raise ValueError(f"no such lint codes: {', '.join(sorted(unknown))}")
    data = source if isinstance(source, bytes) else Path(source).read_bytes()
    return [finding for finding in _lint(data) if finding.code not in ignore]


def assert_clean(*sources: Path, ignore: frozenset[str] | set[str] = frozenset()) -> None:
    """Fail with every finding of every file; being given no file at all is a failure too."""
    assert sources, "no files to lint"
    report = [f"{path.name}: {finding}" for path in sources for finding in lint(path, ignore)]
    assert not report, f"{len(report)} findings\n" + "\n".join(report[:60])


def _lint(data: bytes) -> list[Finding]:
    opened = Package(data)
    findings = list(package.check(opened))
    if opened.kind == "docx":
        findings += docx.check(opened)
        findings += charts.check(opened)
    elif opened.kind == "xlsx":
        findings += xlsx.check(opened)
    for name in opened.names:
        if opened.kind == "docx" and name.lower().endswith(".xlsx"):
            inner = _lint(opened.read(name))
            findings += [Finding(found.code, f"{name}!{found.part}", found.detail) for found in inner]
    return findings
