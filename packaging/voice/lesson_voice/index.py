"""What is to be recorded, what is recorded already, and the list that tells the player of it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from voice_maker.recipe import line_key

from lesson_player.model.voice import Recording, WordTime, recording_key
from lesson_player.speech.making.manner import said
from lesson_voice.settings import Settings
from lesson_voice.sound import ENCODING, LEAD_SECONDS
from lesson_voice.speech import Spoken


@dataclass(frozen=True, slots=True)
class Wanted:
    """One text that has to be recorded."""

    text: str
    key: str
    """Its name in the list."""
    file: str
    """The name of its sound. It changes with all that changes the sound, so no file is ever overwritten.
    Texts that sound alike, such as “Film” and “Film.”, share one."""


def wanted(texts: Iterable[str], settings: Settings, language: str) -> list[Wanted]:
    """Every text with the names of its recording."""
    return [
        Wanted(text, recording_key(text, language, settings.voice), _file_name(text, settings))
        for text in texts
    ]


def _file_name(text: str, settings: Settings) -> str:
    line = line_key(settings.line(said(text)), settings.voice_sha256)
    recipe = [line, settings.slowest, settings.most_words_a_minute, LEAD_SECONDS, ENCODING]
    return f"{hashlib.sha256(json.dumps(recipe).encode()).hexdigest()[:16]}.opus"


def recording(one: Wanted, spoken: Spoken, opus: bytes, seconds: float) -> Recording:
    """The list's entry of a line: its words' times moved to where they are in the file."""
    times = [(round(LEAD_SECONDS + start, 3), round(LEAD_SECONDS + end, 3)) for start, end in spoken.words]
    words = _words(one.text, times)
    return Recording(text=one.text, file=one.file, seconds=round(seconds, 3), size=len(opus), words=words)


def with_same_sound(one: Wanted, former: Recording) -> Recording:
    """The entry of a line whose sound is there already, under a text that sounds the same."""
    words = _words(one.text, [(word.start, word.end) for word in former.words])
    return former.model_copy(update={"text": one.text, "words": words})


def _words(text: str, times: Sequence[tuple[float, float]]) -> tuple[WordTime, ...]:
    return tuple(
        WordTime(word=place.group(), start=start, end=end, at=place.start())
        for place, (start, end) in zip(re.finditer(r"\S+", text), times, strict=True)
    )
