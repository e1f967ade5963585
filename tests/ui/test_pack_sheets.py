"""In the library: a lesson becomes one file, and such a file becomes a lesson, by keyboard or mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread, current_thread, main_thread

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lesson_player.application import incoming, pack_desk
from lesson_player.application.pack_desk import InstallDesk, ShareDesk, open_share
from lesson_player.desktop.jobs import JobRunner
from lesson_player.foundation.paths import Places
from lesson_player.operations.library import find_lesson, read_lessons
from lesson_player.operations.packs.clashes import Standing
from lesson_player.operations.packs.contents import PackContents, look_into
from lesson_player.operations.packs.install import standing
from lesson_player.operations.packs.store import PackStore
from lesson_player.ui.library.share_sheet import ShareSheet
from lesson_player.ui.library.window import LibraryWindow
from lesson_player.ui.widgets.spot_rows import rows_in
from tests.support.hand_jobs import AtOnce, HandExecutor, HandRunner
from tests.support.library_cards import lesson
from tests.support.packs import nothing, packed, places, put, sample_files
from tests.support.probes import WindowProbe, accessible, name_of, walk


class Library:
    """A library window with one computer's lessons."""

    def __init__(self, here: Places, windows: list[QWidget], executor: HandExecutor) -> None:
        self.places = here
        self.jobs: JobRunner = HandRunner(executor)
        self.window = LibraryWindow()
        windows.append(self.window)
        self.probe = WindowProbe(self.window)
        self.window.show_lessons(read_lessons(here, ()))
        self.probe.show(1280, 720)
        self.read_again = 0

    def share(self) -> ShareDesk:
        desk = open_share(self.window, "reading", self.places, self.jobs)
        assert isinstance(desk, ShareDesk)
        self.probe.settle()
        return desk

    def install(self, pack: Path) -> InstallDesk:
        desk = InstallDesk(self.window, self.places, self.jobs)
        desk.changed.connect(self._changed)
        desk.sheet._choose = lambda: pack
        desk.open()
        self.probe.settle()
        return desk

    def press(self, words: str) -> None:
        self.probe.press(words)
        self.probe.settle()

    def _changed(self) -> None:
        self.read_again += 1


@pytest.fixture
def here(tmp_path: Path) -> Places:
    return places(tmp_path / "here")


@pytest.fixture
def library(here: Places, windows: list[QWidget]) -> Iterator[Library]:
    made = Library(here, windows, AtOnce())
    yield made
    made.jobs.close()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "reading.lessonpack"
    path.write_bytes(packed(sample_files(), licences=["CC BY 4.0"]))
    return path


def test_a_pack_is_shown_then_installed_then_taken_out(library: Library, pack: Path, here: Places) -> None:
    library.install(pack)
    library.press("Choose a pack…")
    told = library.probe.texts()
    assert "Lesson “A quiet reading lesson”, with the versions: Short." in told
    assert "CC BY 4.0" in told
    assert find_lesson(here, "reading") is None
    library.press("Install")
    assert find_lesson(here, "reading") is not None
    assert "“Reading” is in the library now." in library.probe.texts()
    library.press("Take it out again")
    assert find_lesson(here, "reading") is None
    assert library.read_again == 2


def test_by_keyboard_alone(library: Library, pack: Path, here: Places) -> None:
    library.install(pack)
    library.probe.key(Qt.Key.Key_Space)
    library.probe.settle()
    library.probe.key(Qt.Key.Key_Space)
    library.probe.settle()
    assert find_lesson(here, "reading") is not None
    library.probe.key(Qt.Key.Key_Escape)
    assert not library.window.findChildren(InstallDesk)[0].sheet.isVisible()


def test_what_was_installed_before_can_be_taken_out_and_put_back(
    library: Library, pack: Path, here: Places
) -> None:
    library.install(pack)
    for words in ("Choose a pack…", "Install", "Close"):
        library.press(words)
    desk = library.window.findChildren(InstallDesk)[0]
    desk.open()
    library.press("Take out: Reading")
    assert find_lesson(here, "reading") is None
    desk.sheet.close_sheet()
    desk.open()
    library.press("Put back: Reading")
    assert find_lesson(here, "reading") is not None


