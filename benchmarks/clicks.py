"""Whether a swap clicks: ``film.swap_jump``, the largest jump between two samples of sound, of full scale.

The sample film is played twice by each engine, with ten swaps and without any, and a sound server of our own
records both. A click would be a larger jump than the film's own sounds have (the peer, in the same place).
"""

from __future__ import annotations

from itertools import pairwise

from benchmarks.children import virtual_screen, watch
from benchmarks.clicks_child import MOST_SWAPS
from benchmarks.film import ENGINES
from benchmarks.report import Figure
from benchmarks.sound import recorded, sound_server

_START_S = 30
"""From here on somebody speaks, music goes on, and there are rests between."""
_FULL_SCALE = 32_767


def measure() -> list[Figure]:
    figures = []
    for suffix, engine in ENGINES.items():
        swapped, untouched = _largest_jump(engine, MOST_SWAPS), _largest_jump(engine, 0)
        if swapped is not None and untouched is not None:
            figures.append(Figure(f"film.swap_jump{suffix}", swapped, "", peers={"no swap": untouched}))
    return figures


def _largest_jump(engine: str, swaps: int) -> float | None:
    """None where no sound server can be started."""
    with virtual_screen(640, 360) as screen, sound_server() as address:
        if not address:
            return None
        environment = screen | {"PULSE_SERVER": address}
        with recorded(environment) as heard:
            watch(["benchmarks.clicks_child", engine, str(_START_S), str(swaps)], environment)
        return max(abs(after - before) for before, after in pairwise(heard.samples)) / _FULL_SCALE
