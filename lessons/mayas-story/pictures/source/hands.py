"""Hands. The wrist is at the origin and the fingers point up; a grown hand is about 105 units long."""

from __future__ import annotations

import math
from collections.abc import Callable

from pen import Sheet, rounded

Hand = Callable[[Sheet, str], None]

_FINGERS = (
    (-23.0, -52.0, 34.0, -15.0),
    (-8.0, -58.0, 44.0, -5.0),
    (7.5, -57.0, 42.0, 5.0),
    (22.0, -50.0, 32.0, 15.0),
)
_HAND_LINE = 7.0


def open_hand(sheet: Sheet, skin: str, spread: float = 1.0, line: float = _HAND_LINE) -> None:
    """A hand with the fingers apart (``spread`` 1) or together (``spread`` 0)."""
    parts: list[tuple[str, float]] = []
    for x, y, length, angle in _FINGERS:
        a = math.radians(angle * spread)
        parts.append(
            (f"M {x} {y + 10} L {x + math.sin(a) * length:.1f} {y - math.cos(a) * length:.1f}", 12.5)
        )
    parts.append((f"M 22 -22 C 34 -28 40 -40 {42 + 6 * spread:.1f} -54", 14))
    palm = rounded(-30, -62, 59, 62, 20)
    for d, width in parts:
        sheet.path(d, line=0)
        sheet.limb(d, width, skin, line)
    sheet.path(palm, fill=skin, line=2 * line)
    sheet.path(palm, fill=skin, line=0)
    for d, width in parts:
        sheet.bar(d, width, skin)
    sheet.bar("M -12 -6 L 12 -6", 26, skin)


def pointing_hand(sheet: Sheet, skin: str, line: float = _HAND_LINE) -> None:
    """The first finger stretched out, the others folded, seen from the back of the hand."""
    sheet.limb("M -17 -48 L -17 -108", 15, skin, line)
    palm = rounded(-28, -62, 58, 62, 22)
    sheet.path(palm, fill=skin, line=2 * line)
    folded = [("M 0 -52 L 0 -60", 14.0), ("M 14 -50 L 14 -56", 13.0), ("M 26 -42 L 26 -46", 11.0)]
    for d, width in folded:
        sheet.limb(d, width, skin, line * 0.8)
    sheet.path(palm, fill=skin, line=0)
    sheet.bar("M -17 -40 L -17 -106", 15, skin)
    for d, width in folded:
        sheet.bar(d, width, skin)
    sheet.limb("M -22 -12 C -20 -26 -8 -34 8 -34", 13, skin, line * 0.8)
    sheet.bar("M -14 -10 L 14 -12", 22, skin)


def fist(sheet: Sheet, skin: str, line: float = _HAND_LINE) -> None:
    """A closed hand that holds something."""
    sheet.path(rounded(-30, -60, 60, 60, 22), fill=skin, line=line)
    for x in (-14, 0, 14):
        sheet.path(f"M {x} -58 L {x} -36", line=line * 0.7)
    sheet.limb("M 24 -14 C 12 -24 -4 -28 -14 -28", 13, skin, line * 0.8)


def thumb_hand(sheet: Sheet, skin: str, line: float = _HAND_LINE) -> None:
    """A hand with the thumb up and four folded fingers towards the right; the wrist is at the lower left."""
    sheet.limb("M -8 -46 C -2 -62 6 -78 4 -100", 24, skin, line)
    sheet.path(rounded(-34, -58, 60, 78, 22), fill=skin, line=2 * line)
    fingers = [(f"M 6 {y} L {x} {y}", 15.0) for y, x in ((-44, 40), (-25, 44), (-6, 42), (12, 36))]
    for d, width in fingers:
        sheet.limb(d, width, skin, line)
    sheet.path(rounded(-34, -58, 60, 78, 22), fill=skin, line=0)
    sheet.bar("M -8 -40 C -2 -62 6 -78 4 -98", 24, skin)
    for d, width in fingers:
        sheet.bar(d, width, skin)


