"""What the page of captions is made of, and how it stands in much room and in little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.rendering.layout import WIDE
from lesson_player.ui.editor.caption_fields import CaptionFields
from lesson_player.ui.editor.caption_film import CaptionFilm
from lesson_player.ui.editor.caption_list import CaptionList
from lesson_player.ui.editor.caption_tracks import CaptionTracks
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.tall_sheet import TallSheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from lesson_player.playback.port import FilmPlayer
    from lesson_player.rendering.pictures import PictureStore

_WIDTH = 1240
"""Width of the page, in pixels at 100 %, where the window is as wide."""
_NARROW = 900
"""Below this width, in pixels at 100 %, the list stands above what it shows and not beside it."""
_VERY_NARROW = 520
"""Below this one, even what can be done with the picture stands under it."""
_FOOT = 20
"""Share of the foot's free room that what is said there has; the rest has a share of 1 or less."""
_OF_HEIGHT = 0.36
"""Share of the page's height that the picture has at most."""


class CaptionsPage(TallSheet):
    """A list at the left; at the right the class screen with the caption that is chosen, and its words."""

    def __init__(
        self,
        over: QWidget,
        pictures: PictureStore,
        make_player: Callable[[QObject | None], FilmPlayer],
    ) -> None:
        super().__init__(over, tr("Captions of the film"), width=_WIDTH)
        self.look_at = label("", role=Role.WARM)
        self.about = label(tr("The film’s own file stays as it is."), Type.MINOR, role=Role.QUIET)
        self.said = label("", role=Role.WARM)
        self.said.hide()
        self.tracks, self.list = CaptionTracks(), CaptionList()
        self.film, self.fields = CaptionFilm(pictures, make_player), CaptionFields()
        self.undo_button = WordButton(tr("Undo"), hint=tr("Ctrl Z"))
        self.redo_button = WordButton(tr("Redo"), hint=tr("Ctrl Y"))
        self._put_together()

    def first_control(self) -> QWidget:
        """The list."""
        return self.list

    def _put_together(self) -> None:
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tracks)
        column.addWidget(self.list, 1)
        self._seen = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._seen.setSpacing(px(14))
        self._seen.addWidget(self.film, 3)
        self._seen.addWidget(self.fields.side, 2)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(self._seen)
        column.addWidget(self.fields)
        column.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(px(16))
        self._columns.addWidget(left, 4)
        self._columns.addWidget(right, 6)
        self.lines.addWidget(self.look_at)
        self.lines.addLayout(self._columns, 1)
        foot = ((self.undo_button, 0), (self.redo_button, 0), (self.about, _FOOT), (self.said, _FOOT))
        for place, (part, share) in enumerate(foot):
            self.buttons.insertWidget(place, part, share)

    def _fit(self) -> None:
        """Beside each other where there is room, else below one another."""
        room = self._over.size()
        self._arrange(min(px(_WIDTH), room.width()), room.height())
        super()._fit()

    def _arrange(self, width: int, height: int) -> None:
        narrow = width < px(_NARROW)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(down if narrow else across)
        self._seen.setDirection(down if width < px(_VERY_NARROW) else across)
        # The words that are written stay in sight of the picture that shows them.
        self.film.setMaximumWidth(round(height * _OF_HEIGHT * WIDE))
        self.fields.arrange(narrow=narrow)
        self.list.setMinimumHeight(px(200 if narrow else 280))