def test_on_a_clash_somebody_chooses_and_keeping_both_is_first(
    library: Library, pack: Path, here: Places
) -> None:
    put(here.user_data, sample_files())
    put(here.user_data, {"lessons/reading/services.yaml": b"format: 1\nservices: []\n"})
    library.install(pack)
    library.press("Choose a pack…")
    assert "Here already, and not the same: Lesson: A quiet reading lesson." in library.probe.texts()
    assert library.probe.focus().accessibleName() == "Keep both"
    library.press("Install")
    assert find_lesson(here, "reading-2") is not None


def test_the_window_does_not_wait_for_the_lessons_of_a_share(
    library: Library, pack: Path, here: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    put(tmp_path / "share", sample_files())
    put(tmp_path / "share", {"lessons/reading/services.yaml": b"format: 1\nservices: []\n"})
    library.jobs = JobRunner()
    library.places = replace(here, school_lessons=(tmp_path / "share" / "lessons",))
    asked: list[Thread] = []
    compare = standing

    def note(contents: PackContents, places: Places, store: PackStore) -> Standing:
        asked.append(current_thread())
        return compare(contents, places, store)

    monkeypatch.setattr(incoming, "standing", note)
    library.install(pack)
    library.press("Choose a pack…")
    clash = "Here already, and not the same: Lesson: A quiet reading lesson."
    qtbot.waitUntil(lambda: clash in library.probe.texts(), timeout=20_000)
    assert len(asked) == 1
    assert main_thread() not in asked


def test_a_pack_on_a_share_that_hangs_does_not_hold_the_end_of_the_program(
    library: Library, pack: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked, answer, ended = Event(), Event(), Event()

    def hang(_path: Path, _say: object) -> None:
        asked.set()
        answer.wait(20)
        ended.set()

    monkeypatch.setattr(pack_desk, "look", hang)
    library.jobs = JobRunner()
    library.install(pack)
    library.press("Choose a pack…")
    qtbot.waitUntil(asked.is_set, timeout=20_000)
    library.jobs.close()

    assert not ended.is_set()
    answer.set()
    assert ended.wait(20)


def test_a_pack_whose_reading_was_stopped_does_not_come_in_place_of_another(
    library: Library, pack: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    answer, slow, really = Event(), tmp_path / "slow.lessonpack", incoming.look

    def hang(path: Path, say: Callable[[float, str], None]) -> object:
        if path == slow:
            answer.wait(60)
            return really(pack, lambda _share, _words: None)
        return really(path, say)

    monkeypatch.setattr(pack_desk, "look", hang)
    library.jobs = JobRunner()
    desk = library.install(slow)
    library.press("Choose a pack…")
    stopped = desk._job
    assert stopped is not None
    ended = list[object]()
    stopped.over.connect(ended.append)
    desk._stop()
    assert "Stopped. Nothing has been changed." in library.probe.texts()
    answer.set()
    qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
    library.probe.settle()

    assert "Stopped. Nothing has been changed." in library.probe.texts()
    assert desk.open_with(pack)
    qtbot.waitUntil(desk.sheet.install_button.isVisible, timeout=20_000)
    library.jobs.close()


def test_replacing_is_the_other_answer(library: Library, pack: Path, here: Places) -> None:
    put(here.user_data, sample_files())
    changed = here.user_data / "lessons/reading/services.yaml"
    changed.write_bytes(b"format: 1\nservices: []\n")
    library.install(pack)
    library.press("Choose a pack…")
    library.probe.key(Qt.Key.Key_Right)
    library.press("Install")
    assert changed.read_bytes() == sample_files()["lessons/reading/services.yaml"]


def test_what_is_here_already_is_not_installed_again(library: Library, pack: Path, here: Places) -> None:
    put(here.user_data, sample_files())
    library.install(pack)
    library.press("Choose a pack…")
    assert "All of it is here already." in library.probe.texts()
    assert [button.text() for button in library.probe.buttons() if button.text() == "Install"] == []


def test_a_bad_pack_is_refused_in_plain_words(library: Library, pack: Path, here: Places) -> None:
    pack.write_bytes(pack.read_bytes()[:-40])
    library.install(pack)
    library.press("Choose a pack…")
    assert "The pack is not whole: its end is missing. Nothing has been changed." in library.probe.texts()
    assert not here.user_data.exists()


def test_for_everybody_it_goes_to_the_machines_store(library: Library, pack: Path, here: Places) -> None:
    library.install(pack)
    library.press("Choose a pack…")
    machine = library.window.findChildren(InstallDesk)[0].sheet.place.chips[1]
    library.probe.click(machine)
    library.press("Install")
    assert len(PackStore(here.machine_data).known()) == 1
    assert not (here.user_data / "lessons").exists()


def test_a_look_that_was_stopped_changes_nothing(here: Places, windows: list[QWidget], pack: Path) -> None:
    waiting = HandExecutor()
    library = Library(here, windows, waiting)
    library.install(pack)
    library.press("Choose a pack…")
    library.press("Stop")
    assert "Stopped. Nothing has been changed." in library.probe.texts()
    waiting.turn()
    library.probe.settle()
    assert "Stopped. Nothing has been changed." in library.probe.texts()
    library.jobs.close()


def test_a_lesson_is_shared_with_what_was_chosen(
    here: Places, windows: list[QWidget], tmp_path: Path
) -> None:
    put(here.user_data, sample_files())
    library = Library(here, windows, AtOnce())
    desk = library.share()
    desk.sheet._choose = lambda _name: tmp_path / "shared.lessonpack"
    assert "Film “Reading”." in desk.sheet.inside.text()
    library.probe.click(desk.sheet.what.chips[1])
    assert "Film “Reading”." not in desk.sheet.inside.text()
    library.probe.click(desk.sheet.versions.chips["short"])
    library.press("Save…")
    assert "Saved: shared.lessonpack (0.1 MB)." in desk.sheet.state.text()
    found = look_into(tmp_path / "shared.lessonpack", nothing)
    assert found.pieces == ("lessons/reading",)
    assert found.lessons[0].versions == ()
    library.jobs.close()


def test_a_sheet_that_was_closed_is_gone_and_a_late_word_does_no_harm(
    here: Places, windows: list[QWidget], tmp_path: Path
) -> None:
    put(here.user_data, sample_files())
    waiting = HandExecutor()
    library = Library(here, windows, waiting)
    desk = library.share()
    desk.sheet._choose = lambda _name: tmp_path / "shared.lessonpack"
    desk.sheet.save_button.click()
    waiting.turn()
    desk.sheet.close_sheet()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    library.probe.settle()
    assert library.window.findChildren(ShareSheet) == []
    library.jobs.close()


def test_nothing_chosen_cannot_be_saved(here: Places, windows: list[QWidget]) -> None:
    put(here.user_data, sample_files())
    library = Library(here, windows, AtOnce())
    desk = library.share()
    library.probe.click(desk.sheet.what.chips[2])
    library.probe.click(desk.sheet.versions.chips["short"])
    assert "There is nothing to share." in desk.sheet.inside.text()
    assert not desk.sheet.save_button.isEnabled()
    library.jobs.close()


def test_a_place_that_cannot_be_written_is_told(here: Places, windows: list[QWidget], tmp_path: Path) -> None:
    put(here.user_data, sample_files())
    library = Library(here, windows, AtOnce())
    desk = library.share()
    desk.sheet._choose = lambda _name: tmp_path / "gone" / "shared.lessonpack"
    library.press("Save…")
    assert "The pack cannot be written to" in desk.sheet.state.text()
    library.jobs.close()


def test_the_library_offers_both_and_where_the_school_hides_saving_only_one(windows: list[QWidget]) -> None:
    asked: list[str] = []
    for may_share in (True, False):
        window = LibraryWindow(may_share=may_share)
        windows.append(window)
        window.share_asked.connect(asked.append)
        window.pack_asked.connect(lambda: asked.append("install"))
        window.show_lessons((lesson(),))
        probe = WindowProbe(window)
        probe.show(1280, 720)
        probe.press("Install a pack…")
        shares = [button for button in probe.buttons() if button.text() == "Share…"]
        assert len(shares) == may_share
        for button in shares:
            probe.click(button)
    assert asked == ["install", "mayas-story", "install"]


def test_switches_reach_what_is_on_the_sheets(library: Library, pack: Path) -> None:
    library.install(pack)
    assert lit(library) == {"Choose a pack…", "Close"}
    library.press("Choose a pack…")
    assert lit(library) >= {"Install", "Choose another…", "Close"}


def lit(library: Library) -> set[str]:
    """What the switches can light."""
    return {spot.name for row in rows_in(library.window) for spot in row.spots}


def test_everything_on_the_sheets_has_a_name(library: Library, pack: Path, here: Places) -> None:
    put(here.user_data, sample_files())
    desk = library.share()
    library.install(pack)
    for sheet in (desk.sheet, library.window.findChildren(InstallDesk)[0].sheet):
        for part in walk(accessible(sheet)):
            if part.state().focusable:
                assert name_of(part)
