"""The windows of a lesson that is being taught, at a few places of it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from docs.pictures.screens import PROJECTOR_NAME
from lesson_player.application.courses import begin, open_course
from lesson_player.application.desk import Screens, Sitting, TeachingDesk
from lesson_player.desktop.jobs import JobRunner
from lesson_player.formats.bundle import load_bundle
from lesson_player.foundation.paths import standard_places
from lesson_player.operations.library import find_lesson
from lesson_player.playback.engines import choose_engine
from lesson_player.teaching import moves
from lesson_player.teaching.journal import Journal, KeptPlace, kept_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docs.pictures.camera import Camera
    from lesson_player.model.bundle import LessonBundle

LESSON = "mayas-story"
_ONE_FRAME_S = 0.04
"""The sample film has 25 frames a second."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A place in the lesson, as a teacher would have come to it."""

    sitting: str
    step: str
    presses: int = 0
    """How often Next was pressed in this step."""
    film_s: float | None = None
    """Where the film rests, in seconds of the version that is on."""
    asks: bool = False
    """Whether the film rests at its pause point, so that its question is asked."""
    swapped: bool = False
    """Whether the film's other version is on."""
    spent_s: float = 0.0
    """What the timer shows."""
    step_spent_s: float = 0.0
    """How much of it was spent in this step."""


ROWS = Stand("block-report-tell", "three-good-things", presses=2, spent_s=164.0, step_spent_s=95.0)
FILM = Stand("something-is-not-right", "film-part-1", film_s=12.0, spent_s=152.0, step_spent_s=30.0)
_SIGNED = Stand("something-is-not-right", "film-part-1", film_s=13.0, swapped=True)
_QUESTION = Stand("something-is-not-right", "film-part-1", asks=True)
LEFT = Stand("something-is-not-right", "film-part-1", film_s=31.5, spent_s=172.0, step_spent_s=50.0)
"""Where the library's picture offers to carry on."""


def take_pictures(camera: Camera) -> None:
    """Take the class screen at a slide and in the film, and the teacher's window beside them."""
    with taught(camera, ROWS) as desk:
        camera.take("class", desk.windows[0])
        camera.take("teacher", desk.windows[1])
    with taught(camera, FILM) as desk:
        camera.take("class-film", desk.windows[0])
        camera.take("teacher-film", desk.windows[1])
    with taught(camera, _SIGNED) as desk:
        camera.take("class-bsl", desk.windows[0])
    with taught(camera, _QUESTION) as desk:
        camera.take("class-question", desk.windows[0])


def shipped_lesson() -> LessonBundle:
    """The lesson that comes with the program. Raises ValueError when it does not load."""
    places = standard_places()
    folder = find_lesson(places, LESSON)
    bundle, problems = load_bundle(folder, places.films) if folder else (None, ())
    if bundle is None:
        raise ValueError("; ".join(map(str, problems)) or f"there is no lesson called {LESSON}")
    return bundle


def place_at(bundle: LessonBundle, stand: Stand, saved: datetime) -> KeptPlace:
    """The place that the program would have kept there."""
    course, prepared = open_course(bundle)
    state = begin(course, prepared, stand.sitting)
    state = moves.go_to(course, state, course.lesson.sitting(stand.sitting).steps.index(stand.step))
    if stand.swapped:
        state = moves.swap_version(course, state)
    for _ in range(stand.presses):
        state = moves.next_beat(course, state)
    if stand.film_s is not None:
        state = moves.seek_film(course, state, stand.film_s)
    if stand.asks:
        state = moves.film_reached_mark(course, moves.play_or_rest(course, state))
    state = state.model_copy(update={"spent_s": stand.spent_s, "step_spent_s": stand.step_spent_s})
    return kept_place(course, state, "picture", saved)


@contextmanager
def taught(camera: Camera, stand: Stand) -> Iterator[TeachingDesk]:
    """The lesson carried on from *stand*: class window first, then the teacher's."""
    bundle, jobs = shipped_lesson(), JobRunner()
    place = place_at(bundle, stand, datetime.now().astimezone())
    journal = Journal(standard_places().kept_places)
    desk = TeachingDesk(
        Sitting(bundle, stand.sitting, screens=Screens.TWO, class_screen=PROJECTOR_NAME, place=place),
        choose_engine(),
        journal,
        jobs,
    )
    _stop_the_timer(desk)
    if stand.film_s is not None or stand.asks:
        camera.wait_for("the film's frame", lambda: _shows_its_frame(desk))
    yield desk
    desk.controller.end()
    desk.shown.put_away()
    (standard_places().kept_places / f"{place.key}.json").unlink(missing_ok=True)
    jobs.close()


def _stop_the_timer(desk: TeachingDesk) -> None:
    """The same time stands in the picture however long the film took to open."""
    for timer in desk.controller.findChildren(QTimer):
        timer.stop()


def _shows_its_frame(desk: TeachingDesk) -> bool:
    frame, wanted_s = desk.player.frame, desk.controller.state.film.at_s
    return (
        frame is not None
        and desk.controller.frame is not None
        and abs(frame.time_s - wanted_s) <= _ONE_FRAME_S
    )
