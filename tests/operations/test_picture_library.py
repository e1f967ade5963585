"""All pictures searched as one, each with its source and its file."""

from __future__ import annotations

from pathlib import Path

from lesson_player.formats.bundle import load_bundle
from lesson_player.formats.symbol_pack import read_symbol_pack
from lesson_player.foundation.svg import check_svg
from lesson_player.operations.picture_library import LESSON, LIBRARY, PictureLibrary
from tests.support.example_lesson import copy_example


def test_the_lesson_the_library_and_packs_are_searched_together(tmp_path: Path) -> None:
    example = copy_example(tmp_path)
    bundle, _ = load_bundle(example.lesson, example.films)
    folder = tmp_path / "school-symbols"
    folder.mkdir()
    (folder / "symbols.csv").write_text("name,file\nplant pot,pot.svg\n", encoding="utf-8")
    (folder / "pot.svg").write_text("<svg/>", encoding="utf-8")
    (folder / "LICENCE").write_text("Our school", encoding="utf-8")
    pack, _ = read_symbol_pack(folder)
    assert pack is not None
    library = PictureLibrary(bundle, [pack])
    found = {one.source: one for one in reversed(library.search("plant"))}
    assert set(found) == {LESSON, LIBRARY, "school-symbols"}
    assert library.is_of_lesson(found[LESSON])
    assert found[LESSON].key == "plant"
    assert library.source(found["school-symbols"]).licence == "Our school"
    assert "CC BY-SA 4.0" in library.source(found[LIBRARY]).licence
    assert library.data(found["school-symbols"]) == b"<svg/>"
    for source in (LESSON, LIBRARY):
        check_svg(library.data(found[source]) or b"")


def test_nothing_asked_for_shows_the_lessons_own_first(tmp_path: Path) -> None:
    example = copy_example(tmp_path)
    bundle, _ = load_bundle(example.lesson, example.films)
    assert bundle is not None
    own = len(bundle.catalogue.pictures)
    assert {one.source for one in PictureLibrary(bundle).search("")[:own]} == {LESSON}


def test_a_picture_that_is_gone_is_nothing(tmp_path: Path) -> None:
    example = copy_example(tmp_path)
    bundle, _ = load_bundle(example.lesson, example.films)
    library = PictureLibrary(bundle)
    plant = library.search("plant")[0]
    (example.lesson / "pictures" / "plant.svg").unlink()
    assert library.data(plant) is None
