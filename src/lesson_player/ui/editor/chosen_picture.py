"""The picture that is looked at: large, with its source and licence, and words for who cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.operations.own_pictures import LONGEST_ALT, alt_fault
from lesson_player.rendering.pictures import PictureStore
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.lesson_keys import ENTER
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.text_field import TextField
from lesson_player.ui.widgets.word_button import Kind, WordButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_SIDE = 120
"""Of the picture, in pixels at 100 %."""
_ONLY = "picture"


class AltField(TextField):
    """Enter is the button below it."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class LargePicture(QWidget):
    """One picture on light paper."""

    def __init__(self) -> None:
        super().__init__()
        self._data: bytes | None = None
        self._store = PictureStore(lambda _name: self._data)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_data(self, data: bytes | None) -> bool:
        """Show what stands in a picture's file; whether it can be drawn."""
        self._data = data
        self._store.forget()
        self.update()
        return self._store.image(_ONLY, 16, 16) is not None

    def sizeHint(self) -> QSize:
        return QSize(px(_SIDE), px(_SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        drawing.draw_box(
            painter,
            self.rect(),
            QColor("white") if self._data is not None else colour(self, Role.GROUND),
            colour(self, Role.EDGE),
            width=px(2),
            corner=8,
        )
        ratio = self.devicePixelRatioF()
        side = round((self.width() - px(16)) * ratio)
        image = self._store.image(_ONLY, side, side) if self._data is not None else None
        if image is not None:
            size = image.size() / ratio
            target = QRectF(0, 0, size.width(), size.height())
            target.moveCenter(QRectF(self.rect()).center())
            painter.drawImage(target, image)


class ChosenPicture(QWidget):
    """Nothing can be used before it has words that say what it shows."""

    use_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picture = LargePicture()
        self.name = label("", Type.STRONG)
        self.source = label("", Type.SMALL, role=Role.QUIET)
        self.alt_label = label(tr("What it shows, in one sentence"), Type.LABEL)
        self.alt = AltField(tr("What the picture shows, for people who cannot see it"), longest=LONGEST_ALT)
        self.hint = label("", Type.SMALL)
        self.use = WordButton(tr("Use this picture"), kind=Kind.MAIN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for part in (self.picture, self.name, self.source, self.alt_label, self.alt, self.hint, self.use):
            column.addWidget(part)
        column.addStretch(1)
        self.alt.textChanged.connect(self._look)
        self.alt.entered.connect(self._use)
        self.use.clicked.connect(self._use)
        self.show_nothing()

    def show_nothing(self) -> None:
        """No picture is looked at."""
        self.picture.show_data(None)
        self._show(tr("No picture chosen yet"), "", "", fixed=True)
        self.hint.setText(tr("Choose one of the pictures found."))
        self._offer(on=False)

    def show_picture(
        self, data: bytes | None, name: str, source: str, alt: str, *, fixed: bool = False
    ) -> None:
        """Look at a picture. *fixed*: its words are the lesson's, and are not changed here."""
        drawn = self.picture.show_data(data)
        self._show(name, source, alt, fixed=fixed)
        if drawn:
            self._look()
            return
        self.hint.setText(tr("This picture cannot be shown safely, so it cannot be used."))
        self._offer(on=False)

    def ask_for_alt(self) -> None:
        """Have the keys where its words are written; at the button where they are not asked for."""
        if not self.alt.isHidden():
            self.alt.setFocus(Qt.FocusReason.OtherFocusReason)
            self.alt.selectAll()
        elif self.use.isEnabled():
            self.use.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, name: str, source: str, alt: str, *, fixed: bool) -> None:
        self.name.setText(name)
        self.source.setText(source)
        self.source.setVisible(bool(source))
        self.alt.setText(alt)
        for part in (self.alt, self.alt_label):
            part.setVisible(not fixed)
        self.picture.setAccessibleName(alt or name)

    def _look(self) -> None:
        fault = alt_fault(self.alt.text())
        good = tr("Say it as you would to somebody who cannot see it.")
        example = tr("For example: A girl talks to her teacher.")
        self.hint.setText("" if self.alt.isHidden() else (f"{fault} {example}" if fault else good))
        self.hint.setVisible(bool(self.hint.text()))
        self._offer(on=not fault)

    def _offer(self, *, on: bool) -> None:
        self.use.setEnabled(on)
        self.alt.setAccessibleDescription(self.hint.text())

    def _use(self) -> None:
        if self.use.isEnabled():
            self.use_asked.emit()
        else:
            announce(self.alt, self.hint.text(), urgent=True)
