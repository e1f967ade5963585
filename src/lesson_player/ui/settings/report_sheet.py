"""A report for the school's technician: all of it is shown before it can be saved."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, font, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.scrolling import quiet_scrolling
from lesson_player.ui.widgets.tall_sheet import TallSheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import Kind, WordButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

_LEAST_TEXT = 160
"""Least height of what is in the report, in pixels at 100 %."""


class _Contents(QPlainTextEdit):
    """Text to be read to its end, by arrows too; Tab leads out of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("What is in the report"))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setFont(font(Type.MINOR))
        self.setMinimumHeight(px(_LEAST_TEXT))
        self.document().setDocumentMargin(px(10))
        quiet_scrolling(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        focus = self.hasFocus()
        edge = colour(self, Role.ACCENT if focus else Role.EDGE)
        drawing.draw_box(
            drawing.painter_on(self.viewport()),
            self.viewport().rect(),
            None,
            edge,
            width=px(3 if focus else 2),
        )


class ReportSheet(TallSheet):
    """What the report holds can be read to its end, by keyboard too; then it is saved. Nothing is sent."""

    save_asked = Signal(object)
    """The file that it shall be."""

    def __init__(self, over: QWidget, choose: Callable[[str], Path | None] | None = None) -> None:
        """*choose* asks where a file of a name shall be saved."""
        super().__init__(over, tr("A report for IT"), width=900)
        self._choose = choose or self._ask
        self.about = label(_about(), Type.BODY)
        self.state = label("", Type.STRONG)
        self.contents = _Contents()
        self.save_button = WordButton(tr("Save…"), kind=Kind.MAIN)
        self._put_together()

    def show_looking(self) -> None:
        """The computer is being looked at."""
        self.contents.clear()
        self._show(tr("Looking at this computer. This takes a few seconds."), can_save=False)

    def show_contents(self, words: str) -> None:
        """Show all that would be saved."""
        self.contents.setPlainText(words)
        self._show(tr("This is all that will be in it."), can_save=True)
        announce(self, self.state.text())

    def show_told(self, words: str, *, warm: bool = False) -> None:
        """Say what has become of it."""
        self._show(words, can_save=True, warm=warm)
        announce(self, words, urgent=warm)

    def first_control(self) -> QWidget:
        """What is in it."""
        return self.contents

    def _put_together(self) -> None:
        for part in (self.about, self.state):
            self.lines.addWidget(part)
        self.lines.addWidget(self.contents, 1)
        self.buttons.insertWidget(0, self.save_button)
        self.save_button.clicked.connect(self._save)

    def _show(self, words: str, *, can_save: bool, warm: bool = False) -> None:
        self.state.setForegroundRole((Role.WARM if warm else Role.INK).value)
        self.state.setText(words)
        self.save_button.setEnabled(can_save)

    def _save(self) -> None:
        path = self._choose(f"lesson-player-report-{datetime.now(UTC):%Y-%m-%d}.zip")
        if path is not None:
            self.save_asked.emit(path)

    def _ask(self, name: str) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Save the report"), str(Path(folder) / name), tr("Zip files (*.zip)")
        )
        return Path(chosen) if chosen else None


def _about() -> str:
    return tr(
        "It helps your technician to find out why something does not work. It holds facts about this "
        "computer, settings and the log: no lesson, no name of yours or of the Designated Safeguarding Lead, "
        "and nothing about pupils. Nothing is sent: you save one file and give it to your technician."
    )
