"""Somebody with a keyboard and nothing else, at the window of the editor."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lesson_player.application.editor import EditorDesk
from lesson_player.model.adaptation import Adaptation

NONE = Qt.KeyboardModifier.NoModifier
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@dataclass
class Coordinator:
    """Presses keys, and looks at what has the focus."""

    desk: EditorDesk
    bot: QtBot

    @property
    def focus(self) -> QWidget:
        holder: QWidget | None = self.desk.window.focusWidget()
        return holder if holder is not None else self.desk.window

    @property
    def adaptation(self) -> Adaptation:
        return self.desk.controller.opened.adaptation

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            QTest.keyClick(self.focus, key, held)
            QApplication.processEvents()

    def write(self, words: str) -> None:
        """Replace what stands in the field."""
        self.press(Key.Key_A, held=CTRL)
        QTest.keyClicks(self.focus, words)
        QApplication.processEvents()

    def tab_to(self, wanted: str) -> None:
        """Tab until what has the focus is called so, wholly or at its beginning."""
        for _ in range(200):
            if self.focus.accessibleName().startswith(wanted):
                return
            self.press(Key.Key_Tab)
        pytest.fail(f"Tab does not lead to {wanted!r}")

    def go_to_step(self, step: str) -> None:
        """From the list of steps, by arrows."""
        for _ in range(3):
            if self.focus is self.desk.window.steps.steps:
                break
            self.press(Key.Key_F6)
        self.press(Key.Key_Home)
        for _ in range(30):
            if self.desk.controller.place.step == step:
                return
            self.press(Key.Key_Down)
        pytest.fail(f"the arrows do not lead to {step!r}")

    def paste(self, words: str) -> None:
        """Replace what stands in the field by what was copied elsewhere, which is quicker than every key."""
        QApplication.clipboard().setText(words)
        self.press(Key.Key_A, held=CTRL)
        self.press(Key.Key_V, held=CTRL)

    def fill(self, field: str, words: str) -> None:
        """Go to a field and have it say *words*."""
        self.tab_to(field)
        self.paste(words)

    def give_picture(self, words: str, alt: str) -> None:
        """The picture of the line that has the focus: the first one found by *words*, said as *alt*."""
        self.press(Key.Key_P, held=ALT)
        self.choose_picture(words, alt)

    def choose_picture(self, words: str, alt: str) -> None:
        """In the open sheet of pictures, the first one found by *words*, said as *alt*."""
        self.paste(words)
        self.press(Key.Key_Down, Key.Key_Return)
        if self.focus.accessibleName().startswith("What the picture shows"):
            self.paste(alt)
        self.tab_to("Use this picture")
        self.press(Key.Key_Return)
