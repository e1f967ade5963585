"""A coordinator makes a version of Maya's story by keyboard alone; it is shared, installed and taught."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from lesson_player.adapting.parts import PartKind, parts_of
from lesson_player.application.editor import EditorDesk
from lesson_player.application.packs import store_of
from lesson_player.desktop.jobs import JobRunner
from lesson_player.foundation.paths import Places, standard_places
from lesson_player.foundation.policy import Policy
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.lesson import FilmStep
from lesson_player.operations.library import find_lesson, load_lesson
from lesson_player.operations.packs.clashes import Answer
from lesson_player.operations.packs.contents import look_into
from lesson_player.operations.packs.gather import PackWish
from lesson_player.operations.packs.install import install
from lesson_player.operations.packs.share import share
from lesson_player.operations.versions import OpenedVersion, new_version, open_version, version_path
from lesson_player.playback.engines import choose_engine
from lesson_player.teaching import film_moves, moves
from lesson_player.teaching.course import Course
from lesson_player.teaching.state import LessonState
from lesson_player.ui.theme.apply import apply_theme
from tests.journeys.conftest import StartDesk
from tests.support.coordinator import ALT, CTRL, SHIFT, Coordinator, Key


def silent(_share: float, _words: str = "") -> None:
    """Nobody watches how far it is."""


Open = Callable[[Places], tuple[Coordinator, LessonBundle]]


def at_home(folder: Path) -> Places:
    own = (folder / "data", folder / "state", folder / "config")
    return replace(standard_places(), user_data=own[0], user_state=own[1], user_config=own[2])


def load(places: Places) -> LessonBundle:
    bundle, _ = load_lesson(find_lesson(places, "mayas-story"), places)
    assert bundle is not None
    return bundle


@pytest.fixture
def open_editor(qtbot: QtBot, qapp: QApplication) -> Iterator[Open]:
    apply_theme(qapp)
    jobs, desks = JobRunner(), []

    def start(places: Places) -> tuple[Coordinator, LessonBundle]:
        made = new_version(load(places), places, "My short version", "For a test.")
        bundle = load(places)
        found = open_version(bundle, places, made.id)
        assert isinstance(found, OpenedVersion)
        host = SimpleNamespace(
            places=places,
            jobs=jobs,
            keys=SimpleNamespace(book=None),
            settings=SimpleNamespace(policy=Policy()),
            engine=choose_engine("silent"),
        )
        desk = EditorDesk(bundle, found, host)
        desks.append(desk)
        desk.window.resize(1366, 768)
        desk.window.show()
        qtbot.waitExposed(desk.window)
        return Coordinator(desk, qtbot), bundle

    yield start
    for desk in desks:
        desk.end()
    jobs.close()


def change_ten_things(who: Coordinator) -> None:
    """Ten different kinds of change."""
    who.go_to_step("our-rules")
    who.press(Key.Key_F6)
    who.tab_to("Line 1")
    who.write("We listen.")  # the text of a line
    who.press(Key.Key_P, held=ALT)  # its picture
    who.write("ear")
    who.press(Key.Key_Down, Key.Key_Return)
    who.tab_to("Use this picture")
    who.press(Key.Key_Return)
    who.tab_to("Line 4")
    who.press(Key.Key_Return, held=ALT)  # a step split
    who.write("More rules")  # the title of its second part

    who.go_to_step("welcome")
    who.press(Key.Key_F6)
    who.tab_to("Line 2")
    who.press(Key.Key_Delete, held=ALT)  # a line hidden
    who.tab_to("Line 3")
    who.press(Key.Key_Return, held=CTRL)  # a line added
    who.write("We take our time.")
    who.tab_to("One minute more")
    who.press(Key.Key_Space)  # minutes
    who.tab_to("Say")
    who.write("Good morning.")  # notes

    who.go_to_step("people-who-help")
    who.press(Key.Key_Delete)  # a step hidden
    who.go_to_step("words-online")
    who.press(Key.Key_Down, held=ALT)  # a step moved
    who.press(Key.Key_Return, held=CTRL | SHIFT)  # a slide added
    who.write("What we will see")

    who.press(Key.Key_F8)  # presets
    who.tab_to("Calm and predictable")
    who.press(Key.Key_Space, Key.Key_Escape)


def test_ten_kinds_of_change_by_keyboard_shared_installed_and_taught(
    open_editor: Open, start_desk: StartDesk, tmp_path: Path
) -> None:
    places = at_home(tmp_path / "coordinator")
    who, _ = open_editor(places)
    change_ten_things(who)
    adaptation, name = who.adaptation, who.adaptation.id
    kinds = {(part.kind, part.field if part.kind in FIELDS else "") for part in parts_of(adaptation)}
    who.desk.end()

    assert kinds >= TEN
    again = open_version(load(places), places, name)
    assert isinstance(again, OpenedVersion)
    assert parts_of(again.opened.adaptation) == parts_of(adaptation)

    file = tmp_path / "mine.lessonpack"
    share(load(places), places, PackWish((name,)), file, silent)
    other = at_home(tmp_path / "class")
    contents = look_into(file, silent)
    install(contents, other, store_of(other, machine=False), Answer.STOP, silent)

    teacher = start_desk(load(other), "getting-ready", "silent", adaptations=(name,))
    titles = [entry.title for entry in teacher.view.steps]
    assert "More rules" in titles
    assert "What we will see" in titles
    assert "People who can help" not in titles
    teacher.press(Key.Key_Home)
    while teacher.view.class_view.slide.heading != "Welcome":
        teacher.press(Key.Key_Right)
    texts = [row.text for row in teacher.view.class_view.slide.rows]
    assert texts[-1] == "We take our time."
    assert len(texts) == 3


FIELDS = {PartKind.LINE, PartKind.STEP}
TEN = {
    (PartKind.LINE, "text"),
    (PartKind.LINE, "picture"),
    (PartKind.LINE, "hidden"),
    (PartKind.ADDED_LINE, ""),
    (PartKind.STEP, "minutes"),
    (PartKind.STEP, "hidden"),
    (PartKind.NOTES, ""),
    (PartKind.SPLIT, ""),
    (PartKind.MOVED_STEP, ""),
    (PartKind.ADDED_STEP, ""),
    (PartKind.PRESETS, ""),
}


def test_what_is_tried_out_leaves_nothing_and_comes_back(open_editor: Open, tmp_path: Path) -> None:
    places = at_home(tmp_path)
    who, _ = open_editor(places)
    who.go_to_step("our-rules")
    before = version_path(places, "mayas-story", who.adaptation.id).read_text(encoding="utf-8")
    who.press(Key.Key_F5)
    trial = who.desk.trial
    assert trial is not None
    assert trial.controller.view.class_view.slide.id == "our-rules"
    assert not who.desk.window.isVisible()

    trial.controller.end()
    who.bot.waitUntil(lambda: who.desk.trial is None)
    assert who.desk.window.isVisible()
    assert who.desk.controller.place.step == "our-rules"
    assert version_path(places, "mayas-story", who.adaptation.id).read_text(encoding="utf-8") == before
    assert not places.kept_places.exists()


def test_a_kill_after_a_second_loses_nothing(open_editor: Open, tmp_path: Path) -> None:
    places = at_home(tmp_path)
    who, _ = open_editor(places)
    who.go_to_step("welcome")
    who.press(Key.Key_F6)
    who.write("Good morning")
    file = version_path(places, "mayas-story", who.adaptation.id)
    # Nothing is closed or saved: the file follows by itself.
    who.bot.waitUntil(lambda: "Good morning" in file.read_text(encoding="utf-8"))
    assert isinstance(who.focus, QWidget)
    assert not isinstance(who.focus, QAbstractButton)


def test_captions_are_changed_by_keyboard_alone_and_the_class_sees_them(
    open_editor: Open, start_desk: StartDesk, tmp_path: Path
) -> None:
    places = at_home(tmp_path)
    who, bundle = open_editor(places)
    files = {path: path.read_bytes() for path in bundle.films["mayas-story"].folder.glob("*.vtt")}
    who.press(Key.Key_F, held=CTRL)
    who.write("story: part 1")
    who.press(Key.Key_Return)
    who.press(Key.Key_C, held=ALT)
    who.press(Key.Key_Down, Key.Key_Return, Key.Key_Home)
    who.press(Key.Key_Return, held=ALT)  # split where the second line begins
    who.press(Key.Key_Down, held=CTRL)
    who.press(Key.Key_Down, held=CTRL)
    who.write("Sit still, dog!")  # a word fixed
    who.press(Key.Key_Right, held=ALT)  # and a little later
    who.press(Key.Key_Down, held=CTRL)
    who.press(Key.Key_J, held=ALT)  # joined with the next
    who.press(Key.Key_PageDown, held=ALT | SHIFT)  # all of them half a second later
    who.press(Key.Key_Escape)
    adaptation, name = who.adaptation, who.adaptation.id
    who.desk.end()

    assert [part.kind for part in parts_of(adaptation)] == [PartKind.CAPTION_SHIFT] + [PartKind.CAPTION] * 3
    teacher = start_desk(load(places), "something-is-not-right", "silent", adaptations=(name,))
    film = (step for step in teacher.view.steps if step.title == "Maya’s story: part 1")
    controller, place = teacher.desk.controller, next(film).number - 1

    def seen(at_s: float) -> list[str]:
        controller.make(
            lambda course, state: film_moves.to_place(course, film_step(course, state), state, at_s)
        )
        shown = teacher.view.class_view.film
        assert shown is not None
        return [cue.text for cue in shown.cues]

    controller.make(lambda course, state: moves.go_to(course, state, place))
    controller.make(lambda course, state: film_moves.play_or_rest(course, film_step(course, state), state))
    controller.make(lambda course, state: film_moves.play_or_rest(course, film_step(course, state), state))
    assert [seen(at_s) for at_s in (9.0, 12.0, 13.5, 20.0)] == [
        ["Maya is fourteen."],
        ["She loves to draw."],
        ["Sit still, dog!"],
        ["She shares her drawings online.\nPeople send hearts and kind words."],
    ]
    assert seen(8.6) == [], "all captions come half a second later"
    said = [line.text for line in teacher.view.transcript]
    assert "Sit still, dog!" in said
    assert "Sit still, Biscuit!" not in said
    assert {path: path.read_bytes() for path in files} == files


def film_step(course: Course, state: LessonState) -> FilmStep:
    step = moves.current_step(course, state)
    assert isinstance(step, FilmStep)
    return step
