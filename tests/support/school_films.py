"""Small films as schools have them, and files that are none. ffmpeg makes each once, in a second or less."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parents[2] / "build" / "school-films"

PICTURE: Final = ("-f", "lavfi", "-i", "testsrc=s={size}:r={rate}:d={seconds}")
STEREO: Final = ("-f", "lavfi", "-i", "sine=f=440:d={seconds}")
SURROUND: Final = (
    "-f", "lavfi", "-i", "aevalsrc='0.1*sin(2*PI*440*t)|0|0|0|0|0':c=5.1:d={seconds}",
)  # fmt: skip
H264: Final = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p")
HEVC: Final = (
    "-c:v",
    "libx265",
    "-preset",
    "ultrafast",
    "-x265-params",
    "log-level=none",
    "-pix_fmt",
    "yuv420p",
)
VP9: Final = ("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-pix_fmt", "yuv420p")


def school_film(
    name: str,
    *options: str,
    size: str = "160x90",
    rate: str = "25",
    seconds: str = "3",
    picture: Sequence[str] = PICTURE,
    sound: Sequence[str] = STEREO,
) -> Path:
    """The film *name*, made with the given ffmpeg *options* unless it is there already."""
    target = FOLDER / name
    if target.exists():
        return target
    FOLDER.mkdir(parents=True, exist_ok=True)
    inputs = [part.format(size=size, rate=rate, seconds=seconds) for part in (*picture, *sound)]
    unfinished = FOLDER / f".{os.getpid()}-{name}"
    command = ["ffmpeg", "-nostdin", "-loglevel", "error", "-y", *inputs, *options, str(unfinished)]
    subprocess.run(command, check=True, capture_output=True)
    unfinished.replace(target)
    return target


def plain(name: str = "plain.mp4") -> Path:
    """Three seconds of H.264 and AAC, its index first."""
    return school_film(name, *H264, "-c:a", "aac", "-movflags", "+faststart")


def other(name: str = "other.webm") -> Path:
    """Four seconds of VP9 and Opus, of another colour: stands for the BSL version."""
    return school_film(name, *VP9, "-c:a", "libopus", seconds="4")


def copied(source: Path, name: str, *options: str) -> Path:
    """A film made from another one's streams."""
    target = FOLDER / name
    if not target.exists():
        unfinished = FOLDER / f".{os.getpid()}-{name}"
        before = [option for option in options if option.startswith("^")]
        inputs = [part for option in before for part in option[1:].split(" ")]
        after = [option for option in options if not option.startswith("^")]
        command = ["ffmpeg", "-nostdin", "-loglevel", "error", "-y", *inputs, "-i", str(source), *after]
        subprocess.run([*command, str(unfinished)], check=True, capture_output=True)
        unfinished.replace(target)
    return target


def protected() -> Path:
    """A film under Common Encryption, as a shop sells it."""
    keys = (
        "-encryption_key",
        "76a6c65c5ea762046bd749a2e632ccbb",
        "-encryption_kid",
        "a7e61c373e219033c21091fa607bf3b8",
    )
    return copied(plain(), "protected.mp4", "-c", "copy", "-encryption_scheme", "cenc-aes-ctr", *keys)


def twelve_hours() -> Path:
    """A film whose index says that it lasts half a day."""
    return copied(plain(), "over-twelve-hours.mp4", "^-itsscale 14700", "-c", "copy", "-an")


def broken_off(folder: Path, source: Path | None = None) -> Path:
    """A film of which only the first half was copied."""
    longer = source or school_film(
        "longer.mp4", *H264, "-c:a", "aac", "-movflags", "+faststart", seconds="12"
    )
    whole = longer.read_bytes()
    target = folder / "broken-off.mp4"
    target.write_bytes(whole[: len(whole) // 2])
    return target


def with_captions(name: str = "captions-inside.mp4", kind: str = "mov_text") -> Path:
    """A film with an English caption track inside."""
    # A file of its own for each process: while another one writes it anew, it would be read half.
    with tempfile.TemporaryDirectory() as folder:
        srt = Path(folder) / "inside.srt"
        srt.write_text("1\n00:00:00,500 --> 00:00:01,900\n<i>Hello</i> & good morning\n\n", encoding="utf-8")
        return copied(
            plain(), name, "-i", str(srt), "-c", "copy", "-c:s", kind, "-metadata:s:s:0", "language=eng"
        )


def flashing(hertz: float, *, name: str = "", red: bool = False) -> Path:
    """Three seconds of grey that turns white, or of blue that turns red, so many times a second."""
    colours = ("0x0000ff", "0xff0000") if red else ("0x404040", "0xffffff")
    source = (
        f"color=c={colours[0]}:s=160x90:r=30:d=3,drawbox=c={colours[1]}:t=fill"
        f":enable='lt(mod(t\\,{1 / hertz:.6f})\\,{0.5 / hertz:.6f})'"
    )
    made = name or f"flashing-{hertz:g}{'-red' if red else ''}.mp4"
    return school_film(made, *H264, picture=("-f", "lavfi", "-i", source), sound=())
