"""Who reads a lesson aloud and how: ``voice/voice.toml`` of the lesson."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lesson_voice import VoiceNotRecorded

FILE = "voice.toml"
VOICES = Path(__file__).resolve().parents[1] / "voices.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """One voice with its pace, and the words that it is told how to say."""

    voice: str
    speed: float
    """1.0 is the voice's own pace."""
    slowest: float
    """The least speed that a line is slowed down to."""
    pause: float
    """Between two sentences, in seconds."""
    most_words_a_minute: float
    """A line that comes out faster is spoken again more slowly."""
    sayings: Mapping[str, str]
    voice_sha256: str
    """The checksum of the voice, as it is pinned."""

    def line(self, said: str, speed: float | None = None) -> dict[str, Any]:
        """What the voice maker is asked for, with all of its fields, so that the line has one key."""
        used = {word: saying for word, saying in self.sayings.items() if word in said}
        return {
            "text": said,
            "voice": self.voice,
            "speed": speed or self.speed,
            "pitch": 1.0,
            "pause": self.pause,
            "sayings": used,
            "crisp": True,
        }


def read_settings(folder: Path) -> Settings:
    """Read ``voice.toml`` in *folder*. Raises :class:`VoiceNotRecorded` with one line."""
    path = folder / FILE
    known = tomllib.loads(VOICES.read_text("utf-8"))["voices"]
    try:
        read = tomllib.loads(path.read_text("utf-8"))
        voice = read["voice"]
        settings = Settings(
            voice=str(voice["name"]),
            speed=float(voice["speed"]),
            slowest=float(voice["slowest"]),
            pause=float(voice["pause"]),
            most_words_a_minute=float(voice["most_words_a_minute"]),
            sayings={str(word): str(saying) for word, saying in read.get("sayings", {}).items()},
            voice_sha256=known.get(voice["name"], ""),
        )
    except OSError as fault:
        raise VoiceNotRecorded(f"There is no {path}: it says which voice reads the lesson.") from fault
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise VoiceNotRecorded(f"{path} cannot be used: {fault}") from fault
    if not settings.voice_sha256:
        raise VoiceNotRecorded(f"{path} names the voice {settings.voice}; there are only {', '.join(known)}.")
    return settings
