"""An adaptation brings pictures of its own: in its own folder, and only where it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from lesson_player.application.courses import open_course
from lesson_player.formats.bundle import load_bundle
from lesson_player.formats.document import read_text
from lesson_player.formats.writing import to_yaml
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.lesson import lines_of
from lesson_player.model.problem import Problem
from tests.support.example_lesson import Example, copy_example

ADAPTATION = """format: 1
id: our-pictures
lesson: asking-for-help
title: Our own pictures
about: Pictures of our own school.
pictures:
  our-door:
    file: door.svg
    alt: The door of our library.
    source: A drawing of our own
  plant:
    file: tall-plant.svg
    alt: The tall plant in our hall.
lines:
  {line}:
    picture: our-door
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>'


@pytest.fixture
def example(tmp_path: Path) -> Example:
    return copy_example(tmp_path)


def a_line(example: Example) -> str:
    bundle, _ = load_bundle(example.lesson, example.films)
    assert bundle is not None
    return next(line.id for step in bundle.lesson.steps for line in lines_of(step) if line.picture)


def write(example: Example, folder: Path, *names: str) -> None:
    pictures = folder / "our-pictures" / "pictures"
    pictures.mkdir(parents=True)
    text = ADAPTATION.format(line=a_line(example))
    (folder / "our-pictures.yaml").write_text(text, encoding="utf-8")
    for name in names:
        (pictures / name).write_text(DRAWING, encoding="utf-8")


def load(example: Example, *stores: Path) -> tuple[LessonBundle, tuple[Problem, ...]]:
    bundle, problems = load_bundle(example.lesson, example.films, adaptations=stores)
    assert bundle is not None
    return bundle, problems


def test_its_pictures_are_shown_in_its_version_alone(example: Example) -> None:
    folder = example.lesson / "adaptations"
    write(example, folder, "door.svg", "tall-plant.svg")
    bundle, problems = load(example)
    assert problems == ()
    version = open_course(bundle, ["our-pictures"])[0].bundle
    assert version.picture_path("our-door") == folder / "our-pictures/pictures/door.svg"
    assert version.alt("our-door") == "The door of our library."
    assert version.alt("plant") == "The tall plant in our hall."
    as_written = open_course(bundle)[0].bundle
    assert as_written.picture_path("our-door") is None
    assert as_written.alt("plant") == "A green plant in a pot."


def test_an_adaptation_of_another_store_has_its_pictures_beside_it(example: Example) -> None:
    store = example.root / "store"
    write(example, store / example.lesson.name, "door.svg", "tall-plant.svg")
    bundle, problems = load(example, store)
    assert problems == ()
    version = open_course(bundle, ["our-pictures"])[0].bundle
    path = version.picture_path("our-door")
    assert path is not None
    assert path.is_file()


def test_a_later_layer_comes_before_an_earlier_one(example: Example) -> None:
    write(example, example.lesson / "adaptations", "door.svg", "tall-plant.svg")
    bundle, _ = load(example)
    first = next(one for one in bundle.adaptations if one.id == "our-pictures")
    door = first.pictures["our-door"].model_copy(update={"alt": "Another door."})
    second = first.model_copy(update={"id": "second", "pictures": {"our-door": door}})
    assert bundle.with_pictures_of([first, second]).alt("our-door") == "Another door."
    assert bundle.with_pictures_of([second, first]).alt("our-door") == "The door of our library."


def test_what_is_missing_or_leads_out_of_the_folder_is_said(example: Example) -> None:
    folder = example.lesson / "adaptations"
    write(example, folder, "door.svg")
    path = folder / "our-pictures.yaml"
    text = path.read_text(encoding="utf-8")
    _, problems = load(example)
    assert [(one.code, one.file) for one in problems] == [
        ("missing-picture", "adaptations/our-pictures.yaml")
    ]
    path.write_text(text.replace("tall-plant.svg", "../../lesson.yaml"), encoding="utf-8")
    assert "unsafe-path" in {one.code for one in load(example)[1]}


def test_a_picture_that_nobody_brings_is_still_said(example: Example) -> None:
    folder = example.lesson / "adaptations"
    write(example, folder, "door.svg", "tall-plant.svg")
    path = folder / "our-pictures.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("picture: our-door", "picture: no-door"), encoding="utf-8"
    )
    assert [one.code for one in load(example)[1]] == ["unknown-picture"]


def test_it_is_written_and_read_again_unchanged(example: Example) -> None:
    text = ADAPTATION.format(line=a_line(example))
    read = read_text(text, "our-pictures.yaml", Adaptation).value
    assert read is not None
    assert read_text(to_yaml(read), "our-pictures.yaml", Adaptation).value == read
