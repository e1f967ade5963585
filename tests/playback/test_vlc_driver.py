"""What libVLC's driver asks of the session in which it opens a film."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from lesson_player.playback.bridge import Bridge
from lesson_player.playback.vlc import driver as vlc_driver


class NotedSession:
    """Notes how many threads each film is to be decoded by."""

    threads: list[int]
    fps = 0.0

    def __init__(self, *_given: Any) -> None:
        self.end = self.set_muted = self.set_volume = self.set_rate = lambda *_told: None

    def load(self, _path: Path, _at_s: float, _fps: float, threads: int) -> None:
        self.threads.append(threads)


def test_a_film_beside_another_is_decoded_by_one_thread(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    NotedSession.threads = []
    monkeypatch.setattr(vlc_driver, "instance", lambda: (SimpleNamespace(), None))
    monkeypatch.setattr(vlc_driver, "Session", NotedSession)
    driver = vlc_driver.VlcDriver(Bridge())
    driver.load(Path("film.mp4"), 0.0)
    driver.set_sparing(True)
    driver.load(Path("version.mp4"), 0.0)
    driver.set_sparing(False)
    driver.load(Path("film.mp4"), 0.0)
    assert NotedSession.threads == [vlc_driver.THREADS, 1, vlc_driver.THREADS]
    assert vlc_driver.THREADS > 1
