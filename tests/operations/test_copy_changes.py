from __future__ import annotations

from pathlib import Path

import pytest

from lesson_player.adapting.opened import Opened
from lesson_player.adapting.parts import Part, PartKind
from lesson_player.foundation.paths import Places
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.problem import Problem
from lesson_player.operations.copy_changes import copy_changes
from lesson_player.operations.library import load_lesson
from lesson_player.operations.versions import former_versions, new_version, save_version, version_path
from tests.support.example_lesson import copy_example

LESSON = "asking-for-help"
CAT = {"file": "cat.png", "alt": "A cat", "words": []}
TEXT = Part(PartKind.LINE, "welcome-hello", "text")
PICTURE = Part(PartKind.LINE, "welcome-hello", "picture")
ADDED = Part(PartKind.ADDED_LINE, "own")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    root = copy_example(tmp_path / "shipped").root
    return Places(tmp_path / "data", tmp_path / "state", tmp_path / "config", tmp_path / "machine", root)


def loaded(places: Places) -> LessonBundle:
    bundle, _ = load_lesson(places.shipped / "lessons" / LESSON, places)
    assert bundle is not None
    return bundle


@pytest.fixture
def source(places: Places) -> Adaptation:
    """A version with words, a picture of its own and a line that shows it."""
    made = new_version(loaded(places), places, "First", "x")
    new_version(loaded(places), places, "Second", "x")
    folder = places.own_layers / LESSON / "first" / "pictures"
    folder.mkdir(parents=True)
    (folder / "cat.png").write_bytes(b"a picture")
    changes = {
        "pictures": {"cat": CAT, "dog": {**CAT, "file": "dog.png"}},
        "lines": {"welcome-hello": {"text": "Hi.", "picture": "cat"}},
        "add_lines": [{"step": "welcome", "line": {"id": "own", "text": "Own.", "picture": "cat"}}],
    }
    whole = Adaptation.model_validate({**dict(made), **changes})
    save_version(places, whole, loaded(places).lesson)
    return whole


def test_words_are_made_in_the_other_version_and_written(places: Places, source: Adaptation) -> None:
    found = copy_changes(loaded(places), places, source, [TEXT], "second")
    assert isinstance(found, Opened)
    assert found.history.is_saved
    second = next(one for one in loaded(places).adaptations if one.id == "second")
    assert second == found.adaptation
    assert second.lines["welcome-hello"].text == "Hi."
    assert (second.pictures, second.add_lines) == ({}, ())
    assert len(former_versions(places, LESSON, "second")) == 1


@pytest.mark.parametrize("part", [PICTURE, ADDED], ids=str)
def test_the_pictures_that_a_change_shows_come_along(places: Places, source: Adaptation, part: Part) -> None:
    found = copy_changes(loaded(places), places, source, [part], "second")
    assert isinstance(found, Opened)
    assert list(found.adaptation.pictures) == ["cat"]
    assert (places.own_layers / LESSON / "second" / "pictures" / "cat.png").read_bytes() == b"a picture"


def test_all_or_none(places: Places, source: Adaptation) -> None:
    split = Part(PartKind.SPLIT, "more")
    wrong = Adaptation.model_validate(
        {**dict(source), "split_steps": [{"step": "nowhere", "before": "x", "id": "more"}]}
    )
    before = version_path(places, LESSON, "second").read_bytes()
    found = copy_changes(loaded(places), places, wrong, [TEXT, split], "second")
    assert isinstance(found, Problem)
    assert version_path(places, LESSON, "second").read_bytes() == before


def test_what_came_with_the_lesson_is_not_changed(places: Places, source: Adaptation) -> None:
    found = copy_changes(loaded(places), places, source, [TEXT], "one-word")
    assert isinstance(found, Problem)
    assert found.code == "not-own"


def test_a_picture_outside_its_folder_is_not_followed(places: Places, source: Adaptation) -> None:
    secret = places.own_layers / LESSON / "secret.png"
    secret.write_bytes(b"not for others")
    wrong = source.model_copy(
        update={"pictures": {"cat": source.pictures["cat"].model_copy(update={"file": "../../secret.png"})}}
    )
    assert isinstance(copy_changes(loaded(places), places, wrong, [PICTURE], "second"), Opened)
    assert not (places.own_layers / LESSON / "second" / "pictures").exists()
    found = sorted(path.name for path in places.user_data.rglob("*.png"))
    assert found == ["cat.png", "secret.png"]
