"""A lesson's file as the program writes it."""

from __future__ import annotations

from pathlib import Path

from lesson_player.formats.bundle import load_bundle
from lesson_player.formats.document import read_text
from lesson_player.formats.lesson_file import lesson_yaml, write_catalogue, write_lesson, write_services
from lesson_player.model.lesson import Lesson
from lesson_player.model.pictures import Picture, PictureCatalogue
from tests.support.small_lesson import bundle
from tests.support.source_tree import REPOSITORY


def read(text: str) -> Lesson | None:
    return read_text(text, "lesson.yaml", Lesson).value


def test_reading_what_was_written_gives_the_same_lesson_and_the_same_text() -> None:
    for lesson in (bundle().lesson, shipped()):
        text = lesson_yaml(lesson)
        assert read(text) == lesson
        assert lesson_yaml(lesson, text) == text


def test_comments_that_people_wrote_stay() -> None:
    lesson = bundle().lesson
    text = lesson_yaml(lesson).replace("- id: rules\n", "# We made these together.\n- id: rules\n")
    assert "# We made these together." in text
    changed = lesson.model_copy(update={"title": "Another title"})
    again = lesson_yaml(changed, text)
    assert "# We made these together.\n- id: rules\n" in again
    assert again.count("# The steps,") == 1
    assert read(again) == changed


def test_files_load_as_they_were_written(tmp_path: Path) -> None:
    made = bundle()
    catalogue = PictureCatalogue(format=1, pictures={"sun": Picture(file="sun.svg", alt="The sun.")})
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "sun.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    write_catalogue(tmp_path, catalogue)
    write_services(tmp_path, made.services)
    write_lesson(tmp_path, made.lesson)
    loaded, _ = load_bundle(tmp_path, [])
    assert loaded is not None
    assert (loaded.lesson, loaded.catalogue, loaded.services) == (made.lesson, catalogue, made.services)


def test_the_same_lesson_is_not_written_again(tmp_path: Path) -> None:
    lesson = bundle().lesson
    write_lesson(tmp_path, lesson)
    path = tmp_path / "lesson.yaml"
    before = path.stat().st_ino
    write_lesson(tmp_path, lesson)
    assert path.stat().st_ino == before


def shipped() -> Lesson:
    loaded, _ = load_bundle(REPOSITORY / "lessons" / "mayas-story", [])
    assert loaded is not None
    return loaded.lesson
