"""Qt Multimedia behind the player's port.

Each frame carries the time it begins at, so time, pause points and seeks are exact here. The picture is
converted only when somebody paints it.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtMultimedia import (
    QAudioOutput,
    QMediaDevices,
    QMediaMetaData,
    QMediaPlayer,
    QVideoFrame,
    QVideoSink,
)

from lesson_player.playback import failure
from lesson_player.playback.events import Ended, Opened, Settled, TimeAnchor
from lesson_player.playback.frame import Frame
from lesson_player.playback.qtmultimedia.conversion import Converter
from lesson_player.playback.qtmultimedia.quiet import hush_ffmpeg, without_known_noise

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from lesson_player.playback.bridge import Bridge

QT_MULTIMEDIA = "Qt Multimedia"
_USUAL_FRAME_S = 0.04
_ANCHOR_EVERY_S = 0.25
_MICROSECONDS = 1_000_000
_SETTLE_AT_LATEST_MS = 400
"""When no frame says that it covers the place asked for, the nearest that came is taken."""
_ARRIVES_WITHIN_S = 1.0
"""For so long after a seek while playing, frames that lie elsewhere are still of the old place: on a busy
machine one or two of them were under way."""


class QtDriver(QObject):
    """Plays one film at a time in a ``QMediaPlayer``; all of it happens on the GUI thread."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._player = QMediaPlayer(self)
        hush_ffmpeg()
        self._sink = QVideoSink(self)
        self._player.setVideoSink(self._sink)
        self._audio = self._sound_output()
        self._sink.videoFrameChanged.connect(self._on_frame)
        self._player.mediaStatusChanged.connect(self._on_status)
        self._player.errorOccurred.connect(self._on_error)
        self._settle_timer = QTimer(self)
        self._settle_timer.setSingleShot(True)
        self._settle_timer.setInterval(_SETTLE_AT_LATEST_MS)
        self._settle_timer.timeout.connect(self._settle)
        self._path: Path | None = None
        self._target_s: float | None = None
        self._nearest: QVideoFrame | None = None
        self._sought: tuple[float, float] | None = None
        """The place of a seek while playing, and the moment it was asked for, until a frame of it comes."""
        self._playing = False
        self._loaded = False
        self._frame_s = _USUAL_FRAME_S
        self._anchored_s = 0.0
        self._handed_over = 0
        self._converter = Converter()

    sound_after_s = 0.3
    lands_exactly = True

    @property
    def frame_s(self) -> float:
        return self._frame_s

    def load(self, path: Path, at_s: float) -> None:
        self.unload()
        if not self._player.isAvailable():
            self._bridge.post(failure.engine_not_whole(path, "Qt Multimedia found none of its engines"))
            return
        self._path = path
        self._target_s = at_s
        self._player.setSource(QUrl.fromLocalFile(str(path.absolute())))

    def play(self) -> None:
        self._target_s = None
        self._playing = True
        self._anchored_s = 0.0
        with without_known_noise():
            self._player.play()

    def pause(self) -> None:
        self._playing = False
        self._player.pause()

    def seek(self, at_s: float, *, resting: bool) -> None:
        self._anchored_s = 0.0
        self._sought = None if resting else (at_s, time.monotonic())
        if resting:
            self._go_and_settle(at_s)
        else:
            self._player.setPosition(self._inside_frame(at_s))

    def set_volume(self, volume: float) -> None:
        if self._audio is not None:
            # As libVLC does: steps of the cube sound even.
            self._audio.setVolume((volume / 100) ** 3)

    def set_muted(self, muted: bool) -> None:  # noqa: FBT001 - a setter
        if self._audio is not None:
            self._audio.setMuted(muted)

    def set_sound_output(self, name: str) -> None:
        if self._audio is None:
            return
        named = (device for device in QMediaDevices.audioOutputs() if name and device.description() == name)
        with without_known_noise():
            self._audio.setDevice(next(named, QMediaDevices.defaultAudioOutput()))

    def set_room(self, width: int, height: int) -> None:
        self._converter.room = (width, height)

    def set_rate(self, rate: float) -> None:
        self._player.setPlaybackRate(rate)

    def unload(self) -> None:
        self._path = None
        self._target_s = None
        self._nearest = None
        self._sought = None
        self._playing = False
        self._loaded = False
        self._handed_over = 0
        self._settle_timer.stop()
        if not self._player.source().isEmpty():
            self._player.stop()
            self._player.setSource(QUrl())
            self._converter.close()

    def _sound_output(self) -> QAudioOutput | None:
        with without_known_noise():
            if not QMediaDevices.audioOutputs():
                return None
            audio = QAudioOutput(self)
            self._player.setAudioOutput(audio)
            return audio

    def _inside_frame(self, at_s: float) -> int:
        """Milliseconds in the middle of the frame: on its very edge the engine may show the one before."""
        return round((at_s + self._frame_s / 2) * 1000)

    def _go_and_settle(self, at_s: float) -> None:
        self._target_s = at_s
        self._nearest = None
        self._player.setPosition(self._inside_frame(at_s))
        self._settle_timer.start()

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        kinds = QMediaPlayer.MediaStatus
        if self._path is None:
            return
        if status == kinds.LoadedMedia and not self._loaded:
            self._loaded = True
            self._on_loaded(self._path)
        elif status == kinds.EndOfMedia and self._loaded:
            self._bridge.post(Ended())
        elif status == kinds.InvalidMedia:
            self._bridge.post(failure.cannot_open(self._path, "Qt Multimedia calls the media invalid"))

    def _on_loaded(self, path: Path) -> None:
        player = self._player
        if not player.hasVideo():
            self._bridge.post(failure.cannot_open(path, "Qt Multimedia finds no picture in it"))
            return
        tracks = player.videoTracks()
        facts = tracks[0] if tracks else player.metaData()
        fps = facts.value(QMediaMetaData.Key.VideoFrameRate)
        size = facts.value(QMediaMetaData.Key.Resolution)
        self._frame_s = 1 / fps if isinstance(fps, float) and fps > 0 else _USUAL_FRAME_S
        width, height = (size.width(), size.height()) if size is not None else (0, 0)
        self._bridge.post(Opened(player.duration() / 1000, width, height, player.hasAudio()))
        player.pause()
        self._go_and_settle(self._target_s or 0.0)

    def _on_error(self, error: QMediaPlayer.Error, text: str) -> None:
        if self._path is not None and error != QMediaPlayer.Error.NoError:
            self._bridge.post(failure.cannot_open(self._path, f"Qt Multimedia: {text}"))

    def _on_frame(self, frame: QVideoFrame) -> None:
        if self._path is None or not frame.isValid():
            return
        if self._target_s is not None:
            self._nearest = QVideoFrame(frame)
            if self._covers(frame, self._target_s):
                self._settle()
        elif self._playing and self._is_of_the_place_sought(frame.startTime() / _MICROSECONDS):
            self._hand_over(QVideoFrame(frame))
            self._anchor(frame.startTime() / _MICROSECONDS)

    def _is_of_the_place_sought(self, begins_s: float) -> bool:
        if self._sought is not None:
            at_s, asked_s = self._sought
            there = -2 * self._frame_s < begins_s - at_s < _ARRIVES_WITHIN_S
            if there or time.monotonic() - asked_s > _ARRIVES_WITHIN_S:
                self._sought = None
        return self._sought is None

    def _covers(self, frame: QVideoFrame, at_s: float) -> bool:
        begins_s, ends_s = frame.startTime() / _MICROSECONDS, frame.endTime() / _MICROSECONDS
        return begins_s <= at_s + self._frame_s / 2 <= ends_s + self._frame_s / 4

    def _settle(self) -> None:
        at_s, frame = self._target_s, self._nearest
        if at_s is None or frame is None:
            return
        self._settle_timer.stop()
        self._target_s = None
        self._nearest = None
        self._hand_over(frame)
        self._bridge.post(Settled(at_s))

    def _hand_over(self, frame: QVideoFrame) -> None:
        self._bridge.offer(
            Frame(frame.startTime() / _MICROSECONDS, self._handed_over, lambda: self._image(frame))
        )
        self._handed_over += 1

    def _anchor(self, media_s: float) -> None:
        now = time.monotonic()
        if now - self._anchored_s >= _ANCHOR_EVERY_S:
            self._anchored_s = now
            self._bridge.post(TimeAnchor(media_s, now))

    def _image(self, frame: QVideoFrame) -> QImage:
        with without_known_noise():
            return self._converter.image(frame)
