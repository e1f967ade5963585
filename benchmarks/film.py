"""The film in the class window: first frame, lost frames, and processor time against its peers.

The peers are mpv and libVLC's own window. All play the same 1080p25 film in a 1920x1080 window on a virtual
screen, decoded in software, sound dropped. Lost frames are counted on a 3840x2160 class window too.
"""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

from benchmarks.children import spent_over, virtual_screen, watch
from benchmarks.report import Figure, median

ENGINES = {"": "vlc", "_qt": "qt"}
"""The suffix of a figure's name, and the engine that it is of."""
_ROUNDS = 3


def measure() -> list[Figure]:
    film = example_film()
    processor: dict[str, list[float]] = {"vlc": [], "qt": [], "mpv": [], "libvlc": []}
    first: dict[str, list[float]] = {"vlc": [], "qt": []}
    lost: dict[str, list[float]] = {"vlc": [], "qt": []}
    captioned: dict[str, list[float]] = {"vlc": [], "qt": []}
    with virtual_screen(1920, 1080) as environment:
        for turn in range(_ROUNDS):
            for engine in ENGINES.values():
                child = ["benchmarks.film_child", engine, str(film), "1920", "1080"]
                if not turn:
                    captioned[engine].append(watch([*child, "captions"], environment)[0])
                cpu, told = watch([*child, "whole"], environment)
                processor[engine].append(cpu)
                first[engine] += told.get("first_frame_ms", [])
                lost[engine] += told["lost"]
            processor["libvlc"].append(watch(["benchmarks.vlc_window", str(film)], environment)[0])
            processor["mpv"].append(_mpv(film, environment))
    board = _lost_on_a_board(film)
    peers = {"mpv": median(processor["mpv"]), "libvlc_window": median(processor["libvlc"])}
    figures = []
    for suffix, engine in ENGINES.items():
        figures += [
            Figure(f"film.first_frame_ms{suffix}", median(first[engine]), "ms"),
            Figure(f"film.frames_lost_1080p{suffix}", median(lost[engine]), "frames"),
            Figure(f"film.frames_lost_2160p_canvas{suffix}", median(board[engine]), "frames"),
            Figure(f"film.cpu_s_per_10s{suffix}", median(processor[engine]), "s", peers=peers),
            Figure(f"film.cpu_s_per_10s_captions{suffix}", median(captioned[engine]), "s", peers=peers),
        ]
    return figures


def example_film() -> Path:
    """A 1080p25 film of 14 s with much movement and a tone."""
    path = Path("build/bench/film-1080p25.mp4")
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part.mp4")
        picture, sound = "testsrc2=size=1920x1080:rate=25:duration=14", "sine=frequency=440:duration=14"
        subprocess.run(
            [
                *["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", sound],
                *["-c:v", "libx264", "-preset", "medium", "-crf", "21", "-g", "50", "-pix_fmt", "yuv420p"],
                *["-c:a", "aac", str(part)],
            ],
            check=True,
        )
        part.replace(path)
    return path


def _lost_on_a_board(film: Path) -> dict[str, list[float]]:
    """Frames lost on a 3840x2160 class window, by engine."""
    lost: dict[str, list[float]] = {engine: [] for engine in ENGINES.values()}
    with virtual_screen(3840, 2160) as environment:
        for _ in range(2):
            for engine in ENGINES.values():
                child = ["benchmarks.film_child", engine, str(film), "3840", "2160", "whole"]
                lost[engine] += watch(child, environment)[1]["lost"]
    return lost


def _mpv(film: Path, environment: dict[str, str]) -> float:
    options = ["--no-config", "--vo=x11", "--ao=null", "--hwdec=no", "--fullscreen", "--really-quiet"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(["mpv", *options, str(film)], env=environment, stdout=quiet, stderr=quiet) as child:
        time.sleep(2.0)
        spent = spent_over(child.pid)
        child.terminate()
    return spent
