"""A test film in which each frame carries its own number, so that a picture tells exactly where it comes
from.

The top row holds the number in binary: block *i* is white where bit *i* is set. Below it a bar flashes and
a tone beeps for two frames at the start of each second, so that sound and picture can be compared. ffmpeg
draws it in a second or two; the result is kept under ``build/numbered-films`` and used again.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtGui import QImage

BITS = 12
"""Enough for 4,096 frames: 163 seconds at 25 frames a second."""

Container = Literal["webm", "mp4"]

_CODECS: dict[Container, tuple[str, ...]] = {
    "webm": (
        "-c:v",
        "libvpx-vp9",
        "-deadline",
        "realtime",
        "-cpu-used",
        "8",
        "-b:v",
        "900k",
        "-c:a",
        "libopus",
    ),
    "mp4": ("-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-c:a", "aac", "-movflags", "+faststart"),
}
_SOUND = "aevalsrc='0.4*sin(2*PI*880*t)*lt(mod(t,1),0.08)':s=48000"


@dataclass(frozen=True, slots=True)
class NumberedFilm:
    """What to draw. Frames are counted from 0; frame *n* is shown from ``n / fps`` seconds on."""

    container: Container = "mp4"
    seconds: float = 6.0
    fps: int = 25
    width: int = 640
    height: int = 360
    sound: bool = True
    key_every: int = 50
    first: int = 0
    """The number that the first frame carries, so that two films can be told apart."""

    @property
    def name(self) -> str:
        """File name that differs whenever the content does."""
        sound = "sound" if self.sound else "mute"
        size = f"{self.width}x{self.height}"
        first = f"-from{self.first}" if self.first else ""
        kind = f"{self.fps}fps-{self.seconds:g}s-k{self.key_every}-{sound}{first}"
        return f"numbered-{size}-{kind}.{self.container}"

    @property
    def frames(self) -> int:
        """How many frames there are."""
        return round(self.seconds * self.fps)

    def time_of(self, number: int) -> float:
        """When frame ``number`` begins, in seconds."""
        return number / self.fps

    def frame_at(self, time_s: float) -> int:
        """The number of the frame that is on screen at ``time_s``: the last one that began at or before
        it."""
        return min(self.frames - 1, max(0, int(time_s * self.fps + 1e-6)))


def make_numbered_film(film: NumberedFilm, folder: Path) -> Path:
    """Draw the film into ``folder`` unless it is there already; returns the file.

    Raises ``subprocess.CalledProcessError`` if ffmpeg cannot, ``FileNotFoundError`` if there is no ffmpeg.
    """
    target = folder / film.name
    if target.exists():
        return target
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{os.getpid()}-{film.name}")
    subprocess.run([*_command(film), str(unfinished)], check=True, capture_output=True)
    unfinished.replace(target)
    return target


def read_number(image: QImage) -> int:
    """The number that the picture carries, whatever size it was scaled to."""
    block = image.width() / (BITS + 1)
    row = int(block / 2)
    number = 0
    for bit in range(BITS):
        if image.pixelColor(int(block * (bit + 0.5)), row).lightness() > 127:
            number |= 1 << bit
    return number


def _command(film: NumberedFilm) -> list[str]:
    size = f"{film.width}x{film.height}"
    picture = f"color=c=black:s={size}:r={film.fps}:d={film.seconds},format=yuv420p,{_blocks(film)}"
    command = ["ffmpeg", "-nostdin", "-loglevel", "error", "-y", "-f", "lavfi", "-i", picture]
    if film.sound:
        command += ["-f", "lavfi", "-t", str(film.seconds), "-i", _SOUND]
    return [*command, "-g", str(film.key_every), *_CODECS[film.container]]


def _blocks(film: NumberedFilm) -> str:
    block = film.width / (BITS + 1)
    boxes = [
        f"drawbox=x={int(block * bit)}:y=0:w={int(block)}:h={int(block)}:color=white:t=fill"
        f":enable='mod(floor((n+{film.first})/{1 << bit}),2)'"
        for bit in range(BITS)
    ]
    bar = f"drawbox=x=0:y={film.height * 3 // 4}:w={film.width}:h={film.height // 4}:color=gray:t=fill"
    boxes.append(f"{bar}:enable='lt(mod(n,{film.fps}),2)'")
    return ",".join(boxes)
