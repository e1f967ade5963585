"""The parts that the teacher's window is put together from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.ui.presenter.caption_sheet import CaptionSheet
from lesson_player.ui.presenter.chapters_panel import ChaptersPanel
from lesson_player.ui.presenter.command_bar import CommandBar
from lesson_player.ui.presenter.notes_panel import NotesPanel
from lesson_player.ui.presenter.now_and_next import NowAndNext
from lesson_player.ui.presenter.reach import scroll_spots
from lesson_player.ui.presenter.side_column import SideColumn
from lesson_player.ui.presenter.steps_list import StepsList
from lesson_player.ui.presenter.time_left import TimeLeft
from lesson_player.ui.presenter.top_bar import TopBar
from lesson_player.ui.presenter.transcript_panel import TranscriptPanel
from lesson_player.ui.settings.keys_page import KeysPage
from lesson_player.ui.widgets.command_button import CommandButton, button_beside
from lesson_player.ui.widgets.message_bar import MessageBar
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.spot_rows import MOST, SpotRows, rows_of
from lesson_player.ui.widgets.spots import cards_on, lines_of, usable

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget

    from lesson_player.control.commands import Command
    from lesson_player.control.teaching import TeachingController
    from lesson_player.teaching.views import TeacherView
    from lesson_player.ui.help.help_sheet import HelpSheet
    from lesson_player.ui.presenter.appearance_sheet import AppearanceSheet
    from lesson_player.ui.presenter.jump_sheet import JumpSheet
    from lesson_player.ui.presenter.own import TeachersOwn
    from lesson_player.ui.presenter.print_sheet import PrintSheet
    from lesson_player.ui.presenter.reading_sheet import ReadingSheet
    from lesson_player.ui.presenter.sheets import DisclosureSheet, EndSheet, KeysSheet

_SHEET_OF = {"keys": "keys", "disclosure": "disclosure", "end": "end", "caption-style": "captions"}
_SHEET_OF |= {"appearance": "appearance", "jump": "jump", "help": "help", "reading-style": "reading"}
"""Which sheet a command opens."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands in the window."""

    top: TopBar
    messages: MessageBar
    find: CommandButton | None
    """Above the steps: looks for one by a word. None where the table has no such command."""
    steps: StepsList
    left: TimeLeft
    now: NowAndNext
    notes: NotesPanel
    side: SideColumn
    """The notes, and beside a film its transcript and tools."""
    bar: CommandBar

    def in_order(self) -> list[QWidget]:
        """Every control in the order of reading, which is the order of Tab."""
        notes = self.notes
        find = [self.find] if self.find is not None else []
        message, steps = self.messages.close_button, [*find, self.steps]
        tabs, pages = self.side.in_order()[:3], self.side.in_order()[3:]
        beside = [*tabs, notes.smaller, notes.larger, notes.text, *notes.findChildren(CommandButton), *pages]
        if self.bar.folded:
            film, lesson, bar = self.bar.in_order_below()
            return [message, *film, *beside, *steps, self.top.clock, *lesson, *bar]
        return [self.top.clock, message, *steps, *beside, *self.bar.in_order()]

    def switch_rows(self) -> SpotRows:
        """What switches can press where no sheet is open: Next first, then the choices that the class has."""
        first, *rest = self.bar.switch_rows()
        others = [self.messages.close_button, *([self.find] if self.find is not None else [])]
        steps = lines_of(self.steps)
        below = [steps[at : at + MOST] for at in range(0, len(steps), MOST)]
        beside = (self.bar.film_time.switch_row(), scroll_spots(self.notes.text))
        return rows_of(first, cards_on(self.now.now), *rest, usable(others), *beside, *below)

    def show_view(self, view: TeacherView) -> None:
        """Show *view* everywhere."""
        self.top.show_view(view)
        self.messages.show_messages(view.messages)
        self.steps.show_steps(view.steps)
        self.left.show_pace(view.pace)
        self.now.show_view(view)
        self.side.show_view(view)
        self.bar.show_view(view)


