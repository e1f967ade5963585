"""A recorded voice made in memory or in a folder, without sound."""

from __future__ import annotations

import re
from pathlib import Path

from lesson_player.model.voice import (
    VOICE_FOLDER,
    Recording,
    VoiceIndex,
    WordTime,
    recording_key,
)

LANGUAGE, VOICE = "en-GB", "test-voice"
SOUND = b"sound"


def recording(text: str, file: str = "") -> Recording:
    """A recording in which each word takes half a second, after a tenth of silence."""
    words = tuple(
        WordTime(word=place.group(), start=0.1 + number / 2, end=0.6 + number / 2, at=place.start())
        for number, place in enumerate(re.finditer(r"\S+", text))
    )
    name = file or f"{recording_key(text, LANGUAGE, VOICE)}.opus"
    return Recording(text=text, file=name, seconds=words[-1].end, size=len(SOUND), words=words)


def voice(*texts: str) -> VoiceIndex:
    """A voice that has these spoken texts."""
    return VoiceIndex(
        format=1,
        language=LANGUAGE,
        voice=VOICE,
        recordings={recording_key(text, LANGUAGE, VOICE): recording(text) for text in texts},
    )


def write_voice(lesson_folder: Path, index: VoiceIndex) -> Path:
    """Put a voice into a lesson's folder; gives its list."""
    folder = lesson_folder / VOICE_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for one in index.recordings.values():
        (folder / one.file).write_bytes(SOUND)
    path = folder / "index.json"
    path.write_text(index.model_dump_json(indent=1), encoding="utf-8")
    return path
