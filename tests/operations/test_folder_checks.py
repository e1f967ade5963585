"""Folders that the program reads and writes, as the check of a computer finds them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from lesson_player.foundation.paths import Places, standard_places
from lesson_player.model.library import CheckLine, Readiness
from lesson_player.operations import folder_checks
from lesson_player.operations.folder_checks import can_write, folder_lines


@pytest.fixture
def places(home: Path) -> Places:
    return standard_places()


def lines(places: Places) -> dict[str, CheckLine]:
    return {line.id: line for line in folder_lines(places)}


def test_usual_folders_are_good_and_nothing_is_left_in_them(places: Places) -> None:
    places.user_data.mkdir(parents=True)

    found = lines(places)

    assert {line.readiness for line in found.values()} == {Readiness.GOOD}
    assert "mayas-story" in found["lessons"].sentence
    assert list(places.user_data.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_a_problem_with_its_name(places: Places, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    for blocked in (in_the_way, in_the_way / "state", Path("/proc/1")):
        line = lines(replace(places, user_state=blocked))["own-folders"]
        assert (line.readiness, can_write(blocked)) == (Readiness.PROBLEM, False)
        assert str(blocked) in line.sentence


def test_a_full_disk_is_told_before_a_film_is_put_in(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=5_000_000))

    line = lines(places)["own-folders"]

    assert line.readiness is Readiness.WARNING
    assert "5 MB" in line.sentence


def test_each_folder_of_the_school_is_looked_into_once(places: Places, tmp_path: Path) -> None:
    share, gone = tmp_path / "share", tmp_path / "gone"
    (share / "lesson").mkdir(parents=True)

    found = lines(replace(places, school_lessons=(share, gone), school_films=(share,)))

    assert found["school-folder-1"].readiness is Readiness.GOOD
    assert found["school-folder-2"].readiness is Readiness.PROBLEM
    assert "school-folder-3" not in found


def test_a_share_that_hangs_is_asked_once_and_not_waited_for(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    share, answer, asked, usual = tmp_path / "share", Event(), [], Path.iterdir

    def hangs(folder: Path) -> Iterator[Path]:
        if folder == share:
            asked.append(folder)
            answer.wait(30)
        return usual(folder)

    share.mkdir()
    monkeypatch.setattr(Path, "iterdir", hangs)
    monkeypatch.setattr(folder_checks, "ANSWERS_WITHIN_S", 0.01)

    found = lines(replace(places, school_lessons=(share,)))

    assert not answer.is_set()
    answer.set()
    assert found["school-folder-1"].readiness is Readiness.PROBLEM
    assert "mayas-story" in found["lessons"].sentence
    assert asked == [share]


def test_a_computer_without_a_lesson_is_a_problem(places: Places, tmp_path: Path) -> None:
    assert lines(replace(places, shipped=tmp_path))["lessons"].readiness is Readiness.PROBLEM
