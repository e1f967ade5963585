"""Hair and headwear, behind the head and over it. Units: crown of the head at -100, chin at 92."""

from __future__ import annotations

from palette import ORANGE, PALE_TEAL, PAPER, Person
from pen import Sheet, oval, rounded

_CAP = (
    "M -82 4 C -92 -88 -52 -124 0 -124 C 52 -124 92 -88 82 4 C 78 -18 70 -40 58 -56 C 24 -46 -24 -46 -58 -56 "
    "C -70 -40 -78 -18 -82 4 Z"
)
_FRINGE = (
    "M -83 8 C -94 -90 -54 -126 0 -126 C 54 -126 94 -90 83 8 C 80 -8 76 -26 70 -42 C 54 -32 38 -34 26 -46 "
    "C 14 -34 -12 -34 -24 -46 C -36 -34 -54 -32 -70 -42 C -76 -26 -80 -8 -83 8 Z"
)
_SIDE_PART = (
    "M -82 4 C -92 -88 -52 -124 0 -124 C 52 -124 92 -88 82 4 C 78 -20 72 -36 62 -50 C 20 -44 -8 -58 -28 -78 "
    "C -36 -60 -52 -46 -64 -38 C -72 -28 -78 -14 -82 4 Z"
)


def behind(sheet: Sheet, who: Person) -> None:
    """The hair that the head and the body cover."""
    colour = who.hair_colour
    if who.hair == "bun":
        sheet.path(oval(0, -132, 40, 34), fill=colour)
    elif who.hair == "grey bun":
        sheet.path(oval(0, -128, 34, 28), fill=colour)
    elif who.hair == "natural":
        sheet.path(oval(0, -50, 93, 84), fill=colour)
    elif who.hair == "puffs":
        for x in (-82, 82):
            sheet.path(oval(x, -88, 46, 44), fill=colour)
    elif who.hair == "bob":
        sheet.path("M -84 -30 C -104 40 -104 84 -90 104 L 90 104 C 104 84 104 40 84 -30 Z", fill=colour)
    elif who.hair == "long":
        sheet.path("M -84 -30 C -100 60 -106 140 -112 196 L 112 196 C 106 140 100 60 84 -30 Z", fill=colour)
    elif who.hair == "curly":
        for x, y, r in ((-74, -30, 32), (74, -30, 32), (-62, -78, 36), (62, -78, 36), (0, -104, 42)):
            sheet.path(oval(x, y, r), fill=colour)
    elif who.hair == "scarf":
        sheet.path("M -92 -10 C -96 80 -110 120 -124 150 L 124 150 C 110 120 96 80 92 -10 Z", fill=colour)


def over(sheet: Sheet, who: Person) -> None:
    """The hair that lies over the forehead."""
    colour = who.hair_colour
    if who.hair == "plait":
        sheet.path(_FRINGE, fill=colour)
    elif who.hair in {"bun", "grey bun", "puffs"}:
        sheet.path(_CAP, fill=colour)
    elif who.hair == "natural":
        sheet.path(_CAP, fill=colour, line=0)
    elif who.hair in {"short", "long", "bob"}:
        sheet.path(_SIDE_PART, fill=colour)
    elif who.hair == "tousled":
        sheet.path(
            "M -84 0 C -98 -60 -84 -104 -50 -112 C -40 -134 -4 -138 14 -124 "
            "C 48 -134 88 -102 84 -66 C 94 -46 90 -20 82 4 "
            "C 78 -18 72 -34 64 -46 C 50 -40 36 -46 30 -58 C 16 -42 -6 -42 -14 -56 C -28 -40 -48 -38 -62 -44 "
            "C -70 -30 -78 -14 -84 0 Z",
            fill=colour,
        )
    elif who.hair == "curly":
        _curls(sheet, colour)
    elif who.hair == "flat":
        sheet.path(
            "M -80 -8 C -86 -60 -84 -104 -70 -124 C -30 -134 30 -134 70 -124 C 84 -104 86 -60 80 -8 "
            "C 76 -30 70 -48 62 -58 L -62 -58 C -70 -48 -76 -30 -80 -8 Z",
            fill=colour,
        )
    elif who.hair == "receding":
        for side in (-1, 1):
            sheet.path(
                f"M {82 * side} 6 C {90 * side} -40 {80 * side} -78 {52 * side} -92 "
                f"C {64 * side} -60 {66 * side} -36 {70 * side} -20 Z",
                fill=colour,
            )
    elif who.hair == "scarf":
        _scarf(sheet, colour)
    elif who.hair == "cap":
        _police_cap(sheet, colour)


