"""Ask the voice maker for lines; its answers are kept in ``build/voice/lines`` for next time."""

from __future__ import annotations

import importlib.util
import json
import math
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from lesson_player.speech.making.manner import PACED_WORDS, said, words_a_minute
from lesson_voice import VoiceNotRecorded
from lesson_voice.settings import Settings

VOICE_MAKER = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line as the voice maker spoke it: mono sound at 24 kHz, signed 16 bit, and its words' times."""

    pcm: bytes
    words: tuple[tuple[float, float], ...]
    """Start and end of each word in seconds."""


def speak_paced(texts: Sequence[str], settings: Settings, store: Path) -> list[Spoken]:
    """Speak texts in order; those that come out too fast are spoken again, more slowly.

    Raises :class:`VoiceNotRecorded` with one line when the voice maker cannot.
    """
    spoken = speak([settings.line(said(text)) for text in texts], store)
    again: dict[int, float] = {}
    for number, one in enumerate(spoken):
        pace = words_a_minute(one.words)
        if len(one.words) >= PACED_WORDS and pace > settings.most_words_a_minute:
            speed = settings.speed * settings.most_words_a_minute / pace
            again[number] = max(settings.slowest, math.floor(speed * 100) / 100)
    slower = speak([settings.line(said(texts[number]), speed) for number, speed in again.items()], store)
    for number, one in zip(again, slower, strict=True):
        spoken[number] = one
    return spoken


def speak(lines: Sequence[dict[str, Any]], store: Path) -> list[Spoken]:
    """Speak lines in order. Raises :class:`VoiceNotRecorded` with one line when the voice maker cannot."""
    set_up = _set_up()
    if not set_up.is_ready():
        raise VoiceNotRecorded(
            "The voices are not here yet. Run this first: python packaging/voice/set_up.py"
        )
    done = subprocess.run(
        [str(set_up.python()), "-m", "voice_maker", str(set_up.BUILD / "voices"), str(store)],
        input=json.dumps(list(lines)),
        capture_output=True,
        text=True,
        check=False,
        cwd=VOICE_MAKER,
    )
    if done.returncode != 0:
        reason = (done.stderr.strip() or "no reason given").splitlines()[-1]
        raise VoiceNotRecorded(f"The lesson could not be spoken: {reason}")
    answers = json.loads(done.stdout)
    return [_spoken(answer, line["text"], store) for answer, line in zip(answers, lines, strict=True)]


def _spoken(answer: dict[str, Any], text: str, store: Path) -> Spoken:
    if [word for word, _, _ in answer["words"]] != text.split():
        raise VoiceNotRecorded(f"The voice maker did not time every word of this line: {text}")
    times = tuple((start, end) for _, start, end in answer["words"])
    return Spoken((store / str(answer["sound"])).read_bytes(), times)


def _set_up() -> ModuleType:
    spec = importlib.util.spec_from_file_location("voice_set_up", VOICE_MAKER / "set_up.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
