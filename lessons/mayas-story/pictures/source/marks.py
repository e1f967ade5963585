"""Marks: ticks, crosses, hearts, arrows. Each is drawn around the origin in sheet units."""

from __future__ import annotations

import math

from palette import (
    GREY,
    LEAF,
    PALE_GREY,
    PAPER,
    RED,
    TEAL,
    YELLOW,
)
from pen import INK, LINE, Sheet, arc, oval, rounded


def words(sheet: Sheet, widths: list[float], gap: float = 30, colour: str = GREY, line: float = 12) -> None:
    """Lines that stand for words, starting at the origin."""
    for row, width in enumerate(widths):
        sheet.path(f"M 0 {row * gap} L {width} {row * gap}", line=line, ink=colour)


def heart(sheet: Sheet, size: float, fill: str = RED, line: float = LINE) -> None:
    """A heart about ``size`` wide."""
    with sheet.placed(0, 0, size / 100):
        sheet.path(
            "M 0 44 C -28 22 -50 4 -50 -18 C -50 -46 -14 -50 0 -24 C 14 -50 50 -46 50 -18 "
            "C 50 4 28 22 0 44 Z",
            fill=fill,
            line=line,
        )


def tick(sheet: Sheet, size: float, colour: str = TEAL, width: float = 24) -> None:
    """A tick about ``size`` wide."""
    s = size / 100
    sheet.path(f"M {-44 * s} {2 * s} L {-12 * s} {34 * s} L {46 * s} {-36 * s}", line=width, ink=colour)


def cross(sheet: Sheet, size: float, colour: str = RED, width: float = 24) -> None:
    """A cross about ``size`` wide."""
    s = size / 2
    sheet.path(f"M {-s} {-s} L {s} {s} M {s} {-s} L {-s} {s}", line=width, ink=colour)


def query(sheet: Sheet, size: float, colour: str = INK, width: float = 20) -> None:
    """A question mark about ``size`` high."""
    s = size / 100
    sheet.path(
        f"M {-26 * s} {-24 * s} C {-26 * s} {-60 * s} {30 * s} {-60 * s} {28 * s} {-22 * s} "
        f"C {26 * s} {-2 * s} {0 * s} {-2 * s} {0 * s} {20 * s}",
        line=width,
        ink=colour,
    )
    sheet.path(oval(0, 46 * s, width * 0.62), fill=colour, line=0)


def exclaim(sheet: Sheet, size: float, colour: str = RED, width: float = 22) -> None:
    """An exclamation mark about ``size`` high."""
    s = size / 100
    sheet.path(f"M 0 {-46 * s} L 0 {14 * s}", line=width, ink=colour)
    sheet.path(oval(0, 46 * s, width * 0.62), fill=colour, line=0)


def badge(sheet: Sheet, radius: float, mark: str, line: float = LINE) -> None:
    """A round badge: tick, cross or query. The mark's shape tells them apart, never the colour alone."""
    fill = {"tick": LEAF, "cross": RED, "query": YELLOW}[mark]
    sheet.path(oval(0, 0, radius), fill=fill, line=line)
    if mark == "tick":
        tick(sheet, radius * 1.05, PAPER, radius * 0.3)
    elif mark == "cross":
        cross(sheet, radius * 0.8, PAPER, radius * 0.3)
    else:
        query(sheet, radius * 1.15, INK, radius * 0.24)


def no_entry(sheet: Sheet, radius: float, width: float = 26) -> None:
    """A ring with a bar across, outlined so that it stands out on any ground."""
    d = radius * 0.707
    ring, slash = oval(0, 0, radius), f"M {-d} {-d} L {d} {d}"
    for path in (ring, slash):
        sheet.path(path, line=width + 14)
    for path in (ring, slash):
        sheet.path(path, line=width, ink=RED)


