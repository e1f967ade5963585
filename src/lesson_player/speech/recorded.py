"""The recorded voice: plays a sound file, or a stretch of one, and says when each of its words is heard."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, QUrl
from PySide6.QtMultimedia import QAudioDevice, QAudioOutput, QMediaDevices, QMediaPlayer

from lesson_player.foundation.i18n import tr
from lesson_player.speech.port import Voice
from lesson_player.speech.quiet import hush_categories, hush_ffmpeg, without_known_noise
from lesson_player.speech.sound_file import not_a_sound, sound_file_problem
from lesson_player.speech.warm_up import WarmUp

if TYPE_CHECKING:
    from pathlib import Path

    from lesson_player.model.voice import WordTime
    from lesson_player.speech.utterance import Sound, Utterance

_LOG = logging.getLogger(__name__)
_SAYS_SO_WITHIN_S = 0.3
"""A player that has come to the end of its file says so by then; one without a sound device never does."""
_STRETCH_S = 0.06
"""Half a block of Qt's change of speed with the pitch kept. Sound comes out half a block of the recording and
half a block of time late: 0.15 s at 0.7 and 0.11 s at 1.3 (measured as 0.15 and 0.12 s)."""


class RecordedVoice(Voice):
    """Plays the recordings of utterances in Qt Multimedia; the file opened last stays open.

    On a computer without a sound device it keeps time and plays nothing.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player: QMediaPlayer | None = None
        self._audio: QAudioOutput | None = None
        self._output = ""
        self._path: Path | None = None
        self._coming: list[WordTime] = []
        self._anchor = (0.0, 0.0)
        self._loading = False
        self._playing = False
        self._warm_up = WarmUp(self)
        self._warm_up.done.connect(self._is_warm)
        self._next = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._next.timeout.connect(self._come_due)

    def why_not(self, utterance: Utterance) -> str:
        """Whether there is a recording, and its file can be a sound."""
        if utterance.sound is None:
            return tr("Nobody has recorded these words yet.")
        return sound_file_problem(utterance.sound.path)

    def prepare(self, utterance: Utterance) -> None:
        """Open the file, so that its sound begins without a wait."""
        if self._utterance is None and not self.why_not(utterance) and utterance.sound is not None:
            self._load(utterance.sound.path)

    def set_sound_output(self, name: str) -> None:
        """Send the sound to the output of that name; one that is not there is the usual one."""
        self._output = name
        if self._audio is not None:
            self._audio.setDevice(self._device())

    def close(self) -> None:
        """Be silent and let go of the file."""
        super().close()
        self._warm_up.stop()
        self._path, self._loading = None, False
        if self._player is not None:
            self._player.stop()
            self._player.setSource(QUrl())

    def _begin(self, utterance: Utterance) -> None:
        sound = utterance.sound
        if sound is None:
            raise TypeError("an utterance without a recording")
        self._load(sound.path)
        if not self._loading:
            turn = self._turn
            QTimer.singleShot(0, self, lambda: self._go(sound) if turn == self._turn else None)

    def _halt(self) -> None:
        self._playing = False
        self._next.stop()
        self._coming = []
        if self._player is not None:
            self._player.pause()

    def _rate_changed(self) -> None:
        if self._player is not None:
            self._anchor = (self._at_s(), time.monotonic())
            self._player.setPlaybackRate(self._rate)
            self._wait_for_next()

    def _volume_changed(self) -> None:
        if self._audio is not None and not self._warm_up.running:
            self._audio.setVolume(loudness(self._volume))

    def _load(self, path: Path) -> None:
        player = self._player or self._make_player()
        self._give_output(player)
        if path != self._path:
            self._path, self._loading = path, True
            player.setSource(QUrl.fromLocalFile(str(path.absolute())))

    def _make_player(self) -> QMediaPlayer:
        hush_categories()
        player = self._player = QMediaPlayer(self)
        hush_ffmpeg()
        player.mediaStatusChanged.connect(self._on_status)
        player.positionChanged.connect(self._on_position)
        player.errorOccurred.connect(self._on_error)
        player.setPlaybackRate(self._rate)
        return player

    def _give_output(self, player: QMediaPlayer) -> None:
        """A sound output, also where one was connected only now."""
        with without_known_noise():
            if self._audio is None and QMediaDevices.audioOutputs():
                self._audio = QAudioOutput(self._device(), self)
                self._audio.setVolume(loudness(self._volume))
                player.setAudioOutput(self._audio)

    def _device(self) -> QAudioDevice:
        with without_known_noise():
            named = [one for one in QMediaDevices.audioOutputs() if one.description() == self._output]
            return named[0] if self._output and named else QMediaDevices.defaultAudioOutput()

    def _go(self, sound: Sound) -> None:
        if self._player is None or self._utterance is None:
            return
        if self._player.mediaStatus() is QMediaPlayer.MediaStatus.EndOfMedia:
            # A player that has run out starts from the beginning, wherever it was sent.
            self._player.stop()
        self._player.setPosition(round(sound.from_s * 1000))
        with without_known_noise():
            self._player.play()
        self._anchor = (sound.from_s, time.monotonic())
        self._coming = list(self._utterance.words)
        self._playing = True
        self._has_started()
        self._wait_for_next()

    def _at_s(self) -> float:
        """Where the sound is now, in seconds of its file."""
        at_s, then = self._anchor
        return at_s + (time.monotonic() - then) * self._rate if self._playing else at_s

    def _wait_for_next(self) -> None:
        """Wake when the next word, or the end of the stretch, is due."""
        sound = self._utterance.sound if self._utterance is not None else None
        if not self._playing or sound is None:
            return
        due_s = heard_at_s(sound, self._coming[0], self._rate) if self._coming else self._end_s(sound)
        self._next.start(max(0, round((due_s - self._at_s()) / self._rate * 1000)))

    def _end_s(self, sound: Sound) -> float:
        """When the stretch is over, in seconds of its file."""
        file_s = self._player.duration() / 1000 if self._player is not None else 0.0
        if sound.to_s is not None and sound.to_s < file_s:
            return sound.to_s + behind_s(self._rate)
        return file_s if self._audio is None else file_s + _SAYS_SO_WITHIN_S

    def _come_due(self) -> None:
        sound = self._utterance.sound if self._utterance is not None else None
        if not self._playing or sound is None:
            return
        turn, at_s = self._turn, self._at_s()
        while self._coming and heard_at_s(sound, self._coming[0], self._rate) <= at_s:
            word = self._coming.pop(0)
            self.word.emit(word.at, len(word.word))
            if turn != self._turn:
                return
        if at_s >= self._end_s(sound) and not self._coming:
            self._end()
        else:
            self._wait_for_next()

    def _end(self) -> None:
        self._halt()
        self._has_finished()

    def _on_position(self, position_ms: int) -> None:
        if self._playing and position_ms > 0:
            self._anchor = (position_ms / 1000, time.monotonic())
            self._wait_for_next()

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        kinds = QMediaPlayer.MediaStatus
        if status is kinds.LoadedMedia and self._loading:
            if self._audio is not None and self._player is not None and self._warm_up.needed:
                self._warm_up.run(self._player, self._audio)
            else:
                self._loaded()
        elif status is kinds.EndOfMedia and self._playing:
            self._end()
        elif status is kinds.InvalidMedia:
            self._break_off("the media is invalid")

    def _loaded(self) -> None:
        self._loading = False
        sound = self._utterance.sound if self._utterance is not None else None
        if sound is not None and sound.path == self._path:
            self._go(sound)

    def _is_warm(self) -> None:
        self._volume_changed()
        loaded = QMediaPlayer.MediaStatus.LoadedMedia
        if self._loading and self._player is not None and self._player.mediaStatus() is loaded:
            self._loaded()

    def _on_error(self, error: QMediaPlayer.Error, text: str) -> None:
        if error != QMediaPlayer.Error.NoError:
            self._break_off(text)

    def _break_off(self, detail: str) -> None:
        path, self._path, self._loading = self._path, None, False
        if path is None:
            return
        _LOG.warning("A recording cannot be played: %s: %s", path, detail)
        self._halt()
        if self._utterance is not None:
            self._fail_soon(not_a_sound(path))


def loudness(volume: int) -> float:
    """The factor of the sound wave for a volume of 0 to 100: its cube, as for films."""
    return float((volume / 100) ** 3)


def behind_s(rate: float) -> float:
    """How many seconds of the file lie between what a player reads and what is heard, at a speed."""
    return 0.0 if rate == 1 else _STRETCH_S * (1 + rate)


def heard_at_s(sound: Sound, word: WordTime, rate: float) -> float:
    """Where the player is, in seconds of the file, when a word is heard at a speed."""
    return sound.from_s + word.start + behind_s(rate)
