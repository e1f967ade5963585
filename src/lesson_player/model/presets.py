"""The presets that the program brings: one for each need in the table "What pupils need" of the design."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from lesson_player.model.appearance import Preset


@cache
def presets() -> dict[str, Preset]:
    """The program's presets by id, in the order in which they are offered."""
    data = tomllib.loads((files("lesson_player.model") / "presets.toml").read_text(encoding="utf-8"))
    return {name: Preset(id=name, **settings) for name, settings in data.items()}
