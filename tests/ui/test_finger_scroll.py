"""Long lists and sheets follow a finger, and a finger that only touches presses, by real touch events."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QSlider, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lesson_player.ui.widgets.finger_scroll import THRESHOLD, FingerScroll
from lesson_player.ui.widgets.scrolling import Scroll, quiet_scrolling
from tests.support.hands import Finger, settle

ROWS = 40


class Sheet(QWidget):
    """A window with a long list of buttons that scrolls, and beside it a list widget."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.area = Scroll("Long")
        page = QWidget()
        lines = QVBoxLayout(page)
        for number in range(ROWS):
            button = QPushButton(f"Row {number}")
            button.setFixedHeight(48)
            button.clicked.connect(lambda _on, name=f"Row {number}": self.pressed.append(name))
            lines.addWidget(button)
        self.slider = QSlider(Qt.Orientation.Vertical)
        self.slider.setFixedHeight(120)
        lines.insertWidget(1, self.slider)
        self.area.setWidget(page)
        self.items = QListWidget()
        self.items.addItems([f"Item {number}" for number in range(ROWS)])
        self.items.itemClicked.connect(lambda item: self.pressed.append(item.text()))
        quiet_scrolling(self.items)
        self.items.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        around = QVBoxLayout(self)
        around.addWidget(self.area)
        around.addWidget(QLabel("Below"))
        around.addWidget(self.items)
        self.resize(400, 700)

    @property
    def value(self) -> int:
        return self.area.verticalScrollBar().value()

    def place(self, name: str) -> QPoint:
        button = next(one for one in self.findChildren(QPushButton) if one.text() == name)
        return button.mapTo(self, button.rect().center())


@pytest.fixture
def sheet(qtbot: QtBot) -> Iterator[Sheet]:
    made = Sheet()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    settle()
    yield made
    assert FingerScroll._at_work is None, "everything was let go of"


@pytest.fixture
def finger(sheet: Sheet) -> Finger:
    return Finger(lambda: sheet)


def test_a_touch_presses_every_time(sheet: Sheet, finger: Finger) -> None:
    for _ in range(5):
        finger.touch(sheet.place("Row 0"))
    assert sheet.pressed == ["Row 0"] * 5
    assert sheet.value == 0


def test_a_finger_that_moves_scrolls_and_presses_nothing(sheet: Sheet, finger: Finger) -> None:
    start = sheet.place("Row 1")
    finger.stroke(start, start - QPoint(0, 90))
    assert sheet.value == 90
    assert sheet.pressed == []
    assert not any(button.isDown() for button in sheet.findChildren(QPushButton))
    finger.stroke(start, start + QPoint(0, 60))
    assert sheet.value == 30
    finger.touch(sheet.place("Row 1"))
    assert sheet.pressed == ["Row 1"]


def test_a_finger_that_rolls_a_little_still_presses(sheet: Sheet, finger: Finger) -> None:
    start = sheet.place("Row 1")
    finger.stroke(start, start - QPoint(0, THRESHOLD - 3))
    assert sheet.pressed == ["Row 1"]
    assert sheet.value == 0


def test_a_finger_that_comes_back_presses_nothing(sheet: Sheet, finger: Finger) -> None:
    start = sheet.place("Row 1")
    finger.stroke(start, start - QPoint(0, 90))
    seen = sheet.value
    finger.stroke(sheet.place("Row 2"), sheet.place("Row 2") + QPoint(0, seen))
    assert (sheet.value, sheet.pressed) == (0, [])


def test_a_slider_keeps_its_own_finger(sheet: Sheet, finger: Finger) -> None:
    start = sheet.slider.mapTo(sheet, sheet.slider.rect().center())
    finger.stroke(start, start - QPoint(0, 40))
    assert sheet.value == 0


def test_a_list_scrolls_too_and_an_item_is_still_touched(sheet: Sheet, finger: Finger) -> None:
    place = sheet.items.mapTo(sheet, QPoint(60, 80))
    finger.stroke(place, place - QPoint(0, 50))
    assert sheet.items.verticalScrollBar().value() == 50
    assert sheet.pressed == []
    finger.touch(place)
    assert len(sheet.pressed) == 1
    assert sheet.pressed[0].startswith("Item")


def test_what_is_shorter_than_its_place_is_left_alone(sheet: Sheet, finger: Finger) -> None:
    sheet.resize(400, 6000)
    settle()
    start = sheet.place("Row 1")
    finger.stroke(start, start - QPoint(0, 20))
    assert sheet.pressed == ["Row 1"]
    assert sheet.value == 0


def test_of_areas_in_each_other_the_inner_one_follows(qtbot: QtBot) -> None:
    outer, inner = Scroll("Outer"), Scroll("Inner")
    page, long = QWidget(), QWidget()
    long.setFixedHeight(2000)
    inner.setWidget(long)
    inner.setFixedHeight(300)
    lines = QVBoxLayout(page)
    lines.addWidget(inner)
    lines.addSpacing(2000)
    outer.setWidget(page)
    outer.resize(400, 500)
    qtbot.addWidget(outer)
    outer.show()
    settle()
    finger = Finger(lambda: outer)
    finger.stroke(QPoint(100, 200), QPoint(100, 120))
    assert (inner.verticalScrollBar().value(), outer.verticalScrollBar().value()) == (80, 0)
    finger.stroke(QPoint(100, 420), QPoint(100, 380))
    assert (inner.verticalScrollBar().value(), outer.verticalScrollBar().value()) == (80, 40)
