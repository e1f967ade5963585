"""From the end of a lesson until the teacher puts the closing picture away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lesson_player.ui.audience.closing import ClosingPicture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lesson_player.model.slide import ClassView
    from lesson_player.rendering.pictures import PictureStore
    from lesson_player.ui.audience.window import AudienceWindow


class Closing(QObject):
    """Class windows that show the closing picture: the class never sees a desktop by surprise."""

    gone = Signal()
    """The picture has been put away, and the windows with it."""

    def __init__(
        self, windows: Sequence[AudienceWindow], view: ClassView, pictures: PictureStore, *, asks: bool
    ) -> None:
        """``asks``: the class sees the teacher's own screen, so the picture itself has the way out of it."""
        super().__init__()
        self.windows = list(windows)
        self.pictures = [ClosingPicture(window, view, pictures, asks=asks) for window in self.windows]
        for picture in self.pictures:
            picture.put_away_asked.connect(self.put_away)

    def put_away(self) -> None:
        """Close the class windows, once."""
        if not self.windows:
            return
        for window in self.windows:
            window.close()
            window.deleteLater()
        self.windows.clear()
        self.gone.emit()
