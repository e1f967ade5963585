"""A whole lesson is taught with one switch alone, or two, or a mouse button: real key and pointer events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lesson_player.application.desk import Screens
from lesson_player.control.switches import MOUSE, SwitchChoice
from lesson_player.model.bundle import LessonBundle
from lesson_player.teaching.switch_scanner import ScanTimes
from lesson_player.ui.widgets.switch_access import SwitchAccess
from tests.journeys.conftest import StartDesk, Teacher

FAST = ScanTimes(switches=1, scan_s=0.5, first_s=0.0, hold_s=0.0, accept_s=0.0)


class Pupil:
    """Somebody who can press and let go, and waits for the light."""

    def __init__(self, teacher: Teacher, choice: SwitchChoice) -> None:
        self.teacher, self.choice = teacher, choice
        teacher.desk.controller.keys.use_switches(choice)
        self.access: SwitchAccess = teacher.window.switches  # type: ignore[attr-defined] # both windows have it

    def press(self, switch: int = 1) -> None:
        key, window = self.choice.keys[switch - 1], self.teacher.window
        focused: QWidget | None = window.focusWidget()
        holder = focused if focused is not None else window
        if key in MOUSE:
            QTest.mouseClick(holder, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(holder, {"Space": Qt.Key.Key_Space, "Enter": Qt.Key.Key_Return}[key])
        QApplication.processEvents()

    def take(self, name: str) -> None:
        """Wait for the row with that button and press; wait for the button and press."""
        for _ in range(60):
            lit = [spot.name for spot in self.access.lit]
            if name in lit:
                self.press(2 if self.choice.times.switches > 1 else 1)
                if len(lit) == 1:
                    return
            elif self.choice.times.switches > 1:
                self.press(1)
            else:
                self.access.pass_time(FAST.scan_s)
        pytest.fail(f"{name} was never lit")


def teach_to_the_end(pupil: Pupil) -> None:
    teacher, seen = pupil.teacher, []
    for _ in range(200):
        seen.append(teacher.view.number)
        if not teacher.view.can_go_on:
            break
        pupil.take("Next")
    assert list(dict.fromkeys(seen)) == [step.number for step in teacher.view.steps]
    pupil.take("End")
    pupil.take("End the lesson")
    assert teacher.desk.controller.state.messages == ()


@pytest.mark.parametrize("screens", [Screens.ALONE, Screens.SHARED])
@pytest.mark.parametrize(
    "choice",
    [
        SwitchChoice(FAST),
        SwitchChoice(ScanTimes(switches=2, accept_s=0.0)),
        SwitchChoice(FAST, (MOUSE[0], "Space")),
    ],
    ids=["one", "two", "mouse"],
)
def test_switches_alone_lead_from_the_first_step_to_the_end(
    choice: SwitchChoice, screens: Screens, mayas_story: LessonBundle, start_desk: StartDesk
) -> None:
    teacher = start_desk(mayas_story, "something-is-not-right", "silent", screens=screens)
    ended: list[bool] = []
    teacher.desk.controller.finished.connect(lambda: ended.append(True))
    teach_to_the_end(Pupil(teacher, choice))
    assert ended == [True]


def test_a_switch_is_swallowed_whole_and_its_repeats_count_for_nothing(
    mayas_story: LessonBundle, start_desk: StartDesk
) -> None:
    teacher = start_desk(mayas_story, "maya-tells", "silent")
    pupil = Pupil(teacher, SwitchChoice(FAST))
    before = teacher.view.number, teacher.view.class_view
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", autorep=True)
        assert pupil.access.eventFilter(teacher.window, event)
    assert (teacher.view.number, teacher.view.class_view) == before
    teacher.press(Qt.Key.Key_PageDown)
    assert teacher.view.class_view != before[1], "other keys work as ever, for whoever helps"


def test_turned_off_the_keys_are_the_lessons_again(mayas_story: LessonBundle, start_desk: StartDesk) -> None:
    teacher = start_desk(mayas_story, "maya-tells", "silent")
    Pupil(teacher, SwitchChoice(FAST))
    teacher.desk.controller.keys.use_switches(SwitchChoice())
    before = teacher.view.class_view
    teacher.press(Qt.Key.Key_Space)
    assert teacher.view.class_view != before
