"""A line recorded with a microphone: begun, ended, listened to, and kept or recorded again."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from lesson_player.control.editing.voice import not_written
from lesson_player.foundation.i18n import tr
from lesson_player.operations.own_voice.record import take_recording
from lesson_player.speech.making.maker import NotRecorded
from lesson_player.speech.utterance import Sound, Utterance

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from lesson_player.desktop.jobs import JobRunner
    from lesson_player.model.voice import Recording
    from lesson_player.operations.own_voice.record import Encode
    from lesson_player.operations.own_voice.store import OwnRecordings
    from lesson_player.speech.port import Voice

_LOG = logging.getLogger(__name__)
LONGEST_S = 60
"""Seconds after which a recording ends by itself: no line of a lesson takes as long."""
_TICK_MS = 1000
_QUIET, _LOUD = 0.05, 0.9
"""Shares of full scale between which a voice is well heard."""


class Microphone(Protocol):
    """Hears, and says how loud it is."""

    @property
    def level(self) -> SignalInstance:
        """Tells the loudest sample of the last moment, 0 to 1."""
        ...

    @property
    def failed(self) -> SignalInstance:
        """Tells in one sentence why nothing is heard any more."""
        ...

    def why_not(self) -> str:
        """One sentence why there is none; empty where there is."""
        ...

    def start(self) -> None:
        """Begin to hear."""
        ...

    def stop(self) -> tuple[bytes, int]:
        """Hear no more; gives what was heard, mono of signed 16 bit, and its samples a second."""
        ...


class Stage(StrEnum):
    """Where the recording of a line stands."""

    READY = "ready"
    HEARING = "hearing"
    WORKING = "working"
    TAKEN = "taken"
    HEARD = "heard"
    """It is listened to."""


@dataclass(frozen=True, slots=True)
class TakeView:
    """What the sheet that records shows."""

    text: str
    stage: Stage = Stage.READY
    seconds: int = 0
    """For how long it has been recorded."""
    length_s: float = 0.0
    """Of what was taken."""
    why_not: str = ""
    """Why nothing can be recorded; empty where it can."""


class LineRecorder(QObject):
    """Records one line at a time. What is not kept is nowhere once the sheet is closed."""

    view_changed = Signal(object)
    """The `TakeView`."""
    loudness = Signal(float, str)
    """0 to 1, and in words."""
    told = Signal(str)
    kept = Signal(str)
    """The text of the line."""

    def __init__(
        self,
        recordings: OwnRecordings,
        microphone: Microphone,
        encode: Encode,
        voice: Voice,
        jobs: JobRunner,
        forbidden: str = "",
    ) -> None:
        """Args: forbidden: why the school does not allow it; empty where it does."""
        super().__init__()
        self._recordings, self._microphone, self._encode = recordings, microphone, encode
        self._voice, self._jobs, self._forbidden = voice, jobs, forbidden
        self._folder: TemporaryDirectory[str] | None = None
        self._taken: tuple[Recording, bytes] | None = None
        self.view = TakeView("", why_not=forbidden or microphone.why_not())
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._second)
        microphone.level.connect(self._on_level)
        microphone.failed.connect(self._on_failed)
        voice.finished.connect(self._silent)
        voice.failed.connect(self._not_heard)

    def why_not(self) -> str:
        """Why no line can be recorded now; empty where one can."""
        return self._forbidden or self._microphone.why_not()

    def begin(self, text: str) -> None:
        """Get ready to record the line of that text."""
        self.close()
        self._become(TakeView(text, why_not=self.why_not()))

    def record(self) -> None:
        """Begin to hear; what was taken before is forgotten."""
        if self.view.why_not or self.view.stage in {Stage.HEARING, Stage.WORKING}:
            return
        self._voice.stop()
        self._taken = None
        self._become(TakeView(self.view.text, Stage.HEARING))
        self._tick.start()
        self._microphone.start()

    def stop(self) -> None:
        """Hear no more, and get ready what was heard."""
        if self.view.stage is not Stage.HEARING:
            return
        self._tick.stop()
        text, encode = self.view.text, self._encode
        pcm, rate = self._microphone.stop()
        self._become(TakeView(text, Stage.WORKING))
        self._jobs.run(
            lambda _told: take_recording(text, pcm, rate, encode),
            lambda taken: self._take(text, taken),
            lambda error: self._not_taken(text, error),
        )

    def listen(self) -> None:
        """Play what was taken, or be silent again."""
        if self.view.stage is Stage.HEARD:
            self._voice.stop()
            self._silent(None)
        elif self.view.stage is Stage.TAKEN and self._taken is not None:
            recording, opus = self._taken
            if self._folder is None:
                self._folder = TemporaryDirectory(prefix="lesson-player-take-", ignore_cleanup_errors=True)
            path = Path(self._folder.name) / "take.opus"
            try:
                path.write_bytes(opus)
            except OSError:
                self.told.emit(not_written())
                return
            self._become(TakeView(self.view.text, Stage.HEARD, length_s=recording.seconds))
            sound = Sound(path, to_s=recording.seconds)
            self._voice.speak(Utterance(recording.text, words=recording.words, sound=sound))

    def keep(self) -> bool:
        """Keep what was taken; whether it was kept."""
        if self._taken is None:
            return False
        self._voice.stop()
        try:
            self._recordings.keep(*self._taken)
        except OSError as error:
            _LOG.warning("A recording could not be written: %s", error)
            self.told.emit(not_written())
            return False
        text = self.view.text
        self.close()
        self.kept.emit(text)
        return True

    def close(self) -> None:
        """Hear no more, and forget what was not kept."""
        self._tick.stop()
        if self.view.stage is Stage.HEARING:
            self._microphone.stop()
        if self.view.stage is Stage.HEARD:
            self._voice.stop()
        self._taken = None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
        self._become(TakeView(""))

    def _become(self, view: TakeView) -> None:
        self.view = view
        self.view_changed.emit(view)

    def _second(self) -> None:
        seconds = self.view.seconds + 1
        self._become(TakeView(self.view.text, Stage.HEARING, seconds))
        if seconds >= LONGEST_S:
            self.stop()

    def _take(self, text: str, taken: tuple[Recording, bytes]) -> None:
        if self.view == TakeView(text, Stage.WORKING):
            self._taken = taken
            self._become(TakeView(text, Stage.TAKEN, length_s=taken[0].seconds))

    def _not_taken(self, text: str, error: Exception) -> None:
        if not isinstance(error, NotRecorded):
            _LOG.error("What was heard could not be used", exc_info=error)
        if self.view.text == text:
            self._become(TakeView(text, why_not=self.why_not()))
            self.told.emit(
                str(error) if isinstance(error, NotRecorded) else tr("The recording could not be made.")
            )

    def _on_level(self, level: float) -> None:
        if self.view.stage is Stage.HEARING:
            quiet, loud = tr("Too quiet"), tr("Too loud")
            self.loudness.emit(level, quiet if level < _QUIET else loud if level > _LOUD else tr("Good"))

    def _on_failed(self, words: str) -> None:
        if self.view.stage is Stage.HEARING:
            self._tick.stop()
            self._microphone.stop()
            self._become(TakeView(self.view.text, why_not=self.why_not()))
            self.told.emit(words)

    def _silent(self, _utterance: object) -> None:
        if self.view.stage is Stage.HEARD:
            self._become(TakeView(self.view.text, Stage.TAKEN, length_s=self.view.length_s))

    def _not_heard(self, _utterance: object, words: str) -> None:
        if self.view.stage is Stage.HEARD:
            self.told.emit(words)
            self._silent(None)
