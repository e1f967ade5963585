from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from lesson_player.foundation.paths import Places
from lesson_player.model.adaptation import Adaptation
from lesson_player.operations.library import (
    card_of,
    find_lesson,
    find_lessons,
    lesson_folders,
    read_lessons,
)
from tests.support.example_lesson import copy_example
from tests.support.small_lesson import bundle


def _places(root: Path) -> Places:
    user, state, config, machine, shipped = (
        root / name for name in ("user", "state", "config", "machine", "shipped")
    )
    return Places(user, state, config, machine, shipped)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    made = _places(tmp_path)
    for store, names in zip(made.lessons, (("mine", "same"), ("locked",), ("same", "ours")), strict=True):
        for name in names:
            (store / name).mkdir(parents=True)
            (store / name / "lesson.yaml").touch()
    (made.lessons[0] / "no-lesson").mkdir()
    return made


def test_an_earlier_store_hides_a_lesson_of_the_same_name(places: Places) -> None:
    assert [folder.name for folder in lesson_folders(places)] == ["locked", "mine", "ours", "same"]
    assert find_lesson(places, "same") == places.lessons[0] / "same"
    assert find_lesson(places, "no-lesson") is None


def test_stores_that_are_not_there_hold_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    gone = tmp_path / "nowhere"
    nowhere = Places(tmp_path / "file", gone, gone, gone, gone)

    assert lesson_folders(nowhere) == ()


def test_a_store_that_cannot_be_read_does_not_hide_the_others(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = Path.iterdir

    def refuse(path: Path) -> Iterator[Path]:
        if path == places.lessons[1]:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)

    assert [folder.name for folder in lesson_folders(places)] == ["mine", "ours", "same"]


def test_a_lesson_s_folder_that_cannot_be_entered_does_not_hide_the_others(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = Path.is_file

    def refuse(path: Path) -> bool:
        if path.parent.name == "locked":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return looked(path)

    monkeypatch.setattr(Path, "is_file", refuse)

    assert [folder.name for folder in lesson_folders(places)] == ["mine", "ours", "same"]


def _lesson(store: Path, folder: str, name: str) -> Path:
    example = copy_example(store.parent / f"made-{folder}")
    target = store / folder
    shutil.copytree(example.lesson, target)
    text = (target / "lesson.yaml").read_text()
    (target / "lesson.yaml").write_text(text.replace("id: asking-for-help", f"id: {name}", 1))
    return target


@pytest.fixture
def stores(tmp_path: Path) -> Places:
    return _places(tmp_path)


def test_a_lesson_is_found_by_its_id_and_by_its_folder(stores: Places) -> None:
    folder = _lesson(stores.lessons[0], "spring-term", "online-friends")

    assert find_lesson(stores, "online-friends") == folder
    assert find_lesson(stores, "spring-term") == folder
    assert find_lessons(stores, "nothing") == ()


def test_a_lesson_of_the_same_id_in_an_earlier_store_hides_the_later_one(stores: Places) -> None:
    mine = _lesson(stores.lessons[0], "my-copy", "online-friends")
    _lesson(stores.lessons[2], "online-friends", "online-friends")

    assert lesson_folders(stores) == (mine,)
    assert find_lessons(stores, "online-friends") == (mine,)


def test_two_lessons_of_one_id_in_a_store_are_reported(stores: Places) -> None:
    first = _lesson(stores.lessons[0], "a", "online-friends")
    second = _lesson(stores.lessons[0], "b", "online-friends")
    cards = {card.folder: card for card in read_lessons(stores, ())}

    assert cards[first].teachable
    assert not cards[second].teachable
    assert [problem.code for problem in cards[second].problems] == ["same-id"]
    assert "“a”" in cards[second].problems[0].sentence
    assert find_lessons(stores, "online-friends") == (first, second)


def test_an_id_counts_before_a_folder_name(stores: Places) -> None:
    other = _lesson(stores.lessons[0], "friends", "tell-someone")
    meant = _lesson(stores.lessons[0], "spring-term", "friends")

    assert find_lessons(stores, "friends") == (meant, other)


@pytest.mark.parametrize(("edition", "ready"), [(None, True), ("sample", True), ("iwf", False)])
def test_a_version_for_another_edition_of_the_film_is_not_ready(edition: str | None, ready: bool) -> None:
    layer = Adaptation(
        format=1, id="layer", lesson="small", title="Layer", about="About it.", edition=edition
    )
    made = bundle().model_copy(update={"adaptations": (layer,)})

    assert [version.ready for version in card_of(made, ()).versions] == [True, ready]
    without = made.model_copy(update={"films": {}})
    assert card_of(without, ()).versions[1].ready is (edition is None)
