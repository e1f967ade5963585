"""Calm pictures: breathing, a quiet place, resting hands."""

from __future__ import annotations

import hands
import things
from gallery import picture
from palette import (
    LEAF,
    ON_LEAF,
    ON_PLUM,
    ON_TEAL,
    ORANGE,
    PALE_PLUM,
    PALE_TEAL,
    PAPER,
    SAM,
    SKY,
    TEAL,
    YELLOW,
    ZOE,
)
from pen import INK, Sheet, oval, rounded
from people import Arm, person


@picture("calm-breathe", ON_TEAL)
def calm_breathe(sheet: Sheet) -> None:
    with sheet.placed(210, 214, 0.98):
        person(sheet, SAM, "calm", 0.5, right=Arm((176, 300), (60, 250), hands.mitten, -10), closed=True)
    for y, length in ((222, 130), (262, 170), (302, 110)):
        x = 312
        sheet.path(
            f"M {x} {y} C {x + length * 0.3} {y - 20} {x + length * 0.5} {y + 20} {x + length} {y - 6}",
            line=13,
            ink=TEAL,
        )


@picture("calm-place", ON_LEAF)
def calm_place(sheet: Sheet) -> None:
    sheet.path(rounded(66, 36, 380, 304, 16), fill=SKY)
    sheet.path(oval(350, 108, 38), fill=YELLOW, line=0)
    for x, y, s in ((156, 116, 1.1), (318, 216, 0.8)):
        with sheet.placed(x, y, s):
            sheet.path(
                "M -50 20 C -64 -8 -30 -20 -22 -12 C -14 -36 26 -32 24 -8 C 54 -12 56 20 40 20 Z",
                fill=PAPER,
                line=0,
            )
    hills = "M 66 292 C 150 216 226 268 290 250 C 346 234 400 246 446 266 L 446 340 L 66 340 Z"
    sheet.path(hills, fill=LEAF, line=7)
    sheet.path("M 256 42 L 256 336", line=20)
    sheet.path("M 256 42 L 256 336", line=8, ink=PAPER)
    for line, ink in ((28.0, INK), (13.0, PAPER)):
        sheet.path(rounded(66, 36, 380, 304, 16), line=line, ink=ink)
    sheet.path(rounded(40, 340, 432, 36, 10), fill=PAPER)
    with sheet.placed(138, 342):
        for angle in (-46, -16, 16, 46):
            with sheet.placed(0, -56, turn=angle):
                sheet.path("M 0 0 C -26 -30 -20 -74 0 -96 C 20 -74 26 -30 0 0 Z", fill="#4E7F4A", line=7)
        sheet.path("M -46 -62 L 46 -62 L 34 0 L -34 0 Z", fill=ORANGE)
    with sheet.placed(366, 340, 0.8):
        things.mug(sheet, PALE_PLUM)
    things.table(sheet, 456, PALE_TEAL)
    for x, turn, fill in ((126, -6, PALE_PLUM), (396, 5, YELLOW)):
        with sheet.placed(x, 424, turn=turn):
            sheet.path(rounded(-62, -34, 124, 68, 28), fill=fill)


@picture("calm-hands", ON_PLUM)
def calm_hands(sheet: Sheet) -> None:
    with sheet.placed(256, 150, 0.86):
        person(
            sheet,
            ZOE,
            "calm",
            0.0,
            left=Arm((-206, 270), (-124, 330), hands.mitten, -18, True, 1.3),
            right=Arm((206, 270), (124, 330), hands.mitten, 18, False, 1.3),
            closed=True,
            on_body=lambda: _table(sheet),
        )


def _table(sheet: Sheet) -> None:
    with sheet.whole():
        things.table(sheet, 380)
