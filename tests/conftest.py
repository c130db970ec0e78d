"""What holds for every test: no machine's language, and leaving out, with a word, what it has no program for."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.support.guards import Guards
from tests.support.programs import LEFT_OUT, need

pytest.register_assert_rewrite("tests.truth.relations")  # it asserts for the tests beside it

# A busy machine is no failure; the CI run must give the same verdict on the same code.
_SAME = bool(os.environ.get("CI") or os.environ.get("FIXDOCS_REQUIRE_ALL"))
settings.register_profile("fixdocs", deadline=None, derandomize=_SAME)
settings.load_profile("fixdocs")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Guards())


@pytest.fixture(scope="session", autouse=True)
def _no_language_of_the_machine() -> Iterator[None]:
    """Messages follow LC_ALL and LANG; here neither decides, in this process and in those that are started."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LC_ALL", "C.UTF-8")
        patch.delenv("LC_MESSAGES", raising=False)
        patch.delenv("LANG", raising=False)
        yield


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("requires"):
        for name in marker.args:
            need(name)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what was left out, just before pytest's closing line."""
    left_out: dict[str, Counter[str]] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        _, found, program = reason.partition(LEFT_OUT)
        if found:
            left_out.setdefault(program, Counter())[report.nodeid.partition("[")[0]] += 1
    if not left_out:
        return
    terminalreporter.section("checks left out")
    for program, checks in sorted(left_out.items()):
        terminalreporter.write_line(f"for want of {program}:")
        for check, number in sorted(checks.items()):
            times = f" ({number} cases)" if number > 1 else ""
            terminalreporter.write_line(f"  {check}{times}")
