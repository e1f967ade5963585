"""Before a lesson begins: where will the class see it, and where does the sound come from?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.library.start_parts import SecondScreen, SoundChoice
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.choice_chip import ChoiceRow
from lesson_player.ui.widgets.lesson_keys import ENTER
from lesson_player.ui.widgets.scrolling import Page, quiet_scrolling
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import Kind, WordButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from lesson_player.desktop.displays import Display


_WIDTH = 640
"""Width of the question, in pixels at 100 %."""


class Audience(Enum):
    """Who sees what."""

    OWN_SCREEN = "own-screen"
    """The class has a screen of its own."""
    SHARED = "shared"
    """The class sees this screen too: no notes, no card."""
    ALONE = "alone"
    """The teacher prepares alone."""


@dataclass(frozen=True, slots=True)
class StartChoice:
    """The teacher's answer."""

    audience: Audience
    display: Display | None = None
    """The class screen, where it has one of its own."""
    second: Display | None = None
    """Another screen that shows the class the same."""
    sound: str = ""
    """Name of the sound output; empty for the one that the computer uses."""


def choices(displays: tuple[Display, ...], *, mirrored: bool) -> tuple[StartChoice, ...]:
    """What can be chosen, the most likely first; *displays* has the teacher's own screen first.

    With a second screen the class most likely has it. Without one, or where both show the same picture, the
    class most likely sees this screen: that is also the safe answer, because then no notes are shown.
    """
    own = () if mirrored else tuple(StartChoice(Audience.OWN_SCREEN, each) for each in displays[1:])
    first = tuple(StartChoice(Audience.OWN_SCREEN, each) for each in displays[:1]) if own else ()
    return (*own, StartChoice(Audience.SHARED), StartChoice(Audience.ALONE), *first)


class StartDialog(QDialog):
    """Asks which screen is the class screen. Enter starts with the choice that is marked."""

    sound_test_asked = Signal(str)
    """Name of a sound output; empty for the one that the computer uses."""

    def __init__(
        self,
        displays: tuple[Display, ...],
        *,
        mirrored: bool,
        outputs: tuple[str, ...] = (),
        last: StartChoice | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``outputs``: names of the sound outputs, the one in use first. ``last``: what was chosen last."""
        super().__init__(parent)
        self._choices = choices(displays, mirrored=mirrored)
        self.setWindowTitle(tr("Where will the class see the lesson?"))
        words = tuple((_words(each), "") for each in self._choices)
        first = _index(self._choices, last)
        self.row = ChoiceRow(tr("Class screen"), words, first=first, stacked=True)
        self.second = SecondScreen(displays, last.second if last else None)
        self.sound = SoundChoice(outputs, last.sound if last else "")
        self.sound.test_asked.connect(self.sound_test_asked)
        self.explained = label(role=Role.QUIET)
        self.start_button = WordButton(tr("Start"), hint=tr("Enter"), kind=Kind.MAIN)
        self.cancel_button = WordButton(tr("Not now"), hint=tr("Esc"))
        self.start_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.row.chosen.connect(self._explain)
        self._build()
        self._explain(first)
        self._fit()
        self.row.chips[first].setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def choice(self) -> StartChoice:
        """The choice that is marked."""
        return replace(self._choices[self.row.index], second=self.second.display, sound=self.sound.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts, Esc does not."""
        if event.key() in ENTER:
            self.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing.painter_on(self).fillRect(self.rect(), colour(self, Role.PAPER))

    def _build(self) -> None:
        inside = Page()
        body = QVBoxLayout(inside)
        body.setContentsMargins(px(24), px(20), px(24), px(8))
        body.setSpacing(px(12))
        body.addWidget(label(self.windowTitle(), Type.CARD))
        body.addWidget(self.row)
        body.addWidget(self.explained)
        body.addWidget(self.second)
        body.addWidget(self.sound)
        body.addStretch(1)
        scroll = QScrollArea()
        quiet_scrolling(scroll)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName(self.windowTitle())
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(px(20), 0, px(20), px(14))
        buttons.addWidget(self.start_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        column.addLayout(buttons)
        self._scroll, self._inside, self._buttons = scroll, inside, buttons

    def _fit(self) -> None:
        """As tall as the words ask for, where the screen has room for it."""
        room = self.screen().availableSize()
        width = min(px(_WIDTH), room.width())
        wanted = self._inside.heightForWidth(width) + self._buttons.sizeHint().height() + px(16)
        self.resize(width, min(wanted, round(room.height() * 0.9)))

    def _explain(self, index: int) -> None:
        chosen = self._choices[index]
        self.explained.setText(_explanation(chosen))
        self.second.stand_beside(chosen.display)


def _index(choices: tuple[StartChoice, ...], last: StartChoice | None) -> int:
    """The choice that was made last, if it can be made now; else the most likely one."""
    if last is None:
        return 0
    same = (
        index
        for index, each in enumerate(choices)
        if each.audience is last.audience and each.display == last.display
    )
    return next(same, 0)


def _words(choice: StartChoice) -> str:
    if choice.display is not None:
        own = tr("{screen} (this screen)", screen=choice.display.words)
        return own if choice.display.primary else choice.display.words
    if choice.audience is Audience.SHARED:
        return tr("The class sees this screen too")
    return tr("I am preparing alone")


def _explanation(choice: StartChoice) -> str:
    if choice.audience is Audience.OWN_SCREEN:
        return tr("The class sees only the lesson there. Your notes stay on the other screen.")
    if choice.audience is Audience.SHARED:
        return tr("Your notes and the card for a disclosure stay closed, because the class would see them.")
    return tr("You see the lesson with your notes. Make sure that no class can see this screen.")
