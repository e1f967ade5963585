"""What will come out of the printer: one page at a time, with its number, and buttons to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.button_row import ButtonRow
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from lesson_player.ui.handouts.preview_pages import PreviewPage

_WIDE, _HIGH = 430, 490
"""Largest size of the page, in pixels at 100 %."""
_NARROW = 180


class PagePicture(QWidget):
    """One page as it is on paper; its words are its description."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Preview"))
        self._page: PreviewPage | None = None
        self._drawn = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_page(self, page: PreviewPage | None) -> None:
        """Show *page*, or an empty sheet of paper."""
        self._page, self._drawn = page, QImage()
        self.setAccessibleDescription(page.words if page is not None else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(_WIDE), self.heightForWidth(px(_WIDE)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_NARROW), px(_NARROW))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(px(_HIGH), round(min(width, px(_WIDE)) * self._ratio()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size is painted anew, not stretched."""
        self._drawn = QImage()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        paper = self._paper()
        painter.fillRect(paper, Qt.GlobalColor.white)
        if self._page is not None:
            if self._drawn.isNull():
                scale = self.devicePixelRatio()
                self._drawn = self._page.image(max(1, round(paper.width() * scale)))
            painter.drawImage(paper, self._drawn)
        drawing.draw_box(painter, paper, None, colour(self, Role.EDGE), width=px(1), corner=0)

    def _paper(self) -> QRect:
        height = min(self.height(), round(self.width() * self._ratio()))
        width = round(height / self._ratio())
        return QRect((self.width() - width) // 2, 0, width, height).adjusted(1, 1, -1, -1)

    def _ratio(self) -> float:
        return self._page.ratio if self._page is not None else 2**0.5


class Preview(QWidget):
    """The pages that were made, or a sentence in their place."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Preview"))
        self._pages: tuple[PreviewPage, ...] = ()
        self._at = 0
        self.picture = PagePicture()
        self.state = label("", Type.MINOR, role=Role.QUIET)
        self.back_button, self.next_button = WordButton(tr("Page back")), WordButton(tr("Next page"))
        self.back_button.clicked.connect(lambda: self.go_to(self._at - 1))
        self.next_button.clicked.connect(lambda: self.go_to(self._at + 1))
        self._buttons = ButtonRow((self.back_button, self.next_button))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for part in (self.picture, self.state, self._buttons):
            column.addWidget(part)
        column.addStretch(1)
        self.show_words("")

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def show_pages(self, pages: tuple[PreviewPage, ...]) -> None:
        """Show the first of *pages*, or the one that was shown of the former ones."""
        self._pages = pages
        self.picture.setVisible(bool(pages))
        self._buttons.setVisible(len(pages) > 1)
        self._show(min(self._at, max(0, len(pages) - 1)))

    def show_words(self, words: str) -> None:
        """Say why there is nothing to see."""
        self._pages = ()
        self.picture.show_page(None)
        self.picture.hide()
        self._buttons.hide()
        self.state.setText(words)

    def go_to(self, page: int) -> None:
        """Show another page, counted from 0; after the last one comes the first."""
        if self._pages:
            self._show(page % len(self._pages))
            announce(self, self.state.text())

    def _show(self, page: int) -> None:
        self._at = page
        if not self._pages:
            return
        shown = self._pages[page]
        self.picture.show_page(shown)
        words = tr("{title}, page {n} of {of}", title=shown.title, n=page + 1, of=len(self._pages))
        self.picture.setAccessibleName(words)
        self.state.setText(words)
