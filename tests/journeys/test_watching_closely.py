"""A teacher watches a film closely, by keyboard alone: chapters, pauses, a part repeated, frames, speed."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from lesson_player.formats.bundle import load_bundle
from lesson_player.formats.own_layer import own_file
from lesson_player.foundation.paths import standard_places
from lesson_player.model.bundle import LessonBundle
from lesson_player.playback.frame import Frame
from lesson_player.teaching.time_words import minutes_seconds
from lesson_player.teaching.views import TeacherView
from tests.journeys.conftest import StartDesk, Teacher
from tests.support.numbered_film import NumberedFilm, make_numbered_film, read_number

ENGINES = ("vlc", "qt")
FPS = 25
NUMBERED = NumberedFilm(seconds=20.0, container="webm")
FOLDER = Path(__file__).parents[2] / "build" / "numbered-films"
A_FRAME_S = 1 / FPS
BESIDE = {"vlc": 3, "qt": 0}
"""libVLC does not say which frame it shows; on a busy machine it is up to three beside the right one
(docs/decisions/0028)."""
GOES_BY_NEW_SPEED_AFTER_S = {"vlc": 1.5, "qt": 0.4}
"""libVLC shows what it has decoded ahead first; after a second or two of film it goes by a new speed."""
MAY_BE_LOST = 12
"""Frames that a busy machine may leave out in a row; engines drop those that come too late."""


@pytest.fixture(scope="session")
def numbered_story(mayas_story: LessonBundle) -> LessonBundle:
    """Maya's story with a numbered film in place of the sample's, its moments at the same shares of it."""
    path = make_numbered_film(NUMBERED, FOLDER)
    loaded = mayas_story.films["mayas-story"]
    version = loaded.film.versions["film"]
    share = NUMBERED.seconds / version.duration
    moments = {name: round(at_s * share, 2) for name, at_s in version.moments.items()}
    changed = version.model_copy(
        update={"file": path.name, "duration": NUMBERED.seconds, "moments": moments, "loudness": None}
    )
    film = loaded.film.model_copy(update={"versions": {"film": changed}})
    films = {"mayas-story": loaded.model_copy(update={"film": film, "folder": path.parent})}
    return mayas_story.model_copy(update={"films": films})


def watch(teacher: Teacher, past_s: float = 0.5) -> None:
    """Go to the film and play it past a second."""
    teacher.press("4", Qt.Key.Key_Return)
    teacher.wait(lambda view: view.film is not None)
    while teacher.view.film and teacher.view.film.status == "ready":
        teacher.press(Qt.Key.Key_PageDown)
    teacher.wait(lambda view: teacher.desk.player.position_s > past_s)


def at_s(teacher: Teacher) -> float:
    film = teacher.view.film
    assert film is not None
    return film.at_s


def status(teacher: Teacher) -> str:
    film = teacher.view.film
    assert film is not None
    return film.status


def number_on_show(teacher: Teacher) -> int:
    frame = teacher.desk.player.frame
    assert frame is not None
    return read_number(frame.image)


def rest(teacher: Teacher) -> None:
    """Let the film rest, and wait until the frame that stays is there."""
    teacher.press("p")
    teacher.wait(partial(_rests, teacher))


def _rests(teacher: Teacher, view: TeacherView) -> bool:
    """Whether the film rests with its picture, and the lesson stands where the picture is."""
    player = teacher.desk.player
    if view.film is None or view.film.status != "resting" or player.state.status.value != "resting":
        return False
    return player.frame is not None and abs(player.frame.time_s - view.film.at_s) < 3 * A_FRAME_S


def _rests_at(teacher: Teacher, there_s: float, view: TeacherView) -> bool:
    return _rests(teacher, view) and abs(at_s(teacher) - there_s) < A_FRAME_S


def _has_gone_on(teacher: Teacher, start_s: float, _view: TeacherView) -> bool:
    return teacher.desk.player.position_s > start_s


def _note_how_far_ahead(ahead: list[float], frame: Frame) -> None:
    """By how many frames a frame's time is later than its number says."""
    ahead.append(frame.time_s * FPS - read_number(frame.image))


