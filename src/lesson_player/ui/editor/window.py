"""The window in which a version of a lesson is made: steps, words, and what the class will see."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.playback.silent import SilentPlayer
from lesson_player.ui.editor.doings import Doings
from lesson_player.ui.editor.panes import CLASS, STEPS, WORDS, Panes, first_stop, stops_in
from lesson_player.ui.editor.parts import EditorSheets, LeftPane, MiddlePane, RightPane
from lesson_player.ui.editor.step_page import StepPage, shape_of
from lesson_player.ui.editor.top_bar import TopBar
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QShowEvent

    from lesson_player.adapting.easy_read.finding import Finding
    from lesson_player.control.editing.controller import EditingController
    from lesson_player.control.editing.view import EditorView
    from lesson_player.playback.port import FilmPlayer
    from lesson_player.rendering.pictures import PictureStore


class EditorWindow(QWidget):
    """Shows what the controller tells, and asks it for every change."""

    try_asked = Signal()
    """Teach from this step, for the coordinator alone."""
    teach_asked = Signal()
    """Teach the version."""
    share_asked = Signal()
    """Make it one file."""
    voice_asked = Signal()
    """Show how its voice stands."""
    left = Signal()
    """The window is being closed."""

    def __init__(
        self,
        controller: EditingController,
        pictures: PictureStore,
        *,
        may_share: bool = True,
        make_player: Callable[[QObject | None], FilmPlayer] = SilentPlayer,
    ) -> None:
        """``may_share``: whether the school lets anything be saved outside of the program.

        ``make_player`` makes what plays the film beside its captions.
        """
        super().__init__()
        self.may_share, self.make_player = may_share, make_player
        self.controller, self.pictures = controller, pictures
        self._warned = False
        self.top, self.messages = TopBar(may_share=may_share), MessageBar()
        self.steps, self.words, self.seen = LeftPane(), MiddlePane(), RightPane(pictures)
        self.panes = Panes(self.steps, self.words, self.seen)
        self.sheets = EditorSheets(self)
        self.doings = Doings(self)
        self.page = self._new_page()
        self.setWindowTitle(tr("{version}: Lesson Player", version=controller.view.title))
        self.setMinimumSize(QSize(320, 200))
        self.resize(1280, 720)
        self._put_together()
        self._connect()
        self.show_view(controller.view)

    def show_view(self, view: EditorView) -> None:
        """Show how the version stands."""
        self.top.show_view(view)
        self.steps.head.show_view(view)
        self.steps.steps.show_steps(view.steps, view.step.id)
        row = next(one for one in view.steps if one.id == view.step.id)
        self.steps.hide_button.setText(_hide_words(view, hidden=row.hidden))
        self.steps.hide_button.setEnabled(row.hidden or not row.fixed)
        if shape_of(view.step) == self.page.kept:
            self.page.show_step(view.step)
        else:
            self._renew_page()
        self.words.add_line.setEnabled(
            not view.step.hidden and any(group.grows for group in view.step.groups)
        )
        self.words.add_pause.setVisible(view.step.film is not None)
        self.words.captions.setVisible(view.step.film is not None and not view.is_lesson)
        self.seen.preview.show_preview(view.preview)
        self.seen.checks.show_step(view.step.id)

    def show_found(self, found: tuple[Finding, ...], fast_captions: int = 0) -> None:
        """Say what may be hard to read, beside the version and below each field."""
        self.seen.checks.show_found(found, fast_captions)
        self._show_findings()

    def tell(self, words: str) -> None:
        """Say something in a calm bar until it is put away; an empty text takes it away."""
        self.messages.show_messages((words,) if words else ())

    def show_saved(self, words: str) -> None:
        """Say how the file stands."""
        self.top.show_saved(words)

    def go_to_pane(self, place: int) -> None:
        """Put the focus into a pane."""
        self.panes.show_pane(place)
        targets = {STEPS: self.steps.steps, WORDS: self.page.title.field}
        target = targets.get(place) or first_stop(self.panes.panes[place]) or self.seen.scroller
        target.setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, self.panes.panes[place].accessibleName())

    def next_pane(self, by: int) -> None:
        """Go to the pane after this one, round and round."""
        self.go_to_pane((self.panes.current + by) % (CLASS + 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key of the editor's commands does what its button does; Esc puts the message away."""
        keys = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        if event.key() == Qt.Key.Key_Escape and self.messages.messages:
            self.tell("")
        elif not self.doings.press(keys):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Work begins where words are written, unless something has the focus already."""
        super().showEvent(event)
        holder: QWidget | None = self.focusWidget()
        if holder is None or not self.panes.isAncestorOf(holder):
            self.page.take_focus(self.controller.place.line)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is not yet written is written now; where it cannot be, it takes a second time to leave."""
        trouble = self.controller.close()
        if trouble and not self._warned:
            self._warned = True
            self.tell(tr("{trouble} Close once more to leave without them.", trouble=trouble))
            event.ignore()
            return
        super().closeEvent(event)
        self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing.painter_on(self).fillRect(self.rect(), colour(self, Role.GROUND))

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top, self.messages):
            column.addWidget(part)
        column.addWidget(self.panes, 1)

    def _connect(self) -> None:
        controller, run = self.controller, self.doings.run
        controller.view_changed.connect(self.show_view)
        controller.told.connect(self.tell)
        controller.saving.connect(self.show_saved)
        self.messages.seen.connect(partial(self.tell, ""))
        self.top.asked.connect(run)
        steps = self.steps
        steps.steps.step_asked.connect(lambda step: controller.go(controller.place.to_step(step)))
        steps.steps.hide_asked.connect(self.doings.hide_step)
        steps.steps.move_asked.connect(self.doings.move_step)
        steps.head.asked.connect(self.doings.choose_sitting)
        steps.hide_button.clicked.connect(lambda: self.doings.hide_step(controller.place.step))
        steps.add_button.clicked.connect(lambda: run("add-slide"))
        steps.kind_button.clicked.connect(lambda: run("add-kind"))
        self.words.add_line.clicked.connect(lambda: run("add-line"))
        self.words.voice.clicked.connect(lambda: run("voice"))
        self.words.captions.clicked.connect(lambda: run("captions"))
        self.words.add_pause.clicked.connect(lambda: run("add-pause"))
        self.seen.checks.next_asked.connect(lambda one: self.doings.go_to("", one.where.step, one.where.line))
        self.seen.preview.slide_asked.connect(self.doings.show_slide)

    def _new_page(self) -> StepPage:
        page = StepPage(self.controller, self.pictures)
        for line in page.lines:
            line.picture_asked.connect(self.doings.lines.choose_picture)
            line.line_asked.connect(self.doings.lines.open_line)
        self.words.scroller.setWidget(page)
        former: QWidget = self.steps.hide_button
        for stop in stops_in(page):
            QWidget.setTabOrder(former, stop)
            former = stop
        return page

    def _renew_page(self) -> None:
        """Another page, with the cursor in the field in which it was."""
        former = self.page
        holder: QWidget | None = self.focusWidget()
        inside = holder is not None and former.isAncestorOf(holder)
        line = self.controller.place.line
        taken = self.words.scroller.takeWidget()
        self.page = self._new_page()
        if taken is not None:
            taken.hide()
            taken.deleteLater()
        self._show_findings()
        if inside:
            self.page.take_focus(line)

    def _show_findings(self) -> None:
        """What was found last, below the fields of the step; for a field that has changed since it waits."""
        step, found = self.controller.place.step, self.seen.checks.found
        self.seen.checks.show_step(step)
        self.page.show_found(one for one in found if one.where.step == step)


def _hide_words(view: EditorView, *, hidden: bool) -> str:
    if view.is_lesson:
        return tr("Take out")
    return tr("Show") if hidden else tr("Hide")
