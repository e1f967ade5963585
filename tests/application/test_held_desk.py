"""Between "Teach" and the first step, where the school's folder, the disk or the film gives trouble."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread, current_thread
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lesson_player.application import held_desk, held_school
from lesson_player.application.copying import FilmCopying
from lesson_player.application.held_school import HeldSchool
from lesson_player.application.school import School, school_of
from lesson_player.desktop.jobs import JobRunner
from lesson_player.foundation.paths import Places
from lesson_player.operations.held import copying, opening
from lesson_player.operations.held.opened import Opened
from lesson_player.operations.held.rules import Stamp
from lesson_player.operations.held.store import HeldStore, NoRoom
from lesson_player.ui.library.waiting_sheet import WaitingSheet
from tests.support.probes import WindowProbe
from tests.support.school_share import FILM_ID, ID, Share, make_share

LONG = 20_000


@pytest.fixture
def share(tmp_path: Path) -> Share:
    return make_share(tmp_path)


@pytest.fixture
def jobs() -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.close()


class Asker:
    """A window over which one lesson is opened."""

    def __init__(self, share: Share, jobs: JobRunner, qtbot: QtBot) -> None:
        self.window, self._bot = QWidget(), qtbot
        qtbot.addWidget(self.window)
        self.probe = WindowProbe(self.window)
        self.probe.show(1366, 768)
        self.school = school_of(share.places, jobs)
        self.given: list[Opened] = []
        self.told: list[str] = []
        self.school.told.connect(self.told.append)

    def open(self, lesson: str = ID) -> None:
        self.school.open(self.window, lesson, self.given.append)

    @property
    def sheet(self) -> WaitingSheet:
        return self.window.findChildren(WaitingSheet)[-1]

    def wait(self, what: Callable[[], object]) -> None:
        self._bot.waitUntil(lambda: bool(what()), timeout=LONG)


@pytest.fixture
def asker(share: Share, jobs: JobRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Asker]:
    monkeypatch.setattr(held_desk, "_SILENT_MS", 60_000)
    made = Asker(share, jobs, qtbot)
    yield made
    for opened in made.given:
        opened.use.close()
    made.school.close()


def test_a_lesson_that_is_copied_already_needs_no_sheet(asker: Asker) -> None:
    for _ in range(2):
        asker.open()
        asker.wait(lambda: asker.given)
        assert asker.given[-1].coming == {}
        asker.given.pop().use.close()
    assert not any(sheet.isVisible() for sheet in asker.window.findChildren(WaitingSheet))


def test_a_full_disk_is_said_before_the_class_and_the_lesson_can_be_started(
    asker: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_store: HeldStore, needed: int) -> None:
        if needed in {0, 1200}:
            raise NoRoom(needed)

    monkeypatch.setattr(HeldStore, "make_room", refuse)
    asker.open()
    asker.wait(lambda: asker.window.findChildren(WaitingSheet) and asker.sheet.isVisible())
    asker.wait(asker.sheet.start_button.isVisible)
    assert "not enough room on this computer to copy the film" in asker.probe.texts()
    assert asker.window.focusWidget() is asker.sheet.start_button
    QTest.keyClick(asker.sheet.start_button, Qt.Key.Key_Return)

    assert len(asker.given) == 1
    assert len(asker.given[0].coming) == 2
    assert "not enough room" in asker.school.words_for(asker.given[0])


def test_a_film_that_is_being_written_is_said_and_played_from_there(
    asker: Asker, share: Share, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = copying._copy_once

    def changing(folder: Path, name: str, *rest: object) -> Stamp | None:
        return None if name.endswith(".webm") else once(folder, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(copying, "_copy_once", changing)
    asker.open()
    asker.wait(lambda: asker.window.findChildren(WaitingSheet))
    asker.wait(lambda: "is being changed in the school’s folder" in asker.probe.texts())
    QTest.keyClick(asker.sheet.start_button, Qt.Key.Key_Return)

    opened = asker.given[0]
    assert opened.bundle is not None
    film = opened.bundle.films[FILM_ID]
    assert {path.parent for path in opened.coming.values()} == {share.film}
    assert film.missing == ()
    assert "still being copied" not in asker.school.words_for(opened)
    assert "The film could not be copied to this computer." in asker.school.words_for(opened)


def test_a_lesson_that_is_nowhere_is_said(asker: Asker, share: Share) -> None:
    asker.open("another")
    asker.wait(lambda: asker.given)
    assert asker.school.why_not(asker.given.pop()) == "That lesson is no longer here."

    share.vanish()
    asker.open()
    asker.wait(lambda: asker.given)
    opened = asker.given.pop()
    assert opened.bundle is None
    assert "cannot be reached, and this lesson was not taught on this computer" in asker.school.why_not(
        opened
    )


def test_an_error_of_our_own_ends_the_waiting(
    asker: Asker, monkeypatch: pytest.MonkeyPatch, error_log: list[object]
) -> None:
    def fail(*_any: object) -> None:
        raise ValueError("a fault")

    monkeypatch.setattr(opening, "load_lesson", fail)
    asker.open()
    asker.wait(lambda: asker.told)

    assert asker.told == ["a fault"]
    assert asker.given == []


def test_straight_from_a_terminal_films_come_while_it_is_taught(
    share: Share, jobs: JobRunner, qtbot: QtBot
) -> None:
    school = school_of(share.places, jobs)
    told: list[str] = []
    school.told.connect(told.append)
    school.look_now()
    opened = school.open_now(share.lesson)
    assert opened.bundle is not None
    assert opened.bundle.folder != share.lesson
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    school.release()
    school.close()

    assert told == ["The film is copied. It is played from this computer the next time that it is opened."]
    assert opened.coming == {}


def test_a_film_that_fails_in_a_lesson_is_told(
    share: Share, jobs: JobRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_any: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(HeldStore, "take_large", full)
    school = HeldSchool(share.places, jobs)
    told: list[str] = []
    school.told.connect(told.append)
    opened = school.open_now(share.lesson)
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    school.close()
    opened.use.close()

    assert "There is not enough room on this computer." in told[0]
    assert "All else in the lesson is on this computer." in told[0]


def test_what_comes_too_late_does_not_exchange_the_copy_that_is_taught(
    share: Share, jobs: JobRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    school = HeldSchool(share.places, jobs)
    school.open_now(share.lesson).use.close()
    qtbot.waitUntil(lambda: school._copying is None, timeout=LONG)
    school.release()
    answer, threads, once = Event(), list[Thread](), copying._copy_once

    def wait(*what: object) -> Stamp | None:
        threads.append(current_thread())
        answer.wait(60)
        return once(*what)  # type: ignore[arg-type]

    monkeypatch.setattr(copying, "_copy_once", wait)
    monkeypatch.setattr(held_school, "_AT_START_S", 0.2)
    text = (share.lesson / "lesson.yaml").read_text()
    (share.lesson / "lesson.yaml").write_text(text + "\n")

    opened = school.open_now(share.lesson)
    assert opened.bundle is not None
    qtbot.waitUntil(lambda: bool(threads), timeout=LONG)
    answer.set()
    threads[0].join(60)

    assert (opened.bundle.folder / "lesson.yaml").read_text() == text
    school.close()
    opened.use.close()


def test_a_lesson_that_is_over_does_not_stay_in_memory(share: Share, jobs: JobRunner, qtbot: QtBot) -> None:
    school = HeldSchool(share.places, jobs)
    bundle = ref(school.open_now(share.lesson).bundle)
    assert school._copying is not None
    school.release()
    qtbot.waitUntil(lambda: school._copying is None, timeout=LONG)

    def is_gone() -> bool:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return bundle() is None

    qtbot.waitUntil(is_gone, timeout=LONG)
    assert list(share.places.held.rglob("*.lock")) == []
    school.close()


def test_without_folders_of_a_school_nothing_is_copied(jobs: JobRunner, tmp_path: Path) -> None:
    state = tmp_path / "state"
    plain = Places(tmp_path, state, tmp_path, tmp_path / "machine", tmp_path / "shipped")

    assert type(school_of(plain, jobs)) is School
    plain.held.mkdir(parents=True)
    # What a former policy left is to be taken away.
    assert type(school_of(plain, jobs)) is HeldSchool


def test_work_that_nobody_wants_any_more_tells_nothing(share: Share, jobs: JobRunner, qtbot: QtBot) -> None:
    school = HeldSchool(share.places, jobs)
    opened = school.open_now(share.lesson)
    told: list[object] = []
    cancelled = FilmCopying(school._lessons, opened, jobs)
    cancelled.done.connect(lambda: told.append("done"))
    cancelled.cancel()
    other = FilmCopying(school._lessons, opened, jobs)
    other.done.connect(lambda: told.append("other"))
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    school.close()
    opened.use.close()

    assert told == ["other"]
