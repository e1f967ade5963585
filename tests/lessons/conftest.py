"""The shipped lesson, loaded once for all its tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from lesson_player.formats.bundle import load_bundle
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.layers import apply
from lesson_player.model.lesson import Lesson, PictureCatalogue
from lesson_player.model.services import SupportServices

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "lessons" / "mayas-story"
ADAPTATIONS = sorted(path.stem for path in (FOLDER / "adaptations").glob("*.yaml"))


@cache
def _loaded() -> LessonBundle:
    bundle, problems = load_bundle(FOLDER, [ROOT / "media"])
    assert bundle is not None, problems
    return bundle


def adaptation(name: str) -> Adaptation:
    return next(one for one in _loaded().adaptations if one.id == name)


@pytest.fixture(scope="session")
def bundle() -> LessonBundle:
    return _loaded()


@pytest.fixture(scope="session")
def lesson() -> Lesson:
    return _loaded().lesson


@pytest.fixture(scope="session")
def services() -> SupportServices:
    return _loaded().services


@pytest.fixture(scope="session")
def catalogue() -> PictureCatalogue:
    return _loaded().catalogue


@pytest.fixture(params=["as-written", *ADAPTATIONS], scope="session")
def version(request: pytest.FixtureRequest, lesson: Lesson) -> Lesson:
    """The lesson as written, then once in each of its versions."""
    if request.param == "as-written":
        return lesson
    return apply(lesson, [adaptation(request.param)])[0]
