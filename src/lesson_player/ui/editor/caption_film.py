"""The film with its captions as the class will see them, at one caption or playing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.model.captions import CueTrack
from lesson_player.playback.state import Status
from lesson_player.rendering.layout import WIDE
from lesson_player.teaching.project import NEAREST_S
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.class_picture import ClassPicture
from lesson_player.ui.widgets.panel import Framed
from lesson_player.ui.widgets.text import label

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QHideEvent

    from lesson_player.model.slide import ClassView
    from lesson_player.playback.frame import Frame
    from lesson_player.playback.port import FilmPlayer
    from lesson_player.playback.state import PlayerState
    from lesson_player.rendering.pictures import PictureStore

_EDGE = 3
"""Width of the edge around the picture, in pixels at 100 %."""
_LEAD_S = 0.5
"""So much before the caption the film begins to play, so that it is seen to come in time."""


class WidePicture(ClassPicture):
    """The class screen in the proportions that most boards have, as large as there is room."""

    def __init__(self, pictures: PictureStore) -> None:
        super().__init__(pictures)
        self.stand_for(WIDE)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width / WIDE)

    def sizeHint(self) -> QSize:
        return QSize(px(400), self.heightForWidth(px(400)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.heightForWidth(px(200)))


class CaptionFilm(QWidget):
    """A picture of the class screen. The film rests at the caption until somebody plays it."""

    playing_changed = Signal(bool)
    at = Signal(float)
    """Where the film is while it plays, in seconds."""

    def __init__(self, pictures: PictureStore, make_player: Callable[[QObject | None], FilmPlayer]) -> None:
        super().__init__()
        self._make_player = make_player
        self._player: FilmPlayer | None = None
        self._path: Path | None = None
        self._view: ClassView | None = None
        self._cues = CueTrack()
        self._at_s = self._sent_s = 0.0
        self._waiting = False
        """Whether the player is on its way to a place, and another one may be wanted by now."""
        self.picture = WidePicture(pictures)
        self.frame = Framed(self.picture, Role.ACCENT, width=_EDGE)
        self.words = label("", Type.MINOR, role=Role.QUIET)
        self.words.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(label(tr("The class will see"), Type.LABEL, role=Role.QUIET))
        column.addWidget(self.frame)
        column.addWidget(self.words)

    @property
    def plays(self) -> bool:
        """Whether the film plays."""
        return self._player is not None and self._player.state.status is Status.PLAYING

    def open_film(self, path: Path | None, at_s: float) -> None:
        """Rest in a film at a time; with None there is no film, and the captions are seen without it."""
        self._at_s = at_s
        if path == self._path and self._player is not None:
            self.go_to(at_s)
            return
        self._path = path
        self._show_cues()
        self.picture.show_frame(None)
        self._say("" if path is not None else tr("This film is not on this computer."))
        if path is None:
            return
        if self._player is None:
            self._player = self._make_player(self)
            self._player.frame_ready.connect(self._show_frame)
            self._player.state_changed.connect(self._show_state)
        self._waiting, self._sent_s = True, at_s
        self._player.open(path, at_s)

    def show_captions(self, view: ClassView | None, cues: CueTrack) -> None:
        """Show these captions over the film: *view* is the class screen, *cues* all that there are."""
        self._view, self._cues = view, cues
        self._show_cues()

    def go_to(self, at_s: float) -> None:
        """Rest at a time."""
        self._at_s = at_s
        if self._player is not None and self._path is not None:
            self._player.pause()
            self._seek()
        self._show_cues()

    def play_or_rest(self, from_s: float) -> None:
        """Play from just before a time, or rest where the film is."""
        if self._player is None:
            return
        if self.plays:
            self._player.pause()
            return
        self._at_s = max(from_s - _LEAD_S, 0.0)
        self._player.seek(self._at_s)
        self._player.play()

    def close_film(self) -> None:
        """Let go of the film."""
        if self._player is not None:
            self._player.close()
            self._player.deleteLater()
            self._player = None
        self._path = None

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody sees plays no film."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.close_film()

    def _seek(self) -> None:
        """Go there, unless the player is still on its way to the last place: then as soon as it is there."""
        player = self._player
        if player is None or self._path is None:
            return
        if player.state.status is Status.OPENING:
            player.open(self._path, self._at_s)
        elif self._waiting and not player.frame_is_current:
            return
        else:
            player.seek(self._at_s)
        self._waiting, self._sent_s = True, self._at_s

    def _show_frame(self, frame: Frame) -> None:
        self.picture.show_frame(frame.image)
        waited, self._waiting = self._waiting, False
        if self.plays:
            self._at_s = frame.time_s
            self._show_cues()
            self.at.emit(self._at_s)
        elif waited and self._sent_s != self._at_s:
            self._seek()

    def _show_state(self, state: PlayerState) -> None:
        self.playing_changed.emit(state.status is Status.PLAYING)
        if state.status is Status.FAILED:
            self._say(state.reason)

    def _show_cues(self) -> None:
        view = self._view
        if view is None or view.film is None:
            self.picture.show_view(view)
            self.picture.setAccessibleName(tr("The class does not see this step."))
            return
        cues = self._cues.at(self._at_s + NEAREST_S)
        film = view.film.model_copy(update={"cues": cues})
        self.picture.show_view(view.model_copy(update={"film": film, "announcement": ""}))
        said = " ".join(" ".join(cue.text.split()) for cue in cues)
        self.picture.setAccessibleName(
            tr("The class will see: {words}", words=said) if said else tr("No caption is shown here.")
        )

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.words.setVisible(bool(words))