def _has_seen(ahead: list[float], count: int, _view: TeacherView) -> bool:
    return len(ahead) >= count


def _shows(teacher: Teacher, number: int, slack: int, view: TeacherView) -> bool:
    """Whether that frame is on show, and the lesson stands at its time."""
    here = view.film.at_s if view.film else -1.0
    shown = abs(number_on_show(teacher) - number) <= slack
    return shown and abs(here - NUMBERED.time_of(number)) < A_FRAME_S / 2


@pytest.mark.parametrize("engine", ENGINES)
def test_keys_go_from_chapter_to_chapter(
    engine: str, mayas_story: LessonBundle, start_desk: StartDesk
) -> None:
    teacher = start_desk(mayas_story, "something-is-not-right", engine)
    watch(teacher)
    starts = [chapter.at_s for chapter in teacher.view.film.chapters] if teacher.view.film else []
    assert starts[:3] == [0.0, 17.4, 31.24]
    assert len(starts) > 3
    teacher.press("n")
    teacher.wait(lambda view: teacher.desk.player.frame and teacher.desk.player.frame.time_s >= 17.3)
    assert starts[1] <= at_s(teacher) < starts[2]
    teacher.press("n", "p")
    teacher.wait(partial(_rests, teacher))
    assert starts[2] <= at_s(teacher) < starts[3]
    teacher.press("j" if at_s(teacher) - starts[2] < 2.0 else "jj")
    teacher.wait(partial(_rests_at, teacher, starts[1]))
    teacher.press("n")
    teacher.wait(partial(_rests_at, teacher, starts[2]))
    teacher.press("j")
    teacher.wait(partial(_rests_at, teacher, starts[1]))
    assert "Chapter: The first message" in teacher.view.progress


@pytest.mark.parametrize("engine", ENGINES)
def test_a_pause_point_is_added_met_and_there_next_time(
    engine: str, mayas_story: LessonBundle, start_desk: StartDesk, tmp_path: Path
) -> None:
    teacher = start_desk(mayas_story, "something-is-not-right", engine)
    watch(teacher, 1.2)
    teacher.press("a")
    pause = teacher.desk.controller.state.own_pauses[0].pause
    assert (pause.at, pause.prompt) == ("start", None)
    assert status(teacher) == "playing"
    assert pause.after > 1.0
    assert f"A pause point is added at {minutes_seconds(pause.after)}" in teacher.view.progress
    teacher.press(",")
    teacher.wait(lambda view: view.film and view.film.status == "resting")
    assert teacher.desk.player.position_s == pytest.approx(pause.after, abs=A_FRAME_S)
    assert teacher.view.class_view.film is not None
    assert teacher.view.class_view.film.prompt is None, "the film rests calmly"
    teacher.press(Qt.Key.Key_PageDown)
    teacher.wait(lambda view: teacher.desk.player.position_s > pause.after + 0.2)
    teacher.press(Qt.Key.Key_Escape, Qt.Key.Key_Return)
    assert teacher.desk.windows == []
    assert own_file(tmp_path / "own", "mayas-story").is_file()

    again, problems = load_bundle(mayas_story.folder, standard_places().films, tmp_path / "own")
    assert again is not None
    assert [problem for problem in problems if "own" in problem.file] == []
    later = start_desk(again, "something-is-not-right", engine)
    watch(later, 0.2)
    later.wait(lambda view: view.film and view.film.status == "resting")
    assert later.desk.player.position_s == pytest.approx(pause.after, abs=A_FRAME_S)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_part_is_repeated_twice_and_exactly(
    engine: str, numbered_story: LessonBundle, start_desk: StartDesk
) -> None:
    teacher = start_desk(numbered_story, "something-is-not-right", engine)
    numbers: list[int] = []
    watch(teacher, 0.6)
    teacher.press("l")
    from_s = at_s(teacher)
    teacher.wait(lambda view: teacher.desk.player.position_s > from_s + 1.0)
    teacher.press("l")
    repeat = teacher.desk.controller.state.film.repeat
    assert repeat is not None
    assert repeat.to_s is not None

    stops: list[float] = []

    def note(frame: Frame) -> None:
        numbers.append(read_number(frame.image))

    to_s = repeat.to_s
    teacher.wait(lambda view: number_on_show(teacher) < round(to_s * FPS) - 5)
    teacher.desk.player.frame_ready.connect(note)
    teacher.desk.player.pause_reached.connect(stops.append)

    def turns() -> list[tuple[int, int]]:
        return [(before, after) for before, after in pairwise(numbers) if before - after > MAY_BE_LOST]

    teacher.wait(lambda view: len(turns()) >= 2)
    teacher.desk.player.frame_ready.disconnect(note)
    assert stops[:2] == [to_s, to_s]
    first, last = NUMBERED.frame_at(repeat.from_s), NUMBERED.frame_at(repeat.to_s)
    beside = BESIDE[engine]
    for before, after in turns():
        assert last - MAY_BE_LOST <= before <= last + 1 + beside, "to the end of the part and not beyond"
        assert first - 1 - beside <= after <= first + MAY_BE_LOST, "back to its start and not before"
    part = f"{minutes_seconds(repeat.from_s)} to {minutes_seconds(repeat.to_s)}"
    assert f"Repeats {part}" in teacher.view.progress
    teacher.press("l")
    teacher.wait(lambda view: teacher.desk.player.position_s > to_s + 0.2)


