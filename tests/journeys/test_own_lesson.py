"""A second lesson, on another subject: made with the editor alone, taught to its end, shipped as it is."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lesson_player.application.editor import EditorDesk
from lesson_player.application.program import Program
from lesson_player.formats.bundle import load_bundle
from lesson_player.model.bundle import LessonBundle
from lesson_player.ui.library.new_lesson_sheet import NewLessonSheet
from lesson_player.ui.theme.apply import apply_theme
from tests.journeys.conftest import StartDesk
from tests.support.coordinator import Coordinator
from tests.support.fire_drill import TITLE, make_it
from tests.support.probes import WindowProbe
from tests.support.source_tree import REPOSITORY

SHIPPED = REPOSITORY / "lessons" / "fire-drill"
THE_DAY = date(2026, 11, 23)

Begin = Callable[[str, str], Coordinator]


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Program]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setenv("LESSON_PLAYER_HOME", str(tmp_path / "home"))
    apply_theme(qapp)
    made = Program("silent")
    made.show_library()
    qtbot.waitUntil(lambda: made.library is not None and bool(made.library.views), timeout=20_000)
    yield made
    made.close()


@pytest.fixture
def begin(program: Program, qtbot: QtBot) -> Begin:
    """Begin a lesson of a title from what is called so, by keys; its editor is then open."""

    def start(title: str, beginning: str) -> Coordinator:
        library = program.library
        assert library is not None
        WindowProbe(library).press("New lesson…")
        sheet = library.findChild(NewLessonSheet)
        assert sheet is not None
        QTest.keyClicks(sheet.name, title)
        chip = next(one for one in sheet.source.chips if one.text() == beginning)
        while not chip.isChecked():
            QTest.keyClick(sheet.source.chips[sheet.source.index], Qt.Key.Key_Down)
        QTest.keyClick(sheet.name, Qt.Key.Key_Return)
        desk = library.findChild(EditorDesk)
        assert desk is not None
        desk.window.resize(1366, 768)
        qtbot.waitExposed(desk.window)
        return Coordinator(desk, qtbot)

    return start


def loaded(folder: Path) -> LessonBundle:
    bundle, _ = load_bundle(folder, [])
    assert bundle is not None
    assert bundle.problems == ()
    return bundle


def foreign(window: QWidget) -> list[str]:
    """What is said in *window* that belongs to another lesson: to a film, or to Maya's story."""
    words = re.compile(r"films?\b|maya|iwf|watch foundation|report remove|private picture", re.IGNORECASE)
    return [text for text in WindowProbe(window).texts() if words.search(text)]


def ship(folder: Path) -> None:
    """Put what was made in the place of the shipped one, whose own notes stay."""
    for name in ("lesson.yaml", "services.yaml", "licence.txt"):
        text = (folder / name).read_text(encoding="utf-8").replace("id: fire-drill-2\n", "id: fire-drill\n")
        (SHIPPED / name).write_text(text, encoding="utf-8")
    shutil.rmtree(SHIPPED / "pictures", ignore_errors=True)
    shutil.copytree(folder / "pictures", SHIPPED / "pictures")


def test_fire_drill_is_made_with_the_editor_alone_and_is_the_one_that_is_shipped(
    program: Program, begin: Begin, start_desk: StartDesk, update: bool
) -> None:
    who = begin(TITLE, "A talk in one sitting")
    make_it(who)
    who.desk.end()
    # The shipped one has the id that the title makes, so the school's own has the next one.
    folder = next(program.places.lessons[0].glob("fire-drill*"))
    assert folder.name == "fire-drill-2" or update
    if update:
        ship(folder)
    made, shipped = loaded(folder), loaded(SHIPPED)

    assert made.lesson.model_copy(update={"id": "fire-drill"}) == shipped.lesson
    assert made.catalogue == shipped.catalogue
    assert [one.model_copy(update={"last_checked": THE_DAY}) for one in made.services.services] == [
        one.model_copy(update={"last_checked": THE_DAY}) for one in shipped.services.services
    ]
    files = {path.name for path in (folder / "pictures").iterdir()}
    assert files == {path.name for path in (SHIPPED / "pictures").iterdir()}

    for sitting in made.lesson.sittings:
        teacher = start_desk(made, sitting.id, "silent")
        headings = [teacher.view.class_view.slide.heading]
        while teacher.view.can_go_on:
            assert foreign(teacher.window) == []
            teacher.press(Qt.Key.Key_Right)
            headings.append(teacher.view.class_view.slide.heading)
        assert teacher.view.number == len(teacher.view.steps)
        assert {"Who can help", "Calm minute"} < set(headings)
