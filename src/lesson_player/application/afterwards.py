"""Between the end of a lesson and the moment at which its closing picture is put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lesson_player.application.show_window import show_large, show_small
from lesson_player.control.key_book import KeyBook
from lesson_player.ui.library.closing_bar import ClosingBar
from lesson_player.ui.widgets.window_access import give_access

if TYPE_CHECKING:
    from lesson_player.application.desk import TeachingDesk
    from lesson_player.ui.library.window import LibraryWindow


class Afterwards(QObject):
    """Gives the teacher the bar that puts the closing picture away: in the library, or as a small window."""

    over = Signal()
    """The class sees nothing of the lesson any more."""

    def __init__(self, keys: KeyBook | None = None) -> None:
        super().__init__()
        self._keys = keys or KeyBook()
        self._ended: TeachingDesk | None = None
        self.bar: ClosingBar | None = None
        """What the teacher sees of it; None while there is no closing picture."""

    def begin(self, ended: TeachingDesk, library: LibraryWindow | None) -> bool:
        """Take over from a lesson that has ended; False where it left no picture behind."""
        if ended.shown.closing is None:
            return False
        self.end()
        self._ended = ended
        ended.shown.gone.connect(self._gone)
        self.bar = ClosingBar()
        self.bar.put_away_asked.connect(self.end)
        free = ended.shown.free_screen()
        if library is not None:
            library.show_above(self.bar)
            show_large(library, free)
        else:
            give_access(self.bar, self._keys)
            show_small(self.bar, free)
        return True

    def end(self) -> None:
        """Put the picture away, if there is one."""
        if self._ended is not None:
            self._ended.shown.put_away()

    def _gone(self) -> None:
        if self.bar is not None:
            self.bar.hide()
            self.bar.deleteLater()
            self.bar = None
        self._ended = None
        self.over.emit()
