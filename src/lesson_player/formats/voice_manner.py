"""How a lesson is read aloud, where somebody has written it down: ``voice/voice.toml`` of the lesson."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from lesson_player.formats.safe_path import inside
from lesson_player.formats.text_file import read_bytes
from lesson_player.model.limits import TEXT_FILE_BYTES
from lesson_player.model.voice import VOICE_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

FILE = f"{VOICE_FOLDER}/voice.toml"
_MOST = 500
_LONGEST = 120


def read_sayings(lesson_folder: Path) -> dict[str, str]:
    """How words of the lesson are said that a dictionary gets wrong; empty where nothing sound is written.

    Never raises for what is in the file: a lesson comes from strangers, and without it its lines are read all
    the same.
    """
    path = inside(lesson_folder, FILE)
    data = read_bytes(path, FILE, TEXT_FILE_BYTES)[0] if path is not None and path.is_file() else None
    if data is None:
        return {}
    try:
        found = tomllib.loads(data.decode("utf-8")).get("sayings", {})
    except (ValueError, RecursionError):
        return {}
    said = found.items() if isinstance(found, dict) else ()
    sound = ((word, one) for word, one in said if isinstance(one, str) and 0 < len(one) <= _LONGEST)
    return dict(list(sound)[:_MOST])
