"""Shows a guide: text and pictures that come with the program, and nothing from anywhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from lesson_player.foundation.i18n import tr
from lesson_player.ui.help.guide import Guide, picture
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, font, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.scrolling import quiet_scrolling

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

_READS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home})
_READS |= {Qt.Key.Key_End}
_PAGES = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space})
_SHOWN = 0.8
"""Share of a picture's own size at 100 %."""


class HelpBrowser(QTextBrowser):
    """Reached by Tab; the arrows read. In a lesson Page down stays with the lesson: clickers send it."""

    def __init__(self, *, in_lesson: bool) -> None:
        super().__init__()
        self._own_keys = _READS if in_lesson else _READS | _PAGES
        self._guide: Guide | None = None
        self._marked: tuple[str, ...] = ()
        self.setAccessibleName(tr("Guide"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTabChangesFocus(True)
        quiet_scrolling(self)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumHeight(px(100))

    def show_guide(self, guide: Guide) -> None:
        """Show *guide* from its beginning."""
        if guide is not self._guide:
            self._guide = guide
            self._write()

    def go_to(self, heading: str, words: str = "") -> None:
        """Bring a heading to the top, and mark *words* in the whole guide."""
        block = self.document().begin()
        while block.isValid() and not (block.blockFormat().headingLevel() and block.text() == heading):
            block = block.next()
        self._mark(tuple(words.split()))
        if block.isValid():
            self.setTextCursor(QTextCursor(block))
            top = self.document().documentLayout().blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(round(top) - px(8))

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 - Qt's name
        """A picture of the guides, as wide as the page at most; nothing else is ever loaded."""
        file = name.toString() if isinstance(name, QUrl) else name
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        image = QImage.fromData(picture(file))
        room = self.viewport().width() - 2 * px(14)
        if image.isNull() or room <= 0:
            return image
        width = min(room, px(image.width() * _SHOWN))
        return image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures are as wide as the page allows."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._write()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reading keys and copying are the guide's; every other key is the sheet's."""
        copies = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) and event.key() == Qt.Key.Key_C
        if event.key() in self._own_keys or copies:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = drawing.painter_on(self.viewport())
            drawing.draw_ring(painter, self.viewport().rect(), colour(self, Role.ACCENT), corner=4)

    def _write(self) -> None:
        if self._guide is None:
            return
        place = self.verticalScrollBar().value()
        # A new one each time: one that is cleared goes on in the look of the place where its cursor was.
        document = QTextDocument(self)
        document.setDocumentMargin(px(10))
        document.setDefaultFont(font(Type.BODY))
        features = QTextDocument.MarkdownFeature
        document.setMarkdown(
            self._guide.shown(), features.MarkdownDialectCommonMark | features.MarkdownNoHTML
        )
        _space_out(document)
        self.setDocument(document)
        self._mark(self._marked)
        self.verticalScrollBar().setValue(place)

    def _mark(self, words: tuple[str, ...]) -> None:
        self._marked = words
        look = QTextCharFormat()
        look.setBackground(colour(self, Role.SOFT))
        look.setForeground(QColor(colour(self, Role.INK)))
        look.setFontUnderline(True)
        marks = []
        for word in words:
            at = self.document().find(word)
            while not at.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = at, look
                marks.append(mark)
                at = self.document().find(word, at)
        self.setExtraSelections(marks)


def _space_out(document: QTextDocument) -> None:
    """Lines of 1.35 times their height, and air above headings (docs/design.md)."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        form = block.blockFormat()
        level = form.headingLevel()
        form.setLineHeight(135.0, 1)
        form.setTopMargin(px(18 if level == 2 else 4))
        form.setBottomMargin(px(6))
        cursor.setBlockFormat(form)
        if level:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setFont(font(Type.CARD if level == 1 else Type.TITLE))
            cursor.mergeCharFormat(look)
        block = block.next()