class Sheets:
    """What may be opened over the window. Each is made when it is first asked for, not as a lesson begins."""

    def __init__(self, over: QWidget, controller: TeachingController, own: TeachersOwn) -> None:
        self._over = over
        self.own = own
        self._controller = controller
        self._screen: QSize | None = None
        controller.wanted.connect(self.open_for)

    @cached_property
    def keys(self) -> KeysSheet:
        """Every key."""
        from lesson_player.ui.presenter.sheets import KeysSheet  # noqa: PLC0415 - seldom used

        sheet = KeysSheet(self._over, self._controller.commands, self._controller.view)
        sheet.change_asked.connect(self.open_own_keys)
        sheet.print_asked.connect(self.open_key_printing)
        sheet.help_asked.connect(self.open_help)
        return sheet

    @cached_property
    def jump(self) -> JumpSheet:
        """Steps looked for by a word."""
        from lesson_player.ui.presenter.jump_sheet import JumpSheet  # noqa: PLC0415 - seldom used

        sheet = JumpSheet(self._over, lambda: self._controller.view)
        sheet.step_asked.connect(self._controller.go_to)
        return sheet

    @cached_property
    def help(self) -> HelpSheet:
        """The guides."""
        from lesson_player.ui.help.help_sheet import HelpSheet  # noqa: PLC0415 - seldom used

        sheet = HelpSheet(self._over, in_lesson=True)
        sheet.tour_asked.connect(lambda: self._controller.run("tour"))
        return sheet

    @cached_property
    def end(self) -> EndSheet:
        """The question before the lesson ends."""
        from lesson_player.ui.presenter.sheets import EndSheet  # noqa: PLC0415 - at the end

        sheet = EndSheet(self._over)
        sheet.end_agreed.connect(self._controller.end)
        return sheet

    @cached_property
    def captions(self) -> CaptionSheet:
        """How captions and signer are shown."""
        sheet = CaptionSheet(self._over, self._controller)
        if self._screen is not None:
            sheet.stand_for(self._screen)
        return sheet

    @cached_property
    def appearance(self) -> AppearanceSheet:
        """How the class screen looks."""
        from lesson_player.ui.presenter.appearance_sheet import AppearanceSheet  # noqa: PLC0415 - seldom used

        sheet = AppearanceSheet(self._over, self._controller)
        if self._screen is not None:
            sheet.stand_for(self._screen)
        return sheet

    @cached_property
    def reading(self) -> ReadingSheet:
        """How slides are read aloud."""
        from lesson_player.ui.presenter.reading_sheet import ReadingSheet  # noqa: PLC0415 - seldom used

        return ReadingSheet(self._over, self._controller)

    @cached_property
    def printing(self) -> PrintSheet:
        """The transcript on paper."""
        from lesson_player.ui.presenter.print_sheet import PrintSheet  # noqa: PLC0415 - seldom used
        from lesson_player.ui.presenter.transcript_page import page  # noqa: PLC0415 - as the line above

        about = tr("All that is said and described in the film, with times and speakers.")
        title = tr("Print the transcript")
        sheet = PrintSheet(self._over, title, about, lambda: page(self._controller.view))
        sheet.told.connect(self._controller.tell)
        return sheet

    @cached_property
    def key_printing(self) -> PrintSheet:
        """The sheet of keys on paper."""
        from lesson_player.ui.presenter.key_lines import page  # noqa: PLC0415 - seldom used
        from lesson_player.ui.presenter.print_sheet import PrintSheet  # noqa: PLC0415 - as the line above

        about = tr("Every key with what it does, with your own keys where you have changed them.")
        private = self._controller.view.private
        sheet = PrintSheet(
            self._over, tr("Print the keys"), about, lambda: page(self._controller.commands, private=private)
        )
        sheet.told.connect(self._controller.tell)
        return sheet

    @cached_property
    def own_keys(self) -> KeysPage:
        """Keys and switches of the user's own."""
        return KeysPage(self._over, self._controller.keys)

    @cached_property
    def disclosure(self) -> DisclosureSheet | None:
        """The card; None where the class sees this screen too."""
        view = self._controller.view
        if not view.private:
            return None
        from lesson_player.ui.presenter.sheets import DisclosureSheet  # noqa: PLC0415 - seldom used

        sheet = DisclosureSheet(self._over, view, self.own)
        sheet.told.connect(self._tell)
        return sheet

    def _tell(self, words: str) -> None:
        if words:
            self._controller.tell(words)

    def open_own_keys(self) -> None:
        """Let the user choose keys and switches."""
        self.own_keys.open_sheet()

    def open_printing(self) -> None:
        """Ask how the transcript is printed."""
        self.printing.open_sheet()

    def open_key_printing(self) -> None:
        """Ask how the keys are printed."""
        self.key_printing.open_sheet()

    def open_help(self) -> None:
        """Open the guides."""
        self.help.open_sheet()

    def all(self) -> tuple[Sheet, ...]:
        """Every sheet that has been made."""
        return tuple(self._over.findChildren(Sheet))

    def any_open(self) -> bool:
        """Whether a sheet lies over the window."""
        return any(sheet.isVisible() for sheet in self.all())

    def stand_for(self, screen: QSize) -> None:
        """Let pictures of the class screen have its proportions."""
        self._screen = screen
        for name in ("captions", "appearance"):
            if name in vars(self):
                getattr(self, name).stand_for(screen)

    def show_commands(self, commands: tuple[Command, ...]) -> None:
        """Show the keys that *commands* have now."""
        if "keys" in vars(self):
            self.keys.show_commands(commands)

    def close_open(self) -> bool:
        """Put away whatever is open; False when nothing was."""
        open_ones = [sheet for sheet in self.all() if sheet.isVisible()]
        for sheet in open_ones:
            sheet.close_sheet()
        return bool(open_ones)

    def open_for(self, command_id: str) -> None:
        """Open the sheet that a command asks for; to end, what is open is first put away."""
        if command_id == "end" and self.close_open():
            return
        name = _SHEET_OF.get(command_id)
        sheet = getattr(self, name) if name else None
        if sheet is not None:
            sheet.open_sheet()


def make_parts(controller: TeachingController) -> Parts:
    """The parts, each wired to what it asks of *controller*."""
    view = controller.view
    notes = NotesPanel(button_beside(controller, "disclosure"))
    parts = Parts(
        top=TopBar(),
        messages=MessageBar(),
        find=button_beside(controller, "jump"),
        steps=StepsList(),
        left=TimeLeft(),
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
