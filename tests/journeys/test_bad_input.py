"""What a teacher meets when files are broken, missing or die: plain words, nothing lost, and on it goes."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lesson_player.application.program import Program
from lesson_player.formats.bundle import load_bundle
from lesson_player.foundation.paths import standard_places
from lesson_player.model.bundle import LessonBundle
from lesson_player.teaching.journal import Journal
from lesson_player.ui.library.window import LibraryWindow
from lesson_player.ui.theme.apply import apply_theme
from tests.journeys.conftest import StartDesk

FILM_SITTING = "something-is-not-right"


@pytest.fixture
def library(
    qtbot: QtBot, qapp: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Program, LibraryWindow]]:
    """The program with its library open. What the user's stores hold is for the test to put there first."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    apply_theme(qapp)
    program = Program("silent")
    program.show_library()
    assert program.library is not None
    window = program.library
    qtbot.waitUntil(lambda: bool(window.views), timeout=20_000)
    yield program, window
    program.close()


@pytest.fixture
def broken_lesson(home: Path) -> Path:
    folder = standard_places().lessons[0] / "broken"
    folder.mkdir(parents=True)
    (folder / "lesson.yaml").write_text("format: 1\nid: broken\ntitel: Broken\nsteps: [\n")
    return folder


def test_a_broken_lesson_has_its_problems_on_its_card_and_the_others_can_be_taught(
    broken_lesson: Path, library: tuple[Program, LibraryWindow]
) -> None:
    cards = {view.card.id: view.card for view in library[1].views}

    assert not cards["broken"].teachable
    assert cards["broken"].problems
    assert all(problem.sentence and problem.remedy for problem in cards["broken"].problems)
    assert "Traceback" not in str(cards["broken"].problems)
    assert cards["mayas-story"].teachable


@pytest.fixture
def broken_place(home: Path) -> Path:
    folder = standard_places().kept_places
    folder.mkdir(parents=True)
    (folder / "20260101-080000-000000.json").write_text("{ not json")
    return folder


def test_a_broken_place_is_told_and_set_aside(
    broken_place: Path, library: tuple[Program, LibraryWindow], qtbot: QtBot
) -> None:
    window = library[1]
    qtbot.waitUntil(lambda: "could not be read" in " ".join(window.messages.messages), timeout=5_000)

    assert [path.name for path in broken_place.iterdir()] == ["20260101-080000-000000.json.broken-1"]


@pytest.fixture
def copied_films(tmp_path: Path, mayas_story: LessonBundle) -> Path:
    """A copy of the film's folder, to be spoiled."""
    folder = tmp_path / "media" / "mayas-story"
    folder.mkdir(parents=True)
    film = mayas_story.films["mayas-story"]
    for path in film.folder.iterdir():
        if path.is_file() and path.suffix in {".yaml", ".vtt", ".webm"}:
            shutil.copy(path, folder / path.name)
    return folder


def _loaded(mayas_story: LessonBundle, films: Path) -> LessonBundle:
    bundle, _ = load_bundle(mayas_story.folder, [films.parent])
    assert bundle is not None
    return bundle


def test_a_missing_film_leaves_the_rest_of_the_lesson(
    mayas_story: LessonBundle, copied_films: Path, start_desk: StartDesk
) -> None:
    for name in ("mayas-story.webm", "mayas-story-bsl.webm"):
        (copied_films / name).unlink()
    teacher = start_desk(_loaded(mayas_story, copied_films), FILM_SITTING, "silent")
    missing = 0
    for _ in range(200):
        if teacher.view.film is not None:
            missing += 1
            assert teacher.view.film.status == "missing"
            assert "mayas-story.webm" in teacher.view.messages[0]
            assert teacher.view.class_view.film is not None
            assert "another time" in teacher.view.class_view.film.message
        if not teacher.view.can_go_on:
            break
        teacher.press(Qt.Key.Key_Space)

    assert missing >= 1
    assert not teacher.view.can_go_on


@pytest.mark.parametrize("engine", ["vlc", "qt"])
def test_a_film_that_dies_in_the_middle_keeps_its_last_picture_and_tells_the_teacher_alone(
    engine: str, mayas_story: LessonBundle, copied_films: Path, start_desk: StartDesk
) -> None:
    film = copied_films / "mayas-story.webm"
    film.write_bytes(film.read_bytes()[: film.stat().st_size // 60])
    teacher = start_desk(_loaded(mayas_story, copied_films), FILM_SITTING, engine)
    teacher.press("4", Qt.Key.Key_Return)
    while teacher.view.film and teacher.view.film.status == "ready":
        teacher.press(Qt.Key.Key_Space)
    teacher.wait(lambda view: teacher.desk.controller.frame is not None)
    teacher.bot.waitUntil(lambda: bool(teacher.view.messages), timeout=60_000)

    assert "The film stopped at" in teacher.view.messages[0]
    assert teacher.desk.controller.frame is not None
    assert "stopped" not in teacher.view.class_view.model_dump_json()
    teacher.press(Qt.Key.Key_Space)
    assert teacher.view.number == 5, "the lesson goes on"


def test_an_error_of_the_programs_own_is_told_in_plain_words_and_logged(
    library: tuple[Program, LibraryWindow], error_log: list[object]
) -> None:
    error = RuntimeError("a defect")
    sys.excepthook(type(error), error, error.__traceback__)

    assert "Something went wrong" in " ".join(library[1].messages.messages)


def test_a_place_whose_lesson_is_gone_does_not_stop_the_library(
    library: tuple[Program, LibraryWindow], qtbot: QtBot
) -> None:
    window = library[1]
    window.carry_on_asked.emit("20260101-000000-000000")

    assert "no longer kept" in " ".join(window.messages.messages)
    assert Journal(standard_places().kept_places).places() == ((), ())
