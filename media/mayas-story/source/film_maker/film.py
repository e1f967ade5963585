"""Paint the frames of one version and hand them to ffmpeg."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from film_maker import FRAMES_PER_SECOND, HEIGHT, WIDTH, FilmNotMade
from film_maker.picture.frames import FramePainter
from film_maker.sound import OPUS, find_ffmpeg
from film_maker.timeline import Timeline

KEY_FRAME_EVERY = 2 * FRAMES_PER_SECOND
VIDEO = [
    *("-c:v", "libvpx-vp9", "-b:v", "0", "-crf", "42", "-deadline", "realtime", "-cpu-used", "5"),
    *(
        "-row-mt",
        "0",
        "-tile-columns",
        "0",
        "-threads",
        "1",
        "-g",
        str(KEY_FRAME_EVERY),
        "-pix_fmt",
        "yuv420p",
    ),
    *("-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv"),
    *("-flags:v", "+bitexact"),
]
"""Constant quality, one thread: the same frames always give the same bytes."""


def frame_count(timeline: Timeline) -> int:
    """How many frames a version has."""
    return round(timeline.duration * FRAMES_PER_SECOND)


def frames(painter: FramePainter, timeline: Timeline) -> Iterator[bytes]:
    """Every frame as RGB bytes."""
    for number in range(frame_count(timeline)):
        yield painter.rgb(number / FRAMES_PER_SECOND)


def _command(timeline: Timeline, sound: Path, target: Path) -> list[str]:
    size, rate = f"{WIDTH}x{HEIGHT}", str(FRAMES_PER_SECOND)
    key_frames = ",".join(f"{time:.3f}" for time in sorted(timeline.moments.values()))
    return [
        *(find_ffmpeg(), "-hide_banner", "-loglevel", "error", "-y"),
        *("-f", "rawvideo", "-pix_fmt", "rgb24", "-s", size, "-r", rate, "-i", "-"),
        *("-i", str(sound), "-map", "0:v", "-map", "1:a"),
        *("-vf", "scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int"),
        *VIDEO,
        *("-force_key_frames", key_frames),
        *OPUS,
        *("-b:a", "40k", "-f", "webm", str(target)),
    ]


def encode(painter: FramePainter, timeline: Timeline, sound: Path, target: Path) -> None:
    """Write the WebM. ``target`` is a temporary name; the caller renames it when all is well."""
    command = _command(timeline, sound, target)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        try:
            for frame in frames(painter, timeline):
                process.stdin.write(frame)
            process.stdin.close()
        except BrokenPipeError:
            pass
        complaint = process.stderr.read().decode(errors="replace").strip()
        if process.wait() != 0:
            reason = (complaint or "no reason given").splitlines()[-1]
            raise FilmNotMade(f"ffmpeg could not write {target.name}: {reason}")


def duration(path: Path) -> float:
    """How long a film file lasts, in seconds, by ffprobe."""
    done = subprocess.run(
        ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise FilmNotMade(f"{path.name} cannot be read back.")
    return float(done.stdout)
