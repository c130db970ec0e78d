"""A whole ``fixdocs build`` against what anyone's script pays before it begins.

Run: ``python -m benchmarks.build [RUNS]`` (default 7), from the top of the checkout. Timed are whole processes, in
turn: importing pydantic, openpyxl and docxtpl; reading the sample's five workbooks with openpyxl; building the five
reports. Printed are medians and ratios; times alone depend on the machine.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = 3.0  # times the imports

IMPORTS = "import pydantic, openpyxl, docxtpl"
READ = (
    IMPORTS
    + """
import sys, pathlib
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.xlsx")):
    for sheet in openpyxl.load_workbook(path, read_only=True, data_only=True):
        rows = list(sheet.values)
"""
)
BUILD = "import sys; from fixdocs.cli import main; sys.argv[1:] = ['build', sys.argv[1]]; main()"


# An installed program has its bytecode written, as the libraries have; some machines switch that off for checkouts.
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
ENVIRONMENT["PYTHONPATH"] = str(ROOT / "src")
ENVIRONMENT["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir()) / "fixdocs-benchmark")


def seconds(code: str, folder: Path) -> float:
    """One whole process; the reports of an earlier run are taken away first, so that each is written."""
    for report in (folder / "交付文档").glob("*.docx"):
        report.unlink()
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT,
    )  # fmt: skip
    return time.perf_counter() - start


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    sys.path.insert(0, str(ROOT / "src"))
    from fixdocs.sample.write import write_sample
    from fixdocs.words import words_of

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "sample"
        write_sample(folder, words_of("zh"))
        times: dict[str, list[float]] = {"imports": [], "reading": [], "build": []}
        for _ in range(runs + 1):
            for name, code in (("imports", IMPORTS), ("reading", READ), ("build", BUILD)):
                times[name].append(seconds(code, folder))
    medians = {name: statistics.median(found[1:]) for name, found in times.items()}  # the first fills file caches
    print(f"importing pydantic, openpyxl and docxtpl   {medians['imports']:.2f} s")
    print(f"and reading the workbooks with openpyxl    {medians['reading']:.2f} s")
    print(f"fixdocs build, five reports                {medians['build']:.2f} s")
    print(f"build ÷ imports                            {medians['build'] / medians['imports']:.2f} (target {TARGET})")
    print(f"build ÷ reading                            {medians['build'] / medians['reading']:.2f}")


if __name__ == "__main__":
    main()
