"""Things that several pictures share. Each is drawn around the origin in sheet units."""

from __future__ import annotations

from palette import (
    GREY,
    LEAF,
    ORANGE,
    PALE_GREY,
    PALE_ORANGE,
    PALE_TEAL,
    PAPER,
    SKY,
    YELLOW,
)
from pen import CORNER, INK, LINE, Sheet, oval, rounded


def tablet(sheet: Sheet, width: float, height: float, screen: str = PAPER) -> None:
    """A tablet or phone seen from the front."""
    rim = 18 if min(width, height) > 120 else 12
    sheet.path(rounded(-width / 2, -height / 2, width, height, 30 if rim > 12 else 16), fill="#39434F")
    sheet.path(
        rounded(-width / 2 + rim, -height / 2 + rim, width - 2 * rim, height - 2 * rim, 12),
        fill=screen,
        line=0,
    )


def bubble(
    sheet: Sheet, width: float, height: float, tail: str = "left", fill: str = PAPER, line: float = LINE
) -> None:
    """A speech bubble with its tail at the lower left or lower right."""
    w, h, c = width / 2, height / 2, min(width, height) * 0.28
    side = -1 if tail == "left" else 1
    x0, x1, tip = side * (w - c), side * (w - c - width * 0.2), side * (w - c * 0.4)
    near = f"L {x1} {h} L {tip} {h + height * 0.24} L {x0} {h}"
    far = f"L {x0} {h} L {tip} {h + height * 0.24} L {x1} {h}"
    sheet.path(
        f"M {-w + c} {-h} L {w - c} {-h} Q {w} {-h} {w} {-h + c} L {w} {h - c} Q {w} {h} {w - c} {h} "
        f"{near if side < 0 else far} L {-w + c} {h} Q {-w} {h} {-w} {h - c} L {-w} {-h + c} "
        f"Q {-w} {-h} {-w + c} {-h} Z",
        fill=fill,
        line=line,
    )


def thought(sheet: Sheet, scale: float = 1.0, fill: str = PAPER, trail: int = -1) -> None:
    """A thought cloud about 220 by 150 with two small clouds towards the lower left (-1) or right (1)."""
    with sheet.placed(0, 0, scale):
        sheet.path(
            "M -70 60 C -116 62 -124 8 -86 -4 C -92 -54 -36 -72 -10 -48 C 14 -84 76 -70 76 -28 "
            "C 118 -22 116 42 74 46 C 62 76 14 80 0 62 C -18 80 -58 80 -70 60 Z",
            fill=fill,
        )
        sheet.path(oval(trail * 84, 92, 16, 13), fill=fill)
        sheet.path(oval(trail * 106, 122, 9, 8), fill=fill, line=7)


def fox(sheet: Sheet, radius: float, line: float = LINE) -> None:
    """The account picture: a plain fox head in a circle."""
    sheet.path(oval(0, 0, radius), fill=SKY, line=line)
    with sheet.placed(0, radius * 0.06, radius / 120):
        thin = line * 0.8
        for side in (-1, 1):
            sheet.path(f"M {side * 24} -30 L {side * 66} -76 L {side * 72} -6 Z", fill=ORANGE, line=thin)
        sheet.path(
            "M -72 -6 C -60 -48 60 -48 72 -6 C 66 30 30 48 0 76 C -30 48 -66 30 -72 -6 Z",
            fill=ORANGE,
            line=thin,
        )
        for side in (-1, 1):
            sheet.path(
                f"M {side * 68} 6 C {side * 40} 4 {side * 16} 26 0 72 "
                f"C {side * 30} 46 {side * 60} 32 {side * 68} 6 Z",
                fill=PAPER,
                line=0,
            )
            sheet.path(oval(side * 27, 2, 8, 9), fill=INK, line=0)
        sheet.path(oval(0, 66, 13, 10), fill=INK, line=0)


def someone(
    sheet: Sheet, radius: float, ground: str = PALE_TEAL, figure: str = GREY, line: float = LINE
) -> None:
    """An account picture with nobody's face: a plain head and shoulders in a circle."""
    sheet.path(oval(0, 0, radius), fill=ground, line=0)
    with sheet.placed(0, 0, radius / 100):
        sheet.path(oval(0, -24, 34, 36), fill=figure, line=0)
        sheet.path("M -66 74 C -58 30 58 30 66 74 C 30 106 -30 106 -66 74 Z", fill=figure, line=0)
    sheet.path(oval(0, 0, radius), line=line)


def photo(sheet: Sheet, width: float, height: float, line: float = LINE) -> None:
    """A picture of hills and a sun: it stands for any photo."""
    w, h = width / 2, height / 2
    sheet.path(rounded(-w, -h, width, height, 14), fill=SKY, line=line)
    sheet.path(oval(w * 0.46, -h * 0.42, h * 0.2), fill=YELLOW, line=0)
    sheet.path(
        f"M {-w + 8} {h - 8} L {-w + 8} {h * 0.4} L {-w * 0.34} {-h * 0.22} "
        f"L {w * 0.18} {h * 0.4} L {w * 0.46} {h * 0.1} "
        f"L {w - 8} {h * 0.56} L {w - 8} {h - 8} Z",
        fill=LEAF,
        line=0,
    )
    sheet.path(rounded(-w, -h, width, height, 14), line=line)


