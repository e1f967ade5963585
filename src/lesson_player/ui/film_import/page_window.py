"""A window that leads through pages: Back, one main button, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractSlider, QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.lesson_keys import ENTER
from lesson_player.ui.widgets.scrolling import Scroll
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import Kind, WordButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from lesson_player.ui.film_import.page import AssistantPage


_ACTION = QAbstractSlider.SliderAction
_SCROLLS = {
    Qt.Key.Key_Down: _ACTION.SliderSingleStepAdd,
    Qt.Key.Key_Up: _ACTION.SliderSingleStepSub,
    Qt.Key.Key_PageDown: _ACTION.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _ACTION.SliderPageStepSub,
    Qt.Key.Key_Home: _ACTION.SliderToMinimum,
    Qt.Key.Key_End: _ACTION.SliderToMaximum,
}
"""Keys that move a page which is longer than the window; a control that has the focus takes its own first."""


class PageWindow(QDialog):
    """Shows one of its pages at a time. Enter is the main button, Esc closes."""

    def __init__(self, title: str, pages: tuple[AssistantPage, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._all = pages
        self._pages = pages
        self._number = 0
        self.progress = label("", Type.LABEL, role=Role.QUIET)
        self.progress.setWordWrap(False)
        self.back_button = WordButton(tr("Back"))
        self.next_button = WordButton(tr("Next"), kind=Kind.MAIN)
        self.close_button = WordButton(tr("Close"), hint=tr("Esc"))
        self.next_button.clicked.connect(self._next)
        self.back_button.clicked.connect(self._back)
        self.close_button.clicked.connect(self.reject)
        self._scrolls = tuple(Scroll(page.accessibleName()) for page in pages)
        self._stack = QStackedWidget()
        self._build()
        self.resize(px(1040), px(680))

    @property
    def page(self) -> AssistantPage:
        """The page that is shown."""
        return self._pages[self._number]

    @property
    def _scroll(self) -> Scroll:
        """What the page that is shown scrolls in."""
        return self._scrolls[self._all.index(self.page)]

    def set_pages(self, pages: tuple[AssistantPage, ...]) -> None:
        """Lead through these of the window's pages; the one that is shown keeps its number."""
        self._pages = pages
        self._refresh()

    def show_page(self, number: int) -> None:
        """Show the page of that number, from 0."""
        self.page.leave()
        self._number = number
        page = self.page
        self._stack.setCurrentIndex(self._all.index(page))
        self._scroll.verticalScrollBar().setValue(0)
        page.begin()
        self._refresh()
        (page.first_control() or self.next_button).setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, self, self._show_focus)
        announce(self, f"{self.progress.text()}: {page.heading.text()}. {page.explained.text()}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            if self.next_button.isEnabled():
                self.next_button.click()
        elif (action := _SCROLLS.get(Qt.Key(event.key()))) is not None:
            self._scroll.verticalScrollBar().triggerAction(action)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing.painter_on(self).fillRect(self.rect(), colour(self, Role.PAPER))

    def _build(self) -> None:
        for page, scroll in zip(self._all, self._scrolls, strict=True):
            scroll.setWidget(page)
            page.setAutoFillBackground(False)
            scroll.viewport().setAutoFillBackground(False)
            page.changed.connect(self._refresh)
            self._stack.addWidget(scroll)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(px(24), px(4), px(24), px(14))
        buttons.addWidget(self.next_button)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.progress, 1, Qt.AlignmentFlag.AlignCenter)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack, 1)
        column.addLayout(buttons)

    def _show_focus(self) -> None:
        """What has the focus is in view, where large words leave little room."""
        holder: QWidget | None = self.focusWidget()
        if holder is not None and self.page.isAncestorOf(holder):
            self._scroll.ensureWidgetVisible(holder, 0, px(8))

    def _refresh(self) -> None:
        page = self.page
        self.next_button.set_words(page.next_words)
        self.next_button.setEnabled(page.ready)
        self.back_button.setVisible(page.can_go_back)
        self.close_button.setHidden(page.closes)
        self.progress.setText(tr("Step {n} of {all}", n=self._number + 1, all=len(self._pages)))

    def _next(self) -> None:
        if not self.page.advance():
            return
        if self._number + 1 < len(self._pages):
            self.show_page(self._number + 1)
        else:
            self.accept()

    def _back(self) -> None:
        if self.page.step_back() and self._number > 0:
            self.show_page(self._number - 1)
