"""What switches press that is no button: places on the film's time line, and notes that scroll."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme.measures import TARGET, px
from lesson_player.ui.widgets.spots import scroll_to

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QAbstractScrollArea

    from lesson_player.ui.widgets.spots import Spot
    from lesson_player.ui.widgets.time_slider import TimeSlider

JUMP_S: Final = 10
"""So far the time line goes on or back at once: two presses of "Back 5 s"."""
_PAGE: Final = 0.8
"""Of what can be seen, so that the last lines are still there after scrolling."""


@dataclass(frozen=True, slots=True)
class ChapterSpot:
    """The place on the time line where a chapter begins."""

    owner: TimeSlider
    at: int
    """Seconds of the version that is on."""
    title: str

    @property
    def name(self) -> str:
        return self.title

    def area(self) -> QRect:
        middle, half = round(self.owner.place(self.at)), px(TARGET) // 2
        return self.owner.rect().adjusted(middle - half, 0, middle + half - self.owner.width(), 0)

    def press(self) -> None:
        self.owner.setValue(self.at)

    def reveal(self) -> None:
        scroll_to(self.owner)


@dataclass(frozen=True, slots=True)
class JumpSpot:
    """One half of the time line: from where the film is, some seconds back or on."""

    owner: TimeSlider
    by: int
    """Seconds; back where that is negative."""

    @property
    def name(self) -> str:
        seconds = abs(self.by)
        return tr("{n} seconds on", n=seconds) if self.by > 0 else tr("{n} seconds back", n=seconds)

    def area(self) -> QRect:
        half = self.owner.width() // 2
        return (
            self.owner.rect().adjusted(half, 0, 0, 0)
            if self.by > 0
            else self.owner.rect().adjusted(0, 0, -half, 0)
        )

    def press(self) -> None:
        self.owner.setValue(self.owner.value() + self.by)

    def reveal(self) -> None:
        scroll_to(self.owner)


@dataclass(frozen=True, slots=True)
class ScrollSpot:
    """The lower or upper half of a text that is longer than its room."""

    owner: QAbstractScrollArea
    on: bool
    """Whether it goes on; else it goes back."""

    @property
    def name(self) -> str:
        words = self.owner.accessibleName()
        return tr("{what}, further down", what=words) if self.on else tr("{what}, further up", what=words)

    def area(self) -> QRect:
        half = self.owner.height() // 2
        return (
            self.owner.rect().adjusted(0, half, 0, 0)
            if self.on
            else self.owner.rect().adjusted(0, 0, 0, -half)
        )

    def press(self) -> None:
        bar = self.owner.verticalScrollBar()
        page = round(bar.pageStep() * _PAGE)
        bar.setValue(bar.value() + (page if self.on else -page))

    def reveal(self) -> None:
        scroll_to(self.owner)


def time_spots(slider: TimeSlider, chapters: tuple[tuple[int, str], ...]) -> list[Spot]:
    """What can be pressed on a time line now: seconds back and on, then *chapters*: each a time, a title."""
    if not (slider.isVisible() and slider.isEnabled()):
        return []
    within = range(slider.minimum(), slider.maximum() + 1)
    places = [ChapterSpot(slider, at, title) for at, title in chapters if at in within]
    return [JumpSpot(slider, -JUMP_S), JumpSpot(slider, JUMP_S), *places]


def scroll_spots(text: QAbstractScrollArea) -> list[Spot]:
    """How a text is scrolled; nothing where all of it can be seen."""
    if not text.isVisible() or text.verticalScrollBar().maximum() == 0:
        return []
    return [ScrollSpot(text, on=True), ScrollSpot(text, on=False)]
