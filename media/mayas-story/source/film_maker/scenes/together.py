"""Together: they block, and they report."""

from __future__ import annotations

from film_maker.picture.arms import arm, hand
from film_maker.picture.faces import MAYA, MUM, OKAFOR, Mood
from film_maker.picture.ink import (
    LEAF,
    ORANGE,
    PAPER,
    RED,
    SKY,
    TEAL,
    box,
    group,
    line,
    oval,
    shape,
    sway,
    tube,
)
from film_maker.picture.lettering import letter
from film_maker.picture.people import figure, person
from film_maker.picture.stage import Picture, Stage
from film_maker.picture.things import cloud, fox, mug, plant, soft_shadow, tablet, text_lines, window


def _block_ground(stage: Stage) -> str:  # noqa: ARG001
    grain = line("M40,80 h220 M1000,60 h240 M30,420 h120 M1130,380 h140 M180,690 h160", 3, "#BF905B", 0.7)
    return (
        box(0, 0, 1280, 720, "#D9AC76", 0)
        + grain
        + soft_shadow(640, 560, 440, 40, 0.14)
        + mug(1130, 210, TEAL, 1.4)
        + tablet(250, 40, 780, 530, "#EAF3F4", line_width=6)
    )


def _screen(stage: Stage, pressed: float, blocked: float) -> str:
    words = stage.words
    grey = group(oval(640, 196, 92, 92, "#EAF3F4", 0, opacity=0.55), opacity=blocked)
    slash = group(
        oval(640, 196, 92, fill="none", width=20)
        + line("M578,258 L702,134", 20)
        + oval(640, 196, 92, fill="none", width=12, stroke=RED)
        + line("M578,258 L702,134", 12, RED),
        opacity=blocked,
    )
    name = letter("SkyFox", 640, 344, 40, weight="bold", centre=True)
    size = 1 - 0.04 * pressed * (1 - blocked)
    button = group(
        box(-190, -44, 380, 88, RED if blocked < 0.5 else TEAL, 5, radius=22)
        + letter(
            words["screen-block"] if blocked < 0.5 else words["screen-blocked"],
            0 if blocked < 0.5 else 26,
            16,
            46,
            weight="bold",
            fill=PAPER,
            centre=True,
        )
        + ("" if blocked < 0.5 else line("M-142,0 l16,16 l30,-34", 10, PAPER)),
        x=640,
        y=436,
        scale=size,
    )
    return fox(640, 196, 86, width=5) + grey + slash + name + button


def _block(stage: Stage) -> str:
    now = stage.time
    reach = stage.since("press", 1.1, early=0.2)
    pressed = stage.since("press", 0.3, early=-1.0)
    blocked = stage.since("press", 0.5, early=-1.4)
    back = stage.since("blocked", 1.0)
    lift = reach * (1 - 0.8 * back)
    tip_x, tip_y = 430 + 96 * lift, 668 - 146 * lift + 3 * pressed
    maya = (
        hand("point", tip_x - 28, tip_y + 46, -56, MAYA, scale=2.2)
        + tube([(190, 810), (280, 770), (tip_x - 24, tip_y + 40)], 78, TEAL)
        + group(box(-14, -43, 24, 86, MAYA.top_shade, 5, radius=10), x=tip_x - 24, y=tip_y + 40, turn=-45)
    )
    teacher = (
        hand("rest", 960 + sway(now, 5, 1), 664, -118, OKAFOR, scale=2.3, flip=True)
        + tube([(1160, 830), (1050, 760), (962, 668)], 84, ORANGE)
        + group(box(-14, -46, 24, 92, OKAFOR.top_shade, 5, radius=10), x=962, y=668, turn=-132)
    )
    return _screen(stage, pressed, blocked) + teacher + maya


def _report_ground(stage: Stage) -> str:  # noqa: ARG001
    return (
        box(0, 0, 1280, 720, "#EDE3D3", 0)
        + box(0, 470, 1280, 260, "#CBB59A", 0)
        + line("M0,470 H1280", 4)
        + window(
            40,
            60,
            200,
            190,
            SKY,
            shape("M48,200 C110,170 170,200 240,176 L240,250 L48,250Z", LEAF, 0) + cloud(120, 110, 0.5),
        )
        + plant(720, 470, 0.0001)
    )


