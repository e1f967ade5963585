"""Things that come back from scene to scene: tablet, messages, hearts, the fox picture, furniture, plants."""

from __future__ import annotations

import math
from collections.abc import Sequence

from film_maker.picture.ink import (
    CREAM,
    GREY,
    INK,
    LEAF,
    LIGHT_TEAL,
    MID_GREY,
    ORANGE,
    PALE_GREY,
    PAPER,
    RED,
    SKY,
    TEAL,
    YELLOW,
    box,
    group,
    line,
    number,
    oval,
    shape,
)


def fox(x: float, y: float, size: float, *, width: float = 4) -> str:
    """SkyFox's account picture: a plain fox head in a circle. ``size`` is the circle's radius."""
    k = size / 50
    parts = [
        oval(0, 0, 50, 50, SKY, width / k),
        shape(
            "M-30,-28 L-12,-16 L12,-16 L30,-28 C33,-4 24,12 0,30 C-24,12 -33,-4 -30,-28Z", ORANGE, width / k
        ),
        shape("M0,30 C-12,21 -22,12 -26,3 C-14,2 -4,10 0,22 C4,10 14,2 26,3 C22,12 12,21 0,30Z", PAPER, 0),
        oval(-11, -2, 3, 3.6, INK, 0),
        oval(11, -2, 3, 3.6, INK, 0),
        oval(0, 24, 4.4, 3.6, INK, 0),
    ]
    return group(*parts, x=x, y=y, scale=k)


def heart(x: float, y: float, size: float, *, fill: str = RED, width: float = 4, opacity: float = 1) -> str:
    """A heart about ``size`` wide."""
    k = size / 40
    d = "M0,16 C-26,-4 -18,-20 -9,-20 C-3,-20 0,-15 0,-12 C0,-15 3,-20 9,-20 C18,-20 26,-4 0,16Z"
    return group(shape(d, fill, width / k), x=x, y=y, scale=k, opacity=opacity)


def face_badge(x: float, y: float, size: float, skin: str, hair: str, ground: str, top: str) -> str:
    """A tiny picture of someone in a circle, for kind comments."""
    k = size / 50
    return group(
        oval(0, 0, 50, 50, ground, 4 / k),
        shape("M-36,33 C-30,20 -14,18 0,18 C14,18 30,20 36,33 C22,49 -22,49 -36,33Z", top, 2.5),
        oval(0, -4, 20, 23, skin, 3 / k),
        shape("M-21,-2 C-25,-34 25,-34 21,-2 C16,-16 -8,-14 -21,-2Z", hair, 0),
        oval(-8, 0, 2.6, fill=INK, width=0),
        oval(8, 0, 2.6, fill=INK, width=0),
        line("M-7,9 q7,6 14,0", 3),
        oval(0, 0, 50, 50, "none", 4 / k),
        x=x,
        y=y,
        scale=k,
    )


def tablet(x: float, y: float, width: float, height: float, screen: str, *, line_width: float = 6) -> str:
    """A tablet seen from the front, with its dark frame; (x, y) is its top left corner."""
    rim = min(width, height) * 0.045
    return box(x, y, width, height, "#36434F", line_width, radius=rim * 1.6) + box(
        x + rim, y + rim, width - 2 * rim, height - 2 * rim, screen, 0, radius=rim * 0.5
    )


