"""Theme roles, the type scale, and contrast as WCAG defines it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import StringConstraints

from lesson_player.model.base import Identifier, Text, Value

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
"""A colour as ``#RRGGBB``."""

HEADING = 0.078
"""Heading size as a share of the class window's height (docs/design.md)."""
BODY = 0.061
"""Body size as a share of the class window's height; at least 5 % to be read from 8 m (docs/design.md)."""
SMALL = 0.030
"""Size of the footer and other small text as a share of the class window's height."""
MARGIN = 0.05
"""Least margin on every side as a share of the window's width and height."""


class Theme(Value):
    """One set of colours. Every theme has the same roles."""

    id: Identifier
    title: Text
    ground: Colour
    """Behind everything."""
    paper: Colour
    """Behind pictures, cards and panels."""
    ink: Colour
    """Text and the main shapes: at least 7:1 on ground and paper."""
    quiet: Colour
    """Less important text: at least 7:1 on ground and paper, as all class text (docs/design.md)."""
    accent: Colour
    """Buttons, the current step, focus."""
    on_accent: Colour
    """Text on accent."""
    soft: Colour
    """A soft ground for what is chosen; ink on it stays readable."""
    warm: Colour
    """Warnings."""
    line: Colour
    """Rules between rows and quiet borders."""
    mark: Colour
    """Behind the word being read aloud and the row being talked about; ink or on_mark stands on it."""
    on_mark: Colour
    dark: bool = False
    """True when the ground is darker than the ink."""
    tint: str = ""
    """The colour of the sheet that the roles are seen through, ``#RRGGBB``; empty for none."""
    film_tint: str = ""
    """The sheet over the film's picture; empty for none."""


FILM_GROUND = "#101418"
"""The dark ground of film slides, the same in every theme."""
FILM_INK = "#F4F1EA"
"""Small text on the film's ground."""


@cache
def themes() -> dict[str, Theme]:
    """The themes that the program brings, by id, the default first."""
    data = tomllib.loads((files("lesson_player.model") / "themes.toml").read_text(encoding="utf-8"))
    return {name: Theme(id=name, **roles) for name, roles in data.items()}


def theme_named(theme_id: str) -> Theme:
    """The theme of that id; the default one where there is no such theme."""
    known = themes()
    return known.get(theme_id) or next(iter(known.values()))


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
