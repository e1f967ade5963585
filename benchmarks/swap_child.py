"""Swaps and seeks under one engine, measured from inside its process.

    python -m benchmarks.swap_child ENGINE FILM BSL

Prints lines of "name value": ready_ms until the other version is there, resting_ms and playing_ms from the
key to the painted frame, resting_off and playing_off by how many frames it is not the one of the moment,
drift_ms between the two versions while both play for ten seconds, in which the parent reads the processor
time, lost frames of the shown version in them, seek_ms from the command to the painted frame of the new
place.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest

from benchmarks.film_child import Shown, class_window
from lesson_player.application.qt_application import with_windows
from lesson_player.model.captions import CueTrack
from lesson_player.model.film import Film
from lesson_player.model.lesson import Wording
from lesson_player.teaching.course import Course
from tests.support import small_lesson
from tests.support.numbered_film import NumberedFilm, read_number

FILM = NumberedFilm("mp4", 100.0, width=1920, height=1080)
BSL = NumberedFilm("mp4", 106.0, width=1920, height=1080, first=1200)
MOMENTS = {"start": 0.0, "clue": 35.0, "help": 70.0, "end": 99.5}
BSL_MOMENTS = {"start": 0.0, "clue": 37.8, "help": 71.4, "end": 105.0}
"""The first scene is 8 % slower in the BSL version, the second 4 % quicker, the third 14 % slower."""
_SWAPS = 25
"""At rest, and as many again while playing."""
_SEEKS = 20
_DRIFT_S = 10.0
_PATIENCE_S = 60.0
_FPS = 25


def main() -> None:
    engine, film, bsl = sys.argv[1:]
    _application = with_windows()
    made = course(Path(film), Path(bsl))
    described = made.main_film()
    assert described is not None
    with class_window(engine, made, 1920, 1080) as shown:
        Swaps(shown, described.film).measure()


def course(film: Path, bsl: Path) -> Course:
    """A lesson whose film has both versions, played from the start without a pause."""
    bundle = small_lesson.bundle()
    loaded = small_lesson.loaded_film(film.parent)
    versions = {
        name: loaded.film.versions[name].model_copy(
            update={"file": path.name, "duration": numbered.seconds, "moments": moments}
        )
        for name, path, numbered, moments in (
            ("film", film, FILM, MOMENTS),
            ("bsl", bsl, BSL, BSL_MOMENTS),
        )
    }
    described = loaded.film.model_copy(update={"versions": versions})
    captions = {f"{name}/standard": CueTrack() for name in versions}
    loaded = loaded.model_copy(update={"film": described, "captions": captions})
    watch = bundle.lesson.step("watch").model_copy(update={"pauses": ()})
    steps = tuple(watch if step.id == "watch" else step for step in bundle.lesson.steps)
    lesson = bundle.lesson.model_copy(update={"steps": steps})
    bundle = bundle.model_copy(update={"lesson": lesson, "films": {"small-film": loaded}})
    return Course(bundle, lesson, Wording.STANDARD, "As written", small_lesson.threes)


class Swaps:
    """A film in the class window, the frame that was painted last, and when."""

    def __init__(self, shown: Shown, film: Film) -> None:
        self._shown, self._film = shown, film
        self._player, self._controller = shown.player, shown.controller
        self._number, self._painted_at = -1, 0.0
        self._seen: set[int] = set()
        picture = shown.window.picture
        self._paint = picture.paintEvent
        picture.paintEvent = self._note  # type: ignore[method-assign] # Qt finds it on the instance too

    def measure(self) -> None:
        self._controller.go_to(self._shown.film_step)
        self._until(lambda: self._player.can_swap)
        self._controller.run("next")
        self._until(lambda: self._player.position_s > 5.0)
        self._controller.run("play")
        QTest.qWait(1000)
        for _ in range(_SWAPS):
            self._swap("resting")
            QTest.qWait(300)
        self._controller.run("play")
        QTest.qWait(2000)
        for index in range(_SWAPS):
            self._swap("playing")
            QTest.qWait(2000 + 37 * (index % 8))
        self._drift()
        self._seeks()

    def _swap(self, how: str) -> None:
        """Press the key, wait for a frame of the other version, and compare it with the moment."""
        asked = time.perf_counter()
        self._until(lambda: self._player.can_swap)
        print("ready_ms", (time.perf_counter() - asked) * 1000, flush=True)
        before, other = self._version(), "bsl" if self._version() == "film" else "film"
        moment_s, at = self._moment(before), time.perf_counter()
        pressed = time.perf_counter()
        QTest.keyClick(self._shown.window, Qt.Key.Key_S)
        self._until(lambda: self._painted_at > pressed and self._version() == other)
        print(f"{how}_ms", (self._painted_at - pressed) * 1000, flush=True)
        if how == "playing":
            moment_s += self._painted_at - at
        expected_s = self._film.same_moment_s(moment_s, before, other)
        print(f"{how}_off", self._frames_off(expected_s, other), flush=True)

    def _moment(self, version: str) -> float:
        """Where the story stands: by the player at rest, by the frame that has just been painted in play."""
        if self._controller.state.film.status != "playing":
            return self._player.position_s
        former, seen = self._number, self._painted_at
        self._until(lambda: self._painted_at > seen and self._number != former)
        return (self._number - _numbered(version).first) / _FPS

    def _frames_off(self, expected_s: float, version: str) -> int:
        shown = self._number - _numbered(version).first
        return min(abs(shown - _numbered(version).frame_at(expected_s + slip / _FPS)) for slip in (0.0, -0.5))

    def _drift(self) -> None:
        QTest.qWait(3000)
        ends = time.perf_counter() + _DRIFT_S
        self._seen.clear()
        print("playing", flush=True)
        while time.perf_counter() < ends:
            QTest.qWait(40)
            if self._player.drift_s is not None:
                print("drift_ms", abs(self._player.drift_s) * 1000, flush=True)
        print("lost", max(self._seen) - min(self._seen) + 1 - len(self._seen), flush=True)

    def _seeks(self) -> None:
        for index in range(_SEEKS):
            version = self._version()
            at_s = 5.0 + (index * 37.3) % 80.0
            began = time.perf_counter()
            self._controller.seek_film(at_s)
            expected = _numbered(version).frame_at(at_s) + _numbered(version).first
            self._until_painted(began, expected)
            print("seek_ms", (self._painted_at - began) * 1000, flush=True)
            QTest.qWait(700)

    def _until_painted(self, began: float, number: int) -> None:
        self._until(lambda: self._painted_at > began and -2 <= self._number - number <= 12)

    def _version(self) -> str:
        """Which of the two the last painted frame is of, by the moment that the lesson is at."""
        at_s = self._player.position_s
        here = self._controller.state.film_choice.version
        in_film = self._film.same_moment_s(at_s, here, "film") * _FPS
        return "film" if abs(self._number - in_film) < BSL.first / 2 else "bsl"

    def _note(self, event: QPaintEvent) -> None:
        self._paint(event)
        frame = self._player.frame
        if frame is not None:
            self._painted_at = time.perf_counter()
            self._number = read_number(frame.image)
            self._seen.add(self._number)

    def _until(self, what: Callable[[], object]) -> None:
        ends = time.perf_counter() + _PATIENCE_S
        while not what():
            if time.perf_counter() > ends:
                sys.exit("waited too long for a frame")
            QTest.qWait(1)


def _numbered(version: str) -> NumberedFilm:
    return FILM if version == "film" else BSL


if __name__ == "__main__":
    main()