def bubble(
    x: float,
    y: float,
    width: float,
    height: float,
    fill: str = PAPER,
    *,
    tail: str = "left",
    line_width: float = 5,
) -> str:
    """A message bubble; its tail points down to the left or to the right."""
    r = min(26.0, height / 2)
    n = number
    if tail == "left":
        bottom = (
            f"L{n(x + 58)},{n(y + height)} L{n(x + 22)},{n(y + height + 24)} L{n(x + 30)},{n(y + height)} "
        )
    else:
        bottom = (
            f"L{n(x + width - 30)},{n(y + height)} L{n(x + width - 22)},{n(y + height + 24)} "
            f"L{n(x + width - 58)},{n(y + height)} "
        )
    d = (
        f"M{n(x + r)},{n(y)} L{n(x + width - r)},{n(y)} Q{n(x + width)},{n(y)} {n(x + width)},{n(y + r)} "
        f"L{n(x + width)},{n(y + height - r)} "
        f"Q{n(x + width)},{n(y + height)} {n(x + width - r)},{n(y + height)} "
        f"{bottom}L{n(x + r)},{n(y + height)} Q{n(x)},{n(y + height)} {n(x)},{n(y + height - r)} "
        f"L{n(x)},{n(y + r)} Q{n(x)},{n(y)} {n(x + r)},{n(y)}Z"
    )
    return shape(d, fill, line_width)


def text_lines(
    x: float,
    y: float,
    widths: Sequence[float],
    *,
    gap: float = 24,
    thickness: float = 9,
    colour: str = MID_GREY,
) -> str:
    """Lines that stand for words nobody needs to read."""
    return "".join(
        line(f"M{number(x)},{number(y + gap * row)} h{number(width)}", thickness, colour)
        for row, width in enumerate(widths)
    )


def blurred(x: float, y: float, widths: Sequence[float], *, gap: float = 40, thickness: float = 22) -> str:
    """Words blurred past reading: soft overlapping bars."""
    parts = []
    for row, width in enumerate(widths):
        at = y + gap * row
        for spread, opacity in ((1.5, 0.18), (1.15, 0.25), (0.7, 0.35)):
            parts.append(
                line(f"M{number(x)},{number(at)} h{number(width)}", thickness * spread, "#9AA5AF", opacity)
            )
    return "".join(parts)


def plant(x: float, y: float, scale: float = 1, lean: float = 0) -> str:
    """A pot plant; (x, y) is the middle of the pot's foot."""
    leaves = "".join(
        group(
            shape("M0,0 C-16,-22 -12,-52 0,-70 C12,-52 16,-22 0,0Z", LEAF, 4),
            line("M0,-6 V-50", 2.5, "#4E7440"),
            y=-50,
            turn=angle + lean,
        )
        for angle in (-52, 48, -24, 22, 0)
    )
    pot = shape("M-30,-54 L30,-54 L22,0 L-22,0Z", "#C98A5A", 4) + box(
        -34, -62, 68, 16, "#D99C6C", 4, radius=5
    )
    return group(leaves, pot, x=x, y=y, scale=scale)


def mug(x: float, y: float, fill: str, scale: float = 1) -> str:
    """A mug; (x, y) is the middle of its foot."""
    handle = line("M26,-42 C52,-44 52,-10 24,-12", 14) + line("M26,-42 C52,-44 52,-10 24,-12", 6, fill)
    cup = shape("M-28,-56 L28,-56 L25,-6 Q24,0 16,0 L-16,0 Q-24,0 -25,-6Z", fill, 4.5)
    return group(handle, cup, oval(0, -56, 28, 7, "#7A5236", 4), x=x, y=y, scale=scale)


def steam(x: float, y: float, time: float, phase: float = 0) -> str:
    """Two slow wisps over something warm."""
    parts = []
    for number_, dx in enumerate((-9, 10)):
        shift = 5 * math.sin(2 * math.pi * (time / 3.4 + phase + 0.4 * number_))
        parts.append(
            line(
                f"M{number(x + dx)},{number(y)} "
                f"c{number(shift)},-12 {number(-shift)},-22 {number(shift * 0.5)},-36",
                5,
                "#FFFFFF",
                0.6,
            )
        )
    return "".join(parts)


def picture_frame(
    x: float, y: float, width: float, height: float, content: str, *, ground: str = LIGHT_TEAL
) -> str:
    """A framed picture on a wall or a shelf; the content is drawn in the frame's own coordinates."""
    return (
        box(x, y, width, height, "#C79A66", 4.5, radius=4)
        + box(x + 10, y + 10, width - 20, height - 20, ground, 3)
        + group(content, x=x, y=y)
    )


