"""What decides how a line sounds, known without the speech network: so a script can tell what is recorded."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

RECIPE = 2
"""Raise it when the same line would now sound different, so that stored lines are made again."""

MODEL_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"

SAYINGS: dict[str, str] = {
    "Ms": "mˈɪz",
    "Okafor": "Qkˈɑːfɔː",
    "Maya": "mˈIə",
    "SkyFox": "skˈIfɒks",
    "SkyFox's": "skˈIfɒksɪz",
}
"""Words of our own stories that no dictionary has, as phonemes. Requests may add to them."""


def line_key(line: Mapping[str, Any], voice_sha256: str) -> str:
    """The name under which a line is stored: it changes with anything that changes the sound.

    ``line`` holds the fields of :class:`voice_maker.speak.Line`, all of them but those that are None.
    """
    fields = {name: value for name, value in line.items() if value is not None}
    recipe = [RECIPE, MODEL_SHA256, voice_sha256, SAYINGS, fields]
    return hashlib.sha256(json.dumps(recipe, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:24]
