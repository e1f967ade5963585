"""Rectangles that can be compared, hashed and tested without a screen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in page units or pixels; whoever holds it says which."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.y + self.height / 2

    def inset(self, across: float, down: float | None = None) -> Rect:
        """The rectangle less *across* at the left and right, *down* (or the same) at the top and bottom."""
        down = across if down is None else down
        return Rect(self.x + across, self.y + down, self.width - 2 * across, self.height - 2 * down)

    def scaled(self, factor: float) -> Rect:
        """The rectangle in a plane that is *factor* times as large."""
        return Rect(self.x * factor, self.y * factor, self.width * factor, self.height * factor)

    def from_left(self, away: float) -> Rect:
        """What is left after *away* is taken from the left."""
        return Rect(self.x + away, self.y, self.width - away, self.height)

    def from_top(self, away: float) -> Rect:
        """What is left after *away* is taken from the top."""
        return Rect(self.x, self.y + away, self.width, self.height - away)

    def centred(self, width: float, height: float) -> Rect:
        """A rectangle of that size with the same middle."""
        return Rect(self.x + (self.width - width) / 2, self.y + (self.height - height) / 2, width, height)

    def fitted(self, aspect: float) -> Rect:
        """The largest rectangle of *aspect* (width by height) inside, with the same middle."""
        if self.width > self.height * aspect:
            return self.centred(self.height * aspect, self.height)
        return self.centred(self.width, self.width / aspect)

    def within(self, other: Rect) -> Rect:
        """What the two share; empty, with no width or no height, where they do not meet."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Rect(
            x, y, max(min(self.right, other.right) - x, 0), max(min(self.bottom, other.bottom) - y, 0)
        )

    def holds(self, x: float, y: float) -> bool:
        """Whether the point is inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def holds_rect(self, other: Rect, slack: float = 0.01) -> bool:
        """Whether *other* is wholly inside, give or take *slack*."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def overlaps(self, other: Rect, slack: float = 0.01) -> bool:
        """Whether the two share an area that is more than *slack* wide and high."""
        return (
            min(self.right, other.right) - max(self.x, other.x) > slack
            and min(self.bottom, other.bottom) - max(self.y, other.y) > slack
        )

    def qrectf(self) -> QRectF:
        """The same as Qt has it."""
        return QRectF(self.x, self.y, self.width, self.height)
