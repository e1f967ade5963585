"""Three evenings, side by side: a message every day."""

from __future__ import annotations

from film_maker.picture.ink import (
    CREAM,
    PAPER,
    SOFT_ORANGE,
    SOFT_PLUM,
    box,
    group,
    line,
    oval,
    shape,
    sway,
)
from film_maker.picture.stage import Picture, Stage
from film_maker.picture.things import bubble, fox, heart, mug, plant, text_lines, window

PANELS = (50.0, 450.0, 850.0)
WIDE, HIGH, TOP = 380.0, 600.0, 60.0


def _moon(day: int) -> str:
    shade = ("#5D7FA3", "#4A6A90", "#3B587E")[day]
    covered = (15, 22, 70)[day]
    return oval(118, 112, 21, fill=CREAM, width=0) + oval(118 + covered, 106, 22, fill=shade, width=0)


def _glowing_tablet(x: float, y: float) -> str:
    return group(
        shape("M-74,-96 L74,-96 L86,0 L-86,0Z", "#36434F")
        + shape("M-63,-86 L63,-86 L73,-10 L-73,-10Z", "#E6F3F8", 0),
        x=x,
        y=y,
    )


def _panel(day: int) -> str:
    wall = ("#F0E2CC", "#DDE7DF", "#E3DAE6")[day]
    sky = ("#5D7FA3", "#4A6A90", "#3B587E")[day]
    ground = box(0, 0, WIDE, HIGH, wall, 0)
    look_out = window(50, 52, 150, 140, sky, _moon(day))
    if day == 0:
        place = (
            box(0, 470, WIDE, 130, "#D9AC76", 0)
            + line(f"M0,470 H{WIDE}", 5)
            + mug(318, 512, "#8FB7C4", 0.95)
            + box(258, 150, 96, 12, "#C79A66", 4, radius=3)
            + box(272, 96, 26, 54, "#C8553D", 4, radius=3)
            + box(298, 104, 22, 46, "#0B5D66", 4, radius=3)
            + box(320, 92, 24, 58, "#F4D35E", 4, radius=3)
        )
    elif day == 1:
        place = (
            box(-4, 330, WIDE + 8, 190, "#9DB7A4", 5, radius=44)
            + box(0, 470, WIDE, 130, "#B98A5B", 0)
            + line(f"M0,470 H{WIDE}", 5)
            + box(250, 350, 92, 88, SOFT_ORANGE, 4.5, radius=16)
            + plant(318, 512, 0.85)
        )
    else:
        place = (
            box(0, 330, WIDE, 70, "#C79A66", 5, radius=18)
            + box(24, 372, 150, 76, PAPER, 4.5, radius=26)
            + shape("M0,470 C90,432 290,432 380,470 L380,598 L0,598Z", SOFT_PLUM)
            + line("M40,520 C120,500 260,500 340,520", 3, "#9C86A4")
            + shape("M270,250 L286,196 H330 L346,250Z", "#F1CE87", 4.5)
            + line("M308,250 V330", 6)
        )
    return ground + look_out + place + _glowing_tablet(170, 536)


def _ground(stage: Stage) -> str:  # noqa: ARG001
    return box(0, 0, 1280, 720, "#2F4257", 0)


def _message(day: int, now: float, came: float) -> str:
    lines = ([170, 120], [130, 180], [190, 150])[day]
    content = (
        bubble(64, 262, 286, 116)
        + fox(112, 320, 30)
        + text_lines(158, 306, [width * 0.9 for width in lines], gap=28, thickness=11)
        + heart(330, 266 + sway(now, 3, 2), 38)
    )
    return group(content, y=20 * (1 - came), opacity=came)


def _action(stage: Stage) -> str:
    parts = []
    for day, left in enumerate(PANELS):
        shown = stage.after(0.2 + 1.5 * day, 0.8) if day else 1.0
        came = stage.after(stage.start_of("every") - 1.4 + 1.5 * day, 0.7)
        frame = box(0, 0, WIDE, HIGH, "none", 26, stroke="#2F4257", radius=26) + box(
            6, 6, WIDE - 12, HIGH - 12, "none", 5, radius=20
        )
        parts.append(
            group(_panel(day), _message(day, stage.time + day, came), frame, x=left, y=TOP, opacity=shown)
        )
    return "".join(parts)


EVENINGS = Picture(_ground, _action, chimes=("every",))
