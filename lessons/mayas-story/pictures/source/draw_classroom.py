"""Pictures of the lesson itself: rules, turns, now and next, beginning and end."""

from __future__ import annotations

import hair
import hands
import marks
import things
from gallery import picture
from palette import (
    AMIR,
    FINN,
    GREY,
    JOE,
    KOFI,
    LEILA,
    MEI,
    MS_OKAFOR,
    ON_LEAF,
    ON_ORANGE,
    ON_PLUM,
    ON_SKY,
    ON_TEAL,
    ON_YELLOW,
    ORANGE,
    PALE_GREY,
    PALE_ORANGE,
    PALE_PLUM,
    PALE_TEAL,
    PAPER,
    RED,
    SAM,
    STONE,
    TEAL,
    YELLOW,
    ZOE,
)
from pen import Sheet, arc, oval, rounded
from people import Arm, head, person


@picture("our-rules", ON_TEAL)
def our_rules(sheet: Sheet) -> None:
    sheet.path(rounded(96, 76, 320, 396, 24), fill="#A8703A")
    sheet.path(rounded(124, 108, 264, 336, 10), fill=PAPER, line=7)
    sheet.path(rounded(186, 44, 140, 60, 18), fill=PALE_GREY)
    for y in (178, 268, 358):
        with sheet.placed(174, y):
            marks.tick(sheet, 54, TEAL, 15)
        sheet.path(f"M 230 {y} L 350 {y}", line=17, ink=GREY)


@picture("right-to-pass", ON_ORANGE)
def right_to_pass(sheet: Sheet) -> None:
    with sheet.placed(176, 206, 0.94):
        person(sheet, MEI, "kind", 0.2, right=Arm((178, 330), (210, 190), None))
    with sheet.placed(384, 322):
        hands.gripping_hand(sheet, MEI.skin, lambda inner, _: _pass_card(inner))


def _pass_card(sheet: Sheet) -> None:
    with sheet.placed(0, -82, turn=4):
        sheet.path(rounded(-92, -104, 184, 190, 20), fill=PAPER)
        for x in (-44, 14):
            sheet.path(f"M {x} -56 L {x + 44} -8 L {x} 40 Z", fill=TEAL, line=7)


@picture("take-turns", ON_SKY)
def take_turns(sheet: Sheet) -> None:
    for x, who, mood, turn in ((134, SAM, "talk", 0.5), (378, LEILA, "kind", -0.5)):
        with sheet.placed(x, 320, 0.64, weight=0.92):
            person(sheet, who, mood, turn)
    with sheet.placed(256, 130):
        marks.arrow(sheet, arc(0, 0, 84, -170, -34), (71, -46, 62), TEAL, 20)
        marks.arrow(sheet, arc(0, 0, 84, 10, 146), (-71, 46, 242), ORANGE, 20)


@picture("kind-words", ON_PLUM)
def kind_words(sheet: Sheet) -> None:
    with sheet.placed(256, 222):
        things.bubble(sheet, 380, 280, "left")
        marks.heart(sheet, 190)


@picture("no-personal-stories", ON_YELLOW)
def no_personal_stories(sheet: Sheet) -> None:
    with sheet.placed(162, 262, 0.86, weight=0.95):
        person(sheet, AMIR, "talk", 0.3, right=Arm((176, 270), (84, 216), hands.pointing_hand, -10))
    with sheet.placed(358, 136):
        things.bubble(sheet, 268, 236, "left")
        with sheet.placed(-2, 14, 0.66, weight=0.9):
            hair.behind(sheet, AMIR)
            head(sheet, AMIR, "kind", 0.3)
        marks.no_entry(sheet, 100, 17)


@picture("question-box", ON_LEAF)
def question_box(sheet: Sheet) -> None:
    with sheet.placed(270, 150, turn=8):
        sheet.path(rounded(-80, -100, 160, 190, 10), fill=PAPER)
        with sheet.placed(0, -30):
            marks.query(sheet, 96, TEAL, 20)
    sheet.path("M 70 240 L 130 196 L 382 196 L 442 240 Z", fill=PALE_ORANGE)
    sheet.path("M 160 220 L 352 220", line=18)
    with sheet.placed(270, 150, turn=8):
        sheet.path("M -76 20 L 76 20 L 74 62 L -84 74 Z", fill=PAPER, line=0)
    sheet.path("M 70 240 L 442 240 L 442 470 L 70 470 Z", fill=ORANGE)
    with sheet.placed(256, 356):
        marks.query(sheet, 150, PAPER, 30)


@picture("now", ON_TEAL)
def now(sheet: Sheet) -> None:
    _board(sheet, 0)


