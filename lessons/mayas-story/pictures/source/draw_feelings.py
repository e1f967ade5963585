"""Pictures of feelings, of what the body says, and of what hurts or helps."""

from __future__ import annotations

import hands
import marks
import things
from gallery import picture
from palette import (
    AMIR,
    CARER,
    FINN,
    GRANDAD,
    GREY,
    KOFI,
    LEILA,
    MAYA,
    MEI,
    MS_OKAFOR,
    ON_LEAF,
    ON_ORANGE,
    ON_PLUM,
    ON_SKY,
    ON_TEAL,
    ON_YELLOW,
    ORANGE,
    PALE_ORANGE,
    PAPER,
    SAM,
    TAN,
    YELLOW,
)
from pen import INK, Sheet, oval
from people import Arm, fingers_over, person


def _scribble(sheet: Sheet) -> None:
    sheet.path(
        "M -52 10 C -70 -40 10 -60 40 -26 C 66 6 10 44 -20 22 C -44 2 -4 -30 22 -8 C 36 8 10 22 -2 12 "
        "C -22 0 -34 40 30 38",
        line=10,
        ink=GREY,
    )


@picture("maya-worried", ON_PLUM)
def maya_worried(sheet: Sheet) -> None:
    with sheet.placed(236, 226, 1.0):
        person(sheet, MAYA, "worried", -0.2, right=Arm((168, 280), (70, 196), hands.mitten, -20))
    with sheet.placed(412, 92):
        _scribble(sheet)


@picture("maya-happy", ON_YELLOW)
def maya_happy(sheet: Sheet) -> None:
    with sheet.placed(256, 200, 0.9):
        person(
            sheet,
            MAYA,
            "happy",
            0.0,
            left=Arm((-206, 210), (-196, 60), hands.open_hand, 0, True),
            right=Arm((206, 210), (196, 60), hands.open_hand, 0, False),
        )


@picture("worried", ON_SKY)
def worried(sheet: Sheet) -> None:
    with sheet.placed(256, 230, 1.0):
        person(
            sheet,
            AMIR,
            "worried",
            0.0,
            left=Arm((-168, 270), (-96, 150), hands.mitten, 14, True),
            right=Arm((168, 270), (96, 150), hands.mitten, -14),
        )
    for side in (-1, 1):
        sheet.path(
            f"M {256 + side * 150} 84 C {256 + side * 176} 96 {256 + side * 140} 116 {256 + side * 168} 136",
            line=9,
            ink=GREY,
        )


@picture("tummy-tight", ON_ORANGE)
def tummy_tight(sheet: Sheet) -> None:
    with sheet.placed(256, 116, 0.78):
        person(
            sheet,
            FINN,
            "worried",
            0.0,
            left=Arm((-196, 320), (-142, 372), hands.mitten, -30, True),
            right=Arm((196, 320), (142, 372), hands.mitten, 30),
            held=lambda: _knot(sheet),
        )


def _knot(sheet: Sheet) -> None:
    with sheet.placed(0, 318, 1.35):
        sheet.path(oval(0, 0, 58, 52), fill=PAPER, line=6)
        sheet.path(
            "M -36 16 C -52 -34 24 -46 34 -12 C 40 20 -20 32 -24 2 C -24 -24 20 -22 16 2 "
            "C 12 22 -34 -4 -10 -26 "
            "C 10 -36 30 20 6 32",
            line=7,
        )


@picture("pressure", ON_PLUM)
def pressure(sheet: Sheet) -> None:
    with sheet.placed(256, 306, 0.8, weight=0.95):
        person(sheet, KOFI, "worried", -0.2)
    with sheet.placed(80, 96):
        things.someone(sheet, 58)
    for x, size in ((197, 88), (307, 104), (430, 118)):
        with sheet.placed(x, 92):
            things.bubble(sheet, size, size, "left")
            marks.query(sheet, size * 0.6, INK, size * 0.14)


