"""Hands. The wrist is at the origin and the fingers point up; a grown hand is about 105 units long."""

from __future__ import annotations

import math

from pen import Sheet, rounded

_FINGERS = ((-23.0, -52.0, 34.0, -15.0), (-8.0, -58.0, 44.0, -5.0), (7.5, -57.0, 42.0, 5.0), (22.0, -50.0, 32.0, 15.0))
_HAND_LINE = 7.0


def open_hand(sheet: Sheet, skin: str, spread: float = 1.0, line: float = _HAND_LINE) -> None:
    """A hand with the fingers apart (``spread`` 1) or together (``spread`` 0)."""
    parts: list[tuple[str, float]] = []
    for x, y, length, angle in _FINGERS:
        a = math.radians(angle * spread)
        parts.append((f"M {x} {y + 10} L {x + math.sin(a) * length:.1f} {y - math.cos(a) * length:.1f}", 12.5))
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
    sheet.limb("M -26 -18 C -22 -30 -10 -38 2 -36", 13, skin, line * 0.8)
    sheet.bar("M -18 -10 L 12 -10 L -14 -14", 24, skin)


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
