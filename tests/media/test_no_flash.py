"""Nothing in the film flashes more than three times a second (WCAG 2.3.1), measured on every frame."""

from __future__ import annotations

import shutil
import subprocess
from collections import deque
from pathlib import Path
from typing import Any

import pytest

WIDE, HIGH, RATE = 32, 18, 25
CHANGE = 0.1 * 255
"""A flash is a pair of opposing changes of a tenth of full brightness or more."""
AREA = 0.03
"""Share of the picture that must change together: a quarter of ten degrees of sight, seen from close by."""


def flashing_share(frames: list[bytes]) -> float:
    """The largest share of the picture that changes direction more than six times within one second."""
    levels, ways = list(frames[0]), [0] * (WIDE * HIGH)
    turns: list[deque[int]] = [deque() for _ in levels]
    worst = 0
    for number, frame in enumerate(frames):
        flashing = 0
        for cell, value in enumerate(frame):
            step = value - levels[cell]
            way = 1 if step > 0 else -1
            if abs(step) >= CHANGE and way != ways[cell]:
                turns[cell].append(number)
                ways[cell] = way
            if step and way == ways[cell]:
                levels[cell] = value
            while turns[cell] and turns[cell][0] <= number - RATE:
                turns[cell].popleft()
            flashing += len(turns[cell]) > 6
        worst = max(worst, flashing)
    return worst / (WIDE * HIGH)


def test_a_flashing_picture_would_be_noticed() -> None:
    dark, light = bytes(WIDE * HIGH), bytes([255]) * (WIDE * HIGH)
    flashing = [light if number // 3 % 2 else dark for number in range(50)]
    assert flashing_share(flashing) == 1
    slow = [light if number // 10 % 2 else dark for number in range(50)]
    assert flashing_share(slow) == 0


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg decodes the film")
def test_the_film_never_flashes(manifest: dict[str, Any], film_folder: Path, version: str) -> None:
    file = film_folder / manifest["versions"][version]["file"]
    command = [
        "ffmpeg", "-v", "error", "-nostdin", "-threads", "1", "-i", str(file),
        "-vf", f"scale={WIDE}:{HIGH}:flags=area,format=gray", "-f", "rawvideo", "-",
    ]  # fmt: skip
    raw = subprocess.run(command, capture_output=True, check=True).stdout
    size = WIDE * HIGH
    frames = [raw[at : at + size] for at in range(0, len(raw), size)]
    assert len(frames) > 100 * RATE
    assert flashing_share(frames) < AREA