def pencils(x: float, y: float, scale: float = 1) -> str:
    """A pot of pencils; (x, y) is the middle of its foot."""
    sticks = "".join(
        group(
            box(-5, -120, 10, 80, colour, 3.5) + shape("M-5,-120 L0,-136 L5,-120Z", CREAM, 3.5),
            x=dx,
            turn=angle,
        )
        for colour, dx, angle in ((RED, -12, -9), (YELLOW, 2, 3), (TEAL, 14, 12), (LEAF, -2, -2))
    )
    pot = box(-30, -62, 60, 62, "#8FB7C4", 4.5, radius=6) + line("M-30,-44 h60", 3, GREY)
    return group(sticks, pot, x=x, y=y, scale=scale)


def window(x: float, y: float, width: float, height: float, sky: str, view: str = "") -> str:
    """A window with its frame; ``view`` is drawn over the sky in the picture's coordinates."""
    return (
        box(x, y, width, height, sky, 0)
        + view
        + line(f"M{number(x + width / 2)},{number(y)} v{number(height)}", 9, PAPER)
        + line(f"M{number(x + width / 2 - 5)},{number(y)} v{number(height)} m10,0 v{number(-height)}", 2.5)
        + box(x, y, width, height, "none", 18, stroke=INK)
        + box(x, y, width, height, "none", 11, stroke=PAPER)
        + box(x - 18, y + height + 4, width + 36, 16, PAPER, 4, radius=4)
    )


def curtain(
    x: float, y: float, width: float, height: float, fill: str, *, flip: bool = False, lean: float = 0
) -> str:
    """One curtain drawn to the side; (x, y) is its top corner at the window's edge."""
    d = (
        f"M0,0 L{number(width)},0 C{number(width + 6)},{number(height * 0.4)} {number(width * 0.72 + lean)},"
        f"{number(height * 0.7)} {number(width * 0.6 + lean)},{number(height)} "
        f"L{number(-width * 0.15)},{number(height)}Z"
    )
    folds = line(
        f"M{number(width * 0.35)},6 C{number(width * 0.4)},{number(height * 0.5)} {number(width * 0.25)},"
        f"{number(height * 0.8)} {number(width * 0.22)},{number(height - 8)}",
        3,
        INK,
        0.35,
    )
    return group(shape(d, fill, 4), folds, x=x, y=y, flip=flip)


def cloud(x: float, y: float, scale: float = 1, fill: str = "#FFFFFF", opacity: float = 1) -> str:
    """A small flat cloud."""
    return group(
        shape(
            "M-60,20 C-84,20 -82,-10 -56,-8 C-52,-36 -8,-40 2,-16 C24,-34 58,-16 48,4 C72,4 70,22 52,20Z",
            fill,
            0,
        ),
        x=x,
        y=y,
        scale=scale,
        opacity=opacity,
    )


def table(top: float, *, fill: str = "#D8A86F", edge: str = "#B98350") -> str:
    """A table along the whole foot of the picture, seen a little from above."""
    return (
        box(-10, top, 1300, 720 - top + 10, fill, 5)
        + line(f"M0,{number(top + 34)} H1280", 0)
        + line(
            f"M60,{number(top + 60)} h240 M420,{number(top + 120)} h300 M860,{number(top + 76)} h260",
            3,
            edge,
            0.7,
        )
    )


def soft_shadow(x: float, y: float, rx: float, ry: float, opacity: float = 0.16) -> str:
    """The shade under something that stands on a surface."""
    return oval(x, y, rx, ry, INK, 0, opacity=opacity)


def pale(ground: str = PALE_GREY) -> str:
    """A whole picture of one colour."""
    return box(0, 0, 1280, 720, ground, 0)
