"""In Maya's room: the secret, the tight tummy, and the tablet turned face down."""

from __future__ import annotations

import math
from dataclasses import replace

from film_maker.picture import dog
from film_maker.picture.arms import arm
from film_maker.picture.faces import MAYA, MUM, OKAFOR, Mood
from film_maker.picture.ink import (
    CREAM,
    LIGHT_TEAL,
    SOFT_PLUM,
    box,
    glow,
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
from film_maker.picture.things import bubble, fox, plant, soft_shadow, window

JEANS, JEANS_SHADE = "#44566E", "#374860"


def photo(x: float, y: float, who: str, *, size: float = 1) -> str:
    """A framed photo of Mum or Ms Okafor, (x, y) its top left corner."""
    look = MUM if who == "mum" else replace(OKAFOR, lanyard=False)
    ground = SOFT_PLUM if who == "mum" else LIGHT_TEAL
    face = group(person(look, Mood(turn=0.2, brow=0.5, mouth=0.9), height=62), x=75, y=133, scale=0.52)
    frame = box(0, 0, 150, 180, "#C79A66", 5, radius=5) + box(13, 13, 124, 154, ground, 0)
    edge = (
        box(0, 0, 150, 180, "none", 5, radius=5)
        + box(13, 13, 124, 154, "none", 4)
        + box(7, 7, 136, 166, "none", 7, stroke="#C79A66")
    )
    foot = box(15.5, 164, 119, 4, "#C79A66", 0)
    return group(frame, face, foot, edge, x=x, y=y, scale=size)


def _night_sky(x: float, y: float) -> str:
    stars = "".join(
        oval(x + dx, y + dy, 2.4, fill=CREAM, width=0)
        for dx, dy in ((40, 40), (96, 90), (60, 150), (210, 60), (180, 150))
    )
    return oval(x + 140, y + 60, 24, fill=CREAM, width=0) + stars


def _room(wall: str, floor: str, sofa: str, *, frames: str) -> str:
    seat = (
        box(330, 330, 640, 300, sofa, 5, radius=46)
        + box(280, 430, 120, 260, sofa, 5, radius=44)
        + box(900, 430, 120, 260, sofa, 5, radius=44)
    )
    return (
        box(0, 0, 1280, 720, wall, 0)
        + box(0, 636, 1280, 90, floor, 0)
        + line("M0,636 H1280", 4)
        + frames
        + seat
    )


def _legs(cushion: str, top: float = 566) -> str:
    seat = box(386, 572, 528, 96, cushion, 5, radius=26)
    left = tube([(604, top), (548, top + 44), (530, top + 190)], 84, JEANS)
    right = tube([(696, top), (752, top + 44), (770, top + 190)], 84, JEANS)
    return seat + left + right


def _secret_ground(stage: Stage) -> str:  # noqa: ARG001
    frames = window(90, 90, 250, 230, "#27364C", _night_sky(90, 90))
    room = _room("#56637A", "#444A5C", "#66728A", frames=frames)
    light = f"<defs>{glow('screen', '#CFE9F5', 0.5)}</defs>" + oval(650, 470, 330, 280, "url(#screen)", 0)
    return room + light


def _secret_messages(stage: Stage) -> str:
    came = stage.since("secret", 0.7, early=0.4)
    second = stage.since("secret", 0.7, early=-2.4)
    words = stage.words
    first = group(
        bubble(800, 70, 400, 112, tail="left"),
        fox(856, 126, 34),
        letter(words["screen-secret"], 904, 137, 33),
        opacity=came,
        y=18 * (1 - came),
    )
    then = group(
        bubble(800, 232, 444, 112, tail="left"),
        fox(856, 288, 34),
        letter(words["screen-mum"], 904, 299, 33),
        opacity=second,
        y=18 * (1 - second),
    )
    return first + then


def _secret(stage: Stage) -> str:
    now = stage.time
    worry = stage.since("secret", 1.5)
    mood = Mood(
        turn=0.15,
        look=(0, 0.9),
        brow=-0.2 - 0.8 * worry,
        mouth=0.1 - 0.8 * worry,
        speak=stage.speaking("Maya"),
        blink=stage.blink(),
        tilt=-4 * worry,
        nod=5,
    )
    maya, plait = figure(MAYA, mood, height=260, breath=sway(now, 4, 1.2), x=650, y=320, scale=1.18)
    device = shape("M548,596 L752,596 L738,478 L562,478Z", "#36434F", 5) + oval(
        650, 536, 9, fill="#52616E", width=0
    )
    arms = arm(MAYA, [(724, 388), (800, 500), (756, 566)], "hold", scale=1.1, angle=190) + arm(
        MAYA, [(574, 388), (498, 500), (544, 566)], "hold", scale=1.1, angle=-10
    )
    asleep = group(dog.sleeping(breath=2 + sway(now, 3.6, 2)), x=1090, y=640, scale=0.82)
    shade = (
        box(0, 0, 1280, 720, "#2B3548", 0, opacity=0.26)
        + f"<defs>{glow('lit', '#D9F1FA', 0.34)}</defs>"
        + oval(650, 380, 230, 250, "url(#lit)", 0)
    )
    return asleep + maya + _legs("#66728A") + device + arms + plait + shade + _secret_messages(stage)


def _tummy_ground(stage: Stage) -> str:  # noqa: ARG001
    frames = (
        window(90, 90, 250, 230, "#33455F", _night_sky(90, 90))
        + photo(890, 96, "mum")
        + photo(1072, 96, "okafor")
    )
    lamp = (
        line("M1130,420 V640", 7)
        + shape("M1072,424 L1098,336 H1162 L1188,424Z", "#F1CE87", 5)
        + oval(1130, 642, 52, 10, "#6A5A4E", 4)
    )
    light = f"<defs>{glow('lamp', '#FFE2A6', 0.75)}</defs>" + oval(1120, 400, 480, 430, "url(#lamp)", 0)
    return _room("#C9B7A6", "#9A7F69", "#8FA3A8", frames=light + frames + lamp)


def _biscuit_beside(stage: Stage) -> str:
    """Biscuit comes up and lays his head on Maya's knee."""
    now = stage.time
    near = stage.after(0.4, 2.2)
    slide = 40 * (1 - near)
    body = tube([(1086, 700), (1120, 660), (1124, 610 + sway(now, 1.4, 5))], 22, dog.BROWN) + shape(
        "M800,600 C850,560 930,566 990,590 C1070,606 1106,660 1100,730 L850,730 C850,690 830,660 800,650Z",
        dog.BROWN,
    )
    return group(
        body,
        group(dog.resting_head(blink=stage.blink(1.5), look=-0.9), x=800, y=606, scale=1.08),
        x=slide,
        y=slide * 0.3,
    )


def _tummy(stage: Stage) -> str:
    now = stage.time
    helped = stage.since("people", 0.8)
    mood = Mood(
        turn=0.35 + 0.4 * helped,
        look=(0.3 + 0.6 * helped, 0.6 - 1.2 * helped),
        brow=-0.9 + 0.5 * helped,
        mouth=-0.5 + 0.6 * helped,
        speak=stage.speaking("Maya"),
        blink=stage.blink(),
        tilt=4 - 3 * helped,
        nod=3,
    )
    maya, plait = figure(MAYA, mood, height=260, breath=sway(now, 3, 2), x=650, y=320, scale=1.18)
    knot = line(
        "M640,502 c-14,-10 10,-24 20,-12 c12,14 -24,30 -34,10 c-8,-22 34,-40 50,-14",
        4,
        "#E8F4F4",
        0.35 + 0.3 * stage.since("tight", 0.8),
    )
    hand_tummy = arm(MAYA, [(574, 388), (520, 492), (588, 512)], "rest", scale=1.1, angle=6)
    hand_dog = arm(MAYA, [(724, 388), (806, 490), (836, 520)], "rest", scale=1.1, angle=48)
    ring = (
        "".join(
            box(x - 7, 89, 164, 194, "none", 7, radius=8, stroke="#F4D35E", opacity=0.95 * helped)
            for x in (890, 1072)
        )
        if helped
        else ""
    )
    return ring + maya + _legs("#8FA3A8") + knot + hand_tummy + _biscuit_beside(stage) + hand_dog + plait


def _facedown_ground(stage: Stage) -> str:  # noqa: ARG001
    shelf = (
        box(760, 300, 440, 18, "#C79A66", 4, radius=4)
        + photo(808, 118, "mum")
        + photo(980, 118, "okafor")
        + plant(1164, 302, 0.62)
    )
    light = f"<defs>{glow('lamp', '#FFE9B8', 0.7)}</defs>" + oval(960, 230, 420, 320, "url(#lamp)", 0)
    return (
        box(0, 0, 1280, 720, "#CFC7BC", 0)
        + light
        + shelf
        + window(60, 110, 210, 210, "#33455F", _night_sky(40, 100))
    )


def _desk() -> str:
    return (
        box(-10, 520, 1300, 220, "#C9A078", 5)
        + box(-10, 520, 1300, 24, "#D6B08A", 0)
        + line("M0,520 H1280", 5)
        + line("M60,640 h240 M900,610 h300 M760,690 h220", 3, "#AC835A", 0.7)
    )


def _turned_tablet(share: float) -> str:
    """The tablet as it is turned over, from its lit side to its plain back."""
    angle = math.pi * share
    high = math.cos(angle)
    back = high < 0
    rise = 60 * math.sin(angle)
    tall = max(abs(high) * 62, 5)
    fill = "#36434F"
    body = shape(f"M-150,{-tall:.1f} L150,{-tall:.1f} L172,{tall:.1f} L-172,{tall:.1f}Z", fill)
    if back:
        face = oval(0, 0, 12, 12 * abs(high) * 0.6, "#52616E", 0)
    else:
        face = shape(
            f"M-130,{-tall * 0.78:.1f} L130,{-tall * 0.78:.1f} "
            f"L150,{tall * 0.78:.1f} L-150,{tall * 0.78:.1f}Z",
            "#DDEBF2",
            0,
        )
    return group(body, face, x=520, y=618 - rise)


def _facedown(stage: Stage) -> str:
    now = stage.time
    share = stage.after(1.0, 1.6)
    knows = stage.since("knows", 0.9)
    mood = Mood(
        turn=0.1 + 0.55 * knows,
        look=(0.9 * knows, 0.8 - 1.5 * knows),
        brow=-0.9 + 0.7 * knows,
        mouth=-0.6 + 0.9 * knows,
        speak=stage.speaking("Maya"),
        blink=stage.blink(),
        tilt=-3 + 3 * knows,
        nod=3 - 3 * knows,
    )
    maya, plait = figure(MAYA, mood, breath=sway(now, 3.6, 1.6), x=520, y=312, scale=1.22)
    lift = 50 * (1 - abs(2 * share - 1))
    arms = arm(
        MAYA, [(602, 382), (690, 486), (690, 590 - lift)], "rest", scale=1.1, angle=155, flip=False
    ) + arm(MAYA, [(440, 382), (352, 486), (352, 590 - lift)], "rest", scale=1.1, angle=25, flip=True)
    asleep = group(dog.sleeping(breath=2 + sway(now, 3.6, 2)), x=1010, y=590, scale=0.9)
    ring = (
        "".join(
            box(x - 7, 111, 164, 194, "none", 7, radius=8, stroke="#F4D35E", opacity=0.95 * knows)
            for x in (808, 980)
        )
        if knows
        else ""
    )
    return (
        ring + maya + _desk() + soft_shadow(520, 660, 200, 18) + asleep + _turned_tablet(share) + arms + plait
    )


SECRET = Picture(_secret_ground, _secret, chimes=("secret",))
TUMMY = Picture(_tummy_ground, _tummy)
FACEDOWN = Picture(_facedown_ground, _facedown)
