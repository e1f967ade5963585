"""At the kitchen table: the title, Maya draws, and Maya draws again."""

from __future__ import annotations

from film_maker.picture import dog
from film_maker.picture.arms import PENCIL, arm
from film_maker.picture.faces import MAYA, Mood
from film_maker.picture.ink import (
    CREAM,
    INK,
    LEAF,
    LIGHT_TEAL,
    PAPER,
    SKY,
    SOFT_ORANGE,
    YELLOW,
    Point,
    box,
    glow,
    group,
    line,
    oval,
    shape,
    sway,
)
from film_maker.picture.lettering import letter
from film_maker.picture.people import figure
from film_maker.picture.sketch import sitting_dog, sleeping_dog
from film_maker.picture.stage import Picture, Stage
from film_maker.picture.things import (
    cloud,
    curtain,
    mug,
    pencils,
    plant,
    soft_shadow,
    steam,
    window,
)

DAY_WALL, EVENING_WALL = "#E3EFE9", "#E9D9C6"


def _title_ground(stage: Stage) -> str:
    words = stage.words
    paper = group(
        box(-190, -220, 380, 440, PAPER, 5, radius=4),
        group(sitting_dog(width=7), x=-8, y=-58, scale=1.25),
        x=940,
        y=350,
        turn=4,
    )
    return (
        box(0, 0, 1280, 720, LIGHT_TEAL, 0)
        + shape("M0,560 C260,520 520,610 800,560 C1000,528 1160,560 1280,540 L1280,720 L0,720Z", "#D6ECEA", 0)
        + soft_shadow(940, 586, 210, 18)
        + paper
        + letter(words["title"], 110, 330, 92, weight="bold", fill="#084850")
        + line("M114,372 h150", 9, "#D9772B")
        + letter(words["sample_title"], 112, 448, 50, fill=INK)
        + letter(words["notice"], 112, 640, 34, fill=INK)
    )


def _title(stage: Stage) -> str:
    return group(
        PENCIL, x=1110 + sway(stage.time, 4, 3), y=560 + sway(stage.time, 5, 2), turn=-100, scale=2.2
    )


def _kitchen_wall(wall: str, sky: str, view: str) -> str:
    shelf = (
        box(930, 176, 300, 16, "#C79A66", 4, radius=4)
        + "".join(
            box(x, 176 - height, 44, height, fill, 4, radius=9)
            + box(x + 4, 168 - height, 36, 12, "#C79A66", 4, radius=4)
            for x, height, fill in ((952, 74, "#F3DFC0"), (1008, 58, "#CFE3D5"), (1064, 84, "#EBC7B0"))
        )
        + plant(1180, 178, 0.95)
    )
    tiles = "".join(line(f"M{x},420 V560", 2, "#FFFFFF", 0.7) for x in range(30, 1280, 70)) + line(
        "M0,490 H1280", 2, "#FFFFFF", 0.7
    )
    return (
        box(0, 0, 1280, 720, wall, 0)
        + box(0, 420, 1280, 160, "#CFE2DD" if wall == DAY_WALL else "#DCC4AC", 0)
        + tiles
        + line("M0,420 H1280", 3, "#9DB7B2" if wall == DAY_WALL else "#B79C80")
        + window(120, 70, 330, 250, sky, view)
        + curtain(104, 52, 96, 292, SOFT_ORANGE)
        + curtain(466, 52, 96, 292, SOFT_ORANGE, flip=True)
        + line("M84,50 H486", 9, "#8C6239")
        + shelf
    )


def _table() -> str:
    return (
        box(-10, 520, 1300, 220, "#D9AC76", 5)
        + box(-10, 520, 1300, 26, "#E6C08E", 0)
        + line("M0,520 H1280", 5)
        + line("M40,600 h260 M360,668 h330 M900,622 h300 M760,690 h180", 3, "#BF905B", 0.7)
    )


def _kitchen_ground(stage: Stage) -> str:  # noqa: ARG001
    view = (
        shape("M130,260 C220,200 300,240 440,210 L440,310 L130,310Z", "#9CC08B", 0)
        + shape("M130,286 C240,250 340,280 440,258 L440,318 L130,318Z", LEAF, 0)
        + oval(380, 124, 24, fill=YELLOW, width=0)
        + cloud(230, 140, 0.7)
    )
    return _kitchen_wall(DAY_WALL, SKY, view)


def _paper(x: float, y: float, content: str) -> str:
    return group(
        soft_shadow(6, 46, 190, 20, 0.14)
        + shape("M-150,-58 L158,-58 L196,62 L-190,62Z", PAPER, 4.5)
        + f'<g transform="translate(0 -10) scale(1.15 0.62)">{content}</g>',
        x=x,
        y=y,
    )


