"""Read ``script.yaml``: who says what, in which scene, and what the film's moments are called."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

DEFAULT_AFTER = 0.55
"""Rest after a line in seconds: time to take it in."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of speech. ``easy`` holds the easy-read captions, one sentence each."""

    by: str
    say: str
    id: str
    easy: tuple[str, ...]
    after: float


@dataclass(frozen=True, slots=True)
class Scene:
    """One drawn scene; ``begins`` and ``stop`` are moments of the film."""

    id: str
    begins: str | None
    stop: str | None
    chapter: str | None
    see: str | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """Everything that people hear or read in the film."""

    title: str
    notice: str
    voices: dict[str, dict[str, Any]]
    moments: dict[str, str]
    scenes: tuple[Scene, ...]
    words: dict[str, str]
    """Words that are drawn in the picture, by name."""


def read_script(path: Path) -> Script:
    """Read the script. It is our own file, so a fault in it is a plain ``KeyError``."""
    data = yaml.safe_load(path.read_text("utf-8"))
    words = {name: data[name] for name in ("signer_card", "sample_mark", "sample_title", "title", "notice")}
    words |= {f"card-{name}": text for name, text in data["cards"].items()}
    words |= {f"screen-{name}": text for name, text in data["screen_words"].items()}
    return Script(
        title=data["title"],
        notice=data["notice"],
        voices=data["voices"],
        moments=data["moments"],
        scenes=tuple(_scene(entry) for entry in data["scenes"]),
        words=words,
    )


def _scene(entry: dict[str, Any]) -> Scene:
    return Scene(
        id=entry["id"],
        begins=entry.get("moment"),
        stop=entry.get("stop"),
        chapter=entry.get("chapter"),
        see=entry.get("see"),
        lines=tuple(_line(line, f"{entry['id']}-{number}") for number, line in enumerate(entry["lines"], 1)),
    )


def _line(entry: dict[str, Any], name: str) -> Line:
    return Line(
        by=entry["by"],
        say=entry["say"],
        id=entry.get("id", name),
        easy=tuple(entry.get("easy", sentences(entry["say"]))),
        after=entry.get("after", DEFAULT_AFTER),
    )


def sentences(text: str) -> list[str]:
    """Split a line after full stops, question and exclamation marks; closing quotes stay with theirs."""
    parts = [""]
    for word in text.split():
        parts[-1] = f"{parts[-1]} {word}".strip()
        if word.rstrip("”’\"'")[-1:] in {".", "!", "?"}:
            parts.append("")
    return [part for part in parts if part]
