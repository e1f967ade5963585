from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from lesson_player.foundation.paths import Places
from lesson_player.operations.library import find_lesson, lesson_folders


@pytest.fixture
def places(tmp_path: Path) -> Places:
    made = Places(*(tmp_path / name for name in ("user", "state", "config", "machine", "shipped")))
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
    nowhere = Places(*[tmp_path / "file", *[tmp_path / "nowhere"] * 4])

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
