"""Pictures of the people (and the dog) of the story, and of people who help."""

from __future__ import annotations

import hands
import marks
import things
from gallery import picture
from palette import (
    ADVISER,
    CARER,
    DAD,
    GRANDAD,
    KOFI,
    MAYA,
    MS_OKAFOR,
    MUM,
    OFFICER,
    ON_LEAF,
    ON_ORANGE,
    ON_PLUM,
    ON_SKY,
    ON_TEAL,
    ON_YELLOW,
    PALE_ORANGE,
    PALE_PLUM,
    PALE_TEAL,
    PAPER,
    SAM,
    SKY,
    TEACHER,
    TEAL,
    YELLOW,
    ZOE,
)
from pen import Sheet, rounded
from people import Arm, person


@picture("maya", ON_TEAL)
def maya(sheet: Sheet) -> None:
    with sheet.placed(256, 196, 1.1):
        person(sheet, MAYA, "smile", 0.3)


@picture("mum", ON_PLUM)
def mum(sheet: Sheet) -> None:
    with sheet.placed(256, 226, 1.15):
        person(sheet, MUM, "smile", -0.2)


@picture("ms-okafor", ON_ORANGE)
def ms_okafor(sheet: Sheet) -> None:
    with sheet.placed(256, 192, 1.0):
        person(sheet, MS_OKAFOR, "kind", 0.2)


@picture("biscuit", ON_ORANGE)
def biscuit(sheet: Sheet) -> None:
    brown, cream = "#A8703A", "#F6E6CC"
    sheet.limb("M 352 430 C 430 424 452 370 424 326", 30, brown)
    sheet.path("M 150 470 C 140 340 190 250 256 250 C 330 250 390 340 376 470 Z", fill=brown)
    sheet.path(
        "M 206 300 C 206 380 220 440 256 452 C 292 440 306 380 306 300 C 290 330 222 330 206 300 Z",
        fill=cream,
        line=0,
    )
    for side in (-1, 1):
        sheet.path(
            f"M {256 + side * 70} 400 "
            f"C {256 + side * 130} 380 {256 + side * 142} 450 {256 + side * 122} 476 "
            f"L {256 + side * 60} 476 Z",
            fill=brown,
        )
        sheet.limb(f"M {256 + side * 34} 360 L {256 + side * 34} 460", 34, brown)
        sheet.path(rounded(256 + side * 38 - 32, 440, 64, 38, 18), fill=cream)
    with sheet.placed(256, 176, 1.3):
        things.dog_head(sheet)
    sheet.limb("M 196 286 C 226 304 286 304 316 286", 14, TEAL, line=7)


@picture("maya-draws", ON_TEAL)
def maya_draws(sheet: Sheet) -> None:
    with sheet.placed(256, 134, 0.8):
        person(
            sheet,
            MAYA,
            "smile",
            -0.2,
            left=Arm((-192, 276), (-166, 324), hands.mitten, -6, True),
            right=Arm((206, 300), (188, 366), None),
            on_body=lambda: _table_with_drawing(sheet),
            held=lambda: _hand_that_draws(sheet),
        )


def _table_with_drawing(sheet: Sheet) -> None:
    with sheet.whole():
        things.table(sheet, 340)
        sheet.path("M 118 364 L 386 364 L 424 488 L 80 488 Z", fill=PAPER)
        with sheet.placed(232, 424, 0.58, weight=0.8):
            things.dog_head(sheet, PALE_ORANGE, PAPER)


def _hand_that_draws(sheet: Sheet) -> None:
    with sheet.whole(), sheet.placed(310, 416, 0.85):
        hands.writing_hand(sheet, MAYA.skin, lambda inner, _: things.pencil(inner, 150))


@picture("maya-tablet", ON_SKY)
def maya_tablet(sheet: Sheet) -> None:
    with sheet.placed(186, 176, 0.84):
        person(sheet, MAYA, "smile", 0.3)
    with sheet.placed(168, 404):
        things.tablet(sheet, 208, 150, PAPER)
        with sheet.placed(0, 8, 0.48, weight=0.8):
            things.dog_head(sheet, PALE_ORANGE, PAPER)
    for side in (-1, 1):
        with sheet.placed(168 + side * 106, 474, 0.8, turn=side * -36, flip=side > 0):
            hands.thumb_grip(sheet, MAYA.skin)
    with sheet.placed(408, 116):
        things.globe(sheet, 70)
    marks.arrow(sheet, "M 286 412 C 376 400 412 340 412 262", (412, 232, 48), TEAL, 17)
    for x, y in ((336, 282), (468, 300)):
        with sheet.placed(x, y):
            marks.heart(sheet, 56)


def _pair(sheet: Sheet) -> None:
    with sheet.placed(342, 176, 0.82, weight=0.95):
        person(sheet, MS_OKAFOR, "kind", -0.7)
    with sheet.placed(160, 228, 0.78, weight=0.95):
        person(sheet, MAYA, "smile", 0.6)


