"""Tells assistive technology that the program's windows are windows.

Qt takes a plain widget for a mere filler, also where it is a window of its own; Orca then does not know in
which window the focus is, and says nothing of what Tab leads to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_kept: list[QAccessibleInterface] = []
"""Qt's accessibility cache holds interfaces by address: Python must never collect them."""
_installed: list[bool] = []
WINDOWS = frozenset({"AudienceWindow", "EditorWindow", "LibraryWindow", "PageWindow", "PresenterWindow"})
"""Names of the classes that are windows of their own. A button has no window yet when Qt first asks what it
is, so that having none cannot tell."""


def install() -> None:
    """Give every window of ours the role of a window. A second call does nothing."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_interface_for)


def _interface_for(_name: str, item: QObject) -> QAccessibleInterface | None:
    if not isinstance(item, QWidget) or not WINDOWS & {kind.__name__ for kind in type(item).__mro__}:
        return None
    made = QAccessibleWidget(item, QAccessible.Role.Window)
    _kept.append(made)
    return made
