"""Opening a sound output before it is needed, so that no first word is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lesson_player.speech.quiet import without_known_noise

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

_FOR_MS = 1000
"""What is played in a sound output that is just being opened comes up to 0.8 s after its time (measured with
PulseAudio on a busy machine)."""


class WarmUp(QObject):
    """Lets a player run unheard, once, until its sound output is there."""

    done = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.needed = True
        self._player: QMediaPlayer | None = None
        self._timer = QTimer(self, singleShot=True, interval=_FOR_MS)
        self._timer.timeout.connect(self._end)

    @property
    def running(self) -> bool:
        """Whether it is going on, so that nothing may be heard."""
        return self._timer.isActive()

    def run(self, player: QMediaPlayer, audio: QAudioOutput) -> None:
        """Let *player*, which has loaded a file, run without sound; tells `done` when it has been stopped."""
        audio.setVolume(0.0)
        with without_known_noise():
            player.play()
        self._player = player
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Leave it."""
        self._timer.stop()

    def _end(self) -> None:
        self.needed = False
        if self._player is not None:
            self._player.stop()
        self.done.emit()