def _drawing_arms(stroke: Point) -> str:
    """One hand holds the paper, the other draws; ``stroke`` is where the pencil is in its stroke."""
    still = arm(MAYA, [(880, 384), (928, 490), (916, 588)], "rest", scale=1.1, angle=150)
    wrist = (662 + stroke[0], 584 + stroke[1])
    return still + arm(MAYA, [(722, 384), (664, 486), wrist], "hold", scale=1.1, angle=14, held=PENCIL)


def _kitchen(stage: Stage) -> str:
    now = stage.time
    drawn = 0.25 + 0.75 * stage.after(1.0, stage.length - 2.5)
    stroke = sway(now, 1.5, 9), sway(now, 0.9, 4)
    glance = stage.since("still", 0.4) * (1 - stage.after(stage.start_of("still") + 2.2, 0.5))
    mood = Mood(
        turn=-0.55 - 0.25 * glance,
        look=(-0.6 * glance - 0.1, 0.8 - 1.0 * glance),
        brow=0.4,
        mouth=0.75,
        speak=stage.speaking("Maya"),
        blink=stage.blink(),
        tilt=-3 - 2 * glance,
        nod=3 - 4 * glance,
    )
    breath = sway(now, 4, 1.2)
    maya, plait = figure(MAYA, mood, breath=breath, x=800, y=312, scale=1.22)
    biscuit = group(
        dog.sitting(wag=None, blink=stage.blink(2), tilt=3 + sway(now, 5, 3), look=0.9),
        x=330,
        y=330,
        scale=1.2,
    )
    return (
        biscuit
        + maya
        + _table()
        + _paper(800, 612, group(sitting_dog(drawn, width=7.5), x=2, y=-28, scale=0.56))
        + _drawing_arms(stroke)
        + plait
        + soft_shadow(1090, 600, 60, 10)
        + mug(1080, 602, SOFT_ORANGE, 1.1)
        + steam(1080, 532, now)
        + soft_shadow(1200, 610, 56, 10)
        + pencils(1195, 612, 1.05)
    )


def _evening_ground(stage: Stage) -> str:  # noqa: ARG001
    view = (
        shape("M130,270 C220,220 300,250 440,224 L440,318 L130,318Z", "#5C6F86", 0)
        + oval(350, 140, 26, fill=CREAM, width=0)
        + "".join(
            oval(x, y, 2.5, fill=CREAM, width=0)
            for x, y in ((170, 110), (220, 160), (262, 104), (410, 190), (190, 212))
        )
    )
    light = f"<defs>{glow('lamp', '#FFE9B8', 0.75)}</defs>" + oval(620, 150, 560, 420, "url(#lamp)", 0)
    lamp = (
        line("M620,0 V62", 5)
        + oval(620, 128, 26, 16, "#FFF6DA", 3)
        + shape("M552,128 C556,84 584,60 620,60 C656,60 684,84 688,128Z", "#E8B04F", 5)
    )
    return _kitchen_wall(EVENING_WALL, "#3E5573", view) + light + lamp


def _lighter(stage: Stage) -> str:
    now = stage.time
    stroke = sway(now, 1.7, 8), sway(now, 1.1, 4)
    mood = Mood(
        turn=-0.6,
        look=(-0.5, 0.5),
        brow=0.7,
        mouth=1,
        speak=stage.speaking("Maya"),
        blink=stage.blink(),
        tilt=-4,
        nod=2,
    )
    maya, plait = figure(MAYA, mood, breath=sway(now, 4, 1.2), x=850, y=322, scale=1.2)
    asleep = group(
        shape("M-190,26 L150,26 L196,84 L-240,84Z", PAPER, 4.5)
        + line("M-214,66 c20,-20 40,-20 52,-4 M120,76 c10,-16 26,-16 36,-4", 4, "#4A4038")
        + group(dog.sleeping(breath=2 + sway(now, 3.6, 2.5)), y=0, scale=1.25),
        x=380,
        y=510,
    )
    sketch = sleeping_dog(0.2 + 0.8 * stage.after(0.5, stage.length - 2), width=5)
    return (
        maya
        + _table()
        + asleep
        + _paper(850, 612, group(sketch, x=6, y=6, scale=0.86))
        + group(_drawing_arms(stroke), x=50, y=8)
        + plait
        + soft_shadow(1120, 610, 56, 10)
        + pencils(1115, 612, 1.05)
    )


TITLE = Picture(_title_ground, _title)
KITCHEN = Picture(_kitchen_ground, _kitchen)
LIGHTER = Picture(_evening_ground, _lighter)
