"""Recorded voice: which sound file speaks a text, and when each of its words is heard.

A lesson has a recorded voice in its folder ``voice``; an adaptation has one for the lines that it words
anew, in the folder ``voice`` beside its pictures.
"""

from __future__ import annotations

import hashlib
import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from lesson_player.model.base import Duration, Text, Value

VOICE_FOLDER = "voice"
"""The folder of a lesson in which its recordings are."""
LEAD_BREAK = "\n"
"""Stands between a row's bold word and its sentence; one character, as in the text that is painted."""
KEY_DIGITS = 24
"""Hexadecimal digits of a key: 96 bits, so that no two texts of any lesson meet."""
OWN_VOICE = "own"
"""The name of the voice of an adaptation, whoever speaks in it."""

_STRONG = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


def spoken_text(text: str, lead: str = "") -> str:
    """What is read aloud for *text*, under a bold *lead* where there is one.

    Without the marks of strong words, and with one space between words, as the class sees it.
    """
    plain = " ".join(_STRONG.sub(r"\1", text).split())
    return f"{spoken_text(lead)}{LEAD_BREAK}{plain}" if lead else plain


def recording_key(spoken: str, language: str, voice: str) -> str:
    """The name under which the recording of a spoken text is kept."""
    return hashlib.sha256(f"{language}\0{voice}\0{spoken}".encode()).hexdigest()[:KEY_DIGITS]


class WordTime(Value):
    """When one word is heard, and where it stands in the text."""

    word: Annotated[str, Field(min_length=1)]
    """The word as it is written, with the marks at its ends."""
    start: Duration
    """When it is first heard, in seconds from the start of the recording."""
    end: Duration
    """When it is over, in seconds."""
    at: Annotated[int, Field(ge=0)]
    """The place of its first letter in the recording's text, counted from 0."""


class MadeBy(StrEnum):
    """How a recording came about."""

    MAKER = "maker"
    """By a speech model, which knows when each word is heard."""
    MICROPHONE = "microphone"
    """Somebody spoke it. When each word is heard is worked out from its length, and is not exact."""


class Recording(Value):
    """One text, spoken."""

    text: Annotated[str, Field(min_length=1, max_length=801)]
    """What is read aloud: without marks; a bold word and its sentence stand on two lines."""
    file: Text
    """The sound, a file in the lesson's folder ``voice``: Opus, mono."""
    seconds: Annotated[float, Field(gt=0.0, allow_inf_nan=False)]
    """How long it lasts."""
    size: Annotated[int, Field(gt=0)]
    """Bytes of the file, by which a copy that was cut off is noticed."""
    words: Annotated[tuple[WordTime, ...], Field(min_length=1)]
    """Every word of the text, in order."""
    by: MadeBy = MadeBy.MAKER

    def word_at(self, seconds: float) -> WordTime | None:
        """The word to highlight at a time of the recording: the one heard last; None before the first."""
        heard = [word for word in self.words if word.start <= seconds]
        return heard[-1] if heard else None


class VoiceIndex(Value):
    """All recordings of a lesson, ``voice/index.json``. A program makes it; people need not."""

    format: Literal[1]
    language: Text
    """The language that is spoken, such as ``en-GB``."""
    voice: Text
    """The name of the voice, by which its recordings are told from another voice's."""
    recordings: dict[str, Recording]
    """By key: the first 24 digits of the SHA-256 of language, voice and text, with NULs between."""

    def recording_for(self, text: str, lead: str = "") -> Recording | None:
        """The recording of a line as the lesson has it; None when nobody has spoken it yet.

        Args:
            text: the line, with or without its ``**``.
            lead: the bold word or name that stands before it, as for key words and services.
        """
        return self.recording_of(spoken_text(text, lead))

    def recording_of(self, spoken: str) -> Recording | None:
        """The recording of a text that is as `spoken_text` gives it; None when there is none."""
        return self.recordings.get(recording_key(spoken, self.language, self.voice))

    def with_recording(self, recording: Recording) -> VoiceIndex:
        """This list with one more recording, or another one of its text."""
        key = recording_key(recording.text, self.language, self.voice)
        return self.model_copy(update={"recordings": {**self.recordings, key: recording}})

    def without(self, spoken: str) -> VoiceIndex:
        """This list without the recording of a text."""
        gone = recording_key(spoken, self.language, self.voice)
        left = {key: one for key, one in self.recordings.items() if key != gone}
        return self.model_copy(update={"recordings": left})


class FoundRecording(Value):
    """A recording with the place of its sound."""

    recording: Recording
    path: Path
    language: str
