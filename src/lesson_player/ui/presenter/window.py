"""The teacher's window."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.presenter.folding import LEAST_HEIGHT, LEAST_WIDTH, Body
from lesson_player.ui.presenter.guided import Guided
from lesson_player.ui.presenter.own import TeachersOwn
from lesson_player.ui.presenter.parts import Sheets, make_parts
from lesson_player.ui.presenter.where_note import WhereNote
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.command_button import renew_keys
from lesson_player.ui.widgets.lesson_access import lesson_access
from lesson_player.ui.widgets.lesson_keys import LessonKeys
from lesson_player.ui.widgets.spot_rows import SpotRows, open_sheet_on, rows_in
from lesson_player.ui.widgets.step_note import StepNote

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from lesson_player.control.teaching import TeachingController
    from lesson_player.teaching.views import TeacherView

_ENLARGE = {"+": 1, "=": 1, "-": -1}
"""With Ctrl: the notes' text size."""


class PresenterWindow(QWidget):
    """Steps, what the class sees, notes and controls, for the teacher alone.

    It is given views and emits wishes through the controller; it holds no lesson logic.
    """

    def __init__(self, controller: TeachingController, own: TeachersOwn | None = None) -> None:
        """``own``: what is kept for the user beyond this lesson; None to keep nothing."""
        super().__init__()
        self._controller = controller
        self._said = controller.view.class_view.announcement
        self._tool_said = ""
        self.parts = make_parts(controller)
        self._keys = LessonKeys(controller, StepNote(self, self.parts.bar.y))
        self.body = Body(self.parts)
        self.sheets = Sheets(self, controller, own or TeachersOwn())
        self.guided = Guided(self, controller, self.sheets.own)
        self.where = WhereNote(self, self.parts.bar.y)
        self.parts.side.transcript.print_asked.connect(self.sheets.open_printing)
        self._build(tr("{lesson}, teacher", lesson=controller.view.lesson_title))
        controller.view_changed.connect(self._show)
        controller.wanted.connect(self._answer)
        controller.keys.changed.connect(self._renew_keys)
        controller.frame_changed.connect(self._show_frame)
        controller.signer_frame_changed.connect(self._show_signer)
        self._show(controller.view)
        self.switches, self.dwell = lesson_access(self, controller, self._switch_rows)
        self.setFocus()

    def set_class_screen(self, words: str, size: QSize) -> None:
        """Say where the class sees the lesson, and take on that screen's proportions; *size* in pixels."""
        self.parts.top.show_screen(words)
        self.parts.now.set_screen_size(size)
        self.sheets.stand_for(size)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no control has taken: close a sheet, enlarge the notes, or ask the command table."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape and (self.sheets.close_open() or self.where.put_away()):
            return
        if control and event.key() == Qt.Key.Key_F and self.parts.side.search():
            return
        if control and event.text() in _ENLARGE:
            self.parts.notes.enlarge(_ENLARGE[event.text()])
        elif not self._keys.press(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """What Tab leads to comes into view."""
        moved = super().focusNextPrevChild(forward)
        if self.focusWidget() is not None:
            self.reveal(self.focusWidget())
        return moved

    def reveal(self, widget: QWidget) -> None:
        """Bring a control of the window into view."""
        self.parts.side.reveal(widget)
        if self.body.folded and self.body.stacked.isAncestorOf(widget):
            self.body.stacked.ensureWidgetVisible(widget)

    def bring_up(self, widget: QWidget) -> None:
        """As `reveal`, and where parts stand under one another to the top, so that there is room below it."""
        self.reveal(widget)
        self.body.bring_up(widget)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the controls gives the keys back to the lesson."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the columns where they no longer fit."""
        super().resizeEvent(event)
        self.where.hide()
        self._fold()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A person who closes the window is asked first, as by Esc; the program and the system are not."""
        if event.spontaneous():
            event.ignore()
            self._controller.run("end")
        else:
            super().closeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        painter.fillRect(self.rect(), colour(self, Role.LINE))

    def _build(self, title: str) -> None:
        self.setWindowTitle(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(QSize(320, 200))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(1))
        self._column.addWidget(self.body, 1)
        self._column.addWidget(self.parts.bar)
        self.resize(1280, 720)

    def _show(self, view: TeacherView) -> None:
        self.parts.show_view(view)
        self.where.follow(view)
        self._fold()
        if view.class_view.announcement != self._said:
            self._said = view.class_view.announcement
            announce(self, self._said)
        said = view.film.said if view.film is not None else ""
        if said != self._tool_said:
            self._tool_said = said
            announce(self, said)

    def _answer(self, command_id: str) -> None:
        if command_id == "where":
            self.where.tell(self._controller.view, self.parts.now.unseen)
        elif command_id == "tour":
            self.guided.ask()

    def _switch_rows(self) -> SpotRows:
        return rows_in(self) if open_sheet_on(self) is not None else self.parts.switch_rows()

    def _renew_keys(self) -> None:
        commands = self._controller.commands
        renew_keys(self, commands, self._controller.view)
        self.sheets.show_commands(commands)

    def _show_frame(self) -> None:
        self.parts.now.show_frame(self._controller.frame)

    def _show_signer(self) -> None:
        self.parts.now.show_signer_frame(self._controller.signer_frame)

    def _fold(self) -> None:
        messages = self.parts.messages
        said = 0 if messages.isHidden() else messages.heightForWidth(self.width())
        folded = self.width() < px(LEAST_WIDTH) or self.height() - said < px(LEAST_HEIGHT)
        if not folded and (self._column.indexOf(self.parts.top) < 0):
            self._column.insertWidget(0, self.parts.top)
            self._column.insertWidget(1, self.parts.messages)
        if self.body.fold(folded=folded):
            for before, after in pairwise(self.parts.in_order()):
                QWidget.setTabOrder(before, after)
