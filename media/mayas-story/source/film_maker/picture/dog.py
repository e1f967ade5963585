"""Biscuit, a friendly brown and cream dog, in his own units: a head about 120 wide."""

from __future__ import annotations

from film_maker.picture.ink import INK, TEAL, YELLOW, blob, group, line, number, oval, shape, tube

BROWN, DARK, PALE = "#A9713F", "#7C4E2A", "#F4E3C6"


def _eyes(blink: bool, look: float, brow: float) -> str:
    n = number
    parts = []
    for side in (-1, 1):
        x = side * 24 + look * 3
        parts.append(
            line(f"M{n(x - 6)},-50 q6,5 12,0", 4)
            if blink
            else oval(x, -51, 5.6, 7, INK, 0) + oval(x + 1.8, -54, 1.7, fill="#FFFFFF", width=0)
        )
        parts.append(
            line(
                f"M{n(side * 16)},{n(-68 - brow * 4)} "
                f"q{side * 7},{n(-4 + brow * 2)} {side * 14},{n(1 + brow * 5)}",
                4,
                DARK,
            )
        )
    return "".join(parts)


def head(
    *, blink: bool = False, tilt: float = 0, look: float = 0, happy: bool = True, brow: float = 0
) -> str:
    """The head from the front, its chin near (0, 10); ``look`` moves the eyes, ``brow`` 1 is worried."""
    ears = "".join(
        shape(
            f"M{side * 36},-84 C{side * 58},-98 {side * 82},-78 {side * 84},-44 "
            f"C{side * 85},-18 {side * 76},-4 "
            f"{side * 66},-8 C{side * 54},-14 {side * 54},-44 {side * 46},-58Z",
            DARK,
        )
        for side in (-1, 1)
    )
    skull = shape(
        "M-50,-50 C-54,-88 -28,-102 0,-102 C28,-102 54,-88 50,-50 "
        "C58,-24 38,10 0,12 C-38,10 -58,-24 -50,-50Z",
        BROWN,
    )
    blaze = shape(
        "M0,-99 C12,-84 9,-62 13,-50 C40,-38 38,8 0,10 C-38,8 -40,-38 -13,-50 C-9,-62 -12,-84 0,-99Z", PALE, 0
    )
    parts = [skull, blaze, _eyes(blink, look, brow)]
    nose = shape("M-13,-34 C-10,-41 10,-41 13,-34 C13,-26 4,-21 0,-21 C-4,-21 -13,-26 -13,-34Z", INK, 0)
    smile = (
        "M0,-21 v7 M0,-14 C-4,-4 -18,-4 -22,-12 M0,-14 C4,-4 18,-4 22,-12"
        if happy
        else "M0,-21 v8 M-13,-8 C-6,-14 6,-14 13,-8"
    )
    shine = oval(-4, -35, 3.5, 1.8, "#FFFFFF", 0, opacity=0.7)
    return group(*parts, nose, shine, line(smile, 4), ears, turn=tilt, about=(0, 0))


def collar() -> str:
    """A collar with a round tag, for under the head."""
    return (
        line("M-34,14 C-16,28 16,28 34,14", 15, INK)
        + line("M-34,14 C-16,28 16,28 34,14", 8, TEAL)
        + oval(0, 34, 9, 9, YELLOW, 4)
    )


def sitting(*, wag: float | None = 0, blink: bool = False, tilt: float = 0, look: float = 0) -> str:
    """Biscuit sitting, from the front; the ground is at y = 190.

    ``wag`` is the tail's swing in degrees; None hides the tail.
    """
    tail = (
        ""
        if wag is None
        else group(tube([(52, 168), (86, 150), (104, 112)], 20, BROWN), turn=wag, about=(52, 168))
    )
    body = blob(
        [(-42, -6), (-60, 60), (-72, 130), (-58, 182), (0, 190), (58, 182), (72, 130), (60, 60), (42, -6)],
        BROWN,
    )
    chest = shape("M-30,6 C-36,60 -26,104 0,112 C26,104 36,60 30,6Z", PALE, 0)
    legs = "".join(
        tube([(side * 22, 96), (side * 24, 140), (side * 24, 172)], 30, BROWN)
        + blob(
            [
                (side * 24 - 20, 186),
                (side * 24 - 14, 170),
                (side * 24 + 14, 170),
                (side * 24 + 20, 186),
                (side * 24, 192),
            ],
            PALE,
        )
        + line(f"M{side * 24 - 6},178 v8 M{side * 24 + 6},178 v8", 3)
        for side in (-1, 1)
    )
    blend = "".join(oval(side * 22, 92, 15, 14, BROWN, 0) for side in (-1, 1))
    return tail + body + chest + legs + blend + collar() + head(blink=blink, tilt=tilt, look=look)


def sleeping(breath: float = 0) -> str:
    """Biscuit curled up asleep on his side, the ground at y = 60; ``breath`` lifts his back a little."""
    back = -62 - breath
    body = blob(
        [
            (-150, 40),
            (-140, -10),
            (-90, back + 8),
            (-20, back),
            (60, back + 6),
            (122, -20),
            (140, 30),
            (110, 58),
            (-120, 60),
        ],
        BROWN,
    )
    tummy = shape("M-60,58 C-50,24 40,20 92,40 C100,48 96,57 88,58Z", PALE, 0)
    haunch = line("M58,50 C40,30 52,-8 88,-12", 4.5)
    tail = tube([(128, 40), (100, 64), (30, 62), (-8, 58)], 24, BROWN) + oval(-10, 58, 11, 11, PALE, 4.5)
    paw = blob([(-60, 64), (-64, 48), (-20, 44), (6, 52), (4, 64)], PALE) + line("M-6,54 v8 M-16,52 v10", 3)
    snout = group(head(blink=True, happy=True), x=-112, y=44, scale=0.92, turn=-12)
    return body + tummy + haunch + tail + paw + snout


def resting_head(*, blink: bool, look: float) -> str:
    """Biscuit's head laid down on a knee: the head alone, with a worried, kind brow."""
    return head(blink=blink, tilt=-14, look=look, happy=False, brow=1)
