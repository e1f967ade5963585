"""Which captions are worked on: the version of the film, and the track of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.presenter.caption_choices import Choice, ValueRow

if TYPE_CHECKING:
    from lesson_player.control.editing.captions import TrackChoice

Offered = tuple[tuple[str, str], ...]
"""Ids and titles."""


class CaptionTracks(QWidget):
    """A row for the versions and a row for the tracks, each where there is more than one."""

    picked = Signal(str, str)
    """Ids of the version and of the track that a person chose."""
    made = Signal()
    """There are other chips now."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[ValueRow, ...] = ()
        self._here = ("", "")
        self._offered: tuple[Offered, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def chips(self) -> tuple[QWidget, ...]:
        """Everything that can be chosen, in the order of reading."""
        return tuple(chip for row in self.rows for chip in row.chips)

    def show_choice(self, choices: tuple[TrackChoice, ...], here: TrackChoice) -> None:
        """Show what there is, and which of it is worked on."""
        self._here = (here.version, here.track)
        versions = {one.version: one.version_title for one in choices}
        tracks = {one.track: one.track_title for one in choices if one.version == here.version}
        offered = (tuple(versions.items()), tuple(tracks.items()))
        if offered != self._offered:
            self._make_rows(offered)
        for row, value in zip(self.rows, self._here, strict=True):
            row.show_value(value)

    def _make_rows(self, offered: tuple[Offered, ...]) -> None:
        """A row that stays the same keeps the focus that it has."""
        titles = (tr("Version of the film"), tr("Captions"))
        former = dict(zip(self._offered, self.rows, strict=True))
        self.rows = tuple(
            former.pop(choices) if choices in former else self._row(title, choices)
            for title, choices in zip(titles, offered, strict=True)
        )
        self._offered = offered
        for gone in former.values():
            gone.hide()
            gone.deleteLater()
        for number, row in enumerate(self.rows):
            self._column.insertWidget(number, row)
            row.setVisible(len(offered[number]) > 1)
        self.made.emit()

    def _row(self, title: str, choices: Offered) -> ValueRow:
        row = ValueRow(title, tuple(Choice(name, words) for name, words in choices))
        row.picked.connect(lambda value: self._tell(row, str(value)))
        return row

    def _tell(self, row: ValueRow, value: str) -> None:
        version, track = self._here
        if row is self.rows[0]:
            version = value
        else:
            track = value
        self.picked.emit(version, track)
