"""Which of Qt Multimedia's frames go on to the player after a seek."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from lesson_player.playback.bridge import Bridge
from lesson_player.playback.qtmultimedia import driver as module
from lesson_player.playback.qtmultimedia.driver import QtDriver


class Playing:
    """A driver whose film plays, on a clock that is turned by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now_s = 100.0
        monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=lambda: self.now_s))
        self.bridge = Bridge()
        self.came_s: list[float] = []
        self.bridge.frame_arrived.connect(lambda frame: self.came_s.append(frame.time_s))
        self.driver = QtDriver(self.bridge)
        self.driver._path = Path("film.webm")
        self.driver._playing = True

    def frame(self, at_s: float) -> None:
        """A frame comes from the engine."""
        made = QVideoFrame(QVideoFrameFormat(QSize(16, 16), QVideoFrameFormat.PixelFormat.Format_BGRA8888))
        made.setStartTime(round(at_s * 1_000_000))
        self.driver._on_frame(made)
        self.bridge.drain()


@pytest.fixture
def playing(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Playing]:
    made = Playing(monkeypatch)
    yield made
    made.driver.unload()


@pytest.mark.parametrize(("left_s", "sought_s"), [(1.2, 17.4), (17.4, 1.2), (9.0, 4.0)])
def test_frames_that_were_under_way_at_a_seek_are_dropped(
    playing: Playing, left_s: float, sought_s: float
) -> None:
    playing.frame(left_s)
    playing.driver.seek(sought_s, resting=False)
    playing.frame(left_s + 0.04)
    playing.frame(sought_s - 0.013)
    playing.frame(sought_s + 0.027)
    assert playing.came_s == pytest.approx([left_s, sought_s - 0.013, sought_s + 0.027])


def test_an_engine_that_lands_elsewhere_is_followed_after_a_second(playing: Playing) -> None:
    playing.driver.seek(10.0, resting=False)
    playing.frame(6.0)
    assert playing.came_s == []
    playing.now_s += 1.1
    playing.frame(7.1)
    assert playing.came_s == [7.1]
