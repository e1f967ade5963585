"""How long a pack of 200 MB takes to install: ``pack.install_s``, beside ``unzip`` of the same file.

Installing reads the pack to its end to show what is in it, then writes every file to the disk, compares the
hashes again, and switches over; ``unzip`` checks a CRC and leaves the writing to the system. Medians of five,
the two in turn, with the pack in memory's cache.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from benchmarks.report import Figure, median
from lesson_player.operations.packs.clashes import Answer
from lesson_player.operations.packs.contents import look_into
from lesson_player.operations.packs.install import install
from lesson_player.operations.packs.store import PackStore
from tests.support.packs import FILM, nothing, packed, places, sample_files

_BYTES = 200_000_000
_TIMES = 5


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pack = folder / "large.lessonpack"
        film = FILM + os.urandom(_BYTES - len(FILM))
        pack.write_bytes(packed({**sample_files(), "media/reading/reading.webm": film}))
        ours, looks, unzips = [], [], []
        for _ in range(_TIMES):
            looked, whole = _install(pack, folder / "home")
            looks.append(looked)
            ours.append(whole)
            if shutil.which("unzip"):
                unzips.append(_unzip(pack, folder / "unzipped"))
    peers = {"unzip": median(unzips)} if unzips else {}
    return [
        Figure("pack.install_s", median(ours), "s", peers=peers),
        Figure("pack.look_s", median(looks), "s"),
    ]


def _install(pack: Path, home: Path) -> tuple[float, float]:
    here = places(home)
    began = time.perf_counter()
    contents = look_into(pack, nothing)
    looked = time.perf_counter() - began
    done = install(contents, here, PackStore(here.user_data), Answer.STOP, nothing)
    whole = time.perf_counter() - began
    if done.pack is None:
        raise RuntimeError("nothing was installed")
    shutil.rmtree(home)
    return looked, whole


def _unzip(pack: Path, target: Path) -> float:
    began = time.perf_counter()
    subprocess.run(["unzip", "-q", pack, "-d", target], check=True)
    took = time.perf_counter() - began
    shutil.rmtree(target)
    return took
