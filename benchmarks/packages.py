"""The packages of ``dist/``: their sizes, how long they take to install, and the packaged program at work.

``make packages`` must have built them (``LESSON_PLAYER_DIST`` names another folder).
``packages.startup.ready_s`` is from the packaged program's start to the lesson on the class screen, seen
from outside: on a virtual screen, more than half of the picture has changed. Cold is with nothing of the
package in the machine's memory. Memory is that of all processes of the program, each page counted once
(PSS), while a 1080p film plays. ``packages.load`` says how busy the machine was: above 1 the other figures
are those of a busy machine.
"""

from __future__ import annotations

import mmap
import os
import shutil
import struct
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.children import spent, virtual_screen
from benchmarks.installing import installed_and_removed
from benchmarks.report import Figure, median
from tests.support.taught_from_outside import Outside

_SIZES = {
    "deb": "lesson-player_*_amd64.deb",
    "tar_xz": "lesson-player-*-linux-x86_64.tar.xz",
    "msi": "LessonPlayer-x64.msi",
    "setup_exe": "LessonPlayer-x64-setup.exe",
    "portable_zip": "LessonPlayer-x64-portable.zip",
    "wheelhouse_linux": "lesson-player-*-wheelhouse-linux.zip",
    "wheelhouse_macos": "lesson-player-*-wheelhouse-macos.zip",
}
_SITTING = "something-is-not-right"
_WARM, _COLD = 5, 3
_WIDTH, _HEIGHT = 1366, 768
_STRIDE = 4 * 101
"""Bytes from one looked-at point of the screen to the next: some ten thousand points."""
_PATIENCE_S = 60.0
_LOOK_S = 0.004
_SAMPLE_S = 0.1
_FILM_S = 60
_PLAYED_S = 12.0
"""For so long each part of the film plays while memory is looked at."""


def measure() -> list[Figure]:
    dist = Path(os.environ.get("LESSON_PLAYER_DIST") or "dist").absolute()
    figures = list(_sizes(dist))
    deb = next(dist.glob(_SIZES["deb"]), None)
    if deb is None:
        raise SystemExit(f"there is no package for Linux in {dist}: run `make packages` first")
    with tempfile.TemporaryDirectory(prefix="lesson-player-packages-") as work:
        root = Path(work) / "root"
        # One package is installed as a user who is nobody else, who has to get there.
        Path(work).chmod(0o711)
        figures += installed_and_removed(dist, Path(work) / "tried")
        subprocess.run(["dpkg-deb", "--extract", str(deb), str(root)], check=True)
        program = root / "usr/lib/lesson-player/lesson-player"
        figures += _started(program, Path(work))
        film, version = _films()
        alone = _memory(program, Path(work) / "alone", ["--film", str(film)])
        both = _memory(program, Path(work) / "both", ["--film", str(film), "--bsl", str(version)])
        figures += [
            Figure("packages.memory_1080p_mb", alone, "MB"),
            Figure("packages.memory_1080p_with_version_mb", both, "MB"),
        ]
    figures.append(Figure("packages.load", os.getloadavg()[0], ""))
    return figures


def _sizes(dist: Path) -> Iterator[Figure]:
    for name, pattern in _SIZES.items():
        for path in dist.glob(pattern):
            yield Figure(f"packages.{name}_mb", path.stat().st_size / 1e6, "MB")


def _started(program: Path, work: Path) -> list[Figure]:
    with _watched_screen() as (screen, environment):
        around = environment | _surroundings(work / "starts")
        _ready(program, around, screen)
        warm = [_ready(program, around, screen) for _ in range(_WARM)]
        cold = []
        for _ in range(_COLD):
            _forget(program.parent)
            cold.append(_ready(program, around, screen)[0])
    return [
        Figure("packages.startup.ready_s", median(seconds for seconds, _ in warm), "s"),
        Figure("packages.startup.ready_processor_s", median(processor for _, processor in warm), "s"),
        Figure("packages.startup.ready_cold_s", median(cold), "s"),
    ]


def _surroundings(home: Path) -> dict[str, str]:
    """A user of their own, so that nobody's settings and places are touched."""
    home.mkdir(parents=True, exist_ok=True)
    return {
        "HOME": str(home),
        "LESSON_PLAYER_HOME": str(home / "own"),
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    }


@dataclass(frozen=True)
class Screen:
    """A virtual screen's picture, which the X server keeps in a file."""

    picture: mmap.mmap

    def points(self) -> bytes:
        """Some points, spread over all of it."""
        (head,) = struct.unpack(">I", self.picture[:4])
        return self.picture[head::_STRIDE]


