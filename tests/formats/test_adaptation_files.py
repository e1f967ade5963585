"""Adaptations that came without their lesson stand beside its own, and hide those of the same id."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lesson_player.formats.bundle import load_bundle
from lesson_player.model.bundle import LessonBundle

SAMPLE = Path(__file__).parents[1] / "data" / "versions" / "1"


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    shutil.copytree(SAMPLE, tmp_path / "content")
    (tmp_path / "content/media/reading/reading.webm").touch()
    return tmp_path / "content/lessons/reading"


def store(folder: Path, name: str, title: str, lesson: str = "reading") -> Path:
    path = folder / lesson / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"format: 1\nid: {name}\nlesson: {lesson}\ntitle: {title}\nabout: About it.\n")
    return folder


def load(lesson: Path, *stores: Path) -> LessonBundle:
    bundle, problems = load_bundle(lesson, [lesson.parents[1] / "media"], stores[0], stores)
    assert bundle is not None
    assert problems == ()
    return bundle


def test_an_adaptation_of_a_store_can_be_chosen(lesson: Path, tmp_path: Path) -> None:
    bundle = load(lesson, store(tmp_path / "mine/adaptations", "warm", "Warm words"))
    assert [one.title for one in bundle.adaptations] == ["Short", "Warm words"]


def test_the_users_store_comes_before_the_machines_and_both_before_the_lesson(
    lesson: Path, tmp_path: Path
) -> None:
    mine, machine = tmp_path / "mine/adaptations", tmp_path / "machine/adaptations"
    store(machine, "short", "Of the school")
    assert [one.title for one in load(lesson, mine, machine).adaptations] == ["Of the school"]
    store(mine, "short", "My own")
    assert [one.title for one in load(lesson, mine, machine).adaptations] == ["My own"]


def test_the_own_layer_and_other_lessons_adaptations_are_none_of_them(lesson: Path, tmp_path: Path) -> None:
    mine = store(tmp_path / "mine/adaptations", "own", "My own changes")
    store(mine, "other", "Of another lesson", lesson="writing")
    bundle = load(lesson, mine)
    assert [one.id for one in bundle.adaptations] == ["short"]
    assert bundle.own is not None


def test_what_is_wrong_in_one_is_told_with_its_place(lesson: Path, tmp_path: Path) -> None:
    mine = store(tmp_path / "mine/adaptations", "warm", "Warm words")
    (mine / "reading/warm.yaml").write_text("format: 1\nid: warm\nlesson: reading\ntitel: W\nabout: A.\n")
    _, problems = load_bundle(lesson, [lesson.parents[1] / "media"], mine, (mine,))
    assert {problem.file for problem in problems} == {"adaptations/reading/warm.yaml"}