def mitten(sheet: Sheet, skin: str, line: float = _HAND_LINE) -> None:
    """A relaxed hand with the fingers together, for figures too small for single fingers."""
    sheet.limb("M 20 -22 C 30 -30 34 -40 34 -52", 13, skin, line)
    body = "M -26 0 C -32 -30 -32 -60 -22 -86 C -14 -100 14 -100 20 -84 C 28 -60 28 -30 24 0 Z"
    sheet.path(body, fill=skin, line=2 * line)
    sheet.path(body, fill=skin, line=0)
    sheet.bar("M 14 -20 C 28 -28 34 -40 34 -52", 13, skin)
    for x in (-12, 0, 11):
        sheet.path(f"M {x} -84 L {x} -58", line=line * 0.65)


def writing_hand(sheet: Sheet, skin: str, draw_pencil: Hand, line: float = _HAND_LINE) -> None:
    """A hand that holds a pencil; the pencil's point is at the origin and the wrist at about (118, 30)."""
    sheet.limb("M 62 4 C 50 -4 38 -14 30 -26", 17, skin, line)
    with sheet.placed(0, 0, turn=38):
        draw_pencil(sheet, skin)
    for x, y in ((52, 14), (66, 24)):
        sheet.limb(f"M {x + 26} {y - 8} L {x} {y}", 17, skin, line)
    palm = "M 44 -40 C 60 -66 104 -60 122 -34 L 136 10 L 104 44 C 80 48 60 20 62 -4 Z"
    sheet.path(palm, fill=skin, line=2 * line)
    sheet.path(palm, fill=skin, line=0)
    sheet.limb("M 78 -46 C 64 -62 48 -58 38 -42", 17, skin, line)
    sheet.limb("M 84 -6 C 68 -4 54 -14 46 -26", 17, skin, line)
    sheet.bar("M 84 -40 L 92 -10 L 84 -6", 22, skin)


def gripping_hand(sheet: Sheet, skin: str, draw_held: Hand, line: float = _HAND_LINE) -> None:
    """A hand that holds a card from below, thumb in front; the card's lower edge is at the origin."""
    sheet.path(rounded(-34, -36, 68, 84, 22), fill=skin, line=line)
    draw_held(sheet, skin)
    sheet.limb("M -8 26 C -16 4 -16 -14 -8 -32", 20, skin, line)
    sheet.bar("M 2 30 L -8 22", 18, skin)


def thumb_grip(sheet: Sheet, skin: str, line: float = _HAND_LINE) -> None:
    """A hand that holds a thing by its edge: fingers behind it, thumb on it, up and to the right."""
    sheet.path(rounded(-24, -46, 46, 62, 20), fill=skin, line=line)
    sheet.limb("M 6 -24 C 14 -36 20 -44 24 -54", 18, skin, line)
    sheet.bar("M -4 -18 L 8 -26", 20, skin)


def sleeve(
    sheet: Sheet, wrist: tuple[float, float], foot: tuple[float, float], width: float, colour: str
) -> None:
    """A sleeve from the wrist to where it leaves the sheet at the foot (y 512), in the sheet's own units."""
    (wx, wy), (fx, fy) = wrist, foot
    reach = math.hypot(fx - wx, fy - wy)
    nx, ny = (fy - wy) / reach * width / 2, (wx - fx) / reach * width / 2
    grow = 1.15
    left = f"M {fx - width / 2 * grow} {fy} L {wx - abs(nx)} {wy - ny * (1 if nx > 0 else -1)}"
    right = f"L {wx + abs(nx)} {wy + ny * (1 if nx > 0 else -1)} L {fx + width / 2 * grow} {fy}"
    sheet.path(f"{left} {right} Z", fill=colour, line=0)
    sheet.path(f"{left} {right}", flat_ends=True)
