"""What Maya draws: pencil drawings that come line by line, in the shapes of :mod:`film_maker.picture.dog`."""

from __future__ import annotations

from film_maker.picture.ink import group, line, number, shape

PENCIL_GREY, SOFT_GREY = "#453D36", "#B9AFA3"

NOSE = "M-13,-34 C-10,-41 10,-41 13,-34 C13,-26 4,-21 0,-21 C-4,-21 -13,-26 -13,-34Z"

SITTING = (
    (
        "M-50,-50 C-54,-88 -28,-102 0,-102 C28,-102 54,-88 50,-50 C58,-24 38,10 0,12 C-38,10 -58,-24 -50,-50",
        330,
        1.0,
    ),
    ("M-36,-84 C-58,-98 -82,-78 -84,-44 C-85,-18 -76,-4 -66,-8 C-54,-14 -54,-44 -46,-58", 190, 1.0),
    ("M36,-84 C58,-98 82,-78 84,-44 C85,-18 76,-4 66,-8 C54,-14 54,-44 46,-58", 190, 1.0),
    ("M-76,-62 l14,-12 M-80,-46 l24,-20 M-80,-30 l26,-24 M-76,-16 l22,-22", 120, 0.6),
    ("M76,-62 l-14,-12 M80,-46 l-24,-20 M80,-30 l-26,-24 M76,-16 l-22,-22", 120, 0.6),
    (
        (
            "M-4,-97 C-12,-84 -9,-62 -13,-50 C-34,-40 -38,-12 -20,4"
            " M4,-97 C12,-84 9,-62 13,-50 C34,-40 38,-12 20,4"
        ),
        260,
        0.6,
    ),
    ("M-32,-70 q7,-6 14,-1 M18,-71 q7,-5 14,1", 40, 0.9),
    ("M0,-21 v7 M0,-14 C-4,-4 -18,-4 -22,-12 M0,-14 C4,-4 18,-4 22,-12", 70, 0.9),
    ("M-34,16 C-16,28 16,28 34,16 M-36,26 C-16,40 16,40 36,26", 160, 0.9),
    ("M-42,8 C-60,60 -72,120 -70,160 C-68,180 -62,188 -46,188", 200, 1.0),
    ("M42,8 C60,60 72,120 70,160 C68,180 62,188 46,188", 200, 1.0),
    ("M-38,84 C-40,120 -40,150 -42,172 C-50,176 -50,190 -40,190 H-12 C-4,190 -4,178 -10,172 V96", 210, 1.0),
    ("M38,84 C40,120 40,150 42,172 C50,176 50,190 40,190 H12 C4,190 4,178 10,172 V96", 210, 1.0),
    ("M-32,180 v8 M-22,180 v8 M22,180 v8 M32,180 v8", 34, 0.8),
    ("M62,168 C92,160 108,138 106,112 C104,104 96,106 94,114 C92,134 80,146 66,148", 150, 1.0),
    ("M-60,96 l16,-20 M-64,118 l20,-26 M-66,140 l20,-26 M60,96 l-14,-18 M64,118 l-18,-24", 150, 0.5),
)
"""Strokes of the sitting dog: path, length, weight."""

SLEEPING = (
    ("M-60,0 C-40,-64 70,-70 104,-14 C112,8 104,26 92,30 H-104", 400, 1.0),
    ("M-112,-18 C-118,-48 -60,-54 -56,-20 C-52,8 -70,24 -86,24 C-104,22 -112,2 -112,-18", 200, 1.0),
    (
        (
            "M-104,-38 C-124,-44 -132,-16 -122,0 C-112,0 -112,-18 -110,-26"
            " M-64,-40 C-46,-48 -34,-22 -42,-8 C-52,-6 -58,-22 -60,-30"
        ),
        150,
        1.0,
    ),
    (
        (
            "M-102,-14 q6,5 11,0 M-78,-14 q6,5 11,0 M-88,4 q4,-4 8,0 M-84,6 v4"
            " M-84,10 q-6,8 -12,2 M-84,10 q6,8 12,2"
        ),
        80,
        0.9,
    ),
    ("M46,28 C34,8 44,-14 68,-16 M102,8 C84,34 40,32 8,28", 150, 0.9),
    ("M-34,26 l18,-26 M-12,28 l24,-36 M10,24 l20,-30", 120, 0.5),
)
"""Strokes of the sleeping dog, seen flat."""


def _strokes(strokes: tuple[tuple[str, int, float], ...], progress: float, width: float) -> str:
    parts = []
    for place, (d, length, weight) in enumerate(strokes):
        share = min(max(progress * len(strokes) - place, 0), 1)
        if not share:
            break
        dash = "" if share == 1 else f' stroke-dasharray="{number(share * length)} 2000"'
        colour = SOFT_GREY if weight <= 0.6 else PENCIL_GREY
        parts.append(line(d, width * weight, colour).replace("<path", f"<path{dash}", 1))
    return "".join(parts)


def sitting_dog(progress: float = 1, *, width: float = 9) -> str:
    """Maya's drawing of Biscuit sitting, about 200 wide and 300 high, its head's chin at (0, 10)."""
    drawn = _strokes(SITTING, progress, width)
    if progress > 0.5:
        drawn += shape(
            "M-13,-34 C-10,-41 10,-41 13,-34 C13,-26 4,-21 0,-21 C-4,-21 -13,-26 -13,-34Z", PENCIL_GREY, 0
        )
        drawn += line("M-24,-53 v5 M24,-53 v5", width * 1.5, PENCIL_GREY)
    return group(drawn)


def sleeping_dog(progress: float = 1, *, width: float = 6) -> str:
    """Maya's drawing of Biscuit asleep, about 240 wide around (0, 0)."""
    return _strokes(SLEEPING, progress, width)