def padlock(sheet: Sheet, size: float, fill: str = YELLOW) -> None:
    """A closed padlock about ``size`` high."""
    with sheet.placed(0, 0, size / 100):
        sheet.path("M -24 -6 L -24 -26 C -24 -60 24 -60 24 -26 L 24 -6", line=LINE + 12)
        sheet.path("M -24 -6 L -24 -26 C -24 -60 24 -60 24 -26 L 24 -6", line=7, ink=PALE_GREY)
        sheet.path(rounded(-38, -10, 76, 60, 12), fill=fill)
        sheet.path(oval(0, 14, 8), fill=INK, line=0)
        sheet.path("M 0 16 L 0 30", line=8)


def flag(sheet: Sheet, size: float, fill: str = RED) -> None:
    """A flag on a pole: the usual sign for a report."""
    with sheet.placed(0, 0, size / 100):
        sheet.path(
            "M -30 -44 C -8 -60 14 -30 44 -44 L 44 10 C 14 24 -8 -6 -30 10 Z",
            fill=fill,
        )
        sheet.path("M -30 -50 L -30 56", line=13)


def shield(sheet: Sheet, size: float, fill: str = TEAL) -> None:
    """A shield about ``size`` high."""
    with sheet.placed(0, 0, size / 100):
        sheet.path(
            "M 0 -52 C 14 -42 30 -38 44 -38 C 46 6 30 38 0 54 C -30 38 -46 6 -44 -38 "
            "C -30 -38 -14 -42 0 -52 Z",
            fill=fill,
        )


def arrow(
    sheet: Sheet, d: str, tip: tuple[float, float, float], colour: str = TEAL, width: float = 20
) -> None:
    """A line with a head; ``tip`` is where it ends and which way it points, in degrees (0 is right)."""
    x, y, angle = tip
    head = width * 1.5
    for grow, ink in ((12.0, INK), (0.0, colour)):
        sheet.path(d, line=width + grow, ink=ink)
        with sheet.placed(x, y, turn=angle):
            sheet.path(
                f"M {-head * 0.4} {-head} L {head * 0.9} 0 L {-head * 0.4} {head} Z",
                fill=colour,
                line=grow,
                ink=ink,
            )


def waves(
    sheet: Sheet, radii: list[float], start: float, end: float, colour: str = TEAL, line: float = 14
) -> None:
    """Arcs around the origin: sound, or a signal."""
    for radius in radii:
        sheet.path(arc(0, 0, radius, start, end), line=line, ink=colour)


def dots(sheet: Sheet) -> None:
    """Three dots: an answer that is being written."""
    for x in (-44, 0, 44):
        sheet.path(oval(x, 0, 14), fill=GREY, line=0)


def star(sheet: Sheet, radius: float, fill: str = YELLOW) -> None:
    """A star with five points."""
    points = []
    for i in range(10):
        reach = radius if i % 2 == 0 else radius * 0.45
        angle = math.radians(-90 + 36 * i)
        points.append(f"{reach * math.cos(angle):.1f} {reach * math.sin(angle):.1f}")
    sheet.path("M " + " L ".join(points) + " Z", fill=fill)


def lifebelt(sheet: Sheet, radius: float) -> None:
    """A lifebelt, the sign for help; ``radius`` goes to the middle of the ring."""
    sheet.path(oval(0, 0, radius), line=radius * 0.56 + 18)
    sheet.path(oval(0, 0, radius), line=radius * 0.56, ink=PAPER)
    for start in (22, 112, 202, 292):
        d = arc(0, 0, radius, start, start + 46)
        sheet.path(d, line=radius * 0.56, ink=RED, flat_ends=True)


def pointer(sheet: Sheet, size: float) -> None:
    """The arrow of a computer mouse, about ``size`` high, with its point at the origin."""
    with sheet.placed(0, 0, size / 100):
        sheet.path("M 0 0 L 0 84 L 20 66 L 34 98 L 50 91 L 36 60 L 62 58 Z", fill=PAPER)
