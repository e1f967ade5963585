"""A pack of every format that there ever was can be installed, and the present one gives the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from lesson_player.formats.document import FORMAT
from lesson_player.operations.library import find_lesson, load_lesson
from lesson_player.operations.packs.clashes import Answer
from lesson_player.operations.packs.contents import look_into
from lesson_player.operations.packs.gather import PackWish
from lesson_player.operations.packs.install import install
from lesson_player.operations.packs.share import share
from lesson_player.operations.packs.store import PackStore
from tests.support.packs import nothing, places, put, sample_files

VERSIONS = Path(__file__).parents[1] / "data" / "versions"


@pytest.mark.parametrize("version", range(1, FORMAT + 1))
def test_a_pack_of_an_old_format_can_still_be_installed(version: int, tmp_path: Path) -> None:
    here = places(tmp_path)
    contents = look_into(VERSIONS / str(version) / "reading.lessonpack", nothing)
    done = install(contents, here, PackStore(here.user_data), Answer.STOP, nothing)
    assert done.pieces == ("lessons/reading", "media/reading")
    bundle, problems = load_lesson(find_lesson(here, "reading"), here)
    assert bundle is not None
    assert problems == ()


def test_the_sample_is_what_is_written_today(tmp_path: Path, update: bool) -> None:
    here = places(tmp_path)
    put(here.user_data, sample_files())
    bundle, _ = load_lesson(find_lesson(here, "reading"), here)
    assert bundle is not None
    written = tmp_path / "reading.lessonpack"
    share(bundle, here, PackWish(licences=("Sample for tests, CC BY 4.0.",)), written, nothing)
    sample = VERSIONS / str(FORMAT) / "reading.lessonpack"
    if update:
        sample.write_bytes(written.read_bytes())
    assert written.read_bytes() == sample.read_bytes()
