"""Where is the signer in the picture of the BSL version?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.ui.film_import.page import AssistantPage
from lesson_player.ui.film_import.signer_picture import SignerPicture
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.choice_chip import ChoiceRow
from lesson_player.ui.widgets.text import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from lesson_player.model.film import Signer
    from lesson_player.playback.frame import Frame
    from lesson_player.playback.port import FilmPlayer
    from lesson_player.ui.film_import.subject import VersionToSet

_A_CLEAR_PICTURE = 0.4
"""Share of the film at which its signer is sure to be there."""
_BESIDES = 360
"""Height of all but the picture, in pixels at 100 %."""


class SignerPage(AssistantPage):
    """A rectangle around the signer; or none, where the whole picture is signed."""

    def __init__(
        self, first: Signer | None, make_player: Callable[[QWidget], FilmPlayer], *, whole: bool = False
    ) -> None:
        """*first* is where the rectangle stands at first; *whole* to begin with none."""
        super().__init__(
            tr("Where is the signer?"),
            tr(
                "Put the rectangle around hands, arms and face, with some room. "
                "Then the signer can stand beside the film."
            ),
        )
        self._make_player = make_player
        self._player: FilmPlayer | None = None
        self._version: VersionToSet | None = None
        self.choice = ChoiceRow(
            tr("The signer"),
            ((tr("Is in the rectangle"), ""), (tr("Fills the whole picture"), "")),
            first=int(whole),
        )
        self.choice.chosen.connect(self._chosen)
        self.picture = SignerPicture()
        self.where = label("")
        self.picture.moved.connect(self._tell)
        if first is not None:
            self.picture.set_signer(first)
        keys = tr("Arrow keys move the rectangle. Shift and an arrow key make it larger or smaller.")
        for part in (self.choice, self.where, self.picture, label(keys, role=Role.QUIET)):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._chosen(int(whole))

    @property
    def signer(self) -> Signer | None:
        """The rectangle; None where the signer fills the picture."""
        return self.picture.signer if self.choice.index == 0 else None

    def set_version(self, version: VersionToSet) -> None:
        """Take the film in which the signer is."""
        self._version = version

    def begin(self) -> None:
        if self._version is None or self._player is not None:
            return
        self._player = self._make_player(self)
        self._player.frame_ready.connect(self._show)
        self._player.open(self._version.path, self._version.length_s * _A_CLEAR_PICTURE)

    def leave(self) -> None:
        if self._player is not None:
            self._player.close()
            self._player.deleteLater()
            self._player = None

    def first_control(self) -> QWidget | None:
        return self.picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole picture is in view at once, where there is any room for it."""
        super().resizeEvent(event)
        self.picture.fit_window(_BESIDES)

    def _show(self, frame: Frame) -> None:
        if self._player is None:
            return
        self.picture.show_image(frame.image.copy())

    def _chosen(self, index: int) -> None:
        self.picture.show_box(index == 0)
        self._tell()

    def _tell(self) -> None:
        inside = self.choice.index == 0
        self.where.setText(
            self.picture.words()
            if inside
            else tr("The signer cannot stand beside the film: they are the film.")
        )