@contextmanager
def _watched_screen() -> Iterator[tuple[Screen, dict[str, str]]]:
    with (
        tempfile.TemporaryDirectory() as folder,
        virtual_screen(_WIDTH, _HEIGHT, "-fbdir", folder) as around,
        (Path(folder) / "Xvfb_screen0").open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as picture,
    ):
        yield Screen(picture), around


def _ready(program: Path, environment: dict[str, str], screen: Screen) -> tuple[float, float]:
    """Seconds from the start to a picture of which more than half is new, and of a processor in that time."""
    command = [str(program), "teach", "mayas-story", "--screens", "shared"]
    before = screen.points()
    started = time.monotonic()
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as child:
        try:
            while time.monotonic() - started < _PATIENCE_S:
                now = screen.points()
                if sum(one != other for one, other in zip(now, before, strict=True)) > len(before) / 2:
                    return time.monotonic() - started, sum(map(spent, _tree(child.pid)))
                time.sleep(_LOOK_S)
        finally:
            child.kill()
    raise RuntimeError(f"no lesson within {_PATIENCE_S:.0f} s")


def _forget(folder: Path) -> None:
    """Have the machine forget the program's files, and everything else where that is allowed."""
    os.sync()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    if os.geteuid() == 0:
        Path("/proc/sys/vm/drop_caches").write_text("3\n")


def _memory(program: Path, work: Path, films: list[str]) -> float:
    """The most that the program's processes had together, in MB, while a sitting was taught."""
    if not shutil.which("xdotool") or not shutil.which("openbox"):
        raise SystemExit("openbox and xdotool are needed: packaging/setup bench")
    around = _surroundings(work / "teaches")
    subprocess.run(
        [str(program), "film", "import", "mayas-story", *films],
        env=os.environ | around | {"QT_QPA_PLATFORM": "offscreen"},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    command = [
        str(program),
        "teach",
        "mayas-story",
        "--sitting",
        "something-is-not-right",
        "--screens",
        "shared",
    ]
    quiet = subprocess.DEVNULL
    with virtual_screen(1920, 1080) as screen:
        environment = screen | around
        with (
            subprocess.Popen(["openbox"], env=environment, stdout=quiet, stderr=quiet) as manager,
            subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as child,
        ):
            try:
                with _highest(lambda: _pss_mb(child.pid)) as seen:
                    places = work / "teaches/own/state/places"
                    teacher = Outside(environment, places, child, set(), plays_s=_PLAYED_S)
                    teacher.teach()
            finally:
                child.kill()
                manager.kill()
    if not teacher.films_played:
        raise RuntimeError("no film was played, so nothing was measured")
    return max(seen)


def _films() -> tuple[Path, Path]:
    """A 1080p25 film of a minute with much movement and a tone, and the same under another title."""
    folder = Path("build/bench").absolute()
    film, signed = folder / "minute-1080p25.mp4", folder / "minute-1080p25-version.mp4"
    if not film.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        picture, sound = f"testsrc2=size=1920x1080:rate=25:duration={_FILM_S}", f"sine=440:duration={_FILM_S}"
        command = [
            "-f",
            "lavfi",
            "-i",
            picture,
            "-f",
            "lavfi",
            "-i",
            sound,
            "-c:v",
            "libx264",
            "-preset",
            "fast",
        ]
        _ffmpeg([*command, "-crf", "21", "-g", "50", "-pix_fmt", "yuv420p", "-c:a", "aac"], film)
    if not signed.is_file():
        _ffmpeg(["-i", str(film), "-c", "copy", "-metadata", "title=A version"], signed)
    return film, signed


def _ffmpeg(command: list[str], target: Path) -> None:
    part = target.with_suffix(".part.mp4")
    subprocess.run(["ffmpeg", "-v", "error", "-y", *command, str(part)], check=True)
    part.replace(target)


@contextmanager
def _highest(ask: Callable[[], float]) -> Iterator[list[float]]:
    """Ask again and again meanwhile; gives the values."""
    seen: list[float] = []
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(_SAMPLE_S):
            seen.append(ask())

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield seen
    finally:
        ended.set()
        thread.join()


def _pss_mb(pid: int) -> float:
    """Memory of a process and all that it has started, in MB."""
    total = 0.0
    for one in _tree(pid):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total * 1024 / 1e6


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = thread.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from _tree(int(child))
