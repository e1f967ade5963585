"""How far a caption is from its time when it is painted: ``captions.onset_error_p95_ms``.

A film whose frames carry their numbers plays in the class window with captions that name the frame with which
they begin. The number of the frame that is painted together with a caption for the first time tells how far
the caption is off, in film time. EN 301 549, 7.1.2 asks for 100 ms.

``captions.onset_error_between_p95_ms`` is the same for captions whose times lie between two frames, as files
with milliseconds have them: they cannot be on time, only with the nearest frame.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.children import virtual_screen, watch
from benchmarks.film import ENGINES
from benchmarks.report import Figure, percentile
from tests.support.numbered_film import NumberedFilm, make_numbered_film

_ROUNDS = 2
_NAMES = {"on": "captions.onset_error_p95_ms", "between": "captions.onset_error_between_p95_ms"}


def measure() -> list[Figure]:
    film = make_numbered_film(
        NumberedFilm(seconds=16.0, width=1280, height=720), Path("build/numbered-films")
    )
    figures = []
    with virtual_screen(1920, 1080) as environment:
        for suffix, engine in ENGINES.items():
            off: dict[str, list[float]] = {"on": [], "between": []}
            for _ in range(_ROUNDS):
                child = ["benchmarks.captions_child", engine, str(film), "1920", "1080"]
                for name, values in watch(child, environment)[1].items():
                    off[name] += [abs(value) for value in values]
            figures += [
                Figure(f"{name}{suffix}", percentile(off[kind], 0.95), "ms") for kind, name in _NAMES.items()
            ]
    return figures
