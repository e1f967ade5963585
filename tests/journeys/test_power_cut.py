"""The power goes in the middle of a lesson: the next start knows where it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lesson_player.application.courses import open_course
from lesson_player.model.bundle import LessonBundle
from lesson_player.teaching.journal import Journal, KeptPlace, carry_on
from lesson_player.teaching.state import FilmStatus

_TEACHES = """
import sys
from pathlib import Path
from lesson_player.application.qt_application import without_windows
from lesson_player.application.desk import Sitting, TeachingDesk
from lesson_player.desktop.jobs import JobRunner
from lesson_player.formats.bundle import load_bundle
from lesson_player.foundation.paths import standard_places
from lesson_player.operations.library import find_lesson
from lesson_player.playback.engines import choose_engine
from lesson_player.teaching.journal import Journal

class TellingJournal(Journal):
    def keep(self, place):
        super().keep(place)
        if place.state.film.at_s > 14.0:
            print(place.state.film.at_s, flush=True)

application = without_windows()
places = standard_places()
bundle, _ = load_bundle(find_lesson(places, "mayas-story"), places.films)
asked = Sitting(bundle, "something-is-not-right", ("easy-read",))
desk = TeachingDesk(asked, choose_engine("silent"), TellingJournal(Path(sys.argv[1])), JobRunner())
control = desk.controller
control.go_to(4)
control.run("captions")
while control.view.film.status != "playing":
    control.run("next")
control.seek_film(12.0)
application.exec()
"""


@pytest.fixture
def place_after_the_cut(tmp_path: Path) -> tuple[KeptPlace, float]:
    """The place that is kept, and where the film was by the last file before the program was killed."""
    folder = tmp_path / "places"
    with subprocess.Popen(
        [sys.executable, "-c", _TEACHES, str(folder)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        at_s = float(program.stdout.readline())
        program.send_signal(signal.SIGKILL)
    places, problems = Journal(folder).places()
    assert problems == ()
    assert len(places) == 1
    return places[0], at_s


def test_the_place_in_a_film_that_plays_is_kept_with_captions_and_version(
    place_after_the_cut: tuple[KeptPlace, float], mayas_story: LessonBundle
) -> None:
    place, at_s = place_after_the_cut
    course, _ = open_course(mayas_story, place.adaptations)
    state = carry_on(course, place)

    assert place.card().step_number == 4
    assert place.version_title == "Easy read with symbols"
    assert state.film.at_s >= at_s, "how much comes after the last file is measured by make bench-long"
    assert state.film.status is FilmStatus.RESTING
    assert not state.film_choice.captions
