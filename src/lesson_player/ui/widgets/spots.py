"""Spots: whatever can be pressed in a window, for people who point or scan instead of using keys.

A spot is a button, a chip, a line of a list, a field for words, or a card on the class screen. The same ones
are lit by switches (`switch_access`) and pressed by a pointer that rests (`dwell_access`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QListWidget,
    QRadioButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from lesson_player.foundation.i18n import tr
from lesson_player.ui.widgets.class_picture import ClassPicture

if TYPE_CHECKING:
    from collections.abc import Iterable


class Spot(Protocol):
    """Something that can be pressed. Two are equal when they are the same thing in the same place."""

    @property
    def owner(self) -> QWidget:
        """The widget that it is, or is painted in."""

    @property
    def name(self) -> str:
        """What a voice says for it."""

    def area(self) -> QRect:
        """Where it stands in its owner, in pixels."""

    def press(self) -> None:
        """Do what a click on it does."""

    def reveal(self) -> None:
        """Bring it into view."""


@dataclass(frozen=True, slots=True)
class ButtonSpot:
    """A button, a chip or a check box."""

    owner: QAbstractButton

    @property
    def name(self) -> str:
        words = self.owner.accessibleName() or self.owner.text()
        chosen = isinstance(self.owner, QRadioButton) and self.owner.isChecked()
        return tr("{choice}, chosen", choice=words) if chosen else words

    def area(self) -> QRect:
        return self.owner.rect()

    def press(self) -> None:
        self.owner.click()

    def reveal(self) -> None:
        scroll_to(self.owner)


@dataclass(frozen=True, slots=True)
class LineSpot:
    """A line of a list."""

    owner: QListWidget
    row: int

    @property
    def name(self) -> str:
        item = self.owner.item(self.row)
        return str(item.data(Qt.ItemDataRole.AccessibleTextRole) or item.text())

    def area(self) -> QRect:
        place = self.owner.visualItemRect(self.owner.item(self.row))
        return place.translated(self.owner.viewport().pos())

    def press(self) -> None:
        # A list that was filled anew in the meantime may be shorter.
        item = self.owner.item(self.row) if self.row < self.owner.count() else None
        if item is not None:
            self.owner.setCurrentItem(item)
            self.owner.itemClicked.emit(item)

    def reveal(self) -> None:
        scroll_to(self.owner)
        self.owner.scrollToItem(self.owner.item(self.row))


@dataclass(frozen=True, slots=True)
class FieldSpot:
    """A field for words: a press puts the cursor into it, and asks for the keyboard on the screen."""

    owner: QLineEdit | QTextEdit

    @property
    def name(self) -> str:
        words = " ".join(_words_in(self.owner).split())
        return f"{self.owner.accessibleName()}: {words}" if words else self.owner.accessibleName()

    def area(self) -> QRect:
        return self.owner.rect()

    def press(self) -> None:
        self.owner.setFocus(Qt.FocusReason.OtherFocusReason)
        QGuiApplication.inputMethod().show()

    def reveal(self) -> None:
        scroll_to(self.owner)


@dataclass(frozen=True, slots=True)
class CardSpot:
    """A card on the class screen, or in the teacher's picture of it."""

    owner: ClassPicture
    target: str
    """Id of the card."""
    words: str

    @property
    def name(self) -> str:
        return self.words

    def area(self) -> QRect:
        layout = self.owner.screen_layout()
        found = next((each for each in layout.targets if each.id == self.target), None) if layout else None
        return self.owner.to_logical(found.rect.qrectf()) if found is not None else QRect()

    def press(self) -> None:
        self.owner.touched.emit(self.target)

    def reveal(self) -> None:
        scroll_to(self.owner)


def usable(buttons: Iterable[QAbstractButton]) -> list[Spot]:
    """Those that can be pressed now."""
    return [ButtonSpot(button) for button in buttons if button.isVisible() and button.isEnabled()]


def fields_in(root: QWidget) -> list[Spot]:
    """The fields of *root* that can be written in now."""
    fields: list[QLineEdit | QTextEdit] = [*root.findChildren(QLineEdit), *root.findChildren(QTextEdit)]
    return [
        FieldSpot(field)
        for field in fields
        if field.isVisible() and field.isEnabled() and not field.isReadOnly()
    ]


def cards_on(picture: ClassPicture) -> list[Spot]:
    """The choices that the class screen offers now, in reading order."""
    layout = picture.screen_layout() if picture.isVisible() else None
    cards = layout.targets_of("card") if layout is not None else ()
    return [CardSpot(picture, card.id, card.name) for card in cards]


def lines_of(lines: QListWidget) -> list[Spot]:
    """Every line of a list that can be pressed now."""
    if not (lines.isVisible() and lines.isEnabled()):
        return []
    enabled = Qt.ItemFlag.ItemIsEnabled
    return [
        LineSpot(lines, row)
        for row in range(lines.count())
        if lines.item(row).flags() & enabled and not lines.isRowHidden(row)
    ]


def spot_at(window: QWidget, place: QPoint) -> Spot | None:
    """What a click at *place*, in pixels of *window*, would press; None for nothing."""
    widget: QWidget | None = window.childAt(place)
    while widget is not None:
        if isinstance(widget, QAbstractButton):
            return ButtonSpot(widget) if widget.isEnabled() else None
        if isinstance(widget, QLineEdit | QTextEdit) and not widget.isReadOnly():
            return FieldSpot(widget) if widget.isEnabled() else None
        if isinstance(widget, QListWidget):
            item = widget.itemAt(widget.viewport().mapFrom(window, place))
            return LineSpot(widget, widget.row(item)) if item is not None else None
        if isinstance(widget, ClassPicture):
            target = widget.target_at(QPointF(widget.mapFrom(window, place)))
            touched = target is not None and target.role in ClassPicture.TOUCHED
            return CardSpot(widget, target.id, target.name) if target is not None and touched else None
        widget = widget.parentWidget()
    return None


def area_in(window: QWidget, spot: Spot) -> QRect:
    """What can be seen of a spot, in pixels of *window*: what is scrolled away is not."""
    place = spot.area()
    widget: QWidget | None = spot.owner
    while widget is not None and widget is not window:
        place = place.intersected(widget.rect()).translated(widget.pos())
        widget = widget.parentWidget()
    return place


def _words_in(field: QLineEdit | QTextEdit) -> str:
    return field.displayText() if isinstance(field, QLineEdit) else field.toPlainText()


def scroll_to(widget: QWidget) -> None:
    """Bring *widget* into view, whatever it is scrolled in."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
