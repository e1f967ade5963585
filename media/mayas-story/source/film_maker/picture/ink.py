"""The one hand that everything is drawn with: flat fills, dark round outlines, smooth curves, as SVG text."""

from __future__ import annotations

import math
from collections.abc import Sequence

INK = "#1B2430"
TEAL, LIGHT_TEAL, DEEP_TEAL = "#0B5D66", "#BFE3E3", "#084850"
CREAM, PAPER = "#FBF6EA", "#FFFDF7"
ORANGE, SOFT_ORANGE = "#D9772B", "#F6C58F"
PLUM, SOFT_PLUM = "#6B4E71", "#CDBBD3"
SKY, LEAF, YELLOW, RED = "#A9CCE3", "#6F9A5B", "#F4D35E", "#C8553D"
GREY, MID_GREY, PALE_GREY = "#5B6470", "#AEB6BF", "#E4E1D8"
WOOD, DARK_WOOD = "#DDB383", "#B98A5B"

Point = tuple[float, float]


def number(value: float) -> str:
    """A coordinate with two places at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def shape(d: str, fill: str = "none", width: float = 5, stroke: str = INK, opacity: float = 1) -> str:
    """A path with a fill and a round outline; ``width`` 0 means no outline."""
    line = f' stroke="{stroke}" stroke-width="{number(width)}"' if width else ""
    faint = f' opacity="{number(opacity)}"' if opacity < 1 else ""
    return f'<path d="{d}" fill="{fill}"{line} stroke-linecap="round" stroke-linejoin="round"{faint}/>'


def line(d: str, width: float = 5, stroke: str = INK, opacity: float = 1) -> str:
    """A stroke without a fill."""
    return shape(d, "none", width, stroke, opacity)


def oval(
    x: float,
    y: float,
    rx: float,
    ry: float | None = None,
    fill: str = "none",
    width: float = 5,
    stroke: str = INK,
    opacity: float = 1,
) -> str:
    """An ellipse; a circle when ``ry`` is left out."""
    ry = rx if ry is None else ry
    kx, ky, n = 0.5523 * rx, 0.5523 * ry, number
    left, right, top, bottom = n(x - rx), n(x + rx), n(y - ry), n(y + ry)
    d = (
        f"M{left},{n(y)}"
        f"C{left},{n(y - ky)} {n(x - kx)},{top} {n(x)},{top}"
        f"C{n(x + kx)},{top} {right},{n(y - ky)} {right},{n(y)}"
        f"C{right},{n(y + ky)} {n(x + kx)},{bottom} {n(x)},{bottom}"
        f"C{n(x - kx)},{bottom} {left},{n(y + ky)} {left},{n(y)}Z"
    )
    return shape(d, fill, width, stroke, opacity)


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    fill: str = "none",
    line_width: float = 5,
    radius: float = 0,
    stroke: str = INK,
    opacity: float = 1,
) -> str:
    """A rectangle with rounded corners."""
    outline = (
        f' stroke="{stroke}" stroke-width="{number(line_width)}" stroke-linejoin="round"'
        if line_width
        else ""
    )
    faint = f' opacity="{number(opacity)}"' if opacity < 1 else ""
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}" '
        f'rx="{number(radius)}" ry="{number(radius)}" fill="{fill}"{outline}{faint}/>'
    )


def smooth(points: Sequence[Point], *, closed: bool = False, tension: float = 1.0) -> str:
    """A path that runs smoothly through the points (Catmull-Rom as cubic curves)."""
    count = len(points)
    steps = count if closed else count - 1

    def at(index: int) -> Point:
        return points[index % count] if closed else points[min(max(index, 0), count - 1)]

    d = [f"M{number(points[0][0])},{number(points[0][1])}"]
    for index in range(steps):
        before, start, end, after = at(index - 1), at(index), at(index + 1), at(index + 2)
        one = (start[0] + (end[0] - before[0]) * tension / 6, start[1] + (end[1] - before[1]) * tension / 6)
        two = (end[0] - (after[0] - start[0]) * tension / 6, end[1] - (after[1] - start[1]) * tension / 6)
        d.append("C" + " ".join(f"{number(x)},{number(y)}" for x, y in (one, two, end)))
    return "".join(d) + ("Z" if closed else "")


def blob(points: Sequence[Point], fill: str, width: float = 5, stroke: str = INK, opacity: float = 1) -> str:
    """A closed smooth form through the points."""
    return shape(smooth(points, closed=True), fill, width, stroke, opacity)


def tube(points: Sequence[Point], thickness: float, fill: str, width: float = 5, stroke: str = INK) -> str:
    """A limb: a thick smooth line with an outline on both sides and round ends."""
    d = smooth(points)
    return line(d, thickness + 2 * width, stroke) + line(d, thickness, fill)


def group(
    *parts: str,
    x: float = 0,
    y: float = 0,
    scale: float = 1,
    turn: float = 0,
    about: Point = (0, 0),
    flip: bool = False,
    opacity: float = 1,
) -> str:
    """Parts moved, turned (degrees, about a point of theirs), scaled and, with ``flip``, mirrored."""
    if opacity <= 0:
        return ""
    moves = []
    if x or y:
        moves.append(f"translate({number(x)} {number(y)})")
    if scale != 1 or flip:
        moves.append(f"scale({number(-scale if flip else scale)} {number(scale)})")
    if turn:
        moves.append(f"rotate({number(turn)} {number(about[0])} {number(about[1])})")
    transform = f' transform="{" ".join(moves)}"' if moves else ""
    faint = f' opacity="{number(opacity)}"' if opacity < 1 else ""
    return f"<g{transform}{faint}>{''.join(parts)}</g>"


def fade_down(name: str, top: str, bottom: str) -> str:
    """A soft gradient from top to bottom, for grounds only; use it as ``url(#name)``."""
    return (
        f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{top}"/>'
        f'<stop offset="1" stop-color="{bottom}"/></linearGradient>'
    )


def glow(name: str, colour: str, strength: float) -> str:
    """A round light that fades to nothing; use it as ``url(#name)``."""
    return (
        f'<radialGradient id="{name}">'
        f'<stop offset="0" stop-color="{colour}" stop-opacity="{number(strength)}"/>'
        f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/></radialGradient>'
    )


def ease(share: float) -> float:
    """Start and stop gently: 0 to 1."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def sway(seconds: float, period: float, size: float = 1, phase: float = 0) -> float:
    """A slow swing between -size and size."""
    return size * math.sin(2 * math.pi * (seconds / period + phase))
