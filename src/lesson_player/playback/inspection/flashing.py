"""Does a film flash more than three times in one second? By the definitions of WCAG 2.2, criterion 2.3.1.

A *general flash* is a pair of opposing changes of relative luminance by 10 % of its maximum or more, where
the darker of the two is below 0.80. A *red flash* is a pair of opposing changes to or from a saturated red:
R is at least 0.8 of R + G + B, and the two colours are more than 0.2 apart in the CIE 1976 UCS diagram
(ISO 9241-391). Values are linear, as WCAG's relative luminance takes them.

WCAG counts an area of 25 % of any 10 degrees of the visual field. How much of it a class screen fills
differs from seat to seat, so a quarter of the picture counts here, as in ITU-R BT.1702. The picture is
looked at in cells: changes in parts finer than a cell cancel each other, which fits WCAG's exception for
fine patterns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from lesson_player.model.film import Flashing

if TYPE_CHECKING:
    from collections.abc import Iterable

COLUMNS, ROWS = 32, 18
CELLS = COLUMNS * ROWS
"""The cells that a picture is averaged into, row by row."""

_CHANGES = 7
"""Three flashes are six changes; from the seventh in one second on it is more than three."""
_WITHIN_S = 1.0
_ROUNDING_S = 0.01
"""Times in files are rounded to a few thousandths: three even flashes a second stay three."""
_SHARE = 0.25
_STEP = 0.1
_DARKER_BELOW = 0.8
_RED_SHARE = 0.8
_RED_STEP = 0.2
_RED_LIGHT = 0.0625
"""The red must be stronger than green and blue together by so much: 20 / 320, the bound in WCAG 2.0's working
definition. Below it a dark picture's noise would count as red."""
_WHITE = (0.1978, 0.4683)
"""u' and v' of D65, for a cell without any light."""

_LINEAR = tuple(
    value / 255 / 12.92 if value / 255 <= 0.04045 else ((value / 255 + 0.055) / 1.055) ** 2.4
    for value in range(256)
)
_LUMA_R, _LUMA_G, _LUMA_B = (
    tuple(weight * value for value in _LINEAR) for weight in (0.2126, 0.7152, 0.0722)
)


class FlashSearch:
    """Takes a film's pictures in their order and finds the stretches that flash."""

    def __init__(self) -> None:
        self._light = _Light()
        self._red = _Red()
        self._former = b""

    def see(self, time_s: float, rgb: bytes) -> None:
        """Take the next picture: its time in seconds, and red, green and blue (sRGB) of each cell."""
        if rgb == self._former:
            return
        self._former = rgb
        red, green, blue = rgb[0::3], rgb[1::3], rgb[2::3]
        self._light.see(time_s, red, green, blue)
        self._red.see(time_s, red, green, blue)

    def found(self) -> tuple[Flashing, ...]:
        """The stretches found so far, in order of time."""
        both = (*self._light.changes.found("general"), *self._red.changes.found("red"))
        return tuple(sorted(both, key=lambda one: (one.start, one.kind)))


class _Changes:
    """When each cell changed, and when too many cells had changed too often. Each change opposes the last."""

    def __init__(self) -> None:
        self._times: list[list[float]] = [[] for _ in range(CELLS)]
        self._spans: list[tuple[float, float]] = []

    def add(self, time_s: float, cells: Iterable[int]) -> None:
        """Note that *cells* have changed; cells must be noted in the order of time."""
        for cell in cells:
            times = self._times[cell]
            times.append(time_s)
            del times[:-_CHANGES]
        since = time_s - _WITHIN_S + _ROUNDING_S
        often = [times[0] for times in self._times if len(times) == _CHANGES and times[0] > since]
        if len(often) < _SHARE * CELLS:
            return
        start = min(often)
        if self._spans and start - self._spans[-1][1] <= _WITHIN_S:
            start = self._spans.pop()[0]
        self._spans.append((start, time_s))

    def found(self, kind: Literal["general", "red"]) -> Iterable[Flashing]:
        return (Flashing(start=round(start, 2), end=round(end, 2), kind=kind) for start, end in self._spans)


class _Light:
    """Changes of relative luminance: each cell's way up and down, from turning point to turning point."""

    def __init__(self) -> None:
        self.changes = _Changes()
        self._turn: list[float] = []
        self._rises: list[bool | None] = [None] * CELLS
        """Which way the cell last changed; None before its first change."""

    def see(self, time_s: float, red: bytes, green: bytes, blue: bytes) -> None:
        light = [_LUMA_R[r] + _LUMA_G[g] + _LUMA_B[b] for r, g, b in zip(red, green, blue, strict=True)]
        if not self._turn:
            self._turn = light
            return
        turn, rises = self._turn, self._rises
        changed = []
        for cell, now in enumerate(light):
            before, up = turn[cell], rises[cell]
            if now > before:
                if up:
                    turn[cell] = now
                elif now - before >= _STEP and before < _DARKER_BELOW:
                    turn[cell], rises[cell] = now, True
                    changed.append(cell)
            elif now < before:
                if up is False:
                    turn[cell] = now
                elif before - now >= _STEP and now < _DARKER_BELOW:
                    turn[cell], rises[cell] = now, False
                    changed.append(cell)
        if changed:
            self.changes.add(time_s, changed)


class _Red:
    """Changes to and from a saturated red: the least and the most red that each cell came to in between."""

    def __init__(self) -> None:
        self.changes = _Changes()
        self._turn: list[tuple[float, tuple[float, float]]] = [(1.0, _WHITE)] * CELLS
        """How red the cell was at its turning point, and its place in the UCS diagram."""
        self._is_red = [False] * CELLS

    def see(self, time_s: float, red: bytes, green: bytes, blue: bytes) -> None:
        changed = []
        for cell, (r, g, b) in enumerate(zip(red, green, blue, strict=True)):
            lr, lg, lb = _LINEAR[r], _LINEAR[g], _LINEAR[b]
            total = lr + lg + lb
            share = lr / total if lr - lg - lb > _RED_LIGHT else 0.0
            former, place = self._turn[cell]
            if share == former == 0.0:
                continue
            was_red = self._is_red[cell]
            if share >= former if was_red else share <= former:
                self._turn[cell] = (share, _place(lr, lg, lb))
            elif max(share, former) >= _RED_SHARE:
                here = _place(lr, lg, lb)
                if _apart(here, place) > _RED_STEP:
                    self._turn[cell], self._is_red[cell] = (share, here), not was_red
                    changed.append(cell)
        if changed:
            self.changes.add(time_s, changed)


def _place(r: float, g: float, b: float) -> tuple[float, float]:
    """Where a colour in linear sRGB is in the CIE 1976 UCS diagram: u' and v' (by way of CIE XYZ)."""
    x = 0.4124 * r + 0.3576 * g + 0.1805 * b
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = 0.0193 * r + 0.1192 * g + 0.9505 * b
    sum_ = x + 15 * y + 3 * z
    return (4 * x / sum_, 9 * y / sum_) if sum_ > 1e-6 else _WHITE


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)
