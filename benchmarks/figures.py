"""Time per figure: ``python -m benchmarks.figures`` from the top of the checkout.

Each figure is made from a ready description to bytes (for a chart: its part and its workbook). Printed are the
median and the slowest of the runs after the first, and the first, which also fills caches.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fixdocs.diagrams.scene import Scene

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / part) for part in ("src", "")]

RUNS = 50


def charts() -> Iterator[tuple[str, Callable[[], object]]]:
    """A chart of every kind, and the largest a page holds."""
    from fixdocs.charts import build
    from tests.charts.samples import KINDS, sixty_rows

    for name, make in (KINDS | {"sixty_rows": sixty_rows}).items():
        chart = make()
        yield f"chart: {name}", lambda chart=chart: build(chart)


def diagrams() -> Iterator[tuple[str, Callable[[], object]]]:
    """A diagram of every kind, from its description to DrawingML: layout and drawing together."""
    from itertools import count

    from fixdocs.diagrams.drawingml import inline
    from fixdocs.diagrams.flowchart import flowchart
    from tests.diagrams.flows import WORDS, made_flow
    from tests.diagrams.samples import KINDS

    def drawn(make: Callable[[], list[Scene]]) -> list[str]:
        ids = count(1)
        return [inline(scene, ids) for scene in make()]

    for name, make in KINDS.items():
        yield f"diagram: {name}", lambda make=make: drawn(make)
    for steps, lanes in ((15, 5), (25, 6), (80, 12)):
        flow = made_flow(7, steps, lanes)
        yield f"flowchart: {steps} steps", lambda flow=flow: drawn(lambda: flowchart(flow, WORDS, "x"))


# A family of figures each: those who draw another kind add theirs here.
FAMILIES: tuple[Callable[[], Iterator[tuple[str, Callable[[], object]]]], ...] = (charts, diagrams)


def milliseconds(make: Callable[[], object]) -> float:
    start = time.perf_counter()
    make()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    print(f"{'figure':<28}{'median':>10}{'slowest':>10}{'first':>10}   ms, {RUNS} runs")
    for family in FAMILIES:
        medians = []
        for name, make in family():
            first, *later = (milliseconds(make) for _ in range(RUNS + 1))
            medians.append(statistics.median(later))
            print(f"{name:<28}{medians[-1]:>10.2f}{max(later):>10.2f}{first:>10.2f}")
        print(f"{'mean of the medians':<28}{statistics.mean(medians):>10.2f}\n")


if __name__ == "__main__":
    main()
