"""On the tablet: kind words and the first message; later, the message that asks."""

from __future__ import annotations

from film_maker.picture.arms import arm
from film_maker.picture.faces import MAYA, Mood
from film_maker.picture.ink import (
    GREY,
    INK,
    LEAF,
    PAPER,
    RED,
    SOFT_ORANGE,
    SOFT_PLUM,
    TEAL,
    box,
    group,
    line,
    oval,
    shape,
    sway,
)
from film_maker.picture.lettering import letter
from film_maker.picture.people import figure
from film_maker.picture.sketch import sitting_dog
from film_maker.picture.stage import Picture, Stage
from film_maker.picture.things import (
    blurred,
    bubble,
    face_badge,
    fox,
    heart,
    tablet,
    text_lines,
)

FRIENDS = (
    ("#F2C9A5", "#8A5A2B", "#CFE3D5", RED),
    ("#6F4427", "#1F1A18", SOFT_ORANGE, TEAL),
    ("#D99A6C", "#2A2320", SOFT_PLUM, LEAF),
)


def _thumb(x: float, y: float, *, flip: bool) -> str:
    sleeve = shape("M-150,190 C-110,90 -84,60 -60,52 L6,96 C-10,120 -40,190 -44,230 L-150,230Z", TEAL, 5)
    palm = shape(
        "M-66,58 C-60,20 -44,-8 -20,-22 C-4,-30 26,-34 40,-28 C52,-22 46,-6 34,-4 C22,-2 10,2 4,10 "
        "C14,30 16,60 8,96Z",
        MAYA.skin,
        5,
    )
    nail = line("M30,-26 C40,-24 42,-14 34,-10", 3, MAYA.shade)
    return group(palm, nail, sleeve, x=x, y=y, flip=flip)


def _hearts_ground(stage: Stage) -> str:  # noqa: ARG001
    post = (
        box(236, 132, 400, 420, PAPER, 4.5, radius=12)
        + group(sitting_dog(width=6), x=426, y=278, scale=1.06)
        + heart(274, 516, 34)
        + text_lines(310, 516, [150], thickness=10)
    )
    rows = "".join(
        face_badge(716, 168 + 92 * row, 34, *FRIENDS[row])
        + text_lines(770, 158 + 92 * row, widths, thickness=10)
        + heart(1040, 168 + 92 * row, 34)
        for row, widths in enumerate(([190, 130], [160, 200], [210, 90]))
    )
    return (
        box(0, 0, 1280, 720, "#D9AC76", 0)
        + line("M30,60 h180 M1120,110 h140 M60,660 h90 M1080,690 h170", 3, "#BF905B", 0.7)
        + oval(640, 690, 560, 40, INK, 0, opacity=0.14)
        + tablet(170, 56, 940, 612, "#EAF3F4", line_width=6)
        + post
        + rows
    )


def _hearts(stage: Stage) -> str:
    now = stage.time
    parts = []
    for place in range(6):
        life = (now - 0.8 - 0.75 * place) / 3.4
        if 0 < life < 1:
            x = 300 + (place * 137) % 290 + sway(now, 3, 7, place * 0.3)
            parts.append(
                heart(x, 520 - 330 * life, 34 + 8 * (place % 3), opacity=min(1, 5 * life, 4 * (1 - life)))
            )
    came = stage.since("fox", 0.7, early=0.5)
    said = stage.since("love", 0.6, early=0.2)
    if came:
        parts.append(
            group(
                box(672, 434, 400, 124, "#FFF3DC", 4.5, radius=16) + fox(728, 496, 36),
                letter("SkyFox", 784, 478, 28, weight="bold"),
                y=18 * (1 - came),
                opacity=came,
            )
        )
        dots = 1 - said
        parts.append(
            group(
                "".join(
                    oval(796 + 24 * dot, 516 - max(0, sway(now, 1.4, 5, -0.12 * dot)), 6, fill=GREY, width=0)
                    for dot in range(3)
                ),
                opacity=came * dots,
            )
        )
        parts.append(letter(stage.words["screen-love"], 784, 526, 27, opacity=said))
    parts += [_thumb(146, 560, flip=False), _thumb(1134, 560, flip=True)]
    return "".join(parts)


def _asked_ground(stage: Stage) -> str:  # noqa: ARG001
    wall = box(0, 0, 1280, 720, "#AEB9C4", 0) + box(0, 590, 1280, 140, "#8E7F77", 0) + line("M0,590 H1280", 4)
    bed = box(820, 470, 480, 260, "#8A94A6", 5, radius=30) + shape(
        "M800,560 C900,520 1180,520 1300,556 L1300,720 L800,720Z", "#7A8598"
    )
    lamp = (
        line("M1190,300 V420", 6)
        + shape("M1150,310 L1166,246 H1214 L1230,310Z", "#C9B68C", 4.5)
        + oval(1190, 424, 36, 9, "#6A5A4E", 4)
    )
    return (
        wall
        + lamp
        + bed
        + oval(430, 676, 360, 22, INK, 0, opacity=0.16)
        + tablet(80, 60, 660, 600, "#DDE4EA", line_width=6)
        + (
            box(110, 90, 600, 92, "#C9D3DC", 0, radius=10)
            + fox(164, 136, 34)
            + letter("SkyFox", 214, 147, 34, weight="bold")
        )
    )


def _asked(stage: Stage) -> str:
    now = stage.time
    one, two = stage.since("ask", 0.7, early=0.3), stage.since("again", 0.7, early=0.4)
    no = stage.since("wrong", 0.7)
    lift = 0
    messages = group(
        bubble(140, 222, 470, 132) + blurred(176, 268, [380, 300]), y=24 * (1 - one) - lift, opacity=one
    )
    messages += group(
        bubble(140, 420, 470, 132) + blurred(176, 466, [330, 390]), y=24 * (1 - two) - lift, opacity=two
    )
    cross = "".join(
        group(
            oval(0, 0, 36, fill=PAPER)
            + oval(0, 0, 36, fill="none", width=9, stroke=RED)
            + oval(0, 0, 41, fill="none", width=3)
            + line("M-13,-13 L13,13 M13,-13 L-13,13", 10, RED),
            x=606,
            y=y,
            scale=0.6 + 0.4 * no,
            opacity=no,
        )
        for y in (228, 426)
    )
    mood = Mood(
        turn=-0.75,
        look=(-0.8, 0.3),
        brow=-0.9 + 0.3 * no,
        mouth=-0.6 + 0.3 * no,
        speak=stage.speaking("Maya"),
        blink=stage.blink(),
        tilt=4,
        nod=1,
    )
    maya, plait = figure(MAYA, mood, height=330, breath=sway(now, 4, 1.2), x=1010, y=352, scale=1.25)
    arms = arm(MAYA, [(1092, 424), (1140, 560), (1036, 604)], "rest", scale=1.15, angle=172) + arm(
        MAYA, [(930, 424), (880, 560), (984, 622)], "rest", scale=1.15, angle=8, flip=True
    )
    return messages + cross + maya + arms + plait


HEARTS = Picture(_hearts_ground, _hearts, chimes=("fox",))
ASKED = Picture(_asked_ground, _asked, chimes=("ask", "again"))
