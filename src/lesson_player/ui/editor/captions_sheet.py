"""The captions of the film: seen on the class screen, moved, worded anew, split, joined, added, taken out."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from lesson_player.control.editing.caption_commands import LARGE_S, SMALL_S, caption_commands
from lesson_player.foundation.i18n import tr
from lesson_player.ui.editor.captions_page import CaptionsPage
from lesson_player.ui.widgets.announce import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from lesson_player.control.editing.captions import CaptionDesk, CaptionRow, CaptionsView
    from lesson_player.control.editing.controller import EditingController
    from lesson_player.playback.port import FilmPlayer
    from lesson_player.rendering.pictures import PictureStore


class CaptionsSheet(CaptionsPage):
    """Shows what a `CaptionDesk` tells, and asks it for every change."""

    def __init__(
        self,
        over: QWidget,
        controller: EditingController,
        pictures: PictureStore,
        make_player: Callable[[QObject | None], FilmPlayer],
    ) -> None:
        super().__init__(over, pictures, make_player)
        self._controller = controller
        self._desk: CaptionDesk | None = None
        self._view: CaptionsView | None = None
        self._number = 0
        self._keys = {key: command.id for command in caption_commands() for key in command.keys}
        self._does = self._doings()
        self._connect()

    def show_desk(self, desk: CaptionDesk, at_s: float | None = None) -> None:
        """Show the captions of a step, at a time of the film; without one, where its part begins."""
        self._desk = desk
        self.tracks.show_choice(desk.choices, desk.choice)
        self._number = desk.number_at(desk.begins_s if at_s is None else at_s)
        self._renew()
        self.film.open_film(desk.film_path, self._row.start_s)

    @property
    def rows(self) -> tuple[CaptionRow, ...]:
        """The captions that are listed."""
        return self._view.rows if self._view is not None else ()

    @property
    def number(self) -> int:
        """The caption that is worked on, counted from 0."""
        return self._number

    def run(self, command: str) -> None:
        """Do what a command's key or button does."""
        self._does[command]()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key of the captions does what its button does."""
        if not self._press(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What scrolls, and chips, would take keys with arrows in them for themselves."""
        key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if key and watched is not self._over and isinstance(event, QKeyEvent):
            return self._press(event)
        return super().eventFilter(watched, event)

    @property
    def _row(self) -> CaptionRow:
        return self.rows[self._number]

    def _press(self, event: QKeyEvent) -> bool:
        keys = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        command = self._keys.get(keys.replace("Num+", ""))
        if command is None or self._desk is None:
            return False
        self.run(command)
        event.accept()
        return True

    def _doings(self) -> dict[str, Callable[[], object]]:
        steps = {"earlier": -SMALL_S, "later": SMALL_S, "much-earlier": -LARGE_S, "much-later": LARGE_S}
        stays = {"shorter": -SMALL_S, "longer": SMALL_S, "much-shorter": -LARGE_S, "much-longer": LARGE_S}
        return {
            **{name: partial(self._edit, "nudge", by_s) for name, by_s in steps.items()},
            **{name: partial(self._edit, "nudge", by_s, "end") for name, by_s in stays.items()},
            **{f"all-{name}": partial(self._nudge_all, by_s) for name, by_s in steps.items()},
            "split": self._split,
            "join": lambda: self._edit("join"),
            "add": self._add,
            "remove": lambda: self._edit("remove", another=True),
            "reset": lambda: self._edit("reset"),
            "elsewhere": self._change_elsewhere,
            "play": lambda: self.film.play_or_rest(self._row.start_s),
            "next": lambda: self._choose(self._number + 1),
            "before": lambda: self._choose(self._number - 1),
        }

    def _edit(self, edit: str, *how: object, another: bool = False) -> None:
        """Have something done with the caption that is worked on; say how it, or *another*, stands then."""
        if self._desk is not None and getattr(self._desk, edit)(self._number, *how):
            times = (self.fields.rows[name].words.text() for name in ("comes", "stays"))
            announce(self, ". ".join((*times, " ".join(self._row.text.split()))))
            if another:
                self.fields.to_end()

    def _nudge_all(self, by_s: float) -> None:
        if self._desk is not None and self._desk.nudge_all(by_s):
            announce(self, self.fields.rows["all"].words.text())

    def _split(self) -> None:
        if self._desk is not None and self._desk.split(self._number, self.fields.place):
            second = " ".join(self.rows[self._number + 1].text.split())
            announce(self, tr("Split. The second caption: {words}", words=second))

    def _add(self) -> None:
        if self._desk is not None and self._desk.add(self._number):
            self._choose(self._number + 1)
            self.fields.begin_words(over=True)

    def _change_elsewhere(self) -> None:
        if self._desk is not None and self._desk.elsewhere(self._number):
            announce(self, self._controller.view.undo)

    def _write(self, words: str) -> None:
        if self._desk is not None and (words.strip() or self._row.changed):
            self._desk.write(self._number, words)

    def _choose(self, number: int) -> None:
        if 0 <= number < len(self.rows):
            self._number = number
            self._show()
            self.fields.to_end()
            self.film.go_to(self._row.start_s)

    def _choose_track(self, version: str, track: str) -> None:
        if (desk := self._desk) is not None:
            at_s = self._row.start_s if desk.choice.version == version else None
            desk.choose(version, track)
            self.show_desk(desk, at_s)

    def _renew(self) -> None:
        """Everything anew, as after an edit; the caption that is worked on stays as near as there is one."""
        desk = self._desk
        if desk is None:
            return
        former = self.rows[self._number : self._number + 1]
        self._view = desk.view()
        self._number = min(self._number, len(self.rows) - 1)
        self.film.show_captions(desk.class_view(self._row.start_s), desk.cues())
        self._show()
        if self.film.isVisible() and former != (self._row,) and not self.film.plays:
            self.film.go_to(self._row.start_s)

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        self.list.show_rows(view.rows, self._number)
        others = self._desk is not None and bool(self._desk.others)
        last, alone = self._number == len(view.rows) - 1, len(view.rows) == 1
        self.fields.show_row(self._row, last=last, others=others, alone=alone)
        self.fields.show_shift(view.shift)
        self.look_at.setText("\n".join(view.look_at))
        self.look_at.setVisible(bool(view.look_at))
        shown = self._controller.view
        for button, words in ((self.undo_button, shown.undo), (self.redo_button, shown.redo)):
            button.setEnabled(bool(words))
            button.set_words(button.text(), name=f"{button.text()}: {words}" if words else button.text())

    def _follow(self, at_s: float) -> None:
        """The list marks the caption that the film shows."""
        now = (number for number, row in enumerate(self.rows) if row.start_s <= at_s < row.end_s)
        self.list.show_now(next(now, -1))

    def _show_playing(self, playing: bool) -> None:  # noqa: FBT001 - a slot
        self.fields.show_playing(playing)
        if not playing:
            self.list.show_now(-1)

    def _edited(self) -> None:
        if self.isVisible():
            self._tell("")
            self._renew()

    def _tell(self, words: str) -> None:
        """Why something was not done; the window says it too, but behind the page."""
        if self.isVisible() and words != self.said.text():
            self.said.setText(words)
            self.said.setVisible(bool(words))
            self.about.setVisible(not words)
            announce(self, words)

    def _order(self) -> None:
        """Tab goes in the order of reading; keys that move captions are not for the chips."""
        for chip in self.tracks.chips:
            chip.installEventFilter(self)
        for former, stop in pairwise((*self.tracks.chips, self.list, *self.fields.stops, *self.foot())):
            self.setTabOrder(former, stop)

    def _connect(self) -> None:
        self._controller.edited.connect(self._edited)
        self._controller.told.connect(self._tell)
        self.tracks.made.connect(self._order)
        self.tracks.picked.connect(self._choose_track)
        self.list.chosen.connect(self._choose)
        self.list.words_asked.connect(self.fields.begin_words)
        self.list.play_asked.connect(lambda: self.run("play"))
        self.fields.written.connect(self._write)
        self.fields.asked.connect(self.run)
        self.film.playing_changed.connect(self._show_playing)
        self.film.at.connect(self._follow)
        self.undo_button.clicked.connect(self._controller.undo)
        self.redo_button.clicked.connect(self._controller.redo)
