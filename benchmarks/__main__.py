"""``python -m benchmarks``: measures, prints, and writes ``build/bench.json``.

Machines are noisy: figures are medians or percentiles of many, and peers are measured in the same run. Quote
ratios.
"""

from __future__ import annotations

import argparse
import importlib
import time
from pathlib import Path

from benchmarks.report import merge_into

SHORT = (
    *("startup", "resume", "steps", "scan", "film", "sound", "captions", "reading", "swap", "easyread"),
    *("symbols", "editor", "library", "handouts"),
)
LONG = ("rehearsal", "displays", "clicks", "kills", "editor_kills", "pack", "soak")
BY_NAME = ("packages",)
"""Asked for by name alone: they need what `make packages` builds."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/bench.json"))
    parser.add_argument("--long", action="store_true", help="the slow ones in place of the usual ones")
    parser.add_argument(
        "only", nargs="*", help=f"names of benchmarks, such as steps, or {', '.join(BY_NAME)}"
    )
    asked = parser.parse_args()
    for name in asked.only or (LONG if asked.long else SHORT):
        started = time.monotonic()
        figures = importlib.import_module(f"benchmarks.{name}").measure()
        for figure in figures:
            print(figure.line(), flush=True)
        merge_into(asked.out, figures)
        print(f"-- {name}: {time.monotonic() - started:.0f} s", flush=True)


if __name__ == "__main__":
    main()
