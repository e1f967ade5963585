"""The voice of the version that is edited: lines without one, recordings made, listened to and taken away."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from lesson_player.foundation.i18n import tr
from lesson_player.model.voice import LEAD_BREAK, MadeBy
from lesson_player.operations.own_voice.record import make_recordings
from lesson_player.speech.making.maker import NotRecorded
from lesson_player.speech.utterance import Sound, Utterance

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lesson_player.desktop.jobs import Job, JobRunner
    from lesson_player.operations.own_voice.lines import VersionVoice, VoiceLine
    from lesson_player.operations.own_voice.record import Encode
    from lesson_player.operations.own_voice.store import OwnRecordings
    from lesson_player.speech.making.maker import Spoken
    from lesson_player.speech.making.manner import Manner
    from lesson_player.speech.port import Voice

_LOG = logging.getLogger(__name__)
MOST_ROWS = 120
"""Lines that are listed at once; those that are recorded make room for the rest."""


class StoppableSpeaker(Protocol):
    """Speaks lines until it is stopped."""

    def speak(self, line: Mapping[str, object]) -> Spoken:
        """Speak one line. Raises NotRecorded."""
        ...

    def stop(self) -> None:
        """Give up what is being spoken; any thread may ask for that."""
        ...

    def close(self) -> None:
        """Let go of everything, once nothing is being spoken."""
        ...


@dataclass(frozen=True, slots=True)
class Maker:
    """What makes recordings without a person, and why it is not there."""

    speaker: Callable[[], StoppableSpeaker]
    encode: Encode
    manner: Manner
    why_not: str = ""
    """One sentence; empty where it can be used."""


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One line, as the sheet lists it."""

    text: str
    """The spoken text, by which it is asked for."""
    words: str
    place: str
    """Title of its step; empty for what belongs to the lesson as a whole."""
    state: str
    """How its voice stands, in words."""
    recorded: bool


@dataclass(frozen=True, slots=True)
class VoiceView:
    """Everything that the sheet of voices shows."""

    rows: tuple[VoiceRow, ...]
    missing: int
    more: int
    """Lines that are not listed."""
    out_of_date: int
    maker_why_not: str
    share: float | None = None
    """How much of the work is done; None while nothing is made."""
    doing: str = ""
    heard: str = ""
    """The text that is listened to; empty for none."""


class VoiceController(QObject):
    """Has recordings made in the background, one line after the other, and says how they stand."""

    view_changed = Signal(object)
    """The `VoiceView`."""
    told = Signal(str)
    """For the coordinator: why something could not be done."""

    def __init__(
        self,
        look: Callable[[], VersionVoice],
        place: Callable[[str], str],
        recordings: OwnRecordings,
        maker: Maker,
        voice: Voice,
        jobs: JobRunner,
    ) -> None:
        """Args: look: says how the voice of the version stands now. place: the title of a step by its id."""
        super().__init__()
        self._look, self._place, self._jobs = look, place, jobs
        self.recordings, self._maker, self._voice = recordings, maker, voice
        self._job: Job[int] | None = None
        self._speaker: StoppableSpeaker | None = None
        self._progress: tuple[float, str] | None = None
        self._heard = ""
        voice.finished.connect(self._silent)
        voice.failed.connect(self._not_heard)

    @property
    def view(self) -> VoiceView:
        """What the sheet shows."""
        found = self._look()
        lines = sorted(found.lines, key=lambda one: one.recording is not None)[:MOST_ROWS]
        shown = {one.text for one in lines}
        share, doing = self._progress or (None, "")
        return VoiceView(
            rows=tuple(self._row(one) for one in found.lines if one.text in shown),
            missing=len(found.missing),
            more=len(found.lines) - len(lines),
            out_of_date=len(found.out_of_date),
            maker_why_not=self._maker.why_not,
            share=share,
            doing=doing,
            heard=self._heard,
        )

    def show(self) -> None:
        """Tell how it stands now."""
        self.view_changed.emit(self.view)

    def make_all(self) -> None:
        """Have every line made that nobody has spoken yet."""
        self.make(tuple(one.text for one in self._look().missing))

    def make(self, texts: Sequence[str]) -> None:
        """Have *texts* made in the background; nothing happens while others are."""
        if self._job is not None or not texts or self._maker.why_not:
            return
        self.be_silent()
        speaker = self._speaker = self._maker.speaker()
        maker, store = self._maker, self.recordings
        self._progress = (0.0, tr("The voice is being loaded."))
        self._job = self._jobs.run(
            lambda told: make_recordings(texts, maker.manner, speaker, maker.encode, store, told.at),
            lambda _count: None,
            self._failed,
        )
        self._job.progressed.connect(self._progressed)
        self._job.over.connect(self._over)
        self.show()

    def cancel(self) -> None:
        """Stop the work now; what was made by then stays."""
        if self._job is not None and self._speaker is not None:
            self._job.cancel()
            self._speaker.stop()

    def listen(self, text: str) -> None:
        """Play a recording; the one that plays stops, also where it is the same."""
        former = self._heard
        self.be_silent()
        recording = self.recordings.index.recording_of(text)
        if recording is None or former == text:
            return
        self._heard = text
        sound = Sound(self.recordings.path(recording), to_s=recording.seconds)
        self._voice.speak(Utterance(text, self.recordings.index.language, sound, recording.words))
        self.show()

    def be_silent(self) -> None:
        """Stop what plays."""
        if self._heard:
            self._heard = ""
            self._voice.stop()
            self.show()

    def remove(self, text: str) -> None:
        """Take a recording away."""
        self.be_silent()
        self._remove((text,))

    def remove_out_of_date(self) -> None:
        """Take every recording away whose line has other words now."""
        self._remove(self._look().out_of_date)

    def close(self) -> None:
        """Be silent and stop making."""
        self.be_silent()
        self.cancel()

    def _remove(self, texts: Sequence[str]) -> None:
        try:
            self.recordings.remove(texts)
        except OSError as error:
            _LOG.warning("A recording could not be taken away: %s", error)
            self.told.emit(not_written())
        self.show()

    def _row(self, line: VoiceLine) -> VoiceRow:
        words = line.text.replace(LEAD_BREAK, ": ", 1)
        state = tr("No recording yet")
        if line.recording is not None and line.recording.by is MadeBy.MICROPHONE:
            state = tr("Recorded here. The mark on each word is worked out, and not exact.")
        elif line.recording is not None:
            state = tr("Made by the voice pack")
        return VoiceRow(line.text, words, self._place(line.step), state, line.recording is not None)

    def _progressed(self, share: float, words: str) -> None:
        if self._job is not None:
            self._progress = (share, words)
            self.show()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, NotRecorded):
            self.told.emit(str(error))
        elif isinstance(error, OSError):
            _LOG.warning("A recording could not be written: %s", error)
            self.told.emit(not_written())
        else:
            _LOG.error("A recording could not be made", exc_info=error)
            self.told.emit(tr("The recording could not be made. What was recorded before is kept."))

    def _over(self, _job: object) -> None:
        speaker, self._speaker = self._speaker, None
        self._job, self._progress = None, None
        if speaker is not None:
            speaker.close()
        self.show()

    def _silent(self, _utterance: object) -> None:
        self._heard = ""
        self.show()

    def _not_heard(self, _utterance: object, words: str) -> None:
        self.told.emit(words)
        self._silent(None)


def not_written() -> str:
    """Why a recording could not be kept."""
    return tr(
        "The recording could not be saved: the disk may be full, or the folder may not be written to. "
        "What was recorded before is kept."
    )
