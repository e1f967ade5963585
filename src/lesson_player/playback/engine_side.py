"""The half of the player that listens to its engine: frames, time, the pause point, the end and failures."""

from __future__ import annotations

import logging
import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from lesson_player.playback import failure
from lesson_player.playback.bridge import Bridge
from lesson_player.playback.events import (
    Ended,
    EngineEvent,
    Event,
    Failed,
    FrameHeldBack,
    OpenAsked,
    Opened,
    PauseAsked,
    PlayAsked,
    Settled,
    TimeAnchor,
)
from lesson_player.playback.film_file import film_file_problem
from lesson_player.playback.frame import Frame
from lesson_player.playback.state import PlayerState, Status, reduce
from lesson_player.playback.watchdog import Watchdog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lesson_player.playback.driver import Driver

_log = logging.getLogger(__name__)

_WATCH_EVERY_MS = 500
_BELONGS = 0.4
"""A frame that begins this share of a frame behind a pause point still belongs to it: containers shift the
picture by up to 14 ms against the times that were meant (WebM makes room for the sound's first packet)."""
_EARLY_END_S = 1.5
"""A film whose engine ends this long before its stated length broke off; stated lengths are often off by a
second."""
_NEAR_END_S = 0.5
"""How far before the end to look for a picture when a film is to be opened at, or behind, its end."""


