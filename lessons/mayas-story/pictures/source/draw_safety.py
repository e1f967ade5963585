"""Pictures of what to do: block, report, tell, and the rules about messages and pictures."""

from __future__ import annotations

import hands
import marks
import things
from gallery import picture
from palette import (
    BROWN,
    CARER,
    DAD,
    GREY,
    JOE,
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
    PLUM,
    STONE,
    TAN,
    TEACHER,
    TEAL,
    YELLOW,
    ZOE,
)
from pen import Sheet, oval, rounded
from people import person


@picture("skyfox", ON_YELLOW)
def skyfox(sheet: Sheet) -> None:
    with sheet.placed(256, 256):
        things.fox(sheet, 196)


@picture("private", ON_PLUM)
def private(sheet: Sheet) -> None:
    sheet.path(rounded(108, 60, 300, 396, 24), fill=PAPER)
    sheet.path(rounded(96, 50, 300, 396, 24), fill=PLUM)
    sheet.path("M 150 52 L 150 444", line=7)
    sheet.path(rounded(190, 104, 160, 74, 10), fill=PALE_PLUM, line=7)
    sheet.limb("M 300 300 L 412 300", 40, YELLOW)
    with sheet.placed(300, 304):
        marks.padlock(sheet, 150)


@picture("block", ON_ORANGE)
def block(sheet: Sheet) -> None:
    with sheet.placed(190, 240):
        things.tablet(sheet, 296, 400)
        with sheet.placed(0, -36):
            things.someone(sheet, 92)
            marks.no_entry(sheet, 112, 26)
    with sheet.placed(366, 440, 2.1, turn=-6):
        hands.open_hand(sheet, TAN, 1.0, 9)
    hands.sleeve(sheet, (366, 432), (372, 512), 112, MID_TEAL)


@picture("report", ON_SKY)
def report(sheet: Sheet) -> None:
    with sheet.placed(206, 236):
        things.tablet(sheet, 320, 400)
        with sheet.placed(0, -96):
            things.bubble(sheet, 220, 100, "left", STONE)
            with sheet.placed(-70, -14):
                marks.words(sheet, [140, 90], 32)
        with sheet.placed(-46, 74):
            marks.flag(sheet, 150)
    with sheet.placed(366, 456, 1.75, turn=-36):
        hands.pointing_hand(sheet, BROWN, 9)
    hands.sleeve(sheet, (376, 452), (396, 512), 104, YELLOW)


@picture("tell", ON_YELLOW)
def tell(sheet: Sheet) -> None:
    with sheet.placed(352, 246, 0.76, weight=0.95):
        person(sheet, TEACHER, "kind", -0.8)
    with sheet.placed(140, 282, 0.7, weight=0.95):
        person(sheet, ZOE, "tell", 0.8)
    with sheet.placed(186, 98):
        things.bubble(sheet, 190, 120, "left")
        marks.exclaim(sheet, 84, "#C8553D", 22)


@picture("tell-another-adult", ON_TEAL)
def tell_another_adult(sheet: Sheet) -> None:
    with sheet.placed(112, 268, 0.5, weight=0.88):
        person(sheet, DAD, "flat", -1.0)
    with sheet.placed(374, 246, 0.66, weight=0.95):
        person(sheet, CARER, "kind", -0.8)
    with sheet.placed(236, 340, 0.56, weight=0.92):
        person(sheet, JOE, "tell", 0.8)
    with sheet.placed(116, 128):
        marks.badge(sheet, 44, "cross")
    with sheet.placed(256, 152):
        things.bubble(sheet, 160, 116, "left")
        marks.exclaim(sheet, 80, "#C8553D", 21)


@picture("message", ON_TEAL)
def message(sheet: Sheet) -> None:
    with sheet.placed(216, 256):
        things.tablet(sheet, 230, 420)
    with sheet.placed(290, 190):
        things.bubble(sheet, 290, 170, "left")
        with sheet.placed(-100, -30):
            marks.words(sheet, [200, 140], 50, GREY, 18)


@picture("message-request", ON_PLUM)
def message_request(sheet: Sheet) -> None:
    with sheet.placed(256, 256):
        things.tablet(sheet, 340, 430, "#F3F0F4")
        with sheet.placed(-92, -136):
            things.fox(sheet, 52, 7)
        with sheet.placed(0, 10):
            things.bubble(sheet, 270, 150, "left")
            for x, y, w in (
                (-84, -34, 60),
                (10, -30, 90),
                (-70, 4, 100),
                (64, 6, 44),
                (-60, 40, 70),
                (44, 38, 70),
            ):
                sheet.path(rounded(x - w / 2 + 4, y - 13, w, 26, 13), fill=PALE_GREY, line=0)
                sheet.path(rounded(x - w / 2 + 14, y - 7, w - 20, 14, 7), fill="#8B949E", line=0)