@picture("next", ON_ORANGE)
def next_(sheet: Sheet) -> None:
    _board(sheet, 1)


def _board(sheet: Sheet, bright: int) -> None:
    for index, x in enumerate((40, 272)):
        lit = index == bright
        sheet.path(rounded(x, 190, 200, 240, 22), fill=YELLOW if lit else STONE, line=13 if lit else 7)
        if lit:
            with sheet.placed(x + 100, 310):
                marks.star(sheet, 62, PAPER)
    if bright == 0:
        marks.arrow(sheet, "M 140 60 L 140 130", (140, 140, 90), TEAL, 28)
    else:
        marks.arrow(sheet, "M 140 160 C 160 70 300 50 360 130", (368, 142, 58), TEAL, 26)


@picture("welcome", ON_YELLOW)
def welcome(sheet: Sheet) -> None:
    with sheet.placed(256, 220, 0.86):
        person(
            sheet,
            MS_OKAFOR,
            "happy",
            0.0,
            left=Arm((-186, 300), (-212, 160), hands.open_hand, -10, True),
            right=Arm((186, 300), (212, 160), hands.open_hand, 10),
        )


@picture("goodbye", ON_SKY)
def goodbye(sheet: Sheet) -> None:
    with sheet.placed(226, 216, 0.98):
        for side in (-1, 1):
            sheet.path(rounded(side * 96 - 50, 140, 100, 152, 40), fill=ORANGE)
        person(
            sheet,
            JOE,
            "smile",
            0.1,
            right=Arm((196, 250), (190, 80), hands.open_hand, 8),
            held=lambda: _straps(sheet),
        )
    for start in (-66, 206):
        with sheet.placed(412, 226):
            sheet.path(arc(0, 0, 84, start, start + 36), line=10, ink=TEAL)


def _straps(sheet: Sheet) -> None:
    for side in (-1, 1):
        sheet.limb(f"M {side * 78} 146 C {side * 84} 190 {side * 80} 230 {side * 90} 274", 20, ORANGE, line=7)


@picture("certificate", ON_PLUM)
def certificate(sheet: Sheet) -> None:
    sheet.path(rounded(52, 90, 408, 290, 16), fill=PAPER)
    sheet.path(rounded(76, 114, 360, 242, 8), line=6, ink=TEAL)
    with sheet.placed(150, 176):
        marks.words(sheet, [212], 30, GREY, 20)
    with sheet.placed(186, 232):
        marks.words(sheet, [140], 30, GREY, 14)
    for side in (-1, 1):
        sheet.path(
            f"M {256 + side * 8} 350 L {256 + side * 62} 470 L {256 + side * 26} 458 "
            f"L {256 + side * 6} 484 Z",
            fill=TEAL,
        )
    sheet.path(oval(256, 350, 66), fill=YELLOW)
    with sheet.placed(256, 352):
        marks.star(sheet, 40, PAPER)


@picture("take-home-card", ON_LEAF)
def take_home_card(sheet: Sheet) -> None:
    sheet.path("M 206 240 L 340 124 L 474 240 L 474 446 L 206 446 Z", fill=PAPER)
    sheet.path("M 190 252 L 340 116 L 490 252", line=26)
    sheet.path("M 190 252 L 340 116 L 490 252", line=10, ink=RED)
    sheet.path(rounded(352, 320, 70, 126, 6), fill=PALE_PLUM)
    with sheet.placed(152, 312, turn=-8):
        sheet.path(rounded(-112, -82, 224, 164, 18), fill=PALE_TEAL)
        with sheet.placed(-60, 0):
            marks.heart(sheet, 62)
        with sheet.placed(-2, -26):
            marks.words(sheet, [84, 84, 50], 30, GREY, 12)
    marks.arrow(sheet, "M 110 180 C 116 120 150 84 206 84", (212, 84, 0), TEAL, 20)


@picture("talk-together", ON_ORANGE)
def talk_together(sheet: Sheet) -> None:
    for x, y, who, mood, turn in (
        (256, 272, ZOE, "talk", 0.0),
        (124, 292, FINN, "smile", 0.5),
        (388, 292, KOFI, "smile", -0.5),
    ):
        with sheet.placed(x, y, 0.6, weight=0.92):
            person(sheet, who, mood, turn)
    with sheet.placed(172, 88):
        things.bubble(sheet, 150, 100, "right")
        marks.dots(sheet)
    with sheet.placed(352, 96):
        things.bubble(sheet, 150, 100, "right", PALE_ORANGE)
        marks.dots(sheet)
