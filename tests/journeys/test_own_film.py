"""A school puts in its own film, and teaches with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lesson_player.application.film_assistant import FilmDesk
from lesson_player.application.film_import import film_in_use, find_target, import_film, played
from lesson_player.desktop.jobs import JobRunner
from lesson_player.formats.bundle import load_bundle
from lesson_player.formats.film import find_film, load_film
from lesson_player.foundation.paths import Places, standard_places
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.film import Film
from lesson_player.operations.film_import.install import install
from lesson_player.operations.film_import.moments import moments_to_find
from lesson_player.operations.film_import.plan import FilmPlan
from lesson_player.operations.film_import.survey import Survey, survey
from lesson_player.operations.film_import.wish import FilmWish
from lesson_player.operations.library import card_of, find_lesson
from lesson_player.playback.engines import choose_engine
from lesson_player.playback.inspection.process import FilmInspector
from lesson_player.ui.theme.apply import apply_theme
from tests.journeys.conftest import StartDesk
from tests.support.numbered_film import NumberedFilm, make_numbered_film, read_number

FILMS = Path(__file__).parents[2] / "build" / "numbered-films"
FILM = NumberedFilm("webm", 6.0)
BSL = NumberedFilm("mp4", 6.0)
TIMES = {
    "start": 0.2,
    "clues": 1.0,
    "what-can-maya-do": 2.0,
    "maya-tells": 3.0,
    "who-can-you-tell": 4.0,
    "end": 5.6,
}


@pytest.fixture
def places(home: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setenv("LESSON_PLAYER_HOME", str(home))
    return standard_places()


@pytest.fixture(scope="module")
def surveyed(qapp: object) -> Survey:
    """What was found out about a school's own film and its BSL version."""
    films = {"film": make_numbered_film(FILM, FILMS), "bsl": make_numbered_film(BSL, FILMS)}
    wish = FilmWish("mayas-story", films, burnt_in=frozenset(films))
    return played(survey(wish, FilmInspector(), lambda _share, _words: None), choose_engine("vlc"))


@pytest.fixture
def own_film(places: Places, surveyed: Survey) -> LessonBundle:
    """Maya's story after a school's own film was put in."""
    target = find_target("mayas-story", places)
    assert not isinstance(target, str)
    assert surveyed.usable, surveyed.all_problems
    wanted = moments_to_find(target.bundle, "iwf")
    plan = FilmPlan(
        film=target.film,
        title=target.title(),
        survey=surveyed,
        wanted=wanted,
        moments={"film": TIMES, "bsl": {name: at_s + 0.2 for name, at_s in TIMES.items()}},
        checked=True,
        burnt_in=frozenset(surveyed.versions),
    )
    install(plan, target.store(machine=False), lambda _share, _words: None)
    folder = find_lesson(places, "mayas-story")
    assert folder is not None
    bundle, problems = load_bundle(folder, places.films)
    assert bundle is not None
    assert [problem.code for problem in problems if problem.severity.value == "error"] == []
    return bundle


def test_the_library_says_which_film_is_in_use_and_offers_the_version_for_it(own_film: LessonBundle) -> None:
    card = card_of(own_film, ())
    assert "edition IWF" in card.film_words
    assert "sample" not in card.film_words
    assert card.versions[0].adaptations == ("real-film",)
    assert card.versions[0].title == "With the IWF’s film"
    assert {version.adaptations[0] for version in card.versions} == {"real-film"}
    assert ("real-film", "easy-read") in {version.adaptations for version in card.versions}


@pytest.mark.parametrize("engine", ["vlc", "qt"])
def test_the_lesson_teaches_with_the_film_that_was_put_in(
    engine: str, own_film: LessonBundle, start_desk: StartDesk
) -> None:
    teacher = start_desk(own_film, "maya-tells", engine, adaptations=("real-film",))
    while teacher.view.film is None or teacher.view.film.status != "playing":
        teacher.press(Qt.Key.Key_PageDown)
    assert teacher.view.class_view.sample == "", "the film is no sample any more"
    teacher.wait(lambda view: view.class_view.film and view.class_view.film.prompt)

    assert teacher.desk.player.position_s == pytest.approx(TIMES["what-can-maya-do"], abs=0.25)
    frame = teacher.desk.player.frame
    assert frame is not None
    # A busy machine leaves out frames that come too late, also the last ones.
    last = FILM.frame_at(TIMES["what-can-maya-do"])
    assert last - 12 <= read_number(frame.image) <= last + 5
    assert teacher.view.class_view.film is not None
    assert teacher.view.class_view.film.prompt is not None
    assert teacher.view.class_view.film.prompt.heading == "What can Maya do now?"


