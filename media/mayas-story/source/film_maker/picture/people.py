"""The people of the story, waist up, in their own units: see :mod:`film_maker.picture.faces`."""

from __future__ import annotations

from film_maker.picture import hair
from film_maker.picture.faces import Look, Mood, head
from film_maker.picture.ink import (
    CREAM,
    INK,
    SOFT_PLUM,
    TEAL,
    box,
    group,
    line,
    number,
    oval,
    shape,
)


def torso(look: Look, *, width: float = 80, height: float = 250, arms: bool = False) -> str:
    """Shoulders and chest; an adult's are a little wider. ``arms`` marks arms that hang at the sides."""
    w = width + (6 if look.adult else 0)
    n = number
    outline = (
        f"M-25,-8 C-40,8 {n(-w + 12)},8 {n(-w)},44 "
        f"C{n(-w - 6)},90 {n(-w + 10)},{n(height * 0.7)} {n(-w + 10)},{n(height)} "
        f"L{n(w - 10)},{n(height)} C{n(w - 10)},{n(height * 0.7)} {n(w + 6)},90 {n(w)},44 "
        f"C{n(w - 12)},8 40,8 25,-8 "
        f"C16,14 -16,14 -25,-8Z"
    )
    parts = [shape(outline, look.top)]
    if look.under:
        parts.append(
            shape(
                f"M-25,-8 C-34,40 -30,120 -24,{n(height)} L24,{n(height)} "
                f"C30,120 34,40 25,-8 C16,14 -16,14 -25,-8Z",
                look.under,
                4,
            )
        )
    else:
        parts.append(shape("M-26,-9 C-17,15 17,15 26,-9 L33,0 C22,30 -22,30 -33,0Z", look.top_shade, 4))
    if look.lanyard:
        parts.append(_lanyard())
    if arms:
        parts += [
            line(
                f"M{n(side * (w - 24))},78 C{n(side * (w - 20))},130 {n(side * (w - 32))},{n(height * 0.75)} "
                f"{n(side * (w - 34))},{n(height)}",
                4,
            )
            for side in (-1, 1)
        ]
    return "".join(parts)


def _lanyard() -> str:
    strap = "M-28,4 C-24,60 -10,104 0,120 C10,104 24,60 28,4"
    return (
        line(strap, 9, INK)
        + line(strap, 4.5, TEAL)
        + box(-18, 120, 36, 46, CREAM, 4, radius=5)
        + oval(0, 137, 8, 8, SOFT_PLUM, 0)
        + line("M-9,154h18", 3.5)
    )


def person(look: Look, mood: Mood, *, height: float = 250, breath: float = 0, arms: bool = False) -> str:
    """Head and torso; busy arms are drawn by the scene. ``breath`` lifts head and shoulders a little."""
    return group(
        _draw_back(look, mood),
        torso(look, height=height, arms=arms),
        head(look, mood),
        hair.over(look.style, look.hair, mood.turn),
        y=-breath,
    )


def figure(
    look: Look, mood: Mood, *, x: float, y: float, scale: float, height: float = 250, breath: float = 0
) -> tuple[str, str]:
    """A person whose arms the scene draws: the body, and what falls over the arms (a plait)."""
    body = group(_draw_back(look, mood), torso(look, height=height), head(look, mood), y=-breath)
    over = group(hair.over(look.style, look.hair, mood.turn), y=-breath)
    return group(body, x=x, y=y, scale=scale), group(over, x=x, y=y, scale=scale)


def _draw_back(look: Look, mood: Mood) -> str:
    return group(hair.back(look.style, look.hair, mood.turn), y=mood.nod, turn=mood.tilt, about=(0, -40))
