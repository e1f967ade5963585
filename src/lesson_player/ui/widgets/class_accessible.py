"""What a painted class screen tells a screen reader: a child for every named thing of its layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

from lesson_player.ui.widgets.class_picture import ClassPicture

if TYPE_CHECKING:
    from lesson_player.rendering.placed import Target, TargetRole

_ROLES: dict[TargetRole, QAccessible.Role] = {
    "heading": QAccessible.Role.Heading,
    "row": QAccessible.Role.ListItem,
    "card": QAccessible.Role.Button,
    "reply": QAccessible.Role.StaticText,
    "picture": QAccessible.Role.Graphic,
    "film": QAccessible.Role.Graphic,
    "caption": QAccessible.Role.StaticText,
    "text": QAccessible.Role.StaticText,
}
_TOUCHED: frozenset[TargetRole] = frozenset({"row", "card"})

_kept: list[QAccessibleInterface] = []
"""Qt's accessibility cache holds interfaces by address: Python must never collect them."""


def install() -> None:
    """Make every `ClassPicture` accessible. A second call does nothing."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_interface_for)


_installed: list[bool] = []


class ScreenInterface(QAccessibleWidget):
    """The painted screen as a document whose children are the layout's targets, in reading order."""

    def __init__(self, picture: ClassPicture) -> None:
        super().__init__(picture, QAccessible.Role.Document)
        self._picture = picture
        self._children: list[TargetInterface] = []

    def childCount(self) -> int:
        return len(targets(self._picture))

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The child at *index*; the same object each time, showing what stands at that place now."""
        if not 0 <= index < self.childCount():
            return None
        while len(self._children) <= index:
            made = TargetInterface(self._picture, len(self._children))
            self._children.append(made)
            _kept.append(made)
        return self._children[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((at for at, made in enumerate(self._children) if made is child), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        for index in range(self.childCount()):
            child = self.child(index)
            if child is not None and child.rect().contains(x, y):
                return child
        return None


class TargetInterface(QAccessibleInterface, QAccessibleActionInterface):
    """One named thing on the class screen."""

    def __init__(self, picture: ClassPicture, index: int) -> None:
        QAccessibleInterface.__init__(self)
        QAccessibleActionInterface.__init__(self)
        self._picture = picture
        self._index = index

    def isValid(self) -> bool:
        return isValid(self._picture) and self._target() is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        """No object of its own: it is painted."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The window that it is painted in."""
        return self._picture.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """The screen that it stands on."""
        return QAccessible.queryAccessibleInterface(self._picture)

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """It has no children."""
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        """Its role, by what the layout says it is."""
        target = self._target()
        return _ROLES[target.role] if target is not None else QAccessible.Role.NoRole

    def state(self) -> QAccessible.State:
        """Whether it is chosen, or the one being talked about."""
        state, target = QAccessible.State(), self._target()
        if target is None:
            state.invalid = True
        else:
            state.selected = target.chosen or target.current
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Its name, as the layout gives it."""
        target = self._target()
        return target.name if target is not None and kind is QAccessible.Text.Name else ""

    def setText(self, _kind: QAccessible.Text, _words: str) -> None:
        """The class screen is not written on."""

    def rect(self) -> QRect:
        """Its place on the desktop."""
        target = self._target()
        if target is None:
            return QRect()
        inside = self._picture.to_logical(target.rect.qrectf())
        return QRect(self._picture.mapToGlobal(QPoint(0, 0)) + inside.topLeft(), inside.size())

    def backgroundColor(self) -> QColor:  # noqa: N802 - Qt's name
        """Left to the theme."""
        return QColor()

    def foregroundColor(self) -> QColor:  # noqa: N802 - Qt's name
        """Left to the theme."""
        return QColor()

    def actionInterface(self) -> QAccessibleActionInterface | None:  # type: ignore[override]  # noqa: N802 - Qt's name
        """Rows and cards can be pressed."""
        target = self._target()
        return self if target is not None and target.role in _TOUCHED else None

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction()]

    def doAction(self, name: str) -> None:
        target = self._target()
        if target is not None and name == QAccessibleActionInterface.pressAction():
            self._picture.touched.emit(target.id)

    def keyBindingsForAction(self, _name: str) -> list[str]:
        return []

    def _target(self) -> Target | None:
        found = targets(self._picture)
        return found[self._index] if self._index < len(found) else None


def targets(picture: ClassPicture) -> tuple[Target, ...]:
    """The named things that *picture* shows now, in reading order."""
    layout = picture.screen_layout()
    return layout.targets if layout is not None else ()


def _interface_for(_name: str, item: QObject) -> QAccessibleInterface | None:
    if not isinstance(item, ClassPicture):
        return None
    made = ScreenInterface(item)
    _kept.append(made)
    return made
