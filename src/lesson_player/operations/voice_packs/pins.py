"""What a voice pack is made of, and which packs this program trusts: ``pins.toml``."""

from __future__ import annotations

import platform
import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Input:
    """One file that a pack is made of."""

    file: str
    sha256: str
    take: tuple[tuple[str, str], ...]
    """What of it goes where in the pack; a folder ends in a slash. Files that go to one place are joined."""
    leave: tuple[str, ...] = ()
    """How the names of those begin that are not taken."""
    licence: str = ""
    platform: str = ""
    """For which computers it is; empty for all."""


@dataclass(frozen=True, slots=True)
class Pins:
    """Everything that is pinned."""

    title: str
    voices: Mapping[str, str]
    """Names of the voices by id."""
    inputs: tuple[Input, ...]
    own: Mapping[str, str]
    """Checksums of the voice maker's own files."""
    packs: Mapping[str, str]
    """By platform: the checksum of the list of the pack that is trusted; empty where none was built yet."""

    def inputs_for(self, name: str) -> tuple[Input, ...]:
        """What a pack for the platform of that name is made of."""
        return tuple(one for one in self.inputs if one.platform in {"", name})


@cache
def pins() -> Pins:
    """What this version of the program pins."""
    text = (files("lesson_player.operations.voice_packs") / "pins.toml").read_text(encoding="utf-8")
    return pins_from(tomllib.loads(text))


def pins_from(data: Mapping[str, Any]) -> Pins:
    """The pins that *data* says."""
    inputs = tuple(
        Input(
            **{
                **one,
                "take": tuple((source, target) for source, target in one["take"]),
                "leave": tuple(one.get("leave", ())),
            }
        )
        for one in data["inputs"]
    )
    return Pins(data["title"], data["voices"], inputs, data["own"], data["packs"])


def this_platform() -> str:
    """The name of this computer's kind: system, processor and Python, which compiled parts are made for."""
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    return f"{system}-{platform.machine().lower()}-cp{sys.version_info[0]}{sys.version_info[1]}"
