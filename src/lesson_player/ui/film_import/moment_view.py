"""One version of the film, in which a moment is to be found: its picture, a slider, and small steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.playback.state import Status
from lesson_player.ui.film_import.film_picture import FilmPicture
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.text import label, short_label
from lesson_player.ui.widgets.time_slider import TimeSlider
from lesson_player.ui.widgets.word_button import WordButton
from lesson_player.ui.widgets.wrap_layout import WrapLayout

if TYPE_CHECKING:
    from lesson_player.playback.frame import Frame
    from lesson_player.playback.port import FilmPlayer
    from lesson_player.playback.state import PlayerState
    from lesson_player.ui.film_import.subject import VersionToSet

_A_SECOND = 10
"""The slider counts tenths of a second."""
_STEPS = (-5.0, -1.0, -0.1, 0.1, 1.0, 5.0)


class MomentView(QWidget):
    """Shows the film at a time. The player rests except while somebody listens for the moment."""

    moved = Signal()

    def __init__(self, version: VersionToSet, player: FilmPlayer) -> None:
        super().__init__()
        self.version = version
        self._player = player
        self._at_s = 0.0
        self._waiting = False
        """Whether the player is on its way to a place, and another one may be wanted by now."""
        self.picture = FilmPicture(version.title)
        self.slider = TimeSlider()
        self.slider.setRange(0, int(version.length_s * _A_SECOND))
        self.slider.valueChanged.connect(self._slid)
        self.time = short_label("", Type.TITLE, role=Role.INK)
        self.play_button = WordButton(tr("Play"))
        self.play_button.clicked.connect(self._play_or_rest)
        self._build()
        player.frame_ready.connect(self._show)
        player.state_changed.connect(self._tell_state)
        player.open(version.path, 0.0)

    @property
    def at_s(self) -> float:
        """Where the film stands, in seconds."""
        return self._at_s

    def go_to(self, at_s: float) -> None:
        """Rest at a time, as near as the film has one."""
        self._player.pause()
        self._set(min(max(at_s, 0.0), self.version.length_s))
        self._seek()

    def rest(self) -> None:
        """Stop playing."""
        self._player.pause()

    def close_film(self) -> None:
        """Let go of the film."""
        self._player.close()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        head = QHBoxLayout()
        head.addWidget(label(self.version.title, Type.STRONG), 1)
        head.addWidget(self.time)
        column.addLayout(head)
        column.addWidget(self.picture)
        column.addWidget(self.slider)
        line = WrapLayout(gap=px(2))
        line.addWidget(self.play_button)
        for step in _STEPS:
            line.addWidget(self._step_button(step))
        column.addLayout(line)

    def _step_button(self, step: float) -> WordButton:
        sign = "+" if step > 0 else "−"
        button = WordButton(tr("{sign}{seconds} s", sign=sign, seconds=f"{abs(step):g}"))
        words = tr("{n} seconds on", n=f"{step:g}") if step > 0 else tr("{n} seconds back", n=f"{-step:g}")
        button.set_words(button.text(), name=f"{self.version.title}: {words}")
        button.clicked.connect(lambda: self.go_to(self._at_s + step))
        return button

    def _set(self, at_s: float) -> None:
        self._at_s = at_s
        self.slider.blockSignals(True)
        self.slider.setValue(round(at_s * _A_SECOND))
        self.slider.blockSignals(False)
        words = f"{int(at_s) // 60}:{at_s % 60:04.1f}"
        self.time.setText(words)
        self.slider.setAccessibleName(tr("{version}: time {time}", version=self.version.title, time=words))
        self.moved.emit()

    def _slid(self, value: int) -> None:
        self._player.pause()
        self._set(value / _A_SECOND)
        self._seek()

    def _seek(self) -> None:
        """Go there, unless the player is still on its way to the last place: then as soon as it is there."""
        if self._player.state.status is Status.OPENING:
            self._player.open(self.version.path, self._at_s)
        elif self._waiting and not self._player.frame_is_current:
            return
        else:
            self._player.seek(self._at_s)
        self._waiting = True

    def _play_or_rest(self) -> None:
        if self._player.state.status is Status.PLAYING:
            self._player.pause()
        else:
            self._player.play()

    def _show(self, frame: Frame) -> None:
        state = self._player.state
        self.picture.show_image(frame.image)
        if state.status is Status.PLAYING:
            self._set(frame.time_s)
            return
        if self._waiting and abs(frame.time_s - self._at_s) > 0.3:
            self._waiting = False
            self._seek()
        else:
            self._waiting = False

    def _tell_state(self, state: PlayerState) -> None:
        playing = state.status is Status.PLAYING
        words = tr("Pause") if playing else tr("Play")
        self.play_button.set_words(words, name=f"{self.version.title}: {words}")
        if state.status is Status.FAILED:
            self.picture.show_words(state.reason)
