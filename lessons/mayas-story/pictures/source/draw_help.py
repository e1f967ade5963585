"""Pictures of ways to get help and ways to tell."""

from __future__ import annotations

import hands
import things
from gallery import picture
from palette import (
    ADVISER, BROWN, CARER, DARK, FAIR, FINN, GREY, JOE, KOFI, LEILA, MEI, ON_LEAF, ON_ORANGE, ON_PLUM, ON_SKY, ON_TEAL,
    ON_YELLOW, PALE_ORANGE, PALE_PLUM, PALE_TEAL, PAPER, RED, SAM, TAN, TEAL, YELLOW, STONE, SKY, MAYA, ZOE,
)
from pen import INK, Sheet, oval, rounded
from people import Arm, person


@picture("computer-help", ON_LEAF)
def computer_help(sheet: Sheet) -> None:
    with sheet.placed(220, 226):
        sheet.path(rounded(-170, -140, 340, 270, 22), fill="#39434F")
        sheet.path(rounded(-150, -120, 300, 230, 8), fill=PALE_TEAL, line=0)
    with sheet.placed(220, 208, 0.66, weight=0.9):
        person(sheet, ADVISER, "smile", 0.0, bottom=336)
    sheet.path("M 20 380 L 420 380 L 452 432 L -12 432 Z".replace("-12", "12"), fill=GREY)
    sheet.path("M 180 404 L 260 404", line=10)
    with sheet.placed(408, 116):
        things.bubble(sheet, 160, 120, "left")
        things.heart(sheet, 74)


def _lifebelt(sheet: Sheet, radius: float) -> None:
    from pen import arc

    sheet.path(oval(0, 0, radius), line=radius * 0.56 + 18)
    sheet.path(oval(0, 0, radius), line=radius * 0.56, ink=PAPER)
    for start in (22, 112, 202, 292):
        d = arc(0, 0, radius, start, start + 46)
        sheet.path(d, line=radius * 0.56, ink=RED, flat_ends=True)


@picture("help-card", ON_SKY)
def help_card(sheet: Sheet) -> None:
    with sheet.placed(250, 210, turn=-4):
        sheet.path(rounded(-190, -140, 380, 280, 26), fill=PAPER)
        with sheet.placed(-76, 0):
            _lifebelt(sheet, 66)
        with sheet.placed(50, -56):
            things.words(sheet, [96, 96, 64], 54, GREY, 18)
    with sheet.placed(352, 470, 1.9, turn=-18):
        sheet.limb("M -4 20 L -6 -34 L -26 -64", 22, TAN)
        sheet.path(rounded(-22, -30, 74, 60, 20), fill=TAN, line=9)
        sheet.bar("M -4 12 L -6 -30", 22, TAN)


@picture("show-card", ON_TEAL)
def show_card(sheet: Sheet) -> None:
    with sheet.placed(196, 206, 0.92):
        person(
            sheet, KOFI, "kind", 0.3,
            right=Arm((190, 290), (198, 150), None),
        )
    with sheet.placed(386, 220, turn=5):
        sheet.path(rounded(-84, -112, 168, 216, 18), fill=PAPER)
        with sheet.placed(0, -14):
            things.exclaim(sheet, 120, RED, 28)
    with sheet.placed(386, 344, 0.95):
        sheet.limb("M -8 10 L -8 -24 L -2 -44", 22, DARK, line=7)
        sheet.path(rounded(-26, -14, 56, 46, 18), fill=DARK, line=7)


@picture("point-to-choose", ON_YELLOW)
def point_to_choose(sheet: Sheet) -> None:
    for x, fill in ((50, PAPER), (190, PALE_TEAL), (330, PAPER)):
        sheet.path(rounded(x, 60, 132, 170, 18), fill=fill)
    with sheet.placed(116, 146):
        sheet.path(oval(0, 0, 34), fill=PALE_PLUM)
    with sheet.placed(256, 146):
        things.star(sheet, 40)
    with sheet.placed(396, 146):
        sheet.path("M -34 30 L 0 -34 L 34 30 Z", fill=PALE_ORANGE)
    with sheet.placed(296, 500, 2.4):
        hands.pointing_hand(sheet, BROWN, 9)


