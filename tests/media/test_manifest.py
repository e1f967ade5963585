"""The manifest of the sample film is what its writer writes: made again, not a byte of it changes."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import SimpleNamespace

import yaml

from lesson_player.formats.film import load_film

MEDIA = Path(__file__).parents[2] / "media" / "mayas-story"

writer = importlib.import_module("film_maker.manifest")
script = importlib.import_module("film_maker.script")


def test_the_writer_gives_the_same_bytes_again() -> None:
    text = (MEDIA / "film.yaml").read_text(encoding="utf-8")
    made = {
        name: writer.Made(
            MEDIA / writer.FILES[name],
            version["duration"],
            version["loudness"],
            SimpleNamespace(moments=version["moments"]),
        )
        for name, version in yaml.safe_load(text)["versions"].items()
    }
    assert writer.manifest(script.read_script(MEDIA / "source" / "script.yaml"), made) == text


def test_the_loudness_is_the_one_that_was_measured_when_the_films_were_made() -> None:
    loaded, _ = load_film(MEDIA)
    assert loaded is not None
    measured = (MEDIA / "measured.txt").read_text(encoding="utf-8")
    for version in loaded.film.versions.values():
        line = next(line for line in measured.splitlines() if line.startswith(f"{version.file}:"))
        assert f"{version.loudness} LUFS" in line
