"""Probes: what a test says, such as "press Next", in the terms of the widgets that are there."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from lesson_player.ui.widgets.word_button import WordButton


class ClosedByPerson(QCloseEvent):
    """A close event as the window system sends it when somebody closes the window."""

    def spontaneous(self) -> bool:
        return True


class WindowProbe:
    """Looks at a window and works it as a person does."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def show(self, width: int, height: int) -> None:
        """Show the window at a size, and let every layout settle."""
        self.window.resize(width, height)
        self.window.show()
        self.window.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Let posted layouts happen; twice, because a wrapped line may change its neighbours."""
        for _ in range(3):
            QApplication.sendPostedEvents()
            QApplication.processEvents()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focus(), key, modifier)

    def type(self, text: str) -> None:
        """Type characters where the focus is."""
        for sign in text:
            QTest.keyClicks(self.focus(), sign)

    def close_as_person(self) -> bool:
        """Close the window as a person does; whether it agreed."""
        event = ClosedByPerson()
        self.window.closeEvent(event)
        return event.isAccepted()

    def focus(self) -> QWidget:
        """What has the keys: a control, or the window itself."""
        holder: QWidget | None = self.window.focusWidget()
        return holder if holder is not None else self.window

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click in the middle of a widget, or at a place in it."""
        QTest.mouseClick(
            widget,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            place or widget.rect().center(),
        )

    def button(self, words: str) -> WordButton:
        """The visible button with these words, or with this accessible name."""
        found = [each for each in self.buttons() if words in {each.text(), each.accessibleName()}]
        assert len(found) == 1, f"{words!r} is on {len(found)} of {[each.text() for each in self.buttons()]}"
        return found[0]

    def buttons(self) -> list[WordButton]:
        """Every visible button."""
        return [each for each in self.window.findChildren(WordButton) if each.isVisible()]

    def press(self, words: str) -> None:
        """Press a button with the mouse."""
        self.click(self.button(words))

    def texts(self) -> str:
        """All words of visible labels, in no special order."""
        return "\n".join(each.text() for each in self.window.findChildren(QLabel) if each.isVisible())

    def tab_stops(self) -> list[QWidget]:
        """Where Tab leads, until it comes round to the first stop again."""
        stops: list[QWidget] = []
        for _ in range(400):
            self.key(Qt.Key.Key_Tab)
            here = self.focus()
            if stops and here is stops[0]:
                return stops
            stops.append(here)
        raise AssertionError(f"Tab does not come round: {[type(each).__name__ for each in stops[-5:]]}")


def accessible(widget: QWidget) -> QAccessibleInterface:
    """The accessible interface of a widget."""
    QAccessible.setActive(True)
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """An interface and all that it holds, in reading order."""
    yield interface
    for index in range(interface.childCount()):
        child: QAccessibleInterface | None = interface.child(index)
        if child is not None and child.isValid():
            yield from walk(child)


def name_of(interface: QAccessibleInterface) -> str:
    """Its accessible name."""
    return interface.text(QAccessible.Text.Name)