@picture("secret", ON_PLUM)
def secret(sheet: Sheet) -> None:
    with sheet.placed(256, 196, 0.98):
        person(sheet, MEI, "flat", 0.0, right=Arm((150, 300), (50, 150), hands.pointing_hand, 12))


@picture("trust", ON_LEAF)
def trust(sheet: Sheet) -> None:
    with sheet.placed(146, 232, 0.72, weight=0.95):
        person(sheet, KOFI, "smile", 0.6)
    with sheet.placed(346, 176, 0.8, weight=0.95):
        person(
            sheet,
            CARER,
            "smile",
            -0.6,
            right=Arm((168, 312), (60, 302), hands.mitten, 0),
            held=lambda: _shield(sheet),
        )


def _shield(sheet: Sheet) -> None:
    with sheet.whole(), sheet.placed(254, 388):
        marks.shield(sheet, 220)
        marks.tick(sheet, 104, PAPER, 24)


@picture("fault", ON_TEAL)
def fault(sheet: Sheet) -> None:
    with sheet.placed(356, 220, 0.76, weight=0.95):
        person(sheet, GRANDAD, "kind", -0.6)
    with sheet.placed(240, 306, 0.64, weight=0.95):
        person(sheet, LEILA, "unsure", 0.4)
        with sheet.placed(-112, 178, turn=-24):
            fingers_over(sheet, GRANDAD.skin)
    with sheet.placed(62, 126, 1.45, turn=90):
        hands.pointing_hand(sheet, TAN, 8)
    cuff = "M 0 94 L 60 94 C 76 94 76 158 60 158 L 0 158"
    sheet.path(cuff + " Z", fill=GREY, line=0)
    sheet.path(cuff, flat_ends=True)
    with sheet.placed(92, 196):
        marks.badge(sheet, 52, "cross")


@picture("not-in-trouble", ON_YELLOW)
def not_in_trouble(sheet: Sheet) -> None:
    with sheet.placed(344, 250, 0.78, weight=0.95):
        person(sheet, MS_OKAFOR, "smile", -0.6)
    with sheet.placed(140, 326, 0.64, weight=0.95):
        person(sheet, SAM, "smile", 0.5)
    with sheet.placed(152, 122):
        things.bubble(sheet, 232, 186, "right")
        _cross_face(sheet, 74)
    with sheet.placed(60, 208):
        marks.badge(sheet, 48, "cross")


def _cross_face(sheet: Sheet, radius: float) -> None:
    """The face of somebody who is cross, as a plain mark and nobody's portrait."""
    sheet.path(oval(0, 0, radius), fill=PALE_ORANGE)
    sheet.path("M -40 -26 L -14 -12 M 40 -26 L 14 -12 M -26 36 C -12 20 12 20 26 36", line=10)
    for x in (-24, 24):
        sheet.path(oval(x, 2, 7, 8), fill=INK, line=0)


@picture("together", ON_ORANGE)
def together(sheet: Sheet) -> None:
    with sheet.placed(256, 186, 0.64, weight=0.92):
        person(sheet, MEI, "happy", 0.0)
    with sheet.placed(132, 222, 0.64, weight=0.92):
        person(sheet, KOFI, "smile", 0.4)
        with sheet.placed(-110, 172, turn=-24):
            fingers_over(sheet, MEI.skin)
    with sheet.placed(380, 222, 0.64, weight=0.92):
        person(sheet, LEILA, "happy", -0.4)
        with sheet.placed(110, 172, turn=24):
            fingers_over(sheet, MEI.skin)


@picture("lighter", ON_SKY)
def lighter(sheet: Sheet) -> None:
    with sheet.placed(226, 216, 0.94):
        person(
            sheet,
            FINN.with_aids(),
            "smile",
            0.0,
            right=Arm((172, 300), (60, 262), hands.mitten, -4),
            closed=True,
        )
    with sheet.placed(416, 104):
        for angle in range(0, 360, 45):
            with sheet.placed(0, 0, turn=angle):
                sheet.path("M 0 -62 L 0 -80", line=13, ink=ORANGE)
        sheet.path(oval(0, 0, 46), fill=YELLOW)
