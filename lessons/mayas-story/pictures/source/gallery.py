"""The list of pictures: each drawing function names its picture and its ground."""

from __future__ import annotations

from collections.abc import Callable

from pen import Sheet

Draw = Callable[[Sheet], None]
PICTURES: dict[str, tuple[str, Draw]] = {}


def picture(name: str, ground: str) -> Callable[[Draw], Draw]:
    """Register the drawing function of one picture."""

    def register(draw: Draw) -> Draw:
        if name in PICTURES:
            raise ValueError(f"Two drawings are called {name}.")
        PICTURES[name] = (ground, draw)
        return draw

    return register


def svg_of(name: str) -> str:
    """One picture as SVG text."""
    ground, draw = PICTURES[name]
    sheet = Sheet(ground)
    draw(sheet)
    return sheet.svg()
