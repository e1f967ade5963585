"""A page of the assistant: a question, what is needed to answer it, and whether it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.scrolling import Page
from lesson_player.ui.widgets.text import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class AssistantPage(Page):
    """Has a heading, a sentence, and its own widgets below them in ``column``."""

    changed = Signal()
    """The words of the buttons, or whether the page is answered, may be others now."""

    def __init__(self, heading: str, explained: str) -> None:
        super().__init__()
        self.heading = label(heading, Type.CARD)
        self.explained = label(explained, role=Role.QUIET)
        self.setAccessibleName(heading)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(28), px(22), px(28), px(16))
        self.column.setSpacing(px(12))
        self.column.addWidget(self.heading)
        self.column.addWidget(self.explained)

    @property
    def ready(self) -> bool:
        """Whether the main button can be pressed."""
        return True

    @property
    def next_words(self) -> str:
        """The words of the main button."""
        return tr("Next")

    @property
    def can_go_back(self) -> bool:
        """Whether Back leads anywhere from here."""
        return True

    @property
    def closes(self) -> bool:
        """Whether the main button closes the window, so that no other has to."""
        return False

    def begin(self) -> None:
        """The page is shown."""

    def leave(self) -> None:
        """The page is no longer shown."""

    def advance(self) -> bool:
        """The main button was pressed: True when the page is done, False when it goes on within itself."""
        return True

    def step_back(self) -> bool:
        """Back was pressed: True for the page before, False when the page goes back within itself."""
        return True

    def first_control(self) -> QWidget | None:
        """What takes the focus when the page comes up; None for the main button."""
        return None
