"""Film and BSL version: how quickly and exactly a swap shows the other, and how well the two keep in step.

Two numbered films of 1920x1080 whose scenes differ in speed play in the class window of a taught lesson. The
clock runs from the key to the end of the paint of the first right frame; what was painted is read off the
picture.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.children import virtual_screen, watch
from benchmarks.film import ENGINES
from benchmarks.report import Figure, median, percentile
from benchmarks.swap_child import BSL, FILM
from tests.support.numbered_film import make_numbered_film

_FOLDER = Path("build/numbered-films")


def measure() -> list[Figure]:
    film, bsl = (make_numbered_film(numbered, _FOLDER) for numbered in (FILM, BSL))
    figures = []
    with virtual_screen(1920, 1080) as environment:
        for suffix, engine in ENGINES.items():
            both, told = watch(["benchmarks.swap_child", engine, str(film), str(bsl)], environment)
            swaps, off = told["resting_ms"] + told["playing_ms"], told["resting_off"] + told["playing_off"]
            figures += [
                Figure(f"film.swap_p95_ms{suffix}", percentile(swaps, 0.95), "ms"),
                Figure(f"film.swap_error_frames_max{suffix}", max(off), "frames"),
                Figure(f"film.swap_error_frames_p95{suffix}", percentile(off, 0.95), "frames"),
                Figure(f"film.bsl_drift_p95_ms{suffix}", percentile(told["drift_ms"], 0.95), "ms"),
                Figure(f"film.cpu_s_per_10s_both{suffix}", both, "s"),
                Figure(f"film.frames_lost_both{suffix}", told["lost"][0], "frames"),
                Figure(f"film.seek_p95_ms{suffix}", percentile(told["seek_ms"], 0.95), "ms"),
                Figure(f"film.seek_median_ms{suffix}", median(told["seek_ms"]), "ms"),
            ]
    return figures
