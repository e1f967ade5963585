"""The assistant that puts a film in: one question after the other, nothing changed before the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lesson_player.model.adaptation import MomentToFind
from lesson_player.model.film import Signer
from lesson_player.model.media import Examination, MediaFacts
from lesson_player.operations.film_import.findings import stops, warns
from lesson_player.operations.film_import.plan import FilmPlan
from lesson_player.operations.film_import.survey import Survey, VersionSurvey
from lesson_player.operations.film_import.wish import FilmWish
from lesson_player.playback.silent import FilmFacts, SilentPlayer
from lesson_player.ui.film_import.subject import Subject, VersionToSet
from lesson_player.ui.film_import.window import FilmAssistant
from lesson_player.ui.theme.apply import apply_theme
from tests.support.probes import WindowProbe, accessible, name_of, walk

WANTED = tuple(
    MomentToFind(id=name, title=title, about=about)
    for name, title, about in (
        ("start", "The story starts", "Where it begins."),
        ("tells", "Maya tells someone", "Where Maya begins to tell."),
        ("end", "The story ends", None),
    )
)
SUBJECT = Subject(
    lesson="mayas-story",
    title="Maya’s story",
    film="mayas-story",
    film_title="Maya’s story",
    wanted=WANTED,
    plot_steps=("Part one", "Part two"),
    adaptation="With the IWF’s film",
    for_all=True,
)
TIMES = {"start": 0.5, "tells": 30.0, "end": 59.0}


class Helper:
    """Somebody at the assistant, and all that it asks for."""

    def __init__(self, window: FilmAssistant, probe: WindowProbe) -> None:
        self.window = window
        self.probe = probe
        self.wishes: list[FilmWish] = []
        self.plans: list[tuple[FilmPlan, bool]] = []
        self.setups: list[tuple[object, object]] = []
        self.stopped: list[str] = []
        self.undone: list[bool] = []
        window.look_asked.connect(self.wishes.append)
        window.install_asked.connect(lambda plan, machine: self.plans.append((plan, machine)))
        window.setup_asked.connect(lambda moments, signer: self.setups.append((moments, signer)))
        window.stop_asked.connect(lambda: self.stopped.append("stop"))
        window.undo_asked.connect(self.undone.append)

    def next(self, times: int = 1) -> None:
        for _ in range(times):
            assert self.window.next_button.isEnabled()
            self.probe.click(self.window.next_button)
            self.probe.settle()

    def found(self, found: Survey) -> None:
        """The files have been looked at."""
        self.window.show_survey(found)
        self.probe.settle()

    def to_moments(self, *versions: str) -> None:
        """Choose files and have them found good."""
        for row, _version in zip(self.window.files.rows, versions, strict=False):
            self.probe.click(row.button)
        self.next()
        self.found(survey(*versions))
        self.next()

    def heading(self) -> str:
        return self.window.page.heading.text()


Make = Callable[..., Helper]


def survey(*versions: str, **changes: object) -> Survey:
    facts = MediaFacts(
        container="MP4",
        size_bytes=5_000_000,
        duration_s=60.0,
        width=1280,
        height=720,
        video_codec="h264",
        frame_rate=25.0,
        sound_codec="aac",
        channels=2,
    )
    seen = Examination(frames=1500, decoded_to_s=59.96, loudness=-23.0)
    found = {
        name: VersionSurvey(name, Path(f"/stick/{name}.mp4"), facts, seen)
        for name in versions or ("film", "bsl")
    }
    return replace(Survey(found), **changes)  # type: ignore[arg-type]


@pytest.fixture
def assistant(qapp: QApplication, windows: list[QWidget]) -> Make:
    """Opens the assistant; every file dialog answers with the next file of a stick."""

    def make(
        subject: Subject = SUBJECT,
        *,
        width: int = 1040,
        height: int = 680,
        names: tuple[str, ...] = ("film.mp4", "bsl.mp4", "captions.vtt", "other.mp4"),
    ) -> Helper:
        left = iter(names)

        def choose(_title: str, _fits: str, _folder: Path | None) -> Path:
            return Path("/stick") / next(left)

        def player(parent: QWidget) -> SilentPlayer:
            made = SilentPlayer(probe=lambda _path: FilmFacts(60.0, 1280, 720))
            made.setParent(parent)
            return made

        window = FilmAssistant(subject, player, choose=choose)
        windows.append(window)
        probe = WindowProbe(window)
        probe.show(width, height)
        return Helper(window, probe)

    return make


def test_only_the_film_is_needed(assistant: Make) -> None:
    helper = assistant()
    assert not helper.window.next_button.isEnabled()
    helper.probe.key(Qt.Key.Key_Return)
    assert helper.window.files.rows[0].name.text() == "film.mp4"
    helper.next()
    (wish,) = helper.wishes
    assert wish.films == {"film": Path("/stick/film.mp4")}
    assert wish.machine is False
    assert wish.burnt_in == frozenset()


def test_files_and_answers_are_passed_on(assistant: Make) -> None:
    helper = assistant()
    for row in helper.window.files.rows[:3]:
        helper.probe.click(row.button)
    helper.probe.click(helper.window.files.burnt_in.chips[3])
    helper.probe.click(helper.window.files.place.chips[1])
    helper.next()
    (wish,) = helper.wishes
    assert wish.films == {"film": Path("/stick/film.mp4"), "bsl": Path("/stick/bsl.mp4")}
    assert wish.captions == {"film": Path("/stick/captions.vtt")}
    assert (wish.burnt_in, wish.machine) == (frozenset({"bsl"}), True)


def test_easy_captions_and_descriptions_are_asked_for_in_both_versions(assistant: Make) -> None:
    names = ("film.mp4", "bsl.mp4", "c.vtt", "c-bsl.vtt", "e.vtt", "e-bsl.vtt", "d.vtt", "d-bsl.vtt")
    helper = assistant(names=names)
    for row in helper.window.files.rows:
        helper.probe.click(row.button)
    helper.next()
    (wish,) = helper.wishes
    stick = Path("/stick")
    assert wish.captions == {"film": stick / "c.vtt", "bsl": stick / "c-bsl.vtt"}
    assert wish.easy_captions == {"film": stick / "e.vtt", "bsl": stick / "e-bsl.vtt"}
    assert wish.descriptions == {"film": stick / "d.vtt", "bsl": stick / "d-bsl.vtt"}


def test_tracks_of_a_version_that_is_not_there_are_left_out(assistant: Make) -> None:
    helper = assistant(names=("film.mp4", "d-bsl.vtt"))
    helper.probe.click(helper.window.files.rows[0].button)
    helper.probe.click(helper.window.files.rows[-1].button)
    helper.next()
    assert helper.wishes[0].descriptions == {}


def test_a_file_can_be_left_out_again(assistant: Make) -> None:
    helper = assistant()
    for row in helper.window.files.rows[:2]:
        helper.probe.click(row.button)
    helper.probe.click(helper.window.files.rows[1].clear_button)
    helper.next()
    assert set(helper.wishes[0].films) == {"film"}


def test_without_the_rights_nobody_is_asked_for_whom(assistant: Make) -> None:
    helper = assistant(replace(SUBJECT, for_all=False))
    assert not helper.window.files.place.isVisible()


def test_progress_is_shown_and_going_back_stops_the_work(assistant: Make) -> None:
    helper = assistant()
    helper.probe.click(helper.window.files.rows[0].button)
    helper.next()
    helper.window.show_progress(0.5, "Looking at film.mp4")
    assert helper.window.report.bar.value() == 500
    assert helper.probe.focus() is helper.window.report.bar, "Enter presses nothing while one waits"
    assert "Looking at film.mp4" in helper.probe.texts()
    assert not helper.window.next_button.isEnabled()
    helper.probe.press("Back")
    assert helper.stopped == ["stop"]
    assert helper.heading() == "Which files do you have?"


def test_what_stops_an_import_is_said_and_one_can_only_go_back(assistant: Make) -> None:
    helper = assistant()
    helper.probe.click(helper.window.files.rows[0].button)
    helper.next()
    bad = survey("film", problems=(stops("same-file", "It is the same file.", "Choose the other."),))
    helper.found(bad)
    words = helper.probe.texts()
    assert "It is the same file." in words
    assert "Choose the other." in words
    assert "nothing has been changed" in words
    assert not helper.window.next_button.isEnabled()
    assert helper.probe.focus() is helper.window.back_button


def test_warnings_are_shown_with_what_to_do_and_do_not_stop(assistant: Make) -> None:
    helper = assistant()
    helper.probe.click(helper.window.files.rows[0].button)
    helper.next()
    helper.found(survey("film", problems=(warns("flash", "It flashes at 0:12.", "Take care."),)))
    assert "It flashes at 0:12." in helper.probe.texts()
    assert helper.probe.focus() is helper.window.next_button
    helper.probe.key(Qt.Key.Key_Return)
    assert helper.heading() == "1 of 3: The story starts"


def test_a_long_report_is_read_by_keyboard(assistant: Make) -> None:
    helper = assistant(height=360)
    helper.probe.click(helper.window.files.rows[0].button)
    helper.next()
    many = tuple(warns(f"w{n}", f"Warning {n}.", "Look at it.") for n in range(20))
    helper.found(survey("film", problems=many))
    bar = helper.window._scroll.verticalScrollBar()
    assert bar.value() == 0
    helper.probe.key(Qt.Key.Key_PageDown)
    helper.probe.key(Qt.Key.Key_Down)
    assert bar.value() > 0
    helper.probe.key(Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    helper.probe.key(Qt.Key.Key_Home)
    assert bar.value() == 0


def test_the_same_files_are_not_looked_at_twice(assistant: Make) -> None:
    helper = assistant()
    helper.to_moments("film")
    helper.probe.press("Back")
    helper.probe.press("Back")
    helper.next()
    assert len(helper.wishes) == 1
    assert helper.window.next_button.isEnabled()
    helper.probe.press("Back")
    helper.probe.click(helper.window.files.rows[1].button)
    helper.next()
    assert len(helper.wishes) == 2


def test_each_moment_is_asked_for_with_all_pictures(assistant: Make) -> None:
    helper = assistant()
    helper.to_moments("film", "bsl")
    page = helper.window.moments
    asked = []
    for at_s in TIMES.values():
        asked.append(page.heading.text())
        page.views[0].go_to(at_s)
        page.views[1].go_to(at_s + 0.4)
        helper.probe.press("This is it")
    assert asked == ["1 of 3: The story starts", "2 of 3: Maya tells someone", "3 of 3: The story ends"]
    assert page.times == {"film": TIMES, "bsl": {name: at_s + 0.4 for name, at_s in TIMES.items()}}
    assert helper.heading() == "Where is the signer?"


def test_a_moment_before_the_one_before_is_refused_in_words(assistant: Make) -> None:
    helper = assistant()
    helper.to_moments("film")
    page = helper.window.moments
    page.views[0].go_to(10)
    helper.probe.press("This is it")
    page.views[0].go_to(5)
    helper.probe.press("This is it")
    assert page.heading.text() == "2 of 3: Maya tells someone"
    assert page.wrong.isVisible()
    assert "before “The story starts”" in page.wrong.text()
    page.views[0].go_to(20)
    assert not page.wrong.isVisible()
    helper.probe.press("Back")
    assert page.heading.text() == "1 of 3: The story starts"
    assert page.views[0].at_s == 10


def test_a_moment_is_found_by_keyboard(assistant: Make) -> None:
    helper = assistant()
    helper.to_moments("film")
    view = helper.window.moments.views[0]
    view.go_to(10)
    view.slider.setFocus()
    helper.probe.key(Qt.Key.Key_Right)
    assert view.at_s == pytest.approx(10.1)
    helper.probe.press("Film: 5 seconds on")
    helper.probe.press("Film: 0.1 seconds back")
    assert view.at_s == pytest.approx(15.0)
    assert view.time.text() == "0:15.0"
    helper.probe.key(Qt.Key.Key_Return)
    assert helper.window.moments.times["film"]["start"] == 15.0


def test_the_rectangle_follows_keys_and_mouse_and_stays_inside(assistant: Make) -> None:
    helper = assistant()
    helper.to_moments("film", "bsl")
    for at_s in TIMES.values():
        for view in helper.window.moments.views:
            view.go_to(at_s)
        helper.next()
    picture = helper.window.signer.picture
    picture.set_signer(Signer(x=0.5, y=0.2, width=0.3, height=0.5))
    assert helper.probe.focus() is picture
    helper.probe.key(Qt.Key.Key_Left)
    helper.probe.key(Qt.Key.Key_Down)
    helper.probe.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert (picture.signer.x, picture.signer.y, picture.signer.width) == (0.49, 0.21, 0.31)
    assert "From the left 49 %, from the top 21 %" in helper.probe.texts()
    assert "49 %" in name_of(accessible(picture))
    frame = picture.picture_rect()
    inside = QPoint(round(frame.x() + frame.width() * 0.6), round(frame.y() + frame.height() * 0.4))
    QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=inside)
    QTest.mouseMove(picture, inside + QPoint(5000, 5000))
    QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=inside)
    assert picture.signer.x + picture.signer.width == pytest.approx(1)
    assert picture.signer.y + picture.signer.height == pytest.approx(1)
    helper.probe.click(helper.window.signer.choice.chips[1])
    assert helper.window.signer.signer is None


def to_copy(helper: Helper, *versions: str) -> None:
    helper.to_moments(*versions)
    for at_s in TIMES.values():
        for view in helper.window.moments.views:
            view.go_to(at_s)
        helper.next()
    if "bsl" in versions:
        helper.next()
    helper.next()


def test_the_plan_holds_what_was_found_and_set(assistant: Make) -> None:
    helper = assistant()
    to_copy(helper, "film", "bsl")
    assert helper.plans == []
    helper.probe.press("Put it in")
    ((plan, machine),) = helper.plans
    assert plan.checked
    assert plan.moments == {"film": TIMES, "bsl": TIMES}
    assert plan.signer == helper.window.signer.signer
    assert machine is False
    assert not helper.window.next_button.isEnabled()


def test_the_lessons_steps_are_listed_with_the_version_to_teach(assistant: Make) -> None:
    helper = assistant()
    to_copy(helper, "film")
    helper.probe.press("Back")
    words = helper.probe.texts()
    assert "2 steps tell the story of the sample film" in words
    assert "Part one" in words
    assert "With the IWF’s film" in words


def test_without_bsl_nobody_is_asked_for_a_signer(assistant: Make) -> None:
    helper = assistant()
    to_copy(helper, "film")
    helper.probe.press("Put it in")
    assert helper.plans[0][0].signer is None


def test_copying_can_be_stopped_fail_and_be_tried_again(assistant: Make) -> None:
    helper = assistant()
    to_copy(helper, "film")
    helper.probe.press("Put it in")
    assert helper.probe.focus() is helper.window.copying.bar
    helper.window.show_progress(0.25, "Copying film.mp4")
    assert "Copying film.mp4" in helper.probe.texts()
    helper.probe.press("Stop")
    assert helper.stopped[-1] == "stop"
    helper.window.show_failure("The disk is full. Make room, then try again.")
    assert "The disk is full." in helper.probe.texts()
    helper.probe.press("Put it in")
    assert len(helper.plans) == 2
    helper.window.show_done("The film is in use now.")
    assert "The film is in use now." in helper.probe.texts()
    helper.probe.press("Go back to the former film")
    assert helper.undone == [False]
    helper.probe.key(Qt.Key.Key_Return)
    assert not helper.window.isVisible()


def test_a_film_put_in_before_can_be_taken_out_from_the_first_page(assistant: Make) -> None:
    helper = assistant(replace(SUBJECT, can_undo=True))
    helper.probe.press("Go back to the former film")
    assert helper.undone == [False]
    helper.window.show_done("In use now: the sample.", can_undo=False)
    assert "In use now: the sample." in helper.probe.texts()
    assert not any(button.text() == "Go back to the former film" for button in helper.probe.buttons())


def test_only_the_moments_of_a_film_in_use_are_set(assistant: Make) -> None:
    film = VersionToSet("film", "Film", Path("/media/film.mp4"), 60.0, TIMES)
    bsl = VersionToSet("bsl", "British Sign Language version", Path("/media/bsl.mp4"), 60.0, TIMES)
    helper = assistant(replace(SUBJECT, put_in=(film, bsl)))
    assert helper.heading() == "1 of 3: The story starts"
    assert not helper.window.back_button.isVisible()
    helper.next(4)
    helper.probe.press("Keep them")
    ((moments, signer),) = helper.setups
    assert moments == {"film": TIMES, "bsl": TIMES}
    assert signer == helper.window.signer.signer
    assert helper.plans == []


def test_a_film_whose_signer_fills_the_picture_keeps_it_so(assistant: Make) -> None:
    bsl = VersionToSet("bsl", "British Sign Language version", Path("/media/bsl.mp4"), 60.0, TIMES)
    helper = assistant(replace(SUBJECT, put_in=(bsl,)))
    helper.next(4)
    helper.probe.press("Keep them")
    assert helper.setups[0][1] is None


def test_escape_closes_and_stops_what_runs(assistant: Make) -> None:
    helper = assistant()
    helper.probe.click(helper.window.files.rows[0].button)
    helper.next()
    helper.probe.key(Qt.Key.Key_Escape)
    assert not helper.window.isVisible()
    assert "stop" in helper.stopped
    assert helper.plans == []


def pages(helper: Helper) -> list[str]:
    """Go through all pages, and gather what a look at each of them finds wrong."""
    wrong: list[str] = []

    def look() -> None:
        name = helper.heading()
        wrong.extend(
            f"{name}: {type(stop).__name__} has no name"
            for stop in helper.probe.tab_stops()
            if not name_of(accessible(stop)).strip()
        )
        wrong.extend(
            f"{name}: no name on {each.object()}"
            for each in walk(accessible(helper.window.page))
            if each.state().focusable and not each.state().invisible and not name_of(each).strip()
        )
        page = helper.window.page
        holder = page.parentWidget()
        room = holder.width() if holder is not None else 0
        if page.minimumSizeHint().width() > room:
            wrong.append(f"{name}: needs {page.minimumSizeHint().width()} of {room} pixels")

    look()
    for row in helper.window.files.rows[:2]:
        helper.probe.click(row.button)
    helper.next()
    helper.found(survey())
    helper.probe.settle()
    look()
    helper.next()
    for at_s in TIMES.values():
        for view in helper.window.moments.views:
            view.go_to(at_s)
        look()
        helper.next()
    look()
    helper.next()
    look()
    helper.next()
    look()
    return wrong


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1366), (1.0, 640), (2.0, 1366)])
def test_every_page_has_names_comes_round_by_tab_and_fits(assistant: Make, scale: float, width: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, scale=scale)
    assert pages(assistant(width=width, height=768)) == []