@picture("do-not-answer", ON_ORANGE)
def do_not_answer(sheet: Sheet) -> None:
    with sheet.placed(256, 256):
        things.tablet(sheet, 330, 440)
        with sheet.placed(-40, -116):
            things.bubble(sheet, 200, 100, "left", STONE)
            with sheet.placed(-66, -14):
                marks.words(sheet, [130, 84], 30)
        with sheet.placed(20, 84):
            things.bubble(sheet, 220, 120, "right", PALE_TEAL)
            marks.dots(sheet)
            marks.no_entry(sheet, 98, 26)


@picture("keep-messages", ON_LEAF)
def keep_messages(sheet: Sheet) -> None:
    with sheet.placed(190, 250):
        things.tablet(sheet, 270, 420)
        for y, tail, fill in ((-120, "left", STONE), (-10, "left", STONE), (100, "left", STONE)):
            with sheet.placed(0, y):
                things.bubble(sheet, 190, 70, tail, fill)
                with sheet.placed(-66, 0):
                    marks.words(sheet, [120])
    with sheet.placed(396, 330):
        things.dustbin(sheet)
        marks.no_entry(sheet, 96, 24)


@picture("do-not-share-picture", ON_SKY)
def do_not_share_picture(sheet: Sheet) -> None:
    with sheet.placed(188, 188):
        things.photo(sheet, 290, 236)
    with sheet.placed(352, 354):
        sheet.path(oval(0, 0, 112), fill=PAPER, line=0)
        marks.arrow(sheet, "M -62 30 C -50 -16 -20 -22 10 -22", (24, -22, 0), TEAL, 24)
        marks.no_entry(sheet, 108, 22)


@picture("report-remove", ON_LEAF)
def report_remove(sheet: Sheet) -> None:
    with sheet.placed(210, 230):
        things.tablet(sheet, 340, 350)
        things.photo(sheet, 220, 180)
        marks.cross(sheet, 150, "#1B2430", 40)
        marks.cross(sheet, 150, "#C8553D", 24)
    with sheet.placed(378, 356):
        marks.shield(sheet, 230)
        marks.tick(sheet, 100, PAPER, 24)


@picture("online", ON_SKY)
def online(sheet: Sheet) -> None:
    with sheet.placed(256, 300):
        things.tablet(sheet, 380, 280)
        things.globe(sheet, 96)
    with sheet.placed(256, 150):
        marks.waves(sheet, [44, 88], -140, -40, TEAL, 18)


@picture("hidden-screen", ON_TEAL)
def hidden_screen(sheet: Sheet) -> None:
    sheet.path("M 226 390 L 286 390 L 296 446 L 216 446 Z", fill=GREY)
    sheet.path("M 160 450 L 352 450", line=20)
    sheet.path(rounded(36, 76, 440, 320, 26), fill="#39434F")
    sheet.path(rounded(62, 100, 388, 272, 8), fill=TEAL, line=0)
    for side in (-1, 1):
        with sheet.placed(256, 0, flip=side < 0):
            sheet.path(
                "M 0 104 L 190 104 L 190 352 C 172 364 156 364 142 354 C 126 366 108 366 94 354 "
                "C 78 366 62 366 48 354 C 34 364 16 362 0 354 Z",
                fill=PALE_TEAL,
                line=7,
            )
            for x in (48, 94, 142):
                sheet.path(f"M {x} 114 C {x + 8} 190 {x - 8} 270 {x} 346", line=7, ink=MID_TEAL)
    sheet.path(rounded(36, 76, 440, 320, 26))
    sheet.path("M 60 100 L 452 100", line=14, ink=PALE_ORANGE)


@picture("clue", ON_YELLOW)
def clue(sheet: Sheet) -> None:
    sheet.limb("M 320 330 L 420 440", 34, "#8A5A2B")
    sheet.path(oval(220, 216, 146), fill=PAPER, line=34)
    sheet.path(oval(220, 216, 146), line=14, ink=PALE_GREY)
    with sheet.placed(220, 212):
        things.bubble(sheet, 170, 110, "left", PALE_TEAL)
        marks.exclaim(sheet, 76, "#C8553D", 20)


@picture("account", ON_LEAF)
def account(sheet: Sheet) -> None:
    with sheet.placed(256, 256):
        things.tablet(sheet, 300, 430)
        with sheet.placed(0, -60):
            things.someone(sheet, 92)
        with sheet.placed(-80, 84):
            marks.words(sheet, [160, 110], 44, GREY, 18)