def pencil(sheet: Sheet, length: float, fill: str = YELLOW) -> None:
    """A pencil with its point at the origin, pointing down."""
    sheet.path(f"M -13 -34 L -13 {-length} L 13 {-length} L 13 -34 L 0 0 Z", fill=fill, line=7)
    sheet.path("M -13 -34 L 13 -34 L 4 -10 L 0 0 L -4 -10 Z", fill=PALE_ORANGE, line=6)
    sheet.path("M -3 -7 L 3 -7 L 0 0 Z", fill=INK, line=4)


def table(sheet: Sheet, top: float, fill: str = PALE_ORANGE) -> None:
    """A table across the foot of the picture, with the ground's own corners."""
    c, k = CORNER, CORNER * 0.4477
    sheet.path(
        f"M 0 {top} L 512 {top} L 512 {512 - c} C 512 {512 - k} {512 - k} 512 {512 - c} 512 L {c} 512 "
        f"C {k} 512 0 {512 - k} 0 {512 - c} Z",
        fill=fill,
        line=0,
    )
    sheet.path(f"M 0 {top} L 512 {top}", flat_ends=True)


def mug(sheet: Sheet, fill: str = PAPER) -> None:
    """A warm drink standing on the origin."""
    sheet.path("M 30 -50 C 62 -54 62 -12 28 -16", line=8)
    sheet.path("M -34 -62 L 34 -62 L 30 -8 C 28 0 -28 0 -30 -8 Z", fill=fill)
    for x in (-12, 12):
        sheet.path(f"M {x} -78 C {x - 10} -90 {x + 10} -98 {x} -112", line=6, ink=GREY)


def dog_head(sheet: Sheet, brown: str = "#A8703A", cream: str = "#F6E6CC") -> None:
    """Biscuit's head, about 190 wide."""
    sheet.path(
        "M -66 -58 C -70 -88 -28 -98 0 -96 C 28 -98 70 -88 66 -58 C 84 -20 70 30 46 44 "
        "C 40 84 -40 84 -46 44 C -70 30 -84 -20 -66 -58 Z",
        fill=brown,
    )
    sheet.path(
        "M 0 -94 C 22 -70 14 -30 18 -10 C 48 0 52 60 0 72 C -52 60 -48 0 -18 -10 C -14 -30 -22 -70 0 -94 Z",
        fill=cream,
        line=0,
    )
    for side in (-1, 1):
        sheet.path(
            f"M {side * 52} -76 C {side * 100} -86 {side * 112} -20 {side * 94} 24 "
            f"C {side * 72} 26 {side * 62} -20 {side * 52} -76 Z",
            fill="#7A4A22",
        )
        sheet.path(oval(side * 32, -18, 9, 11), fill=INK, line=0)
    sheet.path("M -22 14 C -20 4 20 4 22 14 C 20 28 8 34 0 34 C -8 34 -20 28 -22 14 Z", fill=INK, line=0)
    sheet.path("M 0 32 L 0 46 M -26 44 C -20 58 -4 56 0 46 C 4 56 20 58 26 44", line=7)


def dustbin(sheet: Sheet) -> None:
    """A bin about 120 wide and 150 high."""
    sheet.path("M -54 -44 L 54 -44 L 44 80 L -44 80 Z", fill=PALE_GREY)
    sheet.path("M -68 -48 L 68 -48 M -20 -52 L -20 -70 L 20 -70 L 20 -52", line=12)
    for x in (-20, 0, 20):
        sheet.path(f"M {x} -20 L {x * 0.9} 56", line=7)


def globe(sheet: Sheet, radius: float) -> None:
    """The world as a globe with its lines."""
    r = radius
    sheet.path(oval(0, 0, r), fill=SKY)
    sheet.path(oval(0, 0, r * 0.45, r), line=7)
    for y in (-0.45, 0.0, 0.45):
        half = r * (1 - y * y) ** 0.5
        sheet.path(f"M {-half} {y * r} L {half} {y * r}", line=7)


def cake(sheet: Sheet) -> None:
    """A birthday cake with three candles, about 120 wide."""
    for x in (-34, 0, 34):
        sheet.path(f"M {x} -14 L {x} -40", line=12, ink=ORANGE)
        sheet.path(
            f"M {x} -50 C {x + 9} -58 {x + 4} -68 {x} -74 C {x - 4} -68 {x - 9} -58 {x} -50 Z",
            fill=YELLOW,
            line=4,
        )
    sheet.path(rounded(-58, -14, 116, 66, 12), fill=PALE_ORANGE, line=7)
    sheet.path("M -56 12 C -40 30 -30 30 -19 14 C -8 30 8 30 19 14 C 30 30 40 30 56 12", line=7)


def bulb(sheet: Sheet, size: float) -> None:
    """A light bulb that is on, about ``size`` high with its rays: something becomes clear."""
    with sheet.placed(0, 0, size / 200):
        for angle in (-90, -45, 0, 45, 90):
            with sheet.placed(0, -10, turn=angle):
                sheet.path("M 0 -76 L 0 -96", line=11, ink=ORANGE)
        sheet.path(
            "M -24 54 C -24 34 -54 22 -54 -12 C -54 -46 -30 -66 0 -66 C 30 -66 54 -46 54 -12 "
            "C 54 22 24 34 24 54 Z",
            fill=YELLOW,
        )
        sheet.path(rounded(-25, 52, 50, 38, 10), fill=GREY, line=7)
