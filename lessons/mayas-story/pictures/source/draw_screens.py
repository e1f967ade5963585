"""Pictures of new situations on a screen."""

from __future__ import annotations

import hands
import marks
import things
from gallery import picture
from palette import (
    AMIR,
    GREY,
    JOE,
    LEILA,
    ON_LEAF,
    ON_ORANGE,
    ON_PLUM,
    ON_SKY,
    ON_TEAL,
    PALE_ORANGE,
    PALE_PLUM,
    PALE_TEAL,
    PAPER,
    TEAL,
    YELLOW,
)
from pen import INK, Sheet, arc, oval, rounded
from people import Arm, person, wheelchair_user


def _gamepad(sheet: Sheet) -> None:
    sheet.path(
        "M -70 -46 L 70 -46 C 128 -46 140 60 104 66 C 78 70 66 30 46 26 L -46 26 C -66 30 -78 70 -104 66 "
        "C -140 60 -128 -46 -70 -46 Z",
        fill="#4A5561",
    )
    sheet.path("M -66 -30 L -66 10 M -86 -10 L -46 -10", line=14, ink=PAPER)
    for x, y in ((54, -10), (84, -10), (69, -28), (69, 8)):
        sheet.path(oval(x, y, 8), fill=YELLOW, line=0)


@picture("game-friend", ON_SKY)
def game_friend(sheet: Sheet) -> None:
    with sheet.placed(180, 184, 0.8, weight=0.95):
        person(
            sheet,
            AMIR,
            "smile",
            0.4,
            left=Arm((-176, 300), (-150, 348), None),
            right=Arm((176, 300), (150, 348), None),
        )
    with sheet.placed(180, 406, 1.1):
        _gamepad(sheet)
    for side in (-1, 1):
        with sheet.placed(180 + side * 124, 474, 0.9, turn=side * -46, flip=side > 0):
            hands.thumb_grip(sheet, AMIR.skin)
    with sheet.placed(396, 130):
        things.bubble(sheet, 190, 160, "left")
        things.someone(sheet, 58, PALE_ORANGE, GREY, 7)


@picture("group-chat-voice", ON_ORANGE)
def group_chat_voice(sheet: Sheet) -> None:
    with sheet.placed(200, 256):
        things.tablet(sheet, 330, 430)
        for x, y, ground in (
            (-72, -118, PALE_TEAL),
            (72, -118, PALE_PLUM),
            (-72, 24, PALE_ORANGE),
            (72, 24, YELLOW),
        ):
            with sheet.placed(x, y):
                things.someone(sheet, 58, ground, GREY, 7)
        sheet.path(
            "M -96 150 L -96 130 M -64 162 L -64 118 M -32 172 L -32 108 M 0 156 L 0 124 M 32 172 L 32 108 "
            "M 64 162 L 64 118 M 96 150 L 96 130",
            line=14,
            ink=TEAL,
        )
    with sheet.placed(330, 278):
        marks.waves(sheet, [40, 80, 120], -40, 40, TEAL, 18)


@picture("says-they-are-14", ON_PLUM)
def says_they_are_14(sheet: Sheet) -> None:
    with sheet.placed(196, 270):
        things.tablet(sheet, 280, 410)
        with sheet.placed(0, -40):
            things.someone(sheet, 96)
            with sheet.placed(0, 0):
                marks.query(sheet, 110, PAPER, 24)
        with sheet.placed(-70, 110):
            marks.words(sheet, [140, 100], 40, GREY, 16)
    with sheet.placed(384, 126):
        things.bubble(sheet, 190, 180, "left")
        things.cake(sheet)


@picture("someone-your-age", ON_TEAL)
def someone_your_age(sheet: Sheet) -> None:
    with sheet.placed(136, 290, 0.52, weight=0.95):
        person(sheet, LEILA, "smile", 0.3)
    with sheet.placed(368, 284, 0.46, weight=0.95):
        wheelchair_user(sheet, JOE, "smile", -0.3, 506)
    for x in (124, 372):
        with sheet.placed(x, 130, 1.2):
            things.cake(sheet)
    for y in (118, 156):
        sheet.path(f"M 228 {y} L 268 {y}", line=20, ink=TEAL)


@picture("film", ON_PLUM)
def film(sheet: Sheet) -> None:
    sheet.path(rounded(56, 180, 400, 270, 20), fill="#39434F")
    with sheet.placed(58, 176, turn=-10):
        sheet.path(rounded(0, -62, 404, 62, 10), fill=PAPER)
        for x in (20, 120, 220, 320):
            sheet.path(f"M {x} -4 L {x + 34} -58 L {x + 74} -58 L {x + 40} -4 Z", fill=INK, line=0)
        sheet.path(rounded(0, -62, 404, 62, 10))
    sheet.path("M 206 246 L 206 386 L 326 316 Z", fill=YELLOW)


@picture("pause", ON_SKY)
def pause(sheet: Sheet) -> None:
    sheet.path(oval(256, 256, 186), fill=TEAL)
    for x in (188, 276):
        sheet.path(rounded(x, 166, 50, 180, 14), fill=PAPER, line=7)


@picture("look-back", ON_LEAF)
def look_back(sheet: Sheet) -> None:
    sheet.path(oval(268, 262, 130), fill=PAPER)
    sheet.path("M 268 180 L 268 262 L 322 292", line=18)
    marks.arrow(sheet, arc(268, 262, 182, 60, -176), (86, 262, 86), TEAL, 24)
