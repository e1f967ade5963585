"""What libVLC's time reports are worth right after a jump."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from lesson_player.playback.bridge import Bridge
from lesson_player.playback.events import TimeAnchor
from lesson_player.playback.vlc import picture_flow
from lesson_player.playback.vlc.picture_flow import PictureFlow


class NotedBridge(Bridge):
    """Keeps the times that it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.told_s: list[float] = []

    def post(self, event: object) -> None:
        assert isinstance(event, TimeAnchor)
        self.told_s.append(event.media_s)


class Playing:
    """A film that plays since 1.0 s, on a clock that is turned by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now_s = 100.0
        monkeypatch.setattr(picture_flow, "time", SimpleNamespace(monotonic=lambda: self.now_s))
        self.bridge = NotedBridge()
        self.flow = PictureFlow(self.bridge, lambda: None)
        self.flow.play()
        self.flow.on_time(1000)
        self.bridge.told_s.clear()

    def report(self, after_s: float, media_s: float) -> None:
        self.now_s += after_s
        self.flow.on_time(round(media_s * 1000))


@pytest.fixture
def playing(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Playing:
    return Playing(monkeypatch)


def test_a_report_of_the_place_that_was_left_is_not_believed(playing: Playing) -> None:
    playing.flow.jump(10.0)
    playing.report(0.02, 10.0)
    playing.report(0.02, 1.04)
    assert playing.bridge.told_s == []
    playing.report(0.2, 10.18)
    assert playing.bridge.told_s == [10.18]


def test_reports_go_on_to_be_believed_where_a_jump_came_to_nothing(playing: Playing) -> None:
    playing.flow.jump(10.0)
    playing.report(1.5, 2.5)
    assert playing.bridge.told_s == [2.5]


def test_a_report_after_a_short_jump_is_believed_at_once(playing: Playing) -> None:
    playing.flow.jump(1.3)
    playing.report(0.2, 1.45)
    assert playing.bridge.told_s == [1.45]