class EngineSide(QObject):
    """Keeps the state true to what the engine reports. All signals come on the thread of this object."""

    frame_ready = Signal(Frame)
    state_changed = Signal(PlayerState)
    pause_reached = Signal(float)
    ended = Signal()
    failed = Signal(str)

    def __init__(
        self,
        make_driver: Callable[[Bridge], Driver],
        parent: QObject | None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._state = PlayerState()
        self._frame: Frame | None = None
        self._frame_awaited = True
        self._sought_s: float | None = None
        self._gain = self._beneath = 1.0
        self._bridge = Bridge(self)
        self._bridge.event_arrived.connect(self._on_event)
        self._bridge.frame_arrived.connect(self._on_frame)
        self._driver = make_driver(self._bridge)
        self._watchdog = Watchdog()
        self._watch_timer = QTimer(self)
        self._watch_timer.setInterval(_WATCH_EVERY_MS)
        self._watch_timer.timeout.connect(self._watch)
        self._pause_timer = QTimer(self)
        self._pause_timer.setSingleShot(True)
        self._pause_timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._pause_timer.timeout.connect(self._rest_at_pause_point)

    @property
    def on_its_way(self) -> bool:
        """Whether it plays and was sent to a place that it has not got to."""
        return self._sought_s is not None

    def _dispatch(self, event: Event) -> None:
        before, self._state = self._state, reduce(self._state, event)
        if self._state != before:
            self.state_changed.emit(self._state)

    def _load(self, path: Path, at_s: float) -> None:
        self._stop_engine()
        self._frame_awaited = True
        self._sought_s = None
        self._dispatch(OpenAsked(path, at_s))
        self._arm_pause_point()
        problem = film_file_problem(path)
        if problem is not None:
            self._bridge.post(Failed(problem, f"refused: {path}"))
            return
        self._watchdog.restart(self._now())
        self._watch_timer.start()
        self._driver.set_volume(self._heard())
        self._driver.set_muted(self._state.muted)
        self._driver.set_rate(self._state.rate)
        self._driver.load(path, at_s)

    def _heard(self) -> float:
        return self._state.volume * math.cbrt(self._gain * self._beneath)

    def _stop_engine(self) -> None:
        self._pause_timer.stop()
        self._watch_timer.stop()
        self._driver.unload()
        self._bridge.clear()

    def _start(self) -> None:
        self._dispatch(PlayAsked(self._now()))
        if self._state.status is Status.PLAYING:
            self._watchdog.restart(self._now())
            self._watch_timer.start()
            self._arm_pause_point()
            self._driver.play()

    def _arm_pause_point(self) -> None:
        state = self._state
        at_s = state.pause_at_s if state.pause_armed else None
        self._bridge.set_limit(None if at_s is None else at_s + self._driver.frame_s * _BELONGS)
        self._pause_timer.stop()
        if at_s is not None and state.status is Status.PLAYING:
            # Half a frame late: the last frame before the point must have come, the next one must not.
            wait_s = state.clock.moment_of(at_s) - self._now() + self._driver.frame_s / 2
            self._pause_timer.start(max(0, round(wait_s * 1000)))

    def _rest_at_pause_point(self) -> None:
        at_s = self._state.pause_at_s
        if self._state.status is not Status.PLAYING or at_s is None or not self._state.pause_armed:
            return
        self._pause_timer.stop()
        self._sought_s = None
        self._driver.pause()
        self._dispatch(PauseAsked(self._now(), at_s))
        self.pause_reached.emit(at_s)

    def _on_frame(self, frame: Frame) -> None:
        self._frame = frame
        self._frame_awaited = False
        if self._driver.lands_exactly:
            self._sought_s = None
        self._watchdog.note(frame.time_s, self._now())
        self.frame_ready.emit(frame)

    def _on_event(self, event: EngineEvent) -> None:
        match event:
            case FrameHeldBack():
                self._rest_at_pause_point()
            case Ended():
                self._on_ended()
            case Failed(detail=detail):
                playing = self._state.status is Status.PLAYING
                self._fail(failure.stopped_early(self._now_at(), detail) if playing else event)
            case Settled():
                play_on = self._state.play_when_open
                self._dispatch(event)
                if play_on:
                    self._start()
            case TimeAnchor(media_s=media_s):
                self._watchdog.note(media_s, self._now())
                self._sought_s = None
                self._dispatch(event)
                self._arm_pause_point()
            case Opened():
                self._dispatch(event)
                self._keep_inside_the_film(event.duration_s)

    def _keep_inside_the_film(self, duration_s: float) -> None:
        wanted_s, path = self._state.clock.media_s, self._state.path
        last_s = duration_s - self._driver.frame_s
        if self._state.status is Status.OPENING and path is not None and 0 < last_s < wanted_s:
            self._load(path, max(0.0, duration_s - 2 * self._driver.frame_s))

    def _on_ended(self) -> None:
        state = self._state
        if state.status is Status.OPENING and state.path is not None:
            self._on_ended_before_the_first_picture(state.path)
        elif state.status is Status.PLAYING and self._broke_off():
            self._fail(failure.stopped_early(self._now_at(), "the engine ended before the film does"))
        elif state.status in {Status.PLAYING, Status.RESTING}:
            self._pause_timer.stop()
            self._watch_timer.stop()
            self._sought_s = None
            self._bridge.release_held()
            self._dispatch(Ended())
            self.ended.emit()

    def _on_ended_before_the_first_picture(self, path: Path) -> None:
        wanted_s, duration_s = self._state.clock.media_s, self._state.duration_s
        nearer_s = max(0.0, min(wanted_s, duration_s) - _NEAR_END_S)
        if wanted_s > 0 and duration_s > 0 and wanted_s > duration_s - _NEAR_END_S:
            self._load(path, nearer_s)
        else:
            self._fail(failure.cannot_open(path, "the engine found no picture"))

    def _broke_off(self) -> bool:
        return self._state.duration_s > 0 and self._state.duration_s - self._now_at() > _EARLY_END_S

    def _now_at(self) -> float:
        return self._state.position_at(self._now())

    def _fail(self, failed: Failed) -> None:
        _log.warning("Film %s: %s (%s)", self._state.path, failed.reason, failed.detail)
        at_s = self._now_at()
        self._stop_engine()
        self._state = reduce(self._state, PauseAsked(self._now(), at_s))
        self._dispatch(failed)
        self.failed.emit(failed.reason)

    def _watch(self) -> None:
        path = self._state.path
        if path is None or not self._watchdog.is_late(self._state.status, self._now()):
            return
        if self._state.status is Status.OPENING:
            self._fail(failure.opening_takes_too_long(path))
        else:
            self._fail(failure.stopped_early(self._now_at(), "the engine reports no progress"))
