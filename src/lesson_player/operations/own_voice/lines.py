"""The lines of a version that the lesson's own voice does not speak, and how each of them stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.model.spoken import class_texts

if TYPE_CHECKING:
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.model.lesson import Lesson, Wording
    from lesson_player.model.voice import Recording, VoiceIndex


@dataclass(frozen=True, slots=True)
class VoiceLine:
    """One text that the class reads in the version, and that the lesson's own voice does not speak."""

    text: str
    """As `model.voice.spoken_text` gives it."""
    step: str
    """Id of the step; empty for what belongs to the lesson as a whole."""
    recording: Recording | None = None
    """What was recorded for it; None when nobody has spoken it yet."""


@dataclass(frozen=True, slots=True)
class VersionVoice:
    """How the voice of a version stands."""

    lines: tuple[VoiceLine, ...] = ()
    """In the order in which the class meets them."""
    out_of_date: tuple[str, ...] = ()
    """Texts that were recorded, and that no line of the version has any more. They are not played."""

    @property
    def missing(self) -> tuple[VoiceLine, ...]:
        """The lines that nobody has spoken yet."""
        return tuple(one for one in self.lines if one.recording is None)


def version_voice(
    bundle: LessonBundle, lesson: Lesson, wording: Wording, own: VoiceIndex | None
) -> VersionVoice:
    """How the voice of *lesson*, a version of the lesson of *bundle*, stands.

    *own* is what was recorded for the version. A recording is found by the words that it speaks, so one whose
    line was worded anew is out of date, and is right again once the words are what they were.
    """
    lines = []
    for one in class_texts(lesson, wording, bundle.services):
        recording = own.recording_of(one.text) if own is not None else None
        if recording is not None or bundle.voice is None or bundle.voice.recording_of(one.text) is None:
            lines.append(VoiceLine(one.text, one.step, recording))
    needed = {one.text for one in lines}
    former = own.recordings.values() if own is not None else ()
    return VersionVoice(tuple(lines), tuple(one.text for one in former if one.text not in needed))
