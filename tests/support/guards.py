"""Each claim must be seen to stand and to be refused: counted over the tests of truth, however they were shared out.

A guard that never refuses guards nothing, and one that never lets its claim stand hides a sentence nobody has read.
Where all files of tests/truth ran, a claim that was seen only one way fails the run; where some ran, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from fixdocs.analysis.claim import CLAIMS, watching

TRUTH = Path(__file__).resolve().parents[1] / "truth"


def lacking(claims: set[str], seen: Mapping[str, set[bool]]) -> list[str]:
    """The claims that were not seen both to stand and to be refused."""
    return sorted(key for key in claims if seen.get(key) != {True, False})


class Guards:
    """What one run saw; where its tests were shared out, what each worker saw."""

    def __init__(self) -> None:
        self.seen: dict[str, set[bool]] = {}
        self.claims: set[str] = set()
        self.files: set[str] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        if item.path.parent != TRUTH:
            return (yield)
        self.files.add(item.path.name)
        with watching() as seen:
            result = yield
        self._add(seen)
        return result

    def _add(self, seen: Mapping[str, Any]) -> None:
        for key, stood in seen.items():
            self.seen.setdefault(key, set()).update(stood)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any, error: object) -> None:
        told = getattr(node, "workeroutput", {}).get("guards")
        if told:
            self._add(told["seen"])
            self.claims.update(told["claims"])
            self.files.update(told["files"])

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        self.claims |= CLAIMS
        output = getattr(session.config, "workeroutput", None)
        if output is not None:
            seen = {key: sorted(stood) for key, stood in self.seen.items()}
            output["guards"] = {"seen": seen, "claims": sorted(self.claims), "files": sorted(self.files)}
        elif self.missing():
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def missing(self) -> list[str]:
        """The claims that lack a guard's proof; none where only some of the files ran."""
        whole = self.files >= {path.name for path in TRUTH.glob("test_*.py")}
        return lacking(self.claims, self.seen) if whole else []

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        missing = self.missing()
        if missing:
            terminalreporter.section("claims not seen both to stand and to be refused", red=True)
            for key in missing:
                terminalreporter.write_line(f"{key}: seen {sorted(self.seen.get(key, ())) or 'never'}")
