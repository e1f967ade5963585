"""Speak line after line for a program that waits for each: ``serve(voices)`` in a process of its own.

Standard input has one JSON object a line (the fields of :class:`voice_maker.speak.Line`). For each, standard
output has one: ``{"words": [[text, start, end], ...], "sound": ...}``, the sound as base64 of mono samples at
24 kHz, or ``{"fault": ...}`` where the line cannot be spoken. Nothing is written to any file.
"""

from __future__ import annotations

import base64
import json
import sys
from pathlib import Path
from typing import Any

from voice_maker.engine import Engine
from voice_maker.speak import Line, speak


def serve(voices: Path) -> None:
    """Answer until standard input ends. Raises :class:`~voice_maker.engine.VoiceUnavailable`."""
    engine = Engine(voices)
    for given in sys.stdin:
        print(json.dumps(_answer(engine, given), ensure_ascii=True), flush=True)


def _answer(engine: Engine, given: str) -> dict[str, Any]:
    try:
        recording = speak(engine, Line(**json.loads(given)))
    except (ValueError, TypeError, LookupError) as fault:
        return {"fault": str(fault) or type(fault).__name__}
    words = [[word.text, float(word.start), float(word.end)] for word in recording.words]
    return {"words": words, "sound": base64.b64encode(recording.pcm).decode("ascii")}
