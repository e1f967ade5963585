"""Ask the voice maker (``packaging/voice``) for every line of the script; answers are kept for next time."""

from __future__ import annotations

import importlib.util
import json
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from film_maker import FilmNotMade
from film_maker.script import Script

REPOSITORY = Path(__file__).resolve().parents[4]
VOICE_MAKER = REPOSITORY / "packaging" / "voice"
STORE = REPOSITORY / "build" / "voice" / "lines"
RATE = 24_000


@dataclass(frozen=True, slots=True)
class Word:
    """A spoken word with its times in seconds."""

    text: str
    start: float
    end: float

    def moved(self, seconds: float) -> Word:
        """Return the word ``seconds`` later."""
        return Word(self.text, round(self.start + seconds, 3), round(self.end + seconds, 3))


@dataclass(frozen=True, slots=True)
class Spoken:
    """A recorded line: mono sound at 24 kHz, signed 16 bit, and its words."""

    pcm: bytes
    seconds: float
    words: tuple[Word, ...]


def _set_up() -> ModuleType:
    spec = importlib.util.spec_from_file_location("voice_set_up", VOICE_MAKER / "set_up.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def record(requests: list[tuple[str, str]], script: Script) -> list[Spoken]:
    """Speak (voice, text) pairs in order. Raises :class:`FilmNotMade` when the voice maker cannot."""
    set_up = _set_up()
    if not set_up.is_ready():
        raise FilmNotMade("The voices are not here yet. Run this first: python packaging/voice/set_up.py")
    lines = [{"text": text, **script.voices[by]} for by, text in requests]
    done = subprocess.run(
        [str(set_up.python()), "-m", "voice_maker", str(set_up.BUILD / "voices"), str(STORE)],
        input=json.dumps(lines),
        capture_output=True,
        text=True,
        check=False,
        cwd=VOICE_MAKER,
    )
    if done.returncode != 0:
        raise FilmNotMade(
            f"The voices could not be made: {(done.stderr.strip() or 'no reason given').splitlines()[-1]}"
        )
    return [_spoken(answer) for answer in json.loads(done.stdout)]


def _spoken(answer: dict[str, object]) -> Spoken:
    words = answer["words"]
    assert isinstance(words, list)
    pcm = (STORE / str(answer["sound"])).read_bytes()
    return Spoken(pcm, len(pcm) / 2 / RATE, tuple(Word(*word) for word in words))


def record_script(script: Script) -> dict[str, Spoken]:
    """Speak every line and every description; the keys are line ids, and ``see:SCENE`` for descriptions."""
    names: list[str] = []
    requests: list[tuple[str, str]] = []
    for name, by, text in _requests(script):
        names.append(name)
        requests.append((by, text))
    return dict(zip(names, record(requests, script), strict=True))


def _requests(script: Script) -> Iterable[tuple[str, str, str]]:
    for scene in script.scenes:
        if scene.see:
            yield f"see:{scene.id}", "Describer", scene.see
        for line in scene.lines:
            yield line.id, line.by, line.say
