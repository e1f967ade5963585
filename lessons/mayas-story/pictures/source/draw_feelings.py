"""Pictures of feelings, of what the body says, and of what hurts or helps."""

from __future__ import annotations

import hands
import things
from gallery import picture
from palette import (
    AMIR, CARER, FINN, GRANDAD, GREY, KOFI, LEILA, MAYA, MEI, MS_OKAFOR, ON_LEAF, ON_ORANGE, ON_PLUM, ON_SKY, ON_TEAL,
    ON_YELLOW, ORANGE, PALE_PLUM, PALE_TEAL, PAPER, SAM, TEAL, YELLOW,
)
from pen import INK, Sheet, oval
from people import Arm, person


def _scribble(sheet: Sheet) -> None:
    sheet.path(
        "M -52 10 C -70 -40 10 -60 40 -26 C 66 6 10 44 -20 22 C -44 2 -4 -30 22 -8 C 36 8 10 22 -2 12 "
        "C -22 0 -34 40 30 38",
        line=10,
        ink=GREY,
    )


@picture("maya-worried", ON_PLUM)
def maya_worried(sheet: Sheet) -> None:
    with sheet.placed(236, 236, 1.02):
        person(sheet, MAYA, "worried", -0.2, right=Arm((168, 280), (70, 196), hands.mitten, -20))
    with sheet.placed(412, 92):
        _scribble(sheet)


@picture("maya-happy", ON_YELLOW)
def maya_happy(sheet: Sheet) -> None:
    with sheet.placed(256, 200, 0.9):
        person(
            sheet, MAYA, "happy", 0.0,
            left=Arm((-206, 210), (-196, 60), hands.open_hand, 0, True),
            right=Arm((206, 210), (196, 60), hands.open_hand, 0, False),
        )


@picture("worried", ON_SKY)
def worried(sheet: Sheet) -> None:
    with sheet.placed(256, 230, 1.0):
        person(
            sheet, AMIR, "worried", 0.0,
            left=Arm((-168, 270), (-96, 150), hands.mitten, 14, True),
            right=Arm((168, 270), (96, 150), hands.mitten, -14),
        )
    for side in (-1, 1):
        sheet.path(
            f"M {256 + side * 150} 84 C {256 + side * 176} 96 {256 + side * 140} 116 {256 + side * 168} 136",
            line=9, ink=GREY,
        )


@picture("tummy-tight", ON_ORANGE)
def tummy_tight(sheet: Sheet) -> None:
    with sheet.placed(256, 116, 0.78):
        person(
            sheet, FINN, "worried", 0.0,
            left=Arm((-186, 340), (-92, 392), hands.mitten, 4, True),
            right=Arm((186, 340), (92, 392), hands.mitten, -4),
            before_arms=lambda: _knot(sheet),
        )


def _knot(sheet: Sheet) -> None:
    with sheet.placed(0, 330, 1.35):
        sheet.path(oval(0, 0, 62, 50), fill=PAPER)
        sheet.path(
            "M -44 6 C -30 -40 30 -40 30 -4 C 30 26 -20 28 -18 2 C -16 -16 12 -16 12 0 C 12 12 0 10 -2 6", line=10
        )


@picture("pressure", ON_PLUM)
def pressure(sheet: Sheet) -> None:
    with sheet.placed(256, 288, 0.72, weight=0.95):
        person(sheet, KOFI, "worried")
    spots = ((96, 84, "right", 0), (256, 62, "left", 0), (416, 84, "left", 0), (70, 232, "right", 0), (442, 232, "left", 0))
    for x, y, tail, _ in spots:
        with sheet.placed(x, y):
            things.bubble(sheet, 120, 84, tail)
            things.exclaim(sheet, 54, "#C8553D", 14)


@picture("secret", ON_PLUM)
def secret(sheet: Sheet) -> None:
    with sheet.placed(256, 226, 1.12):
        person(sheet, MEI, "flat", 0.0, right=Arm((150, 300), (58, 160), hands.pointing_hand, 14))


@picture("trust", ON_LEAF)
def trust(sheet: Sheet) -> None:
    with sheet.placed(346, 226, 0.8, weight=0.95):
        person(sheet, CARER, "smile", -0.5)
    with sheet.placed(164, 268, 0.72, weight=0.95):
        person(sheet, KOFI, "smile", 0.5)
    with sheet.placed(270, 424, 0.9, turn=-78):
        hands.mitten(sheet, CARER.skin)
    with sheet.placed(176, 92):
        things.heart(sheet, 120)


@picture("fault", ON_TEAL)
def fault(sheet: Sheet) -> None:
    with sheet.placed(332, 218, 0.8, weight=0.95):
        person(sheet, GRANDAD, "kind", -0.6)
    with sheet.placed(158, 290, 0.7, weight=0.95):
        person(sheet, LEILA, "unsure", 0.4)
    with sheet.placed(286, 440, 0.8, turn=-70):
        hands.mitten(sheet, GRANDAD.skin)
    with sheet.placed(128, 104):
        sheet.path(oval(0, 0, 84), fill=PAPER, line=0)
        with sheet.placed(-56, 8, 0.92, turn=90):
            hands.pointing_hand(sheet, "#D99A6C")
        things.no_entry(sheet, 78, 18)


@picture("not-in-trouble", ON_YELLOW)
def not_in_trouble(sheet: Sheet) -> None:
    with sheet.placed(346, 230, 0.8, weight=0.95):
        person(sheet, MS_OKAFOR, "smile", -0.6)
    with sheet.placed(146, 286, 0.68, weight=0.95):
        person(sheet, SAM, "smile", 0.5)
    with sheet.placed(150, 92):
        things.bubble(sheet, 190, 116, "right")
        things.tick(sheet, 84, TEAL, 22)


@picture("together", ON_ORANGE)
def together(sheet: Sheet) -> None:
    for x, y, who, turn in ((256, 190, MEI, 0.0), (112, 222, KOFI, 0.4), (400, 222, LEILA, -0.4)):
        with sheet.placed(x, y, 0.64, weight=0.92):
            person(sheet, who, "happy", turn)
    for x, who in ((118, KOFI), (330, LEILA)):
        with sheet.placed(x + 40, 412, 0.5):
            hands.mitten(sheet, who.skin)
    _ = INK, ORANGE, PALE_PLUM, PALE_TEAL, YELLOW


@picture("lighter", ON_SKY)
def lighter(sheet: Sheet) -> None:
    with sheet.placed(256, 250, 1.0):
        person(sheet, FINN, "smile", 0.0, closed=True)
    for x in (90, 422):
        sheet.path(f"M {x} 240 L {x} 130 M {x - 30} 158 L {x} 126 L {x + 30} 158", line=16, ink=TEAL)
