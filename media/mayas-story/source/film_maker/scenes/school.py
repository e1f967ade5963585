"""At school: the bench by the gate, and the quiet room."""

from __future__ import annotations

from film_maker.picture.arms import arm
from film_maker.picture.faces import MAYA, OKAFOR, Look, Mood
from film_maker.picture.ink import (
    INK,
    LEAF,
    LIGHT_TEAL,
    ORANGE,
    PAPER,
    PLUM,
    RED,
    SKY,
    SOFT_ORANGE,
    SOFT_PLUM,
    TEAL,
    YELLOW,
    Point,
    box,
    group,
    line,
    oval,
    shape,
    sway,
    tube,
)
from film_maker.picture.people import figure, person
from film_maker.picture.stage import Picture, Stage
from film_maker.picture.things import cloud, heart, mug, plant, soft_shadow, steam, window

JEANS, SKIRT = "#44566E", "#3F4A57"


def _school() -> str:
    panes = "".join(
        box(x, y, 62, 66, SKY, 3.5, radius=3) + line(f"M{x + 31},{y} v66", 2.5, "#FFFFFF")
        for x in (150, 240, 420, 510)
        for y in (196, 300)
    )
    return (
        box(110, 160, 520, 300, "#D9A184", 4)
        + box(96, 140, 548, 26, "#B98368", 4)
        + panes
        + box(336, 330, 70, 130, TEAL, 4, radius=4)
        + oval(394, 400, 4, fill=YELLOW, width=0)
        + shape("M320,330 L371,294 L422,330Z", "#B98368", 4)
    )


def _tree(x: float, y: float) -> str:
    return box(x - 14, y - 130, 28, 136, "#8A6242", 4) + shape(
        f"M{x - 96},{y - 140} C{x - 120},{y - 200} {x - 60},{y - 240} {x - 30},{y - 230} "
        f"C{x - 10},{y - 290} {x + 70},{y - 270} "
        f"{x + 66},{y - 222} C{x + 120},{y - 220} {x + 120},{y - 140} {x + 76},{y - 128} "
        f"C{x + 20},{y - 104} {x - 60},{y - 106} "
        f"{x - 96},{y - 140}Z",
        LEAF,
        4,
    )


def _railings(left: float, right: float) -> str:
    bars = "".join(
        line(f"M{x},430 V560", 6, "#35505A") + oval(x, 428, 5, fill="#35505A", width=0)
        for x in range(int(left), int(right) + 1, 34)
    )
    return line(f"M{left},452 H{right} M{left},540 H{right}", 7, "#35505A") + bars


def _gate_ground(stage: Stage) -> str:  # noqa: ARG001
    pillars = "".join(
        box(x, 380, 54, 190, "#C58B6D", 4)
        + box(x - 8, 366, 70, 22, "#E4D5C4", 4, radius=4)
        + line(f"M{x},430 h54 M{x},480 h54 M{x},530 h54", 2.5, "#A66E52")
        for x in (690, 1066)
    )
    return (
        box(0, 0, 1280, 720, "#CFE6F1", 0)
        + oval(1130, 110, 46, fill="#F9E29A", width=0)
        + cloud(250, 84, 0.9)
        + cloud(850, 120, 1.1)
        + _school()
        + box(0, 450, 1280, 120, "#B9D3A4", 0)
        + shape("M744,572 L1066,572 L960,450 L850,450Z", "#E4DCCB", 0)
        + _tree(1180, 500)
        + _railings(10, 684)
        + _railings(1132, 1280)
        + pillars
        + box(0, 566, 1280, 160, "#DCD5C8", 0)
        + line("M0,568 H1280", 4)
        + line("M40,650 h200 M900,690 h260 M300,700 h120", 3, "#BEB5A4")
    )


def _pupil_in_wheelchair(x: float, y: float) -> str:
    wheel = (
        oval(0, 0, 31, 31, "none", 9)
        + oval(0, 0, 31, 31, "none", 4, stroke="#AEB6BF")
        + oval(0, 0, 5, 5, INK, 0)
    )
    chair = line("M-34,-66 V-6 H26 L40,28 M40,28 h10", 7, "#4B5A66") + oval(38, 34, 8, 8, "#AEB6BF", 4)
    body = shape("M-26,-12 C-30,-50 -22,-74 -2,-76 C18,-74 22,-48 20,-12Z", YELLOW, 4)
    legs = tube([(0, -14), (34, -12), (40, 26)], 17, "#5B6470", 3.5) + tube(
        [(2, -56), (24, -34), (8, -18)], 13, YELLOW, 3.5
    )
    head = oval(0, -102, 22, 26, "#F2C9A5", 4) + shape(
        "M-23,-98 C-30,-136 26,-140 23,-104 C14,-118 -8,-116 -14,-112Z", "#C9A15A", 4
    )
    face = (
        oval(5, -102, 2.6, fill=INK, width=0)
        + oval(16, -102, 2.6, fill=INK, width=0)
        + line("M6,-90 q6,4 10,0", 3)
    )
    return group(chair, body, legs, head, face, wheel, x=x, y=y)


