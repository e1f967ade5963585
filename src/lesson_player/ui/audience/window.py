"""The class window: nothing but the lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from lesson_player.foundation.i18n import class_words, tr
from lesson_player.model.theme import FILM_GROUND, MARGIN
from lesson_player.ui.audience.edges import Edges
from lesson_player.ui.audience.fade import Fade
from lesson_player.ui.audience.filling import Filling
from lesson_player.ui.audience.page import page_in
from lesson_player.ui.audience.strip import Strip
from lesson_player.ui.theme.measures import px
from lesson_player.ui.widgets import class_accessible
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.class_picture import ClassPicture
from lesson_player.ui.widgets.command_button import renew_keys
from lesson_player.ui.widgets.lesson_access import PointedCards, lesson_access
from lesson_player.ui.widgets.lesson_keys import LessonKeys
from lesson_player.ui.widgets.spot_rows import SpotRows, rows_of
from lesson_player.ui.widgets.spots import cards_on
from lesson_player.ui.widgets.step_note import StepNote

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QCloseEvent,
        QHideEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QScreen,
    )

    from lesson_player.control.teaching import TeachingController
    from lesson_player.model.slide import ClassView
    from lesson_player.teaching.views import TeacherView

_SETTLED_MS = 60
"""How long after a change the next slide is prepared: by then every window has painted this one."""
POINTER_STAYS_MS = 2000
"""After so long without a move the pointer is hidden (docs/design.md)."""
_EDGE = 28
"""Height of the bottom edge, in pixels at 100 %, that brings up the strip."""


class AudienceWindow(QWidget):
    """The lesson as the class sees it, full screen; a strip of a few buttons comes up on demand.

    Where there is no teacher's window to be seen, this one also asks, in the strip, before the lesson ends.
    Notes and the disclosure card have no way here.
    """

    @class_words()
    def __init__(
        self, controller: TeachingController, *, shape: float | None = None, leads: bool = True
    ) -> None:
        """``shape``: width by height of the page, None for any; a screen of another shape has bars.

        A window that does not lead shows the same on a second board; the first one decides the film's size.
        """
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        class_accessible.install()
        self._controller, self._shape, self._leads = controller, shape, leads
        self._filling = Filling(self)
        self._alone = leads and not controller.view.private
        self._keys = LessonKeys(controller, StepNote(self, quiet=True) if self._alone else None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.picture = ClassPicture(controller.pictures, parent=self)
        self.picture.setMouseTracking(True)
        self.picture.touched.connect(controller.choose)
        self._fade = Fade(self.picture)
        self.strip = Strip(controller.commands, controller.view, self)
        self.strip.asked.connect(controller.run)
        self.strip.end_agreed.connect(controller.end)
        self.strip.moved.connect(self._keep_captions_clear)
        self._pointer = QTimer(self, interval=POINTER_STAYS_MS, singleShot=True)
        self._pointer.timeout.connect(self._hide_pointer)
        self._ahead = QTimer(self, interval=_SETTLED_MS, singleShot=True)
        self._ahead.timeout.connect(self._prepare_next)
        self.setWindowTitle(tr("{lesson}, class screen", lesson=controller.view.lesson_title))
        self._follow(controller)
        self._be_reached(controller)

    def show_on(self, screen: QScreen) -> None:
        """Fill *screen*."""
        # Where there is a teacher's window the keys belong to it.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not self._alone)
        self._filling.fill(screen)
        self.setFocus()
        self._pointer.start()

    def answer_alone(self, *, alone: bool) -> None:
        """Whether no teacher's window is seen: then this one has the keys and asks before the lesson ends."""
        if alone != self._alone:
            self._alone = alone
            if alone:
                self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no control has taken are the command table's; Esc first puts the strip away."""
        if event.key() == Qt.Key.Key_Escape and self.strip.isVisible():
            self.strip.put_away()
        elif not self._keys.press(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Tab brings up the strip and goes through it."""
        if self.strip.isVisible():
            self.strip.step_focus(forward=forward)
        else:
            self.strip.bring_up(focus=True)
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer is seen while it moves, and brings up the strip at the bottom edge."""
        self.unsetCursor()
        self._pointer.start()
        if event.position().y() >= self.height() - px(_EDGE):
            self.strip.bring_up()
        super().mouseMoveEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A touch beside the controls gives the keys back to the lesson."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lesson fills the window."""
        super().resizeEvent(event)
        self.picture.setGeometry(page_in(self.rect(), self._shape))
        self._fade.forget()
        self.strip.place()
        self._keep_captions_clear()
        self._fit_film(self._controller.view.class_view)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Beside the strip, where the film has made room for it."""
        QPainter(self).fillRect(self.rect(), QColor(FILM_GROUND))

    def closeEvent(self, event: QCloseEvent) -> None:
        """A person who closes the window is asked first, as by Esc; the program and the system are not."""
        if event.spontaneous():
            event.ignore()
            self._controller.run("end")
        else:
            super().closeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is left running."""
        super().hideEvent(event)
        self._pointer.stop()
        self._fade.forget()

    def _be_reached(self, controller: TeachingController) -> None:
        self.switches, self.dwell = lesson_access(self, controller, self._switch_rows, quiet=True)
        self.pointed = PointedCards(self, controller, self.picture)
        edges = Edges(self, self.picture)
        edges.bottom_touched.connect(self.strip.bring_up)
        edges.turned.connect(controller.run)

    def _follow(self, controller: TeachingController) -> None:
        controller.view_changed.connect(self._show)
        controller.frame_changed.connect(self._show_frame)
        controller.signer_frame_changed.connect(self._show_signer)
        controller.wanted.connect(self._answer)
        controller.keys.changed.connect(self._renew_keys)
        self._show(controller.view)
        self._show_frame()

    def _show(self, view: TeacherView) -> None:
        # Before the picture takes the view on: the film is opened right after.
        former = self.picture.class_view
        # Before it has a screen, the window has no size to go by; a film that plays is not opened again.
        if self.isVisible() and not (former and former.film and former.film.status == "playing"):
            self._fit_film(view.class_view)
        # Captions are painted with the frame that they came with, not with the one before it.
        self.picture.show_frame(self._controller.frame)
        if self.picture.show_view(view.class_view):
            self._fade.begin(former, view.class_view)
            # The class sees the change before any other window spends time on it.
            self.picture.repaint(self.picture.changed)
            self._ahead.start()
            words = view.class_view.announcement
            self.setAccessibleName(words)
            self.picture.setAccessibleName(words)
            if self._alone and not (former and former.unmarked == view.class_view.unmarked):
                announce(self, words)
        self.strip.show_view(view)
        self._keep_captions_clear()

    def _switch_rows(self) -> SpotRows:
        """Where there is no teacher's window the strip stays up for the switches."""
        if not self._alone or not self.isVisible():
            return []
        if not self.strip.isVisible():
            self.strip.bring_up()
        return rows_of(self.strip.switch_row(), cards_on(self.picture))

    def _hide_pointer(self) -> None:
        # Who presses by resting the pointer looks for it.
        if not self._controller.keys.dwell.on:
            self.setCursor(Qt.CursorShape.BlankCursor)

    @class_words()
    def _renew_keys(self) -> None:
        renew_keys(self, self._controller.commands, self._controller.view)

    def _keep_captions_clear(self) -> None:
        """While the strip is up the film and its captions stand above it, at their own size."""
        film = self._controller.view.class_view.film
        captioned = film is not None and film.prompt is None and (film.caption_room or bool(film.cues))
        page = page_in(self.rect(), self._shape)
        covered = page.bottom() + 1 - self.strip.y() if captioned and self.strip.isVisible() else 0
        # Captions never reach into the margin of the page.
        self.picture.move(page.x(), page.y() - max(0, covered - round(page.height() * MARGIN)))

    def _fit_film(self, view: ClassView) -> None:
        if not self._leads or view.film is None:
            return
        room = self.picture.film_room(view)
        if not room.isEmpty():
            self._controller.fit_film(room.width(), room.height())

    def _answer(self, command_id: str) -> None:
        if not self._alone:
            return
        if command_id == "end":
            self.strip.ask_to_end()
        elif command_id == "keys":
            self.strip.bring_up()

    def _prepare_next(self) -> None:
        following = self._controller.view.next_view
        if following is not None:
            self.picture.prepare(following)
        self._fade.remember()

    def _show_frame(self) -> None:
        self.picture.show_frame(self._controller.frame)
        self._ahead.stop()

    def _show_signer(self) -> None:
        self.picture.show_signer_frame(self._controller.signer_frame)