def test_slides_of_our_own_still_say_sample(own_film: LessonBundle, start_desk: StartDesk) -> None:
    teacher = start_desk(own_film, "maya-tells", "silent", adaptations=("real-film",))
    assert teacher.view.class_view.sample == "Sample"


def test_the_assistant_leads_from_the_files_to_the_film_in_use_and_back(
    places: Places, qtbot: QtBot, qapp: QApplication
) -> None:
    """By Enter alone, as far as the moments stand where they are thought to be."""
    apply_theme(qapp)
    target = find_target("mayas-story", places)
    assert not isinstance(target, str)
    files = iter((make_numbered_film(FILM, FILMS), make_numbered_film(BSL, FILMS)))
    jobs = JobRunner()
    desk = FilmDesk(target, choose_engine("qt"), jobs, choose=lambda *_asked: next(files))
    window, changes = desk.window, []
    desk.changed.connect(lambda: changes.append(film_in_use(target)))

    def press(*keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(window.focusWidget() or window, key)  # type: ignore[truthy-bool] # may be None

    press(Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    window.next_button.setFocus()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(window.next_button.isEnabled, timeout=30_000)
    press(Qt.Key.Key_Return)
    assert window.page.heading.text() == "1 of 6: The story starts"
    qtbot.waitUntil(lambda: all(view.picture.has_image for view in window.moments.views), timeout=20_000)
    for _ in window.subject.wanted:
        press(Qt.Key.Key_Return)
    assert window.page.heading.text() == "Where is the signer?"
    qtbot.waitUntil(lambda: window.signer.picture.has_image, timeout=20_000)
    press(Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.copying.done, timeout=20_000)
    assert changes == ["In use now: Maya's story, the IWF’s film."]
    assert not any(version.moments_estimated for version in film_of(places).versions.values())

    window.copying.undo_button.click()
    assert changes[1:] == ["In use now: Maya's story, the sample film."]
    assert film_of(places).is_sample
    press(Qt.Key.Key_Escape)
    jobs.close()


def test_moments_that_were_only_estimated_are_set_in_the_assistant(
    places: Places, qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp)
    assert (
        import_film(
            "silent",
            FilmWish("mayas-story", {"film": make_numbered_film(FILM, FILMS)}),
            print_nothing,
            print_nothing,
        )
        == 0
    )
    assert film_of(places).versions["film"].moments_estimated
    target = find_target("mayas-story", places)
    assert not isinstance(target, str)
    jobs = JobRunner()
    desk = FilmDesk(target, choose_engine("silent"), jobs, only_moments=True)
    window = desk.window
    window.moments.views[0].go_to(0.5)
    for _ in (*window.subject.wanted, "keep"):
        window.next_button.click()
    film = film_of(places)
    assert film.versions["film"].moments["start"] == 0.5
    assert not film.versions["film"].moments_estimated
    window.next_button.click()
    assert not window.isVisible()
    jobs.close()


def film_of(places: Places) -> Film:
    folder = find_film("mayas-story", places.films)
    assert folder is not None
    loaded, problems = load_film(folder)
    assert loaded is not None
    assert problems == ()
    return loaded.film


def print_nothing(*_said: object) -> None:
    """Hears what is said, and says nothing."""


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is an empty file"),
        (b"Dear all, the film is on the share.\n" * 30, "is not a film"),
        (b"\x00\x00\x00\x20ftypisom" + bytes(range(256)) * 40, "cannot be read as a film"),
        (b"#EXTM3U\nhttp://192.0.2.1/film.mp4\n", "is a list of other files"),
    ],
)
def test_after_a_bad_file_the_assistant_goes_on_and_the_sample_stays(
    places: Places, qtbot: QtBot, qapp: QApplication, tmp_path: Path, content: bytes, says: str
) -> None:
    apply_theme(qapp)
    bad = tmp_path / "film.mp4"
    bad.write_bytes(content)
    files = iter((bad, make_numbered_film(FILM, FILMS)))
    target = find_target("mayas-story", places)
    assert not isinstance(target, str)
    jobs = JobRunner()
    desk = FilmDesk(target, choose_engine("silent"), jobs, choose=lambda *_asked: next(files))
    window = desk.window
    window.files.rows[0].button.click()
    window.next_button.click()
    qtbot.waitUntil(lambda: window.report.survey is not None, timeout=20_000)
    assert window.report.survey is not None
    assert says in window.report.survey.all_problems[-1].sentence
    assert not window.next_button.isEnabled()
    assert film_of(places).is_sample

    window.back_button.click()
    window.files.rows[0].button.click()
    window.next_button.click()
    qtbot.waitUntil(window.next_button.isEnabled, timeout=20_000)
    window.reject()
    jobs.close()
    assert not (places.user_data / "media").exists()
