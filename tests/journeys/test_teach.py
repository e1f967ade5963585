"""A teacher teaches Maya's story from first slide to last, by keyboard alone, with each film engine."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from lesson_player.application.desk import Screens
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.slide import ScreenKind
from lesson_player.teaching.journal import Journal
from lesson_player.teaching.views import TeacherView
from tests.journeys.conftest import StartDesk, Teacher

SITTINGS = ("getting-ready", "something-is-not-right", "maya-tells", "block-report-tell")
FILM_SITTINGS = ("something-is-not-right", "maya-tells")
ENGINES = ("vlc", "qt")


def _has_played_on(teacher: Teacher, start_s: float, _view: TeacherView) -> bool:
    return teacher.desk.player.position_s > start_s + 0.2


@pytest.mark.parametrize("sitting", SITTINGS)
def test_next_alone_leads_from_the_first_step_to_the_last(
    sitting: str, mayas_story: LessonBundle, start_desk: StartDesk
) -> None:
    teacher = start_desk(mayas_story, sitting, "silent")
    seen = []
    for _ in range(200):
        seen.append(teacher.view.number)
        if not teacher.view.can_go_on:
            break
        teacher.press(Qt.Key.Key_Right)

    assert list(dict.fromkeys(seen)) == [step.number for step in teacher.view.steps]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("sitting", FILM_SITTINGS)
def test_films_play_rest_swap_and_end_by_keyboard_alone(
    sitting: str, engine: str, mayas_story: LessonBundle, start_desk: StartDesk
) -> None:
    teacher = start_desk(mayas_story, sitting, engine)
    played = 0
    for _ in range(200):
        if not teacher.view.can_go_on:
            break
        teacher.press(Qt.Key.Key_PageDown)
        film = teacher.view.film
        if film is not None and film.status == "playing":
            played += 1
            start_s = film.at_s
            teacher.wait(partial(_has_played_on, teacher, start_s))
            teacher.wait(lambda view: teacher.desk.controller.frame is not None)
    assert played >= 1
    assert not teacher.view.can_go_on, "the sitting was taught to its end"
    assert teacher.view.messages == ()


@pytest.mark.parametrize("engine", ENGINES)
def test_the_film_rests_at_its_pause_by_itself_and_asks(
    engine: str, mayas_story: LessonBundle, start_desk: StartDesk
) -> None:
    teacher = start_desk(mayas_story, "something-is-not-right", engine)
    teacher.press("4", Qt.Key.Key_Return)
    teacher.wait(lambda view: view.film is not None)
    while teacher.view.film and teacher.view.film.status == "ready":
        teacher.press(Qt.Key.Key_Space)
    assert teacher.view.film is not None
    pause_s = teacher.view.film.next_pause_s
    assert pause_s is not None
    teacher.desk.controller.seek_film(pause_s - 0.8)
    teacher.wait(lambda view: view.class_view.film and view.class_view.film.prompt)

    assert teacher.desk.player.position_s == pytest.approx(pause_s, abs=0.25)
    frame = teacher.desk.player.frame
    assert frame is not None
    # A busy machine leaves out frames that come too late, also the last one.
    assert pause_s - 0.5 <= frame.time_s <= pause_s + 0.001, "nothing behind the pause was shown"


@pytest.mark.parametrize("engine", ENGINES)
def test_space_rests_the_film_and_a_clicker_goes_to_its_pause(
    engine: str, mayas_story: LessonBundle, start_desk: StartDesk
) -> None:
    teacher = start_desk(mayas_story, "something-is-not-right", engine)
    teacher.press("4", Qt.Key.Key_Return)
    while teacher.view.film and teacher.view.film.status == "ready":
        teacher.press(Qt.Key.Key_Space)
    teacher.wait(lambda view: teacher.desk.player.position_s > 0.5)
    teacher.press(Qt.Key.Key_Space)
    film = teacher.view.film
    assert film is not None
    assert (film.status, film.at_mark) == ("resting", False)
    rested_s = film.at_s
    teacher.press(Qt.Key.Key_Space)
    teacher.wait(partial(_has_played_on, teacher, rested_s))
    teacher.press(Qt.Key.Key_PageDown)
    assert teacher.view.film is not None
    assert teacher.view.film.at_mark
    assert teacher.view.class_view.film is not None
    assert teacher.view.class_view.film.prompt is not None
    teacher.press(Qt.Key.Key_Space)
    assert teacher.view.film.at_mark, "at the pause Space goes through the question"


@pytest.mark.parametrize("engine", ENGINES)
def test_the_signed_version_comes_at_the_same_moment_with_captions_kept(
    engine: str, mayas_story: LessonBundle, start_desk: StartDesk
) -> None:
    teacher = start_desk(mayas_story, "something-is-not-right", engine)
    teacher.press("4", Qt.Key.Key_Return)
    while teacher.view.film and teacher.view.film.status == "ready":
        teacher.press(Qt.Key.Key_Space)
    teacher.wait(lambda view: teacher.desk.player.position_s > 1.0)
    film = mayas_story.films["mayas-story"].film
    teacher.press("p")
    here_s = teacher.desk.controller.state.film.at_s
    teacher.press("s")
    teacher.wait(lambda view: teacher.desk.player.state.path and "bsl" in teacher.desk.player.state.path.name)
    there_s = film.same_moment_s(here_s, "film", "bsl")
    teacher.wait(
        lambda view: teacher.desk.player.frame and abs(teacher.desk.player.frame.time_s - there_s) < 0.25
    )

    settings = teacher.view.film_settings
    assert settings is not None
    assert settings.version == "bsl"
    assert settings.captions


@pytest.mark.parametrize("engine", ENGINES)
def test_hide_and_calm_cover_the_class_and_keep_the_place(
    engine: str, mayas_story: LessonBundle, start_desk: StartDesk
) -> None:
    teacher = start_desk(mayas_story, "something-is-not-right", engine)
    teacher.press("4", Qt.Key.Key_Return)
    while teacher.view.film and teacher.view.film.status == "ready":
        teacher.press(Qt.Key.Key_Space)
    teacher.wait(lambda view: teacher.desk.player.position_s > 0.5)
    for key, screen in (("b", ScreenKind.HIDDEN), (".", ScreenKind.HIDDEN), ("k", ScreenKind.CALM)):
        teacher.press(key)
        assert teacher.view.class_view.screen is screen
        teacher.wait(lambda view: teacher.desk.player.state.status.value == "resting")
        teacher.press(key)
        assert teacher.view.class_view.screen is ScreenKind.FILM


def test_a_lesson_is_carried_on_where_it_was_left(
    mayas_story: LessonBundle, start_desk: StartDesk, tmp_path: Path
) -> None:
    teacher = start_desk(mayas_story, "getting-ready", "silent", adaptations=("easy-read",))
    teacher.press("3", Qt.Key.Key_Return, Qt.Key.Key_Right, "+", "c", Qt.Key.Key_Escape)
    left = teacher.view
    teacher.press(Qt.Key.Key_Return)
    assert teacher.desk.windows == []
    places, problems = Journal(tmp_path / "places").places()
    assert problems == ()
    again = start_desk(
        mayas_story, "getting-ready", "silent", adaptations=places[0].adaptations, place=places[0]
    )

    assert again.view.class_view == left.class_view
    assert again.view.film_settings == left.film_settings
    assert again.view.version_title == left.version_title


def test_on_a_shared_screen_the_whole_sitting_is_taught_without_notes(
    mayas_story: LessonBundle, start_desk: StartDesk
) -> None:
    teacher = start_desk(mayas_story, "getting-ready", "silent", screens=Screens.SHARED)
    assert len(teacher.desk.windows) == 1
    for _ in range(200):
        assert teacher.view.notes.say == ()
        assert teacher.view.disclosure_lines == ()
        teacher.press(Qt.Key.Key_F9)
        if not teacher.view.can_go_on:
            break
        teacher.press(Qt.Key.Key_Right)

    assert not teacher.view.can_go_on
