"""A library of a thousand lessons: ``library.open_1000_s``, from the program's start to painted cards.

Whole processes, warm, as `startup.window_s` is measured with two lessons: the headings of a thousand are kept
from the start before. ``library.first_1000_s`` is the first start of all, when every heading has to be read,
``library.search_1000_s`` a search in them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from benchmarks.children import warm_environment
from benchmarks.report import Figure, median
from lesson_player.foundation.paths import standard_places
from lesson_player.operations.library import LibraryWish, read_page
from lesson_player.operations.library_index import LibraryIndex

_LESSONS, _RUNS = 1000, 7
_SOURCE = Path("lessons/fire-drill")


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as home:
        _fill(Path(home))
        _started(Path(home))  # compiles what was changed since the last start
        first = []
        for _ in range(3):
            (Path(home) / "state" / "library.json").unlink()
            first.append(_started(Path(home)))
        again = [_started(Path(home)) for _ in range(_RUNS)]
        search = [_search(Path(home)) for _ in range(_RUNS)]
    return [
        Figure("library.open_1000_s", median(again), "s"),
        Figure("library.first_1000_s", median(first), "s"),
        Figure("library.search_1000_s", median(search), "s"),
    ]


def _fill(home: Path) -> None:
    """A thousand lessons, each with files of its own but for its pictures."""
    text = (_SOURCE / "lesson.yaml").read_text(encoding="utf-8")
    for number in range(_LESSONS):
        name = f"lesson-{number:04}"
        folder = home / "data" / "lessons" / name
        folder.mkdir(parents=True)
        named = text.replace("id: fire-drill\n", f"id: {name}\n")
        named = named.replace("title: Fire drill\n", f"title: {name}\n")
        (folder / "lesson.yaml").write_text(named, encoding="utf-8")
        shutil.copy(_SOURCE / "services.yaml", folder)
        # Each lesson has the whole files; on the disk they are there once.
        shutil.copytree(_SOURCE / "pictures", folder / "pictures", copy_function=os.link)


def _started(home: Path) -> float:
    """Seconds from the start of a fresh process to the end of the first paint of a lesson's card."""
    environment = warm_environment() | {"LESSON_PLAYER_HOME": os.fspath(home)}
    started = time.monotonic()
    child = subprocess.run(
        [sys.executable, "-m", "benchmarks.first_paint", "LessonView"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return float(child.stdout.split()[-1]) - started


def _search(home: Path) -> float:
    places = replace(standard_places(), user_data=home / "data", user_state=home / "state")
    started = time.perf_counter()
    page = read_page(places, (), "", LibraryWish("lesson-05"), LibraryIndex(places.library_index))
    assert page.found == 100, page.found
    return time.perf_counter() - started