def _pupil_with_ear_defenders(x: float, y: float) -> str:
    legs = tube([(-10, -8), (-11, 62)], 18, "#3F4A57", 3.5) + tube([(12, -8), (13, 62)], 18, "#3F4A57", 3.5)
    body = shape("M-26,0 C-30,-46 -24,-72 0,-74 C24,-72 30,-46 26,0Z", PLUM, 4)
    bag = box(-38, -64, 22, 52, RED, 4, radius=8)
    arms = tube([(18, -58), (28, -32), (24, -6)], 13, PLUM, 3.5)
    head = oval(0, -102, 22, 26, "#6F4427", 4) + shape(
        "M-23,-100 C-28,-136 28,-136 23,-100 C12,-116 -12,-116 -23,-100Z", "#1F1A18", 4
    )
    defenders = (
        line("M-23,-106 C-24,-142 24,-142 23,-106", 7, TEAL)
        + box(-30, -112, 13, 26, TEAL, 3.5, radius=6)
        + box(17, -112, 13, 26, TEAL, 3.5, radius=6)
    )
    face = (
        oval(-7, -100, 2.6, fill=INK, width=0)
        + oval(7, -100, 2.6, fill=INK, width=0)
        + line("M-6,-88 q6,5 12,0", 3)
    )
    return group(bag, legs, body, arms, head, defenders, face, x=x, y=y)


def _seated(look: Look, mood: Mood, x: float, y: float, colour: str, breath: float) -> tuple[str, str]:
    k = 1.06
    body, over = figure(look, mood, height=228, breath=breath, x=x, y=y, scale=k)
    hips: list[tuple[Point, Point, Point]] = [
        ((x - 40, y + 236), (x - 62, y + 276), (x - 60, y + 420)),
        ((x + 40, y + 236), (x + 62, y + 276), (x + 60, y + 420)),
    ]
    legs = "".join(tube(list(leg), 70, colour) for leg in hips)
    lap = shape(
        f"M{x - 70},{y + 222} C{x - 30},{y + 210} {x + 30},{y + 210} {x + 70},{y + 222} L{x + 66},{y + 262} "
        f"L{x - 66},{y + 262}Z",
        colour,
        0,
    )
    return body + lap + legs, over


def _bench() -> str:
    back = "".join(box(110, y, 720, 30, "#B98A5B", 5, radius=8) for y in (396, 446))
    return back + box(100, 520, 740, 40, "#C79A66", 5, radius=10)


def _gate(stage: Stage) -> str:
    now = stage.time
    far = stage.time * 2
    close = stage.after(0.2, 2.0)
    told = stage.since("gate-4", 1.0)
    maya_mood = Mood(
        turn=0.6,
        look=(0.7, 0.1 + 0.6 * (1 - close)),
        brow=-0.8 + 0.3 * told,
        mouth=-0.35 + 0.4 * told,
        speak=stage.speaking("Maya"),
        blink=stage.blink(),
        tilt=2,
        nod=2,
    )
    teacher_mood = Mood(
        turn=-0.65,
        look=(-0.8, 0.2),
        brow=0.25,
        mouth=0.55,
        speak=stage.speaking("Ms Okafor"),
        blink=stage.blink(1.7),
        tilt=-3 + sway(now, 5, 1),
        nod=sway(now, 2.6, 2) * told + 2,
    )
    pupils = _pupil_with_ear_defenders(884 + far, 486) + _pupil_in_wheelchair(968 + far, 528)
    dx = -160 + 26 * (1 - close)
    maya, plait = _seated(MAYA, maya_mood, 330, 300, JEANS, sway(now, 4, 1.2))
    teacher, _ = _seated(OKAFOR, teacher_mood, 770 + dx, 292, SKIRT, sway(now, 4.6, 1.2, 0.3))
    maya_arms = arm(MAYA, [(262, 366), (216, 470), (296, 530)], "rest", scale=1.0, angle=12) + arm(
        MAYA, [(396, 366), (444, 470), (366, 534)], "rest", scale=1.0, angle=170
    )
    teacher_arms = arm(
        OKAFOR, [(842 + dx, 360), (900 + dx, 466), (832 + dx, 530)], "rest", scale=1.04, angle=172
    ) + arm(OKAFOR, [(698 + dx, 360), (648 + dx, 464), (720 + dx, 532)], "rest", scale=1.04, angle=8)
    return (
        pupils + soft_shadow(470, 716, 420, 20) + _bench() + maya + teacher + maya_arms + plait + teacher_arms
    )


