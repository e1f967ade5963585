"""Two numbered films whose scenes differ in speed, swapped in every engine that looks into the file."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lesson_player.playback.engines import Engine
from lesson_player.playback.frame import Frame
from lesson_player.playback.in_step import LEAP_BEYOND_S
from lesson_player.playback.pair import OtherVersion, VersionPair
from lesson_player.playback.state import Status
from lesson_player.playback.story_map import StoryMap
from tests.support.numbered_film import Container, NumberedFilm, read_number
from tests.support.watched_player import PATIENCE_MS

THERE = StoryMap(((0.0, 0.0), (4.0, 4.4), (8.0, 8.0), (11.5, 11.5)))
BACK = StoryMap(tuple((there, here) for here, there in THERE.knots))
FILM = NumberedFilm("webm", 12.0, width=320, height=180)
FRAME_S = 1 / 25
SLACK = {"vlc": 3, "qt": 0}
"""libVLC does not say which frame it shows, and on a busy machine it lands up to three beside the right one
(docs/decisions/0028)."""
BUSY = 3
"""So many frames more or less may one of two versions that play have left out on a busy machine."""


class Watched:
    """A pair, and the numbers of the frames that it showed since it was last asked for them."""

    def __init__(self, engine: Engine, qtbot: QtBot) -> None:
        self.pair = VersionPair(engine.make_player)
        self.numbers: list[int] = []
        self.slack = SLACK[engine.key]
        self._qtbot = qtbot
        self.pair.frame_ready.connect(self._note)

    def until(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def until_swap_from(self, at_s: float) -> None:
        self.until(lambda: self.pair.position_s > at_s and self.pair.can_swap)

    def swap(self, story: StoryMap) -> int:
        """Swap to the same moment; gives by how many frames the first picture is further off than was known.

        A busy machine lets two versions drift, and they say so; beyond a leap the picture has to be sought.
        """
        playing = self.pair.state.status is Status.PLAYING
        frame = self.pair.frame
        assert frame is not None
        # What is seen is compared: of two versions that play, both are late on a busy machine.
        at_s = story.at(read_number(frame.image) / 25 if playing else self.pair.position_s)
        known_s = abs(self.pair.drift_s or 0.0)
        self.numbers.clear()
        assert self.pair.swap(at_s)
        if known_s > LEAP_BEYOND_S:
            self.until(lambda: bool(self.numbers))
            return 0
        assert self.numbers, "the picture comes with the swap itself"
        return max(0, abs(self.numbers[0] - FILM.frame_at(at_s)) - math.ceil(known_s / FRAME_S))

    def _note(self, frame: Frame) -> None:
        self.numbers.append(read_number(frame.image))


@pytest.fixture
def watched(decoder: Engine, qtbot: QtBot) -> Iterator[Watched]:
    made = Watched(decoder, qtbot)
    yield made
    made.pair.close()
    made.pair.deleteLater()


@pytest.fixture
def paths(make_film: Callable[[NumberedFilm], Path], any_container: Container, tmp_path: Path) -> list[Path]:
    film = make_film(NumberedFilm(any_container, FILM.seconds, width=FILM.width, height=FILM.height))
    other = tmp_path / f"bsl.{any_container}"
    other.write_bytes(film.read_bytes())
    return [film, other]


def test_swaps_at_rest_show_the_frame_of_the_moment(watched: Watched, paths: list[Path]) -> None:
    watched.pair.open(paths[0], 2.2, OtherVersion(paths[1], THERE, BACK))
    for story in (THERE, BACK, THERE, BACK):
        watched.until(lambda: watched.pair.can_swap)
        assert watched.swap(story) <= watched.slack
    assert watched.pair.state.path == paths[0]


def test_swaps_while_playing_go_on_from_the_moment(watched: Watched, paths: list[Path]) -> None:
    watched.pair.open(paths[0], 2.8, OtherVersion(paths[1], THERE, BACK))
    watched.pair.play()
    # In the first scene, just behind where the second begins, and in the middle of it.
    for from_s, story in ((3.4, THERE), (4.6, BACK), (5.4, THERE)):
        watched.until_swap_from(from_s)
        assert watched.swap(story) <= watched.slack + BUSY
        watched.until(lambda: len(watched.numbers) > 5)
        assert watched.numbers == sorted(watched.numbers), "no old picture comes after a swap"
        assert watched.pair.state.status is Status.PLAYING


def test_both_play_within_a_frame_of_each_other(watched: Watched, paths: list[Path]) -> None:
    drifts: list[float] = []
    watched.pair.open(paths[0], 2.5, OtherVersion(paths[1], THERE, BACK))
    watched.until(lambda: watched.pair.can_swap)
    watched.pair.play()
    watched.until(lambda: watched.pair.position_s > 4.5)
    watched.pair.frame_ready.connect(lambda _frame: drifts.append(watched.pair.drift_s or 0.0))
    watched.until(lambda: watched.pair.position_s > 6.0)
    assert sorted(map(abs, drifts))[len(drifts) // 2] <= FRAME_S


def test_a_rest_parks_the_other_version_on_the_moment(watched: Watched, paths: list[Path]) -> None:
    watched.pair.open(paths[0], 2.2, OtherVersion(paths[1], THERE, BACK))
    watched.until(lambda: watched.pair.can_swap)
    watched.pair.set_pause_point(3.0)
    watched.pair.play()
    watched.until(lambda: watched.pair.state.status is Status.RESTING)
    watched.until(
        lambda: watched.pair.can_swap and abs(watched.pair.drift_s or 0.0) <= FRAME_S * watched.slack
    )
    frame = watched.pair.companion_frame
    assert frame is not None
    assert abs(read_number(frame.image) - FILM.frame_at(THERE.at(3.0))) <= watched.slack
