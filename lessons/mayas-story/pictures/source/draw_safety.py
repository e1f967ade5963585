"""Pictures of what to do: block, report, tell, and the rules about messages and pictures."""

from __future__ import annotations

import hands
import things
from gallery import picture
from palette import (
    BROWN, CARER, DARK, FAIR, GREY, JOE, LEILA, ON_LEAF, ON_ORANGE, ON_PLUM, ON_SKY, ON_TEAL, ON_YELLOW, PALE_GREY,
    PALE_PLUM, PALE_TEAL, PAPER, SAM, STONE, TAN, TEAL, TEACHER, ZOE, PLUM, YELLOW,
)
from pen import Sheet, oval, rounded
from people import Arm, person


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
        things.padlock(sheet, 150)


@picture("block", ON_ORANGE)
def block(sheet: Sheet) -> None:
    with sheet.placed(200, 256):
        things.tablet(sheet, 300, 410)
        with sheet.placed(0, -20):
            things.someone(sheet, 104)
            things.no_entry(sheet, 124, 28)
    with sheet.placed(404, 486, 2.3, turn=-8):
        hands.open_hand(sheet, TAN, 1.0, 9)


@picture("report", ON_SKY)
def report(sheet: Sheet) -> None:
    with sheet.placed(226, 246):
        things.tablet(sheet, 330, 410)
        with sheet.placed(0, -96):
            things.bubble(sheet, 220, 100, "left", STONE)
            with sheet.placed(-70, -14):
                things.words(sheet, [140, 90], 32)
        with sheet.placed(4, 92):
            things.flag(sheet, 150)
    with sheet.placed(388, 494, 1.5, turn=-38):
        hands.pointing_hand(sheet, DARK, 9)


@picture("tell", ON_YELLOW)
def tell(sheet: Sheet) -> None:
    with sheet.placed(370, 246, 0.76, weight=0.95):
        person(sheet, TEACHER, "kind", -0.8)
    with sheet.placed(140, 282, 0.7, weight=0.95):
        person(sheet, ZOE, "tell", 0.8)
    with sheet.placed(186, 98):
        things.bubble(sheet, 190, 120, "left")
        things.exclaim(sheet, 84, "#C8553D", 22)


@picture("tell-another-adult", ON_TEAL)
def tell_another_adult(sheet: Sheet) -> None:
    faded = TEACHER.with_aids()
    with sheet.placed(102, 168, 0.52, weight=0.8):
        person(sheet, faded, "flat", -1.0, bottom=330)
    with sheet.placed(178, 110):
        things.badge(sheet, 36, "cross")
    with sheet.placed(396, 206, 0.72, weight=0.95):
        person(sheet, CARER, "kind", -0.5)
    with sheet.placed(206, 350, 0.6, weight=0.95):
        person(sheet, JOE, "tell", 0.7)
    things.arrow(sheet, "M 178 260 C 214 208 240 196 274 194", (280, 194, 0), TEAL, 16)


@picture("message", ON_TEAL)
def message(sheet: Sheet) -> None:
    with sheet.placed(216, 256):
        things.tablet(sheet, 230, 420)
    with sheet.placed(290, 190):
        things.bubble(sheet, 290, 170, "left")
        with sheet.placed(-100, -30):
            things.words(sheet, [200, 140], 50, GREY, 18)


@picture("message-request", ON_PLUM)
def message_request(sheet: Sheet) -> None:
    with sheet.placed(256, 256):
        things.tablet(sheet, 340, 430, "#F3F0F4")
        with sheet.placed(-92, -136):
            things.fox(sheet, 52, 7)
        with sheet.placed(0, 10):
            things.bubble(sheet, 270, 150, "left")
            for x, y, w in ((-84, -34, 60), (10, -30, 90), (-70, 4, 100), (64, 6, 44), (-60, 40, 70), (44, 38, 70)):
                sheet.path(rounded(x - w / 2 + 4, y - 13, w, 26, 13), fill=PALE_GREY, line=0)
                sheet.path(rounded(x - w / 2 + 14, y - 7, w - 20, 14, 7), fill="#8B949E", line=0)


