"""The controller of a lesson that is being taught: commands in, views out."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lesson_player.control.director import FilmDirector
from lesson_player.control.key_book import KeyBook
from lesson_player.control.narrator import Narrator
from lesson_player.model.lesson import FilmStep
from lesson_player.speech.first import FirstVoice
from lesson_player.teaching import film_tools, moves, reading, signing, telling
from lesson_player.teaching.desk import teacher_view
from lesson_player.teaching.project import cues_now
from lesson_player.teaching.state import FilmStatus, LessonState

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from lesson_player.control.commands import Command, Move
    from lesson_player.control.keeper import PlaceKeeper
    from lesson_player.playback.frame import Frame
    from lesson_player.playback.pair import VersionPair
    from lesson_player.rendering.pictures import PictureStore
    from lesson_player.speech.port import Voice
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.views import TeacherView

_TICK_MS = 500
"""So that a power cut costs less than a second, with the time that writing takes."""


_FRAME_STAYS_S = 0.1
"""A frame of a film that plays is seen for less."""


class TeachingController(QObject):
    """Holds where the lesson stands, makes moves, and tells the windows what is to be seen."""

    view_changed = Signal(object)
    """A new TeacherView."""
    frame_changed = Signal()
    """A new frame of the film: read ``frame``."""
    signer_frame_changed = Signal()
    """A new frame of the signed version: read ``signer_frame``."""
    wanted = Signal(str)
    """A command that asks the windows for something: its id."""
    finished = Signal()

    def __init__(
        self,
        course: Course,
        state: LessonState,
        player: VersionPair,
        pictures: PictureStore,
        keeper: PlaceKeeper,
        voice: Voice | None = None,
        *,
        keys: KeyBook | None = None,
    ) -> None:
        super().__init__()
        self.pictures = pictures
        self.keys = keys or KeyBook()
        self._course = course
        self._player = player
        self._director = FilmDirector(course, player)
        self._narrator = Narrator(course, voice or FirstVoice(tuple), self.make, self.tell)
        self._keeper = keeper
        self._state = state
        self._view = teacher_view(course, state)
        self._frame: QImage | None = None
        self._over = False
        self._ticked = time.monotonic()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._connect()

    @property
    def commands(self) -> tuple[Command, ...]:
        """Every command, with the user's keys."""
        return self.keys.commands

    @property
    def view(self) -> TeacherView:
        """What the teacher sees now; the class's view is in it."""
        return self._view

    @property
    def state(self) -> LessonState:
        """Where the lesson stands."""
        return self._state

    @property
    def frame(self) -> QImage | None:
        """The film's frame to show now, or None when there is none."""
        return self._frame

    @property
    def signer_frame(self) -> QImage | None:
        """The frame to cut the signer's window from; None while there is none, or no window."""
        frame = self._player.companion_frame if self._with_signer() else None
        return frame.image if frame is not None else None

    def begin(self) -> None:
        """Start the clock, bring the film to its place, and tell the windows."""
        self._ticked = time.monotonic()
        self._timer.start()
        self._keeper.keep(self._state)
        self._director.follow(self._state)
        self._narrator.begin()
        self.view_changed.emit(self._view)

    def run(self, command_id: str) -> bool:
        """Do a command of the table; False when it is not enabled now or not known."""
        command = next((command for command in self.commands if command.id == command_id), None)
        if command is None or not (command.visible(self._view) and command.enabled(self._view)):
            return False
        if command.move is not None:
            self.make(command.move)
        else:
            self.wanted.emit(command_id)
        return True

    def make(self, move: Move) -> None:
        """Make a move from where the lesson stands at this moment."""
        now = self._now()
        self._become(telling.as_it_plays_on(self._course, now, move(self._course, now)))

    def go_to(self, number: int) -> None:
        """Go to the step of that number, counted from 1."""
        self._become(moves.go_to(self._course, self._state, number - 1))

    def choose(self, target_id: str) -> None:
        """Show what a touched card or row stands for."""
        self._become(reading.touched(self._course, self._state, target_id))

    def seek_film(self, at_s: float) -> None:
        """Go to a time in the film part, in seconds."""
        self._become(moves.seek_film(self._course, self._state, at_s))

    def set_volume(self, volume: int) -> None:
        """Set the film's volume, 0 to 100."""
        self._become(moves.set_volume(self._course, self._state, volume))

    def fit_film(self, width: int, height: int) -> None:
        """Say how many pixels the film's picture has on the class screen at most."""
        self._player.set_room(width, height)

    def clear_messages(self) -> None:
        """Take away the teacher's messages."""
        self._become(moves.clear_messages(self._course, self._state))

    def tell(self, words: str) -> None:
        """Tell the teacher something; the class does not see it."""
        self._become(moves.tell_teacher(self._state, words))

    def end(self) -> None:
        """End the lesson, once; its place is kept, or that the sitting was taught to its end."""
        if self._over:
            return
        self._become(self._now())
        self._over = True
        self._timer.stop()
        self._director.close()
        self._narrator.close()
        self._keeper.close(self._state)
        self.finished.emit()

    def _connect(self) -> None:
        self._player.frame_ready.connect(self._show_frame)
        self._player.pause_reached.connect(self._reach_mark)
        self._player.ended.connect(self._reach_mark)
        self._player.failed.connect(self._fail)
        self._player.companion_frame_ready.connect(lambda _frame: self.signer_frame_changed.emit())
        self._player.companion_lost.connect(self.tell)
        self._keeper.told.connect(self.tell)

    def _with_signer(self) -> bool:
        film = self._view.class_view.film
        return film is not None and film.signer is not None

    def _now(self) -> LessonState:
        """Where the lesson stands at this moment: a film that plays has gone on since it was looked at."""
        return moves.film_came_to(self._course, self._state, _seen_s(self._player))

    def _become(self, state: LessonState) -> None:
        state = reading.as_shown(self._course, self._state, state)
        if self._over or state == self._state:
            return
        view = teacher_view(self._course, state)  # First: what cannot be shown is not gone to.
        self._state = state
        if view != self._view:
            self._view = view
            self.view_changed.emit(view)
        self._follow()

    def _follow(self) -> None:
        # A window that was told may have asked for another move, or for the end.
        if self._over:
            return
        self._director.follow(self._state)
        self._narrator.follow(self._state)
        self._player.show_both(self._with_signer())
        if not self._director.on_film:
            self._frame = None
        self._keeper.keep(self._state)

    def _tick(self) -> None:
        now = time.monotonic()
        seconds, self._ticked = now - self._ticked, now
        beside = signing.came_beside(self._now(), self._player.drift_s)
        self._become(moves.tick(beside, seconds))

    def _show_frame(self, frame: Frame) -> None:
        if not self._director.on_film:
            return
        self._frame = frame.image
        if self._director.stepped:
            self._become(film_tools.shows_frame(self._course, self._state, frame.time_s))
        step = moves.current_step(self._course, self._state)
        if isinstance(step, FilmStep) and self._state.film.status is FilmStatus.PLAYING:
            came = telling.film_at(self._course, step, self._state, frame.time_s)
            now = cues_now(self._course, step, self._state, frame.time_s)
            if now != cues_now(self._course, step, self._state, self._state.film.at_s):
                came = moves.film_came_to(self._course, came, frame.time_s)
            self._become(came)
        self.frame_changed.emit()

    def _reach_mark(self, *at_s: float) -> None:
        self._director.rested()
        self._become(moves.film_reached_mark(self._course, self._state, *at_s))
        # A player that stopped where it no longer has to plays on, though nothing else has changed.
        self._follow()

    def _fail(self, message: str) -> None:
        self._become(moves.film_failed(self._course, self._now(), message))


def _seen_s(player: VersionPair) -> float:
    """Where the film is: at the frame that is seen, so that captions change with frames and never between.

    After a seek the frame is still one of the former place; then only the player knows.
    """
    at_s, frame = player.stands_s, player.frame
    return frame.time_s if frame is not None and 0 <= at_s - frame.time_s < _FRAME_STAYS_S else at_s
