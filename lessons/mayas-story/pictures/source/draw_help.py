"""Pictures of ways to get help and ways to tell."""

from __future__ import annotations

import hands
import marks
import things
from gallery import picture
from palette import (
    BROWN,
    DARK,
    FAIR,
    FINN,
    GREY,
    JOE,
    KOFI,
    LEILA,
    MEI,
    MID_TEAL,
    ON_LEAF,
    ON_ORANGE,
    ON_PLUM,
    ON_SKY,
    ON_TEAL,
    ON_YELLOW,
    PALE_GREY,
    PALE_ORANGE,
    PALE_PLUM,
    PALE_TEAL,
    PAPER,
    RED,
    TAN,
    TEAL,
    YELLOW,
)
from pen import INK, Sheet, oval, rounded
from people import Arm, person


@picture("computer-help", ON_LEAF)
def computer_help(sheet: Sheet) -> None:
    with sheet.placed(256, 206):
        sheet.path(rounded(-200, -160, 400, 312, 24), fill="#39434F")
        sheet.path(rounded(-178, -138, 356, 268, 8), fill=PAPER, line=0)
        sheet.path(rounded(-178, -138, 356, 54, 8), fill=PALE_TEAL, line=0)
        for x in (-152, -124, -96):
            sheet.path(oval(x, -111, 9), fill=GREY, line=0)
        sheet.path("M -58 -111 L 150 -111", line=16, ink=PAPER)
        with sheet.placed(0, 24):
            marks.lifebelt(sheet, 64)
    sheet.path("M 58 374 L 454 374 L 496 440 L 16 440 Z", fill=GREY)
    sheet.path("M 206 406 L 306 406", line=12)
    with sheet.placed(300, 252):
        marks.pointer(sheet, 150)


@picture("help-card", ON_SKY)
def help_card(sheet: Sheet) -> None:
    with sheet.placed(300, 372, 1.6):
        hands.gripping_hand(sheet, TAN, lambda inner, _: _help_card(inner), 9)
    hands.sleeve(sheet, (300, 448), (300, 512), 124, YELLOW)


def _help_card(sheet: Sheet) -> None:
    with sheet.whole(), sheet.placed(256, 214, turn=-4):
        sheet.path(rounded(-190, -140, 380, 280, 26), fill=PAPER)
        with sheet.placed(-76, 0):
            marks.lifebelt(sheet, 66)
        with sheet.placed(50, -56):
            marks.words(sheet, [96, 96, 64], 54, GREY, 18)


@picture("show-card", ON_TEAL)
def show_card(sheet: Sheet) -> None:
    with sheet.placed(196, 206, 0.92):
        person(
            sheet,
            KOFI,
            "kind",
            0.3,
            right=Arm((176, 320), (200, 188), None),
        )
    with sheet.placed(380, 318, 1.0):
        hands.gripping_hand(sheet, KOFI.skin, lambda inner, _: _shown_card(inner))


def _shown_card(sheet: Sheet) -> None:
    with sheet.placed(0, -94, turn=5):
        sheet.path(rounded(-84, -126, 168, 220, 18), fill=PAPER)
        with sheet.placed(0, -34):
            marks.exclaim(sheet, 120, RED, 28)


@picture("point-to-choose", ON_YELLOW)
def point_to_choose(sheet: Sheet) -> None:
    for x, fill in ((50, PAPER), (190, PALE_TEAL), (330, PAPER)):
        sheet.path(rounded(x, 50, 132, 170, 18), fill=fill)
    with sheet.placed(116, 136):
        sheet.path(oval(0, 0, 34), fill=PALE_PLUM)
    with sheet.placed(256, 126):
        marks.star(sheet, 40)
    with sheet.placed(396, 136):
        sheet.path("M -34 30 L 0 -34 L 34 30 Z", fill=PALE_ORANGE)
    with sheet.placed(296, 444, 2.4):
        hands.pointing_hand(sheet, BROWN, 9)
    hands.sleeve(sheet, (296, 436), (296, 512), 130, MID_TEAL)


@picture("say-or-sign", ON_PLUM)
def say_or_sign(sheet: Sheet) -> None:
    with sheet.placed(256, 112):
        things.bubble(sheet, 280, 150, "left")
        with sheet.placed(-90, -22):
            marks.words(sheet, [180, 120], 46, GREY, 18)
    for side in (-1, 1):
        with sheet.placed(256 + side * 110, 446, 1.8, turn=side * 10, flip=side > 0):
            hands.open_hand(sheet, DARK, 0.6, 9)
        hands.sleeve(sheet, (256 + side * 110, 440), (256 + side * 108, 512), 104, YELLOW)


