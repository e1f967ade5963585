"""A lesson with one step of each kind, and an adaptation of it that changes nothing yet."""

from __future__ import annotations

import pytest

from lesson_player.adapting.opened import Opened, opened
from lesson_player.model.lesson import Lesson
from tests.support import small_lesson
from tests.support.adapted import version


@pytest.fixture(scope="session")
def lesson() -> Lesson:
    return small_lesson.lesson()


@pytest.fixture
def desk(lesson: Lesson) -> Opened:
    """An empty version of the small lesson, open."""
    return opened(lesson, version())
