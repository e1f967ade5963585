"""The film in the class window: first frame, lost frames, and processor time against its peers.

The peers are mpv and libVLC's own window. All play the same 1080p25 film in a 1920x1080 window on a virtual
screen, decoded in software, sound dropped.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.report import Figure, median

_ROUNDS = 3
_SECONDS = 10.0
_TICKS = os.sysconf("SC_CLK_TCK")
_ENGINES = {"": "vlc", "_qt": "qt"}


def measure() -> list[Figure]:
    film = _film(Path("build/bench/film-1080p25.mp4"))
    processor: dict[str, list[float]] = {"vlc": [], "qt": [], "mpv": [], "libvlc": []}
    first: dict[str, list[float]] = {"vlc": [], "qt": []}
    lost: dict[str, list[float]] = {"vlc": [], "qt": []}
    captioned: dict[str, list[float]] = {"vlc": [], "qt": []}
    with _screen() as display:
        environment = os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "__EGL_VENDOR_LIBRARY_FILENAMES": os.devnull,
            "PYTHONPATH": "src",
        }
        for _ in range(_ROUNDS):
            for engine in _ENGINES.values():
                child = ["benchmarks.film_child", engine, str(film), "1920", "1080"]
                captioned[engine].append(_child([*child, "captions"], environment)[0])
                cpu, told = _child([*child, "whole"], environment)
                processor[engine].append(cpu)
                first[engine] += told.get("first_frame_ms", [])
                lost[engine] += told["lost"]
            processor["libvlc"].append(_child(["benchmarks.vlc_window", str(film)], environment)[0])
            processor["mpv"].append(_mpv(film, environment))
    peers = {"mpv": median(processor["mpv"]), "libvlc_window": median(processor["libvlc"])}
    figures = []
    for suffix, engine in _ENGINES.items():
        figures += [
            Figure(f"film.first_frame_ms{suffix}", median(first[engine]), "ms"),
            Figure(f"film.frames_lost_1080p{suffix}", median(lost[engine]), "frames"),
            Figure(f"film.cpu_s_per_10s{suffix}", median(processor[engine]), "s", peers=peers),
            Figure(f"film.cpu_s_per_10s_captions{suffix}", median(captioned[engine]), "s", peers=peers),
        ]
    return figures


def _film(path: Path) -> Path:
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


@contextmanager
def _screen() -> Iterator[str]:
    """A virtual screen of 1920x1080; gives its name."""
    read, write = os.pipe()
    screen = ["-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset", "-extension", "GLX"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), *screen], pass_fds=[write], stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def _child(arguments: list[str], environment: dict[str, str]) -> tuple[float, dict[str, list[float]]]:
    """Run a module that prints "playing"; gives its processor seconds in the ten from then, and figures."""
    told: dict[str, list[float]] = {}
    with subprocess.Popen(
        [sys.executable, "-m", *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as child:
        assert child.stdout is not None
        for line in child.stdout:
            if line.strip() == "playing":
                break
            name, value = line.split()
            told.setdefault(name, []).append(float(value))
        spent = _spent_over(child.pid)
        for line in child.stdout:
            name, value = line.split()
            told.setdefault(name, []).append(float(value))
    if child.returncode:
        raise RuntimeError(f"{arguments} ended with {child.returncode}")
    return spent, told


def _mpv(film: Path, environment: dict[str, str]) -> float:
    options = ["--no-config", "--vo=x11", "--ao=null", "--hwdec=no", "--fullscreen", "--really-quiet"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(["mpv", *options, str(film)], env=environment, stdout=quiet, stderr=quiet) as child:
        time.sleep(2.0)
        spent = _spent_over(child.pid)
        child.terminate()
    return spent


def _spent_over(pid: int) -> float:
    """Processor seconds that a process spends in the next ten."""
    before = _spent(pid)
    time.sleep(_SECONDS)
    return _spent(pid) - before


def _spent(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS
