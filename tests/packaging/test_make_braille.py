"""The Braille that is stored with each shipped lesson: made for the words that it has now."""

from __future__ import annotations

import importlib

import pytest

from lesson_player.formats.bundle import load_bundle
from lesson_player.handouts.braille import CELLS, LINES, Grade
from lesson_player.handouts.braille_copy import made
from lesson_player.handouts.braille_store import BRAILLE_FOLDER, stored, stored_files
from lesson_player.handouts.liblouis import liblouis
from lesson_player.model.bundle import LessonBundle
from tests.support.source_tree import REPOSITORY

maker = importlib.import_module("make_braille")
LESSONS = {"fire-drill": 2, "mayas-story": 5}
"""Each shipped lesson, and how many pages its Braille has more than."""
MAKE_AGAIN = "the lesson's words have changed: run packaging/braille/make_braille.py with its name"


@pytest.fixture(scope="module", params=LESSONS)
def bundle(request: pytest.FixtureRequest) -> LessonBundle:
    found, problems = load_bundle(REPOSITORY / "lessons" / request.param, [REPOSITORY / "media"])
    assert found is not None, problems
    return found


def test_every_version_that_the_library_offers_has_its_braille(bundle: LessonBundle) -> None:
    for version, layers in maker.versions(bundle):
        text = maker.text_of(bundle, layers)
        for grade in Grade:
            assert stored(bundle.folder, text, grade) is not None, f"{version}: {MAKE_AGAIN}"
    assert sorted(path.name for path in (bundle.folder / BRAILLE_FOLDER).glob("*.brf")) == sorted(
        name.partition("/")[2] for name in stored_files(bundle.folder)[1:]
    )


def test_every_stored_page_has_40_by_25_cells(bundle: LessonBundle) -> None:
    for path in (bundle.folder / BRAILLE_FOLDER).glob("*.brf"):
        *found, rest = path.read_bytes().decode("ascii").split("\f")
        assert rest == ""
        assert len(found) > LESSONS[bundle.lesson.id], path
        for page in found:
            lines = page.removesuffix("\r\n").split("\r\n")
            assert len(lines) == LINES, path
            assert max(map(len, lines)) <= CELLS, path


@pytest.mark.skipif(liblouis() is None, reason="Liblouis translates into Braille")
def test_the_same_words_give_the_stored_file_again(bundle: LessonBundle) -> None:
    program = liblouis()
    assert program is not None
    for version, layers in maker.versions(bundle):
        if version in {"as-written", "easy-read"}:
            text = maker.text_of(bundle, layers)
            again = made(text, Grade.CONTRACTED, program)
            assert stored(bundle.folder, text, Grade.CONTRACTED) == again, MAKE_AGAIN
