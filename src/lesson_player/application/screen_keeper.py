"""Keeps the windows of a lesson on the screens that they belong to, whatever happens to the screens.

Two rules come before all others. The class window never jumps onto the teacher's screen: it is hidden at once
when its own has gone. And notes never come where the class looks: the teacher's window is hidden at once when
its screen has gone, or shows what the class sees.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lesson_player.application import screen_words as words
from lesson_player.application.show_window import show_large

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

    from lesson_player.desktop.displays import Display
    from lesson_player.desktop.screen_watch import ScreenWatch
    from lesson_player.ui.audience.window import AudienceWindow

_TRIES = 3
"""How often a class window that the system moves is put back on its screen."""

_CLASS, _SECOND, _NOTES = "class", "second", "notes"
"""What the teacher is told about: one sentence of each, the newest."""

Interrupt = Callable[[str], None]
"""The film rests, and the teacher is told."""
TellAnew = Callable[[str, str], None]
"""A former message and the one that takes its place."""


@dataclass(slots=True)
class Board:
    """A class window, the screen that it belongs to, and the one on which it is seen now."""

    window: AudienceWindow
    home: Display
    at: Display | None = None
    followed: bool = False
    moved: int = 0
    """How often it was moved away since a screen has gone last."""


class ScreenKeeper(QObject):
    """Places one teacher's window, or none, and one class window or more; the first is what is taught on."""

    placed = Signal()
    """The class screen has come, gone or changed: read ``class_display``."""

    def __init__(
        self, watch: ScreenWatch, interrupt: Interrupt, tell_anew: TellAnew, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._watch = watch
        self._interrupt = interrupt
        self._tell_anew = tell_anew
        self._boards: list[Board] = []
        self._presenter: QWidget | None = None
        self._desk: Display | None = None
        self._notes_seen = False
        self._told: dict[str, str] = {}
        watch.gone.connect(self._gone)
        watch.changed.connect(self._settle)

    @property
    def class_display(self) -> Display | None:
        """The screen on which the class sees the lesson; None while it does not."""
        return self._boards[0].at if self._boards else None

    def place_board(self, window: AudienceWindow, home: Display) -> None:
        """Put a class window on its screen."""
        board = Board(window, home)
        self._boards.append(board)
        self._show_board(board, home)

    def place_presenter(self, window: QWidget) -> None:
        """Put the teacher's window on a screen that the class does not see, where there is one."""
        self._presenter = window
        self._notes_seen = True
        free = self._free(self._watch.displays())
        self._desk = free[0] if free else None
        show_large(window, self._watch.screen(free[0]) if free else None)

    def leave_presenter(self) -> None:
        """From now on there is no teacher's window."""
        self._presenter = None

    def _gone(self, display: Display) -> None:
        """Before Qt moves windows to another screen."""
        for board in self._boards:
            board.moved = 0
            if board.at is not None and board.at.name == display.name:
                self._lose(board)
        if self._presenter is not None and self._desk is not None and self._desk.name == display.name:
            self._put_notes_away(words.desk_gone())

    def _lose(self, board: Board) -> None:
        board.window.hide()
        board.at = None
        if board is self._boards[0]:
            self._say(_CLASS, words.class_gone(board.home.name), interrupt=True)
            self.placed.emit()
        else:
            self._say(_SECOND, words.second_gone(board.home.name), interrupt=False)

    def _settle(self) -> None:
        """Qt knows all screens: put each window where it belongs now."""
        now = self._watch.displays()
        cloned = self._watch.mirrored()
        if cloned and self._boards:
            self._put_notes_away(words.duplicated())
        free = list(now)
        for board in self._boards:
            target = self._target(board, free, cloned=cloned)
            if target is not None:
                free.remove(target)
                self._bring(board, target)
            elif board.at is not None:
                self._lose(board)
        if self._presenter is not None and not (cloned and self._boards):
            self._settle_presenter(self._presenter, now)
        self._give_keys()

    def _target(self, board: Board, free: list[Display], *, cloned: bool) -> Display | None:
        """Where a class window belongs: on its own screen, or the first one where else the class may look."""
        again = next((display for display in free if board.home.is_again(display)), None)
        if again is not None or board is not self._boards[0]:
            return again
        without_notes = self._presenter is None or cloned
        open_to_it = [display for display in free if without_notes or not self._is_desk(display)]
        seconds = [other.home for other in self._boards[1:]]
        spare = [each for each in open_to_it if not any(home.is_again(each) for home in seconds)]
        if spare:
            # A single screen that nobody has seen before may be the class's: no notes on it.
            return spare[-1]
        has_desk = any(self._is_desk(display) for display in free) and not without_notes
        # Where the teacher has no window either, the first one has to be somewhere.
        return None if has_desk or not open_to_it else open_to_it[0]

    def _bring(self, board: Board, target: Display) -> None:
        came, former, screen = board.at is None, board.at, self._watch.screen(target)
        if former != target or (screen is not None and board.window.geometry() != screen.geometry()):
            self._show_board(board, target)
            if board is self._boards[0]:
                self.placed.emit()
        if came:
            main = board is self._boards[0]
            back = words.class_back if main else words.second_back
            self._say(_CLASS if main else _SECOND, back(target.name), interrupt=False)

    def _settle_presenter(self, window: QWidget, now: tuple[Display, ...]) -> None:
        free = self._free(now)
        if not free:
            self._put_notes_away(words.desk_gone())
            return
        target = next((display for display in free if self._is_desk(display)), free[0])
        screen = self._watch.screen(target)
        if not self._notes_seen or window.screen() is not screen:
            show_large(window, screen)
        if not self._notes_seen:
            self._notes_seen = True
            self._say(_NOTES, words.notes_back(), interrupt=False)

    def _put_notes_away(self, message: str) -> None:
        if self._presenter is not None and self._notes_seen:
            self._presenter.hide()
            self._notes_seen = False
            self._say(_NOTES, message, interrupt=True)

    def _give_keys(self) -> None:
        """Where there is no teacher's window to be seen, the class window has the keys."""
        if self._boards:
            main = self._boards[0]
            main.window.answer_alone(alone=self._presenter is None or not self._notes_seen)

    def _free(self, now: tuple[Display, ...]) -> list[Display]:
        taken = {board.at.name for board in self._boards if board.at is not None}
        return [display for display in now if display.name not in taken]

    def _is_desk(self, display: Display) -> bool:
        return self._desk is not None and self._desk.is_again(display)

    def _show_board(self, board: Board, target: Display) -> None:
        screen = self._watch.screen(target)
        if screen is None:
            return
        board.at = target
        board.window.show_on(screen)
        if not board.followed:
            board.followed = True
            board.window.windowHandle().screenChanged.connect(partial(self._moved, board))

    def _moved(self, board: Board, screen: QScreen) -> None:
        """Some systems move a window before they tell that its screen has gone."""
        if board.at is not None and screen is not self._watch.screen(board.at):
            self._lose(board)
            board.moved += 1
            # A system that puts it elsewhere each time is not argued with for ever.
            if board.moved < _TRIES:
                self._watch.look_again()

    def _say(self, about: str, message: str, *, interrupt: bool) -> None:
        """Tell the teacher; what was told before *about* the same is no longer true, and goes."""
        former = self._told.get(about, "")
        if interrupt:
            self._interrupt(message)
        if former or not interrupt:
            self._tell_anew(former, message)
        self._told[about] = message
