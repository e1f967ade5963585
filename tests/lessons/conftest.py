"""The shipped lesson, read once for all its tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from lesson_player.model.adaptation import Adaptation
from lesson_player.model.layers import apply
from lesson_player.model.lesson import Lesson, PictureCatalogue
from lesson_player.model.services import SupportServices

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "lessons" / "mayas-story"
ADAPTATIONS = sorted(path.stem for path in (FOLDER / "adaptations").glob("*.yaml"))


class _NoKeyTwice(yaml.SafeLoader):
    """YAML that refuses a key written twice, which plain YAML reads as the second one alone."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value]
        twice = {key for key in keys if keys.count(key) > 1}
        assert not twice, f"{node.start_mark}: written twice: {twice}"
        return super().construct_mapping(node, deep)


def read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), _NoKeyTwice)


def adaptation(name: str) -> Adaptation:
    return Adaptation.model_validate(read(FOLDER / "adaptations" / f"{name}.yaml"))


@pytest.fixture(scope="session")
def lesson() -> Lesson:
    return Lesson.model_validate(read(FOLDER / "lesson.yaml"))


@pytest.fixture(scope="session")
def services() -> SupportServices:
    return SupportServices.model_validate(read(FOLDER / "services.yaml"))


@pytest.fixture(scope="session")
def catalogue() -> PictureCatalogue:
    return PictureCatalogue.model_validate(read(FOLDER / "pictures" / "catalogue.yaml"))


@pytest.fixture(params=["as-written", *ADAPTATIONS], scope="session")
def version(request: pytest.FixtureRequest, lesson: Lesson) -> Lesson:
    """The lesson as written, then once in each of its versions."""
    if request.param == "as-written":
        return lesson
    return apply(lesson, [adaptation(request.param)])[0]
