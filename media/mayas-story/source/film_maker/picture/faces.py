"""How the people of the story look, and their heads: 140 units high, the neck's base at (0, 0)."""

from __future__ import annotations

from dataclasses import dataclass

from film_maker.picture import hair
from film_maker.picture.ink import (
    CREAM,
    INK,
    ORANGE,
    PLUM,
    SOFT_ORANGE,
    TEAL,
    Point,
    box,
    group,
    line,
    number,
    oval,
    shape,
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a person looks, always the same from scene to scene."""

    skin: str
    shade: str
    hair: str
    style: str
    top: str
    top_shade: str
    adult: bool = False
    glasses: bool = False
    hearing_aid: bool = False
    lanyard: bool = False
    under: str = ""
    """Colour of what is worn under a cardigan."""


MAYA = Look("#A86B42", "#8E5633", "#2A2320", "plait", TEAL, "#094C54", hearing_aid=True)
MUM = Look("#A86B42", "#8E5633", "#3A2A22", "bun", PLUM, "#573F5C", adult=True, under=CREAM)
OKAFOR = Look(
    "#6F4427", "#583419", "#1F1A18", "short", ORANGE, "#BC6420", adult=True, glasses=True, lanyard=True
)


@dataclass(frozen=True, slots=True)
class Mood:
    """What a face does.

    ``turn`` -1 (to our left) to 1; ``look`` moves the eyes; ``brow`` -1 worried to 1 glad;
    ``mouth`` -1 sad to 1 smiling; ``speak`` 0 to 1 opens it; ``tilt`` and ``nod`` are degrees and units.
    """

    turn: float = 0
    look: Point = (0, 0)
    brow: float = 0
    mouth: float = 0.4
    speak: float = 0
    blink: bool = False
    tilt: float = 0
    nod: float = 0


def _neck(look: Look) -> str:
    neck = shape("M-21,-62 L-23,2 C-14,18 14,18 23,2 L21,-62Z", look.skin)
    return neck + shape("M-19,-44 C-8,-22 10,-22 19,-46 L20,-26 C8,-8 -10,-10 -20,-24Z", look.shade, 0)


def _ear(look: Look, side: float) -> str:
    ear = oval(side * 55, -100, 11, 17, look.skin, 4.5)
    return ear + line(f"M{side * 57},-106 q{side * -5},7 {side * -1},13", 3, look.shade)


def _earring(look: Look, side: float) -> str:
    if not look.adult:
        return ""
    return line(f"M{side * 57},-84 v5", 3) + oval(
        side * 57, -73, 6.5, 6.5, TEAL if look.glasses else SOFT_ORANGE, 3.5
    )


def _hearing_aid(side: float) -> str:
    tube_line = f"M{side * 58},-116 C{side * 54},-126 {side * 45},-120 {side * 49},-104"
    return (
        group(
            shape(
                "M-4,-15 C4,-17 8,-10 7,0 C6,10 3,16 -3,14 C-7,11 -4,4 -4,-2 C-5,-8 -9,-13 -4,-15Z",
                SOFT_ORANGE,
                3.5,
            ),
            x=side * 65,
            y=-102,
            scale=1,
            flip=side < 0,
        )
        + line(tube_line, 6.5, INK)
        + line(tube_line, 3.5, "#E8F4F4")
    )


def _face(look: Look, turn: float) -> str:
    s = 8 * turn
    long = 4 if look.adult else 0
    n = number
    return shape(
        f"M-55,-118 C-57,-160 -30,-178 0,-178 C30,-178 57,-160 55,-118 "
        f"C55,-86 {n(44 + s * 0.4)},-54 {n(19 + s)},{n(-37 + long)} "
        f"C{n(9 + s)},{n(-31 + long)} {n(-9 + s)},{n(-31 + long)} {n(-19 + s)},{n(-37 + long)} "
        f"C{n(-44 + s * 0.4)},-54 -55,-86 -55,-118Z",
        look.skin,
    )


def _eyes(mood: Mood, centre: float) -> str:
    parts = []
    for side in (-1, 1):
        x = centre + side * (21 - 2.5 * mood.turn * side)
        if mood.blink:
            parts.append(line(f"M{number(x - 7)},-103 q7,5 14,0", 4))
            continue
        px, py = x + mood.look[0] * 3.5, -104 + mood.look[1] * 3.5
        parts.append(oval(px, py, 5.6, 7.6, INK, 0))
        parts.append(oval(px + 1.8, py - 3, 1.7, fill="#FFFFFF", width=0))
    return "".join(parts)


def _brows(mood: Mood, centre: float, colour: str) -> str:
    parts = []
    for side in (-1, 1):
        x = centre + side * 22
        inner = -124 - max(-mood.brow, 0) * 7 - max(mood.brow, 0) * 4
        outer = -123 + max(-mood.brow, 0) * 4 - max(mood.brow, 0) * 2
        middle = (inner + outer) / 2 - 4 - max(mood.brow, 0) * 3
        parts.append(
            line(
                f"M{number(x - side * 11)},{number(inner)} Q{number(x)},{number(middle)} "
                f"{number(x + side * 12)},{number(outer)}",
                5,
                colour,
            )
        )
    return "".join(parts)


def _mouth(mood: Mood, centre: float) -> str:
    x = centre * 1.05
    curve = mood.mouth * 10
    if mood.speak > 0.05:
        high = 3 + 6 * mood.speak
        d = (
            f"M{number(x - 12)},{number(-66 - curve * 0.3)} Q{number(x)},{number(-68)} {number(x + 12)},"
            f"{number(-66 - curve * 0.3)} Q{number(x)},{number(-64 + 2 * high)} "
            f"{number(x - 12)},{number(-66 - curve * 0.3)}Z"
        )
        return shape(d, "#5A2A2A", 4)
    wide = 14 if mood.mouth >= 0 else 11
    return line(
        f"M{number(x - wide)},{number(-65 - curve * 0.4)} Q{number(x)},{number(-65 + curve)} "
        f"{number(x + wide)},{number(-65 - curve * 0.4)}",
        4.5,
    )


def _features(look: Look, mood: Mood) -> str:
    centre = 15 * mood.turn
    direction = 1 if mood.turn >= 0 else -1
    nose = line(
        f"M{number(centre * 1.25)},-97 q{direction * 8},12 {direction * -3},14",
        4,
        look.shade if look.adult and look.glasses else "#5B3320",
    )
    cheeks = "".join(
        oval(centre * 0.75 + side * (32 - 4 * abs(mood.turn)), -78, 9, 5.5, "#C8553D", 0, opacity=0.2)
        for side in (-1, 1)
    )
    parts = [cheeks]
    if look.glasses:
        parts += [box(centre + x, -121, 36, 32, "#FFFFFF", 0, radius=13, opacity=0.18) for x in (-40, 4)]
    parts += [_eyes(mood, centre), _brows(mood, centre, look.hair), nose, _mouth(mood, centre)]
    if look.adult:
        parts.append(line(f"M{number(centre - 27)},-70 q-4,5 -2,11", 2.5, look.shade))
        parts.append(line(f"M{number(centre + 27)},-70 q4,5 2,11", 2.5, look.shade))
    if look.glasses:
        parts.append(_glasses(centre, "#F4D35E" if look.adult else INK))
    return "".join(parts)


def _glasses(centre: float, colour: str) -> str:
    frames = "".join(box(centre + x, -121, 36, 32, "none", 4, radius=13, stroke=colour) for x in (-40, 4))
    return (
        line(f"M{number(centre - 4)},-108 q4,-4 8,0", 4, colour)
        + line(f"M{number(centre - 40)},-110 L-54,-112 M{number(centre + 40)},-110 L54,-112", 4, colour)
        + frames
    )


def head(look: Look, mood: Mood) -> str:
    """A head with its neck, without the hair behind it: neck, ears, face, hair in front."""
    near = -1 if mood.turn >= 0 else 1
    ears = [] if look.style == "scarf" else [_ear(look, near), _earring(look, near)]
    if ears and abs(mood.turn) < 0.35:
        ears += [_ear(look, -near), _earring(look, -near)]
    face = [
        *ears,
        _face(look, mood.turn),
        _features(look, mood),
        hair.front(look.style, look.hair, mood.turn),
    ]
    if look.style in {"plait", "bun"}:
        face.append(_ear(look, near))
    if look.hearing_aid:
        face.append(_hearing_aid(near))
    return _neck(look) + group(*face, y=mood.nod, turn=mood.tilt, about=(0, -40))
