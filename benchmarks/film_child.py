"""One engine playing a 1080p25 film in the class window, measured from inside its process.

    python -m benchmarks.film_child ENGINE FILE WIDTH HEIGHT whole|captions

"whole": the picture fills the window, as the peers' do. "captions": room for captions is kept below it.
Prints lines of "name value": first_frame_ms of several openings; then "playing", after which the parent reads
the processor time; then lost, the number of frames of ten seconds that were never painted.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtTest import QTest

from lesson_player.application.qt_application import with_windows
from lesson_player.control.keeper import PlaceKeeper
from lesson_player.control.teaching import TeachingController
from lesson_player.desktop.jobs import JobRunner
from lesson_player.model.captions import CueTrack
from lesson_player.model.lesson import Wording
from lesson_player.playback.engines import choose_engine
from lesson_player.playback.pair import VersionPair
from lesson_player.rendering.pictures import PictureStore
from lesson_player.teaching.course import Course
from lesson_player.teaching.journal import Journal
from lesson_player.ui.audience.window import AudienceWindow
from tests.support import small_lesson

_OPENINGS = 8
_SECONDS = 10.0
FPS = 25
_POLL_MS = 50
_FILM_S = 14.0
"""How long the film is."""
_PATIENCE_S = 180.0
"""So long a busy machine may take for something; then it is taken to be broken."""


class Painted(QObject):
    """Which frames of the film have been painted on the class window."""

    def __init__(self, controller: TeachingController, player: VersionPair) -> None:
        super().__init__()
        self._controller, self._player = controller, player
        self.numbers: set[int] = set()
        self.first_at = 0.0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        film = self._controller.view.class_view.film
        frame = self._player.frame
        if event.type() == QEvent.Type.Paint and film and film.status == "playing" and frame:
            self.first_at = self.first_at or time.perf_counter()
            self.numbers.add(round(frame.time_s * FPS))
        return False


def course(film: Path, *, captions: bool) -> Course:
    """A lesson whose only film is *film*, played from its start without a pause."""
    bundle = small_lesson.bundle()
    loaded = small_lesson.loaded_film(film.parent)
    version = loaded.film.versions["film"].model_copy(
        update={"file": film.name, "duration": _FILM_S, "moments": {"start": 0.0, "end": _FILM_S}}
    )
    if not captions:
        version = version.model_copy(update={"captions": ()})
    described = loaded.film.model_copy(update={"versions": {"film": version}})
    loaded = loaded.model_copy(update={"film": described, "captions": {"film/standard": CueTrack()}})
    watch = bundle.lesson.step("watch").model_copy(update={"pauses": ()})
    steps = tuple(watch if step.id == "watch" else step for step in bundle.lesson.steps)
    lesson = bundle.lesson.model_copy(update={"steps": steps})
    bundle = bundle.model_copy(update={"lesson": lesson, "films": {"small-film": loaded}})
    return Course(bundle, lesson, Wording.STANDARD, "As written", small_lesson.threes)


def wait_for(what: Callable[[], object], seconds: float = _PATIENCE_S) -> None:
    """Let events come until *what* holds. Sleeps between events, as the program's own loop does."""
    loop, poll, limit = QEventLoop(), QTimer(), QTimer(singleShot=True)
    poll.timeout.connect(lambda: loop.quit() if what() else None)
    limit.timeout.connect(lambda: sys.exit("waited too long"))
    poll.start(_POLL_MS)
    limit.start(round(seconds * 1000))
    loop.exec()


@dataclass(frozen=True)
class Shown:
    """A class window with a lesson whose film can be started."""

    controller: TeachingController
    player: VersionPair
    window: AudienceWindow
    film_step: int
    """Number of the step with the film, counted from 1."""


@contextmanager
def class_window(engine: str, made: Course, width: int, height: int) -> Iterator[Shown]:
    """The class window of a lesson under an engine, at the step before its film."""
    jobs = JobRunner()
    player = VersionPair(choose_engine(engine).make_player)
    keeper = PlaceKeeper(made, Journal(Path(tempfile.mkdtemp())), "bench", jobs)
    state = small_lesson.at_step(made, "rules")
    controller = TeachingController(made, state, player, PictureStore(lambda _id: None), keeper)
    window = AudienceWindow(controller)
    window.resize(width, height)
    window.show()
    controller.begin()
    QTest.qWait(500)
    film_step = [step.id for step in made.steps("one")].index("watch") + 1
    yield Shown(controller, player, window, film_step)
    controller.end()
    jobs.close()


def main() -> None:
    engine, file, width, height, room = sys.argv[1:]
    _application = with_windows()
    made = course(Path(file), captions=room == "captions")
    with class_window(engine, made, int(width), int(height)) as shown:
        _measure(shown)


def _measure(shown: Shown) -> None:
    controller, player = shown.controller, shown.player
    painted = Painted(controller, player)
    shown.window.picture.installEventFilter(painted)
    for _ in range(_OPENINGS):
        painted.first_at = 0.0
        started = time.perf_counter()
        controller.go_to(shown.film_step)
        controller.run("next")
        wait_for(lambda: painted.first_at)
        print("first_frame_ms", (painted.first_at - started) * 1000, flush=True)
        controller.go_to(1)
        QTest.qWait(200)
    controller.go_to(shown.film_step)
    QTest.qWait(500)
    painted.numbers.clear()
    controller.run("next")
    wait_for(lambda: len(painted.numbers) > FPS)
    print("playing", flush=True)
    first = max(painted.numbers)
    # A busy machine that paints few frames may begin to count too late for ten seconds: then to the end.
    last = min(first + round(_SECONDS * FPS), round((_FILM_S - 0.4) * FPS))
    wait_for(lambda: player.position_s > last / FPS + 0.2)
    expected = set(range(first, last))
    print("lost", len(expected - painted.numbers), flush=True)


if __name__ == "__main__":
    main()
