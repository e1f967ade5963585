"""Write ``film.yaml``: versions, tracks, named moments, chapters and checksums."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import yaml

from film_maker.picture.bsl import SIGNER
from film_maker.script import Script
from film_maker.timeline import Timeline
from film_maker.tracks import SUFFIXES

TITLES = {"film": "Film", "bsl": "British Sign Language version"}
FILES = {"film": "mayas-story.webm", "bsl": "mayas-story-bsl.webm"}


@dataclass(frozen=True, slots=True)
class Made:
    """A finished version: its file, its length in seconds, its loudness in LUFS, its timeline."""

    file: Path
    duration: float
    loudness: float
    timeline: Timeline


class _Inline(dict[str, object]):
    """A mapping that is written on one line."""


class _Writer(yaml.SafeDumper):
    """YAML with short mappings on one line, and no aliases."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


_Writer.add_representer(
    _Inline, lambda writer, data: writer.represent_mapping("tag:yaml.org,2002:map", data, flow_style=True)
)


def manifest(script: Script, made: dict[str, Made]) -> str:
    """The manifest's text."""
    data = {
        "format": 1,
        "id": "mayas-story",
        "edition": "sample",
        "title": script.title,
        "language": "en-GB",
        "notice": script.notice,
        "moments": [_Inline(id=name, title=title) for name, title in script.moments.items()],
        "chapters": [
            _Inline(moment=scene.begins, title=scene.chapter) for scene in script.scenes if scene.chapter
        ],
        "versions": {name: _version(name, version) for name, version in made.items()},
    }
    head = "# Written by source/make_film.py; do not edit. Times are seconds.\n"
    return head + yaml.dump(data, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=120)


def _version(name: str, made: Made) -> dict[str, object]:
    suffix = SUFFIXES[name]
    version: dict[str, object] = {
        "title": TITLES[name],
        "file": FILES[name],
        "duration": round(made.duration, 3),
        "sha256": hashlib.sha256(made.file.read_bytes()).hexdigest(),
        "captions": [
            _Inline(id="standard", title="Captions", language="en-GB", file=f"captions{suffix}.vtt"),
            _Inline(
                id="easy-read",
                title="Easy-read captions",
                language="en-GB",
                file=f"captions-easy-read{suffix}.vtt",
            ),
        ],
        "descriptions": [
            _Inline(
                id="standard",
                title="Audio description",
                language="en-GB",
                file=f"descriptions{suffix}.vtt",
                sound=f"descriptions{suffix}.opus",
            ),
        ],
        "moments": _Inline(made.timeline.moments),
        "loudness": round(made.loudness, 1),
    }
    if name == "bsl":
        version["signer"] = _Inline(SIGNER)
    return version
