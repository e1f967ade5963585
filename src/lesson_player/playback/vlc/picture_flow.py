"""Which of libVLC's pictures go on to the player, and what film time each of them has.

libVLC does not say which frame it shows. Its time reports, taken with a monotonic clock when they come and
carried forward from there, were within 1 ms of the frame on screen over 12 s of play, so each picture is
dated by them.
"""

from __future__ import annotations

import math
import threading
import time
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from lesson_player.playback.clock import Clock
from lesson_player.playback.events import TimeAnchor
from lesson_player.playback.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from lesson_player.playback.bridge import Bridge

_SECOND_WITHIN_S = 0.4
"""Codecs that reorder frames first show one picture that lies one to three frames early. The next is the
right one in 28 of 40 landings on a busy machine, and one late in most others; it came 17 to 117 ms later.
None comes behind the last frame."""

_JUMP_TAKES_S = 0.024
"""From a jump while playing to the first picture of the new place, before libVLC's first report."""

_FAR_JUMP_S = 0.5
_LEAVES_WITHIN_S = 1.0
"""For so long after a far jump a time report may still be of the old place: the jump waits in a queue."""

_PICTURES_BEHIND_PAUSE = 2
"""How many pictures libVLC still shows after it was told to rest; later ones are repeats, each 60 to 80
ms."""

_USUAL_FRAME_S = 0.04
_FAR_S = 0.08
"""A film that ran on for longer than this before it could be stopped is taken back before it plays on."""


class Mode(Enum):
    """What becomes of pictures: the right one is awaited, they are dropped, they go on, nobody wants them."""

    LANDING = auto()
    RESTING = auto()
    PLAYING = auto()
    OVER = auto()


@dataclass(frozen=True, slots=True)
class Landing:
    """The picture that a film lands on, and the monotonic moment it was shown at."""

    image: QImage
    shown_s: float
    is_final: bool
    """Whether no better one can come."""


class PictureFlow:
    """Shared by libVLC's threads, which bring pictures and times, and the GUI thread, which sets the mode."""

    def __init__(self, bridge: Bridge, landed: Callable[[], None]) -> None:
        """``landed`` is called on libVLC's thread for each picture while the right one is awaited."""
        self._bridge = bridge
        self._landed = landed
        self._lock = threading.Lock()
        self._clock = Clock()
        self._left: Clock | None = None
        self._landing: Landing | None = None
        self._behind_pause: QImage | None = None
        self._handed_over = 0
        self._target_s = 0.0
        self.mode = Mode.LANDING
        self.fps = 0.0
        self.reordered = True

    @property
    def frame_s(self) -> float:
        """How long a frame is shown, in seconds; 0.04 until it is known."""
        return 1 / self.fps if self.fps else _USUAL_FRAME_S

    def aim(self, at_s: float) -> None:
        """The film is being opened at ``at_s`` seconds."""
        self._target_s = at_s

    def landing_time_left(self) -> float | None:
        """Seconds in which a better picture may still come; 0 if it is there, None if none has come."""
        landing = self._landing
        if landing is None or self.mode is not Mode.LANDING:
            return None
        return 0.0 if landing.is_final else max(0.0, landing.shown_s + _SECOND_WITHIN_S - time.monotonic())

    def settle(self) -> bool:
        """Hand the picture over and rest; says whether the film ran so far on that it must be taken back."""
        now = time.monotonic()
        with self._lock:
            landing, self._landing = self._landing, None
            self.mode = Mode.RESTING
            shown_s = landing.shown_s if landing is not None else now
            far_off = now - shown_s > _FAR_S
            began_s = now if far_off else shown_s
            self._clock = Clock(self._target_s, began_s, self._clock.rate, running=True).stopped(now)
        if landing is not None:
            self._hand_over(landing.image, frame_begin(self._target_s, self.fps))
        return far_off

    def play(self) -> None:
        """Let pictures go on, first the one that was shown after the film was told to rest."""
        now = time.monotonic()
        with self._lock:
            self.mode = Mode.PLAYING
            self._clock = self._clock.started(now)
            at_s, behind, self._behind_pause = self._clock.at(now), self._behind_pause, None
        self._bridge.post(TimeAnchor(at_s, now))
        if behind is not None:
            self._hand_over(behind, self._nearest_frame(at_s))

    def rest(self) -> None:
        """Drop pictures from now on."""
        with self._lock:
            self.mode = Mode.RESTING
            self._behind_pause = None
            self._clock = self._clock.stopped(time.monotonic())

    def jump(self, at_s: float) -> None:
        """The playing film was told to go to ``at_s`` seconds."""
        now = time.monotonic()
        with self._lock:
            self._target_s = at_s
            self._left = self._clock if abs(self._clock.at(now) - at_s) > _FAR_JUMP_S else None
            self._clock = self._clock.based_on(at_s, now + _JUMP_TAKES_S)

    def set_rate(self, rate: float) -> None:
        """Pictures come at another speed from now on."""
        with self._lock:
            self._clock = self._clock.at_rate(rate, time.monotonic())

    def stop(self) -> None:
        """Nobody wants pictures any more."""
        with self._lock:
            self.mode = Mode.OVER

    def on_picture(self, image: QImage) -> None:
        """A picture is shown at this moment. libVLC's thread."""
        now = time.monotonic()
        with self._lock:
            mode, at_s = self.mode, self._clock.at(now)
            if mode is Mode.LANDING:
                self._land(image, now)
            elif (
                mode is Mode.RESTING and now - self._clock.monotonic_s < _PICTURES_BEHIND_PAUSE * self.frame_s
            ):
                self._behind_pause = image
        if mode is Mode.PLAYING:
            self._hand_over(image, self._nearest_frame(at_s))
        elif mode is Mode.LANDING:
            self._landed()

    def on_time(self, media_ms: int) -> None:
        """A time report of libVLC. Its thread."""
        now = time.monotonic()
        with self._lock:
            # The first report after a jump repeats what was asked for, before anything has happened.
            if self.mode is not Mode.PLAYING or media_ms == round(self._target_s * 1000):
                return
            if self._is_of_the_place_left(media_ms / 1000, now):
                return
            self._left = None
            self._clock = self._clock.based_on(media_ms / 1000, now)
        self._bridge.post(TimeAnchor(media_ms / 1000, now))

    def _is_of_the_place_left(self, media_s: float, now: float) -> bool:
        left = self._left
        if left is None or now - self._clock.monotonic_s > _LEAVES_WITHIN_S:
            return False
        return abs(media_s - left.at(now)) < abs(media_s - self._clock.at(now))

    def _land(self, image: QImage, now: float) -> None:
        early = self._landing
        if early is None:
            self._landing = Landing(image, now, is_final=not self.reordered or self._target_s <= 0.0)
        elif not early.is_final:
            self._landing = Landing(image, now, is_final=True)

    def _hand_over(self, image: QImage, at_s: float) -> None:
        self._bridge.offer(Frame(at_s, self._handed_over, image))
        self._handed_over += 1

    def _nearest_frame(self, at_s: float) -> float:
        return round(at_s * self.fps) / self.fps if self.fps else at_s


def frame_begin(at_s: float, fps: float) -> float:
    """When the frame begins that is on screen at ``at_s``; ``at_s`` itself if ``fps`` is 0, that is
    unknown."""
    return math.floor(at_s * fps + 1e-3) / fps if fps else at_s
