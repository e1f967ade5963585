"""Lengths and type sizes of the program's own windows, all as multiples of the base text size."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

BASE_PX = 16
"""Base text size in logical pixels at 100 %."""
TARGET = 44
"""Least height and width of anything to press (WCAG 2.2, 2.5.5)."""
RING = 3
"""Width of the focus ring (docs/design.md)."""
RING_GAP = 2
"""Gap between a control and its focus ring."""
CORNER = 10
"""Radius of the corners of buttons and panels; docs/design.md asks for 8 to 16."""


class Type(Enum):
    """A step of the type scale: share of the base size, and weight."""

    SMALL = (0.82, QFont.Weight.Normal)
    LABEL = (0.88, QFont.Weight.DemiBold)
    MINOR = (0.92, QFont.Weight.Normal)
    BODY = (1.0, QFont.Weight.Normal)
    STRONG = (1.0, QFont.Weight.DemiBold)
    LEAD = (1.2, QFont.Weight.Normal)
    TITLE = (1.15, QFont.Weight.Bold)
    CARD = (1.6, QFont.Weight.Bold)
    PAGE = (2.3, QFont.Weight.Bold)


def base_px() -> float:
    """The base text size now in force, in logical pixels."""
    size = QApplication.font().pixelSize()
    return float(size) if size > 0 else float(BASE_PX)


def px(length: float) -> int:
    """*length*, given in pixels at 100 %, at the scale now in force."""
    return round(length * base_px() / BASE_PX)


def font(step: Type, *, larger: float = 1.0) -> QFont:
    """The program's typeface at *step* of the scale, *larger* times its size; figures are tabular."""
    share, weight = step.value
    made = QFont(QApplication.font())
    made.setPixelSize(max(1, round(base_px() * share * larger)))
    made.setWeight(weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def set_type(widget: QWidget, step: Type, *, larger: float = 1.0) -> None:
    """Set *widget* in *step* of the type scale."""
    widget.setFont(font(step, larger=larger))
