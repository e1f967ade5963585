"""In the editor things are put elsewhere: a step by pointer, a change whose own place is gone by search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from lesson_player.adapting.easy_read.finding import Finding, Kind
from lesson_player.adapting.line_edits import ChangeLine
from lesson_player.control.editing.checker import Checker
from lesson_player.desktop.jobs import JobRunner
from lesson_player.model.adaptation import Adaptation
from lesson_player.ui.editor.window import EditorWindow
from tests.support import small_version
from tests.support.hand_jobs import AtOnce
from tests.support.probes import WindowProbe
from tests.support.small_version import Edited, edit, version

pytestmark = pytest.mark.usefixtures("dressed")

OPEN: list[EditorWindow] = []


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    while OPEN:
        window = OPEN.pop()
        window.hide()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown(adaptation: Adaptation | None = None) -> tuple[EditorWindow, Edited, WindowProbe]:
    window, edited = small_version.window(adaptation)
    OPEN.append(window)
    probe = WindowProbe(window)
    probe.show(1366, 768)
    return window, edited, probe


def drag(window: EditorWindow, row: int, to: int) -> None:
    """Press on a step, and let it go over another one."""
    steps = window.steps.steps
    start, end = (steps.visualItemRect(steps.item(n)).center() for n in (row, to))
    QTest.mousePress(steps.viewport(), Qt.MouseButton.LeftButton, pos=start)
    drop = QDropEvent(
        QPointF(end),
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    steps.dropEvent(drop)
    QTest.mouseRelease(steps.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert drop.dropAction() is Qt.DropAction.IgnoreAction, "the list itself moves nothing"


def test_a_step_is_dragged_to_its_place_and_back_by_undo() -> None:
    window, edited, _ = shown()
    before = [row.id for row in edited.controller.view.steps]
    drag(window, 1, 3)
    after = [row.id for row in edited.controller.view.steps]
    assert after == [before[0], before[2], before[3], before[1], *before[4:]]
    assert [one.step for one in edited.adaptation.move_steps] == [before[1]]
    drag(window, 3, 1)
    assert [row.id for row in edited.controller.view.steps] == before
    window.doings.run("undo")
    assert [row.id for row in edited.controller.view.steps] == after


def test_a_locked_step_that_is_dragged_stays_and_says_why() -> None:
    window, edited, _ = shown()
    before = [row.id for row in edited.controller.view.steps]
    locked = next(n for n, row in enumerate(edited.controller.view.steps) if "locked" in row.marks)
    drag(window, locked, 1)
    assert [row.id for row in edited.controller.view.steps] == before
    assert edited.told


GONE = version(lines={"hello": {"text": "Hi."}, "not-here": {"text": "Good morning, all."}})


def test_a_change_whose_line_is_gone_is_put_to_another_line() -> None:
    window, edited, probe = shown(GONE)
    window.doings.run("compare")
    probe.settle()
    box = next(one for one in window.sheets.compare.boxes if one.looks)
    button = next(one for one in probe.buttons() if one.text() == "Put elsewhere…")
    assert box.isAncestorOf(button)
    button.click()
    probe.settle()
    sheet = window.sheets.elsewhere
    assert sheet.isVisible()
    QTest.keyClicks(sheet.field, "text of plan")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    probe.settle()

    assert set(edited.adaptation.lines) == {"hello", "plan"}
    assert edited.adaptation.lines["plan"].text == "Good morning, all."
    assert (edited.controller.place.step, edited.controller.place.line) == ("welcome", "plan")
    window.doings.run("undo")
    assert "not-here" in edited.adaptation.lines


def test_a_change_of_a_line_is_not_put_on_a_title() -> None:
    window, edited, probe = shown(GONE)
    window.doings.run("compare")
    probe.settle()
    next(one for one in probe.buttons() if one.text() == "Put elsewhere…").click()
    QTest.keyClicks(window.sheets.elsewhere.field, "welcome")
    QTest.keyClick(window.sheets.elsewhere.field, Qt.Key.Key_Return)
    assert "not-here" in edited.adaptation.lines
    assert "it needs a line" in edited.told[-1]


def test_a_slide_with_more_than_fits_is_found_and_found_no_more_when_it_is_shorter() -> None:
    edited = edit(version(appearance={"text_percent": 200}))
    checker = Checker(edited.controller, JobRunner(AtOnce()))
    found: list[tuple[Finding, ...]] = []
    checker.found.connect(found.append)

    def full() -> set[str]:
        before = len(found)
        checker.look()
        while len(found) == before:
            QCoreApplication.processEvents()
        return {one.where.step for one in found[-1] if one.kind is Kind.SLIDE_FULL}

    first = full()
    assert "welcome" not in first
    long = "many long words " * 24
    edited.controller.edit(ChangeLine("hello", "text", long.strip()))
    assert "welcome" in full()
    edited.controller.undo()
    assert full() == first
    checker.close()


def test_a_symbol_pack_is_put_in_from_the_picture_search() -> None:
    window, edited, probe = shown()
    window.doings.lines.choose_picture("hello")
    probe.settle()
    chooser = window.sheets.picture.chooser
    chooser.pack_asked.emit(Path("/school/symbols"))
    pictures = edited.controller.pictures
    assert isinstance(pictures, small_version.FakePictures)
    assert pictures.packs == [Path("/school/symbols")]
    assert chooser.count.text() == "Symbols were put in."
