"""A file opened from a file manager: in the library at once, in a lesson and in the editor after it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lesson_player.application.adapting import edit
from lesson_player.application.desk import Screens, Sitting
from lesson_player.application.pack_desk import InstallDesk
from lesson_player.application.program import Program
from lesson_player.desktop.handed_over import HandedOver
from lesson_player.foundation.handover import Handover
from lesson_player.operations.library import find_lesson, load_lesson
from lesson_player.operations.versions import new_version
from lesson_player.ui.library.install_sheet import InstallSheet
from lesson_player.ui.library.start_dialog import StartDialog
from lesson_player.ui.library.window import LibraryWindow
from lesson_player.ui.theme.apply import apply_theme
from tests.support.packs import packed, sample_files, with_file
from tests.support.probes import WindowProbe


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Program]:
    """The program with its library open and read."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setenv("LESSON_PLAYER_HOME", str(tmp_path / "home"))
    apply_theme(qapp)
    made = Program("silent")
    made.show_library()
    qtbot.waitUntil(lambda: bool(library(made).views), timeout=20_000)
    yield made
    made.close()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "reading.lessonpack"
    path.write_bytes(packed(sample_files(), licences=["CC BY 4.0"]))
    return path


def library(program: Program) -> LibraryWindow:
    assert program.library is not None
    return program.library


def sheet(program: Program) -> InstallSheet | None:
    desk = library(program).findChild(InstallDesk)
    return desk.sheet if desk is not None and desk.sheet.isVisible() else None


def words(program: Program) -> str:
    return " ".join(library(program).messages.messages)


def reviewed(program: Program) -> bool:
    shown = sheet(program)
    return shown is not None and not shown.install_button.isHidden()


def begun_at(program: Program) -> str:
    """Id of the lesson whose first button has the focus."""
    holder = library(program).focusWidget()
    return next((one.card.id for one in library(program).views if one.main_button is holder), "")


