"""A sheet of 512 by 512 units and a pen that draws on it in the lesson's one style.

Every shape is turned into absolute path points here, so that a figure can be drawn at any size and keep
the same weight of line. The SVG that comes out holds one rounded ground and plain paths: nothing that SVG
Tiny 1.2 lacks.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

SIDE = 512
INK = "#1B2430"
LINE = 9.0
CORNER = 34

_TOKEN = re.compile(r"[MLCQZ]|-?\d+(?:\.\d+)?")
_KAPPA = 0.5523


@dataclass(frozen=True, slots=True)
class Frame:
    """An affine map from a figure's own units to the sheet's units, and the weight of line used inside it."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0
    weight: float = 1.0

    @property
    def scale(self) -> float:
        """How many sheet units one figure unit is."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a figure's point lies on the sheet."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def placed(self, x: float, y: float, scale: float, turn: float, flip: bool, weight: float) -> Frame:
        """This frame with another inside it: moved, turned by degrees clockwise, scaled, perhaps mirrored."""
        e, f = self.point(x, y)
        cos, sin = math.cos(math.radians(turn)) * scale, math.sin(math.radians(turn)) * scale
        mirror = -1.0 if flip else 1.0
        p, q, r, s = cos * mirror, sin * mirror, -sin, cos
        return Frame(
            self.a * p + self.c * q,
            self.b * p + self.d * q,
            self.a * r + self.c * s,
            self.b * r + self.d * s,
            e,
            f,
            self.weight * weight,
        )


class Sheet:
    """Collects the paths of one picture."""

    def __init__(self, ground: str) -> None:
        self._frame = Frame()
        self._parts: list[str] = []
        self.path(rounded(0, 0, SIDE, SIDE, CORNER), fill=ground, line=0)

    @contextmanager
    def placed(
        self,
        x: float,
        y: float,
        scale: float = 1.0,
        turn: float = 0.0,
        flip: bool = False,
        weight: float = 1.0,
    ) -> Iterator[None]:
        """Draw what follows in a frame of its own."""
        before = self._frame
        self._frame = before.placed(x, y, scale, turn, flip, weight)
        try:
            yield
        finally:
            self._frame = before

    @contextmanager
    def weighted(self, weight: float) -> Iterator[None]:
        """Draw what follows with a thinner or thicker line."""
        before = self._frame
        self._frame = replace(before, weight=before.weight * weight)
        try:
            yield
        finally:
            self._frame = before

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Draw what follows in the sheet's own units, whatever frame is open."""
        before = self._frame
        self._frame = Frame()
        try:
            yield
        finally:
            self._frame = before

    def down_to(self, y: float = SIDE) -> float:
        """The figure's own y at which the sheet's y is reached (upright frames only)."""
        return (y - self._frame.f) / self._frame.d

    def path(
        self, d: str, fill: str = "none", line: float = LINE, ink: str = INK, flat_ends: bool = False
    ) -> None:
        """Draw M, L, C, Q and Z with absolute points in the frame's units; ``line`` is in the sheet's."""
        stroke = line * self._frame.weight
        attributes = f'fill="{fill}"'
        if stroke > 0:
            ends = "butt" if flat_ends else "round"
            attributes += f' stroke="{ink}" stroke-width="{_number(stroke)}"'
            attributes += f' stroke-linecap="{ends}" stroke-linejoin="round"'
        self._parts.append(f'<path d="{self._mapped(d)}" {attributes}/>')

    def limb(self, d: str, width: float, fill: str, line: float = LINE) -> None:
        """A thick rounded stroke of ``width`` frame units with an outline: an arm, a finger."""
        self.limbs([(d, width)], fill, line)

    def limbs(self, parts: list[tuple[str, float]], fill: str, line: float = LINE) -> None:
        """Several thick strokes that grow into each other, with one outline around them all."""
        weight, scale = self._frame.weight, self._frame.scale
        for d, width in parts:
            self.path(d, line=width * scale / weight + 2 * line)
        for d, width in parts:
            self.path(d, line=width * scale / weight, ink=fill)

    def bar(self, d: str, width: float, colour: str) -> None:
        """A thick stroke of ``width`` frame units without an outline."""
        self.path(d, line=width * self._frame.scale / self._frame.weight, ink=colour)

    def svg(self) -> str:
        """The whole picture as SVG text."""
        profile = 'xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny"'
        head = f'<svg {profile} viewBox="0 0 {SIDE} {SIDE}">'
        return "\n".join([head, *self._parts, "</svg>", ""])

    def _mapped(self, d: str) -> str:
        out: list[str] = []
        numbers: list[float] = []
        for token in _TOKEN.findall(d):
            if token.isalpha():
                out.append(token)
                continue
            numbers.append(float(token))
            if len(numbers) == 2:
                x, y = self._frame.point(*numbers)
                out.append(f"{_number(x)} {_number(y)}")
                numbers.clear()
        return " ".join(out)


def _number(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def oval(x: float, y: float, rx: float, ry: float | None = None) -> str:
    """A circle or an ellipse around a point."""
    ry = rx if ry is None else ry
    i, j = rx * _KAPPA, ry * _KAPPA
    return (
        f"M {x - rx} {y} C {x - rx} {y - j} {x - i} {y - ry} {x} {y - ry} "
        f"C {x + i} {y - ry} {x + rx} {y - j} {x + rx} {y} "
        f"C {x + rx} {y + j} {x + i} {y + ry} {x} {y + ry} "
        f"C {x - i} {y + ry} {x - rx} {y + j} {x - rx} {y} Z"
    )


def rounded(x: float, y: float, width: float, height: float, corner: float) -> str:
    """A rectangle with round corners."""
    r, b, k = x + width, y + height, corner * (1 - _KAPPA)
    c = corner
    return (
        f"M {x + c} {y} L {r - c} {y} C {r - k} {y} {r} {y + k} {r} {y + c} L {r} {b - c} "
        f"C {r} {b - k} {r - k} {b} {r - c} {b} L {x + c} {b} C {x + k} {b} {x} {b - k} {x} {b - c} "
        f"L {x} {y + c} C {x} {y + k} {x + k} {y} {x + c} {y} Z"
    )


def arc(x: float, y: float, radius: float, start: float, end: float) -> str:
    """Part of a circle, from one angle to another in degrees (0 is right, 90 is down), as short curves."""
    steps = max(1, math.ceil(abs(end - start) / 45))
    step = math.radians((end - start) / steps)
    reach = 4 / 3 * math.tan(step / 4) * radius
    angle = math.radians(start)
    d = f"M {x + radius * math.cos(angle):.3f} {y + radius * math.sin(angle):.3f}"
    for _ in range(steps):
        after = angle + step
        ax, ay = x + radius * math.cos(angle), y + radius * math.sin(angle)
        bx, by = x + radius * math.cos(after), y + radius * math.sin(after)
        d += (
            f" C {ax - reach * math.sin(angle):.3f} {ay + reach * math.cos(angle):.3f}"
            f" {bx + reach * math.sin(after):.3f} {by - reach * math.cos(after):.3f} {bx:.3f} {by:.3f}"
        )
        angle = after
    return d
