"""Groups of settings on the page, and the parts of a group that are no single value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.settings.setting_view import SettingView
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lesson_player.control.settings_book import SettingsBook
    from lesson_player.ui.settings.setting_row import SettingGroup
    from lesson_player.ui.settings.settings_doors import SettingsDoors


class Found(Protocol):
    """What stands in a group: it can be searched for, and shows what holds."""

    def fits(self, words: tuple[str, ...]) -> bool:
        """Whether each of *words*, in small letters, is somewhere in it."""

    def show_value(self) -> None:
        """Show what holds now."""


class WordsView(QWidget):
    """A title, a sentence, and words that can only be read."""

    def __init__(self, title: str, about: str, words: str = "") -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.title, self.about = label(title, Type.LABEL), label(about, Type.MINOR, role=Role.QUIET)
        self.words = label(words)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(drawing.ring_room(), px(4), 0, px(10))
        self.column.setSpacing(px(2))
        for part in (self.title, self.about, self.words):
            self.column.addWidget(part)
        self.words.setVisible(bool(words))

    @property
    def control(self) -> QWidget:
        """What has the focus when somebody comes here."""
        return self

    def fits(self, words: tuple[str, ...]) -> bool:
        """Whether each of *words*, in small letters, is somewhere in it."""
        text = f"{self.title.text()} {self.about.text()} {self.words.text()}".casefold()
        return all(word in text for word in words)

    def show_value(self) -> None:
        """Its words do not change while the program runs."""


class LinkView(WordsView):
    """A way to a page of its own."""

    asked = Signal()

    def __init__(self, title: str, about: str, words: str) -> None:
        super().__init__(title, about)
        self.button = WordButton(words)
        self.button.clicked.connect(self.asked)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def control(self) -> QWidget:
        """The button."""
        return self.button


class RoomView(WordsView):
    """What is remembered of this room, and a way to forget it."""

    forgotten = Signal(str)
    """It was forgotten, or could not be: in words."""

    def __init__(self, doors: SettingsDoors) -> None:
        super().__init__(
            tr("Screens and sound of this room"),
            tr("You are asked when a lesson begins. The answer is remembered for these screens."),
        )
        self._doors = doors
        self.button = WordButton(tr("Forget this room"))
        self.button.clicked.connect(self._forget)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_value()

    @property
    def control(self) -> QWidget:
        """The button, where there is something to forget."""
        return self.button if not self.button.isHidden() else self

    def show_value(self) -> None:
        """Say what is remembered now."""
        words = self._doors.room()
        self.words.setText(words or tr("Nothing is remembered yet."))
        self.words.show()
        self.button.setVisible(bool(words))

    def _forget(self) -> None:
        trouble = self._doors.forget_room()
        self.show_value()
        self.forgotten.emit(trouble or tr("The room is forgotten. You are asked anew next time."))


class GroupView(QWidget):
    """A heading and what stands under it."""

    usual_again = Signal(str)
    """A setting is as usual again: its title."""

    def __init__(self, title: str, views: Sequence[QWidget]) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.views = tuple(views)
        self._title = title.casefold()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(6), 0, px(6))
        column.setSpacing(px(2))
        heading = label(title, Type.TITLE)
        heading.setContentsMargins(drawing.ring_room(), 0, 0, px(4))
        column.addWidget(heading)
        for view in self.views:
            column.addWidget(view)
        self.setVisible(bool(views))

    @classmethod
    def of(cls, group: SettingGroup, book: SettingsBook) -> GroupView:
        """A group of single values."""
        views = [SettingView(row, book) for row in group.rows]
        made = cls(group.title, views)
        for view in views:
            view.usual_again.connect(made.usual_again)
        return made

    def shown(self) -> list[SettingView | WordsView]:
        """What a search has left in view."""
        return [cast("SettingView | WordsView", view) for view in self.views if not view.isHidden()]

    def show_values(self, section: str = "") -> None:
        """Show what holds now, in all of it or in what belongs to a section of the settings."""
        for view in self.views:
            if not section or (isinstance(view, SettingView) and view.row.section == section):
                cast("Found", view).show_value()

    def search(self, words: tuple[str, ...]) -> int:
        """Leave in view what has each of *words*, or all of it where the heading has them; gives how many."""
        whole = all(word in self._title for word in words)
        for view in self.views:
            view.setVisible(whole or cast("Found", view).fits(words))
        found = sum(not view.isHidden() for view in self.views)
        self.setVisible(bool(found))
        return found
