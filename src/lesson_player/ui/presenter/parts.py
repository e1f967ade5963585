"""The parts that the teacher's window is put together from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.ui.presenter.caption_sheet import CaptionSheet
from lesson_player.ui.presenter.chapters_panel import ChaptersPanel
from lesson_player.ui.presenter.command_bar import CommandBar
from lesson_player.ui.presenter.notes_panel import NotesPanel
from lesson_player.ui.presenter.now_and_next import NowAndNext
from lesson_player.ui.presenter.print_sheet import PrintSheet
from lesson_player.ui.presenter.sheets import DisclosureSheet, EndSheet, KeysSheet
from lesson_player.ui.presenter.side_column import SideColumn
from lesson_player.ui.presenter.steps_list import StepsList
from lesson_player.ui.presenter.top_bar import TopBar
from lesson_player.ui.presenter.transcript_panel import TranscriptPanel
from lesson_player.ui.settings.keys_page import KeysPage
from lesson_player.ui.widgets.command_button import CommandButton
from lesson_player.ui.widgets.message_bar import MessageBar
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lesson_player.control.teaching import TeachingController
    from lesson_player.teaching.views import TeacherView
    from lesson_player.ui.widgets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands in the window."""

    top: TopBar
    messages: MessageBar
    steps: StepsList
    now: NowAndNext
    notes: NotesPanel
    side: SideColumn
    """The notes, and beside a film its transcript and tools."""
    bar: CommandBar

    def in_order(self) -> list[QWidget]:
        """Every control in the order of reading, which is the order of Tab."""
        notes = self.notes
        head = [self.top.clock, self.messages.close_button, self.steps]
        tabs, pages = self.side.in_order()[:3], self.side.in_order()[3:]
        beside = [*tabs, notes.smaller, notes.larger, notes.text, *notes.findChildren(CommandButton), *pages]
        return [*head, *beside, *self.bar.in_order()]

    def show_view(self, view: TeacherView) -> None:
        """Show *view* everywhere."""
        self.top.show_view(view)
        self.messages.show_messages(view.messages)
        self.steps.show_steps(view.steps)
        self.now.show_view(view)
        self.side.show_view(view)
        self.bar.show_view(view)


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Sheets:
    """What may be opened over the window."""

    keys: KeysSheet
    end: EndSheet
    captions: CaptionSheet
    printing: PrintSheet
    own_keys: KeysPage
    disclosure: DisclosureSheet | None
    """None where the class sees this screen too."""

    def all(self) -> tuple[Sheet, ...]:
        """Every sheet."""
        return tuple(sheet for sheet in (*self._always(), self.disclosure) if sheet is not None)

    def _always(self) -> tuple[Sheet, ...]:
        own = self.own_keys, self.own_keys.switch_page
        return self.keys, self.end, self.captions, self.printing, *own

    def close_open(self) -> bool:
        """Put away whatever is open; False when nothing was."""
        open_ones = [sheet for sheet in self.all() if sheet.isVisible()]
        for sheet in open_ones:
            sheet.close_sheet()
        return bool(open_ones)

    def foot(self) -> list[WordButton]:
        """The buttons of the sheet that is open; none where none is."""
        return [button for sheet in self.all() if sheet.isVisible() for button in _foot(sheet)]

    def open_for(self, command_id: str) -> None:
        """Open the sheet that a command asks for; to end, what is open is first put away."""
        by_command = {
            "keys": self.keys,
            "disclosure": self.disclosure,
            "end": self.end,
            "caption-style": self.captions,
        }
        sheet = by_command.get(command_id)
        if sheet is not None and not (sheet is self.end and self.close_open()):
            sheet.open_sheet()


def _foot(sheet: Sheet) -> list[WordButton]:
    items = (sheet.buttons.itemAt(index) for index in range(sheet.buttons.count()))
    widgets = (item.widget() for item in items if item is not None)
    return [widget for widget in widgets if isinstance(widget, WordButton)]


def make_parts(controller: TeachingController) -> Parts:
    """The parts, each wired to what it asks of *controller*."""
    view = controller.view
    notes = NotesPanel(_disclosure_button(controller))
    parts = Parts(
        top=TopBar(),
        messages=MessageBar(),
        steps=StepsList(),
        now=NowAndNext(controller.pictures),
        notes=notes,
        side=SideColumn(notes, TranscriptPanel(), ChaptersPanel(controller.commands, view)),
        bar=CommandBar(controller.commands, view),
    )
    parts.top.timer_asked.connect(lambda: controller.run("timer"))
    parts.top.screen_name_moved.connect(parts.now.set_screen_name)
    parts.messages.seen.connect(controller.clear_messages)
    parts.steps.step_asked.connect(controller.go_to)
    parts.now.touched.connect(controller.choose)
    parts.bar.asked.connect(controller.run)
    parts.bar.film_time.seek_asked.connect(controller.seek_film)
    _connect_film(parts.side, controller)
    return parts


def _connect_film(side: SideColumn, controller: TeachingController) -> None:
    side.transcript.place_asked.connect(controller.seek_film)
    side.transcript.told.connect(controller.tell)
    side.tools.asked.connect(controller.run)
    side.tools.place_asked.connect(controller.seek_film)
    controller.wanted.connect(side.answer)


def make_sheets(over: QWidget, controller: TeachingController) -> Sheets:
    """The sheets, opened when *controller* is asked for them."""
    view = controller.view
    sheets = Sheets(
        keys=KeysSheet(over, controller.commands, view),
        end=EndSheet(over),
        captions=CaptionSheet(over, controller),
        printing=PrintSheet(over, lambda: controller.view),
        own_keys=KeysPage(over, controller.keys),
        disclosure=DisclosureSheet(over, view) if view.private else None,
    )
    sheets.keys.change_asked.connect(sheets.own_keys.open_sheet)
    sheets.end.end_agreed.connect(controller.end)
    sheets.printing.told.connect(controller.tell)
    controller.wanted.connect(sheets.open_for)
    return sheets


def _disclosure_button(controller: TeachingController) -> CommandButton | None:
    command = next((each for each in controller.commands if each.id == "disclosure"), None)
    if command is None or not controller.view.private:
        return None
    button = CommandButton(command, controller.view, beside=True)
    button.asked.connect(controller.run)
    return button
