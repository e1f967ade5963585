"""A sheet for a long page: as tall as its window at all times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from lesson_player.ui.theme.measures import px
from lesson_player.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class TallSheet(Sheet):
    """A page that jumps about with each answer is hard to follow; this one keeps its place and its height."""

    def __init__(self, over: QWidget, title: str, *, width: int = 640) -> None:
        super().__init__(over, title, width=width)
        self.body.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What has the focus stays in view when the page has found its height, or finds another one."""
        if watched is self.body and event.type() is QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._show_focus)
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        super()._fit()
        side = px(4)
        self.setGeometry(self.x(), side, self.width(), self._over.height() - 2 * side)

    def _show_focus(self) -> None:
        holder: QWidget | None = self.window().focusWidget()
        if holder is not None:
            self.reveal(holder)