def _believed_ground(stage: Stage) -> str:  # noqa: ARG001
    poster = (
        box(540, 84, 200, 150, PAPER, 4.5, radius=4)
        + heart(640, 164, 88, fill="#E39A86")
        + line("M580,206 h120", 0)
    )
    books = "".join(
        box(x, 268 - high, 24, high, fill, 4, radius=3)
        for x, high, fill in ((1010, 70, TEAL), (1036, 58, ORANGE), (1062, 76, SOFT_PLUM), (1088, 64, LEAF))
    )
    return (
        box(0, 0, 1280, 720, "#EDE3D3", 0)
        + box(0, 470, 1280, 260, "#CBB59A", 0)
        + line("M0,470 H1280", 4)
        + window(
            70,
            80,
            230,
            220,
            SKY,
            shape("M80,250 C150,210 220,240 300,220 L300,300 L80,300Z", LEAF, 0) + cloud(170, 130, 0.6),
        )
        + poster
        + box(990, 268, 220, 14, "#C79A66", 4, radius=4)
        + books
        + plant(1170, 268, 0.85)
        + box(200, 380, 250, 330, LIGHT_TEAL, 5, radius=50)
        + box(830, 380, 250, 330, SOFT_ORANGE, 5, radius=50)
    )


def _tissues(x: float, y: float) -> str:
    return group(
        shape("M-14,-44 C-24,-70 -6,-72 0,-86 C8,-70 26,-72 14,-44Z", PAPER, 4)
        + box(-48, -46, 96, 48, "#8FB7C4", 4.5, radius=6)
        + oval(0, -46, 24, 6, "#5B7C88", 3),
        x=x,
        y=y,
    )


def _believed_table() -> str:
    return (
        box(120, 560, 1040, 200, "#D9AC76", 5, radius=60)
        + box(126, 560, 1028, 26, "#E6C08E", 0, radius=13)
        + line("M260,640 h240 M760,660 h240", 3, "#BF905B", 0.7)
    )


def _believed_arms() -> tuple[str, str]:
    teacher_arms = arm(OKAFOR, [(412, 386), (466, 500), (556, 606)], "rest", scale=1.12, angle=6) + arm(
        OKAFOR, [(250, 386), (222, 520), (330, 620)], "rest", scale=1.12, angle=6
    )
    maya_arms = arm(MAYA, [(872, 392), (812, 506), (880, 606)], "hold", scale=1.1, angle=20) + arm(
        MAYA, [(1028, 392), (1082, 510), (990, 606)], "hold", scale=1.1, angle=165
    )
    return teacher_arms, maya_arms


def _believed(stage: Stage) -> str:
    now = stage.time
    better = stage.since("fault", 2.0)
    nodding = stage.since("thank", 0.8) * 2.2
    teacher_mood = Mood(
        turn=0.62,
        look=(0.8, 0.1),
        brow=0.35,
        mouth=0.7,
        speak=stage.speaking("Ms Okafor"),
        blink=stage.blink(1.1),
        tilt=2,
        nod=2 + sway(now, 2.4, nodding),
    )
    maya_mood = Mood(
        turn=-0.6,
        look=(-0.7, 0.5 - 0.5 * better),
        brow=-0.8 + 1.3 * better,
        mouth=-0.3 + 1.0 * better,
        speak=stage.speaking("Maya"),
        blink=stage.blink(),
        tilt=-3 + 2 * better,
        nod=4 - 3 * better,
    )
    teacher = group(person(OKAFOR, teacher_mood, breath=sway(now, 4.6, 1.2)), x=330, y=316, scale=1.2)
    maya, plait = figure(MAYA, maya_mood, breath=sway(now, 3.6, 1.6), x=950, y=326, scale=1.17)
    teacher_arms, maya_arms = _believed_arms()
    cup = group(soft_shadow(0, 4, 44, 8) + mug(0, 2, TEAL, 1.12), x=936, y=626) + steam(936, 556, now)
    second = soft_shadow(500, 652, 44, 8) + mug(500, 652, SOFT_PLUM, 1.1) + steam(500, 584, now, 0.4)
    tissues = soft_shadow(700, 628, 62, 9) + _tissues(700, 626)
    return teacher + maya + _believed_table() + tissues + cup + teacher_arms + maya_arms + plait + second


GATE = Picture(_gate_ground, _gate)
BELIEVED = Picture(_believed_ground, _believed)
