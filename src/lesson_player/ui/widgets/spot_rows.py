"""Rows of spots in any part of a window: what stands side by side is one row for the switches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QListWidget, QWidget

from lesson_player.ui.theme.measures import TARGET, px
from lesson_player.ui.widgets.choice_chip import ChoiceRow
from lesson_player.ui.widgets.class_picture import ClassPicture
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.spots import ButtonSpot, Spot, cards_on, fields_in, lines_of, usable
from lesson_player.ui.widgets.word_button import Kind, WordButton

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST: Final = 6
"""So many lines of a list, or single buttons below one another, are one row at most: more take too long."""


_NAMED: Final = 3
"""So many names of a row without a title are said."""


@dataclass(frozen=True, slots=True)
class SpotRow:
    """What is lit at once, and then spot by spot."""

    spots: tuple[Spot, ...]
    title: str = ""
    """What the row is about, where it says so on the screen."""

    @property
    def name(self) -> str:
        """What a voice says for the row."""
        names = ", ".join(each.name for each in self.spots[:_NAMED])
        return self.title if self.title and len(self.spots) > 1 else names


SpotRows = list[SpotRow]


def rows_of(*groups: list[Spot]) -> SpotRows:
    """A row for each of *groups* that has anything in it."""
    return [SpotRow(tuple(group)) for group in groups if group]


def open_sheet_on(window: QWidget) -> Sheet | None:
    """The sheet that lies uppermost on *window*; None where none is open."""
    return next((sheet for sheet in reversed(window.findChildren(Sheet)) if sheet.isVisible()), None)


def rows_in(window: QWidget) -> SpotRows:
    """Everything that can be pressed in *window*, or in the sheet that lies over it, row by row.

    What is asked for most comes first: the row of the main button, or the buttons of the sheet. The others
    follow in the order of reading.
    """
    sheet = open_sheet_on(window)
    root = sheet or window
    rows = sorted(_rows(root), key=lambda row: _place(root, row))
    first: list[QAbstractButton] = list(sheet.foot()) if sheet is not None else _main_buttons(root)
    return sorted(_gathered(rows), key=lambda row: not any(each.owner in first for each in row.spots))


def _rows(root: QWidget) -> Iterator[SpotRow]:
    for lines in root.findChildren(QListWidget):
        spots = lines_of(lines)
        for at in range(0, len(spots), MOST):
            yield SpotRow(tuple(spots[at : at + MOST]), lines.accessibleName())
    for picture in root.findChildren(ClassPicture):
        cards = cards_on(picture)
        if cards:
            yield SpotRow(tuple(cards))
    held: dict[QWidget, list[Spot]] = {}
    for spot in (*usable(root.findChildren(QAbstractButton)), *fields_in(root)):
        held.setdefault(_holder(spot), []).append(spot)
    for holder, spots in held.items():
        if isinstance(holder, ChoiceRow):
            yield SpotRow(tuple(spots), holder.accessibleName())
        else:
            yield from _side_by_side(root, spots)


def _side_by_side(root: QWidget, spots: list[Spot]) -> Iterator[SpotRow]:
    """A row for each visual line of *spots*."""
    middles = {spot: spot.owner.mapTo(root, spot.owner.rect().center()) for spot in spots}
    line: list[Spot] = []
    for spot in sorted(spots, key=lambda each: middles[each].y()):
        if line and middles[spot].y() - middles[line[0]].y() > px(TARGET) / 2:
            yield _line(line, middles)
            line = []
        line.append(spot)
    if line:
        yield _line(line, middles)


def _line(spots: list[Spot], middles: dict[Spot, QPoint]) -> SpotRow:
    return SpotRow(tuple(sorted(spots, key=lambda each: middles[each].x())))


def _gathered(rows: SpotRows) -> Iterator[SpotRow]:
    """Single buttons below one another become one row, so that few rows are gone through."""
    single: list[SpotRow] = []
    for row in rows:
        alone = len(row.spots) == 1 and isinstance(row.spots[0], ButtonSpot)
        fits = alone and single and _holder(row.spots[0]) is _holder(single[0].spots[0])
        if single and not (fits and len(single) < MOST):
            yield _one(single)
            single = []
        if alone:
            single.append(row)
        else:
            yield row
    if single:
        yield _one(single)


def _one(rows: SpotRows) -> SpotRow:
    return SpotRow(tuple(row.spots[0] for row in rows), rows[0].title)


def _holder(spot: Spot) -> QWidget:
    """What a spot stands in with others of its kind: the group of chips, or the widget around it."""
    above = spot.owner.parentWidget()
    grand = above.parentWidget() if above is not None else None
    if isinstance(grand, ChoiceRow):
        return grand
    return above or spot.owner


def _place(root: QWidget, row: SpotRow) -> tuple[int, int]:
    corner = row.spots[0].owner.mapTo(root, QPoint(0, 0)) + row.spots[0].area().topLeft()
    return corner.y(), corner.x()


def _main_buttons(root: QWidget) -> list[QAbstractButton]:
    return [button for button in root.findChildren(WordButton) if button.kind is Kind.MAIN]