@picture("maya-with-ms-okafor", ON_LEAF)
def maya_with_ms_okafor(sheet: Sheet) -> None:
    sheet.path(rounded(40, 40, 190, 120, 10), fill=SKY, line=7)
    sheet.path("M 135 40 L 135 160", line=6)
    _pair(sheet)
    things.table(sheet, 430)
    with sheet.placed(256, 470, 0.9):
        things.mug(sheet, YELLOW)


@picture("maya-tells-adult", ON_ORANGE)
def maya_tells_adult(sheet: Sheet) -> None:
    with sheet.placed(350, 226, 0.78, weight=0.95):
        person(sheet, MS_OKAFOR, "kind", -0.8)
    with sheet.placed(146, 268, 0.72, weight=0.95):
        person(sheet, MAYA, "tell", 0.8)
    with sheet.placed(176, 86):
        things.bubble(sheet, 230, 116, "left")
        with sheet.placed(-76, -20):
            marks.words(sheet, [150, 110], 38)


@picture("parent-carer", ON_PLUM)
def parent_carer(sheet: Sheet) -> None:
    sheet.path("M 60 250 L 256 66 L 452 250 L 452 470 L 60 470 Z", fill=PAPER)
    sheet.path("M 36 262 L 256 54 L 476 262", line=24, ink="#1B2430")
    sheet.path("M 36 262 L 256 54 L 476 262", line=10, ink=PALE_PLUM)
    with sheet.placed(316, 232, 0.72, weight=0.95):
        person(sheet, DAD, "smile", -0.5)
    with sheet.placed(176, 300, 0.64, weight=0.95):
        person(sheet, SAM, "smile", 0.5)


@picture("teacher", ON_LEAF)
def teacher(sheet: Sheet) -> None:
    sheet.path(rounded(36, 40, 300, 210, 14), fill=PAPER)
    with sheet.placed(76, 92):
        marks.words(sheet, [150, 110, 130], 44, TEAL, 14)
    with sheet.placed(326, 220, 0.92):
        person(
            sheet,
            TEACHER,
            "smile",
            -0.4,
            left=Arm((-214, 226), (-190, 110), hands.pointing_hand, 0, True),
        )


@picture("friend-older-adult", ON_TEAL)
def friend_older_adult(sheet: Sheet) -> None:
    with sheet.placed(236, 214, 1.05):
        person(sheet, GRANDAD, "smile", 0.2)
    with sheet.placed(424, 106):
        marks.heart(sheet, 110)


@picture("people-who-help", ON_YELLOW)
def people_who_help(sheet: Sheet) -> None:
    with sheet.placed(256, 176, 0.66, weight=0.9):
        person(sheet, MS_OKAFOR, "smile")
    with sheet.placed(137, 252, 0.62, weight=0.9):
        person(sheet, CARER, "smile", 0.3)
    with sheet.placed(375, 252, 0.62, weight=0.9):
        person(sheet, DAD, "smile", -0.3)
    with sheet.placed(256, 398):
        marks.lifebelt(sheet, 66)


@picture("police-help", ON_SKY)
def police_help(sheet: Sheet) -> None:
    with sheet.placed(256, 226, 1.08):
        person(sheet, OFFICER, "smile", 0.2)
        with sheet.placed(86, 214, 0.5):
            marks.shield(sheet, 110, YELLOW)


@picture("phone-help", ON_ORANGE)
def phone_help(sheet: Sheet) -> None:
    with sheet.placed(190, 290, 0.8):
        person(
            sheet,
            ZOE,
            "kind",
            0.4,
            left=Arm((-172, 260), (-104, 110), hands.fist, -12, True),
        )
        with sheet.placed(-100, 40, turn=-6):
            sheet.path(rounded(-20, -64, 40, 128, 12), fill="#39434F", line=8)
    with sheet.placed(386, 128):
        things.bubble(sheet, 212, 190, "left")
    with sheet.placed(386, 116, 0.5, weight=0.8):
        person(sheet, ADVISER, "smile", -0.2, bottom=219)
    with sheet.placed(386, 128):
        things.bubble(sheet, 212, 190, "left", "none")


@picture("bsl-help", ON_SKY)
def bsl_help(sheet: Sheet) -> None:
    who = KOFI.with_aids("hearing aid")
    with sheet.placed(164, 240, 0.82):
        person(sheet, who, "smile", 0.5)
    with sheet.placed(378, 262):
        things.tablet(sheet, 228, 340, PALE_TEAL)
    with sheet.placed(378, 222, 0.62, weight=0.9):
        person(sheet, ADVISER.with_aids(), "smile", -0.2, bottom=414)
    for side in (-1, 1):
        with sheet.placed(378 + side * 52, 398, 0.7, turn=side * 10, flip=side > 0):
            hands.open_hand(sheet, ADVISER.skin, 0.6)
