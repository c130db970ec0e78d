"""What long work is doing: a moving line on a terminal, plain lines elsewhere. Always beside the answer, on stderr."""

from __future__ import annotations

import os
import sys
from types import TracebackType
from typing import TYPE_CHECKING

from . import console

if TYPE_CHECKING:
    from rich.progress import Progress as Bar


class Progress:
    """Say each stage as it begins: ``with Progress() as show: show("…")``. ``quiet`` says nothing at all."""

    def __init__(self, stages: int = 0, *, quiet: bool = False) -> None:
        self.stages, self.quiet = stages, quiet
        self._bar: Bar | None = None
        self._last = ""

    def __enter__(self) -> Progress:
        if not self.quiet and moving():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn
            from rich.progress import Progress as Bar

            columns = (SpinnerColumn("line"), TextColumn("{task.description}"), BarColumn(20), MofNCompleteColumn())
            self._bar = Bar(*columns, console=Console(stderr=True), transient=True)
            self._bar.add_task("", total=self.stages or None)
            self._bar.start()
        return self

    def __call__(self, text: str) -> None:
        """A stage begins."""
        if self.quiet:
            return
        if self._bar is None:
            console.err(text)
            return
        if self._last:
            self._bar.advance(self._bar.task_ids[0])
        self._bar.update(self._bar.task_ids[0], description=text)
        self._last = text

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()


def moving() -> bool:
    """Whether a line can move: stderr is a terminal that knows how."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def show_steps() -> None:
    """Tell the six steps as they run, in the language the user is spoken to in by then."""
    import logging

    class Steps(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            words = console.spoken()
            report = getattr(record, "report", None)
            name = words.say(f"reports.{report}") if report else ""
            console.err(words.say(f"cli.step_{record.msg}", name=name))

    steps = logging.getLogger("fixdocs")
    steps.setLevel(logging.INFO)
    steps.propagate = False
    steps.handlers[:] = [Steps()]  # once, however often a process is asked
