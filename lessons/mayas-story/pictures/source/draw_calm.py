"""Calm pictures: breathing, a quiet place, resting hands."""

from __future__ import annotations

import hands
import things
from gallery import picture
from palette import DARK, LEAF, MID_TEAL, ON_LEAF, ON_PLUM, ON_TEAL, ORANGE, PALE_PLUM, PAPER, SAM, SKY, TEAL
from pen import Sheet, oval, rounded
from people import Arm, person


@picture("calm-breathe", ON_TEAL)
def calm_breathe(sheet: Sheet) -> None:
    with sheet.placed(210, 214, 0.98):
        person(sheet, SAM, "calm", 0.5, right=Arm((176, 300), (60, 250), hands.mitten, -10), closed=True)
    for y, length in ((222, 130), (262, 170), (302, 110)):
        x = 312
        sheet.path(
            f"M {x} {y} C {x + length * 0.3} {y - 20} {x + length * 0.5} {y + 20} {x + length} {y - 6}", line=13, ink=TEAL
        )


@picture("calm-place", ON_LEAF)
def calm_place(sheet: Sheet) -> None:
    sheet.path(rounded(86, 56, 340, 300, 16), fill=SKY, line=22)
    sheet.path(oval(330, 132, 40), fill="#F4D35E", line=0)
    for x, y, s in ((160, 130, 1.0), (250, 196, 0.7)):
        with sheet.placed(x, y, s):
            sheet.path("M -50 20 C -64 -8 -30 -20 -22 -12 C -14 -36 26 -32 24 -8 C 54 -12 56 20 40 20 Z", fill=PAPER, line=0)
    sheet.path("M 98 300 C 170 240 240 280 300 262 C 350 244 390 260 414 274 L 414 344 L 98 344 Z", fill=LEAF, line=0)
    sheet.path("M 256 60 L 256 352 M 92 206 L 420 206", line=10, ink=PAPER)
    sheet.path(rounded(86, 56, 340, 300, 16), line=22)
    sheet.path(rounded(86, 56, 340, 300, 16), line=6, ink=PAPER)
    sheet.path(rounded(56, 360, 400, 34, 10), fill=PAPER)
    with sheet.placed(138, 364):
        for angle in (-46, -16, 16, 46):
            with sheet.placed(0, -56, turn=angle):
                sheet.path("M 0 0 C -26 -30 -20 -74 0 -96 C 20 -74 26 -30 0 0 Z", fill="#4E7F4A", line=7)
        sheet.path("M -46 -62 L 46 -62 L 34 0 L -34 0 Z", fill=ORANGE)
    with sheet.placed(366, 360, 0.8):
        things.mug(sheet, PALE_PLUM)


@picture("calm-hands", ON_PLUM)
def calm_hands(sheet: Sheet) -> None:
    sheet.path(oval(256, 262, 196, 150), fill=PALE_PLUM, line=0)
    with sheet.placed(380, 320, 2.1, turn=-74):
        hands.mitten(sheet, DARK, 9)
    hands.sleeve(sheet, (384, 326), (420, 512), 118, MID_TEAL)
    with sheet.placed(132, 306, 2.1, turn=74, flip=True):
        hands.mitten(sheet, DARK, 9)
    hands.sleeve(sheet, (128, 316), (92, 512), 118, MID_TEAL)