@pytest.mark.parametrize("engine", ENGINES)
def test_single_frames_are_exact(engine: str, numbered_story: LessonBundle, start_desk: StartDesk) -> None:
    teacher = start_desk(numbered_story, "something-is-not-right", engine)
    watch(teacher, 1.0)
    rest(teacher)
    frame = teacher.desk.player.frame
    assert frame is not None
    here = NUMBERED.frame_at(frame.time_s)
    for key, steps in (("o", 1), ("o", 2), ("o", 3), ("i", 2), ("i", 1), ("i", 0), ("i", -1)):
        teacher.press(key)
        teacher.wait(partial(_shows, teacher, here + steps, BESIDE[engine]))
    assert status(teacher) == "resting"


@pytest.mark.parametrize("engine", ENGINES)
def test_at_another_speed_the_time_is_still_true(
    engine: str, numbered_story: LessonBundle, start_desk: StartDesk
) -> None:
    teacher = start_desk(numbered_story, "something-is-not-right", engine)
    watch(teacher, 0.6)
    for keys, rate in (("{{{", 0.5), ("}}}}}}", 1.5), ("u", 1.0)):
        teacher.press(keys)
        assert teacher.desk.player.state.rate == rate
        # Back to the start each time: at its first pause, seven seconds in, the film would rest.
        teacher.desk.controller.seek_film(0.6)
        new_speed_s = teacher.desk.player.position_s + GOES_BY_NEW_SPEED_AFTER_S[engine]
        teacher.wait(partial(_has_gone_on, teacher, new_speed_s))
        ahead: list[float] = []
        note = partial(_note_how_far_ahead, ahead)
        teacher.desk.player.frame_ready.connect(note)
        teacher.wait(partial(_has_seen, ahead, 9))
        teacher.desk.player.frame_ready.disconnect(note)
        assert abs(median(ahead)) <= 2.5, f"at {rate} most frames have their own time"


def test_the_search_takes_letters_and_the_lesson_goes_on_after_it(
    mayas_story: LessonBundle, start_desk: StartDesk
) -> None:
    teacher = start_desk(mayas_story, "something-is-not-right", "silent")
    watch(teacher, 0.1)
    QTest.keyClick(teacher.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = teacher.window.focusWidget()
    assert isinstance(field, QLineEdit)
    teacher.press("biscuit ")
    assert field.text() == "biscuit "
    assert teacher.view.class_view.screen.value == "film", "b did not hide it"
    teacher.press(Qt.Key.Key_Escape, "b")
    assert teacher.view.class_view.screen.value == "hidden"
