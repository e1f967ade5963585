"""A sheet that shows how the lesson stands while it is open, and whose key puts it away again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lesson_player.control.teaching import TeachingController
    from lesson_player.teaching.views import TeacherView


class ViewSheet(Sheet):
    """What is chosen on it may be chosen elsewhere too: by a key, or by a preset."""

    def __init__(self, over: QWidget, title: str, controller: TeachingController, *, width: int) -> None:
        """``width``: of the sheet, in pixels at 100 %."""
        super().__init__(over, title, width=width)
        self._controller = controller
        controller.view_changed.connect(self._show_if_open)

    def open_sheet(self) -> None:
        """Show what is chosen now; the sheet goes away again where it was open."""
        if self.isVisible():
            self.close_sheet()
            return
        self.show_view(self._controller.view)
        super().open_sheet()
        self._scroll.ensureWidgetVisible(self.first_control())

    def show_view(self, view: TeacherView) -> None:
        """Show what is chosen in *view*."""
        raise NotImplementedError

    def _show_if_open(self, view: TeacherView) -> None:
        if self.isVisible():
            self.show_view(view)