def press(window: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(window.focusWidget(), key)
        QApplication.processEvents()


def test_by_keyboard_alone_a_pack_is_opened_installed_and_its_first_step_taught(
    program: Program, pack: Path, qtbot: QtBot
) -> None:
    program.files.open(pack)
    qtbot.waitUntil(lambda: reviewed(program), timeout=20_000)
    assert (
        "Lesson “A quiet reading lesson”, with the versions: Short." in WindowProbe(library(program)).texts()
    )
    assert find_lesson(program.places, "reading") is None

    press(library(program), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: find_lesson(program.places, "reading") is not None, timeout=20_000)
    qtbot.waitUntil(lambda: len(library(program).views) == 3, timeout=20_000)
    press(library(program), Qt.Key.Key_Escape)
    assert sheet(program) is None
    folder = find_lesson(program.places, "reading")
    assert folder is not None
    program.files.open(folder)
    qtbot.waitUntil(lambda: begun_at(program) == "reading", timeout=20_000)
    press(library(program), Qt.Key.Key_Space)
    dialog = library(program).findChild(StartDialog)
    assert dialog is not None
    QTest.keyClick(dialog.row.chips[dialog.row.index], Qt.Key.Key_Down)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.desk is not None, timeout=20_000)
    assert program.desk is not None
    assert program.desk.controller.view.lesson_title == "A quiet reading lesson"
    assert program.desk.controller.view.number == 1
    # Its film has no chapters, and is a file that nobody can play.
    program.desk.controller.go_to(2)
    assert program.desk.controller.view.number == 2


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("evil.lessonpack", b"PK\x03\x04 and no more", "Nothing has been changed"),
        ("evil.lessonpack", b"not a zip at all", "Nothing has been changed"),
        ("evil.lessonpack", with_file("lessons/reading/run.yaml", b"#!/bin/sh"), "is a program or a script"),
        ("evil.zip", b"PK\x03\x04", "Nothing has been changed"),
        ("evil.voicepack", packed(), "not a voice pack that this version of Lesson Player knows"),
    ],
)
def test_a_hostile_pack_is_answered_with_a_sentence_and_writes_nothing(
    program: Program, tmp_path: Path, qtbot: QtBot, name: str, data: bytes, told: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    program.files.open(path)
    shown = WindowProbe(library(program))
    qtbot.waitUntil(lambda: told in shown.texts(), timeout=20_000)
    assert sheet(program) is not None
    assert not reviewed(program)
    assert not (program.places.user_data / "packs").exists()


def test_what_is_none_of_ours_is_said_in_the_window(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("something else")
    program.files.open(path)
    qtbot.waitUntil(lambda: "“notes.txt” is no file that Lesson Player can open." in words(program))
    assert sheet(program) is None


@pytest.mark.parametrize("screens", [Screens.ALONE, Screens.SHARED])
def test_in_a_lesson_nothing_happens_but_a_word_to_the_teacher(
    program: Program, pack: Path, qtbot: QtBot, screens: Screens
) -> None:
    bundle, _ = load_lesson(find_lesson(program.places, "mayas-story"), program.places)
    assert bundle is not None
    program.teach(Sitting(bundle, "getting-ready", screens=screens))
    desk = program.desk
    assert desk is not None
    before = desk.controller.view
    program.files.open(pack)

    assert not library(program).isVisible()
    assert "“reading.lessonpack” waits. It opens in the library after this lesson." in (
        desk.controller.view.messages
    )
    assert desk.controller.view.class_view == before.class_view
    assert sheet(program) is None
    desk.controller.end()
    # Where the class sees the teacher's own screen, the closing picture is put away first.
    assert library(program).isVisible() is (screens is Screens.ALONE)
    desk.shown.put_away()
    qtbot.waitUntil(lambda: reviewed(program), timeout=20_000)


def test_while_the_editor_is_open_it_waits_there(program: Program, pack: Path, qtbot: QtBot) -> None:
    bundle, _ = load_lesson(find_lesson(program.places, "mayas-story"), program.places)
    assert bundle is not None
    made = new_version(bundle, program.places, "Mine", "For tests.")
    again, _ = load_lesson(find_lesson(program.places, "mayas-story"), program.places)
    assert again is not None
    editor = edit(program, again, made.id)
    assert editor is not None
    program.files.open(pack)
    assert "It opens in the library when you close the editor." in WindowProbe(editor.window).texts()
    assert not library(program).isVisible()
    editor.end()
    qtbot.waitUntil(lambda: reviewed(program), timeout=20_000)


def test_a_lesson_that_is_taught_without_the_library_gets_one_for_what_waits(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pack: Path
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setenv("LESSON_PLAYER_HOME", str(tmp_path / "home"))
    apply_theme(qapp)
    made = Program("silent")
    try:
        bundle, _ = load_lesson(find_lesson(made.places, "fire-drill"), made.places)
        assert bundle is not None
        made.teach(Sitting(bundle, bundle.lesson.sittings[0].id))
        made.files.open(pack)
        assert made.library is None
        assert made.desk is not None
        made.desk.controller.end()
        qtbot.waitUntil(lambda: made.library is not None and reviewed(made), timeout=20_000)
    finally:
        made.close()


def test_a_pack_at_work_is_not_disturbed_by_another_one(
    program: Program, pack: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.lessonpack"
    shutil.copyfile(pack, other)
    program.files.open(pack)
    qtbot.waitUntil(lambda: reviewed(program), timeout=20_000)
    desk = library(program).findChild(InstallDesk)
    assert desk is not None
    desk._job = program.jobs.run(lambda _told: None, lambda _none: None)  # type: ignore[assignment]
    program.files.open(other)
    qtbot.waitUntil(lambda: "“other.lessonpack” was not opened" in words(program), timeout=20_000)
    desk._job = None


def test_a_second_start_is_heard_of_and_so_is_the_end_of_the_first(tmp_path: Path, qtbot: QtBot) -> None:
    folder, pack = tmp_path / "handed-over", tmp_path / "maya.lessonpack"
    first, next_one = HandedOver(Handover(folder)), HandedOver(Handover(folder))
    came: list[tuple[str, Path]] = []
    first.came.connect(lambda path: came.append(("first", path)))
    next_one.came.connect(lambda path: came.append(("next", path)))
    try:
        first.begin()
        next_one.begin()
        (folder / f"{Handover(folder)._here}-a.json").write_text(f'{{"path": "{pack.as_posix()}"}}')
        qtbot.waitUntil(lambda: ("first", pack) in came, timeout=20_000)
        first.close()
        (folder / f"{Handover(folder)._here}-b.json").write_text(f'{{"path": "{pack.as_posix()}"}}')
        next_one.begin()
        qtbot.waitUntil(lambda: ("next", pack) in came, timeout=20_000)
    finally:
        first.close()
        next_one.close()