@picture("do-not-answer", ON_ORANGE)
def do_not_answer(sheet: Sheet) -> None:
    with sheet.placed(256, 256):
        things.tablet(sheet, 330, 440)
        with sheet.placed(-40, -116):
            things.bubble(sheet, 200, 100, "left", STONE)
            with sheet.placed(-66, -14):
                things.words(sheet, [130, 84], 30)
        with sheet.placed(20, 84):
            things.bubble(sheet, 220, 120, "right", PALE_TEAL)
            things.pencil_mark(sheet)
            things.no_entry(sheet, 98, 26)


@picture("keep-messages", ON_LEAF)
def keep_messages(sheet: Sheet) -> None:
    with sheet.placed(190, 250):
        things.tablet(sheet, 270, 420)
        for y, tail, fill in ((-120, "left", STONE), (-10, "left", STONE), (100, "left", STONE)):
            with sheet.placed(0, y):
                things.bubble(sheet, 190, 70, tail, fill)
                with sheet.placed(-66, 0):
                    things.words(sheet, [120])
    with sheet.placed(396, 330):
        things.dustbin(sheet)
        things.no_entry(sheet, 96, 24)


@picture("do-not-share-picture", ON_SKY)
def do_not_share_picture(sheet: Sheet) -> None:
    with sheet.placed(170, 270):
        things.photo(sheet, 230, 190)
    things.arrow(sheet, "M 260 256 C 310 200 350 190 400 190", (404, 190, 0), TEAL, 24)
    with sheet.placed(276, 250):
        things.no_entry(sheet, 190, 32)


@picture("report-remove", ON_LEAF)
def report_remove(sheet: Sheet) -> None:
    with sheet.placed(210, 230):
        things.tablet(sheet, 340, 350)
        things.photo(sheet, 220, 180)
        things.cross(sheet, 150, "#1B2430", 40)
        things.cross(sheet, 150, "#C8553D", 24)
    with sheet.placed(378, 356):
        things.shield(sheet, 230)
        things.tick(sheet, 100, PAPER, 24)


@picture("online", ON_SKY)
def online(sheet: Sheet) -> None:
    with sheet.placed(256, 300):
        things.tablet(sheet, 380, 280)
        things.globe(sheet, 96)
    with sheet.placed(256, 150):
        things.waves(sheet, [44, 88], -140, -40, TEAL, 18)


@picture("hidden-screen", ON_TEAL)
def hidden_screen(sheet: Sheet) -> None:
    with sheet.placed(256, 250):
        things.tablet(sheet, 440, 320, PALE_TEAL)
        for side in (-1, 1):
            sheet.path(
                f"M 0 -142 L {side * 198} -142 L {side * 198} 142 L {side * 4} 142 C {side * 16} 60 {side * 8} -60 0 -142 Z",
                fill=TEAL, line=6,
            )
            for x in (60, 118, 168):
                sheet.path(f"M {side * x} -138 C {side * (x + 8)} -40 {side * (x - 6)} 60 {side * x} 138", line=6)
        sheet.path("M -206 -146 L 206 -146", line=18)
    sheet.path("M 196 436 L 316 436", line=20)


@picture("clue", ON_YELLOW)
def clue(sheet: Sheet) -> None:
    sheet.limb("M 320 330 L 420 440", 34, "#8A5A2B")
    sheet.path(oval(220, 216, 146), fill=PAPER, line=34)
    sheet.path(oval(220, 216, 146), line=14, ink=PALE_GREY)
    with sheet.placed(220, 212):
        things.bubble(sheet, 170, 110, "left", PALE_TEAL)
        things.exclaim(sheet, 76, "#C8553D", 20)
    _ = BROWN, FAIR, LEILA, SAM, Arm


@picture("account", ON_LEAF)
def account(sheet: Sheet) -> None:
    with sheet.placed(256, 256):
        things.tablet(sheet, 300, 430)
        with sheet.placed(0, -60):
            things.someone(sheet, 92)
        with sheet.placed(-80, 84):
            things.words(sheet, [160, 110], 44, GREY, 18)
