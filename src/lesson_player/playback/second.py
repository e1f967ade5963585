"""The second version of a film: open, decoded, silent, and at the same moment of the story as the first.

While the first plays, the second plays along; while it rests, the second is parked on the frame of that very
moment. So either can take the other's place at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from lesson_player.playback.in_step import DEAD_ZONE_S, LEAP_BEYOND_S, Leap, Play, Wait, learned_lead, order
from lesson_player.playback.state import FASTEST, SLOWEST, Status

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lesson_player.playback.port import FilmPlayer
    from lesson_player.playback.story_map import StoryMap

TICK_MS = 50
_IN_USE = frozenset({Status.RESTING, Status.PLAYING})
_LEAP_BELIEVED_AFTER_S = 0.6
"""libVLC reports its time each half second, and what it says before the first report after a leap is what
was asked for."""
_START_BELIEVED_AFTER_S = 0.3
"""After a start it goes by its own clock at rest, which is right within a frame."""
_PARKED_AFTER_MS = 60
"""Engines still show a picture or two after they were told to rest."""
_FOLLOWS_AFTER_S = 0.25
"""Two that seek at once each take twice as long, and the one that is seen comes first."""
_FIRST_LEAD_S = 0.08
"""How long a leap takes an engine, until it has been seen: libVLC 50 to 150 ms, Qt Multimedia 15 to 60."""


class SecondVersion(QObject):
    """Keeps the player ``second`` in step with ``first``. The two exchange places by :meth:`exchange`."""

    def __init__(self, first: FilmPlayer, now: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self._first = first
        self._second: FilmPlayer | None = None
        self._story: StoryMap | None = None
        self._believed_from = 0.0
        self._leapt = False
        self._lead_s = _FIRST_LEAD_S
        self._park_timer = self._timer(self.park)
        self._release_timer = self._timer(self.tick)

    @property
    def player(self) -> FilmPlayer | None:
        """The player of the second version, or None while there is none."""
        return self._second

    @property
    def is_ready(self) -> bool:
        """Whether it can be shown at once: it stands or plays at the moment, and its picture is there."""
        second = self._second
        return (
            second is not None
            and second.state.status in _IN_USE
            and second.frame is not None
            and second.frame_is_current
        )

    @property
    def drift_s(self) -> float | None:
        """How far the second version is ahead of the moment, in its own seconds; None while that is not
        known."""
        if self._second is None or self._story is None or not self.is_ready:
            return None
        return self._second.position_s - self._story.at(self._first.position_s)

    def begin(self, second: FilmPlayer, path: Path, story: StoryMap) -> None:
        """Open the second version where the first one is; ``story`` leads from the first to the second."""
        self._second, self._story = second, story
        self._lead_s = _FIRST_LEAD_S
        self._leapt = False
        second.set_gain(0.0)
        second.open(path, story.at(self._first.position_s))

    def exchange(self, story: StoryMap) -> None:
        """Let the two change places; ``story`` leads from the new first version to the new second."""
        if self._second is not None:
            self._first, self._second, self._story = self._second, self._first, story
            self._leapt = False

    def end(self) -> None:
        """Let go of the second version."""
        self._park_timer.stop()
        self._release_timer.stop()
        if self._second is not None:
            self._second.close()
            self._second = self._story = None

    def strays_in(self, seconds: float) -> float:
        """How many seconds the second version may be off after so long if its speed is left as it is."""
        if self._second is None or self._story is None:
            return 0.0
        return abs(self.drift_s or 0.0) + abs(self._second.state.rate - self._pace(self._story)) * seconds

    def first_changed_speed(self) -> None:
        """The first version plays at another speed: the second at once too, in proportion."""
        if self._second is not None and self._story is not None:
            pace = self._pace(self._story)
            if SLOWEST <= pace <= FASTEST:
                self._second.set_rate(pace)

    def leave_alone(self, seconds: float) -> None:
        """Correct nothing for so long: the second version can still be heard."""
        self._believed_from = max(self._believed_from, self._now() + seconds)

    def first_changed(self) -> None:
        """The first version began to play or to rest."""
        if self._second is None:
            return
        if self._first.state.status is Status.PLAYING:
            self._park_timer.stop()
            self.tick()
        elif self._second.state.status is Status.PLAYING:
            self._release_timer.stop()
            self._second.pause()
            self._park_timer.start(_PARKED_AFTER_MS)

    def first_jumped(self) -> None:
        """The first version was sent to another place: the second follows when that one has got there."""
        if self._first.state.status is Status.PLAYING:
            self.leave_alone(_FOLLOWS_AFTER_S)
        elif self._second is not None:
            self._park_timer.start(round(_FOLLOWS_AFTER_S * 1000))

    def park(self) -> None:
        """Rest on the frame of the moment at which the first version rests."""
        second, story = self._second, self._story
        if second is None or story is None or self._first.state.status is Status.PLAYING:
            return
        if second.state.is_open:
            second.pause()
            wanted_s = story.at(self._first.position_s)
            off_s = abs(second.position_s - wanted_s)
            # Where it came to rest beside the first is nearer than an inexact seek would bring it.
            if second.lands_exactly or off_s > second.frame_s or not self.is_ready:
                second.seek(wanted_s)

    def tick(self) -> None:
        """Compare the two and correct the second one. To be called several times a second."""
        second, story = self._second, self._story
        if second is None or story is None or self._first.state.status is not Status.PLAYING:
            return
        if self._now() < self._believed_from or self._first.on_its_way:
            return
        if second.state.status is Status.ENDED and story.at(self._first.position_s) < self._last_s(second):
            second.seek(story.at(self._first.position_s))
        if second.state.status not in _IN_USE:
            return
        asked = order(story, self._first.position_s, self._first.state.rate, second.position_s)
        if isinstance(asked, Wait):
            self._wait_at(second, asked.at_s)
        elif second.state.status is not Status.PLAYING:
            self._release(second, story)
        elif isinstance(asked, Leap):
            self._leap(second, story)
        else:
            self._play_at(second, story, asked)

    def _play_at(self, second: FilmPlayer, story: StoryMap, asked: Play) -> None:
        if self._leapt:
            self._leapt = False
            self._lead_s = learned_lead(self._lead_s, second.position_s - story.at(self._first.position_s))
        if abs(asked.rate - second.state.rate) > 1e-6:
            second.set_rate(asked.rate)

    def _leap(self, second: FilmPlayer, story: StoryMap) -> None:
        if self._leapt:
            self._lead_s = learned_lead(self._lead_s, second.position_s - story.at(self._first.position_s))
        self._leapt = True
        second.seek(story.at(self._first.position_s + self._lead_s * self._first.state.rate))
        self._disbelieve()

    def _wait_at(self, second: FilmPlayer, at_s: float) -> None:
        if second.state.status is Status.PLAYING:
            second.pause()
            second.seek(at_s)
        elif abs(second.position_s - at_s) > DEAD_ZONE_S:
            second.seek(at_s)

    def _release(self, second: FilmPlayer, story: StoryMap) -> None:
        """Let a resting second version play when the first comes to its place."""
        pace = self._pace(story)
        ahead_s = second.position_s - story.at(self._first.position_s)
        if DEAD_ZONE_S / 2 < ahead_s <= LEAP_BEYOND_S:
            self._release_timer.start(round(ahead_s / pace * 1000))
            return
        second.set_rate(pace)
        second.play()
        if abs(ahead_s) > LEAP_BEYOND_S:
            self._leap(second, story)
        else:
            self._believed_from = self._now() + _START_BELIEVED_AFTER_S

    def _pace(self, story: StoryMap) -> float:
        return story.stretch(self._first.position_s).pace * self._first.state.rate

    @staticmethod
    def _last_s(second: FilmPlayer) -> float:
        return second.state.duration_s - LEAP_BEYOND_S

    def _disbelieve(self) -> None:
        self._believed_from = self._now() + _LEAP_BELIEVED_AFTER_S

    def _timer(self, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(then)
        return timer
