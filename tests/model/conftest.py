from __future__ import annotations

import pytest

from lesson_player.formats.bundle import load_bundle
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.lesson import Lesson
from tests.support.example_lesson import copy_example


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> LessonBundle:
    example = copy_example(tmp_path_factory.mktemp("layers"))
    loaded, problems = load_bundle(example.lesson, example.films)
    assert loaded is not None
    assert problems == ()
    return loaded


@pytest.fixture
def lesson(bundle: LessonBundle) -> Lesson:
    return bundle.lesson
