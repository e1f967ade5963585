"""The captions of the film: seen on the class screen, moved, worded anew, split and joined."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from lesson_player.control.editing.caption_commands import LARGE_S, SMALL_S, caption_commands
from lesson_player.foundation.i18n import tr
from lesson_player.rendering.layout import WIDE
from lesson_player.ui.editor.caption_fields import CaptionFields
from lesson_player.ui.editor.caption_film import CaptionFilm
from lesson_player.ui.editor.caption_list import CaptionList
from lesson_player.ui.presenter.caption_choices import Choice, ValueRow
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.tall_sheet import TallSheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from lesson_player.control.editing.captions import CaptionDesk, CaptionRow, CaptionsView
    from lesson_player.control.editing.controller import EditingController
    from lesson_player.playback.port import FilmPlayer
    from lesson_player.rendering.pictures import PictureStore

_NARROW = 900
"""Below this width, in pixels at 100 %, the list stands above what it shows and not beside it."""
_VERY_NARROW = 520
"""Below this one, even what can be done with the picture stands under it."""
_FOOT = 20
"""Share of the foot's free room that what is said there has; the rest has a share of 1 or less."""
_OF_HEIGHT = 0.36
"""Share of the page's height that the picture has at most."""


class CaptionsSheet(TallSheet):
    """A list at the left; at the right the class screen with the caption that is chosen, and its words."""

    def __init__(
        self,
        over: QWidget,
        controller: EditingController,
        pictures: PictureStore,
        make_player: Callable[[QObject | None], FilmPlayer],
    ) -> None:
        super().__init__(over, tr("Captions of the film"), width=1240)
        self._controller = controller
        self._desk: CaptionDesk | None = None
        self._view: CaptionsView | None = None
        self._number = 0
        self.tracks = QWidget()
        self.look_at = label("", role=Role.WARM)
        self.about = label(tr("The film’s own file stays as it is."), Type.MINOR, role=Role.QUIET)
        self.said = label("", role=Role.WARM)
        self.said.hide()
        self.list = CaptionList()
        self.film = CaptionFilm(pictures, make_player)
        self.fields = CaptionFields()
        self.undo_button = WordButton(tr("Undo"), hint=tr("Ctrl Z"))
        self.redo_button = WordButton(tr("Redo"), hint=tr("Ctrl Y"))
        self._keys = {key: command.id for command in caption_commands() for key in command.keys}
        self._does = self._doings()
        self._put_together()
        self._connect()

    def show_desk(self, desk: CaptionDesk, at_s: float | None = None) -> None:
        """Show the captions of a step, at a time of the film; without one, where its part begins."""
        self._desk = desk
        self._offer_tracks()
        self._number = desk.number_at(desk.begins_s if at_s is None else at_s)
        self._renew()
        self.film.open_film(desk.film_path, self._row.start_s)

    @property
    def number(self) -> int:
        """The caption that is worked on, counted from 0."""
        return self._number

    def run(self, command: str) -> None:
        """Do what a command's key or button does."""
        self._does[command]()

    def first_control(self) -> QWidget:
        """The list."""
        return self.list

    def close_sheet(self) -> None:
        """Put the sheet away and let go of the film."""
        self.film.close_film()
        super().close_sheet()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key of the captions does what its button does."""
        if not self._press(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What scrolls would take keys with arrows in them for itself."""
        if watched is self._scroll and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._press(event)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room, else below one another."""
        super().resizeEvent(event)
        self._arrange()

    @property
    def _row(self) -> CaptionRow:
        view = self._view
        if view is None:  # pragma: no cover - the sheet opens with a view
            raise LookupError
        return view.rows[self._number]

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
            **{name: partial(self._nudge, by_s) for name, by_s in steps.items()},
            **{name: partial(self._stay, by_s) for name, by_s in stays.items()},
            **{f"all-{name}": partial(self._nudge_all, by_s) for name, by_s in steps.items()},
            "split": self._split,
            "join": self._join,
            "reset": self._reset,
            "play": lambda: self.film.play_or_rest(self._row.start_s),
            "next": lambda: self._choose(self._number + 1),
            "before": lambda: self._choose(self._number - 1),
        }

    def _nudge(self, by_s: float) -> None:
        if self._desk is not None and self._desk.nudge(self._number, by_s):
            self._say_row()

    def _stay(self, by_s: float) -> None:
        if self._desk is not None and self._desk.nudge(self._number, by_s, "end"):
            self._say_row()

    def _nudge_all(self, by_s: float) -> None:
        if self._desk is not None and self._desk.nudge_all(by_s):
            announce(self, self.fields.rows["all"].words.text())

    def _split(self) -> None:
        if self._desk is not None and self._desk.split(self._number, self.fields.place):
            announce(self, tr("Split. The second caption: {words}", words=self._words(self._number + 1)))

    def _join(self) -> None:
        if self._desk is not None and self._desk.join(self._number):
            announce(self, tr("Joined: {words}", words=self._words(self._number)))

    def _reset(self) -> None:
        if self._desk is not None and self._desk.reset(self._number):
            self._say_row()

    def _write(self, words: str) -> None:
        if self._desk is not None and (words.strip() or self._row.changed):
            self._desk.write(self._number, words)

    def _choose(self, number: int) -> None:
        view = self._view
        if view is None or not 0 <= number < len(view.rows):
            return
        self._number = number
        self._show()
        self.film.go_to(self._row.start_s)

    def _choose_track(self, version: str, track: str) -> None:
        desk = self._desk
        if desk is None:
            return
        at_s = self._row.start_s
        same = desk.choice.version == version
        desk.choose(version, track)
        self.show_desk(desk, at_s if same else None)

    def _renew(self) -> None:
        """Everything anew, as after an edit; the caption that is worked on stays as near as there is one."""
        desk = self._desk
        if desk is None:
            return
        former = self._view
        self._view = desk.view()
        self._number = min(self._number, len(self._view.rows) - 1)
        self.film.show_captions(desk.class_view(self._row.start_s), desk.cues())
        self._show()
        moved = former is None or former.rows[self._number : self._number + 1] != (self._row,)
        if self.film.isVisible() and moved and not self.film.plays:
            self.film.go_to(self._row.start_s)

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        self.list.show_rows(view.rows, self._number)
        self.fields.show_row(self._row, last=self._number == len(view.rows) - 1)
        self.fields.show_shift(view.shift)
        self.look_at.setText("\n".join(view.look_at))
        self.look_at.setVisible(bool(view.look_at))
        shown = self._controller.view
        for button, words in ((self.undo_button, shown.undo), (self.redo_button, shown.redo)):
            button.setEnabled(bool(words))
            button.set_words(button.text(), name=f"{button.text()}: {words}" if words else button.text())

    def _follow(self, at_s: float) -> None:
        """The list marks the caption that the film shows."""
        rows = self._view.rows if self._view is not None else ()
        now = (number for number, row in enumerate(rows) if row.start_s <= at_s < row.end_s)
        self.list.show_now(next(now, -1))

    def _show_playing(self, playing: bool) -> None:  # noqa: FBT001 - a slot
        self.fields.show_playing(playing)
        if not playing:
            self.list.show_now(-1)

    def _words(self, number: int) -> str:
        rows = self._view.rows if self._view is not None else ()
        return " ".join(rows[number].text.split()) if number < len(rows) else ""

    def _say_row(self) -> None:
        announce(self, ". ".join(self.fields.rows[name].words.text() for name in ("comes", "stays")))

    def _offer_tracks(self) -> None:
        """Which version and track, where the film has more than one."""
        desk = self._desk
        if desk is None:
            return
        while (item := self._tracks.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        here = desk.choice
        rows: list[ValueRow] = []
        versions = {one.version: one.version_title for one in desk.choices}
        tracks = {one.track: one.track_title for one in desk.choices if one.version == here.version}
        for title, choices, value, wanted in (
            (tr("Version of the film"), versions, here.version, lambda name: (name, here.track)),
            (tr("Captions"), tracks, here.track, lambda name: (here.version, name)),
        ):
            if len(choices) > 1:
                row = ValueRow(title, tuple(Choice(name, words) for name, words in choices.items()))
                row.show_value(value)
                row.picked.connect(lambda name, wanted=wanted: self._choose_track(*wanted(str(name))))
                self._tracks.addWidget(row)
                rows.append(row)
        self.tracks.setVisible(bool(rows))
        chips = [chip for row in rows for chip in row.chips]
        for former, stop in pairwise((*chips, self.list, *self.fields.stops, *self.foot())):
            self.setTabOrder(former, stop)

    def _connect(self) -> None:
        self._controller.edited.connect(self._edited)
        self._controller.told.connect(self._tell)
        self.list.chosen.connect(self._choose)
        self.list.words_asked.connect(self.fields.begin_words)
        self.list.play_asked.connect(lambda: self.run("play"))
        self.fields.written.connect(self._write)
        self.fields.asked.connect(self.run)
        self.film.playing_changed.connect(self._show_playing)
        self.film.at.connect(self._follow)
        self.undo_button.clicked.connect(self._controller.undo)
        self.redo_button.clicked.connect(self._controller.redo)

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

    def _put_together(self) -> None:
        self._tracks = QVBoxLayout(self.tracks)
        self._tracks.setContentsMargins(0, 0, 0, 0)
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tracks)
        column.addWidget(self.list, 1)
        self._seen = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._seen.setSpacing(px(14))
        self._seen.addWidget(self.film, 3)
        self._seen.addWidget(self.fields.side, 2)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(self._seen)
        column.addWidget(self.fields)
        column.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(px(16))
        self._columns.addWidget(left, 4)
        self._columns.addWidget(right, 6)
        self.lines.addWidget(self.look_at)
        self.lines.addLayout(self._columns, 1)
        self.buttons.insertWidget(0, self.undo_button)
        self.buttons.insertWidget(1, self.redo_button)
        self.buttons.insertWidget(2, self.about, _FOOT)
        self.buttons.insertWidget(3, self.said, _FOOT)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < px(_NARROW)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(down if narrow else across)
        self._seen.setDirection(down if self.width() < px(_VERY_NARROW) else across)
        # The words that are written stay in sight of the picture that shows them.
        self.film.setMaximumWidth(round(self.height() * _OF_HEIGHT * WIDE))
        self.fields.arrange(narrow=narrow)
        self.list.setMinimumHeight(px(200 if narrow else 280))
