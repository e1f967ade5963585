"""Arms and hands, in the picture's own coordinates."""

from __future__ import annotations

import math

from film_maker.picture.faces import Look
from film_maker.picture.ink import (
    CREAM,
    INK,
    YELLOW,
    Point,
    box,
    group,
    line,
    number,
    oval,
    shape,
    tube,
)


def sleeve(points: list[Point], colour: str, thickness: float = 44, width: float = 5) -> str:
    """A sleeved arm from the shoulder to the wrist; its inner edge melts into the jumper at the shoulder."""
    x, y = points[0]
    inner = 1 if points[1][0] < x else -1
    melt = oval(x + inner * (width + 2), y - 1, thickness / 2 + 2, thickness / 2 + 3, colour, 0)
    return tube(points, thickness, colour, width) + melt


def cuff(x: float, y: float, angle: float, colour: str, size: float = 44) -> str:
    """The edge of a sleeve at the wrist, turned along the arm."""
    return group(box(-8, -size / 2 - 2, 14, size + 4, colour, 4.5, radius=6), x=x, y=y, turn=angle)


def hand(
    kind: str, x: float, y: float, angle: float, look: Look, *, scale: float = 1, flip: bool = False
) -> str:
    """A hand with the wrist at (x, y), fingers along the angle (degrees); ``flip`` puts the thumb below.

    Kinds: ``rest`` (flat), ``hold`` (fingers curled round something), ``point`` (one finger out).
    """
    upright = f"{number(scale)} {number(-scale if flip else scale)}"
    place = f"translate({number(x)} {number(y)}) rotate({number(angle)}) scale({upright})"
    return f'<g transform="{place}">{HANDS[kind](look)}</g>'


def _rest(look: Look) -> str:
    palm = shape(
        "M-6,-15 C8,-18 18,-20 30,-18 C42,-17 54,-15 56,-9 C61,-7 61,-1 57,1 C59,6 55,10 50,10 "
        "C48,15 42,17 36,16 C22,20 6,18 -6,15Z",
        look.skin,
    )
    fingers = line("M36,-8 L55,-8 M36,1 L56,1 M35,10 L49,10", 3, look.shade)
    thumb = shape("M6,-15 C12,-26 26,-32 33,-27 C37,-23 30,-18 24,-15", look.skin)
    return thumb + palm + fingers


def _hold(look: Look) -> str:
    palm = shape(
        "M-6,-15 C6,-20 22,-22 32,-17 C44,-13 46,-2 42,5 C40,15 28,19 18,18 C8,18 0,17 -6,15Z", look.skin
    )
    fingers = line("M40,-6 C32,-6 28,-4 24,-1 M42,3 C34,3 30,5 26,8 M36,12 C30,11 26,13 23,15", 3, look.shade)
    thumb = shape("M8,-13 C18,-19 32,-17 36,-10 C37,-4 28,-3 20,-3", look.skin, 4.5)
    return palm + fingers + thumb


def _point(look: Look) -> str:
    finger = shape("M22,-15 L56,-13 C64,-12 64,-1 56,-1 L26,1Z", look.skin)
    palm = shape(
        "M-6,-15 C6,-19 20,-19 30,-15 C38,-8 40,4 36,11 C32,19 20,19 12,18 C4,18 0,17 -6,15Z", look.skin
    )
    folds = line("M35,-1 C28,-1 24,1 22,3 M36,7 C29,7 25,9 22,12", 3, look.shade)
    cover = shape("M20,-13 L34,-11 L32,-2 L20,-2Z", look.skin, 0)
    thumb = shape("M8,-8 C16,-4 24,4 20,10 C16,13 8,8 2,4", look.skin, 4)
    return finger + palm + cover + folds + thumb


HANDS = {"rest": _rest, "hold": _hold, "point": _point}


def arm(
    look: Look,
    joints: list[Point],
    kind: str,
    *,
    scale: float = 1,
    angle: float | None = None,
    flip: bool = False,
    held: str = "",
) -> str:
    """An arm in the picture's own coordinates: shoulder, elbow, wrist, and a hand at its end.

    ``angle`` turns the hand (degrees; along the forearm when left out); ``held`` lies under the thumb.
    """
    (ex, ey), (wx, wy) = joints[-2], joints[-1]
    along = math.degrees(math.atan2(wy - ey, wx - ex))
    turned = along if angle is None else angle
    drawn = (
        hand(kind, wx, wy, turned, look, scale=scale, flip=flip)
        + sleeve(joints, look.top, 42 * scale, 5 * min(scale, 1.1))
        + cuff(wx, wy, along, look.top_shade, 40 * scale)
    )
    if held:
        drawn += group(held, _thumb_over(look), x=wx, y=wy, turn=turned, scale=scale)
    return drawn


def _thumb_over(look: Look) -> str:
    return shape("M14,-12 C24,-18 40,-12 40,-4 C39,3 26,2 18,2", look.skin, 4.5) + oval(
        14, -5, 7, 6, look.skin, 0
    )


PENCIL = group(
    box(-64, -5, 106, 10, YELLOW, 3.5, radius=2)
    + shape("M42,-5 L60,0 L42,5Z", CREAM, 3.5)
    + oval(57, 0, 2.4, fill=INK, width=0),
    x=30,
    y=-4,
    turn=38,
)
"""A pencil for :func:`arm` to hold."""
