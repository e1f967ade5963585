"""What the program makes of a file that somebody opens with it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from lesson_player.foundation.paths import Places
from lesson_player.model.problem import Problem
from lesson_player.operations.opened_file import LessonHere, PackFile, look_at, shown_name
from tests.support.example_lesson import copy_example
from tests.support.packs import packed, places


@pytest.fixture
def here(tmp_path: Path) -> Places:
    return places(tmp_path / "here")


def problem(found: object) -> str:
    assert isinstance(found, Problem)
    return found.code


@pytest.mark.parametrize("name", ["maya.lessonpack", "MAYA.LESSONPACK", "maya.zip", "maya"])
def test_a_pack_is_known_by_its_name_or_by_how_it_begins(here: Places, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(packed())
    assert look_at(path, here) == PackFile(path)
    assert not PackFile(path).for_voice


def test_a_voice_pack_is_known_by_its_name(here: Places, tmp_path: Path) -> None:
    path = tmp_path / "british.voicepack"
    path.write_bytes(b"whatever is in it is looked at later")
    assert look_at(path, here) == PackFile(path)
    assert PackFile(path).for_voice


def test_a_lesson_of_the_library_is_found_by_its_folder_or_its_file(here: Places, tmp_path: Path) -> None:
    folder = here.lessons[0] / "asking"
    shutil.copytree(copy_example(tmp_path).lesson, folder)
    assert look_at(folder, here) == LessonHere("asking-for-help")
    assert look_at(folder / "lesson.yaml", here) == LessonHere("asking-for-help")


def test_a_lesson_elsewhere_is_told_where_it_belongs(here: Places, tmp_path: Path) -> None:
    folder = copy_example(tmp_path / "stick").lesson
    found = look_at(folder / "lesson.yaml", here)
    assert problem(found) == "not-in-library"
    assert str(here.lessons[0]) in str(found)


@pytest.mark.parametrize("name", ["notes.txt", "film.mp4", "empty", "lesson.yml"])
def test_any_other_file_is_said_to_be_none_of_ours(here: Places, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"" if name == "empty" else b"something else")
    found = look_at(path, here)
    assert problem(found) == "unknown-file"
    assert "Nothing was changed" in str(found)


def test_what_is_not_there_or_cannot_be_read_is_said(here: Places, tmp_path: Path) -> None:
    assert problem(look_at(tmp_path / "gone.lessonpack", here)) == "gone"
    assert problem(look_at(tmp_path / "gone" / "lesson.yaml", here)) == "gone"
    assert problem(look_at(tmp_path / ("long" * 200), here)) == "unreadable"
    assert problem(look_at(tmp_path / "no\0name", here)) == "unreadable"
    assert problem(look_at(tmp_path, here)) == "no-lesson"


def test_a_pipe_is_not_waited_for(here: Places, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(pipe)
    assert problem(look_at(pipe, here)) == "unknown-file"


def test_a_strangers_name_is_shown_short_and_printable() -> None:
    assert shown_name(Path("/x/a\nb.lessonpack")) == "a\\nb.lessonpack"
    assert len(shown_name(Path("/x/" + "a" * 250 + ".lessonpack"))) < 70
    assert shown_name(Path("/x/" + "a" * 250 + ".lessonpack")).endswith(".lessonpack")