def _form(stage: Stage) -> str:
    words = stage.words
    start = stage.start_of("report")
    ticks = [stage.after(start - 2.6 + 0.9 * row, 0.5) for row in range(3)]
    sent = stage.after(start + 1.1, 0.6)
    rows = ""
    for row, share in enumerate(ticks):
        y = 196 + 88 * row
        rows += box(872, y, 46, 46, PAPER, 4.5, radius=8) + text_lines(
            940, y + 14, [(210, 180, 220)[row], (120, 150, 90)[row]], gap=22, thickness=9
        )
        rows += group(line(f"M881,{y + 22} l11,12 l20,-26", 8, LEAF), opacity=share) if share else ""
    label = words["screen-report"] if sent < 0.5 else words["screen-sent"]
    button = box(872, 476, 296, 72, TEAL, 4.5, radius=18) + letter(
        label, 1020 + (20 if sent >= 0.5 else 0), 524, 34, weight="bold", fill=PAPER, centre=True
    )
    if sent >= 0.5:
        button += line("M894,512 l11,12 l20,-24", 7, PAPER)
    flag = line("M880,168 V100", 7) + shape(
        "M882,102 C904,90 924,116 950,104 L950,140 C924,152 904,126 882,138Z", RED, 4.5
    )
    return (
        tablet(810, 48, 430, 560, "#F3F7F7")
        + flag
        + letter(words["screen-report"], 972, 146, 44, weight="bold")
        + rows
        + button
    )


def _report_moods(stage: Stage, hug: float) -> tuple[Mood, Mood, Mood]:
    now = stage.time
    glad = stage.since("report-4", 1.2)
    mum_mood = Mood(
        turn=0.45 + 0.2 * stage.since("report", 0.8),
        look=(0.7, 0.3),
        brow=0.2 + 0.3 * glad,
        mouth=0.5 + 0.4 * glad,
        blink=stage.blink(2.2),
        tilt=5 * hug,
        nod=2,
    )
    maya_mood = Mood(
        turn=0.5,
        look=(0.8, 0.2),
        brow=0.1 + 0.5 * glad,
        mouth=0.35 + 0.6 * glad,
        speak=stage.speaking("Maya"),
        blink=stage.blink(),
        tilt=-4 * hug,
        nod=2,
    )
    teacher_mood = Mood(
        turn=0.4,
        look=(0.8, 0.3),
        brow=0.3,
        mouth=0.6 + 0.2 * glad,
        blink=stage.blink(1.2),
        tilt=0,
        nod=sway(now, 3, 1.2),
    )
    return mum_mood, maya_mood, teacher_mood


def _report_table() -> str:
    return (
        box(-10, 560, 1300, 200, "#D9AC76", 5)
        + box(-10, 560, 1300, 24, "#E6C08E", 0)
        + line("M0,560 H1280", 5)
        + line("M60,650 h200 M420,680 h240", 3, "#BF905B", 0.7)
    )


def _report_arms() -> str:
    mum_left = arm(MUM, [(134, 384), (96, 500), (180, 610)], "rest", scale=1.08, angle=8)
    maya_arms = arm(MAYA, [(352, 408), (318, 512), (398, 612)], "rest", scale=1.02, angle=10) + arm(
        MAYA, [(488, 408), (530, 512), (484, 612)], "rest", scale=1.02, angle=160
    )
    teacher_arms = arm(OKAFOR, [(706, 366), (752, 486), (690, 600)], "rest", scale=1.04, angle=165) + arm(
        OKAFOR, [(570, 366), (556, 486), (612, 600)], "rest", scale=1.04, angle=12
    )
    return teacher_arms + mum_left + maya_arms


def _hug(hug: float) -> tuple[str, str]:
    """Mum's arm behind Maya, and her fingers on Maya's shoulder."""
    reach = 14 * hug
    behind = tube([(274 + reach, 386), (370, 360), (474, 384)], 44, MUM.top) + oval(
        268 + reach, 386, 27, 26, MUM.top, 0
    )
    fingers = group(
        shape(
            "M-26,-6 C-30,-22 30,-24 28,-6 C30,10 28,22 20,22 C14,22 13,16 12,12 C12,24 2,26 -1,14 "
            "C-2,25 -13,24 -14,12 C-16,18 -24,14 -26,-6Z",
            MUM.skin,
            4.5,
        )
        + line("M12,12 V-2 M-1,14 V-2 M-14,12 V-2", 3, MUM.shade),
        x=478,
        y=384,
        turn=14,
        opacity=hug,
    )
    return behind, fingers


def _report(stage: Stage) -> str:
    now = stage.time
    hug = stage.after(0.6, 1.6)
    mum_mood, maya_mood, teacher_mood = _report_moods(stage, hug)
    teacher = group(person(OKAFOR, teacher_mood, breath=sway(now, 4.6, 1.2)), x=640, y=300, scale=1.08)
    mum = group(person(MUM, mum_mood, breath=sway(now, 4.2, 1.2, 0.4)), x=206 + 14 * hug, y=312, scale=1.12)
    maya, plait = figure(MAYA, maya_mood, breath=sway(now, 3.8, 1.2), x=420, y=346, scale=1.08)
    behind, fingers = _hug(hug)
    return teacher + mum + behind + maya + _report_table() + _report_arms() + plait + fingers + _form(stage)


BLOCK = Picture(_block_ground, _block)
REPORT = Picture(_report_ground, _report)