def plait(sheet: Sheet, colour: str) -> None:
    """A loose plait over one shoulder; it is drawn after the body."""
    sheet.path("M -62 60 C -86 70 -98 92 -92 112 L -58 108 C -56 92 -54 76 -48 66 Z", fill=colour)
    for x, y in ((-82, 122), (-92, 154), (-98, 186)):
        sheet.path(
            f"M {x - 26} {y - 10} C {x - 20} {y - 26} {x + 22} {y - 26} {x + 26} {y - 8} "
            f"C {x + 24} {y + 14} {x + 8} {y + 26} {x - 2} {y + 28} "
            f"C {x - 14} {y + 22} {x - 28} {y + 8} {x - 26} {y - 10} Z",
            fill=colour,
        )
    sheet.path("M -112 222 C -118 244 -114 258 -104 268 C -92 258 -86 242 -90 222 Z", fill=colour)
    sheet.limb("M -112 216 L -90 216", 12, ORANGE, line=6)


def _curls(sheet: Sheet, colour: str) -> None:
    curls = ((-58, -66, 24), (-24, -74, 26), (16, -76, 26), (54, -66, 24), (-34, -100, 28), (34, -100, 28))
    for x, y, r in curls:
        sheet.path(oval(x, y, r), fill=colour, line=6)
    sheet.path("M -62 -76 C -40 -110 40 -110 62 -76 C 30 -70 -30 -70 -62 -76 Z", fill=colour, line=0)


def _scarf(sheet: Sheet, colour: str) -> None:
    sheet.path(
        "M 0 -126 C 62 -126 100 -80 98 -6 C 96 70 62 124 0 128 C -62 124 -96 70 -98 -6 "
        "C -100 -80 -62 -126 0 -126 Z "
        "M 0 -70 C -42 -70 -66 -46 -68 0 C -68 50 -42 92 0 94 C 42 92 68 50 68 0 C 66 -46 42 -70 0 -70 Z",
        fill=colour,
        line=0,
    )
    sheet.path(
        "M -124 150 C -104 110 -98 60 -98 -6 C -100 -80 -62 -126 0 -126 "
        "C 62 -126 100 -80 98 -6 C 98 60 104 110 124 150"
    )
    sheet.path(oval(0, 10, 68, 84))
    sheet.path("M -60 96 C -20 130 30 130 76 100", line=6)


def _police_cap(sheet: Sheet, hair_colour: str) -> None:
    sheet.path(
        "M -80 10 C -86 -20 -82 -44 -76 -60 L -64 -52 C -68 -36 -74 -16 -80 10 Z", fill=hair_colour, line=6
    )
    sheet.path("M 80 10 C 86 -20 82 -44 76 -60 L 64 -52 C 68 -36 74 -16 80 10 Z", fill=hair_colour, line=6)
    sheet.path("M -80 -84 C -112 -104 -96 -140 0 -150 C 96 -140 112 -104 80 -84 Z", fill="#2F4358")
    sheet.path("M -80 -90 L 80 -90 L 80 -58 L -80 -58 Z", fill=PAPER)
    for column in range(5):
        for row in range(2):
            if (column + row) % 2 == 0:
                sheet.path(rounded(-78 + column * 32, -88 + row * 15, 30, 14, 1), fill="#1B2430", line=0)
    sheet.path("M -84 -56 C -40 -70 40 -70 84 -56 C 60 -34 -60 -34 -84 -56 Z", fill="#1B2430")
    sheet.path("M 0 -138 L 14 -128 L 10 -108 L 0 -100 L -10 -108 L -14 -128 Z", fill=PALE_TEAL, line=5)
