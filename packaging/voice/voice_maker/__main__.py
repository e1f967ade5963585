"""``python -m voice_maker VOICES STORE < lines.json``: speak many lines, each kept in a store by its text.

Standard input is a JSON list of lines (the fields of :class:`voice_maker.speak.Line`). Standard output is a
JSON list in the same order: ``{"sound": NAME.pcm, "seconds": ..., "words": [[text, start, end], ...]}``, with
the sound files in STORE. A line that is in the store already is not spoken again. Exit code 1 with one
clear line on standard error when a voice or the model is missing; nothing half-written is left.
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from voice_maker.engine import Engine, VoiceUnavailable
from voice_maker.recipe import line_key
from voice_maker.speak import Line, Recording, speak


def stored_key(line: Line, voices: Path) -> str:
    """The name under which a line is stored."""
    voice = voices / f"{line.voice}.bin"
    voice_sum = hashlib.sha256(voice.read_bytes()).hexdigest() if voice.is_file() else ""
    return line_key(asdict(line), voice_sum)


def store_line(store: Path, key: str, recording: Recording) -> None:
    """Write sound and word times, the times last: a line counts as stored once they are there."""
    times = {
        "sound": f"{key}.pcm",
        "seconds": round(recording.seconds, 3),
        "words": [[word.text, word.start, word.end] for word in recording.words],
    }
    _write(store / f"{key}.pcm", recording.pcm)
    _write(store / f"{key}.json", json.dumps(times, ensure_ascii=False).encode())


def _write(path: Path, content: bytes) -> None:
    part = path.with_suffix(path.suffix + ".part")
    part.write_bytes(content)
    part.replace(path)


def speak_all(lines: list[Line], voices: Path, store: Path) -> list[dict[str, Any]]:
    """Speak the lines that the store does not hold, and return where each one is."""
    store.mkdir(parents=True, exist_ok=True)
    engine: Engine | None = None
    answers = []
    for line in lines:
        key = stored_key(line, voices)
        if not (store / f"{key}.json").is_file():
            engine = engine or Engine(voices)
            store_line(store, key, speak(engine, line))
        answers.append(json.loads((store / f"{key}.json").read_text("utf-8")))
    return answers


def main() -> int:
    """Read lines from standard input, answer on standard output."""
    try:
        lines = [Line(**fields) for fields in json.load(sys.stdin)]
        answers = speak_all(lines, Path(sys.argv[1]), Path(sys.argv[2]))
    except (VoiceUnavailable, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    json.dump(answers, sys.stdout, ensure_ascii=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
