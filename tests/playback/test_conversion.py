"""Qt Multimedia's frames become the same pictures whether Qt or FFmpeg's scaler converts them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame, QVideoSink
from pytestqt.qtbot import QtBot

from lesson_player.playback.pictures import scaled_into
from lesson_player.playback.qtmultimedia import conversion
from lesson_player.playback.qtmultimedia.quiet import hush_categories, without_known_noise
from tests.support.source_tree import REPOSITORY

FILM = REPOSITORY / "media/mayas-story/mayas-story.webm"
_ALIKE = 12
"""Levels of 255: Qt's own conversion takes the BT.601 matrix for this BT.709 film, FFmpeg's the right one."""


@pytest.fixture
def frame(qtbot: QtBot) -> QVideoFrame:
    """A frame from the sample film."""
    hush_categories()
    player, sink, frames = QMediaPlayer(), QVideoSink(), []
    player.setVideoSink(sink)
    sink.videoFrameChanged.connect(lambda each: frames.append(QVideoFrame(each)) if each.isValid() else None)
    with without_known_noise():
        player.setSource(QUrl.fromLocalFile(str(FILM)))
        # Before it is open a film takes no place, and would play from its beginning.
        qtbot.waitUntil(player.isSeekable, timeout=20_000)
        player.setPosition(20_000)
        player.play()
        qtbot.waitUntil(lambda: any(each.startTime() > 19_000_000 for each in frames), timeout=20_000)
    player.stop()
    return frames[-1]


def differences(one: QImage, other: QImage) -> list[int]:
    places = [(x, y) for x in range(5, one.width(), 61) for y in range(5, one.height(), 47)]
    pairs = [(one.pixelColor(x, y), other.pixelColor(x, y)) for x, y in places]
    return sorted(
        max(abs(a.red() - b.red()), abs(a.green() - b.green()), abs(a.blue() - b.blue())) for a, b in pairs
    )


def test_colours_are_those_of_qt(frame: QVideoFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    with without_known_noise():
        expected = frame.toImage()
    monkeypatch.setattr(QVideoFrame, "toImage", lambda _frame: pytest.fail("Qt's own conversion was used"))
    found = differences(conversion.Converter().image(frame), expected)
    assert found[len(found) * 99 // 100] <= _ALIKE
    assert sum(found) / len(found) <= 4


def test_a_picture_comes_no_larger_than_its_room(frame: QVideoFrame) -> None:
    converter = conversion.Converter()
    whole = converter.image(frame)
    assert whole.size() == QSize(1280, 720)
    converter.room = (700, 700)
    small = converter.image(frame)
    assert small.size() == QSize(696, 394)
    assert differences(small, whole.scaled(small.size()))[0] <= _ALIKE
    assert whole.size() == QSize(1280, 720), "a picture that is held stays as it is"


def test_without_the_library_qt_converts(frame: QVideoFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "_swscale", lambda: None)
    with without_known_noise():
        assert conversion.Converter().image(frame) == frame.toImage()


def test_a_closed_converter_leaves_its_pictures_whole_and_can_be_used_again(frame: QVideoFrame) -> None:
    converter = conversion.Converter()
    first = converter.image(frame)
    kept = first.copy()
    converter.close()
    second = converter.image(frame)
    assert first == kept == second


@pytest.mark.parametrize(
    ("room", "size", "expected"),
    [
        ((0, 0), (1920, 1080), (1920, 1080)),
        ((1920, 1080), (1920, 1080), (1920, 1080)),
        ((3840, 2160), (1920, 1080), (1920, 1080)),
        ((1651, 929), (1920, 1080), (1648, 928)),
        ((1651, 2000), (1920, 1080), (1648, 928)),
        ((400, 400), (1080, 1920), (224, 400)),
        ((4, 4), (1920, 1080), (8, 2)),
    ],
)
def test_the_size_that_is_asked_for(
    room: tuple[int, int], size: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert scaled_into(room, *size, size[0]) == expected


def test_pixels_that_are_not_square_become_so() -> None:
    assert scaled_into((0, 0), 720, 576, 1024) == (1024, 576)
    assert scaled_into((512, 512), 720, 576, 1024) == (512, 288)
