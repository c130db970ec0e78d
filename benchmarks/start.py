"""How soon fixdocs is there: ``check``, ``build`` and ``--help`` against importing what they stand on.

Run: ``python -m benchmarks.start [RUNS]`` (default 9), from the top of the checkout. Timed are whole processes, in
turn, so that a machine's ups and downs meet all of them alike. Printed are medians of wall and CPU time, and each
command's ratio to importing pydantic, openpyxl and docxtpl; reading the sample's workbooks with openpyxl stands beside
them, as what anyone's script pays before it begins. Times alone depend on the machine.
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


# An installed program has its bytecode written, as the libraries have; some machines switch that off for checkouts.
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
ENVIRONMENT["PYTHONPATH"] = str(ROOT / "src")
ENVIRONMENT["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir()) / "fixdocs-benchmark")

MAIN = "import sys; from fixdocs.cli import main; sys.argv[1:] = {arguments!r}; main()"
TARGETS = {"check": 1.25, "build": 3.0, "--help": 0.5}


def measured(code: str, folder: Path) -> tuple[float, float]:
    """Wall and CPU seconds of one whole process; reports of an earlier run are taken away first."""
    for report in (folder / "交付文档").glob("*.docx"):
        report.unlink()
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", code, str(folder)], env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"a command ended with {process.returncode}")
    return wall, usage.ru_utime + usage.ru_stime


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    sys.path.insert(0, str(ROOT / "src"))
    from fixdocs.sample.write import write_sample
    from fixdocs.words import words_of

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "sample"
        write_sample(folder, words_of("zh"))
        codes = {"imports": IMPORTS, "reading": READ, "--help": MAIN.format(arguments=["--help"])}
        codes |= {name: MAIN.format(arguments=[name, str(folder)]) for name in ("check", "build")}
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in codes}
        for _ in range(runs + 1):
            for name, code in codes.items():
                taken[name].append(measured(code, folder))
    wall, cpu = (
        {name: statistics.median(each[which] for each in found[1:]) for name, found in taken.items()}
        for which in (0, 1)
    )  # the first of each fills the caches of files and bytecode
    print(f"{'':10} {'wall':>8} {'CPU':>8}  ÷ imports, wall and CPU")
    for name in codes:
        ratios = f"{wall[name] / wall['imports']:8.2f} {cpu[name] / cpu['imports']:8.2f}"
        aim = f"  (aim {TARGETS[name]})" if name in TARGETS else ""
        print(f"{name:10} {wall[name]:6.2f} s {cpu[name]:6.2f} s {ratios}{aim}")


if __name__ == "__main__":
    main()