@picture("say-or-sign", ON_PLUM)
def say_or_sign(sheet: Sheet) -> None:
    with sheet.placed(256, 124):
        things.bubble(sheet, 260, 150, "left")
        with sheet.placed(-84, -22):
            things.words(sheet, [168, 110], 46, GREY, 18)
    for side in (-1, 1):
        with sheet.placed(256 + side * 104, 474, 1.75, turn=side * 14, flip=side > 0):
            hands.open_hand(sheet, DARK if side < 0 else DARK, 0.6, 9)


@picture("explain", ON_ORANGE)
def explain(sheet: Sheet) -> None:
    with sheet.placed(176, 262, 0.9):
        person(sheet, LEILA, "talk", 0.5)
    with sheet.placed(378, 132):
        things.bubble(sheet, 220, 190, "left")
        with sheet.placed(-74, -58):
            things.words(sheet, [150, 120, 150, 90], 40, GREY, 15)


@picture("write-note", ON_LEAF)
def write_note(sheet: Sheet) -> None:
    with sheet.placed(206, 250, turn=-6):
        sheet.path(rounded(-140, -190, 280, 380, 16), fill=PAPER)
        with sheet.placed(-96, -126):
            things.words(sheet, [190, 160, 190], 58, GREY, 16)
        sheet.path("M -96 60 C -60 44 -40 80 -6 58", line=14, ink=TEAL)
    with sheet.placed(214, 312, 1.5, turn=38):
        things.pencil(sheet, 160)
    with sheet.placed(360, 372, 1.9, turn=-58):
        hands.fist(sheet, FAIR, 9)


@picture("listen", ON_SKY)
def listen(sheet: Sheet) -> None:
    with sheet.placed(226, 226, 1.05):
        person(sheet, MEI.with_aids(), "kind", 0.3, right=Arm((186, 250), (118, 70), hands.mitten, 16))
    with sheet.placed(392, 210):
        things.waves(sheet, [30, 62, 94], -45, 45, TEAL, 16)


@picture("ok", ON_LEAF)
def ok(sheet: Sheet) -> None:
    with sheet.placed(216, 330, 2.7):
        hands.thumb_hand(sheet, TAN, 9)
    with sheet.placed(404, 112):
        things.badge(sheet, 76, "tick")


@picture("not-ok", ON_ORANGE)
def not_ok(sheet: Sheet) -> None:
    with sheet.placed(216, 190, 2.7, turn=180, flip=True):
        hands.thumb_hand(sheet, BROWN, 9)
    with sheet.placed(404, 400):
        things.badge(sheet, 76, "cross")


@picture("not-sure", ON_YELLOW)
def not_sure(sheet: Sheet) -> None:
    with sheet.placed(256, 236, 0.86):
        person(
            sheet, JOE.with_aids(), "unsure", 0.0,
            left=Arm((-176, 290), (-212, 180), hands.open_hand, -40, True),
            right=Arm((176, 290), (212, 180), hands.open_hand, 40),
        )
    for x in (96, 416):
        with sheet.placed(x, 96):
            things.query(sheet, 100, TEAL, 22)


@picture("tablet-talks", ON_PLUM)
def tablet_talks(sheet: Sheet) -> None:
    with sheet.placed(200, 176, 0.9):
        person(sheet, FINN, "smile", 0.3)
    with sheet.placed(216, 400):
        things.tablet(sheet, 250, 170)
        for row in range(2):
            for column, fill in enumerate((PALE_ORANGE, PALE_TEAL, PALE_PLUM)):
                sheet.path(rounded(-98 + column * 68, -56 + row * 58, 58, 48, 8), fill=fill, line=6)
    with sheet.placed(414, 240):
        things.bubble(sheet, 150, 120, "left")
        things.heart(sheet, 60)
    _ = CARER, INK, SAM, SKY, STONE, MAYA, ZOE, YELLOW