@picture("explain", ON_ORANGE)
def explain(sheet: Sheet) -> None:
    with sheet.placed(114, 338, 0.54, weight=0.95):
        person(sheet, LEILA, "kind", 0.6)
    with sheet.placed(376, 334, 0.62, weight=0.95):
        person(
            sheet,
            JOE.with_aids(),
            "talk",
            -0.5,
            left=Arm((-160, 222), (-178, 162), hands.open_hand, -30, False),
        )
    with sheet.placed(96, 146):
        things.thought(sheet, 0.8, trail=1)
        with sheet.placed(-6, 4):
            marks.query(sheet, 68, INK, 16)
    with sheet.placed(344, 122):
        things.bubble(sheet, 296, 190, "right")
        with sheet.placed(-64, 4):
            things.bulb(sheet, 144)
        with sheet.placed(36, -36):
            marks.words(sheet, [88, 88, 56], 38, GREY, 16)


@picture("text-help", ON_TEAL)
def text_help(sheet: Sheet) -> None:
    for side in (-1, 1):
        sheet.limb(f"M {256 + side * 150} 450 L {256 + side * 142} 384", 74, FAIR)
    with sheet.placed(256, 234):
        things.tablet(sheet, 268, 428)
        with sheet.placed(30, -140):
            things.bubble(sheet, 150, 76, "right", PALE_TEAL, 7)
            with sheet.placed(-44, -14):
                marks.words(sheet, [88, 56], 28, INK, 12)
        with sheet.placed(-26, -24):
            things.bubble(sheet, 156, 118, "left", PAPER, 7)
            marks.lifebelt(sheet, 31)
        sheet.path(rounded(-116, 64, 232, 134, 10), fill=PALE_GREY, line=0)
        for row in range(3):
            for column in range(5):
                sheet.path(rounded(-108 + column * 45, 72 + row * 42, 36, 32, 7), fill=PAPER, line=0)
    for side in (-1, 1):
        wrist, tip = 256 + side * 158, 256 + side * 50
        sheet.limb(f"M {wrist} 446 L {tip} 352", 40, FAIR)
        sheet.path(f"M {tip - side * 4} 334 L {tip + side * 10} 346", line=5)
        sheet.bar(f"M {wrist} 446 L {256 + side * 150} 420", 64, FAIR)
        hands.sleeve(sheet, (256 + side * 152, 458), (256 + side * 156, 512), 104, YELLOW)


@picture("write-note", ON_LEAF)
def write_note(sheet: Sheet) -> None:
    with sheet.placed(206, 236, turn=-6):
        sheet.path(rounded(-146, -190, 292, 380, 16), fill=PAPER)
        with sheet.placed(-100, -126):
            marks.words(sheet, [200, 170, 200], 58, GREY, 16)
        sheet.path("M -100 60 C -64 44 -44 80 -10 58", line=14, ink=TEAL)
    with sheet.placed(200, 296, 1.75):
        hands.writing_hand(sheet, FAIR, lambda inner, _: things.pencil(inner, 150), 9)
    hands.sleeve(sheet, (404, 320), (400, 512), 118, RED)


@picture("listen", ON_SKY)
def listen(sheet: Sheet) -> None:
    with sheet.placed(226, 226, 1.05):
        person(sheet, MEI.with_aids(), "kind", 0.3, right=Arm((186, 250), (118, 70), hands.mitten, 16))
    with sheet.placed(392, 210):
        marks.waves(sheet, [30, 62, 94], -45, 45, TEAL, 16)


@picture("ok", ON_LEAF)
def ok(sheet: Sheet) -> None:
    with sheet.placed(216, 330, 2.7):
        hands.thumb_hand(sheet, TAN, 9)
    with sheet.placed(404, 112):
        marks.badge(sheet, 76, "tick")


@picture("not-ok", ON_ORANGE)
def not_ok(sheet: Sheet) -> None:
    with sheet.placed(216, 190, 2.7, turn=180, flip=True):
        hands.thumb_hand(sheet, BROWN, 9)
    with sheet.placed(404, 400):
        marks.badge(sheet, 76, "cross")


@picture("not-sure", ON_YELLOW)
def not_sure(sheet: Sheet) -> None:
    with sheet.placed(256, 230, 0.84):
        person(
            sheet,
            JOE.with_aids(),
            "unsure",
            0.0,
            left=Arm((-166, 300), (-190, 196), hands.open_hand, -34, True),
            right=Arm((166, 300), (190, 196), hands.open_hand, 34),
        )
    for x in (96, 416):
        with sheet.placed(x, 96):
            marks.query(sheet, 100, TEAL, 22)


@picture("tablet-talks", ON_PLUM)
def tablet_talks(sheet: Sheet) -> None:
    with sheet.placed(196, 176, 0.88):
        person(
            sheet,
            FINN,
            "smile",
            0.3,
            right=Arm((214, 336), (152, 322), hands.pointing_hand, 16),
            held=lambda: _symbol_tablet(sheet),
        )
    with sheet.placed(410, 150):
        things.bubble(sheet, 160, 124, "left")
        marks.heart(sheet, 66)


def _symbol_tablet(sheet: Sheet) -> None:
    with sheet.whole(), sheet.placed(180, 392):
        things.tablet(sheet, 270, 184)
        for row in range(2):
            for column, fill in enumerate((PALE_ORANGE, PALE_TEAL, YELLOW)):
                sheet.path(rounded(-108 + column * 75, -64 + row * 67, 66, 58, 8), fill=fill, line=6)
