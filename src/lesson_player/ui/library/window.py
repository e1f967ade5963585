"""The library window: choose a lesson, and see whether all is ready for class."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.library.head import LibraryHead
from lesson_player.ui.library.lesson_list import ASKED, LessonList
from lesson_player.ui.library.lesson_search import LessonSearch
from lesson_player.ui.library.readiness_panel import ReadinessPanel
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.message_bar import MessageBar
from lesson_player.ui.widgets.scrolling import Page, quiet_scrolling
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from lesson_player.model.library import CheckLine, LessonCard
    from lesson_player.ui.help.help_sheet import HelpSheet
    from lesson_player.ui.library.lesson_view import LessonView

_NARROW = 900
"""Below this width, in pixels at 100 %, readiness stands under the lessons."""
_SIDE = 360
"""Width of the readiness panel, in pixels at 100 %."""


class LibraryWindow(QWidget):
    """Lessons with their versions, sittings and kept places. It is given cards and emits what is asked."""

    teach_asked = Signal(str, str, object)
    """Lesson, sitting, and the version's adaptations in order."""
    carry_on_asked = Signal(str)
    """Key of a kept place."""
    check_asked = Signal(str)
    """Lesson."""
    stop_asked = Signal()
    """Leave the check that runs."""
    film_asked = Signal(str, bool)
    """Lesson, and whether only the moments of its film are to be set."""
    adapt_asked = Signal(str, str, bool)
    """Lesson, id of the version (empty: as written), and whether a new one is to be made of it."""
    share_asked = Signal(str)
    """Lesson that is to become one file."""
    print_asked = Signal(str, object)
    """Lesson whose handouts are wanted, and the version's adaptations in order."""
    edit_asked = Signal(str)
    """Lesson of the user's own that is to be edited itself."""
    new_asked = Signal()
    """Begin a lesson."""
    pack_asked = Signal()
    """Install a lesson that came as one file."""
    keys_asked = Signal()
    """Look at the keys, and change them."""
    settings_asked = Signal()
    """Look at the settings, and change them."""
    left = Signal()
    """The window is being closed."""
    refresh_asked = Signal()
    """Read the lessons again: something in their folders has changed."""

    def __init__(self, lessons_folder: Path | None = None, *, may_share: bool = True) -> None:
        """*may_share*: whether lessons may be saved for other computers."""
        super().__init__()
        self._checked = ""
        self.messages = MessageBar()
        self.messages.seen.connect(lambda: self.messages.show_messages(()))
        self.search = LessonSearch()
        self.search.asked.connect(self.refresh_asked)
        self.readiness = ReadinessPanel()
        self.readiness.check_asked.connect(lambda: self.check_asked.emit(self._checked))
        self.readiness.stop_asked.connect(self.stop_asked)
        self._lessons = LessonList(lessons_folder, self.search.more_button, may_share=may_share)
        for asked in ASKED:
            getattr(self._lessons, asked).connect(getattr(self, asked))
        self._page = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.setWindowTitle(tr("Lesson Player"))
        self.setMinimumSize(QSize(320, 200))
        self.resize(1280, 720)
        self._build()
        self.show_lessons(())

    @property
    def views(self) -> tuple[LessonView, ...]:
        """The lessons on show."""
        return self._lessons.views

    def show_looking(self) -> None:
        """Say that lessons are being looked for, until they are shown."""
        self._lessons.show_looking()

    def show_lessons(
        self, cards: tuple[LessonCard, ...], found: int = 0, of: int = 0, begin_at: str = ""
    ) -> None:
        """Show *cards* in place of what was there, and begin at the lesson of the id *begin_at* if given.

        *found* lessons have the words that are searched for, of *of* that there are; those shown at least.
        """
        found, of = max(found, len(cards)), max(of, len(cards))
        self._lessons.show_cards(cards, none_at_all=not of, more=found > len(cards))
        if (last := self._lessons.last_stop()) is not None:
            # Readiness stands beside the lessons, or under them.
            QWidget.setTabOrder(last, self.readiness.button)
        self.search.show_found(len(cards), found, of)
        teachable = [view for view in self.views if view.card.teachable]
        self._checked = teachable[0].card.id if teachable else ""
        self.readiness.show_checks("", (), busy=False)
        self.readiness.setVisible(bool(teachable))
        self._take_focus(self._lessons.first(self.search.before, begin_at))
        self.search.before = 0

    def _take_focus(self, first: QWidget | None) -> None:
        """Begin at what is pressed next, unless somebody is at something else."""
        searching = self.search.is_used and not self.search.before
        busy = searching or any(one.isVisible() for one in self.findChildren(Sheet))
        if first is not None and not busy:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def show_checks(self, lesson_id: str, lines: tuple[CheckLine, ...], busy: bool) -> None:  # noqa: FBT001 - a slot
        """Show how ready a lesson is; *busy* while it is being checked."""
        title = next((view.card.title for view in self.views if view.card.id == lesson_id), "")
        if title:
            self._checked = lesson_id
            self.readiness.show_checks(title, lines, busy=busy)

    def show_message(self, words: str) -> None:
        """Say something more in a calm bar, until it is put away; an empty text takes everything away."""
        former = [each for each in self.messages.messages if each != words]
        self.messages.show_messages((*former, words) if words else ())

    @cached_property
    def help(self) -> HelpSheet:
        """The guides; made when somebody first asks for them."""
        from lesson_player.ui.help.help_sheet import HelpSheet  # noqa: PLC0415 - seldom used

        return HelpSheet(self, in_lesson=False)

    def open_help(self) -> None:
        """Open the guides over the lessons."""
        self.help.open_sheet()

    def show_above(self, bar: QWidget) -> None:
        """Have *bar* stand above the lessons for as long as it lives."""
        self._column.insertWidget(0, bar)
        for button in bar.findChildren(WordButton):
            QWidget.setTabOrder(self, button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F3 opens help and F10 the settings, as they do in a lesson."""
        if event.key() == Qt.Key.Key_F3:
            self.open_help()
        elif event.key() == Qt.Key.Key_F10:
            self.settings_asked.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Who closes the library is done with everything that belongs to it."""
        super().closeEvent(event)
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What has the focus stays in view when the page has found its height, or finds another one."""
        if event.type() is QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._show_focus)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Readiness goes under the lessons where there is no room beside them."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing.painter_on(self).fillRect(self.rect(), colour(self, Role.GROUND))

    def _build(self) -> None:
        inside = self._page_inside = Page()
        page = QVBoxLayout(inside)
        page.setContentsMargins(px(40), px(28), px(40), px(28))
        page.setSpacing(px(4))
        page.addLayout(self._head())
        page.addWidget(label(tr("Everything here works without the internet."), role=Role.QUIET))
        page.addSpacing(px(18))
        page.addWidget(self.search)
        self._page.setSpacing(px(24))
        self._page.addLayout(self._lessons, 1)
        self._page.addWidget(self.readiness, 0, Qt.AlignmentFlag.AlignTop)
        page.addLayout(self._page, 1)
        self._margins = page
        scroll = self._scroll = QScrollArea()
        quiet_scrolling(scroll, Role.GROUND)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName(tr("Lessons"))
        scroll.setWidget(inside)
        inside.installEventFilter(self)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(scroll, 1)

    def _head(self) -> LibraryHead:
        head = LibraryHead()
        self.install_button, self.settings_button = head.install_button, head.settings_button
        self.new_button = head.new_button
        head.new_button.clicked.connect(self.new_asked)
        head.install_button.clicked.connect(self.pack_asked)
        head.help_button.clicked.connect(self.open_help)
        head.keys_button.clicked.connect(self.keys_asked)
        head.settings_button.clicked.connect(self.settings_asked)
        return head

    def _arrange(self) -> None:
        narrow = self.width() < px(_NARROW)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._page.setDirection(down if narrow else across)
        self.readiness.setMinimumWidth(0 if narrow else px(_SIDE))
        self.readiness.setMaximumWidth((1 << 24) - 1 if narrow else px(_SIDE))
        side = px(14 if narrow else 40)
        self._margins.setContentsMargins(side, px(14 if narrow else 28), side, px(14 if narrow else 28))

    def _show_focus(self) -> None:
        holder = self.focusWidget()
        if self._page_inside.isAncestorOf(holder):
            self._scroll.ensureWidgetVisible(holder)
