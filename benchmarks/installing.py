"""Seconds that each package of ``dist/`` takes to install and to remove, as a technician would do it.

The ``.deb`` with dpkg into a tree of its own (the superuser alone may; left out for others), the archive for
one user from unpacking it on, those for Windows silently in Wine, which must be there. Wine copies files as
this computer's disk does; how long Windows with its virus scanner takes is not known.
"""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, Any

from benchmarks.report import Figure, median
from tests.support.source_tree import REPOSITORY

_ROUNDS = 3
_PATIENCE_S = 300.0
_LOOK_S = 0.05
_NOBODY = 65534
_ON_WINDOWS = "drive_c/Program Files/Lesson Player"

sys.path.insert(0, str(REPOSITORY / "packaging" / "windows"))
wine = importlib.import_module("windows_package.wine")


def installed_and_removed(dist: Path, work: Path) -> Iterator[Figure]:
    """Figures of the packages that are in *dist*, tried in folders below *work*."""
    tries = {
        "lesson-player_*_amd64.deb": ("deb", _with_dpkg),
        "lesson-player-*-linux-x86_64.tar.xz": ("tar_xz", _from_the_archive),
        "LessonPlayer-x64.msi": ("msi", _by_msi),
        "LessonPlayer-x64-setup.exe": ("setup_exe", _by_the_setup_program),
    }
    for pattern, (name, tried) in tries.items():
        for package in dist.glob(pattern):
            rounds = list(tried(package.absolute(), work / name))
            if rounds:
                yield Figure(f"packages.{name}_install_s", median(install for install, _ in rounds), "s")
                yield Figure(f"packages.{name}_remove_s", median(remove for _, remove in rounds), "s")


def _with_dpkg(package: Path, root: Path) -> Iterator[tuple[float, float]]:
    if os.geteuid() != 0:
        return
    for name in ("updates", "info", "triggers"):
        (root / "var/lib/dpkg" / name).mkdir(parents=True)
    for name in ("status", "available"):
        (root / "var/lib/dpkg" / name).touch()
    told = ["dpkg", f"--root={root}", "--force-depends", "--log=/dev/null"]
    program = root / "usr/lib/lesson-player/lesson-player"
    for _ in range(_ROUNDS):
        install = _seconds(lambda: _run([*told, "--install", str(package)]), program.is_file)
        yield install, _seconds(lambda: _run([*told, "--purge", "lesson-player"]), _gone(program))


def _from_the_archive(package: Path, work: Path) -> Iterator[tuple[float, float]]:
    home = work / "home"
    home.mkdir(parents=True)
    alone = ["env", f"HOME={home}"]
    if os.geteuid() == 0:
        # As root it would go to /opt of this computer.
        alone = ["setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups", *alone]
        for folder in (work, home):
            os.chown(folder, _NOBODY, _NOBODY)
    script = work / package.name.removesuffix(".tar.xz") / "install.sh"
    program = home / ".local/lib/lesson-player/lesson-player"

    def install() -> None:
        with package.open("rb") as archive:
            _run([*alone, "tar", "-xJ", "-C", str(work)], archive)
        _run([*alone, "sh", str(script)])

    for _ in range(_ROUNDS):
        seconds = _seconds(install, program.is_file)
        yield seconds, _seconds(partial(_run, [*alone, "sh", str(script), "--remove"]), _gone(program))
        shutil.rmtree(script.parent)


def _by_msi(package: Path, prefix: Path) -> Iterator[tuple[float, float]]:
    with_msiexec = ["msiexec", "/qn"]
    yield from _in_wine(
        prefix,
        lambda windows: windows.run(*with_msiexec, "/i", windows.windows_path(package)),
        lambda windows: windows.run(*with_msiexec, "/x", windows.windows_path(package)),
    )


def _by_the_setup_program(package: Path, prefix: Path) -> Iterator[tuple[float, float]]:
    uninstall = r"C:\Program Files\Lesson Player\uninstall.exe"
    yield from _in_wine(
        prefix,
        lambda windows: windows.run(windows.windows_path(package), "/S"),
        lambda windows: windows.run(uninstall, "/S"),
    )


def _in_wine(
    prefix: Path, install: Callable[[Any], object], remove: Callable[[Any], object]
) -> Iterator[tuple[float, float]]:
    if shutil.which("wine") is None:
        raise SystemExit("Wine is needed: packaging/setup packages")
    windows = wine.Wine(prefix)
    windows.prepare()
    program = prefix / _ON_WINDOWS
    try:
        for _ in range(_ROUNDS):
            seconds = _seconds(lambda: install(windows), (program / "LessonPlayer.exe").is_file)
            yield seconds, _seconds(lambda: remove(windows), _gone(program))
    finally:
        windows.stop()


def _gone(path: Path) -> Callable[[], bool]:
    return lambda: not path.exists()


def _seconds(does: Callable[[], object], done: Callable[[], bool]) -> float:
    """How long it takes until it is *done*: a program may give its work to another and end before it."""
    started = time.monotonic()
    does()
    while not done():
        if time.monotonic() - started > _PATIENCE_S:
            raise RuntimeError("a package was not installed, or not removed")
        time.sleep(_LOOK_S)
    return time.monotonic() - started


def _run(command: list[str], given: IO[bytes] | None = None) -> None:
    quiet = subprocess.DEVNULL
    subprocess.run(command, check=True, stdin=given or quiet, stdout=quiet, stderr=quiet)
