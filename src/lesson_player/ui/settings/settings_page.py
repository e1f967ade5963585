"""The page of settings: everything that holds for all lessons, searchable; each answer takes hold at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.ui.settings.setting_groups import GroupView, LinkView, RoomView, WordsView
from lesson_player.ui.settings.setting_rows import all_keys, setting_groups
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.button_row import ButtonRow
from lesson_player.ui.widgets.search_field import SearchField
from lesson_player.ui.widgets.tall_sheet import TallSheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from lesson_player.control.settings_book import SettingsBook, Values
    from lesson_player.ui.settings.settings_doors import SettingsDoors


class SettingsPage(TallSheet):
    """Settings in groups, what the school has locked, and links to keys and switches."""

    keys_asked = Signal()
    """The page of keys."""
    report_asked = Signal()
    """The report for the technician."""

    def __init__(self, over: QWidget, book: SettingsBook, doors: SettingsDoors) -> None:
        super().__init__(over, tr("Settings"), width=960)
        self._book, self._doors = book, doors
        self._undo: Values = {}
        self.search = SearchField(tr("Search in the settings"))
        self.said = label(step=Type.LEAD)
        self.trouble = label(step=Type.STRONG)
        self.groups = self._make_groups()
        self.none_found = label(tr("Nothing here has these words. Try another one."))
        self.usual_button = WordButton(tr("All settings as usual"))
        self.undo_button = WordButton(tr("Take that back"))
        self._put_together()
        self.search.textChanged.connect(self._search)
        self.search.left.connect(self._leave_search)
        self.search.next_asked.connect(self._go_to_found)
        self.usual_button.clicked.connect(self._all_as_usual)
        self.undo_button.clicked.connect(self._take_back)
        book.changed.connect(self._show_section)
        book.told.connect(self._say)

    def open_sheet(self) -> None:
        """Show what holds now: a lesson may have changed it."""
        self.trouble.setText("\n".join(self._book.troubles))
        self.trouble.setVisible(bool(self._book.troubles))
        for group in self.groups:
            group.show_values()
        self._say("")
        self._show_undo({})
        super().open_sheet()

    def first_control(self) -> QWidget:
        """The search: there is a lot here."""
        return self.search

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; no other key is the lesson's while somebody is setting something."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            event.accept()

    def _make_groups(self) -> tuple[GroupView, ...]:
        keys = LinkView(
            tr("Keys, clickers and switches"),
            tr("Any key or clicker can do anything. Switches or a resting pointer can drive a lesson."),
            tr("Keys and switches…"),
        )
        keys.asked.connect(self._go_to_keys)
        report = LinkView(
            tr("A report for IT"),
            tr("When something does not work: facts about this computer, and no names. You see it first."),
            tr("Report for IT…"),
        )
        report.asked.connect(self._go_to_report)
        room = RoomView(self._doors)
        room.forgotten.connect(self._say)
        folders = [WordsView(title, about, words) for title, about, words in self._doors.folders()]
        made = [GroupView.of(group, self._book) for group in setting_groups()]
        links = GroupView(tr("Screens, sound and keys"), (room, keys))
        for group in made:
            group.usual_again.connect(lambda title: self._say(tr("{title}: as usual again.", title=title)))
        school = GroupView(tr("The school’s lessons and films"), (*folders, report))
        return (*made[:2], links, *made[2:], school)

    def _put_together(self) -> None:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, px(12), 0)
        column.setSpacing(px(8))
        tools = ButtonRow((self.usual_button, self.undo_button), centred=False)
        column.addWidget(self.search)
        column.addWidget(self.said)
        self._column.insertWidget(1, head)
        self.lines.addWidget(self.trouble)
        for group in self.groups:
            self.lines.addWidget(group)
        self.lines.addWidget(self.none_found)
        self.lines.addWidget(tools)
        self.lines.addStretch(1)
        self.trouble.setContentsMargins(drawing.ring_room(), 0, 0, 0)
        for part in (self.said, self.trouble, self.none_found, self.undo_button):
            part.hide()

    def _search(self, words: str) -> None:
        wanted = tuple(words.casefold().split())
        found = sum(group.search(wanted) for group in self.groups)
        self.none_found.setVisible(not found)
        self.usual_button.setVisible(not wanted)
        self._fit()
        self._scroll.verticalScrollBar().setValue(0)
        if wanted:
            announce(self, tr_n("{n} setting found", "{n} settings found", found), urgent=True)

    def _leave_search(self) -> None:
        if self.search.text():
            self.search.clear()
        else:
            self.close_sheet()

    def _go_to_found(self) -> None:
        first = next((view for group in self.groups for view in group.shown()), None)
        if first is not None:
            first.control.setFocus(Qt.FocusReason.TabFocusReason)

    def _go_to_keys(self) -> None:
        self.close_sheet()
        self.keys_asked.emit()

    def _go_to_report(self) -> None:
        self.close_sheet()
        self.report_asked.emit()

    def _all_as_usual(self) -> None:
        former = self._book.forget_all(all_keys())
        self._show_undo(former)
        self._say(tr("All settings are as usual again, but for what your school has set."))
        if any(former.values()):
            self.undo_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self) -> None:
        former = self._undo
        self._show_undo({})
        self.usual_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._book.restore(former)
        self._say(tr("Your settings are back."))

    def _show_undo(self, former: Values) -> None:
        self._undo = former
        self.undo_button.setVisible(any(former.values()))

    def _show_section(self, section: str, _keys: tuple[str, ...]) -> None:
        if self.isVisible():
            for group in self.groups:
                group.show_values(section)

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        announce(self, words, urgent=True)
