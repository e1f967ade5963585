"""Where the page stands on a class screen of another shape."""

from __future__ import annotations

from PySide6.QtCore import QRect


def page_in(room: QRect, shape: float | None) -> QRect:
    """The largest page of *shape*, width by height, in the middle of *room*; all of it for None.

    A lesson is divided into slides for one shape. On another, words could stand where there is no room: so it
    keeps its shape, with bars. Shapes that differ by less than a hundredth fill the screen.
    """
    if shape is None or room.isEmpty() or abs(room.width() / room.height() / shape - 1) < 0.01:
        return room
    width = min(room.width(), round(room.height() * shape))
    height = min(room.height(), round(room.width() / shape))
    return QRect(
        room.x() + (room.width() - width) // 2, room.y() + (room.height() - height) // 2, width, height
    )
