from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lesson_player.formats.bundle import load_bundle
from lesson_player.formats.document import FORMAT
from lesson_player.model.layers import prepare
from lesson_player.model.presets import presets

VERSIONS = Path(__file__).parents[1] / "data" / "versions"


def test_every_format_that_there_ever_was_has_a_sample() -> None:
    assert sorted(path.name for path in VERSIONS.iterdir()) == [str(number + 1) for number in range(FORMAT)]


@pytest.mark.parametrize("version", sorted(path.name for path in VERSIONS.iterdir()))
def test_a_lesson_of_an_old_format_still_loads(version: str, tmp_path: Path) -> None:
    shutil.copytree(VERSIONS / version, tmp_path / "content")
    (tmp_path / "content/media/reading/reading.webm").touch()
    bundle, problems = load_bundle(tmp_path / "content/lessons/reading", [tmp_path / "content/media"])
    assert problems == ()
    assert bundle is not None
    assert bundle.lesson.sitting("one").steps == ("hello", "watch", "help")
    assert bundle.films["reading"].cues("film", "standard").at(1.5)[0].speakers == ("Narrator",)
    prepared = prepare(bundle, ["short"], [], presets())
    assert prepared.problems == ()
    assert prepared.appearance.motion is False
