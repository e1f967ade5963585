"""The windows of one lesson: opened on their screens, kept there, and closed with a last picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer, Signal

from lesson_player.application.closing import Closing
from lesson_player.application.screen_keeper import ScreenKeeper
from lesson_player.foundation.i18n import tr
from lesson_player.teaching.class_screen import interrupted, told_anew
from lesson_player.ui.audience.window import AudienceWindow
from lesson_player.ui.presenter.window import PresenterWindow
from lesson_player.ui.widgets.window_access import give_access

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

    from lesson_player.control.teaching import TeachingController
    from lesson_player.desktop.displays import Display
    from lesson_player.desktop.screen_watch import ScreenWatch
    from lesson_player.model.slide import ClassView
    from lesson_player.ui.presenter.own import TeachersOwn

_WELCOME_MS = 800
"""After so long the lesson stands on its screens, and a new user is shown round."""
_NO_SCREEN = QSize(1920, 1080)
"""What the teacher's picture of the class screen stands for where there is none."""


class LessonWindows(QObject):
    """The class's windows, the teacher's, or both."""

    closed = Signal()
    """The lesson has ended, and the teacher may go on to something else."""
    gone = Signal()
    """The closing picture has been put away, and the last window with it."""

    def __init__(
        self,
        controller: TeachingController,
        watch: ScreenWatch,
        parent: QObject,
        own: TeachersOwn | None = None,
    ) -> None:
        """``own``: what the teacher's window keeps for its user; None to keep nothing."""
        super().__init__(parent)
        self._own = own
        self._controller = controller
        self._watch = watch
        self._keeper = ScreenKeeper(watch, self._interrupt, self._tell_anew, self)
        self._keeper.placed.connect(self._tell_screen)
        self._boards: list[AudienceWindow] = []
        self._presenter: PresenterWindow | None = None
        self._name = ""
        self._page = _NO_SCREEN
        self._asks = False
        self.closing: Closing | None = None
        """The closing picture, while it is up."""

    @property
    def all(self) -> list[QWidget]:
        """Every window, the one with the keys last."""
        return [*self._boards, *([self._presenter] if self._presenter is not None else [])]

    @property
    def presenter(self) -> PresenterWindow | None:
        """The teacher's window, while there is one."""
        return self._presenter

    def open(self, class_screens: tuple[Display, ...], *, presenter: bool) -> None:
        """Open a class window on each of *class_screens*, and the teacher's where there shall be one."""
        if class_screens:
            self._page = QSize(class_screens[0].width, class_screens[0].height)
        shape = self._page.width() / max(1, self._page.height())
        for number, display in enumerate(class_screens):
            board = AudienceWindow(self._controller, shape=shape, leads=number == 0)
            self._boards.append(board)
            self._keeper.place_board(board, display)
        if presenter:
            self._presenter = PresenterWindow(self._controller, self._own)
            self._presenter.guided.with_class = bool(class_screens)
            self._keeper.place_presenter(self._presenter)
            welcome = QTimer(self._presenter, interval=_WELCOME_MS, singleShot=True)
            welcome.timeout.connect(self._presenter.guided.welcome)
            welcome.start()
        self._tell_screen()

    def close(self, closing: ClassView) -> None:
        """End: the class sees *closing* until the teacher puts it away; all other windows go."""
        asks = self._presenter is None
        if self._boards:
            self.closing = Closing(self._boards, closing, self._controller.pictures, asks=asks)
            self.closing.gone.connect(self._put_away)
            for picture in self.closing.pictures if asks else ():
                give_access(picture, self._controller.keys)
        if self._presenter is not None:
            self._keeper.leave_presenter()
            self._presenter.close()
            self._presenter.deleteLater()
            self._presenter = None
        self._boards = []
        self._asks = asks
        if self.closing is None:
            self._watch.close()
        if self.closing is None or not asks:
            self.closed.emit()

    def put_away(self) -> None:
        """Put the closing picture away, where it is up."""
        if self.closing is not None:
            self.closing.put_away()

    def free_screen(self) -> QScreen | None:
        """A screen on which nothing covers the closing picture; None where there is no other."""
        taken = self._keeper.class_display
        free = [each for each in self._watch.displays() if taken is None or each.name != taken.name]
        return self._watch.screen(free[0]) if free else None

    def _put_away(self) -> None:
        self.closing = None
        self._watch.close()
        self.gone.emit()
        if self._asks:
            # Only now: what comes next stands on the screen that the class saw.
            self.closed.emit()

    def _interrupt(self, message: str) -> None:
        self._controller.make(lambda _course, state: interrupted(state, message))

    def _tell_anew(self, former: str, message: str) -> None:
        self._controller.make(lambda _course, state: told_anew(state, former, message))

    def _why_unseen(self) -> str:
        if self._boards:
            return tr("The class sees nothing: its screen has gone")
        return tr("No class sees this: you are preparing alone")

    def _tell_screen(self) -> None:
        if self._presenter is None:
            return
        display = self._keeper.class_display
        if display is not None:
            self._name = display.name
            words = tr("Class screen: {screen}", screen=display.words)
        elif self._boards:
            words = tr("The class screen has gone: {name}", name=self._name)
        else:
            words = tr("No class screen: you are preparing alone")
        self._presenter.parts.now.set_unseen("" if display is not None else self._why_unseen())
        # The page keeps the shape that the lesson began with, also on another screen.
        self._presenter.set_class_screen(words, self._page)
