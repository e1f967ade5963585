"""The film's time in a film step: where it is, where it will rest, and a slider to go elsewhere."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.teaching.time_words import minutes_seconds
from lesson_player.ui.presenter.chapters_panel import chapter_words
from lesson_player.ui.presenter.reach import time_spots
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.text import short_label
from lesson_player.ui.widgets.time_slider import TimeSlider

if TYPE_CHECKING:
    from lesson_player.teaching.views import FilmControls
    from lesson_player.ui.widgets.spots import Spot


class FilmTime(QWidget):
    """Slider and words; shown in film steps only."""

    seek_asked = Signal(float)
    """A time in seconds of the version that is on."""

    def __init__(self) -> None:
        super().__init__()
        self._showing = False
        self._film: FilmControls | None = None
        self.words = short_label("0:00 / 0:00", Type.LABEL, role=Role.INK)
        self.slider = TimeSlider()
        self.slider.setAccessibleName(tr("Time in the film, in seconds"))
        self.slider.valueChanged.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(4), 0, px(4), 0)
        row.setSpacing(px(6))
        row.addWidget(self.slider, 1)
        row.addWidget(self.words, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_film(self, film: FilmControls | None) -> None:
        """Show where *film* is; nothing outside film steps."""
        self._film = film
        self.setVisible(film is not None)
        if film is None:
            return
        self._showing = True
        self.slider.setRange(math.ceil(film.start_s), max(math.ceil(film.start_s), math.floor(film.end_s)))
        if not self.slider.isSliderDown():
            self.slider.setValue(round(film.at_s))
        self.slider.set_mark(None if film.next_pause_s is None else round(film.next_pause_s))
        self.slider.set_chapters(tuple(chapter.at_s for chapter in film.chapters))
        part = (film.repeat_from_s, film.repeat_to_s) if film.repeat_from_s is not None else None
        self.slider.set_part(part)
        self._showing = False
        there = film.status not in {"missing", "failed"}
        self.slider.setEnabled(there)
        at, end = minutes_seconds(film.at_s), minutes_seconds(film.end_s)
        self.words.setText(tr("{at} of {end}", at=at, end=end))
        more = _more(film)
        self.slider.setToolTip(more)
        self.slider.setAccessibleDescription(tr("{at} of {end}. {more}", at=at, end=end, more=more).strip())

    def switch_row(self) -> list[Spot]:
        """What switches can press on the time line: seconds back and on, and the chapters."""
        chapters = self._film.chapters if self._film is not None else ()
        return time_spots(self.slider, tuple((round(each.at_s), each.title) for each in chapters))

    def _ask(self, seconds: int) -> None:
        if not self._showing:
            self.seek_asked.emit(float(seconds))


def _more(film: FilmControls) -> str:
    """Which chapter is on, what is repeated, and where the film will rest."""
    parts = [words for words in (chapter_words(film), film.repeat_words) if words]
    if film.next_pause_s is not None:
        parts.append(tr("It rests at {time}", time=minutes_seconds(film.next_pause_s)))
    return " ".join(f"{words}." for words in parts)
